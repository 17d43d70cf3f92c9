"""Two words in one text that are one word in the other."""

from __future__ import annotations

import pytest

from gui.compare.telling.joined_words import joined_words
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text
from tests.compare.oracle import compared, told


@pytest.mark.parametrize(
    ("reference", "candidate", "changes"),
    [
        (
            "The bus drivers were under staffed that night, he said.",
            "The bus drivers were badly understaffed that night, he said.",
            ["+badly", "under staffed → understaffed"],
        ),
        (
            "The back up pumps failed when the storm hit.",
            "The two backup pumps failed when the storm hit.",
            ["+two", "back up → backup"],
        ),
        (
            "They can not pay the rent any more.",
            "They simply cannot pay the rent anymore.",
            ["+simply", "can not → cannot", "any more → anymore"],
        ),
        (
            "Wir haben ihn erst dort kennen gelernt, sagte sie.",
            "Wir haben ihn leider erst dort kennengelernt, sagte sie.",
            ["+leider", "kennen gelernt → kennengelernt"],
        ),
        (
            "It was a  lot of fun.",
            "It was surely alot of fun.",
            ["+surely", "a lot → alot"],
        ),
        (
            "We know what's coming, but he'd never say so.",
            "We know basically what is coming, but he would honestly never say so.",
            ["+basically", "what's → what is", "he'd → he would", "+honestly"],
        ),
        # Both texts have both spellings, and what stands on either side tells.
        (
            "We may be late. Maybe we are lost, and we may be hungry.",
            "We maybe late. Maybe we are lost, and we may be hungry.",
            ["may be → maybe"],
        ),
        (
            "He came in to the room and went into the yard.",
            "He came straight into the room and went into the yard.",
            ["in to → straight into"],  # nobody can say which word that is
        ),
    ],
)
def test_words_that_are_one_elsewhere_are_swapped_whole(
    reference: str, candidate: str, changes: list[str]
) -> None:
    assert told(compared(reference, candidate)) == " | ".join(changes)
    assert told(compared(candidate, reference)) == " | ".join(map(mirrored, changes))


def mirrored(change: str) -> str:
    """Return a change as it is told with the documents exchanged."""
    old, arrow, new = change.partition(" → ")
    return f"{new} → {old}" if arrow else change.replace("+", "-")


def test_the_blanks_between_two_words_are_theirs() -> None:
    found = compared("It was a  lot of fun.", "It was alot of fun.")
    (change,) = found.changes
    assert change.reference
    assert change.reference.of(found.reference.text) == "a  lot"


def test_what_is_one_word_elsewhere_is_two_where_something_else_replaced_it() -> None:
    reference = "They met last year. Its profit fell. The trade last year was poor."
    candidate = "They met lastyear. Its profit fell. The trade this year was poor."
    found = compared(reference, candidate)
    assert told(found) == "last year → lastyear | last → this"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A part of it fell.", "Far apart from here it fell."),
        ("It may\n\nbe so.", "It maybe so."),
        ("They said Anna is at home.", "They said Anna's garden is big."),
        ("It may, be so.", "It maybe so."),
        ("Go so is.", "Gos ois."),
        ("A so is.", "Aso is."),
        (f"A {'a' * 100} is.", f"{'a' * 101} is."),  # no word is as long as that
        ("The 20 26 rule.", "The 2026 rule."),
        ("It may be so. They may be in.", "It may be so, and maybe in time."),
        ("It may be so. Maybe they are in.", "It maybe was, and they are in."),
    ],
)
def test_words_in_a_row_stay_two_where_nothing_says_that_they_are_one(
    text: str, other: str
) -> None:
    for pair in ((text, other), (other, text)):
        assert joined_words(number_tokens(*map(read_text, pair))) is None


def test_of_three_words_the_first_two_are_joined() -> None:
    sides = number_tokens(read_text("It is all so so good."), read_text("It is allso soso good."))
    joined = joined_words(sides)
    assert joined
    assert joined.sides.reference.texts == ["It", "is", "all so", "so", "good", "."]
    assert joined.places[0] == [0, 1, 2, 4, 5, 6, 7]
    assert joined.places[1] == [0, 1, 2, 3, 4, 5, 6]
