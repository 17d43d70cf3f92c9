"""The window says within a look at the disk when the label file was lost, and when it is back."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from gui.labels import LabelStore, SaveState
from gui.widgets.labelling.label_bar import SaveSign
from tests.labels.misfortunes import (
    Undo,
    folder_in_its_place,
    link_to_nowhere,
    never_closed_at_its_end,
    overwritten,
    removed,
    rights_taken_away,
    whole_folder_removed,
)
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and rights are other there")


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    (tmp_path / "labels").mkdir()
    return tmp_path / "labels" / "labels.csv"


@pytest.fixture
def labelled(driver: Driver, tmp_path: Path, labels: Path) -> Driver:
    """A window in which two pairs are labelled and saved."""
    driver.open(write_pairs(tmp_path / "pairs", tuple("abcd")), labels=labels)
    for count in (1, 2):
        driver.wait_for_pair()
        driver.press("2")
        wait_until(lambda known=count: len(read_labels(labels)) == known)  # type: ignore[misc]
    wait_until(lambda: sign(driver) == "saved")
    return driver


def sign(driver: Driver) -> str:
    assert driver.window is not None
    shown = driver.window.views.labels.findChild(SaveSign)
    assert isinstance(shown, SaveSign)
    return "".join(label.text() for label in shown.findChildren(QLabel))


def said(driver: Driver) -> str:
    assert driver.window is not None
    shown = driver.window.views.banners
    found = (label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown))
    return "\n".join(text for text in found if text)


ROWS_LOST = "2 rows are only in the recovery journal: "
MISFORTUNES: dict[Callable[[Path], Undo], str] = {
    overwritten: ROWS_LOST,
    folder_in_its_place: ROWS_LOST,
    rights_taken_away: ROWS_LOST,
    link_to_nowhere: ROWS_LOST,
    whole_folder_removed: ROWS_LOST,
    never_closed_at_its_end: "a quotation mark in record 3 that is never closed",
}


def test_saved_goes_with_the_label_file_and_comes_back_with_it(
    labelled: Driver, labels: Path
) -> None:
    for misfortune, sentence in MISFORTUNES.items():
        undo = misfortune(labels)
        wait_until(lambda: sign(labelled) == "kept in the recovery journal")
        assert sentence in said(labelled), misfortune
        undo()
        wait_until(lambda: sign(labelled) == "saved")
        assert said(labelled) == "", misfortune
        assert len(read_labels(labels)) == 2, misfortune


def test_a_removed_label_file_is_not_called_saved_while_it_is_written_again(
    labelled: Driver, labels: Path
) -> None:
    heard: list[str] = []
    labelled.session.label_saved.connect(lambda: heard.append("saved"))
    labelled.session.label_file_lost.connect(lambda: heard.append("lost"))
    heard.clear()
    removed(labels)
    wait_until(lambda: "lost" in heard)
    assert sign(labelled) == "saving …"
    wait_until(lambda: sign(labelled) == "saved")
    assert len(read_labels(labels)) == 2
    wait_until(lambda: "was gone; the rows that it had were written again" in said(labelled))


def test_a_notice_that_rows_were_written_again_goes_when_they_are_lost_once_more(
    labelled: Driver, labels: Path
) -> None:
    removed(labels)
    wait_until(lambda: "was gone; the rows that it had were written again" in said(labelled))
    undo = overwritten(labels)
    wait_until(lambda: "is not a label file any more" in said(labelled))
    assert "was gone" not in said(labelled)
    undo()
    wait_until(lambda: sign(labelled) == "saved")
    assert said(labelled) == ""


def test_closing_counts_every_row_that_no_file_holds(labelled: Driver, labels: Path) -> None:
    assert labelled.window is not None
    folder_in_its_place(labels)
    labelled.wait_for_pair()
    labelled.press("1")
    wait_until(lambda: labelled.session.only_in_journal == 3)
    labelled.window.close()
    assert labelled.window.isVisible()
    wait_until(lambda: "3 decisions could not be written to labels.csv" in said(labelled))
    labelled.window.close()
    wait_until(lambda: labelled.window is None or not labelled.window.isVisible())


def test_what_happens_before_the_first_look_is_not_missed(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    driver.open(write_pairs(tmp_path / "pairs"), labels=labels)
    driver.wait_for_pair()
    driver.press("2")
    wait_until(lambda: read_labels(labels))
    driver.close()
    driver.make(tmp_path / "pairs" / "pairs.csv", labels=labels)
    folder_in_its_place(labels)
    driver.show()
    wait_until(lambda: sign(driver) == "kept in the recovery journal")
    assert "1 row is only in the recovery journal: " in said(driver)


def test_nothing_is_called_saved_in_a_new_window_before_the_rows_are_back(
    labelled: Driver, tmp_path: Path, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled.close()
    header = labels.read_bytes().splitlines(keepends=True)[0]
    labels.write_bytes(header)  # as it was before the two
    may_write = threading.Event()
    project = LabelStore.project

    def slowly(store: LabelStore) -> SaveState:
        assert may_write.wait(60)
        return project(store)

    monkeypatch.setattr(LabelStore, "project", slowly)
    try:
        labelled.open(tmp_path / "pairs" / "pairs.csv", labels=labels)
        assert sign(labelled) == "saving …"
        assert len(read_labels(labels)) == 0
    finally:
        may_write.set()
    wait_until(lambda: sign(labelled) == "saved")
    assert len(read_labels(labels)) == 2


def test_a_label_file_that_is_gone_at_the_start_is_told_once_with_what_to_do(
    labelled: Driver, tmp_path: Path, labels: Path
) -> None:
    """Who deletes it to start over sees the rows come back: the advice passed with a toast."""
    labelled.close()
    removed(labels)
    window = labelled.make(tmp_path / "pairs" / "pairs.csv", labels=labels)
    heard: list[str] = []
    window.session.notice.connect(lambda notice: heard.append(str(notice)))
    labelled.show()
    wait_until(lambda: "To start over, choose another file with --labels." in said(labelled))
    wait_until(lambda: len(read_labels(labels)) == 2)
    assert not heard
