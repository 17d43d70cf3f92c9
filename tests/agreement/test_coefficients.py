"""Agreement beyond chance, against figures that others published."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from gui.agreement.coefficients import Estimate, agreements

NONE = -1


def by_unit(*observers: str) -> NDArray[np.int64]:
    """Return ratings from a line of digits for each observer; a dot is no rating."""
    rows = [[NONE if sign == "." else int(sign) - 1 for sign in line] for line in observers]
    found: NDArray[np.int64] = np.array(rows, dtype=np.int64).T
    return found


# K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), data B to D;
# K. L. Gwet, "Handbook of inter-rater reliability" (2014), uses the last one too.
TWO_BINARY = by_unit("1211111121", "2221121111")
FOUR = by_unit("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

# J. L. Fleiss, "Measuring nominal scale agreement among many raters" (1971), table 1: how many of
# six psychiatrists gave each of 30 patients each of five diagnoses.
DIAGNOSES = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
""".split()


def of_counts(counts: list[str]) -> NDArray[np.int64]:
    return np.array([[k for k, n in enumerate(row) for _ in range(int(n))] for row in counts])


def width(estimate: Estimate) -> tuple[float, float, float]:
    """Return the ends of an interval, with the figure between."""
    assert estimate.value is not None
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.value, estimate.high


def test_alpha_of_two_observers() -> None:
    found = agreements(TWO_BINARY, 2, draws=0).over_all
    assert found.alpha.value == pytest.approx(0.095, abs=0.0005)
    assert found.raw.value == pytest.approx(0.6)


def test_alpha_and_ac1_of_four_observers_with_missing_ratings() -> None:
    found = agreements(FOUR, 5, draws=0).over_all
    assert found.alpha.value == pytest.approx(0.74342, abs=0.00005)
    assert found.ac1.value == pytest.approx(0.77544, abs=0.00005)
    assert found.raw.value == pytest.approx(0.81818, abs=0.00005)
    assert found.pairs == 11


def test_the_diagnoses_of_fleiss() -> None:
    """His kappa is alpha without its correction for the number of ratings."""
    ratings = of_counts(DIAGNOSES)
    found = agreements(ratings, 5, draws=0).over_all
    assert found.raw.value == pytest.approx(0.5556, abs=0.00005)
    assert found.alpha.value is not None
    kappa = 1 - (1 - found.alpha.value) * ratings.size / (ratings.size - 1)
    assert kappa == pytest.approx(0.4302, abs=0.00005)


def test_kappa_of_two_annotators() -> None:
    """20 and 15 the same of 50, and .5 expected: kappa is .4."""
    table = [(0, 0)] * 20 + [(0, 1)] * 5 + [(1, 0)] * 10 + [(1, 1)] * 15
    found = agreements(np.array(table), 2, draws=0)
    assert found.over_all.kappa.value == pytest.approx(0.4)
    assert found.of_two[0, 1].kappa.value == pytest.approx(0.4)
    assert found.tables[0, 1].tolist() == [[20, 5], [10, 15]]


def test_where_nearly_all_is_one_label_ac1_stays_and_kappa_falls() -> None:
    """The paradox of kappa: D. V. Cicchetti and A. R. Feinstein (1990)."""
    table = [(0, 0)] * 118 + [(0, 1)] * 5 + [(1, 0)] * 2
    found = agreements(np.array(table), 2, draws=0).over_all
    assert found.kappa.value == pytest.approx(-0.0234, abs=0.00005)
    assert found.ac1.value == pytest.approx(0.9408, abs=0.00005)


def test_the_figures_of_two_are_those_of_all_where_there_are_two() -> None:
    found = agreements(TWO_BINARY, 2)
    assert found.of_two[0, 1].alpha.value == pytest.approx(found.over_all.alpha.value)
    assert found.of_two[0, 1].ac1.value == pytest.approx(found.over_all.ac1.value)
    assert found.of_two[0, 1].raw.value == pytest.approx(found.over_all.raw.value)


def test_of_two_labels_each_against_the_other_agrees_as_all() -> None:
    found = agreements(TWO_BINARY, 2, draws=50)
    for own in found.by_label:
        for figure, other in zip(own[1:], found.over_all[1:], strict=True):
            assert figure == pytest.approx(other)


def test_a_label_against_all_others_agrees_as_if_the_others_were_one() -> None:
    found = agreements(FOUR, 5, draws=0).by_label
    for label, own in enumerate(found):
        two = np.where(FOUR == NONE, NONE, np.where(label == FOUR, 0, 1))
        expected = agreements(two, 2, draws=0).over_all
        for figure, other in zip(own[1:], expected[1:], strict=True):
            assert figure.value == pytest.approx(other.value)


def test_intervals_hold_the_figure_and_are_the_same_each_time_in_any_order() -> None:
    ratings = of_counts(DIAGNOSES)
    first, again = (agreements(own, 5, draws=300).over_all for own in (ratings, ratings[::-1]))
    assert first == again
    for figure in (first.raw, first.kappa, first.alpha, first.ac1):
        low, value, high = width(figure)
        assert low < value < high


def test_a_wide_interval_becomes_narrow_with_more_pairs() -> None:
    few = agreements(of_counts(DIAGNOSES), 5, draws=300).over_all.alpha
    many = agreements(of_counts(DIAGNOSES * 16), 5, draws=300).over_all.alpha
    # A quarter, as the root of sixteen times the pairs.
    (low, _, high), (lower, _, higher) = width(many), width(few)
    assert (high - low) / (higher - lower) == pytest.approx(0.25, abs=0.06)


@pytest.mark.parametrize(
    ("ratings", "pairs"),
    [
        ([[0, NONE], [NONE, 1]], 0),  # nobody read what another one read
        ([[0, 0], [NONE, 1]], 1),
        ([[NONE, NONE]], 0),
    ],
)
def test_of_fewer_than_two_pairs_nothing_is_said(ratings: list[list[int]], pairs: int) -> None:
    found = agreements(np.array(ratings), 2).over_all
    assert found.pairs == pairs
    assert set(found[1:]) == {Estimate()}


def test_where_all_labels_are_one_there_is_no_chance_to_agree_beyond() -> None:
    found = agreements(np.zeros((9, 2), dtype=int), 1).over_all
    assert found.raw == Estimate(1.0, 1.0, 1.0)
    assert (found.kappa, found.alpha, found.ac1) == (Estimate(), Estimate(), Estimate())


def test_an_interval_leaves_out_a_fortieth_of_the_draws_at_each_end() -> None:
    assert Estimate.of(500.0, np.arange(1_001.0)) == (500, 25, 975)
