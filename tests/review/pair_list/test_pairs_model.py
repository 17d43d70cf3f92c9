from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.labels import Pair
from gui.messages import Message
from gui.review.measures import Measures, MeasureTable
from gui.review.pair_list.pair_fields import Condition, View
from gui.review.pair_list.pair_state import PairState, filters
from gui.review.pair_list.pairs_model import PAIR_ROLE, STATE_ROLE, VALUE_ROLE, Basis, PairsModel
from tests.any_message import any_message
from tests.review.pair_list.pair_models import COPY, ORIGINAL, ids_of, model_of, pairs

pytestmark = pytest.mark.usefixtures("qapp")


def test_pairs_stand_in_the_order_of_the_list() -> None:
    model, _ = model_of("c", "a", "b")
    assert ids_of(model) == ["c", "a", "b"]
    assert [model.index(row).data(PAIR_ROLE) for row in range(3)] == [0, 1, 2]
    assert model.total == 3


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("all", ["a", "b", "c", "d", "e"]),
        ("unlabelled", ["d"]),
        ("original", ["a"]),
        ("copy", ["b"]),
        ("unrelated", ["c"]),
        ("flagged", ["b", "d"]),
        ("noted", ["c"]),
        ("changed", ["a"]),
        ("unreadable", ["e"]),
    ],
)
def test_each_filter_shows_its_pairs(wanted: str, shown: list[str]) -> None:
    model, _ = model_of(
        *"abcde",
        a=PairState("original", changed=True),
        b=PairState("copy", flagged=True),
        c=PairState("unrelated", note="odd"),
        d=PairState(flagged=True),
        e=PairState(problem=any_message("The file is gone.")),
    )
    assert wanted in filters(model.label_names)
    model.set_filter(wanted)
    assert ids_of(model) == shown


def test_a_pair_that_the_list_calls_unreadable_is() -> None:
    model = PairsModel()
    model.set_pairs([Pair("a", "", "", problem=any_message("The row is too short."))], {})
    assert str(model.state(0).problem) == "The row is too short."
    model.set_filter("unlabelled")
    assert ids_of(model) == []


def test_a_label_takes_a_pair_out_of_the_unlabelled_ones_once_it_is_left() -> None:
    model, _ = model_of("a", "b", "c")
    model.set_filter("unlabelled")
    model.set_current(1)
    model.set_state(1, COPY)
    assert ids_of(model) == ["a", "b", "c"]
    model.set_current(2)
    assert ids_of(model) == ["a", "c"]
    assert model.row_of(1) is None
    assert model.row_of(2) == 1


def test_a_label_does_not_bring_the_current_pair_into_a_view_that_it_does_not_pass() -> None:
    model, _ = model_of("a", "b", b=PairState(flagged=True))
    model.set_filter("flagged")
    model.set_current(0)
    model.set_state(0, COPY)
    assert ids_of(model) == ["b"]


def test_undo_brings_a_pair_back_in_its_place() -> None:
    model, _ = model_of("a", "b", "c", b=COPY)
    model.set_filter("unlabelled")
    model.set_state(1, PairState())
    assert ids_of(model) == ["a", "b", "c"]


def test_the_search_looks_at_ids_paths_and_notes_whatever_the_case() -> None:
    model, _ = model_of("Alpha", "beta", "gamma", beta=PairState(note="Straße gesperrt"))
    for needle, shown in (
        ("ALPH", ["Alpha"]),
        ("gamma-b.TXT", ["gamma"]),
        ("strasse", ["beta"]),
        ("  a  ", ["Alpha", "beta", "gamma"]),
        ("nothing", []),
    ):
        model.set_search(needle)
        assert ids_of(model) == shown, needle


def test_a_search_holds_for_pairs_whose_note_comes_later() -> None:
    model, _ = model_of("a", "b")
    model.set_search("quarry")
    model.set_state(1, PairState(note="the quarry again"))
    assert ids_of(model) == ["b"]


def test_the_most_alike_come_first_and_the_unknown_last() -> None:
    model, _ = model_of(
        *"abcd", b=PairState(similarity=0.2), c=PairState(similarity=0.9), d=PairState()
    )
    model.set_sort("similarity")
    assert ids_of(model) == ["c", "b", "a", "d"]


def test_a_similarity_that_comes_later_moves_nothing_until_sorted_again() -> None:
    model, _ = model_of("a", "b")
    model.set_sort("similarity")
    model.set_state(1, PairState(similarity=1.0))
    model.set_filter("all")
    assert ids_of(model) == ["a", "b"]
    assert model.row_of(1) == 1
    model.set_sort("similarity")
    assert ids_of(model) == ["b", "a"]


def test_a_seed_gives_the_same_shuffled_order_again() -> None:
    names = [f"p{n}" for n in range(60)]
    model, _ = model_of(*names)
    model.set_sort("shuffled", 7)
    first = ids_of(model)
    model.set_sort("shuffled", 8)
    other = ids_of(model)
    model.set_sort("shuffled", 7)
    assert ids_of(model) == first != other
    assert sorted(first) == sorted(names) == sorted(other)


def test_a_changed_state_redraws_only_its_row() -> None:
    model, _ = model_of("a", "b", "c")
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: changed.append((top.row(), bottom.row())))
    model.set_state(1, COPY)
    assert changed == [(1, 1)]
    assert model.index(1).data(STATE_ROLE) == COPY


