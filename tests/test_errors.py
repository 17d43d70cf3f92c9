"""An error that nobody expected: logged in full, told in one sentence, and work goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal, qWarning
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gui.errors import ErrorLog
from tests.review.waiting import let_pass, wait_until


@pytest.fixture
def log(qapp: QApplication, tmp_path: Path) -> Iterator[ErrorLog]:
    found = ErrorLog(tmp_path / "state")
    found.install()
    yield found
    found.remove()


def break_down() -> None:
    raise RuntimeError("the wheel came off")


def test_an_exception_in_a_slot_is_logged_and_told(log: ErrorLog) -> None:
    told: list[str] = []
    log.happened.connect(told.append)
    QTimer.singleShot(0, break_down)
    wait_until(lambda: told)
    assert "the wheel came off" in told[0]
    assert "labels are safe" in told[0]
    assert "\n" not in told[0]
    assert "in break_down" in log.path.read_text(encoding="utf-8")


def test_an_exception_in_a_thread_is_logged_and_told(log: ErrorLog) -> None:
    told: list[str] = []
    log.happened.connect(told.append)
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    wait_until(lambda: told)
    assert "in break_down" in log.path.read_text(encoding="utf-8")


def test_what_happened_in_a_thread_is_told_in_that_of_qt(log: ErrorLog) -> None:
    told_in: list[threading.Thread] = []
    log.happened.connect(
        lambda _: told_in.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    assert not told_in, "it waits for the loop of Qt's thread"
    wait_until(lambda: told_in)
    assert told_in == [threading.current_thread()]


def test_what_happens_in_a_thread_after_the_log_is_deleted_is_told_nobody(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = ErrorLog(tmp_path)
    log.install()
    told: list[str] = []
    log.happened.connect(told.append)
    try:
        delete(log)
        thread = threading.Thread(target=break_down)
        thread.start()
        thread.join()
        let_pass(20)
    finally:
        log.remove()
    assert not told
    assert "in break_down" in log.path.read_text(encoding="utf-8")
    assert not capsys.readouterr().err


def test_what_qt_says_is_logged(log: ErrorLog) -> None:
    qWarning("odd \u2603")
    assert "Qt: odd" in log.path.read_text(encoding="utf-8")


def test_a_log_that_is_read_in_a_terminal_does_not_drive_it(log: ErrorLog) -> None:
    log.write("odd \x1b[2J", "in caf\x9b31m.txt\n\u202eline two")
    written = log.path.read_text(encoding="utf-8")
    assert "odd <U+001B>[2J\nin caf<U+009B>31m.txt\n<U+202E>line two\n" in written


def test_without_a_folder_the_log_goes_to_standard_error(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("in the way", encoding="utf-8")
    log = ErrorLog(tmp_path / "state")
    log.write("a title", "a text")
    assert "a title" in capsys.readouterr().err


def test_the_hooks_are_put_back(qapp: QApplication, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    log = ErrorLog(tmp_path)
    log.install()
    assert sys.excepthook is not before[0]
    log.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_a_log_that_grew_is_set_aside(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "crash.log"
    path.write_text("x" * 1_000_001, encoding="utf-8")
    log = ErrorLog(tmp_path)
    log.write("new")
    log.remove()
    assert path.stat().st_size < 200
    assert (tmp_path / "crash.old.log").stat().st_size == 1_000_001


def test_a_log_of_a_megabyte_is_gone_on_with(qapp: QApplication, tmp_path: Path) -> None:
    """That is what an editor opens at once, and what can be sent by mail."""
    path = tmp_path / "crash.log"
    path.write_text("x" * 1_000_000, encoding="utf-8")
    ErrorLog(tmp_path).remove()
    assert not (tmp_path / "crash.old.log").exists()


class Shouter(QObject):
    called = Signal()


def test_one_broken_slot_does_not_keep_others_from_working(log: ErrorLog) -> None:
    shouter, heard = Shouter(), []
    shouter.called.connect(break_down)
    shouter.called.connect(lambda: heard.append(True))
    shouter.called.emit()
    assert heard == [True]
