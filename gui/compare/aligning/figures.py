"""The figure of each text that stands at the same place of a sentence: one replaced the other.

Where a report is written anew for another day, the figures change and the words around them do not.
But the aligner rewrites a stretch as a whole where it is in doubt, so that a figure stands for a
figure and for all the words beside it that one text alone has. A figure in the same place of the
sentence names the same thing: it is swapped for the figure, and the words are told for themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ...lexicon.grammar import NUMBER_WORDS
from ..cancellation import checked
from ..diff import equal_tokens, join_blocks
from ..furniture.furniture_words import is_month
from ..modelling.sequences import JOINTS, SequencePair
from ..modelling.steps import (
    LINKS,
    REWRITTEN,
    SWAPPED,
    Part,
    Step,
    changed_runs,
    kept,
    part_of,
    taken_apart,
    with_gaps,
)
from ..modelling.swap_features import CLOSED, CONTENT, NUMBER, SIGN
from .amounts import amounts_in, put_for
from .cuts import cut_again

_MOST = 200  # tokens of a swap; in longer ones figures at an edge may be chance
_JOINING = frozenset("-/:.")  # between the parts of one figure: 9-1/4, 17:00, 1992-93
_LAST_DAY = 31
_YEARS = range(1800, 2100)  # whole figures that are rather a year than an amount
_TO_MONTH = 2  # tokens behind a day within which its month stands: 5. Mai
_TIME = re.compile(r"(\d\d?)([:.][0-5]\d)?")
_HOURS = 12  # of a clock that does not tell the evening from the morning
_HEDGE = 3  # function words at most that say a figure is rounded: "a little over"
_NEAR = 10  # times that a rounded figure has what it is apart from the exact one, at least
_PART = re.compile(r"(and a (half|quarter)|dozen) ")  # two and a half, two dozen
_MOST_PART = 3  # words of it
_FRACTION = re.compile(r"half|halves|quarters?|thirds?|(fif|six|seven|eigh|nin|ten)ths?")
_APOSTROPHES = ("'", "\u2019")  # behind a figure they begin its ending, in Turkish
_COMPOUND = JOINTS.index("compound")
_Span = tuple[int, int]  # tokens [start, end)
_Spans = tuple[_Span, _Span]  # tokens of the reference, and of the candidate


def with_figures_opposite(
    steps: Sequence[Step], sequences: SequencePair, weights: Mapping[str, float]
) -> list[Step]:
    """Return *steps* with a figure in the place of a figure, apart from the words beside them.

    >>> changes("The bank sold 226 coins.", "The bank sold a hoard of 347 coins.")
    +a hoard of | 226 → 347
    >>> changes("Pay by May 5 as agreed before, please.", "Pay by May 15, please.")
    5 → 15 | -as agreed before
    """
    found: list[Step] = []
    end = 0
    slots = _Slots(sequences)
    for first, last in checked([*changed_runs(steps)], 1024):
        if not slots.may_have(part_of(steps[first:last])):
            continue
        found += steps[end:first]
        found += _told_anew(steps[first:last], slots, weights)
        end = last
    return [*found, *steps[end:]]


def _told_anew(run: Sequence[Step], slots: _Slots, weights: Mapping[str, float]) -> list[Step]:
    """Return a run of changes with its figures opposite each other."""
    found: list[Step] = []
    for step in run:
        links = slots.links(step[1:]) if step.kind in (SWAPPED, REWRITTEN) else []
        found += _through(links, [step], slots.sequences, weights) if links else [step]
    told: list[Step] = []
    at = 0
    for first, last in slots.around_linked(found):
        own = found[first:last]
        links = slots.links(part_of(own), any(slots.is_misplaced(step) for step in own))
        if len(links) == 1 and not any(_crosses(step, link) for step in own for link in links):
            told += [*found[at:first], *_through(links, own, slots.sequences, weights)]
            at = last
    return [*told, *found[at:]]


def _crosses(step: Step, link: Part) -> bool:
    """Return whether a step links tokens before two figures with some behind them."""
    _, i0, i1, j0, j1 = step
    x0, x1, y0, y1 = link
    is_crossed = (i1 <= x0 and j0 >= y1) or (i0 >= x1 and j1 <= y0)
    return step.kind in LINKS and is_crossed


def _through(
    links: Sequence[Part],
    steps: Sequence[Step],
    sequences: SequencePair,
    weights: Mapping[str, float],
) -> list[Step]:
    """Return *steps* with figures linked, and what is left of the other links around them."""
    found: list[Step] = []
    x = y = 0
    beyond = (steps[-1].i1, steps[-1].i1, steps[-1].j1, steps[-1].j1)
    for link in [*links, beyond]:
        for step in steps:
            if step.kind in LINKS:
                _, i0, i1, j0, j1 = step
                rest = max(i0, x), min(i1, link[0]), max(j0, y), min(j1, link[2])
                found += [step] if rest == step[1:] else _rest(rest, sequences, weights)
        found += put_for(link, sequences)
        _, x, _, y = link
    return [*with_gaps(part_of(steps), found)]


def _rest(part: Part, sequences: SequencePair, weights: Mapping[str, float]) -> list[Step]:
    """Return the links of what a swap has before two figures, between them or behind them.

    >>> changes("The index was eight points down.", "The fall was just 4.7 points now.")
    index → fall | +just | eight → 4.7 | down → now
    """
    i, i1, j, j1 = part
    if i >= i1 or j >= j1:
        return []
    a, b = (sequence.ids for sequence in sequences)
    found: list[Step] = []
    blocks = [(i + x, j + y, n) for x, y, n in join_blocks(equal_tokens(a[i:i1], b[j:j1]))]
    kinds = sequences[0].kinds
    for x, y, size in [*blocks, (i1, j1, 0)]:
        is_at_edge = (x, y) == (part[0], part[2]) or (x + size, y + size) == (i1, j1)
        if not is_at_edge and CONTENT not in kinds[x : x + size]:
            continue  # function words that both have by chance
        own = put_for((i, x, j, y), sequences)
        if own and max(x - i, y - j) > 1:
            own = cut_again([Step(REWRITTEN, *own[0][1:])], sequences, weights)
        found += [step for step in taken_apart(own, sequences) if step.kind in LINKS]
        found += kept(x, y, size)
        i, j = x + size, y + size
    return found


class _Figure(NamedTuple):
    """A figure in a text by its tokens ``[start, end)``, and what it is, if that is known."""

    start: int
    end: int
    value: Decimal | None


class _Slots:
    """Finds the figures that stand in the same place of both texts."""

    def __init__(self, sequences: SequencePair) -> None:
        self.sequences = sequences
        self._names = sequences.swaps.names

    @cached_property
    def _units(self) -> frozenset[int]:
        """The words that stand behind a figure in several places of both texts."""
        counted: Counter[int] = Counter()
        for own in self.sequences:
            counted.update(own.ids[n] for n, sort in enumerate(own.sorts[:-2], 1) if sort == NUMBER)
        return frozenset(token for token, times in counted.items() if times > 1)

    def may_have(self, part: Part) -> bool:
        """Return whether there may be figures among tokens of both sides."""
        return all(
            NUMBER in own.sorts[start:end]
            or any(self._names[token].isnumeric() for token in own.ids[start:end])
            for own, start, end in zip(self.sequences, part[::2], part[1::2], strict=True)
        )

    def around_linked(self, run: Sequence[Step]) -> Iterator[tuple[int, int]]:
        """Yield the bounds of the steps of a run between those that link figures, if several."""
        start = 0
        for n, step in enumerate(run):
            if step.kind in LINKS and self.may_have(step[1:]):
                if n > start + 1:
                    yield start, n
                start = n + 1
        if len(run) > start + 1:
            yield start, len(run)

    def is_misplaced(self, step: Step) -> bool:
        """Return whether a figure was put for words, or words for a figure."""
        return step.kind in LINKS and self._has_figure(0, step) != self._has_figure(1, step)

    def _has_figure(self, side: int, step: Step) -> bool:
        return NUMBER in self.sequences[side].sorts[slice(*step.side(side))]

    def links(self, part: Part, are_alike: bool = False) -> list[Part]:
        """Return the tokens of the figures of both sides, if these are as many and name the same.

        The first ones stand behind the same kept word, and nothing behind them is theirs; or the
        last ones stand before the same content word; or the same words stand behind both, or months
        beside them. All that need not be where they *are_alike* enough, since there is no better
        place for them.
        """
        i0, i1, j0, j1 = part
        if max(i1 - i0, j1 - j0) > _MOST or not self.may_have(part):
            return []
        a, b = self.sequences
        if any(a.breaks[i0 + 1 : i1]) or any(b.breaks[j0 + 1 : j1]):
            return []
        ours, theirs = self._figures(0, i0, i1), self._figures(1, j0, j1)
        if not ours or len(ours) != len(theirs):
            return []
        found: list[Part] = []
        x, y = i0, j0
        for n, own in enumerate(zip(ours, theirs, strict=True), 1):
            is_last = n == len(ours)
            end, last = (i1, j1) if is_last else (ours[n].start, theirs[n].start)
            link, is_alike = self._linked(own, ((x, end), (y, last)))
            if link is None:
                return []
            found.append(link)
            are_alike = are_alike or is_alike
            _, x, _, y = link
        return [] if found == [part] or not are_alike else found

    def _figures(self, side: int, start: int, end: int) -> list[_Figure]:
        """Return the figures among the tokens ``[start, end)``; 9-1/4 is one, and so is 17:00."""
        names = [self._names[token] for token in self.sequences[side].ids[start:end]]
        parts = [_Figure(*own) for own in amounts_in(names, start)]
        parts = parts or [_Figure(*own, None) for own in _ideographic(names, start)]

        def joins(n: int, beyond: int) -> bool:
            if not start <= beyond < end or names[n - start] not in _JOINING:
                return False
            return names[beyond - start][0].isdigit() or names[beyond - start] in NUMBER_WORDS

        found: list[_Figure] = []
        for first, last, value in parts:
            if found and first < found[-1].end:
                continue
            part = _PART.match(" ".join(names[last - start : last - start + _MOST_PART]) + " ")
            if part:
                last, value = last + len(part[0].split()), None
            while joins(last, last + 1):
                last, value = last + 2, None
            while joins(first - 1, first - 2):
                first, value = first - 2, None
            found.append(_Figure(first, last, value))
        return found

    def _linked(self, figures: tuple[_Figure, _Figure], bounds: _Spans) -> tuple[Part | None, bool]:
        """Return the tokens of two figures, each with its month or unit; None if they differ.

        Return, too, whether it is plain that they name the same.
        """
        if self._are_one_hour(figures):
            return None, False
        wide = [self._with_month(n, own, bounds[n]) for n, own in enumerate(figures)]
        are_dates = [own != (x.start, x.end) for own, x in zip(wide, figures, strict=True)]
        if any(are_dates):
            if not all(map(_may_be_day, figures)):
                return None, False
        else:
            wide = self._with_units(figures, bounds)
            wide = [self._with_hedge(n, figures, own, bounds) for n, own in enumerate(wide)]
        (x0, x1), (y0, y1) = wide
        (i0, i1), (j0, j1) = bounds
        at_start, at_end = (x0, y0) == (i0, j0), (x1, y1) == (i1, j1)
        goes_on = at_end and self._goes_on(bounds)
        years = [self._is_year(side, own) for side, own in enumerate(figures)]
        if years[0] != years[1] and not goes_on:
            return None, False
        rests = (x1, i1), (y1, j1)
        if any(self._is_cut_off(side, own) for side, own in enumerate(rests)):
            return None, False
        are_whole = all(years) or not any(map(self._has_unit, (0, 1), rests))
        is_alike = at_start and (are_whole or self._goes_on(bounds) or self._are_parts(figures))
        is_alike = is_alike or goes_on or all(are_dates)
        return (x0, x1, y0, y1), is_alike or self._have_units(figures, bounds)

    def _is_cut_off(self, side: int, rest: _Span) -> bool:
        """Return whether a word behind a figure is a part of it: 5'i, two thirds, three-fifths."""
        own, (start, end) = self.sequences[side], rest
        if start == end:
            return False
        name = self._names[own.ids[start]]
        if own.joints[start] == _COMPOUND:
            name = self._names[own.ids[start + 1]]
        return name.startswith(_APOSTROPHES) or bool(_FRACTION.fullmatch(name))

    def _are_parts(self, figures: tuple[_Figure, _Figure]) -> bool:
        """Return whether two figures are the last parts of longer ones: of 101-3/8 the 8."""
        return all(
            own.joints[x.start] == _COMPOUND for own, x in zip(self.sequences, figures, strict=True)
        )

    def _has_unit(self, side: int, rest: _Span) -> bool:
        """Return whether a word stands behind a figure that belongs to it: 12 Hill Lane."""
        own, (start, end) = self.sequences[side], rest
        return start < end and (own.kinds[start] == CONTENT or own.joints[start] == _COMPOUND)

    def _with_month(self, side: int, own: _Figure, bounds: _Span) -> _Span:
        """Return the tokens of a day with those of the month before it, or behind it."""
        ids, (first, last) = self.sequences[side].ids, bounds
        if not _may_be_day(own):
            return own.start, own.end
        if own.start > first and is_month(self._names[ids[own.start - 1]]):
            return own.start - 1, own.end
        for n in range(own.end, min(own.end + _TO_MONTH, last)):
            if is_month(self._names[ids[n]]):
                return own.start, n + 1
        return own.start, own.end

    def _with_units(self, figures: tuple[_Figure, _Figure], bounds: _Spans) -> list[_Span]:
        """Return the tokens of two figures, each with the word behind it that is its unit."""
        behind = [
            own.ids[x.end : end]
            for own, x, (_, end) in zip(self.sequences, figures, bounds, strict=True)
        ]
        kinds = self.sequences.swaps.kinds
        have = [len(own) == 1 and kinds[own[0]] == CONTENT for own in behind]
        if not all(have):
            is_implied = not (self._are_parts(figures) or all(behind) or self._goes_on(bounds))
            have = [
                is_implied and one and own[0] in self._units
                for one, own in zip(have, behind, strict=True)
            ]
        return [(x.start, x.end + one) for x, one in zip(figures, have, strict=True)]

    def _with_hedge(
        self, side: int, figures: tuple[_Figure, _Figure], own: _Span, bounds: _Spans
    ) -> _Span:
        """Return the tokens of a figure that rounds the other, with the words that say so.

        >>> changes("Over 12,000 people ran.", "12,300 people ran.")
        Over 12,000 → 12,300
        """
        (start, end), (first, _) = own, bounds[side]
        before = self.sequences[side].kinds[first:start]
        is_word = len(before) == 1 and before[0] != SIGN and not self._is_name(side, first)
        is_hedge = is_word or (len(before) <= _HEDGE and all(kind == CLOSED for kind in before))
        rounded, exact = figures[side].value, figures[1 - side].value
        is_bare = figures[1 - side].start == bounds[1 - side][0]
        if is_hedge and is_bare and rounded and exact and _rounds(rounded, exact):
            return first, end
        return own

    def _is_name(self, side: int, n: int) -> bool:
        """Return whether a token has a capital, and begins no sentence."""
        own = self.sequences[side]
        return own.capitals[n] > 0 and not own.breaks[n]

    def _goes_on(self, bounds: _Spans) -> bool:
        """Return whether a content word, such as the unit of both, stands behind a change.

        So does the rest of a figure: ``-1/4`` behind ``7``.
        """
        return all(
            not own.breaks[end] and (own.kinds[end] == CONTENT or self._is_part(side, end))
            for side, (own, (_, end)) in enumerate(zip(self.sequences, bounds, strict=True))
        )

    def _is_part(self, side: int, n: int) -> bool:
        """Return whether a sign joins a figure to what stands before it."""
        own = self.sequences[side]
        return self._names[own.ids[n]] in _JOINING and own.sorts[n + 1] == NUMBER

    def _have_units(self, figures: tuple[_Figure, _Figure], bounds: _Spans) -> bool:
        """Return whether the words behind two figures are one, or forms of it."""
        (_, i1), (_, j1) = bounds
        i, j = (own.end for own in figures)
        if i >= i1 or j >= j1:
            return False
        (a, b), swaps = self.sequences, self.sequences.swaps
        x, y = a.ids[i], b.ids[j]
        return swaps.kinds[x] == CONTENT == swaps.kinds[y] and (x == y or swaps.are_spellings(x, y))

    def _are_one_hour(self, figures: tuple[_Figure, _Figure]) -> bool:
        """Return whether two figures are one hour of the clock, which words may say in part.

        >>> changes("The shop opens at 5 pm today.", "The shop opens at 17:00 today.")
        5 pm → 17:00
        """
        times = [
            _TIME.fullmatch("".join(self._names[n] for n in own.ids[x.start : x.end]))
            for own, x in zip(self.sequences, figures, strict=True)
        ]
        if not times[0] or not times[1] or bool(times[0][2]) == bool(times[1][2]):
            return False
        hours = abs(int(times[0][1]) - int(times[1][1]))
        is_colon = ":" in f"{times[0][2]}{times[1][2]}"  # a point may be that of a decimal
        return is_colon and hours in (0, _HOURS)

    def _is_year(self, side: int, own: _Figure) -> bool:
        """Return whether a figure is rather a year than an amount: 1987, but not 1,987."""
        name = self._names[self.sequences[side].ids[own.start]]
        return own.end - own.start == 1 and name.isdecimal() and own.value in _YEARS


def _rounds(rounded: Decimal, exact: Decimal) -> bool:
    """Return whether one figure is another with fewer digits.

    >>> [_rounds(Decimal(m), Decimal(n)) for m, n in ((400, 412), (400, 400), (400, 460), (10, 6))]
    [True, False, False, False]
    """
    unit = Decimal(1).scaleb(int(rounded.normalize().as_tuple().exponent))
    apart = abs(rounded - exact)
    return 0 < 2 * apart < unit and _NEAR * apart <= rounded


def _may_be_day(own: _Figure) -> bool:
    return own.value is not None and 0 < own.value <= _LAST_DAY and own.value % 1 == 0


def _ideographic(names: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of numbers in ideographs, by their places from *start* on.

    A single one is often no number.

    >>> [*_ideographic("平 均 三 十 一 人".split(), 5)]
    [(7, 10)]
    """
    n = start
    for is_number, own in groupby(names, str.isnumeric):
        size = len([*own])
        if is_number and size > 1:
            yield n, n + size
        n += size
