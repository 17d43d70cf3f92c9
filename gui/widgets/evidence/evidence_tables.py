"""The tables of the evidence: the ledger of substitutions and the sections, with their kinds.

Both can be sorted and copied as text. A kind's name is also the name of its icon and of its
theme role.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ...compare import Comparison, LedgerEntry
from ...review.table_models import (
    LedgerModel,
    RowsModel,
    SectionsModel,
    ledger_as_csv,
    ledger_as_text,
)
from ..controls.buttons import IconButton
from ..controls.controls import ICON, SearchField, fit_height, plain_label, slim_margins, tip
from ..controls.qt_text import grouped
from ..controls.theme import Theme, icon


class LedgerPanel(QFrame):
    """Substitutions with counts. A click or Enter steps through the occurrences of an entry.

    ``occurrence_wanted`` carries an index into ``Comparison.changes``.
    """

    occurrence_wanted = Signal(int)
    filter_left = Signal()
    filter_begun = Signal(str)  # what is typed first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._model = LedgerModel(self)
        self._stepped: tuple[LedgerEntry, int] | None = None
        self._title = plain_label(self.tr("Substitutions"), "title")
        self._none = plain_label(self.tr("No word was substituted."), "muted", wrap=True)
        self._filter = self._filter_field()
        self._filter.left_down.connect(self.focus_table)
        self._filter.left.connect(self.filter_left)
        self._filter.begun.connect(self.filter_begun)
        self._table = self._make_table()
        self._copy = IconButton("copy-text", self.tr("Copy the substitutions"))
        self._copy.offer(self._table.actions())
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._filter, 1)
        head.addWidget(self._copy)
        layout = QVBoxLayout(self)
        slim_margins(layout)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._table)
        self._none.hide()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the ledger of *comparison*, or nothing."""
        self._stepped = None
        self._filter.clear()
        self._model.set_rows(comparison.ledger if comparison is not None else ())
        count = self._model.rowCount()
        self._title.setText(
            self.tr("Substitutions ({count})").format(count=grouped(count))
            if count
            else self.tr("Substitutions")
        )
        nothing = comparison is not None and not count
        self._none.setVisible(nothing)
        self._table.setVisible(not nothing)
        self._filter.setVisible(not nothing)
        self._copy.setVisible(not nothing)
        fit_height(self, not nothing)

    def show_change(self, change: int | None) -> None:
        """Select the entry that the change index *change* belongs to, if it is one."""
        row = self._model.row_of_change(change) if change is not None else None
        if row is None or change is None:
            self._table.clearSelection()
            return
        entry = self._model.row_at(row)
        self._stepped = (entry, entry.changes.index(change))
        self._table.selectRow(row)

    def focus_table(self) -> None:
        """Give the focus to the first row."""
        self._table.setFocus()
        if not self._table.currentIndex().isValid():
            self._table.selectRow(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._copy.set_theme(theme)

    def step(self, row: int) -> None:
        """Announce the next occurrence of the entry at *row*; after the last comes the first."""
        entry = self._model.row_at(row)
        place = 0
        if self._stepped is not None and self._stepped[0] == entry:
            place = (self._stepped[1] + 1) % entry.count
        self._stepped = (entry, place)
        self.occurrence_wanted.emit(entry.changes[place])

    def copy_text(self) -> None:
        """Copy the selected rows (all, where none is) as text."""
        QGuiApplication.clipboard().setText(ledger_as_text(self._selected()))

    def copy_csv(self) -> None:
        """Copy the selected rows (all, where none is) as CSV."""
        QGuiApplication.clipboard().setText(ledger_as_csv(self._selected()))

    def _selected(self) -> list[LedgerEntry]:
        return [self._model.row_at(row) for row in self._table.selected_rows()]

    def _filter_field(self) -> SearchField:
        field = SearchField()
        field.setPlaceholderText(self.tr("Filter"))
        field.setAccessibleName(self.tr("Filter the substitutions"))
        field.setMaximumWidth(160)
        field.textChanged.connect(self._model.set_filter)
        return field

    def _make_table(self) -> EvidenceTable:
        table = EvidenceTable()
        table.setModel(self._model)
        table.setAccessibleName(self.tr("Substitutions"))
        header = table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.set_columns(None, None)
        table.row_chosen.connect(self.step)
        table.add_action(self.tr("Copy as text"), self.copy_text, QKeySequence.StandardKey.Copy)
        table.add_action(self.tr("Copy as CSV"), self.copy_csv, None)
        return table


class SectionsPanel(QFrame):
    """Sections without a counterpart at their place: what happened, first words, length.

    ``section_wanted`` carries an index into ``Comparison.sections``.
    """

    section_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._model = SectionsModel(self)
        self._title = plain_label(self.tr("Sections"), "title")
        self._none = plain_label(
            self.tr("No section is missing, added or moved."), "muted", wrap=True
        )
        self._more = plain_label("", "muted", wrap=True)
        self._signs = KindDelegate(self)
        self._table = self._make_table()
        layout = QVBoxLayout(self)
        slim_margins(layout)
        layout.addWidget(self._title)
        layout.addWidget(self._none)
        layout.addWidget(self._more)
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._table)
        self._none.hide()
        self._more.hide()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the sections of *comparison*, or nothing."""
        self._model.set_comparison(comparison)
        listed, count = self._model.rowCount(), self._model.count(comparison)
        self._title.setText(
            self.tr("Sections ({count})").format(count=grouped(count))
            if count
            else self.tr("Sections")
        )
        nothing = comparison is not None and not count
        self._more.setText(
            self.tr("The first {listed} are listed; the reports have all.").format(
                listed=grouped(listed)
            )
        )
        self._more.setVisible(listed < count)
        self._none.setVisible(nothing)
        self._table.setVisible(not nothing)
        fit_height(self, not nothing)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._signs.theme = theme
        if self._table.isVisible():
            self._table.viewport().update()

    def copy_text(self) -> None:
        """Copy the selected rows (all, where none is): kind, words and beginning."""
        rows = (self._model.row_at(row) for row in self._table.selected_rows())
        QGuiApplication.clipboard().setText(
            "".join(f"{row.kind}\t{row.words}\t{row.beginning}\n" for row in rows)
        )

    def _go(self, row: int) -> None:
        self.section_wanted.emit(self._model.row_at(row).section)

    def _make_table(self) -> EvidenceTable:
        table = EvidenceTable()
        table.setModel(self._model)
        table.setItemDelegateForColumn(0, self._signs)
        table.setAccessibleName(self.tr("Sections missing, added and moved"))
        header = table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.set_columns(ICON + 26, None)
        table.row_chosen.connect(self._go)
        table.add_action(self.tr("Copy as text"), self.copy_text, QKeySequence.StandardKey.Copy)
        return table


class KindDelegate(QStyledItemDelegate):
    """Shows the icon of a section's kind; its word is the tooltip and the accessible text."""

    theme: Theme | None = None

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Add the icon to the data of the model."""
        super().initStyleOption(option, index)
        model = index.model()
        if self.theme is not None and isinstance(model, SectionsModel):
            kind = model.row_at(index.row()).kind
            option.icon = icon(kind, self.theme, kind)
            option.text = ""
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def kind_text(name: str) -> str:
    """Return the word for the kind *name* in the reviewer's language; KeyError for others."""
    translate = QCoreApplication.translate
    return {
        "substitution": translate("Kinds", "Substituted"),
        "missing": translate("Kinds", "Missing"),
        "added": translate("Kinds", "Added"),
        "moved": translate("Kinds", "Moved"),
        "look-alike": translate("Kinds", "Look-alike"),
        "minor": translate("Kinds", "Minor"),
    }[name]


