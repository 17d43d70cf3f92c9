"""Bytes become text: byte-order mark, strict UTF-8, then a detector; nothing is lost silently.

The detector is unsure of short texts. Its answers are then compared by what words do not have
in them, and by the alphabets of languages: the letters beyond ASCII that occur together.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from unicodedata import category

import regex

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError, shown_name
from .word_letters import (
    accented_words,
    fits_a_language,
    is_everyday,
    late_capitals,
    misfits,
    oddities,
)

_MARKS = (  # UTF-32 comes before UTF-16, whose little-endian mark is the start of UTF-32's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Codecs of the standard library that turn bytes into text but are no encoding of documents.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
)
# Control characters that prose does not contain. Escape, form feed and the like do occur: in
# texts from terminals and mainframes, and in ISO 2022.
_CONTROL_BYTES = bytes({*range(32), 127} - {*b"\b\t\n\v\f\r\x1a\x1b"})
_CONTROLS = re.compile("[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]+")
_SEVEN_BIT = (b"\x1b$", b"\x1b(", b"~{")  # ISO 2022 and HZ, which are valid ASCII too
_PIECE = 1 << 20  # bytes that are looked at in one call
# A text may have this many control characters, or this share of its characters.
_FEW, _SHARE = 3, 0.05
_SENSELESS = frozenset({"Cc", "Cn", "Co"})  # general categories that do not occur in texts
_GOOD = 2  # valid characters above ASCII for each broken one, in damaged UTF-8
# Programs that name an encoding on the left often write its superset on the right.
_WIDER = MappingProxyType(
    {
        "ascii": "windows-1252",
        "iso-8859-1": "windows-1252",
        "iso-8859-9": "windows-1254",
        "tis-620": "windows-874",
        "shift_jis": "cp932",
        "euc-kr": "cp949",
        "gb2312": "gb18030",
        "big5": "big5hkscs",
    }
)
# The encodings that are tried where the detector is not sure, the most common one first.
COMMON = (
    *("windows-1252", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257"),
    *("iso8859-16", "windows-1251", "windows-1253", "gb18030", "euc-jp", "cp932", "cp949"),
    *("big5hkscs", "koi8-r", "iso-8859-7", "ibm866", "koi8-u"),
    *("windows-874", "cp874", "windows-1256", "windows-1255"),
)
_RARE = (  # those that are tried, too, where it is known what words there should be
    *("iso-8859-4", "iso-8859-13", "iso-8859-3", "iso-8859-5", "iso-8859-8", "iso-8859-6"),
    *("iso-8859-15", "windows-1258", "ibm850", "ibm852", "ibm437", "mac-roman", "mac-latin2"),
    *("mac-cyrillic", "mac-greek", "mac-turkish"),
)
# Those that are read as one with more letters, see ``_WIDER``.
_NARROWER = ("gbk", *(name for name in _WIDER if name not in ("ascii", "tis-620")))
OLDER_ENCODINGS = (*COMMON, *_RARE, *_NARROWER)
"""The encodings without most letters that label files and lists may be in."""
_PIECES = re.compile(rb"[^\s,;\"']+")
_TEXT_PIECES = re.compile(r"[^\s,;\"']+")
_WITH_EURO = "iso-8859-15"
_PRICE = re.compile(r"[0-9]\s?¤|¤\s?[0-9]")
_TWO_NOT_LATIN = regex.compile(r"[\p{L}--\p{Latin}]{2}", regex.VERSION1)
_FIRST = 2_000  # words that are compared in each encoding
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_HANGUL = regex.compile(r"\p{Hangul}")
_MANY = 6  # different syllables of Korean that are hardly there by chance
_HIGH = bytes(range(128, 256))
_LITTLE = 40  # bytes above ASCII, or words with such; with fewer the detector is not sure
_ASCII = frozenset(map(chr, range(128)))
_MARKS_OF_1252 = frozenset("‘’“”–—…€•\u00a0")
_INSIDE = regex.compile(r"\p{L}[‘“”–—…€•]\p{L}|\p{L}’(?!(?:s|t|re|ve|ll|d|m)\b)\p{L}")
_SEEN = 200_000  # bytes that the detector looks at


@dataclass(frozen=True)
class Decoded:
    """A decoded text; ``undecodable`` counts the places where the bytes had to become U+FFFD."""

    text: str
    encoding: str
    undecodable: int = 0


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
        return _forced(data, known_encoding(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _forced(data, name)
    plain = _strict(data, "utf-8")
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
            return _forced(data, "utf-8")
    found = _unmarked(data) or _priced(data, _detected(data))
    if found is not None and not _is_noise(found.text):
        return found
    if plain is not None and not _is_noise(plain):
        return Decoded(plain, "utf-8")
    raise DocumentError(Message(AboutDocument.NO_ENCODING))


def known_encoding(name: str) -> str:
    """Return *name*, of an encoding, in lower case; raise :class:`DocumentError` if unknown.

    >>> known_encoding("Latin-1")
    'latin-1'
    """
    plain = name.strip().lower().replace("_", "-")
    try:
        info = codecs.lookup(plain) if plain.isprintable() else None
    except (LookupError, ValueError):
        info = None
    # bytes.decode reads this attribute too: it is false for hex, zip and other codecs of bytes.
    if info is None or plain in _NO_ENCODINGS or not getattr(info, "_is_text_encoding", True):
        raise DocumentError(Message(AboutDocument.UNKNOWN_ENCODING, name=shown_name(name)))
    return plain


def is_plain_utf8(data: bytes) -> bool:
    """Return whether :func:`decode` takes *data* for UTF-8 without a doubt."""
    return _strict(data, "utf-8") is not None and _may_be_text(data) and not _is_seven_bit(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        if encoding != "utf-8" or len(data) <= _PIECE:
            return data.decode(encoding)
        decoder = codecs.getincrementaldecoder(encoding)()
        texts = [decoder.decode(data[start : start + _PIECE]) for start in _starts(data)]
        return "".join((*texts, decoder.decode(b"", True)))
    except (UnicodeError, LookupError):
        return None


def _starts(data: bytes) -> range:
    """Return the offsets at which pieces of *data* begin that are searched one by one.

    No other thread runs Python while one call searches bytes. For a label file of many megabytes
    that takes a tenth of a second, during which the window would freeze.
    """
    return range(0, len(data), _PIECE)


def _is_seven_bit(data: bytes) -> bool:
    """Return whether what looks like ASCII may be ISO 2022 or HZ."""
    return any(
        data.find(mark, start, start + _PIECE + len(mark) - 1) >= 0
        for start in _starts(data)
        for mark in _SEVEN_BIT
    )


def _forced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    undecodable = text.count("\ufffd")
    if undecodable and encoding.startswith("utf-8"):
        undecodable -= data.count("\ufffd".encode())  # these are in the file itself
    return Decoded(text, encoding, undecodable)


def _declared(data: bytes, name: str) -> Decoded | None:
    try:
        name = known_encoding(name)
    except DocumentError:
        return None
    text = _strict(data, name)
    return None if text is None or _is_noise(text) else Decoded(text, name)


def _may_be_text(data: bytes) -> bool:
    r"""Return whether valid UTF-8 is meant as such: UTF-16 and UTF-32 would have many controls.

    >>> two_cyrillic_letters = b"\x10\x04\x31\x04"
    >>> _may_be_text(two_cyrillic_letters * 4), _may_be_text(b"plain text")
    (False, True)
    """
    controls = len(data) - sum(
        len(data[start : start + _PIECE].translate(None, _CONTROL_BYTES)) for start in _starts(data)
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
            if zeros[low] == 0 and zeros[high] > len(data) / 2 and _strict(data, name):
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
        text = _strict(data, name)
        if not text or _strange(text):
            continue
        # In the wrong byte order the text has rare letters, but no spaces or full stops.
        usual = sum(text.count(sign) for sign in " \n,.、。，؟،")
        if usual > most:
            best, most = Decoded(text, name), usual
    return best


def _strange(text: str) -> bool:
    seen = text[:_SEEN]
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


def _detected(data: bytes) -> Decoded | None:
    seen = data[:_SEEN]
    high = len(seen) - len(seen.translate(None, _HIGH))
    if high and _is_punctuated(data):
        return Decoded(data.decode("windows-1252"), "windows-1252")
    # Imported here because its tables take 50 ms to load, and most files are UTF-8.
    import chardet

    first = _read_as(data, chardet.detect(seen, max_bytes=_SEEN)["encoding"])
    if first is None or not high:
        return first
    odd = oddities(first.text[:_SEEN])
    if high > max(_LITTLE, 20 * odd) and len(accented_words(first.text[:_SEEN])) > _LITTLE:
        return first
    # Where there are few different words, or they look odd, others are tried too.
    answers = chardet.detect_all(seen, ignore_threshold=True, max_bytes=_SEEN)
    close = [a["encoding"] for a in answers if a["confidence"] >= answers[0]["confidence"] / 3]
    return _most_fitting(data, [first.encoding, *filter(None, close)])


def _priced(data: bytes, found: Decoded | None) -> Decoded | None:
    r"""Return *data* as ISO 8859-15 where it is that which *found* has, with euros.

    Their byte is the sign for any currency in other encodings, which hardly anybody writes.

    >>> _priced(b"5 \xa4", Decoded("5 ¤", "windows-1252"))
    Decoded(text='5 €', encoding='iso-8859-15', undecodable=0)
    """
    if found is not None and _PRICE.search(found.text) is not None:
        text = _strict(data, _WITH_EURO)
        if text == found.text.replace("¤", "€"):
            return Decoded(text, _WITH_EURO)
    return found


def _most_fitting(data: bytes, found: Sequence[str]) -> Decoded | None:
    """Return *data* in the encoding in which most of its words fit a language each.

    Among equals that is the first one *found* if it is one of another script, else the most
    common of them, which also has most of the letters that may be written next.

    >>> _most_fitting("Žižka, Łukasz".encode("windows-1250"), ["windows-1252"]).encoding
    'windows-1250'
    """
    telling = _beyond_ascii(data[:_SEEN])
    telling += b"?" if b"?" in data[:_SEEN] or b"!" in data[:_SEEN] else b""
    told = {name.lower() for name in found}
    best, least = _read_as(data, found[0]), None
    for place, name in enumerate(dict.fromkeys((*COMMON, *told))):
        read = _strict(telling, name)
        if read is None or (name == "gb18030" and _KANA.search(read)):
            continue
        is_told = int(len(set(_HANGUL.findall(read))) >= _MANY)
        if name in COMMON and _TWO_NOT_LATIN.search(read) is not None:
            is_told += (name in told) + (name == found[0].lower())
        elif name == found[0].lower() and not accented_words(read):  # quotation marks and dashes
            is_told = 1
        odd = (misfits(read), late_capitals(read), not fits_a_language(read))
        key = (*odd, not is_everyday(read, name), -is_told, place)
        if least is None or key < least:
            decoded = _read_as(data, name)
            if decoded is not None and not decoded.undecodable:
                best, least = decoded, key
    return best


def with_most_words(data: bytes, texts: Iterable[str], guess: str) -> str:
    """Return the encoding in which *data* has most words beyond ASCII of *texts*.

    Among equals, or where there are none, that is the *guess*.

    >>> with_most_words("Łukasz; né".encode("windows-1250"), ["Łukasz"], "windows-1252")
    'windows-1250'
    """
    known = [text for text in texts if not text.isascii()]
    wanted = {word for text in known for word in accented_words(text)}
    # What stands between spaces tells, too, where no word does: signs, as in a price.
    pieces = {piece for text in known for piece in _TEXT_PIECES.findall(text)}
    telling, best, most = b"", guess, (0, 0)
    if known:
        telling = _beyond_ascii(data[:_PIECE])
    # Of the two that have the euro sign where others have none, the common one comes first.
    names = dict.fromkeys((guess, COMMON[0], _WITH_EURO, *COMMON, *_RARE))
    for name in names if telling else ():
        text = _strict(telling, name) or ""
        found = (len(accented_words(text) & wanted), len(pieces.intersection(text.split("\n"))))
        if found > most and _strict(data, name) is not None:
            best, most = name, found
    return best


def _beyond_ascii(data: bytes) -> bytes:
    """Return the first pieces of *data* between spaces that are not ASCII, each of them once."""
    pieces = dict.fromkeys(_PIECES.findall(data))
    return b"\n".join(islice((piece for piece in pieces if not piece.isascii()), _FIRST))


def _read_as(data: bytes, name: str | None) -> Decoded | None:
    if name is None:
        return None
    name = name.lower()
    for wider in (name, _WIDER.get(name)):
        if wider is not None and (text := _strict(data, wider)) is not None:
            return Decoded(text.removeprefix("\ufeff"), wider)
    return _forced(data, _WIDER.get(name, name))


def _is_punctuated(data: bytes) -> bool:
    r"""Return whether quotes and dashes of windows-1252 are all there is besides ASCII.

    They stand at the edges of words, or before ``s`` and the like. In other encodings the same
    bytes are letters, as in the German word for *beautiful* in a code page of DOS.

    >>> _is_punctuated(b"It\x92s \x93late\x94"), _is_punctuated(b"sch\x94n")
    (True, False)
    """
    text = _strict(data, "windows-1252")
    return text is not None and set(text) - _ASCII <= _MARKS_OF_1252 and not _INSIDE.search(text)
