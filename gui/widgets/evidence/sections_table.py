"""The sections that are missing, added or moved; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...compare import Comparison
from ...review.table_models import SectionsModel
from ..controls.controls import ICON, fit_height, plain_label
from ..controls.icons import icon
from ..controls.tables import EvidenceTable
from ..controls.theme import Theme
from ..controls.translation import grouped


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
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
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
        table.set_columns(ICON + 26, None, table.number_width(self._model.headings()[2]))
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
