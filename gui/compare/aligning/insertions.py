"""What was dropped, or added, beside a word that was swapped: it is no part of the swap.

The aligner rewrites a stretch as a whole where it is in doubt, so that ``evening, except on
Sundays`` becomes ``night``. What one side has more is set apart where it begins and ends as
something that writers put in or leave out: a clause between commas, dashes or brackets, a relative
clause, or words with a preposition behind a word that certainly was swapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ..cancellation import checked
from ..modelling.correspondence import content_words
from ..modelling.sequences import SequencePair
from ..modelling.steps import (
    ADDED,
    BRACKETS,
    DROPPED,
    KEPT,
    REWRITTEN,
    SWAPPED,
    Part,
    Step,
    gaps,
    kinds_of,
)
from ..modelling.swap_features import CONTENT, KIND_OF_SORT, NUMBER, SIGN, SORTS
from .clauses import bounds_clause, with_clauses_apart
from .cuts import cut_again

# Words of a clause between commas or dashes, and of one that a sentence ends with (", he said"),
# at least; fewer belong to what they stand in ("was, in fact,").
_CLAUSE, _AT_END, _IN_BRACKETS = 3, 2, 1
# Tokens behind a word, at least; fewer belong to it, as those of "a number of" do, unless it was
# only spelt in another way.
_LEAST, _LEAST_RESPELT = 3, 2
_MOST = 200  # tokens of a swap, for the time grows with the square of its signs
# How near in meaning two words have to be (``SwapScorer.nearness``) for words that a preposition
# joins to one of them to be no part of the swap: "polled" stands for "surveyed by this agency".
# So many tokens, and more, are none where the words are related at all.
_NEAR, _LONG = 0.3, 4
_COMMA, _CONJUNCTION = SORTS.index("comma"), SORTS.index("conjunction")
_JOINS = frozenset({SORTS.index("preposition"), _CONJUNCTION})
_CLOSE = frozenset("of up down out off away back".split())  # they belong to the word before them
_RELATIVE = frozenset("who whom whose which that where".split())
_OF_CONTENT = frozenset(n for n, kind in enumerate(KIND_OF_SORT) if kind == CONTENT)


def without_insertions(
    steps: Sequence[Step],
    sequences: SequencePair,
    weights: Mapping[str, float],
    *,
    by_links: bool = False,
) -> list[Step]:
    """Return *steps* with what stands beside swapped words, in one text only, set apart.

    Whether they go *by_links* tells ``Aligned.by_links``.

    >>> changes("He slept each evening, except on Sundays.", "She slept each night.")
    He → She | evening → night | -, except on Sundays
    """
    found: list[Step] = []
    steps = with_clauses_apart(steps, sequences, weights, by_links=by_links)
    at = 0
    swapped = [n for n, kind in enumerate(kinds_of(steps)) if kind in (SWAPPED, REWRITTEN)]
    for n in checked(swapped):
        found += steps[at:n]
        at = n + 1
        behind = steps[at] if at < len(steps) else None
        parts = _Lopsided(steps[n], behind, sequences).parts()
        for part in parts:
            is_new = len(parts) > 1 and part.kind == REWRITTEN
            found += cut_again([part], sequences, weights) if is_new else [part]
    return [*found, *steps[at:]]


class _Lopsided:
    """A swap one side of which may be much the longer one, and the step *behind* it."""

    def __init__(self, step: Step, behind: Step | None, sequences: SequencePair) -> None:
        _, i0, i1, j0, j1 = self._step = step
        self._is_new = j1 - j0 > i1 - i0  # whether the candidate has more
        # Whether more words that this side alone has follow.
        self._goes_on = behind is not None and behind.kind == (ADDED if self._is_new else DROPPED)
        self._swaps = sequences.swaps
        self._own, self._other = sequences[::-1] if self._is_new else sequences
        bounds = (i0, i1), (j0, j1)
        (self._start, self._end), (self._first, self._last) = (
            bounds[::-1] if self._is_new else bounds
        )

    def parts(self) -> list[Step]:
        """Return the swap, or what is left of it with what was set apart."""
        least = 1 if self._goes_on else _LEAST_RESPELT
        size = self._end - self._start
        if size < self._last - self._first + least or size > _MOST:
            return [self._step]
        for start, end in chain(self._parentheses(), self._behind_first()):
            parts = self._around(start, end)
            if parts:
                return parts
        return self._around_kept() or [self._step]

    def _around(self, start: int, end: int) -> list[Step]:
        """Return the parts if tokens ``[start, end)`` of the longer side are set apart.

        Empty where the rest does not stand for the other side, or nobody can tell how.
        """
        before, behind = start - self._start, self._end - end
        size = self._last - self._first
        is_divided = before and behind and before + behind != size
        if is_divided or not before + behind or size > before + behind + 1:
            return []
        if before + behind == size == 1:
            rest = self._start if before else end
            if self._own.kinds[rest] != self._other.kinds[self._first]:
                return []
        if self._belongs(start, end):
            return []
        middle = self._first + before if behind else self._last
        return [
            *self._swap(self._start, start, self._first, middle),
            *gaps(*self._part(start, end, middle, middle)),
            *self._swap(end, self._end, middle, self._last),
        ]

    def _around_kept(self) -> list[Step]:
        """Return the parts where the longer side begins with the word that the other ends with.

        >>> bees = "Bees sting, and the warm "
        >>> changes(f"{bees}council on the hill met.", f"{bees}city council met.")
        +city | -on the hill
        """
        own, other, i, j = self._own, self._other, self._start, self._last - 1
        is_kept = own.ids[i] == other.ids[j] and own.kinds[i] == CONTENT
        if j == self._first or not is_kept or not self._joins(i + 1):
            return []
        rest = content_words(own, i + 1, self._end)
        if any(
            self._swaps.nearness(x, y) for x in rest for y in content_words(other, self._first, j)
        ):
            return []
        return [
            *gaps(*self._part(i, i, self._first, j)),
            Step(KEPT, *self._part(i, i + 1, j, j + 1)),
            *gaps(*self._part(i + 1, self._end, j + 1, j + 1)),
        ]

    def _joins(self, n: int) -> bool:
        """Return whether a token joins what follows it to what stands before it."""
        name = self._swaps.names[self._own.ids[n]]
        return self._own.sorts[n] in _JOINS and name not in _CLOSE

    def _belongs(self, start: int, end: int) -> bool:
        """Return whether tokens ``[start, end)`` have a better counterpart than the rest has."""
        own, nearness = self._own, self._swaps.nearness
        inside = content_words(own, start, end)
        rest = [*content_words(own, self._start, start), *content_words(own, end, self._end)]
        return any(
            max([nearness(x, y) for x in inside], default=0.0)
            > max([nearness(x, y) for x in rest], default=0.0)
            for y in content_words(self._other, self._first, self._last)
        )

    def _swap(self, i0: int, i1: int, j0: int, j1: int) -> list[Step]:
        if i0 == i1:
            return []
        kind = SWAPPED if i1 - i0 == j1 - j0 == 1 else REWRITTEN
        return [Step(kind, *self._part(i0, i1, j0, j1))]

    def _part(self, i0: int, i1: int, j0: int, j1: int) -> Part:
        return (j0, j1, i0, i1) if self._is_new else (i0, i1, j0, j1)

    def _parentheses(self) -> Iterator[tuple[int, int]]:
        """Yield what stands between signs (commas, dashes, brackets), or behind one at an end.

        Nothing where the other side has such signs, too.
        """
        own, other, end, names = self._own, self._other, self._end, self._swaps.names
        if any(bounds_clause(other, n, names) for n in range(self._first, self._last)):
            return
        signs = [n for n in range(self._start, end) if bounds_clause(own, n, names)]
        is_at_end = own.breaks[end] or own.kinds[end] == SIGN
        for start in signs:
            sign = names[own.ids[start]]
            closing = BRACKETS.get(sign, sign)
            if sign in BRACKETS.values():
                continue
            least = _IN_BRACKETS if sign in BRACKETS else _CLAUSE
            for n in reversed(signs):
                is_closed = n > start and names[own.ids[n]] == closing
                if is_closed and self._is_clause(start, n, least):
                    yield start, n + 1
            least = _AT_END if own.sorts[start] == _COMMA else _CLAUSE
            is_open = start > self._start and is_at_end and sign == closing
            if is_open and self._is_clause(start, end, least):
                yield start, end

    def _is_clause(self, start: int, end: int, least: int) -> bool:
        """Return whether so many words follow a sign, and do not go on with a list."""
        own = self._own
        goes_on = _CONJUNCTION in own.sorts[start:end] and own.sorts[start] == _COMMA
        if goes_on and own.sorts[start + 1] in _OF_CONTENT:
            return False
        words = [own.kinds[n] != SIGN and own.sorts[n] != NUMBER for n in range(start, end)]
        return sum(words) >= least

    def _behind_first(self) -> Iterator[tuple[int, int]]:
        """Yield what follows the first word, where that alone was swapped for a single word."""
        own, other, swaps = self._own, self._other, self._swaps
        i, j = self._start, self._first
        if self._last - j > 1 or own.kinds[i] != CONTENT or other.kinds[j] != CONTENT:
            return
        x, y, behind = own.ids[i], other.ids[j], i + 1
        is_relative = swaps.names[own.ids[behind]] in _RELATIVE
        if not is_relative and not self._joins(behind):
            return
        size = self._end - behind
        least = 0.0 if size >= _LONG or self._goes_on else _NEAR
        is_near = swaps.related(x, y) and swaps.nearness(x, y) >= least
        is_whole = is_relative or self._goes_on or own.kinds[self._end - 1] == CONTENT
        if size < _LEAST and not self._goes_on:
            # The thesaurus may have the whole: "eighter from Decatur" is eight.
            phrase = swaps.phrase(own.ids[i : self._end])
            is_near, is_whole = False, is_whole and not swaps.related(phrase, y)
        if is_whole and (is_near or swaps.are_spellings(x, y)):
            yield behind, self._end
