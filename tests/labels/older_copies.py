"""Older copies of a label file, edits of it, and what must be there after them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from gui.labels import Accident, LabelStore
from gui.labels.label_reading import read_labels
from gui.labels.label_values import COLUMNS
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.labels.scenario import state_in_file, state_of


def label(store: LabelStore, numbers: Iterable[int], what: str = "copy") -> None:
    """Label pairs, each written before the next."""
    for number in numbers:
        store.label(pair(number), what, JUDGED)
        assert store.project().kind.value == "saved"


def names(numbers: Iterable[int]) -> set[str]:
    return {f"p{number}" for number in numbers}


def accident(store: LabelStore) -> Accident:
    edit = store.look_outside()
    assert edit is not None
    assert edit.accident is not None
    return edit.accident


def lines_of(workspace: Workspace) -> list[bytes]:
    return workspace.labels.read_bytes().splitlines(keepends=True)


def take_out(workspace: Workspace, *numbers: int) -> None:
    gone = tuple(f"p{number},".encode() for number in numbers)
    workspace.labels.write_bytes(
        b"".join(line for line in lines_of(workspace) if not line.startswith(gone))
    )


def edited(data: bytes, change: Callable[[dict[str, str]], None], **more: str | int) -> bytes:
    """Return the label file *data* as a spreadsheet saves it after *change* to each row."""
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    for row in rows:
        change(row)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, **more)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def note_on(name: str, note: str) -> Callable[[dict[str, str]], None]:
    def change(row: dict[str, str]) -> None:
        if row["pair_id"] == name:
            row["note"] = note

    return change


def check_all_there(workspace: Workspace, store: LabelStore, numbers: Iterable[int]) -> None:
    """File, window, a restart and the export all have these pairs, and nothing is in doubt."""
    wanted = names(numbers)
    assert store.project().kind.value == "saved"
    assert workspace.labelled().keys() == wanted
    assert {key[0] for key in store.rows()} == wanted
    assert state_of(workspace.store()) == state_of(store) == state_in_file(workspace)
    read = read_labels(workspace.labels, workspace.state)
    assert {key[0] for key in read.rows} == wanted
    assert read.problems == []


def three_of_six_put_back(workspace: Workspace) -> LabelStore:
    """A store that has put back the pairs 4 to 6, which an older copy lacked, and told of it."""
    store = workspace.store()
    label(store, range(1, 4))
    older = workspace.labels.read_bytes()
    label(store, range(4, 7))
    workspace.labels.write_bytes(older)
    store.look_outside()
    store.project()
    assert accident(store).can_take_out
    return store
