"""One run of words of each document aligned in order, and again with what was learned.

``Aligned`` cuts the run into the parts that are in doubt (``bands``), aligns each (``viterbi``),
and aligns a part again where a swap that was made elsewhere in the pair was not made in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Optional

from .bands import Stretch, band, guide_blocks, parts, stretches
from .cancellation import check
from .correspondence import BELIEF, LEAST, odds
from .scores import Scores
from .sequences import sequence_of
from .steps import KEPT, REWRITTEN, SWAPPED, Step, gaps, retold
from .swap_features import SwapScorer
from .tokens import TokenPair
from .viterbi import Aligner

Swap = tuple[tuple[int, ...], tuple[int, ...]]  # comparison numbers of the old words and the new
Band = Optional[Sequence[tuple[int, int]]]  # noqa: UP045 - evaluated, in Python 3.10 too
_SEEN_AGAIN = 5  # tokens; longer stretches are not rewritten the same way twice


class Aligned:
    """One run of tokens of each document, given by their numbers, aligned in order."""

    def __init__(
        self,
        sides: TokenPair,
        breaks: Sequence[Sequence[int]],
        swaps: SwapScorer,
        numbers: tuple[Sequence[int], Sequence[int]],
        anchors: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.numbers = numbers
        self.swaps = swaps
        a, b = ([s.ids[n] for n in own] for s, own in zip(sides, numbers, strict=True))
        blocks = guide_blocks((a, b), anchors)
        check()
        self.sequences = (
            sequence_of(sides[0], numbers[0], swaps, breaks[0], blocks, 0),
            sequence_of(sides[1], numbers[1], swaps, breaks[1], blocks, 1),
        )
        self._blocks = blocks
        self.parts: list[tuple[Stretch, Band]] = []
        self.pieces: list[list[Step]] = []

    def find_parts(self, corresponds: Callable[[Stretch], bool]) -> None:
        """Find the ``parts`` that are in doubt, with the bands to look at in them.

        *corresponds* tells whether passages at the ends of a long gap do (``bands.parts``).
        """
        a, b = self.sequences
        blocks, at = self._blocks, 0
        self.parts = []
        for stretch in stretches(blocks, a.kinds, (a.ids[:-1], b.ids[:-1]), (a.breaks, b.breaks)):
            inside = []
            while at < len(blocks) and blocks[at][0] < stretch.i1:
                x, _, n = blocks[at]
                if x >= stretch.i0 and x + n <= stretch.i1:
                    inside.append(blocks[at])
                at += 1
            at -= at > 0
            for part, corners in parts(stretch, inside, a.kinds, corresponds):
                self.parts.append((part, band(part, corners)))

    def align(self, weights: Mapping[str, float]) -> Aligner:
        """Align every part, and return what aligned them.

        While *weights* do not tell yet what corresponds, because that is learned from what the
        aligner makes of the texts, no gap is left out.
        """
        aligner = Aligner(Scores(self.sequences, self.swaps, weights))

        def corresponds(end: Stretch) -> bool:
            if BELIEF not in weights:
                return True
            steps = aligner.align(*end)
            found = odds(end, steps, self.sequences, self.swaps, weights, is_lone=False)
            return found >= LEAST

        self.find_parts(corresponds)
        self.pieces = [aligner.align(*part, own) for part, own in self.parts]
        return aligner

    def swaps_made(self) -> Iterator[list[Swap]]:
        """Yield the swaps of each part; short rewritten stretches are swaps of several words."""
        a, b = self.sequences
        for steps in self.pieces:
            yield [
                (tuple(a.ids[s.i0 : s.i1]), tuple(b.ids[s.j0 : s.j1]))
                for s in steps
                if s.kind == SWAPPED
                or (s.kind == REWRITTEN and max(s.i1 - s.i0, s.j1 - s.j0) <= _SEEN_AGAIN)
            ]

    def again(self, aligner: Aligner, seen: Mapping[Swap, int]) -> None:
        """Align the parts again where a swap that was seen elsewhere was not made."""
        a, b = self.sequences
        # Looked up by what is rare: "the" alone may have been swapped for a hundred words.
        single: dict[int, dict[int, Swap]] = {}
        longer: dict[int, list[tuple[Swap, set[int], set[int]]]] = {}
        often = Counter(a.ids)
        for swap in seen:
            old, new = swap
            if len(old) == len(new) == 1:
                single.setdefault(old[0], {})[new[0]] = swap
            else:
                rarest = min(old, key=lambda token: (often[token], token))
                longer.setdefault(rarest, []).append((swap, set(old), set(new)))
        made = list(self.swaps_made())
        for n, (part, own) in enumerate(self.parts):
            if part.i1 - part.i0 < 2 or all(s.kind == KEPT for s in self.pieces[n]):
                continue
            mine = Counter(made[n])
            here, there = set(a.ids[part.i0 : part.i1]), set(b.ids[part.j0 : part.j1])
            fitting = [
                single[token][other]
                for token in here & single.keys()
                for other in single[token].keys() & there
            ]
            fitting += [
                swap
                for token in here & longer.keys()
                for swap, old_words, new_words in longer[token]
                if here >= old_words and there >= new_words
            ]
            elsewhere = {x: seen[x] - mine[x] for x in fitting if seen[x] > mine[x]}
            if any(swap not in mine for swap in elsewhere):
                aligner.scores.learn(elsewhere)
                self.pieces[n] = aligner.align(*part, own)

    def steps(self) -> list[Step]:
        """Return all steps by token numbers, also those that were never in doubt."""
        found: list[Step] = []
        i = j = 0
        for (part, _), steps in zip(self.parts, self.pieces, strict=True):
            while (
                i < part.i0 and j < part.j0 and self.sequences[0].ids[i] == self.sequences[1].ids[j]
            ):
                found.append(Step(KEPT, i, i + 1, j, j + 1))
                i, j = i + 1, j + 1
            found += gaps(i, part.i0, j, part.j0)
            found += steps
            i, j = part.i1, part.j1
        return retold(found, self.sequences, self.swaps)
