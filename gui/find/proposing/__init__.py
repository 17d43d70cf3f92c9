"""Which pairs are proposed, in which order, and which of two articles is the original.

May import the rooms before it, ``verifying``, ``sharing`` and ``dating``, but not how articles are
read. Begin with ``proposals.PairFilter``; ``direction`` decides about one pair, ``grouping`` when
all are known. Both engines use these functions.
"""
