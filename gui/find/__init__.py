"""Finds, among loose articles, the pairs that somebody should read: an article and its copy.

May import labels, reports, compare and documents, and no Qt; numpy is imported when a search
begins. Begin with ``search.find_pairs``: ``sources`` has the articles, ``terms`` what is looked
for, ``term_index`` who shares it, ``scoring`` what that is worth, ``verification`` compares,
``proposals`` decides, and ``direction`` and ``groups`` tell the original and its copies.
"""
