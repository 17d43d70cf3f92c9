"""Training pairs whose copies have other names and figures."""

from __future__ import annotations

from gui.training.localized import localized, with_other_facts
from gui.training.marked_pairs import MarkedPair, unmarked
from tests.training.pairs_for_tests import assert_consistent


def pair(body: str) -> MarkedPair:
    return MarkedPair("pair", "student", False, *unmarked(body))


def test_kept_names_and_figures_become_swaps_and_those_in_swaps_are_replaced() -> None:
    told = pair("On 12 May Ann [[met Bo|ran into Bo on 3 June]] in Tarn. Ann[[ left|]].")
    other = with_other_facts(told, {"Ann": "Ida", "Bo": "Per Lind", "Tarn": "Melby"})
    assert_consistent(other)
    assert other.reference == told.reference
    assert other.candidate == "On 74 May Ida ran into Per Lind on 9 June in Melby. Ida."
    swaps = [(told.reference[m[0] : m[1]], other.candidate[m[2] : m[3]]) for m in other.marks]
    assert swaps == [
        ("12", "74"),
        ("Ann", "Ida"),
        ("met Bo", "ran into Per Lind on 9 June"),
        ("Tarn", "Melby"),
        ("Ann", "Ida"),
        (" left", ""),
    ]


def test_names_come_from_another_pair() -> None:
    pairs = [pair("In Tarn Ann left."), pair("In Melby Bo stayed.")]
    assert [own.candidate for own in localized(pairs)] == [
        "In Melby Bo left.",
        "In Tarn Ann stayed.",
    ]


def test_a_pair_without_names_has_no_other_ones() -> None:
    assert not list(localized([pair("It rains."), pair("In Melby Bo stayed.")]))
