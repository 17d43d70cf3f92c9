"""Which articles share terms that few others have: an inverted index, in arrays of numpy.

Evidence is counted in nats: a term that n of N articles have is worth log(N / n), the inverse
document frequency of Spärck Jones 1972. What articles share is judged by it, and by its share
of all that the smaller of the two has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .terms import Terms, term_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Amounts = NDArray[np.float64]
    IsEnough = Callable[[Amounts, Amounts], NDArray[np.bool_]]

# A term is looked up only where at most so many articles have it: then the work grows with the
# number of articles, not with its square.
RARE = 100
# Terms that an article is looked for by, at least; one whose terms are all common, as those of a
# text that hundreds copied, is looked for by the rarest of them.
FEWEST = 64
# The articles of a small collection are taken for a sample of so many: that both articles of two
# share a term does not make it common.
_SAMPLE = 10_000
_AT_ONCE = 4_000_000  # entries of one round of the look-up: 100 MB
# Parts of a nat in which terms are worth something: sums of whole parts are exact, in whatever
# order, and on however many machines, they are added up.
_PARTS = 1 << 20


class Shared(NamedTuple):
    """What two articles share: *first* < *second* are their numbers.

    ``evidence`` is in nats; ``share`` is that of the terms of whichever has less, 0 to 1.
    """

    first: int
    second: int
    evidence: float
    share: float


def worth_of(frequency: Numbers, articles: int) -> Amounts:
    """Return what terms are worth, in nats, that *frequency* of so many *articles* have."""
    import numpy as np

    nats = np.log(max(articles, _SAMPLE) / np.maximum(frequency, 1))
    worth: Amounts = np.rint(nats * _PARTS) / _PARTS
    return worth


def among_rarest(frequency: Numbers, keys: Sequence[int]) -> NDArray[np.bool_]:
    """Return which terms of one article are among the rarest, by which it is looked for.

    Of terms that are equally rare, those with the lowest *keys* (``term_key``) come first.
    """
    import numpy as np

    found = np.zeros(len(keys), bool)
    found[np.lexsort((np.array(keys, np.int64), frequency))[:FEWEST]] = True
    return found


class TermIndex:
    """The terms of all articles, and who has them."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        import numpy as np

        self._np = np
        self._numbers: dict[tuple[str, str], int] = {}
        self.size = len(terms)
        numbers = self._numbers
        rows = [
            sorted(numbers.setdefault(pair, len(numbers)) for pair in sorted(own.pairs))
            for own in terms
        ]
        self._starts = np.zeros(len(rows) + 1, np.int64)
        np.cumsum([len(row) for row in rows], out=self._starts[1:])
        flat = np.fromiter((n for row in rows for n in row), np.int64, int(self._starts[-1]))
        self._frequency = np.bincount(flat, minlength=len(numbers))
        kept = self._looked_for(flat)
        self._terms = flat[kept]
        self._articles = np.repeat(np.arange(self.size), np.diff(self._starts))[kept]
        self._worth = worth_of(self._frequency, self.size)
        self._total = np.bincount(
            self._articles, self._worth[self._terms], minlength=max(1, self.size)
        )

    def frequency(self, pair: tuple[str, str]) -> int:
        """Return how many articles have these two words side by side."""
        number = self._numbers.get(pair)
        return 0 if number is None else int(self._frequency[number])

    def total(self, article: int) -> float:
        """Return what the terms are worth that an article is looked for by, in nats."""
        return float(self._total[article])

    def _looked_for(self, flat: Numbers) -> NDArray[np.bool_]:
        """Return which of all terms, article by article, an article is looked for by."""
        np = self._np
        often = self._frequency[flat]
        kept = often <= RARE
        counts = np.add.reduceat(np.append(kept, False).astype(np.int64), self._starts[:-1])
        pairs = list(self._numbers)
        for article in np.flatnonzero((counts < FEWEST) & (np.diff(self._starts) > 0)):
            own = slice(*self._starts[article : article + 2])
            keys = [term_key(pairs[number]) for number in flat[own]]
            kept[own] |= among_rarest(often[own], keys)
        return kept

    def shared(
        self, is_enough: IsEnough, sides: Sequence[int] | None = None
    ) -> Iterator[list[Shared]]:
        """Yield, a round at a time, all two articles that share enough.

        *is_enough* is asked with arrays of evidence and share, and returns an array that says
        for which of them that is so. With *sides*, one number for each article, only two
        articles of different sides are looked at.
        """
        np = self._np
        side = None if sides is None else np.array(sides, np.int8)
        order = np.argsort(self._terms, kind="stable")  # by term, and then by article
        terms, articles = self._terms[order], self._articles[order]
        begins = np.searchsorted(terms, terms)  # where the articles of the same term begin
        before = np.minimum(np.arange(len(terms)) - begins, RARE)  # of them, to be paired with
        by_article = np.argsort(articles, kind="stable")
        sizes = np.cumsum(before[by_article])
        start = 0
        while start < len(by_article):
            last = articles[by_article[start]]
            reach = np.searchsorted(sizes, (sizes[start - 1] if start else 0) + _AT_ONCE)
            if reach < len(by_article):
                last = max(last, articles[by_article[reach]] - 1)
            end = int(np.searchsorted(articles[by_article], last, side="right"))
            own = by_article[start:end]
            yield self._round(own, articles, begins, before, terms, side, is_enough)
            start = end

    def _round(
        self,
        own: Numbers,
        articles: Numbers,
        begins: Numbers,
        before: Numbers,
        terms: Numbers,
        side: NDArray[np.int8] | None,
        is_enough: IsEnough,
    ) -> list[Shared]:
        np = self._np
        counts = before[own]
        later = np.repeat(articles[own], counts)
        offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        earlier = articles[np.repeat(begins[own], counts) + offsets]
        worth = np.repeat(self._worth[terms[own]], counts)
        if side is not None:
            across = side[earlier] != side[later]
            earlier, later, worth = earlier[across], later[across], worth[across]
        keys, place = np.unique(earlier * self.size + later, return_inverse=True)
        evidence = np.bincount(place, worth, minlength=len(keys))
        first, other = keys // max(1, self.size), keys % max(1, self.size)
        least = np.minimum(self._total[first], self._total[other])
        share = evidence / np.maximum(least, 1e-9)
        enough = np.flatnonzero(is_enough(evidence, share))
        columns = (column[enough].tolist() for column in (first, other, evidence, share))
        return [Shared(*one) for one in zip(*columns, strict=True)]
