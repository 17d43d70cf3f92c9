"""The tables of the page of agreement: of texts, and a heat map of who says what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ...review.table_models import LEFT, RIGHT, ROOT, Index
from ..controls.controls import tip
from ..controls.qt_text import grouped
from ..controls.theme import Theme

_MEASURED = 50  # rows that the width of a column is found by
_AROUND = 12  # logical pixels that the style sheet keeps free in a cell
_WIDEST = 420  # logical pixels of a column
_STRONGEST = 0.45  # of the colour of the fullest cell
_CELL = (96, 40)  # logical pixels of a cell of a heat map


class TextsModel(QAbstractTableModel):
    """Rows of texts under headings; numbers are right-aligned."""

    def __init__(self, parent: QObject | None = None, texts_to: int = 1) -> None:
        """Left-align the first *texts_to* columns."""
        super().__init__(parent)
        self._texts_to = texts_to
        self._headings: Sequence[str] = ()
        self._rows: Sequence[Any] = ()
        self._texts: Callable[[Any], Sequence[str]] = tuple

    def set_rows(
        self,
        headings: Sequence[str],
        rows: Sequence[Any],
        texts: Callable[[Any], Sequence[str]] = tuple,
    ) -> None:
        """Show *rows*; *texts* is called for a row when it becomes visible."""
        self.beginResetModel()
        self._headings, self._rows, self._texts = headings, rows, texts
        self.endResetModel()

    def row_at(self, number: int) -> Any:
        """Return the row at *number*."""
        return self._rows[number]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; for a screen reader, with its row and column."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if index.column() < self._texts_to else RIGHT
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            texts = self._texts(self._rows[index.row()])
            heading = self._headings[index.column()]
            parts = dict.fromkeys((texts[0], heading, texts[index.column()]))
            said = ", ".join(part.strip() for part in parts if part)
            return said if role == Qt.ItemDataRole.AccessibleTextRole else tip(said)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section < self._texts_to else RIGHT
        return None


class TextsTable(QTableView):
    """A read-only table; ``row_chosen`` is emitted on a click on a row, or on Enter."""

    row_chosen = Signal(int)

    def __init__(self, name: str, *, texts_to: int = 1) -> None:
        """*name* is what a screen reader calls it; see ``TextsModel`` for *texts_to*."""
        super().__init__()
        self.texts = TextsModel(self, texts_to)
        self.setModel(self.texts)
        self.setAccessibleName(name)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._clicked)

    def show_rows(
        self,
        headings: Sequence[str],
        rows: Sequence[Any],
        texts: Callable[[Any], Sequence[str]] = tuple,
    ) -> None:
        """Show *rows* as ``TextsModel.set_rows`` has it, in columns that are wide enough."""
        self.texts.set_rows(headings, rows, texts)
        measure = self.fontMetrics().horizontalAdvance
        first = [headings, *map(texts, rows[:_MEASURED])]
        for column in range(len(headings)):  # Qt would ask the style sheet about each cell
            room = max(measure(row[column]) for row in first) + 4 * measure(" ") + _AROUND
            self.setColumnWidth(column, min(room, _WIDEST))
        self.go_to(0)

    def go_to(self, row: int) -> None:
        """Make *row* the current one, if it is there."""
        if row < self.texts.rowCount():
            self.setCurrentIndex(self.texts.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row on Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())

    def _clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class HeatModel(QAbstractTableModel):
    """How often one annotator chooses each label, for each label that another one chooses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, str] = ("", "")
        self._labels: Sequence[str] = ()
        self._table: Sequence[Sequence[int]] = ()
        self._theme: Theme | None = None

    def set_table(
        self, names: tuple[str, str], labels: Sequence[str], table: Sequence[Sequence[int]]
    ) -> None:
        """Show *table*: a row for each label of the first of *names*, a column for the second's."""
        self.beginResetModel()
        self._names, self._labels, self._table = names, labels, table
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self.beginResetModel()
        self._theme = theme
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of labels."""
        return 0 if parent.isValid() else len(self._table)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of labels."""
        return 0 if parent.isValid() else len(self._table)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number of a cell, its colours, and what it means."""
        number = self._table[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return grouped(number)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self.tr("{first} says {one}, {second} says {other}: {count}").format(
                first=self._names[0],
                one=self._labels[index.row()],
                second=self._names[1],
                other=self._labels[index.column()],
                count=grouped(number),
            )
            return said if role == Qt.ItemDataRole.AccessibleTextRole else tip(said)
        if self._theme is not None and role == Qt.ItemDataRole.BackgroundRole:
            most = max(1, *(n for row in self._table for n in row))
            return heat_colour(self._theme, number / most)
        if self._theme is not None and role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("text")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a label; for a screen reader, with the annotator's name."""
        if not 0 <= section < len(self._labels):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            down = orientation == Qt.Orientation.Vertical
            return f"{self._names[0 if down else 1]}: {self._labels[section]}"
        return None


def heat_colour(theme: Theme, share: float) -> QColor:
    """Return the colour of a cell with *share* of the fullest one's number.

    It is the theme's accent over its background, light enough for the number to stay legible.
    """
    paper, accent = theme.colour("paper"), theme.colour("accent")
    part = _STRONGEST * share
    return QColor.fromRgbF(
        paper.redF() + (accent.redF() - paper.redF()) * part,
        paper.greenF() + (accent.greenF() - paper.greenF()) * part,
        paper.blueF() + (accent.blueF() - paper.blueF()) * part,
    )


class _HeatCell(QStyledItemDelegate):
    """Draws a cell in the colours of the model, whatever the style sheet says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell, write its number, and frame it if it has the focus."""
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if ink is None:  # no theme yet
            return
        painter.save()
        painter.fillRect(place.adjusted(0, 0, -1, -1), index.data(Qt.ItemDataRole.BackgroundRole))
        painter.setPen(ink)
        number = index.data(Qt.ItemDataRole.DisplayRole)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), number)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(place.adjusted(2, 2, -4, -4))
        painter.restore()


class HeatMap(QTableView):
    """Shows a ``HeatModel``."""

    def __init__(self) -> None:
        super().__init__()
        self.heat = HeatModel(self)
        self.setModel(self.heat)
        self.setItemDelegate(_HeatCell(self))
        self.setAccessibleName(self.tr("Who says what where"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setCornerButtonEnabled(False)
        width, height = _CELL
        for header, size in ((self.horizontalHeader(), width), (self.verticalHeader(), height)):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(size)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore Enter: there is nothing to choose."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
