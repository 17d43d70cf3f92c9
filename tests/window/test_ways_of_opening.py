"""Everything that can be opened, from inside the window; and what cannot."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.review.opening.wanted import Wanted
from gui.settings import RECENT
from gui.widgets.controls.notifications import Banner
from gui.widgets.window.tool_bar import RecentMenu
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import ARTICLE, COPY


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
    return driver.window.views.banners.keys()


def complaint(driver: Driver) -> str:
    """The sentence in the window about what could not be opened."""
    assert driver.window is not None
    wait_until(lambda: "opening" in banner_keys(driver))
    shown = [
        found for found in driver.window.views.banners.findChildren(Banner) if found.isVisible()
    ]
    return shown[-1].accessibleName()


def test_a_start_without_arguments_offers_what_to_open(started: Driver) -> None:
    assert started.window is not None
    assert started.window.views.stage.start.shown
    assert started.window.windowTitle() == "Copydesk"
    started.press("2")
    assert started.session.pair.pair is None


def test_the_sample_pairs_open_and_their_labels_go_to_the_users_folder(started: Driver) -> None:
    assert started.window is not None
    started.window.views.stage.start.part.samples_wanted.emit()
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
    started.window.views.stage.start.part.recent_wanted.emit(started.settings[RECENT][0])
    wait_until(lambda: started.session.opened is not None)


def test_pasted_texts_are_kept_and_open_again_after_a_restart(
    driver: Driver, tmp_path: Path
) -> None:
    page = "<p>Not a page, but a text.</p>\n\n" + ARTICLE  # a file of this would be read as HTML
    window = driver.open()
    window.opening.open(Wanted(texts=(page, COPY)))
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    driver.press("2")
    data = driver.places.data
    wait_until(lambda: len(read_labels(data / "pasted-labels.csv")) == 1)
    (row,) = read_labels(data / "pasted-labels.csv")
    assert row["label"] == "copy"
    for role, text in (("reference", page), ("candidate", COPY)):
        kept = (data / row[role]).read_bytes()
        assert kept == text.encode()
        assert hashlib.sha256(kept).hexdigest() == row[f"{role}_sha256"]
    driver.close()

    again = driver.open()
    [menu] = again.findChildren(RecentMenu)
    (action,) = menu.actions()
    assert action.text() == "“<p>Not a page, but a text.</p>…” | “The council voted on Tuesday to…”"
    action.trigger()
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    comparison = driver.session.pair.comparison
    assert comparison is not None
    assert (comparison.reference.text, comparison.candidate.text) == (page, COPY)
    known = driver.session.row()
    assert known is not None
    assert known.label == "copy"


def test_pasted_texts_that_are_gone_are_said_to_be(driver: Driver) -> None:
    window = driver.open()
    window.opening.open(Wanted(texts=(ARTICLE, COPY)))
    wait_until(lambda: driver.session.opened is not None)
    for path in (driver.places.data / "pasted").iterdir():
        path.unlink()
    window.opening.open_recent(driver.settings[RECENT][0])
    assert "are not there; check the paths" in complaint(driver)


def test_recent_ones_are_reachable_while_something_is_open(
    driver: Driver, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    pairs = write_pairs(tmp_path / "pairs & lists")
    window = driver.open(*pair, labels=tmp_path / "first.csv")
    window.opening.open_paths([str(pairs)])
    wait_until(lambda: len(driver.session.pairs) == 3)
    [menu] = window.findChildren(RecentMenu)
    assert menu.menuAction().isEnabled()
    texts = [action.text() for action in menu.actions()]
    assert [text.split(" — ")[0] for text in texts] == ["pairs.csv", "a.txt | b.txt"]
    assert texts[0].endswith("pairs && lists")
    menu.actions()[1].trigger()
    wait_until(lambda: len(driver.session.pairs) == 1)


NO_LISTS = {
    "missing.csv": None,
    "columns.csv": b"first,second\nx,y\n",
    "rows.csv": b"reference,candidate\n",
    "binary.csv": bytes(range(256)),
    "empty.csv": b"",
}


def test_what_cannot_be_opened_is_said_in_one_sentence_and_the_open_list_stays(
    driver: Driver, tmp_path: Path
) -> None:
    driver.open(write_pairs(tmp_path / "pairs"))
    (tmp_path / "folder").mkdir()
    for name, content in NO_LISTS.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    for name in (*NO_LISTS, "folder"):
        drop(driver, tmp_path / name)
        wait_until(lambda name=name: name in complaint(driver))  # type: ignore[misc]
        assert "Traceback" not in complaint(driver), name
        assert len(driver.session.pairs) == 3, name
    driver.press("2")
    assert driver.session.pair.index == 1


def test_three_files_dropped_are_refused(driver: Driver, tmp_path: Path) -> None:
    driver.open()
    drop(driver, tmp_path, tmp_path, tmp_path)
    assert "two documents" in complaint(driver)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the window asks for in a dialog of files, and what is chosen there."""
    asked = Asked()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
    return asked


class Asked:
    """Stands for the dialog of files: ``titles`` are what it was opened with."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.answers: list[Path] = []

    def __call__(self, window: QWidget, title: str, *_: str) -> tuple[str, str]:
        self.titles.append(title)
        return (str(self.answers.pop(0)) if self.answers else "", "")


def test_one_document_dropped_is_asked_for_its_counterpart(
    driver: Driver, pair: tuple[Path, Path], asked: Asked
) -> None:
    driver.open()
    asked.answers = [pair[1]]
    drop(driver, pair[0])
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    assert asked.titles == ["Choose the candidate that belongs to a.txt"]
    comparison = driver.session.pair.comparison
    assert comparison is not None
    assert (comparison.reference.text, comparison.candidate.text) == (ARTICLE, COPY)


def test_a_lone_candidate_is_asked_for_its_reference(
    driver: Driver, tmp_path: Path, asked: Asked
) -> None:
    write_pairs(tmp_path / "pairs")
    folder = tmp_path / "pairs" / "one"
    driver.open()
    asked.answers = [folder / "reference.txt"]
    drop(driver, folder / "candidate.txt")
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    assert asked.titles == ["Choose the reference that belongs to candidate.txt"]
    comparison = driver.session.pair.comparison
    assert comparison is not None
    assert comparison.reference.text == ARTICLE


def test_who_names_no_second_document_is_told_what_to_do(
    driver: Driver, pair: tuple[Path, Path], asked: Asked
) -> None:
    driver.open()
    drop(driver, pair[0])
    assert "together with a second one" in complaint(driver)
    assert driver.session.opened is None


def test_a_document_chosen_as_a_list_is_asked_for_its_counterpart(
    started: Driver, pair: tuple[Path, Path], asked: Asked
) -> None:
    asked.answers = list(pair)
    started.press("o", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: started.session.opened is not None)
    assert len(asked.titles) == 2


def test_a_picture_is_not_asked_about(driver: Driver, tmp_path: Path, asked: Asked) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    driver.open()
    drop(driver, picture)
    assert "a second one is missing" in complaint(driver)
    assert not asked.titles


def test_a_folder_of_two_documents_dropped_is_their_pair(
    driver: Driver, pair: tuple[Path, Path]
) -> None:
    driver.open()
    drop(driver, pair[0].parent)
    wait_until(lambda: driver.session.opened is not None)
    driver.wait_for_pair()
    labels = pair[0].parent / "labels.csv"
    driver.press("2")
    wait_until(lambda: [row["pair_id"] for row in read_labels(labels)] == ["a.txt|b.txt"])


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
