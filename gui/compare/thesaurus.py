"""Which phrases may stand for each other, answered from a file that is never read whole.

The word aligner asks this millions of times, mostly to hear no. ``Thesaurus`` looks it up in
the mapped file that ``thesaurus_build`` writes; ``NoThesaurus`` and ``Combined`` spare callers
the question whether there is one.

The file, little-endian: a header (``HEADER``); a fingerprint of every phrase, sorted among the
heads, which have an entry of their own in the word list, and sorted among the rest; for every
head the name by which lists call it; for every phrase where its list ends; the lists. The list
of a phrase has all heads that are linked to it. It is sorted, and each name is written as its
distance from the one before: below ``FAR`` as one byte, others as two, the greater part first
and raised by ``FAR``. The names are given so that heads which stand in the same lists have
names near each other; that and the two sizes of a distance bring the file below five megabytes.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import Protocol

from .inflections import phrase_forms

MAGIC = b"CDTHESAU"
VERSION = 1
HEADER = struct.Struct("<8sIIII")  # magic, version; how many heads, phrases, bytes of lists
FAR = 128  # distances from here on take two bytes
MOST_HEADS = 256 * (256 - FAR)  # what two bytes can tell apart
MOST_WORDS = 4  # of a phrase; longer ones swap for nothing in a text

PHRASES_KEPT = 1 << 15  # about the different phrases of two long articles
PAIRS_KEPT = 1 << 16  # some 15 MB; to work an answer out again takes microseconds
LISTS_KEPT = 1 << 13  # some 3 MB; the longest is unpacked in a tenth of a millisecond
_CIRCLES_KEPT = 1 << 10  # sets of related heads, some 10 MB; only nearness wants them


class ThesaurusError(Exception):
    """A file is no thesaurus or is damaged; the message names it and says what is wrong."""


class Related(Protocol):
    """What every thesaurus answers; phrases are in small letters, one space between words."""

    def related(self, a: str, b: str) -> bool:
        """Return whether *a* may stand for *b*, or *b* for *a*."""

    def knows(self, a: str) -> bool:
        """Return whether *a* is listed, or a plain form it may be an inflection of."""

    def names(self, a: str) -> frozenset[object]:
        """Return what stands for the listed forms of *a* in ``circle``."""

    def circle(self, a: str) -> frozenset[object]:
        """Return the names of all that is related to *a*.

        Where a phrase meets many others, ``related`` is asked more quickly of these sets: *a*
        and *b* are related if the names of one meet the other's names or circle.
        """

    def nearness(self, a: str, b: str) -> float:
        """Return from 0 to 1 how many related phrases *a* and *b* have in common."""


class NoThesaurus:
    """Knows nothing: stands in where there is no thesaurus."""

    def related(self, a: str, b: str) -> bool:
        """Return False."""
        return False

    def knows(self, a: str) -> bool:
        """Return False."""
        return False

    def names(self, a: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()

    def circle(self, a: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()

    def nearness(self, a: str, b: str) -> float:
        """Return 0."""
        return 0.0


class Combined:
    """Several thesauri as one: what one of them says holds."""

    def __init__(self, *parts: Related) -> None:
        self._parts = parts

    def related(self, a: str, b: str) -> bool:
        """Return whether one of the thesauri relates *a* and *b*."""
        return any(part.related(a, b) for part in self._parts)

    def knows(self, a: str) -> bool:
        """Return whether one of the thesauri knows *a*."""
        return any(part.knows(a) for part in self._parts)

    def names(self, a: str) -> frozenset[object]:
        """Return the names of *a* in all of the thesauri."""
        return frozenset((n, x) for n, part in enumerate(self._parts) for x in part.names(a))

    def circle(self, a: str) -> frozenset[object]:
        """Return the names of what any of the thesauri relates to *a*."""
        return frozenset((n, x) for n, part in enumerate(self._parts) for x in part.circle(a))

    def nearness(self, a: str, b: str) -> float:
        """Return the greatest nearness that one of the thesauri finds."""
        return max((part.nearness(a, b) for part in self._parts), default=0.0)


def mapped(path: Path) -> mmap.mmap:
    """Map the file at *path* for reading; raises ThesaurusError where that fails."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # ValueError: the file is empty
        raise ThesaurusError(f"The thesaurus {path} cannot be opened: {error}") from error


def fingerprint(phrase: str) -> int:
    """Return the eight bytes by which *phrase* is known; the build checks that all differ.

    They are shorter than the phrase, and that a phrase which is not listed has those of one
    that is will not happen in the life of the program (once in 10^14 questions).
    """
    digest = blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


