"""The words of two documents aligned: what stands in order, and what moved.

``PairAlignment`` looks for anchors and moved passages, aligns both, looks at what is left for
passages that were spun too heavily to have anchors, and aligns again where a swap made elsewhere
in the pair was not made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from .alignment import Aligned, SeenSwaps
from .anchors import common_anchors, find_clusters, heaviest_chain, parted_units, same_units
from .cancellation import check, checked
from .comparison import SectionKind
from .correspondence import Companion, is_believed, odds
from .moves import Passage, crosses, find_lost, find_moved
from .posterior import TRUST
from .scoring_model import Model
from .section_alignment import AlignedSection, aligned_sections
from .sequences import breaks_of, find_units
from .steps import KEPT, LINKS, Part, Step
from .swap_features import SwapScorer
from .tokens import TokenPair
from .viterbi import Aligner

_RELATED = 4  # one of so many parts is paired where texts have to do with each other
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
        check()
        # Only to tell what moved: no sentence begins there.
        self._parted = parted_units(sides, self.units)
        clusters = find_clusters(sides, same_units(sides, self._parted))
        chain = heaviest_chain(clusters)
        anchors = common_anchors(clusters, chain)
        found = find_moved(clusters, chain, self._parted)
        self.moved = [p for p in found if crosses(p, anchors)]
        self._in_place: list[Passage] = []  # they did not move, but their words were strewn about
        self._align(anchors)
        moved, self._in_place = self._lost()
        if moved or self._in_place:
            self.moved = sorted([*self.moved, *moved])
            self._align(anchors)

    def _lost(self) -> tuple[list[Passage], list[Passage]]:
        """Return passages that moved, and that did not, missing and added though they correspond.

        They are whole parts, or sentences and lines inside paired parts that nothing was kept of.
        Where one document has much that the other has not, the aligner may find the words of a
        passage that did not move strewn over all of it.
        """
        # Parts of moved passages have had their second look.
        in_order = self.sections[: self._in_order]
        missing = [e.reference for e, _ in in_order if e.candidate is None and e.reference]
        added = [e.candidate for e, _ in in_order if e.reference is None and e.candidate]
        # Related words are chance in texts that have nothing to do with each other.
        paired = len(in_order) - len(missing) - len(added)
        shorter = paired + min(len(missing), len(added))
        swaps = self.swaps if _RELATED * paired >= shorter else None
        found = find_lost(missing, added, self.sides, swaps)
        is_content = self.sides[0].is_content
        kept = [
            (step.i0, step.j0)
            for _, steps in in_order
            for step in checked(steps, 2048)
            if step.kind == KEPT and is_content[self.sides[0].ids[step.i0]]
        ]
        taken = [*self.moved, *found]
        found += find_lost(
            self._untouched([i for i, _ in kept], [(p.i0, p.i1) for p in taken], 0),
            self._untouched([j for _, j in kept], [(p.j0, p.j1) for p in taken], 1),
            self.sides,
            swaps,
        )
        if not found:
            return [], []
        moved = [p for p in found if crosses(p, kept) and self._corresponds(p)]
        links = [s[1:] for _, steps in in_order for s in checked(steps, 2048) if s.kind in LINKS]
        in_place: list[Passage] = []
        for own in sorted(found):
            is_in_order = not crosses(own, kept) and not (in_place and own.j0 < in_place[-1].j1)
            if is_in_order and not _is_linked(own, links) and self._corresponds(own):
                in_place.append(own)
        return moved, in_place

    def _corresponds(self, passage: Passage) -> bool:
        """Return whether the aligner would pair what was lost and found, if it stood in order.

        Two sentences may share enough words of the subject and still have nothing in common.
        """
        i0, i1, j0, j1 = passage
        own = Aligned(self.sides, self.breaks, self.swaps, (range(i0, i1), range(j0, j1)))
        own.align(self.model.weights, self._aligner)
        found = odds(
            (0, i1 - i0, 0, j1 - j0),
            own.steps(),
            own.sequences,
            self.swaps,
            self.model.weights,
            is_lone=False,
        )
        return is_believed(found) or isinstance(found, Companion)

    def _untouched(
        self, kept: Sequence[int], taken: Sequence[tuple[int, int]], side: int
    ) -> list[tuple[int, int]]:
        """Return the units of a side with words, none of which is *kept* or in what is *taken*."""
        tokens = self.sides[side]
        out = bytearray(len(tokens.ids))
        for n in kept:
            out[n] = 1
        for start, end in taken:
            out[start:end] = b"\1" * (end - start)
        return [
            (unit.start, unit.end)
            for unit in self._parted[side]
            if not any(out[unit.start : unit.end]) and tokens.words_in(unit.start, unit.end)
        ]

    def _align(self, anchors: list[tuple[int, int]]) -> None:
        kept = (
            _without(len(self.sides[0].ids), [(p.i0, p.i1) for p in self.moved]),
            _without(len(self.sides[1].ids), [(p.j0, p.j1) for p in self.moved]),
        )
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
        shared = self.sides, self.breaks, self.swaps
        self.main = Aligned(*shared, kept, anchors, corners)
        self.passages = [
            Aligned(*shared, (range(p.i0, p.i1), range(p.j0, p.j1))) for p in self.moved
        ]
        weights = self.model.weights
        own = (self.main, *self.passages)
        aligners: list[Aligner] = []
        for one in own:
            self._aligner = one.align(weights, self._aligner)
            aligners.append(self._aligner)
        made = [one.swaps_made() for one in own]
        seen = SeenSwaps([swap for parts in made for swaps in parts for swap in swaps])
        for one, aligner, swaps in zip(own, aligners, made, strict=True):
            one.again(aligner, swaps, seen)
        self.sections = self._sections_of(self.main, aligners[0], SectionKind.PAIRED)
        self._in_order = len(self.sections)
        for passage, aligner in zip(self.passages, aligners[1:], strict=True):
            self.sections += self._sections_of(passage, aligner, SectionKind.MOVED)

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
        aligned.tell_links(aligner, weights)
        return aligned_sections(aligned, self.units, kind, weights)


def _is_linked(passage: Passage, links: Sequence[Part]) -> bool:
    """Return whether a word of a passage is aligned with one of its counterpart already."""
    i0, i1, j0, j1 = passage
    first = bisect_left(links, i0, key=itemgetter(0))
    last = bisect_left(links, i1, key=itemgetter(0))
    return any(own[2] < j1 and own[3] > j0 for own in links[first:last])


def _without(size: int, ranges: Sequence[tuple[int, ...]]) -> list[int]:
    out = bytearray(size)
    for start, end in ranges:
        out[start:end] = b"\1" * (end - start)
    return [n for n in range(size) if not out[n]]
