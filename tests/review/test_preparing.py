"""Reading and comparing in the worker process: what arrives, what is dropped, what survives."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.compare import ChangeKind
from gui.review import preparing
from gui.review.preparing import Prepared, Preparer
from gui.review.protocol import Cancel, Request, Source, stamp
from gui.review.worker_link import WorkerLink
from tests.review.waiting import let_pass, wait_until

REFERENCE = "The harbour opened at dawn.\n\nTwo boats left for the island.\n"
CANDIDATE = "The port opened at dawn.\n\nTwo boats left for the island.\n"


class Desk:
    """A preparer with pairs by number, and what it announced."""

    def __init__(self, owner: QObject, folder: Path) -> None:
        self.folder = folder
        self.requests: dict[int, Request] = {}
        self.ready: list[tuple[int, Prepared]] = []
        self.documents: list[int] = []
        self.beginnings: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.preparer = Preparer(self.requests.get, owner, None)
        self.preparer.ready.connect(lambda key, prepared: self.ready.append((key, prepared)))
        self.preparer.documents_ready.connect(lambda key, *_: self.documents.append(key))
        self.preparer.beginnings_ready.connect(
            lambda _key, *both: self.beginnings.append((both[0].text, both[1].text))
        )
        self.preparer.fault.connect(self.faults.append)

    def add(self, key: int, reference: str = REFERENCE, candidate: str = CANDIDATE) -> None:
        """Write a pair of files."""
        paths = []
        for name, text in (("r", reference), ("c", candidate)):
            path = self.folder / f"{key}-{name}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        sources = [Source(path.name, path=str(path)) for path in paths]
        self.requests[key] = Request(0, sources[0], sources[1])

    def worker_pid(self) -> int:
        """The number of the worker process."""
        link = self.preparer._link
        assert link is not None
        wait_until(lambda: link.pid is not None)
        assert link.pid is not None
        return link.pid

    def wait_until_sent(self) -> None:
        """Wait until the worker has in its pipe what was asked for."""
        wait_until(lambda: self.preparer._sending is None)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    owner = QObject()
    found = Desk(owner, tmp_path)
    yield found
    found.preparer.close()
    owner.deleteLater()


def test_of_a_very_long_text_the_first_words_come_first(desk: Desk) -> None:
    long = "Two boats left for the island at dawn. " * 60_000
    desk.add(1, reference=long)
    desk.preparer.want(1)
    wait_until(lambda: desk.beginnings)
    assert not desk.documents
    reference, candidate = desk.beginnings[0]
    assert long.startswith(reference)
    assert 1000 < len(reference) < 100_000
    assert candidate == CANDIDATE
    desk.preparer.close()


def test_a_pair_arrives_first_as_documents_then_compared(desk: Desk) -> None:
    desk.add(1)
    assert desk.preparer.want(1) is None
    wait_until(lambda: desk.ready)
    key, prepared = desk.ready[0]
    assert key == 1
    assert desk.documents == [1]
    assert prepared.comparison is not None
    assert [change.kind for change in prepared.comparison.changes] == [ChangeKind.SUBSTITUTION]
    assert prepared.comparison.reference.name == "1-r.txt"


def test_pairs_ahead_are_there_at_once_when_their_turn_comes(desk: Desk) -> None:
    for key in range(4):
        desk.add(key)
    desk.preparer.want(0, [1, 2])
    wait_until(lambda: desk.preparer.known(2) is not None)
    assert [key for key, _ in desk.ready] == [0], "only the wanted pair is announced"
    assert desk.documents == [0]
    known = desk.preparer.want(2, [3])
    assert known is not None
    assert known.comparison is not None
    assert desk.preparer.known(3) is None


def test_a_pair_that_nobody_wants_any_more_is_never_announced(desk: Desk) -> None:
    for key in range(3):
        desk.add(key)
    desk.preparer.want(0)
    wait_until(lambda: desk.ready)
    os.kill(desk.worker_pid(), signal.SIGSTOP)
    desk.preparer.want(1)
    desk.preparer.want(2)
    os.kill(desk.worker_pid(), signal.SIGCONT)
    wait_until(lambda: len(desk.ready) == 2)
    let_pass(100)
    assert [key for key, _ in desk.ready] == [0, 2]
    assert desk.documents == [0, 2]


def test_a_worker_that_does_not_let_go_is_ended(desk: Desk) -> None:
    desk.add(2)
    desk.add(1)
    desk.preparer.want(2)
    wait_until(lambda: desk.ready)
    stuck = desk.worker_pid()
    os.kill(stuck, signal.SIGSTOP)  # as one that hangs in a library
    desk.ready.clear()
    desk.preparer.want(1)
    desk.preparer.forget()
    desk.preparer.want(2)
    wait_until(lambda: desk.ready)
    assert desk.ready[0][0] == 2
    assert desk.worker_pid() != stuck


def test_a_pair_that_brings_the_worker_down_is_told_and_the_next_one_works(desk: Desk) -> None:
    desk.add(1)
    desk.add(2)
    desk.preparer.want(2)
    wait_until(lambda: desk.ready)
    desk.ready.clear()
    pid = desk.worker_pid()
    os.kill(pid, signal.SIGSTOP)
    desk.preparer.want(1)
    desk.wait_until_sent()
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: desk.ready)
    key, prepared = desk.ready[0]
    assert key == 1
    assert "F5" in str(prepared.problem)
    desk.preparer.forget(1)
    desk.preparer.want(1)
    wait_until(lambda: len(desk.ready) == 2)
    assert desk.ready[1][1].comparison is not None


def test_an_answer_that_cannot_be_taken_is_told_at_once_and_the_next_one_works(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> Prepared:
        raise MemoryError

    logged: list[object] = []
    monkeypatch.setattr(threading, "excepthook", logged.append)
    desk.add(1)
    with monkeypatch.context() as patch:
        patch.setattr(preparing, "_prepared", no_room)
        desk.preparer.want(1)
        wait_until(lambda: desk.ready)
    assert "F5" in str(desk.ready[0][1].problem)
    wait_until(lambda: logged)
    desk.preparer.forget(1)
    desk.preparer.want(1)
    wait_until(lambda: len(desk.ready) == 2)
    assert desk.ready[1][1].comparison is not None
    assert len(logged) == 1


def test_a_pair_that_takes_for_ever_is_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(1)
    desk.add(2)
    desk.preparer.want(2)
    wait_until(lambda: desk.ready)
    monkeypatch.setattr(preparing, "_PATIENCE", 50)
    os.kill(desk.worker_pid(), signal.SIGSTOP)
    desk.preparer.want(1)
    wait_until(lambda: len(desk.ready) == 2)
    assert "given up" in str(desk.ready[1][1].problem)


def test_an_unreadable_document_gives_one_sentence(desk: Desk) -> None:
    desk.add(1)
    (desk.folder / "1-c.txt").unlink()
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    problem = desk.ready[0][1].problem
    assert "1-c.txt" in str(problem)
    assert str(problem).endswith(".")
    assert "Traceback" not in str(problem)
    assert not desk.faults


def test_what_is_known_says_under_which_stamps_the_files_were_read(desk: Desk) -> None:
    desk.add(1)
    desk.requests[2] = desk.requests[1]._replace(candidate=Source("gone.txt", path="gone.txt"))
    then = (stamp(desk.requests[1].reference.path), stamp(desk.requests[1].candidate.path))
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    desk.add(1, candidate=CANDIDATE + "\nA new line.\n")
    known = desk.preparer.want(1)
    assert known is not None, "the disk is not asked"
    assert known.stamps == then
    desk.preparer.want(2)
    wait_until(lambda: len(desk.ready) == 2)
    assert str(desk.ready[1][1].problem) == "The candidate gone.txt is not there."
    assert desk.ready[1][1].stamps == (stamp(desk.requests[1].reference.path), None)


def test_few_pairs_are_kept(desk: Desk) -> None:
    for key in range(20):
        desk.add(key)
        desk.preparer.want(key)
        wait_until(partial(desk.preparer.known, key))
    kept = [key for key in range(20) if desk.preparer.known(key) is not None]
    assert kept == list(range(8, 20))


def test_a_pair_without_a_request_is_passed_over(desk: Desk) -> None:
    desk.add(2)
    assert desk.preparer.want(1, [2]) is None
    wait_until(lambda: desk.preparer.known(2) is not None)
    assert not desk.ready


def test_no_process_is_left_after_closing(desk: Desk) -> None:
    desk.add(1)
    desk.preparer.want(1)
    wait_until(lambda: desk.documents)
    pid = desk.worker_pid()
    desk.preparer.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


class SlowStart:
    """Lets no worker process start before `go` is set; knows what was done in which thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.refusals = 0  # how many processes the system still refuses to start
        self.threads: set[threading.Thread] = set()
        self.links: list[WorkerLink] = []
        start, send = WorkerLink.__init__, WorkerLink.send

        def slow_start(link: WorkerLink) -> None:
            self.threads.add(threading.current_thread())
            assert self.go.wait(10)
            if self.refusals:
                self.refusals -= 1
                raise BlockingIOError("no more processes")
            start(link)
            self.links.append(link)

        def known_send(link: WorkerLink, message: Request | Cancel) -> bool:
            self.threads.add(threading.current_thread())
            return send(link, message)

        monkeypatch.setattr(WorkerLink, "__init__", slow_start)
        monkeypatch.setattr(WorkerLink, "send", known_send)


