"""What is known of the pairs of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.labels import Judged, Label, LabelStore, PairList, read_pairs
from gui.review.pair_book import PairBook

PAIRS = 120


@pytest.fixture
def listed(tmp_path: Path) -> PairList:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    rows = "".join(f"p{number},a.txt,a.txt\n" for number in range(PAIRS))
    path = tmp_path / "pairs.csv"
    path.write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    return read_pairs(path)


@pytest.fixture
def store(tmp_path: Path) -> LabelStore:
    store = LabelStore(tmp_path / "labels.csv", journal_folder=tmp_path / "state", annotator="a")
    store.open()
    return store


def label(listed: PairList, store: LabelStore, *indices: int) -> None:
    for index in indices:
        store.label(listed.pairs[index], Label.COPY, Judged())


def test_the_first_open_pair_is_found_however_far_down_it_stands(
    listed: PairList, store: LabelStore
) -> None:
    assert PairBook(listed, store).first_open == 0
    label(listed, store, *range(100))
    assert PairBook(listed, store).first_open == 100
    label(listed, store, *range(100, PAIRS))
    assert PairBook(listed, store).first_open is None


def test_the_next_open_pair_follows_the_order_that_is_given(
    listed: PairList, store: LabelStore
) -> None:
    label(listed, store, *range(1, PAIRS - 1))
    book = PairBook(listed, store)
    assert book.next_open(iter([5, 4, PAIRS - 1, 0])) == PAIRS - 1
    assert book.next_open(iter(range(1, PAIRS))) == PAIRS - 1
    book.unreadable(PAIRS - 1, "It is gone.")
    assert book.next_open(iter(range(1, PAIRS))) is None
    assert book.next_open(iter(())) is None


def test_states_are_those_of_now(listed: PairList, store: LabelStore) -> None:
    label(listed, store, 3)
    book = PairBook(listed, store)
    book.unreadable(7, "It is gone.")
    first = book.states()
    assert {index: state.label for index, state in first.items()} == {3: Label.COPY, 7: None}
    assert first[7].problem == "It is gone."
    label(listed, store, 4)
    store.undo()
    label(listed, store, 5)
    assert set(book.states()) == {3, 5, 7}
    assert [row is not None for row in book.rows()] == [n in (3, 5) for n in range(PAIRS)]
