"""What each step of an alignment is worth: features of its words and its place, weighted.

The names of the features that depend on a place are made here; those of a swap of two phrases
stand in ``swap_features``. ``Aligner`` looks the sums up cell by cell, so they are made once for
each token where that can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy

from ..cancellation import check
from .sequences import JOINTS, SequencePair, TokenSequence
from .swap_features import (
    BIT,
    KIND_OF_SORT,
    KINDS,
    LONGEST,
    SIGN,
    SORTS,
    Phrase,
    is_sure,
    names_of,
)

# What a step leaves behind it: something seen to correspond, a swap that only its place speaks
# for, words dropped, words added, the old and the new words of a rewritten stretch.
SURE, BLIND, MISSING, EXTRA, OLD, NEW = range(6)
_STATES = ("sure", "blind", "gap", "gap", "rewrite", "rewrite")
NEVER = float("-inf")
LONE = 0.1  # of the content words near by; where fewer are kept, hardly anything corresponds
OFTEN = 4  # times that a swap must be seen elsewhere to be as good as certain
BESIDE = ("alone", "beside", "between")  # how many neighbours of a kept or swapped word are kept
PLACE = ("near", "wide", "runs", "lone")  # of a place: ``TokenSequence.near``, and LONE
SAME_WORD, KIN = "same_word", "kin"  # how tokens are related, whatever their sorts
Features = dict[str, float]
Words = tuple[int, ...]  # comparison numbers
Swap = tuple[Words, Words]  # comparison numbers of the old words and the new
Scored = tuple[float, bool, bool, bool]
_KIN = BIT["thesaurus"] | BIT["stem"] | BIT["same_number"] | BIT["contraction"]


def capital_feature(x: int, y: int) -> str | None:
    """Return the feature of a swap by ``TokenSequence.capitals`` of both sides."""
    if x == 2 or y == 2 or not (x or y):
        return None
    return "capitals" if x == y else "one_capital"


def broken_feature(x: int, y: int) -> str | None:
    """Return the feature of words put together by ``TokenSequence.breaks`` of both sides."""
    if bool(x) == bool(y):
        return None
    return "broken_section" if max(x, y) == 2 else "broken_sentence"


def transition(x: int, y: int) -> str:
    """Return the feature of one state followed by another."""
    return f"{_STATES[x]}>{_STATES[y]}"


def relation_of(x: int, y: int) -> str:
    """Return how the outermost tokens of a rewritten stretch, of these sorts, are related."""
    a, b = sorted((KIND_OF_SORT[x], KIND_OF_SORT[y]))
    if x == y and SORTS[x] not in ("content", "closed", "sign", "comma", "stop"):
        return f"both_{SORTS[x]}"
    return "sign_word" if a == SIGN != b else f"{KINDS[a]}_{KINDS[b]}"


RELATIONS = tuple(
    sorted(
        {relation_of(x, y) for x in range(len(SORTS)) for y in range(len(SORTS))} | {SAME_WORD, KIN}
    )
)


# The names of what a rewritten stretch begins with, and ends with, by the sorts on both sides.
_EDGES = [
    [[f"rewrite_{what}_{relation_of(x, y)}" for y in range(len(SORTS))] for x in range(len(SORTS))]
    for what in ("begins", "ends")
]
_TRANSITIONS = {(x, y): transition(x, y) for x in range(6) for y in range(6)}


class Scores:
    """The scores of steps in one pair of documents with given weights."""

    def __init__(self, sequences: SequencePair, weights: Mapping[str, float]) -> None:
        self.swaps = sequences.swaps
        self._by_mask: dict[int, Scored] = {}
        self._swapped: dict[Phrase, dict[Phrase, Scored | None]] = {}
        self._weights = weights
        w = self.weight

        def named(names: Sequence[str | None]) -> list[float]:
            return [w(name) if name else 0.0 for name in names]

        three = range(3)
        self.capital = [named([capital_feature(x, y) for y in three]) for x in three]
        self.broken = [named([broken_feature(x, y) for y in three]) for x in three]
        self.kept_beside = [named([f"kept_{kind}_{by}" for by in BESIDE]) for kind in KINDS]
        self.sure_beside = named([f"sure_{by}" for by in BESIDE])
        self.blind_beside = named([f"blind_{by}" for by in BESIDE])
        self.begins, self.ends = ([named(names) for names in table] for table in _EDGES)
        self.begins_same, self.ends_same, self.begins_kin, self.ends_kin = (
            w(f"rewrite_{what}_{relation}")
            for relation in (SAME_WORD, KIN)
            for what in ("begins", "ends")
        )
        self.between = {states: w(name) for states, name in _TRANSITIONS.items()}
        self._joints = [
            named([f"{what}_{joint}" for joint in JOINTS])
            for what in ("gap_from", "gap_to", "rewrite_from", "rewrite_to")
        ]
        self._letters, self._seen, self._seen_often = named(["letters", "seen", "seen_often"])
        self._gap_over = named([None, "gap_over_sentence", "gap_over_section"])
        self._kept_near = named([f"kept_{kind}_near" for kind in KINDS])
        self._place(sequences)

    def of(self, sequences: SequencePair) -> Scores:
        """Return the scores of steps in other *sequences* of the same documents."""
        other = copy(self)
        other._place(sequences)
        return other

    def _place(self, sequences: SequencePair) -> None:
        """Sum up what each place of *sequences* is worth; nothing was seen elsewhere yet."""
        self.sequences = sequences
        self.lesson: tuple[tuple[tuple[Words, Words], int], ...] = ()  # as it was given to learn
        self.seen: Mapping[tuple[Phrase, Phrase], int] = {}
        self.long_seen: dict[Words, dict[Words, int]] = {}
        self.long_sizes: Sequence[int] = ()  # how many old words they have, ascending
        self._learned: dict[Phrase, dict[Phrase, Scored | None]] = {}
        a = sequences[0]
        near = self._kept_near
        self.kept_at = [
            k + near[kind] * x
            for k, kind, x in zip(self._at(a, "kept"), a.kinds, a.near[0], strict=True)
        ]
        self.blind_at = self._at(a, "blind", sorts=False)
        self.sure_at = self._at(a, "sure", sorts=False)
        self.gap_at = tuple([self._at(sequence, "gap") for sequence in sequences])
        self.rewrite_at = tuple([self._at(sequence, "rewrite") for sequence in sequences])
        self.open_at, self.close_at, self.start_at, self.stop_at = map(self._by_joint, self._joints)
        over = (0.0, NEVER, NEVER)  # a dropped sentence is shown as dropped
        check()
        self.over_at, self.gap_over_at = (
            tuple([list(map(of.__getitem__, sequence.breaks)) for sequence in sequences])
            for of in (over, self._gap_over)
        )

    def weight(self, name: str) -> float:
        """Return the weight of a feature, 0 where it has none."""
        return self._weights.get(name, 0.0)

    def _at(self, sequence: TokenSequence, step: str, *, sorts: bool = True) -> list[float]:
        check()
        base = [self.weight(f"{step}_{sort}") if sorts else 0.0 for sort in SORTS]
        near, wide, runs, lone = (self.weight(f"{step}_{what}") for what in PLACE)
        return [
            base[sort] + near * x + wide * y + runs * z + (lone if x < LONE else 0.0)
            for sort, x, y, z in zip(sequence.sorts[:-1], *sequence.near, strict=True)
        ]

    def _by_joint(self, weights: Sequence[float]) -> tuple[list[float], list[float]]:
        check()
        a, b = self.sequences
        return list(map(weights.__getitem__, a.joints)), list(map(weights.__getitem__, b.joints))

    def learn(self, seen: Mapping[Swap, int]) -> None:
        """Take swaps into account that were *seen* elsewhere in the pair, counted."""
        self.seen = short = {}
        self.long_seen, self._learned = {}, {}
        self.lesson = tuple(seen.items())
        for (old, new), n in seen.items():
            if max(len(old), len(new)) <= LONGEST:
                a, b = self.swaps.phrase(old), self.swaps.phrase(new)
                scored = self.swap(a, b)
                if scored:
                    score, _, is_related, is_kin = scored
                    score += self._worth_seen(n)
                    short[a, b] = n
                    self._learned.setdefault(a, {})[b] = score, True, is_related, is_kin
                    continue
            self.long_seen.setdefault(old, {})[new] = n
        self.long_sizes = sorted({len(old) for old in self.long_seen})

    def _worth_seen(self, n: int) -> float:
        """Return what it is worth that a swap was seen *n* times elsewhere."""
        return self._seen + min(n, OFTEN) / OFTEN * self._seen_often

    def swap_features(self, a: Phrase, b: Phrase) -> Features | None:
        """Return the features of a swap by name, with what is known of it from elsewhere."""
        found = self.swaps.features(a, b)
        if found is None:
            return None
        mask, letters = found
        named = dict.fromkeys(names_of(mask), 1.0)
        if letters:
            named["letters"] = letters
        n = self.seen.get((a, b), 0)
        if n:
            named["seen"] = 1.0
            named["seen_often"] = min(n, OFTEN) / OFTEN
        return named

    def swap(self, a: Phrase, b: Phrase) -> Scored | None:
        """Return the score of a swap and three facts about it; None if it cannot be.

        The facts are whether there is evidence besides its place, whether the thesaurus relates it,
        and whether the phrases are kin (``is_kin``).
        """
        learned = self._learned.get(a)
        if learned and b in learned:
            return learned[b]
        own = self._swapped.get(a)
        if own is None:
            own = self._swapped[a] = {}
        if b not in own:
            own[b] = self._swap(a, b)
        return own[b]

    def swaps_of(self, a: Phrase) -> Mapping[Phrase, Scored | None]:
        """Return what can be told of the swaps of a phrase without ``swap``."""
        return self._learned.get(a) or self._swapped.setdefault(a, {})

    def _swap(self, a: Phrase, b: Phrase) -> Scored | None:
        found = self.swaps.features(a, b)
        if found is None:
            return None
        mask, letters = found
        scored = self._by_mask.get(mask)
        if scored is None:
            score = sum([self.weight(name) for name in names_of(mask)])
            facts = is_sure(mask, 0.0), bool(mask & BIT["thesaurus"]), bool(mask & _KIN)
            scored = self._by_mask[mask] = score, *facts
        if not letters:
            return scored  # one for all that have these features
        score, _, is_related, is_kin = scored
        return score + letters * self._letters, is_sure(mask, letters), is_related, is_kin

    def is_kin(self, a: int, b: int) -> bool:
        """Return whether two tokens mean the same, or are forms of one word."""
        found = self.swaps.features(a, b) if a != b else None
        return found is not None and bool(found[0] & _KIN)

    def beside(self, i0: int, i1: int, j0: int, j1: int) -> int:
        """Return on how many sides, 0 to 2, what is put together touches a kept word or the end."""
        a, b = self.sequences[0].ids, self.sequences[1].ids
        return (a[i0 - 1] == b[j0 - 1]) + (a[i1] == b[j1])  # before the first comes BEYOND, too

    def seen_stretch(self, i0: int, i1: int, j0: int, j1: int, n: int) -> float:
        """Return the score of a long swap that was seen *n* times elsewhere.

        That is the score of the same stretch rewritten, and what it is worth to be seen again.
        """
        t = self.between
        score = self._worth_seen(n) + t[SURE, OLD] + t[NEW, SURE] - 2 * t[SURE, SURE]
        for side, (x, y) in enumerate(((i0, i1), (j0, j1))):
            score += self.start_at[side][x] + self.stop_at[side][y]
            score += sum(self.rewrite_at[side][x:y])
        return score


def surely(features: Features) -> bool:
    """Return whether there is evidence besides its place for a swap with these features."""
    return is_sure(sum([BIT.get(name, 0) for name in features]), features.get("letters", 0.0))


class SeenSwaps:
    """The swaps that were made in a pair of documents, counted.

    They are looked up by what is rare on both sides: "the" alone may have been swapped for a
    hundred words.
    """

    def __init__(self, swaps: Iterable[Swap]) -> None:
        counts = Counter(swaps)
        often = [Counter([token for swap in counts for token in swap[side]]) for side in (0, 1)]
        self._by_rarest: dict[int, dict[int, list[tuple[Swap, int]]]] = {}
        for swap, times in counts.items():
            old, new = (
                min(own, key=lambda token: (number[token], token)) if len(own) > 1 else own[0]
                for own, number in zip(swap, often, strict=True)
            )
            self._by_rarest.setdefault(old, {}).setdefault(new, []).append((swap, times))

    def between(self, here: set[int], there: set[int]) -> Iterator[tuple[Swap, int]]:
        """Yield the swaps of words that are *here* for words that are *there*, and how often."""
        for token in here & self._by_rarest.keys():
            others = self._by_rarest[token]
            for other in others.keys() & there:
                for seen in others[other]:
                    old, new = seen[0]
                    if here.issuperset(old) and there.issuperset(new):
                        yield seen
