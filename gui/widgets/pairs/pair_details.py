"""The pair in the window: its paths and further columns, and going to a pair by number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...labels import Pair
from ...review.pair_list.pairs_model import PairsModel
from ...review.session import ReviewSession
from ...review.table_models import ROOT, Index
from ..controls.actions import ActionSet
from ..controls.controls import LONGEST, tip
from ..controls.qt_text import SHOWN, grouped, middle_cut
from .conditions import column_name

_MOST_LINES = 8  # that are to be seen without scrolling
_LEAST_LINES = 2  # on a low screen; Qt would keep room for more, and push the label bar off it
_MEASURED = 200  # names, for the width of their column: at each pair, and a list may have thousands
_MOST_BELOW = 8  # lines of a value of several words
_LEAST_SHOWN = 40  # characters of it
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WORDS = 4  # from which on a value is read, and not only told from others
_NAMES_SHARE = 0.62  # of the width, at most: beside a longer name no value would be seen at all


class PairDetails(QTableView):
    """Names and values, one on each line; takes no more room than it needs, and scrolls in less.

    A value of several words that does not fit, such as the reason for which a search proposes the
    pair, stands below its name. A list may have thousands of columns: only the lines in view are
    ever drawn.
    """

    def __init__(self) -> None:
        super().__init__()
        self._details = _Details(self)
        self._names_width = 0  # that no name needs to be cut for
        self._rows: Sequence[tuple[str, str]] = ()
        self.below: dict[int, str] = {}
        """What is shown below its name instead of beside it, by row."""
        self.setModel(self._details)
        self.setProperty("part", "details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setItemDelegate(_Below(self))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)  # it would break paths at their slashes, and cut what follows
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details of the pair"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_pair(None)

    def set_pair(self, pair: Pair | None) -> None:
        """Show *pair*; None shows nothing."""
        rows: tuple[tuple[str, str], ...] = ()
        if pair is not None:
            paths = (
                (self.tr("Reference"), pair.reference),
                (self.tr("Candidate"), pair.candidate),
            )
            rows = pair.details if pair.number else (*paths, *pair.details)
        self._rows = rows
        self._details.set_rows(rows)
        metrics = self.fontMetrics()
        measured = (column_name(name) for name, _ in rows[:_MEASURED])
        names = map(metrics.horizontalAdvance, measured)
        # A cell elides its text where the style's margin on both sides is not left.
        between = max(2 * self.text_margin(), metrics.averageCharWidth()) + 1
        self._names_width = max(names, default=0) + between
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 1)
        self.setVisible(bool(rows))
        self._share_width()
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width between names and values."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        most = round(self.viewport().width() * _NAMES_SHARE)
        names = min(self._names_width, most)
        self.horizontalHeader().resizeSection(0, names)
        self._share_height(self.viewport().width() - names)

    def text_margin(self) -> int:
        """Return what the style leaves free on both sides of a text."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1

    def _share_height(self, width: int) -> None:
        """Move values that do not fit into *width* below their names, and make room for them."""
        header = self.verticalHeader()
        line, more = header.defaultSectionSize(), 0
        self.clearSpans()
        self.below = {}
        for row, (_, value) in enumerate(self._rows[:_MEASURED]):
            found = self._below(value, width)
            height = line
            if found is not None:
                self.below[row], below = found
                height += below
                self.setSpan(row, 0, 1, 2)
            header.resizeSection(row, height)
            more += height - line if row < _MOST_LINES else 0
        height = min(_MOST_LINES, len(self._rows)) * line + more + 2 * self.frameWidth()
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
        self.setMinimumHeight(min(height, _LEAST_LINES * line))

    def _below(self, value: str, width: int) -> tuple[str, int] | None:
        """Return as much of *value* as is shown below its name, and its height.

        None if it fits beside its name into *width*, or is something like a path, not prose.
        """
        if len(value.split(None, _WORDS)) <= _WORDS:
            return None
        metrics, margin = self.fontMetrics(), 2 * self.text_margin()
        if metrics.horizontalAdvance(middle_cut(value)) <= width - margin:
            return None
        room = QRect(0, 0, max(1, self.viewport().width() - margin), 1 << 20)
        most, shown = _MOST_BELOW * metrics.lineSpacing(), SHOWN
        while True:
            text = middle_cut(value, shown)
            needed = metrics.boundingRect(room, _WRAPPED, text).height()
            if needed <= most or shown <= _LEAST_SHOWN:
                return text, min(needed, most)
            shown -= shown // 8


class _Below(QStyledItemDelegate):
    """Draws a value below its name, over the whole width, where both share a cell."""

    def __init__(self, view: PairDetails) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        row = index.row()
        value = self._view.below.get(row)
        if value is None:
            super().paint(painter, option, index)
            return
        margin = self._view.text_margin()
        rect: QRect = option.rect.adjusted(margin, 0, -margin, 0)
        palette: QPalette = option.palette
        line = self._view.verticalHeader().defaultSectionSize()
        name = index.data(Qt.ItemDataRole.DisplayRole)
        painter.save()
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(rect.adjusted(0, line, 0, 0), _WRAPPED, value)
        painter.restore()


class _Details(QAbstractTableModel):
    """A name and a value in each row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[str, str]] = ()

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show *rows* instead of the previous ones."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return 2: a name and a value."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, in a muted colour, or as much of the value as a line can show."""
        name, value = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column_name(name) if index.column() == 0 else middle_cut(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_name(name)}: {middle_cut(value)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            said = middle_cut(value, LONGEST)
            # A long name is cut beside its value.
            return tip(said if index.column() else f"{middle_cut(name)}: {said}")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None


_LARGEST = 999_999_999  # that can be typed


class PairJump(QObject):
    """Asks for a pair's number, without blocking the window."""

    def __init__(
        self, window: QWidget, session: ReviewSession, model: PairsModel, actions: ActionSet
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._model = model
        actions.handle({"go-to-pair": self.ask})

    def ask(self) -> None:
        """Open the dialog."""
        from PySide6.QtWidgets import QInputDialog

        count = len(self._model.shown())
        if not count:
            return
        current = self._session.pair.index
        row = self._model.row_of(current) if current is not None else None
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Go to a pair"))
        dialog.setLabelText(
            self.tr("Number of the pair, 1 to {count}:").format(count=grouped(count))
        )
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        # A smaller limit would drop the last digits of a larger number.
        dialog.setIntRange(1, _LARGEST)
        dialog.setIntValue(1 if row is None else row + 1)
        dialog.intValueSelected.connect(self.go)
        dialog.open()

    def go(self, number: int) -> None:
        """Go to pair *number*, from 1, in the order of the list; if there is none, ask again."""
        shown = self._model.shown()
        if 1 <= number <= len(shown):
            self._session.go_to(shown[number - 1])
        else:
            self.ask()
