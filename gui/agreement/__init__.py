"""Several label files → how far annotators agree, what each pair is likely to be, who reads what.

May import ``labels``, ``reports`` and what these may; never Qt. Only ``coefficients`` and
``dawid_skene`` import numpy (the extra ``agreement``). Begin with ``ratings``.
"""

ASSIGNMENT = "assignment.json"
"""The file beside the lists of an assignment that says who reads what, and which labels are known.
"""

FIGURES = ("raw", "kappa", "alpha", "ac1")
"""The figures of an agreement, by the names that they have in it, in the order of all tables."""

HEADS = ("raw", "κ", "α", "AC1")
"""How they are called above a column."""
