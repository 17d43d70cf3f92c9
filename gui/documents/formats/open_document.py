"""The text of OpenDocument files, in an archive (ODT) or as one XML file (FODT).

Read with the standard library and lxml: odfpy is no longer maintained and does not protect itself
against hostile files. Imported with the first such file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, Notice
from .office_package import Package, joined_parts
from .text_flow import PLAIN, Look, TextFlow

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_HIDDEN_FIELDS = frozenset((f"{_TEXT}hidden-text",))
_INLINE = frozenset((f"{_TEXT}span", *_HIDDEN_FIELDS))
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"}
    | {f"{_DRAWING}title", f"{_DRAWING}desc"}
)
_SPACE = re.compile(r"[ \t\r\n]+")
_POINTS = re.compile(r"([0-9.]{1,8})pt")
_MOST_STYLES = 20  # styles that are based on each other
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
    styles = _Styles(roots)
    story = _Story(styles)
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


class _Styles:
    """The styles of a file, by name: which hide text, and which raise it above the line."""

    def __init__(self, roots: list[Any]) -> None:
        styles = [style for root in roots for style in root.iter(f"{_STYLE}style")]
        properties = [(style, each) for style in styles for each in style]
        named = [(s.get(f"{_STYLE}name", ""), each) for s, each in properties]
        self.raised = frozenset(name for name, each in named if _is_raised(each))
        self._on_paper = not any(
            _ground(each) for root in roots for each in root.iter(f"{_STYLE}page-layout-properties")
        )
        self._looks: dict[str, Look] = {}
        parents = {}
        for style in styles:
            name = style.get(f"{_STYLE}name", "")
            parents[name] = style.get(f"{_STYLE}parent-style-name", "")
            self._looks[name] = _look_of(style)
        self._looks = {name: self._resolved(name, parents) for name in self._looks}

    def _resolved(self, name: str, parents: dict[str, str]) -> Look:
        look = self._looks[name]
        for _ in range(_MOST_STYLES):
            name = parents[name]
            if name not in parents:
                break
            look = look.over(self._looks[name])
        return look

    def of(self, name: str | None) -> Look:
        """Return the look of the style *name*; ``PLAIN`` if there is none."""
        return self._looks.get(name or "", PLAIN)

    def hides(self, look: Look, *, in_table: bool) -> bool:
        """Return whether nobody sees text of this look."""
        return look.hides(on_paper=self._on_paper and not in_table)


def _look_of(style: Any) -> Look:
    text = style.find(f"{_STYLE}text-properties")
    about = style.find(f"{_STYLE}paragraph-properties")
    ground = None if about is None else _ground(about)
    if text is None:
        return Look(ground=ground)
    shown = text.get(f"{_TEXT}display")
    size, colour = text.get(f"{_FO}font-size", ""), text.get(f"{_FO}color", "")
    points = _POINTS.fullmatch(size)
    return Look(
        None if shown is None else shown == "none",
        float(points[1]) if points else None,
        colour.removeprefix("#") or None,
        _ground(text) or ground,
    )


def _ground(properties: Any) -> str | None:
    said: str = properties.get(f"{_FO}background-color", "transparent")
    return None if said == "transparent" else said.removeprefix("#")


def _is_raised(properties: Any) -> bool:
    place: str = properties.get(f"{_STYLE}text-position", "")
    return place.startswith("super") or (place[:1].isdecimal() and not place.startswith("0"))


class _Story:
    """Walks through the parts of one document."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._flow = TextFlow()
        self._rows = 0
        self._boxes = 0

    def paragraphs(self, root: Any) -> list[str]:
        """Return the paragraphs of a part."""
        self._flow, self._rows, self._boxes = TextFlow(), 0, 0
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
        tag = element.tag
        if tag in _HIDDEN_FIELDS:
            return str(element.get(f"{_TEXT}is-hidden")) == "true"
        if tag == f"{_TEXT}section":
            return str(element.get(f"{_TEXT}display")) == "none"
        if tag in _PARAGRAPHS:
            look = self._styles.of(element.get(f"{_TEXT}style-name"))
            if element.find(f"{_TEXT}hidden-paragraph[@{_TEXT}is-hidden='true']") is not None:
                return True
            spans = element.iter(f"{_TEXT}span")  # one of another colour would be seen
            return self._hides(look) and all(self._hides(self._look_at(span)) for span in spans)
        if tag != f"{_TEXT}span":
            return False
        return self._hides(self._look_at(element))

    def _look_at(self, element: Any) -> Look:
        """Return the look of a span, with what it takes from what is around it."""
        look = self._styles.of(element.get(f"{_TEXT}style-name"))
        for each in element.iterancestors():
            if each.tag in _PARAGRAPHS or each.tag == f"{_TEXT}span":
                look = look.over(self._styles.of(each.get(f"{_TEXT}style-name")))
            if each.tag in _PARAGRAPHS:
                break
        return look

    def _hides(self, look: Look) -> bool:
        return self._styles.hides(look, in_table=bool(self._rows or self._boxes))

    def _add_hidden(self, element: Any) -> None:
        flow = self._flow
        if element.tag in _INLINE:
            flow.add(_SPACE.sub(" ", _text_in(element)), hidden=True)
            return
        for each in element.iter(*_PARAGRAPHS):
            if each is not element and next(each.iterancestors(*_PARAGRAPHS), None) is not None:
                continue
            flow.begin_paragraph()
            flow.add(_SPACE.sub(" ", _text_in(each)), hidden=True)
            flow.end_paragraph()

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
        elif tag == _BOX:
            self._boxes += 1
        is_raised = (
            tag == f"{_TEXT}span" and element.get(f"{_TEXT}style-name") in self._styles.raised
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
        elif tag == _BOX:
            self._boxes -= 1


def _text_in(element: Any) -> str:
    """Return the text of a hidden element; a hidden field may have it in an attribute."""
    return "".join(element.itertext()) or element.get(f"{_TEXT}string-value", "")


def _said(element: Any) -> str:
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c", "1")[: len(str(_SPACES))]  # more make no difference
        return " " * min(int(count), _SPACES) if count.isdecimal() else " "
    sign = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
    return sign + _SPACE.sub(" ", element.text or "")
