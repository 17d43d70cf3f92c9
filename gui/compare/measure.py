"""The figures of a comparison: similarities over words, the tally, the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cancel import Check, checked, no_check
from .changes import Draft
from .comparison import Change, ChangeKind, LedgerEntry, Section, SectionKind, Similarity, Tally
from .tokens import Tokens

Bounds = tuple[int, int]
_ALONE = (ChangeKind.MISSING, ChangeKind.ADDED)


class Counts(NamedTuple):
    """Numbers of one paired section; words, not signs.

    Of ``words``, ``equal`` and ``known`` (substituted and look-alike ones too) the first is the
    reference's, the second the candidate's. ``kinds`` counts the changes; ``swapped`` is the
    reference's words in substitutions.
    """

    words: Bounds
    equal: Bounds
    known: Bounds
    kinds: Mapping[ChangeKind, int]
    swapped: int

    @property
    def similarity(self) -> float | None:
        """The share of the words of both sides that are equal or minor."""
        return _share(sum(self.equal), sum(self.words))


def count_words(
    sides: tuple[Tokens, Tokens], ranges: tuple[Bounds, Bounds], drafts: Sequence[Draft]
) -> Counts:
    """Count the words of one section, the token *ranges*, and what its changes made of them."""
    changed: dict[ChangeKind, list[int]] = {}
    for draft in drafts:
        sums = changed.setdefault(draft.kind, [0, 0, 0])
        sums[0] += sides[0].words_in(*draft.reference)
        sums[1] += sides[1].words_in(*draft.candidate)
        sums[2] += 1
    words = sides[0].words_in(*ranges[0]), sides[1].words_in(*ranges[1])
    equal, known = list(words), list(words)
    for kind, (reference, candidate, _) in changed.items():
        if kind is not ChangeKind.MINOR:
            equal = [equal[0] - reference, equal[1] - candidate]
        if kind in _ALONE:
            known = [known[0] - reference, known[1] - candidate]
    return Counts(
        words,
        (equal[0], equal[1]),
        (known[0], known[1]),
        {kind: sums[2] for kind, sums in changed.items()},
        changed.get(ChangeKind.SUBSTITUTION, (0, 0))[0],
    )


def measure(
    sides: tuple[Tokens, Tokens], sections: Sequence[Section], counts: Sequence[Counts]
) -> tuple[Similarity, Tally]:
    """Return the similarities and the tally of a whole comparison; *counts* of paired sections."""
    totals = [side.words_in(0, len(side.ids)) for side in sides]
    equal = sum([sum(c.equal) for c in counts])
    known = sum([c.known[0] for c in counts]), sum([c.known[1] for c in counts])
    of_kind: Counter[ChangeKind] = Counter()
    for own in counts:
        of_kind.update(own.kinds)
    kinds = Counter([s.kind for s in sections])
    similarity = Similarity(
        _share(equal, sum(totals)),
        _share(sum(known), sum(totals)),
        _share(known[0], totals[0]),
        _share(known[1], totals[1]),
    )
    return similarity, Tally(
        missing_words=totals[0] - known[0],
        added_words=totals[1] - known[1],
        substituted=of_kind[ChangeKind.SUBSTITUTION],
        substituted_words=sum([c.swapped for c in counts]),
        look_alikes=of_kind[ChangeKind.LOOK_ALIKE],
        minor=of_kind[ChangeKind.MINOR],
        missing_sections=kinds[SectionKind.MISSING],
        added_sections=kinds[SectionKind.ADDED],
        moved_sections=kinds[SectionKind.MOVED],
        paired_sections=kinds[SectionKind.PAIRED],
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
    found = checked(where.items(), check, 4096)
    entries = [LedgerEntry(a, b, tuple(ns)) for (a, b), ns in found]
    check()
    return tuple(sorted(entries, key=lambda e: (-e.count, e.reference, e.candidate)))


def _entry_text(text: str) -> str:
    small = text.lower()
    return small if small.isalpha() else " ".join(small.split())
