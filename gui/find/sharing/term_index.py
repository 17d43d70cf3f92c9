"""Finds articles that share rare terms, with an inverted index in numpy arrays.

Evidence is measured in nats: a term that n of N articles have weighs log(N / n), the inverse
document frequency (Spärck Jones 1972). What articles share is judged by its weight, and by its
share of the total weight of the smaller article.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .standing import PlacedTerms
from .terms import term_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .standing import Amounts, Numbers

    Tell = Callable[[int, int], None]
    IsEnough = Callable[[Amounts, Amounts], NDArray[np.bool_]]

# A term is looked up only where at most so many articles have it: then the work grows with the
# number of articles, not with its square.
RARE = 100
# Terms that an article is looked for by, at least; one whose terms are all common, as those of a
# text that hundreds copied, is looked for by the rarest of them.
FEWEST = 64
_FAMILY = 6  # articles with one passage; what more have is no sign of a copy
# The articles of a small collection are taken for a sample of so many: that both articles of two
# share a term does not make it common.
_SAMPLE = 10_000
_AT_ONCE = 4_000_000  # entries of one round of the look-up: 100 MB
_ROWS = 2_000  # articles whose terms are worked on at once where there may be millions
_FEW = 1 << 22  # keys that are sorted at once: 100 MB
_STEPS = 3  # of an index, once the terms are numbered
# Parts of a nat in which terms are worth something: sums of whole parts are exact, in whatever
# order, and on however many machines, they are added up.
_PARTS = 1 << 20
# Bits of what one term is worth, in parts: log(2**32) nats are enough for as many articles. The
# others of 63 say of which two articles it is: numbers are sorted faster than their places.
_WORTH_BITS = 25


class Shared(NamedTuple):
    """What two articles share: *first* < *second* are their numbers.

    ``evidence`` is in nats; ``share``, 0 to 1, is its share of the article with less.
    """

    first: int
    second: int
    evidence: float
    share: float


def worth_of(frequency: Numbers, articles: int) -> Amounts:
    """Return the weight, in nats, of terms that *frequency* of so many *articles* have."""
    import numpy as np

    nats = np.log(max(articles, _SAMPLE) / np.maximum(frequency, 1))
    worth: Amounts = np.rint(nats * _PARTS) / _PARTS
    return worth


def telling_worth(articles: int) -> float:
    """Return the least weight, in nats, of a term that is rare enough for a telling passage."""
    import numpy as np

    return float(worth_of(np.array([_FAMILY]), articles)[0])


def share_of(evidence: Amounts, least: Amounts) -> Amounts:
    """Return *evidence* as a share of the total weight of the smaller article."""
    import numpy as np

    return evidence / np.maximum(least, 1e-9)


def among_rarest(frequency: Numbers, keys: Sequence[int] | Numbers) -> NDArray[np.bool_]:
    """Return which terms of an article are its rarest, by which it is looked for.

    Of terms that are equally rare, those with the lowest *keys* (``term_key``) come first.
    """
    import numpy as np

    found = np.zeros(len(keys), bool)
    found[np.lexsort((np.asarray(keys, np.int64), frequency))[:FEWEST]] = True
    return found


class _Numbered(NamedTuple):
    """Terms by number, in the order of their keys, and which of them each article has.

    The terms of article n are ``terms[starts[n] : starts[n + 1]]``, in the order of its text.
    """

    keys: Numbers
    frequency: NDArray[np.int32]
    terms: NDArray[np.int32]
    starts: Numbers


def _numbered(articles: Iterable[Iterable[int]], tell: Tell) -> _Numbered:
    """Return the terms of all articles, numbered; *tell* is called before each range.

    They are sorted in ranges of keys: keys are hashes, so that all ranges are equally full.
    """
    import numpy as np

    flat, starts = array("q"), array("q", [0])
    for own in articles:
        flat.extend(own)
        starts.append(len(flat))
    data = np.frombuffer(flat, np.int64) if flat else np.zeros(0, np.int64)
    terms = np.empty(len(data), np.int32)
    ranges = len(data) // _FEW + 1
    ends = [-(1 << 63) + (n << 64) // ranges for n in range(ranges)]
    keys, frequency, known = [], [], 0
    for number, (low, high) in enumerate(zip(ends, [*ends[1:], None], strict=True)):
        tell(number, ranges + _STEPS)
        inside = data >= low
        if high is not None:
            inside &= data < high
        places = np.flatnonzero(inside)
        found, numbers, counts = np.unique(data[places], return_inverse=True, return_counts=True)
        terms[places] = numbers + known
        keys.append(found)
        frequency.append(counts.astype(np.int32))
        known += len(found)
    return _Numbered(
        np.concatenate(keys), np.concatenate(frequency), terms, np.array(starts, np.int64)
    )


class TermIndex:
    """The terms of all articles, and which articles have each.

    Ten million articles would not fit in memory: their terms are numbers of 4 bytes, some 400 per
    article, and those by which they are looked for take another 13 bytes each.
    """

    def __init__(
        self, articles: Iterable[Iterable[int]], tell: Tell = lambda _done, _total: None
    ) -> None:
        """Number the terms of *articles*, each given by the keys of its terms (``Terms.keys``).

        *tell* is called with how much of the sorting is done, and how much there is in all.
        """
        import numpy as np

        self._np = np
        self._own = _numbered(articles, tell)
        ranges = len(self._own.terms) // _FEW + 1
        self.size = len(self._own.starts) - 1
        tell(ranges, ranges + _STEPS)
        kept = self._looked_for()
        tell(ranges + 1, ranges + _STEPS)
        self._worth = worth_of(self._own.frequency, self.size)
        self._total = np.zeros(max(1, self.size))
        for first, last in self._rows():
            own = slice(self._own.starts[first], self._own.starts[last])
            worth = np.where(kept[own], self._worth[self._own.terms[own]], 0)
            sums = np.concatenate(([0], np.cumsum(worth)))  # exact, see ``_PARTS``
            ends = self._own.starts[first : last + 1] - self._own.starts[first]
            self._total[first:last] = np.diff(sums[ends])
        # Terms that one article alone has are looked up in vain.
        kept &= (self._own.frequency > 1)[self._own.terms]
        tell(ranges + 2, ranges + _STEPS)
        self._enter(kept)
        tell(ranges + _STEPS, ranges + _STEPS)

    def _rows(self) -> Iterator[tuple[int, int]]:
        for first in range(0, self.size, _ROWS):
            yield first, min(self.size, first + _ROWS)

    def _enter(self, kept: NDArray[np.bool_]) -> None:
        """Make the entries: one for each article and each term by which it is looked for."""
        np = self._np
        sums = np.concatenate(([0], np.cumsum(kept)))
        self._starts = sums[self._own.starts]  # of the entries of each article
        del sums
        self._terms = self._own.terms[kept]
        order = np.argsort(self._terms, kind="stable")  # by term, and then by article
        article = np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self._starts))
        self._having = article[order]  # the articles of each term, one term after another
        del article
        sorted_terms = self._terms[order]
        begins = np.searchsorted(sorted_terms, sorted_terms).astype(np.int32)
        del sorted_terms
        before = np.minimum(np.arange(len(begins), dtype=np.int32) - begins, RARE)
        self._begins, self._before = np.empty_like(begins), np.empty(len(begins), np.int8)
        self._begins[order] = begins  # where the articles of an entry's term begin
        self._before[order] = before  # how many of them the entry is paired with

    def number(self, pair: tuple[str, str]) -> int | None:
        """Return the number of the term of these two words; None if no article has it."""
        key = term_key(pair)
        place = int(self._np.searchsorted(self._own.keys, key))
        return place if place < len(self._own.keys) and self._own.keys[place] == key else None

    def numbers(self, article: int) -> list[int]:
        """Return the numbers of the terms of an article."""
        own: list[int] = self._own.terms[slice(*self._own.starts[article : article + 2])].tolist()
        return own

    def frequency(self, number: int) -> int:
        """Return how many articles have the term with this number."""
        return int(self._own.frequency[number])

    def total(self, article: int) -> float:
        """Return the weight, in nats, of the terms by which an article is looked for."""
        return float(self._total[article])

    def placed(self, article: int) -> PlacedTerms:
        """Return the terms of an article in order, with their weights."""
        np = self._np
        terms = self._own.terms[slice(*self._own.starts[article : article + 2])]
        frequency = self._own.frequency[terms]
        kept = (frequency > 1) & (frequency <= RARE)
        begin, end = self._starts[article : article + 2]
        if np.count_nonzero(kept) != end - begin:  # it is looked for by common terms, too
            kept = np.isin(terms, self._terms[begin:end])
        return PlacedTerms(terms, np.where(kept, self._worth[terms], 0.0))

    def _looked_for(self) -> NDArray[np.bool_]:
        """Return, article by article, by which terms each is looked for."""
        np = self._np
        keys, frequency, terms, starts = self._own
        kept = (frequency <= RARE)[terms]
        counts = np.diff(np.concatenate(([0], np.cumsum(kept)))[starts])
        for article in np.flatnonzero((counts < FEWEST) & (np.diff(starts) > 0)):
            own = slice(*starts[article : article + 2])
            kept[own] |= among_rarest(frequency[terms[own]], keys[terms[own]])
        return kept

    def shared(
        self, is_enough: IsEnough, sides: Sequence[int] | None = None
    ) -> Iterator[list[Shared]]:
        """Yield, in rounds, all pairs of articles that share enough.

        *is_enough* is called with arrays of evidence and share, and returns an array of booleans.
        With *sides*, one number for each article, only pairs across sides are considered.
        """
        np = self._np
        side = None if sides is None else np.array(sides, np.int8)
        sums = np.concatenate(([0], np.cumsum(self._before, dtype=np.int64)))[self._starts]
        first = 0
        while first < self.size:
            reach = int(np.searchsorted(sums, sums[first] + _AT_ONCE, side="right")) - 1
            most = (1 << (63 - _WORTH_BITS)) // self.size
            last = min(self.size, max(first + 1, reach), first + most)
            yield self._round(first, last, side, is_enough)
            first = last

    def _round(
        self, start: int, end: int, side: NDArray[np.int8] | None, is_enough: IsEnough
    ) -> list[Shared]:
        """Return what articles from *start* to *end* share with earlier ones, if it is enough."""
        np = self._np
        own = slice(self._starts[start], self._starts[end])
        counts = self._before[own].astype(np.int64)
        article = np.repeat(np.arange(start, end), np.diff(self._starts[start : end + 1]))
        later = np.repeat(article, counts)
        offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        earlier = self._having[np.repeat(self._begins[own], counts) + offsets].astype(np.int64)
        parts = np.rint(self._worth[self._terms[own]] * _PARTS).astype(np.int64)
        entries = (((later - start) * self.size + earlier) << _WORTH_BITS) | np.repeat(
            parts, counts
        )
        if side is not None:
            entries = entries[side[earlier] != side[later]]
        entries.sort()
        pairs = entries >> _WORTH_BITS
        begins = np.flatnonzero(np.diff(pairs, prepend=-1))
        entries &= (1 << _WORTH_BITS) - 1
        evidence = np.add.reduceat(entries, begins) / _PARTS if len(begins) else np.zeros(0)
        other, first = np.divmod(pairs[begins], max(1, self.size))
        other += start
        least = np.minimum(self._total[first], self._total[other])
        share = share_of(evidence, least)
        enough = np.flatnonzero(is_enough(evidence, share))
        columns = (column[enough].tolist() for column in (first, other, evidence, share))
        return [Shared(*one) for one in zip(*columns, strict=True)]
