"""Guesses the encoding of a text, with a detector and by its words.

The detector, ``chardet``, is unsure of short texts. Its answers are then compared by what words do
not have in them, and by the alphabets of languages: the letters beyond ASCII that occur together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from types import MappingProxyType

import regex

from .known_encodings import Decoded, forced, strict
from .word_letters import (
    accented_words,
    fits_a_language,
    is_everyday,
    late_capitals,
    misfits,
    oddities,
)

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
_FOR_WORDS = 1 << 20  # bytes whose words are compared with known ones
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


def guessed(data: bytes) -> Decoded | None:
    """Return *data* decoded in the most likely encoding; None if there is no evidence for any.

    It is not UTF-8, and has no mark at its beginning that says what it is.

    >>> guessed("Größe und Maß, Öl und Übermut".encode("latin-1")).encoding
    'windows-1252'
    """
    return _priced(data, _detected(data))


def _detected(data: bytes) -> Decoded | None:
    seen = data[:_SEEN]
    high = len(seen) - len(seen.translate(None, _HIGH))
    if high and _is_punctuated(data):
        return Decoded(data.decode("windows-1252"), "windows-1252")
    # Imported here because its tables take 50 ms to load.
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
    r"""Return *data* as ISO 8859-15 where *found* has prices whose sign would be the euro there.

    In other encodings its byte is the generic currency sign, which hardly anybody writes. Letters
    may change as well, if that is no odder: ``Škoda`` is ``Śkoda`` in ISO 8859-2.

    >>> _priced(b"5 \xa4", Decoded("5 ¤", "windows-1252"))
    Decoded(text='5 €', encoding='iso-8859-15', undecodable=0)
    """
    if found is not None and _PRICE.search(found.text) is not None:
        text = strict(data, _WITH_EURO)
        if text is not None and (
            text == found.text.replace("¤", "€") or _is_no_odder(data, found.encoding)
        ):
            return Decoded(text, _WITH_EURO)
    return found


def _is_no_odder(data: bytes, encoding: str) -> bool:
    """Return whether the words of *data* fit as well in ISO 8859-15 as in *encoding*."""
    telling = _beyond_ascii(data[:_SEEN])
    with_euro, other = strict(telling, _WITH_EURO), strict(telling, encoding)
    return with_euro is not None and other is not None and _oddness(with_euro) <= _oddness(other)


def _oddness(text: str) -> tuple[int, int, bool]:
    """Return a number that grows the less the words of *text* fit a language."""
    return misfits(text), late_capitals(text), not fits_a_language(text)


def _most_fitting(data: bytes, found: Sequence[str]) -> Decoded | None:
    """Return *data* decoded in the encoding in which most of its words fit a language.

    Among equals that is the first one *found* if it is one of another script, else the most
    common of them, which also has most of the letters that may be written next.

    >>> _most_fitting("Žižka, Łukasz".encode("windows-1250"), ["windows-1252"]).encoding
    'windows-1250'
    """
    telling = _beyond_ascii(data[:_SEEN])
    telling += b"?" if b"?" in data[:_SEEN] or b"!" in data[:_SEEN] else b""
    named = {name.lower() for name in found}
    best, least = _read_as(data, found[0]), None
    for place, name in enumerate(dict.fromkeys((*COMMON, *named))):
        read = strict(telling, name)
        if read is None or (name == "gb18030" and _KANA.search(read)):
            continue
        signs = int(len(set(_HANGUL.findall(read))) >= _MANY)
        if name in COMMON and _TWO_NOT_LATIN.search(read) is not None:
            signs += (name in named) + (name == found[0].lower())
        elif name == found[0].lower() and not accented_words(read):  # quotation marks and dashes
            signs = 1
        key = (*_oddness(read), not is_everyday(read, name), -signs, place)
        if least is None or key < least:
            decoded = _read_as(data, name)
            if decoded is not None and not decoded.undecodable:
                best, least = decoded, key
    return best


def with_most_words(data: bytes, texts: Iterable[str], guess: str) -> str:
    """Return the encoding in which *data* has most of the non-ASCII words of *texts*.

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
        telling = _beyond_ascii(data[:_FOR_WORDS])
    # Of the two that have the euro sign where others have none, the common one comes first.
    names = dict.fromkeys((guess, COMMON[0], _WITH_EURO, *COMMON, *_RARE))
    for name in names if telling else ():
        text = strict(telling, name) or ""
        found = (len(accented_words(text) & wanted), len(pieces.intersection(text.split("\n"))))
        if found > most and strict(data, name) is not None:
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
        if wider is not None and (text := strict(data, wider)) is not None:
            return Decoded(text.removeprefix("\ufeff"), wider)
    return forced(data, _WIDER.get(name, name))


def _is_punctuated(data: bytes) -> bool:
    r"""Return whether quotes and dashes of windows-1252 are all there is besides ASCII.

    They stand at the edges of words, or before ``s`` and the like. In other encodings the same
    bytes are letters, as in the German word for *beautiful* in a code page of DOS.

    >>> _is_punctuated(b"It\x92s \x93late\x94"), _is_punctuated(b"sch\x94n")
    (True, False)
    """
    text = strict(data, "windows-1252")
    return text is not None and set(text) - _ASCII <= _MARKS_OF_1252 and not _INSIDE.search(text)