def kind_hint(name: str) -> str:
    """Return one sentence: what the kind *name* means and how it is marked."""
    translate = QCoreApplication.translate
    return {
        "substitution": translate("Kinds", "Other words stand in the same place. Mark: underline."),
        "missing": translate("Kinds", "Only the reference has it. Mark: struck edge or hatching."),
        "added": translate("Kinds", "Only the candidate has it. Mark: a bar at the side."),
        "moved": translate("Kinds", "The section stands elsewhere. Mark: a dashed frame."),
        "look-alike": translate("Kinds", "Looks the same, other characters. Mark: a wavy line."),
        "minor": translate(
            "Kinds",
            "Only case, quotation marks, dashes, spacing, optional accents or encoding differ.",
        ),
    }[name]


_MEASURED = 200  # rows whose texts decide about the widths of columns
_AROUND = 20  # logical pixels beside a text, with what Qt leaves free itself


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Divide *room* among columns so that as many as possible get what they *wanted*.

    >>> _shares([50, 90], 200), _shares([40, 300], 200), _shares([300, 300], 200)
    ([80, 120], [40, 160], [100, 100])
    """
    spare = room - sum(wanted)
    if spare >= 0:
        return [width + spare // len(wanted) for width in wanted]
    widths, left, columns = list(wanted), room, len(wanted)
    for column in sorted(range(columns), key=wanted.__getitem__):
        widths[column] = max(0, min(wanted[column], left // columns))
        left, columns = left - widths[column], columns - 1
    return widths


class EvidenceTable(QTableView):
    """A table in which whole rows are selected.

    ``row_chosen`` carries a row that was clicked or on which Enter was pressed; the arrow keys
    select rows without choosing one.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: tuple[int | None, ...] = ()
        self._keyed: dict[QKeySequence.StandardKey, QAction] = {}
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
        self.verticalHeader().setDefaultSectionSize(max(ICON, self.fontMetrics().height()) + 4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.clicked.connect(self._chosen)

    def set_columns(self, *widths: int | None) -> None:
        """Give each column before that of numbers its width in logical pixels, or None.

        The widths of the others follow their first rows: numbers take what they need, texts share
        the rest so that as few as possible are cut.
        """
        self._widths = widths
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sortIndicatorChanged.connect(self._fit_columns)
        self.model().modelReset.connect(self._fit_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        wanted = [
            self._needed(model, column) if width is None else width
            for column, width in enumerate(self._widths)
        ]
        numbers = len(wanted)
        digits, room = self._needed(model, numbers), self.viewport().width()
        model.set_brief(False)
        heading = max(digits, self._heading_width(numbers))
        if sum(wanted) + heading > room and model.brief_heading:
            model.set_brief(True)
            heading = max(digits, self._heading_width(numbers))
        shared = [column for column, width in enumerate(self._widths) if width is None]
        rest = room - heading - sum(width for width in self._widths if width is not None)
        for column, width in zip(shared, _shares([wanted[c] for c in shared], rest), strict=True):
            wanted[column] = width
        for column, width in enumerate((*wanted, heading)):
            self.horizontalHeader().resizeSection(column, width)

    def _needed(self, model: RowsModel[Any], column: int) -> int:
        """The width that the first rows of *column* need."""
        texts = model.first_texts(column, _MEASURED)
        return max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + _AROUND

    def _heading_width(self, column: int) -> int:
        """The width of the heading of *column*, with its arrow where rows are sorted by it."""
        header = self.horizontalHeader()
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        width = header.fontMetrics().horizontalAdvance(text) + _AROUND
        arrow = header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, header)
        sorted_by = column == header.sortIndicatorSection()
        return width + (arrow + _AROUND // 2 if sorted_by else 0)

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
            self._keyed[key] = action
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return action

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table's own actions: the window has others on the same keys.

        Qt would trigger neither of two shortcuts with one key.
        """
        if event.type() == QEvent.Type.ShortcutOverride and self._action_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def _action_of(self, event: QEvent) -> QAction | None:
        if isinstance(event, QKeyEvent):
            for key, action in self._keyed.items():
                if event.matches(key):
                    return action
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row on Enter; trigger the table's own actions by their keys."""
        own = self._action_of(event)
        if own is not None:
            own.trigger()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the full row, literally, as the tooltip of what may be cut off."""
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
