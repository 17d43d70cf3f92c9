r"""The archive of an office file: its parts, found by name or through their relationships.

Names are compared without regard to case, and with either slash: some programs write
``word\document.xml`` or ``Word/Document.xml``. Nothing is fetched, and nothing is expanded
beyond a limit.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from base64 import b64decode
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError

_LARGEST = 50_000_000  # bytes that one part of an archive may unpack to
_DAMAGED = Message(AboutDocument.DAMAGED_OFFICE)
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "[content_types].xml"
_USUAL_MAIN = "word/document.xml"


class Relationship(NamedTuple):
    """What one part says of another: its role, the last word of the type, and its name."""

    role: str
    target: str


class Package:
    """The parts of an archive by their names, in lower case and with slashes.

    Raises :class:`DocumentError` if the archive is damaged.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise DocumentError(_DAMAGED) from None
        self._entries = {plain_name(e.filename): e for e in self._archive.infolist()}

    @property
    def names(self) -> list[str]:
        """The names of all parts, sorted."""
        return sorted(self._entries)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises :class:`DocumentError` if it is damaged, not there, or unpacks to too much.
        """
        try:
            with self._archive.open(self._entries[plain_name(name)]) as file:
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

    def tree(self, name: str) -> Any:
        """Return the tree of an XML part.

        Raises :class:`DocumentError` as ``part`` and ``parsed_xml`` do.
        """
        return parsed_xml(self.part(name))

    def relationships(self, of: str = "") -> dict[str, Relationship]:
        """Return the relationships of a part, or of the whole package, by their ids.

        Only those to other parts are given: none leads out of the file.
        """
        folder, name = posixpath.split(plain_name(of))
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self.names:
            return {}
        found = {}
        for element in self.tree(listed).iter("{*}Relationship"):
            if element.get("TargetMode", "").lower() == "external":
                continue
            target = unquote(element.get("Target", "")).replace("\\", "/")
            whole = posixpath.normpath(posixpath.join("/", folder, target))
            role = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(role, plain_name(whole))
        return found

    def word_document(self) -> str | None:
        """Return the name of the part that holds a Word file's text, None in another file."""
        names = self.names
        typed = self._typed()
        related = [r.target for r in self.relationships().values() if r.role == "officeDocument"]
        in_word = [name for name in related if name.startswith("word/")]
        candidates = (*(n for n in related if n in typed), *typed, *in_word, _USUAL_MAIN)
        return next((name for name in candidates if name in names), None)

    def _typed(self) -> list[str]:
        """Return the names of the parts whose content type is that of a Word file's text."""
        if _TYPES not in self.names:
            return []
        return [
            plain_name(element.get("PartName", ""))
            for element in self.tree(_TYPES).iter("{*}Override")
            if _is_word_text(element.get("ContentType", ""))
        ]


class FlatPackage(Package):
    """The parts of an office file that is one XML file, the tree *root* (Flat OPC)."""

    def __init__(self, root: Any) -> None:
        self._parts = {
            plain_name(part.get(f"{_PACKAGE}name", "")): part
            for part in root.iter(f"{_PACKAGE}part")
        }

    @property
    def names(self) -> list[str]:
        """The names of all parts, sorted."""
        return sorted(self._parts)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part that is not XML.

        Raises :class:`DocumentError` if it is damaged or not there.
        """
        data = None if (found := self._found(name)) is None else found.find(f"{_PACKAGE}binaryData")
        try:
            return b64decode("" if data is None else data.text or "")
        except ValueError:
            raise DocumentError(_DAMAGED) from None

    def tree(self, name: str) -> Any:
        """Return the tree of an XML part; raise :class:`DocumentError` if it is not there."""
        found = self._found(name)
        data = None if found is None else found.find(f"{_PACKAGE}xmlData")
        if data is None or not len(data):
            raise DocumentError(_DAMAGED)
        return data[0]

    def _found(self, name: str) -> Any:
        return self._parts.get(plain_name(name))

    def _typed(self) -> list[str]:
        types = (
            (name, part.get(f"{_PACKAGE}contentType", "")) for name, part in self._parts.items()
        )
        return [name for name, content_type in types if _is_word_text(content_type)]


def plain_name(name: str) -> str:
    r"""Return the name of a part as names are compared.

    >>> plain_name("\\Word\\Document.xml")
    'word/document.xml'
    """
    return name.replace("\\", "/").lstrip("/").lower()


def _is_word_text(content_type: str) -> bool:
    plain = content_type.lower()
    return plain.endswith("main+xml") and ("wordprocessingml." in plain or "ms-word." in plain)


def parsed_xml(data: bytes, *, encoding: str | None = None) -> Any:
    """Return the tree of an office file's XML; *encoding* overrides what it says of itself.

    Raises :class:`DocumentError` if it is damaged or declares entities.
    """
    # Nothing is fetched or expanded; word processors write no entities.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding=encoding
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        raise DocumentError(_DAMAGED) from None
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise DocumentError(Message(AboutDocument.ENTITIES))
    return root


def joined_parts(parts: list[list[str]]) -> str:
    """Return the paragraphs of *parts* between blank lines; a shared header appears once."""
    shown: dict[str, None] = {}
    for part in parts:
        block = "\n\n".join(part)
        if block:
            shown[block] = None
    return "\n\n".join(shown)
