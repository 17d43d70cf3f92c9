"""The words of two documents aligned: what stands in order, and what moved.

``PairAlignment`` looks for anchors and moved passages, aligns both, looks at what is left for
passages that were spun too heavily to have anchors, and aligns anew where a swap made elsewhere
in the pair was not made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Optional

from .alignment import Aligner
from .anchors import common_anchors, find_clusters, heaviest_chain
from .belief import (
    CELL,
    doubted,
    evidence,
    is_changed_figure,
    is_word_for_word,
    log_odds,
    without_exchanges,
)
from .cancel import Check, checked, no_check
from .comparison import SectionKind
from .corridor import Stretch, band, guide_blocks, parts, stretches
from .features import CONTENT, SwapScorer
from .line import breaks_of, make_line
from .model import Model
from .moves import Passage, crosses, find_lost, find_moved, neighbours_joined
from .retelling import retold
from .scores import Scores
from .sections import Edges, Entry, Unit, absorbed, cut, find_units, joined
from .steps import ADDED, KEPT, REWRITTEN, SWAPPED, Step, gaps
from .tokens import Tokens

_NO_DOUBT = float("inf")
_LONE_GUESS = 9  # tokens by tokens of a rewritten stretch in two lone sentences
_MOSTLY_KEPT = 0.6  # of the tokens of the longer sentence; then the rest is the same in other words
_SEEN_AGAIN = 5  # tokens; longer stretches are not rewritten the same way twice
Swap = tuple[tuple[int, ...], tuple[int, ...]]  # comparison numbers of what was put for what
Band = Optional[Sequence[tuple[int, int]]]  # noqa: UP045 - evaluated, in Python 3.10 too


class PairAlignment:
    """The words of two documents aligned: entries, and the steps inside each."""

    def __init__(self, sides: tuple[Tokens, Tokens], model: Model, check: Check) -> None:
        self.sides = sides
        self.units = find_units(sides[0], check), find_units(sides[1], check)
        a = sides[0]
        self.swaps = SwapScorer(a.names, a.classes, model.thesaurus, model.table)
        self.model = model
        self.breaks = [
            breaks_of(side, units) for side, units in zip(sides, self.units, strict=True)
        ]
        check()
        clusters = find_clusters(sides, check)
        chain = heaviest_chain(clusters, check)
        anchors = common_anchors(clusters, chain)
        found = find_moved(clusters, chain, self.units)
        self.moved = [p for p in found if crosses(p, anchors)]
        self._align(anchors, check)
        lost = self._lost()
        if lost:
            self.moved = sorted([*self.moved, *lost])
            self._align(anchors, check)

    def _lost(self) -> list[Passage]:
        """Return passages that are missing here and added there although they correspond.

        They are whole parts, or sentences and lines inside paired parts that nothing was kept of.
        """
        # Parts of moved passages have had their second look.
        in_order = self.entries[: self._in_order]
        missing = [e.reference for e, _ in in_order if e.candidate is None and e.reference]
        added = [e.candidate for e, _ in in_order if e.reference is None and e.candidate]
        swaps = self._single_swaps()
        found = find_lost(missing, added, self.sides, swaps)
        weights = self.sides[0].weights
        kept = [
            (step.i0, step.j0)
            for _, steps in in_order
            for step in steps
            if step.kind == KEPT and weights[self.sides[0].ids[step.i0]] >= 1
        ]
        taken = [*self.moved, *found]
        found += find_lost(
            self._untouched([i for i, _ in kept], [(p.i0, p.i1) for p in taken], 0),
            self._untouched([j for _, j in kept], [(p.j0, p.j1) for p in taken], 1),
            self.sides,
            swaps,
        )
        return [p for p in neighbours_joined(found) if crosses(p, kept)]

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
            for unit in self.units[side]
            if not any(out[unit.start : unit.end]) and tokens.words_in(unit.start, unit.end)
        ]

    def _single_swaps(self) -> set[tuple[int, int]]:
        """Return the swaps of one word for one that were made in what stands in order."""
        made = {swap for swaps in self.main.swaps_made() for swap in swaps}
        return {(old[0], new[0]) for old, new in made if len(old) == len(new) == 1}

    def _align(self, anchors: list[tuple[int, int]], check: Check) -> None:
        kept = (
            _without(len(self.sides[0].ids), [(p.i0, p.i1) for p in self.moved]),
            _without(len(self.sides[1].ids), [(p.j0, p.j1) for p in self.moved]),
        )
        if self.moved:
            place = [{n: k for k, n in enumerate(own)} for own in kept]
            anchors = [
                (place[0][i], place[1][j]) for i, j in anchors if i in place[0] and j in place[1]
            ]
        shared = self.sides, self.breaks, self.swaps
        self.main = Aligned(*shared, kept, anchors, check)
        self.passages = [
            Aligned(*shared, (range(p.i0, p.i1), range(p.j0, p.j1)), (), check) for p in self.moved
        ]
        weights = self.model.weights
        own = (self.main, *self.passages)
        aligners = [one.align(weights, check) for one in own]
        seen = Counter(swap for one in own for swaps in one.swaps_made() for swap in swaps)
        for one, aligner in zip(own, aligners, strict=True):
            one.again(aligner, seen, check)
        self.entries = entries_of(self.main, self.units, SectionKind.PAIRED, weights, check)
        self._in_order = len(self.entries)
        for passage in self.passages:
            self.entries += entries_of(passage, self.units, SectionKind.MOVED, weights, check)
        if max(map(len, self.units)) < 2:
            self.entries = [(entry, self._without_guesses(steps)) for entry, steps in self.entries]

    def _without_guesses(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps of two lone sentences, without long guesses if little was kept.

        Where neither the rest of the sentence nor another one tells that one text was made from
        the other, a long stretch is more often something else than the same in other words.
        """
        kept = sum([step.kind == KEPT for step in steps])
        longer = max(sum([s.i1 - s.i0 for s in steps]), sum([s.j1 - s.j0 for s in steps]))
        if kept >= _MOSTLY_KEPT * longer:
            return list(steps)
        found: list[Step] = []
        for kind, i0, i1, j0, j1 in steps:
            is_guess = kind == REWRITTEN and (i1 - i0) * (j1 - j0) > _LONE_GUESS
            found += gaps(i0, i1, j0, j1) if is_guess else [Step(kind, i0, i1, j0, j1)]
        return found


