"""When a passage belongs to the article around it, and when another article took it."""

from __future__ import annotations

from math import inf

import pytest

from gui.compare import Comparison, Options, Section, SectionKind, Similarity, Tally
from gui.documents import read_text
from gui.find.verifying.belonging import Belonging, belonging_in, belonging_to


def words(count: int, kind: str, letters: int = 5) -> list[str]:
    """Return so many different words that are no function words."""
    return [f"{kind}{number:0{letters - len(kind)}}" for number in range(count)]


def among_others(own: list[str], others: list[str]) -> list[str]:
    """Return *own* words with one of the *others* between each two of them."""
    both = zip(own, others, strict=False)
    return [*(word for two in both for word in two), *others[len(own) :]]


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
    found = Belonging(*belonging)
    assert found.taker == taker
    assert found.turned().taker == -taker


def compared(first: list[str], second: list[str]) -> Comparison:
    """A comparison of paragraphs, of which those that both have correspond."""
    reference, candidate = (read_text("\n\n".join(own), name="a") for own in (first, second))
    spans = [
        dict(zip(own, document.sections, strict=True))
        for own, document in ((first, reference), (second, candidate))
    ]
    sections = [
        Section(SectionKind.PAIRED, spans[0][own], spans[1][own], 1.0)
        if own in second
        else Section(SectionKind.MISSING, spans[0][own], None)
        for own in first
    ]
    sections += [
        Section(SectionKind.ADDED, None, spans[1][own]) for own in second if own not in first
    ]
    similarity, tally = Similarity(0.5, 0.5, 0.5, 0.5), Tally()
    return Comparison(reference, candidate, Options(), tuple(sections), (), (), similarity, tally)


def passage_and_rest(again: int) -> tuple[str, str]:
    both = words(again, "b")
    passage = among_others(both, words(100 - again, "p"))
    return " ".join(passage), " ".join(among_others(both[::-1], words(100 - again, "r")))


@pytest.mark.parametrize(("again", "belongs"), [(14, True), (13, False)])
def test_articles_that_begin_alike_need_fewer_words_again(again: int, belongs: bool) -> None:
    passage, rest = passage_and_rest(again)
    first, _ = belonging_in(compared([passage, rest], [passage, "Other words."]))
    assert ((first or 0) >= 1) is belongs


@pytest.mark.parametrize(("letters", "needed"), [(100, 35), (101, 22)])
def test_a_headline_of_the_other_one_inside_speaks_against_it(letters: int, needed: int) -> None:
    """A headline has at most a hundred characters."""
    headline = "Ferry " + "x" * (letters - 6)
    for again, belongs in ((needed, True), (needed - 1, False)):
        passage, rest = passage_and_rest(again)
        first, _ = belonging_in(compared([rest, headline, passage], [headline, passage]))
        assert ((first or 0) >= 1) is belongs
