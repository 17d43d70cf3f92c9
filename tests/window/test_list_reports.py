"""The reports of all pairs, saved from the window: in its language, and stopped at any time."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog

from gui import settings as keys
from gui.reports.report_folder import ReportFolder, page_name
from gui.widgets.controls.notifications import Banner
from gui.widgets.controls.qt_text import install_language
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs


def banner(driver: Driver) -> str:
    assert driver.window is not None
    found = driver.window.views.banners.findChildren(Banner)
    return " ".join(label.text() for each in found for label in each.findChildren(QLabel))


def save(driver: Driver, path: Path) -> None:
    """Have the reports written to *path*, and wait until the window says what came of it."""
    assert driver.window is not None
    driver.window.list_reports.begin(path)
    wait_until(lambda: "list-report" in shown(driver))


def shown(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.views.banners.keys()


def test_the_reports_say_what_was_decided(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    (path.parent / "two/candidate.txt").unlink()
    save(driver, tmp_path / "report")
    said = banner(driver)
    assert "The reports are in" in said
    assert "1 pair could not be compared." in said
    index = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert f'href="{page_name("one")}"' in index
    assert "a copy" in index
    page = (tmp_path / "report" / page_name("one")).read_text(encoding="utf-8")
    assert "is <strong>a copy</strong>" in page
    assert not list(tmp_path.glob("*.parts"))


def test_they_are_in_the_language_of_the_window(
    driver: Driver, qapp: QApplication, tmp_path: Path
) -> None:
    driver.settings[keys.LANGUAGE] = "de"
    install_language(qapp, "de")
    driver.open(write_pairs(tmp_path / "pairs", ("one",)))
    save(driver, tmp_path / "report.zip")
    with zipfile.ZipFile(tmp_path / "report.zip") as packed:
        index = packed.read("report/index.html").decode()
        page = packed.read(f"report/{page_name('one')}").decode()
    assert "mit Ersetzungen" in index
    assert '<html lang="de">' in page
    assert "Wörter" in page


def test_it_can_be_stopped_and_leaves_nothing(driver: Driver, tmp_path: Path) -> None:
    names = tuple(f"p{number}" for number in range(40))
    window = driver.open(write_pairs(tmp_path / "pairs", names))
    window.list_reports.begin(tmp_path / "report")
    assert (tmp_path / "report.parts").is_dir()
    (bar,) = window.findChildren(QProgressDialog)
    bar.canceled.emit()
    wait_until(lambda: not (tmp_path / "report.parts").exists())
    assert not (tmp_path / "report").exists()
    assert banner(driver).strip() == "The reports were stopped; none of them is kept."
    driver.press("2")  # the window goes on
    driver.wait_for_pair()


def test_pairs_are_labelled_by_keys_while_reports_are_written(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()

    def kept_in_the_end(_folder: ReportFolder) -> dict[str, object]:
        may_go_on.wait(60)
        return {}

    monkeypatch.setattr(ReportFolder, "kept", kept_in_the_end)
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    labels = path.parent / "labels.csv"
    window = driver.open(path)
    window.list_reports.begin(tmp_path / "report")
    (bar,) = window.findChildren(QProgressDialog)
    wait_until(bar.isVisible)
    QApplication.processEvents()
    wait_until(window.isActiveWindow)
    driver.look()
    driver.press(Qt.Key.Key_Return)
    driver.press("2")
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy"])
    assert bar.isVisible()
    window.list_reports.ask()
    wait_until(bar.isActiveWindow)
    driver.press(Qt.Key.Key_Escape)
    wait_until(lambda: not (tmp_path / "report.parts").exists())
    may_go_on.set()


def test_what_is_there_is_left_alone(driver: Driver, tmp_path: Path) -> None:
    driver.open(write_pairs(tmp_path / "pairs", ("one",)))
    save(driver, tmp_path / "pairs")
    assert "is not a report of a list" in banner(driver)
    assert (tmp_path / "pairs").is_dir()


def test_closing_the_window_stops_it_and_the_next_one_goes_on(
    driver: Driver, tmp_path: Path
) -> None:
    names = tuple(f"p{number}" for number in range(40))
    pairs = write_pairs(tmp_path / "pairs", names)
    window = driver.open(pairs)
    window.list_reports.begin(tmp_path / "report")
    done = tmp_path / "report.parts/done.jsonl"
    wait_until(done.exists)
    driver.close()
    assert not (tmp_path / "report").exists()
    (name, *_) = json.loads(done.read_text().splitlines()[0])
    page = tmp_path / "report.parts" / name
    page.write_text(page.read_text(encoding="utf-8") + "<!-- made before -->", encoding="utf-8")
    driver.open(pairs)
    save(driver, tmp_path / "report")
    assert "made before" in (tmp_path / "report" / name).read_text(encoding="utf-8")
    index = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert all(f'href="{page_name(each)}"' in index for each in names)
    assert not list(tmp_path.glob("report.*"))
    assert not (tmp_path / "report/done.jsonl").exists()


def test_closing_the_window_at_once_keeps_what_an_earlier_run_did(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = write_pairs(tmp_path / "pairs", tuple(f"p{number}" for number in range(40)))
    done = tmp_path / "report.parts/done.jsonl"
    driver.open(pairs).list_reports.begin(tmp_path / "report")
    wait_until(done.exists)
    driver.close()
    written = done.read_text()
    assert written
    may_look = Event()

    def kept_in_the_end(_folder: ReportFolder) -> dict[str, object]:
        may_look.wait(60)
        return {}

    monkeypatch.setattr(ReportFolder, "kept", kept_in_the_end)
    driver.open(pairs).list_reports.begin(tmp_path / "report")
    driver.close()  # before the new run has looked at what is there
    may_look.set()
    assert done.read_text().startswith(written)


def test_closing_the_window_before_a_page_is_written_leaves_nothing(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReportFolder, "keep", lambda *_arguments: None)  # however long it takes
    window = driver.open(write_pairs(tmp_path / "pairs", tuple(f"p{n}" for n in range(40))))
    window.list_reports.begin(tmp_path / "report")
    driver.close()
    assert not list(tmp_path.glob("report*"))


def test_a_page_whose_documents_changed_is_made_again(driver: Driver, tmp_path: Path) -> None:
    names = tuple(f"p{number}" for number in range(40))
    pairs = write_pairs(tmp_path / "pairs", names)
    driver.open(pairs).list_reports.begin(tmp_path / "report")
    done = tmp_path / "report.parts/done.jsonl"
    wait_until(done.exists)
    driver.close()
    (name, *_) = json.loads(done.read_text().splitlines()[0])
    (pair,) = [each for each in names if page_name(each) == name]
    (pairs.parent / pair / "candidate.txt").write_text("A whole new text about swans.")
    driver.open(pairs)
    save(driver, tmp_path / "report")
    assert "swans" in (tmp_path / "report" / name).read_text(encoding="utf-8")