class Aligned:
    """One run of tokens of each document, given by their numbers, aligned in order."""

    def __init__(
        self,
        sides: tuple[Tokens, Tokens],
        breaks: Sequence[Sequence[int]],
        swaps: SwapScorer,
        numbers: tuple[Sequence[int], Sequence[int]],
        anchors: Sequence[tuple[int, int]] = (),
        check: Check = no_check,
    ) -> None:
        self.numbers = numbers
        self.swaps = swaps
        a, b = ([s.ids[n] for n in own] for s, own in zip(sides, numbers, strict=True))
        blocks = guide_blocks((a, b), anchors, check)
        check()
        self.lines = (
            make_line(sides[0], numbers[0], swaps, breaks[0], blocks, 0, check),
            make_line(sides[1], numbers[1], swaps, breaks[1], blocks, 1, check),
        )
        kinds = self.lines[0].kinds
        self.parts: list[tuple[Stretch, Band]] = []
        at = 0
        for stretch in stretches(
            blocks, kinds, (a, b), (self.lines[0].breaks, self.lines[1].breaks)
        ):
            inside = []
            while at < len(blocks) and blocks[at][0] < stretch.i1:
                x, _, n = blocks[at]
                if x >= stretch.i0 and x + n <= stretch.i1:
                    inside.append(blocks[at])
                at += 1
            at -= at > 0
            for part, corners in parts(stretch, inside, kinds):
                self.parts.append((part, band(part, corners)))
        self.pieces: list[list[Step]] = []

    def align(self, weights: Mapping[str, float], check: Check) -> Aligner:
        """Align every part, and return what aligned them."""
        aligner = Aligner(Scores(self.lines, self.swaps, weights, check))
        self.pieces = [aligner.align(*part, own, check) for part, own in self.parts]
        return aligner

    def swaps_made(self) -> Iterator[list[Swap]]:
        """Yield the swaps of each part; short rewritten stretches are swaps of several words."""
        a, b = self.lines
        for steps in self.pieces:
            yield [
                (tuple(a.ids[s.i0 : s.i1]), tuple(b.ids[s.j0 : s.j1]))
                for s in steps
                if s.kind == SWAPPED
                or (s.kind == REWRITTEN and max(s.i1 - s.i0, s.j1 - s.j0) <= _SEEN_AGAIN)
            ]

    def again(self, aligner: Aligner, seen: Mapping[Swap, int], check: Check) -> None:
        """Align anew the parts where a swap that was seen elsewhere was not made."""
        a, b = self.lines
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
                self.pieces[n] = aligner.align(*part, own, check)

    def steps(self) -> list[Step]:
        """Return all steps, kept ones that were never in doubt among them, by token numbers."""
        found: list[Step] = []
        i = j = 0
        for (part, _), steps in zip(self.parts, self.pieces, strict=True):
            while i < part.i0 and j < part.j0 and self.lines[0].ids[i] == self.lines[1].ids[j]:
                found.append(Step(KEPT, i, i + 1, j, j + 1))
                i, j = i + 1, j + 1
            found += gaps(i, part.i0, j, part.j0)
            found += steps
            i, j = part.i1, part.j1
        return retold(found, self.lines, self.swaps)


