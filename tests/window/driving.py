"""Drives the real window as a reviewer does: with keys."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.resources import sample_pairs
from gui.review.opening.opening import open_pairs
from gui.review.opening.wanted import Disputes, Places, Review, Wanted, as_remembered
from gui.review.session import ReviewSession
from gui.settings import Settings
from gui.widgets.controls.actions import FIRST_SIGHT, KeyGuard
from gui.widgets.controls.theme import apply_theme, load_theme
from gui.widgets.settings.settings_controller import reading_of
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import wait_until
from tests.window.harbour_articles import ARTICLE, COPY, OTHER


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Driver:
    """The window on what a command line would open, with folders of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = Clock()
        self.places = Places(home / "state", home / "data", sample_pairs())
        self.settings = Settings(home / "config" / "settings.ini")
        self.window: MainWindow | None = None
        self.allow_local = False  # web pages of this machine

    def open(
        self,
        *paths: Path,
        labels: Path | None = None,
        annotator: str = "ada",
        blind: str | None = None,
        review: Review | None = None,
        disputes: Disputes | None = None,
    ) -> MainWindow:
        """Show the window; without *paths* it offers what to open."""
        window = self.make(
            *paths,
            labels=labels,
            annotator=annotator,
            blind=blind,
            review=review,
            disputes=disputes,
        )
        self.show()
        if paths:
            self.wait_for_pair()
        return window

    def make(
        self,
        *paths: Path,
        labels: Path | None = None,
        annotator: str = "ada",
        blind: str | None = None,
        review: Review | None = None,
        disputes: Disputes | None = None,
    ) -> MainWindow:
        """Make the window and do not show it yet."""
        wanted = Wanted(
            tuple(map(str, paths)),
            labels=str(labels) if labels else None,
            annotator=annotator,
            blind=blind,
            review=review,
            disputes=disputes,
        )
        wanted = as_remembered(wanted, self.settings.blind)
        # First, because it may be refused: nobody would end the session.
        opened = open_pairs(wanted, self.places) if paths else None
        session = ReviewSession()
        if opened is not None:
            place = self.settings.place(opened.key, opened.store.annotator)
            session.open(opened, reading_of(self.settings), place)
        theme = load_theme("light")
        application().setStyleSheet("")
        window = MainWindow(
            session, self.settings, self.places, theme, wanted, allow_local=self.allow_local
        )
        apply_theme(application(), theme)  # as late as in the program: it costs half as much
        window.actions_by_name.guard = KeyGuard(self.clock)
        self.window = window
        return window

    def show(self) -> None:
        """Show the window and give it the keyboard."""
        assert self.window is not None
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)

    @property
    def session(self) -> ReviewSession:
        """The session of the window."""
        assert self.window is not None
        return self.window.session

    def wait_for_pair(self) -> None:
        """Wait until the pair in the window is compared and seen, or said to be unreadable."""
        self.wait_until_kept()
        wait_until(lambda: self.session.pair.comparison is not None or self.session.pair.problem)
        self.look()

    def look(self) -> None:
        """Let the text be painted and look at it for longer than the guard asks for."""
        QApplication.processEvents()
        wait_until(
            lambda: (
                self.window is None or "screen" not in self.window.actions_by_name.guard.unseen()
            )
        )
        self.clock.seconds += FIRST_SIGHT + 0.01

    def press(
        self,
        key: Qt.Key | str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        held: bool = False,
        wait: bool = True,
    ) -> None:
        """Press and release a key where the keyboard is; *held* as the keyboard repeats it.

        *wait* until what it decided is on the disk, or was refused.
        """
        target = self.focus()
        code = Qt.Key(ord(key.upper())) if isinstance(key, str) else key
        if held:
            text = key if isinstance(key, str) else ""
            event = QKeyEvent(QEvent.Type.ShortcutOverride, code, modifiers, text, True)
            QApplication.sendEvent(target, event)
            assert self.window is not None
            for action in self.window.actions():
                if any(shortcut.toString() == text for shortcut in action.shortcuts()):
                    action.trigger()
            return
        QTest.keyClick(target, code, modifiers)
        if wait:
            self.wait_until_kept()

    def wait_until_kept(self) -> None:
        """Wait until nothing that was decided is on its way to the journal."""
        wait_until(
            lambda: (
                self.window is None
                or self.session.decisions is None
                or not self.session.decisions.waiting
            )
        )

    def type(self, text: str) -> None:
        """Type *text* where the keyboard is."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        found = QApplication.focusWidget() or self.window
        assert found is not None
        return found

    def close(self) -> None:
        """Close the window and wait until everything is written."""
        if self.window is not None:
            window = self.window
            window.close()
            wait_until(
                lambda: (
                    not window.isVisible()
                    or "closing-journal" in tuple(window.views.banners.keys())
                )
            )
            if window.isVisible():
                window.close()  # decisions are in the journal only: the test knows
            wait_until(lambda: not window.isVisible())
            self.window.deleteLater()
            self.window = None
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()


def application() -> QApplication:
    """The one QApplication."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def read_labels(path: Path) -> list[dict[str, str]]:
    """The rows of a label file, as any program reads them; none before there is a file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write_pairs(folder: Path, names: tuple[str, ...] = ("one", "two", "three")) -> Path:
    """Write a small pair list: copies and, every third, an unrelated pair."""
    lines = ["id,reference,candidate"]
    for number, name in enumerate(names):
        (folder / name).mkdir(parents=True)
        (folder / name / "reference.txt").write_text(ARTICLE, encoding="utf-8")
        text = OTHER if number % 3 == 2 else COPY
        (folder / name / "candidate.txt").write_text(text, encoding="utf-8")
        lines.append(f"{name},{name}/reference.txt,{name}/candidate.txt")
    path = folder / "pairs.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
