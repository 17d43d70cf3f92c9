"""Controls around the list: filter, order, and the progress of measuring."""

from __future__ import annotations

from collections.abc import Sequence
from random import SystemRandom

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ...review.measuring.measure_run import MeasuringProgress
from ...review.pair_list.pair_fields import CONDITIONS, MEASURED, SORTS, Condition, View
from ...review.pair_list.pair_state import OVERRULED, filters, label_text
from ...review.pair_list.pairs_model import Basis, PairsModel
from ..controls.buttons import IconButton, LinkButton
from ..controls.controls import plain_label
from ..controls.qt_text import grouped, whole_hours
from ..controls.theme import Theme
from .conditions import ConditionsPopup, choice_box, condition_text, field_choices, offer


class ViewControls(QWidget):
    """Filter, conditions and order of a ``PairsModel``, and what they are based on.

    ``chosen`` is emitted once the model has the view that the reviewer asked for; ``ordered``, for
    another order (False), or the same one applied again (True).
    """

    chosen = Signal()
    ordered = Signal(bool)

    def __init__(self, model: PairsModel) -> None:
        super().__init__()
        self._model = model
        self._theme: Theme | None = None
        self._popup: ConditionsPopup | None = None
        self._seen: View | None = None
        self._filter = choice_box(self.tr("Which pairs"))
        self._more = IconButton("filter", self.tr("Conditions"), self._open_conditions)
        self._more.setCheckable(True)
        self._conditions = plain_label("", "muted", wrap=True)
        self._clear = IconButton("close", self.tr("Remove all conditions"), self._drop_conditions)
        self._sort = choice_box(self.tr("In which order"))
        self._turn = IconButton("descending", "", self._turn_round)
        self._again = IconButton("retry", self.tr("Shuffle again"), self._shuffle)
        self._basis = plain_label("", "muted", wrap=True)
        self._sort_again = LinkButton(self.tr("Sort again"))
        self._sort_again.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the keys stay with the text
        self._lay_out()
        self.refill()
        self._filter.activated.connect(self._filter_chosen)
        self._sort.activated.connect(lambda _number: self._sort_by(turned=False))
        self._sort_again.clicked.connect(self._order_again)
        model.columns_changed.connect(self.refill)
        model.shown_changed.connect(self.refresh)
        model.basis_changed.connect(self._show_basis)

    def refresh(self) -> None:
        """Show the view of the model."""
        view = self._model.view
        self._show_basis()
        if view == self._seen:
            return
        self._seen = view
        self._filter.setCurrentIndex(max(0, self._filter.findData(view.wanted)))
        if self._sort.findData(view.sort) < 0:
            self._offer_orders()
        self._sort.setCurrentIndex(max(0, self._sort.findData(view.sort)))
        texts = " · ".join(map(condition_text, view.conditions))
        self._conditions.setText(texts)
        self._more.setChecked(bool(texts))
        for widget in (self._conditions, self._clear):
            widget.setVisible(bool(texts))
        shuffled = view.sort == "shuffled"
        self._again.setVisible(shuffled)
        self._turn.setVisible(not shuffled)
        self._turn.describe(
            self.tr("Descending; press to reverse the order")
            if view.falling
            else self.tr("Ascending; press to reverse the order")
        )
        self._dress()

    def refill(self) -> None:
        """Offer the filters and orders of the model's list."""
        texts = self._filter_texts()
        wanted = filters(self._model.label_names)
        _offer(self._filter, [(texts.get(w) or _capital(label_text(w)), w) for w in wanted])
        self._offer_orders()
        self._seen = None
        self.refresh()

    def _offer_orders(self) -> None:
        fields = self._model.known_fields(SORTS)
        _offer(self._sort, field_choices(fields, self._model.columns, self._model.view.sort))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for button in (self._more, self._clear, self._again):
            button.set_theme(theme)
        if self._popup is not None:
            self._popup.set_theme(theme)
        self._dress()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(_row(self._filter, self._more))
        layout.addLayout(_row(self._conditions, self._clear))
        layout.addLayout(_row(self._sort, self._turn, self._again))
        layout.addWidget(self._basis)
        layout.addWidget(self._sort_again)

    def _dress(self) -> None:
        if self._theme is not None:
            icon = "descending" if self._model.view.falling else "ascending"
            self._turn.set_icon(icon, self._theme)

    def _show_basis(self) -> None:
        basis = self._model.basis()
        self._basis.setText(self._basis_text(basis))
        self._basis.setVisible(bool(self._basis.text()))
        filtered = basis.measured is not None and self._model.view.sort not in MEASURED
        self._sort_again.say(self.tr("Filter again") if filtered else self.tr("Sort again"))
        self._sort_again.setVisible(basis.stale)

    def _basis_text(self, basis: Basis) -> str:
        if basis.read is not None:
            read, total = grouped(basis.read), grouped(basis.total)
            return self.tr("{read} of {total} rows read").format(read=read, total=total)
        if basis.measured is None:
            return self.tr("Labelled since it was sorted") if basis.stale else ""
        figures = measured_text(basis.measured, basis.unreadable, basis.total)
        if not basis.stale:
            return figures
        if self._model.view.sort in MEASURED:
            return self.tr("{figures} when it was sorted").format(figures=figures)
        return self.tr("{figures} when it was filtered").format(figures=figures)

    def _filter_chosen(self, number: int) -> None:
        self._model.set_filter(str(self._filter.itemData(number)))
        self._announce()

    def _sort_by(self, turned: bool) -> None:
        self._model.set_sort(str(self._sort.currentData()), self._model.view.seed, turned)
        self._announce()
        self.ordered.emit(False)

    def _turn_round(self) -> None:
        self._sort_by(turned=not self._model.view.turned)

    def _shuffle(self) -> None:
        self._model.set_sort("shuffled", SystemRandom().randrange(1, 2**31))
        self._announce()
        self.ordered.emit(False)

    def _order_again(self) -> None:
        self._model.sort_again()
        self.ordered.emit(True)

    def show_all(self) -> None:
        """Show all pairs, in the order that was chosen."""
        self._model.set_filter("all")
        self._conditions_changed(())

    def _open_conditions(self) -> None:
        view = self._model.view
        self._more.setChecked(bool(view.conditions))  # a press alone does not set any
        if self._popup is None:
            self._popup = ConditionsPopup(self)
            self._popup.changed.connect(self._conditions_changed)
            if self._theme is not None:
                self._popup.set_theme(self._theme)
        place = self._filter.mapToGlobal(QPoint(0, self._filter.height() + 2))
        fields = self._model.known_fields(CONDITIONS)
        self._popup.open_at(place, view.conditions, self._model.columns, fields)

    def _drop_conditions(self) -> None:
        self._conditions_changed(())

    def _conditions_changed(self, conditions: Sequence[Condition]) -> None:
        self._model.set_conditions(conditions)
        self._announce()

    def _announce(self) -> None:
        self.refresh()
        self.chosen.emit()

    def _filter_texts(self) -> dict[str, str]:
        return {
            "all": self.tr("All pairs"),
            "unlabelled": self.tr("To label"),
            "flagged": self.tr("Flagged"),
            "noted": self.tr("With a note"),
            "changed": self.tr("Changed since labelled"),
            "unreadable": self.tr("Unreadable"),
            "twice": self.tr("Id occurs twice"),
            OVERRULED: self.tr("Overruled"),
        }


