"""What is known of the pairs of a list."""

from __future__ import annotations

import tracemalloc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from gui.labels import (
    DEFAULT_LABELS,
    DecisionContext,
    LabelRow,
    LabelStore,
    Pair,
    PairList,
    read_pairs,
)
from gui.labels.label_values import Key
from gui.labels.pairs.pair_table import PairTable
from gui.review.pair_list.label_marks import PairsLeft
from gui.review.pair_list.pair_book import PairBook
from gui.review.pair_list.pair_state import FILTERS, label_text
from tests.any_message import any_message

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
        store.label(listed.pairs[index], "copy", DecisionContext())


def test_the_first_open_pair_is_found_however_far_down_it_stands(
    listed: PairList, store: LabelStore
) -> None:
    assert PairBook(listed, store).first_open == 0
    label(listed, store, *range(100))
    assert PairBook(listed, store).first_open == 100
    label(listed, store, *range(100, PAIRS))
    assert PairBook(listed, store).first_open is None


def test_a_long_list_is_looked_up_without_any_large_dictionary(
    tmp_path: Path, store: LabelStore
) -> None:
    """While one of a million ids is made larger, no other thread has its turn."""
    many = 10_000
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\n" + "".join(f"p{n},a,b\n" for n in range(many)))
    listed = read_pairs(path)
    tracemalloc.start()
    try:
        book = PairBook(listed, store)
        traces = tracemalloc.take_snapshot().traces
        largest = max(trace.size for trace in traces)
    finally:
        tracemalloc.stop()
    assert book.index_of(f"p{many - 1}") == many - 1
    assert largest < 20 * many


def test_the_next_open_pair_follows_the_order_that_is_given(
    listed: PairList, store: LabelStore
) -> None:
    label(listed, store, *range(1, PAIRS - 1))
    book = PairBook(listed, store)
    assert book.next_open([[5, 4], [PAIRS - 1, 0]]) == PAIRS - 1
    assert book.next_open([range(1, PAIRS)]) == PAIRS - 1
    book.unreadable(PAIRS - 1, any_message("It is gone."))
    assert book.next_open([range(1, PAIRS)]) is None
    assert book.next_open([]) is None


