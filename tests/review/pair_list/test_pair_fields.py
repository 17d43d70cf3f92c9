"""What pairs are sorted and filtered by, and how a view of a list is remembered."""

from __future__ import annotations

import pytest

from gui.labels import Pair
from gui.review.background import outcome
from gui.review.measures import Measures, MeasureTable
from gui.review.pair_list.pair_fields import (
    CONDITIONS,
    DECIDED,
    MEASURED,
    SORTS,
    Condition,
    SortKey,
    View,
    falls_first,
    number_of,
    sort_key,
)
from gui.review.pair_list.pair_order import ordered
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pair_values import Fields, PairReader

LABELS = ("original", "copy", "unrelated", "unusable")


def measures(similarity: float | None, number: int) -> Measures:
    return Measures(similarity, similarity, *([number] * 13))


def fields(states: dict[int, PairState] | None = None, **columns: list[str]) -> Fields:
    """Three pairs: one measured, one without words, one not measured."""
    table = MeasureTable(3)
    table.put(0, measures(0.9, 4))
    table.put(1, measures(None, 0))
    details = [tuple((name, values[at]) for name, values in columns.items()) for at in range(3)]
    reader = PairReader([Pair(f"p{at}", "a", "b", details=details[at]) for at in range(3)])
    reader.read_on(3)
    return Fields(table, states or {}, table.similarity, reader.value, LABELS, reader.ids)


def keys(found: Fields, field: str) -> list[SortKey]:
    return [found.key(field)(index) for index in range(3)]


def test_of_pairs_that_are_measured_nothing_else_is_asked() -> None:
    """A list of 20,000 is sorted while the window waits."""
    asked: list[int] = []

    def of_label_file(index: int) -> float:
        asked.append(index)
        return 0.9

    table = MeasureTable(3)
    table.put(0, measures(0.9, 4))
    table.put(1, measures(0.8, 4))
    reader = PairReader([Pair(f"p{at}", "a", "b") for at in range(3)])
    found = Fields(table, {}, of_label_file, reader.value, LABELS, reader.ids)
    first, second, third = keys(found, "similarity")
    assert asked == [2]
    assert first == third
    assert second == pytest.approx(0.8)


def test_numbers_sort_as_numbers_other_texts_behind_them() -> None:
    texts = ["10", "9", "b", "1,240", "", "A", "2.5", "12 %", "-3", "0,5", "1e3", "nan"]
    known = sorted((text for text in texts if text), key=lambda text: sort_key(text) or 0)
    assert known == ["-3", "0,5", "2.5", "9", "10", "12 %", "1e3", "1,240", "A", "b", "nan"]
    assert sort_key(" ") is None


def test_dates_sort_as_dates_between_numbers_and_other_texts() -> None:
    texts = ["2024-12-01", "7 May 2024", "2024-5-06", "Sept. 3, 2023", "30.11.2024", "31.2.2024"]
    texts += ["2024-05-07T10:00", "2024-05-07T09:59", "5/7/2024", "2025", "24 Mayor 2024", "May"]
    assert sorted(texts, key=lambda text: sort_key(text) or 0) == [
        "2025",
        "Sept. 3, 2023",
        "2024-5-06",
        "7 May 2024",
        "2024-05-07T09:59",
        "2024-05-07T10:00",
        "30.11.2024",
        "2024-12-01",
        "5/7/2024",
        "24 Mayor 2024",
        "31.2.2024",
        "May",
    ]


@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize("field", [*MEASURED, *DECIDED, "column:number", "column:day"])
def test_every_field_is_sorted_by_both_ways(field: str, falling: bool) -> None:
    places = [2, 0, 3, 1]  # of four pairs; a fifth has nothing
    table = MeasureTable(5)
    states = {}
    for index, place in enumerate(places):
        table.put(index, measures(place / 10, place + 8))
        flagged = field != "flag" or place > 1
        label, when = LABELS[place], f"2024-05-0{place + 1}T09:00:00Z"
        states[index] = PairState(label, flagged, seconds=place + 8.0, decided=when)
    columns = [(("number", f"{n + 8}"), ("day", f"{n + 8} May 2024")) for n in places] + [()]
    pairs = [Pair(f"p{at}", "a", "b", details=values) for at, values in enumerate(columns)]
    reader = PairReader(pairs)
    reader.read_on(5)
    found = Fields(table, states, table.similarity, reader.value, LABELS, reader.ids)
    whole = outcome(ordered(5, field, 0, found.key(field), falling))[0]
    rising = [0, 2, 1, 3] if field == "flag" else [1, 3, 0, 2]
    expected = rising if field == "flag" or not falling else rising[::-1]
    assert list(whole) == [*expected, 4]


@pytest.mark.parametrize("text", ["1_000", "inf", "0x10", "٣", "12 apples", "1.2.3", "--1", "%"])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize("field", MEASURED)
def test_a_pair_that_is_not_measured_has_no_value(field: str) -> None:
    first, second, third = keys(fields(), field)
    assert first == pytest.approx({"similarity": 0.9, "verbatim": 0.9, "length": 8}.get(field, 4))
    assert second == (None if field in ("similarity", "verbatim") else 0)
    assert third is None


