"""Recognizes what a poorer encoding leaves of a text: question marks, letters without accents.

A program that saves in an encoding without some letters replaces them by signs, one for each
character, UTF-16 unit or byte, or by letters and signs that look or sound alike. No person is
behind that, whatever the text says afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ..file.csv_format import Dialect

_PIECES = re.compile(r"[\0-\x7f]+|[^\0-\x7f]")
_SIGNS = "?_\ufffd"  # what stands for any letter
_LONGEST = 500_000  # characters of a text that is looked at
_STEPS = (
    300_000  # letters, in each way to read the text, that are looked at, which takes half a second
)
_PATHS = 32  # ways to read a text that are followed at once; more of them are no sign of anything
# Letters, and what programs write for each of them that reads or looks alike.
_ALIKE_LINES = """
‘’‚‛′ʻʼ ' `
“”„‟″«» " '' << >>
‹› ' < >
‐‑‒–− -
—― - --
•·∙ * - . ·
… ...
đ d
Đ D Ð
ø o
Ø O
ł l
Ł L
ı i
İ I
ħ h
Ħ H
ŧ t
Ŧ T
Æ AE A
æ ae a
Œ OE O
œ oe o
ß ss B
ẞ SS ß
Þ TH T
þ th t
Ð D
ð d
ŋ n
Ŋ N
ƒ f
ə e
Ä Ae
Ö Oe
Ü Ue
ä ae
ö oe
ü ue
å aa
€ EUR E
£ GBP L
¥ JPY Y
© (C) (c) c
® (R) (r) r
™ TM (TM) T
× x *
÷ / :
→ -> >
← <- <
≤ <= =
≥ >= =
≠ != =
≈ ~
∞ 8
° o
¿ ?
¡ !
α a
β ß
Γ G
δ d
ε e
Θ T
π p
Σ S
σ s
τ t
Φ F
φ f
Ω O
μ µ u
µ u
"""
_ALIKE = MappingProxyType(
    {
        letter: tuple(ways)
        for letters, *ways in map(str.split, _ALIKE_LINES.strip().split("\n"))
        for letter in letters
    }
)
# In which a program may have read UTF-8, to save it as that once more.
_MISREAD_AS = ("windows-1252", "latin-1", "windows-1250", "windows-1251", "mac-roman", "cp932")
_UNDEFINED = "\x81\x8d\x8f\x90\x9d"  # in windows-1252, whose users' programs keep them


class LostLetters(NamedTuple):
    """What a text lost: distinct ``letters``, how ``many`` in all, and whether to ``signs``.

    Signs stand for any letter; else others that are like them took their place. ``letters`` are
    none where the text was read in a wrong encoding.
    """

    letters: frozenset[str]
    many: int
    signs: bool


def lost_in(known: str, there: str) -> LostLetters | None:
    """Return what *there* lacks if it is *known* in a poorer encoding; None for another text.

    >>> lost_in("日本 ñ", "?? ñ") == LostLetters(frozenset("日本"), 2, True)
    True
    >>> lost_in("naïve", "naive").letters, lost_in("naïve", "naïve?")
    (frozenset({'ï'}), None)
    """
    if known.isascii() or known == there or len(known) > _LONGEST:
        return None
    for width in (len, _units, _bytes):
        found = _followed(known, there, width)
        if found is not None:
            return found
    if there in _misread(known):
        return LostLetters(frozenset(), sum(not letter.isascii() for letter in known), True)
    return None


def among(known: str, texts: Sequence[str]) -> list[str]:
    """Return those of the sorted *texts* that are *known*, perhaps in a poorer encoding.

    Only texts with the same beginning are checked, of thousands.
    """
    if known.isascii():
        return [known]
    begun = {""}
    for found in _PIECES.finditer(known):
        piece = found[0]
        ways = [piece] if piece.isascii() else [piece, *_instead(piece), *_any(piece)]
        tried = {start + way for start in begun for way in ways}
        begun = {start for start in tried if _begins_one(start, texts)}
        if not begun or len(begun) > _PATHS:
            break
    there = [text for text in (*begun, *_misread(known)) if _is_one(text, texts)]
    return [text for text in dict.fromkeys(there) if text == known or lost_in(known, text)]


def _begins_one(start: str, texts: Sequence[str]) -> bool:
    place = bisect_left(texts, start)
    return place < len(texts) and texts[place].startswith(start)


def _is_one(text: str, texts: Sequence[str]) -> bool:
    place = bisect_left(texts, text)
    return place < len(texts) and texts[place] == text


def _any(letter: str) -> list[str]:
    widths = {len(letter), _units(letter), _bytes(letter)}
    return [sign * width for sign in _SIGNS for width in widths]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _followed(known: str, there: str, width: Callable[[str], int]) -> LostLetters | None:
    """Follow *known* through *there*, where *width* signs stand for a letter, if any do."""
    places: dict[int, LostLetters] = {0: LostLetters(frozenset(), 0, signs=False)}
    steps = 0
    for found in _PIECES.finditer(known):
        piece = found[0]
        steps += len(places)
        further: dict[int, LostLetters] = {}
        for place, lost in places.items():
            if there.startswith(piece, place):
                further.setdefault(place + len(piece), lost)
            elif not piece.isascii():
                ways = _ways(piece, width)
                for way, is_sign in (*ways.get(there[place : place + 1], ()), *ways.get("", ())):
                    if there.startswith(way, place):
                        more = _more(lost, piece, signs=is_sign)
                        further.setdefault(place + len(way), more)
        if not further or len(further) > _PATHS or steps > _STEPS:
            return None
        places = further
    end = places.get(len(there))
    return end if end is not None and end.many else None


@lru_cache(maxsize=1 << 12)
def _ways(letter: str, width: Callable[[str], int]) -> Mapping[str, list[tuple[str, bool]]]:
    """Return what may stand for *letter*, by the first sign of it, and whether it is no letter."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for sign in _SIGNS:
        found.setdefault(sign, []).append((sign * width(letter), True))
    for way in _instead(letter):
        found.setdefault(way[:1], []).append((way, way.startswith(("\\", "&", "<U"))))
    return found


