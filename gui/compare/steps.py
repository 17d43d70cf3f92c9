"""What an alignment is made of: steps that keep, drop, add or replace tokens.

``with_whole_lines`` and ``with_particles`` put steps as people would: a row was lost from a table,
not the end of one and the beginning of the next; and a word with its particle replaces another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from .sequences import SequencePair
from .swap_features import BIT, SwapScorer

KEPT, SWAPPED, DROPPED, ADDED, REWRITTEN = range(5)
_MIRRORED = (KEPT, SWAPPED, ADDED, DROPPED, REWRITTEN)
Part = tuple[int, int, int, int]  # tokens [i0, i1) and [j0, j1)


class Step(NamedTuple):
    """One step of an alignment: tokens ``[i0, i1)`` of the reference, ``[j0, j1)`` opposite."""

    kind: int
    i0: int
    i1: int
    j0: int
    j1: int

    def mirrored(self) -> Step:
        """Return the step as it is with the documents exchanged."""
        return Step(_MIRRORED[self.kind], self.j0, self.j1, self.i0, self.i1)


def gaps(i0: int, i1: int, j0: int, j1: int) -> list[Step]:
    """Return the steps that drop the tokens ``[i0, i1)`` and add ``[j0, j1)``."""
    old, new = range(i0, i1 + 1), range(j0, j1 + 1)
    return [
        *_steps(DROPPED, old, old[1:], repeat(j0), repeat(j0)),
        *_steps(ADDED, repeat(i1), repeat(i1), new, new[1:]),
    ]


def kept(i: int, j: int, size: int) -> Iterator[Step]:
    """Return the steps that keep *size* tokens, from *i* and *j* on."""
    old, new = range(i, i + size + 1), range(j, j + size + 1)
    return _steps(KEPT, old, old[1:], new, new[1:])


def _steps(kind: int, *bounds: Iterable[int]) -> Iterator[Step]:
    """Return steps of one token; Step(...) would run Python code for each."""
    return map(tuple.__new__, repeat(Step), zip(repeat(kind), *bounds, strict=False))


_SIZE = 2  # a word and its particle


def with_whole_lines(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    r"""Return *steps* with runs of dropped words, and of added ones, shifted to be whole lines.

    The rows of a table are alike, so that what one side alone has may be shifted along them
    without losing a kept word: a figure stands opposite another figure here or there. Where one
    such place begins and ends with a line, or a sentence, that line was lost.

    The aligner might as well lose ``40 Alder`` of two rows here: either way a figure stands
    opposite a figure.

    >>> changes("Holm 40\nAlder 32\nCedar 18", "Holm 34\nCedar 18")
    40 → 34 | -Alder 32
    """
    found = list(steps)
    start = 0
    while start < len(found):
        end = start + 1
        kind = found[start].kind
        if kind in (DROPPED, ADDED):
            while end < len(found) and found[end].kind == kind:
                end += 1
            _shift(found, start, end, sequences)
        start = end
    return found


def _shift(steps: list[Step], start: int, end: int, sequences: SequencePair) -> None:
    """Shift the run ``steps[start:end]`` in place, if another place is right."""
    side = 0 if steps[start].kind == DROPPED else 1
    breaks = sequences[side].breaks
    first, last = _own(steps[start], side)[0], _own(steps[end - 1], side)[1]
    if not any(breaks[first + 1 : last]) or (breaks[first] and breaks[last]):
        return
    for way, beside in ((1, range(end, len(steps))), (-1, range(start - 1, -1, -1))):
        passed: list[Step] = []
        for n in beside:
            step = _beyond(steps[n], side, way * (first - last), sequences)
            if step is None:
                break
            passed.append(step)
            i0, i1 = first + way * len(passed), last + way * len(passed)
            if breaks[i0] and breaks[i1]:
                j = _own(passed[-1], 1 - side)[way > 0]
                run = gaps(i0, i1, j, j) if side == 0 else gaps(j, j, i0, i1)
                told = [*passed, *run] if way > 0 else [*run, *reversed(passed)]
                steps[min(start, n) : max(end, n + 1)] = told
                return


def _own(step: Step, side: int) -> tuple[int, int]:
    """Return the tokens of one side of a step."""
    return (step.j0, step.j1) if side else (step.i0, step.i1)


def _beyond(step: Step, side: int, by: int, sequences: SequencePair) -> Step | None:
    """Return a step of one token and one with that of *side* exchanged for the one *by* tokens on.

    None where that would be worse: a kept word would be lost, or a word of another sort swapped.
    """
    kind, i0, i1, j0, j1 = step
    if i1 - i0 != 1 or j1 - j0 != 1:
        return None
    sequence = sequences[side]
    now = j0 if side else i0
    then = now + by
    is_like = kind != KEPT and sequence.sorts[now] == sequence.sorts[then]
    if sequence.ids[now] != sequence.ids[then] and not is_like:
        return None
    if side:
        j0 = then
    else:
        i0 = then
    is_kept = sequences[0].ids[i0] == sequences[1].ids[j0]
    return Step(KEPT if is_kept else kind, i0, i0 + 1, j0, j0 + 1)


def with_particles(steps: Sequence[Step], sequences: SequencePair, swaps: SwapScorer) -> list[Step]:
    """Return *steps* with two swaps made one where each is of a word and its particle."""
    found: list[Step] = []
    for step in steps:
        last = found[-1] if found else step
        kind, i0, i1, j0, j1 = last[0], last.i0, step.i1, last.j0, step.j1
        if (
            kind == step.kind == SWAPPED
            and i1 - i0 == j1 - j0 == _SIZE
            and last.i1 == step.i0
            and last.j1 == step.j0
            and _are_particles((i0, j0), sequences, swaps)
        ):
            found[-1] = Step(kind, i0, i1, j0, j1)
        else:
            found.append(step)
    return found


def _are_particles(at: tuple[int, int], sequences: SequencePair, swaps: SwapScorer) -> bool:
    """Return whether a word with its particle begins there on both sides, and both may be swapped.

    >>> changes("They were able to win.", "They have been capable of winning.")
    were → have been | able to → capable of | win → winning
    """
    (a, b), (x, y) = sequences, at
    if a.sorts[x + 1] != b.sorts[y + 1]:
        return False
    ours, theirs = a.ids[x : x + _SIZE], b.ids[y : y + _SIZE]
    known = swaps.features(swaps.phrase(ours), swaps.phrase(theirs))
    return known is not None and bool(known[0] & BIT["particles"])