def test_decisions_are_values_too() -> None:
    states = {
        0: PairState("unusable", seconds=12.5, decided="2024-05-07T10:00:00.000Z"),
        2: PairState("copy", flagged=True, seconds=3.0, decided="2023-01-01T10:00:00.000Z"),
    }
    found = fields(states)
    assert keys(found, "label") == [3.0, None, 1.0]
    assert keys(found, "time") == [12.5, None, 3.0]
    assert keys(found, "flag") == [None, None, 1.0]
    assert [found.value(order, 2) for order in ("list", "shuffled")] == [None, None]
    assert found.value("labelled", 0) == "2024-05-07T10:00:00.000Z"
    first, none, third = keys(found, "labelled")
    assert none is None
    assert isinstance(first, tuple)
    assert isinstance(third, tuple)
    assert third < first


def test_a_label_that_no_set_knows_sorts_behind_those_known() -> None:
    found = fields({0: PairState("odd"), 1: PairState("unusable")})
    assert keys(found, "label") == [4.0, 3.0, None]


@pytest.mark.parametrize(
    ("condition", "passing"),
    [
        (Condition("similarity", "between", "90", "90"), [0]),
        (Condition("similarity", "between", "90.01"), []),
        (Condition("missing sections", "between", "1"), [0]),
        (Condition("missing", "between", "", "0"), [1]),
        (Condition("column:topic", "contains", "STORM"), [0, 2]),
        (Condition("column:topic", "equals", "storm"), [0]),
        (Condition("column:year", "equals", "1,999"), [1]),
        (Condition("column:year", "between", "1998", "2000"), [1, 2]),
        (Condition("column:other", "contains", "x"), []),
        (Condition("column:topic", "contains", " "), [0, 1, 2]),
        (Condition("missing", "between", "few"), [0, 1, 2]),
    ],
)
def test_a_condition_holds_for_its_pairs(condition: Condition, passing: list[int]) -> None:
    found = fields(topic=["Storm", "flood", "a storm"], year=["none", "1999", "1998.5"])
    tests = found.tests([condition])
    assert [at for at in range(3) if all(test(at) for test in tests)] == passing


def test_a_view_is_remembered_as_texts() -> None:
    view = View(
        "copy",
        "column:tópic",
        turned=True,
        seed=41,
        conditions=(
            Condition("similarity", "between", "50", "90"),
            Condition("column:a, b", "contains", "“x”"),
        ),
    )
    assert View.from_texts(view.texts()) == view
    assert View.from_texts(View().texts()) == View()


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("all",),
        ("all", "no such order", "", "1", ""),
        ("all", "list", "", "many", ""),
        ("all", "list", "", "1", "["),
        ("all", "list", "", "1", "5"),
        ("all", "list", "", "1", '[["similarity", "contains", "x", ""]]'),
        ("all", "list", "", "1", '[["similarity", "between", "x", ""]]'),
        ("all", "list", "", "1", '[["other", "between", "1", ""]]'),
        ("all", "list", "", "1", "[" * 100_000),
    ],
)
def test_nonsense_that_was_remembered_counts_as_nothing(texts: tuple[str, ...]) -> None:
    assert View.from_texts(texts) == View()


def test_a_view_knows_what_it_rests_on() -> None:
    assert View(sort="missing").rests_on_measures
    assert View(conditions=(Condition("length", "between", "1"),)).rests_on_measures
    assert not View("copy", "column:topic").rests_on_measures
    assert all(View(sort=sort, turned=True).falling != falls_first(sort) for sort in SORTS)
    assert set(CONDITIONS) <= set(SORTS)


def test_of_a_remembered_view_twenty_conditions_count() -> None:
    """More do not fit on the screen: somebody else wrote them there."""
    conditions = (Condition("similarity", "between", "50", "90"),) * 21
    found = View.from_texts(View(conditions=conditions).texts())
    assert found.conditions == conditions[:20]


def test_ids_sort_and_filter_as_columns_do() -> None:
    found = fields()
    assert [found.value("id", index) for index in range(3)] == ["p0", "p1", "p2"]
    for relation, value, until, passing in (
        ("contains", "P1", "", [False, True, False]),
        ("equals", "p2", "", [False, False, True]),
        ("between", "0", "5", [False, False, False]),
    ):
        (test,) = found.tests([Condition("id", relation, value, until)])
        assert [test(index) for index in range(3)] == passing
    wanted = View(sort="id", turned=True, conditions=(Condition("id", "contains", "p"),))
    assert View.from_texts(wanted.texts()) == wanted


def test_numbers_in_ids_count_by_their_size() -> None:
    ids = ["p10", "p9", "P1", "a-2024-07", "12", "7"]
    assert sorted(ids, key=lambda text: sort_key(text) or 0) == [
        "7",
        "12",
        "a-2024-07",
        "P1",
        "p9",
        "p10",
    ]


@pytest.mark.parametrize(("length", "is_date"), [(40, True), (41, False)])
def test_a_date_has_40_characters_at_most(length: int, is_date: bool) -> None:
    found = sort_key("2024-01-05 1".ljust(length, "x"))
    assert found is not None
    assert (found[0] == sort_key("2024-01-05")[0]) is is_date  # type: ignore[index]


def test_numbers_of_twelve_digits_in_texts_sort_by_their_size() -> None:
    texts = ["a 2", "a 10", "a 20000000000", "a 100000000000"]
    assert sorted(texts, key=lambda text: sort_key(text) or 0) == texts
