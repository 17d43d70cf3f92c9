"""The open list: what is known of each of its pairs, which are shown, and in which order.

May import ``background``, ``measures`` and ``table_models``; nothing here reads or compares a pair.
Begin with ``pair_book.PairBook``; ``pairs_model.PairsModel`` is the list on the screen.
"""
