"""Puts everything together: settings, colours, language, error handling, session and window.

Slow parts of the start run in parallel: fonts are found in a thread and the first pair is read in
the worker while this process loads the window's own modules, which is why those are imported late.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMessageLogContext,
    QSocketNotifier,
    QStandardPaths,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from . import __version__
from . import settings as keys
from .documents.web.web_addresses import is_address
from .errors import ErrorLog
from .labels import LabelFileError, PairList, PairListError
from .reports import visible
from .resources import sample_pairs
from .review.background import GcScheduler, short_turns
from .review.opening.opening import Opened, Opening, open_pairs
from .review.opening.wanted import Disputes, Places, Review, Wanted, as_remembered
from .review.preparing.worker_link import WorkerLink
from .review.session import ReviewSession
from .settings import Settings

if TYPE_CHECKING:
    from .widgets.window.main_window import MainWindow

_FIRST_OPENING = 0.05  # seconds to wait for pairs and labels before the window is shown without
_FIRST_ICON = 200  # milliseconds after the window: drawing its icon in all sizes can wait
_LAST_FONTS = 1.0  # seconds to wait at the end for fonts that are still being looked for
_FIRST_LOOK = 2000  # milliseconds to wait for whether two documents can be read at all
_CANNOT_START = 2


class StartError(Exception):
    """The window cannot open what was asked for; the message is one sentence."""


class Start(NamedTuple):
    """What the command line asked for; None and empty mean that it said nothing."""

    paths: tuple[str, ...] = ()
    lone: str | None = None  # one document, for which the window asks for a second
    later: tuple[str, ...] = ()  # what the window opens itself, asking for what it needs
    labels: str | None = None
    labels_set: str | None = None
    annotator: str = ""
    columns: tuple[str, str] | None = None
    encoding: str | None = None
    whole_page: bool = False
    theme: str | None = None
    language: str | None = None
    guidelines: str | None = None
    pairs: PairList | None = None  # what the paths hold
    disputes: Disputes | None = None  # others' labels, over which somebody decides
    blind: str | None = None
    review: Review | None = None  # somebody's labels, which are only read
    allow_local: bool = False  # web pages of this machine and its network
    in_window: bool = False  # what cannot be opened is said there: nobody sees standard error

    @property
    def names_pages(self) -> bool:
        """True where web pages were named: they are fetched before they can be opened."""
        return any(map(is_address, self.paths))

    def wanted(self) -> Wanted:
        """Return what is to be opened."""
        return Wanted(
            self.paths,
            labels=self.labels,
            labels_set=self.labels_set,
            annotator=self.annotator,
            columns=self.columns,
            encoding=self.encoding,
            disputes=self.disputes,
            blind=self.blind,
            review=self.review,
        )


def run(start: Start, link: WorkerLink, explain_platform: Callable[[str], str]) -> int:
    """Open the window and stay until it is closed; return the exit status.

    *explain_platform* turns Qt's message about a missing screen into a sentence. Raises StartError
    if there is nothing that a window could show, unless the window is to say so.
    """
    with Signals() as signals, short_turns():
        return _run(start, link, explain_platform, signals)


def _run(
    start: Start, link: WorkerLink, explain_platform: Callable[[str], str], signals: Signals
) -> int:
    QCoreApplication.setApplicationName("copydesk")
    QCoreApplication.setApplicationVersion(__version__)
    places = user_places()
    settings = Settings()
    opening = None
    if start.paths and not start.names_pages:
        opening = _opening(start, places, settings)
    application = make_application(explain_platform)
    fonts = threading.Thread(target=QFontDatabase.families, name="copydesk-fonts", daemon=True)
    fonts.start()
    log = ErrorLog(places.state)
    log.install()
    session = ReviewSession(link=link)
    try:
        session.fault.connect(lambda details: log.write("in the worker", details))
        begin = partial(_begin, session, start, settings)
        if opening is not None and begin_if_open(opening, begin, 0.0, start.in_window):
            opening = None
        from .widgets.window import main_window  # noqa: F401 - takes long, and the opening goes on

        if opening is not None and begin_if_open(opening, begin, _FIRST_OPENING, start.in_window):
            opening = None
        window = make_window(start, session, settings, places, application)
        log.happened.connect(window.show_fault)
        if opening is not None:
            window.opening.expect(opening, begin)
        elif start.names_pages:
            ask = partial(_open_pages, window, start, places, settings, begin)
            QTimer.singleShot(0, window, ask)
        elif len(start.paths) == 2 and not start.in_window:
            _wait_for_documents(session)
        signals.end_by(window.closing.end)
        status = _show_until_closed(window, start, application)
        if fonts.is_alive():  # soon after the start; Qt must not be taken down under them
            link.close()
            os._exit(status)
        return status
    except StartError:
        session.close()  # there is no window that would do it, and its threads need Qt
        raise
    finally:
        fonts.join(_LAST_FONTS)  # they may lie on a disk that does not answer
        log.remove()


def _show_until_closed(window: MainWindow, start: Start, application: QApplication) -> int:
    """Show the window, ask it for what *start* leaves open, and return the exit status."""
    window.show()
    if start.lone is not None:
        ask = partial(window.opening.ask_second, start.lone, start.labels)
        QTimer.singleShot(0, window, ask)
    if start.later:
        later = start.wanted()._replace(paths=start.later)
        QTimer.singleShot(0, window, partial(window.opening.open, later))
    QTimer.singleShot(_FIRST_ICON, application, lambda: _show_icon(application))
    scheduler = GcScheduler(window)
    try:
        return application.exec()
    finally:
        scheduler.close()


def make_window(
    start: Start,
    session: ReviewSession,
    settings: Settings,
    places: Places,
    application: QApplication,
) -> MainWindow:
    """Return the window of *application*, in its language and colours; it is not shown yet."""
    from .widgets.controls.qt_text import install_language
    from .widgets.controls.theme import WEARS_FUSION, apply_theme, chosen_theme
    from .widgets.window.main_window import MainWindow

    application.setProperty(WEARS_FUSION, True)
    install_language(application, start.language or settings[keys.LANGUAGE])
    theme = chosen_theme(start.theme or settings[keys.THEME])
    window = MainWindow(
        session, settings, places, theme, start.wanted(), allow_local=start.allow_local
    )
    apply_theme(application, theme)  # a sheet costs half as much on a window that is whole
    if start.guidelines is not None:
        window.show_guidelines(Path(start.guidelines))
    return window


def user_places() -> Places:
    """Return the folders of the user; ``QCoreApplication.applicationName`` must be set."""
    locations = QStandardPaths.StandardLocation
    return Places(
        state=Path(QStandardPaths.writableLocation(locations.StateLocation)),
        data=Path(QStandardPaths.writableLocation(locations.AppDataLocation)),
        samples=sample_pairs(),
    )


def _opening(start: Start, places: Places, settings: Settings) -> Opening:
    wanted = start.wanted()
    if not wanted.annotator:
        wanted = wanted._replace(annotator=settings[keys.ANNOTATOR])
    wanted = as_remembered(wanted, settings.blind)
    return Opening(lambda: open_pairs(wanted, places, start.pairs))


def _open_pages(
    window: MainWindow,
    start: Start,
    places: Places,
    settings: Settings,
    begin: Callable[[Opened], None],
) -> None:
    """Fetch the pages named on the command line, unless they have snapshots, and open the pair."""

    def opened() -> None:
        window.opening.expect(_opening(start, places, settings), begin)

    window.links.open((start.paths[0], start.paths[1]), opened)


def begin_if_open(
    opening: Opening, begin: Callable[[Opened], None], seconds: float, in_window: bool = False
) -> bool:
    """Call *begin* if the pairs are open within *seconds*; False where they are not.

    Raises StartError where they cannot be opened; *in_window*, the window waits for them, too, and
    says it.
    """
    try:
        opened = opening.wait(seconds)
    except (PairListError, LabelFileError) as error:
        if in_window:
            return False
        raise StartError(str(error)) from None
    if opened is not None:
        begin(opened)
    return opened is not None


def _begin(session: ReviewSession, start: Start, settings: Settings, opened: Opened) -> None:
    """Give the worker the first pair, possibly while the window is being built."""
    from .widgets.settings.settings_controller import reading_of

    reading = reading_of(settings)._replace(encoding=start.encoding)
    if start.whole_page:
        reading = reading._replace(whole_page=True)
    session.open(opened, reading, _place(settings, opened))


def _place(settings: Settings, opened: Opened) -> str | None:
    return settings.place(opened.key, opened.store.annotator)


def make_application(explain_platform: Callable[[str], str]) -> QApplication:
    """Return the QApplication, or end the program with a sentence where Qt has no screen.

    Qt aborts the process when no platform plugin loads; its last message comes before that.
    """

    def handler(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            if sys.stderr is not None:
                sys.stderr.write(f"{visible(explain_platform(message))}\n")
                sys.stderr.flush()
            os._exit(_CANNOT_START)

    before = qInstallMessageHandler(handler)
    try:
        application = QApplication([sys.argv[0] or "copydesk", "-style", "Fusion"])
    finally:
        qInstallMessageHandler(before)
    application.setDesktopFileName("copydesk")
    return application


def _show_icon(application: QApplication) -> None:
    from .widgets.controls.theme import program_icon

    application.setWindowIcon(program_icon())


def _wait_for_documents(session: ReviewSession) -> None:
    """Where two documents were named and one cannot be read, say so and open no window."""
    if session.pair.documents is None and session.pair.problem is None:
        loop = QEventLoop()
        session.pair.beginnings_ready.connect(loop.quit)
        session.pair.documents_ready.connect(loop.quit)
        session.pair.comparison_ready.connect(loop.quit)
        session.pair.failed.connect(loop.quit)
        QTimer.singleShot(_FIRST_LOOK, loop, loop.quit)
        loop.exec()
    if session.pair.problem is not None:
        raise StartError(str(session.pair.problem))


class Signals:
    """Ends the program in an orderly way on SIGTERM and SIGINT.

    Python runs a signal handler only between its own instructions, which an idle event loop does
    not execute; the wake-up descriptor makes the event loop notice. Before there is a window
    nothing was decided yet, and what a thread may be writing survives a kill: a signal that comes
    then ends the program at once.
    """

    _NUMBERS = (signal.SIGINT, signal.SIGTERM)

    def __enter__(self) -> Signals:
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier: QSocketNotifier | None = None
        self._before = [signal.signal(number, self._came) for number in self._NUMBERS]
        self._descriptor = signal.set_wakeup_fd(self._theirs.fileno())
        return self

    def _came(self, *_: object) -> None:
        if self._notifier is None:
            os._exit(0)

    def end_by(self, close: Callable[[], object]) -> None:
        """Call *close* when a signal came, or when one comes."""
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read)

        def take() -> None:
            if set(self._ours.recv(64)) & set(map(int, self._NUMBERS)):
                close()

        self._notifier.activated.connect(take)

    def __exit__(self, *_: object) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._descriptor)
        for number, handler in zip(self._NUMBERS, self._before, strict=True):
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()
