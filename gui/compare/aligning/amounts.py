"""Amounts that are written in two ways: with a sign before the figure, or a word behind it.

``$5m`` is ``5 million dollars`` elsewhere. What stands before a figure in one text stands behind
it in the other, so that an alignment in order has either the figure or the currency, and makes the
one that is left a swap of whatever is there. The figure is what a reader looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ...lexicon.grammar import NUMBER_WORDS, SCALES
from ..cancellation import checked
from ..diff import once_in_both
from ..modelling.sequences import SequencePair, TokenSequence, places_of
from ..modelling.steps import (
    ADDED,
    DROPPED,
    KEPT,
    LINKS,
    REWRITTEN,
    SWAPPED,
    Part,
    Step,
    changed_runs,
    gaps,
    kept,
    kinds_of,
    narrowed,
    part_of,
    with_gaps,
)
from ..modelling.swap_features import CLOSED, CONTENT, LONGEST, NUMBER, SIGN, SwapScorer

_LONGEST_RUN = 12  # tokens of a side of a changed run; in longer ones equal figures may be chance
_CODES = frozenset(["us", "nz", "hk"])  # before a dollar sign, and before the word
_FIGURE = re.compile(r"(\d+(?:[.,'\u2019]\d+)*)([^\W\d_]*)")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,'\u2019])\d{3}(?:\1\d{3})*")
_HUNDRED, _TEN = 100, 10
_ONE, _POINT = "one", "point"
_JOINING = frozenset(["-", "and", _POINT])


def with_amounts(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with the figure of an amount opposite the same figure.

    >>> changes("The work costs €400,000 in all.", "The work costs 400,000 euros in all.")
    -€ | +euros

    The sign is no part of what stands before it.

    >>> changes("A ticket costs €12 each time.", "A ticket is 12 euros each time.")
    costs → is | -€ | +euros
    """
    changed = [n for n, kind in enumerate(kinds_of(steps)) if kind != KEPT]
    found: list[Step] = []
    start = 0
    for first, end in _runs(changed, steps, sequences):
        found += steps[start:first]
        found += _Run(steps[first:end], sequences).steps()
        start = end
    found += steps[start:]
    if not sequences.swaps.currencies:
        return found
    return _with_words_between(_without_currency(found, sequences), sequences)


def _runs(
    changed: Sequence[int], steps: Sequence[Step], sequences: SequencePair
) -> Iterator[tuple[int, int]]:
    """Yield the short runs of changes, by the numbers of their steps, with figures on both sides.

    The sign of a currency is part of a run also where it was kept.
    """
    a, b = sequences

    def is_inside(n: int) -> bool:
        return steps[n].kind != KEPT or _is_currency(a, steps[n].i0, sequences.swaps)

    end = 0
    for n in checked(changed):
        _, i0, i1, _, _ = steps[n]
        if n < end or NUMBER not in a.sorts[i0:i1]:
            continue
        first, end = n, n + 1
        while first > 0 and is_inside(first - 1):
            first -= 1
        while end < len(steps) and is_inside(end):
            end += 1
        i0, i1, j0, j1 = part_of(steps[first:end])
        if i1 - i0 <= _LONGEST_RUN >= j1 - j0 and NUMBER in b.sorts[j0:j1]:
            yield first, end


def _is_currency(sequence: TokenSequence, n: int, swaps: SwapScorer) -> bool:
    """Return whether a token is the sign of a currency, or the country before it: US$."""
    token = sequence.ids[n]
    return token in swaps.currencies or (swaps.names[token] in _CODES and sequence.capitals[n] > 0)


