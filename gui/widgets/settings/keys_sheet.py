"""A sheet of all keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..controls.controls import line, plain_label
from ..window.actions import CONTEXT, ActionEntry, keys_of
from .keys_page import native_key

_AROUND = 80
"""Pixels of the screen that the frame of a window and a task bar may need."""


class KeysSheet(QDialog):
    """The table of actions by group, each with its keys as they are bound now."""

    def __init__(
        self,
        table: Sequence[ActionEntry],
        rebound: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        sheet = QFrame()
        sheet.setProperty("part", "sheet")
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(4, 0, 12, 0)
        columns.setSpacing(40)
        for groups in _columns(table):
            column = QVBoxLayout()
            column.setSpacing(6)
            for group, entries in groups:
                column.addWidget(_title(group))
                column.addWidget(line())
                column.addLayout(_rows(entries, rebound))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(area, 1)
        layout.addWidget(
            plain_label(
                self.tr(
                    "Arrows and page keys belong to the text that has the focus."
                    " All other keys can be changed in the settings."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(buttons)
        room = self.screen().availableSize()
        height = sheet.sizeHint().height() + self.sizeHint().height() - area.sizeHint().height()
        self.resize(940, min(height + 8, room.height() - _AROUND))


def _columns(
    table: Sequence[ActionEntry],
) -> list[list[tuple[str, list[ActionEntry]]]]:
    """Return the groups of *table* in two columns of about the same length."""
    groups: dict[str, list[ActionEntry]] = {}
    for entry in table:
        groups.setdefault(entry.group, []).append(entry)
    columns: list[list[tuple[str, list[ActionEntry]]]] = [[], []]
    half, used = (len(table) + 2 * len(groups)) / 2, 0
    for group, entries in groups.items():
        columns[0 if used + len(entries) / 2 < half else 1].append((group, entries))
        used += len(entries) + 2
    return columns


def _title(group: str) -> QWidget:
    return plain_label(QCoreApplication.translate(CONTEXT, group), "title")


def _rows(entries: Sequence[ActionEntry], rebound: Mapping[str, Sequence[str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for number, entry in enumerate(entries):
        keys = [native_key(key) for key in keys_of(entry, rebound)]
        name = plain_label(entry.translated(), wrap=True)
        name.setAccessibleName(f"{entry.translated()}: {', '.join(keys)}")
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for key in keys:
            cap = plain_label(key, "key")
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            caps.addWidget(cap)
        if not keys:
            caps.addWidget(plain_label("–", "muted"))
        grid.addWidget(name, number, 0)
        grid.addLayout(caps, number, 1, Qt.AlignmentFlag.AlignRight)
    return grid
