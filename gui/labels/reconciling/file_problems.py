"""Messages about a label file: oddities, why it was not written, changes by other programs."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ...documents import shown_name
from ...messages import Code, CopydeskError, Message, counted
from ...messages.about_accidents import AboutAccidents
from ...messages.about_labels import AboutLabels
from ...messages.about_pairs import AboutPairs
from ..file.files import LockBusyError
from ..file.label_file import (
    ChangedMeanwhileError,
    InTheWayError,
    LabelFile,
    ReadOnlyError,
    UnreadableError,
)
from ..file.label_table import LabelTable
from ..journal.current_rows import CurrentRows
from ..label_set import LabelSet
from ..label_values import JournalError, LabelFileError, SaveKind

BACKUPS = "backups"
"""The folder for backups inside that of the journals."""

_KEPT = 30  # copies of one kind


def keep_copy(file: LabelFile, copy: Path, alike: str) -> None:
    """Copy *file* to *copy*, unless that exists, and delete the oldest of the copies *alike*.

    *alike* is a pattern of names in the folder of *copy*. Raises OSError.
    """
    folder = copy.parent
    folder.mkdir(parents=True, exist_ok=True)
    if not copy.exists():
        file.copy_to(copy)
        for old in sorted(folder.glob(alike))[:-_KEPT]:
            old.unlink()


def last_copy(backups: Path, stem: str) -> Path | None:
    """Return the latest copy of the label file with the journal *stem*, if any."""
    found = [*backups.glob(f"{stem}-*.csv"), *backups.glob(f"{stem}.older-*.csv")]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def older_copies(backups: Path, stem: str) -> list[Path]:
    """Return the older copies of the label file with the journal *stem*."""
    return sorted(backups.glob(f"{stem}.older-*.csv"))


ODDITIES: Final[frozenset[Code]] = frozenset(
    (
        *(AboutLabels.HEADER_AGAIN, AboutLabels.DOUBLE_ROW, AboutLabels.DOUBLE_ROWS),
        *(AboutLabels.RAGGED_ROW, AboutLabels.RAGGED_ROWS),
        *(AboutLabels.STRANGE_LABEL, AboutLabels.STRANGE_LABELS),
        AboutPairs.SUBFOLDERS_PASSED_OVER,
    )
)
"""Harmless oddities of files, which a reviewer need not read about at every start."""


def warnings_about(
    path: Path, current_rows: CurrentRows, file: LabelFile, labels: LabelSet
) -> list[Message]:
    """Return warnings for the reviewer when label file and journal are opened."""
    found = list(current_rows.journal.reports)
    if not file.exists and current_rows.state.has_rows:
        found.append(Message(AboutAccidents.GONE_WHEN_OPENED, name=shown_name(path)))
    return [*found, *flaws(path, file.table), *oddities(path, file.table, labels)]


def flaws(path: Path, table: LabelTable) -> list[Message]:
    """Return messages about why the label file cannot be read to its end."""
    if table.flaw is None:
        return []
    return [Message(AboutLabels.FLAWED, name=shown_name(path.name), clause=table.flaw)]


def how_to_mend(path: Path, flaw: Message, rows: int) -> Message:
    """Say how to repair the *flaw* of a label file of which the journal has *rows*."""
    name = shown_name(path.name)
    clause = Message(AboutLabels.FLAWED_TO_READ, name=name, clause=flaw)
    if not rows:
        return clause
    one, many = AboutLabels.FLAWED_JOURNAL_HOLDS_ROW, AboutLabels.FLAWED_JOURNAL_HOLDS_ROWS
    return counted(one, many, rows, clause=clause)


def oddities(path: Path, table: LabelTable, labels: LabelSet) -> list[Message]:
    """Return messages about harmless oddities of the label file; :func:`flaws` has the others.

    *labels* are those that are known.
    """
    name = shown_name(path.name)
    found = []
    if not table.has_header and table.size:
        one, many = AboutLabels.BLANK_BYTE, AboutLabels.BLANK_BYTES
        found.append(counted(one, many, table.size, name=name))
    if table.repeats:
        found.append(Message(AboutLabels.HEADER_AGAIN, name=name, record=table.repeats[0]))
    if table.doubles:
        one, many = AboutLabels.DOUBLE_ROW, AboutLabels.DOUBLE_ROWS
        count, record = len(table.doubles), table.doubles[0]
        found.append(counted(one, many, count, name=name, record=record))
    if table.ragged:
        one, many = AboutLabels.RAGGED_ROW, AboutLabels.RAGGED_ROWS
        count, record = len(table.ragged), table.ragged[0]
        found.append(counted(one, many, count, name=name, record=record))
    if table.swallowing:
        record = min(table.swallowing.values())
        one, many = AboutLabels.SWALLOWING_ROW, AboutLabels.SWALLOWING_ROWS
        found.append(counted(one, many, len(table.swallowing), name=name, record=record))
    strange = [(record, label) for record, label in table.strange if label not in labels]
    if strange:
        record, label = strange[0]
        one, many = AboutLabels.STRANGE_LABEL, AboutLabels.STRANGE_LABELS
        count, label = len(strange), shown_name(label)
        found.append(counted(one, many, count, name=name, record=record, label=label))
    return found


_SHARING = frozenset((5, 32, 33))  # the error of Windows for a file that another program holds
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_TOO_MANY = frozenset((errno.EMFILE, errno.ENFILE))


class FlawError(CopydeskError):
    """Raised instead of writing to a file that cannot be read to its end; the message says why."""


def why_not_written(error: OSError | CopydeskError, path: Path) -> tuple[SaveKind, Message]:
    """Return the kind of problem, and a clause that says what happened and what to do.

    >>> kind, clause = why_not_written(OSError(errno.ENOSPC, "full"), Path("labels.csv"))
    >>> kind
    <SaveKind.JOURNAL: 'journal'>
    >>> print(clause)
    the disk of labels.csv is full; free some space, and the labels will be written.
    """
    return _clause(error, shown_name(path.name), path)


def kept_in_journal(clause: Message, rows: int) -> Message:
    """Say that decisions are in the journal, and why; *rows* is for a lost file, else 0."""
    if not rows:
        return Message(AboutLabels.KEPT_IN_JOURNAL, clause=clause)
    one, many = AboutLabels.ROW_ONLY_IN_JOURNAL, AboutLabels.ROWS_ONLY_IN_JOURNAL
    return counted(one, many, rows, clause=clause)


def why_refused(error: OSError | JournalError, folder: Path) -> Message:
    """Say that a decision is not even in the journal in *folder*, and why."""
    if isinstance(error, JournalError):
        return Message(AboutLabels.NOT_SAVED, clause=error.message)
    if error.errno in _FULL:
        return Message(AboutLabels.JOURNAL_DISK_FULL, name=shown_name(folder))
    why = error.strerror or str(error)
    return Message(AboutLabels.JOURNAL_NOT_WRITTEN, name=shown_name(folder), why=why)


def journal_unusable(folder: Path, error: OSError) -> Message:
    """Return a clause that says that the journal's *folder* cannot be used because of *error*."""
    why = error.strerror or str(error)
    return Message(AboutLabels.JOURNAL_UNUSABLE, name=shown_name(folder), why=why)


