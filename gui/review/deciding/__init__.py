"""Decisions on their way to the journal and the label file, and the attention that each took.

May import ``background``; nothing here knows the list or the comparison of a pair. Begin with
``decisions.Decisions``; ``saving.LabelWriter`` brings the label file up to date.
"""
