"""The labels, fields, margins and tooltips that every panel is built from, but for its buttons.

All show text literally, never as markup.
"""

from __future__ import annotations

from html import escape
from pathlib import PurePath
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from .qt_text import least_width, middle_cut
from .theme import SIZE as ICON
from .theme import Theme, pixmap

__all__ = [
    "ICON",
    "LONGEST",
    "ElidedLabel",
    "IconLabel",
    "PathLabel",
    "ScrollingColumn",
    "Themed",
    "fit_height",
    "place_on_screen",
    "plain_label",
    "put_in_middle",
    "remove_widgets",
    "resize_on_screen",
    "restyle",
    "separator",
    "set_tip",
    "slim_margins",
    "tip",
    "wide_margins",
]


LONGEST = 2_000  # characters of a line of which the middle is left out
QWIDGETSIZE_MAX = 16777215  # Qt's own limit, which PySide does not name in all its versions


class Themed(Protocol):
    """Anything that can draw itself in the colours of a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""


def slim_margins(layout: QLayout) -> None:
    """Keep the style's margins at the sides of *layout*, with less above and below."""
    style, metric = QApplication.style(), QStyle.PixelMetric
    side = style.pixelMetric(metric.PM_LayoutLeftMargin)
    end = style.pixelMetric(metric.PM_LayoutVerticalSpacing)
    layout.setContentsMargins(side, end, side, end)


def wide_margins(layout: QLayout) -> None:
    """Double the style's margins and spacing in *layout*."""
    style, metric = QApplication.style(), QStyle.PixelMetric
    around = 2 * style.pixelMetric(metric.PM_LayoutLeftMargin)
    layout.setContentsMargins(around, around, around, around)
    layout.setSpacing(2 * style.pixelMetric(metric.PM_LayoutVerticalSpacing))


