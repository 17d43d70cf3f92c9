"""The figures of a comparison by which lists are sorted and filtered, one set for each pair.

``Measures`` are the figures of one pair; ``MeasureTable`` holds those of a whole list in columns,
so that a million pairs can be sorted at once. No Qt here.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import compress
from typing import Any, NamedTuple, TypeAlias

from ..compare import Comparison, SectionKind, rounded_share
from ..documents import shown_name
from ..messages import Message
from ..messages.about_documents import AboutDocument

_SHARE = 10_000  # similarities have four decimals, as in label files
_NO_SHARE = 0xFFFF
_SHARES = struct.Struct("<HH")
_MEASURED, _UNREADABLE = b"m", b"u"


class Measures(NamedTuple):
    """What was counted in one pair.

    ``verbatim`` and ``with_substitutions`` are the two similarities, 0 to 1, None where there are
    no words. ``missing``, ``added`` and ``moved`` count words, ``substitutions`` and
    ``look_alikes`` and ``minor`` changes, those in ``_sections`` whole sections. The last two are
    the lengths of the documents, in words.
    """

    verbatim: float | None
    with_substitutions: float | None
    missing: int
    added: int
    moved: int
    substitutions: int
    substituted_words: int
    look_alikes: int
    minor: int
    missing_sections: int
    added_sections: int
    moved_sections: int
    paired_sections: int
    reference_words: int
    candidate_words: int

    @classmethod
    def of(cls, comparison: Comparison) -> Measures:
        """The figures of *comparison*, the similarities with four decimals."""
        similarity, tally = comparison.similarity, comparison.tally
        return cls(
            _rounded(similarity.verbatim),
            _rounded(similarity.with_substitutions),
            tally.missing_words,
            tally.added_words,
            _moved_words(comparison),
            tally.substituted,
            tally.substituted_words,
            tally.look_alikes,
            tally.minor,
            tally.missing_sections,
            tally.added_sections,
            tally.moved_sections,
            tally.paired_sections,
            comparison.reference.words,
            comparison.candidate.words,
        )

    @property
    def words(self) -> int:
        """The length of the pair: the words of both documents."""
        return self.reference_words + self.candidate_words


class Unreadable(NamedTuple):
    """Why a pair has no measures; the message names its file.

    ``role`` is 0 where the reference cannot be read, 1 where it is the candidate, None where the
    reason lies in neither.
    """

    problem: Message
    role: int | None = None

    @property
    def is_passing(self) -> bool:
        """True if it may go away when the machine is less busy, and is not worth reporting."""
        clause = self.problem.arguments.get("clause")
        code = clause.code if isinstance(clause, Message) else self.problem.code
        return code in PASSING


class Elsewhere(Enum):
    """The answer for a pair that another process is measuring."""

    CLAIMED = "it will be in the cache soon"


Result: TypeAlias = "Measures | Unreadable"
MeasureAnswer: TypeAlias = "Result | Elsewhere | None"
"""What a process says of one pair; None where nothing is known of it."""

# Reasons that lie in the machine or the moment; the same bytes may be readable tomorrow.
PASSING = frozenset(
    (
        AboutDocument.CHANGED_WHILE_READ,
        AboutDocument.NO_PROCESS,
        AboutDocument.TEXT_TAKES_TOO_MUCH,
        AboutDocument.FILE_TAKES_TOO_MUCH,
    )
)


_NOT_KEPT = PASSING | {AboutDocument.LIBRARY_MISSING}


def _rounded(share: float | None) -> float | None:
    return None if share is None else rounded_share(share)


def _moved_words(comparison: Comparison) -> int:
    """Count the reference's words in sections that moved."""
    document = comparison.reference
    count = 0
    for section in comparison.sections:
        if section.kind is SectionKind.MOVED and section.reference is not None:
            first = document.token_at(section.reference.start)
            count += sum(document.is_word[first : document.token_at(section.reference.end)])
    return count


