"""A label file that a spreadsheet rewrote: the window says so, and puts it right on request."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from gui.labels import LabelRow
from gui.labels.reconciling.stray_rows import Stray
from gui.widgets.controls.notifications import Banner
from gui.widgets.labelling.stray_rows_dialog import StrayRows, StrayRowsDialog
from tests.review.waiting import wait_until
from tests.window.driving import Driver
from tests.window.harbour_articles import ARTICLE, COPY

IDS = {"007": "7", "08": "08. Feb", "3-4": "03. Apr"}


def write_list(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(COPY)
    rows = [f"{name},a.txt,b.txt\n" for name in ("first", *IDS)]
    (folder / "pairs.csv").write_text("id,reference,candidate\n" + "".join(rows))
    return folder / "pairs.csv"


def write_labels(folder: Path, names: list[str]) -> None:
    rows = [f"{name};a.txt;b.txt;copy;ada\n" for name in names]
    text = "pair_id;reference;candidate;label;annotator\n" + "".join(rows)
    (folder / "labels.csv").write_text(text)


def ids(folder: Path) -> list[str]:
    with (folder / "labels.csv").open(newline="") as lines:
        return [row["pair_id"] for row in csv.DictReader(lines, delimiter=";")]


def press(driver: Driver, name: str) -> None:
    assert driver.window is not None
    buttons = driver.window.findChildren(QPushButton)
    next(each for each in buttons if each.text() == name and each.isVisible()).click()


def shown(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.views.banners.keys()


def banner_text(driver: Driver) -> str:
    assert driver.window is not None
    labels = driver.window.views.banners.findChildren(Banner)
    return " ".join(each.text() for b in labels for each in b.findChildren(QLabel))


def test_rows_are_shown_put_right_and_taken_back(driver: Driver, tmp_path: Path) -> None:
    path = write_list(tmp_path / "list")
    write_labels(path.parent, ["7", "03. Apr"])
    window = driver.open(path)
    wait_until(lambda: "stray-rows" in shown(driver))
    text = banner_text(driver)
    assert "2 rows of labels.csv name no pair of this list, and 4 pairs have no row" in text
    press(driver, "Show them…")
    (dialog,) = window.findChildren(StrayRowsDialog)
    table = dialog.findChildren(QTreeWidget)[0]
    listed = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    assert [(item.text(0), item.text(1)) for item in listed if item is not None] == [
        ("7", "007"),
        ("03. Apr", "3-4"),
    ]
    dialog.put_right.click()
    wait_until(lambda: ids(path.parent) == ["007", "3-4"])
    wait_until(lambda: "stray-rows-put-right" in shown(driver))
    wait_until(lambda: "stray-rows" not in shown(driver))
    book = window.session.book
    assert book is not None
    wait_until(lambda: [row and row.label for row in book.rows()] == [None, "copy", None, "copy"])
    press(driver, "Take back")
    wait_until(lambda: ids(path.parent) == ["7", "03. Apr"])
    wait_until(lambda: "stray-rows" in shown(driver))
    wait_until(lambda: not any(book.rows()))


def test_what_was_undone_elsewhere_is_not_put_right_again(driver: Driver, tmp_path: Path) -> None:
    path = write_list(tmp_path / "list")
    write_labels(path.parent, ["7", "03. Apr"])
    window = driver.open(path)
    wait_until(lambda: "stray-rows" in shown(driver))
    press(driver, "Show them…")
    (dialog,) = window.findChildren(StrayRowsDialog)
    dialog.put_right.click()
    wait_until(lambda: "stray-rows-put-right" in shown(driver))
    opened = window.session.opened
    assert opened is not None
    opened.store.repair.take_back()  # as another window does
    press(driver, "Take back")
    wait_until(lambda: "stray-rows-put-right" not in shown(driver))
    assert ids(path.parent) == ["7", "03. Apr"]


def test_a_file_rewritten_while_the_window_is_open(driver: Driver, tmp_path: Path) -> None:
    path = write_list(tmp_path / "list")
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    write_labels(path.parent, ["first", "08. Feb"])
    wait_until(lambda: "stray-rows" in shown(driver))


def test_rows_of_another_list_are_no_news(driver: Driver, tmp_path: Path) -> None:
    path = write_list(tmp_path / "list")
    (path.parent / "labels.csv").write_text(
        "pair_id,reference,candidate,label,annotator\nz,y.txt,x.txt,copy,ada\n"
    )
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    wait_until(lambda: len(ids_of_all(path.parent)) == 2)
    assert "stray-rows" not in shown(driver)


def ids_of_all(folder: Path) -> list[str]:
    with (folder / "labels.csv").open(newline="") as lines:
        return [row["pair_id"] for row in csv.DictReader(lines)]


def test_the_ids_of_the_rows_are_shown_whole(driver: Driver) -> None:
    row = LabelRow("1.23456789012345E+28", "a.txt", "b.txt", "copy", "ada", "", "")
    dialog = StrayRowsDialog(StrayRows([Stray(row)], 1, []), "labels.csv")
    table = dialog.findChildren(QTreeWidget)[0]
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance(row.pair_id)
    dialog.deleteLater()
