"""Comparing two documents: which sections have a counterpart, which words were swapped.

This package may not import Qt; of the program it knows only ``documents``.
"""

from .cancel import Cancelled
from .model import (
    Change,
    ChangeKind,
    Comparison,
    LedgerEntry,
    Options,
    Section,
    SectionKind,
    Similarity,
    Tally,
)
from .pipeline import compare
from .rows import Row, rows

__all__ = [
    "Cancelled",
    "Change",
    "ChangeKind",
    "Comparison",
    "LedgerEntry",
    "Options",
    "Row",
    "Section",
    "SectionKind",
    "Similarity",
    "Tally",
    "compare",
    "rows",
]
