"""A clause or a sentence that one text alone has, beside words that were put in other ones.

Of ``, which was built in 1820, burned`` and ``went up in flames`` the aligner swaps word for word,
for each has as much to say for it as any other. But a clause comes and goes with the signs around
it, and a sentence with its stop. Where both are gone, and what is left of that side stands for the
other side as well as all of it does, it is set apart, and the rest aligned as if it had never been
there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from ..cancellation import checked
from ..modelling.scores import Scores
from ..modelling.sequences import BEYOND, JOINTS, SequencePair, TokenSequence
from ..modelling.steps import (
    BRACKETS,
    KEPT,
    LINKS,
    REWRITTEN,
    SWAPPED,
    Step,
    gaps,
    kinds_of,
    taken_apart,
    tokens_of,
)
from ..modelling.swap_features import CLOSED, CONTENT, LONGEST, NAME, NUMBER, SIGN, SORTS
from .cuts import cut_again
from .viterbi import Aligner

# Function words of a clause, at most, that both texts have by chance: built *in* 1820, *in* flames.
_BY_CHANCE = 2
_MOST = 200  # tokens of a stretch, for the time grows with their product
_SIGNS = 6  # of a stretch between which clauses are looked for at a time
_CLAUSE = 3  # words, at least, beside function words only: "was, in fact," is as good as "were"
# How near in meaning (``SwapScorer.nearness``) a word of the clause has to be to one opposite to be
# its counterpart; less is chance.
_NEAR = 0.15
_COMMA, _STOP = SORTS.index("comma"), SORTS.index("stop")
_PRONOUN = SORTS.index("pronoun")
_COMPOUND, _SECTION = JOINTS.index("compound"), JOINTS.index("section")
Clause = tuple[int, int]  # its tokens, with the signs around it
_T = TypeVar("_T")


def with_clauses_apart(
    steps: Sequence[Step],
    sequences: SequencePair,
    weights: Mapping[str, float],
    *,
    by_links: bool = False,
) -> list[Step]:
    r"""Return *steps* with the clauses between signs set apart that one text alone has.

    Where they go *by_links*, as in short passages, what has none was unlikely to have any.

    >>> before = "The bridge opened in 1952.\n\n"
    >>> mill = "The mill, which was built in 1820, burned last night."
    >>> changes(f"{before}{mill}", f"{before}The mill went up in flames last night.")
    -, which was built in 1820, | burned → went up in flames

    So are sentences.

    >>> ill = "His wife is old and ill."
    >>> changes(f"{before}He sells fruit. {ill}", f"{before}He sells pears and apples.")
    fruit → pears and apples | -His wife is old and ill.
    """
    found: list[Step] = []
    end = 0
    search = _Search(sequences, weights, by_links=by_links)
    for start, stop in checked(_stretches(steps, sequences), 64):
        i0, i1, j0, j1 = tokens_of(steps[start:stop])
        bounds = (i0, i1), (j0, j1)
        sides = list(zip(sequences, bounds, strict=True))
        if any(any(own.breaks[first + 1 : last]) for own, (first, last) in sides):
            stop = _behind_signs(steps, stop, sequences)
        elif not any(own.kinds[first:last].count(SIGN) > 1 for own, (first, last) in sides):
            continue
        found += steps[end:start]
        found += search.with_clauses_apart(steps[start:stop])
        end = stop
    return [*found, *steps[end:]]


def _stretches(steps: Sequence[Step], sequences: SequencePair) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the runs of changed steps with no more than function words between."""
    a, b = sequences

    def may_be_chance(step: Step) -> bool:
        is_kept, begins = step.kind == KEPT, a.breaks[step.i0] and b.breaks[step.j0]
        return not begins and not (is_kept and a.kinds[step.i0] != CLOSED)

    changed = [n for n, kind in enumerate(kinds_of(steps)) if kind != KEPT]
    start = changed[0] if changed else 0
    for last, n in pairwise(checked([*changed, len(steps)], 1024)):
        if n == len(steps) or not all(map(may_be_chance, steps[last + 1 : n + 1])):
            yield start, last + 1
            start = n


