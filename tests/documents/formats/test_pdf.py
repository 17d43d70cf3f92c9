"""PDF: lines become paragraphs, running heads are left out, and what cannot be read is refused."""

from __future__ import annotations

import pytest

from gui.documents.formats.page_layout import join_pages
from gui.documents.formats.reading_order import PageLine
from tests.documents.builders import column, pdf
from tests.documents.shared_reader import from_bytes, message, sections

STORY = ["Swans delay ferry", "By Ines Halvorsen", "The ferry waited.", "Nobody minded."]


def test_pdf_lines_become_paragraphs_and_columns_follow_each_other() -> None:
    first = [
        (120.0, 800.0, 20.0, "Swans delay the island ferry"),
        *column(
            [
                "The ferry to the island did not sail, for its cap-",
                "tain would not wake the swans that slept on deck",
                "until noon.",
            ],
            y=760,
        ),
        *column(
            [
                "Passengers were told so, politely, and with long-",
                "standing experience in waiting they went on to",
            ],
            y=700,
        ),
        *column(["read their papers in the sun."], x=320, y=760),
    ]
    document = from_bytes(pdf([first]), name="x")
    assert document.format == "pdf"
    assert sections(document) == [
        "Swans delay the island ferry",
        "The ferry to the island did not sail, for its captain would not wake the swans that slept "
        "on deck until noon.",
        "Passengers were told so, politely, and with longstanding experience in waiting they went "
        "on to read their papers in the sun.",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    def page(number: int, text: str) -> list[tuple[float, float, float, str]]:
        return [
            (50, 810, 9, "The Oster Gazette"),
            *column(
                [f"{text} and a long line of it that fills the page from edge to edge", "and ends."]
            ),
            (280, 30, 9, f"Page {number} of 3"),
        ]

    data = pdf([page(1, "First"), page(2, "Second"), page(3, "Third")])
    document = from_bytes(data, name="x")
    assert [text.split()[0] for text in sections(document)] == ["First", "Second", "Third"]
    (notice,) = document.notices
    assert (notice.code, notice.count) == ("running-heads", 6)
    assert str(notice.message).endswith("left out: The Oster Gazette.")
    whole = from_bytes(data, name="x", whole_page=True)
    assert whole.text.count("The Oster Gazette") == 3
    assert "Page 2 of 3" in whole.text
    assert whole.notices == ()


def test_a_headline_that_running_heads_repeat_stays() -> None:
    first = [(50.0, 800.0, 20.0, "Swans delay ferry"), *column(["The first page."])]
    other = [(50.0, 810.0, 9.0, "Swans delay ferry"), *column(["Another page, quite unlike it."])]
    document = from_bytes(pdf([first, other, other]), name="x")
    assert sections(document)[0] == "Swans delay ferry"
    assert document.text.count("Swans delay ferry") == 1


def test_a_paragraph_goes_on_over_the_page() -> None:
    pages = [
        [
            PageLine("A paragraph that begins on one", 50, 300, 80, 11),
            PageLine("page and does not end be-", 50, 298, 66, 11),
        ],
        [PageLine("fore the next one.", 50, 150, 780, 11)],
    ]
    text, left_out = join_pages(pages)
    assert text == "A paragraph that begins on one page and does not end before the next one."
    assert left_out == []


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    lines = [
        PageLine("a long-term plan, and then a long-", 50, 300, 80, 11),
        PageLine("term hope", 50, 120, 66, 11),
    ]
    assert join_pages([lines])[0] == "a long-term plan, and then a long-term hope"


def test_an_indent_begins_a_paragraph() -> None:
    lines = [
        PageLine("One sentence that fills the line", 62, 300, 80, 11),
        PageLine("and goes on to fill another", 50, 299, 66, 11),
        PageLine("Another sentence begins here", 62, 300, 52, 11),
        PageLine("and ends.", 50, 99, 38, 11),
    ]
    assert len(join_pages([lines])[0].split("\n\n")) == 2


def test_an_encrypted_pdf_is_reported() -> None:
    assert "encrypted" in message(pdf([column(["secret"])], password="word"))
    assert sections(from_bytes(pdf([column(["open"])]), name="x")) == ["open"]


def test_a_pdf_of_pictures_is_reported() -> None:
    assert "only pictures" in message(pdf([[], []], picture=True))
    mixed = from_bytes(pdf([column(STORY), []], picture=True), name="x")
    assert [(notice.code, notice.count) for notice in mixed.notices] == [("picture-pages", 1)]


def test_an_empty_pdf_is_reported() -> None:
    assert "no text" in message(pdf([[]]))


@pytest.mark.parametrize(("gap", "order"), [(10.5, "aaaabbbb"), (9.5, "abababab")])
def test_two_columns_are_a_type_size_apart(gap: float, order: str) -> None:
    """Words of justified lines are not so far apart, and columns are hardly closer."""
    width = 30 * 5.56  # of letters in Helvetica of 10 points
    lines = [
        (x, 700.0 - 14 * n, 10.0, letter * 30)
        for n in range(4)
        for x, letter in ((50.0, "a"), (50 + width + gap, "b"))
    ]
    text = from_bytes(pdf([lines]), name="x").text
    assert "".join(word[0] for word in text.split()) == order


@pytest.mark.parametrize(("letters", "is_picture"), [(19, True), (20, False)])
def test_a_picture_with_20_characters_is_a_page_of_text(letters: int, is_picture: bool) -> None:
    """A scanned page has its number at most; whoever set a line there set the page."""
    pages = [[(50.0, 700.0, 11.0, "a" * letters)], column(STORY)]
    found = from_bytes(pdf(pages, picture=True), name="x").notices
    assert any(notice.code == "picture-pages" for notice in found) is is_picture


def test_three_running_heads_are_named() -> None:
    """Any more would make a page of a notice; the whole page shows them."""

    def page(text: str) -> list[tuple[float, float, float, str]]:
        prose = column([f"{text} and a long line of it that fills the page from edge to edge."])
        heads = ["The Oster Gazette", "Your island paper"]
        feet = ["Printed on the quay", "Ask for the weekly"]
        return [
            *[(50.0, 820.0 - 12 * n, 9.0, head) for n, head in enumerate(heads)],
            *prose,
            *[(50.0, 42.0 - 12 * n, 9.0, foot) for n, foot in enumerate(feet)],
        ]

    document = from_bytes(pdf([page(text) for text in ("One", "Two", "Three")]), name="x")
    (notice,) = document.notices
    assert notice.count == 12
    named = str(notice.message).partition("left out: ")[2]
    assert named == "The Oster Gazette, Your island paper, Printed on the quay."