@pytest.fixture
def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowStart]:
    found = SlowStart(monkeypatch)
    yield found
    found.go.set()
    desk.preparer.close()


def test_a_worker_is_started_and_written_to_in_a_thread(desk: Desk, slow: SlowStart) -> None:
    for key in range(3):
        desk.add(key)
    desk.preparer.want(0)
    desk.preparer.want(1)
    assert not slow.links, "the process is not waited for"
    slow.go.set()
    wait_until(lambda: desk.ready)
    desk.preparer.forget()
    desk.preparer.want(2)
    wait_until(lambda: len(desk.ready) == 2)
    assert [key for key, _ in desk.ready] == [1, 2]
    assert desk.documents == [1, 2]
    assert all(prepared.comparison is not None for _, prepared in desk.ready)
    assert threading.current_thread() not in slow.threads


def test_a_worker_that_is_given_up_before_it_is_there_is_ended_when_it_is(
    desk: Desk, slow: SlowStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(1)
    with monkeypatch.context() as patch:
        patch.setattr(preparing, "_PATIENCE", 50)
        desk.preparer.want(1)
        wait_until(lambda: desk.ready)
    assert "given up" in str(desk.ready[0][1].problem)
    slow.go.set()
    desk.preparer.forget(1)
    desk.preparer.want(1)
    wait_until(lambda: len(desk.ready) == 2)
    assert desk.ready[1][1].comparison is not None
    wait_until(lambda: [link.alive for link in slow.links].count(True) == 1)


def test_no_process_is_left_where_it_was_still_being_started(desk: Desk, slow: SlowStart) -> None:
    desk.add(1)
    desk.preparer.want(1)
    wait_until(lambda: slow.threads)
    threading.Timer(0.1, slow.go.set).start()
    desk.preparer.close()
    wait_until(lambda: slow.links and not slow.links[0].alive)


@pytest.mark.parametrize("refusals", [1, 2])
def test_a_process_that_cannot_be_started_is_tried_once_more_and_then_told(
    desk: Desk, slow: SlowStart, refusals: int
) -> None:
    slow.refusals = refusals
    slow.go.set()
    desk.add(1)
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    if refusals == 1:
        assert desk.ready[0][1].comparison is not None
        return
    assert "F5" in str(desk.ready[0][1].problem)
    desk.preparer.forget(1)
    desk.preparer.want(1)
    wait_until(lambda: len(desk.ready) == 2)
    assert desk.ready[1][1].comparison is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_ended_while_it_had_nothing_to_do_is_replaced_unnoticed(desk: Desk) -> None:
    desk.add(1)
    desk.add(2)
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    os.kill(desk.worker_pid(), signal.SIGKILL)
    time.sleep(0.2)  # no turn for the loop, which would hear of it
    desk.preparer.want(2)
    wait_until(lambda: len(desk.ready) == 2)
    assert desk.ready[1][1].comparison is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_worker_that_does_not_read_keeps_nobody(desk: Desk) -> None:
    desk.add(1)
    desk.add(2)
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    stuck = desk.worker_pid()
    os.kill(stuck, signal.SIGSTOP)
    guard = threading.Timer(5.0, os.kill, (stuck, signal.SIGKILL))
    guard.start()
    long = Source("pasted", text="Two boats left for the island. " * 20_000)  # fills any pipe
    desk.requests[3] = Request(0, long, long)
    desk.preparer.want(3)
    desk.preparer.want(2)
    assert guard.is_alive(), "the window's thread waits for the worker"
    guard.cancel()
    wait_until(lambda: len(desk.ready) == 2)
    assert [key for key, _ in desk.ready] == [1, 2]
    assert desk.worker_pid() != stuck


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_worker_does_not_look_for_modules_in_the_current_folder(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "regex.py").write_text("raise SystemExit('wrong one')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    owner = QObject()
    desk = Desk(owner, tmp_path)
    desk.add(1)
    desk.preparer.want(1)
    wait_until(lambda: desk.ready)
    assert desk.ready[0][1].comparison is not None
    desk.preparer.close()
    owner.deleteLater()
