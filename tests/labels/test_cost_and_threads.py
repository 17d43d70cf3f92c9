"""One more label costs what the first one cost, and threads do not get in each other's way."""

from __future__ import annotations

import errno
import gc
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from gui.labels import journal_folder
from gui.labels.label_values import LabelRow
from gui.labels.reconciling.projection import BATCH
from tests.labels.file.faults import CountedFiles
from tests.labels.helpers import JUDGED, LABELS, QuickFiles, Workspace, pair
from tests.labels.scenario import state_in_file, state_of


@dataclass
class Cost:
    """What a decision and its projection cost, told without a clock."""

    calls: int
    read: int
    written: int


class MeteredFiles(CountedFiles):
    """Counts the bytes that are read and written."""

    def __init__(self) -> None:
        super().__init__()
        self.bytes_read = 0
        self.bytes_written = 0

    def read(self, handle: int, size: int) -> bytes:
        data: bytes = super().read(handle, size)
        self.bytes_read += len(data)
        return data

    def write(self, handle: int, data: bytes | memoryview) -> int:
        self.bytes_written += len(data)
        written: int = super().write(handle, data)
        return written


def cost_of_one_more(workspace: Workspace, rows: int) -> Cost:
    files = MeteredFiles()
    store = workspace.store(files=files)
    for number in range(1000, 1000 + rows):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    store.label(pair(8000), "copy", JUDGED)
    store.project()  # makes the backup of the day
    before = files.calls, files.bytes_read, files.bytes_written
    store.label(pair(9000), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    return Cost(
        files.calls - before[0], files.bytes_read - before[1], files.bytes_written - before[2]
    )


def rows_in_memory(pair_id: str) -> list[LabelRow]:
    """All row objects about a pair, in whatever they are kept."""
    gc.collect()
    return [x for x in gc.get_objects() if isinstance(x, LabelRow) and x.pair_id == pair_id]


def test_of_thousands_of_rows_each_is_kept_once(workspace: Workspace) -> None:
    """Journal, label file and book share it, also after a change and in the next window."""
    store = workspace.store()
    ids = [f"kept-once-{number}" for number in range(3)]
    for pair_id in ids:
        store.label(pair(1)._replace(id=pair_id), "copy", JUDGED)
        assert store.project().kind.value == "saved"
    assert [len(rows_in_memory(pair_id)) for pair_id in ids] == [1, 1, 1]
    store.note(pair(1)._replace(id=ids[0]), "a thought", JUDGED)
    store.project()
    again = workspace.store()
    del store
    assert [len(rows_in_memory(pair_id)) for pair_id in ids] == [1, 1, 1]
    found = again.row(ids[0])
    assert found is not None
    assert found.note == "a thought"


def test_one_more_label_costs_the_same_with_many_rows(tmp_path: Path) -> None:
    costs = []
    for rows in (3, 900):
        (tmp_path / str(rows)).mkdir()
        costs.append(cost_of_one_more(Workspace(tmp_path / str(rows)), rows))
    few, many = costs
    assert many.calls == few.calls
    assert many.read == few.read == 0
    assert abs(many.written - few.written) < 20  # longer sequence numbers


class AppendedFiles(QuickFiles):
    """Notes how many records each write to the label file brings."""

    def __init__(self) -> None:
        self.records: list[int] = []

    def write(self, handle: int, data: bytes | memoryview) -> int:
        if b"\r\n" in bytes(data):  # lines of the journal end otherwise
            self.records.append(bytes(data).count(b"\r\n"))
        return super().write(handle, data)


def test_many_pending_decisions_are_written_step_by_step(workspace: Workspace) -> None:
    """No decision waits for more than 500 others, which takes less than anybody notices."""
    files = AppendedFiles()
    store = workspace.store(files=files)
    count = 1_003
    for number in range(count):
        store.label(pair(number), "copy", JUDGED)
    for number in range(0, 1_000, 7):  # to be spliced in after they were appended
        store.label(pair(number), "unrelated", JUDGED)
    assert store.project().kind.value == "saved"
    assert files.records[0] == 501  # with the header
    assert len(files.records) >= 3
    assert [record["pair_id"] for record in workspace.records()] == [f"p{n}" for n in range(count)]
    assert state_in_file(workspace) == state_of(store) == state_of(workspace.store())


def test_a_step_that_fails_leaves_the_steps_before_it(workspace: Workspace) -> None:
    class FullAfterwards(AppendedFiles):
        """A disk that has room for one step."""

        def write(self, handle: int, data: bytes | memoryview) -> int:
            if self.records and b"\r\n" in bytes(data):
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(handle, data)

    files = FullAfterwards()
    store = workspace.store(files=files)
    for number in range(BATCH + 5):
        store.label(pair(number), "copy", JUDGED)
    state = store.project()
    assert (state.kind.value, state.pending) == ("journal", 5)
    assert len(workspace.records()) == BATCH
    again = workspace.store()
    assert len(again.rows()) == BATCH + 5
    assert again.project().kind.value == "saved"
    assert state_in_file(workspace) == state_of(again)


def test_a_projection_of_nothing_touches_nothing(workspace: Workspace) -> None:
    files = MeteredFiles()
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    store.project()
    before = files.calls
    assert store.project().kind.value == "saved"
    assert files.calls == before


def test_deciding_and_writing_at_the_same_time(workspace: Workspace) -> None:
    store = workspace.store()
    done = threading.Event()
    faults: list[BaseException] = []

    def write() -> None:
        try:
            while not done.is_set():
                store.project()
                store.look_outside()
        except BaseException as error:  # shown below
            faults.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    for number in range(300):
        store.label(pair(number % 40), LABELS[number % 3], JUDGED)
        if number % 7 == 0:
            store.undo()
    done.set()
    writer.join()
    assert faults == []
    assert store.project().kind.value == "saved"
    assert state_in_file(workspace) == state_of(store)
    assert state_of(workspace.store()) == state_of(store)


def test_the_journals_lie_where_qt_says() -> None:
    core = pytest.importorskip("PySide6.QtCore")
    before = core.QCoreApplication.applicationName()
    core.QCoreApplication.setApplicationName("copydesk")
    try:
        location = core.QStandardPaths.StandardLocation.StateLocation
        assert journal_folder() == Path(core.QStandardPaths.writableLocation(location)) / "journals"
    finally:
        core.QCoreApplication.setApplicationName(before)
