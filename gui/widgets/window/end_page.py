"""The end page: how many pairs have each label, where the labels are, what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, overload

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ...labels import DEFAULT_LABELS, LabelSet
from ...review.pair_list.label_marks import PairsLeft
from ...review.pair_list.pair_book import PairBook
from ...review.pair_list.pair_state import label_text
from ...review.table_models import ROOT, Index
from ..controls.controls import (
    ElidedLabel,
    IconLabel,
    plain_label,
    put_in_middle,
    separator,
    wide_margins,
)
from ..controls.qt_text import grouped, middle_cut, translated
from ..controls.theme import Theme, sign_of_label

_LINES = 6  # pairs of a list that are to be seen without scrolling
_ACROSS = 5  # labels in a row
_LISTED = 1_000  # pairs of a kind


class Lines(Sequence[tuple[int, str]]):
    """Pairs by their *indices*, each with a text that is made when it is shown.

    To say why a pair cannot be read, its row is parsed; for a thousand pairs that takes too long.
    """

    def __init__(self, indices: Sequence[int], text_of: Callable[[int], str]) -> None:
        self._indices = indices
        self._text_of = text_of

    def __len__(self) -> int:
        return len(self._indices)

    @overload
    def __getitem__(self, at: int) -> tuple[int, str]: ...

    @overload
    def __getitem__(self, at: slice) -> Lines: ...

    def __getitem__(self, at: int | slice) -> tuple[int, str] | Lines:
        """Return the index and the text of a pair, or some of the pairs."""
        if isinstance(at, slice):
            return Lines(self._indices[at], self._text_of)
        return self._indices[at], self._text_of(self._indices[at])


class ListedPairs(NamedTuple):
    """Pairs that are listed, each with its index and a text, and how many there are in all."""

    pairs: Sequence[tuple[int, str]] = ()
    all: int = 0


_NONE = ListedPairs()


def listed_of(book: PairBook) -> tuple[ListedPairs, ListedPairs, ListedPairs]:
    """Return the pairs of *book* that are flagged, cannot be read, or repeat an id."""
    left = book.marks.left()
    flagged, flags = book.marks.flagged(_LISTED)
    unreadable, twice = (
        Lines(indices, partial(_with_reason, book))
        for indices in (book.marks.unreadable_left(_LISTED), book.marks.twice_left(_LISTED))
    )
    return (
        ListedPairs(Lines(flagged, partial(_name_of, book)), flags),
        ListedPairs(unreadable, left.unreadable),
        ListedPairs(twice, left.twice),
    )


def _name_of(book: PairBook, index: int) -> str:
    return middle_cut(book.title(index))


def _with_reason(book: PairBook, index: int) -> str:
    """Return the id of a pair and why it cannot be read, on one line."""
    return f"{_name_of(book, index)}: {middle_cut(translated(book.state(index).problem))}"


class EndPanel(QFrame):
    """A summary of the work.

    ``pair_wanted`` carries the index of a pair that is flagged or cannot be read. ``next_key`` is
    the key that goes to the first unreadable one; empty for none.
    """

    pair_wanted = Signal(int)
    folder_wanted = Signal()
    summary_wanted = Signal()
    back_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next_key = ""
        self._path = ElidedLabel("")
        self._signs: list[IconLabel] = []
        self._figures: list[_Figure] = []
        self._theme: Theme | None = None
        self._grid = QGridLayout()
        self._title = plain_label(self.tr("All pairs are labelled"), "headline", wrap=True)
        self._hidden = plain_label("", "", wrap=True)
        self._all = QPushButton(self.tr("Show all pairs"))
        self._all.clicked.connect(self.all_wanted)
        self._flagged = _Pairs(self.tr("Flagged pairs"))
        self._unjudged = _Pairs(self.tr("Pairs that cannot be read"))
        for pairs in (self._flagged, self._unjudged):
            pairs.chosen.connect(self.pair_wanted)
        self._lay_out()

    def set_result(
        self,
        counts: Mapping[str | None, int],
        path: str,
        flagged: ListedPairs,
        unreadable: ListedPairs = _NONE,
        twice: ListedPairs = _NONE,
        labels: LabelSet = DEFAULT_LABELS,
        shown_are_labelled: bool = True,
    ) -> None:
        """Show how many pairs have each label (None: no label), the label file and flagged pairs.

        *labels* are those of the list; others in the file are counted too. *flagged* has the
        flagged pairs; *unreadable* and *twice* have those without a label that cannot be read, or
        that repeat an id, each with its reason. *shown_are_labelled* says whether all pairs that
        filter and search let through are labelled.
        """
        hidden = max(0, counts.get(None, 0) - unreadable.all - twice.all)
        self._title.setText(self._result(counts, hidden, shown_are_labelled))
        self._hidden.setText(
            self.tr("%n pair(s) that the list does not show are left to label.", "", hidden)
        )
        for part in (self._hidden, self._all):
            part.setVisible(hidden > 0)
        self.setAccessibleName(self._title.text())
        self._show_counts(counts, labels, PairsLeft(hidden, unreadable.all, twice.all))
        self._path.setText(path)
        self._show_flagged(*flagged)
        self._show_unjudged(unreadable, twice)

    def _show_flagged(self, flagged: Sequence[tuple[int, str]], flags: int) -> None:
        """Show the *flagged* pairs, which are the first of so many *flags*."""
        more = self.tr("Here are the first {shown}; the filter “Flagged” of the list has all.")
        self._flagged.set_pairs(
            self.tr("%n pair(s) flagged to come back to", "", flags)
            if flagged
            else self.tr("No pair is flagged."),
            [flagged],
            more.format(shown=grouped(len(flagged))) if flags > len(flagged) else "",
        )

    def _show_unjudged(self, unreadable: ListedPairs, twice: ListedPairs) -> None:
        """Show the pairs that cannot be read, and then those that repeat an id."""
        hints = [
            self.tr(
                "Nobody can judge what cannot be shown. Repair the documents and read them "
                "again, or "
                "go to the pairs from here and label them unusable."
            )
        ]
        if twice.all:
            one = self.tr("Where an id occurs twice, only its first pair can have another label.")
            hints.append(one)
        if self.next_key:
            leads = self.tr("{key} leads to the first of them.")
            hints.append(leads.format(key=self.next_key))
        first = unreadable.pairs[:_LISTED]
        parts = [first, twice.pairs[: _LISTED - len(first)]]
        shown = sum(map(len, parts))
        if unreadable.all + twice.all > shown:
            more = self.tr("Here are the first {shown}; the filters of the list have all.")
            hints.append(more.format(shown=grouped(shown)))
        titles = []
        if unreadable.all:
            titles.append(self.tr("%n pair(s) cannot be read", "", unreadable.all))
        if twice.all:
            titles.append(self.tr("%n pair(s) with the id of an earlier one", "", twice.all))
        self._unjudged.set_pairs(", ".join(titles), parts, " ".join(hints))
        self._unjudged.setVisible(bool(titles))

    def _result(self, counts: Mapping[str | None, int], hidden: int, shown_labelled: bool) -> str:
        """Return the headline, which depends on whether anything is left to label."""
        without = counts.get(None, 0)
        if not without:
            return self.tr("All pairs are labelled")
        if hidden and shown_labelled:
            return self.tr("All pairs that the list shows are labelled")
        if hidden:
            return self.tr("The list shows no pair that is left to label")
        if without == sum(counts.values()):
            return self.tr("None of the pairs can be read")
        return self.tr("All pairs that can be read are labelled")

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for sign in self._signs:
            sign.set_theme(theme)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("part", "card")
        card.setMaximumWidth(680)
        column = QVBoxLayout(card)
        wide_margins(column)
        column.addWidget(self._title)
        column.addWidget(self._hidden)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid)
        column.addWidget(separator())
        column.addWidget(plain_label(self.tr("The labels are in"), "muted"))
        column.addWidget(self._path)
        column.addLayout(self._buttons())
        hint = self.tr(
            "The label keys do nothing here, because no pair is shown. Go back to the pairs to "
            "change a "
            "label, or undo the last decision."
        )
        column.addWidget(plain_label(hint, "muted", wrap=True))
        column.addWidget(separator())
        column.addWidget(self._unjudged)
        column.addWidget(self._flagged)
        put_in_middle(card, self)

    def _show_counts(
        self, counts: Mapping[str | None, int], labels: LabelSet, left: PairsLeft
    ) -> None:
        """Put a figure for each label into the grid, and for those without."""
        for shown in self._figures:
            self._grid.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._figures, self._signs = [], []
        names = dict.fromkeys((*labels.names, *(label for label in counts if label)))
        figures = [
            _Figure(counts.get(name, 0), label_text(name), *sign_of_label(name, labels))
            for name in names
        ]
        figures.append(_Figure(left.to_label, self.tr("to label"), "unlabelled", "muted"))
        if left.unreadable:
            said = self.tr("unreadable")
            figures.append(_Figure(left.unreadable, said, "unreadable", "error"))
        if left.twice:
            figures.append(_Figure(left.twice, self.tr("id occurs twice"), "twice", "warning"))
        for number, figure in enumerate(figures):
            if self._theme is not None:
                figure.sign.set_theme(self._theme)
            self._figures.append(figure)
            self._signs.append(figure.sign)
            self._grid.addWidget(figure, number // _ACROSS, number % _ACROSS)
            self._grid.setColumnStretch(number % _ACROSS, 1)

    def _buttons(self) -> QHBoxLayout:
        folder = QPushButton(self.tr("Open its folder"))
        folder.clicked.connect(self.folder_wanted)
        copy = QPushButton(self.tr("Copy the path"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._path.text()))
        summary = QPushButton(self.tr("Summary of the work"))
        summary.clicked.connect(self.summary_wanted)
        back = QPushButton(self.tr("Back to the pairs"))
        back.clicked.connect(self.back_wanted)
        row = QHBoxLayout()
        for button in (folder, copy, summary):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(back)
        return row


class _Figure(QWidget):
    """How many pairs are what *word* says, with an icon in the colour of *role*."""

    def __init__(self, count: int, word: str, icon: str, role: str) -> None:
        super().__init__()
        self.sign = IconLabel(icon, role, 20)
        figure = plain_label(grouped(count), "figure")
        figure.setAccessibleName(f"{figure.text()} {word}")
        below = QHBoxLayout()
        below.addWidget(self.sign)
        below.addWidget(ElidedLabel(word, "muted", Qt.TextElideMode.ElideRight), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(figure)
        column.addLayout(below)


class _Pairs(QWidget):
    """A title, a remark and the names of pairs; ``chosen`` carries the index of one."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        """*name* is what a screen reader calls the list."""
        super().__init__()
        self._title = plain_label("", "title")
        self._remark = plain_label("", "muted", wrap=True)
        self._names = _Names(self)
        self._list = _NameList(self._names)
        self._list.chosen.connect(lambda row: self.chosen.emit(self._names.pair(row)[0]))
        self._list.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._remark, self._list):
            column.addWidget(part)

    def set_pairs(
        self, title: str, parts: Sequence[Sequence[tuple[int, str]]], remark: str = ""
    ) -> None:
        """Show *title*, *remark* and the text of each pair in *parts*."""
        self._title.setText(title)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._names.set_pairs(parts)
        self._list.setVisible(self._names.rowCount() > 0)
        self._list.fit()


class _Names(QAbstractListModel):
    """A list model of pairs; Qt asks only for the texts of those in view."""

    _parts: Sequence[Sequence[tuple[int, str]]] = ()

    def set_pairs(self, parts: Sequence[Sequence[tuple[int, str]]]) -> None:
        """List the pairs of *parts* one behind the other."""
        self.beginResetModel()
        self._parts = parts
        self.endResetModel()

    def pair(self, row: int) -> tuple[int, str]:
        """Return the index and the text of the pair in *row*; raises IndexError outside."""
        for part in self._parts:
            if row < len(part):
                return part[row]
            row -= len(part)
        raise IndexError(row)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of pairs."""
        return 0 if parent.isValid() else sum(map(len, self._parts))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a pair."""
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return self.pair(index.row())[1] if index.isValid() and role in texts else None


class _NameList(QListView):
    """Names of pairs; a click or Enter chooses one."""

    chosen = Signal(int)

    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names
        self.setModel(names)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.clicked.connect(self._clicked)

    def fit(self) -> None:
        """Set the height to that of the names, up to a few of them."""
        line = self.sizeHintForRow(0) if self._names.rowCount() else 0
        around = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutVerticalSpacing)
        self.setFixedHeight(min(_LINES, self._names.rowCount()) * line + around)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current name on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _clicked(self, place: QModelIndex) -> None:
        self.chosen.emit(place.row())
