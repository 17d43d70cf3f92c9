"""What an alignment is made of: steps that keep, drop, add or replace tokens.

``with_particles``, ``taken_apart``, ``with_stops`` and ``with_fewest_moved`` put steps as people
would: a word with its particle replaces another; words do not replace a comma; the stop of an
abbreviation goes with it; and of two words that changed places one stayed. ``whole_runs`` does so
for what was dropped or added in a run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple, TypeVar

from ..cancellation import checked
from ..tokenizing.equivalence import is_bullet
from .sequences import SequencePair, TokenSequence
from .swap_features import BIT, CLOSED, KIND_OF_SORT, NUMBER, SIGN, SORTS, SPOKEN, SwapScorer

KEPT, SWAPPED, DROPPED, ADDED, REWRITTEN = range(5)
_KIND = itemgetter(0)
_CHANGES = re.compile(rb"[^%c]+" % KEPT)
_GAPS = re.compile(rb"[%c%c]+" % (DROPPED, ADDED))
_REPLACED_BESIDE_GAP = re.compile(
    rb"[%c%c](?=[%c%c])" % (SWAPPED, REWRITTEN, DROPPED, ADDED), re.DOTALL
)
LINKS = (KEPT, SWAPPED, REWRITTEN)  # they say what corresponds to what
_INITIALS = 2  # letters of a part of an abbreviation that has several
_REPLACED = (SWAPPED, REWRITTEN)
_MIRRORED = bytes.maketrans(bytes([DROPPED, ADDED]), bytes([ADDED, DROPPED]))
Part = tuple[int, int, int, int]  # tokens [i0, i1) and [j0, j1)
_T = TypeVar("_T")


class Step(NamedTuple):
    """One step of an alignment: tokens ``[i0, i1)`` of the reference, ``[j0, j1)`` opposite."""

    kind: int
    i0: int
    i1: int
    j0: int
    j1: int

    def side(self, number: int) -> tuple[int, int]:
        """Return the tokens of the reference (0) or the candidate (1)."""
        return (self.j0, self.j1) if number else (self.i0, self.i1)

    def mirrored(self) -> Step:
        """Return the step as it is with the documents exchanged."""
        return mirrored([self])[0]


class OfSteps(dict[tuple[Step, ...], _T]):
    """What *tell* says of steps; of the same ones it is asked once.

    When texts are cut again, most parts stay as they are.
    """

    def __init__(self, tell: Callable[[tuple[Step, ...]], _T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, steps: tuple[Step, ...]) -> _T:
        found = self[steps] = self._tell(steps)
        return found


def gaps(i0: int, i1: int, j0: int, j1: int) -> list[Step]:
    """Return the steps that drop the tokens ``[i0, i1)`` and add ``[j0, j1)``."""
    if i0 == i1 and j0 == j1:
        return []  # as between most parts
    old, new = [*range(i0, i1 + 1)], [*range(j0, j1 + 1)]
    return [
        *steps_of(repeat(DROPPED), old, old[1:], repeat(j0), repeat(j0)),
        *steps_of(repeat(ADDED), repeat(i1), repeat(i1), new, new[1:]),
    ]


def with_gaps(part: Part, links: Iterable[Step]) -> Iterator[Step]:
    """Yield *links*, and what is dropped and added of a part between them."""
    i, i1, j, j1 = part
    for link in links:
        yield from gaps(i, link.i0, j, link.j0)
        yield link
        i, j = link.i1, link.j1
    yield from gaps(i, i1, j, j1)


def kept(i: int, j: int, size: int) -> Iterator[Step]:
    """Return the steps that keep *size* tokens, from *i* and *j* on.

    Where one ends and the next begins is one number in both, for a long text has many.
    """
    old, new = [*range(i, i + size + 1)], [*range(j, j + size + 1)]
    return steps_of(repeat(KEPT), old, old[1:], new, new[1:])


def steps_of(kinds: Iterable[int], *bounds: Iterable[int]) -> Iterator[Step]:
    """Return steps by their fields; Step(...) would run Python code for each."""
    return map(tuple.__new__, repeat(Step), zip(kinds, *bounds, strict=False))


def mirrored(steps: Sequence[Step]) -> list[Step]:
    """Return *steps* as they are with the documents exchanged."""
    kinds = kinds_of(steps).translate(_MIRRORED)
    i0, i1, j0, j1 = (map(itemgetter(n), steps) for n in (1, 2, 3, 4))
    return list(steps_of(kinds, j0, j1, i0, i1))


def changed_runs(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the runs of *steps* that keep nothing.

    >>> [*changed_runs([Step(KEPT, 0, 1, 0, 1), Step(DROPPED, 1, 2, 1, 1)])]
    [(1, 2)]
    """
    kinds = kinds_of(steps)
    return (found.span() for found in _CHANGES.finditer(kinds))


