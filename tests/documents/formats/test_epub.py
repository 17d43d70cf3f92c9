"""Books in EPUB: the pages of the spine in order, and nothing else."""

from __future__ import annotations

import pytest

from tests.documents.builders import archive
from tests.documents.shared_reader import from_bytes, hidden, message, sections, seen

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}"/></rootfiles></container>'
)
XHTML = "application/xhtml+xml"


def book(
    pages: dict[str, str | bytes], spine: list[str], folder: str = "OEBPS/"
) -> dict[str, str | bytes]:
    items = "".join(
        f'<item id="i{n}" href="{name.replace(" ", "%20")}" media-type="{XHTML}"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav.xhtml' else ''}/>"
        for n, name in enumerate(pages)
    )
    numbers = list(pages)
    order = "".join(f'<itemref idref="i{numbers.index(name)}"/>' for name in spine)
    listed = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
        f"<spine>{order}<itemref idref='none'/></spine></package>"
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format(f"{folder}book.opf"),
        f"{folder}book.opf": listed,
        **{f"{folder}{name}": text for name, text in pages.items()},
    }


def page(text: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{text}</body></html>'


PAGES: dict[str, str | bytes] = {
    "b.xhtml": page("<p>The second page.</p>"),
    "nav.xhtml": page("<nav><p>Contents</p></nav>"),
    "part 1/a.xhtml": page("<h1>Gulls</h1><p>The first page.</p>"),
    "unused.xhtml": page("<p>Not in the spine.</p>"),
}
SPINE = ["nav.xhtml", "part 1/a.xhtml", "b.xhtml"]


def test_the_pages_of_the_spine_are_read_in_order() -> None:
    for folder in ("OEBPS/", "", "Text/Book/"):
        document = from_bytes(archive(book(PAGES, SPINE, folder)), name="x")
        assert document.format == "epub"
        assert sections(document) == ["Gulls", "The first page.", "The second page."]


def test_hidden_text_is_told_apart_on_each_page() -> None:
    told = "<p>The gulls moved <i style='font-size:0'>purple {}</i> to the mill.</p>"
    pages: dict[str, str | bytes] = {
        f"{name}.xhtml": page(told.format(name) + "<p>Nobody came.</p>") for name in "ab"
    }
    document = from_bytes(archive(book(pages, ["a.xhtml", "b.xhtml"])), name="x")
    assert seen(document) == ["The gulls moved to the mill.", "Nobody came."] * 2
    assert hidden(document) == ["purple a", "purple b"]
    assert [notice.code for notice in document.notices] == ["hidden-text"]


SHEETS = [
    {"Style/a.css": "p.x{display:none}"},
    {"Style/a.css": "@import url('b.css');", "Style/b.css": ".x{font-size:0}"},
    {"Style/a.css": "body{background:#fff} .x{color:#fefefe}"},
]


@pytest.mark.parametrize("sheets", SHEETS)
def test_style_sheets_in_the_book_hide_text(sheets: dict[str, str | bytes]) -> None:
    link = '<link rel="stylesheet" href="../Style/a.css"/></head>'
    shown = "The gulls moved to the old mill on Monday, as before."
    told = f"<p>{shown}</p><p class='x'>Purple cows.</p><p>Nobody came.</p>"
    pages: dict[str, str | bytes] = {"t/a.xhtml": page(told).replace("</head>", link)}
    parts = book(pages, ["t/a.xhtml"]) | {f"OEBPS/{name}": css for name, css in sheets.items()}
    document = from_bytes(archive(parts), name="x")
    assert (seen(document), hidden(document)) == (
        [shown, "Nobody came."],
        ["Purple cows."],
    )


def test_each_page_has_its_encoding() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + page("<p>Un café à Orléans.</p>")
    data = archive(book({"a.xhtml": text.encode("latin-1")}, ["a.xhtml"]))
    assert sections(from_bytes(data, name="x")) == ["Un café à Orléans."]


def test_disguised_fonts_do_no_harm_and_encrypted_pages_are_said() -> None:
    listed = '<encryption><x:CipherReference xmlns:x="e" URI="OEBPS/{}"/></encryption>'
    parts = book(PAGES, SPINE)
    fonts = archive({**parts, "META-INF/encryption.xml": listed.format("a.OTF")})
    assert sections(from_bytes(fonts, name="x"))[0] == "Gulls"
    data = archive({**parts, "META-INF/encryption.xml": listed.format("b.xhtml")})
    assert "encrypted" in message(data)


def test_a_book_whose_page_is_missing_is_damaged() -> None:
    parts = book(PAGES, SPINE)
    del parts["OEBPS/b.xhtml"]
    assert "damaged" in message(archive(parts))
    assert "damaged" in message(archive({"META-INF/container.xml": "<container/>"}))
