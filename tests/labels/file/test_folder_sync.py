"""What is saved can be found after a power cut: names are on the disk, not only contents."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from gui.labels import JournalError, LabelStore, SaveKind
from tests.labels.file.faults import FullAfter
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair
from tests.labels.scenario import state_of


class FolderFiles(QuickFiles):
    """Notes which folders were synced; fails at those in ``broken``."""

    def __init__(self, *broken: Path) -> None:
        self.broken = set(broken)
        self.synced: list[Path] = []

    def sync_folder(self, path: Path) -> None:
        if path in self.broken:
            raise OSError(errno.EIO, "broken")
        self.synced.append(path)


def test_the_first_decision_waits_for_the_name_of_the_journal_however_often(
    workspace: Workspace,
) -> None:
    files = FolderFiles(workspace.state)
    store = workspace.store(files=files)
    for _ in range(3):
        with pytest.raises(JournalError, match="Not saved"):
            store.label(pair(1), "copy", JUDGED)
    assert state_of(store) == {}
    assert state_of(workspace.store()) == {}
    files.broken.clear()
    store.label(pair(1), "copy", JUDGED)
    assert workspace.state in files.synced
    files.synced.clear()
    store.label(pair(2), "copy", JUDGED)
    assert files.synced == []


def test_a_new_process_does_not_rely_on_one_that_may_have_died(workspace: Workspace) -> None:
    workspace.store().label(pair(1), "copy", JUDGED)
    files = FolderFiles()
    store = workspace.store(files=files)
    assert files.synced == []
    store.label(pair(2), "copy", JUDGED)
    assert workspace.state in files.synced


def test_nor_on_another_window_that_wrote_the_journal_anew(workspace: Workspace) -> None:
    """Its rename may be undone by a power cut, and with it what stands in the new file."""
    files = FolderFiles()
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    with workspace.journal.open("ab") as out:
        out.write(b"half a rec")  # one that was killed there
    broken = FolderFiles(workspace.state)
    other = workspace.store(files=broken)  # sets that aside
    inode = workspace.journal.stat().st_ino
    assert b"half" not in workspace.journal.read_bytes()
    files.synced.clear()
    store.label(pair(2), "copy", JUDGED)
    assert workspace.journal.stat().st_ino == inode
    assert workspace.state in files.synced
    with pytest.raises(JournalError):
        other.label(pair(3), "copy", JUDGED)
    broken.broken.clear()
    other.label(pair(3), "copy", JUDGED)
    assert set(state_of(workspace.store())) == {"p1", "p2", "p3"}


@pytest.mark.parametrize("fails", [False, True])
def test_the_folders_above_a_new_journal_folder_have_their_names_too(
    workspace: Workspace, fails: bool
) -> None:
    state = workspace.folder / "a" / "b" / "c"
    files = FolderFiles(*([workspace.folder / "a"] if fails else []))
    store = LabelStore(workspace.labels, journal_folder=state, annotator="anna", files=files)
    store.open()
    if fails:
        with pytest.raises(JournalError):
            store.label(pair(1), "copy", JUDGED)
        files.broken.clear()
    store.label(pair(1), "copy", JUDGED)
    for folder in (state, *list(state.parents)[:3]):
        assert folder in files.synced


def test_a_label_file_has_its_name_before_a_row_is_appended(workspace: Workspace) -> None:
    """The one who made the file may have died before its name was on the disk."""
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\n")
    files = FolderFiles(workspace.labels.parent)
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind is SaveKind.JOURNAL
    files.broken.clear()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.parent in files.synced
    store.label(pair(2), "copy", JUDGED)
    files.synced.clear()
    assert store.project().kind is SaveKind.SAVED
    assert files.synced == []
    workspace.labels.with_name("other").write_bytes(workspace.labels.read_bytes())
    workspace.labels.with_name("other").replace(workspace.labels)  # a spreadsheet
    store.label(pair(3), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.parent in files.synced


def test_a_lost_label_file_whose_new_name_is_not_on_the_disk_is_tried_again(
    workspace: Workspace,
) -> None:
    files = FolderFiles()
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    workspace.labels.unlink()
    files.broken.add(workspace.labels.parent)
    store.look_outside()
    assert store.project().kind is SaveKind.JOURNAL
    files.broken.clear()
    assert store.project().kind is SaveKind.SAVED
    assert set(workspace.labelled()) == {"p1"}


def test_rows_found_in_the_file_without_a_note_of_it_are_not_believed(workspace: Workspace) -> None:
    """Whoever wrote them may have died of a failed fsync: what is in the cache is not on disk."""
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    before = workspace.journal.read_bytes()
    store.project()
    workspace.journal.write_bytes(before)  # killed before it was noted
    inode = workspace.labels.stat().st_ino
    again = workspace.store()
    again.label(pair(2), "copy", JUDGED)
    assert again.project().kind is SaveKind.SAVED
    assert workspace.labels.stat().st_ino != inode
    assert set(workspace.labelled()) == {"p1", "p2"}


def test_a_lost_journal_is_written_again_however_often_that_fails(workspace: Workspace) -> None:
    """What only the journal had is still known to the window, which must not forget it."""
    files = FullAfter(10**6, only=str(workspace.state))
    store = workspace.store(files=files)
    store.label(pair(1), "copy", JUDGED)
    store.label(pair(2), "copy", JUDGED)
    workspace.journal.unlink()
    for room in (0, 100, 700):  # nothing, half a line, a line and a half
        files.room = room
        with pytest.raises(JournalError):
            store.label(pair(3), "copy", JUDGED)
        assert set(state_of(store)) == {"p1", "p2"}
    files.room = 10**6
    store.label(pair(4), "copy", JUDGED)
    assert set(state_of(workspace.store())) == {"p1", "p2", "p4"}


def test_a_journal_that_cannot_be_brought_along_yet_is_not_left_behind(tmp_path: Path) -> None:
    """What a moved label file does not have yet stands in its old journal only."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    old, new = Workspace(tmp_path / "old"), Workspace(tmp_path / "new")
    store = LabelStore(old.labels, journal_folder=tmp_path / "state", annotator="anna")
    store.open()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    store.label(pair(2), "copy", JUDGED)
    new.labels.parent.rmdir()
    old.labels.parent.rename(new.labels.parent)
    files = FullAfter(0, only=str(tmp_path / "state"))
    store = LabelStore(new.labels, journal_folder=tmp_path / "state", annotator="anna", files=files)
    (warning,) = store.open().warnings
    assert "is full; free some space" in str(warning)
    with pytest.raises(JournalError):
        store.label(pair(3), "copy", JUDGED)
    files.room = 10**6
    store.label(pair(4), "copy", JUDGED)
    assert set(state_of(store)) == {"p1", "p2", "p4"}
    assert store.project().kind is SaveKind.SAVED
    assert set(new.labelled()) == {"p1", "p2", "p4"}
