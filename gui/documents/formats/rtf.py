"""The text of RTF files: the same as that of the document in DOCX.

striprtf, which was used before, keeps deletions and the targets of links, drops footnotes, and
knows neither the code pages of a Macintosh nor second bytes that are signs of RTF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType

from ...messages import counted
from ...messages.about_documents import AboutDocument
from ..document import Notice
from .office_package import joined_parts
from .rtf_codes import (
    BOXES,
    CODE_PAGES,
    FEET,
    HEADS,
    KEPT,
    PARAGRAPH_ENDS,
    SIGNS,
    SKIPPED,
    WHOLE_FILE,
    code_page,
    colours,
    is_lead,
)
from .symbol_fonts import is_symbol_font, sign, with_signs
from .text_flow import Look, TextFlow

_TOKEN = re.compile(
    r"\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?"
    r"|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_PADDING = b"\0\x1a \t\r\n"  # what programs write behind the end
_TINY = 2  # half points; nobody reads type of one point
_GROUND = "\\viewbksp1"  # the page has a colour of its own
_COLOURED = MappingProxyType(
    {"cf": "colour", "cb": "ground", "chcbpat": "ground", "highlight": "ground", "cbpat": "shade"}
)


def read_rtf(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of an RTF file, its paragraphs separated by blank lines, and notices.

    Notes, headers and footers follow the text. Tracked deletions are left out, hidden text is
    marked.
    """
    whole = data[data.find(b"{") :].rstrip(_PADDING)
    return _Reading(whole.decode("latin-1")).result()


@dataclass
class _State:
    """What holds inside a group of the file, and ends with it."""

    skipped: bool = False
    in_fonts: bool = False
    font: int = -1
    fallback: int = 1  # characters that stand for one of Unicode, for older programs
    hidden: bool = False
    tiny: bool = False
    colour: int = 0  # a number in the table of colours, as are the next two; 0 is the usual one
    ground: int = 0
    shade: int = 0  # behind the paragraph
    boxed: bool = False
    raised: bool = False
    deleted: bool = False
    in_table: bool = False
    opened: str = ""  # what began with this group: a note, a box, a header


class _Level:
    """Where paragraphs go: the text itself, or a note, box or header in it."""

    def __init__(self) -> None:
        self.in_paragraph = False
        self.in_row = False
        self.in_cell = False
        self.has_row_begun = False


