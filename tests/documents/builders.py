"""Small files of each format, written byte by byte for the tests."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_MIME = "application/vnd.oasis.opendocument.text"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def word_part(body: str, root: str = "document") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{WORD}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:{root}>"
    )


def docx(body: str, **more: str) -> bytes:
    """A Word file of this body; *more* are parts such as ``footer1`` with their paragraphs."""
    parts = {"word/document.xml": word_part(body)}
    parts |= {f"word/{name}.xml": word_part(text, "ftr") for name, text in more.items()}
    return archive(parts)


def word_paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)


def odt(body: str, *, styles: str = "", manifest: str = "") -> bytes:
    names = f'xmlns:text="{ODF}:text:1.0" xmlns:office="{ODF}:office:1.0"'
    names += f' xmlns:style="{ODF}:style:1.0"'
    parts = {"mimetype": ODT_MIME}
    parts["content.xml"] = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    if styles:
        parts["styles.xml"] = f"<office:document-styles {names}>{styles}</office:document-styles>"
    if manifest:
        parts["META-INF/manifest.xml"] = manifest
    return archive(parts)


def column(
    lines: list[str], *, x: float = 50, y: float = 780
) -> list[tuple[float, float, float, str]]:
    """Return *lines* as a page of ``pdf`` has them, below each other."""
    return [(x, y - 14 * i, 11, line) for i, line in enumerate(lines)]


def pdf(
    pages: Sequence[Sequence[tuple[float, float, float, str]]],
    *,
    picture: bool = False,
    password: str = "",
    scale: float = 1,
) -> bytes:
    """A PDF of A4 pages: each line is x, y, type size and text in Helvetica.

    With *scale* all sizes and places in the file are by so much smaller, and the page enlarges it.
    *picture* puts one grey pixel on each page; with *password* the file is encrypted (RC4, 40 bit).
    """
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    objects.append(_stream(image + b"/BitsPerComponent 8", b"\x80"))
    cipher = _Cipher(password) if password else None
    kids = []
    for lines in pages:
        drawn = b"".join(
            b"BT /F %g Tf %g %g Td (%s) Tj ET\n"
            % (size / scale, x / scale, y / scale, _literal(text))
            for x, y, size, text in lines
        )
        if scale != 1:
            drawn = b"q %g 0 0 %g 0 0 cm %sQ\n" % (scale, scale, drawn)
        if picture:
            drawn += b"q 400 0 0 500 50 200 cm /I Do Q\n"
        number = len(objects) + 1
        drawn = cipher.encrypt(drawn, number) if cipher else drawn
        objects.append(_stream(b"<<", drawn))
        kids.append(b"%d 0 R" % (number + 1))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>" % number
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    trailer = b"/Root 1 0 R"
    if cipher:
        objects.append(cipher.dictionary)
        trailer += b"/Encrypt %d 0 R/ID[<%s><%s>]" % (len(objects), b"00" * 16, b"00" * 16)
    return _file(objects, trailer)


def drawn_pdf(*pages: str, rotate: int = 0) -> bytes:
    """A PDF of A4 pages, on each of which one text draws with the font F; *rotate* in degrees."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for content in pages:
        page = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Rotate %d"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (len(objects) + 2, rotate)
        )
        objects += [page, _stream(b"<<", content.encode("cp1252"))]
    return _file(objects, b"/Root 1 0 R")


def _literal(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _stream(start: bytes, content: bytes) -> bytes:
    return start + b"/Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, table)
    return bytes(out)


class _Cipher:
    """The PDF standard security handler, revision 2 (ISO 32000-1, 7.6.3)."""

    _PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def __init__(self, password: str) -> None:
        padded = (password.encode() + self._PAD)[:32]
        owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        self._key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + bytes(16)).digest()[:5]
        user = _rc4(self._key, self._PAD)
        self.dictionary = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
            owner.hex().encode(),
            user.hex().encode(),
        )

    def encrypt(self, data: bytes, number: int) -> bytes:
        key = hashlib.md5(self._key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return _rc4(key, data)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
