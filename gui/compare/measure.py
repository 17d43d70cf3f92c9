"""The figures of a comparison: similarities over words, the tally, the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .cancel import Check, checked, no_check
from .keys import Keyed
from .model import Change, ChangeKind, LedgerEntry, Section, SectionKind, Similarity, Tally
from .resolve import Draft
from .sections import Entry
from .units import Unit, token_range

Bounds = tuple[int, int]
_EQUAL = (ChangeKind.MINOR,)
_KNOWN = (ChangeKind.MINOR, ChangeKind.SUBSTITUTION, ChangeKind.LOOK_ALIKE)


def words_in(side: Keyed, bounds: Bounds) -> int:
    """Return the number of words (not signs) among the tokens ``[start, end)``."""
    return sum(side.document.is_word[bounds[0] : bounds[1]])


def _kept(
    side: Keyed, which: int, bounds: Bounds, drafts: Iterable[Draft], good: Sequence[ChangeKind]
) -> int:
    """Return the words of one side of a section that are equal or in a change of a *good* kind."""
    lost = sum(
        words_in(side, (d.candidate if which else d.reference))
        for d in drafts
        if d.kind not in good
    )
    return words_in(side, bounds) - lost


def section_similarity(
    sides: tuple[Keyed, Keyed], ranges: Sequence[Bounds | None], drafts: list[Draft]
) -> float | None:
    """Return the share of the words of both sides that are equal or minor."""
    total = kept = 0
    for which, (side, bounds) in enumerate(zip(sides, ranges, strict=True)):
        assert bounds is not None
        total += words_in(side, bounds)
        kept += _kept(side, which, bounds, drafts, _EQUAL)
    return kept / total if total else None


def measure(
    sides: tuple[Keyed, Keyed],
    sections: list[Section],
    entries: list[Entry],
    units: tuple[list[Unit], list[Unit]],
    drafts: dict[int, list[Draft]],
    check: Check = no_check,
) -> tuple[Similarity, Tally]:
    """Return the similarities and the tally of a whole comparison."""
    totals = [side.document.words for side in sides]
    equal, known, alone = [0, 0], [0, 0], [0, 0]
    for n, entry in enumerate(checked(entries, check, 64)):
        for which in (0, 1):
            bounds = entry.range(which)
            if bounds is None:
                continue
            tokens = token_range(units[which], *bounds)
            if n in drafts:
                equal[which] += _kept(sides[which], which, tokens, drafts[n], _EQUAL)
                known[which] += _kept(sides[which], which, tokens, drafts[n], _KNOWN)
    for which in (0, 1):
        alone[which] = totals[which] - known[which]
    flat = [d for found in drafts.values() for d in found]
    of_kind = defaultdict(list)
    for draft in flat:
        of_kind[draft.kind].append(draft)
    kinds = [s.kind for s in sections]
    similarity = Similarity(
        _share(sum(equal), sum(totals)),
        _share(sum(known), sum(totals)),
        _share(known[0], totals[0]),
        _share(known[1], totals[1]),
    )
    swapped = of_kind[ChangeKind.SUBSTITUTION]
    return similarity, Tally(
        missing_words=alone[0],
        added_words=alone[1],
        substituted=len(swapped),
        substituted_words=sum(words_in(sides[0], d.reference) for d in swapped),
        look_alikes=len(of_kind[ChangeKind.LOOK_ALIKE]),
        minor=len(of_kind[ChangeKind.MINOR]),
        missing_sections=kinds.count(SectionKind.MISSING),
        added_sections=kinds.count(SectionKind.ADDED),
        moved_sections=kinds.count(SectionKind.MOVED),
        paired_sections=kinds.count(SectionKind.PAIRED),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def ledger_of(
    changes: Sequence[Change], reference: str, candidate: str, check: Check = no_check
) -> tuple[LedgerEntry, ...]:
    """Return the substitutions by lower-cased text, most frequent first, then by text."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, change in enumerate(checked(changes, check)):
        if change.kind is ChangeKind.SUBSTITUTION and change.reference and change.candidate:
            texts = (change.reference.of(reference), change.candidate.of(candidate))
            where[_entry_text(texts[0]), _entry_text(texts[1])].append(n)
    entries = [LedgerEntry(a, b, tuple(ns)) for (a, b), ns in where.items()]
    return tuple(sorted(entries, key=lambda e: (-e.count, e.reference, e.candidate)))


def _entry_text(text: str) -> str:
    return " ".join(text.lower().split())
