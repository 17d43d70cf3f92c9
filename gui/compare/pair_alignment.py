"""The words of two documents aligned: what stands in order, and what moved.

``PairAlignment`` looks for anchors and moved passages, aligns both, looks at what is left for
passages that were spun too heavily to have anchors, and aligns again where a swap made elsewhere
in the pair was not made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import log

from .alignment import Aligned
from .anchors import common_anchors, find_clusters, heaviest_chain, parted_units, same_units
from .cancellation import check, checked
from .comparison import SectionKind
from .correspondence import (
    MOVED,
    NO_DOUBT,
    Companion,
    evidence,
    is_believed,
    log_odds,
    odds,
    related,
)
from .leftovers import Leftovers, find_counterparts
from .moves import Passage, crosses, find_moved
from .posterior import TRUST
from .scores import SeenSwaps
from .scoring_model import Model
from .section_alignment import AlignedSection, aligned_sections
from .sequences import breaks_of, find_units
from .steps import Step
from .swap_features import SwapScorer
from .tears import mends
from .tokens import TokenPair
from .viterbi import Aligner

_LOOKS = 3  # what was found makes room for more; of texts in any order a third look finds little
_PASSAGE = 2  # sentences or lines; in a longer text one vouches for the other


class PairAlignment:
    """The words of two documents aligned: sections, and the steps inside each.

    >>> sections("The committee approved the plan.", "Sheep graze on the hill.")
    missing, added
    """

    def __init__(self, sides: TokenPair, model: Model) -> None:
        self.sides = sides
        self.units = find_units(sides[0]), find_units(sides[1])
        a = sides[0]
        self.swaps = SwapScorer(a.names, a.classes, model.thesaurus, model.table)
        self.model = model
        self.breaks = [
            breaks_of(side, units) for side, units in zip(sides, self.units, strict=True)
        ]
        self._aligner: Aligner | None = None
        self.main: Aligned = Aligned(sides, self.breaks, self.swaps, ((), ()))
        check()
        # Only to tell what moved: no sentence begins there.
        self._parted = parted_units(sides, self.units)
        clusters = find_clusters(sides, same_units(sides, self._parted))
        chain = heaviest_chain(clusters)
        anchors = common_anchors(clusters, chain)
        found = find_moved(clusters, chain, self._parted)
        # Those that stand inside others come behind them.
        self.moved = [p for p in found if crosses(p, anchors)]
        self._mended: list[tuple[int, int]] = []
        self._in_place: list[Passage] = []  # they did not move, but their words were strewn about
        self._align(anchors)
        # Until it is learned how sure one must be, the first alignment teaches the rest.
        if MOVED in model.weights:
            self._look_again(anchors)

    @property
    def sections(self) -> list[tuple[AlignedSection, list[Step]]]:
        """The sections in order, and behind them those of the passages that moved."""
        return [own for run in self._sections for own in run]

    def _look_again(self, anchors: list[tuple[int, int]]) -> None:
        """Find what an alignment left, until nothing more is found, and mend what it tore."""
        for _ in range(_LOOKS):
            moved, in_place = self._counterparts()
            if not moved and not in_place:
                break
            self.moved += moved
            self._in_place = sorted([*self._in_place, *in_place])
            self._align(anchors)
        self._mend_tears(anchors)

    def _mend_tears(self, anchors: list[tuple[int, int]]) -> None:
        """Keep sentences whole (``tears``), where they have a counterpart then."""
        numbers = [[*own, own[-1] + 1] if own else [0] for own in self.main.numbers]
        corners = {}
        for (i, j), side, start in mends(self.main, self.units, self.model.weights):
            corners[side, numbers[side][start]] = numbers[0][i], numbers[1][j]
        while len(corners) != len(self._mended):
            self._mended = [*corners.values()]
            self._align(anchors)
            parts = [own.part for own, _ in self.sections if own.reference and own.candidate]
            corners = {
                (side, token): corner
                for (side, token), corner in corners.items()
                if any(own[2 * side] <= token < own[2 * side + 1] for own in parts)
            }

    def _counterparts(self) -> tuple[list[Passage], list[Passage]]:
        """Return passages that moved, and that did not, missing and added though they correspond.

        Where one document has much that the other has not, the aligner may find the words of a
        passage that did not move strewn over all of it.
        """
        left = Leftovers(self.sides, self._sections, self._home, self._in_place)
        # Related words are chance in texts that have nothing to do with each other.
        swaps = self.swaps if left.are_related else None

        def corresponds(own: Passage, others: int) -> bool:
            return left.is_open(own) and self._corresponds(own, others)

        judge = corresponds, left.are_related
        found = find_counterparts(*left.parts(), self.sides, swaps, *judge)
        units = left.loose_units(self._parted, found)
        found += find_counterparts(*units, self.sides, swaps, *judge)
        in_order = sorted(own for own in found if not left.has_moved(own))
        in_place = [in_order[n] for n in heaviest_chain(in_order)]
        return sorted(set(found).difference(in_place)), in_place

    def _corresponds(self, passage: Passage, others: int) -> bool:
        """Return whether the aligner would pair what was left over, if it stood in order.

        Two sentences may share enough words of the subject and still have nothing in common. Where
        *others* could have been tried, the best of them is good by chance, the more so the more
        there are; then nothing is certain because it is short, or because what stands around it is.
        """
        i0, i1, j0, j1 = passage
        one = Aligned(self.sides, self.breaks, self.swaps, (range(i0, i1), range(j0, j1)))
        weights = self.model.weights
        one.align(weights, self._aligner)
        own = ((0, i1 - i0, 0, j1 - j0), one.steps(), one.sequences, self.swaps)
        found = odds(*own, weights, is_lone=False)
        if not others:
            return is_believed(found) or isinstance(found, Companion)
        if found == NO_DOUBT:
            found = log_odds(evidence(*own) | related(*own), weights)
        return isinstance(found, float) and is_believed(found + weights[MOVED] * log(1 + others))

    def _align(self, anchors: list[tuple[int, int]]) -> None:
        """Align all runs of tokens: what stands in order, and each passage that moved."""
        self._sections = []  # most of what a long text takes
        runs = self._runs()
        kept = runs[0]
        if self.moved:
            place = [{n: k for k, n in enumerate(own)} for own in kept]
            anchors = [
                (place[0][i], place[1][j]) for i, j in anchors if i in place[0] and j in place[1]
            ]
        corners = [
            (bisect_left(kept[0], i), bisect_left(kept[1], j))
            for i0, i1, j0, j1 in self._in_place
            for i, j in ((i0, j0), (i1, j1))
        ]
        for i, j in self._mended:
            corner = bisect_left(kept[0], i), bisect_left(kept[1], j)
            if all((corner[0] - x) * (corner[1] - y) >= 0 for x, y in corners):
                corners.append(corner)
        corners.sort()
        shared = self.sides, self.breaks, self.swaps
        before = self.main
        self.main = Aligned(*shared, kept, anchors, corners)
        self.passages = [Aligned(*shared, run) for run in runs[1:]]
        weights = self.model.weights
        own = (self.main, *self.passages)
        aligners: list[Aligner] = []
        for one in own:
            self._aligner = one.align(weights, self._aligner, before if one is self.main else None)
            aligners.append(self._aligner)
        made = [one.swaps_made() for one in own]
        seen = SeenSwaps([swap for parts in made for swaps in parts for swap in swaps])
        for one, aligner, swaps in zip(own, aligners, made, strict=True):
            one.again(aligner, swaps, seen)
        kinds = [SectionKind.PAIRED, *[SectionKind.MOVED] * len(self.passages)]
        self._sections = [self._sections_of(*one) for one in zip(own, aligners, kinds, strict=True)]

    def _runs(self) -> list[tuple[list[int], list[int]]]:
        """Return the tokens that are aligned in order, and those of each passage that moved.

        A passage whose one side stands in other passages is none.
        """
        while True:
            self._home = (
                _home(len(self.sides[0].ids), [(p.i0, p.i1) for p in self.moved]),
                _home(len(self.sides[1].ids), [(p.j0, p.j1) for p in self.moved]),
            )
            runs: list[tuple[list[int], list[int]]] = [([], []) for _ in [None, *self.moved]]
            for side in (0, 1):
                for n, run in enumerate(checked(self._home[side], 4096)):
                    runs[run][side].append(n)
            whole = [p for p, own in zip(self.moved, runs[1:], strict=True) if all(own)]
            if len(whole) == len(self.moved):
                return runs
            self.moved = whole

    def _sections_of(
        self, aligned: Aligned, aligner: Aligner, kind: SectionKind
    ) -> list[tuple[AlignedSection, list[Step]]]:
        """Return the sections of a run of tokens; those of short passages by likely links.

        Nothing but its own words tells how one of two sentences was made from the other. Whether
        they correspond at all, the best steps tell.
        """
        weights = self.model.weights
        found = aligned_sections(aligned, self.units, kind, weights)
        is_passage = min(map(len, self.units)) <= _PASSAGE and TRUST in weights
        if not is_passage or not any(section.kind is kind for section, _ in found):
            return found
        aligned.take_likely_links(aligner, weights)
        return aligned_sections(aligned, self.units, kind, weights)


def _home(size: int, ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each token the last of the ranges, from 1, that it stands in; 0 for none."""
    home = [0] * size
    for n, (start, end) in enumerate(ranges, 1):
        home[start:end] = [n] * (end - start)
    return home
