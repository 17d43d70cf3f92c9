"""The marks of notes are not glued to words, whatever the format."""

from __future__ import annotations

import pytest

from gui.documents import Document
from gui.documents.text.note_marks import follows_word
from tests.documents.builders import docx, drawn_pdf, odt
from tests.documents.shared_reader import from_bytes

# What stands on the line, and what is raised after it.
PARTS = [
    ("The gulls left the mill", "1"),
    (" again,", "[2]"),
    (" said 40 km", "2"),
    (" away,", "nd"),
]
READ = "The gulls left the mill 1 again, [2] said 40 km2 away,nd"


def test_a_word_is_looked_for_40_characters_before_a_mark() -> None:
    assert follows_word("quay" + "!" * 37)
    assert not follows_word("quay" + "!" * 38)


def in_docx(place: str = "superscript") -> bytes:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    up = f"<w:r><w:rPr><w:vertAlign w:val='{place}'/></w:rPr><w:t>{{}}</w:t></w:r>"
    return docx("<w:p>" + "".join(run.format(a) + up.format(b) for a, b in PARTS) + "</w:p>")


def in_odt(position: str = "super 58%") -> bytes:
    style = (
        f"<style:style style:name='U'><style:text-properties style:text-position='{position}'/>"
        "</style:style>"
    )
    up = "<text:span text:style-name='U'>{}</text:span>"
    body = "".join(f"{a}{up.format(b)}" for a, b in PARTS)
    return odt(f"<text:p>{body}</text:p>", styles=style)


def in_rtf(up: str = "{{\\super {}}}") -> bytes:
    body = "".join(a + up.format(b) for a, b in PARTS)
    return f"{{\\rtf1\\ansi {body}\\par}}".encode()


def in_html() -> bytes:
    return ("<!doctype html><p>" + "".join(f"{a}<sup>{b}</sup>" for a, b in PARTS)).encode()


@pytest.mark.parametrize(
    "data",
    [
        in_docx(),
        in_odt(),
        in_odt("33% 58%"),
        in_rtf(),
        in_rtf("\\super {}\\nosupersub "),
        in_rtf("\\super {}\\plain "),
        in_html(),
    ],
)
def test_a_raised_mark_stands_apart_and_an_exponent_does_not(data: bytes) -> None:
    assert from_bytes(data, name="x").text == READ


@pytest.mark.parametrize(
    "data",
    [
        in_odt("sub 58%"),
        in_odt("-33% 58%"),
        in_rtf("{{\\sub {}}}"),
        in_rtf("{{\\super\\super0 {}}}"),
        in_docx("baseline"),
    ],
)
def test_what_is_not_raised_is_part_of_its_word(data: bytes) -> None:
    assert "mill1 again,[2]" in from_bytes(data, name="x").text


def print_of(size: int, rise: int, mark: str = "12") -> Document:
    drawn = (
        "BT /F 12 Tf 1 0 0 1 70 700 Tm (The gulls left the mill) Tj "
        f"/F {size} Tf {rise} Ts ({mark}) Tj /F 12 Tf 0 Ts ( on Monday.) Tj ET"
    )
    return from_bytes(drawn_pdf(drawn), name="x")


def test_a_small_number_after_a_word_of_a_pdf_stands_apart() -> None:
    assert print_of(7, 4).text == "The gulls left the mill 12 on Monday."
    assert print_of(12, 0).text == "The gulls left the mill12 on Monday."
