"""Where in two articles what both share stands."""

from __future__ import annotations

import numpy as np
import pytest

from gui.find.sharing.standing import PlacedTerms, Standing, counted

RARE = 7.0  # nats


def placed(*parts: range) -> PlacedTerms:
    """Return an article of these terms, all of which it is looked for by."""
    terms = np.array([term for part in parts for term in part], np.int64)
    return PlacedTerms(terms, np.full(len(terms), RARE))


def both_ways(first: PlacedTerms, second: PlacedTerms) -> Standing:
    """Return where what they share stands, which is the same for whichever comes first."""
    found, turned = Standing(first, second), Standing(second, first)
    assert turned.counts == pytest.approx(found.counts)
    assert turned.spread() == pytest.approx(found.spread())
    return found


def test_a_passage_counts_for_less_than_the_same_in_several_places() -> None:
    whole = placed(range(100))
    passage = both_ways(whole, placed(range(500, 600), range(30, 60)))
    three = (range(n, n + 10) for n in (0, 40, 80))
    several = both_ways(whole, placed(range(500, 550), *three, range(550, 600)))
    assert passage.counts < 0.2
    assert several.counts == 1.0
    assert passage.spread() < several.spread()


def test_a_passage_counts_that_is_long_or_most_of_both_articles() -> None:
    long = both_ways(placed(range(400)), placed(range(1000, 1700), range(200)))
    assert long.counts > 0.8
    brief = both_ways(placed(range(900, 903), range(25)), placed(range(25)))
    assert brief.counts > 0.7


def test_a_word_that_is_repeated_does_not_part_a_passage_but_one_that_was_swapped_does() -> None:
    quoting = placed(range(500, 600), range(40))
    repeated = placed(range(700, 800), range(19), range(20, 40))
    swapped = placed(range(700, 800), range(19), range(21, 40))
    assert both_ways(quoting, repeated).counts < 0.2
    assert both_ways(quoting, swapped).counts > 2 * both_ways(quoting, repeated).counts


def test_terms_by_which_only_one_is_looked_for_are_no_evidence() -> None:
    own = placed(range(40))
    common = PlacedTerms(own.terms, np.zeros(40))
    for other in (common, placed(range(50, 90)), placed()):
        found = both_ways(own, other)
        assert (found.counts, found.spread()) == (0.0, 0.0)


@pytest.mark.parametrize(("shared", "is_passage"), [(59, True), (60, False)])
def test_three_fifths_of_the_longer_article_are_more_than_a_passage(
    shared: int, is_passage: bool
) -> None:
    second = placed(range(1_000, 1_100 - shared), range(shared))
    assert bool(both_ways(placed(range(100)), second).passage(0)) is is_passage


@pytest.mark.parametrize(("behind", "is_passage"), [(10, False), (11, True)])
def test_what_both_end_with_is_no_passage_but_for_ten_terms_behind_it(
    behind: int, is_passage: bool
) -> None:
    first = placed(range(1_000, 1_100), range(40), range(2_000, 2_000 + behind))
    second = placed(range(3_000, 3_100), range(40))
    assert bool(both_ways(first, second).passage(0)) is is_passage


@pytest.mark.parametrize(("shared", "is_passage"), [(90, True), (89, False)])
def test_what_both_end_with_is_a_passage_where_it_is_nearly_all_of_one(
    shared: int, is_passage: bool
) -> None:
    second = placed(range(3_000, 3_100 - shared), range(shared))
    found = both_ways(placed(range(1_000, 1_200), range(shared)), second)
    assert bool(found.passage(0)) is is_passage


@pytest.mark.parametrize(("between", "terms"), [(5, 20), (6, 10)])
def test_words_that_were_swapped_do_not_part_a_passage(between: int, terms: int) -> None:
    first, second = (
        placed(
            range(begin, begin + 100),
            range(10),
            range(begin + 100, begin + 100 + between),
            range(10, 20),
            range(begin + 200, begin + 300),
        )
        for begin in (1_000, 3_000)
    )
    assert both_ways(first, second).passage(0) == pytest.approx(terms * RARE)


def test_beside_four_terms_in_a_row_eight_on_either_side_may_correspond() -> None:
    others = range(5_000, 5_500), range(5_500, 6_000)
    four, three = (
        both_ways(placed(range(1_000)), placed(others[0], range(500, end), others[1]))
        for end in (504, 503)
    )
    assert four.spread() == pytest.approx((8 + 4 + 8) / 1_000)
    assert three.spread() > four.spread()


def test_a_passage_of_little_weight_counts_where_it_is_four_fifths_and_steeply_less_below() -> None:
    assert counted(places=1, evidence=1, part=0.8) == 1
    assert counted(places=1, evidence=1, part=0.79) < 1
    assert counted(places=1, evidence=1, part=0.4) == pytest.approx(0.5**6, abs=0.001)
