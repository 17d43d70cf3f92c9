"""Short rewritten stretches cut where two words with a particle stand for two others.

``were able to`` → ``have been capable of`` is ``were`` → ``have been`` and ``able to`` →
``capable of``: nobody reads the words before it as a part of what was put for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from .features import BIT, SwapScorer
from .line import Line
from .steps import REWRITTEN, SWAPPED, Step

_SHORT = 5  # tokens; a longer stretch was written anew, and says the same in other words
_SIZE = 2  # a word and its particle


def cut_at_particles(
    steps: Sequence[Step], lines: tuple[Line, Line], swaps: SwapScorer
) -> list[Step]:
    """Return *steps* with the short rewritten ones cut where words remain on both sides."""
    found: list[Step] = []
    for step in steps:
        is_short = max(step.i1 - step.i0, step.j1 - step.j0) <= _SHORT
        found += _cut(step, lines, swaps) if step.kind == REWRITTEN and is_short else [step]
    return found


def _cut(step: Step, lines: tuple[Line, Line], swaps: SwapScorer) -> list[Step]:
    kind, i0, i1, j0, j1 = step
    a, b = lines
    for x in range(i0, i1 - 1):
        for y in range(j0, j1 - 1):
            opens, closes = (x == i0, y == j0), (x + _SIZE == i1, y + _SIZE == j1)
            if opens[0] != opens[1] or closes[0] != closes[1] or (all(opens) and all(closes)):
                continue
            if a.sorts[x + 1] != b.sorts[y + 1]:
                continue
            known = swaps.features(
                swaps.phrase(a.ids[x : x + _SIZE]), swaps.phrase(b.ids[y : y + _SIZE])
            )
            if known is not None and known[0] & BIT["particles"]:
                parts = [
                    Step(kind, i0, x, j0, y),
                    Step(SWAPPED, x, x + _SIZE, y, y + _SIZE),
                    Step(kind, x + _SIZE, i1, y + _SIZE, j1),
                ]
                return [part for part in parts if part.i0 < part.i1]
    return [step]