def packed(result: Result) -> bytes | None:
    """Return *result* packed into some thirty bytes; None if it is not worth keeping.

    The name in the message of an unreadable pair is left out: another file with the same bytes
    has another one.
    """
    if isinstance(result, Unreadable):
        clause = result.problem.arguments.get("clause")
        if result.role is None or result.problem.code is not AboutDocument.OF_FILE:
            return None
        if not isinstance(clause, Message) or clause.code in _NOT_KEPT:
            return None
        said = [result.role, clause.as_data()]
        return _UNREADABLE + json.dumps(said, separators=(",", ":")).encode()
    shares = (_NO_SHARE if share is None else round(share * _SHARE) for share in result[:2])
    return _MEASURED + _SHARES.pack(*shares) + b"".join(map(_varint, result[2:]))


def unpacked(data: bytes, names: tuple[str, str]) -> Result:
    """Return what was ``packed``; raises ValueError for anything else.

    *names* are the names of reference and candidate, for the message of an unreadable pair.
    """
    if data[:1] == _UNREADABLE:
        role, said = json.loads(data[1:])
        clause = Message.from_data(said)
        name = shown_name(names[role])
        return Unreadable(Message(AboutDocument.OF_FILE, name=name, clause=clause), role)
    try:
        verbatim, substituted = (
            None if share == _NO_SHARE else share / _SHARE for share in _SHARES.unpack_from(data, 1)
        )
        return Measures(verbatim, substituted, *_numbers(data, 1 + _SHARES.size))
    except (struct.error, TypeError) as error:
        raise ValueError(f"these are no measures: {data!r}") from error


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)


def _numbers(data: bytes, start: int) -> list[int]:
    found = []
    number = shift = 0
    for byte in data[start:]:
        if byte < 0x80:  # most numbers are as small as that
            found.append(number | byte << shift if shift else byte)
            number = shift = 0
        else:
            number |= (byte & 0x7F) << shift
            shift += 7
    return found


COLUMNS: tuple[str, ...] = (*Measures._fields, "words")
"""The columns of a ``MeasureTable`` by name: the fields of ``Measures``, and ``words``."""

_SHARE_COLUMNS = ("verbatim", "with_substitutions")
_UNKNOWN, _KNOWN, _NOT_READABLE = 0, 1, 2
_RUNS = (re.compile(b"\x00+"), re.compile(b"\x01+"), re.compile(b"\x02+"))  # of each of them
_NOTHING, _TRIED = bytes([_UNKNOWN]), bytes([_NOT_READABLE])
_BYTES = 4  # of a number in a column


