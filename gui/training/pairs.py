"""Training pairs: a text with inline marks becomes two documents and the steps between them.

A file begins with lines ``style:``, ``hand:`` and ``set:`` (``train`` or ``test``) and a blank
line. In the text, ``[[vision|imaginative and prescient]]`` is what the reference has and what
stands for it in the candidate; either side may be empty. All else stands in both.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ..compare.alignment import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Step
from ..compare.features import LONGEST, Phrase, SwapScorer
from ..compare.pair_alignment import Aligned, breaks_of
from ..compare.thesaurus import Related
from ..compare.tokens import Tokens, number_tokens
from ..compare.units import find_units
from ..compare.words import equal_tokens
from ..documents import read_text

_MARK = re.compile(r"\[\[(.*?)\|(.*?)\]\]", re.DOTALL)
Mark = tuple[int, int, int, int]  # code points [i0, i1) of the reference, [j0, j1) opposite


@dataclass(frozen=True)
class Pair:
    """Two texts and what was put for what; ``marks`` ascend on both sides."""

    name: str
    style: str
    is_test: bool
    reference: str
    candidate: str
    marks: tuple[Mark, ...]


class PairError(Exception):
    """A training pair cannot be read; the message names the file and says why."""


def read_pair(path: Path) -> Pair:
    """Return the pair of a file; raises PairError where its head or a mark is wrong."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.partition(": ")[::2] for line in head.splitlines())
    if not {"style", "hand", "set"} <= set(fields) or fields["set"] not in ("train", "test"):
        raise PairError(f"{path.name}: the head needs style, hand and set (train or test).")
    reference, candidate, marks = unmarked(body)
    if "[[" in reference + candidate or "]]" in reference + candidate:
        raise PairError(f"{path.name}: a mark is not closed or has no |.")
    is_test = fields["set"] == "test"
    return Pair(path.stem, fields["style"], is_test, reference, candidate, marks)


def unmarked(body: str) -> tuple[str, str, tuple[Mark, ...]]:
    """Return both texts of a marked one, and where its marks stand in them.

    >>> unmarked("the [[vision|imaginative view]] for[[| all]] nations")[1]
    'the imaginative view for all nations'
    """
    reference = candidate = ""
    marks = []
    at = 0
    for mark in _MARK.finditer(body):
        same = body[at : mark.start()]
        old, new = mark.groups()
        start = len(reference) + len(same), len(candidate) + len(same)
        reference += same + old
        candidate += same + new
        marks.append((start[0], len(reference), start[1], len(candidate)))
        at = mark.end()
    return reference + body[at:], candidate + body[at:], tuple(marks)


def strangers(pairs: Sequence[Pair], count: int, seed: int = 5) -> list[Pair]:
    """Return *count* pairs of paragraphs of different articles: all dropped, all added.

    Without them nothing would teach that two texts may have nothing to do with each other.
    """
    chance = random.Random(seed)  # noqa: S311 - the same pairs each time
    found = []
    for n in range(count):
        a, b = chance.sample(pairs, 2)
        old = chance.choice([p for p in a.reference.split("\n\n") if len(p) > 100])
        new = chance.choice([p for p in b.candidate.split("\n\n") if len(p) > 100])
        marks = ((0, len(old), 0, 0), (len(old), len(old), 0, len(new)))
        found.append(Pair(f"strangers-{n}", "strangers", False, old, new, marks))
    return found


def with_foreign_paragraph(pair: Pair, other: Pair, seed: int) -> Pair | None:
    """Return *pair* with one paragraph of its candidate replaced by one of *other*."""
    chance = random.Random(seed)  # noqa: S311
    foreign = chance.choice([p for p in other.candidate.split("\n\n") if len(p) > 100])
    edges = [m.span() for m in re.finditer(r"(?<=\n\n)[^\n]{100,}(?=\n\n)", pair.reference)]
    chance.shuffle(edges)
    for start, end in edges:
        own = [m for m in pair.marks if m[0] < end and m[1] > start]
        before = [m for m in pair.marks if m[1] <= start]
        behind = [m for m in pair.marks if m[0] >= end]
        if len(own) + len(before) + len(behind) != len(pair.marks) or any(
            m[0] < start or m[1] > end for m in own
        ):
            continue
        shift = before[-1][3] - before[-1][1] if before else 0
        grown = sum((m[3] - m[2]) - (m[1] - m[0]) for m in own)
        first, last = start + shift, end + shift + grown
        candidate = pair.candidate[:first] + foreign + pair.candidate[last:]
        moved = len(foreign) - (last - first)
        marks = (
            *before,
            (start, end, first, first),
            (end, end, first, first + len(foreign)),
            *((m[0], m[1], m[2] + moved, m[3] + moved) for m in behind),
        )
        return Pair(f"{pair.name}-foreign", pair.style, False, pair.reference, candidate, marks)
    return None


