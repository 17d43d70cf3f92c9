"""Bytes become text: byte-order mark, strict UTF-8, then a detector; nothing is lost silently.

The detector is in ``encoding_guess``, which is imported where it is needed: most files are UTF-8.
"""

from __future__ import annotations

import codecs
import re
from unicodedata import category

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from .known_encodings import PIECE, Decoded, forced, known_encoding, starts, strict

_MARKS = (  # UTF-32 comes before UTF-16, whose little-endian mark is the start of UTF-32's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that prose does not contain. Escape, form feed and the like do occur: in
# texts from terminals and mainframes, and in ISO 2022.
_CONTROL_BYTES = bytes({*range(32), 127} - {*b"\b\t\n\v\f\r\x1a\x1b"})
_CONTROLS = re.compile("[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]+")
_SEVEN_BIT = (b"\x1b$", b"\x1b(", b"~{")  # ISO 2022 and HZ, which are valid ASCII too
# A text may have this many control characters, or this share of its characters.
_FEW, _SHARE = 3, 0.05
_SENSELESS = frozenset({"Cc", "Cn", "Co"})  # general categories that do not occur in texts
_LOOKED_AT = 200_000  # characters that tell whether a text is one
_GOOD = 2  # valid characters above ASCII for each broken one, in damaged UTF-8


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    r"""Return the text of *data* and the encoding it was decoded with, by its Python name.

    The encoding is, in this order: *encoding*, which a person chose; that of a byte-order mark;
    UTF-8 where the bytes are valid and not UTF-16 in disguise; UTF-16 recognized by its NUL
    bytes; *declared*, what the document says of itself; UTF-8 with a few broken places; what the
    detector ``chardet`` finds. The text has no byte-order mark. Bytes that mean nothing become
    U+FFFD and are counted.

    Raises :class:`DocumentError` if *encoding* is unknown or no encoding makes *data* a text.

    >>> decode("caf\u00e9".encode("utf-16-le"))
    Decoded(text='café', encoding='utf-16-le', undecodable=0)
    """
    if encoding is not None:
        return forced(data, known_encoding(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return forced(data, name)
    plain = strict(data, "utf-8")
    if plain is not None and _may_be_text(data) and not _is_seven_bit(data):
        return Decoded(plain, "utf-8")
    wide = _wide(data)
    if wide is not None:
        return Decoded(data.decode(wide), wide)
    if declared is not None and (said := _declared(data, declared)) is not None:
        return said
    if plain is None:
        if (paired := _from_surrogates(data)) is not None:
            return paired
        if _is_broken_utf8(data):
            return forced(data, "utf-8")
    found = _unmarked(data)
    if found is None:
        # Imported here because it takes long to load.
        from .encoding_guess import guessed

        found = guessed(data)
    if found is not None and not _is_noise(found.text):
        return found
    if plain is not None and not _is_noise(plain):
        return Decoded(plain, "utf-8")
    raise DocumentError(Message(AboutDocument.NO_ENCODING))


def is_plain_utf8(data: bytes) -> bool:
    """Return whether :func:`decode` takes *data* for UTF-8 without a doubt."""
    return strict(data, "utf-8") is not None and _may_be_text(data) and not _is_seven_bit(data)


def _is_seven_bit(data: bytes) -> bool:
    """Return whether what looks like ASCII may be ISO 2022 or HZ."""
    return any(
        data.find(mark, start, start + PIECE + len(mark) - 1) >= 0
        for start in starts(data)
        for mark in _SEVEN_BIT
    )


def _declared(data: bytes, name: str) -> Decoded | None:
    try:
        name = known_encoding(name)
    except DocumentError:
        return None
    text = strict(data, name)
    return None if text is None or _is_noise(text) else Decoded(text, name)


def _may_be_text(data: bytes) -> bool:
    r"""Return whether valid UTF-8 is meant as such: UTF-16 and UTF-32 would have many controls.

    >>> two_cyrillic_letters = b"\x10\x04\x31\x04"
    >>> _may_be_text(two_cyrillic_letters * 4), _may_be_text(b"plain text")
    (False, True)
    """
    controls = len(data) - sum(
        len(data[start : start + PIECE].translate(None, _CONTROL_BYTES)) for start in starts(data)
    )
    return controls <= max(_FEW, _SHARE * len(data)) and _wide(data) is None


def _wide(data: bytes) -> str | None:
    r"""Return the UTF-16 or UTF-32 that NUL bytes at every second or fourth place indicate.

    >>> _wide(b"h\0i\0"), _wide(b"hi\0")
    ('utf-16-le', None)
    """
    if b"\0" not in data:
        return None
    for width, names in ((4, ("utf-32-be", "utf-32-le")), (2, ("utf-16-be", "utf-16-le"))):
        if len(data) < width or len(data) % width:
            continue
        zeros = [data[place::width].count(0) * width for place in range(width)]
        # Of a letter's bytes the lowest is never NUL, and the highest nearly always is.
        for name, high, low in zip(names, (0, -1), (-1, 0), strict=True):
            if zeros[low] == 0 and zeros[high] > len(data) / 2 and strict(data, name):
                return name
    return None


def _unmarked(data: bytes) -> Decoded | None:
    r"""Decode UTF-16 or UTF-32 without a mark, in any script: no other encoding has NUL bytes.

    >>> _unmarked("\u65e5\u672c\n".encode("utf-16-le"))
    Decoded(text='日本\n', encoding='utf-16-le', undecodable=0)
    """
    if b"\0" not in data:
        return None
    best, most = None, len(data) / 100
    for name in ("utf-32-be", "utf-32-le", "utf-16-be", "utf-16-le"):
        text = strict(data, name)
        if not text or _strange(text):
            continue
        # In the wrong byte order the text has rare letters, but no spaces or full stops.
        usual = sum(text.count(sign) for sign in " \n,.、。，؟،")
        if usual > most:
            best, most = Decoded(text, name), usual
    return best


def _strange(text: str) -> bool:
    seen = text[:_LOOKED_AT]
    return sum(category(c) in _SENSELESS for c in seen if c not in "\t\r\n") > len(seen) / 50


def _is_noise(text: str) -> bool:
    controls = len(text) - len(_CONTROLS.sub("", text))
    return controls > max(_FEW, _SHARE * len(text))


def _is_broken_utf8(data: bytes) -> bool:
    r"""Return whether most bytes above ASCII are valid UTF-8: the file was cut or patched.

    >>> _is_broken_utf8("na\u00efve caf\u00e9 \u2026 no\u201d".encode()[:-1])
    True
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - broken
    return good >= _GOOD * broken and not _is_noise(text)


def _from_surrogates(data: bytes) -> Decoded | None:
    r"""Decode UTF-8 that encodes the surrogates of UTF-16 one by one, as some databases write it.

    A lone surrogate becomes U+FFFD and is counted.

    >>> _from_surrogates(b"\xed\xa0\xbd\xed\xb8\x80")
    Decoded(text='😀', encoding='utf-8', undecodable=0)
    >>> _from_surrogates(b"\xed\xa0\xbd!")
    Decoded(text='�!', encoding='utf-8', undecodable=1)
    """
    try:
        halves = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    except UnicodeDecodeError:
        return None
    text = halves.decode("utf-16-le", "replace")
    return Decoded(text, "utf-8", text.count("\ufffd") - data.count("\ufffd".encode()))
