"""What is measured in the background reaches the list, some at a time, and only its own list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.compare import compare
from gui.documents import load
from gui.labels import DecisionContext, LabelStore, PairList, read_pairs
from gui.messages import Message
from gui.process_pool import Fault, ProcessPool
from gui.review.measures import Measures
from gui.review.measuring import measure_run, measuring
from gui.review.measuring.measure_run import MeasuringProgress
from gui.review.measuring.measuring import Measuring
from gui.review.pair_list.pair_book import PairBook
from gui.review.preparing.protocol import Reading, Request
from tests.review.measuring.measured_lists import measure_at_once
from tests.review.waiting import let_pass, wait_until

TEXT = "The harbour opened at dawn and {} boats left for the outer island."


class Desk:
    """Lists of pairs, and what measuring them announced."""

    def __init__(self, folder: Path, owner: QObject) -> None:
        self.folder = folder
        self.measuring = Measuring(owner)
        self.measured: list[list[int]] = []
        self.unreadable: dict[int, Message] = {}
        self.progress: list[MeasuringProgress | None] = []
        self.measuring.measured.connect(self.measured.append)
        self.measuring.unreadable.connect(self.unreadable.update)
        self.measuring.progressed.connect(self.progress.append)

    def listed(self, count: int, name: str = "pairs") -> PairList:
        rows = ["id,reference,candidate"]
        for number in range(count):
            for role, word in (("r", number), ("c", number % 2)):
                path = self.folder / f"{name}-{number}-{role}.txt"
                path.write_text(TEXT.format(word), encoding="utf-8")
            rows.append(f"p{number},{name}-{number}-r.txt,{name}-{number}-c.txt")
        path = self.folder / f"{name}.csv"
        path.write_text("\n".join(rows), encoding="utf-8")
        return read_pairs(path)

    def book(self, listed: PairList) -> PairBook:
        store = LabelStore(
            self.folder / "labels.csv", journal_folder=self.folder / "state", annotator="a"
        )
        store.open()
        return PairBook(listed, store)

    def begin(self, book: PairBook) -> None:
        self.measuring.begin(book, Reading(), 0, self.folder / "state")

    def state(self) -> str:
        return self.progress[-1].state if self.progress and self.progress[-1] else ""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_at_once(monkeypatch)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    owner = QObject()
    found = Desk(tmp_path, owner)
    yield found
    found.measuring.end(10)
    owner.deleteLater()


def test_pairs_get_their_measures_without_a_label(desk: Desk) -> None:
    book = desk.book(desk.listed(5))
    (desk.folder / "pairs-3-c.txt").write_bytes(b"")
    desk.begin(book)
    wait_until(lambda: desk.state() == "done")
    assert sorted(chain.from_iterable(desk.measured)) == list(range(5))
    assert list(desk.unreadable) == [3]
    assert (book.measures.measured, book.measures.unreadable) == (4, 1)
    assert [book.state(index).similarity is None for index in range(5)] == [
        index == 3 for index in range(5)
    ]
    assert book.state(0).similarity == 1.0
    assert isinstance(book.measures.get(2), Measures)
    assert desk.progress[-1] == MeasuringProgress(4, 5, None, "done")


def test_the_pair_in_the_window_counts_as_measured_too(desk: Desk) -> None:
    """The list says below and above it how many are measured, and it is the same number."""
    desk.measuring.set_switch(False, False)
    book = desk.book(desk.listed(3))
    book.measured(1, Measures.of(compare(*map(load, sorted(desk.folder.glob("pairs-1-*.txt"))))))
    desk.begin(book)
    wait_until(lambda: desk.state() == "off")
    assert desk.progress[-1] == MeasuringProgress(1, 3, None, "off")


def test_a_label_s_similarity_stands_until_its_pair_is_measured(desk: Desk) -> None:
    listed = desk.listed(3)
    book = desk.book(listed)
    book.store.label(
        listed.pairs[2], "copy", DecisionContext(verbatim=0.25, with_substitutions=0.5)
    )
    book = PairBook(listed, book.store)
    assert book.state(2).similarity == book.states()[2].similarity == 0.5
    assert book.measures.measured == 0
    desk.begin(book)
    wait_until(lambda: desk.state() == "done")
    assert book.state(2).similarity not in (None, 0.5)
    book.forget_measures()
    assert [book.state(index).similarity for index in range(3)] == [None, None, 0.5]


def test_results_come_some_at_a_time_and_the_end_is_told_last(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "AT_ONCE", 2)
    book = desk.book(desk.listed(7))
    desk.begin(book)
    wait_until(lambda: desk.state() == "done")
    assert all(len(some) <= 2 for some in desk.measured)
    assert sorted(chain.from_iterable(desk.measured)) == list(range(7))


def test_a_single_pair_is_not_measured(desk: Desk) -> None:
    desk.begin(desk.book(desk.listed(1)))
    let_pass(300)
    assert desk.measuring.progress is None
    assert desk.measured == []


def test_what_belongs_to_another_list_is_dropped(desk: Desk) -> None:
    first, second = desk.book(desk.listed(40, "first")), desk.book(desk.listed(2, "second"))
    desk.begin(first)
    wait_until(lambda: desk.measured)
    known = first.measures.measured
    desk.begin(second)
    wait_until(lambda: desk.state() == "done")
    assert second.measures.measured == 2
    let_pass(300)
    assert first.measures.measured == known


def test_another_annotator_goes_on_with_what_is_known(desk: Desk) -> None:
    """Neither the cache nor a document is asked again."""
    listed = desk.listed(5)
    (desk.folder / "pairs-3-c.txt").write_bytes(b"")
    first = desk.book(listed)
    desk.begin(first)
    wait_until(lambda: desk.state() == "done")
    for index, why in desk.unreadable.items():
        first.unreadable(index, why)
    for path in desk.folder.glob("pairs-*.txt"):
        path.unlink()
    second = desk.book(listed)
    told = len(desk.measured)
    desk.measuring.go_on(second, Reading(), desk.folder / "state")
    desk.begin(second)
    assert desk.measuring.progress == MeasuringProgress(4, 5, None, "done")
    assert [second.measures.get(i) for i in range(5)] == [first.measures.get(i) for i in range(5)]
    assert second.state(3).problem == first.state(3).problem is not None
    let_pass(100)
    assert (len(desk.measured), desk.state()) == (told, "done")


def test_what_is_still_being_measured_comes_to_the_other_annotator(desk: Desk) -> None:
    listed = desk.listed(30)
    first = desk.book(listed)
    first.store.label(
        listed.pairs[29], "copy", DecisionContext(verbatim=0.25, with_substitutions=0.5)
    )
    first = PairBook(listed, first.store)
    desk.begin(first)
    wait_until(lambda: desk.measured)
    store = LabelStore(desk.folder / "b.csv", journal_folder=desk.folder / "state", annotator="b")
    store.open()
    store.label(listed.pairs[28], "copy", DecisionContext(verbatim=0.25, with_substitutions=0.75))
    second = PairBook(listed, store)
    desk.measuring.go_on(second, Reading(), desk.folder / "state")
    known = second.measures.measured
    assert known == first.measures.measured
    if known < 28:  # the others' own figures until they are measured
        assert [second.state(i).similarity for i in (28, 29)] == [0.75, None]
    wait_until(lambda: desk.state() == "done")
    assert (second.measures.measured, first.measures.measured) == (30, known)


@pytest.mark.parametrize("other", ["list", "reading", "folder"])
def test_nothing_goes_on_where_it_would_be_something_else(desk: Desk, other: str) -> None:
    listed = desk.listed(3)
    desk.begin(desk.book(listed))
    wait_until(lambda: desk.state() == "done")
    book = desk.book(desk.listed(3, "others") if other == "list" else listed)
    reading = Reading(whole_page=True) if other == "reading" else Reading()
    folder = desk.folder / ("state" if other != "folder" else "elsewhere")
    desk.measuring.go_on(book, reading, folder)
    assert desk.measuring.progress is None
    assert book.measures.measured == 0


def test_after_the_end_nothing_is_announced(desk: Desk) -> None:
    book = desk.book(desk.listed(40))
    desk.begin(book)
    wait_until(lambda: desk.measured)
    desk.measuring.end(10)
    told = len(desk.measured)
    assert desk.progress[-1] is None
    let_pass(500)
    assert len(desk.measured) == told
    assert desk.progress[-1] is None


def test_the_switch_turns_it_off_and_on(desk: Desk) -> None:
    desk.measuring.set_switch(False, False)
    book = desk.book(desk.listed(3))
    desk.begin(book)
    wait_until(lambda: desk.state() == "off")
    let_pass(300)
    assert book.measures.measured == 0
    desk.measuring.set_switch(True, False)
    wait_until(lambda: desk.state() == "done")
    assert book.measures.measured == 3


def test_a_pause_is_told_and_ends(desk: Desk) -> None:
    book = desk.book(desk.listed(40))
    desk.begin(book)
    desk.measuring.set_paused(True)  # at once: a quick machine measures all of them in no time
    wait_until(lambda: desk.state() == "paused")
    desk.measuring.set_paused(False)
    wait_until(lambda: desk.state() == "done")


def test_on_battery_it_waits_and_the_switch_says_otherwise(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_run, "on_battery", lambda: True)
    desk.begin(desk.book(desk.listed(3)))
    wait_until(lambda: desk.state() == "battery")
    desk.measuring.set_switch(True, True)
    wait_until(lambda: desk.state() == "done")


def test_a_fault_goes_into_the_log_and_costs_one_pair(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    desk.measuring.fault.connect(said.append)
    broken = Fault("ValueError", "where it was raised")

    def faulty(
        module: str,
        setup: object,
        jobs: int,
        take: Callable[[], Request | range],
        done: Callable[[Request | range, object], None],
        **options: Any,
    ) -> ProcessPool:
        def told(request: Request | range, answer: object) -> None:
            breaks = isinstance(request, Request) and request.serial == 1
            done(request, broken if breaks else answer)

        return ProcessPool(module, setup, jobs, take, told, **options)

    monkeypatch.setattr(measure_run, "ProcessPool", faulty)
    book = desk.book(desk.listed(3))
    desk.begin(book)
    wait_until(lambda: desk.state() == "done")
    assert said == ["where it was raised"]
    assert [book.measures.get(index) is None for index in range(3)] == [False, True, False]
    assert book.state(1).problem is None
