"""The review session: which pair is in the window, what is known of it, how it was labelled.

Knows QtCore, no screen. ``worker``, ``worker_link`` and ``opening`` know no Qt at all: the worker
process starts without it, and pairs are found before it is loaded.
"""
