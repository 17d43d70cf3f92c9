"""The reviewer's own guidelines, shown beside the list of pairs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ...review.background import Steps, Turns
from ..controls.controls import ElidedLabel, IconButton, plain_label
from ..controls.qt_text import grouped, short_lines
from ..controls.theme import Theme

MOST = 300_000
"""Characters that are shown of guidelines: those of a thick book."""

_LINE = 2_000  # characters of a line, beyond which it is broken
_AT_ONCE = 100  # lines that are put in at a time


class GuidelinesPanel(QFrame):
    """The reviewer's text file, read-only and literal; ``file_wanted`` asks for another."""

    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._title = ElidedLabel(self.tr("Guidelines"), "title")
        self._other = IconButton(
            "open", self.tr("Choose a guidelines file"), lambda: self.file_wanted.emit()
        )
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setUndoRedoEnabled(False)
        self._filling: Turns[None] = Turns(self)
        self._text.setAccessibleName(self.tr("Guidelines"))
        self._text.setTabChangesFocus(True)
        self._empty = plain_label(
            self.tr("A text file of yours, such as the rules of your project, can stand here."),
            "muted",
            wrap=True,
        )
        choose = QPushButton(self.tr("Choose a file…"))
        choose.clicked.connect(self.file_wanted)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(choose)
        column.addStretch(1)
        self._cut = plain_label("", "muted", wrap=True)
        self._cut.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._text)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._cut)
        layout.addLayout(self._stack, 1)

    def set_text(self, text: str | None, name: str = "") -> None:
        """Show *text* of the file *name*, at most ``MOST`` characters of it.

        With None it says that there is no such file.
        """
        self._filling.stop()
        whole = text or ""
        lines = short_lines(whole[:MOST], _LINE).split("\n")
        self._text.setPlainText("\n".join(lines[:_AT_ONCE]))
        if len(lines) > _AT_ONCE:
            self._filling.do(self._fill(lines))
        self._cut.setText(
            self.tr(
                "These are the first {shown} of {all} characters; the rest is in {name}."
            ).format(shown=grouped(MOST), all=grouped(len(whole)), name=name)
        )
        self._cut.setVisible(len(whole) > MOST)
        self._title.setText(name or self.tr("Guidelines"))
        self._stack.setCurrentIndex(0 if text is None else 1)

    def _fill(self, lines: Sequence[str]) -> Steps[None]:
        """Add some more lines, each of which is laid out as it is added."""
        for start in range(_AT_ONCE, len(lines), _AT_ONCE):
            end = QTextCursor(self._text.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertText("\n" + "\n".join(lines[start : start + _AT_ONCE]))
            yield

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._other.set_theme(theme)
