"""From what the reviewer names to pairs and a label store."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gui.app import Start
from gui.labels import LabelFileError, LabelStore, Pair, PairListError
from gui.review.opening.opening import Opened, Opening, open_pairs, wanted_pairs
from gui.review.opening.wanted import Places, Wanted, annotator_problem
from gui.review.pair_list.pair_values import PairReader


def test_pairs_are_found_and_the_worker_is_started_without_qt() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
        "import gui.commands.window, gui.review.opening.opening, gui.review.preparing.worker"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_who_opens_need_not_wait_for_the_end() -> None:
    may_end = threading.Event()

    def find() -> Opened:
        may_end.wait(10)
        raise LookupError("found nothing")

    opening = Opening(find)
    assert opening.wait(0) is None
    may_end.set()
    for _ in range(2):  # the answer stays the same
        with pytest.raises(LookupError, match="found nothing"):
            opening.wait()


# A name that is too long is refused by every call, as one is behind a locked door.
UNTOLD = "a" * 300


def test_a_list_that_cannot_even_be_looked_at_is_refused_in_a_sentence() -> None:
    with pytest.raises(PairListError, match=r"cannot be read \(.*\); choose another"):
        wanted_pairs(Wanted((UNTOLD,)))


def test_a_document_that_cannot_even_be_looked_at_is_a_pair_with_a_problem() -> None:
    pairs = wanted_pairs(Wanted((UNTOLD, UNTOLD))).pairs
    assert "is not there" in str(pairs[0].problem)


def test_labels_where_nobody_may_look_are_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("reference,candidate\na,b\n", encoding="utf-8")
    places = Places(tmp_path / "state", tmp_path / "data", tmp_path / "samples")
    labels = str(tmp_path / UNTOLD / "labels.csv")
    wanted = Wanted((str(tmp_path / "pairs.csv"),), labels=labels)
    with pytest.raises(LabelFileError, match="is not there; make it"):
        open_pairs(wanted, places)


def test_a_store_says_where_its_folder_cannot_be_looked_at(tmp_path: Path) -> None:
    store = LabelStore(
        tmp_path / UNTOLD / "labels.csv", journal_folder=tmp_path / "state", annotator="me"
    )
    with pytest.raises(LabelFileError, match="is not there; make it"):
        store.open()


def test_an_annotator_has_a_name_of_a_hundred_letters() -> None:
    """It stands in every row, and in the window."""
    assert annotator_problem("x" * 100) is None
    assert "100" in str(annotator_problem("x" * 101))


def pairs(count: int) -> list[Pair]:
    return [Pair(f"p{n}", f"texts/p{n}-a.txt", f"texts/p{n}-b.txt") for n in range(count)]


class LongRows(list[Pair]):
    """A list whose rows have a megabyte each, or as said."""

    characters = 1_000_000

    def size(self, index: int) -> int:
        return self.characters


@pytest.mark.parametrize(("characters", "read"), [(1_000, 10), (1_112, 9)])
def test_a_row_of_more_than_a_thousand_characters_counts_for_several(
    characters: int, read: int
) -> None:
    """A usual one has a few hundred. What is read at a time takes the window's time."""
    rows = LongRows(pairs(50))
    rows.characters = characters
    reader = PairReader(rows)
    reader.read_on(10)
    assert [reader.text(n) != f"p{n}" for n in range(12)].count(True) == read


@pytest.mark.parametrize(("characters", "is_short"), [(20_000, True), (20_001, False)])
def test_a_row_of_20_000_characters_is_read_while_the_window_waits(
    characters: int, is_short: bool
) -> None:
    """Longer ones have whole documents in them."""
    rows = LongRows(pairs(1))
    rows.characters = characters
    assert PairReader(rows).is_short(0) is is_short


def test_of_very_long_rows_few_are_read_at_a_time() -> None:
    reader = PairReader(LongRows(pairs(50)))
    reader.read_on(10)
    assert reader.text(0) == "p0\ntexts/p0-a.txt\ntexts/p0-b.txt"
    assert reader.text(1) == "p1", "not read yet"
    for _ in range(49):
        assert not reader.done
        reader.read_on(10)
    assert reader.done


def test_the_encoding_of_the_command_line_holds_for_list_and_label_file(tmp_path: Path) -> None:
    name = "J\u0101nis"
    for file, text in {
        "pairs.csv": f"id,reference,candidate\n1,{name}.txt,b.txt\n",
        "labels.csv": f"pair_id,label,annotator\n7,copy,{name}\n",
    }.items():
        (tmp_path / file).write_bytes(text.encode("windows-1257"))
    paths, labels = (str(tmp_path / "pairs.csv"),), str(tmp_path / "labels.csv")
    start = Start(paths=paths, labels=labels, annotator="anna", encoding="cp1257")
    places = Places(state=tmp_path / "state", data=tmp_path / "data", samples=tmp_path / "samples")
    opened = open_pairs(start.wanted(), places)
    assert opened.pairs.pairs[0].reference == f"{name}.txt"
    assert set(opened.store.rows(everybody=True)) == {("7", name)}
