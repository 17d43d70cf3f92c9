"""Pages whose layout is a table: the article of its cell is read, without the menu beside it."""

from __future__ import annotations

import pytest

from gui.documents.pages.article import read_page
from gui.documents.pages.layout_tables import undo_layout_tables
from gui.documents.pages.markup import parse_page

PROSE = [
    "The mill at Ostrey has a new wheel since Friday, and the miller says that it is the first one "
    "in eighty years that does not wake his children.",
    "It was made of larch by two carpenters from the next valley, who would not say what they had "
    "been paid for it.",
    "“It turns the way the old one turned, only that nobody hears it,” said Mrs. Lund, who lives "
    "across the stream and had asked for it in eleven letters.",
    "The old wheel is to be a bench in front of the school, if the council agrees in March.",
]
TITLE = "A quiet wheel for Ostrey"
HEAD = f"<h1>{TITLE}</h1>"
NAMES = ("Front page", "Local news", "Farming", "Letters", "Archive")
LINKS = [f'<a href="/{number}.html">{name}</a>' for number, name in enumerate(NAMES)]
MENU = "<br>".join(LINKS)
MENU_TABLE = "<table>{}</table>".format("".join(f"<tr><td>{link}</td></tr>" for link in LINKS))
ADS = "<p><b>Sponsors</b></p><p><a href=/a>Seeds by post</a></p><p><a href=/b>Boots, mended</a></p>"
FIGURES = (
    "<table border=1><tr><td>Wheel</td><td>Turns</td></tr>"
    "<tr><td><a href=/old>Old</a></td><td>9</td></tr><tr><td><a href=/new>New</a></td><td>11</td>"
    "</tr></table>"
)
FIGURES_READ = ["Wheel\tTurns", "Old\t9", "New\t11"]


def told(body: str) -> list[str]:
    page = f"<html><head><title>{TITLE} - The Ostrey Post</title></head><body>{body}</body></html>"
    return read_page(page)[0].split("\n\n")


def paragraphs(*inside: str) -> str:
    """Return the article as a page has it, with something between its paragraphs."""
    first, *others = (f"<p>{text}</p>" for text in PROSE)
    return "".join([HEAD, first, *inside, *others])


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{MENU}</td><td>{paragraphs()}</td></tr></table>",
        f"<table><tr><td>{paragraphs()}</td><td>{MENU}</td></tr></table>",
        f"<table><tr><td>{MENU_TABLE}</td><td><table><tr><td>{paragraphs()}</td></tr></table></td>"
        "</tr></table>",
        f"<table><tr><td>{MENU}<td>{paragraphs()}<td>{ADS}</table>",
        f"<table><tr><td>{MENU}</td><td rowspan=2>{paragraphs()}</td></tr><tr><td>{ADS}</td></tr>"
        "</table>",
        f"<table><tr><td>{MENU}</td><td><font size=5>{TITLE}</font><br><br>"
        f"{'<br><br>'.join(PROSE)}</td></tr></table>",
        f"<table align=left><tr><td>{MENU}</td></tr></table>{paragraphs()}",
        f"<table><tr>{''.join(f'<td>{link}</td>' for link in LINKS)}</tr></table>{paragraphs()}",
    ],
)
def test_the_menu_of_a_page_that_is_a_table_is_not_read(body: str) -> None:
    assert told(body) == [TITLE, *PROSE]


def test_a_table_in_the_article_stays_in_its_place() -> None:
    wanted = [TITLE, PROSE[0], *FIGURES_READ, *PROSE[1:]]
    assert told(paragraphs(FIGURES)) == wanted
    laid_out = f"<table><tr><td>{MENU}</td><td>{paragraphs(FIGURES)}</td></tr></table>"
    assert told(laid_out) == wanted


def test_links_that_belong_to_the_article_stay() -> None:
    contents = "".join(
        f"<tr><td><a href='#{number}'>{name}</a></td></tr>" for number, name in enumerate(NAMES)
    )
    assert told(f"{HEAD}<table>{contents}</table>{paragraphs().removeprefix(HEAD)}")[:2] == [
        TITLE,
        NAMES[0],
    ]
    sources = f"{paragraphs()}<p>Sources:</p>{MENU_TABLE}"
    assert told(sources) == [TITLE, *PROSE, "Sources:", *NAMES]


def tags_of_cells(page: str) -> list[str]:
    """Return what becomes of the first table of a page and of its cells."""
    root = parse_page(page)
    table = root.find(".//table")
    cells = table.findall(".//td")
    undo_layout_tables(root)
    return [table.tag, *(cell.tag for cell in cells)]


def test_a_cell_with_200_letters_and_a_paragraph_holds_an_article() -> None:
    for letters, tag in ((200, "div"), (199, "table")):
        page = f"<table><tr><td>Side</td><td><p>{'x' * letters}</p></td></tr></table>"
        assert tags_of_cells(page)[0] == tag


def test_a_cell_with_two_links_beside_the_article_is_a_menu() -> None:
    for links, tag in ((2, "nav"), (1, "div")):
        menu = " ".join(LINKS[:links])
        page = f"<table><tr><td>{menu}</td><td><p>{'x' * 200}</p></td></tr></table>"
        assert tags_of_cells(page) == ["div", tag, "div"]


def test_a_row_of_four_links_that_are_most_of_it_is_a_menu() -> None:
    for links, others, tag in ((4, 2, "nav"), (4, 3, "table"), (3, 0, "table"), (3, 2, "table")):
        cells = "".join(f"<td><a href='/{n}'>ab</a></td>" for n in range(links))
        page = f"<table><tr>{cells}<td>{'x' * others}</td></tr></table>"
        assert tags_of_cells(page)[0] == tag


def test_a_row_of_links_below_200_letters_is_no_menu() -> None:
    for letters, tag in ((199, "nav"), (200, "table")):
        cells = "".join(f"<td>{link}</td>" for link in LINKS)
        page = f"<p>{'x' * letters}</p><table><tr>{cells}</tr></table>"
        assert tags_of_cells(page)[0] == tag


def test_all_of_the_page_has_the_words_of_the_menu_too() -> None:
    page = f"<table><tr><td>{MENU}</td><td>{paragraphs()}</td></tr></table>"
    assert set(" ".join(NAMES).split()) <= set(read_page(page, whole_page=True)[0].split())
