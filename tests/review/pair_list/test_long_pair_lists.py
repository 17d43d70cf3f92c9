"""Lists of many pairs: read bit by bit, ordered in turns, and what changes is told at once."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.labels import Pair
from gui.review.background import RightOfWay
from gui.review.pair_list import pairs_model
from gui.review.pair_list.pair_fields import View
from gui.review.pair_list.pair_values import PairReader
from gui.review.pair_list.pairs_model import PairsModel
from tests.any_message import any_message
from tests.review.pair_list.pair_models import COPY, ORIGINAL, ids_of, model_of, pairs
from tests.review.waiting import let_timers_run, wait_until

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_long_list_is_read_bit_by_bit(qapp: QApplication) -> None:
    many = [
        Pair(f"p{n}", f"a{n}.txt", "b.txt", problem=any_message("gone") if n == 2999 else None)
        for n in range(3000)
    ]
    model = PairsModel()
    model.set_pairs(many, {})
    for search, count in (("a99.txt", 1), ("a100.txt", 0), ("a2500.txt", 0)):
        model.set_search(search)
        assert model.rowCount() == count, "a screen or two are read, the rest is not yet"
    model.set_search("p2500")
    assert model.rowCount() == 1, "ids are known at once"
    model.set_search("a2500.txt")
    for _ in range(500):
        if model.rowCount():
            break
        QTest.qWait(5)
    assert ids_of(model) == ["p2500"]
    model.set_search("")
    model.set_filter("unreadable")
    assert ids_of(model) == ["p2999"]


class CountingPairs(list[Pair]):
    """A list that counts how often a pair is looked at."""

    looks = 0

    def __getitem__(self, index: object) -> Pair:  # type: ignore[override]
        self.looks += 1
        return super().__getitem__(index)  # type: ignore[no-any-return,call-overload]


def test_filtering_fifty_thousand_pairs_looks_at_none_of_them(qapp: QApplication) -> None:
    many = CountingPairs(pairs(*(f"p{n}" for n in range(50_000))))
    model = PairsModel(long=50_000)
    model.set_pairs(many, dict.fromkeys(range(0, 50_000, 100), COPY))
    many.looks = 0
    model.set_filter("copy")
    assert model.rowCount() == 500
    model.set_filter("unlabelled")
    assert model.rowCount() == 49_500
    model.set_state(70, COPY)
    assert model.row_of(71) == 71 - 2
    assert many.looks == 0


def test_many_changed_states_are_told_at_once() -> None:
    model, _ = model_of(*(f"p{n}" for n in range(500)))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    model.set_states(dict.fromkeys(range(20, 420), COPY))
    assert told == [(20, 419)]
    assert model.state(20) == model.state(419) == COPY
    model.set_states(dict.fromkeys(range(20, 420), COPY))
    assert len(told) == 1, "nothing is told of what was so before"


def test_many_pairs_that_leave_the_view_leave_it_at_once_but_the_current_one_stays() -> None:
    model, _ = model_of(*(f"p{n}" for n in range(500)))
    model.set_filter("unlabelled")
    model.set_current(100)
    told: list[str] = []
    model.rowsRemoved.connect(lambda: told.append("removed"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.set_states(dict.fromkeys(range(20, 420), COPY))
    assert told == ["reset"]
    assert model.rowCount() == 101
    assert model.row_of(100) == 20
    model.set_current(0)
    assert model.rowCount() == 100


@pytest.mark.parametrize(("count", "told"), [(50, ["removed"] * 50), (51, ["reset"])])
def test_fifty_pairs_leave_the_view_one_by_one(count: int, told: list[str]) -> None:
    """The view keeps its place then; of more it would take the view long to hear of each."""
    model, _ = model_of(*(f"p{n}" for n in range(100)))
    model.set_filter("unlabelled")
    heard: list[str] = []
    model.rowsRemoved.connect(lambda: heard.append("removed"))
    model.modelReset.connect(lambda: heard.append("reset"))
    model.set_states(dict.fromkeys(range(count), COPY))
    assert heard == told


@pytest.mark.parametrize(("count", "is_busy"), [(20_000, False), (20_001, True)])
def test_a_list_of_20_000_pairs_is_searched_at_one_go(
    qapp: QApplication, count: int, is_busy: bool
) -> None:
    """That takes too little time to be noticed; what takes longer is done in turns."""
    model = PairsModel()
    model.set_pairs(pairs("a") * count, {})
    assert model.busy is is_busy


def test_a_long_list_is_read_for_half_a_frame_at_a_time(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 0.00099
        return now

    monkeypatch.setattr(pairs_model, "perf_counter", clock)
    model = PairsModel()
    many = CountingPairs(pairs(*(f"p{n}" for n in range(3_000))))
    model.set_pairs(many, {})
    many.looks = 0
    let_timers_run(model, 1)
    assert many.looks == 0, "other threads get their turn between"
    model.right_of_way = RightOfWay(600)
    model.right_of_way.take()
    let_timers_run(model, 2)
    assert many.looks == 0, "the reader waits for a pair"
    model.right_of_way.give_back()
    let_timers_run(model, 2)
    assert many.looks == 9


@pytest.mark.parametrize("asked", ["", "search", "order"])
def test_a_list_is_read_at_once_where_somebody_asks_about_it(
    qapp: QApplication, asked: str
) -> None:
    """Else the measures that are known go first, a second or two after it is opened."""
    model = PairsModel()
    names = [f"p{n}" for n in range(3_000)]
    many = CountingPairs([Pair(name, "a", "b", details=(("kind", "x"),)) for name in names])
    model.set_pairs(many, {})
    model.head_start = RightOfWay(600)
    model.head_start.take()
    if asked == "search":
        model.set_search("p2")
    elif asked == "order":
        model.set_sort("column:kind")
    many.looks = 0
    let_timers_run(model, 2)
    assert bool(many.looks) is bool(asked)
    model.head_start.give_back()
    let_timers_run(model, 2)
    assert many.looks, "then it is read for the search in any case"


@pytest.fixture
def long_model() -> PairsModel:
    names = [f"p{n}" for n in range(40)]
    model, _ = model_of(*names, model=PairsModel(long=10), p3=COPY, p30=COPY)
    wait_until(lambda: not model.busy)
    return model


def test_a_shorter_list_is_sorted_by_a_text_in_turns_too() -> None:
    """A text takes longer to be compared than a figure."""
    model, _ = model_of(*(f"p{n}" for n in range(40)), model=PairsModel(long=60))
    busy = []
    for order in ("length", "id"):
        model.set_sort(order)
        busy.append(model.busy)
    wait_until(lambda: not model.busy)
    model.set_filter("unlabelled")  # the order stays
    assert [*busy, model.busy] == [False, True, False]


def test_a_very_long_list_is_shown_as_before_until_the_new_order_is_found(
    long_model: PairsModel,
) -> None:
    model = long_model
    model.set_sort("shuffled", 5)
    assert model.busy
    assert ids_of(model) == [f"p{n}" for n in range(40)]
    wait_until(lambda: not model.busy)
    assert ids_of(model) != [f"p{n}" for n in range(40)]
    assert sorted(ids_of(model)) == sorted(f"p{n}" for n in range(40))
    model.set_filter("copy")
    model.set_sort("list")
    wait_until(lambda: not model.busy)
    assert ids_of(model) == ["p3", "p30"]


def test_a_label_given_while_a_very_long_list_is_sorted_counts(long_model: PairsModel) -> None:
    model = long_model
    model.set_current(5)
    model.set_sort("similarity")
    model.set_filter("copy")
    model.set_state(7, COPY)
    model.set_state(3, ORIGINAL)
    assert model.busy
    wait_until(lambda: not model.busy)
    assert ids_of(model) == ["p7", "p30"]
    model.set_filter("all")
    wait_until(lambda: not model.busy)
    assert model.rowCount() == 40


def test_another_list_comes_in_place_of_a_very_long_one_at_once(long_model: PairsModel) -> None:
    model = long_model
    model.set_sort("shuffled", 5)
    model.set_pairs(pairs("x"), {})
    assert (ids_of(model), model.busy) == (["x"], False)


def test_while_a_list_is_read_it_is_told_how_far_and_columns_count_in_the_end() -> None:
    many = [Pair(f"p{n}", "a", "b", details=(("size", str(3000 - n)),)) for n in range(3000)]
    model = PairsModel()
    model.set_pairs(many, {}, view=View(sort="column:size"))
    read = model.basis().read
    assert read is not None
    assert 0 < read < 3000
    wait_until(lambda: model.basis().read is None)
    assert ids_of(model)[:2] == ["p2999", "p2998"]


def test_the_columns_of_a_list_are_put_together_once() -> None:
    """Of twenty thousand columns that takes some milliseconds, each time that one asks."""
    details = [(("a", "1"), ("b", "2")), (("b", "3"), ("c", "4"))]
    reader = PairReader([Pair("p", "x", "y", details=own) for own in details])
    told = []
    for _ in details:
        reader.read_on(1)
        told.append(reader.columns)
    assert told == [("a", "b"), ("a", "b", "c")]
    assert reader.columns is told[-1]


def test_columns_that_later_rows_have_are_found() -> None:
    many = [
        Pair(f"p{n}", "a", "b", details=(("late", "x"),) if n > 2990 else ()) for n in range(3000)
    ]
    model = PairsModel()
    told: list[tuple[str, ...]] = []
    model.columns_changed.connect(lambda: told.append(model.columns))
    model.set_pairs(many, {})
    wait_until(lambda: model.columns == ("late",))
    assert told == [(), ("late",)]
