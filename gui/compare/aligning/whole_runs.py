"""Runs of dropped words, and of added ones, put where people would see them.

The aligner often might as well drop the words from one word on as from the next, because the same
words follow. A row was lost from a table then, not the end of one and the beginning of the next;
an item of a list was lost with its number, what stood in brackets with both of them, and the place
of a report with the dash behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..modelling.sequences import SequencePair, TokenSequence
from ..modelling.steps import ADDED, DROPPED, KEPT, Step, gaps, kinds_of
from ..modelling.swap_features import SIGN, SORTS
from ..tokenizing.equivalence import NUMBERING

_OPENED_BY = {")": "(", "]": "[", "}": "{"}
_MARK = SORTS.index("sign")  # a bracket, a dash, but no comma or stop
_OPENING = frozenset(_OPENED_BY.values())
_FARTHEST = 60  # tokens that a run is shifted by, at most, for the sake of a bracket or a head
_RUN = re.compile(rb"%c+|%c+" % (DROPPED, ADDED))  # of steps, by their kinds
_HEAD = 2  # tokens at most that stand before the number of an item at the start of a line: "Art."


def with_whole_runs(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    r"""Return *steps* with runs of dropped words, and of added ones, shifted to be whole.

    The rows of a table are alike, so that what one side alone has may be shifted along them
    without losing a kept word: a figure stands opposite another figure here or there. Where one
    such place begins and ends with a line, a sentence or an item of a list, that was lost; and no
    place is right that parts a bracket from its counterpart.

    The aligner might as well lose ``40 Alder`` of two rows here, because either way a figure stands
    opposite a figure; and ``) stir, 3``, or ``), Bo (clerk``.

    >>> changes("Holm 40\nAlder 32\nCedar 18", "Holm 34\nCedar 18")
    40 → 34 | -Alder 32
    >>> changes("Now 1) mix, 2) stir, 3) boil and 4) eat.", "Now 1) mix, 2) boil and 3) eat.")
    -2) stir, | 3 → 2 | 4 → 3
    >>> changes("Ask Ann (mayor), Bo (clerk) or Cy (cook).", "Ask Ann (mayor) or Cy (cook).")
    -, Bo (clerk)
    >>> changes("PELL (AP) - Pell has a new ferry.", "Pell has a new ferry.")
    -PELL (AP) -
    """
    found = list(steps)
    names = sequences.swaps.names
    edges = _Edges(sequences[0], names), _Edges(sequences[1], names)
    kinds = kinds_of(found)
    end = 0
    while run := _RUN.search(kinds, end):
        start, end = run.span()
        shifted = _shift(found, start, end, sequences, edges[kinds[start] == ADDED])
        if shifted:
            kinds[shifted] = kinds_of(found[shifted])
    return found


class _Edges:
    """Where lines, sentences and items of a document begin, and what is in brackets.

    *names* are the words by their comparison numbers.
    """

    def __init__(self, sequence: TokenSequence, names: Sequence[str]) -> None:
        self._sequence = sequence
        self._names = names

    @cached_property
    def begins(self) -> Sequence[int]:
        """For each place whether a line, a sentence or an item begins there."""
        breaks, ids = self._sequence.breaks, self._sequence.ids
        if self._names[-1:] != [NUMBERING]:
            return breaks
        number = len(self._names) - 1
        found = list(breaks)
        for n in range(1, len(ids)):
            # The line has begun before what stands before the number of an item at its start.
            if ids[n] == number and not any(breaks[max(0, n - _HEAD) : n + 1]):
                found[n - (self._names[ids[n - 1]] in _OPENING)] = 1
        return found

    @cached_property
    def _brackets(self) -> tuple[Sequence[int], Sequence[int]]:
        """The places behind brackets, and for each the bracket that is open there, or none: -1.

        None is open any more where a sentence begins.
        """
        names, ids, breaks = self._names, self._sequence.ids, self._sequence.breaks
        wanted = {n for n, name in enumerate(names) if name in _OPENING or name in _OPENED_BY}
        places, found = [0], [-1]
        opened: list[int] = []
        for n in [n for n, token in enumerate(ids) if token in wanted]:
            if any(breaks[places[-1] : n + 1]):
                opened.clear()
            name = names[ids[n]]
            if name in _OPENING:
                opened.append(n)
            elif opened and names[ids[opened[-1]]] == _OPENED_BY[name]:
                opened.pop()
            places.append(n + 1)
            found.append(opened[-1] if opened else -1)
        return places, found

    def cut_lines(self, first: int, last: int) -> bool:
        """Return whether the tokens ``[first, last)`` are not all of the lines that they are of."""
        begins = self.begins
        return any(begins[first + 1 : last]) and not (begins[first] and begins[last])

    def cut_head(self, first: int) -> bool:
        """Return whether tokens from *first* on begin with a sign inside a sentence."""
        return self._sequence.kinds[first] == SIGN and not self._sequence.breaks[first]

    def are_head(self, first: int, last: int) -> bool:
        """Return whether a sentence begins with the tokens ``[first, last)``, up to a mark."""
        return bool(self._sequence.breaks[first]) and self._sequence.sorts[last - 1] == _MARK

    def cut_brackets(self, first: int, last: int) -> bool:
        """Return whether the tokens ``[first, last)`` part a bracket from its counterpart."""
        if _MARK not in self._sequence.sorts[first:last]:
            return False
        places, opened = self._brackets
        return opened[bisect_right(places, first) - 1] != opened[bisect_right(places, last) - 1]


def _shift(
    steps: list[Step], start: int, end: int, sequences: SequencePair, edges: _Edges
) -> slice | None:
    """Shift the run ``steps[start:end]`` in place, if another place is right.

    Return which steps are others now; None if the run stays. For the sake of a bracket, or of what
    stands before a sentence, it only passes kept words.
    """
    side = 0 if steps[start].kind == DROPPED else 1
    first, last = steps[start].side(side)[0], steps[end - 1].side(side)[1]
    by_line = edges.cut_lines(first, last)
    by_head = not by_line and not edges.cut_brackets(first, last)
    if by_head and not edges.cut_head(first):
        return None
    for way, beside in ((1, range(end, len(steps))), (-1, range(start - 1, -1, -1))):
        passed: list[Step] = []
        for n in beside if by_line else beside[:_FARTHEST]:
            step = _beyond(steps[n], side, way * (first - last), sequences)
            if step is None or not (by_line or steps[n].kind == KEPT):
                break
            passed.append(step)
            i0, i1 = first + way * len(passed), last + way * len(passed)
            if by_line:
                is_right = bool(edges.begins[i0] and edges.begins[i1])
            elif edges.cut_brackets(i0, i1) or edges.cut_lines(i0, i1):
                is_right = False
            else:
                is_right = not by_head or edges.are_head(i0, i1)
            if is_right:
                j = passed[-1].side(1 - side)[way > 0]
                run = gaps(i0, i1, j, j) if side == 0 else gaps(j, j, i0, i1)
                replaced = [*passed, *run] if way > 0 else [*run, *reversed(passed)]
                shifted = slice(min(start, n), max(end, n + 1))
                steps[shifted] = replaced
                return shifted
    return None


def _beyond(step: Step, side: int, by: int, sequences: SequencePair) -> Step | None:
    """Return a step of one token and one with that of *side* exchanged for the one *by* tokens on.

    None where that would be worse: a kept word would be lost, or a word of another sort swapped.
    """
    kind, i0, i1, j0, j1 = step
    if i1 - i0 != 1 or j1 - j0 != 1:
        return None
    sequence = sequences[side]
    now = j0 if side else i0
    then = now + by
    is_like = kind != KEPT and sequence.sorts[now] == sequence.sorts[then]
    if sequence.ids[now] != sequence.ids[then] and not is_like:
        return None
    if side:
        j0 = then
    else:
        i0 = then
    is_kept = sequences[0].ids[i0] == sequences[1].ids[j0]
    return Step(KEPT if is_kept else kind, i0, i0 + 1, j0, j0 + 1)
