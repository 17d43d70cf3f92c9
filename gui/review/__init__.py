"""The review session: the pair in the window, what is known of it, and its label.

Knows QtCore, no screen. ``worker``, ``worker_link`` and ``opening`` know no Qt at all: the worker
process starts without it, and pairs are found before it is loaded.
"""
