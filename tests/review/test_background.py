"""Background work: results come back, stale ones do not, long work is done in steps."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gui import app
from gui.review import background
from gui.review.background import Background, RightOfWay, Turns, Work, invoker
from gui.review.preparing.worker_link import WorkerLink
from tests.review.waiting import let_pass, let_timers_run, wait_until


class Runner:
    """Background work and what came of it."""

    def __init__(self) -> None:
        self.owner = QObject()
        self.done: list[str] = []
        self.failed: list[BaseException] = []
        self.work: Background[str] = Background(self.owner, self.done.append, self.failed.append)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    found = Runner()
    yield found
    found.work.close()
    found.owner.deleteLater()


def test_a_result_comes_back_in_the_thread_of_qt(runner: Runner) -> None:
    runner.work.run(lambda _: threading.current_thread().name)
    wait_until(lambda: runner.done)
    assert runner.done == ["copydesk-background"]
    assert not runner.work.busy


def test_an_exception_comes_back_too(runner: Runner) -> None:
    def fail(_: threading.Event) -> str:
        raise ValueError("no")

    runner.work.run(fail)
    wait_until(lambda: runner.failed)
    assert str(runner.failed[0]) == "no"
    assert not runner.done


def test_a_newer_call_makes_the_older_one_stale(runner: Runner) -> None:
    let_go = threading.Event()

    def slow(_: threading.Event) -> str:
        let_go.wait(10)
        return "old"

    runner.work.run(slow)
    runner.work.run(lambda _: "new")
    wait_until(lambda: runner.done)
    let_go.set()
    let_pass(50)
    assert runner.done == ["new"]


def test_closing_tells_the_function_to_stop_and_drops_its_result(runner: Runner) -> None:
    def until_told(cancelled: threading.Event) -> str:
        cancelled.wait(10)
        return "late"

    runner.work.run(until_told)
    runner.work.close()
    let_pass(30)
    assert not runner.done


def test_what_is_for_a_deleted_object_is_not_called(qapp: QApplication) -> None:
    called: list[str] = []
    kept, deleted = QObject(), QObject()
    for name, receiver in (("deleted", deleted), ("kept", kept)):
        thread = threading.Thread(
            target=invoker().invoke, args=(receiver, lambda name=name: called.append(name))
        )
        thread.start()
        thread.join()
    delete(deleted)
    wait_until(lambda: called)
    assert called == ["kept"]


def test_no_thread_keeps_python_for_long_while_the_window_is_open(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []

    def no_screen(*_given: object) -> QApplication:
        seen.append(sys.getswitchinterval())
        raise app.StartError

    before = sys.getswitchinterval()
    monkeypatch.setattr(app, "make_application", no_screen)
    with pytest.raises(app.StartError):
        app.run(app.Start(), cast(WorkerLink, None), str)
    assert seen == [pytest.approx(0.00005)]  # a frame may have to wait for several threads
    assert seen[0] < before
    assert sys.getswitchinterval() == before


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    found = QObject()
    yield found
    found.deleteLater()


def count(to: int, seconds: float = 0.0) -> Work[int]:
    for _ in range(to):
        time.sleep(seconds)
        yield
    return to


def test_the_steps_bring_what_they_found_and_others_get_their_turn(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []
    turns.do(count(40, 0.002), found.append)
    assert turns.busy
    QCoreApplication.processEvents()
    assert turns.busy, "not all in one turn"
    wait_until(lambda: not turns.busy)
    assert found == [40]


def test_a_turn_is_half_a_frame_of_sixty_a_second(
    owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the window answers in the frame in which a key was pressed, or in the next."""
    now = 0.0

    def steps() -> Work[int]:
        nonlocal now
        for _ in range(1_000):
            now += 0.00099
            yield
        return 0

    monkeypatch.setattr(background, "perf_counter", lambda: now)
    turns: Turns[int] = Turns(owner)
    turns.do(steps())
    let_timers_run(turns, 0)
    assert now == pytest.approx(0.00891)
    turns.stop()


def test_a_newer_work_drops_the_older_one(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []
    turns.do(count(1), found.append)
    turns.do(count(2), found.append)
    wait_until(lambda: not turns.busy)
    assert found == [2]
    turns.do(count(3), found.append)
    turns.stop()
    QCoreApplication.processEvents()
    assert (turns.busy, found) == (False, [2])


def test_a_step_may_ask_for_something_else(owner: QObject) -> None:
    turns: Turns[int] = Turns(owner)
    found: list[int] = []

    def change_of_mind() -> Work[int]:
        turns.do(count(5), found.append)
        yield
        return 1

    turns.do(change_of_mind(), found.append)
    wait_until(lambda: not turns.busy)
    assert found == [5]


def test_what_fails_is_told_and_is_over(owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: Turns[int] = Turns(owner)
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))

    def steps() -> Work[int]:
        yield
        raise LookupError

    turns.do(steps())
    wait_until(lambda: told)
    assert told == [LookupError]
    assert not turns.busy


def test_a_thread_waits_until_the_reader_has_the_pair() -> None:
    way = RightOfWay(60)
    way.wait()  # nobody waits for anything
    way.take()
    assert way.taken
    done = threading.Event()

    def work() -> None:
        way.wait()
        done.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert not done.wait(0.05)
    way.give_back()
    assert done.wait(60)
    thread.join()
    assert not way.taken


def test_nobody_waits_for_a_reader_whose_pair_does_not_come() -> None:
    way = RightOfWay(0.01)
    way.take()
    way.wait()
    wait_until(lambda: not way.taken)
