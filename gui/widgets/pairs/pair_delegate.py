"""Paints a row of the pair list: id, sign, label, and the value the list is sorted by."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ...labels import DEFAULT_LABELS, LabelSet
from ...review.pair_list.pair_fields import MEASURED
from ...review.pair_list.pair_state import PairState, label_text, pair_names
from ...review.pair_list.pairs_model import PAIR_ROLE, STATE_ROLE, VALUE_ROLE, PairsModel
from ..controls.controls import ICON, tip
from ..controls.qt_text import SHOWN, least_width, middle_cut, translated
from ..controls.theme import Theme, pixmap, sign_of_label
from .conditions import value_text
from .short_ids import fitting_id, short_forms

_GAP = ICON // 2
_FEW = 4  # letters of a label that say too little


class IdWidth(NamedTuple):
    """The pixels that an id needs to be of use, and those that it needs in full."""

    least: int
    whole: int


class PairDelegate(QStyledItemDelegate):
    """Paints one line for each pair; long ids are shortened, so that they still tell it.

    The icon at the left and, where there is room, the word at the right both name the label.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme: Theme | None = None
        self._signs: dict[tuple[str, str], QPixmap] = {}
        self.current: int | None = None
        self.labels = DEFAULT_LABELS
        self.field = "list"
        self.hides_measures = False  # what a comparison found

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._signs.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line; it is the same for all."""
        return QSize(0, line_height(option.fontMetrics))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the pair at *index*."""
        state = index.data(STATE_ROLE)
        if self._theme is None or not isinstance(state, PairState):
            return
        painter.save()
        here = index.data(PAIR_ROLE) == self.current
        self._draw_ground(painter, option, self._theme, here)
        inside = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        name, role = sign_of(state, self.labels)
        self._draw_sign(painter, inside.left(), inside, name, role)
        hidden = self.hides_measures and self.field in MEASURED
        value = "" if hidden else value_text(self.field, index.data(VALUE_ROLE))
        font = QFont(option.font)
        font.setBold(here)
        forms = self._forms(index)
        metrics = QFontMetrics(font)
        wanted = IdWidth(least_width(metrics, forms[-1]), metrics.horizontalAdvance(forms[-1]))
        right = self.draw_extras(painter, inside, state, option, self._theme, wanted, value)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        room = QRect(inside)
        room.setLeft(inside.left() + ICON + _GAP)
        room.setRight(right)
        text = fitting_id(
            forms,
            room.width(),
            metrics.horizontalAdvance,
            lambda text, most: metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, most),
        )
        painter.drawText(room, _line(Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def _forms(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, ...]:
        """Return the id of the pair at *index* and its shorter forms."""
        pair_id, model = str(index.data()), index.model()
        forms: tuple[str, ...] = (pair_id,)
        if isinstance(model, PairsModel):
            pair = model.pair(index.data(PAIR_ROLE))
            forms = short_forms(pair_id, pair.reference, pair.candidate)
        return tuple(map(middle_cut, forms))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the pair's paths and state as a tooltip, literally."""
        model = index.model()
        if event.type() != QEvent.Type.ToolTip or not isinstance(model, PairsModel):
            return super().helpEvent(event, view, option, index)
        pair = model.pair(index.data(PAIR_ROLE))
        state = index.data(STATE_ROLE)
        lines = [middle_cut(text) for text in pair_names(pair)]
        if state.problem is not None:
            lines.append(translated(state.problem))
        if state.problem is None or state.label is not None:
            lines.append(label_text(state.label, SHOWN))
        if ruling := state.overruled and label_text(state.overruled, SHOWN):
            lines.append(self.tr("Overruled: {label}").format(label=ruling))
        if state.flagged:
            lines.append(self.tr("Flagged"))
        if state.note:
            lines.append(state.note[:300])
        QToolTip.showText(event.globalPos(), tip("\n".join(dict.fromkeys(lines))), view)
        return True

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, here: bool
    ) -> None:
        from PySide6.QtWidgets import QStyle  # its enumerations take 15 ms, and few have a list

        flags = option.state
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        elif here:
            painter.fillRect(option.rect, theme.colour("current-back"))
        elif flags & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        if here:
            edge = QRect(option.rect)
            edge.setWidth(4)
            painter.fillRect(edge, theme.colour("accent"))

    def draw_extras(
        self,
        painter: QPainter,
        inside: QRect,
        state: PairState,
        option: QStyleOptionViewItem,
        theme: Theme,
        wanted: IdWidth,
        value: str,
    ) -> int:
        """Draw the right end of the line; return where the room for the id ends.

        What would leave less than the id *wanted* is left out; the tooltip has it all. The word for
        a label with an icon of its own never shortens the id.
        """
        right = inside.right()
        start = inside.left() + ICON + _GAP
        lowest, whole = start + wanted.least, start + wanted.whole
        extras = (
            (state.flagged, "flag-set", "warning"),
            (bool(state.note), "note", "muted"),
            (state.changed, "changed", "warning"),
        )
        label = label_text(state.label) if state.label is not None else ""
        # All labels of a list's own have one icon, in colours that not everybody can tell apart.
        end = whole if state.label in DEFAULT_LABELS.names else lowest
        word = right_end(option.fontMetrics, label, value, right - _GAP - end)
        width = option.fontMetrics.horizontalAdvance(word)
        if word and right - width - _GAP >= lowest:
            painter.setFont(option.font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(inside, _line(Qt.AlignmentFlag.AlignRight), word)
            right -= width + _GAP
        for is_shown, name, role in extras:
            if is_shown and right - ICON - _GAP >= lowest:
                right -= ICON
                self._draw_sign(painter, right, inside, name, role)
                right -= _GAP
        return right

    def _draw_sign(self, painter: QPainter, left: int, inside: QRect, name: str, role: str) -> None:
        sign = self._signs.get((name, role))
        if sign is None:
            assert self._theme is not None
            device = painter.device()
            scale = device.devicePixelRatioF()
            sign = pixmap(name, self._theme.colour(role), ICON, scale)
            self._signs[name, role] = sign
        painter.drawPixmap(left, inside.top() + (inside.height() - ICON) // 2, sign)


def line_height(metrics: QFontMetrics) -> int:
    """Return the height of a pair's line in a font with *metrics*."""
    return max(ICON, metrics.height()) + _GAP


def right_end(metrics: QFontMetrics, label: str, value: str, room: int) -> str:
    """Return the part of *label* and *value* that fits *room* pixels, a long label elided.

    If only a few letters of the label would be left, it is omitted; its icon stays.
    """
    beside = f"  {value}" if label and value else value
    room -= metrics.horizontalAdvance(beside)
    shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(0, room))
    return f"{shown}{beside}" if shown == label or len(shown) > _FEW else value


def sign_of(state: PairState, labels: LabelSet) -> tuple[str, str]:
    """Return the icon and the colour role for *state*, whose label may be one of *labels*."""
    if state.problem is not None and state.label is None:
        return ("twice", "warning") if state.twice else ("unreadable", "error")
    if state.label is None:
        return "unlabelled", "control"
    return sign_of_label(state.label, labels)


def _line(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