class _Reading:
    """Goes through a file once and builds its text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._state = _State()
        self._states: list[_State] = []
        self._flows = [TextFlow()]
        self._levels = [_Level()]
        self._heads: list[list[str]] = []
        self._feet: list[list[str]] = []
        self._code_page = "cp1252"
        self._font_pages: dict[int, str] = {}
        self._font_names: dict[int, str] = {}
        self._default_font = -1
        self._colours = colours(text)
        self._has_ground = _GROUND in text
        self._bytes = bytearray()  # those that are not decoded yet
        self._lead = False  # whether the last of them is the first half of a character
        self._was_hex = True  # whether the last of them was written as a number
        self._to_skip = 0  # characters that stand for one of Unicode that was read
        self._star = False  # whether the group began with \*
        self._deletions = 0
        self._goes_on_deleted = False

    def result(self) -> tuple[str, tuple[Notice, ...]]:
        while self._at < len(self._text):
            self._take_one()
        self._flush()
        while self._states:
            self._close()
        self._close_table()
        parts = [self._flows[0].finish(), *self._heads, *self._feet]
        notices = []
        if self._deletions:
            one, many = AboutDocument.TRACKED_DELETION, AboutDocument.TRACKED_DELETIONS
            notices.append(
                Notice("deletions", counted(one, many, self._deletions), self._deletions)
            )
        return _whole(joined_parts(parts)), tuple(notices)

    def _take_one(self) -> None:
        if self._lead and self._take_second_byte():
            return
        found = _TOKEN.match(self._text, self._at)
        if found is None:  # a sign that means nothing
            self._at += 1
            return
        self._at = found.end()
        kind = found.lastgroup
        if kind == "number":
            kind = "word"
        if kind == "hex":
            self._add_byte(int(found["hex"], 16))
        elif kind == "text":
            self._add_text(found["text"])
        elif kind == "brace":
            self._flush()
            if found["brace"] == "{":
                self._open()
            else:
                self._close()
        elif kind == "word":
            self._flush()
            self._word(found["word"], int(found["number"]) if found["number"] else None)
        elif kind == "symbol":
            self._symbol(found["symbol"])

    def _take_second_byte(self) -> bool:
        r"""Take the second byte of a character, which may look like a sign of RTF.

        After a first byte as it is, the second is as it is too, even if it is ``\``, ``{`` or
        ``}``; but ``\'5c`` and ``\\`` are what they always are.
        """
        text, at = self._text, self._at
        if text[at] in "\r\n":
            return False
        is_hex = text.startswith("\\'", at)
        if is_hex or (self._was_hex and text[at] in "\\{}"):
            if text[at : at + 2] in ("\\\\", "\\{", "\\}"):
                self._at = at + 2
                self._add_byte(ord(text[at + 1]))
                return True
            return False
        # What follows may be the second byte, unescaped, and a control word.
        is_escaped = text[at : at + 2] == "\\\\" and not text[at + 2 : at + 3].islower()
        self._at = at + (2 if is_escaped else 1)
        self._add_byte(ord(text[at]), was_hex=False)
        return True

    # Groups

    def _open(self) -> None:
        self._states.append(self._state)
        self._state = replace(self._state, opened="")
        self._star = False
        self._to_skip = 0

    def _close(self) -> None:
        if not self._states:
            return
        opened = self._state.opened
        self._star = False
        self._to_skip = 0
        if opened:
            self._leave(opened)
        self._state = self._states.pop()

    def _enter(self, what: str) -> None:
        """Begin a note, a box or a header."""
        self._state.opened = what
        self._state.in_table = False
        if what == "box":
            self._state.boxed = True
            self._begin_paragraph()
        elif what == "note":
            self._flows[-1].begin_note()
        else:
            self._flows.append(TextFlow())
        self._levels.append(_Level())

    def _leave(self, what: str) -> None:
        self._close_table()
        self._end_paragraph()
        self._levels.pop()
        if what == "note":
            self._flows[-1].end_note()
        elif what in ("head", "foot"):
            paragraphs = self._flows.pop().finish()
            (self._heads if what == "head" else self._feet).append(paragraphs)

    # Control words and symbols

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        starred, self._star = self._star, False
        if word == "u" and number is not None:
            if not state.skipped:
                character = chr(number % 0x10000)
                self._say(with_signs(character, self._font_names.get(state.font, "") or "Symbol"))
            self._to_skip = state.fallback
            return
        if self._to_skip and word in SIGNS:
            self._to_skip -= 1
            return
        self._to_skip = 0
        if word == "bin":
            self._at += max(number or 0, 0)
        elif word == "uc":
            state.fallback = max(number or 0, 0)
        elif word == "ud":
            # The text around \\upr decides: its first half, for older programs, is passed over.
            state.skipped = len(self._states) > 1 and self._states[-2].skipped
        elif word in SKIPPED or (starred and word not in KEPT):
            state.skipped, state.in_fonts = True, False
        elif word == "upr":
            state.skipped = True
        elif word == "fonttbl":
            state.in_fonts = state.skipped = True
        elif state.in_fonts or not state.skipped:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        if word in WHOLE_FILE:
            self._code_page = WHOLE_FILE[word]
        elif word == "ansicpg":
            self._code_page = code_page(number or 0)
        elif word == "deff":
            self._default_font = state.font = number or 0
        elif word == "f":
            state.font = number or 0
        elif word in ("fcharset", "cpg") and state.in_fonts:
            pages = CODE_PAGES if word == "fcharset" else {number: code_page(number or 0)}
            if number is not None and number in pages:
                self._font_pages[state.font] = pages[number]
        elif not state.in_fonts:
            self._mark(word, number)

    def _mark(self, word: str, number: int | None) -> None:
        state = self._state
        if word in PARAGRAPH_ENDS:
            self._end_paragraph(is_mark=True)
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in ("v", "deleted"):
            setattr(state, "hidden" if word == "v" else word, number != 0)
        elif word == "fs":
            state.tiny = number is not None and number <= _TINY
        elif word in ("super", "nosupersub", "sub"):
            state.raised = word == "super" and number != 0
        elif word in _COLOURED:
            setattr(state, _COLOURED[word], number or 0)
        elif word == "plain":
            state.hidden = state.tiny = state.deleted = state.raised = False
            state.colour = state.ground = 0
            state.font = self._default_font
        elif word == "pard":
            state.in_table = False
            state.shade = 0
        elif word == "intbl":
            state.in_table = True
        elif word == "trowd":
            self._levels[-1].has_row_begun = True
        elif word in ("cell", "row", "nestcell", "nestrow"):
            self._table(word)
        elif word == "footnote":
            self._enter("note")
        elif word in BOXES:
            self._enter("box")
        elif word in HEADS or word in FEET:
            self._enter("head" if word in HEADS else "foot")

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._flush()
            self._star = True
        elif symbol in PARAGRAPH_ENDS:
            self._flush()
            if not self._state.skipped:
                self._end_paragraph(is_mark=True)
        elif symbol in SIGNS:
            if symbol in "\\{}":
                self._add_text(symbol)
            else:
                self._flush()
                if not self._skips_one():
                    self._say(SIGNS[symbol])

    # Text

    def _skips_one(self) -> bool:
        if self._to_skip:
            self._to_skip -= 1
            return True
        return self._state.skipped

    def _add_byte(self, byte: int, *, was_hex: bool = True) -> None:
        if not self._lead and self._skips_one():
            return
        self._was_hex = was_hex
        self._bytes.append(byte)
        self._lead = not self._lead and is_lead(byte, self._encoding())

    def _add_text(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if self._state.in_fonts:
            name = text.partition(";")[0].strip()
            self._font_names.setdefault(self._state.font, name)
            return
        if self._state.skipped or not text:
            return
        if text.isascii():
            self._flush()
            encoding = self._encoding()
            self._say(_decoded(text.encode(), encoding) if encoding == "symbol" else text)
            return
        for at, character in enumerate(text):
            self._add_byte(ord(character), was_hex=False)
            if self._lead and at + 1 == len(text):  # the second one may look like a sign of RTF
                return

    def _encoding(self) -> str:
        font = self._state.font if self._state.font in self._font_pages else self._default_font
        if is_symbol_font(self._font_names.get(self._state.font, "")):
            return "symbol"
        return self._font_pages.get(font, self._code_page)

    def _flush(self) -> None:
        """Say the bytes that were collected."""
        self._lead = False
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._say(_decoded(data, self._encoding()))

    def _say(self, text: str) -> None:
        state = self._state
        if state.skipped or not text:
            return
        if state.deleted:
            self._deletions += not self._goes_on_deleted
            self._goes_on_deleted = True
            return
        self._goes_on_deleted = False
        self._begin_paragraph()
        hidden = state.hidden or state.tiny or (state.colour > 0 and self._is_like_its_ground())
        self._flows[-1].add(text, hidden=hidden, raised=state.raised)

    def _is_like_its_ground(self) -> bool:
        state = self._state
        ground = state.ground or state.shade
        look = Look(colour=self._colour(state.colour), ground=self._colour(ground))
        in_table = state.in_table or self._levels[-1].in_row
        return look.hides(on_paper=not (ground or in_table or state.boxed or self._has_ground))

    def _colour(self, number: int) -> str | None:
        return self._colours[number] if 0 < number < len(self._colours) else None

    # Paragraphs and tables

    def _begin_paragraph(self) -> None:
        level, flow = self._levels[-1], self._flows[-1]
        if level.in_paragraph:
            return
        is_in_table = self._state.in_table or level.has_row_begun
        if is_in_table and not level.in_cell:
            self._begin_cell()
        elif level.in_row and not is_in_table and not level.in_cell:
            self._close_table()
        flow.begin_paragraph()
        level.in_paragraph = True

    def _end_paragraph(self, *, is_mark: bool = False) -> None:
        level = self._levels[-1]
        is_deleted = is_mark and self._state.deleted
        if is_deleted:
            self._deletions += not self._goes_on_deleted
            self._goes_on_deleted = True
            return  # the paragraph goes on
        if level.in_paragraph:
            self._flows[-1].end_paragraph()
            level.in_paragraph = False

    def _begin_cell(self) -> None:
        level, flow = self._levels[-1], self._flows[-1]
        if not level.in_row:
            flow.begin_row()
            level.in_row = True
        flow.begin_cell()
        level.in_cell = True

    def _end_cell(self) -> None:
        self._end_paragraph()
        if self._levels[-1].in_cell:
            self._flows[-1].end_cell()
            self._levels[-1].in_cell = False

    def _table(self, word: str) -> None:
        level = self._levels[-1]
        if word == "nestcell":
            self._say("\t")
        elif word == "nestrow":
            self._end_paragraph()
        elif word == "cell":
            if not level.in_cell:
                self._end_paragraph()
                self._begin_cell()
            self._end_cell()
        else:
            self._close_table()

    def _close_table(self) -> None:
        level = self._levels[-1]
        if level.in_cell:
            self._end_cell()
        level.has_row_begun = False
        if level.in_row:
            self._flows[-1].end_row()
            level.in_row = False


def _whole(text: str) -> str:
    """Return *text* with the halves of characters beyond the first 65,536 joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decoded(data: bytes, encoding: str) -> str:
    if encoding == "symbol":
        return "".join(sign(byte, "Symbol") for byte in data)
    return data.decode(encoding, "replace")
