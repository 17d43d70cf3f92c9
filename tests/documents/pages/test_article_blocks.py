"""Blocks of a page at the edges of what makes them headline, date, byline, caption or note."""

from __future__ import annotations

import pytest

from gui.documents.document import DocumentError
from gui.documents.pages.article import match_blocks, read_page, same_make
from gui.documents.pages.markup import Block, page_blocks, parse_page
from gui.documents.pages.page_furniture import find_furniture, kind_by_words

LONG = (
    "The ferry to the island did not sail on Monday, and nobody at the harbour could say why. " * 2
)
HEADLINE = Block("Ferry late", "h1", "", "h1")
BODY = Block(f"{LONG} {LONG}", "p", "", "story")
FILLER = Block("Menu", "li", "", "menu")


def furniture(
    above: list[Block], below: list[Block] | None = None, title: str = ""
) -> dict[int, str]:
    """Return the furniture of a page whose only paragraph stands between other blocks."""
    return find_furniture([*above, BODY, *(below or [])], {len(above)}, title)


def padded(text: str, size: int, end: str = "") -> str:
    return (text + " x" * size)[: size - len(end)] + end


@pytest.mark.parametrize(
    ("kind", "text", "signs", "longest"),
    [
        ("date", "3 May", "time", 100),
        ("byline", "Ann Lee", "byline", 150),
        ("caption", "The quay", "caption", 600),
    ],
)
def test_how_long_furniture_above_the_text_is(
    kind: str, text: str, signs: str, longest: int
) -> None:
    for size, found in ((longest, {0: "headline", 1: kind}), (longest + 1, {0: "headline"})):
        assert furniture([HEADLINE, Block(padded(text, size), "p", signs, "")]) == found


def test_a_note_on_the_author_has_six_words_and_600_characters() -> None:
    for text, is_note in (
        ("Ann Lee writes here on ports.", True),
        ("Ann Lee writes on ports.", False),
        (padded("Ann Lee writes here on ports", 600, "."), True),
        (padded("Ann Lee writes here on ports", 601, "."), False),
    ):
        found = furniture([], [Block(text, "p", "bio", "")])
        assert (found == {1: "note"}) is is_note


@pytest.mark.parametrize(
    ("kind", "text", "signs", "most"),
    [
        ("date", "{} May", "time", 3),
        ("byline", "Ann Lee {}", "byline", 3),
        ("caption", "The quay {}", "caption", 100),
    ],
)
def test_more_of_a_kind_are_a_list_of_something_else(
    kind: str, text: str, signs: str, most: int
) -> None:
    blocks = [Block(text.format(n), "p", signs, "") for n in range(most + 1)]
    found = furniture([HEADLINE, *blocks])
    assert list(found.values()).count(kind) == most


def test_two_notes_stand_behind_a_text() -> None:
    notes = [Block(f"Ann Lee writes here on port {n}.", "p", "bio", "") for n in range(3)]
    assert furniture([], notes) == {1: "note", 2: "note"}


@pytest.mark.parametrize(("size", "is_found"), [(100, True), (101, False)])
def test_the_text_begins_with_a_block_of_more_than_100_characters(
    size: int, is_found: bool
) -> None:
    first = Block(padded("The ferry", size), "p", "", "story")
    date = Block("3 May", "p", "time", "")
    found = find_furniture([HEADLINE, first, date, BODY], {1, 3}, "")
    assert (found.get(2) == "date") is is_found


def test_furniture_stands_12_blocks_before_a_text_and_5_before_a_headline() -> None:
    date = Block("3 May", "p", "time", "")
    assert furniture([date, *[FILLER] * 11]) == {0: "date"}
    assert furniture([date, *[FILLER] * 12]) == {}
    assert furniture([date, *[FILLER] * 4, HEADLINE]) == {0: "date", 5: "headline"}
    assert furniture([date, *[FILLER] * 5, HEADLINE]) == {6: "headline"}


def test_a_note_is_one_of_five_blocks_behind_the_text() -> None:
    note = Block("Ann Lee writes here on ports.", "p", "bio", "")
    assert furniture([], [*[FILLER] * 4, note]) == {5: "note"}
    assert furniture([], [*[FILLER] * 5, note]) == {}


def test_a_source_is_one_of_three_blocks_behind_the_text() -> None:
    source = Block("Source: The Gazette", "div", "", "")
    assert furniture([], [*[FILLER] * 2, source]) == {3: "footer"}
    assert furniture([], [*[FILLER] * 3, source]) == {}


def test_three_lines_like_the_text_are_a_list_of_other_articles() -> None:
    lines = [Block(f"Read this {n}", "p", "", "story") for n in range(3)]
    assert furniture([], lines[:2]) == {1: "footer", 2: "footer"}
    assert furniture([], lines) == {}


def test_a_line_that_says_what_it_is_has_80_characters_and_12_words() -> None:
    assert kind_by_words("By Ann Lee " + "x" * 69) == "byline"
    assert kind_by_words("By Ann Lee " + "x" * 70) == ""
    assert kind_by_words("By Ann Lee" + " x" * 9) == "byline"
    assert kind_by_words("By Ann Lee" + " x" * 10) == ""


