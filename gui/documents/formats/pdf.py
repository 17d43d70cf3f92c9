"""The text of a PDF file: pdfium finds the lines, ``page_layout`` makes paragraphs of them.

This is the only module that imports ``pypdfium2``, which is optional. It is imported with the
first PDF file.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, Notice, missing_library
from ..text.hidden_text import as_hidden, quoted, without_marks, without_stop
from ..text.note_marks import follows_word, is_note_mark
from .page_covers import Covers
from .page_layout import INITIAL, is_initial, is_page_number, join_pages
from .reading_order import PageLine, from_top, in_reading_order

_WORD = re.compile(r"\S+")
_PASSWORD = 4  # pdfium's FPDF_ERR_PASSWORD
_MARKED_HYPHEN = "\x02\ufffe"  # what pdfium puts for a hyphen at a line's end
_WIDE = 1.0  # type sizes between two words that may be in different columns
_NAMED = 3  # running heads that a notice quotes
_INVISIBLE = (3, 7)  # the modes in which text has no ink
_TINY = 1.0  # points; nobody reads such type
_WHITE = 250  # of 255, of each colour
_INITIAL = 2  # characters of a large first letter with its quotation mark
_RAISED = 0.85  # of the type size; the mark of a note is smaller
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
    hidden = sum(len(line.hidden) for page in pages for line in page.lines)
    if hidden > sum(len(line.text) for page in pages for line in page.lines):
        # There would be next to nothing to read: most of what has no ink is meant to be seen.
        pages = [_page(document[number], all_ink=True) for number in range(len(document))]
    text, left_out = join_pages([page.lines for page in pages], whole_page=whole_page)
    pictures = sum(page.is_picture for page in pages)
    if not text and pictures:
        raise DocumentError(Message(AboutDocument.PICTURES_ONLY))
    notices = _notices(pictures, left_out)
    shown = [word for page in pages for word in page.inkless]
    if shown:
        one, many = AboutDocument.SHOWN_HIDDEN_WORD, AboutDocument.SHOWN_HIDDEN_WORDS
        message = counted(one, many, len(shown), text=quoted([" ".join(shown)]))
        notices.append(Notice("hidden-shown", message, len(shown)))
    return text, tuple(notices)


class _Page(NamedTuple):
    """The lines of a page in reading order, and whether it is only a picture.

    ``inkless`` are the words that are shown although they have no ink.
    """

    lines: list[PageLine]
    is_picture: bool
    inkless: list[str]


def _notices(pictures: int, left_out: list[str]) -> list[Notice]:
    notices = []
    if pictures:
        message = Message(AboutDocument.PICTURE_PAGES)
        notices.append(Notice("picture-pages", message, pictures))
    if left_out:
        heads = [text for text in dict.fromkeys(left_out) if not is_page_number(text)]
        message = Message(AboutDocument.HEADS_LEFT_OUT)
        if heads:
            names = without_stop(", ".join(heads[:_NAMED]))
            message = Message(AboutDocument.NAMED_HEADS_LEFT_OUT, names=names)
        notices.append(Notice("running-heads", message, len(left_out)))
    return notices


def _page(page: Any, *, all_ink: bool = False) -> _Page:
    """Return what a page holds; with *all_ink* text without ink is shown, see ``_TypeArea``."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    type_area = _TypeArea(pdfium, page, text_page.raw, all_ink=all_ink)
    characters = [
        chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in range(text_page.count_chars())
    ]
    lines: dict[tuple[int, int], list[list[PageLine]]] = {}
    last: list[PageLine] = []  # the pieces of the last line
    hidden = ""
    start = 0
    for i, character in enumerate([*characters, "\n"]):
        # After a hyphen pdfium continues with the next line's text without a line break.
        if character in "\r\n" or character in _MARKED_HYPHEN:
            end = i + 1 if character in _MARKED_HYPHEN else i
            for pieces in _pieces(type_area, characters, start, end):
                lines.setdefault(type_area.direction, []).append(pieces)
                last = pieces
            hidden += type_area.take_hidden(goes_on=bool(hidden or (last and last[-1].hidden)))
            if hidden and last:
                last[-1] = last[-1]._replace(hidden=last[-1].hidden + hidden)
                hidden = ""
            start = i + 1
    # Text that runs sideways, such as a note in the margin, follows the rest.
    by_length = sorted(lines.values(), key=_length, reverse=True)
    few = sum(map(_length, by_length)) < _IMAGE_PAGE
    picture = few and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    ordered = [line for part in by_length for line in in_reading_order(from_top(part))]
    if hidden:  # there is nothing else on the page
        ordered.append(PageLine("", 0.0, 0.0, 0.0, 1.0, hidden=hidden))
    return _Page(ordered, picture, type_area.inkless)


def _length(lines: list[list[PageLine]]) -> int:
    return sum(len(piece.text) for line in lines for piece in line)