def kinds_of(steps: Iterable[Step]) -> bytearray:
    """Return the kinds of *steps*: most are kept, and what is not is found there in no time."""
    return bytearray(map(_KIND, checked(steps, 4096)))


def part_of(steps: Sequence[Step]) -> Part:
    """Return the tokens of both sides that successive steps are about."""
    return steps[0].i0, steps[-1].i1, steps[0].j0, steps[-1].j1


def tokens_of(steps: Sequence[Step]) -> Part:
    """Return the tokens of both sides that the steps of one section, or some of them, are about.

    The place that a step has on a side that it does not touch may be in another section.
    """
    if steps and steps[0].kind in LINKS and steps[-1].kind in LINKS:
        return part_of(steps)  # as most are
    return (
        next((i0 for _, i0, i1, _, _ in steps if i0 < i1), 0),
        next((i1 for _, i0, i1, _, _ in reversed(steps) if i0 < i1), 0),
        next((j0 for _, _, _, j0, j1 in steps if j0 < j1), 0),
        next((j1 for _, _, _, j0, j1 in reversed(steps) if j0 < j1), 0),
    )


def narrowed(step: Step, rest: Part) -> list[Step]:
    """Return the tokens *rest* of a step as they were linked, and the others as gaps."""
    p0, p1, q0, q1 = rest
    kind = SWAPPED if p1 - p0 == q1 - q0 == 1 else step.kind
    links = [Step(kind, *rest)] if p0 < p1 and q0 < q1 else []
    return [*with_gaps(step[1:], links)]


_SIZE = 2  # a word and its particle
_NEIGHBOURS = 24  # tokens of both sides that are looked at for having changed places only


