"""A lost line end: nothing is missing or added, and no word was swapped."""

from __future__ import annotations

import textwrap

import pytest

from gui.compare import ChangeKind, SectionKind
from gui.compare.tokenizing.elements import parted
from gui.documents import read_text
from tests.compare.oracle import compared

LEAD = "The parish council of Orle met on Tuesday and voted to keep its swimming pool open."


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Swimming pool stays", LEAD),
        ("Swimming pool stays open until 2031", LEAD),
        ("By Iris Holm", "12 March 2019 - " + LEAD),
        ("Posted at 14:30", LEAD),
        ("The pool is run by Orle Baths BV.", "Swimmers paid 4.20 a visit last year."),
        ("The pool was built in the U.S.", "A diving tower was added later on."),
        ("The council meets again in May.", "U.S. visitors swim for nothing."),
        ("The vote was narrow: 8 to 7", "5 members had wanted to close it."),
        ("Das Schwimmbad bleibt", "Über die Kosten wird im Mai beraten."),
        ("Бассейн остаётся открытым", "Совет прихода собрался во вторник."),
        ("המסבאה נשארת פתוחה", "המועצה התכנסה ביום שלישי והצביעה."),
        ("तरणताल खुला रहेगा", "परिषद की बैठक मंगलवार को हुई।"),
    ],
)
def test_sections_that_run_together_are_parted(before: str, behind: str) -> None:
    end = "Nobody spoke against it afterwards."
    found = compared(f"{before}\n\n{behind}\n\n{end}", f"{before}{behind}\n\n{end}")
    assert [section.kind for section in found.sections] == [SectionKind.PAIRED] * 3
    assert found.similarity.verbatim == 1.0
    assert not found.changes


def test_paragraphs_of_a_line_each_are_parted_too() -> None:
    lines = [
        LEAD,
        "Swimmers had collected nine hundred signatures in the market hall since January",
        "The roof of the pool has to be mended before the winter, the clerk told the council.",
        "A second vote on the price of tickets follows in the last week of May, she said.",
    ]
    whole, glued = "\n".join(lines), f"{lines[0]}\n{lines[1]}{lines[2]}\n{lines[3]}"
    found = compared(whole, glued)
    assert found.similarity.verbatim == 1.0
    assert not [own for own in found.sections if own.kind is not SectionKind.PAIRED]


def test_a_lost_line_end_inside_a_paragraph_is_minor() -> None:
    wrapped = textwrap.fill(LEAD, 40)
    glued = wrapped.replace("met on\nTuesday", "met onTuesday").replace("\n", " ")
    assert glued.replace(" ", "") == LEAD.replace(" ", "")
    found = compared(wrapped, glued)
    assert [(own.kind, own.candidate and own.candidate.of(glued)) for own in found.changes] == [
        (ChangeKind.MINOR, "onTuesday")
    ]
    assert found.similarity.verbatim == 1.0


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Nobody swims here any more, she said.", "Nobody swims here anymore, she said."),
        ("It may\nbe late today.", "Maybe it is late today."),
    ],
)
def test_two_spellings_of_a_word_are_no_lost_line_end(reference: str, candidate: str) -> None:
    minor = [own for own in compared(reference, candidate).changes if own.kind is ChangeKind.MINOR]
    assert not [own for own in minor if own.reference and " " in own.reference.of(reference)]
    assert not [own for own in minor if own.reference and "\n" in own.reference.of(reference)]


def test_a_name_with_a_capital_inside_stays_whole() -> None:
    text = "A Lake\n\nHouse opens today. LakeHouse is its name."
    document = read_text("LakeHouse is its name, and it opens today.")
    assert parted(document, read_text(text))[0] is document


def test_tokens_and_sentences_are_those_of_the_parts() -> None:
    glued = read_text("It stays in the U.S.A diving tower was added. Nobody minds.")
    whole = read_text("It stays in the U.S.\n\nA diving tower was added. Nobody minds.")
    found, same = parted(glued, whole)
    assert same is whole
    texts = [[span.of(own.text) for span in own.tokens] for own in (found, whole)]
    assert texts[0] == texts[1]
    assert found.is_word == whole.is_word
    assert [span.of(found.text).strip() for span in found.sentences] == [
        span.of(whole.text).strip() for span in whole.sentences
    ]
