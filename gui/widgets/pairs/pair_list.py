"""The list of pairs: find one, see its state and what else is known about it, go there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ...labels import DEFAULT_LABELS, LabelSet
from ...review.pair_book import PairsLeft, label_text, left_text
from ...review.pair_state import PairState
from ...review.pair_title import pair_names
from ...review.pairs_model import PAIR_ROLE, STATE_ROLE, VALUE_ROLE, PairsModel
from ..controls.controls import ICON, SearchField, plain_label, slim_margins, tip
from ..controls.qt_text import SHOWN, grouped, least_width, middle_cut, translated
from ..controls.theme import Theme, pixmap, sign_of_label
from .conditions import value_text
from .pair_details import PairDetails
from .view_controls import MeasuringLine, ViewControls

_GAP = ICON // 2
_AROUND = 3  # pairs before and behind the one in the window
_FEW = 4  # letters of a label that say too little


class PairsPanel(QFrame):
    """Filter, order and search over the list, and the details of the pair in the window.

    ``pair_wanted`` carries the index of a pair that was clicked or chosen with Enter, in the search
    field the first one that was found, which ends the search; ``view_changed`` carries the ``View``
    that the reviewer asked for, to be remembered, and ``ordered`` tells that it is another order
    (False), or the same one found again (True); ``search_left`` is emitted when the search ends,
    ``search_begun`` carries what is typed first. ``measuring`` tells how far pairs are measured.
    """

    pair_wanted = Signal(int)
    search_left = Signal()
    search_begun = Signal(str)
    view_changed = Signal(object)  # View
    ordered = Signal(bool)

    def __init__(self, model: PairsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._model = model
        self._first_wanted = False
        self._title = plain_label(self.tr("Pairs"), "title")
        self._count = plain_label("", "muted")
        self._is_asked_for = False  # the search, by its key
        self._search = self._search_field()
        self._left, self._left_text = PairsLeft(), plain_label("", "muted", wrap=True)
        self._controls = ViewControls(model)
        self._list = PairList(model)
        self.measuring = MeasuringLine()
        self._details = PairDetails()
        self._lay_out()
        self._controls.chosen.connect(self._view_chosen)
        self._controls.ordered.connect(self.ordered)
        self._list.pair_chosen.connect(self.pair_wanted)
        self._search.left_down.connect(self._list.focus_first)
        self._search.left.connect(self._search_ended)
        self._search.begun.connect(self._search_began)
        self._search.returnPressed.connect(self._find_first)
        self._list.leave_up.connect(self._search.setFocus)
        model.shown_changed.connect(self._shown_changed)
        self._show_count()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* as the one in the window, show it and its details."""
        self._model.set_current(index)
        self._list.set_current(index)
        pair = self._model.pair(index) if index is not None else None
        self._details.set_pair(pair)

    def set_labels(self, labels: LabelSet) -> None:
        """Show *labels*, and offer filters for those that the model knows."""
        self._list.set_labels(labels)
        self._controls.refill()

    def set_left(self, left: PairsLeft) -> None:
        """Say with the filter for what is to be labelled which pairs without a label it hides."""
        self._left = left
        self._show_left()

    def _show_left(self) -> None:
        hides = self._left.unreadable + self._left.twice > 0
        self._left_text.setText(left_text(self._left) if hides else "")
        self._left_text.setVisible(hides and self._model.view.wanted == "unlabelled")

    def show_all(self) -> None:
        """Show all pairs again, whatever was searched for or filtered."""
        self._search.clear()
        self._controls.show_all()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._controls.set_theme(theme)
        self.measuring.set_theme(theme)
        self._list.set_theme(theme)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        slim_margins(layout)
        layout.addLayout(head)
        layout.addWidget(self._search)
        layout.addWidget(self._controls)
        layout.addWidget(self._left_text)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.measuring)
        layout.addWidget(self._details)
        self.setMinimumWidth(180)
        self.setFocusProxy(self._list)

    def take_search(self) -> None:
        """Take the keys to the search, as was asked for; what stands there is typed over."""
        self._is_asked_for = True
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _search_began(self, text: str) -> None:
        asked, self._is_asked_for = self._is_asked_for, False
        if not asked:  # else nobody thinks that the keys go to the pair
            self.search_begun.emit(text)

    def _search_ended(self) -> None:
        self._is_asked_for = False
        self.search_left.emit()

    def _search_field(self) -> SearchField:
        field = SearchField()
        field.setPlaceholderText(self.tr("Search id, path, note or column"))
        field.setAccessibleName(self.tr("Search the pairs by id, path, note or column of the list"))
        field.textChanged.connect(self._searched)
        return field

    def _searched(self, needle: str) -> None:
        self._first_wanted = False
        self._model.set_search(needle)
        self._list.show_current()

    def _find_first(self) -> None:
        """Go to the first pair that was found, once the search is through."""
        if self._search.text().strip():
            self._first_wanted = True
            self._go_to_first()

    def _go_to_first(self) -> None:
        if self._first_wanted and not self._model.busy:
            self._first_wanted = False
            if self._model.rowCount():
                self.pair_wanted.emit(self._model.shown()[0])
                self._search.clear()  # who looked for a pair goes on in the whole list from there
                self.search_left.emit()

    def _view_chosen(self) -> None:
        self._show_count()
        self._list.show_current()
        self.view_changed.emit(self._model.view)

    def _shown_changed(self) -> None:
        self._show_count()
        self._go_to_first()

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(
            grouped(total)
            if shown == total
            else self.tr("{shown} of {total}").format(shown=grouped(shown), total=grouped(total))
        )
        self._list.show_values(self._model.view.sort)
        self._show_left()


