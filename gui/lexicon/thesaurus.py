"""Which phrases may stand for each other, answered from files that are never read whole.

The word aligner asks this millions of times, and the answer is mostly no. ``Thesaurus`` looks it
up in the mapped file that ``gui.training.thesaurus_builder`` writes, ``MyThes`` in one in the
format of LibreOffice; ``NoThesaurus`` and ``Combined`` spare callers the question whether there
is one, or several.

**The program's own file**, little-endian: a header (``HEADER``); a fingerprint of every phrase,
first, sorted, of the heads, which have an entry of their own in the word list, then, sorted, of
the rest; for every head the number by which lists refer to it; for every phrase where its list
ends; the lists. The list of a phrase has all heads that are linked to it. It is sorted, and each
number is written as its difference from the one before: below ``FAR`` in one byte, others in two,
the high byte first and raised by ``FAR``. Heads that occur in the same lists have numbers close
to each other; with that and the two sizes of a difference the file takes less than five
megabytes.

**A MyThes thesaurus** is ``th_en_US_v2.idx`` and ``.dat`` where LibreOffice installs it. The
index names the encoding, then the number of entries, then in sorted lines ``word|offset``. At
that offset of the data is ``word|2``, followed by a line for each of two meanings:
``(noun)|imagination|creation (generic term)``.
"""

from __future__ import annotations

import mmap
import re
import struct
import sys
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Protocol

from ..messages import CopydeskError, Message
from ..messages.about_model import AboutModel
from .grammar import phrase_forms

MAGIC = b"CDTHESAU"
VERSION = 1
HEADER = struct.Struct("<8sIIII")  # magic, version; numbers of heads, phrases, bytes of lists
FAR = 128  # differences from here on take two bytes
MOST_HEADS = 256 * (256 - FAR)  # what two bytes can tell apart
MOST_WORDS = 4  # of a phrase; longer ones are not swapped in texts

_CACHED_PHRASES = 1 << 15  # about as many as two long articles have
_CACHED_LISTS = 1 << 13  # some 8 MB; the longest is unpacked in a tenth of a millisecond
_CACHED_SETS = 1 << 9  # some 4 MB; articles of one day have the same words
_NONE: frozenset[object] = frozenset()
_NOTE = re.compile(r" \([^()]*\)$")  # "(generic term)", "(similar term)"
_OPPOSITE = " (antonym)"  # marks a word that is no synonym
_MOST_DIGITS = 18  # of an offset; one with more would not fit into eight bytes
# The longest English entry has 71 meanings; a damaged number must not make it endless.
_MOST_MEANINGS = 500
_LONGEST_LINE = 1 << 20  # bytes; the longest of the English data has 8,514


class ThesaurusError(CopydeskError):
    """A file is no thesaurus, or is damaged; the message names it and says what is wrong.

    ``clause`` is the same without a full stop; its place ``name`` is the file.
    """

    def __init__(self, clause: Message) -> None:
        super().__init__(Message(AboutModel.SENTENCE, clause=clause))
        self.clause = clause


class Related(Protocol):
    """What a thesaurus answers; phrases are in lower case, with one space between words.

    Two phrases may stand for each other, or are forms of one word, if a key of one is among the
    keys or the synonyms of the other.
    """

    def keys(self, phrase: str) -> frozenset[object]:
        """Return the keys of the listed forms of *phrase*; none if no form is listed."""

    def synonyms(self, phrase: str) -> frozenset[object]:
        """Return the keys of all phrases that are related to *phrase*."""


