"""What differs, as a reader sees it: the changes of each section, their counts, the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from operator import add, itemgetter
from typing import NamedTuple

from ..cancellation import check, checked
from ..comparison import (
    Change,
    ChangeKind,
    LedgerEntry,
    Options,
    Section,
    SectionKind,
    Similarity,
    Tally,
)
from ..modelling.steps import ADDED, DROPPED, Step, changed_runs
from ..tokenizing.equivalence import BULLET, NUMBERING, are_look_alikes
from ..tokenizing.normalization import INVISIBLE, difference_kind, is_other_measure
from ..tokenizing.tokens import TokenPair

Bounds = tuple[int, int]


class ProposedChange(NamedTuple):
    """A change in token numbers, ``[start, end)`` on each side; empty where a side has none."""

    kind: ChangeKind
    reference: Bounds
    candidate: Bounds


def proposed_changes(
    steps: Sequence[Step], sides: TokenPair, options: Options
) -> list[ProposedChange]:
    """Return the changes that the steps of one section make, ascending on both sides."""
    proposed: list[ProposedChange] = []
    differ = _Differ(sides, options)
    at = 0
    for start, end in chain(changed_runs(steps), [(len(steps), len(steps))]):
        for i, j in _written_otherwise(steps[at:start], sides):
            proposed += differ.kept(i, j)
        proposed += differ.changed(steps[start:end])
        at = end
    return proposed


def _written_otherwise(steps: Sequence[Step], sides: TokenPair) -> list[tuple[int, int]]:
    """Return the tokens of a run of kept words that are written in another way."""
    if not steps:
        return []
    ours, theirs = sides[0].texts, sides[1].texts
    (_, i0, _, j0, _), (_, _, i1, _, j1), size = steps[0], steps[-1], len(steps)
    if i1 - i0 == size == j1 - j0 and ours[i0:i1] == theirs[j0:j1]:
        return []  # as in most runs
    return [(i, j) for _, i, _, j, _ in steps if ours[i] != theirs[j]]


class _Differ(NamedTuple):
    """Turns steps into changes: of which kind each is, and where it begins and ends."""

    sides: TokenPair
    options: Options

    def changed(self, steps: Sequence[Step]) -> list[ProposedChange]:
        """Return the changes that *steps* make, which keep nothing."""
        proposed: list[ProposedChange] = []
        for kind, run in groupby(checked(steps, 2048), itemgetter(0)):
            if kind in (DROPPED, ADDED):  # neighbours that were dropped, or added, are one change
                own = list(run)
                i, j = own[0].i0, own[0].j0  # where a passage moved away, the places may differ
                bounds = ((i, own[-1].i1), (j, j)) if kind == DROPPED else ((i, i), (j, own[-1].j1))
                proposed.append(self.one_sided(*bounds))
            else:
                for _, i0, i1, j0, j1 in run:
                    proposed += self.replaced((i0, i1), (j0, j1))
        return proposed

    def kept(self, i: int, j: int) -> list[ProposedChange]:
        """Return the change of a word that was kept, if it is written in another way."""
        a, b = self.sides
        if a.texts[i] == b.texts[j]:
            return []
        kind = ChangeKind.SUBSTITUTION
        name = a.names[a.ids[i]]
        if name == BULLET:
            if self.options.dashes or self.options.punctuation:
                kind = ChangeKind.MINOR
        elif name != NUMBERING:
            ordinary = a.typography, b.typography
            written, places = (a.texts[i], b.texts[j]), (a.starts[i], b.starts[j])
            if not is_other_measure(*written, (a.document.text, b.document.text), places):
                kind = difference_kind(*written, self.options, ordinary)
        return [ProposedChange(kind, (i, i + 1), (j, j + 1))]

    def one_sided(self, reference: Bounds, candidate: Bounds) -> ProposedChange:
        """Return the change of words that one side alone has; the other's bounds are empty."""
        kind = ChangeKind.MISSING if reference[0] < reference[1] else ChangeKind.ADDED
        if are_minor_signs(self.sides, reference, candidate, self.options):
            kind = ChangeKind.MINOR
        return ProposedChange(kind, reference, candidate)

    def replaced(self, reference: Bounds, candidate: Bounds) -> list[ProposedChange]:
        """Return a substitution without the tokens that both of its sides begin or end with.

        >>> changes("Within a week.", "Within a calendar week.")
        +calendar
        """
        (a0, a1), (b0, b1) = reference, candidate
        are_one = self.sides.are_one
        before: list[ProposedChange] = []
        behind: list[ProposedChange] = []
        while a0 < a1 and b0 < b1 and are_one(a0, b0):
            before += self.kept(a0, b0)
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and are_one(a1 - 1, b1 - 1):
            a1, b1 = a1 - 1, b1 - 1
            behind += self.kept(a1, b1)
        rest = (a0, a1), (b0, b1)
        middle: list[ProposedChange] = []
        apart: list[tuple[Bounds, Bounds]] = []
        if 0 in self.sides[0].is_word[a0:a1] or 0 in self.sides[1].is_word[b0:b1]:  # few have signs
            apart = self._sign_and_words(*rest) or self._signs_around(*rest)
        if apart:
            middle = [draft for part in apart for draft in self.replaced(*part)]
        elif a0 < a1 and b0 < b1:
            if not self._are_written_alike(*rest):
                middle = [ProposedChange(self._kind(*rest), *rest)]
        elif a0 < a1 or b0 < b1:
            middle = [self.one_sided(*rest)]
        return [*before, *middle, *reversed(behind)]

    def _are_written_alike(self, reference: Bounds, candidate: Bounds) -> bool:
        """Return whether both sides are the same text, though not compared as the same tokens."""
        a, b = self.sides
        if a.texts[reference[0]][0] != b.texts[candidate[0]][0]:
            return False  # as for most: no other letter need be looked at
        old, new = a.span(*reference), b.span(*candidate)
        return old.of(a.document.text).split() == new.of(b.document.text).split()

    def _kind(self, reference: Bounds, candidate: Bounds) -> ChangeKind:
        if are_minor_signs(self.sides, reference, candidate, self.options):
            return ChangeKind.MINOR
        if are_look_alikes(self.sides, reference, candidate):
            return ChangeKind.LOOK_ALIKE
        return ChangeKind.SUBSTITUTION

    def _sign_and_words(self, reference: Bounds, candidate: Bounds) -> list[tuple[Bounds, Bounds]]:
        """Return, in order, a sign that changed and the function words beside it on one side only.

        Other words make it a phrase that replaced a sign: ``, the company said`` for a colon.
        Empty where there is nothing to take apart.

        >>> changes("They left. He stayed.", "They left, and he stayed.")
        . → , | +and | He ~ he
        """
        for side, (own, other) in enumerate(((reference, candidate), (candidate, reference))):
            tokens = self.sides[side]
            words = [tokens.is_word[n] for n in range(*own)]
            opposite = self.sides[1 - side].is_word[other[0] : other[1]]
            if any(opposite) or not opposite or not any(words) or all(words):
                continue
            if not all(tokens.classes[tokens.ids[n]] for n in range(*own) if tokens.is_word[n]):
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

    def _signs_around(self, reference: Bounds, candidate: Bounds) -> list[tuple[Bounds, Bounds]]:
        """Return, in order, the signs before words that both sides have, and those behind.

        Empty where more than signs differ: ``from time to time`` may replace ``time``.

        >>> changes("The crew slept. The boat left.", "The crew slept. **The** boat left.")
        +** | +**
        """
        old, new = self._words(0, reference), self._words(1, candidate)
        if not old or len(old) != len(new) or not all(map(self.sides.are_one, old, new)):
            return []
        i, j = old[-1] + 1, new[-1] + 1
        return [((reference[0], i), (candidate[0], j)), ((i, reference[1]), (j, candidate[1]))]

    def _words(self, side: int, bounds: Bounds) -> list[int]:
        is_word = self.sides[side].is_word
        return [n for n in range(*bounds) if is_word[n]]


