"""The worker process: how it is started, replaced and given up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.own_process import start_process
from gui.review.preparing.protocol import Cancel, DocumentSource, Request
from gui.review.preparing.worker_link import WorkerLink
from tests.review.preparing.preparation import Preparation
from tests.review.waiting import let_timers_run, wait_until


class SlowStart:
    """Lets no worker process start before `go` is set; knows what was done in which thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.refusals = 0  # how many processes the system still refuses to start
        self.threads: set[threading.Thread] = set()
        self.processes: list[subprocess.Popen[bytes]] = []
        start, send = WorkerLink.__init__, WorkerLink.send

        def slow_start(link: WorkerLink) -> None:
            self.threads.add(threading.current_thread())
            assert self.go.wait(10)
            if self.refusals:
                self.refusals -= 1
                raise BlockingIOError("no more processes")
            process = start_process("gui.review.preparing.worker")
            start(link, process)
            self.processes.append(process)

        def known_send(link: WorkerLink, message: Request | Cancel) -> bool:
            self.threads.add(threading.current_thread())
            return send(link, message)

        monkeypatch.setattr(WorkerLink, "__init__", slow_start)
        monkeypatch.setattr(WorkerLink, "send", known_send)


@pytest.fixture
def slow(preparation: Preparation, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowStart]:
    found = SlowStart(monkeypatch)
    yield found
    found.go.set()
    preparation.preparer.close()


def test_a_worker_is_started_and_written_to_in_a_thread(
    preparation: Preparation, slow: SlowStart
) -> None:
    for key in range(3):
        preparation.add(key)
    preparation.preparer.want(0)
    preparation.preparer.want(1)
    assert not slow.processes, "the process is not waited for"
    slow.go.set()
    wait_until(lambda: preparation.ready)
    preparation.preparer.forget()
    preparation.preparer.want(2)
    wait_until(lambda: len(preparation.ready) == 2)
    assert [key for key, _ in preparation.ready] == [1, 2]
    assert preparation.documents == [1, 2]
    assert all(prepared.comparison is not None for _, prepared in preparation.ready)
    assert threading.current_thread() not in slow.threads


def test_a_worker_that_is_given_up_before_it_is_there_is_ended_when_it_is(
    preparation: Preparation, slow: SlowStart
) -> None:
    preparation.add(1)
    preparation.preparer.want(1)
    let_timers_run(preparation.owner, 120_000)
    assert "given up" in str(preparation.ready[0][1].problem)
    slow.go.set()
    preparation.preparer.forget(1)
    preparation.preparer.want(1)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].comparison is not None
    wait_until(lambda: [process.poll() for process in slow.processes].count(None) == 1)


def test_no_process_is_left_where_it_was_still_being_started(
    preparation: Preparation, slow: SlowStart
) -> None:
    preparation.add(1)
    preparation.preparer.want(1)
    wait_until(lambda: slow.threads)
    threading.Timer(0.1, slow.go.set).start()
    preparation.preparer.close()
    wait_until(lambda: slow.processes and slow.processes[0].poll() is not None)


@pytest.mark.parametrize("refusals", [1, 2])
def test_a_process_that_cannot_be_started_is_tried_once_more_and_then_told(
    preparation: Preparation, slow: SlowStart, refusals: int
) -> None:
    slow.refusals = refusals
    slow.go.set()
    preparation.add(1)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    if refusals == 1:
        assert preparation.ready[0][1].comparison is not None
        return
    assert "F5" in str(preparation.ready[0][1].problem)
    preparation.preparer.forget(1)
    preparation.preparer.want(1)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].comparison is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_ended_while_it_had_nothing_to_do_is_replaced_unnoticed(
    preparation: Preparation,
) -> None:
    preparation.add(1)
    preparation.add(2)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    os.kill(preparation.worker_pid(), signal.SIGKILL)
    time.sleep(0.2)  # no turn for the loop, which would hear of it
    preparation.preparer.want(2)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].comparison is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_does_not_read_keeps_nobody(preparation: Preparation) -> None:
    preparation.add(1)
    preparation.add(2)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    stuck = preparation.worker_pid()
    os.kill(stuck, signal.SIGSTOP)
    guard = threading.Timer(5.0, os.kill, (stuck, signal.SIGKILL))
    guard.start()
    long = DocumentSource(
        "pasted", text="Two boats left for the island. " * 20_000
    )  # fills any pipe
    preparation.requests[3] = Request(0, long, long)
    preparation.preparer.want(3)
    preparation.preparer.want(2)
    assert guard.is_alive(), "the window's thread waits for the worker"
    guard.cancel()
    wait_until(lambda: len(preparation.ready) == 2)
    assert [key for key, _ in preparation.ready] == [1, 2]
    assert preparation.worker_pid() != stuck


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_worker_does_not_look_for_modules_in_the_current_folder(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "regex.py").write_text("raise SystemExit('wrong one')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    owner = QObject()
    preparation = Preparation(owner, tmp_path, monkeypatch)
    preparation.add(1)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    assert preparation.ready[0][1].comparison is not None
    preparation.preparer.close()
    owner.deleteLater()