class _Stretch:
    """A run of changed steps, as seen from the side that may have a clause or sentences more."""

    def __init__(self, steps: Sequence[Step], side: int, sequences: SequencePair) -> None:
        self._steps = steps
        self.side = side
        self.own, self.other = sequences[side], sequences[1 - side]
        self._swaps = sequences.swaps
        self.whole = Step(REWRITTEN, *tokens_of(steps))
        mine, theirs = (tokens_on(self.whole, n) for n in (side, 1 - side))
        self.part = mine.start, mine.stop, theirs.start, theirs.stop
        self._own_tokens = [tokens_on(step, side) for step in steps]
        self._kept = {step[1 + 2 * side] for step in steps if step.kind == KEPT}
        self._kept_opposite = {step[3 - 2 * side] for step in steps if step.kind == KEPT}
        # Where sentences begin inside; if some do, those are looked for, and no clauses.
        first, last = self.part[:2]
        self._starts = [n for n in range(first + 1, last) if self.own.breaks[n]]

    def may_have_clauses(self) -> bool:
        """Return whether anything corresponds in it, and it is no longer than can be."""
        first, last, low, high = self.part
        if max(last - first, high - low) > _MOST:
            return False
        return any(step.kind in LINKS for step in self._steps)

    def clauses(self) -> Iterator[Clause]:
        """Yield what may be a clause more, or sentences, those first that leave most alike.

        Not what was dropped in any case, and nothing beside it, nor what has several words that
        were kept, or a pronoun.
        """
        own = self.own
        first, last, low, high = self.part
        zipped = zip(self._steps, self._own_tokens, strict=True)
        swapped = [n for s, t in zipped if s.kind in (SWAPPED, REWRITTEN) for n in t]
        replaced = set(self._words(swapped))
        linked = replaced | self._kept
        words = self._words(range(first, last))

        def misfit(bounds: Sequence[int]) -> int:
            left = sum([not bounds[0] < n < bounds[-1] for n in words])
            return abs(left - (high - low))

        possible = self._sentences() if self._starts else self._between_signs()
        for bounds in sorted(possible, key=misfit):
            start, end = bounds[0], bounds[-1]
            inside = range(start, end)
            if linked.isdisjoint(inside):
                ways = range(start - 1, first - 1, -1), range(end, last)
                if any(_runs_to(way, words, linked) in replaced for way in ways):
                    yield start, end
                continue
            if any(linked.isdisjoint(range(x, y)) for x, y in pairwise(bounds)):
                continue
            again = self._words(self._kept.intersection(inside))
            is_again = len(again) > _BY_CHANCE or _PRONOUN in [own.sorts[n] for n in again]
            if not is_again and (self._starts or not replaced.isdisjoint(inside)):
                yield start, end

    def _between_signs(self) -> Iterator[list[int]]:
        """Yield where clauses between two signs begin and end, and the signs between, in order."""
        own, names = self.own, self._swaps.names
        first, last, _, _ = self.part
        gone = [n for n in range(first, last) if n not in self._kept]
        signs = [n for n in gone if bounds_clause(own, n, names)][:_SIGNS]
        for start, end in combinations(signs, 2):
            sign = names[own.ids[start]]
            if sign in BRACKETS.values() or names[own.ids[end]] != BRACKETS.get(sign, sign):
                continue
            yield [*[n for n in signs if start <= n < end], end + 1]

    def _sentences(self) -> Iterator[list[int]]:
        """Yield where sentences begin and end that precede, or follow, the only one opposite."""
        breaks, starts = self.own.breaks, self._starts
        first, last, low, high = self.part
        if any(self.other.breaks[low + 1 : high]):
            return
        if breaks[first]:
            for n in range(len(starts)):
                yield [first, *starts[: n + 1]]
        if breaks[last]:
            for n in range(len(starts)):
                yield [*starts[n:], last]

    def around(self, clause: Clause) -> tuple[int, int]:
        """Return the bounds of the steps about a clause and of the changed ones beside them."""
        steps, (start, end) = self._steps, clause
        own = [n for n, at in enumerate(self._own_tokens) if at and at[0] < end and start <= at[-1]]
        low, high = own[0], own[-1] + 1
        while low and steps[low - 1].kind != KEPT:
            low -= 1
        while high < len(steps) and steps[high].kind != KEPT:
            high += 1
        return low, high

    def rests(self, clause: Clause) -> tuple[list[int], list[int]]:
        """Return the words that are left before a clause and behind it."""
        first, last, _, _ = self.part
        return self._words(range(first, clause[0])), self._words(range(clause[1], last))

    def is_gone(self, clause: Clause) -> bool:
        """Return whether no word of a clause is linked."""
        steps = zip(self._steps, self._own_tokens, strict=True)
        linked = {n for step, tokens in steps if step.kind in LINKS for n in tokens}
        return linked.isdisjoint(self._words(range(*clause)))

    def may_lack(self, clause: Clause) -> bool:
        """Return whether what is left without a clause may stand for the other side."""
        own, other = self.own, self.other
        _, _, low, high = self.part
        signs = {n for n in range(low, high) if other.kinds[n] == SIGN and other.sorts[n] != _STOP}
        if signs - self._kept_opposite:
            return False  # which may be those around the same clause
        before, behind = self.rests(clause)
        rest = _content(own, [*before, *behind])
        words = self._words(range(*clause))
        inside, opposite = _content(own, words), _content(other, range(low, high))
        if not rest and len(words) < _CLAUSE:
            return False
        if not (before or behind or self._starts):
            return not opposite
        is_joint = len(words) == 1 and not inside  # of two clauses: ", and,"
        return not is_joint and not self._has_counterpart(inside, rest, opposite)

    def _has_counterpart(
        self, inside: Sequence[int], rest: Sequence[int], opposite: Sequence[int]
    ) -> bool:
        """Return whether the words *inside* a clause stand for those *opposite*.

        So they do where one of them is nearer to one opposite than any of the *rest* is, or where
        they alone have a name for a name, or a figure for a figure.
        """
        own, other = self.own, self.other
        for sort in (NAME, NUMBER):
            ours, left, theirs = (
                any(side.sorts[n] == sort for n in tokens)
                for side, tokens in ((own, inside), (own, rest), (other, opposite))
            )
            if ours and theirs and not left:
                return True
        return any(
            max([self._nearness(x, y) for x in inside], default=0.0)
            > max([self._nearness(x, y) for x in rest], default=0.0)
            for y in opposite
        )

    def _nearness(self, n: int, m: int) -> float:
        """Return how near two words are in meaning; 0 if no more than by chance."""
        near = self._swaps.nearness(self.own.ids[n], self.other.ids[m])
        return near if near > _NEAR else 0.0

    def _words(self, tokens: Iterable[int]) -> list[int]:
        return [n for n in tokens if self.own.kinds[n] != SIGN]


