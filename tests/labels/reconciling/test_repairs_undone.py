"""Repairs that are undone, done again, and undone elsewhere at the same time."""

from __future__ import annotations

import csv
import io

import pytest

from gui.labels import LabelStore, Pair
from gui.labels.reconciling.row_repair import Repaired
from tests.labels.helpers import JUDGED, Workspace, run

NAMES = ["001", "002", "x"]
PAIRS = [Pair(name, f"texts/{name}-a.txt", f"texts/{name}-b.txt") for name in NAMES]


def rewritten(workspace: Workspace, *, ids: bool, times: bool) -> bytes:
    """Leave a file behind that a spreadsheet saved, and no journal."""
    store = workspace.store()
    for pair in PAIRS:
        store.label(pair, "copy", JUDGED)
    store.project()
    store.close()
    header, *rows = csv.reader(io.StringIO(workspace.labels.read_text(), newline=""))
    for row in rows:
        row[0] = str(int(row[0])) if ids and row[0].isdecimal() else row[0]
        for name in ("lead_time", "verbatim"):
            row[header.index(name)] = row[header.index(name)].replace(".", ",")
        for name in ("created_at", "updated_at") if times else ():
            day, _, clock = row[header.index(name)].partition("T")
            row[header.index(name)] = ".".join(reversed(day.split("-"))) + f" {clock[:5]}"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([header, *rows])
    workspace.journal.unlink()
    workspace.labels.write_text(out.getvalue(), newline="")
    return workspace.labels.read_bytes()


def put_right(store: LabelStore) -> Repaired:
    repair = store.repair
    return repair.put_right(repair.wanted(repair.strays(PAIRS), PAIRS))


@pytest.mark.parametrize(
    ("ids", "times"),
    [(False, False), (False, True), (True, True)],
    ids=["figures", "times", "ids"],
)
def test_each_undoing_is_to_the_byte(workspace: Workspace, ids: bool, times: bool) -> None:
    before = rewritten(workspace, ids=ids, times=times)
    after = b""
    for _ in range(3):
        put_right(workspace.store())
        assert workspace.labels.read_bytes() == (after or workspace.labels.read_bytes()) != before
        after = workspace.labels.read_bytes()
        for wanted in (before, after, before):
            workspace.store().repair.take_back()
            assert workspace.labels.read_bytes() == wanted


def test_the_file_of_the_latest_repair_comes_back(workspace: Workspace) -> None:
    first = rewritten(workspace, ids=False, times=False)
    second = first.replace(b"3,0", b"3.0")
    for before in (first, second, first):
        workspace.labels.write_bytes(before)
        put_right(workspace.store())
        workspace.store().repair.take_back()
        assert workspace.labels.read_bytes() == before


@pytest.mark.parametrize("ids", [False, True])
def test_taking_back_what_another_window_repaired_a_moment_ago(
    workspace: Workspace, ids: bool
) -> None:
    before = rewritten(workspace, ids=ids, times=True)
    store, other = workspace.store(), workspace.store("ben")
    put_right(other)
    after = workspace.labels.read_bytes()
    assert len(store.repair.take_back().rows) == 3
    assert workspace.labels.read_bytes() == before
    other.look_outside()
    put_right(other)
    assert workspace.labels.read_bytes() == after
    put_right(store)  # as it has been already
    assert workspace.labels.read_bytes() == after


@pytest.mark.parametrize("ids", [False, True])
def test_what_is_undone_elsewhere_is_not_done_again(workspace: Workspace, ids: bool) -> None:
    before = rewritten(workspace, ids=ids, times=False)
    store, other = workspace.store(), workspace.store("ben")
    repaired = put_right(store)
    after = workspace.labels.read_bytes()
    other.repair.take_back()
    assert store.repair.take_back(repaired).rows == []
    assert workspace.labels.read_bytes() == before
    put_right(other)  # which looked when it took that back
    assert workspace.labels.read_bytes() == after
    assert len(store.repair.take_back(repaired).rows) == 3
    assert workspace.labels.read_bytes() == before


@pytest.mark.parametrize("times", [False, True], ids=["figures", "times"])
def test_a_check_without_a_list_tells_of_rewritten_cells(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], times: bool
) -> None:
    rewritten(workspace, ids=False, times=times)
    status, out, _ = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert status == 1
    assert "3 rows have times or figures that a spreadsheet rewrote" in out
    put_right(workspace.store())
    status, out, _ = run(capsys, "check", "--journals", workspace.state, workspace.labels)
    assert (status, "No problems." in out) == (0, True)