class Example:
    """A pair as the aligner sees it, and the steps that are right."""

    def __init__(self, pair: Pair, thesaurus: Related) -> None:
        self.pair = pair
        self.sides = number_tokens(read_text(pair.reference), read_text(pair.candidate))
        units = [find_units(side) for side in self.sides]
        breaks = [breaks_of(s, u) for s, u in zip(self.sides, units, strict=True)]
        a, b = self.sides
        self.swaps = SwapScorer(a.names, a.classes, thesaurus)
        numbers = range(len(a.ids)), range(len(b.ids))
        self.aligned = Aligned(self.sides, breaks, self.swaps, numbers)
        self.steps = _dropped_first(list(self._known_steps()))

    def swapped(self, steps: Sequence[Step]) -> Counter[tuple[Phrase, Phrase]]:
        """Return the swaps among *steps*, counted."""
        a, b = self.sides
        phrase = self.swaps.phrase
        return Counter(
            (phrase(a.ids[s.i0 : s.i1]), phrase(b.ids[s.j0 : s.j1]))
            for s in steps
            if s.kind == SWAPPED
        )

    def parts(self) -> Iterator[tuple[int, list[Step]]]:
        """Yield the parts (by number) of the aligner's work that the right steps go through."""
        ends = {(0, 0): 0}
        for n, step in enumerate(self.steps):
            ends[step.i1, step.j1] = n + 1
        for n, (part, band) in enumerate(self.aligned.parts):
            first, last = ends.get((part.i0, part.j0)), ends.get((part.i1, part.j1))
            if first is None or last is None:
                continue
            own = self.steps[first:last]
            rewritten = [step.kind == REWRITTEN for step in own]
            if any(map(all, pairwise(rewritten))) or any(
                step.kind == REWRITTEN and self._crosses_section(step) for step in own
            ):
                continue  # the aligner knows neither two such stretches in a row nor one for two
            if band is None or all(
                band[s.i1 - part.i0][0] <= s.j1 - part.j0 <= band[s.i1 - part.i0][1] for s in own
            ):
                yield n, own

    def _crosses_section(self, step: Step) -> bool:
        a, b = self.aligned.lines
        return 2 in a.breaks[step.i0 + 1 : step.i1] or 2 in b.breaks[step.j0 + 1 : step.j1]

    def _known_steps(self) -> Iterator[Step]:
        a, b = self.sides
        i = j = 0
        for x0, x1, y0, y1 in self.pair.marks:
            i0, i1 = bisect_left(a.starts, x0), bisect_left(a.starts, x1)
            j0, j1 = bisect_left(b.starts, y0), bisect_left(b.starts, y1)
            if i0 < i or j0 < j:
                continue
            yield from self._equal(i, i0, j, j0)
            if a.ids[i0:i1] == b.ids[j0:j1]:
                yield from self._equal(i0, i1, j0, j1)  # a minor difference
            elif i0 < i1 and j0 < j1:
                kind = SWAPPED if self._is_swap(i0, i1, j0, j1) else REWRITTEN
                yield Step(kind, i0, i1, j0, j1)
            else:
                yield from _gaps(i0, i1, j0, j1)
            i, j = i1, j1
        yield from self._equal(i, len(a.ids), j, len(b.ids))

    def _is_swap(self, i0: int, i1: int, j0: int, j1: int) -> bool:
        lines = self.aligned.lines
        if max(i1 - i0, j1 - j0) > LONGEST:
            return False
        phrases = self.swaps.phrase(lines[0].ids[i0:i1]), self.swaps.phrase(lines[1].ids[j0:j1])
        return (
            self._is_phrase(0, i0, i1)
            and self._is_phrase(1, j0, j1)
            and self.swaps.features(*phrases) is not None
        )

    def _is_phrase(self, side: int, start: int, end: int) -> bool:
        return end - start == 1 or self.aligned.lines[side].pairs[end - 1] > 0

    def _equal(self, i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
        """Yield the steps between two marks, where both texts are the same but for tokenizing."""
        a, b = self.sides
        i, j = i0, j0
        for x, y, n in equal_tokens(a.ids[i0:i1], b.ids[j0:j1]):
            yield from _gaps(i, i0 + x, j, j0 + y)
            for k in range(n):
                yield Step(KEPT, i0 + x + k, i0 + x + k + 1, j0 + y + k, j0 + y + k + 1)
            i, j = i0 + x + n, j0 + y + n
        yield from _gaps(i, i1, j, j1)


def _dropped_first(steps: Sequence[Step]) -> list[Step]:
    """Return *steps* with added words behind the dropped ones that touch them, as aligned."""
    found: list[Step] = []
    n = 0
    while n < len(steps):
        end = n
        while end < len(steps) and steps[end].kind in (DROPPED, ADDED):
            end += 1
        if end == n:
            found.append(steps[n])
            n += 1
            continue
        i, j = steps[n].i0, steps[n].j0
        found += _gaps(i, steps[end - 1].i1, j, steps[end - 1].j1)
        n = end
    return found


def _gaps(i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
    for k in range(i0, i1):
        yield Step(DROPPED, k, k + 1, j0, j0)
    for k in range(j0, j1):
        yield Step(ADDED, i1, i1, k, k + 1)


def elsewhere(
    total: Mapping[tuple[Phrase, Phrase], int], own: Mapping[tuple[Phrase, Phrase], int]
) -> dict[tuple[Phrase, Phrase], int]:
    """Return how often each swap occurs beside the *own* ones."""
    return {k: v - own.get(k, 0) for k, v in total.items() if v > own.get(k, 0)}
