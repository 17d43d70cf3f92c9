"""The list of pairs: to find one, see what is known about it, and go there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...labels import LabelSet
from ...review.pair_list.label_marks import PairsLeft, left_text
from ...review.pair_list.pairs_model import PAIR_ROLE, PairsModel
from ..controls.controls import SearchField, plain_label, slim_margins
from ..controls.qt_text import grouped
from ..controls.theme import Theme
from .pair_delegate import PairDelegate, line_height
from .pair_details import PairDetails
from .view_controls import MeasuringLine, ViewControls

_AROUND = 3  # pairs before and behind the one in the window
_LEAST_LINES = 2  # on a low screen


class PairsPanel(QFrame):
    """Filter, order and search over the list, and the details of the pair in the window.

    ``pair_wanted`` carries the index of a pair that was clicked or chosen with Enter; in the search
    field, Enter chooses the first hit and ends the search. ``view_changed`` carries the ``View``
    that the reviewer asked for, to be saved; ``ordered`` is emitted for another order (False), or
    the same one applied again (True). ``search_left`` is emitted when the search ends,
    ``search_begun`` carries what is typed first. ``measuring`` shows the progress of measuring.
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
        self._list = PairListView(model)
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
        model.columns_changed.connect(self._say_what_is_searched)
        self._say_what_is_searched()
        self._show_count()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* as the one in the window, and show its details."""
        self._model.set_current(index)
        self._list.set_current(index)
        pair = self._model.pair(index) if index is not None else None
        self._details.set_pair(pair)

    def set_labels(self, labels: LabelSet) -> None:
        """Show *labels*, and offer filters for those that the model knows."""
        self._list.set_labels(labels)
        self._controls.refill()

    def set_left(self, left: PairsLeft) -> None:
        """Show beside the filter of unlabelled pairs how many it hides that cannot be labelled."""
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

    def hide_measures(self, on: bool) -> None:
        """Draw no figure that a comparison found, or draw them again."""
        self._list.hide_measures(on)

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
        layout.addWidget(self._details, 1)  # at most half, which many long values would need
        self.setMinimumWidth(180)
        self.setFocusProxy(self._list)

    def take_search(self) -> None:
        """Focus the search field, with its text selected."""
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
        field.textChanged.connect(self._searched)
        return field

    def _say_what_is_searched(self) -> None:
        hint = self.tr("Search id, path, note or column")
        name = self.tr("Search the pairs by id, path, note or column of the list")
        if self._model.is_blind:
            hint = self.tr("Search number or note")
            name = self.tr("Search the pairs by number or note")
        self._search.setPlaceholderText(hint)
        self._search.setAccessibleName(name)

    def _searched(self, needle: str) -> None:
        self._first_wanted = False
        self._model.set_search(needle)
        self._list.show_current()

    def _find_first(self) -> None:
        """Go to the first hit once the search is finished."""
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


class PairListView(QTableView):
    """The list itself: rows of equal height, of which only those in view are drawn.

    It is a table with one column because a list view lays out all its rows again when one is
    removed, which happens with every label while only unlabelled pairs are listed.
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
        line = line_height(self.fontMetrics())
        self.verticalHeader().setDefaultSectionSize(line)
        self.setMinimumHeight(_LEAST_LINES * line + 2 * self.frameWidth())
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
        """Show the window's pair where a new order or filter has put it, however late."""
        if self._is_new:
            self._is_new = False
            self.show_current()

    def set_labels(self, labels: LabelSet) -> None:
        """Draw labels with the icons and colours of *labels*."""
        self._delegate.labels = labels
        self.viewport().update()

    def set_current(self, index: int | None) -> None:
        """Mark the pair *index* and bring it into view."""
        self._delegate.current = index
        self.show_current()

    def show_current(self) -> None:
        """Scroll to the window's pair and select it, if it is shown.

        Some pairs before and after it stay visible, so that one sees what comes next.
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
        """Keep the selected row where it was while panels open and fold below the list."""
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
        """Show the value of each pair for *field*, by which they are sorted."""
        if field != self._delegate.field:
            self._delegate.field = field
            self.viewport().update()

    def hide_measures(self, on: bool) -> None:
        """Draw no figure that a comparison found, or draw them again."""
        self._delegate.hides_measures = on
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._delegate.set_theme(theme)
        if self.isVisible():
            self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the window, and there is a search field."""

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
