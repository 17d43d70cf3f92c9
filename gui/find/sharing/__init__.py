"""What articles share, before any two are compared: rare terms, where they are, their worth.

May import ``documents``, ``lexicon`` and how words are normalized in ``compare``; no other room.
Begin with ``terms.terms_of`` and ``term_index.TermIndex``, which finds who shares terms;
``scoring`` says what that is worth, ``standing`` less of it for a passage that both quote.
"""
