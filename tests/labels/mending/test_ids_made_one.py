"""Ids that a spreadsheet makes into those of other rows, now or before a repair."""

from __future__ import annotations

import csv
import io
import shutil

import pytest

from gui.labels import Answer, LabelRow, LabelStore, Pair
from gui.labels.label_reading import read_labels
from tests.labels.helpers import JUDGED, Workspace

SHOWN = {"=1": "1", "01": "1", "00": "0"} | {f"00{n}": f"{n}" for n in range(1, 7)}


def pair_of(name: str) -> Pair:
    return Pair(name, f"texts/{name}-a.txt", f"texts/{name}-b.txt")


def labelled(workspace: Workspace, names: list[str]) -> LabelStore:
    store = workspace.store()
    for number, name in enumerate(names):
        store.label(pair_of(name), ("copy", "original", "unrelated")[number % 3], JUDGED)
        store.project()
    return store


def table_of(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def saved(data: bytes, *, times: bool = False, without: str = "") -> bytes:
    """Return the label file *data* as a spreadsheet saves it: zeros are gone from ids."""
    header, *rows = table_of(data)
    for row in rows:
        row[0] = SHOWN.get(row[0], row[0])
        for name in ("created_at", "updated_at") if times else ():
            place = header.index(name)
            day, _, clock = row[place].partition("T")
            row[place] = ".".join(reversed(day.split("-"))) + f" {clock[:5]}"
    out = io.StringIO(newline="")
    keep = [place for place, name in enumerate(header) if name != without]
    table = ([row[place] for place in keep] for row in (header, *rows))
    csv.writer(out, delimiter=";").writerows(table)
    return out.getvalue().encode()


def check(workspace: Workspace, store: LabelStore, labels: dict[str, str | None]) -> None:
    """File, window, a restart and the export all have *labels*, each once."""
    assert store.project().kind.value == "saved"
    for each in (store, workspace.store()):
        assert {key[0]: row.label for key, row in each.rows().items()} == labels
    header, *rows = table_of(workspace.labels.read_bytes())
    place = header.index("label")
    assert sorted((row[0], row[place]) for row in rows) == sorted(labels.items())
    read = read_labels(workspace.labels, workspace.state)
    assert {key[0]: row.label for key, row in read.rows.items()} == labels
    assert read.problems == []


@pytest.mark.parametrize("times", [False, True], ids=["ids", "ids and times"])
@pytest.mark.parametrize(
    "names",
    [["1", "001", "x"], ["001", "1", "x"], ["=1", "1"], ["00", "0", "x"], ["001", "1", "01"]],
)
def test_an_id_that_became_one_of_another_row(
    workspace: Workspace, names: list[str], times: bool
) -> None:
    store = labelled(workspace, names)
    labels = {key[0]: row.label for key, row in store.rows().items()}
    for _ in range(2):
        workspace.labels.write_bytes(saved(workspace.labels.read_bytes(), times=times))
        store.look_outside()
        check(workspace, store, labels)


def test_the_row_whose_id_another_one_took_was_taken_out(workspace: Workspace) -> None:
    store = labelled(workspace, ["1", "001", "x", "y"])
    header, *rows = table_of(saved(workspace.labels.read_bytes()))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *rows[1:]])
    workspace.labels.write_bytes(out.getvalue().encode())
    store.look_outside()
    check(workspace, store, {"001": "original", "x": "unrelated", "y": "copy"})