def with_rows_of_journal(error: OSError | LabelFileError, path: Path, rows: int) -> LabelFileError:
    """Return the error that refuses the label file *path* because of *error*.

    It also says how to get back *rows* that are in the journal.
    """
    refusal = error
    if isinstance(refusal, OSError):
        why = refusal.strerror or str(refusal)
        refusal = LabelFileError(Message(AboutLabels.UNREADABLE, name=shown_name(path), why=why))
    if not rows:
        return refusal
    clause = refusal.message
    if clause.code in (AboutLabels.NO_LABEL_FILE, AboutLabels.NO_LABEL_FILE_TO_READ):
        # Whoever began another file now would leave these rows behind.
        reason = clause.arguments["clause"]
        clause = Message(AboutLabels.NO_LABEL_FILE_NOW, name=shown_name(path), clause=reason)
    one, many = AboutLabels.JOURNAL_HOLDS_ROW, AboutLabels.JOURNAL_HOLDS_ROWS
    return LabelFileError(counted(one, many, rows, clause=clause, name=shown_name(path.name)))


def _clause(error: OSError | CopydeskError, name: str, path: Path) -> tuple[SaveKind, Message]:
    if isinstance(error, InTheWayError):
        return SaveKind.JOURNAL, Message(AboutLabels.IN_THE_WAY, name=name, clause=error.what)
    if isinstance(error, UnreadableError):
        why = error.strerror or str(error)
        return SaveKind.JOURNAL, Message(AboutLabels.NOT_READABLE, name=name, why=why)
    if isinstance(error, FlawError):
        return SaveKind.JOURNAL, Message(AboutLabels.MEND_FLAW, name=name, clause=error.message)
    if isinstance(error, ReadOnlyError):
        return SaveKind.READONLY, Message(AboutLabels.READ_ONLY, name=shown_name(error.place))
    if isinstance(error, LockBusyError):
        return SaveKind.JOURNAL, Message(AboutLabels.LOCK_BUSY, name=f"{name}.lock")
    if isinstance(error, ChangedMeanwhileError):
        return SaveKind.JOURNAL, Message(AboutLabels.KEEPS_CHANGING, name=name)
    if isinstance(error, OSError):
        return _system_clause(error, name, path)
    return SaveKind.JOURNAL, error.message


