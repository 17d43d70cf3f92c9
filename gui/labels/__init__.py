"""Reads pair lists and stores labels: the list, the journal, the label file and the store.

This package may not import Qt, nor anything of the program but ``documents``.
"""

from .file_problems import ODDITIES
from .journal import journal_folder
from .label_set import DEFAULT_LABELS, UNUSABLE, Label, LabelSet
from .label_set_file import LabelSetError, labels_beside, read_label_set
from .label_values import (
    Accident,
    Answer,
    Counts,
    Decision,
    JournalError,
    Judged,
    LabelFileError,
    LabelRow,
    LoneDocumentError,
    OpenReport,
    OutsideEdit,
    Overruled,
    Pair,
    PairList,
    PairListError,
    SaveKind,
    SaveState,
)
from .named_pairs import has_role, in_roles, look_for_two, pair_of_files
from .pair_sources import read_pairs
from .pair_table import missing_document, unreadable_at_sight
from .store import LabelStore

__all__ = [
    "DEFAULT_LABELS",
    "ODDITIES",
    "UNUSABLE",
    "Accident",
    "Answer",
    "Counts",
    "Decision",
    "JournalError",
    "Judged",
    "Label",
    "LabelFileError",
    "LabelRow",
    "LabelSet",
    "LabelSetError",
    "LabelStore",
    "LoneDocumentError",
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
