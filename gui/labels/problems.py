"""Why the label file could not be written, told for people."""

from __future__ import annotations

import errno
from pathlib import Path

from ..documents import shown_name
from ..messages import CopydeskError, Message
from ..messages.about_labels import AboutLabels
from .label_file import ChangedMeanwhileError, ReadOnlyError
from .lock import LockBusyError
from .model import SaveKind

_SHARING = frozenset((5, 32, 33))  # what Windows says of a file that another program holds
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_TOO_MANY = frozenset((errno.EMFILE, errno.ENFILE))


class FlawError(CopydeskError):
    """Nothing may be written to a file that cannot be read to its end; the message says why."""


def why_not_written(error: OSError | CopydeskError, path: Path) -> tuple[SaveKind, Message]:
    """Return the kind of trouble, and a message that says what happened and what to do.

    ``OSError(ENOSPC)`` → ``(JOURNAL, "Kept in the recovery journal: the disk of labels.csv …")``
    """
    kind, clause = _clause(error, shown_name(path.name), path)
    return kind, Message(AboutLabels.KEPT_IN_JOURNAL, clause=clause)


def _clause(error: OSError | CopydeskError, name: str, path: Path) -> tuple[SaveKind, Message]:
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
    # Files that are marked read-only are told before they are opened: what is left is a program
    # that holds the file, as Windows has it.
    if getattr(error, "winerror", None) in _SHARING or error.errno in (errno.EACCES, errno.EPERM):
        return SaveKind.JOURNAL, Message(AboutLabels.LOCKED, name=name)
    if error.errno in _FULL:
        return SaveKind.JOURNAL, Message(AboutLabels.DISK_FULL, name=name)
    if error.errno == errno.EROFS:
        return SaveKind.READONLY, Message(AboutLabels.DISK_READ_ONLY, name=name)
    if error.errno in _TOO_MANY:
        return SaveKind.JOURNAL, Message(AboutLabels.TOO_MANY_OPEN, name=name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return SaveKind.JOURNAL, Message(AboutLabels.FOLDER_GONE, name=shown_name(path.parent))
    why = error.strerror or str(error)
    return SaveKind.JOURNAL, Message(AboutLabels.NOT_WRITTEN, name=name, why=why)
