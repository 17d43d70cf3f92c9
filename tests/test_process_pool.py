"""Processes that do tasks: none that dies or hangs costs more than its task."""

from __future__ import annotations

import gc
import itertools
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from gui import process_pool
from gui.own_process import Frame
from gui.process_pool import Fault, Lost, ProcessPool, serve, spare_processors

ROOT = Path(__file__).parents[1]


def main(quiet: int) -> None:
    """What the processes of these tests do: they obey."""
    serve(obedient, quiet)


def obedient(setup: str) -> Callable[[tuple[str, Any]], object]:
    def work(task: tuple[str, Any]) -> object:
        what, value = task
        if what == "die":
            os._exit(3)
        if what == "hang":
            time.sleep(600)
        if what == "raise":
            raise ValueError(value)
        if what == "print":
            print("not for the pool")
        if what == "nice":
            return os.nice(0)
        if what == "policy":
            return os.sched_getscheduler(0)
        if what == "spin":
            while True:
                pass
        if what == "hurry":  # the system counts whole seconds
            process_pool.PATIENCE = value
        if what == "group":
            return os.getpgid(0)
        if what == "pid":
            return os.getpid()
        return setup, value

    return work


class Work:
    """Tasks for a pool, and what came of them."""

    def __init__(self) -> None:
        self.tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[Any, Any]] = queue.SimpleQueue()
        self.pools: list[ProcessPool] = []
        self.threads = 0

    def pool(self, jobs: int = 1, setup: object = "set up", **options: Any) -> ProcessPool:
        pool = ProcessPool(
            __name__,
            setup,
            jobs,
            self.tasks.get,
            lambda task, answer: self.answers.put((task, answer)),
            **options,
        )
        self.pools.append(pool)
        self.threads += jobs
        return pool

    def ask(self, *tasks: tuple[str, Any]) -> None:
        for task in tasks:
            self.tasks.put(task)

    def answer(self, seconds: float = 30) -> Any:
        return self.answers.get(timeout=seconds)[1]

    def close(self) -> None:
        for _ in range(self.threads):
            self.tasks.put(None)
        for pool in self.pools:
            pool.close(10)


@pytest.fixture
def work() -> Iterator[Work]:
    found = Work()
    yield found
    found.close()


def test_tasks_are_done_by_as_many_processes_as_asked_for(work: Work) -> None:
    work.pool(3)
    work.ask(*(("say", number) for number in range(30)))
    assert sorted(work.answer() for _ in range(30)) == [("set up", n) for n in range(30)]


def test_what_processes_are_told_first_is_pickled_once_for_all_and_then_forgotten(
    work: Work,
) -> None:
    """It may be a list of 300,000 pairs."""
    pickled: list[str] = []

    class Counted:
        def __reduce__(self) -> tuple[object, ...]:
            pickled.append("once")
            return str, ("counted",)

    pool = work.pool(2, Counted())
    work.ask(("die", 0), ("die", 1), *(("say", number) for number in range(8)))
    answers = [work.answer() for _ in range(10)]
    assert sorted(answer for answer in answers if answer is not Lost.DIED) == [
        ("counted", number) for number in range(8)
    ]
    assert pickled == ["once"]
    work.tasks.put(None)
    work.tasks.put(None)
    pool.close(10)
    assert not any(isinstance(kept, Frame) for kept in gc.get_objects())


def test_a_process_that_dies_costs_one_task(work: Work) -> None:
    work.pool()
    work.ask(("say", 1), ("die", 2), ("say", 3))
    assert [work.answer() for _ in range(3)] == [("set up", 1), Lost.DIED, ("set up", 3)]


def test_a_process_that_is_killed_costs_one_task(work: Work) -> None:
    pool = work.pool()
    work.ask(("pid", 0))
    pid = work.answer()
    work.ask(("hang", 1), ("say", 2))
    while not pool.pids():
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    assert [work.answer(), work.answer()] == [Lost.DIED, ("set up", 2)]


