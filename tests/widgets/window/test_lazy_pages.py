"""Pages that are made when they are first shown, and icons that are drawn when they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.controls.actions import ActionSet, action_table
from gui.widgets.controls.deferred import LazyPage, LazyWidget
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.pairs_controller import ProgressPanel
from gui.widgets.window.tool_bar import ToolBar


@pytest.fixture
def stage(qapp: QApplication) -> QStackedWidget:
    stage = QStackedWidget()
    stage.addWidget(QLabel("the pair"))
    return stage


def test_a_page_is_made_when_it_is_shown_and_only_once(stage: QStackedWidget) -> None:
    late = LazyPage(QLabel, stage)
    assert stage.count() == 1
    seen = [late.shown]
    late.show()
    seen.append(late.shown)
    assert stage.currentWidget() is late.part
    stage.setCurrentIndex(0)
    seen.append(late.shown)
    assert seen == [False, True, False]
    late.show()
    assert stage.count() == 2


def test_what_was_wished_before_is_done_in_order_and_the_last_of_a_name_counts(
    stage: QStackedWidget,
) -> None:
    late = LazyPage(QLabel, stage)
    late.do("text", lambda page: page.setText("old"))
    late.do("name", lambda page: page.setObjectName(f"{page.text()}, named"))
    late.do("text", lambda page: page.setText("new"))
    assert late.part.text() == "new"
    assert late.part.objectName() == "new, named"
    late.do("text", lambda page: page.setText("at once"))
    assert late.part.text() == "at once"


def test_a_part_that_is_hidden_is_not_made(qapp: QApplication) -> None:
    placed: list[QLabel] = []
    late = LazyWidget(QLabel, placed.append, QLabel())
    late.setVisible(False)
    assert late.made is None
    late.setVisible(True)
    assert placed == [late.part]
    late.setVisible(False)
    assert late.part.isHidden()


def test_tab_comes_to_a_part_where_it_stands(qapp: QApplication) -> None:
    window, home, behind = QWidget(), QSplitter(), QPushButton("behind")
    column = QVBoxLayout(window)
    column.addWidget(home)
    column.addWidget(behind)
    LazyWidget(two_fields, home.addWidget, home).make()
    order = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if isinstance(widget, QLineEdit | QPushButton):
            order.append(widget.objectName() or "behind")
        widget = widget.nextInFocusChain()
    assert order == ["first", "second", "behind"]


def two_fields() -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    for name in ("first", "second"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
    return part


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
