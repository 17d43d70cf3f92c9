"""Where sentences end, which line ends are meant, and what the lines of a section are."""

from __future__ import annotations

import time
from textwrap import wrap

import pytest

from gui.documents import Span, read_text
from gui.documents.segmentation import (
    are_paragraphs,
    is_list,
    split_sentences,
    true_line_ends,
    wrap_width,
)


def sentences_of(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "The season begins.|Residents said so.",
        "“The season begins.”|Residents said so.",
        "(The season begins.)|Residents said so.",
        "The season begins.|“Residents said so.”",
        "They came late!|Residents said so.",
        "Did they come late?|Residents said so.",
        "They came late...|Residents said so.",
        "They came late…|Residents said so.",
        "L’été commence.|Élise le dit.",
        "L’e\u0301te\u0301.|E\u0301lise le dit.",
        "Сезон начался.|Жители не знали.",
        "One ends.|Two ends.|Three ends.",
    ],
)
def test_a_lost_space_ends_a_sentence(text: str) -> None:
    assert sentences_of(text.replace("|", "")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.Navy came.",
        "A Ph.D. is needed, e.g. here",
        "She wrote it in Node.js and ASP.NET today.",
        "See www.example.org or Polygraph.info now.",
        "At 3.5 metres and no.5 it stood.",
        "Then Mr.Smith came.",
        "A.Smith came.",
        "Open example.org/search?Query=tide first.",
        "Write to the.Mayor@example.org today.",
        "He likes pl.A best.",
        "It was NATO?Residents said so.",
        "It begins.residents said so.",
        "It begins.5 said so.",
    ],
)
def test_a_stop_inside_a_name_ends_none(text: str) -> None:
    assert sentences_of(text) == [text]


def test_a_long_run_of_stops_takes_no_longer_than_it_is_long() -> None:
    for run in (".", "?!", "\u061f", '."', "ab.Cd"):
        started = time.perf_counter()
        sentences_of(run * 40_000)
        assert time.perf_counter() - started < 5, run


PROSE = (
    "The ferry came back to the harbour on Monday after a winter in the dock, and people stood "
    "along the quay to watch it turn under its own power for the first time since November. "
    "Nobody had told the gulls, said the harbour master, who had been up since four."
)
POEM = (
    "The ferry, white and slow and late,",
    "Came back before the end of day,",
    "And we who had been told to wait,",
    "Had little left that we could say.",
)


def test_wrapped_prose_has_a_width_and_no_true_line_ends() -> None:
    lines = wrap(PROSE, 72)
    document = read_text("\n".join(lines))
    width = wrap_width(document)
    assert width == max(map(len, lines[:-1]))
    assert true_line_ends(document.text, document.sections[0], width) == []


def test_a_poem_has_no_width_and_ends_its_lines() -> None:
    document = read_text("\n".join(POEM))
    assert wrap_width(document) is None
    assert len(true_line_ends(document.text, document.sections[0], None)) == len(POEM) - 1


def test_short_items_are_a_list_and_long_lines_are_paragraphs() -> None:
    items = ["two cups of flour", "one egg", "a pinch of salt"]
    assert is_list(items)
    assert not are_paragraphs(items)
    assert are_paragraphs([PROSE] * 3)
    assert not is_list([PROSE] * 3)
