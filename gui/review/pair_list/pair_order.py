"""Which pairs of a list are shown, in which order, and which one comes next on the screen."""

from __future__ import annotations

import random
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from ..background import Work
from .pair_state import PairState


class Order:
    """The pairs on screen, by their places in the list, and a position among them.

    The pair in the window may not be among them, as one that was labelled while only unlabelled
    ones are shown: what comes next is then found from the place where it would stand.
    """

    def __init__(self, indices: Sequence[int]) -> None:
        """Start with *indices*, the first one current."""
        self._indices = indices
        self._place_of: Callable[[int], int] | None = None
        self._positions: dict[int, int] | None = None
        self._at = 0
        self._inside = True

    def __len__(self) -> int:
        return len(self._indices)

    def change(
        self,
        indices: Sequence[int],
        current: int | None,
        place_of: Callable[[int], int] | None = None,
    ) -> None:
        """Change what is on screen to *indices*; *current* is the pair in the window.

        *place_of* says where a pair stands among them, or would stand; without it a table is
        made, and a pair that is not among them has the place of the one before it.
        """
        self._indices = indices
        self._place_of = place_of
        self._positions = None
        if current is not None:
            self.go_to(current)

    def go_to(self, index: int) -> None:
        """The pair at *index* is in the window."""
        position = self.position(index)
        self._inside = position is not None
        if position is not None:
            self._at = position
        elif self._place_of is not None:
            self._at = self._place_of(index)

    def position(self, index: int) -> int | None:
        """Where the pair at *index* stands; None for one that is not on screen."""
        if self._place_of is not None:
            place = self._place_of(index)
            there = 0 <= place < len(self._indices) and self._indices[place] == index
            return place if there else None
        if isinstance(self._indices, range) and self._indices == range(len(self._indices)):
            return index if 0 <= index < len(self._indices) else None
        if self._positions is None:
            self._positions = {found: at for at, found in enumerate(self._indices)}
        return self._positions.get(index)

    def step(self, by: int) -> int | None:
        """The pair *by* places on (+1 or -1); None at either end."""
        # Where a pair is not among them, the one behind it has its place.
        position = self._at + by - (1 if by > 0 and not self._inside else 0)
        return self._indices[position] if 0 <= position < len(self._indices) else None

    def all(self) -> Iterable[int]:
        """The pairs from the first one on; of a list in its own order a range."""
        return self._indices if isinstance(self._indices, range) else iter(self._indices)

    def stretches(self) -> tuple[Iterable[int], Iterable[int]]:
        """The pairs behind the current one, and those before it.

        Of a list in its own order each is a range.
        """
        count = len(self._indices)
        start = min(self._at + (1 if self._inside else 0), count)
        end = min(self._at, count)
        if isinstance(self._indices, range):
            return self._indices[start:], self._indices[:end]
        return islice(self._indices, start, None), islice(self._indices, end)


AT_ONCE = 1_000
"""Pairs that are looked at before other things may happen: less than a millisecond."""

_NOTE = 100  # characters of a note that take as long as a pair
_FRESH = PairState()


class Arrangement(NamedTuple):
    """The pairs by their index: ``whole`` has all in order, ``shown`` those that are shown.

    ``rank`` says for each pair where it stands in ``whole``. Of a million pairs each is an array:
    a list of as many numbers takes long to forget, and that cannot be done a little at a time.
    """

    whole: Sequence[int] = range(0)
    rank: Sequence[int] = range(0)
    shown: Sequence[int] = range(0)

    def place_of(self, index: int) -> int:
        """Return where the pair *index* is among those that are shown, or would be."""
        if not 0 <= index < len(self.rank):
            return len(self.shown)
        return bisect_left(self.shown, self.rank[index], key=lambda pair: self.rank[pair])

    def row_of(self, index: int) -> int | None:
        """Return where the pair *index* is among those that are shown; None if it is not."""
        row = self.place_of(index)
        return row if row < len(self.shown) and self.shown[row] == index else None

    def changeable(self) -> tuple[Arrangement, array[int]]:
        """Return the same, and what it shows as an array that may be changed.

        That is a copy if it was also the order of all.
        """
        shown = self.shown
        if not isinstance(shown, array) or shown is self.whole:
            shown = array("l", shown)
        return self._replace(shown=shown), shown


