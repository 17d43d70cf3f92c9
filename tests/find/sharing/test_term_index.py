"""Who shares rare terms, and what that is worth."""

from __future__ import annotations

from itertools import chain
from math import log
from random import Random

import numpy as np
import pytest

from gui.find.sharing.term_index import Shared, TermIndex, telling_worth, worth_of
from gui.find.sharing.terms import term_key, terms_of


def terms(*words: str) -> list[int]:
    """Return the keys of an article with these words side by side, two at a time."""
    return [term_key((w, w.upper())) for w in words]


def shared_in(index: TermIndex, sides: list[int] | None = None) -> list[Shared]:
    return list(chain.from_iterable(index.shared(lambda evidence, _: evidence > 0, sides)))


def test_evidence_is_the_rarity_of_what_both_have_and_the_share_that_of_the_smaller() -> None:
    index = TermIndex([terms("a", "b", "c"), terms("b", "c", "d", "e"), terms("x")])
    (found,) = shared_in(index)
    twice, once = log(10_000 / 2), log(10_000)
    assert (found.first, found.second) == (0, 1)
    assert found.evidence == pytest.approx(2 * twice)
    assert found.share == pytest.approx(2 * twice / (2 * twice + once))


def test_across_two_collections_no_two_of_one_are_paired() -> None:
    index = TermIndex([terms("a", "b"), terms("a", "b"), terms("a")])
    assert {(s.first, s.second) for s in shared_in(index)} == {(0, 1), (0, 2), (1, 2)}
    assert {(s.first, s.second) for s in shared_in(index, [0, 0, 1])} == {(0, 2), (1, 2)}


def test_what_most_articles_share_is_not_looked_up() -> None:
    own = [[f"own{n}-{k}" for k in range(64)] for n in range(150)]
    index = TermIndex([terms("common", *rare) for rare in own])
    assert shared_in(index) == []


def test_each_of_hundreds_of_copies_still_meets_another() -> None:
    words = [f"w{k}" for k in range(80)]
    index = TermIndex([terms(*words, f"own{n}") for n in range(300)])
    found = shared_in(index)
    assert {s.second for s in found} == set(range(1, 300))
    assert len(found) <= 300 * 100


def test_what_terms_are_worth_adds_up_to_the_same_in_any_order() -> None:
    worth = [float(w) for w in worth_of(np.arange(1, 400), 16_000)]
    assert worth[1] == pytest.approx(log(16_000 / 2), abs=1e-6)
    assert len({sum(Random(seed).sample(worth, len(worth))) for seed in range(20)}) == 1


def test_of_common_terms_the_same_are_looked_for_in_whatever_order_articles_come() -> None:
    copies = [terms(*(f"w{k}" for k in range(70)))] * 101
    others = [terms(f"w{k}", "own") for k in range(70)]
    size = len(copies)
    before = {s.second - size for s in shared_in(TermIndex([*copies, *others])) if s.first < size}
    after = {s.first for s in shared_in(TermIndex([*others, *copies])) if s.second >= 70}
    assert before - set(range(-size, 0)) == after - set(range(70, 70 + size))
    assert len(after & set(range(70))) == 64


def test_frequency_is_the_number_of_articles_not_of_times() -> None:
    texts = "Tall oaks fall. Tall oaks grow.", "tall oaks"
    index = TermIndex(terms_of(text).keys() for text in texts)
    number = index.number(("tall", "oaks"))
    assert number is not None
    assert index.frequency(number) == 2
    assert number in index.numbers(1)
    assert index.number(("oaks", "sing")) is None


def test_no_articles_share_nothing() -> None:
    assert shared_in(TermIndex([])) == []
    assert shared_in(TermIndex([terms(), terms()])) == []


@pytest.mark.parametrize(
    ("articles", "own", "is_looked_up"), [(100, 64, True), (101, 64, False), (101, 63, True)]
)
def test_a_term_of_100_articles_is_looked_up_or_of_more_where_there_are_no_64_others(
    articles: int, own: int, is_looked_up: bool
) -> None:
    words = [[f"own{n}-{k}" for k in range(own)] for n in range(articles)]
    index = TermIndex([terms("common", *rare) for rare in words])
    assert bool(shared_in(index)) is is_looked_up


def test_what_seven_articles_have_does_not_tell_a_copy() -> None:
    six, seven = worth_of(np.array([6, 7]), 20_000)
    assert seven < telling_worth(20_000) <= six
