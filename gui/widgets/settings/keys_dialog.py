"""Keys: the page of the settings where they are rebound without conflicts, and the sheet of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..controls.actions import CONTEXT, ActionSpec, keys_of, normal_key
from ..controls.controls import ScrollingColumn, plain_label, resize_on_screen, separator

_NAME = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A table of actions with two keys each, and a field that takes the new one.

    A key that another action has, or that belongs to the text, is refused with the reason.
    """

    def __init__(self, table: Sequence[ActionSpec], rebound: Mapping[str, Sequence[str]]) -> None:
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

    def _make_tree(self, table: Sequence[ActionSpec]) -> QTreeWidget:
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
        groups: dict[str, QTreeWidgetItem] = {}
        for spec in table:
            if spec.group not in groups:
                groups[spec.group] = _heading(QCoreApplication.translate(CONTEXT, spec.group))
                tree.addTopLevelItem(groups[spec.group])
                groups[spec.group].setExpanded(True)
            item = QTreeWidgetItem([spec.translated()])
            item.setData(0, _NAME, spec.name)
            groups[spec.group].addChild(item)
            self._items[spec.name] = item
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


_KEYS = 2  # an action has a key and a second one, no more
_OF_THE_TEXT = frozenset({"Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"})
_OF_CONTROLS = frozenset({"Esc", "Tab", "Backtab", "Space", "Return", "Enter"})


class KeyBindings:
    """The keys of all actions, changed one at a time. Keys are in Qt's portable notation."""

    def __init__(self, table: Sequence[ActionSpec], rebound: Mapping[str, Sequence[str]]) -> None:
        self._specs = {spec.name: spec for spec in table}
        self._keys = {spec.name: tuple(keys_of(spec, rebound)) for spec in table}

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the action *name*."""
        return self._keys[name]

    def push(self, name: str, key: str) -> str:
        """Make *key* the first key of the action and the old first key its second.

        Returns in one sentence why *key* is refused; empty if it is accepted.
        """
        why = self._objection(name, (key,))
        if not why:
            normal = normal_key(key)
            others = [known for known in self._keys[name] if normal_key(known) != normal]
            self._keys[name] = (normal, *others)[:_KEYS]
        return why

    def clear(self, name: str) -> None:
        """Remove all keys of the action."""
        self._keys[name] = ()

    def reset(self, name: str) -> str:
        """Restore the action's default keys; return why that is refused, or nothing."""
        default = self._specs[name].default_keys
        why = self._objection(name, default)
        if not why:
            self._keys[name] = default
        return why

    def reset_all(self) -> None:
        """Restore the default keys of all actions."""
        self._keys = {name: spec.default_keys for name, spec in self._specs.items()}

    def rebound(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of the actions that differ from the table."""
        return {
            name: keys
            for name, keys in self._keys.items()
            if keys != self._specs[name].default_keys
        }

    def _objection(self, name: str, keys: Sequence[str]) -> str:
        translate = QCoreApplication.translate
        for key in keys:
            normal = normal_key(key)
            shown = native_key(key)
            if not normal:
                return translate("KeyBindings", "This is not a key.")
            if _belongs_to(normal, _OF_THE_TEXT):
                return translate(
                    "KeyBindings", "{key} moves through the text that has the focus."
                ).format(key=shown)
            if _belongs_to(normal, _OF_CONTROLS):
                return translate(
                    "KeyBindings", "{key} works the buttons and fields of the window."
                ).format(key=shown)
            owner = self._owner(normal, name)
            if owner is not None:
                return translate(
                    "KeyBindings", "{key} is the key of “{action}”. Remove it there first."
                ).format(key=shown, action=owner.translated())
        return ""

    def _owner(self, normal: str, besides: str) -> ActionSpec | None:
        for name, keys in self._keys.items():
            if name != besides and normal in map(normal_key, keys):
                return self._specs[name]
        return None


def native_key(key: str) -> str:
    """Return *key* (in Qt's portable notation) as the desktop writes it."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _belongs_to(key: str, keys: frozenset[str]) -> bool:
    """Return whether *key*, without Shift, is one of *keys*."""
    return key.removeprefix("Shift+") in keys


class KeysSheet(QDialog):
    """The table of actions by group, each with its keys as they are bound now."""

    def __init__(
        self,
        table: Sequence[ActionSpec],
        rebound: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        sheet = QFrame()
        sheet.setProperty("part", "sheet")
        columns = QHBoxLayout(sheet)
        columns.setSpacing(2 * self.fontMetrics().height())
        for groups in _columns(table):
            column = QVBoxLayout()
            column.setSpacing(self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutVerticalSpacing))
            for group, specs in groups:
                column.addWidget(_title(group))
                column.addWidget(separator())
                column.addLayout(_rows(specs, rebound))
                column.addSpacing(self.fontMetrics().height())
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = ScrollingColumn(sheet)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys scroll it
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
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
        height = sheet.sizeHint().height() + self.sizeHint().height() - area.sizeHint().height()
        resize_on_screen(self, 940, height)


def _columns(
    table: Sequence[ActionSpec],
) -> list[list[tuple[str, list[ActionSpec]]]]:
    """Return the groups of *table* in two columns of about the same length."""
    groups: dict[str, list[ActionSpec]] = {}
    for spec in table:
        groups.setdefault(spec.group, []).append(spec)
    columns: list[list[tuple[str, list[ActionSpec]]]] = [[], []]
    half, used = (len(table) + 2 * len(groups)) / 2, 0
    for group, specs in groups.items():
        columns[0 if used + len(specs) / 2 < half else 1].append((group, specs))
        used += len(specs) + 2
    return columns


def _title(group: str) -> QWidget:
    return plain_label(QCoreApplication.translate(CONTEXT, group), "title")


def _rows(specs: Sequence[ActionSpec], rebound: Mapping[str, Sequence[str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    for number, spec in enumerate(specs):
        keys = [native_key(key) for key in keys_of(spec, rebound)]
        name = plain_label(spec.translated(), wrap=True)
        name.setAccessibleName(f"{spec.translated()}: {', '.join(keys)}")
        caps = QHBoxLayout()
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
