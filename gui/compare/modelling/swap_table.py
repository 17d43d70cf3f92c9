"""Tables of swaps: which words replaced which others, learned from pairs that are copies.

A spinning program draws on one list of synonyms for all articles: what it swapped in two of
them it will swap in others. A table is a CSV file:

    reference,candidate,pairs,count
    increasingly,more and more,2,3

It was seen in two pairs, three times in all. Words stand as they are compared: in small letters.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...documents import Span, shown_name
from ...messages import CopydeskError, Message
from ...messages.about_model import AboutModel
from ..comparison import ChangeKind, Comparison
from ..tokenizing.equivalence import unify
from ..tokenizing.normalization import key
from ..tokenizing.tokens import Tokens, number_tokens
from .swap_features import LONGEST, SIGN, kind_of

COLUMNS = ("reference", "candidate", "pairs", "count")
FEWEST_PAIRS = 2  # what one pair alone shows may be the subject's or the aligner's doing
# The share of equal words that makes a pair a copy. Unrelated articles have up to 0.05, answers
# to one question 0.07, the most heavily spun copies 0.33. Substituted words do not count: an
# invented swap would vouch for itself.
LEAST_VERBATIM = 0.2
LIMIT = 16_000_000  # bytes of a table: half a million swaps


class SwapTableError(CopydeskError):
    """A file is no table of swaps; the message says what is wrong and what to do."""


@dataclass(frozen=True)
class Swap:
    """Words of references that candidates replaced, in how many pairs, and how often in all."""

    reference: str
    candidate: str
    pairs: int
    count: int

    def __post_init__(self) -> None:
        if not (self.reference and self.candidate and 0 < self.pairs <= self.count):
            raise ValueError(f"no words on one side, or more pairs than occurrences: {self}")


class SwapTable(NamedTuple):
    """The swaps in a file, and the SHA-256 of its bytes."""

    swaps: tuple[Swap, ...]
    sha256: str


class Lesson(NamedTuple):
    """How often a copy made each swap; ``documents`` are the SHA-256 of the pair's documents."""

    documents: tuple[str, str]
    swaps: Mapping[tuple[str, str], int]


def lesson_of(comparison: Comparison) -> Lesson | None:
    """Return the swaps of a pair, of ``LONGEST`` words at most; None where it is no copy.

    Longer phrases are rewritten stretches, which the aligner does not look up.
    """
    share = comparison.similarity.verbatim
    if share is None or share < LEAST_VERBATIM:
        return None
    sides = number_tokens(comparison.reference, comparison.candidate)
    sides = unify(sides)
    found: Counter[tuple[str, str]] = Counter()
    for change in comparison.changes:
        if change.kind is ChangeKind.SUBSTITUTION:
            swap = _words(sides[0], change.reference), _words(sides[1], change.candidate)
            if all(swap) and swap[0] != swap[1]:
                found[swap] += 1
    return Lesson((comparison.reference.sha256, comparison.candidate.sha256), found)


def _words(side: Tokens, span: Span | None) -> str:
    """Return the comparison keys of a phrase; nothing where it is too long or has signs in it."""
    tokens = side.ids[side.at(span.start) : side.at(span.end)] if span else []
    names = [side.names[token] for token in tokens]
    fits = len(names) <= LONGEST and SIGN not in [kind_of(name, None) for name in names]
    return " ".join(names) if fits else ""


def learn(lessons: Iterable[Lesson]) -> tuple[Swap, ...]:
    """Return the swaps seen in two pairs or more: those of most pairs first, then by text.

    A pair that comes twice, recognised by the bytes of its documents, counts once.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    for swaps in dict(lessons).values():
        pairs.update(swaps.keys())
        count.update(swaps)
    found = [Swap(*words, n, count[words]) for words, n in pairs.items() if n >= FEWEST_PAIRS]
    found.sort(key=lambda s: (-s.pairs, -s.count, s.reference, s.candidate))
    return tuple(found)


def written(swaps: Iterable[Swap]) -> str:
    """Return *swaps* as the text of a table."""
    csv.writer(text := io.StringIO()).writerows([COLUMNS, *map(astuple, swaps)])
    return text.getvalue()


def read_swaps(path: Path) -> SwapTable:
    """Return the table at *path*; raises SwapTableError."""
    name = shown_name(path)
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise SwapTableError(Message(AboutModel.TABLE_UNREADABLE, name=name, why=reason)) from None
    if len(data) > LIMIT:
        raise SwapTableError(Message(AboutModel.TABLE_TOO_LARGE, name=name))
    try:
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        if next(rows, None) != list(COLUMNS):
            raise SwapTableError(Message(AboutModel.NO_TABLE, name=name, columns=",".join(COLUMNS)))
        swaps = tuple([_swap(row, rows.line_num, name) for row in rows if row])
    except UnicodeDecodeError:
        raise SwapTableError(Message(AboutModel.TABLE_NO_TEXT, name=name)) from None
    except csv.Error as error:
        raise SwapTableError(Message(AboutModel.TABLE_NO_CSV, name=name, why=str(error))) from None
    return SwapTable(swaps, sha256(data).hexdigest())


def _swap(row: list[str], line: int, name: str) -> Swap:
    """Return the swap in a row; a table written by hand may have capitals."""
    try:
        reference, candidate, pairs, count = row
        words, others = (" ".join(map(key, side.split())) for side in (reference, candidate))
        return Swap(words, others, int(pairs), int(count))
    except ValueError:
        raise SwapTableError(Message(AboutModel.NO_SWAP, line=line, name=name)) from None
