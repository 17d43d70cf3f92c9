"""The list of pairs: which are shown, in which order, and how far each has come."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from ...labels import DEFAULT_LABELS, Pair
from ...labels.pairs.blind import BlindPairs
from ..background import SLICE, RightOfWay, Turns, Work, outcome
from ..measures import MeasureTable
from ..table_models import ROOT, Index
from .pair_fields import DECIDED, MEASURED, SORTS, Condition, View, column_of, has_text
from .pair_order import AT_ONCE, Arrangement, ordered, passing
from .pair_state import PairState, Titles, filters, label_text
from .pair_values import Fields, PairReader

PAIR_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2

_AT_ONCE = 100  # pairs that are read before the list is shown
_LONG = 20_000  # pairs, which take some hundredths of a second, on a slow machine too
_FEW = 50  # pairs that come and go one by one, and do not renew the view
_PAUSE = 2  # milliseconds between two slices of reading: other threads need Python too
_OF_TEXT = 3  # times as long it takes to sort by a text
_LONGEST = 1_000  # characters of an id that Qt is given: nobody sees more in one line
_FRESH = PairState()


class Basis(NamedTuple):
    """What the order and the filter on the screen rest on.

    So many pairs of *total* were ``measured`` when they were found, ``unreadable`` ones beside
    them, and so many rows of the list ``read``; None where that does not matter. ``stale`` is True
    where more is known by now.
    """

    measured: int | None
    read: int | None
    total: int
    stale: bool
    unreadable: int = 0


class PairsModel(QAbstractListModel):
    """Pairs by their index in the pair list, filtered, searched and sorted.

    A list of 50,000 pairs is taken as it is and read in slices; until that is done, a search does
    not find paths, and unreadable pairs look like any others. A longer list is also sorted and
    searched in slices, and stays as it was meanwhile. A pair that stops passing the filter while it
    is the current one stays until another is.

    What becomes known later moves no pair: rows should not jump while the reviewer reads. ``basis``
    says whether ``sort_again`` would find another order; ``basis_changed`` announces that ``basis``
    may have changed.

    ``unreadable_found`` carries why pairs cannot be read, by their indices; ``columns_changed``
    tells that there are other columns to sort and filter by.
    """

    shown_changed = Signal()
    basis_changed = Signal()
    columns_changed = Signal()
    unreadable_found = Signal(object)  # dict[int, str]

    def __init__(self, parent: QObject | None = None, *, long: int = _LONG) -> None:
        """A list of more than *long* pairs is sorted and searched in slices."""
        super().__init__(parent)
        self._long = long
        self._pairs: Sequence[Pair] = ()
        self.label_names: Sequence[str] = DEFAULT_LABELS.names  # each is a filter
        self.shows_figures = True  # else no order or condition is by what was measured
        self._states: MutableMapping[int, PairState] = {}
        self._measures = MeasureTable(0)
        self.right_of_way = RightOfWay()  # the window's, while the reader waits for a pair
        self.head_start = RightOfWay()  # that of others before a list that nobody asks about
        self._reader = PairReader(())
        self._reading = QTimer(self)
        self._reading.setInterval(_PAUSE)
        self._reading.timeout.connect(self._read_on)
        self._rows = Arrangement()
        self._arranging: Turns[Arrangement] = Turns(self)
        self._stays: int | None = None  # stays shown, though it may not pass the filter any more
        self._changed_meanwhile: set[int] = set()
        self._unordered = False  # another order was asked for, and is not worked out yet
        self._current: int | None = None
        self._view, self._needle = View(), ""
        self._columns: tuple[str, ...] = ()
        self._known = (0, 0)  # measured and unreadable pairs when the order was found
        self._decided_since = False

    @property
    def busy(self) -> bool:
        """True while a very long list is being sorted or searched."""
        return self._arranging.busy

    def set_pairs(
        self,
        pairs: Sequence[Pair],
        states: MutableMapping[int, PairState],
        measures: MeasureTable | None = None,
        view: View | None = None,
    ) -> None:
        """Show *pairs*; *states* holds the state of those that have one, by pair index.

        Nothing is copied: *states* belongs to the model from now on. *measures* may grow later, see
        ``measured``. Parts of *view* that this list does not have are ignored; without a view,
        filter and order stay.
        """
        self._pairs = pairs
        self._states = states
        self._measures = MeasureTable(len(pairs)) if measures is None else measures
        names = Titles(len(pairs)) if self.is_blind else None
        self._reader = PairReader(pairs, names)
        problems = self._reader.read_on(_AT_ONCE)
        for index, problem in problems.items():
            self._states[index] = replace(self.state(index), problem=problem)
        self._current = None
        self._columns = self._reader.columns
        self._view = self._possible(self._view if view is None else view)
        if len(pairs) > self._long:  # what was shown of another list is gone at once
            everything = range(len(pairs))
            self.beginResetModel()
            self._rows = Arrangement(everything, everything, everything)
            self.endResetModel()
        self._renew(reorder=True)
        self.columns_changed.emit()
        if problems:
            self.unreadable_found.emit(problems)
        if self._reader.done:
            self._reading.stop()
        else:
            self._reading.start()

    def pair(self, index: int) -> Pair:
        """Return the pair at *index* of the pair list; raises IndexError outside."""
        return self._pairs[index]

    def state(self, index: int) -> PairState:
        """Return the state of the pair at *index*."""
        state = self._states.get(index, _FRESH)
        similarity = self._similarity(index)
        return state if similarity == state.similarity else replace(state, similarity=similarity)

    def _similarity(self, index: int) -> float | None:
        """Return how alike the documents are, from the measures or the state."""
        found = self._measures.similarity(index) if index < len(self._measures) else None
        return self._states.get(index, _FRESH).similarity if found is None else found

    def measured(self) -> None:
        """Redraw what shows measures, more of which are known now. The order stays."""
        if self._rows.shown and self._view.sort in MEASURED:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.shown) - 1))
        if self._view.rests_on_measures:
            self.basis_changed.emit()

    def sort_again(self) -> None:
        """Sort and filter again if that depends on what became known meanwhile."""
        if self.basis().stale:
            self._renew(reorder=True, keep=True)

    def basis(self) -> Basis:
        """What order and filter rest on."""
        rests, (measured, unreadable) = self._view.rests_on_measures, self._known
        more = rests and self._measured() != self._known
        fields = self._view.fields
        reading = not self._reader.done and any(column_of(f) is not None for f in fields)
        decided = self._decided_since and any(field in DECIDED for field in fields)
        read = self._reader.read if reading else None
        stale = not self.busy and (more or decided)
        return Basis(measured if rests else None, read, len(self._pairs), stale, unreadable)

    def _measured(self) -> tuple[int, int]:
        return self._measures.measured, self._measures.unreadable

    def set_state(self, index: int, state: PairState) -> None:
        """Remember *state*; the filter may let the pair into the view, or out of it."""
        self.set_states({index: state})

    def set_states(self, states: Mapping[int, PairState]) -> None:
        """Remember the *states* of pairs by their indices, as ``set_state`` does one.

        However many there are, the view is notified or renewed only once.
        """
        changed = [index for index, state in states.items() if self.state(index) != state]
        self._states.update((index, states[index]) for index in changed)
        if changed and not self._decided_since:
            self._decided_since = True
            self.basis_changed.emit()
        if self.busy:
            self._changed_meanwhile.update(changed)
        rows, coming, going = [], [], []
        for index in changed:
            row = self.row_of(index)
            if row is None:
                if self._wanted(index):
                    coming.append(index)
            elif index == self._current or self._wanted(index):
                rows.append(row)
            else:
                going.append(index)
        if len(coming) + len(going) > _FEW:
            self._renew(keep=True)
            return
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
        for index in going:
            self._remove(index)
        for index in coming:
            self._insert(index)

    def set_current(self, index: int | None) -> None:
        """Say which pair is in the window; the one before may now leave a filtered view."""
        before, self._current = self._current, index
        if before is not None and before != index and not self._wanted(before):
            self._remove(before)

    def set_filter(self, wanted: str) -> None:
        """Show only pairs that pass *wanted*, one of ``filters``; raises ValueError otherwise."""
        if wanted not in filters(self.label_names):
            raise ValueError(f"no such filter: {wanted}")
        self._view = self._view._replace(wanted=wanted)
        self._renew()

    def set_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show only pairs that also meet all *conditions*."""
        self._view = self._view._replace(conditions=tuple(conditions))
        self._renew(reorder=self._view.sort in MEASURED)

    def set_search(self, needle: str) -> None:
        """Show only pairs whose id, paths, columns or note contain *needle*, in any case.

        A pair that is read blind is searched by its number instead of id and paths.
        """
        self._needle = needle.casefold().strip()
        self._renew()

    def set_sort(self, order: str, seed: int = 0, turned: bool = False) -> None:
        """Order the pairs by *order*, one of SORTS or a column's field.

        *seed* decides the shuffled order; *turned* is the other way round than usual. Raises
        ValueError for other orders.
        """
        if order not in SORTS and column_of(order) not in self._columns:
            raise ValueError(f"no such order: {order}")
        self._view = self._view._replace(sort=order, seed=seed, turned=turned)
        self._renew(reorder=True)

    @property
    def is_blind(self) -> bool:
        """True if pairs are shown by number, without ids, paths and columns."""
        return isinstance(self._pairs, BlindPairs)

    @property
    def view(self) -> View:
        """The filter, the conditions and the order."""
        return self._view

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the list's further columns, as far as the list was read."""
        return self._columns

    def known_fields(self, fields: Sequence[str]) -> tuple[str, ...]:
        """Return those of *fields* that the reader may know."""
        return tuple(field for field in fields if self.shows_figures or field not in MEASURED)

    def _possible(self, view: View) -> View:
        """Return *view* without the filters, orders and columns that this list lacks."""

        def there(field: str) -> bool:
            column = column_of(field)
            return bool(self.known_fields((field,))) if column is None else column in self._columns

        return view._replace(
            wanted=view.wanted if view.wanted in filters(self.label_names) else "all",
            sort=view.sort if there(view.sort) else "list",
            conditions=tuple(found for found in view.conditions if there(found.field)),
        )

    @property
    def total(self) -> int:
        """The number of pairs, shown or not."""
        return len(self._pairs)

    def shown(self) -> Sequence[int]:
        """Return the indices of the pairs that are shown, in their order.

        This is the model's own list; it changes whenever ``shown_changed`` is emitted.
        """
        return self._rows.shown

    def row_of(self, index: int) -> int | None:
        """Return the row in which the pair *index* is shown, or None."""
        return self._rows.row_of(index)

    def place_of(self, index: int) -> int:
        """Return the row in which the pair *index* is, or would be, shown."""
        return self._rows.place_of(index)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of pairs shown."""
        return 0 if parent.isValid() else len(self._rows.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the pair's id, index (PAIR_ROLE), state (STATE_ROLE) or value (VALUE_ROLE).

        The value is what the pair is sorted by: a number, a text, or None.
        """
        if not index.isValid() or index.row() >= len(self._rows.shown):
            return None
        pair = self._rows.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _brief(self._reader.ids[pair])
        if role == PAIR_ROLE:
            return pair
        if role == STATE_ROLE:
            return self.state(pair)
        if role == VALUE_ROLE:
            return self._value(pair)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(pair)
        return None

    def _value(self, index: int) -> float | str | None:
        column = column_of(self._view.sort)
        if column is None:
            return self._fields().value(self._view.sort, index)
        return dict(self._pairs[index].details).get(column) if self._reader.is_short(index) else ""

    def _fields(self) -> Fields:
        return Fields(
            self._measures,
            self._states,
            self._similarity,
            self._reader.value,
            self.label_names,
            self._reader.ids,
        )

    def _spoken(self, index: int) -> str:
        state = self.state(index)
        parts = [_brief(self._reader.ids[index])]
        if state.problem is not None:
            twice, unreadable = self.tr("its id occurs twice"), self.tr("unreadable")
            parts.append(twice if state.twice else unreadable)
        parts.append(label_text(state.label, _LONGEST))
        if state.overruled:
            ruling = label_text(state.overruled, _LONGEST)
            parts.append(self.tr("overruled: {label}").format(label=ruling))
        if state.flagged:
            parts.append(self.tr("flagged"))
        if state.note:
            parts.append(self.tr("has a note"))
        if state.changed:
            parts.append(self.tr("changed since it was labelled"))
        return ", ".join(parts)

    def _read_on(self) -> None:
        """Read a slice of a long list; a search is answered again when all of it is read."""
        if self.right_of_way.taken or (self.head_start.taken and not self._rests_on_reading):
            return
        until = perf_counter() + SLICE
        problems = self._reader.read_on(1)
        while not self._reader.done and perf_counter() < until:
            problems.update(self._reader.read_on(1))
        if problems:
            self.set_states({i: replace(self.state(i), problem=why) for i, why in problems.items()})
            self.unreadable_found.emit(problems)
        if self._reader.done:
            self._reading.stop()
            if self._columns != self._reader.columns:
                self._columns = self._reader.columns
                self.columns_changed.emit()
            sorted_by_column = column_of(self._view.sort) is not None
            if self._rests_on_reading:
                self._renew(reorder=sorted_by_column, keep=True)
        elif self.basis().read is not None:
            self.basis_changed.emit()

    @property
    def _rests_on_reading(self) -> bool:
        """True if search, order or filter need the whole list to be read."""
        columns = any(column_of(field) is not None for field in self._view.fields)
        return bool(self._needle) or columns

    def _is_shown(self, index: int) -> bool:
        return self.row_of(index) is not None

    def _insert(self, index: int) -> None:
        row = self.place_of(index)
        self.beginInsertRows(ROOT, row, row)
        self._changing().insert(row, index)
        self.endInsertRows()
        self.shown_changed.emit()

    def _remove(self, index: int) -> None:
        row = self.row_of(index)
        if row is not None:
            self.beginRemoveRows(ROOT, row, row)
            del self._changing()[row]
            self.endRemoveRows()
            self.shown_changed.emit()

    def _changing(self) -> array[int]:
        """Return what is shown, to be changed."""
        self._rows, shown = self._rows.changeable()
        return shown

    def _renew(self, reorder: bool = False, keep: bool = False) -> None:
        """Find again what is shown; a very long list takes some turns of the event loop.

        *keep* the current pair, if it is shown, whether it passes the filter or not.
        """
        self._arranging.stop()
        current = self._current
        self._stays = current if keep and current is not None and self._is_shown(current) else None
        self._unordered = self._unordered or reorder
        self._changed_meanwhile.clear()
        if self._unordered or self._view.sort not in MEASURED:
            self._known = self._measured()
        if self._unordered or self._view.sort not in DECIDED:
            self._decided_since = False
        if len(self._pairs) <= self._at_once:
            self._show(outcome(self._arranged()))
        else:
            self._arranging.do(self._arranged(), self._show)

    @property
    def _at_once(self) -> int:
        """The pairs that are arranged in one turn; to sort by a text takes longer."""
        sorts_texts = self._unordered and has_text(self._view.sort)
        return self._long // _OF_TEXT if sorts_texts else self._long

    def _arranged(self) -> Work[Arrangement]:
        (whole, rank, _), view = self._rows, self._view
        if self._unordered:
            count = len(self._pairs)
            key = self._fields().key(view.sort)
            at_once = count if count <= self._at_once else AT_ONCE
            whole, rank = yield from ordered(
                count, view.sort, view.seed, key, view.falling, at_once
            )
        tests = self._fields().tests(view.conditions)
        text = self._reader.text
        shown = yield from passing(whole, view.wanted, self._needle, text, self._states, tests)
        return Arrangement(whole, rank, shown)

    def _show(self, found: Arrangement) -> None:
        self.beginResetModel()
        self._rows = found
        self._unordered = False
        self.endResetModel()
        for index in self._changed_meanwhile:
            here, wanted = self._is_shown(index), self._wanted(index)
            if here and not wanted and index != self._current:
                self._remove(index)
            elif wanted and not here:
                self._insert(index)
        self._changed_meanwhile.clear()
        stays = self._stays
        if stays is not None and stays == self._current and not self._is_shown(stays):
            self._insert(stays)
        self.shown_changed.emit()

    def _wanted(self, index: int) -> bool:
        state = self.state(index)
        conditions = self._view.conditions
        if not state.passes(self._view.wanted):
            return False
        if conditions and not all(test(index) for test in self._fields().tests(conditions)):
            return False
        if not self._needle:
            return True
        return self._needle in self._reader.text(index) or self._needle in state.note.casefold()


def _brief(text: str) -> str:
    """Return *text*, or both ends of one that is too long to be laid out in a line."""
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half]}…{text[-half:]}"