def _without(size: int, ranges: Sequence[tuple[int, ...]]) -> list[int]:
    out = bytearray(size)
    for start, end in ranges:
        out[start:end] = b"\1" * (end - start)
    return [n for n in range(size) if not out[n]]


def entries_of(
    aligned: Aligned,
    units: tuple[Sequence[Unit], Sequence[Unit]],
    kind: SectionKind,
    weights: Mapping[str, float],
    check: Check = no_check,
) -> list[tuple[Entry, list[Step]]]:
    """Return the parts of what was aligned, with the steps of each, by document tokens.

    Parts with words on both sides are of *kind*: paired, or moved.
    """
    numbers = aligned.numbers
    steps = aligned.steps()
    check()
    edges = edges_of(aligned, units)
    is_lone = not any(any(line.breaks[1:-1]) for line in aligned.lines)  # two single sentences
    while True:
        check()
        told = parts_with_steps(aligned, steps, edges, check)
        is_doubted = doubted(
            [
                _odds(entry, own, aligned, weights, is_lone=is_lone)
                if entry.kind is SectionKind.PAIRED
                else None
                for entry, own in checked(told, check, 64)
            ]
        )
        if not any(is_doubted):
            break
        # What is not believed corresponds to nothing: cut again without it, so that a sentence
        # dropped at the end of a paragraph stays with its paragraph.
        steps = [
            step
            for (entry, own), undone in zip(told, is_doubted, strict=True)
            for step in (_undone(entry) if undone else own)
        ]
    own_steps = {
        entry: without_exchanges(own, aligned.lines)
        for entry, own in told
        if entry.kind is SectionKind.PAIRED
    }
    breaks = aligned.lines[0].breaks, aligned.lines[1].breaks
    believed = joined(absorbed([entry for entry, _ in told], own_steps, breaks), breaks)
    found: list[tuple[Entry, list[Step]]] = []
    for entry in checked(believed, check, 64):
        own = [_placed(step, numbers) for step in own_steps.get(entry, ())]
        found.append((_placed_entry(entry, numbers, kind), own))
    return found


