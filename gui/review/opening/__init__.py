"""A list, a folder or two documents become an open list: found, fetched, searched for, opened.

May import ``pair_list`` and all below the review; ``wanted`` and ``opening`` use no Qt, for they
run before it is loaded. Begin with ``opening.open_pairs``; what is asked for is ``wanted.Wanted``.
"""
