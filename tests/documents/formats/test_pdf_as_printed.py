"""PDF files as they are printed: large first letters, turned pages, and ink that nobody sees."""

from __future__ import annotations

import pytest

from tests.documents.builders import drawn_pdf
from tests.documents.shared_reader import from_bytes, hidden, sections, seen

LINES = [
    "The gulls moved to the old mill on Monday, and on",
    "Tuesday the miller had asked the mayor for a cat.",
    "He waited for a week, but neither came to the old",
    "mill, and no gull was seen to leave it for weeks.",
]
PROSE = " ".join(LINES)


def text(x: float, y: float, size: float, said: str, before: str = "") -> str:
    return f"BT {before} /F {size} Tf 1 0 0 1 {x} {y} Tm ({said}) Tj ET\n"


def column(x: float = 70, y: float = 700, lines: list[str] | None = None) -> str:
    return "".join(text(x, y - 14 * n, 12, line) for n, line in enumerate(lines or LINES))


@pytest.mark.parametrize("base", [672, 686, 700])
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_large_first_letter_belongs_to_its_word(base: int, place: str) -> None:
    high = (700 - base) // 14 + 1
    beside = text(98, 700, 12, LINES[0][1:])
    beside += "".join(text(98, 700 - 14 * n, 12, LINES[n]) for n in range(1, high))
    below = column(y=700 - 14 * high, lines=LINES[high:])
    letter = text(70, base, 14 * high + 10, "T")
    drawn = letter + beside + below if place == "first" else beside + below + letter
    assert sections(from_bytes(drawn_pdf(drawn), name="x")) == [PROSE]


def test_a_large_first_letter_may_be_a_word() -> None:
    lines = ["gull and a gull", "sat on a gull, and another gull", "was there."]
    drawn = text(70, 686, 36, "A") + column(x=100, lines=lines[:2]) + column(y=672, lines=lines[2:])
    assert from_bytes(drawn_pdf(drawn), name="x").text.startswith("A gull and a gull sat on")


def test_hidden_lines_are_parted_by_spaces() -> None:
    beside = [text(900, 700 - 14 * n, 12, line) for n, line in enumerate(LINES)]
    for drawn in (beside, [*beside, column()], [column(y=800), *beside]):
        found = from_bytes(drawn_pdf("".join(drawn)), name="x")
        assert " ".join(" ".join(hidden(found)).split()) == PROSE


@pytest.mark.parametrize("space", [" ", ""])
def test_a_space_in_the_file_parts_a_large_first_letter_from_the_next_word(space: str) -> None:
    lines = [f"{space}bout of gulls", "sat on the mill, and a cat", "was there."]
    drawn = text(70, 686, 36, "A") + column(x=100, lines=lines[:2]) + column(y=672, lines=lines[2:])
    assert from_bytes(drawn_pdf(drawn), name="x").text.startswith(f"A{space}bout of gulls sat")


def test_a_large_first_letter_may_have_a_quotation_mark_of_its_size() -> None:
    drawn = text(70, 686, 36, '"T') + column(x=106, lines=[LINES[0][1:], LINES[1]])
    drawn += column(y=672, lines=LINES[2:])
    assert sections(from_bytes(drawn_pdf(drawn), name="x")) == [f'"{PROSE}']


def test_a_heading_of_one_letter_stays_apart() -> None:
    drawn = text(70, 760, 36, "T") + column()
    assert sections(from_bytes(drawn_pdf(drawn), name="x")) == ["T", PROSE]


TURNS = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("page", TURNS)
def test_turned_text_is_read_in_order(turn: int, page: int) -> None:
    second = [line.replace("the", "a") for line in LINES]
    drawn = column(y=500) + column(y=400, lines=second)
    document = from_bytes(drawn_pdf(f"q {TURNS[turn]} cm {drawn} Q", rotate=page), name="x")
    assert sections(document) == [PROSE, " ".join(second)]


def test_a_note_along_the_margin_follows_the_text() -> None:
    note = f"q {TURNS[90]} cm {text(300, 560, 9, 'Printed on the mill')} Q "
    document = from_bytes(drawn_pdf(note + column()), name="x")
    assert sections(document) == [PROSE, "Printed on the mill"]


UNSEEN = text(70, 630, 12, "Unseen words 4711 here", "{}")


@pytest.mark.parametrize("ink", ["3 Tr", "7 Tr", "1 1 1 rg", "1 g"])
def test_text_without_ink_or_in_white_is_told_apart(ink: str) -> None:
    drawn = f"{column()} q {UNSEEN.format(ink)} Q"
    document = from_bytes(drawn_pdf(drawn), name="x")
    assert (seen(document), hidden(document)) == ([PROSE], ["Unseen words 4711 here"])
    assert [(n.code, n.count) for n in document.notices] == [("hidden-text", 4)]
    assert "“Unseen words 4711 here”" in str(document.notices[0].message)


