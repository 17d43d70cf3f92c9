"""The text of a PDF file: pdfium finds the lines, ``page_layout`` makes paragraphs of them.

This is the only module that imports ``pypdfium2``, which is optional. It is imported with the
first PDF file.
"""

from __future__ import annotations

import ctypes
import math
from itertools import groupby
from typing import Any

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError, Notice, missing_library
from .page_layout import Line, in_reading_order, is_page_number, join_pages

_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD
_MARKED_HYPHEN = "\x02\ufffe"  # what pdfium puts for a hyphen at a line's end
_WIDE = 1.0  # type sizes between two words that may be in different columns
_NAMED = 3  # running heads that a notice quotes
_IMAGE_PAGE = 20  # characters; with fewer a page with a picture counts as a picture


def read_pdf(data: bytes, *, whole_page: bool = False) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a PDF file, its paragraphs separated by blank lines, and notices.

    Columns follow each other; *whole_page* keeps page numbers and running heads. Raises
    :class:`DocumentError` if the file is damaged, encrypted or only pictures, and if
    ``pypdfium2`` is not installed.
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
            raise DocumentError(Message(AboutDocument.ENCRYPTED_PDF)) from None
        raise DocumentError(Message(AboutDocument.DAMAGED_PDF)) from None
    text, left_out = join_pages([lines for lines, _ in pages], whole_page=whole_page)
    pictures = sum(only for _, only in pages)
    if not text and pictures:
        raise DocumentError(Message(AboutDocument.PICTURES_ONLY))
    return text, tuple(_notices(pictures, left_out))


def _notices(pictures: int, left_out: list[str]) -> list[Notice]:
    notices = []
    if pictures:
        message = Message(AboutDocument.PICTURE_PAGES)
        notices.append(Notice("picture-pages", message, pictures))
    if left_out:
        heads = [text for text in dict.fromkeys(left_out) if not is_page_number(text)]
        message = Message(AboutDocument.HEADS_LEFT_OUT)
        if heads:
            names = ", ".join(heads[:_NAMED])
            message = Message(AboutDocument.NAMED_HEADS_LEFT_OUT, names=names)
        notices.append(Notice("running-heads", message, len(left_out)))
    return notices


def _page(page: Any) -> tuple[list[Line], bool]:
    """Return the lines of a page in reading order, and whether it is only a picture."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    characters = [
        chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in range(text_page.count_chars())
    ]
    lines = []
    start = 0
    for i, character in enumerate([*characters, "\n"]):
        # After a hyphen pdfium continues with the next line's text without a line break.
        if character in "\r\n" or character in _MARKED_HYPHEN:
            end = i + 1 if character in _MARKED_HYPHEN else i
            lines.append(_pieces(pdfium, text_page.raw, characters, start, end))
            start = i + 1
    few = sum(len(piece.text) for line in lines for piece in line) < _IMAGE_PAGE
    picture = few and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    return in_reading_order(lines), picture


def _pieces(pdfium: Any, raw: Any, characters: list[str], start: int, end: int) -> list[Line]:
    """Return the line of these characters, cut at gaps that may separate two columns.

    pdfium takes everything at one height for one line, however far apart it is.
    """
    pieces: list[Line] = []
    for _, word in groupby(range(start, end), key=lambda i: characters[i].isspace()):
        visible = list(word)
        if characters[visible[0]].isspace():
            continue
        first, last = _box(pdfium, raw, visible[0]), _box(pdfium, raw, visible[-1])
        text = "".join(characters[visible[0] : visible[-1] + 1]).replace("\0", "\ufffd")
        for hyphen in _MARKED_HYPHEN:
            text = text.replace(hyphen, "-")
        left, right = min(first[0], last[0]), max(first[1], last[1])
        before = pieces[-1] if pieces else None
        if before and max(left - before.right, before.left - right) < _WIDE * before.size:
            joined = f"{before.text} {text}"
            edges = min(left, before.left), max(right, before.right)
            pieces[-1] = before._replace(text=joined, left=edges[0], right=edges[1])
        else:
            size = _size(pdfium, raw, visible[0]) or first[3] - first[2]
            pieces.append(Line(text, left, right, first[2], size))
    return pieces


def _size(pdfium: Any, raw: Any, index: int) -> float:
    """Return the type size of a character as it is printed, in points."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(raw, index))
    # Many programs set type of one point and let the page enlarge it.
    scaled = pdfium.FPDFText_GetMatrix(raw, index, matrix)
    return size * math.hypot(matrix.c, matrix.d) if scaled else size


def _box(pdfium: Any, raw: Any, index: int) -> tuple[float, float, float, float]:
    """Return left, right, baseline and top of a character, in points from the page's lower left.

    Left is the character's origin, not where its ink begins: lines of one column share it.
    """
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    across, origin = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, index, across, origin)
    return min(left.value, across.value), right.value, origin.value, top.value
