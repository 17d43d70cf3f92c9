"""The review session: the pair in the window, what is known of it, and its label.

May import QtCore, but nothing that needs a screen, and everything below it. ``worker``,
``worker_link`` and ``opening`` use no Qt at all: the worker process starts without it, and pairs
are found before it is loaded. Begin with ``session.ReviewSession``.
"""