def _pieces(
    type_area: _TypeArea, characters: list[str], start: int, end: int
) -> Iterator[list[PageLine]]:
    """Yield the line of these characters, cut at gaps that may separate two columns.

    pdfium takes everything at one height for one line, however far apart it is. A large initial
    is a line by itself.
    """
    pieces: list[PageLine] = []
    found = _WORD.finditer("".join(characters[start:end]))
    words = [list(range(start + word.start(), start + word.end())) for word in found]
    if words:
        type_area.turn(words[0][0])
        if letters := _initial_of(type_area, characters, words[0]):
            words[:1] = [words[0][:letters], words[0][letters:]]
    for visible in (part for word in words for part in _parted(type_area, characters, word)):
        text = "".join(characters[visible[0] : visible[-1] + 1]).replace("\0", "\ufffd")
        text = without_marks(text)
        for hyphen in _MARKED_HYPHEN:
            text = text.replace(hyphen, "-")
        first = type_area.box(visible[0])
        last = type_area.box(visible[-1]) if len(visible) > 1 else first
        if type_area.hides(visible[0], text):
            continue
        left, right = min(first[0], last[0]), max(first[1], last[1])
        before = pieces[-1] if pieces else None
        if before and _is_initial(before, type_area, visible[0]):
            yield pieces
            pieces = [PageLine(text, left, right, first[2], type_area.size(visible[0]))]
            pieces = [pieces[0]._replace(after_space=type_area.is_written_space(visible[0] - 1))]
        elif before and max(left - before.right, before.left - right) < _WIDE * before.size:
            joined = f"{before.text} {text}"
            edges = min(left, before.left), max(right, before.right)
            pieces[-1] = before._replace(text=joined, left=edges[0], right=edges[1])
        else:
            size = type_area.size(visible[0]) or first[3] - first[2]
            pieces.append(PageLine(text, left, right, first[2], size))
            if visible[0] == words[0][0] and characters[start] == " ":
                pieces[-1] = pieces[-1]._replace(after_space=type_area.is_written_space(start))
    if pieces:
        yield pieces


def _initial_of(type_area: _TypeArea, characters: list[str], word: list[int]) -> int:
    """Return how many characters a large initial of *word* has, with a mark before it; else 0."""
    marks = 0 if characters[word[0]].isalnum() else 1
    size = marks + 1
    return size if len(word) > size and type_area.is_initial(word[marks], word[size]) else 0


def _parted(type_area: _TypeArea, characters: list[str], word: list[int]) -> list[list[int]]:
    """Return the characters of a word, those of a note's mark after it for themselves."""
    if not characters[word[-1]].isdecimal():
        return [word]
    end = len(word)
    while end and characters[word[end - 1]].isdecimal():
        end -= 1
    mark = "".join(characters[n] for n in word[end:])
    if not end or not is_note_mark(mark):
        return [word]
    if not follows_word("".join(characters[n] for n in word[:end])):
        return [word]
    is_small = type_area.size(word[-1]) < _RAISED * type_area.size(word[0])
    return [word[:end], word[end:]] if is_small else [word]


def _is_initial(before: PageLine, type_area: _TypeArea, index: int) -> bool:
    # The lengths are compared first, because asking for a size takes long.
    return len(before.text) <= _INITIAL and is_initial(before, type_area.size(index) or before.size)


