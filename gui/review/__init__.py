"""The review session: which pair is in the window, what is known of it, how it was labelled.

Knows QtCore, no screen. ``worker`` and ``worker_link`` know no Qt at all: the worker process
starts without it.
"""