def are_minor_signs(
    sides: TokenPair, reference: tuple[int, int], candidate: tuple[int, int], options: Options
) -> bool:
    """Return whether only signs differ that *options* call minor.

    With ``spacing`` those are that nobody sees (a zero-width space between two spaces); with
    ``punctuation`` all are.
    """
    both = tuple(zip(sides, (reference, candidate), strict=True))
    if options.punctuation:
        return not any(side.words_in(*bounds) for side, bounds in both)
    return options.spacing and all(
        INVISIBLE.fullmatch(side.texts[n]) for side, bounds in both for n in range(*bounds)
    )


class Counts(NamedTuple):
    """Numbers of one paired section: words, not signs, of reference and candidate.

    ``changed`` has for each kind of change the words of either side in it, and the number of such
    changes.
    """

    words: Bounds
    changed: Mapping[ChangeKind, tuple[int, int, int]]

    @property
    def similarity(self) -> float | None:
        """The share of the words of both sides that are equal or minor."""
        real = [own[:2] for kind, own in self.changed.items() if kind is not ChangeKind.MINOR]
        return _share(sum(self.words) - sum(map(sum, real)), sum(self.words))


def count_words(
    sides: TokenPair, ranges: tuple[Bounds, Bounds], proposed: Sequence[ProposedChange]
) -> Counts:
    """Count the words of one section, the token *ranges*, and those in its changes."""
    a, b = sides
    changed: dict[ChangeKind, tuple[int, int, int]] = {}
    for kind, reference, candidate in proposed:
        old, new, count = changed.get(kind, (0, 0, 0))
        changed[kind] = old + a.words_in(*reference), new + b.words_in(*candidate), count + 1
    return Counts((a.words_in(*ranges[0]), b.words_in(*ranges[1])), changed)