class PairList(QTableView):
    """The list itself: lines of one height, of which only those in view are drawn.

    It is a table of one column: a list view lays out all its lines again when one is removed,
    which happens with every label while only unlabelled pairs are listed.
    """

    pair_chosen = Signal(int)
    leave_up = Signal()

    def __init__(self, model: PairsModel) -> None:
        super().__init__()
        self._pairs = model
        self._delegate = PairDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Pairs"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(line_height(self.fontMetrics()))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._chosen)
        self._is_new = False
        model.modelReset.connect(self._begin_anew)
        model.shown_changed.connect(self._find_current)

    def _begin_anew(self) -> None:
        self._is_new = True

    def _find_current(self) -> None:
        """Show the pair of the window where another order or filter has put it, however late."""
        if self._is_new:
            self._is_new = False
            self.show_current()

    def set_labels(self, labels: LabelSet) -> None:
        """Draw labels as *labels* say."""
        self._delegate.labels = labels
        self.viewport().update()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* and bring it into view."""
        self._delegate.current = index
        self.show_current()

    def show_current(self) -> None:
        """Bring the pair of the window into view and select it, where it is shown.

        Some pairs before and behind it are seen too: one wants to know what comes next.
        """
        current = self._delegate.current
        row = self._pairs.row_of(current) if current is not None else None
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._pairs.index(row))
            self._show_around(row)
        self.viewport().update()

    def _show_around(self, row: int) -> None:
        last = self._pairs.rowCount() - 1
        for seen in (max(0, row - _AROUND), min(last, row + _AROUND), row):
            self.scrollTo(self._pairs.index(seen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the selected line in view where it was: panels open and fold below the list."""
        super().resizeEvent(event)
        place = self.currentIndex()
        before = event.oldSize().height()
        if place.isValid() and 0 <= self.rowViewportPosition(place.row()) < max(before, 1):
            self._show_around(place.row())

    def focus_first(self) -> None:
        """Take the focus, on the selected line or on the first one."""
        self.setFocus()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._pairs.index(0))

    def show_values(self, field: str) -> None:
        """Show what each pair has for *field*, by which they are sorted."""
        if field != self._delegate.field:
            self._delegate.field = field
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._delegate.set_theme(theme)
        if self.isVisible():
            self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the window; searching is the search field's work."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the selected pair on Enter; go to the search field from the first line."""
        place = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place.isValid():
            self._chosen(place)
        elif event.key() == Qt.Key.Key_Up and place.row() <= 0:
            self.leave_up.emit()
        else:
            super().keyPressEvent(event)

    def _chosen(self, place: QModelIndex) -> None:
        self.pair_chosen.emit(place.data(PAIR_ROLE))


class IdWidth(NamedTuple):
    """The pixels that an id needs to say anything, and those that it needs to stand whole."""

    least: int
    whole: int


class PairDelegate(QStyledItemDelegate):
    """Paints one line for each pair; long ids are elided in the middle.

    The icon at the left and, where there is room, the word at the right both name the label.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme: Theme | None = None
        self._signs: dict[tuple[str, str], QPixmap] = {}
        self.current: int | None = None
        self.labels = DEFAULT_LABELS
        self.field = "list"

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
        value = value_text(self.field, index.data(VALUE_ROLE))
        font = QFont(option.font)
        font.setBold(here)
        pair_id = middle_cut(str(index.data()))
        metrics = QFontMetrics(font)
        wanted = IdWidth(least_width(metrics, pair_id), metrics.horizontalAdvance(pair_id))
        right = self.draw_extras(painter, inside, state, option, self._theme, wanted, value)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        room = QRect(inside)
        room.setLeft(inside.left() + ICON + _GAP)
        room.setRight(right)
        text = metrics.elidedText(pair_id, Qt.TextElideMode.ElideMiddle, room.width())
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

        What would leave less than is *wanted* for the id is left out; the tooltip has it all. The
        word for a label with an icon of its own cuts no id.
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
    """Return what of *label* and *value* is shown in *room* pixels, a long label with an ellipsis.

    Where a few letters would be all that is left of the label, it is left out: its icon stays.
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
