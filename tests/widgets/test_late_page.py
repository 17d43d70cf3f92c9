"""Pages that are made when they are first shown, and icons that are drawn when they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QStackedWidget

from gui.widgets.action_set import ActionSet
from gui.widgets.action_table import action_table
from gui.widgets.late_page import LatePage
from gui.widgets.progress import ProgressPanel
from gui.widgets.theme import load_theme
from gui.widgets.tool_bar import ToolBar


@pytest.fixture
def stage(qapp: QApplication) -> QStackedWidget:
    stage = QStackedWidget()
    stage.addWidget(QLabel("the pair"))
    return stage


def test_a_page_is_made_when_it_is_shown_and_only_once(stage: QStackedWidget) -> None:
    late = LatePage(stage, QLabel)
    assert stage.count() == 1
    assert not late.shown
    late.show()
    assert late.shown
    assert stage.currentWidget() is late.page
    stage.setCurrentIndex(0)
    assert not late.shown
    late.show()
    assert stage.count() == 2


def test_what_was_wished_before_is_done_in_order_and_the_last_of_a_name_counts(
    stage: QStackedWidget,
) -> None:
    late = LatePage(stage, QLabel)
    late.do("text", lambda page: page.setText("old"))
    late.do("name", lambda page: page.setObjectName(f"{page.text()}, named"))
    late.do("text", lambda page: page.setText("new"))
    assert late.page.text() == "new"
    assert late.page.objectName() == "new, named"
    late.do("text", lambda page: page.setText("at once"))
    assert late.page.text() == "at once"


def test_the_icons_of_a_menu_are_there_when_it_opens(qapp: QApplication) -> None:
    window = QMainWindow()
    actions = ActionSet(window, action_table(), {})
    bar = ToolBar(window, actions, ProgressPanel())
    actions.set_theme(load_theme("light"))
    assert not actions["find"].icon().isNull()  # on a button
    assert actions["about"].icon().isNull()
    for menu in bar.findChildren(QMenu):
        menu.aboutToShow.emit()
    light = actions["about"].icon().pixmap(18).toImage()
    assert not light.isNull()
    actions.set_theme(load_theme("dark"))
    assert actions["about"].icon().pixmap(18).toImage() != light
    window.close()
