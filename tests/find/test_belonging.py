"""When a passage belongs to the article around it, and when another article took it."""

from __future__ import annotations

from math import inf

import pytest

from gui.find.belonging import belonging_to
from gui.find.verification import Kept, Verified


def words(count: int, kind: str, letters: int = 5) -> list[str]:
    """Return so many different words that are no function words."""
    return [f"{kind}{number:0{letters - len(kind)}}" for number in range(count)]


def among_others(own: list[str], others: list[str]) -> list[str]:
    """Return *own* words with two of the *others* between each two of them."""
    left = iter(others)
    found = [word for each in own for word in (each, *(next(left) for _ in range(2)))]
    return [*found, *left]


@pytest.mark.parametrize(("again", "belongs"), [(22, True), (21, False)])
def test_of_a_hundred_words_a_fifth_that_comes_again_makes_a_passage_belong(
    again: int, belongs: bool
) -> None:
    both = words(again, "b")
    passage = among_others(both, words(100 - again, "p"))
    rest = among_others(both[::-1], words(100 - again, "r"))
    assert ((belonging_to(rest, passage) or inf) >= 1) is belongs


@pytest.mark.parametrize(("again", "belongs"), [(8, True), (7, False)])
def test_neighbours_that_come_again_together_count_for_more(again: int, belongs: bool) -> None:
    both = words(again, "b")
    passage, rest = ([*both, *words(100 - again, kind)] for kind in "pr")
    assert ((belonging_to(rest, passage) or inf) >= 1) is belongs


@pytest.mark.parametrize(
    ("count", "letters", "is_told"), [(30, 3, True), (29, 3, False), (60, 2, False)]
)
def test_of_fewer_than_30_words_of_three_letters_nothing_is_said(
    count: int, letters: int, is_told: bool
) -> None:
    passage = [chr(0x3B1 + n % 20) * (letters - 1) + chr(0x430 + n // 2) for n in range(count)]
    assert (belonging_to(words(90, "r"), passage) is not None) is is_told


@pytest.mark.parametrize(
    ("belonging", "taker"),
    [
        ((0.99, 1.5), 1),
        ((1.5, 0.99), -1),
        ((1.0, 9.0), 0),  # it belongs to both
        ((0.8, 1.21), 1),
        ((0.8, 1.19), 0),  # hardly more to the other one
        ((0.64, None), 1),
        ((0.65, None), 0),  # all of the other one: that may have lost the rest
        ((None, None), 0),
    ],
)
def test_a_passage_was_taken_by_the_article_to_which_it_is_foreign(
    belonging: tuple[float | None, float | None], taker: int
) -> None:
    none = Kept(0, 0, 0)
    found = Verified(1.0, 1.0, 1.0, none, (0, 0), 0, (), (), none, belonging)
    assert found.taker == taker
    assert found.turned().taker == -taker
