"""Where one change ends and the next begins: a second look at short changed stretches.

The aligner weighs every place of two long texts, so it must be quick at each. A few words that it
found changed between kept ones can be looked at more closely: every way to cut both sides into
changes, dropped words and added ones is scored by features (``NAMES``) that would take too long
everywhere, such as how much of their meaning two words share. The weights are learned like those
of the aligner; without any, its cuts stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, combinations, pairwise
from operator import itemgetter
from typing import TypeVar

from ..cancellation import checked
from ..modelling.scores import KIN, RELATIONS, SAME_WORD, Features, relation_of
from ..modelling.sequences import JOINTS, SequencePair, TokenSequence
from ..modelling.steps import (
    ADDED,
    DROPPED,
    REWRITTEN,
    SWAPPED,
    Part,
    Step,
    changed_runs,
    part_of,
)
from ..modelling.swap_features import (
    CONTENT,
    LONGEST,
    SIGN,
    SORTS,
    SwapScorer,
    is_sure,
    names_of,
)
from ..modelling.swap_features import NAMES as SWAP_NAMES

MOST = 5  # tokens of a side; of longer stretches the aligner sees as much
_SIZES = ("1_1", "1_2", "1_n", "2_2", "n_n")  # tokens of the shorter phrase and of the longer
# Between levels of how much of their meaning two words share (``SwapScorer.closeness``).
_BOUNDS = (0.004, 0.02, 0.06, 0.15, 0.3)
_LEVELS = ("unknown", *map(str, range(len(_BOUNDS) + 1)))
# Between levels of how many times as many letters one side of a change has as the other. Two fifths
# of the marked ones are below the first, and a tenth are above the last.
_RATIOS = (1.3, 1.8, 2.6)
_SUFFIXES = ("ing", "ed", "ly", "ion", "ment", "ness", "er", "est", "al", "ous", "ive", "ity", "s")
_STEM = 4  # letters; words of no more end like that by chance
_APART = 3  # content words that one side has more than the other, or more
_OF_SWAPS = frozenset(name for name in SWAP_NAMES if not name.startswith("shape"))
_WORD, _PHRASE = "word", "phrase"  # a word for a word, and all else
_LETTERS = {what: f"cut_{what}_letters" for what in (_WORD, _PHRASE)}
_first = itemgetter(0)
_FOUND = {SWAPPED: "swapped", REWRITTEN: "rewritten"}

CHANGED, IN_OLD, IN_NEW, START = range(4)  # what stands before a place: a change, a gap, nothing
STATES = {SWAPPED: CHANGED, REWRITTEN: CHANGED, DROPPED: IN_OLD, ADDED: IN_NEW}
_BETWEEN = {
    (CHANGED, CHANGED): "cut_change_change",
    (CHANGED, IN_OLD): "cut_change_gap",
    (CHANGED, IN_NEW): "cut_change_gap",
    (IN_OLD, CHANGED): "cut_gap_change",
    (IN_NEW, CHANGED): "cut_gap_change",
    (IN_OLD, IN_OLD): "cut_gap_gap",
    (IN_NEW, IN_NEW): "cut_gap_gap",
    (IN_OLD, IN_NEW): "cut_gap_other",
    (START, CHANGED): "cut_change_first",
    (START, IN_OLD): "cut_gap_first",
    (START, IN_NEW): "cut_gap_first",
}
_LAST = "cut_change_last", "cut_gap_last"
Place = tuple[int, int, int]  # tokens of each side that stand before it, and a state
_Bounds = tuple[int, int, int, int, int]  # a step that may come to nothing: Step() takes longer
Names = tuple[str, ...]  # features with the value 1 that come together, often the same ones
Values = tuple[tuple[str, float], ...]  # features with other values
_T = TypeVar("_T")

_BEFORE = tuple(f"cut_before_{joint}" for joint in JOINTS)
_AFTER = tuple(f"cut_after_{sort}" for sort in SORTS)
_GAP = tuple(f"cut_gap_{sort}" for sort in SORTS)
_GAP_FROM = tuple(f"cut_gap_from_{joint}" for joint in JOINTS)
_EDGE = tuple([[(before, after) for after in _AFTER] for before in _BEFORE])
_GAPS = tuple([(("cut_gap", own), ("cut_gap", own, "cut_gap_found")) for own in _GAP])
_SUFFIX = {
    what: {which: (f"cut_{what}_suffix_{which}",) for which in ("same", "other", "single")}
    for what in (_WORD, _PHRASE)
}
_CLOSE = {
    what: {level: (f"cut_close_{what}_{level}",) for level in _LEVELS}
    for what in ("word", "kin", "best", "first", "last", "whole")
}
_OUTER = {x: {y: (f"cut_begins_{x}", f"cut_ends_{y}") for y in RELATIONS} for x in RELATIONS}
_APARTS = tuple([(f"cut_apart_{n}",) for n in range(_APART + 1)])


def _all_names() -> Iterator[str]:
    yield from (*_BETWEEN.values(), *_LAST, "cut_change", "cut_gap", "cut_gap_found")
    yield from (*_BEFORE, *_AFTER, *_GAP, *_GAP_FROM)
    yield from (f"cut_shape_{p}_{q}" for p in range(1, MOST + 1) for q in range(p, MOST + 1))
    for size in _SIZES:
        yield from (f"cut_{what}_{size}" for what in ("sure", "blind", "none"))
        yield from (f"cut_{found}_{size}" for found in _FOUND.values())
    for what in (_WORD, _PHRASE):
        yield from (f"cut_{what}_{name}" for name in (*_OF_SWAPS, "letters"))
        yield from (f"cut_{what}_length_{n}" for n in range(len(_RATIOS) + 1))
    for table in (*_SUFFIX.values(), *_CLOSE.values()):
        yield from chain.from_iterable(table.values())
    yield from (f"cut_{edge}_{relation}" for edge in ("begins", "ends") for relation in RELATIONS)
    yield from ("cut_close_word", "cut_close_best", "cut_close_each")
    yield from chain.from_iterable(_APARTS)


NAMES = tuple(sorted(set(_all_names())))


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
    for run in changed_runs(steps):
        if _are_single_words(steps[slice(*run)]):
            continue
        inside = range(run[0] + 1, run[1])
        cuts = [n for n in inside if a.breaks[steps[n].i0] and b.breaks[steps[n].j0]]
        for start, end in pairwise([run[0], *cuts, run[1]]):
            i0, i1, j0, j1 = part_of(steps[start:end])
            if (
                0 < i1 - i0 <= most
                and 0 < j1 - j0 <= most
                and not any(a.breaks[i0 + 1 : i1])
                and not any(b.breaks[j0 + 1 : j1])
                and not (cuts and _are_single_words(steps[start:end]))
            ):
                yield start, end


def _are_single_words(steps: Sequence[Step]) -> bool:
    """Return whether each of *steps* puts one word for one."""
    return all(kind == SWAPPED and i1 - i0 == 1 == j1 - j0 for kind, i0, i1, j0, j1 in steps)


def cut_again(
    steps: Sequence[Step], sequences: SequencePair, weights: Mapping[str, float]
) -> list[Step]:
    """Return *steps* with the stretches in doubt cut in the best way, if there are weights for it.

    >>> changes("It may play a leading role here.", "It may play a number one function here.")
    leading → number one | role → function
    """
    if "cut_change" not in weights:
        return list(steps)
    found: list[Step] = []
    at = 0
    sums = Sums(weights)
    for start, end in checked(stretches_in_doubt(steps, sequences), 1):
        found += steps[at:start]
        found += StretchInDoubt(steps[start:end], sequences).best(sums)
        at = end
    found += steps[at:]
    return found


class _Side:
    """What is known of the tokens of one side of a stretch, and of its phrases, by their places.

    Every phrase is looked at with many of the other side, so this is found out once.
    """

    def __init__(self, sequence: TokenSequence, start: int, end: int, swaps: SwapScorer) -> None:
        self.start, self.end = start, end
        self.ids = ids = sequence.ids
        kinds, sorts, joints = sequence.kinds, sequence.sorts, sequence.joints
        names, spoken, meanings = swaps.names, swaps.spoken, swaps.meanings
        places = range(start, end)
        # The numbers of all phrases that are short enough, by their bounds.
        self.phrases = {
            (n, m): swaps.phrase(ids[n:m])
            for n in places
            for m in range(n + 1, min(n + LONGEST, end) + 1)
        }
        # Those that the thesaurus has.
        self.known = {bounds: own for bounds, own in self.phrases.items() if meanings(own)[1]}
        # Signs that are not read aloud as a word.
        self.is_sign = {n: kinds[n] == SIGN and ids[n] not in spoken for n in places}
        self.content = [n for n in places if kinds[n] == CONTENT]
        # How many letters, and content words, of the stretch stand before each place.
        sizes = [len(names[token]) for token in ids[start:end]]
        self.letters = dict(enumerate(accumulate(sizes, initial=0), start))
        words = [kind == CONTENT for kind in kinds[start:end]]
        self.words = dict(enumerate(accumulate(words, initial=0), start))
        # What is cut off before each place, and the endings of content words, by what is behind.
        self.edges = {n: _EDGE[joints[n]][sorts[n - 1]] for n in range(start + 1, end)}
        self.suffixes = {n + 1: _suffix(names[ids[n]]) for n in self.content}
        self.gaps = {n: _GAPS[sorts[n]] for n in places}


class StretchInDoubt:
    """A short changed stretch, the steps that the aligner found there, and all that it might be."""

    def __init__(self, steps: Sequence[Step], sequences: SequencePair) -> None:
        i0, i1, j0, j1 = self.part = part_of(steps)
        self._found = {tuple(step[1:]): step.kind for step in steps if step.kind in _FOUND}
        self._gaps = {(DROPPED, step.i0) for step in steps if step.kind == DROPPED}
        self._gaps |= {(ADDED, step.j0) for step in steps if step.kind == ADDED}
        self._merged = {
            part_of(steps[x : y + 1])
            for x, y in combinations(range(len(steps)), 2)
            if all(step.kind == SWAPPED for step in steps[x : y + 1])
        }
        a, b = self._sequences = sequences
        self._swaps = swaps = sequences.swaps
        self._sides = old, new = _Side(a, i0, i1, swaps), _Side(b, j0, j1, swaps)
        # How much of their meaning any two content words share, and the square roots of that.
        ours, theirs = ([own.ids[n] for n in own.content] for own in (old, new))
        self._close = [[swaps.closeness(x, y) for y in theirs] for x in ours]
        self._roots = [[max(0.0, x) ** 0.5 for x in row] for row in self._close]
        # This does not refer to the stretch: it would have to wait for a search for garbage.
        self._relations = _OfTokens(lambda i, j: _relation(i, j, sequences))

    def best(self, sums: Sums) -> list[Step]:
        """Return the steps of the best way to cut the stretch (Viterbi's algorithm)."""
        _, i1, _, j1 = self.part
        came: dict[Place, tuple[Place, _Bounds]] = {}
        scores: dict[Place, float] = {(self.part[0], self.part[2], START): 0.0}
        weight, sum_of = sums.weight, sums.__getitem__
        at = -1, -1
        # All changes that begin at one place are best taken from the same one, and so are gaps.
        sources: dict[tuple[int, bool], tuple[float, Place]] = {}
        for step, groups, values in self._choices():
            kind, i, x, j, y = step
            if (i, j) != at:
                at = i, j
                sources = {}
            state = STATES[kind]
            key = state, x == i1 and y == j1
            way = sources.get(key)
            if way is None:
                ways = [
                    (scores[i, j, last] + sums[names], (i, j, last))
                    for last, names in self._ways(step)
                    if (i, j, last) in scores
                ]
                if not ways:
                    continue
                way = sources[key] = max(ways, key=_first) if len(ways) > 1 else ways[0]
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
            found.append(Step(*step))
        return found[::-1]

    def _ways(self, step: _Bounds) -> Sequence[tuple[int, Names]]:
        """Return the states that *step* can follow, with the features of doing so."""
        kind, i, x, j, y = step
        i0, i1, j0, j1 = self.part
        a, b = self._sequences
        joint = 0 if x > i and y > j else a.joints[i] if x > i else b.joints[j]
        return _ways_into(STATES[kind], joint, i == i0 and j == j0, x == i1 and y == j1)

    def ways(self, step: Step) -> list[tuple[Place, Names]]:
        """Return the places from which *step* can be taken, with the features of doing so."""
        return [((step.i0, step.j0, last), names) for last, names in self._ways(step)]

    def segments(self) -> Iterator[tuple[Step, Features]]:
        """Yield all steps that the stretch may be made of, each behind those it can follow.

        Each comes with the features that it has wherever it stands.
        """
        for step, groups, values in self._choices():
            features = dict(values)
            for name in chain.from_iterable(groups):
                features[name] = features.get(name, 0.0) + 1.0
            yield Step(*step), features

    def _choices(self) -> Iterator[tuple[_Bounds, Sequence[Names], Values]]:
        i0, i1, j0, j1 = self.part
        old, new = (own.gaps for own in self._sides)
        found = self._gaps
        for i in range(i0, i1 + 1):
            for j in range(j0, j1 + 1):
                if i < i1:
                    yield (DROPPED, i, i + 1, j, j), (old[i][(DROPPED, i) in found],), ()
                if j < j1:
                    yield (ADDED, i, i, j, j + 1), (new[j][(ADDED, j) in found],), ()
                for x in range(i + 1, i1 + 1):
                    for y in range(j + 1, j1 + 1):
                        if self._may_replace(i, x, j, y):
                            yield self._change(i, x, j, y)

    def _may_replace(self, i0: int, i1: int, j0: int, j1: int) -> bool:
        """Return whether one phrase may stand for the other.

        Signs only stand for signs, and several swaps that the aligner made are not told as one.
        """
        part = i0, i1, j0, j1
        if part in self._found:
            return True
        if part in self._merged:
            return False
        a, b = self._sides
        if a.ids[i0] == b.ids[j0] or a.ids[i1 - 1] == b.ids[j1 - 1]:
            return False
        ours, theirs = a.is_sign, b.is_sign
        return ours[i0] == theirs[j0] == ours[i1 - 1] == theirs[j1 - 1]

    def _change(self, i0: int, i1: int, j0: int, j1: int) -> tuple[_Bounds, list[Names], Values]:
        a, b = self._sides
        less, more = i1 - i0, j1 - j0
        if less > more:
            less, more = more, less
        what = _WORD if more == 1 else _PHRASE
        known = None
        if more <= LONGEST:
            known = self._swaps.features(a.phrases[i0, i1], b.phrases[j0, j1])
        part = i0, i1, j0, j1
        found = self._found.get(part)
        # What means the same takes about as many letters, more surely than as many words.
        old, new = a.letters[i1] - a.letters[i0], b.letters[j1] - b.letters[j0]
        ratio = (old / new if old > new else new / old) if old and new else 1.0
        length = bisect_left(_RATIOS, ratio)
        if known is None:
            groups = [_of_shape(less, more, length, "none", found)]
            values: Values = ()
            kind = REWRITTEN
        else:
            evidence = "sure" if is_sure(*known) else "blind"
            groups = [_of_shape(less, more, length, evidence, found), _of_swap(known[0], what)]
            values = ((_LETTERS[what], known[1]),)
            kind = SWAPPED
        if more == 1:
            values += self._closeness_of_words(groups, i0, j0)
        else:
            values += self._closeness(groups, part)
            relations = self._relations
            groups.append(_OUTER[relations[i0, j0]][relations[i1 - 1, j1 - 1]])
        if i0 > a.start:
            groups.append(a.edges[i0])
        if j0 > b.start:
            groups.append(b.edges[j0])
        ours, theirs = a.suffixes.get(i1), b.suffixes.get(j1)
        if (ours or theirs) and not (ours is None or theirs is None):
            which = "same" if ours == theirs else "other" if ours and theirs else "single"
            groups.append(_SUFFIX[what][which])
        return (kind if found is None else found, *part), groups, values

    def _closeness_of_words(self, groups: list[Names], i: int, j: int) -> Values:
        """Add to *groups* how much of their meaning two words share, and return it."""
        a, b = self._sides
        m, n = a.words[i], b.words[j]
        if m == a.words[i + 1] or n == b.words[j + 1]:
            return ()  # one is no content word
        what = "kin" if self._swaps.related(a.ids[i], b.ids[j]) else "word"
        groups.append(_CLOSE[what][_level(self._close[m][n])])
        return (("cut_close_word", self._roots[m][n]),)

    def _closeness(self, groups: list[Names], part: Part) -> Values:
        """Add to *groups* how much of their meaning phrases share, and words of theirs."""
        i0, i1, j0, j1 = part
        a, b = self._sides
        # The content words of each, by their numbers in the stretch.
        first, last, other_first, other_last = a.words[i0], a.words[i1], b.words[j0], b.words[j1]
        ours, theirs = last - first, other_last - other_first
        groups.append(_APARTS[min(_APART, abs(ours - theirs))])
        if max(i1 - i0, j1 - j0) <= LONGEST:
            x, y = a.known.get((i0, i1)), b.known.get((j0, j1))
            found = -1.0 if x is None or y is None else self._swaps.closeness(x, y)
            groups.append(_CLOSE["whole"][_level(found)])
        if not ours or not theirs:
            return ()
        close = [row[other_first:other_last] for row in self._close[first:last]]
        rows = [row[other_first:other_last] for row in self._roots[first:last]]
        roots = [*map(max, rows), *map(max, zip(*rows, strict=True))]
        groups.append(_CLOSE["best"][_level(max(map(max, close)))])
        if a.content[first] == i0 and b.content[other_first] == j0:
            groups.append(_CLOSE["first"][_level(close[0][0])])
        if a.content[last - 1] == i1 - 1 and b.content[other_last - 1] == j1 - 1:
            groups.append(_CLOSE["last"][_level(close[-1][-1])])
        return ("cut_close_best", max(roots)), ("cut_close_each", sum(roots) / len(roots))


def _relation(i: int, j: int, sequences: SequencePair) -> str:
    """Return how a token of each side are related, one of ``scores.RELATIONS``."""
    a, b = sequences
    if a.ids[i] == b.ids[j]:
        return SAME_WORD
    if sequences.swaps.related(a.ids[i], b.ids[j]):
        return KIN
    return relation_of(a.sorts[i], b.sorts[j])


@lru_cache(maxsize=512)
def _ways_into(
    state: int, joint: int, is_first: bool, is_last: bool
) -> Sequence[tuple[int, Names]]:
    """Return the states that *state* may follow, with the features of that.

    The first and the last step of a stretch have features of their own; *joint* counts for gaps.
    """
    found: list[tuple[int, Names]] = []
    for last in (START,) if is_first else (CHANGED, IN_OLD, IN_NEW):
        if (last, state) in _BETWEEN:
            names = [_BETWEEN[last, state]]
            if state != CHANGED and last != state:
                names.append(_GAP_FROM[joint])
            if is_last:
                names.append(_LAST[state != CHANGED])
            found.append((last, tuple(names)))
    return found


@lru_cache(maxsize=512)
def _of_swap(mask: int, what: str) -> Names:
    """Return the features that *what*, a word or a phrase, has by the bits of its swap."""
    return tuple([f"cut_{what}_{name}" for name in names_of(mask) if name in _OF_SWAPS])


@lru_cache(maxsize=1024)
def _of_shape(less: int, more: int, length: int, evidence: str, found: int | None) -> Names:
    """Return the features that a change has by its size, and by what the aligner made of it."""
    size = _size(less, more)
    names = (
        "cut_change",
        f"cut_shape_{min(less, MOST)}_{min(more, MOST)}",
        f"cut_{_WORD if more == 1 else _PHRASE}_length_{length}",
        f"cut_{evidence}_{size}",
    )
    return names if found is None else (*names, f"cut_{_FOUND[found]}_{size}")


def _size(less: int, more: int) -> str:
    if less == 1:
        return _SIZES[min(more, 3) - 1]
    return _SIZES[3 if more == 2 else 4]


def _level(closeness: float) -> str:
    return _LEVELS[0] if closeness < 0 else _LEVELS[1 + bisect_left(_BOUNDS, closeness)]


@lru_cache(maxsize=4096)
def _suffix(word: str) -> str:
    """Return the ending that shows what a word is, of a verb, an adverb or a noun; else nothing."""
    if len(word) <= _STEM or not word.endswith(_SUFFIXES):
        return ""
    return next(suffix for suffix in _SUFFIXES if word.endswith(suffix))
