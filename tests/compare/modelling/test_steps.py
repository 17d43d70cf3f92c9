"""Words do not stand for punctuation, and signs that change places are not both replaced."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, SectionKind, compare
from gui.compare.modelling.steps import ADDED, DROPPED, KEPT, Step, tokens_of
from gui.documents import read_text
from tests.compare.oracle import compared, told

NEXT = "\n\nThe dam broke on Monday and two villages were flooded."


def substitutions(a: str, b: str) -> list[tuple[str, str]]:
    found = compare(read_text(a), read_text(b)).changes
    return [
        (c.reference.of(a), c.candidate.of(b))
        for c in found
        if c.kind is ChangeKind.SUBSTITUTION and c.reference and c.candidate
    ]


def signs_only(text: str) -> bool:
    return not any(map(str.isalnum, text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The suspect was *armed* on Monday.", "The suspect was not armed on Monday."),
        ('The suspect was "armed on Monday.', "The suspect was not armed on Monday."),
        ("The suspect was “armed on Monday.", "The suspect was never armed on Monday."),
        (
            'Prices rose, he said, "and wages have not."',
            'Prices rose, he said, "and wages have not. In my view the strike was justified.',
        ),
        (f"Two were hurt 😀{NEXT}", f"Two were hurt badly{NEXT}"),
        ("hi\n[10:05] Ann", "hi there\n10:05 Ann"),
        ("The union said more than 400 left.", "According to the union, more than 400 left."),
        ("The motion passed.", "The motion carried last year, local sources said"),
        ("The bill was $ on Monday.", "The bill was 3.5 million on Monday."),
        ("«Мы не знаем», заявил он.", "По словам вице-мэра, мы не знаем, заявил он."),
    ],
)
def test_words_are_no_counterpart_of_a_sign(old: str, new: str) -> None:
    for pair in (old, new), (new, old):
        assert not [s for s in substitutions(*pair) if signs_only(s[0]) != signs_only(s[1])]


def test_a_sentence_does_not_stand_for_the_mark_of_a_footnote() -> None:
    found = substitutions(
        f"Two were hurt. [1]{NEXT}", f"Two were hurt. Nobody knows why it came to that.{NEXT}"
    )
    assert found == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It was 30 °C outside on Monday.", "It was 30 ℃ outside on Monday.", ("°C", "℃")),
        ("Prices rose 5 % on Monday.", "Prices rose 5 per cent on Monday.", ("%", "per cent")),
        ("Цены выросли на 5 % в мае.", "Цены выросли на 5 процентов в мае.", ("%", "процентов")),
        ("Smith & Sons closed.", "Smith and Sons closed.", ("&", "and")),
        ("It cost 5 ₽ on Monday.", "It cost 5 roubles on Monday.", ("₽", "roubles")),
        ("Two × two make four.", "Two times two make four.", ("×", "times")),
        ("It is open 9–5 on Monday.", "It is open 9 to 5 on Monday.", ("–", "to")),
        ("He is ~40 years old.", "He is about 40 years old.", ("~", "about")),
        ("Tom/Ann left early.", "Tom and Ann left early.", ("/", "and")),
        ("See § 5 of the law.", "See Section 5 of the law.", ("§", "Section")),
        ("Школа № 5 закрыта.", "Школа номер 5 закрыта.", ("№", "номер")),
    ],
)
def test_a_sign_that_is_read_aloud_stands_for_words(
    old: str, new: str, expected: tuple[str, str]
) -> None:
    assert substitutions(old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“That is,” he said on Monday.", "“That is”, he said on Monday."),
        ('"That is," he said on Monday.', '"That is", he said on Monday.'),
        ("He said “it is over.” They left.", "He said “it is over”. They left."),
    ],
)
def test_signs_that_change_places_are_one_dropped_and_one_added(old: str, new: str) -> None:
    for pair in (old, new), (new, old):
        kinds = [c.kind for c in compare(*map(read_text, pair)).changes]
        assert sorted(kinds, key=str) == [ChangeKind.ADDED, ChangeKind.MISSING]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "It offered 3.5 per cent in January, which they rejected.",
            "It offered 3.5 percent, which they rejected.",
        ),
        ("It rose in May per cent by cent, they say.", "It rose percent by cent, they say."),
    ],
)
def test_words_written_as_one_replace_that_word_alone(old: str, new: str) -> None:
    assert substitutions(old, new) == [("per cent", "percent")]
    assert substitutions(new, old) == [("percent", "per cent")]


def test_a_whole_sentence_is_not_covered_by_a_sign() -> None:
    old = f'"Wages have not risen."{NEXT}'
    new = f'"Wages have not risen. In my view the strike was justified.{NEXT}'
    found = compare(read_text(old), read_text(new))
    assert [s.kind for s in found.sections] == [SectionKind.PAIRED] * 2
    assert found.tally.added_words == len("In my view the strike was justified".split())


@pytest.mark.parametrize(
    ("reference", "candidate", "moved"),
    [
        ("It clearly was the best result.", "It was clearly the best result.", ["was"]),
        ("They were asked, she said.", "They were asked, said she.", ["she"]),
        ("He had never before lost a bet.", "He had before never lost a bet.", ["never"]),
    ],
)
def test_of_words_that_changed_places_the_longest_stays(
    reference: str, candidate: str, moved: list[str]
) -> None:
    found = compare(read_text(reference), read_text(candidate))
    missing = [c.reference for c in found.changes if c.kind is ChangeKind.MISSING]
    added = [c.candidate for c in found.changes if c.kind is ChangeKind.ADDED]
    assert [span.of(reference) for span in missing if span] == moved
    assert [span.of(candidate) for span in added if span] == moved


def test_what_a_step_says_of_a_side_that_it_does_not_touch_is_of_no_section() -> None:
    steps = [Step(KEPT, 4, 5, 7, 8), Step(ADDED, 9, 9, 8, 9), Step(DROPPED, 5, 6, 20, 20)]
    assert tokens_of(steps) == (4, 6, 7, 9)
    assert tokens_of(steps[1:2]) == (0, 0, 8, 9)


def test_a_verb_with_its_particle_at_the_start_of_a_text_is_one_change() -> None:
    found = substitutions("Depends on rain.", "Relies upon rain.")
    assert found == [("Depends on", "Relies upon")]


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        ("Then Gov. Reed left.", "Then Governor Reed left.", "Gov. → Governor"),
        ("He left at 5 p.m. today.", "He left at 5 pm today.", "p.m. → pm"),
        ("En EE. UU. llueve mucho.", "En Estados Unidos llueve mucho.", "EE. UU. → Estados Unidos"),
        # this one ends a sentence
        ("He went home. It rained.", "He went home and it rained.", "-. | +and | It ~ it"),
    ],
)
def test_the_stops_of_an_abbreviation_are_swapped_with_it(
    reference: str, candidate: str, marks: str
) -> None:
    assert told(compared(reference, candidate)) == marks


def test_an_abbreviation_at_the_head_of_a_paragraph_is_no_part_of_the_line_above() -> None:
    a = (
        "LAKESIDE DEBT AFFIRMED BY RATER\n\n18-JUN-1994 08:22:50.15\n\n"
        "HULL, June 18 - The rater said it affirmed the ratings on 1.4 billion dlrs of debt of "
        "Lakeside Banks and a unit."
    )
    b = (
        "PEARL PROGRESS 1ST QTR NET\n\n13-APR-1994 15:34:29.41\n\n"
        "ST. PELLBURGH, Kent, April 13 - Shr 83 cts vs 94 cts\n\nNet 41.2 mln vs 45.5 mln"
    )
    found = compare(read_text(a), read_text(b)).sections
    assert {section.kind for section in found} == {SectionKind.MISSING, SectionKind.ADDED}
