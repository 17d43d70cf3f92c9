"""Mixtures of training pairs: paragraphs that have nothing to do with what stands opposite.

Every marked pair corresponds from end to end. Without mixtures nothing would teach the aligner
that two texts, or a paragraph of one, may have no counterpart at all. The choices are random,
but the same each time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from .pairs import Mark, Pair

_LEAST = 100  # code points of a paragraph that is worth mixing in; headings are shorter
_PARAGRAPH = re.compile(rf"(?<=\n\n)[^\n]{{{_LEAST},}}(?=\n\n)")
_SEED = 5
_EVERY = 4  # of so many pairs one is given a foreign paragraph


def strangers(pairs: Sequence[Pair], count: int, seed: int = _SEED) -> list[Pair]:
    """Return *count* pairs of paragraphs of different articles: all dropped, all added."""
    usable = [p for p in pairs if _paragraphs(p.reference) and _paragraphs(p.candidate)]
    if len(usable) < 2:
        return []
    chance = random.Random(seed)  # noqa: S311 - the same pairs each time, and no secrets
    found = []
    for n in range(count):
        a, b = chance.sample(usable, 2)
        old = chance.choice(_paragraphs(a.reference))
        new = chance.choice(_paragraphs(b.candidate))
        marks = ((0, len(old), 0, 0), (len(old), len(old), 0, len(new)))
        found.append(Pair(f"strangers-{n}", "strangers", False, old, new, marks))
    return found


def with_foreign_paragraphs(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield every fourth pair with one paragraph of its candidate replaced by another pair's."""
    for n, pair in enumerate(pairs[::_EVERY]):
        other = pairs[(n * 7 + 3) % len(pairs)]
        mixed = with_foreign_paragraph(pair, other, n) if other is not pair else None
        if mixed:
            yield mixed


def with_foreign_paragraph(pair: Pair, other: Pair, seed: int) -> Pair | None:
    """Return *pair* with one paragraph of its candidate replaced by one of *other*.

    None where no paragraph is long enough, or a mark reaches over the edge of each.
    """
    chance = random.Random(seed)  # noqa: S311
    paragraphs = _paragraphs(other.candidate)
    if not paragraphs:
        return None
    foreign = chance.choice(paragraphs)
    places = [found.span() for found in _PARAGRAPH.finditer(pair.reference)]
    chance.shuffle(places)
    for place in places:
        if not any(m[0] < edge < m[1] for m in pair.marks for edge in place):
            return _replaced(pair, place, foreign)
    return None


def _replaced(pair: Pair, place: tuple[int, int], foreign: str) -> Pair:
    """Return *pair* with *foreign* where its candidate has what stands at *place* opposite."""
    start, end = place
    before = [m for m in pair.marks if m[1] <= start]
    behind = [m for m in pair.marks if m[0] >= end]
    inside = pair.marks[len(before) : len(pair.marks) - len(behind)]
    first = start + (before[-1][3] - before[-1][1] if before else 0)
    last = first + end - start + sum((m[3] - m[2]) - (m[1] - m[0]) for m in inside)
    longer = len(foreign) - (last - first)
    marks: tuple[Mark, ...] = (
        *before,
        (start, end, first, first),
        (end, end, first, first + len(foreign)),
        *((m[0], m[1], m[2] + longer, m[3] + longer) for m in behind),
    )
    candidate = pair.candidate[:first] + foreign + pair.candidate[last:]
    return Pair(f"{pair.name}-foreign", pair.style, False, pair.reference, candidate, marks)


def _paragraphs(text: str) -> list[str]:
    return [p.strip("\n") for p in text.split("\n\n") if len(p) > _LEAST]
