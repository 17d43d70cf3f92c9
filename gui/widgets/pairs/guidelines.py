"""The reviewer's own guidelines: a file beside the list, watched and shown in a panel."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
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

from ... import settings as keys
from ...documents import DocumentError
from ...documents.formats.format_table import FORMATS
from ...labels.pairs.pair_sources import GUIDELINES_NAMES
from ...review.background import Background, Turns, Work
from ...review.document_checks import FileWatch
from ...review.preparing.protocol import Stamp, stamp
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.buttons import IconButton
from ..controls.controls import ElidedLabel, plain_label, slim_margins
from ..controls.qt_text import grouped, short_lines, translated
from ..controls.theme import Theme

if TYPE_CHECKING:
    from ..controls.markdown_view import MarkdownView

MOST = 300_000
"""The most characters that are shown of guidelines, as many as a thick book has."""

_MARKDOWN = tuple(f".{ending}" for ending in FORMATS["markdown"].endings)
_LINE = 2_000  # characters of a line, beyond which it is broken
_AT_ONCE = 100  # lines that are put in at a time


class GuidelinesPanel(QFrame):
    """The reviewer's text file, read-only; ``file_wanted`` asks for another.

    Markdown is rendered, unless it is very long; any other text is shown as it is.
    """

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
        self._rendered: MarkdownView | None = None  # made for the first text in Markdown
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
        slim_margins(layout)
        layout.addLayout(head)
        layout.addWidget(self._cut)
        layout.addLayout(self._stack, 1)

    def set_text(self, text: str | None, name: str = "") -> None:
        """Show *text* of the file *name*, at most ``MOST`` characters of it.

        None says that there is no such file.
        """
        self._filling.stop()
        whole = text or ""
        rendered = name.lower().endswith(_MARKDOWN) and self._render(whole)
        if rendered:
            whole = ""
        elif self._rendered is not None:
            self._rendered.show_markdown("")
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
        self._stack.setCurrentIndex(0 if text is None else 2 if rendered else 1)

    def _render(self, text: str) -> bool:
        """Show *text* as Markdown; False where that would take too long."""
        from ..controls.markdown_view import MarkdownView, is_short_enough  # few have guidelines

        if not is_short_enough(text):
            return False
        if self._rendered is None:
            self._rendered = MarkdownView()
            self._rendered.setAccessibleName(self.tr("Guidelines"))
            self._stack.addWidget(self._rendered)
        self._rendered.show_markdown(text)
        return True

    def _fill(self, lines: Sequence[str]) -> Work[None]:
        """Add some more lines; Qt lays each out as it is added."""
        for start in range(_AT_ONCE, len(lines), _AT_ONCE):
            end = QTextCursor(self._text.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertText("\n" + "\n".join(lines[start : start + _AT_ONCE]))
            yield

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._other.set_theme(theme)


class GuidelinesController(QObject):
    """Shows the text file that says how to label, and follows its changes."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        panel: GuidelinesPanel,
        actions: ActionSet,
        settings: Settings,
        set_useful: Callable[[bool], None],
        show_error: Callable[[str], None],
    ) -> None:
        """*set_useful* is told whether *panel* has anything to show; *show_error* shows why not."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._panel = panel
        self._set_useful = set_useful
        self._settings = settings
        self._show_error = show_error
        self._path: Path | None = None
        self._finding: Background[Path | None] = Background(self, self._found, self._refuse)
        self._background: Background[tuple[str, Stamp]] = Background(self, self._show, self._refuse)
        self._watch = FileWatch(self)
        self._watch.changed.connect(lambda _path: self._read())
        self._watch.outdated.connect(self._outdated)
        self._read_again = False
        self._panel.file_wanted.connect(self.choose)
        set_useful(False)  # until there are some
        actions.handle({"choose-guidelines": self.choose})

    def find(self) -> None:
        """Show the guidelines of the list that was opened, if it has any."""
        opened = self._session.opened
        if opened is None:
            return
        known = self._settings.guidelines(opened.wanted.key)
        beside = [opened.pairs.folder / name for name in GUIDELINES_NAMES]
        likely = ([Path(known)] if known else []) + beside
        self._path = None
        self._background.forget()
        # Not Path.is_file, which raises an error where nobody may look.
        there = os.path.isfile
        self._finding.run(lambda _cancelled: next(filter(there, likely), None))

    def _found(self, path: Path | None) -> None:
        if path is not None:
            self._open(path)
        else:
            self._panel.set_text(None)
            self._set_useful(False)

    def choose(self) -> None:
        """Ask for a file and show it."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Choose a guidelines file"), self._settings[keys.LAST_FOLDER]
        )
        if path:
            self.show(Path(path))

    def show(self, path: Path) -> None:
        """Show the file at *path* and remember it for this list."""
        if self._session.opened is not None:
            self._settings.remember_guidelines(
                self._session.opened.wanted.key, str(path.absolute())
            )
        self._open(path)

    def close(self) -> None:
        """Stop reading and watching."""
        self._watch.close()
        self._finding.close(0.2)
        self._background.close(0.2)

    def _open(self, path: Path) -> None:
        self._finding.forget()
        self._path = path
        self._read_again = False
        self._watch.watch([str(path.absolute())])
        self._read()

    def _read(self) -> None:
        path = self._path
        if path is None:
            return

        def read(cancelled: threading.Event) -> tuple[str, Stamp]:
            from ...documents import load_text  # few lists have guidelines

            then = stamp(str(path.absolute()))
            return load_text(path), then

        self._background.run(read)

    def _outdated(self, _path: str) -> None:
        """Read the file once more, because it changed while it was being read."""
        if not self._read_again:
            self._read_again = True
            self._read()

    def _show(self, found: tuple[str, Stamp]) -> None:
        text, then = found
        if self._path is not None:
            place = str(self._path.absolute())
            self._watch.watch([place], {place: then})
            self._panel.set_text(text, self._path.name)
            self._set_useful(True)

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DocumentError):
            raise error
        self._show_error(translated(error.message))
