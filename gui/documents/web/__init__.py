"""Documents on the web: addresses, pages that are fetched within limits, and their snapshots.

May import ``formats``, to tell what came, ``text`` and the values of documents. Nothing is fetched
that nobody named. Begin with ``web_addresses`` and ``page_fetcher.FetchRun``.
"""
