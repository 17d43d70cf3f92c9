"""One differing run turned into changes, and the changes of a section tidied."""

from __future__ import annotations

from typing import NamedTuple

from .differences import is_minor_punctuation
from .evidence import Item, Lexicon
from .islands import is_unspaced
from .items import is_word_for_word, items_of
from .keys import Keyed
from .look_alikes import are_look_alikes
from .minor import difference_kind
from .model import ChangeKind, Options
from .runs import Bounds, Run
from .telling import split_rewritten


class Draft(NamedTuple):
    """A change in token numbers, ``[start, end)`` on each side; empty where a side has none."""

    kind: ChangeKind
    reference: Bounds
    candidate: Bounds


def resolve(
    run: Run, sides: tuple[Keyed, Keyed], lexicon: Lexicon, options: Options
) -> list[Draft]:
    """Return the changes that one run consists of."""
    if run.kept:
        pair = sides[0].texts[run.reference[0]], sides[1].texts[run.candidate[0]]
        return [Draft(difference_kind(*pair, options), run.reference, run.candidate)]
    if not run.is_replaced:
        return [_one_sided(run.reference, run.candidate, sides, options)]
    if is_word_for_word(run, sides) or _is_unspaced(run, sides):
        return _drafts(run.reference, run.candidate, sides, options)
    a, b = items_of(sides[0], run.reference), items_of(sides[1], run.candidate)
    drafts: list[Draft] = []
    for step in split_rewritten(a, b, lexicon, run.rewriting):
        reference = _bounds(a, step.i0, step.i1, run.reference[1])
        candidate = _bounds(b, step.j0, step.j1, run.candidate[1])
        drafts.extend(_drafts(reference, candidate, sides, options))
    return drafts


def _is_unspaced(run: Run, sides: tuple[Keyed, Keyed]) -> bool:
    for side, (start, end) in zip(sides, (run.reference, run.candidate), strict=True):
        if not is_unspaced(side.span(start, end).of(side.document.text)):
            return False
    return True


def _bounds(items: list[Item], start: int, end: int, limit: int) -> Bounds:
    if start == end:
        at = items[start].start if start < len(items) else limit
        return at, at
    return items[start].start, items[end - 1].end


def _drafts(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed], options: Options
) -> list[Draft]:
    """Return a substitution without the tokens that both of its sides begin or end with."""
    (a0, a1), (b0, b1) = reference, candidate
    ids = sides[0].ids, sides[1].ids
    before: list[Draft] = []
    behind: list[Draft] = []
    while a0 < a1 and b0 < b1 and ids[0][a0] == ids[1][b0]:
        before.extend(_kept(a0, b0, sides, options))
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and ids[0][a1 - 1] == ids[1][b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
        behind.extend(_kept(a1, b1, sides, options))
    middle = [_draft((a0, a1), (b0, b1), sides, options)] if a0 < a1 or b0 < b1 else []
    return [*before, *middle, *reversed(behind)]


def _kept(i: int, j: int, sides: tuple[Keyed, Keyed], options: Options) -> list[Draft]:
    pair = sides[0].texts[i], sides[1].texts[j]
    if pair[0] == pair[1]:
        return []
    return [Draft(difference_kind(*pair, options), (i, i + 1), (j, j + 1))]


def _draft(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed], options: Options
) -> Draft:
    if reference[0] == reference[1] or candidate[0] == candidate[1]:
        return _one_sided(reference, candidate, sides, options)
    if is_minor_punctuation(sides, reference, candidate, options):
        return Draft(ChangeKind.MINOR, reference, candidate)
    if are_look_alikes(sides, reference, candidate):
        return Draft(ChangeKind.LOOK_ALIKE, reference, candidate)
    return Draft(ChangeKind.SUBSTITUTION, reference, candidate)


def _one_sided(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed], options: Options
) -> Draft:
    if is_minor_punctuation(sides, reference, candidate, options):
        return Draft(ChangeKind.MINOR, reference, candidate)
    kind = ChangeKind.MISSING if candidate[0] == candidate[1] else ChangeKind.ADDED
    return Draft(kind, reference, candidate)


def merge(drafts: list[Draft]) -> list[Draft]:
    """Join what is missing, or added, without a kept word in between: one change, not many."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind is draft.kind
            and draft.kind in (ChangeKind.MISSING, ChangeKind.ADDED)
            and last.reference[1] == draft.reference[0]
            and last.candidate[1] == draft.candidate[0]
        ):
            merged[-1] = Draft(
                draft.kind,
                (last.reference[0], draft.reference[1]),
                (last.candidate[0], draft.candidate[1]),
            )
        else:
            merged.append(draft)
    return merged