def measure(
    sides: TokenPair, sections: Sequence[Section], counts: Sequence[Counts]
) -> tuple[Similarity, Tally]:
    """Return the similarities and the tally of a comparison; *counts* are those of its pairs."""
    of_kind = {kind: [0, 0, 0] for kind in ChangeKind}
    for own in counts:
        for kind, sums in own.changed.items():
            of_kind[kind] = list(map(add, of_kind[kind], sums))
    # Of the reference, then of the candidate.
    totals = [side.words_in(0, len(side.ids)) for side in sides]
    known = [
        sum([own.words[n] for own in counts]) - of_kind[kind][n]
        for n, kind in enumerate((ChangeKind.MISSING, ChangeKind.ADDED))
    ]
    replaced = [sum(of_kind[kind][:2]) for kind in (ChangeKind.SUBSTITUTION, ChangeKind.LOOK_ALIKE)]
    kinds = Counter([section.kind for section in sections])
    similarity = Similarity(
        _share(sum(known) - sum(replaced), sum(totals)),
        _share(sum(known), sum(totals)),
        _share(known[0], totals[0]),
        _share(known[1], totals[1]),
    )
    return similarity, Tally(
        missing_words=totals[0] - known[0],
        added_words=totals[1] - known[1],
        substituted=of_kind[ChangeKind.SUBSTITUTION][2],
        substituted_words=of_kind[ChangeKind.SUBSTITUTION][0],
        look_alikes=of_kind[ChangeKind.LOOK_ALIKE][2],
        minor=of_kind[ChangeKind.MINOR][2],
        missing_sections=kinds[SectionKind.MISSING],
        added_sections=kinds[SectionKind.ADDED],
        moved_sections=kinds[SectionKind.MOVED],
        paired_sections=kinds[SectionKind.PAIRED],
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def ledger_of(changes: Sequence[Change], reference: str, candidate: str) -> tuple[LedgerEntry, ...]:
    """Return the substitutions by lower-cased text, most frequent first, then by text."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, change in enumerate(checked(changes)):
        if change.kind is ChangeKind.SUBSTITUTION and change.reference and change.candidate:
            texts = (change.reference.of(reference), change.candidate.of(candidate))
            where[_entry_text(texts[0]), _entry_text(texts[1])].append(n)
    found = checked(where.items(), 4096)
    entries = [LedgerEntry(a, b, tuple(ns)) for (a, b), ns in found]
    check()
    return tuple(sorted(entries, key=lambda e: (-e.count, e.reference, e.candidate)))


def _entry_text(text: str) -> str:
    small = text.lower()
    return small if small.isalpha() else " ".join(small.split())
