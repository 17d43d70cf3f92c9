"""Lost lines told whole: of a table the row ``Alder 32`` was lost, not ``40 / Alder`` of two rows.

The rows of a table are alike, so that what one side alone has may be shifted along them without
losing a kept word: a figure stands opposite another figure here or there. Where one such place
begins and ends with a line, or a sentence, that line was lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from .line import Line
from .steps import ADDED, DROPPED, KEPT, Step, gaps


def with_whole_lines(steps: Sequence[Step], lines: tuple[Line, Line]) -> list[Step]:
    """Return *steps* with runs of dropped words, and of added ones, shifted to be whole lines.

    Opposite ``Holm 34 / Cedar``, ``Holm [40 / Alder] 32 / Cedar`` is no better than
    ``Holm 40 / [Alder 32] / Cedar``.
    """
    found = list(steps)
    start = 0
    while start < len(found):
        end = start + 1
        kind = found[start].kind
        if kind in (DROPPED, ADDED):
            while end < len(found) and found[end].kind == kind:
                end += 1
            _shift(found, start, end, lines)
        start = end
    return found


def _shift(steps: list[Step], start: int, end: int, lines: tuple[Line, Line]) -> None:
    """Shift the run ``steps[start:end]`` in place, if another place is right."""
    side = 0 if steps[start].kind == DROPPED else 1
    breaks = lines[side].breaks
    first, last = _own(steps[start], side)[0], _own(steps[end - 1], side)[1]
    if not any(breaks[first + 1 : last]) or (breaks[first] and breaks[last]):
        return
    for way, beside in ((1, range(end, len(steps))), (-1, range(start - 1, -1, -1))):
        passed: list[Step] = []
        for n in beside:
            step = _beyond(steps[n], side, way * (first - last), lines)
            if step is None:
                break
            passed.append(step)
            i0, i1 = first + way * len(passed), last + way * len(passed)
            if breaks[i0] and breaks[i1]:
                if way > 0:
                    j = _own(passed[-1], 1 - side)[1]
                    run = gaps(i0, i1, j, j) if side == 0 else gaps(j, j, i0, i1)
                    steps[start : n + 1] = [*passed, *run]
                else:
                    j = _own(passed[-1], 1 - side)[0]
                    run = gaps(i0, i1, j, j) if side == 0 else gaps(j, j, i0, i1)
                    steps[n:end] = [*run, *reversed(passed)]
                return


def _own(step: Step, side: int) -> tuple[int, int]:
    """Return the tokens of one side of a step."""
    return (step.j0, step.j1) if side else (step.i0, step.i1)


def _beyond(step: Step, side: int, by: int, lines: tuple[Line, Line]) -> Step | None:
    """Return a step of one token and one with that of *side* exchanged for the one *by* tokens on.

    None where that would be worse: a kept word lost, or other than a like word put for a word.
    """
    kind, i0, i1, j0, j1 = step
    if i1 - i0 != 1 or j1 - j0 != 1:
        return None
    line = lines[side]
    now = j0 if side else i0
    then = now + by
    is_like = kind != KEPT and line.sorts[now] == line.sorts[then]
    if line.ids[now] != line.ids[then] and not is_like:
        return None
    if side:
        j0 = then
    else:
        i0 = then
    is_kept = lines[0].ids[i0] == lines[1].ids[j0]
    return Step(KEPT if is_kept else kind, i0, i0 + 1, j0, j0 + 1)
