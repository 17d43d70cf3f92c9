"""A change on disk is noticed, however the file was written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.review.document_checks import FileWatch
from gui.review.preparing.protocol import stamp
from tests.review.waiting import let_pass, wait_until


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[FileWatch]:
    owner = QObject()
    yield FileWatch(owner)
    owner.deleteLater()


@pytest.fixture
def watched(watch: FileWatch, tmp_path: Path) -> tuple[Path, list[str]]:
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    told: list[str] = []
    watch.changed.connect(told.append)
    watch.watch([str(path)])
    wait_until(lambda: watch.knows(str(path)))
    return path, told


def test_a_file_written_in_place(watched: tuple[Path, list[str]]) -> None:
    path, told = watched
    path.write_text("two!", encoding="utf-8")
    wait_until(lambda: told)
    assert told == [str(path)]


class Hurried(threading.Condition):
    """Waits a hundredth of the time and notes for how many seconds somebody wanted to."""

    waits: ClassVar[list[float]] = []

    def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
        if timeout is not None:
            self.waits.append(timeout)
            timeout /= 100
        return super().wait_for(predicate, timeout)


def test_it_looks_once_a_second_and_tells_of_a_change_a_fifth_of_one_later(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file on a server is asked for no more often; programs write in several steps."""
    monkeypatch.setattr("gui.review.document_checks.threading.Condition", Hurried)
    Hurried.waits.clear()
    owner = QObject()
    told: list[str] = []
    watch = FileWatch(owner)
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    watch.changed.connect(told.append)
    watch.watch([str(path)])
    wait_until(lambda: watch.knows(str(path)) and Hurried.waits)
    assert set(Hurried.waits) == {1.0}
    path.write_text("two!", encoding="utf-8")
    wait_until(lambda: told)
    assert set(Hurried.waits) == {1.0, 0.2}
    watch.close()
    owner.deleteLater()


def test_a_change_just_before_the_watch_is_renewed(
    watch: FileWatch, watched: tuple[Path, list[str]]
) -> None:
    path, told = watched
    path.write_text("two!", encoding="utf-8")
    watch.watch([str(path), str(path.with_name("b.txt"))])
    wait_until(lambda: told)
    assert told == [str(path)]


def test_a_file_replaced_twice_by_a_rename(watched: tuple[Path, list[str]]) -> None:
    path, told = watched
    for number, text in enumerate(("two", "three"), start=1):
        new = path.with_name("new.txt")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
        wait_until(partial(_has, told, number))


def test_a_file_that_vanishes_and_comes_back(watched: tuple[Path, list[str]]) -> None:
    path, told = watched
    path.unlink()
    wait_until(lambda: len(told) == 1)
    path.write_text("back again", encoding="utf-8")
    wait_until(lambda: len(told) == 2)


def test_other_files_of_the_folder_say_nothing(watched: tuple[Path, list[str]]) -> None:
    path, told = watched
    path.with_name("b.txt").write_text("x", encoding="utf-8")
    let_pass(400)
    assert not told


def test_a_file_that_was_another_one_when_the_watch_began(watch: FileWatch, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("one", encoding="utf-8")
    read = {str(path): stamp(str(path)) for path in paths}
    paths[1].write_text("two!", encoding="utf-8")
    told: list[tuple[str, str]] = []
    watch.changed.connect(lambda path: told.append(("changed", path)))
    watch.outdated.connect(lambda path: told.append(("outdated", path)))
    watch.watch(map(str, paths), read)
    wait_until(lambda: told)
    assert told == [("outdated", str(paths[1]))]
    for path in paths:
        path.write_text("three", encoding="utf-8")
    wait_until(lambda: len(told) == 3)
    assert sorted(told[1:]) == [("changed", str(path)) for path in paths]


def _has(told: list[str], number: int) -> bool:
    return len(told) == number
