"""Pair lists: the rows of a list or a folder become pairs, whose documents are found and read.

May import the values of labels and the format of their file; nothing here knows the journal.
Begin with ``pair_sources.read_pairs``.
"""
