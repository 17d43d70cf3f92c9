"""A thesaurus in the MyThes format, which LibreOffice installs as ``th_en_US_v2.idx`` and ``.dat``.

The index names the encoding, then the number of entries, then in sorted lines ``word|offset``.
At that offset of the data stands ``word|2`` and then a line for each of two meanings:
``(noun)|imagination|creation (generic term)``.
"""

from __future__ import annotations

import mmap
import re
from functools import lru_cache
from pathlib import Path

from .inflections import phrase_forms
from .thesaurus import LISTS_KEPT, PHRASES_KEPT, ThesaurusError, mapped

_NOTE = re.compile(r" \([^()]*\)$")  # "(generic term)", "(similar term)"
_OPPOSITE = " (antonym)"  # marks the one kind of word that stands for no other
_MOST_DIGITS = 18  # of an offset; one with more would not fit into eight bytes
# Of the English entries one has 71 meanings; a damaged number must not read on for ever.
_MOST_MEANINGS = 500
_LONGEST_LINE = 1 << 20  # bytes; the longest of the English data has 8,514


class MyThes:
    """A MyThes thesaurus; its entries are read when they are asked for. Threads may share it."""

    def __init__(self, name: str, index: bytes | mmap.mmap, data: bytes | mmap.mmap) -> None:
        self._index, self._data = index, data
        encoding, after = _line(index, 0)
        count, self._first = _line(index, after)
        self._encoding = encoding.decode("ascii", "replace").strip().removeprefix("microsoft-")
        try:
            b" ".decode(self._encoding)  # an empty text is decoded in whatever name
        except (LookupError, ValueError) as error:
            raise ThesaurusError(f"The thesaurus {name} has no encoding: {error}") from error
        if _number(count) is None or _line(data, 0)[0] != encoding:
            raise ThesaurusError(f"The thesaurus {name} is damaged: its first lines are wrong.")
        if _number(count) and not self._starts_well():
            raise ThesaurusError(f"The thesaurus {name} is damaged: index and data do not agree.")
        self._forms = lru_cache(PHRASES_KEPT)(phrase_forms)
        self._synonyms = lru_cache(LISTS_KEPT)(self._read_synonyms)

    @classmethod
    def open(cls, path: Path) -> MyThes:
        """Map the index at *path* (``.idx``) and the data beside it (``.dat``).

        Raises ThesaurusError where one of them is missing or is no part of a thesaurus. Damage
        further inside is not noticed: such an entry counts as not listed.
        """
        return cls(str(path), *(mapped(path.with_suffix(end)) for end in (".idx", ".dat")))

    def names(self, phrase: str) -> frozenset[object]:
        """Return *phrase* and the plain forms it may be an inflection of that have an entry.

        A plain form without one would make relatives of all words that might come from it.
        """
        return frozenset([phrase, *[form for form in self._forms(phrase) if self._synonyms(form)]])

    def circle(self, phrase: str) -> frozenset[object]:
        """Return what the entries of all forms of *phrase* list."""
        return frozenset[object]().union(*map(self._synonyms, self._forms(phrase)))

    def _read_synonyms(self, word: str) -> frozenset[str]:
        """Return *word* and what its entry lists in small letters; nothing without an entry."""
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
        """Return where the entry of *key* stands in the data."""
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
        """Return whether the first entry stands where the index says."""
        word, _, digits = _line(self._index, self._first)[0].rpartition(b"|")
        offset = _number(digits)
        return offset is not None and _line(self._data, offset)[0].startswith(word + b"|")


def _number(digits: bytes) -> int | None:
    """Return the number that *digits* are, or None where they are none or too many."""
    return int(digits) if digits.isdigit() and len(digits) <= _MOST_DIGITS else None


def _line(data: bytes | mmap.mmap, start: int) -> tuple[bytes, int]:
    """Return the line that begins at *start*, and where the next one does."""
    last = min(start + _LONGEST_LINE, len(data))
    end = data.find(b"\n", start, last)
    if end < 0:
        end = last
    return data[start:end].rstrip(b"\r"), end + 1
