"""Reads pair lists and stores labels. Here are their values and the store; the rest is in rooms.

May import ``documents`` and what that may; never Qt. Imports between the rooms go one way:
reconciling → mending → journal → file, and reconciling → pairs → file.
Begin with ``store.LabelStore`` for labels and ``pairs.pair_sources.read_pairs`` for lists.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .label_set import DEFAULT_LABELS, UNUSABLE, Label, LabelSet
from .label_values import (
    Accident,
    Answer,
    Decision,
    DecisionContext,
    JournalError,
    LabelCounts,
    LabelFileError,
    LabelRow,
    LoneDocumentError,
    LooseArticlesError,
    OpenReport,
    OutsideEdit,
    Overruled,
    Pair,
    PairList,
    PairListError,
    SaveKind,
    SaveState,
)

if TYPE_CHECKING:
    from .journal.journal import journal_folder
    from .label_set_file import LabelSetError, labels_beside, read_label_set
    from .pairs.named_pairs import has_role, in_roles, look_for_two, pair_of_files
    from .pairs.pair_sources import read_pairs
    from .pairs.pair_table import missing_document, unreadable_at_sight
    from .reconciling.file_problems import ODDITIES
    from .store import LabelStore
else:
    _SOURCES = {
        "ODDITIES": "reconciling.file_problems",
        "journal_folder": "journal.journal",
        "LabelSetError": "label_set_file",
        "labels_beside": "label_set_file",
        "read_label_set": "label_set_file",
        "has_role": "pairs.named_pairs",
        "in_roles": "pairs.named_pairs",
        "look_for_two": "pairs.named_pairs",
        "pair_of_files": "pairs.named_pairs",
        "read_pairs": "pairs.pair_sources",
        "missing_document": "pairs.pair_table",
        "unreadable_at_sight": "pairs.pair_table",
        "LabelStore": "store",
    }

    def __getattr__(name: str) -> object:
        """Import what reads lists and keeps labels on first use: most processes need neither."""
        if name not in _SOURCES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{_SOURCES[name]}", __name__), name)


__all__ = [
    "DEFAULT_LABELS",
    "ODDITIES",
    "UNUSABLE",
    "Accident",
    "Answer",
    "Decision",
    "DecisionContext",
    "JournalError",
    "Label",
    "LabelCounts",
    "LabelFileError",
    "LabelRow",
    "LabelSet",
    "LabelSetError",
    "LabelStore",
    "LoneDocumentError",
    "LooseArticlesError",
    "OpenReport",
    "OutsideEdit",
    "Overruled",
    "Pair",
    "PairList",
    "PairListError",
    "SaveKind",
    "SaveState",
    "has_role",
    "in_roles",
    "journal_folder",
    "labels_beside",
    "look_for_two",
    "missing_document",
    "pair_of_files",
    "read_label_set",
    "read_pairs",
    "unreadable_at_sight",
]
