"""The list of pairs: which are shown, in which order, and how far each has come."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from ..labels import Pair
from .pair_reader import PairReader
from .pair_states import FILTERS, SORTS, PairState, label_text
from .table_model import ROOT, Index

PAIR_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1


_AT_ONCE = 300  # pairs that are read before the list is shown
_SLICE = 200  # pairs that are read at a time afterwards: some milliseconds
_PAUSE = 2  # milliseconds between two slices
_FRESH = PairState()


class PairsModel(QAbstractListModel):
    """Pairs by their index in the pair list, filtered, searched and sorted.

    50,000 pairs are held as they came, and read bit by bit; until then their paths are not
    found by a search, and those that cannot be read look like the others. A pair that stops
    passing the filter while it is the current one stays until another is.
    """

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: Sequence[Pair] = ()
        self._states: dict[int, PairState] = {}
        self._reader = PairReader(())
        self._reading = QTimer(self)
        self._reading.setInterval(_PAUSE)
        self._reading.timeout.connect(self._read_on)
        self._whole: Sequence[int] = range(0)  # all pairs in the order that was asked for
        self._rank: Sequence[int] = range(0)  # pair index → place in that order
        self._shown: list[int] = []
        self._current: int | None = None
        self._filter, self._sort, self._seed, self._needle = "all", "list", 0, ""

    def set_pairs(self, pairs: Sequence[Pair], states: Mapping[int, PairState]) -> None:
        """Show *pairs*; *states* holds the state of those that have one, by pair index."""
        self._pairs = pairs
        self._states = dict(states)
        self._reader = PairReader(pairs)
        for index, problem in self._reader.read_on(_AT_ONCE).items():
            self._states[index] = replace(self.state(index), problem=problem)
        self._current = None
        self._renew(reorder=True)
        if self._reader.done:
            self._reading.stop()
        else:
            self._reading.start()

    def pair(self, index: int) -> Pair:
        """Return the pair at *index* of the pair list; raises IndexError outside."""
        return self._pairs[index]

    def state(self, index: int) -> PairState:
        """Return how far the pair at *index* has come."""
        return self._states.get(index, _FRESH)

    def set_state(self, index: int, state: PairState) -> None:
        """Remember *state*; the pair comes into or leaves the view where the filter says so."""
        if self.state(index) == state:
            return
        self._states[index] = state
        row = self.row_of(index)
        wanted = self._wanted(index)
        if row is None:
            if wanted:
                self._insert(index)
        elif wanted or index == self._current:
            self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self._remove(row)

    def set_current(self, index: int | None) -> None:
        """Say which pair is in the window; the one before may now leave a filtered view."""
        before, self._current = self._current, index
        if before is not None and before != index and not self._wanted(before):
            row = self.row_of(before)
            if row is not None:
                self._remove(row)

    def set_filter(self, wanted: str) -> None:
        """Show only pairs that pass *wanted*, one of FILTERS; raises ValueError otherwise."""
        if wanted not in FILTERS:
            raise ValueError(f"no such filter: {wanted}")
        self._filter = wanted
        self._renew()

    def set_search(self, needle: str) -> None:
        """Show only pairs whose id, paths or note hold *needle*; case does not count."""
        self._needle = needle.casefold().strip()
        self._renew()

    def set_sort(self, order: str, seed: int = 0) -> None:
        """Order the pairs by *order*, one of SORTS; *seed* decides the shuffled order.

        A similarity that becomes known later does not move its pair until this is called
        again: rows that jump while one reads help nobody. Raises ValueError for other orders.
        """
        if order not in SORTS:
            raise ValueError(f"no such order: {order}")
        self._sort, self._seed = order, seed
        self._renew(reorder=True)

    @property
    def total(self) -> int:
        """The number of pairs, shown or not."""
        return len(self._pairs)

    def shown(self) -> Sequence[int]:
        """Return the indices of the pairs that are shown, in their order."""
        everything = len(self._shown) == len(self._whole)
        return self._whole if everything else tuple(self._shown)

    def row_of(self, index: int) -> int | None:
        """Return the row in which the pair *index* is shown, or None."""
        if not 0 <= index < len(self._rank):
            return None
        row = self._place(index)
        return row if row < len(self._shown) and self._shown[row] == index else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of pairs shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the pair's id, its index (PAIR_ROLE) or its state (STATE_ROLE)."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        pair = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._reader.ids[pair]
        if role == PAIR_ROLE:
            return pair
        if role == STATE_ROLE:
            return self.state(pair)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(pair)
        return None

    def _spoken(self, index: int) -> str:
        state = self.state(index)
        parts = [self._reader.ids[index]]
        if state.problem:
            parts.append(self.tr("unreadable"))
        parts.append(label_text(state.label))
        if state.flagged:
            parts.append(self.tr("flagged"))
        if state.note:
            parts.append(self.tr("has a note"))
        if state.changed:
            parts.append(self.tr("changed since it was labelled"))
        return ", ".join(parts)

    def _read_on(self) -> None:
        """Read a slice of a long list; a search is answered again when all of it is read."""
        for index, problem in self._reader.read_on(_SLICE).items():
            self.set_state(index, replace(self.state(index), problem=problem))
        if self._reader.done:
            self._reading.stop()
            if self._needle:
                self._renew()

    def _place(self, index: int) -> int:
        return bisect_left(self._shown, self._rank[index], key=lambda pair: self._rank[pair])

    def _insert(self, index: int) -> None:
        row = self._place(index)
        self.beginInsertRows(ROOT, row, row)
        self._shown.insert(row, index)
        self.endInsertRows()
        self.shown_changed.emit()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(ROOT, row, row)
        del self._shown[row]
        self.endRemoveRows()
        self.shown_changed.emit()

    def _renew(self, reorder: bool = False) -> None:
        self.beginResetModel()
        if reorder:
            self._whole = _ordered(len(self._pairs), self._sort, self._seed, self._states)
            self._rank = _inverse(self._whole)
        self._shown = self._passing(self._whole)
        self.endResetModel()
        self.shown_changed.emit()

    def _passing(self, order: Iterable[int]) -> list[int]:
        """Return what of *order* passes filter and search, asking only pairs with a state."""
        if self._filter == "all":
            found = list(order)
        else:
            fresh = _FRESH.passes(self._filter)
            others = {i for i, state in self._states.items() if state.passes(self._filter) != fresh}
            found = [i for i in order if (i in others) != fresh]
        if self._needle:
            needle, texts, states = self._needle, self._reader.texts, self._states
            noted = {i for i, s in states.items() if s.note and needle in s.note.casefold()}
            found = [i for i in found if needle in texts[i] or i in noted]
        return found

    def _wanted(self, index: int) -> bool:
        state = self.state(index)
        if not state.passes(self._filter):
            return False
        if not self._needle:
            return True
        return self._needle in self._reader.texts[index] or self._needle in state.note.casefold()


def _ordered(count: int, order: str, seed: int, states: Mapping[int, PairState]) -> Sequence[int]:
    """Return the indices of *count* pairs in *order*; the most alike come first."""
    everything = range(count)
    if order == "list":
        return everything
    if order == "shuffled":
        shuffled = list(everything)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 (an order, not a secret)
        return shuffled

    def unlikeness(index: int) -> float:
        similarity = states.get(index, _FRESH).similarity
        return 2.0 if similarity is None else 1.0 - similarity

    return sorted(everything, key=unlikeness)


def _inverse(order: Sequence[int]) -> Sequence[int]:
    if isinstance(order, range):
        return order
    ranks = [0] * len(order)
    for rank, index in enumerate(order):
        ranks[index] = rank
    return ranks