class NoThesaurus:
    """Knows no phrase: takes the place of a thesaurus where there is none."""

    def keys(self, phrase: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()

    def synonyms(self, phrase: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()


class Combined:
    """Several thesauri as one: it relates what any of them relates."""

    def __init__(self, *parts: Related) -> None:
        self._parts = parts

    def keys(self, phrase: str) -> frozenset[object]:
        """Return the keys of *phrase* in all of the thesauri."""
        return frozenset((n, x) for n, part in enumerate(self._parts) for x in part.keys(phrase))

    def synonyms(self, phrase: str) -> frozenset[object]:
        """Return the keys of all phrases that any of the thesauri relates to *phrase*."""
        return frozenset(
            (n, x) for n, part in enumerate(self._parts) for x in part.synonyms(phrase)
        )


def _mapped(path: Path) -> mmap.mmap:
    """Map the file at *path* for reading; raises ThesaurusError if that fails."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # ValueError: the file is empty
        raise ThesaurusError(
            Message(AboutModel.NOT_OPENED, name=str(path), why=str(error))
        ) from error


def fingerprint(phrase: str) -> int:
    """Return the number of eight bytes that stands for *phrase* in the file.

    It is shorter than the phrase. The builder checks that those of all listed phrases differ;
    another phrase has the same number as one of them once in 10^14 questions.
    """
    digest = blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


@lru_cache(maxsize=1)
def _numbers_of_lists() -> list[int]:
    """Return all numbers that lists may have: thousands of lists share these few objects."""
    return list(range(1 << 16))


class Thesaurus:
    """A thesaurus in the program's own format; threads may share it."""

    def __init__(self, name: str, data: memoryview) -> None:
        self._heads, phrases, packed = _read_header(name, data)
        names = HEADER.size + 8 * phrases
        ends = names + 2 * (self._heads + self._heads % 2)
        lists = ends + 4 * phrases
        if len(data) != lists + packed:
            raise ThesaurusError(Message(AboutModel.WRONG_SIZE, name=name))
        self._prints: Sequence[int] = data[HEADER.size : names].cast("Q")
        self._names: Sequence[int] = data[names:ends].cast("H")
        self._ends: Sequence[int] = data[ends:lists].cast("I")
        self._packed = data[lists:]
        self._numbers = lru_cache(_CACHED_PHRASES)(self._find_numbers)
        self._list = lru_cache(_CACHED_LISTS)(self._unpack)
        self._linked = lru_cache(_CACHED_SETS)(self._find_linked)

    @classmethod
    def open(cls, path: Path) -> Thesaurus:
        """Map the file at *path*; raises ThesaurusError if it is missing or damaged.

        The file is not read. Damage further inside is not noticed; it leads to wrong answers
        but to no error.
        """
        return cls(str(path), memoryview(_mapped(path)))

    def keys(self, phrase: str) -> frozenset[object]:
        """Return the numbers of the listed forms of *phrase*; for heads, those of lists too."""
        found = self._numbers(phrase)
        if not found:
            return _NONE
        return frozenset(
            [*[~x for x in found], *[self._names[x] for x in found if x < self._heads]]
        )

    def synonyms(self, phrase: str) -> frozenset[object]:
        """Return the numbers of all heads that are linked to a form of *phrase*."""
        return self._linked(self._numbers(phrase))

    def _find_numbers(self, phrase: str) -> tuple[int, ...]:
        """Return the numbers of all forms of *phrase* that are listed."""
        if phrase.count(" ") >= MOST_WORDS:
            return ()
        found = map(self._number, map(fingerprint, phrase_forms(phrase)))
        return tuple([number for number in found if number is not None])

    def _find_linked(self, numbers: tuple[int, ...]) -> frozenset[object]:
        """Return the numbers of all heads that are linked to one of some phrases."""
        return frozenset(chain.from_iterable(map(self._list, numbers)))

    @cached_property
    def _starts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the fingerprints with each first byte start, among heads and among the others."""
        firsts = [first << 56 for first in range(257)]
        prints, heads = self._prints, self._heads
        return (
            [bisect_left(prints, first, 0, heads) for first in firsts],
            [bisect_left(prints, first, heads) for first in firsts],
        )

    def _number(self, wanted: int) -> int | None:
        prints, first = self._prints, wanted >> 56
        for starts in self._starts:
            end = starts[first + 1]
            number = bisect_left(prints, wanted, starts[first], end)
            if number < end and prints[number] == wanted:
                return number
        return None

    def _unpack(self, x: int) -> tuple[int, ...]:
        """Return the sorted numbers of all heads that are linked to phrase *x*."""
        start = self._ends[x - 1] if x else 0
        shared = _numbers_of_lists()
        found: list[int] = []
        name = 0
        distances = iter(bytes(self._packed[start : self._ends[x]]))
        for distance in distances:
            if distance >= FAR:
                distance = (distance - FAR << 8) + next(distances, 0)
            name = name + distance & 0xFFFF  # it can be greater only in a damaged file
            found.append(shared[name])
        return tuple(found)


def _read_header(name: str, data: memoryview) -> tuple[int, int, int]:
    """Return the numbers of heads, phrases and bytes of lists."""
    if len(data) < HEADER.size or data[: len(MAGIC)] != MAGIC:
        raise ThesaurusError(Message(AboutModel.NO_THESAURUS, name=name))
    _, version, heads, phrases, packed = HEADER.unpack(data[: HEADER.size])
    if version != VERSION:
        raise ThesaurusError(
            Message(AboutModel.OTHER_VERSION, name=name, found=version, wanted=VERSION)
        )
    if heads > min(phrases, MOST_HEADS):
        raise ThesaurusError(Message(AboutModel.TOO_MANY_HEADS, name=name))
    if sys.byteorder != "little":
        raise ThesaurusError(Message(AboutModel.OTHER_MACHINE, name=name))
    return heads, phrases, packed


class MyThes:
    """A MyThes thesaurus; its entries are read when they are asked for. Threads may share it."""

    def __init__(self, name: str, index: bytes | mmap.mmap, data: bytes | mmap.mmap) -> None:
        self._index, self._data = index, data
        encoding, after = _line(index, 0)
        count, self._first = _line(index, after)
        self._encoding = encoding.decode("ascii", "replace").strip().removeprefix("microsoft-")
        try:
            b" ".decode(self._encoding)  # Python decodes an empty text by any name
        except (LookupError, ValueError) as error:
            raise ThesaurusError(
                Message(AboutModel.NO_ENCODING, name=name, why=str(error))
            ) from error
        if _number(count) is None or _line(data, 0)[0] != encoding:
            raise ThesaurusError(Message(AboutModel.WRONG_FIRST_LINES, name=name))
        if _number(count) and not self._starts_well():
            raise ThesaurusError(Message(AboutModel.DATA_DISAGREE, name=name))
        self._forms = lru_cache(_CACHED_PHRASES)(phrase_forms)
        self._of_word = lru_cache(_CACHED_LISTS)(self._read_synonyms)

    @classmethod
    def open(cls, path: Path) -> MyThes:
        """Map the index at *path* (``.idx``) and the data beside it (``.dat``).

        Raises ThesaurusError if one of them is missing or not part of a thesaurus. Damage
        further inside is not noticed; a damaged entry counts as not listed.
        """
        return cls(str(path), *(_mapped(path.with_suffix(end)) for end in (".idx", ".dat")))

    def keys(self, phrase: str) -> frozenset[object]:
        """Return *phrase* and those plain forms of it that have an entry.

        A plain form without an entry would relate all words that might be derived from it.
        """
        return frozenset([phrase, *[form for form in self._forms(phrase) if self._of_word(form)]])

    def synonyms(self, phrase: str) -> frozenset[object]:
        """Return the synonyms in the entries of all forms of *phrase*."""
        return frozenset[object]().union(*map(self._of_word, self._forms(phrase)))

    def _read_synonyms(self, word: str) -> frozenset[str]:
        """Return *word* and the synonyms of its entry in lower case; nothing without an entry."""
        try:
            key = word.encode(self._encoding)
        except UnicodeError:
            return frozenset()
        offset = self._find(key)
        if offset is None:
            return frozenset()
        title, at = _line(self._data, offset)
        listed, _, digits = title.rpartition(b"|")
        meanings = _number(digits)
        if listed != key or meanings is None:
            return frozenset()
        found = {word}
        for _ in range(min(meanings, _MOST_MEANINGS)):
            line, at = _line(self._data, at)
            for synonym in line.decode(self._encoding, "replace").split("|")[1:]:
                if not synonym.endswith(_OPPOSITE):
                    found.add(_NOTE.sub("", synonym).lower())
        return frozenset(found)

    def _find(self, key: bytes) -> int | None:
        """Return the offset of the entry of *key* in the data, None if there is none."""
        index = self._index
        low, high = self._first, len(index)
        while low < high:
            middle = (low + high) // 2
            start = max(index.rfind(b"\n", low, middle) + 1, low)
            line, after = _line(index, start)
            word, _, offset = line.rpartition(b"|")
            if word == key:
                return _number(offset)
            if word < key:
                low = after
            else:
                high = start
        return None

    def _starts_well(self) -> bool:
        """Return whether the first entry is where the index says."""
        word, _, digits = _line(self._index, self._first)[0].rpartition(b"|")
        offset = _number(digits)
        return offset is not None and _line(self._data, offset)[0].startswith(word + b"|")


def _number(digits: bytes) -> int | None:
    """Return the number that *digits* are, or None if they are none or too many."""
    return int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else None


def _line(data: bytes | mmap.mmap, start: int) -> tuple[bytes, int]:
    """Return the line that begins at *start*, and where the next one does."""
    last = min(start + _LONGEST_LINE, len(data))
    end = data.find(b"\n", start, last)
    if end < 0:
        end = last
    return data[start:end].rstrip(b"\r"), end + 1
