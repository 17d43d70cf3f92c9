"""The list of pairs: find one, see its state and what else is known about it, go there."""

from __future__ import annotations

from collections.abc import Sequence
from random import SystemRandom

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
    QComboBox,
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
from ...review.pair_book import SORTS, PairState, filters, label_text
from ...review.pairs_model import PAIR_ROLE, STATE_ROLE, PairsModel
from ..controls.controls import IconButton, SearchField, plain_label, tip
from ..controls.label_signs import sign_of_label
from ..controls.qt_text import grouped, middle_cut, shown_percent, translated
from ..controls.theme import Theme, pixmap
from .measuring_line import MeasuringLine
from .pair_details import PairDetails

_LONGEST = 300  # characters of an id that are drawn
_SIGN = 16  # logical pixels, as the next
_GAP = 6
_ENTRIES = 40  # of a popup that are to be seen without scrolling, where the screen has room
_LEAST_ID = 14  # average characters of an id that are never given up


class PairsPanel(QFrame):
    """Filter, order and search over the list, and the details of the pair in the window.

    ``pair_wanted`` carries the index of a pair that was clicked or chosen with Enter;
    ``view_changed`` carries the filter, the order and its seed, to be remembered; ``search_left``
    is emitted when the search ends, ``search_begun`` carries what is typed first. ``measuring``
    tells how far the pairs are measured.
    """

    pair_wanted = Signal(int)
    search_left = Signal()
    search_begun = Signal(str)
    view_changed = Signal(str, str, int)

    def __init__(self, model: PairsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._model = model
        self._seed = 1
        self._title = plain_label(self.tr("Pairs"), "title")
        self._count = plain_label("", "muted")
        self._search = self._search_field()
        self._filters = filters(DEFAULT_LABELS.names)
        self._filter = self._choice(self._filters, self._filter_texts(), self.tr("Which pairs"))
        self._sort = self._choice(SORTS, self._sort_texts(), self.tr("In which order"))
        self._again = IconButton("retry", self.tr("Shuffle again"), self._shuffle)
        self._list = PairList(model)
        self.measuring = MeasuringLine()
        self._details = PairDetails()
        self._lay_out()
        self._filter.activated.connect(self._filter_chosen)
        self._sort.activated.connect(self._sort_chosen)
        self._list.pair_chosen.connect(self.pair_wanted)
        self._search.left_down.connect(self._list.focus_first)
        self._search.left.connect(self.search_left)
        self._search.begun.connect(self.search_begun)
        self._list.leave_up.connect(self._search.setFocus)
        model.shown_changed.connect(self._show_count)
        self._show_count()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* as the one in the window, show it and its details."""
        self._model.set_current(index)
        self._list.set_current(index)
        pair = self._model.pair(index) if index is not None else None
        self._details.set_pair(pair)

    def set_view(self, wanted: str, order: str, seed: int) -> None:
        """Set the remembered filter and order; unknown names count as the first choice."""
        self._seed = seed
        wanted = wanted if wanted in self._filters else self._filters[0]
        order = order if order in SORTS else SORTS[0]
        self._filter.setCurrentIndex(self._filters.index(wanted))
        self._sort.setCurrentIndex(SORTS.index(order))
        self._model.set_filter(wanted)
        self._model.set_sort(order, seed)
        self._show_count()

    def set_labels(self, labels: LabelSet, names: Sequence[str]) -> None:
        """Show *labels*, and offer filters for *names*: theirs and those of others in the file."""
        wanted = self._filters[self._filter.currentIndex()]
        self._filters, texts = filters(names), self._filter_texts()
        wanted = wanted if wanted in self._filters else self._filters[0]
        self._filter.clear()
        for name in self._filters:
            self._filter.addItem(texts.get(name) or _capital(label_text(name)), name)
        self._filter.setCurrentIndex(self._filters.index(wanted))
        self._list.set_labels(labels)
        self._model.set_filter(wanted)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._again.set_theme(theme)
        self.measuring.set_theme(theme)
        self._list.set_theme(theme)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        order = QHBoxLayout()
        order.setSpacing(2)
        order.addWidget(self._sort, 1)
        order.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._search)
        layout.addWidget(self._filter)
        layout.addLayout(order)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.measuring)
        layout.addWidget(self._details)
        self.setMinimumWidth(180)
        self.setFocusProxy(self._list)

    def _search_field(self) -> SearchField:
        field = SearchField()
        field.setPlaceholderText(self.tr("Search id, path or note"))
        field.setAccessibleName(self.tr("Search the pairs by id, path or note"))
        field.textChanged.connect(self._searched)
        return field

    def _choice(self, names: tuple[str, ...], texts: dict[str, str], what: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(what)
        box.setMaxVisibleItems(_ENTRIES)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name in names:
            box.addItem(texts.get(name) or _capital(label_text(name)), name)
        return box

    def _searched(self, needle: str) -> None:
        self._model.set_search(needle)
        self._list.show_current()

    def _filter_chosen(self, number: int) -> None:
        self._model.set_filter(self._filters[number])
        self._announce()

    def _sort_chosen(self, number: int) -> None:
        self._model.set_sort(SORTS[number], self._seed)
        self._announce()

    def _shuffle(self) -> None:
        self._seed = SystemRandom().randrange(1, 2**31)
        self._model.set_sort("shuffled", self._seed)
        self._announce()

    def _announce(self) -> None:
        self._show_count()
        self._list.show_current()
        wanted, order = self._filters[self._filter.currentIndex()], SORTS[self._sort.currentIndex()]
        self.view_changed.emit(wanted, order, self._seed)

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(
            grouped(total)
            if shown == total
            else self.tr("{shown} of {total}").format(shown=grouped(shown), total=grouped(total))
        )
        order = SORTS[self._sort.currentIndex()]
        self._again.setVisible(order == "shuffled")
        self._list.show_similarity(order == "similarity")

    def _filter_texts(self) -> dict[str, str]:
        return {
            "all": self.tr("All pairs"),
            "unlabelled": self.tr("Not labelled"),
            "flagged": self.tr("Flagged"),
            "noted": self.tr("With a note"),
            "changed": self.tr("Changed since labelled"),
            "unreadable": self.tr("Unreadable"),
        }

    def _sort_texts(self) -> dict[str, str]:
        return {
            "list": self.tr("In list order"),
            "similarity": self.tr("Most alike first"),
            "shuffled": self.tr("Shuffled"),
        }


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

    def set_labels(self, labels: LabelSet) -> None:
        """Draw labels as *labels* say."""
        self._delegate.labels = labels
        self.viewport().update()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* and bring it into view."""
        self._delegate.current = index
        self.show_current()

    def show_current(self) -> None:
        """Bring the pair of the window into view and select it, where it is shown."""
        current = self._delegate.current
        row = self._pairs.row_of(current) if current is not None else None
        if row is None:
            self.clearSelection()
        else:
            place = self._pairs.index(row)
            self.setCurrentIndex(place)
            self.scrollTo(place)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the selected line in view where it was: panels open and fold below the list."""
        super().resizeEvent(event)
        place = self.currentIndex()
        before = event.oldSize().height()
        if place.isValid() and 0 <= self.rowViewportPosition(place.row()) < max(before, 1):
            self.scrollTo(place)

    def focus_first(self) -> None:
        """Take the focus, on the selected line or on the first one."""
        self.setFocus()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._pairs.index(0))

    def show_similarity(self, shown: bool) -> None:
        """Show or hide how alike the documents of each pair are."""
        if shown != self._delegate.with_similarity:
            self._delegate.with_similarity = shown
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


class PairDelegate(QStyledItemDelegate):
    """Paints one line for each pair; long ids are elided in the middle.

    The icon at the left and the word at the right both name the label.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme: Theme | None = None
        self._signs: dict[tuple[str, str], QPixmap] = {}
        self.current: int | None = None
        self.labels = DEFAULT_LABELS
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
        name, role = sign_of(state, self.labels)
        self._draw_sign(painter, inside.left(), inside, name, role)
        font = QFont(option.font)
        font.setBold(here)
        pair_id = middle_cut(str(index.data()), _LONGEST)
        least = least_width(QFontMetrics(font), pair_id)
        right = self.draw_extras(painter, inside, state, option, self._theme, least)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        room = QRect(inside)
        room.setLeft(inside.left() + _SIGN + _GAP)
        room.setRight(right)
        text = QFontMetrics(font).elidedText(pair_id, Qt.TextElideMode.ElideMiddle, room.width())
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
        least: int,
    ) -> int:
        """Draw the right end of the line; return where the room for the id ends.

        What would leave less than *least* pixels for the id is left out; the tooltip has it all.
        """
        right = inside.right()
        lowest = inside.left() + _SIGN + _GAP + least
        extras = (
            (state.flagged, "flag-set", "warning"),
            (bool(state.note), "note", "muted"),
            (state.changed, "changed", "warning"),
        )
        label = label_text(state.label) if state.label is not None else ""
        alike = shown_percent(state.similarity) if self.with_similarity else ""
        if state.similarity is None:
            alike = ""
        word = "  ".join(filter(None, (label, alike)))
        width = option.fontMetrics.horizontalAdvance(word)
        if right - width - _GAP < lowest:  # the icon at the left names the label too
            word = alike
            width = option.fontMetrics.horizontalAdvance(word)
        if word and right - width - _GAP >= lowest:
            painter.setFont(option.font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(inside, _line(Qt.AlignmentFlag.AlignRight), word)
            right -= width + _GAP
        for wanted, name, role in extras:
            if wanted and right - _SIGN - _GAP >= lowest:
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


def least_width(metrics: QFontMetrics, pair_id: str) -> int:
    """Return the pixels that *pair_id* keeps, whatever else there is to be shown beside it."""
    return min(metrics.horizontalAdvance(pair_id), _LEAST_ID * metrics.averageCharWidth())


def sign_of(state: PairState, labels: LabelSet) -> tuple[str, str]:
    """Return the icon and the colour role for *state*, whose label may be one of *labels*."""
    if state.problem is not None and state.label is None:
        return "unreadable", "error"
    if state.label is None:
        return "unlabelled", "control"
    return sign_of_label(state.label, labels)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _line(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
