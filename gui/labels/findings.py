"""What is odd in a label file, for the window and ``copydesk-labels check``."""

from __future__ import annotations

from pathlib import Path

from ..documents import shown_name
from ..messages import Message
from ..messages.about_labels import AboutLabels
from .accidents import doubt_about
from .book import Book
from .journal_state import JournalState
from .label_file import LabelFile
from .table import Table


def warnings_about(path: Path, book: Book, file: LabelFile) -> list[Message]:
    """Return what a reviewer should know when label file and journal are opened."""
    found = list(book.journal.reports)
    if not file.exists and book.state.has_rows:
        found.append(Message(AboutLabels.GONE_WHEN_OPENED, name=shown_name(path)))
    return [*found, *oddities(path, file.table)]


def accidents_found(path: Path, state: JournalState, renamed: int) -> list[Message]:
    """Return what the label file lost, but probably not because anybody meant it.

    *renamed* is the number of rows that it has under other ids.
    """
    name = shown_name(path.name)
    found = []
    lacking = len(state.back) - renamed
    if lacking > 0:
        found.append(Message(AboutLabels.LACKS_LABELS, name=name, count=lacking))
    if renamed:
        found.append(Message(AboutLabels.HAS_REWRITTEN_IDS, name=name, count=renamed))
    doubt = doubt_about(name, tuple(state.doubts))
    if doubt is not None:
        found.append(Message(AboutLabels.DOUBT_TO_RESTORE, clause=doubt))
    return found


def oddities(path: Path, table: Table) -> list[Message]:
    """Return what is odd in the label file itself; nothing of it is changed."""
    name = shown_name(path.name)
    found = []
    if not table.has_header and table.size:
        found.append(Message(AboutLabels.NO_ROWS, name=name, size=table.size))
    if table.flaw is not None:
        found.append(Message(AboutLabels.FLAWED, name=name, clause=table.flaw))
    if table.doubles:
        found.append(
            Message(
                AboutLabels.DOUBLE_ROWS,
                name=name,
                count=len(table.doubles),
                record=table.doubles[0],
            )
        )
    if table.ragged:
        found.append(
            Message(
                AboutLabels.RAGGED_ROWS, name=name, count=len(table.ragged), record=table.ragged[0]
            )
        )
    if table.strange:
        record, label = table.strange[0]
        found.append(
            Message(
                AboutLabels.STRANGE_LABELS,
                name=name,
                count=len(table.strange),
                label=shown_name(label),
                record=record,
            )
        )
    return found