class Thesaurus:
    """A thesaurus in the format of ``thesaurus_build``; threads may share it."""

    def __init__(self, name: str, data: memoryview) -> None:
        self._heads, phrases, packed = _read_header(name, data)
        names = HEADER.size + 8 * phrases
        ends = names + 2 * (self._heads + self._heads % 2)
        lists = ends + 4 * phrases
        if len(data) != lists + packed:
            raise ThesaurusError(f"The thesaurus {name} is damaged: its size is wrong.")
        self._prints: Sequence[int] = data[HEADER.size : names].cast("Q")
        self._names: Sequence[int] = data[names:ends].cast("H")
        self._ends: Sequence[int] = data[ends:lists].cast("I")
        self._packed = data[lists:]
        self._numbers = lru_cache(PHRASES_KEPT)(self._find_numbers)
        self._list = lru_cache(LISTS_KEPT)(self._unpack)
        self._circle = lru_cache(_CIRCLES_KEPT)(self._join_lists)
        self._related = lru_cache(PAIRS_KEPT)(self._are_related)
        self._nearness = lru_cache(PAIRS_KEPT)(self._measure_nearness)

    @classmethod
    def open(cls, path: Path) -> Thesaurus:
        """Map the file at *path*; raises ThesaurusError where it is missing or damaged.

        The file is not read: damage inside it is not noticed, and gives wrong answers only.
        """
        return cls(str(path), memoryview(mapped(path)))

    def related(self, a: str, b: str) -> bool:
        """Return whether *a* may stand for *b*, or *b* for *a*, or both are forms of one word."""
        return self._related(a, b) if a <= b else self._related(b, a)

    def knows(self, a: str) -> bool:
        """Return whether *a* is listed, or a plain form it may be an inflection of."""
        return bool(self._numbers(a))

    def names(self, a: str) -> frozenset[object]:
        """Return the numbers of the listed forms of *a*; those of heads also as lists have them."""
        found = self._numbers(a)
        return frozenset(
            [*[~x for x in found], *[self._names[x] for x in found if x < self._heads]]
        )

    def circle(self, a: str) -> frozenset[object]:
        """Return the names of all heads linked to *a*."""
        return self._join_lists(a)

    def nearness(self, a: str, b: str) -> float:
        """Return the cosine between the heads related to *a* and those related to *b*."""
        return self._nearness(a, b) if a <= b else self._nearness(b, a)

    def _find_numbers(self, phrase: str) -> tuple[int, ...]:
        """Return the numbers of all forms of *phrase* that are listed."""
        if phrase.count(" ") >= MOST_WORDS:
            return ()
        found = [self._number(fingerprint(form)) for form in phrase_forms(phrase)]
        return tuple([number for number in found if number is not None])

    def _number(self, wanted: int) -> int | None:
        prints, heads = self._prints, self._heads
        for start, end in ((0, heads), (heads, len(prints))):
            number = bisect_left(prints, wanted, start, end)
            if number < end and prints[number] == wanted:
                return number
        return None

    def _are_related(self, a: str, b: str) -> bool:
        ours = self._numbers(a)
        theirs = self._numbers(b) if ours else ()
        for x in ours:
            for y in theirs:
                if x == y or self._are_linked(x, y):
                    return True
        return False

    def _are_linked(self, x: int, y: int) -> bool:
        if y >= self._heads:
            x, y = y, x
            if y >= self._heads:
                return False
        found, name = self._list(x), self._names[y]
        at = bisect_left(found, name)
        return at < len(found) and found[at] == name

    def _unpack(self, x: int) -> array[int]:
        """Return the sorted names of all heads linked to *x*."""
        start = self._ends[x - 1] if x else 0
        found = array("H")
        name = 0
        distances = iter(bytes(self._packed[start : self._ends[x]]))
        for distance in distances:
            if distance >= FAR:
                distance = (distance - FAR << 8) + next(distances, 0)
            name = name + distance & 0xFFFF  # only in a damaged file it would be greater
            found.append(name)
        return found

    def _join_lists(self, phrase: str) -> frozenset[int]:
        """Return the names of all heads linked to one of the forms of *phrase*."""
        return frozenset(chain.from_iterable(map(self._list, self._numbers(phrase))))

    def _measure_nearness(self, a: str, b: str) -> float:
        ours = self._circle(a)
        theirs = self._circle(b) if ours else ours
        common = len(ours & theirs)
        return common / sqrt(len(ours) * len(theirs)) if common else 0.0


def _read_header(name: str, data: memoryview) -> tuple[int, int, int]:
    """Return the numbers of heads, phrases and bytes of lists."""
    if len(data) < HEADER.size or data[: len(MAGIC)] != MAGIC:
        raise ThesaurusError(f"{name} is no thesaurus.")
    _, version, heads, phrases, packed = HEADER.unpack(data[: HEADER.size])
    if version != VERSION:
        raise ThesaurusError(f"The thesaurus {name} has version {version}, not {VERSION}.")
    if heads > min(phrases, MOST_HEADS):
        raise ThesaurusError(f"The thesaurus {name} is damaged: it has more heads than phrases.")
    if sys.byteorder != "little":
        raise ThesaurusError(f"The thesaurus {name} is for little-endian machines only.")
    return heads, phrases, packed