def test_a_screen_reader_hears_the_state() -> None:
    model, _ = model_of("a", "b", a=PairState("copy", flagged=True, note="n", changed=True))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == (
        "a, copy, flagged, has a note, changed since it was labelled"
    )
    assert model.index(1).data(role) == "b, not labelled"


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole])
def test_of_an_id_of_a_megabyte_qt_gets_both_ends(role: Qt.ItemDataRole) -> None:
    model, _ = model_of(*(f"begin {'x' * 1_000_000} end {number}" for number in range(2)))
    shown = model.index(1).data(role)
    assert shown.startswith("begin x")
    assert "x end 1" in shown
    assert len(shown.split(",")[0]) == 1_001  # more than any line has room for


def test_an_id_of_a_thousand_characters_is_given_whole() -> None:
    for size, shown in ((1_000, 1_000), (1_001, 1_001), (1_300, 1_001)):
        model, _ = model_of("x" * size)
        assert len(model.index(0).data()) == shown
        assert ("…" in model.index(0).data()) is (size > 1_000)


@pytest.mark.parametrize("name", ["filter", "sort"])
def test_unknown_filters_and_orders_are_refused(name: str) -> None:
    model, _ = model_of("a")
    with pytest.raises(ValueError, match="no such"):
        getattr(model, f"set_{name}")("other")


def test_a_new_list_forgets_the_states_of_the_old_one() -> None:
    model, _ = model_of("a", "b", a=COPY)
    model.set_pairs(pairs("x"), {})
    assert ids_of(model) == ["x"]
    assert model.state(0) == PairState()


def test_it_is_told_which_pairs_cannot_be_read() -> None:
    model = PairsModel()
    told: list[dict[int, Message]] = []
    model.unreadable_found.connect(told.append)
    model.set_pairs(
        [*pairs("a"), Pair("b", "", "", problem=any_message("The row is too short."))], {}
    )
    assert told == [{1: any_message("The row is too short.")}]


def listed(*rows: tuple[str, str]) -> list[Pair]:
    return [Pair(name, "a", "b", details=(("size", size),)) for name, size in rows]


def test_columns_of_the_list_sort_both_ways_what_is_empty_comes_last() -> None:
    model = PairsModel()
    model.set_pairs(listed(("a", "10"), ("b", ""), ("c", "9"), ("d", "big")), {})
    assert model.columns == ("size",)
    model.set_sort("column:size")
    assert ids_of(model) == ["c", "a", "d", "b"]
    assert model.index(2).data(VALUE_ROLE) == "big"
    model.set_sort("column:size", turned=True)
    assert ids_of(model) == ["d", "a", "c", "b"]
    with pytest.raises(ValueError, match="no such"):
        model.set_sort("column:other")


def test_the_search_finds_what_stands_in_columns() -> None:
    model = PairsModel()
    model.set_pairs(listed(("a", "Large"), ("b", "small")), {})
    model.set_search("large")
    assert ids_of(model) == ["a"]


def test_another_list_keeps_of_a_view_what_it_has() -> None:
    model = PairsModel()
    model.set_pairs(listed(("a", "2"), ("b", "1")), {})
    by_size = View("copy", "column:size", conditions=(Condition("column:size", "equals", "1"),))
    model.set_pairs(listed(("a", "2"), ("b", "1")), {1: COPY}, view=by_size)
    assert (model.view, ids_of(model)) == (by_size, ["b"])
    model.set_pairs(pairs("x"), {}, view=by_size._replace(wanted="no such label"))
    assert (model.view, ids_of(model)) == (View(), ["x"])


def measured(missing: int) -> Measures:
    return Measures(0.5, 0.5, missing, *([0] * 12))


def test_what_is_measured_later_moves_nothing_until_sorted_again() -> None:
    table = MeasureTable(3)
    table.put(0, measured(1))
    model = PairsModel()
    model.set_pairs(pairs("a", "b", "c"), {}, table, View(sort="missing"))
    assert model.basis() == Basis(1, None, 3, stale=False)
    told: list[Basis] = []
    model.basis_changed.connect(lambda: told.append(model.basis()))
    table.put(2, measured(7))
    model.measured()
    assert told == [Basis(1, None, 3, stale=True)]
    assert ids_of(model) == ["a", "b", "c"]
    model.sort_again()
    assert ids_of(model) == ["c", "a", "b"]
    assert model.basis() == Basis(2, None, 3, stale=False)


def test_a_condition_on_measures_lets_pairs_in_when_asked_and_keeps_the_current_one() -> None:
    table = MeasureTable(3)
    model = PairsModel()
    model.set_pairs(pairs("a", "b", "c"), {}, table)
    model.set_current(0)
    table.put(0, measured(1))
    model.set_conditions([Condition("missing", "between", "1")])
    assert ids_of(model) == ["a"]
    table.put(0, measured(0))
    table.put(1, measured(3))
    model.measured()
    assert ids_of(model) == ["a"]
    model.sort_again()
    assert ids_of(model) == ["a", "b"]
    model.set_current(1)
    assert ids_of(model) == ["b"]


def test_a_label_moves_no_pair_in_an_order_by_labels() -> None:
    model, _ = model_of("a", "b", "c", c=COPY)
    model.set_sort("label")
    assert ids_of(model) == ["c", "a", "b"]
    model.set_state(1, ORIGINAL)
    assert ids_of(model) == ["c", "a", "b"]
    assert model.basis().stale
    model.sort_again()
    assert ids_of(model) == ["b", "c", "a"]
    assert not model.basis().stale
