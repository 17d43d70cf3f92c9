"""Which lines around an article are its headline, its date, its author or a line of the site.

May import ``documents`` and ``lexicon``; no other room. Begin with ``furniture.furniture_of``.
"""
