"""A label file that other programs removed or spoiled: nothing is called saved that is in none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.commands.labels import main
from gui.labels import Answer, LabelFileError, LabelStore, SaveKind
from tests.labels.helpers import JUDGED, QuickFiles, Workspace, pair
from tests.labels.misfortunes import (
    FLAWED,
    HEALED,
    STUCK,
    Undo,
    folder_in_its_place,
    overwritten,
    removed,
    rights_taken_away,
    whole_folder_removed,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and rights are other there")

Misfortune = Callable[[Path], Undo]


def saved(workspace: Workspace, files: QuickFiles | None = None) -> LabelStore:
    """A store with three rows that are in the label file."""
    store = workspace.store(files=files)
    for number in (1, 2, 3):
        store.label(pair(number), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    return store


def named(misfortune: Misfortune) -> str:
    return misfortune.__name__


@pytest.mark.parametrize("misfortune", [*HEALED, *STUCK], ids=named)
def test_a_look_at_the_disk_ends_saved(workspace: Workspace, misfortune: Misfortune) -> None:
    store = saved(workspace)
    misfortune(workspace.labels)
    store.look_outside()
    state = store.state
    assert state.kind is SaveKind.JOURNAL
    assert (state.pending, state.lost) == (3, True)


@pytest.mark.parametrize("misfortune", HEALED, ids=named)
def test_what_can_be_written_again_is(workspace: Workspace, misfortune: Misfortune) -> None:
    store = saved(workspace)
    misfortune(workspace.labels)
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == dict.fromkeys(("p1", "p2", "p3"), "copy")


@pytest.mark.parametrize("looks", [True, False], ids=["looked at", "tried again"])
@pytest.mark.parametrize("misfortune", STUCK, ids=named)
def test_the_sentence_says_what_is_wrong_until_it_is_undone(
    workspace: Workspace, misfortune: Misfortune, looks: bool
) -> None:
    store = saved(workspace)
    undo = misfortune(workspace.labels)
    store.look_outside()
    for _ in range(2):
        state = store.project()
        assert (state.kind, state.pending, state.lost) == (SaveKind.JOURNAL, 3, True)
        assert str(state.message).startswith("3 rows are only in the recovery journal: ")
        assert STUCK[misfortune] in str(state.message)
    store.label(pair(4), "original", JUDGED)
    assert store.project().pending == 4
    undo()
    if looks:
        store.look_outside()
    state = store.project()
    assert (state.kind, state.pending, state.lost) == (SaveKind.SAVED, 0, False)
    assert workspace.labelled() == {"p1": "copy", "p2": "copy", "p3": "copy", "p4": "original"}


@pytest.mark.parametrize("opened", [False, True], ids=["open", "opened"])
@pytest.mark.parametrize("misfortune", FLAWED, ids=named)
def test_a_file_to_which_nothing_can_be_written_is_not_called_saved(
    workspace: Workspace, misfortune: Misfortune, opened: bool
) -> None:
    store = saved(workspace)
    undo = misfortune(workspace.labels)
    flawed = workspace.labels.read_bytes()
    if opened:
        store = workspace.store()
    else:
        store.look_outside()
        assert store.state.kind is SaveKind.JOURNAL
    for _ in range(2):
        state = store.project()
        assert (state.kind, state.pending, state.lost) == (SaveKind.JOURNAL, 0, False)
        assert str(state.message) == (
            f"labels.csv has {FLAWED[misfortune]}: what follows cannot be read, and nothing is "
            "written until that is repaired in a text editor. Labels are kept in the recovery "
            "journal."
        )
    store.label(pair(4), "original", JUDGED)
    state = store.project()
    assert (state.kind, state.pending) == (SaveKind.JOURNAL, 1)
    assert f"labels.csv has {FLAWED[misfortune]}; repair it" in str(state.message)
    assert workspace.labels.read_bytes() == flawed
    undo()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labelled() == {"p1": "copy", "p2": "copy", "p3": "copy", "p4": "original"}


def test_what_is_in_the_way_is_left_alone_and_moved_away_the_rows_come_back(
    workspace: Workspace,
) -> None:
    store = saved(workspace)
    overwritten(workspace.labels)
    letter = workspace.labels.read_bytes()
    store.look_outside()
    store.project()
    assert workspace.labels.read_bytes() == letter
    workspace.labels.rename(workspace.folder / "letter.txt")
    assert store.project().kind is SaveKind.SAVED
    assert len(workspace.labelled()) == 3


def test_a_row_that_is_neither_written_nor_lost_counts_once(workspace: Workspace) -> None:
    store = saved(workspace)
    folder_in_its_place(workspace.labels)
    store.label(pair(2), "unrelated", JUDGED)
    store.label(pair(4), "unrelated", JUDGED)
    assert store.project().pending == 4


def test_an_empty_label_file_that_becomes_a_folder_is_said_without_rows(
    workspace: Workspace,
) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\n")
    store = workspace.store()
    workspace.labels.unlink()
    workspace.labels.mkdir()
    store.look_outside()
    state = store.project()
    assert (state.kind, state.pending) == (SaveKind.JOURNAL, 0)
    assert "it is a folder" in str(state.message)
    assert "rows" not in str(state.message)


def test_a_file_that_is_still_being_written_is_not_called_saved_meanwhile(
    workspace: Workspace,
) -> None:
    store = saved(workspace)
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(lines[:2]))
    os.utime(workspace.labels, (2e9, 2e9))
    heard: list[SaveKind] = []
    store.look_outside(lambda: heard.append(store.state.kind))
    assert heard == [SaveKind.JOURNAL]


def test_a_file_that_never_comes_to_rest_is_not_called_saved(workspace: Workspace) -> None:
    class Restless(QuickFiles):
        """Between two looks another program writes the file."""

        at = 2e9

        def sleep(self, seconds: float) -> None:
            super().sleep(seconds)
            if self.at > 2e9:
                os.utime(workspace.labels, (self.at, self.at))
            self.at += 1

    files = Restless()
    store = saved(workspace, files)
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
    files.at = 2e9 + 1
    store.look_outside()
    state = store.project()
    assert state.kind is SaveKind.JOURNAL
    assert "another program keeps changing labels.csv" in str(state.message)
    files.at = 0.0
    workspace.labels.write_bytes(whole)
    os.utime(workspace.labels, (1e9, 1e9))
    assert store.project().kind is SaveKind.SAVED


def test_the_label_file_is_looked_at_also_where_the_journal_cannot_be_used(
    workspace: Workspace,
) -> None:
    store = saved(workspace)
    away = workspace.state.rename(workspace.folder / "journals")
    workspace.state.write_bytes(b"")
    undo = removed(workspace.labels)
    store.look_outside()
    state = store.project()
    assert (state.kind, state.pending) == (SaveKind.JOURNAL, 3)
    assert "make that folder usable" in str(state.message)
    undo()
    workspace.state.unlink()
    away.rename(workspace.state)
    assert store.project().kind is SaveKind.SAVED


def test_no_lock_can_be_made_and_the_file_is_looked_at_all_the_same(workspace: Workspace) -> None:
    class Full(QuickFiles):
        """A disk on which no file can be made any more."""

        full = False

        def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
            if self.full and path.name == "labels.csv.lock":
                raise OSError(28, "No space left on device")
            return super().open(path, flags, mode)

    files = Full()
    store = saved(workspace, files)
    files.full = True
    overwritten(workspace.labels)
    store.look_outside()
    assert "it has no columns" in str(store.state.message)


@pytest.mark.parametrize("misfortune", [overwritten, folder_in_its_place], ids=named)
def test_command_line_and_window_say_how_the_rows_of_the_journal_come_back(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], misfortune: Misfortune
) -> None:
    saved(workspace)
    misfortune(workspace.labels)
    for command in ("check", "restore", "export"):
        assert main([command, "--journals", str(workspace.state), str(workspace.labels)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "The recovery journal holds 3 rows of labels.csv: " in err
        assert "move away what is there and run copydesk-labels restore" in err
        assert err.count("\n") == 1
    with pytest.raises(LabelFileError, match=r"journal holds 3 rows of labels\.csv: "):
        workspace.store()
    workspace.labels.rename(workspace.folder / "away")
    assert main(["restore", "--journals", str(workspace.state), str(workspace.labels)]) == 0
    assert capsys.readouterr().out.startswith("3 rows were put back into")
    assert len(workspace.labelled()) == 3


def test_what_is_no_label_file_and_has_no_journal_is_refused_in_few_words(
    workspace: Workspace,
) -> None:
    workspace.labels.mkdir()
    with pytest.raises(LabelFileError) as refused:
        workspace.store()
    assert str(refused.value).endswith(
        "labels.csv is a folder; name a file for the labels with --labels."
    )


def test_a_file_that_may_not_be_read_is_refused_with_the_rows_of_the_journal(
    workspace: Workspace,
) -> None:
    saved(workspace)
    undo = rights_taken_away(workspace.labels)
    with pytest.raises(LabelFileError, match=r"cannot be read .* holds 3 rows"):
        workspace.store()
    undo()
    assert len(workspace.store().rows()) == 3


def test_restore_without_the_folder_says_that_it_is_to_be_made(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(workspace)
    whole_folder_removed(workspace.labels)
    assert main(["restore", "--journals", str(workspace.state), str(workspace.labels)]) == 2
    err = capsys.readouterr().err
    assert "is not there; make it, and run this again." in err
    assert "--labels" not in err
    workspace.labels.parent.mkdir()
    assert main(["restore", "--journals", str(workspace.state), str(workspace.labels)]) == 0
    assert len(workspace.labelled()) == 3


def test_an_answer_given_while_the_file_is_lost_waits(workspace: Workspace) -> None:
    store = saved(workspace)
    undo = folder_in_its_place(workspace.labels)
    store.look_outside()
    store.answer(Answer.RESTORE)
    assert store.project().kind is SaveKind.JOURNAL
    undo()
    assert store.project().kind is SaveKind.SAVED
    assert len(workspace.labelled()) == 3