def headline(blocks: list[Block], title: str, first: int) -> int | None:
    found = find_furniture(blocks, {first}, title)
    return next((index for index, kind in found.items() if kind == "headline"), None)


def test_a_first_line_with_four_words_in_five_of_the_title_is_the_headline() -> None:
    for text, title, is_headline in (
        ("one two three four", "one two three four five", True),
        ("a b c d e f g", "a b c d e f g h i", False),
    ):
        line = Block(text, "p", "", "")
        assert (headline([line, BODY], title, 0) == 0) is is_headline


def test_a_headline_has_300_characters() -> None:
    for size, index in ((300, 0), (301, None)):
        assert headline([Block(padded("Ferry", size), "h1", "", ""), BODY], "", 1) == index


def test_a_headline_resembles_the_title_by_more_than_a_fourth_unless_it_is_an_h1() -> None:
    def heading(text: str, tag: str) -> Block:
        return Block(text, tag, "", "")

    assert headline([heading("a b x y", "h2"), BODY], "a b p q r", 1) == 0  # 2 of 7
    assert headline([heading("a x", "h2"), BODY], "a p q", 1) is None  # 1 of 4
    assert headline([heading("x y", "h1"), BODY], "a p q", 1) == 0
    # A third of the words outweighs it.
    both = [heading("a", "h2"), heading("x y", "h1"), BODY]
    assert headline(both, "a p q", 2) == 0


def test_a_heading_behind_the_beginning_of_the_text_counts_less() -> None:
    def behind(text: str, title: str) -> int | None:
        blocks = [BODY, FILLER, FILLER, Block(text, "h1", "", ""), BODY]
        found = find_furniture(blocks, {0, 4}, title)
        return next((index for index, kind in found.items() if kind == "headline"), None)

    assert behind("a b x y", "a b p q r") == 3  # 2 of 7
    assert behind("a x y", "a p q") is None  # 1 of 5


@pytest.mark.parametrize(("size", "chosen"), [(12, {0}), (11, set())])
def test_a_text_of_12_characters_is_in_another_one_not_by_chance(
    size: int, chosen: set[int]
) -> None:
    text = "abcdefghijklmnop"[:size]
    block = Block(text, "p", "", "")
    assert match_blocks([block], [f"Before it {text} and behind it."])[0] == chosen


def test_a_paragraph_of_the_same_make_has_40_characters() -> None:
    more = [Block("x" * size + ".", "p", "", "story") for size in (39, 38)]
    assert same_make([BODY, *more], {0}) & {1, 2} == {1}


@pytest.mark.parametrize(
    ("page", "is_large"),
    [
        ("<p>Ferry" * 2000, False),
        ("<p>Ferry" * 2001, True),
        ("<p>Ferry".ljust(1_000_000), False),
        ("<p>Ferry".ljust(1_000_001), True),
    ],
)
def test_a_page_is_large_with_2000_blocks_or_a_million_characters(
    page: str, is_large: bool
) -> None:
    first: list[str] = []
    read_page(page, so_far=lambda text, notices: first.append(text))
    assert bool(first) is is_large


def test_elements_nested_a_thousand_deep_are_refused() -> None:
    """The parser drops what is nested twice as deep; pages that browsers show have half of it."""
    page = "<!doctype html><html><body>" + "<div>" * 997
    assert page_blocks(parse_page(f"{page}Ferry"))[0].text == "Ferry"
    with pytest.raises(DocumentError, match="nested"):
        parse_page(f"{page}<div>Ferry")


@pytest.mark.parametrize(("size", "pieces"), [(200, ("By Ann Lee", "x")), (201, ())])
def test_a_block_of_200_characters_may_have_furniture_inside(
    size: int, pieces: tuple[str, ...]
) -> None:
    """Date and author in one line; a longer block is prose, whatever its words are marked as."""
    rest = "x" * (size - 11)
    (block,) = page_blocks(parse_page(f"<p><b>By Ann Lee</b> {rest}</p>"))
    assert [piece.rstrip("x") or "x" for piece in block.pieces] == list(pieces)


@pytest.mark.parametrize(("size", "blocks"), [(100, 2), (99, 1)])
def test_lines_of_100_characters_are_paragraphs(size: int, blocks: int) -> None:
    """Some pages part them by single line breaks. Those of verse and addresses are shorter."""
    line = "x" * size
    assert len(page_blocks(parse_page(f"<p>{line}<br>{line}</p>"))) == blocks


def test_the_names_of_two_elements_around_a_block_say_what_it_is() -> None:
    """Farther out stand those of the whole page."""
    page = '<div id="page"><div id="head"><div id="meta"><p id="own">3 May</p></div></div></div>'
    (block,) = page_blocks(parse_page(page))
    found = {name for name in ("page", "head", "meta", "own") if name in block.signs.split()}
    assert found == {"own", "meta", "head"}