def test_a_row_is_read_once_where_the_list_says_why_it_cannot_be(
    tmp_path: Path, store: LabelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of which all ids are the same was read twice while the window waited."""
    path = tmp_path / "same.csv"
    path.write_text("id,reference,candidate\n" + "same,a.txt,b.txt\n" * 300, encoding="utf-8")
    listed = read_pairs(path)
    book = PairBook(listed, store)
    found = ((index, listed.pairs[index].problem) for index in range(1, 300))
    problems = {index: problem for index, problem in found if problem is not None}
    assert len(problems) == 299
    read: list[int] = []
    item = PairTable.__getitem__

    def counted(self: PairTable, at: int) -> Pair:
        read.append(at)
        return item(self, at)

    monkeypatch.setattr(PairTable, "__getitem__", counted)
    book.list_says(problems)
    assert not read
    assert book.states()[5].problem == problems[5]
    assert not book.is_open(5)
    book.unreadable(5, any_message("It is gone."))
    assert book.states()[5].problem == problems[5], "which another file would not change"


def test_states_are_those_of_now(listed: PairList, store: LabelStore) -> None:
    label(listed, store, 3)
    book = PairBook(listed, store)
    book.unreadable(7, any_message("It is gone."))
    first = book.states()
    assert {index: state.label for index, state in first.items()} == {3: "copy", 7: None}
    assert str(first[7].problem) == "It is gone."
    label(listed, store, 4)
    store.undo()
    label(listed, store, 5)
    assert set(book.states()) == {3, 5, 7}
    assert [row is not None for row in book.rows()] == [n in (3, 5) for n in range(PAIRS)]


def test_the_next_open_pair_of_a_labelled_list_is_found_without_going_through_the_labels(
    listed: PairList, store: LabelStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    label(listed, store, *range(PAIRS - 1))
    book = PairBook(listed, store)
    looks: list[str] = []
    row, rows = store.row, store.rows

    def one(pair_id: str) -> LabelRow | None:
        looks.append(pair_id)
        return row(pair_id)

    def all_of_them() -> Mapping[Key, LabelRow]:
        looks.extend(book.ids)
        return rows()

    monkeypatch.setattr(store, "row", one)
    monkeypatch.setattr(store, "rows", all_of_them)
    assert book.next_open([range(PAIRS)]) == PAIRS - 1
    assert book.next_open([list(range(PAIRS))]) == PAIRS - 1
    assert len(looks) < 5
    counts = book.marks.counts()
    assert counts.keys() == {*DEFAULT_LABELS.names, None}
    assert {label: count for label, count in counts.items() if count} == {"copy": 119, None: 1}
    assert len(looks) < 5


class CountingPairs(Sequence[Pair]):
    """Pairs, and how many of them were made."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self.made = 0

    def __len__(self) -> int:
        return len(self.pairs)

    def __getitem__(self, index: Any) -> Any:
        self.made += 1
        return self.pairs[index]


@pytest.mark.parametrize("kind", ["the id of another", "files that are gone"])
def test_a_long_run_of_pairs_that_cannot_be_read_is_not_looked_at_one_by_one(
    tmp_path: Path, store: LabelStore, kind: str
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    many = range(1, 2_000)
    row = "p0,a.txt,a.txt\n" if "id" in kind else "p{},gone.txt,a.txt\n"
    path = tmp_path / "pairs.csv"
    lines = ["id,reference,candidate\np0,a.txt,a.txt\n", *(row.format(n) for n in many)]
    path.write_text("".join(lines), encoding="utf-8")
    listed = read_pairs(path)
    label(listed, store, 0)
    book = PairBook(listed, store)
    assert isinstance(listed.pairs, PairTable)
    book.pairs = counting = CountingPairs(listed.pairs)
    found = book.next_open([range(1, len(listed.pairs)), range(1)])
    assert counting.made <= 60
    if "id" in kind:
        assert found is None
    for index in many:  # what the list found out when it was read to its end
        book.unreadable(index, any_message("It is gone."))
    counting.made = 0
    assert book.next_open([range(1, len(listed.pairs)), range(1)]) is None
    assert counting.made == 0


def test_a_row_that_changed_is_looked_at_again(listed: PairList, store: LabelStore) -> None:
    label(listed, store, *range(PAIRS))
    store.flag(listed.pairs[7], True, DecisionContext())
    book = PairBook(listed, store)
    assert (book.next_open([range(PAIRS)]), book.marks.flagged(5)) == (None, ([7], 1))
    store.undo()
    store.undo()
    for index in (7, PAIRS - 1):
        book.look_again(index)
    assert (book.next_open([range(PAIRS)]), book.marks.flagged(5)) == (PAIRS - 1, ([], 0))


def test_a_pair_that_was_unreadable_is_open_again_once_it_can_be_read(
    listed: PairList, store: LabelStore
) -> None:
    book = PairBook(listed, store)
    book.unreadable(0, any_message("It is gone."))
    assert book.next_open([range(PAIRS)]) == 1
    assert list(book.open_among([range(3)])) == [1, 2]
    book.unreadable(0, None)
    assert book.next_open([range(PAIRS)]) == 0


@pytest.mark.parametrize("shuffled", [False, True])
def test_pairs_that_cannot_be_read_are_passed_over_once(
    listed: PairList, store: LabelStore, shuffled: bool
) -> None:
    label(listed, store, 0, 50)
    book = PairBook(listed, store)
    for index in (3, 4, 50, 90):  # the one that has a label is not passed over
        book.unreadable(index, any_message("It is gone."))
    whole = range(1, PAIRS), range(1)
    stretches = [list(part) for part in whole] if shuffled else whole
    assert book.marks.pass_over(stretches, 60, 1) == ([3], 2, 0)
    assert book.marks.pass_over(stretches, 60, 1) == ([], 0, 0)
    assert book.marks.pass_over(stretches, 0, 5) == ([90], 1, 0)
    book.unreadable(3, any_message("It is empty."))
    assert book.marks.pass_over(stretches, 0, 5) == ([], 0, 0), (
        "said already, if with another reason"
    )
    assert (book.marks.without_label(2), book.marks.left().unreadable) == ([3, 4], 3)
    book.unreadable(3, None)
    assert (book.marks.without_label(9), book.marks.left().unreadable) == ([4, 90], 2)


@pytest.mark.parametrize("shuffled", [False, True])
def test_of_those_passed_over_the_ones_whose_id_stands_twice_are_counted(
    tmp_path: Path, store: LabelStore, shuffled: bool
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    rows = [f"{name},a.txt,a.txt\n" for name in ("x", "x", "y", "x", "z")]
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\n" + "".join(rows) + "q,,a.txt\nr,a.txt,a.txt\n")
    book = PairBook(read_pairs(path), store)
    for index in range(7):
        book.is_open(index)
    whole = range(7)
    stretches = [list(whole)] if shuffled else [whole]
    assert book.marks.pass_over(stretches, 3, 5) == ([1], 1, 1)
    assert book.marks.pass_over(stretches, 6, 1) == ([3], 2, 1)


@pytest.mark.parametrize("others", [1, 6])
def test_few_or_many_beside_those_whose_id_stands_twice_cannot_be_read(
    tmp_path: Path, store: LabelStore, others: int
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    rows = [*["x,a.txt,a.txt\n"] * 4, *(f"y{n},,a.txt\n" for n in range(others)), "z,a.txt,a.txt\n"]
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\n" + "".join(rows))
    book = PairBook(read_pairs(path), store)
    for index in range(len(rows)):
        book.is_open(index)
    assert book.marks.unreadable_left(9) == list(range(4, 4 + others))
    assert book.marks.twice_left(2) == [1, 2]
    # One of those twice is passed over, and half of the others.
    part = range(3, 4 + (others + 1) // 2)
    assert book.marks.pass_over([part], part.stop, 9)[1:] == (len(part), 1)


def test_a_row_without_a_document_counts_as_one_that_cannot_be_read(
    tmp_path: Path, store: LabelStore
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\nx,a.txt,a.txt\ny,,a.txt\nz,a.txt,a.txt\n")
    book = PairBook(read_pairs(path), store)
    assert book.next_open([range(1, 3)]) == 2
    assert book.marks.pass_over([range(1, 3)], 2, 5) == ([1], 1, 0)


@pytest.mark.parametrize("kind", ["missing", "empty", "folder"])
def test_a_list_is_not_opened_at_a_pair_that_cannot_be_read(
    tmp_path: Path, listed: PairList, store: LabelStore, kind: str
) -> None:
    path = tmp_path / "pairs.csv"
    lines = path.read_text(encoding="utf-8").replace("p0,a.txt", "p0,b.txt")
    path.write_text(lines, encoding="utf-8")
    if kind == "empty":
        (tmp_path / "b.txt").touch()
    elif kind == "folder":
        (tmp_path / "b.txt").mkdir()
    assert PairBook(read_pairs(path), store).first_open == 1


def test_what_is_known_of_a_pair_stays_known_when_its_label_is_undone(
    listed: PairList, store: LabelStore
) -> None:
    book = PairBook(listed, store)
    context = DecisionContext(verbatim=0.5, with_substitutions=0.75)
    store.label(listed.pairs[3], "copy", context)  # as a second window does
    book.look_again(3)
    store.undo()
    book.look_again(3)
    assert book.state(3).label is None
    assert book.state(3).similarity == 0.75


def test_behind_fifty_rows_that_cannot_be_read_a_pair_is_taken_on_trust(
    tmp_path: Path, store: LabelStore
) -> None:
    """Each row has to be parsed for it, and the window waits; such a long run is rare."""
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    first = Pair("p0", "a.txt", "a.txt")
    bad = [Pair(f"p{n}", "", "", problem=any_message("It is bad.")) for n in range(1, 90)]
    listed = PairList("list", tmp_path, (first, *bad), tmp_path / "labels.csv")
    book = PairBook(listed, store)
    assert book.first_open == 0
    assert book.next_open([range(1, 90)]) == 51
    assert book.next_open([range(1, 90)]) is None, "the next call goes on from there"


def test_a_pair_whose_id_stands_twice_is_not_called_unreadable(
    tmp_path: Path, store: LabelStore
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    path = tmp_path / "pairs.csv"
    path.write_text(
        "id,reference,candidate\nx,a.txt,a.txt\nx,a.txt,a.txt\nz,,a.txt\nw,a.txt,a.txt\n"
    )
    listed = read_pairs(path)
    book = PairBook(listed, store)
    assert not book.is_open(2), "which the list of pairs asks, row by row"
    assert book.marks.left() == PairsLeft(to_label=2, unreadable=1, twice=1)
    assert (book.marks.unreadable_left(5), book.marks.twice_left(5)) == ([2], [1])
    state = book.state(1)
    passed = [wanted for wanted in FILTERS if state.passes(wanted)]
    assert passed == ["all", "twice"]
    book.unreadable(1, any_message("Its document is gone."))
    assert book.state(1).twice, "another file would not make it a pair of its own"
    store.label(listed.pairs[1], "unusable", DecisionContext())
    book.look_again(1)
    assert book.marks.left() == PairsLeft(to_label=2, unreadable=1, twice=0)


@pytest.mark.parametrize(("size", "shown"), [(40, "x" * 40), (41, "x" * 40 + "\u2026")])
def test_of_a_label_40_characters_are_shown(size: int, shown: str) -> None:
    """A list may name its labels so long; what else stands in a file is cut."""
    assert label_text("x" * size) == shown
