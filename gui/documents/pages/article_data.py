"""Articles as programs exchange them: RSS and Atom feeds, and the texts in their items.

Imported with the first such file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import regex
from lxml import etree

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from ..text.line_ends import SENTENCE_ENDS
from .markup import page_blocks, parse_page

_ITEMS = ("{*}item", "{*}entry")
_CONTENTS = ("encoded", "content", "description", "summary")  # the fullest first
_ABOUT_MEDIA = ("http://search.yahoo.com/mrss", "http://www.itunes.com/")  # not about the text
_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table|section|article)\b", re.I)
_TAG = re.compile(rf"{_BLOCK.pattern}|</?(?:span|a|b|i|em|strong|small|sub|sup|u)\b", re.I)
_LINE_END = re.compile(r"\r\n?|[\u2028\x85]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+|\u2029")
_WRITTEN_END = re.compile(r"(?:\\r)?\\n")  # a line end that was escaped twice
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}][\"'\u201d\u2019\u00bb)\\]]*$")
_CLOSED_END = rf"[{SENTENCE_ENDS}][\"'\u201d\u2019\u00bb)\]]?"
_GAP = regex.compile(rf"(?<={_CLOSED_END})[ \u00a0\u3000]++(?=\S)")
_NO_GAP = regex.compile(
    rf"(?<=\p{{Ll}}{{2}}{_CLOSED_END})(?=[\"'\u201c\u2018\u00ab(\[]?\p{{Lu}}\p{{Ll}})"
)
_SHOWN = 40  # characters of a paragraph of a page that is hardly anything else
_FEW = 3  # ends of paragraphs for each end of a sentence inside one
_SEVERAL = 200  # characters of a line that is likely to hold several paragraphs
_PARAGRAPH = 100  # characters of a line that is a paragraph, whatever it ends with


def read_feed(text: str) -> str:
    """Return the items of an RSS or Atom feed, each with its title, between blank lines.

    Raises :class:`DocumentError` if nothing of it can be parsed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        root = None
    if root is None:
        raise DocumentError(Message(AboutDocument.DAMAGED))
    found = [paragraph for item in root.iter(*_ITEMS) for paragraph in _item(item)]
    return "\n\n".join(found)


def _item(item: Any) -> Iterator[str]:
    parts = {name: _inside(item, name) for name in ("title", *_CONTENTS)}
    yield from paragraphs_of(parts["title"])[:1]
    yield from max((paragraphs_of(parts[name]) for name in _CONTENTS), key=length_of)


def length_of(paragraphs: list[str]) -> int:
    """Return the number of characters in *paragraphs*."""
    return sum(map(len, paragraphs))


def _inside(item: Any, name: str) -> str:
    """Return the content of the element *name*, including tags of XHTML."""
    found = (each for each in item.iterchildren(f"{{*}}{name}") if not _is_about_media(each))
    element = next(found, None)
    if element is None:
        return ""
    if len(element):
        return "".join(etree.tostring(each, encoding="unicode", method="html") for each in element)
    return element.text or ""


def _is_about_media(element: Any) -> bool:
    return str(element.tag).lstrip("{").startswith(_ABOUT_MEDIA)


def paragraphs_of(text: str) -> list[str]:
    r"""Return the paragraphs of a text from a program, with or without HTML tags.

    >>> paragraphs_of("The ferry waited.\nNobody came.\n\nIt <b>left</b>.")
    ['The ferry waited.', 'Nobody came.', 'It left.']
    """
    plain = _LINE_END.sub("\n", text)
    if "\n" not in plain and len(_WRITTEN_END.findall(plain)) > 1:
        plain = _WRITTEN_END.sub("\n", plain)
    if "<" not in plain and "&" in plain:
        plain = html.unescape(plain)
    for _ in range(2):  # tags may be escaped once more than the rest
        if not _TAG.search(plain):
            break
        root = parse_page(plain if _BLOCK.search(plain) else plain.replace("\n", "<br>"))
        plain = "" if root is None else "\n\n".join(block.text for block in page_blocks(root))
    return [line for part in _BLANK_LINES.split(plain) for line in _lines(part.strip())]


def _lines(part: str) -> list[str]:
    """Return the paragraphs of what stands between blank lines: its lines, if each looks whole."""
    if "\n" not in part and len(part) >= _SEVERAL:
        part = _parted(part)
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    whole = sum(len(line) >= _PARAGRAPH or bool(_SENTENCE_END.search(line)) for line in lines)
    if 2 * whole > len(lines):
        return lines
    return [part] if part else []


def _parted(line: str) -> str:
    r"""Return *line* with line ends where paragraphs that were run together in it may have ended.

    The signs are gaps between sentences that are wider than most, or missing. If all gaps are two
    blanks, or missing, they mean nothing.

    >>> first, second = "The ferry waited. " * 9, "Nobody came. " * 9
    >>> [len(_parted(first + gap + second).split("\n")) for gap in ("", " ")]
    [1, 2]
    """
    gaps = [gap.span() for gap in _GAP.finditer(line)]
    wide = [gap for gap in gaps if gap[1] - gap[0] > 1]
    single = len(gaps) - len(wide)
    ends = wide or [gap.span() for gap in _NO_GAP.finditer(line)]
    if not 0 < len(ends) <= _FEW * single:
        return line
    pieces, at = [], 0
    for start, end in ends:
        pieces.append(line[at:start])
        at = end
    return "\n".join((*pieces, line[at:]))


def parted_as_shown(in_data: list[str], shown: list[str]) -> list[str]:
    """Return the paragraphs in *in_data*, split where those in *shown* begin and end.

    A text in one line may have lost its paragraphs, which the page still has at its beginning.

    >>> told = "The ferry waited at the quay for an hour. Nobody had come to the harbour by then."
    >>> parted_as_shown([told], ["The ferry waited at the quay for an hour."])
    ['The ferry waited at the quay for an hour.', 'Nobody had come to the harbour by then.']
    """
    if len(in_data) != 1:
        return in_data
    text = " ".join(in_data[0].split())
    edges = {0, len(text)}
    for paragraph in (" ".join(each.split()) for each in shown):
        at = text.find(paragraph) if len(paragraph) >= _SHOWN else -1
        if at >= 0 and _SENTENCE_END.search(paragraph):
            edges |= {at, at + len(paragraph)}
    pieces = (text[start:end].strip() for start, end in pairwise(sorted(edges)))
    return [piece for piece in pieces if piece]
