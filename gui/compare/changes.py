"""The changes of a section: steps of the alignment as a reader is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .comparison import ChangeKind, Options
from .look_alikes import are_look_alikes
from .minor import difference_kind, is_minor_punctuation
from .steps import ADDED, DROPPED, KEPT, Step
from .tokens import Tokens

Bounds = tuple[int, int]


class Draft(NamedTuple):
    """A change in token numbers, ``[start, end)`` on each side; empty where a side has none."""

    kind: ChangeKind
    reference: Bounds
    candidate: Bounds


def drafts_of(steps: Sequence[Step], sides: tuple[Tokens, Tokens], options: Options) -> list[Draft]:
    """Return the changes that the steps of one section are, ascending on both sides."""
    drafts: list[Draft] = []
    for kind, i0, i1, j0, j1 in _joined(steps):
        if kind == KEPT:
            pair = sides[0].texts[i0], sides[1].texts[j0]
            if pair[0] != pair[1]:
                drafts.append(Draft(difference_kind(*pair, options), (i0, i1), (j0, j1)))
        elif kind in (DROPPED, ADDED):
            drafts.append(_one_sided(kind, (i0, i1), (j0, j1), sides, options))
        else:
            drafts += _replaced((i0, i1), (j0, j1), sides, options)
    return drafts


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Join neighbouring dropped words, and neighbouring added ones, to one step."""
    found: list[Step] = []
    for step in steps:
        last = found[-1] if found else None
        if last and last.kind == step.kind and step.kind in (DROPPED, ADDED):
            found[-1] = Step(step.kind, last.i0, step.i1, last.j0, step.j1)
        else:
            found.append(step)
    return found


def _one_sided(
    kind: int,
    reference: Bounds,
    candidate: Bounds,
    sides: tuple[Tokens, Tokens],
    options: Options,
) -> Draft:
    reference, candidate = (
        (reference, (candidate[0], candidate[0]))
        if kind == DROPPED
        else ((reference[0], reference[0]), candidate)
    )
    if is_minor_punctuation(sides, reference, candidate, options):
        return Draft(ChangeKind.MINOR, reference, candidate)
    missing = ChangeKind.MISSING if kind == DROPPED else ChangeKind.ADDED
    return Draft(missing, reference, candidate)


def _replaced(
    reference: Bounds, candidate: Bounds, sides: tuple[Tokens, Tokens], options: Options
) -> list[Draft]:
    """Return a substitution without the tokens that both of its sides begin or end with."""
    (a0, a1), (b0, b1) = reference, candidate
    ids = sides[0].ids, sides[1].ids
    before: list[Draft] = []
    behind: list[Draft] = []
    while a0 < a1 and b0 < b1 and ids[0][a0] == ids[1][b0]:
        before += _kept(a0, b0, sides, options)
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and ids[0][a1 - 1] == ids[1][b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
        behind += _kept(a1, b1, sides, options)
    middle: list[Draft] = []
    words = _words_beside_signs((a0, a1), (b0, b1), sides)
    if words:
        side, own = words
        rest = [(a0, a1), (b0, b1)]
        is_first = own[0] == rest[side][0]
        rest[side] = (own[1], rest[side][1]) if is_first else (rest[side][0], own[0])
        at = [(x, x) if is_first else (y, y) for x, y in rest]
        at[side] = own
        alone = _one_sided(ADDED if side else DROPPED, at[0], at[1], sides, options)
        signs = _replaced(rest[0], rest[1], sides, options)
        middle = [alone, *signs] if is_first else [*signs, alone]
    elif a0 < a1 and b0 < b1:
        bounds = (a0, a1), (b0, b1)
        if is_minor_punctuation(sides, *bounds, options):
            kind = ChangeKind.MINOR
        elif are_look_alikes(sides, *bounds):
            kind = ChangeKind.LOOK_ALIKE
        else:
            kind = ChangeKind.SUBSTITUTION
        middle = [Draft(kind, *bounds)]
    elif a0 < a1 or b0 < b1:
        kind_of_step = DROPPED if a0 < a1 else ADDED
        middle = [_one_sided(kind_of_step, (a0, a1), (b0, b1), sides, options)]
    return [*before, *middle, *reversed(behind)]


def _words_beside_signs(
    reference: Bounds, candidate: Bounds, sides: tuple[Tokens, Tokens]
) -> tuple[int, Bounds] | None:
    """Return the side and bounds of function words beside a sign where only a sign is opposite.

    In ``. -> , and`` the sign changed and ``and`` was added. Other words make it a phrase that was
    put for a sign: ``: -> , the company said``.
    """
    for side, (own, other) in enumerate(((reference, candidate), (candidate, reference))):
        words = [sides[side].is_word[n] for n in range(*own)]
        opposite = sides[1 - side].is_word[other[0] : other[1]]
        if any(opposite) or not opposite or not any(words) or all(words):
            continue
        numbers = (sides[side].ids[n] for n in range(*own) if sides[side].is_word[n])
        if not all(sides[side].classes[number] for number in numbers):
            continue
        if words == sorted(words):  # signs first
            return side, (own[0] + words.index(True), own[1])
        if words == sorted(words, reverse=True):
            return side, (own[0], own[0] + words.index(False))
    return None


def _kept(i: int, j: int, sides: tuple[Tokens, Tokens], options: Options) -> list[Draft]:
    pair = sides[0].texts[i], sides[1].texts[j]
    if pair[0] == pair[1]:
        return []
    return [Draft(difference_kind(*pair, options), (i, i + 1), (j, j + 1))]
