"""What the tests of the label store share: pairs, stores in a folder, and a reader of results."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gui.commands.labels import main
from gui.labels import DEFAULT_LABELS, Answer, DecisionContext, LabelStore, Pair
from gui.labels.file.files import Files
from gui.labels.label_values import ALL_COLUMNS, COLUMNS

JUDGED = DecisionContext("r" * 64, "c" * 64, False, 0.5, 0.75, 3.0)
EARLY = JUDGED._replace(verbatim=None, with_substitutions=None)  # not compared yet
LABELS = DEFAULT_LABELS.names


def pair(number: int | str) -> Pair:
    return Pair(f"p{number}", f"texts/a{number}.txt", f"texts/b{number}.txt")


@dataclass
class Clock:
    """A clock that goes on by a second whenever it is asked."""

    now: datetime = datetime(2025, 1, 31, 9, 0, tzinfo=timezone.utc)
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


class QuickFiles(Files):
    """Files that do not wait for the disk: what a kill leaves behind is the same.

    Neither do they wait for anything else: a pause makes their clock go on.
    """

    paused = 0.0

    def fsync(self, handle: int) -> None:
        """Believe it at once."""

    def sleep(self, seconds: float) -> None:
        """Go on at once."""
        self.paused += seconds

    def elapsed(self) -> float:
        """Return seconds with those that nobody waited for."""
        return super().elapsed() + self.paused


class StillFiles(QuickFiles):
    """Files whose clock stands still, but for pauses: an edge in time can be tested exactly."""

    def elapsed(self) -> float:
        """Return the seconds of all pauses."""
        return self.paused


@dataclass
class Workspace:
    """A label file and the folder of its journal; stores on them as windows are opened."""

    folder: Path
    clock: Callable[[], datetime] = field(default_factory=Clock)

    @property
    def labels(self) -> Path:
        return self.folder / "work" / "labels.csv"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    @property
    def journal(self) -> Path:
        (found,) = self.state.glob("*.journal")
        return found

    def __post_init__(self) -> None:
        self.labels.parent.mkdir(exist_ok=True)

    def store(
        self, annotator: str = "anna", files: Files | None = None, role: str = ""
    ) -> LabelStore:
        store = LabelStore(
            self.labels,
            journal_folder=self.state,
            annotator=annotator,
            now=self.clock,
            files=files or QuickFiles(),
            role=role,
        )
        store.open()
        return store

    def records(self) -> list[dict[str, str]]:
        """The label file as the csv module reads it; every record must have every column."""
        return list(read_labels(self.labels))

    def labelled(self, annotator: str = "anna") -> dict[str, str]:
        return {r["pair_id"]: r["label"] for r in self.records() if r["annotator"] == annotator}


def leave_out(store: LabelStore) -> None:
    """Take in what was done outside; where rows may have been taken out by mistake, say no."""
    edit = store.look_outside()
    if edit is not None and edit.accident is not None and edit.accident.doubt:
        store.answer(Answer.LEAVE_OUT)
        store.project()
        store.look_outside()


def read_labels(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        header = next(reader, None)
        if header is None:
            return
        assert tuple(header) in (COLUMNS, ALL_COLUMNS)
        for record in reader:
            assert len(record) == len(header), f"a malformed row: {record}"
            yield dict(zip(header, record, strict=True))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run ``copydesk-labels``; return its status, and what it wrote and said."""
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err
