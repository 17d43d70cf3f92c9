"""A list, a folder or two documents become an open list: found, fetched, searched for, opened.

May import ``pair_list`` and ``background``; ``wanted`` and ``opening`` run before Qt is loaded and
import none. Begin with ``opening.open_pairs``; what is asked for is ``wanted.Wanted``.
"""
