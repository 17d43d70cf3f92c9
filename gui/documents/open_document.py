"""The text of OpenDocument files, in an archive (ODT) or as one XML file (FODT).

Read with the standard library and lxml: odfpy is no longer maintained and does not protect itself
against hostile files. Imported with the first such file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from ..messages import Message, counted
from ..messages.about_documents import AboutDocument
from .document import DocumentError, Notice
from .office_package import Package, joined_parts
from .text_flow import TextFlow

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"}
    | {f"{_DRAWING}title", f"{_DRAWING}desc"}
)
_SPACE = re.compile(r"[ \t\r\n]+")
_SPACES = 1000  # most of them in a row


def read_odt(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of an OpenDocument text, its paragraphs between blank lines, and notices.

    Notes, headers and footers follow the text, each once. Raises :class:`DocumentError` if the
    file is damaged or encrypted.
    """
    package = Package(data)
    names = package.names
    manifest = "META-INF/manifest.xml"
    if manifest.lower() in names and b"encryption-data" in package.part(manifest):
        raise DocumentError(Message(AboutDocument.ENCRYPTED))
    roots = [package.tree("content.xml")]
    if "styles.xml" in names:
        roots.append(package.tree("styles.xml"))
    return _text_of(roots)


def read_flat_odt(root: Any) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and notices of an OpenDocument text in one file, the XML tree *root*."""
    return _text_of([root])


def _text_of(roots: list[Any]) -> tuple[str, tuple[Notice, ...]]:
    hidden = frozenset().union(*(_styles(root, _is_not_displayed) for root in roots))
    story = _Story(hidden, frozenset().union(*(_styles(root, _is_raised) for root in roots)))
    body = roots[0].find(f"{_OFFICE}body")
    parts = [story.paragraphs(roots[0] if body is None else body)]
    heads: list[list[str]] = []
    feet: list[list[str]] = []
    for master in roots[-1].iter(f"{_STYLE}master-page"):
        heads += map(story.paragraphs, master.iter(f"{_STYLE}header"))
        feet += map(story.paragraphs, master.iter(f"{_STYLE}footer"))
    deletions = sum(1 for _ in roots[0].iter(f"{_TEXT}deletion"))
    return joined_parts([*parts, *heads, *feet]), tuple(_notices(deletions))


def _notices(deletions: int) -> Iterator[Notice]:
    if deletions:
        one, many = AboutDocument.TRACKED_DELETION, AboutDocument.TRACKED_DELETIONS
        yield Notice("deletions", counted(one, many, deletions), deletions)


def _styles(root: Any, holds: Callable[[Any], bool]) -> frozenset[str]:
    """Return the names of the styles for whose properties *holds* is true."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if holds(properties)
    )


def _is_not_displayed(properties: Any) -> bool:
    return str(properties.get(f"{_TEXT}display")) == "none"


def _is_raised(properties: Any) -> bool:
    place: str = properties.get(f"{_STYLE}text-position", "")
    return place.startswith("super") or (place[:1].isdecimal() and not place.startswith("0"))


class _Story:
    """Walks through the parts of one document."""

    def __init__(self, hidden_styles: frozenset[str], raised_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self._raised_styles = raised_styles
        self._flow = TextFlow()
        self._rows = 0

    def paragraphs(self, root: Any) -> list[str]:
        """Return the paragraphs of a part."""
        self._flow, self._rows = TextFlow(), 0
        walker = etree.iterwalk(root, events=("start", "end"))
        left_out = False
        for event, element in walker:
            if event == "start":
                is_hidden = self._is_hidden(element)
                left_out = is_hidden or element.tag in _SKIPPED
                if is_hidden:
                    self._add_hidden(element)
                if left_out:
                    walker.skip_subtree()
                else:
                    self._enter(element)
                continue
            if not left_out:
                self._leave(element)
            left_out = False
            if element is not root:
                self._flow.add(_SPACE.sub(" ", element.tail or ""))
        return self._flow.finish()

    def _is_hidden(self, element: Any) -> bool:
        is_hidden = element.get(f"{_TEXT}style-name") in self._hidden_styles
        return is_hidden and element.tag in (*_PARAGRAPHS, f"{_TEXT}span")

    def _add_hidden(self, element: Any) -> None:
        text = _SPACE.sub(" ", "".join(element.itertext()))
        if element.tag in _PARAGRAPHS:
            self._flow.begin_paragraph()
            self._flow.add(text, hidden=True)
            self._flow.end_paragraph()
        else:
            self._flow.add(text, hidden=True)

    def _enter(self, element: Any) -> None:
        tag, flow = element.tag, self._flow
        if tag in _PARAGRAPHS:
            flow.begin_paragraph()
        elif tag == f"{_TEXT}note":
            flow.begin_note()
        elif tag == f"{_TABLE}table-row":
            self._rows += 1
            flow.begin_row()
        elif tag in _CELLS and self._rows:
            flow.begin_cell()
        is_raised = (
            tag == f"{_TEXT}span" and element.get(f"{_TEXT}style-name") in self._raised_styles
        )
        flow.add(_said(element), raised=is_raised)

    def _leave(self, element: Any) -> None:
        tag, flow = element.tag, self._flow
        if tag in _PARAGRAPHS:
            flow.end_paragraph()
        elif tag == f"{_TEXT}note":
            flow.end_note()
        elif tag == f"{_TABLE}table-row":
            self._rows -= 1
            flow.end_row()
        elif tag in _CELLS and self._rows:
            flow.end_cell()


def _said(element: Any) -> str:
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c", "1")[: len(str(_SPACES))]  # more make no difference
        return " " * min(int(count), _SPACES) if count.isdecimal() else " "
    sign = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
    return sign + _SPACE.sub(" ", element.text or "")