def parts_with_steps(
    aligned: Aligned, steps: Sequence[Step], edges: tuple[Edges, Edges], check: Check = no_check
) -> list[tuple[Entry, list[Step]]]:
    """Return the parts that the texts are cut into, and the steps inside each."""
    links = [s[1:] for s in steps if s.kind in (KEPT, SWAPPED, REWRITTEN)]
    entries = cut(links, edges, (len(aligned.numbers[0]), len(aligned.numbers[1])), check)
    home: tuple[list[int], list[int]] = ([], [])
    for n, entry in enumerate(entries):
        for side in (0, 1):
            bounds = entry.side(side)
            if bounds:
                home[side].extend([n] * (bounds[1] - bounds[0]))
    inside: list[list[Step]] = [[] for _ in entries]
    for step in checked(steps, check, 4096):
        inside[home[1][step.j0] if step.kind == ADDED else home[0][step.i0]].append(step)
    return list(zip(entries, inside, strict=True))


def _undone(entry: Entry) -> list[Step]:
    """Return a paired part as words dropped and words added."""
    assert entry.reference
    assert entry.candidate
    return gaps(*entry.reference, *entry.candidate)


def edges_of(aligned: Aligned, units: tuple[Sequence[Unit], Sequence[Unit]]) -> tuple[Edges, Edges]:
    """Return where each side may be cut."""
    return _edges(aligned, units, 0), _edges(aligned, units, 1)


def _edges(aligned: Aligned, units: tuple[Sequence[Unit], Sequence[Unit]], side: int) -> Edges:
    """Return where one side may be cut: sections, lines, and where a passage was taken out."""
    own = aligned.numbers[side]
    forced = [k for k in range(1, len(own)) if own[k] != own[k - 1] + 1]
    place = {n: k for k, n in enumerate(own)}
    lines = [
        place[unit.start]
        for last, unit in pairwise(units[side])
        if unit.line != last.line and unit.start in place
    ]
    return Edges(aligned.lines[side].breaks, forced, lines)


def _odds(
    entry: Entry,
    steps: Sequence[Step],
    aligned: Aligned,
    weights: Mapping[str, float],
    *,
    is_lone: bool,
) -> float:
    """Return the logarithm of the odds that a paired part is one."""
    assert entry.reference
    assert entry.candidate
    if is_word_for_word(steps):
        return _NO_DOUBT
    if is_changed_figure(steps, aligned.lines):
        return CELL
    kinds = aligned.lines[0].kinds
    if is_lone and any(s.kind == KEPT and kinds[s.i0] == CONTENT for s in steps):
        return _NO_DOUBT  # two lone sentences with a word in common: there is no other counterpart
    found = evidence((*entry.reference, *entry.candidate), steps, aligned.lines, aligned.swaps)
    return log_odds(found, weights)


def _placed_entry(entry: Entry, numbers: Sequence[Sequence[int]], kind: SectionKind) -> Entry:
    """Return an entry by document tokens."""
    reference, candidate = (
        (own[bounds[0]], own[bounds[1] - 1] + 1) if bounds else None
        for own, bounds in zip(numbers, entry[1:], strict=True)
    )
    paired = entry.kind is SectionKind.PAIRED
    return Entry(kind if paired else entry.kind, reference, candidate)


def _placed(step: Step, numbers: Sequence[Sequence[int]]) -> Step:
    """Return a step by document tokens; a side that it does not touch is empty."""
    kind, i0, i1, j0, j1 = step
    a, b = numbers
    i = (a[i0], a[i1 - 1] + 1) if i0 < i1 else (a[i0], a[i0]) if i0 < len(a) else (0, 0)
    j = (b[j0], b[j1 - 1] + 1) if j0 < j1 else (b[j0], b[j0]) if j0 < len(b) else (0, 0)
    return Step(kind, *i, *j)
