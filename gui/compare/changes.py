"""The changes inside a paired section: words diffed, replaced runs split, then tidied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .differences import difference_kind, is_minor_punctuation
from .evidence import Item, Lexicon
from .items import items_of
from .keys import Keyed
from .look_alikes import are_look_alikes
from .model import ChangeKind, Options
from .order import Group
from .phrases import Step, split_run
from .sections import Entry
from .units import Unit

Bounds = tuple[int, int]


@dataclass(frozen=True)
class Draft:
    """A change in token numbers, ``[start, end)`` on each side; empty where a side has none."""

    kind: ChangeKind
    reference: Bounds
    candidate: Bounds


@dataclass(frozen=True)
class Run:
    """What stands between two kept words (``kept`` false), or one kept word that is written differently."""

    reference: Bounds
    candidate: Bounds
    kept: bool


def section_changes(
    entries: list[Entry],
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    options: Options,
    check: Callable[[], None],
) -> dict[int, list[Draft]]:
    """Return the changes of each paired or moved section, by its number."""
    runs: dict[int, list[Run]] = {}
    lexicon = Lexicon()
    for n, entry in enumerate(entries):
        if entry.groups:
            check()
            runs[n] = list(_settle_edges(_entry_runs(entry, sides, units), sides))
            for run in runs[n]:
                _learn(run, sides, lexicon)
    return {
        n: _merge([d for run in found for d in _resolve(run, sides, lexicon, options)])
        for n, found in runs.items()
    }


def _entry_runs(
    entry: Entry,
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
) -> Iterator[Run]:
    """Yield the differing runs of a section: group by group, and the units between as a whole."""
    assert entry.reference is not None and entry.candidate is not None
    at = [units[0][entry.reference[0]].start, units[1][entry.candidate[0]].start]
    ends = [units[0][entry.reference[1] - 1].end, units[1][entry.candidate[1] - 1].end]
    for group in entry.groups:
        a0, a1 = units[0][group.i0].start, units[0][group.i1 - 1].end
        b0, b1 = units[1][group.j0].start, units[1][group.j1 - 1].end
        yield from _alone((at[0], a0), (at[1], b0))
        yield from _group_runs(group, sides, (a0, a1), (b0, b1))
        at = [a1, b1]
    yield from _alone((at[0], ends[0]), (at[1], ends[1]))


def _settle_edges(runs: Iterator[Run], sides: tuple[Keyed, Keyed]) -> Iterator[Run]:
    """Match the tokens that two touching runs share at their edges.

    Where the end of a quotation was dropped, the closing mark stands in both texts: an added
    mark and a missing sentence with its mark are one missing sentence without it.
    """
    last: Run | None = None
    for run in runs:
        if last and not last.kept and not run.kept and _touch(last, run):
            reference = last.reference[0], run.reference[1]
            candidate = last.candidate[0], run.candidate[1]
            a0, a1, b0, b1 = _trimmed(reference, candidate, sides)
            if (a0 == a1) != (b0 == b1):
                last = Run((a0, a1), (b0, b1), False)
                continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _touch(last: Run, run: Run) -> bool:
    return last.reference[1] == run.reference[0] and last.candidate[1] == run.candidate[0]


def _trimmed(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed]
) -> tuple[int, int, int, int]:
    a, b = sides[0].texts, sides[1].texts
    (a0, a1), (b0, b1) = reference, candidate
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    return a0, a1, b0, b1


def _alone(reference: Bounds, candidate: Bounds) -> Iterator[Run]:
    if reference[0] < reference[1]:
        yield Run(reference, (candidate[0], candidate[0]), False)
    if candidate[0] < candidate[1]:
        yield Run((reference[1], reference[1]), candidate, False)


def _group_runs(
    group: Group, sides: tuple[Keyed, Keyed], reference: Bounds, candidate: Bounds
) -> Iterator[Run]:
    a0, a1 = reference
    b0, b1 = candidate
    texts = sides[0].texts, sides[1].texts
    i, j = a0, b0
    for x, y in group.matches:
        if i < x or j < y:
            yield Run((i, x), (j, y), False)
        if texts[0][x] != texts[1][y]:
            yield Run((x, x + 1), (y, y + 1), True)
        i, j = x + 1, y + 1
    if i < a1 or j < b1:
        yield Run((i, a1), (j, b1), False)


def _learn(run: Run, sides: tuple[Keyed, Keyed], lexicon: Lexicon) -> None:
    if run.kept or run.reference[1] - run.reference[0] != 1:
        return
    if 1 <= run.candidate[1] - run.candidate[0] <= 3:
        items = [
            items_of(side, b) for side, b in zip(sides, (run.reference, run.candidate), strict=True)
        ]
        if all(x.is_word for side in items for x in side):
            lexicon.learn(*(" ".join(x.name for x in side) for side in items))


def _resolve(
    run: Run, sides: tuple[Keyed, Keyed], lexicon: Lexicon, options: Options
) -> list[Draft]:
    """Turn one run into changes."""
    if run.kept:
        pair = sides[0].texts[run.reference[0]], sides[1].texts[run.candidate[0]]
        return [Draft(difference_kind(*pair, options), run.reference, run.candidate)]
    if run.reference[0] == run.reference[1] or run.candidate[0] == run.candidate[1]:
        return [_one_sided(run.reference, run.candidate, sides, options)]
    a, b = items_of(sides[0], run.reference), items_of(sides[1], run.candidate)
    drafts = []
    for step in split_run(a, b, lexicon).steps:
        drafts.append(_draft(step, a, b, run, sides, options))
    return drafts


def _draft(
    step: Step,
    a: list[Item],
    b: list[Item],
    run: Run,
    sides: tuple[Keyed, Keyed],
    options: Options,
) -> Draft:
    reference = _bounds(a, step.i0, step.i1, run.reference[1])
    candidate = _bounds(b, step.j0, step.j1, run.candidate[1])
    if step.i0 == step.i1 or step.j0 == step.j1:
        return _one_sided(reference, candidate, sides, options)
    if is_minor_punctuation(sides, reference, candidate, options):
        return Draft(ChangeKind.MINOR, reference, candidate)
    texts = sides[0].texts[slice(*reference)], sides[1].texts[slice(*candidate)]
    if are_look_alikes(texts[0], texts[1]):
        return Draft(ChangeKind.LOOK_ALIKE, reference, candidate)
    return Draft(ChangeKind.SUBSTITUTION, reference, candidate)


def _bounds(items: list[Item], start: int, end: int, limit: int) -> Bounds:
    if start == end:
        at = items[start].start if start < len(items) else limit
        return at, at
    return items[start].start, items[end - 1].end


def _one_sided(
    reference: Bounds, candidate: Bounds, sides: tuple[Keyed, Keyed], options: Options
) -> Draft:
    if is_minor_punctuation(sides, reference, candidate, options):
        return Draft(ChangeKind.MINOR, reference, candidate)
    kind = ChangeKind.MISSING if candidate[0] == candidate[1] else ChangeKind.ADDED
    return Draft(kind, reference, candidate)


def _merge(drafts: list[Draft]) -> list[Draft]:
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
