"""Where in two articles what both share stands."""

from __future__ import annotations

import numpy as np
import pytest

from gui.find.standing import PlacedTerms, Standing

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
