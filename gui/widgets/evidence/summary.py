"""The parts of the summary: figures, what became of words, sections and furniture, notices.

Furniture is what stands around an article: headline, date, byline, captions, footer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...compare import FurnitureItem, FurnitureKind, FurnitureState
from ..controls.buttons import IconButton
from ..controls.controls import ICON, IconLabel, plain_label, remove_widgets, restyle, set_tip
from ..controls.qt_text import shown_percent
from ..controls.theme import Theme
from .evidence_tables import kind_hint, kind_text

NOTHING = "–"
"""Stands for a figure that does not exist; its tooltip says why."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


class CountRow:
    """A row of the summary: a kind's icon and word, its amount, and its switch.

    The switch decides whether the kind is marked in the text; ``switched`` is called with the
    kind and its new state.
    """

    def __init__(self, kind: str, switched: Callable[[str, bool], None]) -> None:
        self._kind = kind
        self._theme: Theme | None = None
        self._key = ""
        self._icon = IconLabel(kind, kind)
        self._name = plain_label(kind_text(kind))
        set_tip(self._name, kind_hint(kind))
        self._count = plain_label(NOTHING, wrap=True)
        self._switch = IconButton("view", kind_text(kind))
        self._switch.setProperty("part", "small")
        self._switch.setFixedHeight(max(ICON, self._switch.fontMetrics().height()) + 3)
        self._switch.setCheckable(True)
        self._switch.setChecked(True)
        self._switch.clicked.connect(lambda marked: switched(kind, marked))

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Add the widgets to *row* of *grid*."""
        for column, part in enumerate((self._icon, self._name, self._count, self._switch)):
            grid.addWidget(part, row, column)

    def set_text(self, text: str, hint: str = "") -> None:
        """Show *text* as the amount; *hint* says more.

        Lines that are too long are broken after a ``·``, never inside a figure.
        """
        self._count.setText(text.replace(" ", _NO_BREAK).replace(f"·{_NO_BREAK}", "· "))
        set_tip(self._count, hint)
        self._count.setAccessibleName(f"{kind_text(self._kind)}: {text}")
        restyle(self._count, "part", "muted" if text in (NOTHING, "0") else "")

    def set_marked(self, marked: bool) -> None:
        """Show whether the kind is marked in the text."""
        self._switch.setChecked(marked)
        self._show_tip()

    def set_key(self, key: str) -> None:
        """Name the key that does the same as the switch."""
        self._key = key
        self._show_tip()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._icon.set_theme(theme)
        self._show_tip()

    def _show_tip(self) -> None:
        marked = self._switch.isChecked()
        translate = QCoreApplication.translate
        pattern = (
            translate("SummaryPanel", "{kind}: marked in the text")
            if marked
            else translate("SummaryPanel", "{kind}: not marked in the text")
        )
        self._switch.describe(pattern.format(kind=kind_text(self._kind)), self._key)
        restyle(self._name, "part", "" if marked else "muted")
        if self._theme is not None:
            self._icon.set_icon(self._kind, self._kind if marked else "muted")
            self._switch.set_icon("view" if marked else "hidden", self._theme)


class Bar(QWidget):
    """A share of a whole as a thin bar. Nothing is filled where the share is absent."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        """Fill the bar to *share* (0 to 1)."""
        self._share = share
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the bar: thin, and as wide as there is room."""
        return QSize(80, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the empty bar and the filled part of it."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._theme.colour("border"))
        painter.drawRoundedRect(whole, 3, 3)
        if self._share:
            whole.setWidth(max(whole.height(), whole.width() * self._share))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(whole, 3, 3)


class Figure(QWidget):
    """A similarity: a large figure, its caption, and a bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = plain_label(shown_percent(None), "figure")
        self._bar = Bar()
        self._words = plain_label(name, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._value, self._bar, self._words):
            layout.addWidget(part)

    def set_share(self, share: float | None, hint: str) -> None:
        """Show *share* (0 to 1) as a percentage, or that it is absent; *hint* says why."""
        text = shown_percent(share)
        self._value.setText(text)
        self._bar.set_share(share)
        set_tip(self, hint)
        self.setAccessibleName(f"{text} {self._name}")

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._bar.set_theme(theme)


class NoticeList(QWidget):
    """Sentences with a warning sign each; takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._icons: list[IconLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)

    def set_notices(self, sentences: Iterable[str]) -> None:
        """Show *sentences* instead of the previous ones."""
        remove_widgets(self._layout)
        self._icons = []
        for sentence in sentences:
            self._layout.addWidget(self._notice_row(sentence))
        self.setVisible(bool(self._icons))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for sign in self._icons:
            sign.set_theme(theme)

    def _notice_row(self, sentence: str) -> QWidget:
        row = QWidget()
        sign = IconLabel("warning", "warning")
        if self._theme is not None:
            sign.set_theme(self._theme)
        self._icons.append(sign)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(plain_label(sentence, wrap=True), 1)
        return row


_LOOK = {
    FurnitureState.KEPT: ("kept", "ok"),
    FurnitureState.ALTERED: ("altered", "substitution"),
    FurnitureState.LOST: ("lost", "missing"),
    FurnitureState.ADDED: ("added", "added"),
}


class FurnitureList(QWidget):
    """A row for each kind of furniture; a click on one goes to its section."""

    section_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._signs: list[IconLabel] = []
        self._items: tuple[FurnitureItem, ...] | None = ()  # of the rows, once there are some
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain_label(self.tr("Furniture"), "muted"))
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(2, 1)
        layout.addLayout(self._grid)

    def set_items(self, items: Sequence[FurnitureItem] | None) -> None:
        """Show *items*, or dashes if there are none, and reuse the existing rows."""
        shown = None if items is None else tuple(items)
        if self._signs and shown == self._items:
            return
        self._items = shown
        remove_widgets(self._grid)
        self._signs = []
        hint = self.tr("Neither document has one.") if items is not None else ""
        for kind in FurnitureKind:
            found = [item for item in items or () if item.kind is kind]
            if not found:
                absent = plain_label("–", "muted")
                absent.setContentsMargins(4, 0, 0, 0)  # level with the words of the others
                set_tip(absent, hint)
                absent.setAccessibleName(f"{self._kind_text(kind)}: –")
                self._add_row(kind, absent, "", "muted")
            elif len(found) == 1:
                self._add_row(kind, self._button(found[0]), *_LOOK[found[0].state])
            else:
                self._add_row(kind, self._beside(found), *_LOOK[FurnitureState.ALTERED])

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for sign in self._signs:
            sign.set_theme(theme)

    def _add_row(self, kind: FurnitureKind, state: QWidget, name: str, role: str) -> None:
        row = list(FurnitureKind).index(kind)  # a grid's rows only grow, and each takes its time
        sign = IconLabel(name, role)
        if self._theme is not None:
            sign.set_theme(self._theme)
        self._signs.append(sign)
        self._grid.addWidget(sign, row, 0)
        self._grid.addWidget(plain_label(self._kind_text(kind)), row, 1)
        self._grid.addWidget(state, row, 2)

    def _beside(self, items: Sequence[FurnitureItem]) -> QWidget:
        """Return the states of one kind: the old one lost, a new one added."""
        parts = []
        for item in items:
            sign = IconLabel(*_LOOK[item.state])
            if self._theme is not None:
                sign.set_theme(self._theme)
            self._signs.append(sign)
            parts.append((sign, self._button(item)))
        return _States(parts)

    def _button(self, item: FurnitureItem) -> QPushButton:
        button = QPushButton(self._state_text(item.state))
        button.setProperty("part", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{self._kind_text(item.kind)}: {button.text()}")
        set_tip(button, f"{furniture_hint(item.state)}\n{self.tr('Go to this section')}")
        button.clicked.connect(lambda: self.section_wanted.emit(item.section))
        return button

    def _kind_text(self, kind: FurnitureKind) -> str:
        return {
            FurnitureKind.HEADLINE: self.tr("Headline"),
            FurnitureKind.DATE: self.tr("Date"),
            FurnitureKind.BYLINE: self.tr("Byline"),
            FurnitureKind.CAPTION: self.tr("Captions"),
            FurnitureKind.FOOTER: self.tr("Footer"),
        }[kind]

    def _state_text(self, state: FurnitureState) -> str:
        return {
            FurnitureState.KEPT: self.tr("kept"),
            FurnitureState.ALTERED: self.tr("altered"),
            FurnitureState.LOST: self.tr("lost"),
            FurnitureState.ADDED: self.tr("added"),
        }[state]


class _States(QWidget):
    """Signs with their words, side by side, or stacked if that is too wide."""

    def __init__(self, parts: Sequence[tuple[QWidget, QWidget]]) -> None:
        super().__init__()
        self._parts = parts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._between = self._grid.horizontalSpacing()
        self._grid.setColumnStretch(2 * len(parts), 1)
        self._put(in_lines=False)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest part, in as many lines as there are now."""
        widest = max(self._width(part) for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts where they fit."""
        super().resizeEvent(event)
        needed = sum(map(self._width, self._parts)) + self._between * (len(self._parts) - 1)
        self._put(in_lines=needed > event.size().width())

    def _width(self, part: tuple[QWidget, QWidget]) -> int:
        return sum(widget.sizeHint().width() for widget in part) + self._between

    def _put(self, in_lines: bool) -> None:
        for number, part in enumerate(self._parts):
            row, column = (number, 0) if in_lines else (0, 2 * number)
            for offset, widget in enumerate(part):
                self._grid.addWidget(widget, row, column + offset, Qt.AlignmentFlag.AlignLeft)
        self.updateGeometry()


def furniture_hint(state: FurnitureState) -> str:
    """Return what *state* says about a headline, a date, a byline, a caption or a footer."""
    translate = QCoreApplication.translate
    return {
        FurnitureState.KEPT: translate(
            "FurnitureList", "The candidate has it as the reference does."
        ),
        FurnitureState.ALTERED: translate(
            "FurnitureList", "Both have one, but its words are not the same."
        ),
        FurnitureState.LOST: translate(
            "FurnitureList", "Only the reference has it: it was left out of the candidate."
        ),
        FurnitureState.ADDED: translate(
            "FurnitureList", "Only the candidate has it: it does not come from the reference."
        ),
    }[state]