def ordered(
    count: int,
    order: str,
    seed: int,
    key: Callable[[int], Any],
    falling: bool = False,
    at_once: int = AT_ONCE,
) -> Work[tuple[Sequence[int], Sequence[int]]]:
    """Find the order of *count* pairs, and the place of each in it.

    *key* says what pairs are sorted by, where *order* is neither "list" nor "shuffled"; with
    *falling* the highest comes first. Those of which it knows None come last either way. At most
    *at_once* pairs are sorted at one go, which takes a third of the time.
    """
    everything = range(count)
    if order == "list":
        everything = everything[::-1] if falling else everything
        return everything, everything
    if order == "shuffled":
        whole = yield from _shuffled(count, seed)
    elif count <= at_once:
        whole = _sorted_at_once(count, key, falling)
    else:
        whole = yield from _sorted(count, key, falling)
    rank = array("l", bytes(count * array("l").itemsize))
    for place, index in enumerate(whole):
        rank[index] = place
        if place % AT_ONCE == 0:
            yield
    return whole, rank


def _shuffled(count: int, seed: int) -> Work[Sequence[int]]:
    """Shuffle as ``random.shuffle`` does, so that a saved seed gives the same order again."""
    chance = random.Random(seed)  # noqa: S311 (an order, not a secret)
    found = array("l")
    for start in range(0, count, AT_ONCE):
        found.extend(range(start, min(start + AT_ONCE, count)))
        yield
    for last in range(count - 1, 0, -1):
        other = chance.randrange(last + 1)
        found[last], found[other] = found[other], found[last]
        if last % AT_ONCE == 0:
            yield
    return found


def _sorted_at_once(count: int, key: Callable[[int], Any], falling: bool) -> Sequence[int]:
    """Sort as ``_sorted`` does."""
    values = list(map(key, range(count)))
    known = [index for index, value in enumerate(values) if value is not None]
    known.sort(key=values.__getitem__, reverse=falling)  # which keeps equals as they are
    unknown = [index for index, value in enumerate(values) if value is None]
    return array("l", known + unknown)


def _sorted(count: int, key: Callable[[int], Any], falling: bool) -> Work[Sequence[int]]:
    """Sort stretches of the list and merge them: sorting a long list at once takes a second.

    Pairs of which *key* says the same stay in the order of the list, either way.
    """
    stretches: list[list[tuple[Any, int]]] = []
    unknown = array("l")
    for start in range(0, count, AT_ONCE):
        stretch = []
        for index in range(start, min(start + AT_ONCE, count)):
            value = key(index)
            if value is None:
                unknown.append(index)
            else:
                stretch.append((value, -index if falling else index))
        stretches.append(sorted(stretch, reverse=not falling))
        yield
    found = array("l")
    for _, index in merge(*map(_drained, stretches), reverse=falling):
        found.append(abs(index))
        if len(found) % AT_ONCE == 0:
            yield
    return found + unknown


def _drained(stretch: list[tuple[Any, int]]) -> Iterator[tuple[Any, int]]:
    """Yield *stretch* from its end and free it bit by bit: freeing a million at once takes long."""
    while stretch:
        yield stretch.pop()


def passing(
    order: Sequence[int],
    wanted: str,
    needle: str,
    text_of: Callable[[int], str],
    states: Mapping[int, PairState],
    tests: Sequence[Callable[[int], bool]] = (),
) -> Work[Sequence[int]]:
    """Find what of *order* passes the filter *wanted* and all *tests* and holds *needle*.

    The needle and the texts have their case folded.
    """
    if wanted == "all" and not needle and not tests:
        return order
    found = array("l")
    fresh = _FRESH.passes(wanted)
    work = 0
    for index in order:
        state = states.get(index)
        passes = fresh if state is None else state.passes(wanted)
        if passes and needle and needle not in text_of(index):
            note = state.note if state is not None else ""
            passes = bool(note) and needle in note.casefold()
            work += len(note) // _NOTE
        if passes and all(test(index) for test in tests):
            found.append(index)
        work += 1
        if work >= AT_ONCE:
            work = 0
            yield
    return found
