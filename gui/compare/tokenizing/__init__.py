"""Two documents become tokens with numbers, equal where writing may vary.

May import ``documents`` and ``lexicon``; no other room. Begin with ``tokens.number_tokens``: what a
word is compared by is its ``normalization.key``; ``equivalence`` looks at both texts once more.
"""
