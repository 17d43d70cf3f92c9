"""The likeliest pairs are compared: how much corresponds, with which names and figures.

May import ``compare``, ``sharing`` and ``dating``. Begin with ``comparing_pairs.compare_all``; its
processes run ``verification.verify``, which asks ``shared_facts`` and ``belonging``.
"""
