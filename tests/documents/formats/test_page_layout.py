"""PDF pages of several columns, in whatever order a program printed them."""

from __future__ import annotations

import textwrap

import pytest

from gui.documents.formats.page_layout import join_pages
from gui.documents.formats.reading_order import PageLine, in_reading_order
from tests.documents.builders import pdf
from tests.documents.shared_reader import from_bytes

Drawn = tuple[float, float, float, str]

HEADLINE = "Swans delay the island ferry until noon"
BYLINE = "By Oda Lind, harbour reporter"
BODY = [
    "The ferry to the island did not sail on Monday, for its captain would not wake the swans that "
    "slept on the warm deck until noon.",
    "Passengers were told so, politely, and with longstanding experience in waiting they went on "
    "to read their papers in the sun until somebody brought out a pot of coffee.",
    "Nobody complained. The harbour master, who has kept the books for thirty years, wrote that "
    "such a delay had never been caused by birds before.",
    "On Tuesday the ferry sailed as usual, and the swans went with it. They got off at the island, "
    "looked at the church, and swam back in the evening without a ticket.",
    "The company will now put up a sign. It asks birds to use the second deck, where there is "
    "shade, water and a bench.",
]


def set_in(columns: int, *, top: float = 700, size: float = 9.5) -> list[list[Drawn]]:
    """The body in so many columns of even height, each a list of drawn lines."""
    width = {1: 100, 2: 46, 3: 29}[columns]
    lines = [line for text in BODY for line in (*textwrap.wrap(text, width), "")][:-1]
    each = -(-len(lines) // columns)
    parts = [lines[i : i + each] for i in range(0, len(lines), each)]
    return [
        [
            (50 + n * 510 / columns, top - 1.25 * size * i, size, line)
            for i, line in enumerate(part)
            if line
        ]
        for n, part in enumerate(parts)
    ]


def head(number: int = 1) -> list[Drawn]:
    return [(50, 800, 9, "The Island Gazette"), (540, 800, 9, str(number))]


TITLE: list[Drawn] = [(50, 750, 20, HEADLINE), (50, 725, 11, BYLINE)]


def by_rows(columns: list[list[Drawn]]) -> list[Drawn]:
    return sorted(
        (line for lines in columns for line in lines), key=lambda line: (-line[1], line[0])
    )


def sections(data: bytes, *, whole_page: bool = False) -> list[str]:
    document = from_bytes(data, name="x", whole_page=whole_page)
    return [span.of(document.text) for span in document.sections]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("order", ["by columns", "by rows", "from the right"])
def test_columns_are_read_one_after_the_other(columns: int, order: str) -> None:
    body = set_in(columns)
    drawn = {
        "by columns": [*TITLE, *(line for lines in body for line in lines)],
        "by rows": [*TITLE, *by_rows(body)],
        "from the right": [*TITLE, *(line for lines in body[::-1] for line in lines)],
    }[order]
    assert sections(pdf([drawn])) == [HEADLINE, BYLINE, *BODY]


def test_a_title_that_was_drawn_last_is_read_before_the_columns() -> None:
    assert sections(pdf([[*by_rows(set_in(2)), *TITLE]])) == [HEADLINE, BYLINE, *BODY]


def test_heads_page_numbers_and_lines_across_keep_their_places() -> None:
    across: Drawn = (
        50,
        480,
        14,
        "What the harbour master wrote in the book of the year before that",
    )
    first = [*head(1), *TITLE, *by_rows(set_in(2)), across, *by_rows(set_in(2, top=450))]
    second = [*head(2), *by_rows(set_in(2, top=760))]
    page = [HEADLINE, BYLINE, *BODY, across[3], *BODY]
    assert sections(pdf([first, second])) == [*page, *BODY]
    whole = sections(pdf([first, second]), whole_page=True)
    assert whole == ["The Island Gazette 1", *page, "The Island Gazette 2", *BODY]


def test_words_divided_at_the_end_of_a_column_are_whole_again() -> None:
    left = [
        "The ferry to the island did not sail, for its",
        "captain would not wake the swans that lay on",
        "the deck until noon, and those who had pas-",
    ]
    left += [
        "senger tickets were told to wait for the next",
        "one, which came in the evening and took all to-",
    ]
    right = [
        "gether to the island, where the mayor stood on",
        "the pier with a band and a cake for everybody",
        "who had lost a day. The swans got a slice too,",
        "and they slept on the lawn of the town hall un-",
        "til the end of the week.",
    ]
    drawn: list[Drawn] = [
        (x, 700 - 12 * i, 9.5, line)
        for x, lines in ((50, left), (310, right))
        for i, line in enumerate(lines)
    ]
    assert sections(pdf([by_rows([drawn])])) == [
        "The ferry to the island did not sail, for its captain would not wake the swans that lay "
        "on the deck until noon, and those who had passenger tickets were told to wait for the "
        "next one, which came in the evening and took all together to the island, where the mayor "
        "stood on the pier with a band and a cake for everybody who had lost a day. The swans got "
        "a slice too, and they slept on the lawn of the town hall until the end of the week."
    ]


def test_a_table_is_read_by_rows() -> None:
    rows = [
        ("Harbour", "Swans", "Ferries"),
        ("Lindholm", "12", "3"),
        ("Oster", "7", "11"),
        ("Tarn", "41", "2"),
        ("Wick", "0", "9"),
        ("Arrow", "5", "5"),
    ]
    drawn = [
        (50 + 170 * n, 700 - 14 * i, 10, cell)
        for i, row in enumerate(rows)
        for n, cell in enumerate(row)
    ]
    text = "\n\n".join(sections(pdf([[*TITLE, *drawn, *set_in(1, top=580)[0]]])))
    assert (
        text.index("12")
        < text.index("3")
        < text.index("Oster")
        < text.index("11")
        < text.index("Tarn")
    )


def test_wide_gaps_in_one_column_stay_where_they_are() -> None:
    """Justified lines have them, here and there."""
    lines = [
        "The ferry to the island did not",
        "sail on Monday. Its captain would",
        "not wake the swans that slept on",
        "deck, where it was warm and where",
        "no one walked about until noon.",
    ]
    drawn: list[Drawn] = []
    for i, line in enumerate(lines):
        words = line.split()
        drawn += [
            (50, 700 - 12 * i, 10, " ".join(words[: 2 + i % 3])),
            (230, 700 - 12 * i, 10, " ".join(words[2 + i % 3 :])),
        ]
    assert sections(pdf([drawn])) == [" ".join(lines)]


def test_type_that_the_page_enlarges_is_as_large_as_it_looks() -> None:
    page = [*TITLE, *by_rows(set_in(2))]
    assert sections(pdf([page], scale=10)) == sections(pdf([page]))


def test_short_lines_above_a_paragraph_are_paragraphs() -> None:
    """Date line and byline are set like the text, line by line, without space between them."""
    lines = ["Monday 3 February, 17:20", "By Oda Lind", *textwrap.wrap(" ".join(BODY[:3]), 90)]
    drawn = [(50, 700 - 12 * i, 10, line) for i, line in enumerate(lines)]
    assert sections(pdf([drawn])) == [*lines[:2], " ".join(BODY[:3])]


def test_columns_of_a_script_from_the_right_are_read_from_the_right() -> None:
    def side(word: str, left: float) -> list[PageLine]:
        text = " ".join([word] * 6)
        return [PageLine(f"{text} {i}", left, left + 200, 700 - 12 * i, 10) for i in range(6)]

    right, left = side("سفينة", 310), side("بجعة", 50)
    rows = [[one, other] for one, other in zip(left, right, strict=True)]
    assert in_reading_order(rows) == [*right, *left]
    assert in_reading_order([[line] for line in [*right, *left]]) == [*right, *left]


def test_in_even_columns_a_line_that_is_not_full_ends_its_paragraph() -> None:
    """``Published 22 August`` nearly fills a narrow column, yet the text does not go on from it."""
    ends = [140, 190, 199.6, 200.2, 200, 200, 160, 200, 200, 200, 200, 192]
    lines = [
        PageLine(f"line {i} of the text", 60 if i in (0, 1, 2, 7) else 50, end, 700 - 12 * i, 10)
        for i, end in enumerate(ends)
    ]
    text, _ = join_pages([lines])
    assert [part.count("line") for part in text.split("\n\n")] == [1, 1, 5, 5]


@pytest.mark.parametrize("leading", [12, 20])
def test_lines_that_are_a_paragraph_each_stay_apart(leading: float) -> None:
    def read(lines: list[str]) -> list[str]:
        return sections(pdf([[(50, 700 - leading * n, 10, line) for n, line in enumerate(lines)]]))

    said = ["The mill has a new wheel.", "Nobody hears it.", "“It sleeps,” the miller says, of it."]
    assert read(said) == said
    # Of full lines, that each ends with a sentence is chance.
    full = ["The mill has a new wheel now.", "Nobody in town hears it now.", "It was made in May."]
    assert read(full) == [" ".join(full)]
