"""Runs ``copydesk`` with ears and fingers: tells what its window shows, and presses keys in it.

    python -m tests.torture.ears [--tame] [--broken NAME] ARGUMENTS OF COPYDESK

``--tame`` answers every dialog for files and printers with "cancel" before it is shown, so that
random fingers get at no file but those that the window writes by itself.

Each line on standard output is a JSON object whose ``what`` is one of: ``up`` (the window is
there; ``pid``), ``pair`` (another pair is in it; ``id``), ``ready`` (keys may decide about it),
``row`` (what the list of pairs shows of one: ``file``, ``by``, ``id`` and ``row``), ``sign``
(what the save sign shows; ``kind``), ``said`` (a notice or banner; ``text``), ``ignored`` (why a
key did nothing; ``text``), ``stall`` (the event loop did not turn for so many ``seconds``),
``alive`` (every half second) and ``closed``.

Each line on standard input is a JSON object as well: ``{"key": "Ctrl+Z"}``, ``{"text": "…"}`` or
``{"click": "…"}`` with what stands on a button.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

from gui.commands import window as command
from gui.review.preparing.worker_link import WorkerLink

if TYPE_CHECKING:
    from gui.widgets.window.main_window import MainWindow

_TICK = 10  # milliseconds
_STALL = 0.050  # seconds
_PULSE = 0.5  # seconds
_MANY = 500  # pairs; of longer lists nothing is told
_OUT = os.dup(1)


def tell(what: str, **more: object) -> None:
    """Say it at once: a process that is killed flushes nothing."""
    line = json.dumps({"what": what, "at": round(time.monotonic(), 3), **more}, default=str)
    os.write(_OUT, line.encode() + b"\n")


def with_ears() -> type[MainWindow]:
    """Return the real window, which also tells what it shows."""
    from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPushButton

    from gui.widgets.window.main_window import MainWindow

    class Ears(QObject):
        """Looks at the window again and again, and at once where it says that it changed."""

        def __init__(self, window: MainWindow) -> None:
            super().__init__(window)
            self._window = window
            self._rows: dict[tuple[str, str, str], object] = {}
            self._ready: object = None
            self._last = self._pulse = time.monotonic()
            self._timer = QTimer(self, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
            self._timer.timeout.connect(self._tick)
            self._timer.start()
            session = window.session
            session.label_changed.connect(self.look)
            session.states_changed.connect(self.look)
            session.pair.changed.connect(self._tell_pair)
            session.notice.connect(lambda text: tell("said", text=text))
            if session.pair.index is not None:
                self._tell_pair(session.pair.index)

        def _tick(self) -> None:
            now = time.monotonic()
            late = now - self._last - _TICK / 1000
            if late > _STALL:
                tell("stall", seconds=round(late, 3))
            if now - self._pulse > _PULSE:
                self._pulse = now
                tell("alive")
            self.look()
            self._last = time.monotonic()

        def look(self, *_: object) -> None:
            """Tell what the list of pairs shows that it did not show before."""
            session, model = self._window.session, self._window.views.pairs_model
            opened = session.opened
            if opened is not None and model.total == len(session.pairs) <= _MANY:
                file, by = str(opened.labels_path), opened.store.annotator
                for index in range(model.total):
                    state = model.state(index)
                    label = state.label if state.label else ""
                    row = [label, state.flagged, state.note]
                    key = (file, by, model.pair(index).id)
                    if self._rows.get(key, ["", False, ""]) != row:
                        self._rows[key] = row
                        tell("row", file=file, by=by, id=key[2], row=row)
            self._tell_ready()

        def _tell_ready(self) -> None:
            session = self._window.session
            seen = not self._window.actions_by_name.guard.unseen() or bool(session.pair.problem)
            ready = session.pair.index if seen and session.opened is not None else None
            if ready != self._ready:
                self._ready = ready
                if ready is not None:
                    tell("ready", id=session.pairs[ready].id)

        def _tell_pair(self, index: int) -> None:
            self._ready = None
            tell("pair", id=self._window.session.pairs[index].id)

    class HeardWindow(MainWindow):
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            self._ears: Ears | None = None
            self._fingers: QSocketNotifier | None = None
            self._overhear()

        def _overhear(self) -> None:
            """The ways on which the window's parts are told what to show."""
            labels, banners = self.views.labels, self.views.banners
            set_save_state, show_banner = labels.set_save_state, banners.show_banner
            show_reason = labels.show_reason

            def save_state(kind: str, message: str = "") -> None:
                set_save_state(kind, message)
                tell("sign", kind=kind, text=message)

            def banner(key: str, text: str, *more: Any, **named: Any) -> Any:
                tell("said", text=text)
                return show_banner(key, text, *more, **named)

            def reason(text: str) -> None:
                tell("ignored", text=text)
                show_reason(text)

            vars(labels)["set_save_state"] = save_state
            vars(labels)["show_reason"] = reason
            vars(banners)["show_banner"] = banner

        def showEvent(self, event: QShowEvent) -> None:
            super().showEvent(event)
            if self._ears is None:
                tell("up", pid=os.getpid())
                self._ears = Ears(self)
                self._fingers = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
                self._fingers.activated.connect(self._obey)

        def _obey(self) -> None:
            data = os.read(0, 1 << 16)
            if not data and self._fingers is not None:
                self._fingers.setEnabled(False)
            for line in data.splitlines():
                wish = json.loads(line)
                target = QApplication.focusWidget() or self
                if "click" in wish:
                    for button in self.findChildren(QPushButton):
                        if button.isVisible() and button.text() == wish["click"]:
                            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                            break
                elif "text" in wish:
                    for character in wish["text"]:  # QTest knows no keys beyond ASCII
                        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                            none = Qt.KeyboardModifier.NoModifier
                            QApplication.sendEvent(target, QKeyEvent(kind, 0, none, character))
                else:
                    sequence: Any = QKeySequence(wish["key"])
                    pressed = sequence[0]
                    QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())

        def closeEvent(self, event: QCloseEvent) -> None:
            super().closeEvent(event)
            if not event.isAccepted():  # not before all is on the disk
                return
            if self._ears is not None:
                self._ears.look()
            tell("closed")

    return HeardWindow


class HeardLink(WorkerLink):
    """The worker process, which is what the command starts first; then come the ears."""

    def __init__(self) -> None:
        super().__init__()
        import gui.app

        make = gui.app.make_window

        def heard(*args: Any) -> MainWindow:
            import gui.widgets.window.main_window as real

            vars(real)["MainWindow"] = with_ears()
            return make(*args)

        vars(gui.app)["make_window"] = heard


def tame() -> None:
    """Cancel every dialog for files and printers, and open nothing in other programs."""
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QFileDialog

    files: Any = QFileDialog
    files.getOpenFileName = files.getSaveFileName = staticmethod(lambda *_: ("", ""))
    files.getExistingDirectory = staticmethod(lambda *_: "")
    printing: Any = QPrintDialog
    printing.exec = lambda *_: 0
    services: Any = QDesktopServices
    services.openUrl = staticmethod(lambda *_: True)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--tame"]:
        tame()
        arguments = arguments[1:]
    if arguments[:1] == ["--broken"]:
        from tests.torture.broken import BROKEN

        BROKEN[arguments[1]]()
        arguments = arguments[2:]
    vars(command)["WorkerLink"] = HeardLink
    sys.exit(command.main(arguments))
