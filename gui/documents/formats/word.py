"""The text of Word files: DOCX, found through its relationships, and the XML of Word 2003.

Read with the standard library and lxml. python-docx, which was tried first, leaves out tracked
insertions, content controls, text boxes and footnotes, and does not protect itself against
hostile files. Imported with the first such file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, Notice
from ..text.hidden_text import without_marks
from .office_package import FlatPackage, Package, joined_parts, plain_name
from .symbol_fonts import sign, with_signs
from .text_flow import Look, TextFlow
from .word_equations import EQUATION, equation_text
from .word_styles import NO_STYLES, WordStyles, look_of, paragraph_ground, read_styles

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the ISO variant of the same
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_RELATED = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}annotation"
_KINDS = "p r t sym tr tc txbxContent footnote endnote altChunk del moveFrom ruby".split()
_ROLES = ("footnotes", "endnotes", "header", "footer")

ReadPart = Callable[[bytes, str], str]
"""Returns the text of a document inside a document, from its bytes and its name."""


def read_docx(data: bytes, read_part: ReadPart) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a Word file, its paragraphs separated by blank lines, and notices.

    Notes, headers and footers follow the text, each once. It is the document in which all
    tracked changes are accepted, with hidden text marked. *read_part* reads the documents inside
    it.

    Raises :class:`DocumentError` if the file is damaged.
    """
    return _text_of(Package(data), read_part)


