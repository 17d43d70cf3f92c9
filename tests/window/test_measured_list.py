"""The list is measured while the reviewer works, and the window says how far that is."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from gui import settings as keys
from gui.process_pool import ProcessPool
from gui.review.background import Work
from gui.review.measuring import measure_run
from gui.review.measuring.measure_run import MeasuringProgress
from gui.review.pair_list import pairs_model
from gui.review.pair_list.pair_fields import Condition, View
from gui.review.pair_list.pair_order import ordered
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.controls.buttons import IconButton, LinkButton
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.pair_list import PairsPanel
from gui.widgets.pairs.view_controls import MeasuringLine
from gui.widgets.window import window_layout
from tests.review.measuring.measured_lists import measure_at_once
from tests.review.waiting import wait_until
from tests.widgets.widget_helpers import label_texts
from tests.window.driving import Driver
from tests.window.harbour_articles import ARTICLE, COPY, OTHER

TEXTS = {"same.txt": ARTICLE, "copy.txt": COPY, "other.txt": OTHER}
ORDER = ["other.txt", "copy.txt", "same.txt"]


@pytest.fixture(autouse=True)
def at_once(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.settings[keys.MEASURE] = True
    measure_at_once(monkeypatch)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Three pairs, the least alike first, and one that cannot be read."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = "".join(f"{name},article.txt,{name}\n" for name in (*ORDER, "empty.txt"))
    path = tmp_path / "pairs.csv"
    path.write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    return path


def said_by(line: MeasuringLine) -> str:
    (text,) = label_texts(line)
    return text


def button_of(line: MeasuringLine) -> IconButton:
    button = line.findChild(IconButton)
    assert isinstance(button, IconButton)
    return button


def remember(driver: Driver, path: Path, view: View) -> None:
    driver.settings.remember_view(str(path), view.texts())


def shown(driver: Driver) -> list[str]:
    assert driver.window is not None
    model = driver.window.views.pairs_model
    return [model.pair(index).id for index in model.shown()]


def until_measured(driver: Driver) -> None:
    wait_until(lambda: _state(driver) == "done")


def in_window(driver: Driver) -> str:
    pair = driver.session.pair.pair
    return pair.id if pair is not None else ""


def what_was_known_comes(driver: Driver) -> None:
    """What is known of the pairs from before was looked up."""
    for state in ("looking", "measuring"):
        driver.session.measuring.progressed.emit(MeasuringProgress(1, 4, None, state))
    driver.wait_until_kept()


def _state(driver: Driver) -> str:
    progress = driver.session.measuring.progress
    return progress.state if progress is not None else ""


def test_most_alike_first_needs_no_labels(driver: Driver, listed: Path) -> None:
    remember(driver, listed, View(sort="similarity"))
    window = driver.open(listed)
    until_measured(driver)
    assert shown(driver) == ["same.txt", "copy.txt", "other.txt", "empty.txt"]
    model, book = window.views.pairs_model, driver.session.book
    assert book is not None
    assert book.marks.counts()[None] == 4
    assert [model.state(index).similarity is None for index in range(4)] == [False] * 3 + [True]
    assert model.state(3).problem is not None
    driver.session.go_to(ORDER.index("other.txt"))  # wherever it began: not all was known then
    driver.wait_for_pair()
    driver.press("k")
    assert driver.session.pair.pair is not None
    assert driver.session.pair.pair.id == "copy.txt"


def test_an_order_chosen_by_hand_waits_until_sorted_again(driver: Driver, listed: Path) -> None:
    driver.settings[keys.MEASURE] = False
    window = driver.open(listed)
    wait_until(lambda: _state(driver) == "off")
    panel = window.views.late_pairs.part
    box = next(b for b in panel.findChildren(QComboBox) if b.findData("similarity") >= 0)
    box.setCurrentIndex(box.findData("similarity"))
    box.activated.emit(box.currentIndex())
    again = next(b for b in panel.findChildren(LinkButton))
    driver.settings[keys.MEASURE] = True
    window.listing.refresh()
    until_measured(driver)
    assert shown(driver) == [*ORDER, "empty.txt"]
    assert "1 of 4 measured when it was sorted" in label_texts(panel)
    assert again.isVisibleTo(panel)
    assert again.text() == "Sort again"
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert shown(driver) == ["same.txt", "copy.txt", "other.txt", "empty.txt"]
    assert "3 of 4 measured, 1 without figures" in label_texts(panel)
    assert not again.isVisibleTo(panel)


def test_a_filter_that_more_is_known_for_offers_to_filter_again(
    driver: Driver, listed: Path
) -> None:
    driver.settings[keys.MEASURE] = False
    window = driver.open(listed)
    wait_until(lambda: _state(driver) == "off")
    panel = window.views.late_pairs.part
    driver.press("j")
    driver.wait_for_pair()
    window.views.pairs_model.set_conditions((Condition("similarity", "between", "50", "100"),))
    driver.settings[keys.MEASURE] = True
    window.listing.refresh()
    until_measured(driver)
    [again] = panel.findChildren(LinkButton)
    wait_until(lambda: again.isVisibleTo(panel))
    assert any(text.endswith("when it was filtered") for text in label_texts(panel))
    assert again.text() == "Filter again"


@pytest.mark.parametrize("ways", ["j", "jk"])
def test_who_has_gone_on_is_not_given_another_order(
    driver: Driver, listed: Path, ways: str
) -> None:
    remember(driver, listed, View(sort="similarity"))
    driver.settings[keys.MEASURE] = False
    window = driver.open(listed)
    wait_until(lambda: _state(driver) == "off")
    before = shown(driver)
    for way in ways:
        driver.press(way)
        driver.wait_for_pair()
    driver.settings[keys.MEASURE] = True
    window.listing.refresh()
    until_measured(driver)
    assert shown(driver) == before
    assert window.views.pairs_model.basis().stale


def test_who_has_decided_something_is_led_nowhere_else_by_what_becomes_known(
    driver: Driver, listed: Path
) -> None:
    driver.settings[keys.MEASURE] = False
    driver.settings[keys.AFTER_LABEL] = "stay"
    driver.open(listed)
    driver.press(Qt.Key.Key_1)
    what_was_known_comes(driver)
    assert in_window(driver) == ORDER[0]


def test_who_has_a_pair_read_again_sees_that_it_cannot_be_read_any_more(
    driver: Driver, listed: Path
) -> None:
    driver.settings[keys.MEASURE] = False
    driver.open(listed)
    listed.with_name(ORDER[0]).unlink()
    driver.press(Qt.Key.Key_F5)
    failed: list[object] = []
    driver.session.pair.failed.connect(failed.append)
    wait_until(lambda: failed)
    what_was_known_comes(driver)
    assert in_window(driver) == ORDER[0]
    assert driver.session.pair.problem is not None


def test_who_writes_a_note_is_led_nowhere_else_by_what_becomes_known(
    driver: Driver, listed: Path
) -> None:
    driver.settings[keys.MEASURE] = False
    window = driver.open(listed)
    driver.press("n")
    driver.type("is it")
    window.views.pairs_model.set_sort("list", turned=True)
    what_was_known_comes(driver)
    assert in_window(driver) == ORDER[0]


class Sorting:
    """The order of a list is not found before it *may_end*."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_end = False

        def late(*arguments: Any) -> Work[Any]:
            while not self.may_end:
                yield
            return (yield from ordered(*arguments))

        monkeypatch.setattr(pairs_model, "ordered", late)
        monkeypatch.setattr(window_layout, "PairsModel", partial(PairsModel, long=2))


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_F5])
def test_who_has_begun_before_the_order_is_found_stays(
    driver: Driver, listed: Path, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    sorting = Sorting(monkeypatch)
    driver.settings[keys.MEASURE] = False
    driver.settings[keys.AFTER_LABEL] = "stay"
    remember(driver, listed, View(turned=True))
    window = driver.open(listed)
    assert in_window(driver) == ORDER[0]
    driver.press(key)
    driver.wait_for_pair()
    sorting.may_end = True
    wait_until(lambda: not window.views.pairs_model.busy)
    assert shown(driver) == ["empty.txt", *reversed(ORDER)]
    assert in_window(driver) == ORDER[0]


def test_filter_and_order_are_remembered_for_each_list(driver: Driver, listed: Path) -> None:
    window = driver.open(listed)
    view = View("unlabelled", "missing", conditions=(Condition("length", "between", "1"),))
    other = listed.with_name("others.csv")
    other.write_text(listed.read_text(encoding="utf-8"), encoding="utf-8")
    window.views.late_pairs.part.view_changed.emit(view)
    driver.close()
    for path, kept in ((other, View()), (listed, view)):
        again = Driver(driver.home)
        assert again.open(path).views.pairs_model.view == kept
        again.close()


def test_the_next_start_knows_all_without_reading_anything(
    driver: Driver, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in listed.parent.glob("*.txt"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    driver.open(listed)
    until_measured(driver)
    driver.close()

    tasks: list[tuple[str, object]] = []

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
            if task is not None:
                tasks.append((module.rpartition(".")[2], task))
            return task

        return ProcessPool(module, setup, jobs, taken, *more, **options)

    monkeypatch.setattr(measure_run, "ProcessPool", heard)
    again = Driver(driver.home)
    remember(again, listed, View(sort="similarity"))
    again.open(listed)
    until_measured(again)
    assert shown(again) == ["same.txt", "copy.txt", "other.txt", "empty.txt"]
    assert tasks == [("measure_lookup", range(4))], "no process reads a document"
    again.close()


def test_other_options_are_measured_anew(driver: Driver, listed: Path) -> None:
    driver.open(listed)
    until_measured(driver)
    book = driver.session.book
    assert book is not None
    before = book.measures.get(1)
    reading = driver.session.pair.reading
    options = reading.options._replace(punctuation=True)
    driver.session.pair.read_otherwise(reading._replace(options=options))
    assert book.measures.measured < 4
    until_measured(driver)
    after = book.measures.get(1)
    assert before is not None
    assert after is not None
    assert after.minor >= before.minor


def test_the_window_closes_at_once_while_pairs_are_measured(driver: Driver, listed: Path) -> None:
    text = "\n\n".join(f"{ARTICLE} {number}" for number in range(2_000))
    (listed.parent / "long.txt").write_text(text, encoding="utf-8")
    (listed.parent / "longer.txt").write_text(text[9_000:] + text[:9_500], encoding="utf-8")
    with listed.open("a", encoding="utf-8") as file:
        file.writelines(f"long {number},long.txt,longer.txt\n" for number in range(9))
    driver.open(listed)
    wait_until(lambda: _state(driver) == "measuring")
    driver.close()  # threads or processes that stay fail this test


def test_pause_and_progress_stand_below_the_list(driver: Driver, listed: Path) -> None:
    driver.settings[keys.MEASURE] = False
    window = driver.open(listed)
    wait_until(lambda: _state(driver) == "off")
    panel = window.findChild(PairsPanel)
    assert isinstance(panel, PairsPanel)
    line = panel.measuring
    wait_until(lambda: said_by(line) == "1 of 4 measured")  # by the window itself
    assert not button_of(line).isVisibleTo(line)
    driver.settings[keys.MEASURE] = True
    driver.session.measuring.set_paused(True)
    window.listing.refresh()
    wait_until(lambda: _state(driver) == "paused")
    assert said_by(line).endswith(" of 4 measured, paused")
    button = button_of(line)
    assert button.accessibleName() == "Go on measuring"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    until_measured(driver)
    assert line.isHidden()


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (
            MeasuringProgress(1240, 20_000, 360.0, "measuring"),
            "1,240 of 20,000 measured, about 6 min",
        ),
        (
            MeasuringProgress(1240, 20_000, 3.0, "measuring"),
            "1,240 of 20,000 measured, less than 1 min",
        ),
        (
            MeasuringProgress(1240, 20_000, 18_000.0, "measuring"),
            "1,240 of 20,000 measured, about 5 h",
        ),
        (MeasuringProgress(0, 20_000, None, "measuring"), "0 of 20,000 measured"),
        (MeasuringProgress(7, 20_000, 60.0, "paused"), "7 of 20,000 measured, paused"),
        (
            MeasuringProgress(7, 20_000, 60.0, "battery"),
            "7 of 20,000 measured, goes on with mains power",
        ),
    ],
)
def test_the_figures_are_those_of_a_sentence(
    driver: Driver, progress: MeasuringProgress, said: str
) -> None:
    line = MeasuringLine()
    line.set_theme(load_theme("light"))
    line.set_progress(progress)
    assert said_by(line) == said
    assert not line.isHidden()
    assert button_of(line).isVisibleTo(line) == (progress.state != "battery")
    line.set_progress(progress._replace(state="done"))
    assert line.isHidden()
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        line.set_progress(MeasuringProgress(1240, 20_000, None, "measuring"))
        assert "1.240 of 20.000" in said_by(line)
    finally:
        QLocale.setDefault(before)
    line.deleteLater()


def test_a_change_of_annotator_keeps_the_figures_and_their_order(
    driver: Driver, listed: Path
) -> None:
    remember(driver, listed, View(sort="similarity"))
    window = driver.open(listed)
    until_measured(driver)
    before = shown(driver)
    states: list[str] = []
    driver.session.measuring.progressed.connect(
        lambda progress: states.append("" if progress is None else progress.state)
    )
    window.opening.change_annotator("bob")
    wait_until(lambda: driver.session.opened and driver.session.opened.store.annotator == "bob")
    assert states == []
    book = driver.session.book
    assert book is not None
    assert book.measures.measured == 3
    wait_until(lambda: shown(driver) == before)
    driver.wait_for_pair()
    assert in_window(driver) == before[0]