def plain_label(text: str = "", part: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows *text* literally; *part* names its look in the style sheet."""
    label = WrappedLabel() if wrap else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if part:
        label.setProperty("part", part)
    return label


def remove_widgets(layout: QLayout) -> None:
    """Remove all widgets from *layout*, which has nothing else, and delete them.

    ``takeAt`` would hand over items that nobody deletes: a window that shows thousands of pairs
    would keep all of them.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        assert widget is not None
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


class WrappedLabel(QLabel):
    """A label of several lines, as high as its text needs at the available width.

    Qt's own label asks for the height of one word per line, which makes panels scroll needlessly.
    The middle of a text that nobody would read, such as an id of a megabyte, is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show *text*."""
        super().setText(text if len(text) <= LONGEST else middle_cut(text, LONGEST))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(1, self.fontMetrics().height())


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set the property *name* that the style sheet looks at, and redraw *widget*."""
    before = widget.property(name)
    if before == value or not (before or value):  # never set and empty look the same
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style sheet has not been applied to it yet
    application = QApplication.instance()
    if isinstance(application, QApplication) and not application.styleSheet():
        return  # a style sheet set later polishes all widgets
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def tip(text: str) -> str:
    """Return *text* so that a tooltip shows it literally, whatever it contains.

    Without this, Qt guesses whether a text is markup.

    >>> tip("<b>.txt")
    '<qt>&lt;b&gt;.txt</qt>'
    """
    if not text:
        return ""
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def set_tip(widget: QWidget, text: str) -> None:
    """Give *widget* the tooltip *text*, literally, also for screen readers.

    Where a widget has no description, Qt hands the tooltip's markup to screen readers.
    """
    widget.setToolTip(tip(text))
    widget.setAccessibleDescription(text)


def separator() -> QFrame:
    """Return a thin horizontal rule."""
    rule = QFrame()
    rule.setProperty("part", "line")
    rule.setFixedHeight(1)
    return rule


class ScrollingColumn(QScrollArea):
    """Scrolls *widget* where it is too high; never narrower than that."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._shown = widget
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Return the width of what it shows with its scroll bar, and Qt's height."""
        shown, bar = self._shown.minimumSizeHint(), self.verticalScrollBar().sizeHint()
        return QSize(shown.width() + bar.width(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Ask for more width where what it shows does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def put_in_middle(card: QWidget, page: QWidget) -> None:
    """Show *card* in the middle of *page*, which scrolls where it is too low for it.

    Otherwise the window would be at least as high as the card, and on a low screen its label bar
    out of sight.
    """
    inside = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    column = QVBoxLayout(inside)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(ScrollingColumn(inside))


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give *window* this size, or the largest that the screen has room for.

    The frame, whose size no one knows yet, must not push the buttons off the screen.
    """
    frame = 2 * window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    room = window.screen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height() - frame))


def place_on_screen(window: QWidget) -> None:
    """Put a *window* that is not shown yet over the middle of its parent, its title on the screen.

    A window of its own, which is no dialog to the desktop, would stay where Qt puts it: with a size
    near the screen's, its title was above the edge, and nobody could move it.
    """
    parent = window.parentWidget()
    if parent is None:
        return
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    room, middle = parent.screen().availableGeometry(), parent.window().frameGeometry().center()
    left = min(middle.x() - window.width() // 2, room.right() + 1 - window.width())
    top = min(
        middle.y() - (window.height() + title) // 2, room.bottom() + 1 - window.height() - title
    )
    window.move(max(left, room.left()), max(top, room.top()))


def fit_height(panel: QWidget, may_grow: bool) -> None:
    """Let *panel* take all available height, or only what its content needs."""
    layout = panel.layout()
    if may_grow or layout is None:
        panel.setMaximumHeight(QWIDGETSIZE_MAX)
    else:
        layout.invalidate()
        width = max(panel.width(), layout.totalMinimumSize().width())
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        panel.setMaximumHeight(needed if needed > 0 else layout.totalSizeHint().height())


class ElidedLabel(QLabel):
    """A label for one line that may be long, such as a path: its middle is elided.

    The tooltip and a screen reader have all of it, or the beginning if it is excessively long.
    """

    def __init__(
        self,
        text: str = "",
        part: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._mode = mode
        if part:
            self.setProperty("part", part)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show *text*, its line ends as spaces."""
        line = middle_cut(text, LONGEST)
        super().setText(line)
        set_tip(self, text[:LONGEST])
        self.setAccessibleName(line)

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows at least some letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def text_within(self, width: int) -> str:
        """Return as much of the text as fits into *width*."""
        return QFontMetrics(self.font()).elidedText(self.text(), self._mode, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        inside = self.contentsRect()
        shown = self.text_within(inside.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, int(flags | Qt.TextFlag.TextSingleLine), shown)


class PathLabel(ElidedLabel):
    """The path of a file. Its folders are elided first; without room for its name it is blank."""

    def __init__(self, part: str = "") -> None:
        super().__init__("", part)
        self.setMinimumWidth(1)

    def text_within(self, width: int) -> str:
        """Return the path, its name behind some of its folders, its name alone, or nothing."""
        metrics, path = QFontMetrics(self.font()), self.text()
        name = PurePath(path).name
        ending = path[-len(name) - 1 :]
        room = width - metrics.horizontalAdvance(ending)
        if metrics.horizontalAdvance(path) <= width:
            return path  # which elidedText may cut, for a part of a pixel
        if room >= metrics.horizontalAdvance("…"):
            folder = path[: -len(ending)]
            return metrics.elidedText(folder, Qt.TextElideMode.ElideMiddle, room) + ending
        if width >= least_width(metrics, name):
            return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
        return ""


class IconLabel(QLabel):
    """An icon that is not a button; ``set_icon`` keeps its name for the next theme."""

    def __init__(self, name: str = "", role: str = "text", size: int = ICON) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self._theme: Theme | None = None
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str = "text") -> None:
        """Show the icon *name* in the colour of *role*; no name, no icon."""
        self._name, self._role = name, role
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._draw()

    def _draw(self) -> None:
        if self._theme is None or not self._name:
            self.clear()
            return
        colour = self._theme.colour(self._role)
        self.setPixmap(pixmap(self._name, colour, self._size, self.devicePixelRatioF()))


class SearchField(QLineEdit):
    """A search field: Escape clears it, or leaves it when empty; Arrow Down enters the list.

    ``begun`` carries what is typed first into the empty field.
    """

    begun = Signal(str)
    left_down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self._offer_clearing)
        self.setAcceptDrops(False)  # a drop is meant for the window, which opens files

    def _offer_clearing(self, text: str) -> None:
        """Show the button that clears the field once there is text.

        Qt searches the desktop's icon themes for it, which would slow the start.
        """
        if text:
            self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape and Arrow Down; type everything else."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            empty = not self.text()
            super().keyPressEvent(event)
            if empty and self.text():
                self.begun.emit(self.text())
