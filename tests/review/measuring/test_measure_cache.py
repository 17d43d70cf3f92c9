"""Measures that are kept from one start to the next, whatever happens to their file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from gui.compare import Options
from gui.messages import Message
from gui.messages.about_documents import AboutDocument
from gui.review.measures import Measures, Unreadable
from gui.review.measuring import measure_cache
from gui.review.measuring.measure_cache import (
    NAME,
    CacheEntry,
    FileState,
    MeasureCache,
    digest_from,
    digest_of,
    digest_of_text,
    pair_key,
)
from gui.review.preparing.protocol import DocumentSource, Request

NAMES = ("a.txt", "b.txt")
HOUR = 3_600
A_DAY_AGO = 86_400 * 10**9


def measures(number: int) -> Measures:
    return Measures(0.5, 0.75, number, *range(12))


def key(number: int) -> bytes:
    return digest_of(b"%d" % number)


def entry(number: int) -> CacheEntry:
    return CacheEntry(key(number), measures(number))


def request(**others: object) -> Request:
    two = DocumentSource("a.txt", path="/texts/a.txt"), DocumentSource("b.txt", path="/texts/b.txt")
    return Request(0, *two)._replace(**others)  # type: ignore[arg-type]


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[MeasureCache]:
    found = MeasureCache(tmp_path / "state")
    yield found
    found.close()


def known(cache: MeasureCache, *numbers: int) -> list[int]:
    """Which of the entries *numbers* are there, as they were kept."""
    found = cache.results(dict.fromkeys(map(key, numbers), NAMES))
    return [number for number in numbers if found.get(key(number)) == measures(number)]


def aside(cache: MeasureCache) -> list[str]:
    return sorted(path.name for path in cache.path.parent.glob("*aside"))


def test_what_is_kept_is_known_at_the_next_start(cache: MeasureCache, tmp_path: Path) -> None:
    damaged = Unreadable(
        Message(AboutDocument.OF_FILE, name="b.txt", clause=Message(AboutDocument.DAMAGED)), 1
    )
    cache.keep([*map(entry, range(1_200)), CacheEntry(b"u" * 16, damaged)])
    cache.close()
    again = MeasureCache(tmp_path / "state")
    assert known(again, *range(1_201)) == list(range(1_200))
    assert again.results({b"u" * 16: NAMES}) == {b"u" * 16: damaged}
    again.close()


def test_nothing_is_made_before_there_is_something_to_keep(
    cache: MeasureCache, tmp_path: Path
) -> None:
    assert cache.results({key(1): NAMES}) == {}
    assert cache.digests([FileState("a.txt", 1, 1)]) == {}
    cache.keep([])
    assert not (tmp_path / "state").exists()


def test_a_pair_is_another_one_with_other_texts_options_or_ways_of_reading() -> None:
    one, two = digest_of(b"one"), digest_of(b"two")
    keys = [
        pair_key(request(), one, two),
        pair_key(request(), two, one),
        pair_key(request(options=Options(case=False)), one, two),
        pair_key(request(whole_page=True), one, two),
        pair_key(request(repair=True), one, two),
        pair_key(request(reference=DocumentSource("a", path="a.md")), one, two),
        pair_key(request(candidate=DocumentSource("b", path="b.txt", encoding="cp1252")), one, two),
        pair_key(request(candidate=DocumentSource("b", text="two")), one, two),
    ]
    assert len(set(keys)) == len(keys)
    moved = request(reference=DocumentSource("c.txt", path="/elsewhere/c.TXT"), serial=7)
    assert pair_key(moved, one, two) == keys[0]


def test_another_version_of_the_comparison_knows_nothing_of_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = digest_of(b"one")
    before = pair_key(request(), one, one)
    monkeypatch.setattr(measure_cache, "comparison_version", lambda: "another")
    assert pair_key(request(), one, one) != before


def test_a_digest_is_that_of_the_bytes() -> None:
    digest = digest_of("Ä\ud800".encode("utf-8", "surrogatepass"))
    assert digest_of_text("Ä\ud800") == digest
    assert digest_from("ab" * 32) == b"\xab" * 16


def test_a_file_is_known_by_its_size_and_time(cache: MeasureCache, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One text.", encoding="utf-8")
    then = path.stat().st_mtime_ns - A_DAY_AGO
    os.utime(path, ns=(then, then))
    state = FileState.of(str(path))
    assert state is not None
    digest = digest_of(path.read_bytes())
    cache.keep([CacheEntry(key(1), measures(1), ((state, digest),))])
    assert cache.digests([state, FileState("other", 1, 1)]) == {str(path): digest}
    for changed in (state._replace(size=1), state._replace(modified=then + 1)):
        assert cache.digests([changed]) == {}
    assert FileState.of(str(tmp_path / "none")) is None
    assert FileState.of("a\0b") is None


def test_a_file_that_may_still_change_under_its_time_is_not_remembered(
    cache: MeasureCache, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One text.", encoding="utf-8")
    state = FileState.of(str(path))
    assert state is not None
    cache.keep([CacheEntry(key(1), measures(1), ((state, digest_of(b"")),))])
    assert cache.digests([state]) == {}


@pytest.mark.parametrize(("age", "at_rest"), [(2_000_000_000, False), (2_000_000_001, True)])
def test_a_file_is_at_rest_two_seconds_after_it_was_written(
    monkeypatch: pytest.MonkeyPatch, age: int, at_rest: bool
) -> None:
    """Some file systems count the time in steps of two seconds."""
    monkeypatch.setattr("time.time_ns", lambda: 10**18)
    assert FileState("a.txt", 1, 10**18 - age).is_at_rest is at_rest


def execute(path: Path, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
    """Do what another program does to the file; return the rows."""
    database = sqlite3.connect(path, isolation_level=None)
    rows = database.execute(statement, parameters).fetchall()
    database.close()
    return rows


def write_foreign(path: Path) -> None:
    execute(path, "CREATE TABLE recipes (cake TEXT)")


def write_newer(path: Path) -> None:
    cache = MeasureCache(path.parent)
    cache.keep([entry(1)])
    cache.close()
    execute(path, "PRAGMA user_version = 999")


def write_without_tables(path: Path) -> None:
    cache = MeasureCache(path.parent)
    cache.keep([entry(1)])
    cache.close()
    execute(path, "DROP TABLE pairs")


def write_with_holes(path: Path) -> None:
    cache = MeasureCache(path.parent)
    cache.keep(map(entry, range(5_000)))
    cache.close()
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = os.urandom(len(data) - 8192)
    path.write_bytes(data)


def write_with_text(path: Path) -> None:
    cache = MeasureCache(path.parent)
    cache.keep([entry(1)])
    cache.close()
    execute(path, "UPDATE pairs SET found = CAST(x'ff80' AS TEXT)")


def write_with_byte(path: Path, at: int, value: int, entries: int = 1) -> None:
    cache = MeasureCache(path.parent)
    cache.keep(map(entry, range(5, 5 + entries)))
    cache.close()
    data = bytearray(path.read_bytes())
    data[at] = value
    path.write_bytes(data)


@pytest.mark.parametrize(
    "spoil",
    [
        write_with_text,
        lambda path: write_with_byte(path, 18, 3),  # the version for writing: SQLite only reads
        lambda path: write_with_byte(path, 47, 255),  # that of the schema
        lambda path: path.write_bytes(b"This is no database." * 400),
        lambda path: path.write_bytes(b"\0" * 10_000),
        write_foreign,
        write_newer,
        write_without_tables,
        write_with_holes,
    ],
    ids=[
        "not UTF-8",
        "read-only",
        "schema",
        "text",
        "zeros",
        "foreign",
        "newer",
        "no tables",
        "holes",
    ],
)
def test_a_file_that_is_no_good_is_put_aside_and_made_anew(
    cache: MeasureCache, tmp_path: Path, spoil: object
) -> None:
    (tmp_path / "state").mkdir()
    spoil(tmp_path / "state" / NAME)  # type: ignore[operator]
    assert known(cache, 1, 2) == []
    cache.keep([entry(2)])
    assert known(cache, 2) == [2]
    assert aside(cache) == [f"{NAME}-put-aside"]
    cache.close()


def test_a_file_that_breaks_while_it_is_open_is_made_anew(cache: MeasureCache) -> None:
    cache.keep(map(entry, range(3_000)))
    execute(cache.path, "UPDATE files SET used = 0")  # so that what is in memory is out of date
    execute(cache.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    with cache.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 200_000)
    known(cache, *range(3_000))
    cache.keep([entry(1)])
    assert known(cache, 1) == [1]


def test_a_value_that_broke_silently_is_not_believed(cache: MeasureCache) -> None:
    cache.keep([entry(1), entry(2)])
    ((data,),) = execute(cache.path, "SELECT found FROM pairs WHERE key = ?", (key(1),))
    broken = data[:3] + bytes([data[3] ^ 1]) + data[4:]
    execute(cache.path, "UPDATE pairs SET found = ? WHERE key = ?", (broken, key(1)))
    assert known(cache, 1, 2) == [2]
    assert cache.results({key(1): NAMES}) == {}


def test_where_nothing_can_be_written_there_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    cache = MeasureCache(tmp_path / "state")
    cache.keep([entry(1)])
    assert known(cache, 1) == []
    folder = tmp_path / "folder" / NAME
    folder.mkdir(parents=True)
    other = MeasureCache(folder.parent)
    other.keep([entry(1)])
    assert known(other, 1) == []


def test_what_a_full_disk_kept_before_can_still_be_looked_up(
    cache: MeasureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep([entry(1)])
    cache.close()
    ((pages,),) = execute(cache.path, "PRAGMA page_count")
    connect = sqlite3.connect

    def with_no_room_left(*args: Any, **options: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*args, **options)
        database.execute(f"PRAGMA max_page_count = {pages}")
        return database

    monkeypatch.setattr(sqlite3, "connect", with_no_room_left)
    cache.keep(map(entry, range(2, 3_000)))
    cache.keep([entry(3_000)])
    assert known(cache, 1, 2, 3_000) == [1]


def test_an_entry_that_another_window_is_writing_is_not_waited_for_long(
    tmp_path: Path,
) -> None:
    cache = MeasureCache(tmp_path / "state", patience=0.05)
    cache.keep([entry(1)])
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.keep([entry(2)])
    assert known(cache, 1, 2) == [1]
    other.execute("ROLLBACK")
    other.close()
    cache.keep([entry(3)])
    assert known(cache, 3) == [3]
    cache.close()


WRITER = """
import sys
from pathlib import Path
from gui.review.measuring.measure_cache import MeasureCache
from tests.review.measuring.test_measure_cache import entry
folder, first = Path(sys.argv[1]), int(sys.argv[2])
cache = MeasureCache(folder)
for number in range(first, first + 400, 4):
    cache.keep(map(entry, range(number, number + 4)))
