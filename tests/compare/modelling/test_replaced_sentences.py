"""A sentence that stands in place of another, and says something else, is no swap of its words."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Comparison, compare
from gui.documents import read_text
from tests.compare import oracle

FIRST = "The swimming baths reopen on Saturday after two years of repairs."
OLD = "An architect from the next town drew up the plans for the new roof and its windows."
NEW = "Season passes that were sold before the fire remain valid until the end of August."
LAST = "The first hundred guests get in for nothing."
LAST_COPY = "The first hundred visitors get in for nothing."
KINDS = (ChangeKind.MISSING, ChangeKind.ADDED)


def compared(reference: str, candidate: str) -> Comparison:
    return compare(read_text(reference), read_text(candidate))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (f"{FIRST} {OLD} {LAST}", f"{FIRST} {NEW} {LAST_COPY}"),
        (f"{OLD} {FIRST} {LAST}", f"{NEW} {FIRST} {LAST_COPY}"),
        (f"{FIRST} {LAST} {OLD}", f"{FIRST} {LAST_COPY} {NEW}"),
        (f"Baths\n\n{FIRST} {OLD} {LAST}", f"{FIRST} {NEW}\n\n{LAST_COPY}"),
    ],
)
def test_it_is_missing_and_the_other_added(reference: str, candidate: str) -> None:
    found = compared(reference, candidate)
    missing, added = (
        [c.reference or c.candidate for c in found.changes if c.kind is kind] for kind in KINDS
    )
    assert [span.of(reference) for span in missing if span] == [OLD]
    assert [span.of(candidate) for span in added if span] == [NEW]
    swaps = [c.reference for c in found.changes if c.kind is ChangeKind.SUBSTITUTION]
    assert [span.of(reference) for span in swaps if span] == ["guests"]


def test_its_words_are_not_known_to_the_copy() -> None:
    found = compared(f"{FIRST} {OLD} {LAST}", f"{FIRST} {NEW} {LAST_COPY}")
    assert found.similarity.with_substitutions == pytest.approx(38 / (38 + 17 + 15), abs=0.01)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nobody objects.", "No person was against it."),
        (
            "The old people of the village still remember the winter in which the lake froze.",
            "Elderly villagers can recall to this day the year that saw ice cover the water.",
        ),
    ],
)
def test_a_sentence_written_anew_stays_opposite_its_model(old: str, new: str) -> None:
    found = compared(f"{FIRST} {old} {LAST}", f"{FIRST} {new} {LAST}")
    assert found.similarity.with_substitutions == pytest.approx(1, abs=0.1)


def test_in_a_language_that_the_thesaurus_does_not_know_nobody_can_tell() -> None:
    found = compared(
        "El puente se abre el lunes. Los vecinos quieren ahora una plaza con sombra. Cuesta poco.",
        "El puente se abre el lunes. La gente del barrio pide un parque nuevo. Cuesta poco.",
    )
    assert not {change.kind for change in found.changes}.intersection(KINDS)


FOREIGN = "Half of the seats in the cinema were given to a school. The rest stood in a barn."
NEXT = "Swimmers over seventy have an hour to themselves on weekdays."


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (f"{FIRST} {LAST} {OLD}\n\n{NEXT}", f"{FIRST} {LAST_COPY}\n\n{FOREIGN}\n\n{NEW} {NEXT}"),
        (f"{FIRST} {LAST}\n\n{OLD} {NEXT}", f"{FIRST} {LAST_COPY}\n\n{FOREIGN}\n\n{NEW} {NEXT}"),
        (f"{FIRST} {LAST} {FOREIGN}\n\n{OLD} {NEXT}", f"{FIRST} {LAST_COPY}\n\n{NEW} {NEXT}"),
        (f"{FIRST} {OLD}\n\n{FOREIGN}\n\n{LAST} {NEXT}", f"{FIRST} {NEW} {LAST_COPY}\n\n{NEXT}"),
    ],
)
def test_what_stands_between_sections_does_not_matter(reference: str, candidate: str) -> None:
    for first, second in ((reference, candidate), (candidate, reference)):
        oracle.check(compared(first, second))