def _offer(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Put *entries* into *box*, unless they are there already."""
    if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] == list(entries):
        return
    box.clear()
    offer(box, entries)
    box.setMaxVisibleItems(max(1, len(entries)))  # Qt scrolls where the screen is too small


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return row


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


class MeasuringLine(QWidget):
    """How many pairs are measured and how long the rest will take, with a button to pause.

    It is visible only while there is something left to measure. ``pause_wanted`` carries whether to
    pause.
    """

    pause_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label("", "muted", wrap=True)
        self._button = IconButton("pause", "", self._pressed)
        self._resting = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self._theme: Theme | None = None
        self.set_progress(None)

    def set_progress(self, progress: MeasuringProgress | None) -> None:
        """Show *progress*, None where nothing is to be measured."""
        self.setVisible(progress is not None and progress.state not in ("looking", "done"))
        if progress is None:
            return
        self._text.setText(self._sentence(progress))
        self._button.setVisible(progress.state in ("measuring", "paused"))
        self._resting = progress.state == "paused"
        self._button.describe(
            self.tr("Go on measuring") if self._resting else self.tr("Pause the measuring")
        )
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        if self._theme is not None:
            self._button.set_icon("resume" if self._resting else "pause", self._theme)

    def _pressed(self) -> None:
        self.pause_wanted.emit(not self._resting)

    def _sentence(self, progress: MeasuringProgress) -> str:
        figures = measured_text(progress.measured, 0, progress.total)
        if progress.state == "paused":
            return self.tr("{figures}, paused").format(figures=figures)
        if progress.state == "battery":
            return self.tr("{figures}, goes on with mains power").format(figures=figures)
        if progress.seconds is None or progress.state == "off":
            return figures
        minutes = round(progress.seconds / 60)
        if minutes < 1:
            return self.tr("{figures}, less than 1 min").format(figures=figures)
        time = self._duration(minutes)
        return self.tr("{figures}, about {time}").format(figures=figures, time=time)

    def _duration(self, minutes: int) -> str:
        hours = whole_hours(minutes)
        if hours is None:
            return self.tr("{minutes} min").format(minutes=grouped(minutes))
        return self.tr("{hours} h").format(hours=grouped(hours))


def measured_text(measured: int, others: int, total: int) -> str:
    """Say how many of *total* pairs are measured, and how many *others* cannot be.

    Those are unreadable or repeat an id, whether they are labelled unusable or not.
    """
    shown = {"measured": grouped(measured), "total": grouped(total)}
    if not others:
        text = QCoreApplication.translate("MeasuringLine", "{measured} of {total} measured")
        return text.format(**shown)
    text = QCoreApplication.translate(
        "MeasuringLine", "{measured} of {total} measured, {others} without figures"
    )
    return text.format(**shown, others=grouped(others))
