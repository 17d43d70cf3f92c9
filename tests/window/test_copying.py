"""Ctrl+C copies what is selected where the focus is, or says that there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from gui.widgets.reading.counterparts import Role
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs

WORD = QPoint(40, 40)  # of a pane: there a word of the first line stands


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    """The window on a list with evidence beside it; another program's text is on the clipboard."""
    driver.open(write_pairs(tmp_path / "pairs"))
    assert driver.window is not None
    driver.window.resize(1500, 900)
    QApplication.processEvents()
    QGuiApplication.clipboard().setText("of another program")
    return driver


def go_to_row(driver: Driver, words: str) -> None:
    """Put the focus on the row of a list or table that begins with *words*, once it is there."""
    window, exactly = driver.window, Qt.MatchFlag.MatchExactly
    assert window is not None

    def is_there() -> bool:
        for view in window.findChildren(QAbstractItemView):
            start = view.model().index(0, 0)
            if view.isVisible() and start.isValid():
                for index in view.model().match(start, 0, words, flags=exactly):
                    view.setCurrentIndex(index)
                    view.setFocus()
                    return True
        return False

    wait_until(is_there)


def copy() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_a_row_of_a_table_or_list_is_copied(listed: Driver) -> None:
    go_to_row(listed, "one")
    assert copy() == "one"
    comparison = listed.session.pair.comparison
    assert comparison is not None
    entry = comparison.ledger[0]
    go_to_row(listed, entry.reference)
    assert copy() == f"{entry.reference} → {entry.candidate}\t{entry.count}\n"


def test_where_nothing_is_selected_the_window_says_so(listed: Driver) -> None:
    window = listed.window
    assert window is not None
    window.actions_by_name["copy"].trigger()
    assert "Nothing is selected" in window.views.toast.text()
    assert QGuiApplication.clipboard().text() == "of another program"


def test_what_the_mouse_has_selected_can_be_pasted_with_its_middle_button(
    listed: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the desktop knows that, as the one of the tests does not."""
    offered: list[tuple[str, QClipboard.Mode]] = []
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _: True)
    monkeypatch.setattr(
        QClipboard, "setText", lambda _, text, mode=None: offered.append((text, mode))
    )
    assert listed.window is not None
    pane = listed.window.views.reading.panes[Role.CANDIDATE]
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=WORD)
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton)
    wait_until(lambda: offered)
    assert listed.window.views.reading.selected_text().isalpha()
    assert offered[-1] == (listed.window.views.reading.selected_text(), QClipboard.Mode.Selection)