def _more(lost: LostLetters, letter: str, *, signs: bool) -> LostLetters:
    letters = lost.letters if letter in lost.letters else lost.letters | {letter}
    return LostLetters(letters, lost.many + 1, lost.signs or signs)


@lru_cache(maxsize=1 << 12)
def _instead(letter: str) -> tuple[str, ...]:
    """Return what may stand for *letter* alone, other than signs for any letter."""
    number = ord(letter)
    ways = list(_ALIKE.get(letter, ()))
    base = unicodedata.normalize("NFD", letter)
    ways += [unicodedata.normalize("NFC", base[:end]) for end in range(1, len(base))]
    if unicodedata.combining(letter):
        ways.append("")
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not _is_mark(c))
    ways += [plain.replace("\N{FRACTION SLASH}", "/")]
    escape = f"\\u{number:04x}" if number < 1 << 16 else f"\\U{number:08x}"
    short = f"\\x{number:02x}" if number < 256 else escape
    ways += [escape, short, f"&#{number};", f"&#x{number:x};", f"<U+{number:04X}>"]
    return tuple(dict.fromkeys(way for way in ways if way != letter and (way or base == letter)))


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0


def _misread(known: str) -> set[str]:
    """Return what becomes of *known* where its UTF-8 is read in other encodings."""
    data = known.encode("utf-8", "surrogatepass")
    texts = {data.decode(encoding, "replace") for encoding in _MISREAD_AS}
    kept = {ord(letter): letter for letter in _UNDEFINED}
    texts.add("".join(_of_1252(byte, kept) for byte in data))
    return texts


def _of_1252(byte: int, kept: dict[int, str]) -> str:
    return kept.get(byte) or bytes((byte,)).decode("windows-1252")


def poorer_encodings(letters: Iterable[str], dialect: Dialect) -> list[str]:
    """Return the encodings of a file that has *letters* and can be read as *dialect*.

    Those are in any script but ASCII.
    """
    from ...documents.text.encoding_guess import OLDER_ENCODINGS

    text = "".join(letters)
    names = ("ascii", *OLDER_ENCODINGS)
    if dialect.is_unicode:
        return [name for name in names if _encoded(text, name) is not None]
    own = _encoded(text, dialect.encoding)
    alike = [name for name in names if _encoded(text, name) == own]
    return list(dict.fromkeys((dialect.encoding, *alike)))


def lacks_all(encoding: str, letters: Iterable[str]) -> bool:
    """Return whether *encoding* has none of *letters*."""
    return all(_encoded(letter, encoding) is None for letter in letters)


def _encoded(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except (LookupError, UnicodeError):
        return None
