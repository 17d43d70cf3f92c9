"""The worker's link closed while it is being started, as a bad label set at the start does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gui import app
from gui.commands import window
from gui.own_process import start_process
from gui.review.background import Invoker
from gui.review.preparing.protocol import Expect
from gui.review.preparing.worker_link import WorkerLink
from gui.review.session import ReviewSession
from tests.review.waiting import wait_until


class HeldStart:
    """Holds threads called *name* at the point at which they are to be started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        start = threading.Thread.start

        def held(thread: threading.Thread) -> None:
            if thread.name == name:
                self.reached.set()
                assert self.go_on.wait(30)
            start(thread)

        monkeypatch.setattr(threading.Thread, "start", held)


def in_thread(call: Callable[[], object], said: list[BaseException]) -> threading.Thread:
    def run() -> None:
        try:
            call()
        except BaseException as error:
            said.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_link_is_closed_while_its_listener_is_being_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    process = start_process("gui.review.preparing.worker")
    link, ended = WorkerLink(process), threading.Event()
    said: list[BaseException] = []
    start = HeldStart(monkeypatch, "copydesk-worker-link")
    listening = in_thread(lambda: link.listen(lambda answer: None, ended.set), said)
    assert start.reached.wait(30)
    closing = in_thread(link.close, said)
    closing.join(0.2)  # it may come as far as it can
    start.go_on.set()
    for thread in (listening, closing):
        thread.join(30)
    assert not said
    assert ended.wait(30)
    assert process.poll() is not None


def test_the_last_wait_knows_threads_that_are_not_started_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unstarted = threading.Thread(target=lambda: None)
    left: list[int] = []
    before = threading.enumerate()
    monkeypatch.setattr(threading, "enumerate", lambda: [*before, unstarted])
    monkeypatch.setattr(window, "exit_now", left.append)
    window.leave_stuck_threads(before, 2, wait=0.01)
    assert left == [2]


def test_a_thread_that_ends_after_qt_has_nobody_to_tell(qapp: QApplication) -> None:
    invoker, receiver = Invoker(), QObject()
    delete(invoker)
    invoker.invoke(receiver, lambda: None)


def test_a_session_that_gets_no_window_is_closed(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[str] = []
    close = ReviewSession.close

    def known_close(session: ReviewSession, seconds: float = 1.5) -> None:
        close(session, seconds)
        closed.append("session")

    monkeypatch.setattr(ReviewSession, "close", known_close)
    monkeypatch.setattr(app, "make_application", lambda explain: qapp)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The ferry is back.\n", encoding="utf-8")
    labels = tmp_path / "labels.toml"
    labels.write_text('[[label]]\nname = "ok"\ncolour = "pink"\n', encoding="utf-8")
    paths = (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    process = start_process("gui.review.preparing.worker")
    link = WorkerLink(process)
    with pytest.raises(app.StartError):
        app.run(app.Start(paths, labels_set=str(labels)), link, str)
    assert closed == ["session"]
    assert process.poll() is not None


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of children")
def test_a_worker_gets_ready_for_documents_that_are_announced() -> None:
    """What reads pages takes a third of a second to load."""
    link = WorkerLink()
    try:
        assert link.send(Expect(("a.txt", "b.html")))
        children = Path(f"/proc/{link.pid}/task/{link.pid}/children")
        wait_until(children.read_text)
    finally:
        link.close()


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("x.html,y.txt", "x.html y.txt"),
        ("", ""),
        ("a,b\nc,d\ne,f\ng,h", "a b c d e f"),  # of three pairs
    ],
)
def test_the_command_announces_the_first_documents_of_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, names: str
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(WorkerLink, "send", lambda _link, message: sent.append(message))
    monkeypatch.setattr(app, "run", lambda *_: 0)
    path = tmp_path / "pairs.csv"
    path.write_text(f"reference,candidate\n{rows}\n" if rows else "sentence1,sentence2\nA,B\n")
    assert window.main([str(path)]) == 0
    assert sent == [Expect(tuple(names.split()))]