class MeasureTable:
    """The measures of a list's pairs by their place in it, in columns of numbers.

    Where a pair was not measured, or has no words to take a share of, its value is negative.
    Only one thread writes; ``column`` gives the table's own array, to be read and not kept.
    """

    def __init__(self, count: int) -> None:
        """Start a table of *count* pairs, none of which is measured yet."""
        self._columns = _empty_columns(count)
        self._state = bytearray(count)

    @classmethod
    def from_packed(cls, data: bytes, count: int) -> MeasureTable:
        """The table of *count* pairs that was ``packed``; raises ValueError for anything else."""
        try:
            plain = zlib.decompress(data)
        except zlib.error as error:
            raise ValueError("this is no table") from error
        size = count * len(Measures._fields)
        if len(plain) != count + size * _BYTES:
            raise ValueError("this is the table of another list")
        table = cls(count)
        table._state[:] = plain[:count]
        values = bytearray(size * _BYTES)
        for place in range(_BYTES):
            start = count + place * size
            values[place::_BYTES] = plain[start : start + size]
        for number, name in enumerate(Measures._fields):
            column = table._columns[name] = array(table._columns[name].typecode)
            start = number * count * _BYTES
            column.frombytes(values[start : start + count * _BYTES])
        lengths = zip(*(table._columns[name] for name in Measures._fields[-2:]), strict=True)
        table._columns["words"] = array("i", [-1 if a < 0 else a + b for a, b in lengths])
        return table

    def packed(self) -> bytes:
        """Return the table in few bytes, which only the same byte order can read."""
        values = b"".join(self._columns[name].tobytes() for name in Measures._fields)
        # The first bytes of all values, then the second ones and so on: most of them are 0.
        places = b"".join(values[place::_BYTES] for place in range(_BYTES))
        return zlib.compress(bytes(self._state) + places)

    def __len__(self) -> int:
        return len(self._state)

    @property
    def measured(self) -> int:
        """How many pairs are measured."""
        return self._state.count(_KNOWN)

    @property
    def unreadable(self) -> int:
        """How many pairs were looked at and found to be unreadable."""
        return self._state.count(_NOT_READABLE)

    def is_known(self, index: int) -> bool:
        """True for a pair that was measured or found to be unreadable."""
        return self._state[index] != _UNKNOWN

    def known_places(self) -> Iterator[int]:
        """The places of the pairs of which ``is_known`` is true."""
        return compress(range(len(self._state)), self._state)

    def column(self, name: str) -> Sequence[float]:
        """The values of all pairs in the column *name*, one of COLUMNS; negative: not known."""
        return self._columns[name]

    def similarity(self, index: int) -> float | None:
        """The share of words that are the same or substituted; None where it is not known."""
        return _known(self._columns["with_substitutions"][index])

    def get(self, index: int) -> Measures | None:
        """The measures of the pair at *index*; None where it has none."""
        if self._state[index] != _KNOWN:
            return None
        values = [self._columns[name][index] for name in Measures._fields]
        return Measures(_known(values[0]), _known(values[1]), *map(int, values[2:]))

    def put(self, index: int, result: Result) -> None:
        """Remember the *result* for the pair at *index*."""
        if isinstance(result, Unreadable):
            self.forget(index)
            self._state[index] = _NOT_READABLE
            return
        for name, value in zip(Measures._fields, result, strict=True):
            self._columns[name][index] = -1 if value is None else value
        self._columns["words"][index] = result.words
        self._state[index] = _KNOWN

    def take(self, start: int, found: MeasureTable) -> None:
        """Take over what *found* knows of the pairs from *start* on; the rest stays as it is."""
        for first, end in _runs(found._state, _KNOWN):
            for name, column in self._columns.items():
                column[start + first : start + end] = found._columns[name][first:end]
            self._state[start + first : start + end] = found._state[first:end]
        for first, end in _runs(found._state, _NOT_READABLE):
            here = slice(start + first, start + end)
            self._state[here] = self._state[here].replace(_NOTHING, _TRIED)

    def take_over(self, other: MeasureTable) -> None:
        """Take the place of *other*, which has the same pairs; supposed similarities stay."""
        own, self._state = self._columns, other._state[:]
        self._columns = {name: column[:] for name, column in other._columns.items()}
        for first, end in _runs(self._state, _UNKNOWN):
            for name in _SHARE_COLUMNS:  # which other label files may have
                self._columns[name][first:end] = own[name][first:end]

    def pass_over(self, index: int) -> None:
        """Note that measuring the pair at *index* came to nothing."""
        if self._state[index] == _UNKNOWN:
            self._state[index] = _NOT_READABLE

    def suppose(self, index: int, verbatim: float | None, substituted: float | None) -> None:
        """Take over the similarities that the label file has for a pair not measured yet."""
        if self._state[index] == _UNKNOWN:
            for name, share in zip(_SHARE_COLUMNS, (verbatim, substituted), strict=True):
                if share is not None:
                    self._columns[name][index] = share

    def forget(self, index: int) -> None:
        """Nothing is known of the pair at *index* any more."""
        for column in self._columns.values():
            column[index] = -1
        self._state[index] = _UNKNOWN

    def forget_all(self) -> None:
        """No pair is measured any more: they are to be read or compared in another way."""
        self._columns = _empty_columns(len(self))
        self._state = bytearray(len(self))


def _runs(states: bytearray, wanted: int) -> Iterator[tuple[int, int]]:
    """Yield each run of pairs in the state *wanted*: its first place, and the one behind it."""
    for found in _RUNS[wanted].finditer(states):
        yield found.span()


def _empty_columns(count: int) -> dict[str, array[Any]]:
    return {name: array("f" if name in _SHARE_COLUMNS else "i", [-1]) * count for name in COLUMNS}


def _known(share: float) -> float | None:
    return None if share < 0 else round(share, 4)
