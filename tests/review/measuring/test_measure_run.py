"""A list is measured in the background: what is found, what is known again, what may go wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gui.compare import Options
from gui.documents import DocumentError, Reader
from gui.documents.loading import read_bytes
from gui.labels import Pair, read_pairs
from gui.messages import Message
from gui.messages.about_documents import AboutDocument
from gui.review.measures import Measures, Unreadable
from gui.review.measuring import measure_run, measure_worker
from gui.review.measuring.measure_cache import CacheEntry, FileState, MeasureCache, digest_of
from gui.review.measuring.measure_run import MeasureRun, MeasuringProgress, on_battery
from gui.review.measuring.measure_worker import measure
from gui.review.preparing.protocol import Reading, request_for
from tests.dead_processes import none_starts
from tests.review.measuring.measured_lists import (
    SENTENCES,
    Desk,
    all_of,
    key_of,
    measured_here,
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


def test_every_pair_is_measured_and_known_at_the_next_start(desk: Desk) -> None:
    found = all_of(desk.run())
    assert found == {index: measured_here(desk, index) for index in range(4)}
    desk.runs[0].close(10)
    assert all_of(desk.run(jobs=0)) == found


def test_without_processes_only_what_is_known_is_told(desk: Desk) -> None:
    run = desk.run(jobs=0)
    assert all_of(run, "off") == {}
    assert run.progress() == MeasuringProgress(0, 4, None, "off")


def test_other_options_are_measured_anew(desk: Desk) -> None:
    all_of(desk.run())
    desk.runs[0].close(10)
    otherwise = Reading(options=Options(punctuation=True))
    assert all_of(desk.run(jobs=0, reading=otherwise), "off") == {}


def test_a_file_that_changed_since_is_measured_anew(desk: Desk) -> None:
    all_of(desk.run())
    desk.runs[0].close(10)
    desk.write("2-c.txt", "Something else altogether stands here now.")
    assert list(all_of(desk.run(jobs=0), "off")) == [0, 1, 3]
    assert all_of(desk.run())[2] == measured_here(desk, 2)


def test_moved_files_with_the_same_bytes_are_known_once_they_were_read(desk: Desk) -> None:
    found = all_of(desk.run())
    desk.runs[0].close(10)
    desk.pairs[3] = desk.pairs[3]._replace(reference=desk.pairs[0].reference)
    desk.pairs[3] = desk.pairs[3]._replace(candidate=desk.pairs[0].candidate)
    assert all_of(desk.run(jobs=0))[3] == found[0]


def test_what_cannot_be_read_is_told_and_known_too(desk: Desk) -> None:
    desk.write("0-c.txt", b"%PDF-1.4 and nothing more")
    desk.write("1-r.txt", b"")
    (desk.folder / "2-c.txt").unlink()
    found = all_of(desk.run())
    for index, role in ((0, 1), (1, 0), (2, 1)):
        result = found[index]
        assert isinstance(result, Unreadable)
        assert result.role == role
        assert f"{index}-{'rc'[role]}.txt" in str(result.problem)
    desk.runs[0].close(10)
    again = all_of(desk.run(jobs=0), "off")
    assert sorted(again) == [0, 1, 3]  # a file that is not there may be there soon
    empty = again[1]
    assert isinstance(empty, Unreadable)
    assert empty.problem.code is AboutDocument.OF_FILE
    assert empty.role == 0


def test_texts_in_the_list_are_measured_and_known(desk: Desk) -> None:
    desk.pairs = [
        Pair(f"p{n}", "", "", SENTENCES[n], " ".join(SENTENCES[n : n + 2])) for n in range(3)
    ]
    found = all_of(desk.run())
    assert all(isinstance(result, Measures) for result in found.values())
    desk.runs[0].close(10)
    assert all_of(desk.run(jobs=0)) == found


def test_pairs_that_the_list_calls_unusable_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\na,0-r.txt,0-c.txt\na,1-r.txt,1-c.txt\nb,,\n")
    desk.pairs = list(read_pairs(path).pairs)
    found = all_of(desk.run())
    assert (found[1], found[2]) == (None, None)
    assert isinstance(found[0], Measures)


def test_the_next_pairs_go_first_then_those_behind_the_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_run, "on_battery", lambda: True)  # holds it until all is said
    desk.add(4)
    run = desk.run(start=3)
    run.first([6, 1])
    until(run, lambda progress: progress.state == "battery")
    run.use_battery(True)
    assert list(all_of(run)) == [6, 1, 3, 4, 5, 7, 0, 2]


def test_a_pause_lets_the_processes_rest(desk: Desk) -> None:
    run = desk.run()
    run.set_paused(True)
    until(run, lambda progress: progress.state == "paused")
    time.sleep(1.5)
    assert run.progress().measured <= 1  # one may have been under way
    run.set_paused(False)
    assert len(all_of(run)) == 4


def test_on_battery_it_waits_unless_it_may(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure_run, "on_battery", lambda: True)
    run = desk.run()
    until(run, lambda progress: progress.state == "battery")
    time.sleep(1.0)
    assert run.progress().measured == 0
    run.use_battery(True)
    assert len(all_of(run)) == 4


def test_a_worker_that_is_killed_costs_one_pair(desk: Desk) -> None:
    slow = "\n\n".join(f"{SENTENCES[n % 4]} {n}" for n in range(12_000))
    desk.write("1-r.txt", slow)
    desk.write("1-c.txt", slow[5_000:] + slow[:4_000])
    run = desk.run()
    until(run, lambda progress: progress.measured == 1)
    while not run.pids():
        time.sleep(0.01)
    time.sleep(0.3)
    os.kill(run.pids()[0], signal.SIGKILL)
    found = all_of(run)
    assert [index for index, result in found.items() if result is None] == [1]
    run.close(10)
    assert sorted(all_of(desk.run(jobs=0), "off")) == [0, 2, 3]


def test_where_every_worker_dies_the_machine_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(30)
    none_starts(
        monkeypatch, "gui.review.measuring.measure_lookup", "gui.review.measuring.measure_worker"
    )
    run = desk.run()
    progress = until(run, lambda progress: progress.state == "off")
    assert progress.measured < 20
    assert all(result is None for _, result in run.results(100))


def test_closing_in_the_middle_is_quick_and_keeps_what_was_measured(desk: Desk) -> None:
    desk.add(200)
    run = desk.run()
    until(run, lambda progress: progress.measured >= 5)
    run.close(20)
    assert "copydesk-measuring" not in {thread.name for thread in threading.enumerate()}
    assert not run.pids()
    done = dict(run.results(1_000))
    assert len(done) < 200
    assert all_of(desk.run(jobs=0), "off").items() >= done.items()  # one may just have been kept


NOT_SO = Measures(0.25, 0.5, *range(13))  # of no pair here: whoever has it did not measure


@pytest.fixture
def other(desk: Desk) -> Iterator[MeasureCache]:
    """The cache as another window uses it."""
    cache = MeasureCache(desk.state)
    yield cache
    cache.close()


def held(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> MeasureRun:
    """A run that has looked up what is known, and waits to measure the rest."""
    with monkeypatch.context() as on_battery:
        on_battery.setattr(measure_run, "on_battery", lambda: True)
        run = desk.run()
        until(run, lambda progress: progress.state == "battery")
    return run


def test_what_another_window_measured_meanwhile_is_not_measured_again(
    desk: Desk, other: MeasureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = held(desk, monkeypatch)
    other.keep([CacheEntry(key_of(desk, 2), NOT_SO)])
    run.use_battery(True)
    assert all_of(run) == {**{n: measured_here(desk, n) for n in (0, 1, 3)}, 2: NOT_SO}


def test_a_pair_that_another_window_is_measuring_is_left_to_it(
    desk: Desk, other: MeasureCache
) -> None:
    assert other.claim(key_of(desk, 1), b"another")
    run = desk.run()
    until(run, lambda progress: progress.measured == 3)
    other.keep([CacheEntry(key_of(desk, 1), NOT_SO)])
    other.release(b"another", key_of(desk, 1))
    assert all_of(run) == {**{n: measured_here(desk, n) for n in (0, 2, 3)}, 1: NOT_SO}


@pytest.mark.parametrize("how", ["it let go", "it is gone"])
def test_a_pair_that_another_window_did_not_measure_after_all_is_measured(
    desk: Desk, other: MeasureCache, how: str
) -> None:
    assert other.claim(key_of(desk, 1), b"another")
    run = desk.run()
    until(run, lambda progress: progress.measured == 3)
    if how == "it let go":
        other.release(b"another")
    else:  # without a word, and long ago
        database = sqlite3.connect(other.path)
        database.execute("UPDATE claims SET since = since - 1000")
        database.commit()
        database.close()
    assert all_of(run)[1] == measured_here(desk, 1)


def test_two_windows_measure_one_list_together(desk: Desk, other: MeasureCache) -> None:
    desk.add(30)
    runs = desk.run(), desk.run()
    found = [all_of(run) for run in runs]
    assert found[0] == found[1]
    assert len(found[0]) == 34
    assert all(isinstance(result, Measures) for result in found[0].values())
    for run in runs:
        run.close(10)
    assert all(other.claim(key_of(desk, n), b"another") for n in range(34))


def test_whoever_closes_in_the_middle_keeps_nobody_waiting(
    desk: Desk, other: MeasureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "\n\n".join(f"{SENTENCES[n % 4]} {n}" for n in range(12_000))
    desk.write("0-r.txt", slow)
    desk.write("0-c.txt", slow[5_000:] + slow[:4_000])
    assert other.claim(b"x" * 16, b"another")  # so that there are tables
    other.release(b"another")
    run = desk.run()

    def claims() -> int:
        database = sqlite3.connect(other.path)
        (found,) = database.execute("SELECT count(*) FROM claims").fetchone()
        database.close()
        return int(found)

    while not (run.pids() and claims()):
        time.sleep(0.01)
    run.close(20)
    assert run.progress().measured == 0
    assert claims() == 0


def test_a_cache_that_cannot_be_kept_costs_nothing_but_time(desk: Desk) -> None:
    desk.state.write_text("a file where the folder should be")
    assert len(all_of(desk.run())) == 4
    desk.runs[0].close(10)
    assert all_of(desk.run(jobs=0), "off") == {}


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_its_next_version(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.folder / desk.pairs[0].candidate
    then = path.read_bytes()
    real = read_bytes

    def changing(place: str, **options: Any) -> bytes:
        data = real(place, **options)
        if Path(place) == path:
            desk.write(path.name, "Something else altogether stands here now.")
        return data

    monkeypatch.setattr(measure_worker, "read_bytes", changing)
    request = request_for(desk.pairs[0], desk.folder, Reading())
    assert request is not None
    with Reader() as reader:
        result, entry = measure(request, reader)
    assert entry is not None
    reference = desk.folder / desk.pairs[0].reference
    assert [(state.path, digest) for state, digest in entry.files] == [
        (str(reference), digest_of(reference.read_bytes()))
    ]
    cache = MeasureCache(desk.state)
    cache.keep([entry])
    state = FileState.of(str(path))
    assert state is not None
    assert cache.digests([state]) == {}
    cache.close()
    desk.write(path.name, then)  # as it was: now the result is its own
    assert result == measured_here(desk, 0)


def test_the_time_left_is_told_once_some_are_measured(desk: Desk) -> None:
    desk.add(300)
    run = desk.run()
    progress = until(run, lambda progress: progress.seconds is not None)
    assert progress.state == "measuring"
    assert progress.seconds is not None
    assert progress.seconds > 0


def supply(folder: Path, name: str, **said: str) -> None:
    (folder / name).mkdir()
    for what, text in said.items():
        (folder / name / what).write_text(f"{text}\n")


def test_a_battery_in_use_is_noticed(tmp_path: Path) -> None:
    assert not on_battery(tmp_path / "nowhere")
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "mouse", type="Battery", scope="Device", status="Discharging")
    supply(tmp_path, "broken")
    assert not on_battery(tmp_path)
    supply(tmp_path, "BAT0", type="Battery", status="Charging")
    assert not on_battery(tmp_path)
    supply(tmp_path, "BAT1", type="Battery", status="Discharging")
    assert on_battery(tmp_path)


def test_what_a_busy_machine_may_have_cost_is_not_called_unreadable(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = Message(
        AboutDocument.OF_FILE,
        name="0-r.txt",
        clause=Message(
            AboutDocument.TEXT_TAKES_TOO_MUCH, limit=Message(AboutDocument.SECONDS, seconds="5")
        ),
    )

    def slow(*_: object, **__: object) -> None:
        raise DocumentError(took)

    monkeypatch.setattr(measure_worker, "from_bytes", slow)
    request = request_for(desk.pairs[0], desk.folder, Reading())
    assert request is not None
    with Reader() as reader:
        assert measure(request, reader) == (None, None)
