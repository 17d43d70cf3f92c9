"""HTML as the blocks of text that a browser would show, in the order of the page.

Nothing is ever fetched: no image, style sheet, frame or entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from lxml import etree, html

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from ..text.hidden_text import without_marks, without_stand_ins
from ..text.note_marks import follows_word, is_note_mark

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "canvas", "iframe", "frameset"}
    | {"object", "video", "audio", "select", "datalist", "textarea", "map"}
)
_BLOCKS = frozenset(
    {"html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details"}
    | {"dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu"}
    | {"nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "tr"}
    | {"caption", "ul", "title"}
)
# A cell is part of its row's line, unless it contains paragraphs, as in old layouts.
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CELL_BORDER = re.compile(r"(?<! ) *\t[ \t]*")
_SPACERS = frozenset("\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_EMPTY = "".join(_SPACERS) + " \t\r\f\u00a0"
_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
STAND_IN = "stand-in"
"""The tag of an element that stands for hidden text; it leaves no trace in what surrounds it."""

_SIGNS = ("class", "id", "itemprop", "rel", "role", "data-testid", "property")
_DEEPEST = 1000  # nested elements; browsers stop at about 500, news pages reach 50
_LABEL = 200  # characters of a block whose inline elements may be date, author and the like
_PROSE = 100  # characters of a line that is a paragraph by itself
_NEAR = 2  # elements around a block whose names may say what it is
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NOTE_CLASS = re.compile(r"foot-?note|fn-?ref|note-?ref", re.IGNORECASE)
_FEW = 9  # pieces of text inside a note's mark


@dataclass(frozen=True)
class Block:
    """A block of a page: its text, the tag of its element, and the names its authors gave it.

    ``signs`` are the tags, classes, ids and the like of the elements around and inside the
    block, in lower case; ``make`` is the tags and classes of the element and its parent, which
    are equal for blocks of one kind. ``pieces`` are the texts of the inline elements of a short
    block. ``marked`` is the text with the stand-ins of hidden text, where it has some; then
    ``text``, which is without them, may be empty. ``behind`` are hidden paragraphs after it.
    """

    text: str
    tag: str
    signs: str
    make: str
    pieces: tuple[str, ...] = ()
    marked: str = ""
    behind: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The text with the stand-ins of hidden text."""
        return self.marked or self.text


def parse_page(text: str) -> Any:
    """Return the tree of an HTML page, or None if nothing of it can be parsed.

    Raises :class:`DocumentError` if the parser would drop a part of it.
    """
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    data = without_marks(text).replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        return None
    except ValueError:
        return None
    # From some 2,000 nested elements on, the parser drops the rest of the page.
    if _depth(root) >= _DEEPEST:
        raise DocumentError(Message(AboutDocument.NESTED_TOO_DEEP))
    _set_note_marks_apart(root)
    return root


def _set_note_marks_apart(root: Any) -> None:
    """Put a space before the mark of a note, so that it does not join the word."""
    for mark in root.iter("sup", "a", "span"):
        if not _refers_to_a_note(mark):
            continue
        if follows_word(_text_before(mark)):
            mark.text = f" {mark.text or ''}"


def _text_before(element: Any) -> str:
    """Return the piece of text right before an element, perhaps the last one of its neighbour."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        return "" if parent is None else parent.text or ""
    while not before.tail and len(before):
        before = before[-1]
    return before.tail or before.text or ""


def _refers_to_a_note(element: Any) -> bool:
    """Return whether an element is a note's mark: raised, or a number that leads down the page."""
    pieces = list(islice(element.itertext(), _FEW))
    text = "".join(pieces).strip()
    if len(pieces) == _FEW or not is_note_mark(text):
        return False
    if element.tag == "sup":
        return True
    if element.tag == "a":
        return element.get("href", "").startswith("#") and not text.isalpha()
    style, names = element.get("style", ""), element.get("class", "")
    return bool(_RAISED.search(style) or _NOTE_CLASS.search(names))


def _depth(root: Any) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def page_blocks(root: Any, blocks: Iterable[str] = _BLOCKS) -> list[Block]:
    r"""Return the blocks of text in the tree *root*; *blocks* are the tags that begin one.

    >>> [b.text for b in page_blocks(parse_page("<p>One<br>two <b>th</b>ree</p><p>Four"))]
    ['One\ntwo three', 'Four']
    """
    collector = _Collector(frozenset(blocks))
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if is_silent(element):
                walker.skip_subtree()
            else:
                collector.enter(element)
        else:
            collector.leave(element, silent=is_silent(element))
    collector.finish()
    return collector.found


