"""Two documents → a ``Comparison``: sections paired, missing, added or moved, and changed words.

May import ``documents``, ``lexicon``, ``messages``, ``resources`` and ``own_process``; never Qt.
Begin with ``pipeline.compare``. Its stages are the rooms: ``tokenizing``, ``aligning`` by the one
model in ``modelling``, ``pairing`` of sections, ``telling``; ``furniture`` knows what surrounds an
article. Imports between the rooms go one way: telling → pairing → aligning → modelling →
tokenizing, and pairing and aligning → furniture.
"""

from typing import TYPE_CHECKING

from .cancellation import Cancelled
from .comparison import (
    Change,
    ChangeKind,
    Comparison,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    LedgerEntry,
    Options,
    Section,
    SectionKind,
    Similarity,
    Tally,
    rounded_share,
)

if TYPE_CHECKING:
    from .pipeline import compare
else:

    def __getattr__(name: str) -> object:
        """Load ``compare`` and its libraries when it is asked for: the window never does."""
        if name == "compare":
            from .pipeline import compare

            return compare
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Cancelled",
    "Change",
    "ChangeKind",
    "Comparison",
    "FurnitureItem",
    "FurnitureKind",
    "FurnitureState",
    "LedgerEntry",
    "Options",
    "Section",
    "SectionKind",
    "Similarity",
    "Tally",
    "compare",
    "rounded_share",
]
