"""Weighs what two articles share by where it is in them.

A copy shares terms over its whole length, wherever its author left words alone. Two articles that
quote the same sentence, or end in the same line, may share as much, but in one place and word for
word, which says nothing about the rest of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .scoring import limits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64] | NDArray[np.int32]
    Amounts = NDArray[np.float64]

_APART = 2  # terms from one to the next of a passage; a word that was swapped parts more
_PASSAGE = 4  # terms of those in which nothing was swapped, on average
_NEAR = 8  # terms beside them that may correspond, too
# Shares of the longer and of the shorter article, from which on it is more than a passage of both.
_MOST, _NEARLY_ALL = 0.6, 0.9
# Share of the longer article from which on all counts, and how steeply less of it counts for less.
_SAME, _STEEP = 0.8, 6


_SWAPPED = 6  # terms between two passages that a word or two that were swapped may have parted
_FOOTER = 10  # terms of its own behind what an article ends in: a line with a date or a number


class PlacedTerms(NamedTuple):
    """The terms of an article in order, and the weight of each in nats.

    Terms by which it is not looked for have no weight.
    """

    terms: Numbers
    worth: Amounts


class Standing:
    """Where in two articles the shared terms are.

    ``counts`` is how much of it counts as evidence, 0 to 1; ``in_passing`` says that it is in a few
    places of two articles that have more of their own.
    """

    def __init__(self, first: PlacedTerms, second: PlacedTerms) -> None:
        """Find the terms of either article in the other one."""
        import numpy as np

        self._sizes = sizes = len(first.terms), len(second.terms)
        order = np.argsort(second.terms)
        found = np.searchsorted(second.terms, first.terms, sorter=order)
        other = order[np.minimum(found, sizes[1] - 1)] if all(sizes) else order[:0]
        same = second.terms[other] == first.terms[: len(other)]
        self._here, self._there = np.flatnonzero(same), other[same]
        self._worth = np.minimum(first.worth[self._here], second.worth[self._there])
        self._begins = _passages(self._here, self._there)
        places = _places(self._worth, self._begins)
        part, least = (len(self._here) / max(1, size(sizes)) for size in (max, min))
        self._is_most = part >= _MOST
        self.counts = counted(places, float(self._worth.sum()), part)
        self.in_passing = places < limits().places and part < _MOST and least < _NEARLY_ALL

    def passage(self, telling: float) -> float:
        """Return the weight, in nats, of the longest passage that is nearly the same in both.

        It is 0 if they share most of both, if most of its terms weigh less than *telling* because
        many articles have them, or if both articles end with it, as those of one site do, unless an
        article is hardly more than the passage.
        """
        import numpy as np

        if self._is_most or not len(self._begins):
            return 0.0
        gaps = [np.diff(own)[self._begins[1:] - 1] for own in (self._here, self._there)]
        apart = (np.abs(gaps) > _SWAPPED).any(axis=0) | (gaps[1] < 0)
        begins = np.append(0, self._begins[1:][apart])
        worth = np.add.reduceat(self._worth, begins)
        most = int(worth.argmax())
        own = slice(begins[most], np.append(begins, len(self._here))[most + 1])
        left = [
            size - 1 - (end := int(places[own].max())) - np.count_nonzero(places > end)
            for size, places in zip(self._sizes, (self._here, self._there), strict=True)
        ]
        is_footer = max(left) <= _FOOTER and own.stop - own.start < _NEARLY_ALL * min(self._sizes)
        is_common = float(np.median(self._worth[own])) < telling
        return 0.0 if is_footer or is_common else float(worth[most])

    def spread(self, reach: int | None = None) -> float:
        """Return an upper bound, 0 to 1, of how much of either article is near what both share.

        See ``spread_of``. The default *reach* is as far as anything may have been swapped, and less
        if what is shared is word for word the same.
        """
        import numpy as np

        if reach is None:
            is_verbatim = len(self._here) >= _PASSAGE * len(self._begins)
            reach = _NEAR if is_verbatim else limits().reach
        rare = self._worth > 0
        both = self._here[rare], np.sort(self._there[rare])
        return max(spread_of(own, of, reach) for own, of in zip(both, self._sizes, strict=True))


def spread_of(places: Numbers, size: int, reach: int) -> float:
    """Return how much, 0 to 1, of an article of *size* terms is near the ascending *places*.

    Up to *reach* terms on either side are near. No more than that can correspond to the other
    article.

    >>> import numpy as np
    >>> spread_of(np.array([0, 1, 2]), 100, reach=10)
    0.13
    >>> spread_of(np.array([10, 50, 95]), 100, reach=10)
    0.57
    """
    import numpy as np

    if not len(places):
        return 0.0
    begins = np.maximum(places - reach, 0)
    ends = np.minimum(places + reach + 1, np.append(begins[1:], size))
    return float((ends - begins).sum()) / size


def counted(places: float, evidence: float, part: float) -> float:
    """Return how much, 0 to 1, of the *evidence*, in nats, for a copy counts.

    All of it counts if it is spread over several *places*. A single passage counts less the smaller
    it is, unless it is most of both articles: *part* is its share of the longer one.

    >>> counted(places=3, evidence=250, part=0.1)
    1.0
    >>> round(counted(places=1, evidence=250, part=0.1), 2)
    0.15
    >>> counted(places=1, evidence=250, part=0.9)
    1.0
    """
    own = limits()
    amount = evidence**2 / (evidence**2 + own.passage**2)
    several, most = (places - 1) / (own.places - 1), (part / _SAME) ** _STEEP
    return min(1.0, max(several, amount, most)) if evidence else 0.0


def _passages(here: Numbers, there: Numbers) -> Numbers:
    """Return where passages begin among terms at these places in two articles, by the first."""
    import numpy as np

    if not len(here):
        return here
    is_shared = np.zeros(there.max() + 1, np.int64)
    is_shared[there] = 1
    turn = np.cumsum(is_shared)[there]
    apart = (np.diff(here) > _APART) | (np.abs(np.diff(there)) > _APART) | (np.diff(turn) != 1)
    return np.concatenate(([0], np.flatnonzero(apart) + 1))


def _places(worth: Amounts, begins: Numbers) -> float:
    """Return in how many places terms of this *worth* stand, whose passages begin at *begins*.

    This is the inverse of Simpson's index (1949): places of little weight count little.
    """
    import numpy as np

    total = float(worth.sum())
    return total**2 / float((np.add.reduceat(worth, begins) ** 2).sum()) if total else 0.0
