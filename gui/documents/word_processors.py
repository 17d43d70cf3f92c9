"""The text of word processors' files: DOCX, ODT and RTF.

DOCX and ODT are archives of XML, read with the standard library and lxml. The well-known readers
were tried first: python-docx leaves out tracked insertions, content controls, text boxes and
footnotes; odfpy is no longer maintained; neither protects itself against hostile files. RTF is
read with ``striprtf``, which is optional. Imported with the first such file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError, missing_library

_LARGEST = 50_000_000  # bytes that one part of an archive may unpack to
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the ISO variant of the same
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_SPACE = re.compile(r"[ \t\r\n]+")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
_SPACES = 1000  # most of them in a row
_DAMAGED = Message(AboutDocument.DAMAGED_OFFICE)


def read_docx(data: bytes) -> str:
    """Return the text of a Word file, its paragraphs separated by blank lines.

    Notes, headers and footers follow the text, each once; text that tracked changes deleted is
    left out. Raises :class:`DocumentError` if the file is damaged.
    """
    with _opened(data) as archive:
        names = sorted(archive.namelist())
        parts = [
            "word/document.xml",
            *filter(_NOTES.fullmatch, names),
            *filter(_HEADER.fullmatch, names),
            *filter(_FOOTER.fullmatch, names),
        ]
        return _joined(_word_paragraphs(_parsed(archive, name)) for name in parts)


def read_odt(data: bytes) -> str:
    """Return the text of an OpenDocument text, its paragraphs separated by blank lines.

    Headers and footers follow the text, each once. Raises :class:`DocumentError` if the file is
    damaged or encrypted.
    """
    with _opened(data) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in _part(
            archive, "META-INF/manifest.xml"
        ):
            raise DocumentError(Message(AboutDocument.ENCRYPTED))
        body = list(_open_paragraphs(_parsed(archive, "content.xml")))
        heads, feet = [], []
        if "styles.xml" in names:
            for master in _parsed(archive, "styles.xml").iter(f"{_STYLE}master-page"):
                heads += [list(_open_paragraphs(e)) for e in master.iter(f"{_STYLE}header")]
                feet += [list(_open_paragraphs(e)) for e in master.iter(f"{_STYLE}footer")]
        return _joined([body, *heads, *feet])


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise DocumentError(_DAMAGED) from None


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(_LARGEST + 1)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise DocumentError(_DAMAGED) from None
    except Exception as error:  # zlib.error and the like, which have no base class in common
        if type(error).__module__ not in ("zlib", "lzma", "bz2", "_lzma"):
            raise
        raise DocumentError(_DAMAGED) from None
    if len(data) > _LARGEST:
        size = round(_LARGEST / 1e6)
        raise DocumentError(Message(AboutDocument.UNPACKS_TO_TOO_MUCH, size=size))
    return data


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    # Nothing is fetched or expanded; word processors write no entities.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_part(archive, name), parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise DocumentError(_DAMAGED) from None
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise DocumentError(Message(AboutDocument.ENTITIES))
    return root


def _joined(parts: Any) -> str:
    """Join paragraphs; a header that several pages share appears once."""
    shown: dict[str, None] = {}
    texts: list[str] = []
    for part in parts:
        paragraphs = [p for p in part if p]
        block = "\n\n".join(paragraphs)
        if paragraphs and block not in shown:
            shown[block] = None
            texts.append(block)
    return "\n\n".join(texts)


def _word_paragraphs(root: Any) -> Iterator[str]:
    word = _STRICT if root.tag.startswith(_STRICT) else _WORD
    signs = {f"{word}tab": "\t", f"{word}br": "\n", f"{word}cr": "\n"}
    signs[f"{word}noBreakHyphen"] = "\u2011"
    skipped = {_FALLBACK, f"{word}moveFrom", f"{word}del", f"{word}tabs"}

    def said(element: Any) -> str:
        if element.tag == f"{word}t":
            return element.text or ""
        return signs.get(element.tag, "")

    return _paragraphs(root, {f"{word}p"}, skipped, said, lambda element: "")


def _open_paragraphs(root: Any) -> Iterator[str]:
    skipped = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"}
    skipped |= {f"{_DRAWING}title", f"{_DRAWING}desc"}

    def said(element: Any) -> str:
        if element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")[: len(str(_SPACES))]  # more make no difference
            return " " * min(int(count), _SPACES) if count.isdecimal() else " "
        sign = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(element.tag, "")
        return sign + _SPACE.sub(" ", element.text or "")

    def behind(element: Any) -> str:
        return _SPACE.sub(" ", element.tail or "")

    return _paragraphs(root, {f"{_TEXT}p", f"{_TEXT}h"}, skipped, said, behind)


def _paragraphs(
    root: Any,
    starts: set[str],
    skipped: set[str],
    said: Callable[[Any], str],
    behind: Callable[[Any], str],
) -> Iterator[str]:
    """Yield the text of each paragraph; one inside another (a text box, a note) counts by itself.

    *starts* are the tags of paragraphs, *skipped* those whose subtree is left out; *said* and
    *behind* return the text at an element's start and after its end.
    """
    pieces: list[str] = []
    depth = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        is_start = element.tag in starts
        if event == "start" and element.tag in skipped:
            walker.skip_subtree()
            continue
        if is_start:
            yield "".join(pieces).strip()
            pieces.clear()
            depth += 1 if event == "start" else -1
        if depth:
            pieces.append(said(element) if event == "start" else behind(element))
    yield "".join(pieces).strip()


def read_rtf(data: bytes) -> str:
    """Return the text of an RTF file, its paragraphs separated by blank lines.

    Raises :class:`DocumentError` if the file is damaged or ``striprtf`` is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise missing_library("RTF", "striprtf") from None
    try:
        # RTF is ASCII; other bytes belong to the code page that the file names.
        convert: Callable[..., str] = rtf_to_text
        text = convert(data.decode("latin-1"), errors="replace")
    except MemoryError:
        raise
    except Exception:  # the library raises all kinds of exceptions for damaged files
        raise DocumentError(_DAMAGED) from None
    lines = (line.strip() for line in re.split(r"[\n\r\x0c]", text))
    return "\n\n".join(line for line in lines if line)
