"""The page of agreement beside the real window: by keys, and never with what is no longer so."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from gui.labels.label_values import ALL_COLUMNS
from gui.review.opening.wanted import Disputes, Review
from gui.widgets.agreement.agreement_dialog import AgreementDialog
from gui.widgets.agreement.agreement_run import AgreementRun
from tests.agreement.rating_rows import row
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs

NAMES = ("one", "two", "three", "four", "five", "six")
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def labelled(path: Path, annotator: str, labels: str, names: Sequence[str] = NAMES) -> str:
    """Write a label file; each letter of *labels* begins the label of a pair."""
    known = {"c": "copy", "u": "unrelated", "o": "original"}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        for at, (name, letter) in enumerate(zip(names, labels, strict=True)):
            writer.writerow(row(name, annotator, known[letter], at).texts())
    return str(path)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Return a list of six pairs that ada has labelled, beside Ben's labels."""
    path = write_pairs(tmp_path / "pairs", NAMES)
    labelled(path.parent / "labels.csv", "ada", "ccuccu")
    labelled(tmp_path / "ben.csv", "Ben", "cuuccc")
    labelled(tmp_path / "cleo.csv", "Cleo", "cccccc")
    return path


def opened(driver: Driver) -> AgreementDialog:
    """Ask for the page by its key, and return it."""
    driver.press("i", HELD)
    assert driver.window is not None
    found = [own for own in driver.window.findChildren(AgreementDialog) if own.isVisible()]
    assert len(found) == 1
    wait_until(found[0].isActiveWindow)
    return found[0]


def says(dialog: QWidget, text: str) -> bool:
    """Tell whether a label that is to be seen has *text* in it."""
    return any(text in own.text() for own in dialog.findChildren(QLabel) if own.isVisible())