class _Search:
    """Looks for clauses, and aligns what stands beside them."""

    def __init__(
        self, sequences: SequencePair, weights: Mapping[str, float], *, by_links: bool
    ) -> None:
        self._sequences = sequences
        self._weights = weights
        self._by_links = by_links
        self._scores: Scores | None = None

    def with_clauses_apart(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return the *steps* of a stretch with the clauses in it set apart."""
        for side in (0, 1):
            whole = _Stretch(steps, side, self._sequences)
            if not whole.may_have_clauses():
                continue
            for clause in whole.clauses():
                low, high = whole.around(clause)
                stretch = _Stretch(steps[low:high], side, self._sequences)
                parts = stretch.may_lack(clause) and self._parts(stretch, clause)
                if parts:
                    before, gap, behind = parts
                    return [
                        *self.with_clauses_apart([*steps[:low], *before]),
                        *gap,
                        *self.with_clauses_apart([*behind, *steps[high:]]),
                    ]
        return steps

    def _parts(
        self, stretch: _Stretch, clause: Clause
    ) -> tuple[list[Step], list[Step], list[Step]] | None:
        """Return the steps before a clause, those that it is, and those behind it.

        None where what is left on either side of it would have no counterpart of its own.
        """
        start, end = clause
        side, place = stretch.side, stretch.part[2]
        before: list[Step] = []
        behind: list[Step] = []
        linked: set[int] = set()
        lopsided = 0
        for step in self._aligned_without(stretch, clause):
            own = tokens_on(step, side)
            if own and own[0] < start <= own[-1]:
                return None
            if behind or (own and own[0] >= start):
                step = _shifted(step, side, end - start)
                behind.append(step)
            else:
                before.append(step)
                place = step[4 - 2 * side]
            if step.kind in LINKS:
                linked.update(tokens_on(step, side))
                lopsided = max(lopsided, abs(len(own) - len(tokens_on(step, 1 - side))))
        if (self._by_links or lopsided > LONGEST) and stretch.is_gone(clause):
            return None
        if any(rest and linked.isdisjoint(rest) for rest in stretch.rests(clause)):
            return None
        gap = gaps(place, place, start, end) if side else gaps(start, end, place, place)
        return before, gap, behind

    def _aligned_without(self, stretch: _Stretch, clause: Clause) -> list[Step]:
        """Return the steps of a stretch as if there were no clause, and no tokens of it."""
        bounds = [tokens_on(stretch.whole, side) for side in (0, 1)]
        lows = [max(0, own.start - 1) for own in bounds]  # what stands beside it tells, too
        clauses = [clause if n == stretch.side else (low, low) for n, low in enumerate(lows)]
        first, second = (
            _without(*each)
            for each in zip(
                self._sequences, lows, [own.stop + 1 for own in bounds], clauses, strict=True
            )
        )
        sequences = SequencePair(first, second, self._sequences.swaps)
        scores = self._scores.of(sequences) if self._scores else Scores(sequences, self._weights)
        self._scores = scores
        x, y = lows
        ends = [own.stop - low for own, low in zip(bounds, lows, strict=True)]
        ends[stretch.side] -= clause[1] - clause[0]
        steps = Aligner(scores).align(bounds[0].start - x, ends[0], bounds[1].start - y, ends[1])
        steps = taken_apart(cut_again(steps, sequences, self._weights), sequences)
        return [_shifted(_shifted(step, 0, x), 1, y) for step in steps]


def bounds_clause(sequence: TokenSequence, n: int, names: Sequence[str]) -> bool:
    """Return whether a token is a sign that a clause begins or ends with.

    A bracket ends with its counterpart, all else with what it begins with.
    """
    name = names[sequence.ids[n]]
    if sequence.sorts[n] == _COMMA or name in BRACKETS or name in BRACKETS.values():
        return True
    return name == "-" and sequence.joints[n + 1] != _COMPOUND


def _behind_signs(steps: Sequence[Step], n: int, sequences: SequencePair) -> int:
    """Return the number of the step behind the signs from *n* on that end a sentence."""
    a, b = sequences
    while n < len(steps) and steps[n].kind == KEPT and a.kinds[steps[n].i0] == SIGN:
        if a.breaks[steps[n].i0] or b.breaks[steps[n].j0]:
            break
        n += 1
    return n


def tokens_on(step: Step, side: int) -> range:
    """Return the tokens of one side that a step is about."""
    return range(step.j0, step.j1) if side else range(step.i0, step.i1)


def _runs_to(way: range, words: Container[int], linked: Container[int]) -> int | None:
    """Return the token of *linked* ones to which *words* that are none lead on a *way*.

    None if there are no such words, or a sign among them: what was dropped ends there.
    """
    if not way or way[0] in linked:
        return None
    end = next((n for n in way if n in linked or n not in words), None)
    return end if end is not None and end in linked else None


def _content(sequence: TokenSequence, tokens: Iterable[int]) -> list[int]:
    return [n for n in tokens if sequence.kinds[n] == CONTENT]


def _shifted(step: Step, side: int, by: int) -> Step:
    kind, i0, i1, j0, j1 = step
    return Step(kind, i0, i1, j0 + by, j1 + by) if side else Step(kind, i0 + by, i1 + by, j0, j1)


def _without(sequence: TokenSequence, low: int, high: int, clause: Clause) -> TokenSequence:
    """Return the tokens ``[low, high)``, or as many as there are, without those of a clause."""
    start, end = clause
    high = min(high, len(sequence.kinds))

    def cut(values: Sequence[_T]) -> list[_T]:
        return [*values[low:start], *values[end:high]]

    return TokenSequence(
        [*cut(sequence.ids), BEYOND],
        cut(sequence.kinds),
        [*cut(sequence.sorts), 0],
        [*cut(sequence.breaks), 2],
        cut(sequence.capitals),
        [*cut(sequence.joints), _SECTION],
        tuple([cut(near) for near in sequence.near]),
    )
