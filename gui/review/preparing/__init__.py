"""Pairs are read and compared ahead of the reviewer, by a worker process that can be killed.

May import ``background`` and ``measures``; only ``preparing`` uses Qt. Begin with
``preparing.Preparer`` in the window, and with ``worker.answer`` in the process.
"""
