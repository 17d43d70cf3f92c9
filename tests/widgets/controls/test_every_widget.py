"""What holds for every widget: literal text, names for those who listen, visible focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QStyle,
    QTabBar,
    QWidget,
)

from tests.widgets.filled_widgets import MARKUP, WIDGETS, themed
from tests.widgets.widget_helpers import Show

each = pytest.mark.parametrize("name", WIDGETS)

LOW = QSize(910, 480)  # what a desktop leaves of 1366 x 768 pixels at a scale of 1.5
BARS = 2 * 43  # pixels: the tool bar and the label bar


class LowScreen:
    """A screen that is lower than most dialogs would like."""

    def availableSize(self) -> QSize:
        return LOW


def controls(widget: QWidget) -> list[QWidget]:
    """Return the shown controls that the Tab key reaches."""
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.isEnabled()
        and child.focusProxy() is None
        and not isinstance(child, QScrollBar | QScrollArea)
        and child.objectName() != "qt_spinbox_lineedit"
    ]


@each
def test_every_label_is_plain_text(name: str, show: Show) -> None:
    widget = themed(WIDGETS[name]())
    show(widget)
    labels = [label for label in widget.findChildren(QLabel) if label.text()]
    rich = [lab.text() for lab in labels if lab.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []


@each
def test_tooltips_show_markup_literally(name: str, show: Show) -> None:
    widget = themed(WIDGETS[name]())
    show(widget)
    tips = [child.toolTip() for child in widget.findChildren(QWidget) if child.toolTip()]
    assert [tip for tip in tips if "<b>x" in tip or "<img" in tip] == []


@each
def test_a_screen_reader_is_told_no_markup(name: str, show: Show) -> None:
    widget = themed(WIDGETS[name]())
    show(widget)
    told = []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    for child in [widget, *widget.findChildren(QWidget)]:
        spoken = QAccessible.queryAccessibleInterface(child)
        if spoken is not None:
            told += [spoken.text(kind) for kind in kinds]
    assert [text for text in told if "<qt>" in text or "&lt;" in text] == []


@each
def test_every_control_has_a_name(name: str, show: Show) -> None:
    widget = themed(WIDGETS[name]())
    show(widget)
    nameless = [
        type(control).__name__
        for control in controls(widget)
        if not (
            control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
        )
        and not _has_buddy(widget, control)
        and not isinstance(control, QTabBar)
    ]
    assert nameless == []


@each
def test_the_focus_is_to_be_seen(name: str, show: Show, look: QApplication) -> None:
    widget = themed(WIDGETS[name]())
    widget.resize(widget.sizeHint().expandedTo(widget.minimumSize()) * 1.1)
    show(widget)
    unseen = []
    for control in controls(widget):
        others = [other for other in controls(widget) if other is not control]
        if not others:
            continue
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        look.processEvents()
        without = _picture(control)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        look.processEvents()
        if not control.hasFocus():
            continue
        if _picture(control) == without:
            unseen.append(f"{type(control).__name__} {control.accessibleName()!r}")
    assert unseen == []


@each
def test_tab_goes_round_all_controls(name: str, show: Show) -> None:
    widget = themed(WIDGETS[name]())
    show(widget)
    wanted = {id(control) for control in controls(widget)}
    reached: set[int] = set()
    place: QWidget | None = widget
    for _ in range(500):
        place = place.nextInFocusChain() if place is not None else None
        if id(place) in wanted:
            reached.add(id(place))
    assert reached == wanted


@each
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_can_be_drawn(name: str, theme: str, show: Show) -> None:
    widget = themed(WIDGETS[name](), theme)
    show(widget)
    assert not _picture(widget).isNull()


def test_the_samples_do_hold_markup(show: Show) -> None:
    widget = WIDGETS["message"]()
    show(widget)
    assert any(MARKUP in label.text() for label in widget.findChildren(QLabel))


def _has_buddy(widget: QWidget, control: QWidget) -> bool:
    return any(label.buddy() is control for label in widget.findChildren(QLabel))


def _picture(widget: QWidget) -> QImage:
    if isinstance(widget, QLineEdit):
        widget.deselect()
    return widget.grab().toImage()


@each
def test_every_widget_fits_on_a_low_screen(
    name: str, look: QApplication, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the buttons of a dialog nor the label bar, below everything, get out of sight."""
    monkeypatch.setattr(QWidget, "screen", lambda _: LowScreen())
    widget = themed(WIDGETS[name]())
    show(widget)
    frame = widget.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    if isinstance(widget, QDialog):
        size, room = widget.size(), LOW.height() - frame
    else:
        size, room = widget.minimumSizeHint(), LOW.height() - frame - BARS
    assert size.width() <= LOW.width()
    assert size.height() <= room