@pytest.mark.parametrize("then", ["saved anew", "the same again", "both"])
@pytest.mark.parametrize("times", [False, True], ids=["ids", "ids and times"])
@pytest.mark.parametrize("names", [["001", "002", "003"], ["001", "01", "x"]])
def test_a_spreadsheet_saves_again_after_a_repair(
    workspace: Workspace, names: list[str], times: bool, then: str
) -> None:
    labelled(workspace, names).close()
    labels = [row[3] for row in table_of(workspace.labels.read_bytes())[1:]]
    first = saved(workspace.labels.read_bytes(), times=times)
    shutil.rmtree(workspace.state)
    workspace.labels.write_bytes(first)
    store, pairs = workspace.store(), [pair_of(name) for name in (*names, "later")]
    store.repair.put_right(store.repair.wanted(store.repair.strays(pairs), pairs))
    store.look_outside()
    store.label(pairs[-1], "unrelated", JUDGED)
    store.project()
    wanted: dict[str, str | None] = {**dict(zip(names, labels, strict=True)), "later": "unrelated"}
    if then != "saved anew":
        workspace.labels.write_bytes(first)
        store.look_outside()
        store.answer(Answer.PUT_BACK)  # the newest label may have been taken out on purpose
        check(workspace, store, wanted)
    if then != "the same again":
        workspace.labels.write_bytes(saved(workspace.labels.read_bytes(), times=times))
        store.look_outside()
        check(workspace, store, wanted)


def test_one_window_mends_ids_while_another_one_looks_at_them(workspace: Workspace) -> None:
    store = labelled(workspace, [f"00{number}" for number in range(1, 7)])
    rows = store.rows()
    copy = saved(workspace.labels.read_bytes(), times=True, without="reference")
    workspace.labels.write_bytes(copy)
    other = workspace.store("ben")
    store.look_outside()
    store.project()
    found = other.look_outside()
    assert found is None or found.accident is None or found.accident.doubt is None
    other.project()
    store.look_outside()
    assert store.rows() == rows == workspace.store().rows()
    check(workspace, store, {key[0]: row.label for key, row in rows.items()})


@pytest.mark.parametrize("times", [False, True], ids=["ids", "ids and times"])
@pytest.mark.parametrize("without", ["", "reference", "candidate", "updated_at"])
def test_an_id_that_became_one_of_a_withdrawn_row(
    workspace: Workspace, without: str, times: bool
) -> None:
    store = labelled(workspace, ["x", "001", "1", "y"])
    store.undo()
    store.undo()
    store.label(pair_of("y"), "copy", JUDGED)
    store.project()
    labels = {key[0]: row.label for key, row in store.rows().items()}
    copy = saved(workspace.labels.read_bytes(), times=times, without=without)
    workspace.labels.write_bytes(copy)
    store.look_outside()
    check(workspace, store, labels)


@pytest.mark.parametrize("without", ["reference", "candidate"])
def test_an_older_copy_has_a_column_that_the_file_lacks(workspace: Workspace, without: str) -> None:
    labelled(workspace, ["001", "002", "x"]).close()
    full = saved(workspace.labels.read_bytes())
    copy = table_of(workspace.labels.read_bytes())
    place = copy[0].index(without)
    bare = "".join(",".join(row[:place] + row[place + 1 :]) + "\n" for row in copy)
    shutil.rmtree(workspace.state)
    workspace.labels.write_text(bare)
    store = workspace.store()
    store.label(pair_of("y"), "copy", JUDGED)
    store.label(pair_of("z"), "copy", JUDGED)
    store.project()
    labels = {key[0]: row.label for key, row in store.rows().items()}
    workspace.labels.write_bytes(full)
    store.look_outside()
    check(workspace, store, labels)


def test_after_a_repair_many_rows_are_looked_at_a_few_times_each(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    for number in (50, 200):
        names = [f"{place:05}" for place in range(number)]
        lines = [f"{int(name)},texts/{name}-a.txt,texts/{name}-b.txt,copy,anna" for name in names]
        text = "\n".join(["pair_id,reference,candidate,label,annotator", *lines, ""])
        shutil.rmtree(workspace.state, ignore_errors=True)
        workspace.labels.write_text(text)
        store, pairs = workspace.store(), [pair_of(name) for name in names]
        store.repair.put_right(store.repair.wanted(store.repair.strays(pairs), pairs))
        store.project()
        workspace.labels.write_text(text.replace(",", ";"))
        count = 0

        def key(row: LabelRow) -> tuple[str, str]:
            nonlocal count
            count += 1
            return row.pair_id, row.annotator

        with monkeypatch.context() as patch:
            patch.setattr(LabelRow, "key", property(key))
            store.look_outside()
        assert {name for name, _ in store.rows()} == {*names}
        looks.append(count)
    assert looks[1] < 6 * looks[0]
