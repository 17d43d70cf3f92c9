"""Finds, among loose articles, the pairs that somebody should read: an article and its copy.

May import labels, reports, compare and documents; never Qt. numpy is imported when a search begins.
Begin with ``search.find_pairs``: ``sources`` reads articles, ``terms`` takes them apart,
``term_index`` finds who shares terms, ``scoring`` weighs that, ``verification`` compares,
``proposals`` decides, and ``direction`` and ``grouping`` tell the original from its copies.
"""
