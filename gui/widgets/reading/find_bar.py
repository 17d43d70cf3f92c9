"""The find bar: searches both documents for a text and counts the hits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ..controls.controls import IconButton, plain_label, restyle
from ..controls.qt_text import grouped
from ..controls.theme import Theme


class FindBar(QFrame):
    """A field, how many hits there are, and the way from one to the next."""

    text_changed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in both documents"))
        self._field.setAccessibleName(self.tr("Find in both documents"))
        self._field.setMaximumWidth(420)
        self._field.setAcceptDrops(False)  # a drop is meant for the window, which opens files
        self._field.textChanged.connect(self.text_changed)
        self._count = plain_label("", "muted")
        self._previous = IconButton(
            "previous", self.tr("Previous hit"), lambda: self.previous_wanted.emit()
        )
        self._next = IconButton("next", self.tr("Next hit"), lambda: self.next_wanted.emit())
        self._close = IconButton("close", self.tr("Close the find bar (Esc)"), self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self._field, 1)
        for part in (self._previous, self._next, self._count):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._field)
        self.set_hits(0, 0)

    def activate(self, text: str = "") -> None:
        """Show the bar with its text selected; search for *text* where given."""
        self.setVisible(True)
        if text:
            self._field.setText(text)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field.text():
            self.text_changed.emit(self._field.text())

    def text(self) -> str:
        """Return the text that is searched for."""
        return self._field.text()

    def set_hits(self, current: int, total: int) -> None:
        """Show that the hit *current* (from 1; 0: none yet) of *total* is marked."""
        wanted = bool(self._field.text())
        if not wanted:
            text = ""
        elif not total:
            text = self.tr("Nothing found")
        elif current:
            text = self.tr("{current} of {total}").format(
                current=grouped(current), total=grouped(total)
            )
        else:
            text = self.tr("%n hit(s)", "", total)
        self._count.setText(text)
        restyle(self._field, "bad", wanted and not total)
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def set_searching(self) -> None:
        """Show that a very long text is being searched; ``set_hits`` ends that."""
        self.set_hits(0, 0)
        self._count.setText(self.tr("Searching…"))
        restyle(self._field, "bad", False)

    def close_bar(self) -> None:
        """Hide the bar and announce it."""
        self.setVisible(False)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next hit, Shift+Enter to the previous one, Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wanted if back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        for button in (self._previous, self._next, self._close):
            button.set_theme(theme)
