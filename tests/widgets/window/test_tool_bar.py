"""The tool bar in windows of any width: what finds no room stands in its last menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolBar, QToolButton, QWidget

from gui.review.pair_list.label_marks import PairsLeft
from gui.widgets.controls.actions import ActionSet, action_table
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.pairs_controller import ProgressPanel
from gui.widgets.window.tool_bar import Overflow, RecentMenu, ToolBar
from tests.widgets.widget_helpers import Show, label_texts


def filled_window(show: Show, width: int) -> tuple[QMainWindow, ToolBar, ProgressPanel]:
    window = QMainWindow()
    actions = ActionSet(window, action_table(), {})
    progress = ProgressPanel()
    bar = ToolBar(window, actions, progress)
    bar.set_theme(load_theme("light"))
    actions.set_theme(load_theme("light"))
    progress.set_progress(20_000, PairsLeft(18_760))
    progress.set_place(1_241, 20_000)
    window.resize(width, 300)
    show(window)
    return window, bar, progress


def in_the_bar(bar: ToolBar) -> list[QToolButton]:
    """Return the buttons that are to be seen, each of them whole."""
    own = [b for b in bar.findChildren(QToolButton) if b.objectName() != "qt_toolbar_ext_button"]
    return [b for b in own if b.isVisible() and b.geometry().right() <= bar.width()]


def named(bar: ToolBar) -> list[str]:
    return [button.accessibleName() for button in in_the_bar(bar)]


ALL = {
    *("List of pairs", "Previous difference", "Next difference", "Find", "View", "Pair"),
    *("Summary, ledger and sections", "Help"),
}


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize("width", [640, 700, 900])
def test_nothing_of_a_narrow_bar_is_out_of_reach(
    width: int,
    language: str,
    show: Show,
    look: QApplication,
    speaking: Callable[[str], None],
) -> None:
    speaking(language)
    _, bar, progress = filled_window(show, width)
    assert progress.isVisible()
    right = progress.mapTo(bar, progress.rect().bottomRight()).x()
    assert right <= bar.width()
    opens_menu = QToolButton.ToolButtonPopupMode.InstantPopup
    hidden = {
        button.text() if button.popupMode() is opens_menu else button.defaultAction().text()
        for button in bar.findChildren(QToolButton)
        if not button.isVisible() and button.text()
    }
    if hidden:
        menu = in_the_bar(bar)[-1].menu()
        menu.aboutToShow.emit()
        assert {action.text() for action in menu.actions()} == hidden


def test_a_wide_bar_has_all_and_needs_no_menu(show: Show, look: QApplication) -> None:
    _, bar, _ = filled_window(show, 1440)
    assert set(named(bar)) > ALL
    assert "More" not in named(bar)


def test_no_button_moves_when_the_place_among_the_differences_comes(
    show: Show, look: QApplication
) -> None:
    _, bar, _ = filled_window(show, 1440)
    before = {button.accessibleName(): button.geometry() for button in in_the_bar(bar)}
    bar.set_place(12, 223)
    for _ in range(5):
        QApplication.processEvents()
    assert "12 of 223" in label_texts(bar)
    assert {button.accessibleName(): button.geometry() for button in in_the_bar(bar)} == before


def test_what_left_a_bar_comes_back_when_it_grows(show: Show, look: QApplication) -> None:
    window, bar, _ = filled_window(show, 640)
    assert "More" in named(bar)
    assert "Help" not in named(bar)
    window.resize(1440, 300)
    QApplication.processEvents()
    QApplication.processEvents()
    assert set(named(bar)) > ALL


def test_a_progress_that_grows_takes_its_room_from_buttons(show: Show, look: QApplication) -> None:
    _, bar, progress = filled_window(show, 640)
    progress.set_pace(125.0, 90_000.0)
    for _ in range(5):
        QApplication.processEvents()
    right = progress.mapTo(bar, progress.rect().bottomRight()).x()
    assert right <= bar.width()


def test_a_bar_that_is_taken_down_is_not_fitted_any_more(qapp: QApplication) -> None:
    """What is left of it may still be laid out anew."""
    bar = QToolBar()
    overflow = Overflow(bar, "More")
    overflow.add_menu_button()
    shiboken6.delete(bar)
    overflow.fit(0)


def test_an_entry_of_the_menu_of_recent_files_has_ninety_characters(qapp: QApplication) -> None:
    window = QWidget()
    menu = RecentMenu(window)
    menu.set_recent([("/a.csv", "x" * 90), ("/b.csv", "x" * 91)])
    whole, cut = (action.text() for action in menu.actions())
    assert whole == "x" * 90
    assert "…" in cut
    assert len(cut) == 90


def words(bar: ToolBar) -> list[str]:
    """Return the words that stand beside icons."""
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return [button.text() for button in in_the_bar(bar) if button.toolButtonStyle() is beside]


def test_words_and_buttons_come_back_as_soon_as_there_is_room_for_them(
    show: Show, look: QApplication
) -> None:
    window, bar, _ = filled_window(show, 640)
    pace = 120  # which appears after some labels; the first words that would go wait for its room
    changes = []
    before = words(bar), named(bar)
    for width in range(641, 1_400):
        window.resize(width, 300)
        look.processEvents()
        after = words(bar), named(bar)
        if after != before:
            changes.append((width, bar.sizeHint().width(), len(words(bar))))
        before = after
    assert set(named(bar)) == {"File", *ALL}
    *others, (width, needed, most) = changes
    assert len(others) >= 3
    assert {count for _, _, count in changes} == {0, 4, 6}, "menus have theirs before buttons"
    assert [(width, needed) for width, needed, _ in others] == [(w, w) for w, _, _ in others]
    assert (width, most) == (needed + pace, 6)
