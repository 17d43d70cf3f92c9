"""The table that ledger and sections share: rows, sortable, copied as text or CSV."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from .controls import ICON, tip


class EvidenceTable(QTableView):
    """A table in which whole rows are selected.

    ``row_chosen`` carries a row that was clicked or on which Enter was pressed; the arrow keys
    select rows without choosing one.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(ICON, self.fontMetrics().height()) + 8)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.clicked.connect(self._chosen)

    def set_columns(self, *widths: int | None) -> None:
        """Give each column its width in logical pixels; None takes a share of what is left.

        Widths that follow the content would ask for the content of every row.
        """
        for column, width in enumerate(widths):
            if width is None:
                mode = QHeaderView.ResizeMode.Stretch
            else:
                mode = QHeaderView.ResizeMode.Fixed
                self.horizontalHeader().resizeSection(column, width)
            self.horizontalHeader().setSectionResizeMode(column, mode)

    def number_width(self, heading: str) -> int:
        """Return the width of a column of numbers under *heading*."""
        widest = max(heading, "000000", key=self.fontMetrics().horizontalAdvance)
        return self.fontMetrics().horizontalAdvance(widest) + 30

    def selected_rows(self) -> list[int]:
        """Return the selected rows in their order, or all rows where none is selected."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        return chosen or list(range(self.model().rowCount()))

    def add_action(self, text: str, slot: object, key: QKeySequence.StandardKey | None) -> QAction:
        """Offer *text* in the context menu; *key* works while the table has the focus."""
        action = QAction(text, self)
        action.triggered.connect(slot)
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a row in full, and literally, as the tooltip of what may be cut off."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().viewportEvent(event)

    def _chosen(self, index: QModelIndex) -> None:
        several = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if not QGuiApplication.keyboardModifiers() & several:
            self.row_chosen.emit(index.row())
