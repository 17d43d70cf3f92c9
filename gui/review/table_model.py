"""What the read-only tables of the window have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of frozen rows that is filtered and sorted here, not by a proxy.

    A proxy asks Python twice per row and comparison; sorting the list itself is some hundred
    times faster. A subclass says what a column holds, which rows match, and what they sort by.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._column = -1
        self._order = Qt.SortOrder.AscendingOrder

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """Return the names of the columns in the reviewer's language."""

    @abstractmethod
    def cell(self, row: Row, column: int) -> Any:
        """Return what *column* shows of *row*."""

    @abstractmethod
    def matches(self, row: Row) -> bool:
        """Tell whether *row* passes the filter."""

    def spoken(self, row: Row) -> str:
        """Return *row* as one sentence for a screen reader."""
        return ", ".join(str(self.cell(row, c)) for c in range(len(self.headings())))

    def sort_key(self, column: int) -> Callable[[Row], Any] | None:
        """Return what to sort *column* by; None for a column that does not exist."""
        if not 0 <= column < len(self.headings()):
            return None
        return lambda row: self.cell(row, column)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show *rows* instead of those before; filter and sorting stay."""
        self._rows = tuple(rows)
        self.renew()

    def row_at(self, number: int) -> Row:
        """Return the row shown at *number*; raises IndexError outside."""
        if not 0 <= number < len(self._shown):
            raise IndexError(number)
        return self._shown[number]

    def shown_rows(self) -> Sequence[Row]:
        """Return the rows that are shown, in their order."""
        return tuple(self._shown)

    def renew(self) -> None:
        """Filter and sort again."""
        self.beginResetModel()
        self._shown = [row for row in self._rows if self.matches(row)]
        key = self.sort_key(self._column)
        if key is not None:
            self._shown.sort(key=key, reverse=self._order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.headings())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the cell at *index* shows."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.numeric(index.column()) else LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None

    def numeric(self, column: int) -> bool:
        """Tell whether *column* holds numbers, which stand at the right edge."""
        return column == len(self.headings()) - 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        headings = self.headings()
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.numeric(section) else LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by *column*; -1 gives the order in which the rows came."""
        self._column, self._order = column, order
        self.renew()
