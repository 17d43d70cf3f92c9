"""Articles in dedicated XML formats: NITF of news agencies, and TEI of editions and corpora.

Metadata in the head of such a file is left out, and so is what an editor deleted or corrected;
notes follow their paragraph. Imported with the first such file.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from ..text.hidden_text import without_marks

_TEXTS = ("{*}body", "{*}text")  # of NITF and of TEI
# What an element that has any of these inside is no block itself.
_BLOCKS = frozenset(
    {"p", "hl1", "hl2", "media-caption", "media-producer", "li", "dt", "dd", "tr", "head", "ab"}
    | {"l", "item", "row", "titlePart", "u"}
)
_CELLS = frozenset({"td", "th", "cell"})
_VERSE = frozenset({"lg"})
_NOTES = frozenset({"note", "fn", "footnote"})
_BREAKS = frozenset({"lb", "br", "pb", "cb", "milestone"})
# Head and running heads, what was struck out, and what stands for something else.
_SILENT = frozenset(
    {"teiHeader", "fw", "figDesc", "del", "surplus", "media-metadata", "media-reference"}
    | {"media-object", "nitf-table-metadata"}
)
_OPENING = "([{\u00ab\u201c\u2018\u201e\u00a1\u00bf"
_JOINS = "\b"  # which no XML has: what follows belongs to what precedes, whatever blanks there are
# The first readings in a ``choice``, of which the second is what is to be read.
_FIRST_READINGS = frozenset({"sic", "orig", "abbr"})


def read_article_xml(text: str) -> str:
    """Return the text of an article in NITF or TEI, its blocks between blank lines.

    Raises :class:`DocumentError` if nothing of it can be parsed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(without_marks(text).encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        root = None
    if root is None:
        raise DocumentError(Message(AboutDocument.DAMAGED))
    texts = set(root.iter(*_TEXTS))
    outer = [
        each for each in root.iter(*_TEXTS) if not any(up in texts for up in each.iterancestors())
    ]
    return "\n\n".join(block for each in outer for block in _blocks(each))


def _name(element: Any) -> str:
    """Return the name of an element without its namespace, "" of a comment and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _blocks(element: Any) -> Iterator[str]:
    """Yield the blocks of an element in their order, each followed by its notes."""
    name = _name(element)
    if not name or name in _SILENT:
        return
    inside = any(_name(each) in _BLOCKS for each in element.iterdescendants())
    if name in _VERSE and not any(_name(each) in _VERSE for each in element.iterdescendants()):
        yield from _whole(element, [_plain(each) for each in element])
    elif not inside or (name in _BLOCKS and not _holds_paragraphs(element)):
        yield from _whole(element, [_plain(element)])
    else:
        if said := " ".join((element.text or "").split()):
            yield said
        for each in element:
            yield from _blocks(each)
            if said := " ".join((each.tail or "").split()):
                yield said


def _holds_paragraphs(element: Any) -> bool:
    """Return whether there are blocks in a block that are not in its notes."""
    return any(
        _name(each) in _BLOCKS
        and not any(_name(up) in _NOTES for up in each.iterancestors() if up is not element)
        for each in element.iterdescendants()
    )


def _whole(element: Any, lines: list[str]) -> Iterator[str]:
    said = "\n".join(line for line in lines if line)
    if said:
        yield said
    for each in element.iterdescendants():
        if _name(each) in _NOTES and (note := _plain(each)):
            yield note


def _plain(element: Any) -> str:
    """Return the text of an element on one line, without its notes; cells between tabs."""
    *before, last = "".join(_pieces(element)).split(_JOINS)
    text = "".join((*map(str.rstrip, before), last))
    return "\t".join(" ".join(cell.split()) for cell in text.split("\t")).strip()


def _pieces(element: Any) -> Iterator[str]:
    yield (element.text or "").replace("\t", " ")
    is_choice = _name(element) == "choice"
    several = len(element) > 1
    for each in element:
        name = _name(each)
        if each.tag is etree.Entity:
            yield html.unescape(each.text)
        elif name in _BREAKS:
            # A word may go on behind a break.
            yield "" if each.get("break") == "no" else " "
        elif name == "pc":
            yield "" if (each.text or " ")[0] in _OPENING else _JOINS
            yield from _pieces(each)
        elif name in _CELLS:
            yield from _pieces(each)
            yield "\t"
        elif name and not (
            name in _SILENT | _NOTES or (is_choice and several and name in _FIRST_READINGS)
        ):
            yield from _pieces(each)
        yield (each.tail or "").replace("\t", " ")
