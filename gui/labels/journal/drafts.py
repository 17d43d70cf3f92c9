"""Drafts of notes, which survive a crash of the window.

A note becomes a decision when typing pauses. Until then it is kept in a file beside the journal, so
that the journal does not grow with every key. Each window has its own file and a lock that the
system releases when the window dies: so no window takes over a note that is still being typed in
another one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path

from ..file.files import Files, LockBusyError, locked
from ..label_values import Decision
from .journal_entries import decision_line, parse

_NAME = ".draft-"  # behind the journal's name, and a number behind it


class Drafts:
    """The note that is being typed in this window, and those left behind by crashed windows.

    Thread-safe; every method waits for the disk.
    """

    def __init__(self, journal: Path, files: Files) -> None:
        """Keep drafts beside the file *journal*."""
        self._journal = journal
        self._files = files
        self._guard = threading.Lock()
        self._held = ExitStack()  # the lock of this window's file
        self._path: Path | None = None
        self._pair = ""  # whose note stands in the file

    def keep(self, decision: Decision) -> None:
        """Make *decision*, an unfinished note, durable; raises OSError."""
        with self._guard:
            path = self._path or self._take_place()
            line = decision_line(decision._replace(sequence=1))  # no number of the journal's
            self._files.write_over(path, line.encoded(), mode=0o600)
            self._pair = decision.pair_id
            self._files.sync_folder(path.parent)

    def end(self, pair_id: str) -> None:
        """Remove the draft about the pair with this id: the journal has its note; raises OSError.

        It is forgotten only once the removal is durable, so that an undone note does not come back.
        """
        with self._guard:
            if self._path is not None and self._pair == pair_id:
                with suppress(FileNotFoundError):
                    self._files.unlink(self._path)
                self._files.sync_folder(self._path.parent)
                self._path = None
                self._held.close()

    def left_behind(self, annotator: str) -> Iterator[Decision]:
        """Yield the drafts of *annotator* that crashed windows left behind.

        Each is removed when the next one is requested, so that an error before that keeps it.
        """
        for path in drafts_of(self._journal):
            with suppress(LockBusyError), locked(self._files, _lock_of(path), patience=0.0):
                decision = self._read(path)
                if decision is not None and decision.annotator == annotator:
                    yield decision
                    self._files.unlink(path)
                    self._files.sync_folder(path.parent)

    def _take_place(self) -> Path:
        """Lock the first place for a draft that no other window has and that is empty."""
        self._files.make_folder(self._journal.parent)
        for number in count(1):
            path = Path(f"{self._journal}{_NAME}{number}")
            with suppress(LockBusyError), ExitStack() as held:
                held.enter_context(locked(self._files, _lock_of(path), patience=0.0))
                if not path.exists():
                    self._held = held.pop_all()
                    self._path = path
                    break
        return path

    def _read(self, path: Path) -> Decision | None:
        data, _ = self._files.read_all(path)
        entry = parse(data, 0)
        return entry.decision() if entry is not None and entry.what == "note" else None


def note_with_draft(draft: Decision, there: str) -> str:
    """Return the note *there* with *draft* added.

    If somebody wrote another note meanwhile, both stay, unless it contains the draft already.
    """
    before, note = ("" if row is None else row.note for row in (draft.before, draft.after))
    if there in (before, note):
        return note
    return there if note in there else f"{there}\n{note}"


def drafts_of(journal: Path) -> list[Path]:
    """Return the drafts beside the file *journal*, including those of running windows."""
    start = f"{journal.name}{_NAME}"
    found = journal.parent.iterdir() if journal.parent.is_dir() else ()
    return sorted(
        path for path in found if path.name.startswith(start) and path.name[len(start) :].isdigit()
    )


def place_of(draft: Path, old: Path, new: Path) -> Path:
    """Return the path beside the journal *new* for *draft*, which is beside *old*."""
    return new.parent / (new.name + draft.name[len(old.name) :])


def _lock_of(draft: Path) -> Path:
    return Path(f"{draft}.lock")