def read_flat_word(root: Any, read_part: ReadPart) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and notices of a Word file in one XML file, the tree *root*.

    It is of Word 2003 or what Word later calls *Word XML*. Raises :class:`DocumentError` if it is
    damaged.
    """
    if root.tag.startswith(_WORD_2003):
        return _word_2003(root)
    return _text_of(FlatPackage(root), read_part)


def _text_of(package: Package, read_part: ReadPart) -> tuple[str, tuple[Notice, ...]]:
    main = package.word_document()
    if main is None:
        raise DocumentError(Message(AboutDocument.DAMAGED_OFFICE))
    related = package.relationships(main)
    named = [r.target for r in related.values() if r.role == "styles"]
    styles = next(iter(named), "word/styles.xml")
    is_there = plain_name(styles) in package.names
    story = _Story(read_styles(package.tree(styles)) if is_there else NO_STYLES)
    parts = []
    for name in [main, *_parts_behind(package, main)]:
        related = package.relationships(name)

        def chunk(number: str, related: Any = related) -> str:
            target = related[number].target
            return read_part(package.part(target), target)

        parts.append(story.paragraphs(package.tree(name), chunk))
    return joined_parts(parts), tuple(story.notices())


def _word_2003(root: Any) -> tuple[str, tuple[Notice, ...]]:
    styles = root.find(f"{_WORD_2003}styles")
    story = _Story(NO_STYLES if styles is None else read_styles(styles))
    heads = [*root.iter(f"{_WORD_2003}hdr", f"{_WORD_2003}ftr")]
    parts = [story.paragraphs(body, None) for body in root.iter(f"{_WORD_2003}body")]
    parts += [story.paragraphs(head, None) for head in heads]
    return joined_parts(parts), tuple(story.notices())


def _parts_behind(package: Package, main: str) -> list[str]:
    """Return the names of notes, headers and footers, in the order in which they are read."""
    related = list(package.relationships(main).values())
    folder = main.rpartition("/")[0]
    found: dict[str, None] = {}
    for role in _ROLES:
        names = [r.target for r in related if r.role == role]
        names += [name for name in package.names if _is_usual(name, folder, role)]
        found |= dict.fromkeys(name for name in names if name in package.names)
    return list(found)


def _is_usual(name: str, folder: str, role: str) -> bool:
    """Return whether Word itself would name a part of this role so, such as ``header2.xml``."""
    start = f"{folder}/{role}" if folder else role
    number = name.removeprefix(start).removesuffix(".xml")
    return name == f"{start}{number}.xml" and (number.isdecimal() or not number)


class _Story:
    """Walks through the parts of one document and remembers what was left out."""

    def __init__(self, styles: WordStyles) -> None:
        self._styles = styles
        self._deletions = 0
        self._unread = 0
        self._use(_WORD)
        self._flow = TextFlow()
        self._chunk: Callable[[str], str] | None = None
        self._tables = 0
        self._boxes = 0
        self._paper = False  # whether the page has a colour of its own
        self._raised = False  # whether the run in hand stands above the line

    def _use(self, word: str) -> None:
        self._word = word
        self._signs = {f"{word}tab": "\t", f"{word}ptab": "\t", f"{word}br": "\n"}
        self._signs |= {f"{word}cr": "\n", f"{word}noBreakHyphen": "\u2011"}
        self._skipped = {_FALLBACK, f"{word}tabs", f"{word}pPr", f"{word}rPr", f"{word}sectPr"}
        # What is not among these has nothing to say; a file has a hundred thousand of it.
        self._kinds = {f"{word}{name}" for name in _KINDS} | self._skipped | set(self._signs)
        self._kinds |= {EQUATION, _ANNOTATION}
        self._run, self._text = f"{word}r", f"{word}t"
        self._run_properties = f"{word}rPr"

    def paragraphs(self, root: Any, chunk: Callable[[str], str] | None) -> list[str]:
        """Return the paragraphs of a part; *chunk* returns the text of a related document."""
        for word in (_STRICT, _WORD_2003, _WORD):
            if root.tag.startswith(word):
                self._use(word)
        self._flow, self._chunk = TextFlow(), chunk
        self._paper = root.find(f"{self._word}background") is not None
        walker = etree.iterwalk(root, events=("start", "end"))
        left_out = False
        for event, element in walker:
            tag = element.tag
            if tag not in self._kinds:
                continue
            if tag == self._text:
                if event == "start":
                    self._flow.add(self._said(element), raised=self._raised)
            elif tag == self._run:
                if event == "start" and self._is_hidden(element):
                    self._flow.add(self._said_inside(element), hidden=True)
                    walker.skip_subtree()
            elif event == "end":
                if not left_out:
                    self._leave(element)
                left_out = False
            elif self._is_left_out(element):
                walker.skip_subtree()
                left_out = True
            else:
                self._enter(element)
        return self._flow.finish()

    def notices(self) -> Iterator[Notice]:
        """Yield what the reader should know of what was left out."""
        if self._deletions:
            one, many = AboutDocument.TRACKED_DELETION, AboutDocument.TRACKED_DELETIONS
            yield Notice("deletions", counted(one, many, self._deletions), self._deletions)
        if self._unread:
            one, many = AboutDocument.UNREAD_PART, AboutDocument.UNREAD_PARTS
            yield Notice("unread-parts", counted(one, many, self._unread), self._unread)

    def _is_left_out(self, element: Any) -> bool:
        """Return whether an element is passed over; what must be told of it is taken down."""
        tag, word = element.tag, self._word
        if tag in self._skipped:
            return True
        if tag == f"{word}moveFrom":
            return True
        if tag in (f"{word}footnote", f"{word}endnote"):
            return str(element.get(f"{word}type", "normal")) != "normal"  # the line above notes
        if tag == f"{word}del":
            self._deletions += 1
            return True
        if tag == _ANNOTATION and element.get(f"{word}type") in ("Word.Deletion", "Word.Comment"):
            self._deletions += element.get(f"{word}type") == "Word.Deletion"
            return True
        properties = {f"{word}tr": f"{word}trPr", f"{word}tc": f"{word}tcPr"}.get(tag)
        if properties is not None and self._is_gone(element.find(properties)):
            return True
        if tag == f"{word}ruby":
            base, above = (element.find(f"{word}{part}") for part in ("rubyBase", "rt"))
            self._flow.add("".join(self._said_inside(e) for e in (base, above) if e is not None))
            return True
        if tag == EQUATION:
            self._add_equation(element)
            return True
        return False

    def _add_equation(self, element: Any) -> None:
        if self._flow.is_open:
            self._flow.add(equation_text(element))
        else:
            self._flow.add_paragraph(without_marks(equation_text(element)))

    def _enter(self, element: Any) -> None:
        tag, word, flow = element.tag, self._word, self._flow
        if tag == f"{word}p":
            flow.begin_paragraph()
        elif tag == f"{word}tr":
            self._tables += 1
            flow.begin_row()
        elif tag == f"{word}tc":
            if self._tables:
                flow.begin_cell()
        elif tag == f"{word}txbxContent":
            self._boxes += 1
        elif tag in (f"{word}footnote", f"{word}endnote") and word == _WORD_2003:
            flow.begin_note()
        elif tag == f"{word}altChunk":
            self._add_chunk(element)
        else:
            flow.add(self._said(element))

    def _leave(self, element: Any) -> None:
        tag, word, flow = element.tag, self._word, self._flow
        if tag == f"{word}p":
            mark = element.find(f"{word}pPr/{word}rPr")
            flow.end_paragraph(goes_on=self._is_gone(mark))
        elif tag == f"{word}tr":
            self._tables -= 1
            flow.end_row()
        elif tag == f"{word}tc":
            if self._tables:
                flow.end_cell()
        elif tag == f"{word}txbxContent":
            self._boxes -= 1
        elif tag in (f"{word}footnote", f"{word}endnote") and word == _WORD_2003:
            flow.end_note()

    def _is_gone(self, properties: Any) -> bool:
        """Return whether a paragraph's mark, a row or a cell is gone, by its properties.

        It is taken down if it was deleted; what was moved is told where it stands now.
        """
        if properties is None:
            return False
        word = self._word
        found = properties.findall(_ANNOTATION)
        is_deleted = any(each.get(f"{word}type") == "Word.Deletion" for each in found)
        is_deleted |= any(properties.find(f"{word}{e}") is not None for e in ("del", "cellDel"))
        self._deletions += is_deleted
        return is_deleted or properties.find(f"{word}moveFrom") is not None

    def _add_chunk(self, element: Any) -> None:
        number = next((element.get(name) for name in _RELATED if element.get(name)), "")
        try:
            text = "" if self._chunk is None else self._chunk(number)
        except (KeyError, DocumentError):
            text = ""
        self._unread += not text
        for paragraph in text.split("\n\n"):
            self._flow.add_paragraph(paragraph)

    def _said(self, element: Any) -> str:
        """Return the text that an element itself stands for."""
        word = self._word
        if element.tag == self._text:
            text = element.text or ""
            return self._with_signs(element, text) if not text.isascii() else text
        if element.tag == f"{word}sym":
            code = element.get(f"{word}char", "")
            font = element.get(f"{word}font", "")
            try:
                return sign(int(code, 16), font)
            except ValueError:  # Word 2003 writes the character itself
                return with_signs(code, font)
        return self._signs.get(element.tag, "")

    def _with_signs(self, element: Any, text: str) -> str:
        fonts = element.getparent().find(f"{self._word}rPr/{self._word}rFonts")
        font = "" if fonts is None else fonts.get(f"{self._word}ascii", "")
        return with_signs(text, font or "Symbol")

    def _said_inside(self, element: Any) -> str:
        skipped = (f"{self._word}del", f"{self._word}rPr")
        return "".join(
            self._said(each) for each in element.iter(etree.Element) if each.tag not in skipped
        )

    def _is_hidden(self, run: Any) -> bool:
        word = self._word
        properties = run.find(self._run_properties)
        self._raised = False
        if properties is not None:
            place = properties.find(f"{word}vertAlign")
            self._raised = place is not None and place.get(f"{word}val") == "superscript"
        elif not self._styles.hide:
            return False
        look = look_of(properties, word)
        if look.colour is None and not self._styles.hide:
            return look.hides(on_paper=False)
        paragraph = next(run.iterancestors(f"{word}p"), None)
        about = None if paragraph is None else paragraph.find(f"{word}pPr")
        if self._styles.hide:
            look = look.over(self._style(properties, "rStyle")).over(self._style(about, "pStyle"))
        if look.ground is None:
            look = look._replace(ground=paragraph_ground(about, word))
        return look.hides(on_paper=not (self._tables or self._boxes or self._paper))

    def _style(self, properties: Any, name: str) -> Look:
        """Return the look of the style that *properties* refer to."""
        named = None if properties is None else properties.find(f"{self._word}{name}")
        return self._styles.of(None if named is None else named.get(f"{self._word}val"))
