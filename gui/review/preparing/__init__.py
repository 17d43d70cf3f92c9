"""Pairs are read and compared ahead of the reviewer, by a worker process that can be killed.

May import ``background`` and ``measures`` of the review; ``protocol``, ``worker`` and
``worker_link`` use no Qt. Begin with ``preparing.Preparer``, and ``worker.answer`` in the process.
"""
