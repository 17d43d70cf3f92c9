"""Headings that others replaced are told by the passages that they stand before."""

from __future__ import annotations

import pytest

from gui.compare import SectionKind, compare
from gui.documents import read_text

START = "The oven in the yard was built in May, and the whole village came to see it lit."
MIDDLE = "Nobody had told the baker, who had been up since four to see that the wood was dry."
END = "A loaf costs four euros, as it did before, and children eat for nothing on Sundays."
PAIRED, MOVED = SectionKind.PAIRED, SectionKind.MOVED
APART = None


def fate(old: list[str], new: list[str], line: str, other: str) -> SectionKind | None:
    """Return what the section of *line* and *other* is, None where they are no section."""
    a, b = "\n\n".join(old), "\n\n".join(new)
    for texts, lines in (((a, b), (line, other)), ((b, a), (other, line))):
        found = {
            (s.reference.of(texts[0]), s.candidate.of(texts[1])): s.kind
            for s in compare(*map(read_text, texts)).sections
            if s.reference and s.candidate
        }
        if lines not in found:
            return None
    return found[lines]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Verdict", "Conclusion"),
        ("What does it cost?", "How much is it?"),
        ("Background", "How it all began"),
        ("A long winter", "MONTHS OF WAITING"),
        ("Wood", "What a baker has to know about wood"),
        ("Zutaten", "Das brauchen Sie"),
        ("5 ways to save wood", "Five logs less"),
        ("What changes in 2025", "New rules"),
        ("Covid-19", "The illness"),
        ("Part 2", "Fire"),
        ("Schritt 3: Anheizen", "Feuer machen"),
        ("Oven lit in May", "Village sees fire"),  # as short as a name
        ("Ofen brennt im Mai", "Das Dorf sieht Feuer"),
        ("Village Lights Oven", "Fire Seen From Hill"),
        ("O\u00f9 dormir", "H\u00e9bergement"),
        (
            "\u0412\u044b\u0432\u043e\u0434\u044b",
            "\u0417\u0430\u043a\u043b\u044e\u0447\u0435\u043d\u0438\u0435",
        ),
        ("\u7d50\u8ad6", "\u307e\u3068\u3081"),
    ],
)
def test_a_heading_is_swapped_for_the_one_before_the_same_paragraph(line: str, other: str) -> None:
    assert fate([START, line, MIDDLE, END], [START, other, MIDDLE, END], line, other) is PAIRED
    old, new = [line, START, MIDDLE, END], [MIDDLE, END, other, START]
    assert fate(old, new, line, other) is MOVED


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Sunday, 14 May 2023", "All about ovens"),
        ("14 May", "All about ovens"),
        ("Updated 3 hours ago", "All about ovens"),
        ("11:40", "All about ovens"),
        ("***", "All about ovens"),
        ("Conclusion", "Get our newsletter now."),
        ("Conclusion", "All that a baker has to know about wood"),
    ],
)
def test_a_date_a_full_stop_or_nine_words_make_no_heading(line: str, other: str) -> None:
    assert fate([START, line, MIDDLE, END], [START, other, MIDDLE, END], line, other) is APART


def test_a_heading_may_stand_before_a_list_of_two_lines_but_not_before_one() -> None:
    line, other, first, second = "Ingredients", "What you need", "Rye flour", "Cups of warm water"
    for below, expected in ((f"{first}\n{second}", PAIRED), (first, APART)):
        old, new = [START, line, below, END], [START, other, below, END]
        assert fate(old, new, line, other) is expected


def test_below_a_headline_a_line_is_a_heading_only_where_others_are() -> None:
    head, line, other = "Village lights its oven", "From our correspondent", "Share this page"
    old, new = [head, line, START, MIDDLE, END], [head, other, START, MIDDLE, END]
    assert fate(old, new, line, other) is APART
    assert (
        fate([head, line, MIDDLE, END], [START, "Verdict", MIDDLE, END], line, "Verdict") is APART
    )
    old, new = [head, "Ingredients", START], [head, "What you need", START]
    below = (["Method", MIDDLE], ["Directions", MIDDLE])
    assert fate(old, new, "Ingredients", "What you need") is APART
    assert fate(old + below[0], new + below[1], "Ingredients", "What you need") is PAIRED


def test_a_line_that_comes_again_anywhere_is_no_heading() -> None:
    line, other = "Verdict", "Advertisement"
    for rest in ([END, other], [other, "Photo below", END]):
        assert fate([START, line, MIDDLE, END], [START, other, MIDDLE, *rest], line, other) is APART


def test_a_line_of_the_footer_is_no_heading() -> None:
    line, other = "Source link", "Get our newsletter"
    assert fate([START, MIDDLE, line], [START, MIDDLE, other], line, other) is APART


@pytest.mark.parametrize(
    "other",
    [
        "Advertisement",
        "Share this page",
        "Sign up for our newsletter",
        "Read more: Ten ovens of the north",
        "Lesen Sie auch: Zehn Backhäuser im Norden",
        "À lire aussi : dix fours du nord",
        "Te puede interesar",
        "Leggi anche: dieci forni del nord",
        "Leia também",
        "Lees ook: tien ovens",
    ],
)
def test_a_line_of_the_site_in_the_place_of_a_heading_is_none(other: str) -> None:
    assert fate([START, "Verdict", MIDDLE], [START, other, MIDDLE], "Verdict", other) is APART


def test_the_author_below_a_headline_is_no_heading_but_who_speaks_is_one() -> None:
    head, rest = "Village lights its oven", (START, "Verdict", MIDDLE)
    changed = (START, "Conclusion", MIDDLE)
    for line, other in (
        ("By Ann Lee", "All about ovens"),
        ("Our own report", "Ann Lee, Mill Lane"),
    ):
        assert fate([head, line, *rest], [head, other, *changed], line, other) is APART
    by, other = "By Ann Lee", "All about ovens"
    assert fate([by, *rest], [other, *changed], by, other) is APART
    old, new = [START, "Ann Lee", MIDDLE], [START, "The baker", MIDDLE]
    assert fate(old, new, "Ann Lee", "The baker") is PAIRED
