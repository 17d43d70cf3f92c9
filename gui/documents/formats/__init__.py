"""The formats of documents: each is told by its content, and read by a module of its own.

May import ``pages``, ``text`` and the values of documents. Begin with ``recognition``; word
processors' files go through ``text_flow`` and ``office_package``, pages of a PDF ``page_layout``.
"""
