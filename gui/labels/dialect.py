"""How a label file is written: its encoding, byte-order mark, delimiter and line end."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property

from ..documents import DocumentError
from .writing import plain

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
_SHIFTED = ("iso-2022", "iso2022", "hz", "utf-7")  # encodings in which a comma may be no comma


@dataclass(frozen=True)
class Dialect:
    """The writing of one label file.

    Files are scanned as text in which every character can be turned back into its bytes:
    Latin-1, a character for each byte, or for UTF-16 and UTF-32 the text itself.
    """

    encoding: str = "utf-8"
    mark: bytes = b""
    delimiter: str = ","
    line_end: str = "\r\n"

    @cached_property
    def is_wide(self) -> bool:
        """True where a comma is more than one byte."""
        return self.encoding.startswith(_WIDE)

    @cached_property
    def character_size(self) -> int:
        """The number of bytes that every character is a multiple of."""
        return {"utf-16": 2, "utf-32": 4}.get(self.encoding[:6], 1)

    @cached_property
    def is_unicode(self) -> bool:
        """True where every character can be written."""
        return self.encoding == "utf-8" or self.is_wide

    def scannable(self, data: bytes) -> str:
        """Return *data*, which has no byte-order mark, as text to be scanned."""
        if self.is_wide:
            return data.decode(self.encoding, "surrogatepass")
        return data.decode("latin-1")

    def bytes_of(self, scanned: str) -> bytes:
        """Return the bytes that a piece of scanned text stands for."""
        if self.is_wide:
            return scanned.encode(self.encoding, "surrogatepass")
        return scanned.encode("latin-1")

    def text_of(self, scanned: str) -> str:
        """Return what a piece of scanned text says."""
        if self.is_wide or scanned.isascii():
            return scanned
        return scanned.encode("latin-1").decode(self.encoding, "surrogateescape")

    def scanned(self, text: str) -> str:
        r"""Return *text* as it will be scanned; what the encoding lacks becomes an escape.

        In windows-1252 a snowman becomes ``\u2603``; the journal keeps the snowman.
        """
        text = plain(text)
        if self.is_wide or text.isascii():
            return text
        return text.encode(self.encoding, "backslashreplace").decode("latin-1")

    def expressed(self, text: str) -> str:
        """Return *text* as it will be read back from the file."""
        return self.text_of(self.scanned(text))


def encoding_of(data: bytes, known: str = "utf-8") -> tuple[str, bytes]:
    r"""Return the encoding of a label file that holds *data*, and its byte-order mark.

    Bytes that no encoding explains count as broken UTF-8: they stay as they are. Where it must
    be guessed, *known* comes first, so that a row more does not make another guess of it:
    ``encoding_of(b"caf\xe9", "windows-1252")`` is ``("windows-1252", b"")``.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, mark
    from ..documents.decode import decode  # its libraries take a while, and few files need it

    try:
        name = decode(data).encoding
    except DocumentError:
        return "utf-8", b""
    if name.startswith(_SHIFTED):
        return "utf-8", b""
    if not name.startswith(("utf", *_WIDE)) and known != "utf-8" and _explains(known, data):
        return known, b""
    return name.removesuffix("-sig"), b""


def _explains(encoding: str, data: bytes) -> bool:
    try:
        data.decode(encoding)
    except (LookupError, ValueError):
        return False
    return True