class _Run:
    """A run of changes: what is linked in it, and the amounts on both sides."""

    def __init__(self, steps: Sequence[Step], sequences: SequencePair) -> None:
        self._steps = steps
        self._sequences = sequences
        self._links = [step for step in steps if step.kind in LINKS]
        i0, i1, j0, j1 = self._part = part_of(steps)
        (a, b), names = sequences, sequences.swaps.names
        self._amounts = (
            [*amounts_in([names[token] for token in a.ids[i0:i1]], i0)],
            [*amounts_in([names[token] for token in b.ids[j0:j1]], j0)],
        )

    def steps(self) -> Sequence[Step]:
        """Return the steps with each amount opposite its like, as far as other links allow."""
        before = self._links
        ours, theirs = self._amounts
        for m, n in once_in_both([x.value for x in ours], [x.value for x in theirs]):
            self._link(ours[m], theirs[n])
        left = [
            [x for x in own if not self._is_linked(x, side)]
            for side, own in enumerate(self._amounts)
        ]
        if len(left[0]) == len(left[1]) == 1 and self._has_currency():
            self._link(left[0][0], left[1][0])
        return self._steps if self._links is before else [*with_gaps(self._part, self._links)]

    def _amounts_of(self, link: Step, side: int) -> list[Amount]:
        """Return the amounts that a link has, or has a part of."""
        start, end = link.side(side)
        return [x for x in self._amounts[side] if start < x.end and x.start < end]

    def _is_linked(self, amount: Amount, side: int) -> bool:
        """Return whether an amount is opposite another one."""
        return any(
            amount in self._amounts_of(link, side) and self._amounts_of(link, 1 - side)
            for link in self._links
        )

    def _has_currency(self) -> bool:
        bounds = zip(self._sequences, (self._part[:2], self._part[2:]), strict=True)
        swaps = self._sequences.swaps
        return any(_is_currency(own, n, swaps) for own, part in bounds for n in range(*part))

    def _link(self, own: Amount, other: Amount) -> None:
        """Put one amount opposite another; if words cross it, it only changed places.

        >>> changes("10 Best Hikes in Wales", "The Top Ten Walks in Wales")
        -10 | +The | Best → Top | +Ten | Hikes → Walks
        """
        through = Step(SWAPPED, own.start, own.end, other.start, other.end)
        if through in self._links:
            return
        found: list[Step] = []
        for link in self._links:
            others = {*self._amounts_of(link, 0), *self._amounts_of(link, 1)} - {own, other}
            parts = self._parts(link, through)
            if others and parts != [link]:
                return
            if parts is None:
                self._links = [x for y in self._links for x in self._without(y, own, other)]
                return
            found += parts
        found += put_for(through[1:], self._sequences)
        self._links = sorted(found, key=lambda step: step[1:])

    def _without(self, link: Step, own: Amount, other: Amount) -> list[Step]:
        """Return what is left of a link without one of two amounts, if none is opposite."""
        ours, theirs = self._amounts_of(link, 0), self._amounts_of(link, 1)
        if not (own in ours and not theirs) and not (other in theirs and not ours):
            return [link]
        kind, *bounds = link
        amount, side = (own, 0) if ours else (other, 2)
        if amount.start <= bounds[side]:
            bounds[side] = min(amount.end, bounds[side + 1])
        elif amount.end >= bounds[side + 1]:
            bounds[side + 1] = amount.start
        return _linked(kind, *bounds)

    def _parts(self, link: Step, through: Step) -> list[Step] | None:
        """Return what is left of a link before and behind two amounts; None where words cross."""
        _, i0, i1, j0, j1 = link
        _, x0, x1, y0, y1 = through
        if (i1 <= x0 and j1 <= y0) or (i0 >= x1 and j0 >= y1):
            return [link]
        if (i1 <= x0 or i0 >= x1) and (j1 <= y0 or j0 >= y1):
            return None if self._are_words(link) else []
        before = *self._bare(0, i0, min(i1, x0)), *self._bare(1, j0, min(j1, y0))
        behind = *self._bare(0, max(i0, x1), i1), *self._bare(1, max(j0, y1), j1)
        return [*_linked(REWRITTEN, *before), *_linked(REWRITTEN, *behind)]

    def _are_words(self, link: Step) -> bool:
        """Return whether a link is more than of signs and of what stands before them."""
        swaps = self._sequences.swaps
        return not any(
            all(
                own.kinds[n] == SIGN or _is_currency(own, n, swaps) for n in range(*link.side(side))
            )
            for side, own in enumerate(self._sequences)
        )

    def _bare(self, side: int, start: int, end: int) -> tuple[int, int]:
        """Return what is left of tokens without signs at the edges."""
        kinds = self._sequences[side].kinds
        words = [n for n in range(start, end) if kinds[n] != SIGN]
        return (words[0], words[-1] + 1) if words else (start, start)


