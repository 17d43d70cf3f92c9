"""The review session: the pair in the window, what is known of its list, and its label.

May import QtCore and everything below the review, but nothing that needs a screen. Imports between
the rooms go one way: measuring → preparing and pair_list, opening → pair_list; what they share
stands here. Begin with ``session.ReviewSession``, for one pair with ``current_pair.CurrentPair``.
"""
