"""Training pairs as the aligner sees them, with the steps that are right."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from ..compare.alignment import Aligned
from ..compare.diff import equal_tokens
from ..compare.sequences import TokenSequence, breaks_of, find_units, triple_at
from ..compare.steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Step, gaps
from ..compare.swap_features import LONGEST, SIGN, Phrase, SwapScorer
from ..compare.tokens import number_tokens
from ..documents import read_text
from ..lexicon.function_words import ANY_CLASS
from ..lexicon.thesaurus import Related
from .marked_pairs import MarkedPair

Swap = tuple[Phrase, Phrase]


class Example:
    """A pair as the aligner sees it.

    ``marked`` are the steps that its marks stand for, ``steps`` the same in the order in which
    the aligner takes them. Without *classes* the pair is seen like one in a language whose
    function words are known but not distinguished by class.
    """

    def __init__(self, pair: MarkedPair, thesaurus: Related, *, classes: bool = True) -> None:
        self.pair = pair
        self.sides = number_tokens(read_text(pair.reference), read_text(pair.candidate))
        a, b = self.sides
        known = a.classes if classes else [own and ANY_CLASS for own in a.classes]
        self.swaps = SwapScorer(a.names, known, thesaurus)
        self.aligned = Aligned(
            self.sides,
            [breaks_of(side, find_units(side)) for side in self.sides],
            self.swaps,
            (range(len(a.ids)), range(len(b.ids))),
        )
        self.aligned.find_parts(lambda end: True)  # without weights nobody could tell
        self.marked = list(self._marked_steps())
        self.steps = _dropped_first(self.marked)

    def swapped(self, steps: Sequence[Step]) -> Counter[Swap]:
        """Return the swaps among *steps*, counted."""
        a, b = self.sides
        phrase = self.swaps.phrase
        return Counter(
            (phrase(a.ids[s.i0 : s.i1]), phrase(b.ids[s.j0 : s.j1]))
            for s in steps
            if s.kind == SWAPPED
        )

    def parts(self) -> Iterator[tuple[int, list[Step]]]:
        """Yield the number of each part of the aligner's work and the right steps through it.

        A part is left out if the right steps enter or leave it elsewhere than at its corners,
        leave its band, rewrite over the start of a sentence, or add words after dropped ones
        inside one: the aligner cannot find such steps, whatever the weights.
        """
        ends = {(0, 0): 0}
        for n, step in enumerate(self.steps):
            ends[step.i1, step.j1] = n + 1
        for n, (part, band) in enumerate(self.aligned.parts):
            first, last = ends.get((part.i0, part.j0)), ends.get((part.i1, part.j1))
            if first is None or last is None:
                continue
            own = self.steps[first:last]
            if any(step.kind == REWRITTEN and self._crosses_sentence(step) for step in own):
                continue
            if any(self._turns(x, y) for x, y in pairwise(own)):
                continue
            if band is None or all(
                band[s.i1 - part.i0][0] <= s.j1 - part.j0 <= band[s.i1 - part.i0][1] for s in own
            ):
                yield n, own

    def _crosses_sentence(self, step: Step) -> bool:
        a, b = self.aligned.sequences
        return any(a.breaks[step.i0 + 1 : step.i1]) or any(b.breaks[step.j0 + 1 : step.j1])

    def _turns(self, step: Step, following: Step) -> bool:
        a, b = self.aligned.sequences
        is_turn = step.kind == DROPPED and following.kind == ADDED
        return is_turn and not (a.breaks[step.i1] or b.breaks[following.j0])

    def _marked_steps(self) -> Iterator[Step]:
        a, b = self.sides
        i = j = 0
        for x0, x1, y0, y1 in self.pair.marks:
            i0, i1 = bisect_left(a.starts, x0), bisect_left(a.starts, x1)
            j0, j1 = bisect_left(b.starts, y0), bisect_left(b.starts, y1)
            if i0 < i or j0 < j:
                continue
            yield from self._equal(i, i0, j, j0)
            if a.ids[i0:i1] == b.ids[j0:j1]:
                # Only capitals or quotation marks differ, which the aligner ignores.
                yield from self._equal(i0, i1, j0, j1)
            else:
                yield from self._unequal(i0, i1, j0, j1)
            i, j = i1, j1
        yield from self._equal(i, len(a.ids), j, len(b.ids))

    def _unequal(self, i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
        if i0 < i1 and j0 < j1:
            yield Step(self._kind_of(i0, i1, j0, j1), i0, i1, j0, j1)
        else:
            yield from gaps(i0, i1, j0, j1)

    def _kind_of(self, i0: int, i1: int, j0: int, j1: int) -> int:
        """Return the step that the aligner can take where one phrase replaces another."""
        a, b = self.aligned.sequences
        if max(i1 - i0, j1 - j0) > LONGEST or not may_swap(a, b, i1 - 1, j1 - 1, self.swaps):
            return REWRITTEN
        x, y = self.swaps.phrase(a.ids[i0:i1]), self.swaps.phrase(b.ids[j0:j1])
        possible = (
            (i1 - i0, x) in phrases_ending(a, i1 - 1, self.swaps)
            and (j1 - j0, y) in phrases_ending(b, j1 - 1, self.swaps)
            and self.swaps.features(x, y) is not None
        )
        return SWAPPED if possible else REWRITTEN

    def _equal(self, i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
        """Yield the steps between two marks, where both texts differ only in their tokens."""
        a, b = self.sides
        i, j = i0, j0
        for x, y, n in equal_tokens(a.ids[i0:i1], b.ids[j0:j1]):
            yield from self._unequal(i, i0 + x, j, j0 + y)
            for k in range(n):
                yield Step(KEPT, i0 + x + k, i0 + x + k + 1, j0 + y + k, j0 + y + k + 1)
            i, j = i0 + x + n, j0 + y + n
        yield from self._unequal(i, i1, j, j1)


def phrases_ending(
    sequence: TokenSequence, n: int, swaps: SwapScorer
) -> Sequence[tuple[int, Phrase]]:
    """Return the length and number of each phrase that ends with token *n*."""
    one = (1, sequence.ids[n])
    longer = ((2, sequence.pairs[n]), (3, triple_at(sequence, n, swaps)))
    return (one, *[(size, phrase) for size, phrase in longer if phrase])


def may_swap(a: TokenSequence, b: TokenSequence, x: int, y: int, swaps: SwapScorer) -> bool:
    """Return whether the aligner looks at swaps of phrases that end with tokens *x* and *y*."""
    ids = a.ids[x], b.ids[y]
    return ids[0] != ids[1] and (
        (a.kinds[x] == SIGN) == (b.kinds[y] == SIGN) or not swaps.spoken.isdisjoint(ids)
    )


def _dropped_first(steps: Sequence[Step]) -> list[Step]:
    """Return *steps* with added words after the words dropped at the same place, as aligned."""
    found: list[Step] = []
    for is_gap, group in groupby(steps, lambda step: step.kind in (DROPPED, ADDED)):
        own = list(group)
        if is_gap:
            own = list(gaps(own[0].i0, own[-1].i1, own[0].j0, own[-1].j1))
        found += own
    return found


def elsewhere(total: Mapping[Swap, int], own: Mapping[Swap, int]) -> dict[Swap, int]:
    """Return how often each swap of *total* occurs in addition to the *own* ones."""
    return {swap: n - own.get(swap, 0) for swap, n in total.items() if n > own.get(swap, 0)}
