"""The review session: the pair in the window, what is known of it, and its label.

May import QtCore, but nothing that needs a screen, and everything below it. What starts without Qt
says so. Imports between the rooms go one way: measuring → preparing, and opening → pair_list;
``measures`` has their values. Begin with ``session.ReviewSession``.
"""
