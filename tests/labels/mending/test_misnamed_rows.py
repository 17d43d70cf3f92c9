"""Rows under ids that nobody gave them, in a way that is not known: somebody is asked."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from gui.labels import Answer, LabelStore, Pair
from tests.labels.helpers import JUDGED, Workspace, run
from tests.labels.older_copies import accident

CHANGED = {"½": "0.5", "a7": "a7 ", "1_000": "1000"}


def pair_of(name: str) -> Pair:
    return Pair(name, f"texts/{name}-a.txt", f"texts/{name}-b.txt")


def labelled(workspace: Workspace, names: list[str]) -> LabelStore:
    store = workspace.store()
    for number, name in enumerate(names):
        store.label(pair_of(name), ("copy", "original")[number % 2], JUDGED)
        store.project()
    return store


def save(path: Path, *, times: bool, without: str = "", label: str = "") -> None:
    """Save the label file *path* as a spreadsheet might, with other ids and a *label* more."""
    header, *rows = csv.reader(io.StringIO(path.read_text(), newline=""))
    for row in rows:
        if row[0] in CHANGED:
            row[0], row[3] = CHANGED[row[0]], label or row[3]
        for name in ("created_at", "updated_at") if times else ():
            place = header.index(name)
            day, _, clock = row[place].partition("T")
            row[place] = ".".join(reversed(day.split("-"))) + f" {clock[:5]}"
    keep = [place for place, name in enumerate(header) if name != without]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([row[place] for place in keep] for row in (header, *rows))
    path.write_text(out.getvalue(), newline="")


@pytest.mark.parametrize("answer", [Answer.PUT_BACK, Answer.LEAVE_OUT])
@pytest.mark.parametrize(
    ("times", "without", "label"),
    [(False, "", ""), (True, "", ""), (True, "verbatim", ""), (True, "", "unrelated")],
    ids=["ids", "times", "a column less", "an edit"],
)
@pytest.mark.parametrize("place", [0, 2])
@pytest.mark.parametrize("name", CHANGED)
def test_a_row_that_may_be_another_one(
    workspace: Workspace,
    capsys: pytest.CaptureFixture[str],
    name: str,
    place: int,
    times: bool,
    without: str,
    label: str,
    answer: Answer,
) -> None:
    names = ["x", "y"]
    names.insert(place, name)
    store = labelled(workspace, names)
    save(workspace.labels, times=times, without=without, label=label)
    status, out, _ = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert status == 1
    assert f"decided about {name}" in out
    assert accident(store).doubt is not None
    store.project()
    assert {"x", "y", name, CHANGED[name]} == {key[0] for key in store.rows()}
    store.answer(answer)
    store.project()
    wanted = {"x", "y", name if answer is Answer.PUT_BACK else CHANGED[name]}
    assert {key[0] for key in store.rows()} == wanted
    assert {key[0] for key in workspace.store().rows()} == wanted
    with workspace.labels.open(newline="") as file:
        assert sorted(row["pair_id"] for row in csv.DictReader(file)) == sorted(wanted)


def test_what_was_put_back_is_taken_out_again(workspace: Workspace) -> None:
    store = labelled(workspace, ["x", "a7", "y"])
    save(workspace.labels, times=False)
    store.look_outside()
    store.answer(Answer.PUT_BACK)
    store.project()
    assert accident(store).can_take_out
    store.answer(Answer.TAKE_OUT)
    store.project()
    assert {key[0] for key in store.rows()} == {"x", "a7 ", "y"}


def test_another_row_about_other_documents_asks_nobody(workspace: Workspace) -> None:
    store = labelled(workspace, ["x", "a7", "y"])
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    other = lines[2].replace(b"a7", b"b8").replace(b"r" * 64, b"s" * 64).replace(b":0", b":1")
    workspace.labels.write_bytes(b"".join((*lines[:2], other, lines[3])))
    store.look_outside()
    store.project()
    assert {key[0] for key in store.rows()} == {"x", "b8", "y"}


def test_a_row_about_the_same_documents_does_not_give_way(workspace: Workspace) -> None:
    labelled(workspace, ["x", "y", "z"]).close()
    workspace.journal.unlink()
    store = workspace.store()
    store.label(Pair("twice", *pair_of("y")[1:3]), "copy", JUDGED)
    store.project()
    rows = store.rows()
    lines = workspace.labels.read_bytes().splitlines(keepends=True)
    workspace.labels.write_bytes(b"".join(lines[:-1]))
    assert accident(store).doubt is not None
    store.answer(Answer.PUT_BACK)
    store.project()
    assert store.rows() == rows == workspace.store().rows()
