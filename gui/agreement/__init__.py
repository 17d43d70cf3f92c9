"""Several label files → how far annotators agree, what each pair is likely to be, who reads what.

May import ``labels``, ``reports`` and what these may; never Qt. Only ``coefficients`` and
``dawid_skene`` import numpy (the extra ``agreement``). Begin with ``ratings``.
"""

ASSIGNMENT = "assignment.json"
"""The file beside the lists of an assignment that says who reads what, and which labels are known.
"""
