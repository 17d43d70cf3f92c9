"""What one text has more beside a word that was swapped."""

from __future__ import annotations

from itertools import groupby

import pytest

from gui.compare.aligning.insertions import without_insertions
from gui.compare.modelling.steps import LINKS, REWRITTEN, Step, part_of
from gui.documents import read_text
from tests.compare.as_seen import as_seen
from tests.compare.oracle import compared, told

BEFORE = "The bridge opened in 1952."  # another section: of lone sentences likely links are told


def changes(reference: str, candidate: str) -> str:
    return told(compared(f"{BEFORE}\n\n{reference}", f"{BEFORE}\n\n{candidate}"))


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        (
            "The porter locks the door each evening, except on the feast of the patron saint.",
            "The porter locks the door each night.",
            "evening → night | -, except on the feast of the patron saint",
        ),
        (
            "The harbour, which freezes in winter, is deep.",
            "The haven is deep.",
            "harbour → haven | -, which freezes in winter,",
        ),
        (
            "The shop was shut on Monday, he said.",
            "The store was closed on Monday.",
            "shop → store | shut → closed | -, he said",
        ),
        (
            "They sold the barn – a ruin since the war – to a farmer.",
            "They sold the shed to a farmer.",
            "barn → shed | -– a ruin since the war –",
        ),
        (
            "The fee (forty crowns) is paid by the guests.",
            "The charge is paid by the guests.",
            "fee → charge | -(forty crowns)",
        ),
        (
            "The old league, a lobby group for walkers, told us to wait.",
            "The old league advised us to wait.",
            "-, a lobby group for walkers, | told → advised",
        ),
        (
            "The firm, founded in Orlow in 1924, reported a loss.",
            "The company announced a loss.",
            "firm → company | -, founded in Orlow in 1924, | reported → announced",
        ),
    ],
)
def test_a_clause_between_signs_is_no_part_of_a_swap(
    longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter) == expected


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        (
            "They sail from the harbour on the edge of town every day.",
            "They sail from the harbor every day.",
            "harbour → harbor | -on the edge of town",
        ),
        (
            "They sail from the harbour in June every day.",
            "They sail from the harbor every day.",
            "harbour → harbor | -in June",
        ),
        (
            "The board approved after a long debate the new budget.",
            "The board endorsed the new budget.",
            "approved → endorsed | -after a long debate",
        ),
        (
            "Prices rose sharply in the first half of the year.",
            "Prices rose steeply.",
            "sharply → steeply | -in the first half of the year",
        ),
        (
            "The shop that she had bought from her uncle burned down.",
            "The store burned down.",
            "shop → store | -that she had bought from her uncle",
        ),
    ],
)
def test_words_joined_to_a_word_are_no_part_of_its_swap(
    longer: str, shorter: str, expected: str
) -> None:
    assert changes(longer, shorter) == expected
    added = expected.split("-")
    old, new = added[0].removesuffix(" | ").split(" → ")
    assert changes(shorter, longer) == f"{new} → {old} | +{added[1]}"


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("drink, said the doctor,", "wine", "drink | , said the doctor ,"),
        ("drink, he said", "wine", "drink | , he said"),
        ("drink, it is said", "wine [then]", ""),  # it is said of nothing
        ("drink at dawn, 21:04", "wine", ""),
        ("drink, 21:04", "wine", ""),
        ("drink, alone", "wine", ""),
        ("drink (", "wine", ""),
        ("drink (a)", "wine", "drink | ( a )"),
        ("drink (a b c d", "wine", ""),
        ("drink) made for us (and", "wine", ""),
        ("friends, plums and wild figs", "pals", ""),  # a list
        ("friends - plums and wild figs", "pals", "friends | - plums and wild figs"),
        (
            "drink, said the doctor on call on Monday,",
            "wine from old grapes",
            "drink | , said the doctor on call on Monday ,",
        ),
        ("friends, as plums and wild figs", "pals", "friends | , as plums and wild figs"),
        ("drink - made for us - alone", "wine only", "drink | - made for us - | alone"),
        ("well-made-for us", "wine", ""),
        ("Eventually, as a last resort", "but", ""),  # no word of that kind
        ("However, as a single woman", "Alone singly", ""),  # it is what stands there
        ("drink, made for us", "wine that was pressed", ""),
        ("drink, " + "he " * 198, "wine", "drink | , " + "he " * 197 + "he"),
        ("drink, " + "he " * 199, "wine", ""),
        ("red drink, he said to us", "wine,", ""),  # the other text has a clause there, too
    ],
)
def test_clauses(longer: str, shorter: str, expected: str) -> None:
    assert parts(longer, shorter) == (expected or spaced(longer))


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("approved after a long debate", "endorsed", "approved | after a long debate"),
        ("approved and then paid", "endorsed", "approved | and then paid"),
        ("approved after dinner", "endorsed", ""),  # too few words
        ("harbour after dinner", "harbor", "harbour | after dinner"),
        ("eighter from Decatur", "eight", ""),  # the thesaurus has it so
        ("rose in the first days", "grew", "rose | in the first days"),
        ("rose in those days", "grew", ""),  # few words, and not near in meaning
        ("rose in days that they", "grew", ""),  # it does not end there
        ("rose up from the first days", "grew", ""),
        ("number of the first days", "amount", ""),
        ("workers that she had", "employees", "workers | that she had"),
        ("shop she had bought", "store", ""),
        ("after the long debates", "behind", ""),
        # The other text has something before the word that it ends with.
        ("house with the red door", "old brick house", "house | with the red door"),
        ("house with red doors", "brick house", "house | with red doors"),
        ("house with doors", "brick house", ""),  # too few words
        ("barn with the red door", "old brick house", ""),
        ("house painted in bright red", "brick house", ""),
        ("house of the old man", "brick house", ""),
        ("those of the tiled roofs", "just those", ""),
        ("those with the tiled roofs", "just those", ""),
        ("council on the edge of town", "city council", ""),  # a town is a city
    ],
)
def test_words_behind_a_word(longer: str, shorter: str, expected: str) -> None:
    assert parts(longer, shorter) == (expected or spaced(longer))


