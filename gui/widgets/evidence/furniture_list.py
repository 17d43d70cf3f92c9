"""The furniture of an article - headline, date, byline, captions, footer - as a checklist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ...compare import FurnitureItem, FurnitureKind, FurnitureState
from ..controls.controls import IconLabel, plain_label, tip
from ..controls.theme import Theme

_LOOK = {
    FurnitureState.KEPT: ("kept", "ok"),
    FurnitureState.ALTERED: ("altered", "substitution"),
    FurnitureState.LOST: ("lost", "missing"),
    FurnitureState.ADDED: ("added", "added"),
}


class FurnitureList(QWidget):
    """A line for each kind of furniture; a click on one goes to its section."""

    section_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._signs: list[IconLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(plain_label(self.tr("Furniture"), "muted"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(2, 1)
        layout.addLayout(self._grid)

    def set_items(self, items: Sequence[FurnitureItem] | None) -> None:
        """Show *items*; None or nothing shows dashes."""
        while (old := self._grid.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._signs = []
        hint = self.tr("Neither document has one.") if items is not None else ""
        for kind in FurnitureKind:
            found = [item for item in items or () if item.kind is kind]
            if not found:
                absent = plain_label("–", "muted")
                absent.setContentsMargins(4, 0, 0, 0)  # level with the words of the others
                absent.setToolTip(tip(hint))
                absent.setAccessibleName(f"{self._kind_text(kind)}: –")
                self._add_row(kind, absent, "", "muted")
            for item in found:
                self._add_row(kind, self._button(item), *_LOOK[item.state])

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for sign in self._signs:
            sign.set_theme(theme)

    def _add_row(self, kind: FurnitureKind, state: QWidget, name: str, role: str) -> None:
        row = self._grid.rowCount()
        sign = IconLabel(name, role)
        if self._theme is not None:
            sign.set_theme(self._theme)
        self._signs.append(sign)
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(plain_label(self._kind_text(kind)), row, 1)
        self._grid.addWidget(state, row, 2)

    def _button(self, item: FurnitureItem) -> QPushButton:
        button = QPushButton(self._state_text(item.state))
        button.setProperty("part", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{self._kind_text(item.kind)}: {button.text()}")
        button.setToolTip(tip(self.tr("Go to this section")))
        button.clicked.connect(lambda: self.section_wanted.emit(item.section))
        return button

    def _kind_text(self, kind: FurnitureKind) -> str:
        return {
            FurnitureKind.HEADLINE: self.tr("Headline"),
            FurnitureKind.DATE: self.tr("Date"),
            FurnitureKind.BYLINE: self.tr("Byline"),
            FurnitureKind.CAPTION: self.tr("Captions"),
            FurnitureKind.FOOTER: self.tr("Footer"),
        }[kind]

    def _state_text(self, state: FurnitureState) -> str:
        return {
            FurnitureState.KEPT: self.tr("kept"),
            FurnitureState.ALTERED: self.tr("altered"),
            FurnitureState.LOST: self.tr("lost"),
            FurnitureState.ADDED: self.tr("added"),
        }[state]
