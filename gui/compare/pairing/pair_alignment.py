"""The words of two documents aligned: what stands in order, and what moved.

``PairAlignment`` looks for anchors and moved passages, aligns both, looks at what is left for
passages that were spun too heavily to have anchors, and aligns again where a swap made elsewhere
in the pair was not made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from ..aligning.alignment import Aligned
from ..aligning.anchors import (
    common_anchors,
    find_clusters,
    heaviest_chain,
    parted_units,
    same_units,
)
from ..aligning.posterior import TRUST
from ..aligning.unaided import Unaided, is_unaided
from ..aligning.viterbi import Aligner
from ..cancellation import check, checked
from ..comparison import SectionKind
from ..modelling.correspondence import (
    BETWEEN,
    MOVED,
    NO_DOUBT,
    Companion,
    Odds,
    evidence,
    is_believed,
    is_replaced,
    log_odds,
    related,
)
from ..modelling.scores import SeenSwaps, Swap
from ..modelling.scoring_model import Model
from ..modelling.sequences import TextPair
from ..modelling.steps import KEPT, LINKS, Step
from ..modelling.swap_features import SwapScorer
from ..tokenizing.tokens import TokenPair
from .headings import Headings, Heads, dateline_end
from .leftovers import Leftovers, Run, find_counterparts
from .moves import Passage, crosses, find_moved, widened
from .section_alignment import AlignedSection, aligned_sections, odds_of_part
from .tears import mends

_LOOKS = 3  # what was found makes room for more; in reordered texts a third look finds little
_AROUND = 400  # tokens of both texts on either side of a torn sentence that are aligned again
_PASSAGE = 2  # sentences or lines at most of a short text; in a longer one they vouch for others


class PairAlignment:
    """The words of two documents aligned: sections, and the steps inside each.

    >>> sections("The committee approved the plan.", "Sheep graze on the hill.")
    missing, added
    """

    def __init__(self, sides: TokenPair, model: Model) -> None:
        self.sides = sides
        a = sides[0]
        swaps = SwapScorer(a.names, a.classes, model.thesaurus, model.table)
        self.texts = TextPair.of(sides, swaps)
        self.model = model
        is_alone = bool(model.unaided) and is_unaided(self.texts.swaps)
        self._unaided = Unaided(model.unaided) if is_alone else None
        units = self.texts.units
        self._aligner: Aligner | None = None
        heads = Heads(sides, units)
        self._headings = Headings(sides, units, heads.swapped)
        check()
        # Only to tell what moved: the texts are not cut there.
        self._parted = parted_units(sides, units)
        clusters = find_clusters(sides, same_units(sides, self._parted))
        chain = heaviest_chain(clusters)
        self._anchors = common_anchors(clusters, chain)
        found = find_moved(clusters, chain, self._parted)
        # Those that stand inside others must come behind them (``_home``).
        self.moved = [p for p in found if crosses(p, self._anchors)]
        # As long as there is no weight for how sure one must be, weights are being learned from
        # this first alignment; no head leads it.
        is_learned = MOVED in model.weights
        # They did not move, but their words were strewn about.
        self._in_place = heads.in_place if is_learned else []
        self._align()
        if is_learned:
            self._look_again()

    @property
    def sections(self) -> list[tuple[AlignedSection, list[Step]]]:
        """The sections in order, and behind them those of the passages that moved."""
        return [own for run in self._sections for own in run]

    def _look_again(self) -> None:
        """Find what an alignment left, ``_LOOKS`` times at most, and mend what it tore."""
        for _ in range(_LOOKS):
            moved, in_place = self._counterparts()
            if not moved and not in_place:
                break
            self.moved += moved
            self._in_place = sorted([*self._in_place, *in_place])
            self._align()
        alone = {own for own, _ in self.sections if not (own.reference and own.candidate)}
        sides = (own.reference for own in alone), (own.candidate for own in alone)
        loose = dict(filter(None, sides[0])), dict(filter(None, sides[1]))
        moved = widened(self.moved, loose, self._idle(), self.texts.units, self._goes_along)
        moved = [self._headings.moved_with(passage, alone) for passage in moved]
        if moved != self.moved:
            self.moved = moved
            self._align()
        numbers = [[*own, own[-1] + 1] if own else [0] for own in self.main.numbers]
        for corners, side, start, end in [*mends(self.main)]:
            sentence = numbers[side][start], numbers[side][end - 1] + 1
            self._mend([(numbers[0][i], numbers[1][j]) for i, j in corners], side, sentence)
        for corner, side, sentence in [*self._behind_datelines()]:
            self._mend([corner], side, sentence)

    def _behind_datelines(self) -> Iterator[tuple[tuple[int, int], int, tuple[int, int]]]:
        """Yield where a sentence begins behind a dateline that the other text lacks.

        >>> changes("LISBON, May 4 - Several boats sank.", "Numerous boats sank.")
        -LISBON, May 4 - | Several → Numerous
        """
        for section, steps in checked(self._sections[0], 64):
            if section.kind is not SectionKind.PAIRED:
                continue
            starts = section.part[0], section.part[2]
            ends = [dateline_end(own, at) for own, at in zip(self.sides, starts, strict=True)]
            for side, end in enumerate(ends):
                if end is None or ends[1 - side] is not None:
                    continue
                is_first = self.texts.breaks[side][starts[side]]
                if is_first and any(s.kind in LINKS and s[1 + 2 * side] < end for s in steps):
                    corner = (starts[0], end) if side else (end, starts[1])
                    yield corner, side, (end, end + 1)

    def _mend(
        self, through: Sequence[tuple[int, int]], side: int, sentence: tuple[int, int]
    ) -> None:
        """Lead the alignment *through* corners, so that a torn *sentence* is whole (``tears``).

        Only the sections around it are aligned again. They stay as they are if the corners are not
        among them, or if the sentence, tokens ``[start, end)`` of *side*, has no counterpart then.
        """
        main = self._sections[0]
        first, last = _around(main, side, sentence, self.texts.breaks)
        torn = main[first:last]
        kept = self._kept(torn, 0), self._kept(torn, 1)
        places = [place for corner in through for place in zip(kept, corner, strict=True)]
        if not all(own and own[0] <= place <= own[-1] + 1 for own, place in places):
            return
        corners = self._corners(kept)
        corners += [(bisect_left(kept[0], i), bisect_left(kept[1], j)) for i, j in through]
        corners.sort()
        if any(last[1] > own[1] for last, own in pairwise(corners)):
            return
        one = self._aligned(kept, corners)
        aligner = one.align(self.model.weights, self._aligner)
        # What these sections were aligned with says nothing about how they are aligned now.
        at_first = self._swaps_near(kept[0])
        one.again(aligner, [[*own, *at_first] for own in one.swaps_made()], self._seen)
        whole = self._sections_of(one, aligner, SectionKind.PAIRED)
        if _has_counterpart(whole, side, sentence[0]):
            main[first:last] = whole

    def _swaps_near(self, tokens: Sequence[int]) -> list[Swap]:
        """Return the swaps made at first in the parts that hold *tokens* of the reference."""
        numbers, parts = self.main.numbers[0], self.main.parts
        start, end = (bisect_left(numbers, n) for n in (tokens[0], tokens[-1] + 1))
        first = bisect_left(parts, start, key=lambda own: own[0].i1)
        last = bisect_right(parts, end, key=lambda own: own[0].i0)
        return [swap for swaps in self._made[first:last] for swap in swaps]

    def _kept(self, run: Run, side: int) -> list[int]:
        """Return the tokens of a *run* on one *side*, without passages inside it that moved."""
        home = self._home[side]
        bounds = [section.side(side) or (0, 0) for section, _ in run]
        return [n for start, end in bounds for n in range(start, end) if not home[n]]

    def _counterparts(self) -> tuple[list[Passage], list[Passage]]:
        """Return passages that are missing and added though they correspond: moved, and in place.

        Where one document has much that the other lacks, the aligner may find the words of a
        passage that did not move strewn over all of it.
        """
        left = Leftovers(self.sides, self._sections, self._home, self._in_place)
        # Related words are chance in texts that have nothing to do with each other.
        swaps = self.texts.swaps if left.are_related else None

        def corresponds(own: Passage, others: int) -> bool:
            if not (left.is_open(own) and self._corresponds(own, others)):
                return False
            # Where something else stands that leaves no doubt, it stays.
            rivals = map(self._odds, left.counterparts(own, self._parted))
            return NO_DOUBT not in rivals or self._odds(own) == NO_DOUBT

        judge = corresponds, left.are_related
        found = find_counterparts(left.missing, left.added, self.sides, swaps, *judge)
        units = left.loose_units(self._parted, found)
        found += find_counterparts(*units, self.sides, swaps, *judge)
        in_order = sorted(own for own in found if not left.has_moved(own))
        in_place = [in_order[n] for n in heaviest_chain(in_order)]
        return sorted(set(found).difference(in_place)), in_place

    def _corresponds(self, passage: Passage, others: int) -> bool:
        """Return whether the aligner would pair what was left over, if it stood in order.

        Two sentences may share enough words of the subject and still have nothing in common. Where
        *others* could have been tried, the best of them is good by chance, the more so the more
        there are; then nothing is beyond doubt because of its form, and no ``Companion`` decides.
        Where one is all that is left on either side, both stand opposite each other as what stands
        between neighbours does.
        """
        weights = self.model.weights
        found = self._odds(passage)
        if not others:
            return is_believed(found) or isinstance(found, Companion)
        if isinstance(found, Companion):
            return False
        if found == NO_DOUBT:
            steps, one = self._tried(passage)
            own = steps, one.sequences
            found = log_odds(evidence(*own) | related(*own), weights)
        found += weights[MOVED] * log(1 + others)
        return is_believed(found + weights.get(BETWEEN, 0.0) if others == 1 else found)

    def _goes_along(self, passage: Passage, size: float) -> bool:
        """Return whether what stands beside a moved passage would be paired inside its section.

        If it is longer than that passage of some *size*, too little speaks for it but its words.
        """
        if passage.weight > size:
            return self._corresponds(passage, others=0)
        steps, one = self._tried(passage)
        is_linked = any(step.kind in LINKS for step in steps)
        return is_linked and not is_replaced(steps, one.sequences, self.model.weights)

    def _odds(self, passage: Passage) -> Odds:
        """Return what speaks for a passage by itself."""
        steps, one = self._tried(passage)
        return odds_of_part(steps, one, alone=False)

    def _tried(self, passage: Passage) -> tuple[list[Step], Aligned]:
        """Return how the two sides of a passage would be aligned, and what aligned them."""
        i0, i1, j0, j1 = passage
        one = Aligned(self.texts, (range(i0, i1), range(j0, j1)))
        one.align(self.model.weights, self._aligner)
        return one.steps(), one

    def _idle(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return the sentences of moved passages of which no word is kept: starts and ends."""
        steps = [step for run in self._sections[1:] for _, own in run for step in own]
        found: tuple[dict[int, int], dict[int, int]] = {}, {}
        for side, units in enumerate(self.texts.units):
            is_word, home = self.sides[side].is_word, self._home[side]
            kept = {step[1 + 2 * side] for step in steps if step.kind == KEPT}
            for start, end, _, _ in units:
                if home[start] and not any(n in kept and is_word[n] for n in range(start, end)):
                    found[side][start] = end
        return found

    def _align(self) -> None:
        """Align all runs of tokens: what stands in order, and each passage that moved."""
        self._sections = []  # most of what a long text takes
        runs = self._runs()
        self.main = self._aligned(runs[0], self._corners(runs[0]))
        passages = [Aligned(self.texts, run) for run in runs[1:]]
        own = (self.main, *passages)
        aligners: list[Aligner] = []
        for one in own:
            self._aligner = one.align(self.model.weights, self._aligner)
            aligners.append(self._aligner)
        made = [one.swaps_made() for one in own]
        self._made = made[0]
        self._seen = SeenSwaps([swap for parts in made for swaps in parts for swap in swaps])
        for one, aligner, swaps in zip(own, aligners, made, strict=True):
            one.again(aligner, swaps, self._seen)
        kinds = [SectionKind.PAIRED, *[SectionKind.MOVED] * len(passages)]
        self._sections = [self._sections_of(*one) for one in zip(own, aligners, kinds, strict=True)]

    def _aligned(
        self, kept: tuple[Sequence[int], Sequence[int]], corners: Sequence[tuple[int, int]]
    ) -> Aligned:
        """Return the tokens *kept*, to be aligned through the anchors among them and *corners*."""
        anchors = self._anchors
        if [*map(len, kept)] != [len(side.ids) for side in self.sides]:
            place = [{n: k for k, n in enumerate(own)} for own in kept]
            first = bisect_left(anchors, (min(place[0], default=0),))
            last = bisect_right(anchors, (max(place[0], default=0) + 1,))
            anchors = [
                (place[0][i], place[1][j])
                for i, j in anchors[first:last]
                if i in place[0] and j in place[1]
            ]
        return Aligned(self.texts, kept, anchors, corners)

    def _corners(self, kept: tuple[Sequence[int], Sequence[int]]) -> list[tuple[int, int]]:
        """Return the corners of what is known to stand in place, by places among tokens *kept*.

        They ascend, also where one passage was found inside another one.
        """
        corners = [
            (bisect_left(kept[0], i), bisect_left(kept[1], j))
            for i0, i1, j0, j1 in self._in_place
            for i, j in ((i0, j0), (i1, j1))
        ]
        return sorted(corners)

    def _runs(self) -> list[tuple[list[int], list[int]]]:
        """Return the tokens that are aligned in order, and those of each passage that moved.

        A passage of which one side is wholly inside other passages is none.
        """
        while True:
            self._home = self._home_of(0), self._home_of(1)
            runs: list[tuple[list[int], list[int]]] = [([], []) for _ in [None, *self.moved]]
            for side, home in enumerate(self._home):
                for n, run in enumerate(checked(home, 4096)):
                    runs[run][side].append(n)
            whole = [p for p, own in zip(self.moved, runs[1:], strict=True) if all(own)]
            if len(whole) == len(self.moved):
                return runs
            self.moved = whole

    def _home_of(self, side: int) -> list[int]:
        """Return for each token of a *side* the last passage, from 1, that it is in; 0 for none."""
        home = [0] * len(self.sides[side].ids)
        for n, passage in enumerate(self.moved, 1):
            start, end = passage[2 * side : 2 * side + 2]
            home[start:end] = [n] * (end - start)
        return home

    def _sections_of(
        self, aligned: Aligned, aligner: Aligner, kind: SectionKind
    ) -> list[tuple[AlignedSection, list[Step]]]:
        """Return the sections of a run of tokens; those of short passages by likely links.

        Nothing but its own words tells how one of two sentences was made from the other. Whether
        they correspond at all, the best steps tell.
        """
        found = self._headings.joined(aligned_sections(aligned, kind, self._unaided))
        is_passage = min(map(len, self.texts.units)) <= _PASSAGE and TRUST in self.model.weights
        if not is_passage or not any(own.kind is kind for own, _ in found):
            return found
        aligned.take_likely_links(aligner)
        return self._headings.joined(aligned_sections(aligned, kind, self._unaided))


