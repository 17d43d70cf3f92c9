"""A disk that takes its time: the window goes on answering, and says nothing that is not so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from gui.labels import JournalError, LabelStore
from gui.review.document_checks import FileWatch
from gui.review.opening.opening import open_pairs
from gui.review.opening.wanted import Wanted
from gui.review.preparing.protocol import Reading, Stamp, stamp
from gui.widgets.pairs import guidelines as guidelines_room
from gui.widgets.window import closing
from tests.any_message import any_message
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs

CONTROL = Qt.KeyboardModifier.ControlModifier
DECIDING = ("label", "flag", "note", "undo", "redo")
LONG = 400  # milliseconds, in which nothing is expected


class SlowDisk:
    """Holds every decision back until :meth:`answer`; what is tried is noted in its order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go = threading.Event()
        self._refusal = ""
        self.tried: list[str] = []
        self.threads: set[threading.Thread] = set()
        for name in DECIDING:
            monkeypatch.setattr(LabelStore, name, self._slow(name, getattr(LabelStore, name)))

    def answer(self, refusal: str = "") -> None:
        """Let all decisions go on; *refusal* is why none of them can be kept."""
        self._refusal = refusal
        self._go.set()

    def _slow(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(store: LabelStore, *args: Any) -> Any:
            self.tried.append(name)
            self.threads.add(threading.current_thread())
            assert self._go.wait(30)
            if self._refusal:
                raise JournalError(any_message(self._refusal))
            return real(store, *args)

        return call


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


@pytest.fixture
def disk(listed: Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    found = SlowDisk(monkeypatch)
    yield found
    found.answer()


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


def press(driver: Driver, key: Qt.Key | str, *, control: bool = False) -> None:
    """Press *key* and do not wait for the disk."""
    plain = Qt.KeyboardModifier.NoModifier
    driver.press(key, CONTROL if control else plain, wait=False)


def banners(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.views.banners.keys()


def said(driver: Driver) -> set[str]:
    """What the label bar says in words; where there is little room, in tooltips."""
    assert driver.window is not None
    return {label.text() for label in driver.window.views.labels.findChildren(QLabel)}


def ignored(driver: Driver) -> bool:
    assert driver.window is not None
    return "still being saved" in driver.window.views.labels.reason


def editor(driver: Driver) -> QPlainTextEdit:
    assert driver.window is not None
    (edit,) = driver.window.views.note.findChildren(QPlainTextEdit)
    return edit


def kept(labels: Path) -> dict[str, str]:
    return {row["pair_id"]: row["label"] for row in read_labels(labels)}


def test_the_window_stays_and_says_saving_until_the_label_is_on_the_disk(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    press(listed, "2")
    assert "saving …" not in said(listed), "usually it takes no time to speak of"
    wait_until(lambda: "saving …" in said(listed))
    assert listed.session.pair.index == 0
    assert listed.session.row() is None, "nothing is shown that is not kept"
    assert threading.current_thread() not in disk.threads
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    wait_until(lambda: "saved" in said(listed))
    assert kept(labels) == {"one": "copy"}


def test_what_was_saved_before_does_not_look_like_this_being_saved(
    listed: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed.press("2")
    wait_until(lambda: "saved" in said(listed))
    listed.wait_for_pair()
    disk = SlowDisk(monkeypatch)
    press(listed, "1")
    wait_until(lambda: "saving …" in said(listed))
    assert listed.session.decisions is not None
    listed.session.decisions.retry()  # the label file is up to date and says so
    let_pass(100)
    assert "saving …" in said(listed)
    assert "saved" not in said(listed)
    disk.answer()
    wait_until(lambda: "saved" in said(listed))


def test_another_label_corrects_the_one_on_its_way_and_a_third_is_declined(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    press(listed, "2")
    wait_until(lambda: "saving …" in said(listed))
    press(listed, "3")
    assert not ignored(listed)
    press(listed, "1")
    assert ignored(listed)
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    assert disk.tried == ["label", "label"]
    wait_until(lambda: kept(labels) == {"one": "unrelated"})


def test_other_labels_struck_in_the_same_moment_decide_nothing(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    """Nobody can have seen yet what the first one did."""
    for key in ("2", "3", "1"):
        press(listed, key)
        assert ignored(listed) == (key != "2")
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    let_pass(50)
    assert disk.tried == ["label"]
    wait_until(lambda: kept(labels) == {"one": "copy"})


def test_the_same_key_again_is_impatience(listed: Driver, disk: SlowDisk, labels: Path) -> None:
    for _ in range(3):
        press(listed, "2")
    assert not ignored(listed)
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    let_pass(50)
    assert disk.tried == ["label"]
    assert listed.session.pair.index == 1
    wait_until(lambda: kept(labels) == {"one": "copy"})


def test_a_flag_joins_the_label_of_the_pair_on_the_screen(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    assert listed.window is not None
    press(listed, "2")
    press(listed, "f")
    assert not listed.window.actions_by_name["flag"].isChecked(), "it is not kept yet"
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    wait_until(lambda: [row["flagged"] for row in read_labels(labels)] == ["1"])


def test_an_undo_takes_back_the_label_on_its_way_and_stays_at_its_pair(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    press(listed, "2")
    press(listed, Qt.Key.Key_Backspace)
    disk.answer()
    listed.wait_until_kept()
    assert disk.tried == ["label", "undo"]
    assert listed.session.pair.index == 0
    assert listed.session.row() is None
    wait_until(lambda: not kept(labels))


def test_behind_an_undo_nothing_is_decided_about_a_pair_that_is_about_to_go(
    listed: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed.press("2")
    listed.wait_for_pair()
    disk = SlowDisk(monkeypatch)
    press(listed, "z", control=True)
    press(listed, "3")
    assert ignored(listed)
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 0)
    assert disk.tried == ["undo"]


def test_what_waits_behind_a_refused_decision_is_not_made(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed.press("2")
    listed.wait_for_pair()
    disk = SlowDisk(monkeypatch)
    press(listed, "3")
    press(listed, "z", control=True)  # meant for that label, not for the one before it
    disk.answer("Not saved: the disk is full; make room and decide again.")
    listed.wait_until_kept()
    assert disk.tried == ["label"]
    assert listed.session.pair.index == 1
    assert listed.window is not None
    assert "saving" in banners(listed)
    wait_until(lambda: kept(labels) == {"one": "copy"})
    disk.answer()
    listed.press("1")
    wait_until(lambda: kept(labels) == {"one": "copy", "two": "original"})


def test_a_wish_to_go_elsewhere_is_met_when_the_label_is_kept(
    listed: Driver, disk: SlowDisk
) -> None:
    press(listed, "2")
    listed.session.go_to(2)
    let_pass(50)
    assert listed.session.pair.index == 0
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 2)


def test_a_note_goes_before_its_pair_does(listed: Driver, disk: SlowDisk, labels: Path) -> None:
    press(listed, "n")
    listed.type("first")
    listed.session.step(1)
    wait_until(lambda: disk.tried)
    listed.type(" and more")
    listed.session.step(1)
    let_pass(LONG)
    assert listed.session.pair.index == 0
    assert editor(listed).toPlainText() == "first and more", "no older state comes back"
    disk.answer()
    wait_until(lambda: listed.session.pair.index == 1)
    wait_until(lambda: [row["note"] for row in read_labels(labels)] == ["first and more"])
    assert len(disk.tried) == 2
    assert editor(listed).toPlainText() == ""


def test_of_notes_that_wait_only_the_latest_is_written(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    for text in ("a", "ab", "abc", "abcd"):
        listed.session.set_note(text, "one")
        wait_until(lambda: disk.tried)
    disk.answer()
    wait_until(lambda: [row["note"] for row in read_labels(labels)] == ["abcd"])
    assert len(disk.tried) == 2


def test_a_note_that_is_refused_late_is_still_in_the_field(listed: Driver, disk: SlowDisk) -> None:
    press(listed, "n")
    listed.type("precious")
    press(listed, Qt.Key.Key_Escape)
    disk.answer("Not saved: the disk is full; make room and decide again.")
    listed.wait_until_kept()
    assert editor(listed).toPlainText() == "precious"
    assert editor(listed).isVisible()


def test_closing_waits_for_the_label_and_the_window_is_there_meanwhile(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    assert listed.window is not None
    press(listed, "2")
    listed.window.close()
    (controller,) = listed.window.findChildren(closing.ClosingController)
    timers = [t.interval() for t in controller.findChildren(QTimer) if t.isActive()]
    assert sorted(timers) == [150, 5_000], "until it says that it saves, and what would be lost"
    wait_until(lambda: "saving …" in said(listed))
    assert listed.window.isVisible()
    press(listed, "1")
    assert ignored(listed), "nothing more is decided"
    disk.answer()
    wait_until(lambda: listed.window is not None and not listed.window.isVisible())
    assert kept(labels) == {"one": "copy"}


def test_closing_again_tells_the_truth_and_a_third_time_leaves(
    listed: Driver, disk: SlowDisk
) -> None:
    assert listed.window is not None
    press(listed, "2")
    listed.window.close()
    listed.window.close()
    assert listed.window.isVisible()
    assert "closing" in banners(listed)
    listed.window.close()
    assert not listed.window.isVisible()


def test_closing_tells_the_truth_after_some_seconds(
    listed: Driver, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    monkeypatch.setattr(closing, "ENOUGH", 20)
    press(listed, "2")
    listed.window.close()
    wait_until(lambda: "closing" in banners(listed))
    listed.window.close()
    assert not listed.window.isVisible()


def test_the_window_stays_once_when_the_last_note_is_refused(
    listed: Driver, disk: SlowDisk, labels: Path
) -> None:
    assert listed.window is not None
    press(listed, "n")
    listed.type("last words")
    listed.window.close()
    disk.answer("Not saved: the disk is full; make room and decide again.")
    listed.wait_until_kept()
    assert listed.window.isVisible()
    assert editor(listed).toPlainText() == "last words"
    disk.answer()
    listed.window.close()
    wait_until(lambda: listed.window is not None and not listed.window.isVisible())
    assert [row["note"] for row in read_labels(labels)] == ["last words"]


def test_another_list_is_opened_when_the_label_is_kept(
    listed: Driver, disk: SlowDisk, tmp_path: Path, labels: Path
) -> None:
    other = write_pairs(tmp_path / "others", ("four", "five"))
    press(listed, "2")
    opened = open_pairs(Wanted((str(other),), annotator="ada"), listed.places)
    listed.session.open(opened, Reading())
    listed.session.step(1)  # a key on the way changes nothing about that
    let_pass(50)
    assert listed.session.book is not None
    assert listed.session.book.ids[0] == "one"
    disk.answer()
    wait_until(lambda: listed.session.book is not None and listed.session.book.ids[0] == "four")
    wait_until(lambda: kept(labels) == {"one": "copy"})
    listed.wait_for_pair()
    listed.press("3")
    wait_until(lambda: kept(tmp_path / "others" / "labels.csv") == {"four": "unrelated"})


def test_rows_are_read_without_waiting_while_the_journal_is_written(
    listed: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.labels.file.files import Files

    listed.press("2")
    listed.wait_for_pair()
    syncing, go = threading.Event(), threading.Event()
    real = Files.fsync

    def slow(files: Files, handle: int) -> None:
        syncing.set()
        assert go.wait(30)
        real(files, handle)

    monkeypatch.setattr(Files, "fsync", slow)
    press(listed, "1")
    assert syncing.wait(10)
    assert listed.session.opened is not None
    store = listed.session.opened.store
    row = store.row("one")
    assert row is not None
    assert row.label == "copy"
    assert (store.counts().labelled, len(store.rows()), store.row("two")) == (1, 1, None)
    assert not go.is_set()
    go.set()
    listed.wait_until_kept()


def test_guidelines_that_change_before_the_watch_began_are_read_again(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def slow(path: str | None) -> Stamp:
        assert go.wait(30)
        return stamp(path)

    path = write_pairs(tmp_path / "pairs")
    guidelines = path.parent / "guidelines.txt"
    guidelines.write_text("Label with care.", encoding="utf-8")
    monkeypatch.setattr(guidelines_room, "FileWatch", partial(FileWatch, look=slow))
    window = driver.open(path)
    (panel,) = window.views.guidelines.findChildren(QPlainTextEdit)
    wait_until(lambda: panel.toPlainText() == "Label with care.")
    guidelines.write_text("Label with more care.", encoding="utf-8")
    go.set()
    wait_until(lambda: panel.toPlainText() == "Label with more care.")