cache.close()
"""


def test_two_windows_write_at_once(cache: MeasureCache, tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "state"), str(first)],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stderr=subprocess.PIPE,
        )
        for first in (0, 400, 800)
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=60)
        assert writer.returncode == 0, said
    assert known(cache, *range(1_200)) == list(range(1_200))
    assert aside(cache) == []


class Breaking(sqlite3.Connection):
    """A connection that finds its file damaged once it is told to."""

    broken = False

    def execute(self, *args: Any) -> sqlite3.Cursor:
        if self.broken:
            raise sqlite3.DatabaseError("database disk image is malformed")
        return super().execute(*args)


def test_a_file_that_another_window_made_anew_is_not_put_aside_again(
    cache: MeasureCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Breaking] = []

    def connect(path: Path, **options: Any) -> Breaking:
        made.append(Breaking(path, **options))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    cache.keep([entry(1)])
    cache.path.rename(tmp_path / "gone")
    other = MeasureCache(tmp_path / "state")
    other.keep([entry(2)])
    other.close()
    made[0].broken = True
    assert known(cache, 1, 2) == [2]
    assert aside(cache) == []


def test_a_claim_holds_until_it_is_released_or_too_old(tmp_path: Path) -> None:
    clock = [1_000_000.0]
    one, other = (MeasureCache(tmp_path, clock=lambda: clock[0]) for _ in range(2))
    assert one.claim(key(1), b"one")
    assert not other.claim(key(1), b"other")
    assert other.claim(key(2), b"other")
    other.release(b"other", key(1))  # is not its own
    clock[0] += 60
    assert not other.claim(key(1), b"other")
    one.release(b"one", key(1))
    assert other.claim(key(1), b"other")
    clock[0] += 61  # of the claims to both pairs, one is a minute younger
    assert one.claim(key(2), b"one")
    assert one.claim(key(1), b"one")
    clock[0] -= 30  # somebody set the clock
    assert other.claim(key(1), b"other")
    other.release(b"other")
    assert one.claim(key(1), b"one")
    for cache in (one, other):
        cache.close()


def test_where_there_is_no_cache_everybody_may_measure(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    caches = [MeasureCache(tmp_path / "state") for _ in range(2)]
    assert all(cache.claim(key(1), b"%d" % number) for number, cache in enumerate(caches))
    caches[0].release(b"0")


def test_a_claim_is_not_waited_for_long(tmp_path: Path) -> None:
    cache = MeasureCache(tmp_path, patience=0.05)
    cache.keep([entry(1)])
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert cache.claim(key(2), b"one")  # measured twice is better than not at all
    other.execute("ROLLBACK")
    other.close()
    cache.close()


class Mistaken(sqlite3.Connection):
    """A connection that finds another entry than the one that it was asked for, and only that."""

    def execute(self, query: str, parameters: Any = ()) -> sqlite3.Cursor:
        if "FROM pairs" in query:
            parameters = [key(2) if value == key(1) else value for value in parameters]
        return super().execute(query, parameters)


def test_a_file_that_has_another_entry_in_the_place_of_one_is_put_aside(
    cache: MeasureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep([entry(2)])
    cache.close()
    with monkeypatch.context() as damaged:
        damaged.setattr(sqlite3, "connect", lambda path, **more: Mistaken(path, **more))
        assert known(cache, 1) == []
    cache.close()
    assert aside(cache) == [f"{NAME}-put-aside"]


def test_a_file_that_miscounts_its_pages_is_not_taken_for_a_large_one(cache: MeasureCache) -> None:
    write_with_byte(cache.path, 36, 255, 3_000)  # the number of pages that are free
    cache.keep([entry(9_000)])
    assert known(cache, 9_000) == [9_000]


def test_what_was_not_used_for_longest_goes_first(
    tmp_path: Path,
) -> None:
    hour = [1_000]
    cache = MeasureCache(tmp_path, most=400_000, clock=lambda: hour[0] * HOUR)
    numbers = range(12_000)
    for at in range(0, 12_000, 500):
        hour[0] += 1_000  # each is older than a month when the next one comes
        cache.keep(map(entry, numbers[at : at + 500]))
        assert known(cache, 0) == [0]  # used over and over
    cache.close()
    left = known(cache, *numbers)
    assert left[0] == 0
    whole = (left[1] // 500 + 1) * 500  # of the oldest that are left, some of one age went
    assert left[-(12_000 - whole) :] == list(numbers[whole:])
    assert 2_000 < len(left) < 10_000
    cache.close()
    assert (tmp_path / NAME).stat().st_size < 600_000


def test_an_entry_takes_some_hundred_bytes(cache: MeasureCache) -> None:
    cache.keep(map(entry, range(20_000)))
    cache.close()
    assert cache.path.stat().st_size / 20_000 < 100


def test_three_quarters_stay_where_the_file_is_too_large(tmp_path: Path) -> None:
    cache = MeasureCache(tmp_path, most=1)
    cache.keep(map(entry, range(400)))
    cache.close()
    assert len(known(cache, *range(400))) == 300
    cache.close()


@pytest.mark.parametrize(("later", "oldest"), [(720, 0), (721, 1)])
def test_what_is_used_within_a_month_is_not_noted_as_used_again(
    tmp_path: Path, later: int, oldest: int
) -> None:
    hour = [0]
    cache = MeasureCache(tmp_path, clock=lambda: hour[0] * HOUR)
    for number in range(4):
        hour[0] = number
        cache.keep([entry(number)])
    cache.close()
    hour[0] = later
    cache = MeasureCache(tmp_path, most=1, clock=lambda: hour[0] * HOUR)
    assert known(cache, 0) == [0]
    cache.keep([entry(4)])  # for which the oldest of five goes
    assert known(cache, *range(5)) == [number for number in range(5) if number != oldest]
    cache.close()
