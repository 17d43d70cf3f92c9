"""Where one change ends and the next begins: a second look at short changed stretches.

The aligner weighs every place of two long texts, so it must be quick at each. A few words that it
found changed between kept ones can be looked at more closely: every way to cut both sides into
changes, dropped words and added ones is scored by features (``cut_features``) that would take too
long everywhere, such as how much of their meaning two words share. The weights are learned like
those of the aligner; without any, its cuts stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from ..lexicon.function_phrases import groups_of, longest_phrase
from ..lexicon.thesaurus import MOST_WORDS
from .cancellation import check, checked
from .cut_features import (
    APART,
    APARTS,
    CHANGED,
    CLOSE,
    EDGE,
    FOUND,
    FUNCTION,
    GAPS,
    HAND,
    IN_NEW,
    IN_OLD,
    INSIDE,
    KNOWN,
    LETTERS,
    OTHER_GROUP,
    OUTER,
    PHRASE,
    RATIOS,
    SAME_GROUP,
    SHORT,
    START,
    STATES,
    STEM,
    STEM_INSIDE,
    SUFFIX,
    WORD,
    Names,
    Values,
    level_of,
    of_shape,
    of_swap,
    size_of,
    suffix_of,
    ways_into,
)
from .scores import KIN, SAME_WORD, Features, relation_of
from .sequences import SequencePair
from .steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Part, Step, part_of
from .swap_features import CONTENT, LONGEST, SIGN, Phrase, SwapScorer, is_sure

MOST = 8  # tokens of a side; of longer stretches the aligner sees as much
_FEW = 2  # tokens of the shorter side of a change in a stretch of more than SHORT tokens
Place = tuple[int, int, int]  # tokens of each side that stand before it, and a state
Bounds = tuple[int, int]
_T = TypeVar("_T")
_first = itemgetter(0)


class Segment(NamedTuple):
    """A step that may be part of a stretch, with the features that it has wherever it stands."""

    step: Step
    features: Features


class _OfTokens(dict[tuple[int, int], _T]):
    """What *make* says of two tokens, one of each side; of each two it is asked once."""

    def __init__(self, make: Callable[[int, int], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, tokens: tuple[int, int]) -> _T:
        found = self[tokens] = self._make(*tokens)
        return found


class Sums(dict[Names, float]):
    """The sums of the *weights* of features that come together, each made when first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weight = weights.get

    def __missing__(self, names: Names) -> float:
        found = self[names] = sum([self.weight(name, 0.0) for name in names])
        return found