def is_silent(element: Any) -> bool:
    """Return whether a browser shows nothing of what is in an element."""
    if element.tag in _SILENT:
        return True
    if element.tag in _NEVER_HIDDEN:
        return False
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


class _Collector:
    """Collects the text between the borders of blocks."""

    def __init__(self, blocks: frozenset[str]) -> None:
        self.found: list[Block] = []
        self._blocks = blocks
        self._pieces: list[str] = []
        self._inside: list[str] = []  # the names of inline elements
        self._cuts: list[int] = []  # the number of pieces before each border of such an element
        self._element: Any = None  # the element in which the current block began
        self._verbatim = 0  # the number of open <pre> elements
        self._indented = False  # whether white space at the start of lines is meant

    def enter(self, element: Any) -> None:
        tag = element.tag
        if self._is_border(element):
            self.finish()
            self._element = element
        elif tag in ("br", "lb"):
            self._pieces.append("\n")
        elif tag in _CELLS or tag == "cell":
            self._pieces.append("\t")
        elif tag != STAND_IN:
            self._inside.append(_named(element))
            self._cuts.append(len(self._pieces))
        self._verbatim += tag == "pre"
        self._add(element.text, element)

    def leave(self, element: Any, *, silent: bool) -> None:
        if not silent:
            self._verbatim -= element.tag == "pre"
            if self._is_border(element):
                self.finish()
            elif element.tag != STAND_IN:
                self._cuts.append(len(self._pieces))
        self._add(element.tail, element.getparent())

    def _is_border(self, element: Any) -> bool:
        if element.tag in _CELLS:
            return any(child.tag in self._blocks for child in element)
        return element.tag in self._blocks

    def _add(self, text: str | None, element: Any) -> None:
        if not text:
            return
        self._pieces.append(text if self._verbatim else _SPACE.sub(" ", text))
        self._indented |= self._verbatim > 0
        if self._element is None and without_stand_ins(text).strip():
            self._element = element

    def finish(self) -> None:
        """Make blocks of what was collected; two line breaks in a row separate them."""
        if self._pieces:
            joined = _without_empty_lines("".join(self._pieces))
            for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", joined):
                texts = [part.rstrip()] if self._indented else _paragraphs(_tidy(part))
                self.found += [self._block(text) for text in texts if text.strip()]
        self._pieces.clear()
        self._inside.clear()
        self._cuts.clear()
        self._element = None
        self._indented = False

    def _block(self, whole: str) -> Block:
        element = self._element
        text = without_stand_ins(whole)
        marked = ""
        if text != whole:
            text, marked = text.strip(), whole
        if element is None:
            return Block(text, "", "", "", (), marked)
        cuts = [0, *self._cuts, len(self._pieces)] if len(text) <= _LABEL else []
        joined = ("".join(self._pieces[a:b]) for a, b in pairwise(cuts))
        pieces = tuple(filter(None, (_tidy(without_stand_ins(piece)) for piece in joined)))
        around = [element]
        while len(around) <= _NEAR and (parent := around[-1].getparent()) is not None:
            around.append(parent)
        signs = " ".join([*map(_named, around), *self._inside])
        make = "/".join(f"{e.tag}.{e.get('class', '')}" for e in around[:2])
        return Block(text, str(element.tag), signs, make, pieces, marked)


def _without_empty_lines(text: str) -> str:
    r"""Return *text* with nothing in lines of invisible characters, which only make space.

    Editors of web pages put them into empty paragraphs and behind the last break of others.

    >>> _without_empty_lines("a\n\u200b\nb\u200bc")
    'a\n\nb\u200bc'
    """
    if _SPACERS.isdisjoint(text):
        return text
    return "\n".join(line if line.strip(_EMPTY) else "" for line in text.split("\n"))


def _paragraphs(text: str) -> list[str]:
    """Split *text* at its line ends if most lines are as long as paragraphs, unlike verse."""
    lines = text.split("\n")
    return lines if 2 * sum(len(line) >= _PROSE for line in lines) > len(lines) else [text]


def _tidy(text: str) -> str:
    r"""Drop the white space around line ends and between cells.

    >>> _tidy("a \n b \t c")
    'a\nb\tc'
    """
    lines = (_CELL_BORDER.sub("\t", line) for line in text.split("\n"))
    return "\n".join(line.strip(" \t\r\f") for line in lines).strip()


def _named(element: Any) -> str:
    names = [str(element.tag), *(element.get(sign, "") for sign in _SIGNS)]
    return " ".join(name for name in names if name).lower()
