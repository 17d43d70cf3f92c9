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


@pytest.mark.parametrize("end", [" ", "\n"])
def test_in_a_copy_a_short_one_is_replaced_where_no_word_tells_otherwise(end: str) -> None:
    text = "Nobody came to the fair. {} It is closed now."
    old, new = "The bridge opens on Monday.", "Sign up for letters about food."
    reference, candidate = (text.replace(" {} ", f"{end}{own}{end}") for own in (old, new))
    for first, second in ((reference, candidate), (candidate, reference)):
        found = compared(first, second)
        assert sorted(
            (c.reference or c.candidate).of(first if c.reference else second)  # type: ignore[union-attr]
            for c in found.changes
        ) == sorted([old, new])


def test_two_that_stand_in_place_of_two_are_replaced() -> None:
    text = "Nobody came to the fair in Orle on Sunday. {} It is closed until the spring now."
    old, new = "The cause is unknown. Farmers lost money.", "Share this page. Our app shows more."
    found = compared(text.format(old), text.format(new))
    assert {change.kind for change in found.changes} == set(KINDS)


def test_where_all_else_was_reworded_a_short_one_was_too() -> None:
    old = "Nobody came to the fair on Sunday. The cause is unknown. It is closed until spring now."
    new = "On Sunday the fair had no guests. Experts have no idea. Until spring the gates are shut."
    found = compared(old, new)
    assert not {change.kind for change in found.changes}.issuperset(KINDS)


@pytest.mark.parametrize(
    ("reference", "candidate", "lost", "new"),
    [
        (
            "Two barns burned down on Monday near the lock. Nobody was hurt.",
            "Two barns burned down on Monday. It was put out at two o'clock. Nobody was hurt.",
            "near the lock",
            "It was put out at two o'clock",
        ),
        (
            "The mill was painted green in May, and bakers paid for the new roof.",
            "The mill was painted green in May.\n\nThe vicar was there too. Bakers paid for the "
            "new roof.",
            "and",
            "The vicar was there too",
        ),
        (
            '"Wood speaks," he told all of his pupils in Orle. The funeral is on Friday.',
            '"Wood speaks." Find cheap flights with our partner. The funeral is on Friday.',
            "he told all of his pupils in Orle",
            "Find cheap flights with our partner",
        ),
    ],
)
def test_nor_is_it_a_swap_for_the_end_of_another(
    reference: str, candidate: str, lost: str, new: str
) -> None:
    for first, second in ((reference, candidate), (candidate, reference)):
        found = compared(first, second)
        changed = [
            span.of(text).strip(". ")
            for change in found.changes
            for span, text in ((change.reference, first), (change.candidate, second))
            if span
        ]
        changed += [
            span.of(text)
            for own in found.sections
            for span, text in ((own.reference, first), (own.candidate, second))
            if span and not (own.reference and own.candidate)
        ]
        assert lost in changed
        assert new in changed