def stretches_in_doubt(
    steps: Sequence[Step], sequences: SequencePair, most: int = MOST
) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the runs of *steps* that could be cut otherwise.

    They have at most *most* tokens of a side, lie inside a sentence, and are not just words for
    words, one by one.
    """
    a, b = sequences
    end = 0
    while end < len(steps):
        start = end
        end += 1
        if steps[start].kind == KEPT:
            continue
        while end < len(steps) and steps[end].kind != KEPT:
            if a.breaks[steps[end].i0] and b.breaks[steps[end].j0]:
                break
            end += 1
        i0, i1, j0, j1 = part_of(steps[start:end])
        if (
            0 < i1 - i0 <= most
            and 0 < j1 - j0 <= most
            and not any(a.breaks[i0 + 1 : i1])
            and not any(b.breaks[j0 + 1 : j1])
            and any(
                s.kind != SWAPPED or s.i1 - s.i0 > 1 or s.j1 - s.j0 > 1 for s in steps[start:end]
            )
        ):
            yield start, end


def cut_again(
    steps: Sequence[Step],
    sequences: SequencePair,
    swaps: SwapScorer,
    weights: Mapping[str, float],
) -> list[Step]:
    """Return *steps* with the stretches in doubt cut in the best way, if there are weights for it.

    >>> changes("It may play a leading role here.", "It may play a number one function here.")
    leading → number one | role → function
    """
    found = list(steps)
    if "cut_change" not in weights:
        return found
    doubted = list(checked(stretches_in_doubt(steps, sequences), 64))
    sums = Sums(weights)
    for start, end in reversed(doubted):
        check()
        found[start:end] = StretchInDoubt(steps[start:end], sequences, swaps).best(sums)
    return found


class StretchInDoubt:
    """A short changed stretch, the steps that the aligner found there, and all that it might be."""

    def __init__(self, steps: Sequence[Step], sequences: SequencePair, swaps: SwapScorer) -> None:
        self.part = i0, i1, j0, j1 = part_of(steps)
        self._is_short = max(i1 - i0, j1 - j0) <= SHORT
        self._found: dict[Part, int] = {step[1:]: step.kind for step in steps if step.kind in FOUND}
        self._gaps = {(DROPPED, step.i0) for step in steps if step.kind == DROPPED}
        self._gaps |= {(ADDED, step.j0) for step in steps if step.kind == ADDED}
        self._merged = {part_of(own) for own in _runs_of_swaps(steps)}
        a, b = sequences
        # These do not refer to the stretch: it would have to wait for a search for garbage.
        self._close = _OfTokens(lambda i, j: swaps.closeness(a.ids[i], b.ids[j]))
        self._respelt = _OfTokens(lambda i, j: swaps.are_spellings(a.ids[i], b.ids[j]))
        self._relations = _OfTokens(lambda i, j: _relation(i, j, sequences, swaps))
        self._sequences = sequences
        self._swaps = swaps
        self._phrases = self._phrases_of(0), self._phrases_of(1)
        self._signs = self._signs_of(0), self._signs_of(1)
        self._letters = self._letters_before(0), self._letters_before(1)
        self._groups = self._groups_of(0), self._groups_of(1)
        self._inside = self._inside_of(0), self._inside_of(1)
        self._hand = [(x[i0] + y[j0]) / 2 for x, y in zip(a.near, b.near, strict=True)]
        self._alike = list(self._words_alike())
        self._large = dict(self._large_changes())

    def _phrases_of(self, side: int) -> dict[tuple[int, int], Phrase]:
        """Return the numbers of all phrases of a side that are short enough, by their bounds."""
        start, end = self.part[2 * side : 2 * side + 2]
        ids, phrase = self._sequences[side].ids, self._swaps.phrase
        return {
            (n, m): phrase(ids[n:m])
            for n in range(start, end)
            for m in range(n + 1, min(n + LONGEST, end) + 1)
        }

    def _signs_of(self, side: int) -> dict[int, bool]:
        """Return which tokens of a side are signs that are not read aloud as a word."""
        sequence, spoken = self._sequences[side], self._swaps.spoken
        return {
            n: sequence.kinds[n] == SIGN and sequence.ids[n] not in spoken
            for n in range(*self.part[2 * side : 2 * side + 2])
        }

    def _groups_of(self, side: int) -> dict[Bounds, frozenset[int]]:
        """Return the groups of all function phrases of a side, by their bounds."""
        start, end = self.part[2 * side : 2 * side + 2]
        words = [self._swaps.names[token] for token in self._sequences[side].ids[start:end]]
        size = len(words)
        return {
            (start + n, start + m): own
            for n in range(size)
            for m in range(n + 1, min(n + longest_phrase(), size) + 1)
            if (own := groups_of(" ".join(words[n:m])))
        }

    def _inside_of(self, side: int) -> dict[int, str]:
        """Return the places of a side at which a cut would go through a phrase."""
        start, end = self.part[2 * side : 2 * side + 2]
        ids, known = self._sequences[side].ids, self._swaps.known_phrase
        found: dict[int, str] = {}
        for n in range(start, end):
            for m in range(n + 2, min(n + MOST_WORDS, end) + 1):
                if known(tuple(ids[n:m])):
                    found.update(dict.fromkeys(range(n + 1, m), KNOWN))
        for n, m in self._groups[side]:
            found.update(dict.fromkeys(range(n + 1, m), FUNCTION))
        return found

    def _words_alike(self) -> Iterator[tuple[int, int]]:
        """Yield the words of both sides that may be made from one another: decide, decision."""
        i0, i1, j0, j1 = self.part
        names, (a, b) = self._swaps.names, self._sequences
        for i in range(i0, i1):
            old = names[a.ids[i]]
            if a.kinds[i] == CONTENT and len(old) >= STEM:
                for j in range(j0, j1):
                    if b.kinds[j] == CONTENT and names[b.ids[j]][:STEM] == old[:STEM]:
                        yield i, j

    def _large_changes(self) -> Iterator[tuple[Bounds, list[Bounds]]]:
        """Yield the places at which changes begin that are too large otherwise, and their ends.

        The aligner made them, or both sides are function phrases of one group.
        """
        ours, theirs = self._groups
        parts = {*self._found}
        parts |= {
            (x[0], x[1], y[0], y[1])
            for x, own in ours.items()
            for y, other in theirs.items()
            if not own.isdisjoint(other)
        }
        large = sorted(part for part in parts if not self._is_of_usual_size(part))
        for key, own in groupby(large, itemgetter(0, 2)):
            yield key, [(i1, j1) for _, i1, _, j1 in own]

    def _is_of_usual_size(self, part: Part) -> bool:
        """Return whether a change is looked at whatever its words are; in long stretches few are.

        All pairs of phrases of a long stretch would take too long, and hardly any is a change.
        """
        i0, i1, j0, j1 = part
        less, more = sorted((i1 - i0, j1 - j0))
        return more <= SHORT and (less <= _FEW or self._is_short)

    def _letters_before(self, side: int) -> dict[int, int]:
        """Return how many letters of the stretch stand before each place of a side."""
        names, ids = self._swaps.names, self._sequences[side].ids
        start, end = self.part[2 * side : 2 * side + 2]
        sizes = accumulate([len(names[token]) for token in ids[start:end]], initial=0)
        return dict(enumerate(sizes, start))

    def best(self, sums: Sums) -> list[Step]:
        """Return the steps of the best way to cut the stretch (Viterbi's algorithm)."""
        _, i1, _, j1 = self.part
        came: dict[Place, tuple[Place, Step]] = {}
        scores: dict[Place, float] = {(self.part[0], self.part[2], START): 0.0}
        weight, sum_of = sums.weight, sums.__getitem__
        at = -1, -1
        # All changes that begin at one place are best taken from the same one, and so are gaps.
        sources: dict[tuple[int, bool], tuple[float, Place] | None] = {}
        for step, groups, values in self._choices():
            kind, i, x, j, y = step
            if (i, j) != at:
                at = i, j
                sources = {}
            state = STATES[kind]
            key = state, x == i1 and y == j1
            if key not in sources:
                ways = [
                    (scores[source] + sums[names], source)
                    for last, names in self._ways(step)
                    if (source := (i, j, last)) in scores
                ]
                sources[key] = max(ways, key=_first, default=None)
            way = sources[key]
            if way is None:
                continue
            score = way[0] + sum(map(sum_of, groups))
            for name, value in values:
                score += weight(name, 0.0) * value
            target = x, y, state
            if target not in scores or score > scores[target]:
                scores[target] = score
                came[target] = way[1], step
        ends = [place for state in (CHANGED, IN_OLD, IN_NEW) if (place := (i1, j1, state)) in came]
        place = max(ends, key=lambda end: scores[end])
        found: list[Step] = []
        while place in came:
            place, step = came[place]
            found.append(step)
        return found[::-1]

    def ways(self, step: Step) -> Iterator[tuple[Place, Names]]:
        """Yield the places from which *step* can be taken, with the features of doing so."""
        for last, names in self._ways(step):
            yield (step.i0, step.j0, last), names

    def _ways(self, step: Step) -> Sequence[tuple[int, Names]]:
        """Return the states from which *step* can be taken, with the features of doing so."""
        kind, i, x, j, y = step
        i0, i1, j0, j1 = self.part
        a, b = self._sequences
        joint = 0 if x > i and y > j else a.joints[i] if x > i else b.joints[j]
        return ways_into(STATES[kind], joint, i == i0 and j == j0, x == i1 and y == j1)

    def segments(self) -> Iterator[Segment]:
        """Yield all steps that the stretch may be made of, each behind those it can follow."""
        for step, groups, values in self._choices():
            features = dict(values)
            for name in chain.from_iterable(groups):
                features[name] = features.get(name, 0.0) + 1.0
            yield Segment(step, features)

    def _choices(self) -> Iterator[tuple[Step, Sequence[Names], Values]]:
        i0, i1, j0, j1 = self.part
        for i in range(i0, i1 + 1):
            for j in range(j0, j1 + 1):
                if i < i1:
                    yield self._gap(Step(DROPPED, i, i + 1, j, j))
                if j < j1:
                    yield self._gap(Step(ADDED, i, i, j, j + 1))
                for x, y in self._ends_of_changes(i, j):
                    if self._may_replace(i, x, j, y):
                        yield self._change(i, x, j, y)

    def _ends_of_changes(self, i: int, j: int) -> Iterator[Bounds]:
        """Yield the places to which a change is looked at that begins at a place."""
        _, i1, _, j1 = self.part
        for x in range(i + 1, min(i + SHORT, i1) + 1):
            most = SHORT if self._is_short or x - i <= _FEW else _FEW
            for y in range(j + 1, min(j + most, j1) + 1):
                yield x, y
        yield from self._large.get((i, j), ())

    def _may_replace(self, i0: int, i1: int, j0: int, j1: int) -> bool:
        """Return whether one phrase may stand for the other.

        Signs only stand for signs, and several swaps that the aligner made are not told as one;
        nor are two signs that changed places, or words of which each is only spelt otherwise.
        """
        a, b = self._sequences
        ours, theirs = self._signs
        if ours[i0] and i1 - i0 == j1 - j0 == 2 and a.ids[i0:i1] == b.ids[j0:j1][::-1]:
            return False
        if 1 < i1 - i0 == j1 - j0 and all(self._respelt[i0 + n, j0 + n] for n in range(i1 - i0)):
            return False
        if (i0, i1, j0, j1) in self._found:
            return True
        if (i0, i1, j0, j1) in self._merged:
            return False
        if a.ids[i0] == b.ids[j0] or a.ids[i1 - 1] == b.ids[j1 - 1]:
            return False
        return ours[i0] == theirs[j0] == ours[i1 - 1] == theirs[j1 - 1]

    def _gap(self, step: Step) -> tuple[Step, Sequence[Names], Values]:
        side, k = (0, step.i0) if step.kind == DROPPED else (1, step.j0)
        is_found = (step.kind, k) in self._gaps
        names = (GAPS[self._sequences[side].sorts[k]][is_found],)
        return step, names, tuple(zip(HAND["gap"], self._hand, strict=True))

    def _change(self, i0: int, i1: int, j0: int, j1: int) -> tuple[Step, Sequence[Names], Values]:
        less, more = sorted((i1 - i0, j1 - j0))
        what = WORD if more == 1 else PHRASE
        known = None
        if more <= LONGEST:
            known = self._swaps.features(self._phrases[0][i0, i1], self._phrases[1][j0, j1])
        part = i0, i1, j0, j1
        found = self._found.get(part)
        length = self._length_level(part)
        if known is None:
            groups = [of_shape(less, more, length, "none", found)]
            values: list[tuple[str, float]] = []
            kind = REWRITTEN
        else:
            evidence = "sure" if is_sure(*known) else "blind"
            groups = [of_shape(less, more, length, evidence, found), of_swap(known[0], what)]
            values = [(LETTERS[what], known[1])]
            kind = SWAPPED
        if more == 1:
            self._add_closeness_of_words(groups, values, i0, j0)
        else:
            self._add_closeness(groups, values, part)
            relations = self._relations
            groups.append(OUTER[relations[i0, j0]][relations[i1 - 1, j1 - 1]])
        self._add_edges(groups, part, what)
        size = size_of(less, more)
        values += zip(HAND[size], self._hand, strict=True)
        x, y = self._groups[0].get((i0, i1)), self._groups[1].get((j0, j1))
        if x and y:
            groups.append(OTHER_GROUP if x.isdisjoint(y) else SAME_GROUP[size])
        return Step(kind if found is None else found, *part), groups, tuple(values)

    def _length_level(self, part: Part) -> int:
        """Return how much longer one phrase is than the other, as a level between ``RATIOS``.

        What means the same takes about as many letters, more surely than as many words.
        """
        i0, i1, j0, j1 = part
        a, b = self._letters
        old, new = a[i1] - a[i0], b[j1] - b[j0]
        return bisect_left(RATIOS, (old / new if old > new else new / old) if old and new else 1.0)

    def _add_closeness_of_words(
        self, groups: list[Names], values: list[tuple[str, float]], i: int, j: int
    ) -> None:
        """Add how much of their meaning two words share."""
        a, b = self._sequences
        if a.kinds[i] == CONTENT == b.kinds[j]:
            found = self._close[i, j]
            what = "kin" if self._swaps.related(a.ids[i], b.ids[j]) else "word"
            groups.append(CLOSE[what][level_of(found)])
            values.append(("cut_close_word", max(0.0, found) ** 0.5))

    def _add_closeness(
        self, groups: list[Names], values: list[tuple[str, float]], part: Part
    ) -> None:
        """Add how much of their meaning the phrases share, and words of theirs."""
        i0, i1, j0, j1 = part
        a, b = self._sequences
        old = [i for i in range(i0, i1) if a.kinds[i] == CONTENT]
        new = [j for j in range(j0, j1) if b.kinds[j] == CONTENT]
        groups.append(APARTS[min(APART, abs(len(old) - len(new)))])
        if max(i1 - i0, j1 - j0) <= LONGEST:
            found = self._swaps.closeness(self._phrases[0][i0, i1], self._phrases[1][j0, j1])
            groups.append(CLOSE["whole"][level_of(found)])
        if not old or not new:
            return
        if any(i0 <= i < i1 and j0 <= j < j1 for i, j in self._alike):
            groups.append(STEM_INSIDE)
        close = self._close
        rows = [[close[i, j] for j in new] for i in old]
        best = [*map(max, rows), *map(max, zip(*rows, strict=True))]
        roots = [max(0.0, x) ** 0.5 for x in best]
        groups.append(CLOSE["best"][level_of(max(best))])
        values.append(("cut_close_best", max(roots)))
        values.append(("cut_close_each", sum(roots) / len(best)))
        if old[0] == i0 and new[0] == j0:
            groups.append(CLOSE["first"][level_of(rows[0][0])])
        if old[-1] == i1 - 1 and new[-1] == j1 - 1:
            groups.append(CLOSE["last"][level_of(rows[-1][-1])])

    def _add_edges(self, groups: list[Names], part: Part, what: str) -> None:
        """Add what the phrases begin and end with, and what is cut off before them."""
        i0, i1, j0, j1 = part
        a, b = self._sequences
        for inside, start, end in ((self._inside[0], i0, i1), (self._inside[1], j0, j1)):
            if start in inside:
                groups.append(INSIDE["begins"][inside[start]])
            if end in inside:
                groups.append(INSIDE["ends"][inside[end]])
        if i0 > self.part[0]:
            groups.append(EDGE[a.joints[i0]][a.sorts[i0 - 1]])
        if j0 > self.part[2]:
            groups.append(EDGE[b.joints[j0]][b.sorts[j0 - 1]])
        if a.kinds[i1 - 1] == CONTENT == b.kinds[j1 - 1]:
            names = self._swaps.names
            old, new = suffix_of(names[a.ids[i1 - 1]]), suffix_of(names[b.ids[j1 - 1]])
            if old or new:
                which = "same" if old == new else "other" if old and new else "single"
                groups.append(SUFFIX[what][which])


def _relation(i: int, j: int, sequences: SequencePair, swaps: SwapScorer) -> str:
    """Return how a token of each side are related, one of ``scores.RELATIONS``."""
    a, b = sequences
    if a.ids[i] == b.ids[j]:
        return SAME_WORD
    if swaps.related(a.ids[i], b.ids[j]):
        return KIN
    return relation_of(a.sorts[i], b.sorts[j])


def _runs_of_swaps(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    """Yield all runs of two or more swaps."""
    for start in range(len(steps)):
        for end in range(start + 1, len(steps) + 1):
            if steps[end - 1].kind != SWAPPED:
                break
            if end - start > 1:
                yield steps[start:end]
