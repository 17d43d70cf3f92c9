"""Sentences about what is odd in a label file, for the window and ``copydesk-labels check``."""

from __future__ import annotations

from pathlib import Path

from ..documents import shown_name
from .accidents import doubt_about
from .book import Book
from .journal_state import JournalState
from .label_file import LabelFile
from .table import Table


def warnings_about(path: Path, book: Book, file: LabelFile) -> list[str]:
    """Return what a reviewer should know when label file and journal are opened."""
    found = list(book.journal.reports)
    if not file.exists and book.state.has_rows:
        found.append(
            f"{shown_name(path)} was gone; its rows are written again from the recovery journal. "
            "To start afresh, choose another file with --labels."
        )
    return [*found, *oddities(path, file.table)]


def accidents_found(path: Path, state: JournalState, renamed: int) -> list[str]:
    """Return what the label file lost, but probably not because anybody meant it.

    *renamed* is the number of rows that it has under other ids.
    """
    name = shown_name(path.name)
    found = []
    lacking = len(state.back) - renamed
    if lacking > 0:
        found.append(
            f"{name} lacks {lacking} label(s) that it had, as an older copy that is saved over it "
            "does; open the list in the window, or run copydesk-labels restore, and they are put "
            "back."
        )
    if renamed:
        found.append(
            f"{name} has {renamed} row(s) under ids that a spreadsheet rewrote, as 7 for 007; open "
            "the list in the window, or run copydesk-labels restore, and they are mended."
        )
    if state.doubts:
        found.append(
            f"{doubt_about(name, tuple(state.doubts))} The window asks; copydesk-labels restore "
            "puts it back."
        )
    return found


def oddities(path: Path, table: Table) -> list[str]:
    """Return what is odd in the label file itself; nothing of it is changed."""
    name = shown_name(path.name)
    found = []
    if not table.has_header and table.size:
        found.append(
            f"{name} has no rows, not even a header, but {table.size} blank or zero bytes, as a "
            "power cut leaves them; the first label writes it anew."
        )
    if table.flaw:
        found.append(
            f"{name} has {table.flaw}: what follows cannot be read, and nothing is written until "
            "it is mended. Labels are kept in the recovery journal."
        )
    if table.doubles:
        found.append(
            f"{name} has {len(table.doubles)} row(s) for a pair and annotator that have "
            f"one already, the first in record {table.doubles[0]}; the last one counts."
        )
    if table.ragged:
        found.append(
            f"{name} has {len(table.ragged)} row(s) with too few or too many columns, the first in "
            f"record {table.ragged[0]}."
        )
    if table.strange:
        record, label = table.strange[0]
        found.append(
            f"{name} has {len(table.strange)} label(s) that mean nothing here, the first one "
            f"“{shown_name(label)}” in record {record}; they count as no label."
        )
    return found