@pytest.mark.parametrize(
    ("longer", "shorter", "expected"),
    [
        ("drink, as it were,", "wine", "drink | , as it were ,"),
        ("was, in fact,", "were", ""),  # too few words
        ("drink, as it were", "wine", ""),  # it goes on
        ("drink - made for us - alone", "wine", ""),  # which of the two words is wine?
    ],
)
def test_clauses_inside_a_sentence(longer: str, shorter: str, expected: str) -> None:
    assert parts(longer, shorter, " so") == (expected or spaced(longer))


def spaced(text: str) -> str:
    """Return the tokens of *text* with blanks between."""
    document = read_text(text)
    return " ".join(span.of(text) for span in document.tokens)


def parts(longer: str, shorter: str, behind: str = "") -> str:
    """Return the words of the longer side of one swap, set apart, whichever text has them."""
    found = [_parts(longer, shorter, 0, behind), _parts(shorter, longer, 1, behind)]
    assert found[0] == found[1]
    return found[0]


def _parts(reference: str, candidate: str, longer: int, behind: str) -> str:
    sides, sequences = as_seen(f"{reference}{behind}.", f"{candidate}{behind}.")
    rest = 1 + bool(behind)
    whole = Step(REWRITTEN, 0, len(sides[0].ids) - rest, 0, len(sides[1].ids) - rest)
    found = without_insertions([whole], sequences, {})
    assert part_of(found) == whole[1:]
    found = [step for step in found if step[1 + 2 * longer] < step[2 + 2 * longer]]
    runs = groupby(found, lambda step: step.kind in LINKS)
    bounds = [part_of([*steps])[2 * longer : 2 * longer + 2] for _, steps in runs]
    return " | ".join(" ".join(sides[longer].texts[slice(*bound)]) for bound in bounds)
