"""Accidents in the table of ``stale``: what an older copy of a label file lacks comes back."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from gui.labels import Answer, Pair
from gui.labels.label_reading import read_labels
from gui.labels.label_values import COLUMNS
from gui.labels.reconciling.projection import BATCH
from tests.labels.file.faults import FullAfter
from tests.labels.helpers import JUDGED, LABELS, QuickFiles, Workspace, pair
from tests.labels.older_copies import (
    accident,
    check_all_there,
    edited,
    label,
    lines_of,
    names,
    note_on,
    three_of_six_put_back,
)
from tests.labels.scenario import state_of


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_rows_that_an_older_copy_lacks_come_back(workspace: Workspace, closed: bool) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, range(6, 11))
    before = state_of(store)
    workspace.labels.write_bytes(older)
    read = read_labels(workspace.labels, workspace.state)
    assert len(read.rows) == 10
    assert any("lacks 5 labels" in str(problem) for problem in read.problems)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind.value == "saved"
    found = accident(store)
    assert tuple(map(str, found.messages)) == (
        "5 labels that an older copy of labels.csv lacked were put back.",
    )
    assert found.can_take_out
    assert found.doubt is None
    assert state_of(store) == before
    check_all_there(workspace, store, range(1, 11))
    (copy,) = (workspace.state / "backups").glob("*.older-*.csv")
    assert copy.read_bytes() == older
    undone = store.undo()
    assert undone is not None
    assert undone.pair_id == "p10"


def test_they_come_back_where_the_disk_has_no_room_for_the_older_copy(workspace: Workspace) -> None:
    files = FullAfter(10**6, only=str(workspace.state / "backups"))
    store = workspace.store(files=files)
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, range(6, 11))
    files.room = 0
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(1, 11))


def test_they_come_back_while_the_next_pair_is_labelled(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, range(6, 11))
    workspace.labels.write_bytes(older)
    store.label(pair(11), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    assert store.has_news
    check_all_there(workspace, store, range(1, 12))


def test_many_rows_come_back_step_by_step_and_are_told_of_once(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(2))
    older = workspace.labels.read_bytes()
    count = 2 * BATCH + 7
    for number in range(2, count):
        store.label(pair(number), "copy", JUDGED)
    store.project()
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(count))
    assert tuple(map(str, accident(store).messages)) == (
        f"{count - 2} labels that an older copy of labels.csv lacked were put back.",
    )


def test_an_edit_in_an_older_copy_stays_and_saving_it_again_changes_nothing(
    workspace: Workspace,
) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    older = edited(workspace.labels.read_bytes(), note_on("p3", "from the spreadsheet"))
    label(store, range(6, 11))
    for _ in range(3):  # a spreadsheet that stays open is saved again and again
        workspace.labels.write_bytes(older)
        store.project()
        assert store.look_outside() is not None
        store.project()
        row = store.row("p3")
        assert row is not None
        assert row.note == "from the spreadsheet"
        check_all_there(workspace, store, range(1, 11))
        older = edited(older, note_on("p2", "and more"))


def test_what_was_put_back_can_be_taken_out_again(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, range(6, 9))
    label(store, [2], "unrelated")
    workspace.labels.write_bytes(older)
    store.look_outside()
    store.project()
    assert accident(store).can_take_out
    store.answer(Answer.TAKE_OUT)
    check_all_there(workspace, store, range(1, 6))
    assert workspace.labelled()["p2"] == "copy"
    edit = store.look_outside()
    assert edit is not None
    assert edit.message is None
    assert edit.accident is None  # what the reviewer asked for is no accident


def test_what_was_decided_anew_is_not_taken_out_by_an_old_notice(workspace: Workspace) -> None:
    store = three_of_six_put_back(workspace)
    label(store, [5], "unrelated")
    store.answer(Answer.TAKE_OUT)
    store.project()
    assert list(workspace.labelled()) == ["p1", "p2", "p3", "p5"]
    assert workspace.labelled()["p5"] == "unrelated"


def test_the_notice_of_one_accident_takes_out_nothing_of_another(workspace: Workspace) -> None:
    store = three_of_six_put_back(workspace)
    workspace.labels.write_bytes(b"".join(lines_of(workspace)[:-1]))
    assert accident(store).doubt
    store.answer(Answer.PUT_BACK)
    check_all_there(workspace, store, range(1, 7))
    found = accident(store)
    assert tuple(map(str, found.messages)) == (
        "1 label that an older copy of labels.csv lacked was put back.",
    )
    assert found.can_take_out
    store.answer(Answer.TAKE_OUT)
    store.project()
    assert list(workspace.labelled()) == ["p1", "p2", "p3", "p4", "p5"]


def test_a_sync_client_that_comes_and_goes(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, range(6, 11))
    newer = workspace.labels.read_bytes()
    workspace.labels.write_bytes(older)
    store.look_outside()
    store.project()
    workspace.labels.write_bytes(newer)
    store.look_outside()
    check_all_there(workspace, store, range(1, 11))
    label(store, [11, 12])
    for data in (older, newer, older, newer):
        workspace.labels.write_bytes(data)
        store.look_outside()
        store.project()
        check_all_there(workspace, store, range(1, 13))


def test_what_a_second_window_wrote_comes_back_though_this_one_never_saw_it(
    workspace: Workspace,
) -> None:
    one, two = workspace.store("anna"), workspace.store("bert")
    label(one, [1, 2])
    older = workspace.labels.read_bytes()
    label(two, [1, 2, 3])
    workspace.labels.write_bytes(older)  # for the first window nothing changed at all
    label(one, [3])
    two.look_outside()
    for store in (one, two, workspace.store("anna"), workspace.store("bert")):
        assert store.project().kind.value == "saved"
        assert {key[0] for key in store.rows()} == names([1, 2, 3])
    assert (
        workspace.labelled("anna").keys() == workspace.labelled("bert").keys() == names([1, 2, 3])
    )


@pytest.mark.parametrize(("seconds", "is_older"), [(2.1, True), (1.9, False)])
def test_one_row_lost_to_a_file_that_is_older_than_it_comes_back(
    workspace: Workspace, seconds: float, is_older: bool
) -> None:
    """The clocks of a file server and of this machine may differ by two seconds."""
    store = workspace.store()
    label(store, range(1, 6))
    older = workspace.labels.read_bytes()
    label(store, [6])
    workspace.labels.write_bytes(older)
    row = store.row("p6")
    assert row is not None
    decided = datetime.fromisoformat(row.updated_at.replace("Z", "+00:00")).timestamp()
    os.utime(workspace.labels, (decided - seconds, decided - seconds))
    if is_older:
        store.look_outside()
        check_all_there(workspace, store, range(1, 7))
    else:
        assert accident(store).doubt is not None


def test_a_row_at_an_earlier_revision_is_at_its_later_one_again(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    older = workspace.labels.read_bytes()
    label(store, [2], "unrelated")
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(1, 4))
    assert workspace.labelled()["p2"] == "unrelated"
    assert accident(store).messages


def test_an_edit_of_an_earlier_revision_is_carried_over(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    older = edited(workspace.labels.read_bytes(), note_on("p2", "hm"))
    label(store, [2], "unrelated")
    label(store, [4])
    workspace.labels.write_bytes(older)
    store.look_outside()
    check_all_there(workspace, store, range(1, 5))
    row = store.row("p2")
    assert row is not None
    assert (row.label, row.note, row.revision) == ("unrelated", "hm", 2)


def test_an_edit_that_contradicts_the_later_revision_is_asked_about(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))

    def change(row: dict[str, str]) -> None:
        if row["pair_id"] == "p2":
            row["label"] = "original"

    older = edited(workspace.labels.read_bytes(), change)
    label(store, [2], "unrelated")
    workspace.labels.write_bytes(older)
    assert "decided about p2:" in str(accident(store).doubt)
    row = store.row("p2")
    assert row is not None
    assert row.label == "unrelated"
    assert workspace.labelled()["p2"] == "original"
    store.answer(Answer.LEAVE_OUT)
    store.project()
    check_all_there(workspace, store, range(1, 4))
    assert workspace.labelled()["p2"] == "original"


@pytest.mark.parametrize("kept", [0, 3, 8])
@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_file_that_was_not_written_to_its_end(
    workspace: Workspace, kept: int, closed: bool
) -> None:
    store = workspace.store()
    for number in range(1, 11):  # all with one write
        store.label(pair(number), "copy", JUDGED)
    store.project()
    label(store, [1], "unrelated")  # the youngest decision is at the top
    workspace.labels.write_bytes(b"".join(lines_of(workspace)[: kept + 1]))
    if closed:
        store = workspace.store()
    store.look_outside()
    check_all_there(workspace, store, range(1, 11))
    assert workspace.labelled()["p1"] == "unrelated"


@pytest.mark.parametrize("cut", range(3, 300, 23))
def test_a_file_that_ends_within_a_record(workspace: Workspace, cut: int) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    store.note(pair(3), 'of "two"\r\nlines', JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole[:-cut])
    store.look_outside()
    check_all_there(workspace, store, range(1, 4))
    assert workspace.labels.read_bytes() == whole


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("left", [b"", None], ids=["empty", "gone"])
def test_an_empty_file_is_written_again(
    workspace: Workspace, left: bytes | None, closed: bool
) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    if left is None:
        workspace.labels.unlink()
    else:
        workspace.labels.write_bytes(left)
    if closed:
        store = workspace.store()
    store.look_outside()
    check_all_there(workspace, store, range(1, 4))
    what = "gone" if left is None else "empty"
    found = accident(store)
    assert tuple(map(str, found.messages)) == (
        f"labels.csv was {what}; the rows that it had were written again. To start over, choose "
        "another file with --labels.",
    )
    assert not found.can_take_out


class Meddler(QuickFiles):
    """Puts an older copy over the label file in the moment between our write and our look at it."""

    def __init__(self, labels: Path) -> None:
        self.labels = labels
        self.older: bytes | None = None

    def fsync(self, handle: int) -> None:
        older, self.older = self.older, None
        if older is not None and os.path.samestat(os.fstat(handle), self.labels.stat()):
            self.labels.write_bytes(older)
        elif older is not None:
            self.older = older


def test_an_older_copy_in_the_moment_of_our_write(workspace: Workspace) -> None:
    files = Meddler(workspace.labels)
    store = workspace.store(files=files)
    label(store, range(1, 4))
    files.older = workspace.labels.read_bytes()
    label(store, [4])
    store.look_outside()
    check_all_there(workspace, store, range(1, 5))


class SlowScript(QuickFiles):
    """While somebody waits, another program goes on writing."""

    def __init__(self) -> None:
        self.steps: list[Callable[[], object]] = []

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        if self.steps:
            self.steps.pop(0)()


def test_a_file_that_is_written_in_two_halves_is_waited_for(workspace: Workspace) -> None:
    files = SlowScript()
    store = workspace.store(files=files)
    label(store, range(1, 11))
    whole = workspace.labels.read_bytes()
    edit = whole.replace(
        b"p9,texts/a9.txt,texts/b9.txt,copy", b"p9,texts/a9.txt,texts/b9.txt,original"
    )
    half = len(whole) // 2
    store.label(pair(11), "copy", JUDGED)
    files.steps = [lambda: None] * 5 + [lambda: workspace.labels.write_bytes(edit)]
    workspace.labels.write_bytes(edit[:half])
    assert store.project().kind.value == "saved"
    check_all_there(workspace, store, range(1, 12))
    assert workspace.labelled()["p9"] == "original"
    assert not list((workspace.state / "backups").glob("*.older-*"))


def test_a_file_that_never_rests_is_left_alone(workspace: Workspace) -> None:
    files = SlowScript()
    store = workspace.store(files=files)
    label(store, range(1, 11))
    lines = lines_of(workspace)
    store.label(pair(11), "copy", JUDGED)

    def write(number: int) -> Callable[[], object]:
        return lambda: workspace.labels.write_bytes(b"".join(lines[: 1 + number % 9]))

    files.steps = [write(number) for number in range(1000)]
    write(3)()
    state = store.project()
    assert state.kind.value == "journal"
    assert "another program keeps changing labels.csv" in str(state.message)
    files.steps = []
    check_all_there(workspace, store, range(1, 12))


def test_a_quotation_mark_that_is_never_closed_takes_no_row_away(workspace: Workspace) -> None:
    store = workspace.store()
    label(store, range(1, 4))
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole.replace(b"p2,texts", b'p2,"texts'))
    store.look_outside()
    assert {key[0] for key in store.rows()} == names(range(1, 4))
    assert {key[0] for key in workspace.store().rows()} == names(range(1, 4))
    workspace.labels.write_bytes(whole)
    store.look_outside()
    check_all_there(workspace, store, range(1, 4))


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 24))]
)
def test_older_copies_at_random_lose_no_decision(workspace: Workspace, seed: int) -> None:
    """Whatever earlier copy comes over the file, and whoever asks: put back is what was decided."""
    chance = random.Random(seed)
    store = workspace.store()
    mine: dict[str, str] = {}
    copies: list[bytes] = []
    for number in range(60):
        for _ in range(chance.choice([1, 1, 2, 5])):
            name = chance.choice([number, number, chance.randrange(number + 1)])
            what = chance.choice(LABELS)
            store.label(pair(name), what, JUDGED)
            mine[f"p{name}"] = what
        if chance.random() < 0.8:
            store.project()
            copies.append(workspace.labels.read_bytes())
        if copies and chance.random() < 0.4:
            data = chance.choice(copies[-8:])
            if chance.random() < 0.3:
                data = edited(data, note_on(chance.choice(sorted(mine)), f"n{number}"))
            if chance.random() < 0.2:
                data = data[: chance.randrange(len(data))]
            if not data.startswith(",".join(COLUMNS).encode() + b"\r\n"):
                data = b""
            workspace.labels.write_bytes(data)
            if chance.random() < 0.3:
                store = workspace.store()
            edit = store.look_outside()
            if edit is not None and edit.accident is not None and edit.accident.doubt:
                if chance.random() < 0.5:
                    store = workspace.store()
                store.answer(Answer.PUT_BACK)
                store.project()
        assert {k[0]: r.label for k, r in store.rows().items() if r.label} == mine
    store.answer(Answer.PUT_BACK)
    assert store.project().kind.value == "saved"
    assert workspace.labelled() == mine
    assert {k[0]: r.label for k, r in workspace.store().rows().items() if r.label} == mine


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("cut", [None, 97, 230], ids=["ids", "header", "row"])
def test_a_row_is_taken_out_also_after_all_rows_were_put_back(
    workspace: Workspace, cut: int | None, closed: bool
) -> None:
    """No copy from between has one of the rows that stay and lacks that one."""
    store = workspace.store()
    for name in ("001", "002", "003"):
        store.label(Pair(name, f"{name}-a.txt", f"{name}-b.txt"), "copy", JUDGED)
        store.project()
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(whole.replace(b"\r\n00", b"\r\n") if cut is None else whole[:cut])
    store.look_outside()
    store.project()
    store.look_outside()
    header, *rows = lines_of(workspace)
    assert [row[:4] for row in rows] == [b"001,", b"002,", b"003,"]
    workspace.labels.write_bytes(b"".join((header, rows[0], rows[2])))
    store = workspace.store() if closed else store
    edit = store.look_outside()
    assert edit is None or edit.accident is None
    assert {key[0] for key in store.rows()} == {"001", "003"}
    assert [row[:4] for row in lines_of(workspace)[1:]] == [b"001,", b"003,"]
