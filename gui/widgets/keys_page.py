"""The page of the settings on which keys are bound anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .actions import CONTEXT, ActionEntry
from .key_bindings import KeyBindings, native_key
from .parts import plain_label

_NAME = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A table of actions with two keys each, and a field that takes the new one.

    A key that another action has, or that belongs to the text, is refused with the reason.
    """

    def __init__(self, table: Sequence[ActionEntry], rebound: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._bindings = KeyBindings(table, rebound)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._tree = self._make_tree(table)
        self._prompt = plain_label("", wrap=True)
        self._field = QKeySequenceEdit()
        self._field.setMaximumSequenceLength(1)
        self._field.setAccessibleName(self.tr("New key"))
        self._field.keySequenceChanged.connect(self._pressed)
        self._why = plain_label("", "error", wrap=True)
        self._lay_out()
        self._tree.currentItemChanged.connect(self._ask)
        self._tree.itemActivated.connect(lambda: self._field.setFocus())
        self._show_keys()
        self._tree.setCurrentItem(next(iter(self._items.values())))

    def rebound(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of the actions that differ from the table."""
        return self._bindings.rebound()

    def _make_tree(self, table: Sequence[ActionEntry]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Actions and their keys"))
        tree.setHeaderLabels([self.tr("Action"), self.tr("Key"), self.tr("Second key")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.header().setSectionsMovable(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.setIndentation(14)
        groups: dict[str, QTreeWidgetItem] = {}
        for entry in table:
            if entry.group not in groups:
                groups[entry.group] = _heading(QCoreApplication.translate(CONTEXT, entry.group))
                tree.addTopLevelItem(groups[entry.group])
                groups[entry.group].setExpanded(True)
            item = QTreeWidgetItem([entry.translated()])
            item.setData(0, _NAME, entry.name)
            groups[entry.group].addChild(item)
            self._items[entry.name] = item
        return tree

    def _lay_out(self) -> None:
        second = QPushButton(self.tr("Take keys away"))
        second.clicked.connect(self._clear)
        reset = QPushButton(self.tr("As at first"))
        reset.clicked.connect(self._reset)
        reset_all = QPushButton(self.tr("All as at first"))
        reset_all.clicked.connect(self._reset_all)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        for button in (second, reset, reset_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._prompt)
        layout.addLayout(row)
        layout.addWidget(self._why)

    def _chosen(self) -> str | None:
        item = self._tree.currentItem()
        name = item.data(0, _NAME) if item is not None else None
        return name if isinstance(name, str) else None

    def _ask(self) -> None:
        name = self._chosen()
        item = self._tree.currentItem()
        self._field.setEnabled(name is not None)
        self._say("")
        if name is not None and item is not None:
            self._prompt.setText(
                self.tr("Press a key for “{action}”; the newest comes first.").format(
                    action=item.text(0)
                )
            )

    def _pressed(self, sequence: QKeySequence) -> None:
        name = self._chosen()
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if name is None or not key:
            return
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)
        self._say(self._bindings.push(name, key))

    def _clear(self) -> None:
        name = self._chosen()
        if name is not None:
            self._bindings.clear(name)
            self._say("")

    def _reset(self) -> None:
        name = self._chosen()
        if name is not None:
            self._say(self._bindings.reset(name))

    def _reset_all(self) -> None:
        self._bindings.reset_all()
        self._say("")

    def _say(self, why: str) -> None:
        self._why.setText(why)
        self._show_keys()

    def _show_keys(self) -> None:
        for name, item in self._items.items():
            keys = (*self._bindings.keys(name), "", "")
            for column in (1, 2):
                item.setText(column, native_key(keys[column - 1]))


def _heading(text: str) -> QTreeWidgetItem:
    heading = QTreeWidgetItem([text])
    heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = heading.font(0)
    font.setBold(True)
    heading.setFont(0, font)
    return heading