def _linked(kind: int, i0: int, i1: int, j0: int, j1: int) -> list[Step]:
    """Return a step that links tokens, if there are any on both sides."""
    kind = SWAPPED if i1 - i0 == j1 - j0 == 1 else kind
    return [Step(kind, i0, i1, j0, j1)] if i0 < i1 and j0 < j1 else []


def _without_currency(steps: list[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with the sign of a currency, and the word for it, in no other swap.

    The sign stands before a figure that was kept or swapped, the word behind it.

    >>> changes("It costs $25 a month.", "It is 25 dollars each month.")
    costs → is | -$ | +dollars | a → each
    """
    instead: dict[int, list[Step]] = {}
    for n in [n for n, kind in enumerate(kinds_of(steps)) if kind != KEPT]:
        for side in (0, 1):
            start, end = steps[n].side(side)
            if start == end or sequences[side].ids[end - 1] not in sequences.swaps.currencies:
                continue
            last = end - 1
            while start < last and _is_currency(sequences[side], last - 1, sequences.swaps):
                last -= 1
            at = n + 1
            while _is_figure(steps, at, sequences):
                at += 1
            if at > n + 1:
                named = _without_word(steps[at], side, sequences) if at < len(steps) else None
                bare = _without_sign(steps[n], side, last, sequences, is_named=named is not None)
                instead |= {k: own for k, own in ((n, bare), (at, named)) if own}
    if not instead:
        return steps
    return [own for n, step in enumerate(steps) for own in instead.get(n, (step,))]


def with_whole_amounts(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with each swapped figure, its currency's sign and the word for it one swap.

    Where the figure is another one, or written in another way, nothing of the amount is kept.

    >>> changes("He paid $5m for it.", "He paid five million dollars for it.")
    $5m → five million dollars
    >>> changes("The work costs €400,000.", "The work cost 450,000 euros.")
    costs → cost | €400,000 → 450,000 euros
    """
    if not sequences.swaps.currencies:
        return list(steps)
    found: list[Step] = []
    end = 0
    for n in [n for n, kind in enumerate(kinds_of(steps)) if kind in (SWAPPED, REWRITTEN)]:
        if n < end or not _is_figure(steps, n, sequences):
            continue
        found += steps[end:n]
        end = n
        for side in (0, 1):
            first = _sign_before(found, steps[n], side, sequences)
            behind = _word_behind(steps, n, 1 - side, sequences[1 - side], sequences.swaps)
            if first < len(found) and behind > n + 1:
                found[first:] = [_swap(part_of([*found[first:], *steps[n:behind]]))]
                end = behind
                break
    return [*found, *steps[end:]]


def put_for(part: Part, sequences: SequencePair) -> list[Step]:
    """Return the steps that put tokens for others, or keep them; none if a side has no tokens."""
    i0, i1, j0, j1 = part
    if i0 >= i1 or j0 >= j1:
        return []
    if sequences[0].ids[i0:i1] == sequences[1].ids[j0:j1]:
        return [*kept(i0, j0, i1 - i0)]
    return [_swap(part)]


def _swap(part: Part) -> Step:
    """Return the step that puts tokens for others: a rewritten stretch where they are many."""
    i0, i1, j0, j1 = part
    return Step(SWAPPED if max(i1 - i0, j1 - j0) <= LONGEST else REWRITTEN, *part)


def _sign_before(steps: Sequence[Step], figure: Step, side: int, sequences: SequencePair) -> int:
    """Return where a currency's sign begins that *side* alone has in the last *steps*."""
    first = len(steps)
    sequence = sequences[side]
    place = figure.side(side)[0]
    while first and steps[first - 1].kind == (DROPPED, ADDED)[side] and not sequence.breaks[place]:
        place = steps[first - 1].side(side)[0]
        if not _is_currency(sequence, place, sequences.swaps):
            break
        first -= 1
    return first


def _word_behind(
    steps: Sequence[Step], n: int, side: int, sequence: TokenSequence, swaps: SwapScorer
) -> int:
    """Return where the word for a currency ends that *side* alone has behind step *n*."""
    for behind in range(n + 1, len(steps)):
        place = steps[behind].side(side)[0]
        if steps[behind].kind != (DROPPED, ADDED)[side] or sequence.breaks[place]:
            break
        if sequence.kinds[place] == CONTENT and not _is_currency(sequence, place, swaps):
            return behind + 1
    return n + 1


def _with_words_between(steps: list[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with the words between two amounts kept, whatever sign stood beside them.

    >>> changes("It rose from $5 to $9 a share.", "It rose from 5 dollars to 9 dollars a share.")
    -$ | +dollars | -$ | +dollars
    >>> changes("Rents went from 900 € to 950 €.", "Rents went from €900 to €950.")
    +€ | -€ | +€ | -€
    """
    found: list[Step] = []
    at = 0
    for start, end in changed_runs(steps):
        found += [*steps[at:start], *_around_words(steps[start:end], sequences)]
        at = end
    return [*found, *steps[at:]]


def _around_words(run: list[Step], sequences: SequencePair) -> list[Step]:
    """Return a run of changes with words kept that one side has beside a currency's sign only."""
    bounds = part_of(run)
    sides = bounds[:2], bounds[2:]
    if not all(0 < end - start <= _LONGEST_RUN for start, end in sides):
        return run
    for side, (start, end) in enumerate(sides):
        ids, others = (own.ids for own in (sequences[side], sequences[1 - side]))
        first, last = start, end
        while first < last and ids[first] in sequences.swaps.currencies:
            first += 1
        while first < last and ids[last - 1] in sequences.swaps.currencies:
            last -= 1
        size = last - first
        if size == end - start or not size:
            continue
        beginning, behind = sides[1 - side]
        places = [*places_of(others[beginning:behind], ids[first:last])]
        if len(places) != 1:
            continue
        place = beginning + places[0]
        i, j = (place, first) if side else (first, place)
        i0, i1, j0, j1 = bounds
        rest = gaps(i + size, i1, j + size, j1)
        return [*gaps(i0, i, j0, j), *kept(i, j, size), *rest]
    return run


def _is_figure(steps: Sequence[Step], n: int, sequences: SequencePair) -> bool:
    """Return whether step *n* keeps or replaces a figure, or *million* behind it."""
    if n >= len(steps) or steps[n].kind not in LINKS:
        return False
    return any(
        own.sorts[start] == NUMBER or sequences.swaps.names[own.ids[start]] in SCALES
        for own, start in zip(sequences, (steps[n].i0, steps[n].j0), strict=True)
    )


def _without_word(step: Step, side: int, sequences: SequencePair) -> list[Step] | None:
    """Return a step with the word for the sign of *side* apart; None where there is none."""
    start, end = step.side(1 - side)
    other = sequences[1 - side]
    if step.kind == KEPT or start == end or other.kinds[start] != CONTENT:
        return None
    if step.kind in LINKS and sequences[side].kinds[step.side(side)[0]] == CONTENT:
        return None  # "$5 tickets" are "5 passes" elsewhere
    return narrowed(step, _with_side(step, 1 - side, start + 1, end))


def _without_sign(
    step: Step, side: int, last: int, sequences: SequencePair, *, is_named: bool
) -> list[Step]:
    """Return a step with the signs of a currency from *last* on apart.

    What stands opposite may mean the same, unless a word behind the figure does, or it cannot.
    """
    start, end = step.side(1 - side)
    if start == end or not (is_named or sequences[1 - side].kinds[end - 1] == CLOSED):
        return [step]
    return narrowed(step, _with_side(step, side, step.side(side)[0], last))


def _with_side(step: Step, side: int, start: int, end: int) -> Part:
    """Return the tokens of a step with others of one side."""
    _, i0, i1, j0, j1 = step
    return (i0, i1, start, end) if side else (start, end, j0, j1)


class Amount(NamedTuple):
    """A number in a text by its tokens ``[start, end)``, and what it is."""

    start: int
    end: int
    value: Decimal


def amounts_in(names: Sequence[str], start: int = 0) -> Iterator[Amount]:
    """Yield the numbers among words, by their places from *start* on.

    >>> [(n.start, n.end, int(n.value)) for n in amounts_in("of 2.3 million or 5".split())]
    [(1, 3, 2300000), (4, 5, 5)]
    """
    n = 0
    while n < len(names):
        end, value = _number_at(names, n)
        if value is None:
            n += 1
            continue
        yield Amount(start + n, start + end, value)
        n = end


def _number_at(names: Sequence[str], n: int) -> tuple[int, Decimal | None]:
    """Return where the number that begins with a word ends, and what it is; None for no number."""
    match = _FIGURE.fullmatch(names[n])
    if not match:
        return _in_words(names, n)
    value = _value(match[1])
    if match[2]:
        return n + 1, value.scaleb(SCALES[match[2]]) if match[2] in SCALES else None
    if n + 1 < len(names) and names[n + 1] in SCALES:
        return n + 2, value.scaleb(SCALES[names[n + 1]])
    return n + 1, value


def _value(figure: str) -> Decimal:
    """Return the value of a figure; thousands may be set apart by any sign.

    >>> [str(_value(figure)) for figure in ("400.000", "12,5", "1,234.50", "0.125")]
    ['400000', '12.5', '1234.50', '0.125']
    """
    if _GROUPED.fullmatch(figure):
        return Decimal(re.sub(r"\D", "", figure))
    *whole, last = re.split(r"\D", figure)
    return Decimal("".join(whole) + "." + last if whole else last)


def _in_words(names: Sequence[str], n: int) -> tuple[int, Decimal | None]:
    """Return where a number in words ends, and what it is; a lone *one* is seldom a number.

    >>> words = "two hundred and twenty - five point one million".split()
    >>> end, value = _in_words(words, 0)
    >>> end == len(words), int(value or 0)
    (True, 225100000)
    """
    end = n
    whole, part, tenths = Decimal(0), Decimal(0), ""
    while end < len(names):
        at = end + (end > n and names[end] in _JOINING and end + 1 < len(names))
        name = names[at]
        number = NUMBER_WORDS.get(name, "")
        if end > n and name in SCALES:
            number_so_far = part + Decimal(f"0.{tenths or 0}")
            whole += number_so_far.scaleb(SCALES[name])
            part, tenths = Decimal(0), ""
        elif tenths or (at > end and names[end] == _POINT):
            if len(number) != 1:
                break
            tenths += number
        elif number == "100" and 0 < part < _TEN:
            part *= _HUNDRED
        elif number.isdigit() and _goes_on(part, int(number)):
            part += int(number)
        else:
            break
        end = at + 1
    if end == n or names[n:end] == [_ONE]:
        return end, None
    return end, whole + part + Decimal(f"0.{tenths or 0}")


def _goes_on(part: Decimal, number: int) -> bool:
    """Return whether a number is a part of the one before it: twenty, five; no five, six."""
    if number < _TEN:
        return part == 0 or (part % _TEN == 0 and part % _HUNDRED != _TEN)
    return part == 0 or (number < _HUNDRED and part % _HUNDRED == 0)