def choose(dialog: AgreementDialog, monkeypatch: pytest.MonkeyPatch, *paths: str) -> None:
    """Press the button that asks for label files, and answer with *paths*."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (list(paths), ""))
    button = next(own for own in dialog.findChildren(QPushButton) if "Add" in own.text())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def figures_of(dialog: AgreementDialog) -> QTableView:
    """Wait for figures and return the table of agreement."""
    tabs = dialog.findChildren(QTabWidget)[0]
    wait_until(tabs.isVisible)
    return next(t for t in dialog.findChildren(QTableView) if t.accessibleName() == "Agreement")


def first_row(table: QTableView) -> list[str]:
    model = table.model()
    return [model.index(0, column).data() for column in range(model.columnCount())]


def test_files_are_added_and_a_disagreement_opened_by_keys(
    driver: Driver, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driver.open(pairs)
    dialog = opened(driver)
    wait_until(lambda: says(dialog, "All labels are by ada"))
    assert says(dialog, "Add the label files of others.")
    choose(dialog, monkeypatch, str(tmp_path / "ben.csv"), str(tmp_path / "cleo.csv"))
    table = figures_of(dialog)
    assert says(dialog, "18 labels by 3 annotators for 6 pairs; 6 pairs with two labels or more.")
    assert first_row(table)[:2] == ["All labels", "6"]
    QTest.keyClick(driver.focus(), Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert says(dialog, "3 pairs, the hardest first.")
    disputes = driver.focus()
    assert isinstance(disputes, QTableView)
    listed = [disputes.model().index(n, 0).data() for n in range(3)]
    assert sorted(listed) == ["six", "three", "two"]
    QTest.keyClick(disputes, Qt.Key.Key_Down)
    QTest.keyClick(disputes, Qt.Key.Key_Down)
    QTest.keyClick(disputes, Qt.Key.Key_Return)
    wait_until(lambda: driver.session.pair.pair and driver.session.pair.pair.id == listed[-1])
    wait_until(window.isActiveWindow)
    driver.wait_for_pair()
    driver.press("3")
    wait_until(lambda: says(dialog, "Labels have changed since"))
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F5)
    figures_of(dialog)
    assert not says(dialog, "Labels have changed since")
    assert says(dialog, "18 labels by 3 annotators")
    at = disputes.currentIndex()
    assert disputes.model().index(at.row(), 0).data() == listed[-1], "the place in the list is lost"


def test_the_window_can_stand_in_front_of_the_page(driver: Driver, pairs: Path) -> None:
    """A dialog that belongs to a window stays above it, and would hide the pair it opens."""
    driver.open(pairs)
    dialog = opened(driver)
    handle = dialog.windowHandle()
    assert handle is not None
    assert handle.type() == Qt.WindowType.Window
    assert handle.transientParent() is None


def test_files_are_remembered_and_go_with_their_list(
    driver: Driver, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.open(pairs)
    dialog = opened(driver)
    choose(dialog, monkeypatch, str(tmp_path / "ben.csv"))
    driver.close()
    driver.open(pairs)
    assert opened(driver).files[1:] == (str(tmp_path / "ben.csv"),)
    driver.close()
    other = write_pairs(tmp_path / "other", ("one", "two"))
    driver.open(other)
    assert opened(driver).files == (str(other.parent / "labels.csv"),)


def test_only_what_was_asked_for_last_is_shown(
    driver: Driver, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.open(pairs)
    dialog = opened(driver)
    told: list[str] = []
    show_waiting = dialog.show_waiting

    def waiting(said: str) -> None:
        told.append(said)
        show_waiting(said)

    monkeypatch.setattr(dialog, "show_waiting", waiting)
    choose(dialog, monkeypatch, str(tmp_path / "ben.csv"))
    choose(dialog, monkeypatch, str(tmp_path / "cleo.csv"))
    figures_of(dialog)
    assert says(dialog, "18 labels by 3 annotators")
    assert [said for said in told if "12 labels" in said] == []
    QTest.keyClick(dialog, Qt.Key.Key_F5)
    assert not dialog.findChildren(QTabWidget)[0].isVisible()  # nothing of before


def test_the_page_is_saved(
    driver: Driver, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.open(pairs)
    dialog = opened(driver)
    choose(dialog, monkeypatch, str(tmp_path / "ben.csv"))
    figures_of(dialog)
    target = tmp_path / "page.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    next(own for own in dialog.findChildren(QPushButton) if "HTML" in own.text()).click()
    wait_until(lambda: says(dialog, "The page is in"))
    assert "Krippendorff" in target.read_text(encoding="utf-8")


def test_a_blind_reader_sees_nothing_of_others(
    driver: Driver, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled(pairs.parent / "labels.csv", "Ben", "cuuccc")
    started: list[object] = []
    monkeypatch.setattr(AgreementRun, "__init__", lambda *given: started.append(given))
    driver.open(pairs, blind="names")
    dialog = opened(driver)
    assert says(dialog, "You read this list blind")
    shown = [own for own in dialog.findChildren(QWidget) if own.isVisible()]
    assert not [own for own in shown if isinstance(own, QTableView | QTabWidget)]
    assert [own.text() for own in shown if isinstance(own, QPushButton)] == ["Close"]
    QTest.keyClick(dialog, Qt.Key.Key_F5)
    QApplication.processEvents()
    assert started == []


def test_who_decides_or_looks_back_begins_with_the_files_of_that(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    files = (str(tmp_path / "ben.csv"), str(tmp_path / "cleo.csv"))
    driver.open(pairs, annotator="dora", disputes=Disputes(files))
    dialog = opened(driver)
    assert dialog.files == files
    figures_of(dialog)
    assert says(dialog, "12 labels by 2 annotators for 6 pairs")
    driver.close()
    driver.open(pairs, review=Review(files[:1], "Ben"))
    assert opened(driver).files == files[:1]


def test_who_decides_without_names_sees_none_on_the_page(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    labelled(tmp_path / "ann.csv", "Ann", "ccuucc")
    disputes = Disputes((str(tmp_path / "ann.csv"), str(tmp_path / "ben.csv")), hide_names=True)
    driver.open(pairs, annotator="dora", disputes=disputes)
    dialog = opened(driver)
    assert says(dialog, "You decide without names")
    shown = [own for own in dialog.findChildren(QWidget) if own.isVisible()]
    assert [own.text() for own in shown if isinstance(own, QPushButton)] == ["Close"]
    assert not says(dialog, "ben.csv")


def test_files_of_one_name_are_said_to_be_of_several_people_perhaps(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    files = [labelled(tmp_path / f"{name}.csv", "user", "ccuucc") for name in ("one", "two")]
    driver.open(pairs, review=Review(tuple(files), "user"))
    dialog = opened(driver)
    wait_until(lambda: says(dialog, "All labels are by user"))
    assert says(dialog, "treat each file as an annotator of its own")
    assert not says(dialog, "Add the label files of others.")


def test_its_title_is_on_the_screen(driver: Driver, tmp_path: Path) -> None:
    """On a screen hardly higher than the page, the title was above the upper edge."""
    driver.open(write_pairs(tmp_path / "pairs"))
    page = opened(driver)
    assert page.testAttribute(Qt.WidgetAttribute.WA_Moved)
    assert page.screen().availableGeometry().contains(page.pos())


def test_who_has_the_last_word_is_told_so_and_where_the_others_labels_stand(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    """Nothing told this window from one for labelling; in a narrow one the list is closed."""
    files = (str(tmp_path / "ben.csv"), str(tmp_path / "cleo.csv"))
    window = driver.open(pairs, annotator="dora", disputes=Disputes(files))
    assert says(window.views.banners, "You have the last word here.")
    driver.close()
    window = driver.open(pairs, annotator="dora")
    assert not says(window.views.banners, "last word")
