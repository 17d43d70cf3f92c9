"""Which phrases may stand for each other, answered from a file that is never read whole.

The word aligner asks this millions of times, mostly to hear no. ``Thesaurus`` looks it up in
the mapped file that ``gui.training.thesaurus`` writes; ``NoThesaurus`` and ``Combined`` spare
callers the question whether there is one.

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
LISTS_KEPT = 1 << 13  # some 3 MB; the longest is unpacked in a tenth of a millisecond


class ThesaurusError(Exception):
    """A file is no thesaurus or is damaged; the message names it and says what is wrong."""


class Related(Protocol):
    """What a thesaurus answers; phrases are in small letters, one space between words.

    Two phrases may stand for each other, or are forms of one word, if the names of one meet the
    names or the circle of the other.
    """

    def names(self, phrase: str) -> frozenset[object]:
        """Return what stands for the listed forms of *phrase* in a circle; nothing for none."""

    def circle(self, phrase: str) -> frozenset[object]:
        """Return the names of all that is related to *phrase*."""


class NoThesaurus:
    """Knows nothing: stands in where there is no thesaurus."""

    def names(self, phrase: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()

    def circle(self, phrase: str) -> frozenset[object]:
        """Return nothing."""
        return frozenset()


class Combined:
    """Several thesauri as one: what one of them says holds."""

    def __init__(self, *parts: Related) -> None:
        self._parts = parts

    def names(self, phrase: str) -> frozenset[object]:
        """Return the names of *phrase* in all of the thesauri."""
        return frozenset((n, x) for n, part in enumerate(self._parts) for x in part.names(phrase))

    def circle(self, phrase: str) -> frozenset[object]:
        """Return the names of what any of the thesauri relates to *phrase*."""
        return frozenset((n, x) for n, part in enumerate(self._parts) for x in part.circle(phrase))


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
    """A thesaurus in the format of this module; threads may share it."""

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

    @classmethod
    def open(cls, path: Path) -> Thesaurus:
        """Map the file at *path*; raises ThesaurusError where it is missing or damaged.

        The file is not read: damage inside it is not noticed, and gives wrong answers only.
        """
        return cls(str(path), memoryview(mapped(path)))

    def names(self, phrase: str) -> frozenset[object]:
        """Return the numbers of the listed forms; those of heads also as lists have them."""
        found = self._numbers(phrase)
        return frozenset(
            [*[~x for x in found], *[self._names[x] for x in found if x < self._heads]]
        )

    def circle(self, phrase: str) -> frozenset[object]:
        """Return the names of all heads linked to one of the forms of *phrase*."""
        return frozenset(chain.from_iterable(map(self._list, self._numbers(phrase))))

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
