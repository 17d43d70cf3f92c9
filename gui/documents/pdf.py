"""The text of a PDF file: pdfium gives the lines, ``paragraphs`` makes paragraphs of them."""

from __future__ import annotations

import ctypes
from typing import Any

from .errors import DocumentError
from .model import Notice
from .paragraphs import Line, is_page_number, join_pages
from .unpack import missing_library

_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD
_MARKED_HYPHEN = "\x02\ufffe"  # what pdfium puts for a hyphen at a line's end
_NAMED = 3  # running heads that a notice names
_IMAGE_PAGE = 20  # characters below which a page with a picture has no text to speak of


def read_pdf(data: bytes, *, whole_page: bool = False) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a PDF file, its paragraphs separated by blank lines, and notices.

    Columns come in the order in which the file holds them, which is the order of reading in
    what newspapers and word processors write. *whole_page* keeps page numbers and running
    heads. Raises :class:`DocumentError` for what is
    damaged, encrypted or only pictures, and where ``pypdfium2`` is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise missing_library("PDF", "pypdfium2") from None
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise DocumentError("the PDF is encrypted; save it without a password") from None
        raise DocumentError("the PDF is damaged; get it again or print it anew") from None
    text, left_out = join_pages([lines for lines, _ in pages], whole_page=whole_page)
    pictures = sum(only for _, only in pages)
    if not text and pictures:
        raise DocumentError(
            "the PDF holds only pictures of text; run text recognition (OCR) on it first"
        )
    return text, tuple(_notices(pictures, left_out))


def _notices(pictures: int, left_out: list[str]) -> list[Notice]:
    notices = []
    if pictures:
        message = "Some pages of this PDF are only pictures; their text is not shown."
        notices.append(Notice("picture-pages", message, pictures))
    if left_out:
        heads = [text for text in dict.fromkeys(left_out) if not is_page_number(text)]
        named = f": {', '.join(heads[:_NAMED])}" if heads else ""
        message = f"Page numbers and running heads of this PDF are left out{named}."
        notices.append(Notice("running-heads", message, len(left_out)))
    return notices


def _page(page: Any) -> tuple[list[Line], bool]:
    """Return the lines of a page in the file's order, and whether it is only a picture."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    characters = [
        chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in range(text_page.count_chars())
    ]
    lines = []
    start = 0
    for i, character in enumerate([*characters, "\n"]):
        # At a hyphen pdfium goes on with the next line's text as if nothing were between.
        if character in "\r\n" or character in _MARKED_HYPHEN:
            end = i + 1 if character in _MARKED_HYPHEN else i
            if (line := _line(pdfium, text_page.raw, characters, start, end)) is not None:
                lines.append(line)
            start = i + 1
    few = sum(len(line.text) for line in lines) < _IMAGE_PAGE
    picture = few and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    return lines, picture


def _line(pdfium: Any, raw: Any, characters: list[str], start: int, end: int) -> Line | None:
    visible = [i for i in range(start, end) if not characters[i].isspace()]
    if not visible:
        return None
    first, last = _box(pdfium, raw, visible[0]), _box(pdfium, raw, visible[-1])
    text = "".join(characters[visible[0] : visible[-1] + 1]).replace("\0", "\ufffd")
    for hyphen in _MARKED_HYPHEN:
        text = text.replace(hyphen, "-")
    size = pdfium.FPDFText_GetFontSize(raw, visible[0]) or first[3] - first[2]
    return Line(text, first[0], last[1], first[2], size)


def _box(pdfium: Any, raw: Any, index: int) -> tuple[float, float, float, float]:
    """Return left, right, base and top of a character, in points from the page's lower left."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    _, origin = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, index, _, origin)
    return left.value, right.value, origin.value, top.value