def _around(
    run: Run, side: int, passage: tuple[int, int], breaks: Sequence[Sequence[int]]
) -> tuple[int, int]:
    """Return the sections ``[first, last)`` of a *run* that hold a *passage* of one *side*.

    They begin and end beside pairs, where a sentence begins in both texts by their *breaks*, or
    after as many tokens as may be aligned again.
    """
    bounds = [section.side(side) or (0, 0) for section, _ in run]
    start, end = passage
    held = [n for n, own in enumerate(bounds) if own[0] < end and start < own[1]]
    first, last = held[0], held[-1] + 1
    left = _AROUND
    while first and left > 0 and not _is_edge(run[first - 1][0], 1, breaks):
        first -= 1
        left -= sum(end - start for start, end in filter(None, run[first][0][1:]))
    left = _AROUND
    while last < len(run) and left > 0 and not _is_edge(run[last][0], 0, breaks):
        left -= sum(end - start for start, end in filter(None, run[last][0][1:]))
        last += 1
    return first, last


def _is_edge(section: AlignedSection, which: int, breaks: Sequence[Sequence[int]]) -> bool:
    """Return whether sentences begin where a pair starts (*which* 0) or behind it (1)."""
    edges = zip(breaks, section[1:], strict=True)
    return all(bounds and own[bounds[which]] for own, bounds in edges)


def _has_counterpart(run: Run, side: int, token: int) -> bool:
    """Return whether a *token* of one *side* stands in a section of both texts."""
    bounds = [own.side(side) for own, _ in run if own.kind is SectionKind.PAIRED]
    return any(own and own[0] <= token < own[1] for own in bounds)