@pytest.mark.parametrize(
    "drawn", [text(70, 630, 0.5, "Tiny words"), text(70, -90, 12, "Tiny words"),
              text(900, 630, 12, "Tiny words")],
)  # fmt: skip
def test_tiny_text_and_text_beside_the_page_are_told_apart(drawn: str) -> None:
    document = from_bytes(drawn_pdf(f"{column()} {drawn}"), name="x")
    assert (seen(document), hidden(document)) == ([PROSE], ["Tiny words"])


@pytest.mark.parametrize(("size", "is_tiny"), [(1, True), (1.1, False)])
def test_type_of_a_point_is_tiny(size: float, is_tiny: bool) -> None:
    document = from_bytes(drawn_pdf(column() + text(70, 630, size, "Tiny words")), name="x")
    assert hidden(document) == (["Tiny words"] if is_tiny else [])


def test_the_lines_below_a_hanging_one_belong_to_it() -> None:
    drawn = "".join(
        text(70 + 20 * (number % 2), 700 - 14 * number - 8 * (number // 2), 12, line)
        for number, line in enumerate(
            ("Gulls that moved to the mill on", "the first of May and stayed there.") * 2
        )
    )
    item = "Gulls that moved to the mill on the first of May and stayed there."
    assert sections(from_bytes(drawn_pdf(drawn), name="x")) == [item, item]


@pytest.mark.parametrize(
    "cover",
    [
        "q 0 g 60 620 300 30 re f Q",
        "q 1 g 60 620 m 360 620 l 360 650 l 60 650 l h f Q",
        "q 1 g 0 1 -1 0 360 620 cm 0 0 30 300 re f Q",
        "q 50 610 400 45 re W n 1 0 0 rg 0 0 595 842 re f* Q",
    ],
)
def test_text_under_an_area_is_told_apart(cover: str) -> None:
    document = from_bytes(drawn_pdf(f"{column()} {UNSEEN.format('')} {cover}"), name="x")
    assert (seen(document), hidden(document)) == ([PROSE], ["Unseen words 4711 here"])


@pytest.mark.parametrize(("turn", "is_upright"), [(0.00048, True), (0.00055, False)])
def test_an_area_that_is_hardly_turned_covers_text(turn: float, is_upright: bool) -> None:
    cover = f"q 0 g 1 {turn} {-turn} 1 0 0 cm 60 620 300 30 re f Q"
    document = from_bytes(drawn_pdf(f"{column()} {UNSEEN.format('')} {cover}"), name="x")
    assert bool(hidden(document)) is is_upright


@pytest.mark.parametrize(
    "drawn",
    [
        "60 620 300 30 re S",  # a frame
        "q 1 0 0 1 0 -300 cm 60 620 300 30 re f Q",  # elsewhere
        "60 620 m 360 620 l 360 650 l h f",  # a corner
        "60 620 m 100 620 200 640 360 650 c 60 650 l h f",  # a bow
        "q .7 .7 -.7 .7 0 0 cm 60 320 600 300 re f Q",  # turned: its corners are far away
        "q 400 20 50 20 re W n 0 0 595 842 re f Q",  # nearly all of it is cut off
    ],
)
def test_what_is_not_all_over_text_covers_none(drawn: str) -> None:
    document = from_bytes(drawn_pdf(f"{column()} {UNSEEN.format('')} {drawn}"), name="x")
    assert hidden(document) == []


@pytest.mark.parametrize("ink", ["3 Tr", "1 g"])
def test_text_on_a_picture_or_an_area_is_seen(ink: str) -> None:
    area = "q 0 g 60 620 300 30 re f Q "
    document = from_bytes(drawn_pdf(f"{area}{column()} q {UNSEEN.format(ink)} Q"), name="x")
    assert sections(document) == [PROSE, "Unseen words 4711 here"]
    assert document.notices == ()


def test_where_most_of_it_has_no_ink_it_is_shown_and_said() -> None:
    document = from_bytes(drawn_pdf("3 Tr " + column()), name="x")
    assert sections(document) == [PROSE]
    assert [notice.code for notice in document.notices] == ["hidden-shown"]
    assert "shown all the same" in str(document.notices[0].message)


def test_where_the_ink_is_never_turned_on_again_the_first_line_is_hidden() -> None:
    drawn = f"{column(lines=LINES[:1])} {UNSEEN.format('3 Tr')} {column(y=500)}"
    document = from_bytes(drawn_pdf(drawn), name="x")
    assert (seen(document), hidden(document)) == ([LINES[0], PROSE], ["Unseen words 4711 here"])
    assert [notice.code for notice in document.notices] == ["hidden-shown", "hidden-text"]


def test_a_page_on_which_nothing_is_seen_is_hidden_text() -> None:
    document = from_bytes(drawn_pdf(column(), UNSEEN.format("3 Tr")), name="x")
    assert (seen(document), hidden(document)) == ([PROSE], ["Unseen words 4711 here"])
