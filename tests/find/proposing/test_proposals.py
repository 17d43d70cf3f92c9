"""Which pairs of a group of copies are listed, and how."""

from __future__ import annotations

import numpy as np

from gui.find.proposing.direction import Earlier
from gui.find.proposing.grouping import in_groups
from gui.find.proposing.proposals import PairFilter, Proposal, Wish
from gui.find.search import find_pairs
from gui.find.sharing.scoring import limits
from gui.find.verifying.verification import Kept
from tests.find.little_articles import HARBOUR, NEXT_REPORT, OTHERS, REPORT, SPUN, collection


def proposal(
    reference: int, candidate: int, score: float, by: Earlier = Earlier.UNKNOWN
) -> Proposal:
    return Proposal(reference, candidate, score, 500.0, 0.5, Kept(1, 1, 1), None, by)


def listed(*proposals: Proposal) -> list[tuple[int, int]]:
    return [(own.reference, own.candidate) for own in in_groups(proposals, across=False)]


def test_the_original_of_one_pair_is_that_of_all() -> None:
    original, copy, other = 5, 1, 0
    assert listed(
        proposal(other, copy, 0.72),
        proposal(other, original, 0.71),
        proposal(original, copy, 0.7, Earlier.WORDS),
    ) == [(original, other), (original, copy)]


def test_where_nothing_tells_the_original_the_pairs_that_are_most_alike_are_kept() -> None:
    assert listed(proposal(0, 1, 0.9), proposal(1, 2, 0.9), proposal(0, 2, 0.6)) == [
        (0, 1),
        (1, 2),
    ]


def test_each_article_keeps_a_pair() -> None:
    pairs = [(a, b) for a in range(4) for b in range(a + 1, 4)]
    found = listed(*(proposal(a, b, 0.9 - a / 10) for a, b in pairs))
    assert found == [(0, 1), (0, 2), (0, 3)]


def test_what_is_hardly_alike_makes_no_group() -> None:
    articles = collection(HARBOUR, SPUN, *OTHERS, f"{OTHERS[0]} {HARBOUR}"[:900])
    usual, all_of_them = (find_pairs(articles, Wish(at_least=least)) for least in (0.5, 0.0))
    assert all_of_them[: len(usual)] == usual
    numbers = {text: number for number, text in enumerate(article.text for article in articles)}
    weekly = {numbers[REPORT], numbers[NEXT_REPORT]}
    groups = {own.group for own in all_of_them if {own.reference, own.candidate} == weekly}
    assert groups
    assert not groups & {own.group for own in usual}


def test_a_pair_that_is_hardly_alike_is_of_the_group_of_its_reference_and_joins_none() -> None:
    pairs = proposal(0, 1, 0.9), proposal(2, 3, 0.8), proposal(2, 1, 0.4)
    found = in_groups(pairs, across=True)
    assert [own.group for own in found] == [1, 2, 2]


def test_less_than_a_quarter_of_what_makes_a_copy_is_not_compared() -> None:
    """However low the score that somebody wants."""
    own = PairFilter(Wish(at_least=0.01))
    assert own.is_compared(limits().middle, spread=0.251, excerpt=0)
    assert not own.is_compared(limits().middle, spread=0.249, excerpt=0)


def test_a_passage_of_nine_tenths_of_what_is_worth_reading_is_an_excerpt() -> None:
    own, likely = PairFilter(Wish(at_least=0.01)), limits().excerpt
    found = own.may_do(np.array([0.91 * likely, 0.89 * likely]), np.array([0.0, 0.0]))
    assert found.tolist() == [True, False]


def test_20_pairs_of_each_article_are_compared_where_no_more_are_wanted() -> None:
    assert [Wish(top=top).tried for top in (None, 20, 21)] == [20, 20, 21]
