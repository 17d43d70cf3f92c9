"""Sections follow from aligned words: where both texts are cut, and what the parts are.

Each edge of a section (a block between blank lines) of one document is looked up between the
aligned words of the other; both are cut there. A part with aligned words on both sides is
paired; one without is missing or added. An edge that falls inside a sentence opposite cuts the
sentence there, so that each part stands beside its counterpart. Where a pair of parts shares too
little to correspond, it is undone, and both texts are cut again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import compress, pairwise
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar

from ..aligning.alignment import Aligned
from ..aligning.amounts import with_amounts, with_whole_amounts
from ..aligning.figures import with_figures_opposite
from ..aligning.insertions import without_insertions
from ..aligning.unaided import Unaided
from ..cancellation import check, checked
from ..comparison import SectionKind
from ..modelling.correspondence import (
    BETWEEN,
    NO_DOUBT,
    Odds,
    are_known,
    doubted,
    is_believed,
    odds,
    without_exchanges,
)
from ..modelling.steps import (
    ADDED,
    KEPT,
    LINKS,
    OfSteps,
    Part,
    Step,
    kinds_of,
    steps_of,
    taken_apart,
    tokens_of,
    with_fewest_moved,
    with_stops,
)
from ..modelling.stories import STORY, log_odds_of_story, odds_of_story, tell_one_story
from .copied_sentences import (
    copied_runs,
    kept_in,
    undone,
    without_replaced_sentences,
    without_strangers,
)

T = TypeVar("T")
Parts = Sequence[tuple["AlignedSection", list[Step]]]


class AlignedSection(NamedTuple):
    """A section by its tokens ``[start, end)``, None on a side that it does not have."""

    kind: SectionKind
    reference: tuple[int, int] | None
    candidate: tuple[int, int] | None

    def side(self, number: int) -> tuple[int, int] | None:
        """Return the tokens of the reference (0) or the candidate (1)."""
        return self.candidate if number else self.reference

    @property
    def part(self) -> Part:
        """The tokens of both sides of a paired or moved section."""
        assert self.reference
        assert self.candidate
        return (*self.reference, *self.candidate)

    def mirrored(self) -> AlignedSection:
        """Return the section as it is with the documents exchanged."""
        if self.reference and not self.candidate:
            return alone(1, self.reference)
        if self.candidate and not self.reference:
            return alone(0, self.candidate)
        return AlignedSection(self.kind, self.candidate, self.reference)


def alone(side: int, bounds: tuple[int, int]) -> AlignedSection:
    """Return the tokens *bounds* of one *side* as a section that the other text lacks."""
    if side:
        return AlignedSection(SectionKind.ADDED, None, bounds)
    return AlignedSection(SectionKind.MISSING, bounds, None)


_SECTION = re.compile(b"\2")  # begins, by breaks
_LINKS = bytes(kind in LINKS for kind in range(256))  # by their kinds
# Where a step starts and ends, by side.
_START, _END = (itemgetter(1), itemgetter(3)), (itemgetter(2), itemgetter(4))


class Edges(NamedTuple):
    """Where one text may be cut: ``breaks`` as in ``TokenSequence``.

    ``lines`` are starts of lines inside a section, which is cut there if a line has no counterpart.
    """

    breaks: Sequence[int]
    lines: Iterable[int] = ()


def cut(
    links: Sequence[Step],
    edges: tuple[Edges, Edges],
    sizes: tuple[int, int],
) -> list[AlignedSection]:
    r"""Return the paired, missing and added parts of two texts, which *links* join, in their order.

    >>> sections("The rain fell. The road closed.", "The rain fell.\n\nThe road closed.")
    paired, paired
    """
    cuts = {(0, 0), sizes}
    for side in (0, 1):
        own = edges[side]
        places = {found.start() for found in _SECTION.finditer(bytes(own.breaks))}
        places |= set(_lone_lines(own, places, links, side, sizes[side]))
        for place in checked(places, 1024):
            found = _opposite(place, links, side, edges[1 - side].breaks, sizes[1 - side])
            if found is not None:
                cuts.add((place, found) if side == 0 else (found, place))
    sections: list[AlignedSection] = []
    x = y = 0
    at = 0
    for i, j in sorted(cuts):
        j = max(j, y)
        last, at = at, bisect_right(links, i, lo=at, key=_END[0])
        if at > last:
            sections.append(AlignedSection(SectionKind.PAIRED, (x, i), (y, j)))
        else:
            if x < i:
                sections.append(alone(0, (x, i)))
            if y < j:
                sections.append(alone(1, (y, j)))
        x, y = i, j
    return sections


def links_of(steps: Sequence[Step]) -> list[Step]:
    """Return the links among *steps*."""
    return [*compress(steps, kinds_of(steps).translate(_LINKS))]


def _opposite(
    place: int, links: Sequence[Step], side: int, breaks: Sequence[int], size: int
) -> int | None:
    """Return where the other text is cut for a cut at *place* of a *side*.

    None inside a linked phrase. *breaks* and *size* are those of the other text.
    """
    start, end = _START[side], _END[side]
    n = bisect_left(links, place, key=start)
    low = _END[1 - side](links[n - 1]) if n else 0
    high = _START[1 - side](links[n]) if n < len(links) else size
    if n and end(links[n - 1]) > place:
        return None
    close_before = n > 0 and end(links[n - 1]) == place
    close_behind = n < len(links) and start(links[n]) == place
    spots = range(low, high + 1)
    if close_behind and not close_before:
        spots = spots[::-1]
    for least in (2, 1):
        for spot in spots:
            if breaks[spot] >= least:
                return spot
    return spots[0]


def _lone_lines(
    edges: Edges, places: set[int], links: Sequence[Step], side: int, size: int
) -> Iterable[int]:
    r"""Yield both ends of lines inside a section that have no aligned word.

    >>> sections("The ferry\nA boat came back on Monday.", "A boat came back on Monday.")
    missing, paired
    """
    bounds = sorted({0, size, *places, *edges.lines})
    for start, end in pairwise(bounds):
        n = bisect_right(links, start, key=_END[side])
        if n == len(links) or _START[side](links[n]) >= end:
            yield start
            yield end


def joined(
    sections: Sequence[AlignedSection], breaks: tuple[Sequence[int], Sequence[int]]
) -> list[AlignedSection]:
    """Return *sections* with those missing (or added) parts of one section that touch made one."""
    found: list[AlignedSection] = []
    last: dict[int, int] = {}  # by side: the number of the last part that has only this side
    for section in sections:
        side = 0 if section.kind is SectionKind.MISSING else 1
        own = section.side(side)
        before = found[last[side]].side(side) if side in last else None
        if section.kind is SectionKind.PAIRED or own is None:
            last = {}
        elif before and before[1] == own[0] and breaks[side][own[0]] != 2:
            found[last[side]] = alone(side, (before[0], own[1]))
            continue
        else:
            last[side] = len(found)
        found.append(section)
    return found


class _TwoSided(Protocol):
    @property
    def reference(self) -> tuple[int, int] | None: ...
    @property
    def candidate(self) -> tuple[int, int] | None: ...


S = TypeVar("S", bound=_TwoSided)


def in_order(found: Sequence[tuple[S, T]]) -> list[tuple[S, T]]:
    """Order by the reference; what is added stands behind its predecessor, and what is missing."""
    sides = [(own.reference or (), own.candidate or ()) for own, _ in found]
    places: dict[int, tuple[tuple[int, ...], int, tuple[int, ...]]] = {}
    for side in (0, 1):
        last: tuple[int, ...] = ()  # the reference of the last counterparts
        own = [(bounds[side], n) for n, bounds in enumerate(sides) if bounds[side]]
        for bounds, n in sorted(own):
            last = sides[n][0] if all(sides[n]) else last
            places.setdefault(n, (last, side, bounds))
    return [found[n] for n in sorted(places, key=places.__getitem__)]


def aligned_sections(
    aligned: Aligned, kind: SectionKind, unaided: Unaided | None = None
) -> list[tuple[AlignedSection, list[Step]]]:
    """Return the parts of what was aligned, with the steps of each, by document tokens.

    Parts with words on both sides are of *kind*: paired, or moved. Their words are aligned once
    more by what aligns them *unaided*.
    """
    parts = believed_parts(aligned, has_moved=kind is SectionKind.MOVED)
    paired = [(section, own) for section, own in parts if section.kind is SectionKind.PAIRED]
    told = [own for _, own in paired]
    if unaided:
        told = unaided.aligned(told, aligned)
    own_steps: dict[AlignedSection, Iterable[Step]] = {}
    for (section, _), own in zip(paired, told, strict=True):
        seen = aligned.sequences
        weights = (unaided or aligned).weights
        apart = without_insertions(own, seen, weights, by_links=aligned.by_links)
        apart = with_figures_opposite(apart, seen, weights)
        whole = with_stops(with_whole_amounts(apart, seen), seen)
        own_steps[section] = with_fewest_moved(without_exchanges(whole, seen), seen)
    breaks = aligned.sequences[0].breaks, aligned.sequences[1].breaks
    believed = joined([section for section, _ in parts], breaks)
    del parts  # most of what a long text takes
    found: list[tuple[AlignedSection, list[Step]]] = []
    numbers = [*aligned.numbers[0], 0], [*aligned.numbers[1], 0]  # 0: where no more token is
    for section in checked(believed, 64):
        steps = list(own_steps.pop(section, ()))
        found.append((_placed_section(section, numbers, kind), _all_placed(steps, numbers)))
    return found


def told_steps(aligned: Aligned) -> list[Step]:
    """Return the steps of what was aligned as a reader is told them: signs and amounts apart."""
    steps = taken_apart(aligned.steps(), aligned.sequences)
    return with_amounts(steps, aligned.sequences)


def believed_parts(aligned: Aligned, *, has_moved: bool = False) -> Parts:
    """Return the parts of what was aligned, as ``parts_with_steps`` does, none of them doubted.

    Neighbours vouch for what stands between them (``BETWEEN``). A passage that *has_moved* has
    none; the anchors by which it was found vouch for it as much.
    """
    steps = told_steps(aligned)
    check()
    edges = edges_of(aligned)
    parts = parts_with_steps(aligned, steps, edges)
    is_one_story = tell_one_story_of(parts, aligned, aligned.weights)
    told = odds_by_steps(aligned)
    rest = OfSteps(partial(without_replaced_sentences, aligned=aligned))
    while True:
        check()
        if is_one_story:
            found = odds_of(parts, told)
            if has_moved:
                credit = aligned.weights.get(BETWEEN, 0.0)
                found = [own + credit if isinstance(own, float) else own for own in found]
            is_doubted = doubted(found, aligned.weights)
        else:
            is_doubted = doubted(story_odds_of(parts, aligned), {})
        # What is not believed corresponds to nothing: cut again without it, so that a sentence
        # dropped at the end of a paragraph stays with its paragraph.
        believed = [
            undone(own, copied_runs(own, aligned.sequences)) if is_chance else own
            for (_, own), is_chance in zip(parts, is_doubted, strict=True)
        ]
        last = [own for _, own in parts]
        if believed == last:
            kept = kept_in(last, aligned.sequences)
            believed = [rest[tuple(own)] or without_strangers(own, kept, aligned) for own in last]
            if believed == last:
                return parts
        steps = [step for own in believed for step in own]
        parts = parts_with_steps(aligned, steps, edges)


def tell_one_story_of(parts: Parts, aligned: Aligned, weights: Mapping[str, float]) -> bool:
    """Return whether the texts tell one story, by their *parts*.

    Single paragraphs always do: a sentence or two have too few names and figures to tell by.
    """
    if not any(2 in own.breaks[1:-1] for own in aligned.sequences):
        return True
    paired = [steps for own, steps in parts if own.kind is SectionKind.PAIRED]
    return tell_one_story(paired, aligned.sequences, weights)


def story_odds_of(parts: Parts, aligned: Aligned) -> list[Odds | None]:
    """Return what speaks for each of the *parts* where two stories of one kind are likely.

    There neighbours speak for nothing, and names in common do not make up for other words: a part
    is believed if it would be believed in one story as well.
    """
    return [
        _least_odds(own, aligned) if section.kind is SectionKind.PAIRED else None
        for section, own in checked(parts, 64)
    ]


def _least_odds(steps: list[Step], aligned: Aligned) -> Odds:
    found = odds_of_story(steps, aligned.sequences, aligned.weights)
    if not isinstance(found, float) or not is_believed(found) or found == NO_DOUBT:
        return found
    in_one = odds_of_part(steps, aligned, alone=False)
    return min(found, in_one) if isinstance(in_one, float) else in_one


def is_lone(aligned: Aligned) -> bool:
    """Return whether two single sentences are aligned."""
    return not any(any(own.breaks[1:-1]) for own in aligned.sequences)


def odds_by_steps(aligned: Aligned) -> OfSteps[Odds]:
    """Return what speaks for parts of what was aligned, to be asked by their steps."""
    return OfSteps(partial(odds_of_part, aligned=aligned, alone=is_lone(aligned)))


def odds_of(parts: Parts, told: OfSteps[Odds]) -> list[Odds | None]:
    """Return what is *told* of each of the *parts*; None for those with one side."""
    return [
        told[tuple(own)] if section.kind is SectionKind.PAIRED else None
        for section, own in checked(parts, 64)
    ]


def odds_of_part(steps: Sequence[Step], aligned: Aligned, *, alone: bool) -> Odds:
    """Return what speaks for a part.

    Where too little does, the regression of ``stories`` may tell more, if no thesaurus has most of
    the words that are not kept. It does not count where nothing is kept.
    """
    sequences, weights = aligned.sequences, aligned.weights
    own = odds(steps, sequences, weights, is_lone=alone)
    if not isinstance(own, float) or is_believed(own) or STORY not in weights:
        return own
    if are_known(steps, sequences) or not any(step.kind == KEPT for step in steps):
        return own
    return max(own, log_odds_of_story(steps, sequences, weights))


def parts_with_steps(aligned: Aligned, steps: Sequence[Step], edges: tuple[Edges, Edges]) -> Parts:
    """Return the parts that the texts are cut into, and the steps inside each."""
    sections = cut(links_of(steps), edges, (len(aligned.numbers[0]), len(aligned.numbers[1])))
    home: tuple[list[int], list[int]] = ([], [])
    for n, section in enumerate(sections):
        for side in (0, 1):
            bounds = section.side(side)
            if bounds:
                home[side].extend([n] * (bounds[1] - bounds[0]))
    inside: list[list[Step]] = [[] for _ in sections]
    for step in checked(steps, 4096):
        inside[home[1][step.j0] if step.kind == ADDED else home[0][step.i0]].append(step)
    return list(zip(sections, inside, strict=True))


def edges_of(aligned: Aligned) -> tuple[Edges, Edges]:
    """Return where each side may be cut."""
    return _edges(aligned, 0), _edges(aligned, 1)


def _edges(aligned: Aligned, side: int) -> Edges:
    """Return where one side may be cut: sections, lines, and where a passage was taken out."""
    own = aligned.numbers[side]
    inside = aligned.texts.units[side]
    if own:  # of a passage no other units than its own
        low = bisect_left(inside, own[0], key=lambda unit: unit.start)
        high = bisect_right(inside, own[-1], key=lambda unit: unit.start)
        inside = inside[max(0, low - 1) : high]
    starts = [unit.start for last, unit in pairwise(inside) if unit.line != last.line]
    lines = [n for n in map(partial(bisect_left, own), starts) if n < len(own)]
    lines = [n for n, start in zip(lines, starts, strict=False) if own[n] == start]
    return Edges(aligned.sequences[side].breaks, lines)


def _placed_section(
    section: AlignedSection, numbers: Sequence[Sequence[int]], kind: SectionKind
) -> AlignedSection:
    """Return a section by document tokens."""
    reference, candidate = (
        (own[bounds[0]], own[bounds[1] - 1] + 1) if bounds else None
        for own, bounds in zip(numbers, section[1:], strict=True)
    )
    paired = section.kind is SectionKind.PAIRED
    return AlignedSection(kind if paired else section.kind, reference, candidate)


def _all_placed(steps: Sequence[Step], numbers: Sequence[Sequence[int]]) -> list[Step]:
    """Return *steps* by document tokens; from between and right behind most of them none moved."""
    a, b = numbers
    rest = len(steps)  # behind the last token is no other
    while rest and (steps[rest - 1].i1 == len(a) - 1 or steps[rest - 1].j1 == len(b) - 1):
        rest -= 1
    i0, i1, j0, j1 = tokens_of(steps[:rest])
    if a[i1] - a[i0] != i1 - i0 or b[j1] - b[j0] != j1 - j0:
        rest = 0
    kinds, *bounds = (map(itemgetter(n), checked(steps[:rest], 4096)) for n in range(5))
    placed = [map(own.__getitem__, of) for own, of in zip((a, a, b, b), bounds, strict=True)]
    last = [_placed(step, numbers) for step in checked(steps[rest:], 2048)]
    return [*steps_of(kinds, *placed), *last]


def _placed(step: Step, numbers: Sequence[Sequence[int]]) -> Step:
    """Return a step by document tokens; a side that it does not touch is empty."""
    kind, i0, i1, j0, j1 = step
    a, b = numbers
    old = (a[i0], a[i1 - 1] + 1) if i0 < i1 else (a[i0], a[i0])
    new = (b[j0], b[j1 - 1] + 1) if j0 < j1 else (b[j0], b[j0])
    return Step(kind, *old, *new)
