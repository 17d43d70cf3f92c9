"""Finds the reviewer's guidelines beside the list, and keeps the panel up to date."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QWidget,
)

from ... import settings as keys
from ...documents import DocumentError
from ...review.background import Background
from ...review.file_watch import FileWatch
from ...review.protocol import Stamp, stamp
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.qt_text import translated
from .actions import ActionSet
from .window_layout import SidePanels, WindowLayout

_NAMES = ("guidelines.txt", "guidelines.md")  # found beside the list without being asked for


class GuidelinesController(QObject):
    """Shows the text file that says how to label, and shows it again when it changes."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        parts: WindowLayout,
        actions: ActionSet,
        sides: SidePanels,
        settings: Settings,
        show_error: Callable[[str], None],
    ) -> None:
        """*show_error* shows a sentence about a file that cannot be read."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._panel = parts.guidelines
        self._sides = sides
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
        sides.set_useful("show-guidelines", False)  # until there are some
        actions.handle({"choose-guidelines": self.choose})

    def find(self) -> None:
        """Show the guidelines of the list that was opened, if it has any."""
        opened = self._session.opened
        if opened is None:
            return
        known = self._settings.guidelines(opened.wanted.key)
        beside = [opened.pairs.folder / name for name in _NAMES]
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
            self._sides.set_useful("show-guidelines", False)

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
        """The file changed while it was being read; once is enough where it goes on changing."""
        if not self._read_again:
            self._read_again = True
            self._read()

    def _show(self, found: tuple[str, Stamp]) -> None:
        text, then = found
        if self._path is not None:
            place = str(self._path.absolute())
            self._watch.watch([place], {place: then})
            self._panel.set_text(text, self._path.name)
            self._sides.set_useful("show-guidelines", True)

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DocumentError):
            raise error
        self._show_error(translated(error.message))