def test_a_task_that_takes_too_long_is_given_up(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(process_pool, "time", SimpleNamespace(monotonic=lambda: now[0]))
    pool = work.pool(patience=20.0)
    work.ask(("say", 1), ("hang", 2))
    assert work.answer() == ("set up", 1)
    while not pool.pids():
        time.sleep(0.01)
    now[0] = 20.1
    assert work.answer() == Lost.HUNG
    work.ask(("say", 3))
    assert work.answer() == ("set up", 3)


def test_what_a_task_raises_comes_back_and_the_process_goes_on(work: Work) -> None:
    work.pool()
    work.ask(("pid", 0), ("raise", "nonsense"), ("pid", 0))
    before, fault, after = (work.answer() for _ in range(3))
    assert isinstance(fault, Fault)
    assert fault.error == "ValueError"
    assert "nonsense" in fault.details
    assert before == after


def test_what_a_task_prints_does_not_come_between(work: Work) -> None:
    work.pool()
    work.ask(("print", 1), ("say", 2))
    assert [work.answer(), work.answer()] == [("set up", 1), ("set up", 2)]


@pytest.mark.timeout(600)
@pytest.mark.skipif(os.name != "posix", reason="priorities are told otherwise")
def test_quiet_ones_leave_the_processor_to_others(work: Work) -> None:
    work.pool(quiet=True)
    work.ask(("nice", 0))
    assert work.answer(250) == min(19, os.nice(0) + 19)
    if sys.platform == "linux":
        work.ask(("policy", 0))
        assert work.answer(250) == os.SCHED_IDLE


@pytest.mark.timeout(600)  # other tests may leave little of the processor
@pytest.mark.skipif(os.name != "posix", reason="processor time is not limited")
def test_a_quiet_task_that_takes_too_much_processor_time_is_given_up(work: Work) -> None:
    work.pool(quiet=True)
    work.ask(("hurry", 1), ("spin", 2), ("say", 3))
    answers = [work.answer(250) for _ in range(3)]
    assert answers == [("set up", 1), Lost.HUNG, ("set up", 3)]


@pytest.mark.skipif(os.name != "posix", reason="no process groups")
def test_a_terminal_s_interruption_does_not_reach_them(work: Work) -> None:
    work.pool()
    work.ask(("group", 0), ("pid", 0))
    group, pid = work.answer(), work.answer()
    assert group == pid
    os.kill(pid, signal.SIGINT)
    work.ask(("pid", 0))
    assert work.answer() == pid


def test_closing_ends_what_is_under_way(work: Work) -> None:
    pool = work.pool(2)
    work.ask(("say", 0), ("hang", 1), ("hang", 2))
    work.answer()
    while len(pool.pids()) < 2:
        time.sleep(0.01)
    pids = pool.pids()
    pool.close(20)
    assert work.answers.empty()
    wait_until_gone(*pids)


@pytest.mark.skipif(os.name != "posix", reason="the system ends them at once")
def test_closing_waits_for_no_process_that_the_system_is_slow_to_end(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine one of the lowest priority lives on for many seconds when it is killed."""
    pool = work.pool(2, quiet=True)
    work.ask(("hang", 1), ("hang", 2))
    while len(pool.pids()) < 2:
        time.sleep(0.01)
    pids = pool.pids()
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)  # nor shall it end by itself when its pipe is closed
    monkeypatch.setattr(subprocess.Popen, "kill", lambda _: None)
    pool.close(20)
    assert not [t.name for t in threading.enumerate() if t.name.startswith("copydesk-pool-")]
    assert all(map(_runs, pids))
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    wait_until_gone(*pids)  # nor does anything of them stay behind


@pytest.mark.skipif(os.name != "posix", reason="signals end no process")
def test_how_a_process_ended_is_known_however_slowly_it_does(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It closes its line to us long before its exit status is there."""
    looks = itertools.count()
    poll, wait = subprocess.Popen.poll, subprocess.Popen.wait

    def slow(process: subprocess.Popen[bytes]) -> int | None:
        return poll(process) if next(looks) > 30 else None

    def longer(process: subprocess.Popen[bytes], timeout: float | None = None) -> int:
        if timeout is not None:
            raise subprocess.TimeoutExpired("it", timeout)
        return wait(process)

    work.pool(quiet=True)
    work.ask(("pid", 0))
    pid = work.answer(250)
    work.ask(("hang", 1))
    monkeypatch.setattr(subprocess.Popen, "poll", slow)
    monkeypatch.setattr(subprocess.Popen, "wait", longer)
    os.kill(pid, signal.SIGXCPU)
    assert work.answer(250) == Lost.HUNG


def test_threads_end_when_there_is_nothing_left(work: Work) -> None:
    pool = work.pool(2)
    work.ask(("say", 1))
    assert pool.working
    work.tasks.put(None)
    work.tasks.put(None)
    assert work.answer() == ("set up", 1)
    ours = [t for t in threading.enumerate() if t.name.startswith("copydesk-pool-")]
    for thread in ours:
        thread.join(20)
        assert not thread.is_alive()
    assert not pool.working


def test_where_no_process_can_be_started_each_task_is_told(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", none)
    work.pool()
    work.ask(("say", 1), ("say", 2))
    assert [work.answer(), work.answer()] == [Lost.DIED, Lost.DIED]


PARENT = """
import threading, time
from gui.process_pool import ProcessPool
tasks = iter([("pid", 0), ("hang", 0)])
pool = ProcessPool("tests.test_process_pool", "", 1, lambda: next(tasks),
                   lambda task, answer: print(answer, flush=True))
time.sleep(60)
"""


def test_they_end_with_the_program_however_it_ended() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    wait_until_gone(pid, reaped=False)  # by whoever inherits it


def wait_until_gone(*pids: int, reaped: bool = True) -> None:
    """Wait until these processes have ended, and until somebody asked how, where *reaped*."""
    deadline = time.monotonic() + 60
    there = _is_known if reaped else _runs
    while any(map(there, pids)):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def _is_known(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False


@pytest.mark.skipif(os.name != "posix", reason="only POSIX bounds them")
def test_a_task_may_take_two_minutes_and_four_gigabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The longest texts that are read take a minute and three gigabytes to be compared."""
    import resource

    limits: dict[int, int] = {}
    none = resource.RLIM_INFINITY
    monkeypatch.setattr(resource, "getrlimit", lambda _: (none, none))
    monkeypatch.setattr(resource, "setrlimit", lambda what, both: limits.update({what: both[0]}))
    monkeypatch.setattr(
        resource, "getrusage", lambda _: SimpleNamespace(ru_utime=7.5, ru_stime=0.75)
    )
    process_pool.bound_time()
    process_pool.bound_memory()
    assert limits == {resource.RLIMIT_CPU: 8 + 120, resource.RLIMIT_AS: 4_000_000_000}


def test_one_processor_is_left_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for there, spare in ((1, 1), (2, 1), (8, 7)):
        monkeypatch.setattr(
            os, "sched_getaffinity", lambda _, n=there: set(range(n)), raising=False
        )
        assert spare_processors() == spare
