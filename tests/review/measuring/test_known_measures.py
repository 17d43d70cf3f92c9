"""What is known of a list from before is looked up when it opens, by processes of their own."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gui.labels import read_pairs
from gui.process_pool import ProcessPool
from gui.review.measures import Measures
from gui.review.measuring import measure_run
from gui.review.measuring.measure_cache import NAME, FileState, MeasureCache
from tests.dead_processes import none_starts
from tests.review.measuring.measured_lists import (
    AT_ONCE,
    Desk,
    all_of,
    measured_here,
    results_in,
    until,
)


@pytest.fixture(autouse=True)
def no_battery(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure_run, "on_battery", lambda: False)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    found.add(4)
    yield found
    found.close()


def test_what_is_known_is_looked_up_in_a_process_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window shares its interpreter with no thread that asks for thousands of files."""
    found = all_of(desk.run())
    desk.runs[0].close(10)
    asked: list[object] = []
    for owner, name in ((FileState, "of"), (MeasureCache, "digests"), (MeasureCache, "results")):
        monkeypatch.setattr(owner, name, lambda *given: asked.append(given))
    assert all_of(desk.run(jobs=0)) == found
    assert asked == []


def test_processes_look_up_also_before_there_is_a_cache(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They find what the list calls unreadable, which is much in a list of duplicates."""
    started: list[object] = []

    def heard(module: str, *more: Any, **options: Any) -> ProcessPool:
        started.append(module)
        return ProcessPool(module, *more, **options)

    monkeypatch.setattr(measure_run, "ProcessPool", heard)
    all_of(desk.run(jobs=0), "off")
    assert len(started) == 1


def test_a_list_is_sent_as_it_is_read(desk: Desk, tmp_path: Path) -> None:
    """Rows of every kind of list can go to another process."""
    names = [("0-r.txt", "0-c.txt"), ("1-r.txt", "1-c.txt")]
    lines = [f'{{"id": "{a}", "reference": "{a}", "candidate": "{b}"}}' for a, b in names]
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines))
    (tmp_path / "pairs.csv").write_text("\n".join(map(",".join, [("a", "b"), *names])))
    found = all_of(desk.run())
    for name in ("pairs.jsonl", "pairs.csv"):
        desk.pairs = read_pairs(tmp_path / name).pairs  # type: ignore[assignment]
        assert all_of(desk.run(jobs=0)) == {0: found[0], 1: found[1]}


def test_nothing_is_measured_before_all_is_looked_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that rests on measures is found again as soon as those from before are there."""
    desk.add(4)
    all_of(desk.run())
    desk.runs[0].close(10)
    desk.write("0-c.txt", "Something else altogether stands here now.")
    monkeypatch.setattr(measure_run, "BLOCK", 1)
    tasks: list[object] = []

    def heard(
        module: str,
        setup: object,
        jobs: int,
        take: Callable[[], object],
        *more: Any,
        **options: Any,
    ) -> ProcessPool:
        def taken() -> object:
            task = take()
            tasks.append(type(task).__name__)
            return task

        return ProcessPool(module, setup, jobs, taken, *more, **options)

    monkeypatch.setattr(measure_run, "ProcessPool", heard)
    all_of(desk.run())
    assert tasks[:8] == ["range"] * 8
    assert "Request" in tasks[8:]


def test_a_part_whose_look_up_takes_long_is_measured_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_run, "BLOCK", 1)
    monkeypatch.setattr(measure_run, "spare_processors", lambda: 1)
    measured = threading.Event()

    def late(
        module: str,
        setup: object,
        jobs: int,
        take: Callable[[], object],
        done: Callable[[object, object], None],
        **kind: Any,
    ) -> ProcessPool:
        def told(task: object, answer: object) -> None:
            if task == range(2, 3):
                measured.wait(60)
            done(task, answer)
            if isinstance(answer, Measures):
                measured.set()

        return ProcessPool(module, setup, jobs, take, told, **kind)

    monkeypatch.setattr(measure_run, "ProcessPool", late)
    run = desk.run(start=2, pace=AT_ONCE._replace(looking=0.0))
    assert sorted(all_of(run)) == [0, 1, 2, 3]


def test_where_nothing_can_be_looked_up_all_is_measured(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    none_starts(monkeypatch, "gui.review.measuring.measure_lookup")
    assert all_of(desk.run()) == {index: measured_here(desk, index) for index in range(4)}


def test_a_long_list_is_looked_up_part_by_part_from_the_start_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(4)
    found = all_of(desk.run())
    desk.runs[0].close(10)
    monkeypatch.setattr(measure_run, "BLOCK", 3)
    run = desk.run(start=4, jobs=0)
    until(run, lambda progress: progress.state == "done")
    parts = run.known()  # by two processes, of which either may be the quicker one
    assert sorted(part.places() for part in parts) == [[0, 1, 2], [3, 4, 5], [6, 7]]
    assert dict(result for part in parts for result in results_in(part)) == found


def test_a_block_that_is_measured_is_kept_as_a_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start asks for the files of a long list, and not for its pairs."""
    monkeypatch.setattr(measure_run, "BLOCK", 3)
    monkeypatch.setattr(measure_run, "LONG", 4)
    desk.write("1-c.txt", b"%PDF-1.4 no more than that")
    found = all_of(desk.run())
    desk.finish()
    with sqlite3.connect(desk.state / NAME) as database:
        database.execute("DELETE FROM files")
    database.close()
    assert all_of(desk.run(jobs=0)) == found
    desk.write("0-r.txt", "Something else altogether stands here now.")
    assert list(all_of(desk.run(jobs=0), "off")) == [3]