class _TypeArea:
    """Where the characters of a page stand, seen in the direction in which a line runs.

    ``direction`` is that of the line in hand. With *all_ink* what has no ink is shown, and
    ``inkless`` are its words: but for the first piece of text after some with ink, where the
    program that wrote the file turned the ink off and then forgot to turn it on again.
    """

    def __init__(self, pdfium: Any, page: Any, raw: Any, *, all_ink: bool) -> None:
        self.direction = (1, 0)
        self.inkless: list[str] = []
        self._hidden: list[str] = []
        self._pdfium, self._page, self._raw = pdfium, page, raw
        self._all_ink = all_ink
        # Made once, because making them for each character takes as long as asking for it.
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._origin = ctypes.c_double(), ctypes.c_double()
        # Older versions of pypdfium2 may lack it.
        self._text_object = getattr(pdfium, "FPDFText_GetTextObject", lambda *_: None)
        self._inked: dict[int | None, bool] = {}  # by pieces of text, which have one ink each
        self._had_ink = False  # whether the last word had
        self._turned_off_at: Any = None  # the piece of text

    def turn(self, index: int) -> None:
        """Take the direction of the character *index* for that of its line."""
        matrix = self._pdfium.FS_MATRIX()
        self.direction = (1, 0)
        if self._pdfium.FPDFText_GetMatrix(self._raw, index, matrix):
            if abs(matrix.a) >= abs(matrix.b):
                self.direction = (-1 if matrix.a < 0 and matrix.d < 0 else 1, 0)
            else:
                self.direction = (0, -1 if matrix.b < 0 else 1)

    def size(self, index: int) -> float:
        """Return the type size of a character as it is printed, in points."""
        matrix = self._pdfium.FS_MATRIX()
        size = float(self._pdfium.FPDFText_GetFontSize(self._raw, index))
        # Many programs set type of one point and let the page enlarge it.
        scaled = self._pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        return size * math.hypot(matrix.c, matrix.d) if scaled else size

    def is_initial(self, index: int, following: int) -> bool:
        """Return whether a character is much larger than the one that follows it."""
        return self.size(index) >= INITIAL * self.size(following) > 0

    def is_written_space(self, index: int) -> bool:
        """Return whether the file itself has a space there; pdfium puts one into every gap."""
        is_space = bool(self._pdfium.FPDFText_GetUnicode(self._raw, index) == ord(" "))
        return is_space and not self._pdfium.FPDFText_IsGenerated(self._raw, index)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, right, baseline and top of a character, in points, along its line.

        Left is the character's origin, not where its ink begins: lines of one column share it.
        """
        left, right, bottom, top = self._ink(index)
        across, origin = self._origin
        across.value = origin.value = 0.0
        self._pdfium.FPDFText_GetCharOrigin(self._raw, index, across, origin)
        if self.direction == (1, 0):
            return min(left, across.value), right, origin.value, top
        corners = self._along(left, bottom), self._along(right, top)
        place = self._along(across.value, origin.value)
        ends = sorted(corner[0] for corner in corners)
        return min(ends[0], place[0]), ends[1], place[1], max(corner[1] for corner in corners)

    def _ink(self, index: int) -> tuple[float, float, float, float]:
        """Return left, right, bottom and top of a character's ink on the page."""
        left, right, bottom, top = self._sides
        left.value = right.value = bottom.value = top.value = 0.0
        self._pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return left.value, right.value, bottom.value, top.value

    def _along(self, x: float, y: float) -> tuple[float, float]:
        across, up = self.direction
        return x * across + y * up, y * across - x * up

    def hides(self, index: int, text: str) -> bool:
        """Return whether nobody sees the word that begins with the character *index*.

        It is tiny, beside the page or under an area that was drawn over it, or its ink is none or
        white, and no picture or colour is under it: what is recognized in a scanned page has no
        ink either.
        """
        if self._is_out_of_sight(index) or self._is_covered(index):
            self._hidden.append(text)
            return True
        if not self._has_no_ink(index) or self._is_on_something(index):
            self._had_ink = True
            return False
        if self._all_ink and not self._is_turned_off_at(index):
            self.inkless.append(text)
            return False
        self._hidden.append(text)
        return True

    def _is_out_of_sight(self, index: int) -> bool:
        if 0.0 < self.size(index) <= _TINY:
            return True
        x, y = self._middle(index)
        left, bottom, right, top = self._sheet
        return not (left <= x <= right and bottom <= y <= top)

    def _is_covered(self, index: int) -> bool:
        return bool(self._covers) and self._covers.cover(
            self._text_object(self._raw, index), *self._middle(index)
        )

    @cached_property
    def _covers(self) -> Covers:
        return Covers(self._page)

    def _middle(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = self._ink(index)
        return (left + right) / 2, (bottom + top) / 2

    @cached_property
    def _sheet(self) -> tuple[float, float, float, float]:
        """The page as it is shown and printed: left, bottom, right and top."""
        a, b, c, d = self._page.get_cropbox()
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _is_turned_off_at(self, index: int) -> bool:
        text_object: Any = self._text_object(self._raw, index)
        place = ctypes.cast(text_object, ctypes.c_void_p).value
        if self._had_ink:
            self._turned_off_at = place
        self._had_ink = False
        return place is not None and place == self._turned_off_at

    def take_hidden(self, *, goes_on: bool) -> str:
        """Return the hidden words since the last call, marked; "" if there are none.

        If others stand before them, *goes_on*, a space parts them.
        """
        words, self._hidden = self._hidden, []
        return as_hidden(" " * goes_on + " ".join(words)) if words else ""

    def _has_no_ink(self, index: int) -> bool:
        text_object: Any = self._text_object(self._raw, index)
        place = ctypes.cast(text_object, ctypes.c_void_p).value
        if place is None or place not in self._inked:
            self._inked[place] = self._has_ink(index, text_object)
        return not self._inked[place]

    def _has_ink(self, index: int, text_object: Any) -> bool:
        pdfium = self._pdfium
        if text_object and pdfium.FPDFTextObj_GetTextRenderMode(text_object) in _INVISIBLE:
            return False
        if not pdfium.FPDFText_GetFillColor(self._raw, index, *self._colour):
            return True
        *colour, opacity = (each.value for each in self._colour)
        return min(colour) < _WHITE and opacity > 255 - _WHITE

    def _is_on_something(self, index: int) -> bool:
        x, y = self._middle(index)
        return any(a <= x <= c and b <= y <= d for a, b, c, d in self._grounds)

    @cached_property
    def _grounds(self) -> list[tuple[float, float, float, float]]:
        """The places of pictures, areas and forms: left, bottom, right and top."""
        pdfium = self._pdfium
        kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING]
        kinds.append(pdfium.FPDF_PAGEOBJ_FORM)
        found = []
        for each in self._page.get_objects(filter=kinds, max_depth=1):
            sides = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(each.raw, *sides):
                left, bottom, right, top = (side.value for side in sides)
                found.append((left, bottom, right, top))
        return found
