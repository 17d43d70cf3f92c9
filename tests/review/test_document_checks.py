"""The search for documents that are not there: all pairs, and no list of them is made for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.labels import Pair
from gui.review import document_checks
from gui.review.background import RightOfWay
from gui.review.document_checks import Freshness, MissingDocuments
from gui.review.pair_list.pair_book import PairBook
from tests.review.waiting import let_pass, wait_until


def book_of(count: int, pairs: Sequence[Pair], folder: Path) -> PairBook:
    return cast(PairBook, SimpleNamespace(ids=range(count), pairs=pairs, folder=folder))


@pytest.fixture
def search(qapp: QApplication) -> Iterator[MissingDocuments]:
    owner = QObject()
    made = MissingDocuments(owner)
    yield made
    made.close(5.0)
    owner.deleteLater()


@pytest.mark.parametrize("start", [0, 250, 449])
def test_every_pair_is_looked_at_once_from_the_one_in_the_window_on(
    search: MissingDocuments, tmp_path: Path, start: int
) -> None:
    pairs = [Pair(f"p{number}", "none.txt", "none.txt") for number in range(450)]
    told: list[list[int]] = []
    search.found.connect(lambda found: told.append(list(found)))
    search.look(book_of(len(pairs), pairs, tmp_path), start)
    wait_until(lambda: sum(map(len, told)) == len(pairs))
    assert list(chain.from_iterable(told)) == [*range(start, len(pairs)), *range(start)]
    assert max(map(len, told)) == 200  # some milliseconds of searching, and of the window's time


def test_nothing_is_looked_for_while_the_reader_waits_for_a_pair(
    qapp: QApplication, tmp_path: Path
) -> None:
    owner, way = QObject(), RightOfWay(60)
    search = MissingDocuments(owner, way)
    pairs = [Pair(f"p{number}", "none.txt", "none.txt") for number in range(50)]
    listed = CountingPairs(pairs, way, 30)
    told: list[int] = []
    search.found.connect(told.extend)
    search.look(book_of(len(pairs), listed, tmp_path), 0)
    wait_until(lambda: listed.looks == 40)
    let_pass(50)
    assert listed.looks == 40, "twenty are looked at in a millisecond"
    way.give_back()
    wait_until(lambda: told == list(range(50)))
    search.close(5.0)
    owner.deleteLater()


def test_only_the_first_part_is_looked_for_while_others_have_a_head_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    owner, others = QObject(), RightOfWay(60)
    search = MissingDocuments(owner, None, others)
    others.take()
    pairs = [Pair(f"p{number}", "none.txt", "none.txt") for number in range(450)]
    told: list[int] = []
    search.found.connect(told.extend)
    search.look(book_of(len(pairs), pairs, tmp_path), 100)
    wait_until(lambda: len(told) == 200)
    let_pass(50)
    assert told == list(range(100, 300))
    others.give_back()
    wait_until(lambda: len(told) == 450)
    search.close(5.0)
    owner.deleteLater()


class CountingPairs(Sequence[Pair]):
    """Counts how many pairs were asked for; with one of them the reader begins to wait."""

    def __init__(self, pairs: Sequence[Pair], way: RightOfWay, last: int) -> None:
        self._pairs, self._way, self._last = pairs, way, last
        self.looks = 0

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: Any) -> Any:
        self.looks += 1
        if self.looks == self._last:
            self._way.take()
        return self._pairs[index]


class Endless(Sequence[Pair]):
    """More pairs than any list could be made of."""

    def __len__(self) -> int:
        return 10**18

    def __getitem__(self, index: object) -> Pair:  # type: ignore[override]
        return Pair("p", "none.txt", "none.txt")


def test_to_begin_takes_no_longer_in_a_longer_list(
    search: MissingDocuments, tmp_path: Path
) -> None:
    told: list[int] = []
    search.found.connect(told.extend)
    endless = Endless()
    search.look(book_of(len(endless), endless, tmp_path), 5)
    wait_until(lambda: len(told) >= 400)
    assert told[:400] == list(range(5, 405))


class ThreadNoting(Sequence[Pair]):
    """Notes in which threads pairs were asked for."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self.threads: set[threading.Thread] = set()

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: Any) -> Any:
        self.threads.add(threading.current_thread())
        return self._pairs[index]


def test_one_thread_looks_for_all_of_a_list(search: MissingDocuments, tmp_path: Path) -> None:
    """The window waits for each thread that it starts until that has a processor."""
    listed = ThreadNoting([Pair(f"p{number}", "none.txt", "none.txt") for number in range(450)])
    told: list[int] = []
    search.found.connect(told.extend)
    search.look(book_of(len(listed), listed, tmp_path), 0)
    wait_until(lambda: len(told) == len(listed))
    assert len(listed.threads) == 1


def test_nothing_more_is_told_once_the_search_is_closed(
    search: MissingDocuments, tmp_path: Path
) -> None:
    pairs = [Pair(f"p{number}", "none.txt", "none.txt") for number in range(450)]
    told: list[int] = []
    search.found.connect(told.extend)
    search.look(book_of(len(pairs), pairs, tmp_path), 0)
    search.close(5.0)  # what was found meanwhile is on its way
    let_pass(50)
    assert told == []


class AtOnce:
    """Stands for ``Background``: does what is asked for at once, and notes the waits in it."""

    waits: ClassVar[list[float]] = []
    runs: ClassVar[int] = 0

    def __init__(self, *_: object) -> None:
        pass

    def run(self, function: Callable[[Any], None]) -> None:
        AtOnce.runs += 1
        function(SimpleNamespace(wait=self._wait, is_set=lambda: False))

    def tell(self, _cancelled: object, news: Callable[[], None]) -> None:
        news()

    def _wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        return False


def test_changed_documents_are_looked_for_after_three_seconds_a_hundred_a_second(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pair in the window goes first, and others need the disk as well."""
    AtOnce.waits.clear()
    monkeypatch.setattr(AtOnce, "runs", 0)
    monkeypatch.setattr(document_checks, "Background", AtOnce)
    (tmp_path / "there.txt").write_text("Another text.", encoding="utf-8")
    row = SimpleNamespace(label="copy", reference_sha256="r", candidate_sha256="c")
    pair = Pair("p", "there.txt", "there.txt")
    book = SimpleNamespace(rows=lambda: [row] * 250, pairs=[pair] * 250, folder=tmp_path)
    owner, told = QObject(), list[int]()
    freshness = Freshness(owner)
    freshness.changed.connect(lambda found: told.append(len(found)))
    freshness.look(cast(PairBook, book))
    assert AtOnce.waits == [3.0] + [0.01] * 250
    assert told == [100, 100, 50], "what was found of a hundred is told"
    assert AtOnce.runs == 1, "the window waits for each thread that it starts"
    owner.deleteLater()
