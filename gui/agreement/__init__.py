"""Compares several label files: agreement, likely labels, adjudication, and assignments.

May import ``labels``, ``reports`` and what these may; never Qt. Only ``coefficients`` and
``dawid_skene`` import numpy (the extra ``agreement``). Begin with ``ratings.Ratings``.
"""

ASSIGNMENT = "assignment.json"
"""The file beside the lists of an assignment that says who reads what and which labels are known.
"""

FIGURES = ("raw", "kappa", "alpha", "ac1")
"""The names of the figures of an ``Agreement``, in the order of all tables."""

HEADS = ("raw", "κ", "α", "AC1")
"""Their headings in tables."""
