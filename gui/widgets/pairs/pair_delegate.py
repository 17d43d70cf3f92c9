"""How a pair looks in the list: state, id, and what else is known about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ...labels import Label
from ...reports import percent
from ...review.pair_book import PairState, label_text
from ...review.pairs_model import PAIR_ROLE, STATE_ROLE, PairsModel
from ..controls.controls import tip
from ..controls.qt_text import middle_cut, translated
from ..controls.theme import Theme, pixmap

_LONGEST = 300  # characters of an id that are drawn
_SIGN = 16
_GAP = 6


class PairDelegate(QStyledItemDelegate):
    """Paints one line for each pair; long ids are elided in the middle.

    The icon at the left and the word at the right both name the label.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme: Theme | None = None
        self._signs: dict[tuple[str, str], QPixmap] = {}
        self.current: int | None = None
        self.with_similarity = False

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._signs.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line; it is the same for all."""
        return QSize(80, line_height(option.fontMetrics))

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
        inside = option.rect.adjusted(_GAP + 4, 0, -_GAP, 0)
        name, role = sign_of(state)
        self._draw_sign(painter, inside.left(), inside, name, role)
        right = self._draw_extras(painter, inside, state, option, self._theme)
        font = QFont(option.font)
        font.setBold(here)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        room = QRect(inside)
        room.setLeft(inside.left() + _SIGN + _GAP)
        room.setRight(right)
        text = QFontMetrics(font).elidedText(
            middle_cut(str(index.data()), _LONGEST), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, _line(Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

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
        lines = [middle_cut(text, _LONGEST) for text in (pair.id, pair.reference, pair.candidate)]
        lines.append(translated(state.problem) or label_text(state.label))
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

    def _draw_extras(
        self,
        painter: QPainter,
        inside: QRect,
        state: PairState,
        option: QStyleOptionViewItem,
        theme: Theme,
    ) -> int:
        """Draw the right end of the line; return where the room for the id ends."""
        right = inside.right()
        extras = (
            (state.flagged, "flag-set", "warning"),
            (bool(state.note), "note", "muted"),
            (state.changed, "changed", "warning"),
        )
        word = label_text(state.label) if state.label is not None else ""
        if self.with_similarity and state.similarity is not None:
            word = f"{word}  {percent(state.similarity, 0)}" if word else percent(state.similarity)
        if word:
            width = option.fontMetrics.horizontalAdvance(word)
            painter.setFont(option.font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(inside, _line(Qt.AlignmentFlag.AlignRight), word)
            right -= width + _GAP
        for wanted, name, role in extras:
            if wanted:
                right -= _SIGN
                self._draw_sign(painter, right, inside, name, role)
                right -= _GAP
        return right

    def _draw_sign(self, painter: QPainter, left: int, inside: QRect, name: str, role: str) -> None:
        sign = self._signs.get((name, role))
        if sign is None:
            assert self._theme is not None
            device = painter.device()
            scale = device.devicePixelRatioF()
            sign = pixmap(name, self._theme.colour(role), _SIGN, scale)
            self._signs[name, role] = sign
        painter.drawPixmap(left, inside.top() + (inside.height() - _SIGN) // 2, sign)


def line_height(metrics: QFontMetrics) -> int:
    """Return the height of a pair's line in a font with *metrics*."""
    return max(_SIGN, metrics.height()) + 10


def sign_of(state: PairState) -> tuple[str, str]:
    """Return the icon and the colour role for *state*."""
    if state.problem is not None:
        return "unreadable", "error"
    if state.label is None:
        return "unlabelled", "control"
    return {
        Label.ORIGINAL: ("label-original", "accent"),
        Label.COPY: ("label-copy", "accent"),
        Label.UNRELATED: ("label-unrelated", "accent"),
    }[state.label]


def _line(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