def with_particles(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with two swaps made one where each is of a word and its particle."""
    found: list[Step] = []
    for step in steps:
        if found and found[-1].kind == step.kind == SWAPPED:
            i0, i1, j0, j1 = part = part_of([found[-1], step])
            if i1 - i0 == j1 - j0 == _SIZE and _are_particles((i0, j0), sequences):
                found[-1] = Step(SWAPPED, *part)
                continue
        found.append(step)
    return found


def _are_particles(at: tuple[int, int], sequences: SequencePair) -> bool:
    """Return whether a word with its particle begins there on both sides, and both may be swapped.

    >>> changes("They were able to win.", "They have been capable of winning.")
    were → have been | able to → capable of | win → winning
    """
    swaps = sequences.swaps
    (a, b), (x, y) = sequences, at
    if a.sorts[x + 1] != b.sorts[y + 1]:
        return False
    ours, theirs = a.ids[x : x + _SIZE], b.ids[y : y + _SIZE]
    known = swaps.features(swaps.phrase(ours), swaps.phrase(theirs))
    return known is not None and bool(known[0] & BIT["particles"])


_READ = 2  # words that a sign is read aloud as, at most: "per cent"
_JOINING = 3  # words that join two clauses beside a sign, at most: ", who lost to"
_OTHER_SIGN = SORTS.index("sign")  # no comma, no full stop, nor what may stand for one
_DASH = "-"  # what all dashes are compared by
_NAMED = frozenset("/~\u00b1\u00d7\u00f7\u2248\u2260\u2264\u2265")  # or, about, plus or minus
_STOP, _COMMA = SORTS.index("stop"), SORTS.index("comma")
_CONJUNCTION = SORTS.index("conjunction")
BRACKETS = {"[": "]", "(": ")"}


def taken_apart(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with no word for a sign, unless the sign is read aloud as a word.

    The aligner rewrites stretches as a whole, whatever they are of: a sign was dropped then, and
    words were added, or signs stood for the sign beside them. Two signs that changed places were
    not both replaced.

    >>> changes("They left. He stayed.", "They left, and he stayed.")
    . → , | +and | He ~ he
    >>> changes("They want 5 % *more*.", "They want 5 % not more.")
    -* | +not | -*
    >>> changes("They want 5 % more.", "They want 5 per cent more.")
    % → per cent
    """
    found: list[Step] = []
    start = 0
    replaced = [n for n, kind in enumerate(kinds_of(steps)) if kind in _REPLACED]
    for n in checked(replaced):
        found += steps[start:n]
        start = n + 1
        apart = _sign_apart(steps[n], sequences)
        found += apart or _without_bullet(steps[n], sequences)
        _exchange_back(found, sequences)
    return [*found, *steps[start:]]


def with_stops(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with the stops of an abbreviation in the swap of its words.

    A stop that ends a sentence is no part of it.

    >>> changes("Then Dr. Lee left.", "Then Doctor Lee left.")
    Dr. → Doctor
    >>> changes("Man nehme z. B. Brot.", "Man nehme zum Beispiel Brot.")
    z. B. → zum Beispiel
    """
    found: list[Step] = []
    end = 0
    for n in [own.start() for own in _REPLACED_BESIDE_GAP.finditer(kinds_of(steps))]:
        if n < end:
            continue
        behind = max(
            _behind_stops(steps, n + 1, side, own, sequences)
            for side, own in enumerate((DROPPED, ADDED))
        )
        if behind > n + 1:
            found += [*steps[end:n], Step(REWRITTEN, *part_of(steps[n:behind]))]
            end = behind
    return [*found, *steps[end:]]


def _behind_stops(
    steps: Sequence[Step], start: int, side: int, own: int, sequences: SequencePair
) -> int:
    """Return the number of the step behind the stops of an abbreviation; *start* if there are none.

    Its stops, and its further letters, are steps of the kind *own* (dropped or added) that *side*
    alone has. The steps of the other kind between them are what replaced its letters. A step that
    begins a sentence ends the search.
    """
    a, b = sequences
    end = n = start
    while n < len(steps) and steps[n].kind in (DROPPED, ADDED):
        if a.breaks[steps[n].i0] or b.breaks[steps[n].j0]:
            break
        if steps[n].kind == own:
            sequence, place = sequences[side], steps[n].side(side)[0]
            name = sequences.swaps.names[sequence.ids[place]]
            if name == "." and not sequence.breaks[place + 1]:
                end = n + 1
            elif len(name) > _INITIALS:
                break
        n += 1
    return end


def _sign_apart(step: Step, sequences: SequencePair) -> list[Step] | None:
    """Return the steps to be told instead of a sign replaced by words; None where none was."""
    swaps = sequences.swaps
    _, i0, i1, j0, j1 = step
    a, b = sequences
    if SIGN not in a.kinds[i0:i1] and SIGN not in b.kinds[j0:j1]:
        return None  # as most are
    are_signs = _are_signs(a, i0, i1, swaps), _are_signs(b, j0, j1, swaps)
    if are_signs[0] == are_signs[1]:
        return None
    if _stands_for((a, i0, i1), (b, j0, j1), swaps) or _stands_for((b, j0, j1), (a, i0, i1), swaps):
        return None
    x = y = 0  # signs at the edges that stand for signs
    most = min(i1 - i0, j1 - j0)
    while x < most and _may_be_signs(a.sorts[i0 + x], b.sorts[j0 + x]):
        x += 1
    while x + y < most and _may_be_signs(a.sorts[i1 - 1 - y], b.sorts[j1 - 1 - y]):
        y += 1
    return [
        *[_opposite(i0 + n, j0 + n, sequences) for n in range(x)],
        *gaps(i0 + x, i1 - y, j0 + x, j1 - y),
        *[_opposite(i1 - n, j1 - n, sequences) for n in range(y, 0, -1)],
    ]


def _without_bullet(step: Step, sequences: SequencePair) -> list[Step]:
    """Return a step without the sign before an item of a list that only one side has.

    >>> changes("Colours: moss, slate", "• Colors: moss, slate")
    +• | Colours → Colors
    """
    _, i0, i1, j0, j1 = step
    signs = [own.kinds[n] == SIGN for own, n in zip(sequences, (i0, j0), strict=True)]
    if signs[0] == signs[1]:
        return [step]
    own, n, end = (sequences[0], i0, i1) if signs[0] else (sequences[1], j0, j1)
    is_alone = own.breaks[n] > 0 and own.kinds[n : n + 2].count(SIGN) == 1  # unlike "**"
    if n + 1 == end or not is_alone or not is_bullet(sequences.swaps.names[own.ids[n]]):
        return [step]
    return narrowed(step, (i0 + signs[0], i1, j0 + signs[1], j1))


def _opposite(i: int, j: int, sequences: SequencePair) -> Step:
    """Return the step of a token that stands opposite another."""
    is_kept = sequences[0].ids[i] == sequences[1].ids[j]
    return Step(KEPT if is_kept else SWAPPED, i, i + 1, j, j + 1)


def _are_signs(sequence: TokenSequence, start: int, end: int, swaps: SwapScorer) -> bool:
    """Return whether the tokens are all signs, or such as the mark of a footnote: [1]."""
    sorts = list(sequence.sorts[start:end])
    names = [swaps.names[token] for token in sequence.ids[start:end]]
    for n in range(1, len(sorts) - 1):
        if sorts[n] == NUMBER and BRACKETS.get(names[n - 1]) == names[n + 1]:
            sorts[n] = _OTHER_SIGN
    return all(KIND_OF_SORT[sort] == SIGN for sort in sorts)


def _may_be_signs(x: int, y: int) -> bool:
    """Return whether one sign may stand for another by their sorts: no stop for a quote."""
    return KIND_OF_SORT[x] == KIND_OF_SORT[y] == SIGN and {x, y} != {_OTHER_SIGN, _STOP}


def _is_joint(sequence: TokenSequence, n: int, swaps: SwapScorer) -> bool:
    """Return whether a token is a comma, a full stop, or what may stand for one, or a dash."""
    sort = sequence.sorts[n]
    is_dash = swaps.names[sequence.ids[n]] == _DASH
    return KIND_OF_SORT[sort] == SIGN and (is_dash or sort != _OTHER_SIGN)


def _stands_for(
    words: tuple[TokenSequence, int, int], signs: tuple[TokenSequence, int, int], swaps: SwapScorer
) -> bool:
    """Return whether a word or two stand for one sign, as it is read aloud: %, per cent.

    So a conjunction stands for a comma, and a word for the dash between figures: 9-5, nine to five.
    A few words with a sign of their own may join what another sign parted: people mark
    ``, who lost to`` for a full stop as one change.
    """
    (own, i0, i1), (other, j, end) = words, signs
    if end - j != 1:
        return False
    kinds, sorts, name = own.kinds[i0:i1], own.sorts[i0:i1], swaps.names[other.ids[j]]
    if sorts == [_CONJUNCTION] and other.sorts[j] == _COMMA:
        return True
    if kinds == [CLOSED] and name == _DASH and j > 0:
        return other.sorts[j - 1] == NUMBER == other.sorts[j + 1]
    if SIGN not in kinds:
        return 0 < len(kinds) <= _READ and NUMBER not in sorts and _has_name(name)
    first, last = (
        kinds[n] == SIGN and _is_joint(own, at, swaps) for n, at in ((0, i0), (-1, i1 - 1))
    )
    between = kinds[first : len(kinds) - last]
    is_short = SIGN not in between and 0 < len(between) <= _JOINING
    return is_short and _is_joint(other, j, swaps)


def _has_name(name: str) -> bool:
    """Return whether a sign is read aloud as a word."""
    return name in SPOKEN or name in _NAMED or unicodedata.category(name[0]) == "Sc"


def _exchange_back(steps: list[Step], sequences: SequencePair) -> None:
    """Make the last two of *steps*, if they are signs that changed places, one dropped and added.

    >>> changes("“That is,” he said.", "“That is”, he said.")
    -, | +,
    """
    if len(steps) < _SIZE or not steps[-2].kind == steps[-1].kind == SWAPPED:
        return
    (a, b), (_, i0, i1, j0, j1), (_, i2, i3, j2, j3) = sequences, *steps[-2:]
    ours, theirs = a.ids[i0:i3], b.ids[j0:j3]
    if len(ours) == len(theirs) == _SIZE and ours == theirs[::-1] and not any(a.kinds[i0:i3]):
        steps[-2:] = [
            Step(DROPPED, i0, i1, j0, j0),
            Step(KEPT, i2, i3, j0, j1),
            Step(ADDED, i3, i3, j2, j3),
        ]


def with_fewest_moved(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps*; of words that only changed places the longest in one order are kept.

    >>> changes("The council quickly agreed to pay.", "The council agreed quickly to pay.")
    +agreed | -agreed
    """
    found: list[Step] = []
    at = 0
    for start, end in [own.span() for own in _GAPS.finditer(kinds_of(steps))]:
        if 1 < end - start <= _NEIGHBOURS:
            i0, i1, j0, j1 = part = tokens_of(steps[start:end])
            if sorted(sequences[0].ids[i0:i1]) == sorted(sequences[1].ids[j0:j1]):
                found += [*steps[at:start], *_longest_in_order(part, sequences)]
                at = end
    return [*found, *steps[at:]]


def _longest_in_order(part: Part, sequences: SequencePair) -> Iterator[Step]:
    """Return steps that keep words that both sides have in one order: as many letters as can be."""
    i0, i1, j0, j1 = part
    a, b = (sequence.ids for sequence in sequences)
    best: dict[tuple[int, int], tuple[int, list[tuple[int, int]]]] = {}
    for i in range(i0, i1):
        for j in range(j0, j1):
            ways = [best[at] for at in ((i - 1, j), (i, j - 1)) if at in best]
            if a[i] == b[j]:
                letters, places = best.get((i - 1, j - 1), (0, []))
                ways.append((letters + len(sequences.swaps.names[a[i]]), [*places, (i, j)]))
            best[i, j] = max(ways, key=itemgetter(0), default=(0, []))
    places = best[i1 - 1, j1 - 1][1]
    return with_gaps(part, [Step(KEPT, i, i + 1, j, j + 1) for i, j in places])