def _system_clause(error: OSError, name: str, path: Path) -> tuple[SaveKind, Message]:
    # Read-only files are found before they are opened: what remains is a program
    # that holds the file, as Windows has it.
    if getattr(error, "winerror", None) in _SHARING or error.errno in (errno.EACCES, errno.EPERM):
        return SaveKind.JOURNAL, Message(AboutLabels.LOCKED, name=name)
    if error.errno in _FULL:
        return SaveKind.JOURNAL, Message(AboutLabels.DISK_FULL, name=name)
    if error.errno == errno.EROFS:
        return SaveKind.READONLY, Message(AboutLabels.DISK_READ_ONLY, name=name)
    if error.errno in _TOO_MANY:
        return SaveKind.JOURNAL, Message(AboutLabels.TOO_MANY_OPEN, name=name)
    if error.errno in (errno.ENOENT, errno.ELOOP) and path.is_symlink():
        return SaveKind.JOURNAL, Message(AboutLabels.LINK_TO_NOWHERE, name=name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return SaveKind.JOURNAL, Message(AboutLabels.FOLDER_GONE, name=shown_name(path.parent))
    why = error.strerror or str(error)
    return SaveKind.JOURNAL, Message(AboutLabels.NOT_WRITTEN, name=name, why=why)


# Messages for one and for many rows, by whether they were there before and are there now.
_HAPPENED = (
    ((False, True), AboutAccidents.ROW_ADDED, AboutAccidents.ROWS_ADDED),
    ((True, True), AboutAccidents.ROW_CHANGED, AboutAccidents.ROWS_CHANGED),
    ((True, False), AboutAccidents.ROW_REMOVED, AboutAccidents.ROWS_REMOVED),
)


def edited_outside(path: Path, happened: Mapping[tuple[bool, bool], int]) -> Message | None:
    """Say what became of rows; *happened* counts them by whether they existed before and exist now.

    >>> print(edited_outside(Path("labels.csv"), {(True, False): 2}))
    labels.csv was changed outside this window: 2 rows removed.
    """
    said = [
        counted(one, many, rows) for kind, one, many in _HAPPENED if (rows := happened.get(kind))
    ]
    name = shown_name(path.name)
    if not said:
        return None
    if len(said) == 1:
        return Message(AboutAccidents.CHANGED_OUTSIDE, name=name, clause=said[0])
    if len(said) == 2:
        return Message(AboutAccidents.CHANGED_TWICE, name=name, clause=said[0], last=said[1])
    return Message(
        AboutAccidents.CHANGED_THRICE, name=name, clause=said[0], second=said[1], last=said[2]
    )
