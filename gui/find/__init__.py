"""Finds, among loose articles, the pairs that somebody should read: an article and its copy.

May import labels, reports, compare and documents; never Qt. numpy is imported when a search begins.
Imports between the rooms go one way: spark → proposing → verifying → sharing and dating. Begin with
``search.find_pairs``, which goes through them in the opposite order; what an article is, and how
far a search has come, is in ``search_values``.
"""
