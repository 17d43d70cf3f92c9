"""Everything that can be opened, from inside the window; and what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from gui.review.opening import Wanted
from gui.settings import RECENT
from gui.widgets.controls.notifications import Banner
from tests.review.waiting import wait_until
from tests.window.driving import ARTICLE, COPY, Driver, read_labels, write_pairs


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(ARTICLE, encoding="utf-8")
    two.write_text(COPY, encoding="utf-8")
    return one, two


@pytest.fixture
def started(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """The window with nothing open."""
    monkeypatch.chdir(tmp_path)
    driver.open()
    return driver


def banner_keys(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.parts.banners.keys()


def complaint(driver: Driver) -> str:
    """The sentence in the window about what could not be opened."""
    assert driver.window is not None
    wait_until(lambda: "opening" in banner_keys(driver))
    shown = [
        found for found in driver.window.parts.banners.findChildren(Banner) if found.isVisible()
    ]
    return shown[-1].accessibleName()


def test_a_start_without_arguments_offers_what_to_open(started: Driver) -> None:
    assert started.window is not None
    assert started.window.parts.stage.start.shown
    assert started.window.windowTitle() == "Copydesk"
    started.press("2")
    assert started.session.pair.pair is None


def test_the_sample_pairs_open_and_their_labels_go_to_the_users_folder(started: Driver) -> None:
    assert started.window is not None
    started.window.parts.stage.start.part.samples_wanted.emit()
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    assert len(started.session.pairs) >= 14
    started.press("2")
    path = started.home / "data" / "sample-labels.csv"
    wait_until(lambda: len(read_labels(path)) == 1)


def test_two_documents_by_dialog(
    started: Driver, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = iter([(str(pair[0]), ""), (str(pair[1]), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: next(chosen))
    started.press("o", Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    started.press("2")
    wait_until(lambda: len(read_labels(started.home / "labels.csv")) == 1)
    assert started.settings[RECENT] == (f"{pair[0]}|{pair[1]}",)


def test_a_dialog_that_is_left_changes_nothing(
    started: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    started.press("o", Qt.KeyboardModifier.ControlModifier)
    assert started.session.opened is None


def test_two_files_dropped(started: Driver, pair: tuple[Path, Path]) -> None:
    drop(started, *pair)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    assert started.session.pair.comparison is not None


def test_a_list_dropped_takes_the_place_of_what_is_open(
    driver: Driver, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    driver.open(*pair, labels=tmp_path / "first.csv")
    driver.press("2")
    drop(driver, write_pairs(tmp_path / "pairs"))
    wait_until(lambda: len(driver.session.pairs) == 3)
    driver.wait_for_pair()
    assert len(read_labels(tmp_path / "first.csv")) == 1
    driver.press("3")
    wait_until(lambda: len(read_labels(tmp_path / "pairs" / "labels.csv")) == 1)
    assert [row["label"] for row in read_labels(tmp_path / "first.csv")] == ["copy"]


def test_a_folder_and_a_recent_one(started: Driver, tmp_path: Path) -> None:
    assert started.window is not None
    path = write_pairs(tmp_path / "pairs")
    path.unlink()
    started.window.opening.open_paths([str(tmp_path / "pairs")])
    wait_until(lambda: started.session.opened is not None)
    assert sorted(pair.id for pair in started.session.pairs) == ["one", "three", "two"]
    started.window.parts.stage.start.part.recent_wanted.emit(started.settings[RECENT][0])
    wait_until(lambda: started.session.opened is not None)


def test_two_pasted_texts(started: Driver) -> None:
    assert started.window is not None
    started.window.opening.open(Wanted(texts=(ARTICLE, COPY)))
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    started.press("2")
    path = started.home / "data" / "pasted-labels.csv"
    wait_until(lambda: [row["label"] for row in read_labels(path)] == ["copy"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.csv", None),
        ("columns.csv", b"first,second\nx,y\n"),
        ("rows.csv", b"reference,candidate\n"),
        ("binary.csv", bytes(range(256))),
        ("empty.csv", b""),
        ("folder", "folder"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_sentence_and_the_open_list_stays(
    driver: Driver, tmp_path: Path, name: str, content: bytes | str | None
) -> None:
    driver.open(write_pairs(tmp_path / "pairs"))
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()
    drop(driver, path)
    sentence = complaint(driver)
    assert name in sentence
    assert "Traceback" not in sentence
    assert len(driver.session.pairs) == 3
    driver.press("2")
    assert driver.session.pair.index == 1


def test_three_files_dropped_are_refused(driver: Driver, tmp_path: Path) -> None:
    driver.open()
    drop(driver, tmp_path, tmp_path, tmp_path)
    assert "two documents" in complaint(driver)


def test_one_document_dropped_is_asked_for_its_counterpart(
    driver: Driver, pair: tuple[Path, Path]
) -> None:
    driver.open()
    drop(driver, pair[0])
    assert "together" in complaint(driver)
    assert driver.session.opened is None


def test_documents_dropped_in_the_order_of_the_alphabet_keep_their_roles(
    driver: Driver, tmp_path: Path
) -> None:
    write_pairs(tmp_path / "pairs")
    folder = tmp_path / "pairs" / "one"
    driver.open()
    drop(driver, folder / "candidate.txt", folder / "reference.txt")
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    comparison = driver.session.pair.comparison
    assert comparison is not None
    assert comparison.reference.text == ARTICLE


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files onto the window."""
    assert driver.window is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    driver.window.dropEvent(event)
