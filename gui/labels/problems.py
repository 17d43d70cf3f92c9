"""Why the label file could not be written, in one sentence for people."""

from __future__ import annotations

import errno
from pathlib import Path

from ..documents import shown_name
from .label_file import ChangedMeanwhileError, ReadOnlyError
from .lock import LockBusyError
from .model import SaveKind

_SHARING = frozenset((5, 32, 33))  # what Windows says of a file that another program holds
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_TOO_MANY = frozenset((errno.EMFILE, errno.ENFILE))


class FlawError(Exception):
    """Nothing may be written to a file that cannot be read to its end; the message says why."""


def why_not_written(error: Exception, path: Path) -> tuple[SaveKind, str]:
    """Return the kind of trouble, and a sentence that says what happened and what to do.

    ``OSError(ENOSPC)`` → ``(JOURNAL, "Kept in the recovery journal: the disk of labels.csv …")``
    """
    kind, clause = _clause(error, shown_name(path.name), path)
    return kind, f"Kept in the recovery journal: {clause}"


def _clause(error: Exception, name: str, path: Path) -> tuple[SaveKind, str]:
    if isinstance(error, FlawError):
        return SaveKind.JOURNAL, f"{name} has {error}; mend it, and the labels are written."
    if isinstance(error, ReadOnlyError):
        return SaveKind.READONLY, f"{error}; allow writing, and the labels are written."
    if isinstance(error, LockBusyError):
        return SaveKind.JOURNAL, f"another Copydesk holds {name}.lock; it is tried again."
    if isinstance(error, ChangedMeanwhileError):
        return SaveKind.JOURNAL, f"another program keeps changing {name}; it is tried again."
    if isinstance(error, OSError):
        return _system_clause(error, name, path)
    return SaveKind.JOURNAL, str(error)


def _system_clause(error: OSError, name: str, path: Path) -> tuple[SaveKind, str]:
    # Files that are marked read-only are told before they are opened: what is left is a program
    # that holds the file, as Windows has it.
    if getattr(error, "winerror", None) in _SHARING or error.errno in (errno.EACCES, errno.EPERM):
        return SaveKind.JOURNAL, (
            f"{name} is locked by another program; close it there, and the labels are written."
        )
    if error.errno in _FULL:
        return SaveKind.JOURNAL, f"the disk of {name} is full; make room, and they are written."
    if error.errno == errno.EROFS:
        return SaveKind.READONLY, (
            f"the disk of {name} is read-only; allow writing, and the labels are written."
        )
    if error.errno in _TOO_MANY:
        return SaveKind.JOURNAL, f"too many files are open to write {name}; it is tried again."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        folder = shown_name(path.parent)
        return SaveKind.JOURNAL, f"the folder {folder} is gone; bring it back."
    why = error.strerror or str(error)
    return SaveKind.JOURNAL, f"{name} could not be written ({why}); it is tried again."
