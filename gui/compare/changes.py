"""The changes of a section: steps of the alignment as a reader is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .comparison import ChangeKind, Options
from .look_alikes import are_look_alikes
from .minor import are_minor_signs, difference_kind
from .steps import ADDED, DROPPED, KEPT, Step
from .tokens import NUMBERING, Tokens

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
            if sides[0].texts[i0] != sides[1].texts[j0]:  # few are not: no call for the rest
                drafts += _kept(i0, j0, sides, options)
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
    if are_minor_signs(sides, reference, candidate, options):
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
    apart = _sign_and_words((a0, a1), (b0, b1), sides)
    if apart:
        middle = [draft for part in apart for draft in _replaced(*part, sides, options)]
    elif a0 < a1 and b0 < b1:
        bounds = (a0, a1), (b0, b1)
        if are_minor_signs(sides, *bounds, options):
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


def _sign_and_words(
    reference: Bounds, candidate: Bounds, sides: tuple[Tokens, Tokens]
) -> list[tuple[Bounds, Bounds]]:
    """Return, in order, a sign that changed and the function words that only one side has by it.

    In ``. -> , and`` the sign changed and ``and`` was added. Other words make it a phrase that was
    put for a sign: ``: -> , the company said``. Empty where there is nothing to take apart.
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
            at, edge = own[0] + words.index(True), other[1]
        elif words == sorted(words, reverse=True):
            at, edge = own[0] + words.index(False), other[0]
        else:
            continue
        pairs = [((own[0], at), (other[0], edge)), ((at, own[1]), (edge, other[1]))]
        return [(y, x) for x, y in pairs] if side else pairs
    return []


def _kept(i: int, j: int, sides: tuple[Tokens, Tokens], options: Options) -> list[Draft]:
    pair = sides[0].texts[i], sides[1].texts[j]
    if pair[0] == pair[1]:
        return []
    if sides[0].names[sides[0].ids[i]] == NUMBERING:
        return [Draft(ChangeKind.SUBSTITUTION, (i, i + 1), (j, j + 1))]
    hyphenated = sides[0].is_hyphenated, sides[1].is_hyphenated
    return [Draft(difference_kind(*pair, options, hyphenated), (i, i + 1), (j, j + 1))]
