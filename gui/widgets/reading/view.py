"""The reading view: two documents side by side, level, marked, folded, and stepped through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...compare import Comparison, SectionKind
from ...documents import Document
from ..controls.qt_text import announce
from .accessibility import Spoken, offer_text
from .counterparts import ROLES, PositionMap, Role
from .differences import KINDS, Difference, Marks
from .overview import Overview
from .pane import name_panes
from .picture import Picture
from .reading_rows import ReadingRow, comparison_rows, document_rows, rows_apart, words_in
from .row_layout import Fold
from .scrolling import Place
from .selection import SelectionController
from .stepping import Pointer, Stepper
from .surface import Surface
from .text_search import Finder
from .view_frame import ViewFrame


class ReadingView(ViewFrame):
    """Shows a comparison, or two documents before there is one.

    ``painted`` is emitted once per pair, when its text was painted for the first time; ``marked``
    when its comparison was. Both carry the number of the pair shown, from 1 on.
    ``current_changed`` carries a :class:`Difference` or None.
    """

    painted = Signal(int)
    marked = Signal(int)
    current_changed = Signal(object)
    notice = Signal(str)
    hits_changed = Signal(int, int)
    searching = Signal()  # a very long text is being searched

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.serial = 0
        self._documents: tuple[Document, Document] | None = None
        self._comparison: Comparison | None = None
        self._positions: PositionMap | None = None
        self._rows: tuple[ReadingRow, ...] = ()
        self._apart = False  # the documents, each with rows of its own
        self._shown = KINDS
        self._announced = 0
        self.stepper = Stepper(self.surface, self)
        self._overview = Overview(self.surface, self.strip, self.stepper)
        self._folder = Folder(self.surface, self)
        self.selector = SelectionController(self.surface, self.panes, self)
        self.pointer = Pointer(self.surface, self.panes, self.stepper, self.selector)
        self.finder = Finder(self.surface, self)
        for pane in self.panes.values():
            pane.spoken = Spoken(pane, self.surface, self.selector)
        offer_text()
        self._connect()

    def _connect(self) -> None:
        self.selector.moved.connect(self._caret_moved)
        self.stepper.current_changed.connect(self._current_changed)
        self.stepper.notice.connect(self.notice)
        for signal in (
            self.stepper.opening_wanted,
            self.pointer.unfold_wanted,
            self.finder.opening_wanted,
        ):
            signal.connect(self._folder.open)
        self.finder.hits_changed.connect(self.hits_changed)
        self.finder.searching.connect(self.searching)
        self.finder.hits_changed.connect(self._overview.show_hits)
        self._folder.folded.connect(self._overview.gather_soon)
        self.surface.first_painted.connect(self._first_painted)
        self.gutter_clicked.connect(self.pointer.click_gutter)

    # What is shown

    def show_documents(self, reference: Document, candidate: Document) -> None:
        """Show two documents section by section, before they are compared."""
        self._begin(reference, candidate)
        self._comparison = self._positions = None
        self.stepper.clear()
        self._show_rows(document_rows(reference, candidate))

    def show_unmarked(self, reference: Document, candidate: Document) -> None:
        """Show two documents as if they were not compared; those shown already stay in their place.

        Each scrolls on its own, so that nothing on the page shows what the comparison found.
        """
        self.header.set_state(self.tr("marks hidden"))
        shown = _same(self._documents, (reference, candidate))
        if shown and self._apart:
            return
        places: list[Place] = []
        if not shown:
            self._begin(reference, candidate)
        elif not self.surface.at_top:
            places = [place for role in ROLES if (place := self.surface.place_of(role))]
        name_panes(self.panes, self._documents)  # without a difference that they spoke of
        self._comparison = self._positions = None
        self.stepper.clear()
        self._show_rows(rows_apart(reference, candidate), places, apart=True)

    def show_readable(self, document: Document, role: Role, name: str, reason: str) -> None:
        """Show the one document of a pair that can be read, and why the other one cannot.

        *role* and *name* are those of the other one.
        """
        absent = Document.absent(name)
        self.show_documents(*((absent, document) if role is Role.REFERENCE else (document, absent)))
        self._show_reason(role, reason)
        self.panes[role].setAccessibleDescription(reason)
        announce(self.panes[role], reason)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison; if its documents are shown already, the text in view stays.

        A view at the very top stays there, so that what the comparison puts above the first
        line, such as an added section, is seen.
        """
        place = None
        if _same(self._documents, (comparison.reference, comparison.candidate)):
            place = None if self.surface.at_top else self.surface.place()
        else:
            self._begin(comparison.reference, comparison.candidate)
        if comparison is not self._comparison:
            self.stepper.clear()
        self.header.set_state("")
        self._comparison = comparison
        self._positions = PositionMap(comparison)
        rows = comparison_rows(comparison, self._positions)
        self._show_rows(rows, () if place is None else (place,))
        self.stepper.set_comparison(comparison, self._rows, self._positions, self._shown)

    def clear(self) -> None:
        """Show nothing."""
        self._documents = self._comparison = self._positions = None
        self._show_reason(None, "")
        self._rows = ()
        self.stepper.clear()
        self.selector.selection.clear()
        self.header.set_documents(None, None)
        self.header.set_state("")
        self.surface.show_message("")
        self._overview.gather()
        self.finder.renew()
        name_panes(self.panes, self._documents)

    def show_progress(self, *, whole: bool) -> None:
        """Say that the documents are being read or compared, until ``end_progress``.

        *whole* is False as long as no more than their beginnings can be shown.
        """
        if self._documents is None:
            said = self.tr("Reading the documents…")
            self.surface.show_message(said)
        else:
            said = self.tr("comparing…") if whole else self.tr("still being read…")
            self.header.set_state(said)
        announce(self.surface.viewport(), said)

    def end_progress(self) -> None:
        """Say no longer that something is being done with the documents."""
        self.header.set_state("")
        if self._documents is None:
            self.surface.show_message("")

    @property
    def shown_share(self) -> float:
        """The share of both texts that is shown: below 1 only where very long ones are cut."""
        picture = self.surface.picture
        return 1.0 if picture is None else picture.layout.share

    def set_shown(self, kinds: frozenset[str]) -> None:
        """Mark and step to differences of these kinds only."""
        self._shown = kinds & KINDS
        picture = self.surface.picture
        if picture is None or self._comparison is None or self._positions is None:
            return
        self.stepper.set_comparison(self._comparison, self._rows, self._positions, self._shown)
        self.surface.change_picture(
            marks=Marks(self._positions, self._shown),
            hover=None,
            current=self.stepper.current,
        )
        self._folder.fold()
        self._overview.gather()

    def set_folding(self, folding: bool) -> None:
        """Fold long equal stretches into bars that give their number of words."""
        self._folder.set_folding(folding)

    @property
    def has_folds(self) -> bool | None:
        """True if a stretch is long enough to be folded; None before there is a comparison."""
        return self._folder.has_folds

    # Going places

    @property
    def current(self) -> Difference | None:
        """The current difference."""
        return self.stepper.current

    @property
    def place_among_differences(self) -> tuple[int, int] | None:
        """Which of how many the current difference is, counted from 1; None without one."""
        return self.stepper.place

    def next_change(self) -> None:
        """Go to the next difference, a third from the top; wraps round with a notice."""
        self.stepper.step(1)

    def previous_change(self) -> None:
        """Go to the previous difference."""
        self.stepper.step(-1)

    def go_to_change(self, change: int) -> None:
        """Go to ``Comparison.changes[change]``."""
        self.stepper.go_to_change(change)

    def go_to_section(self, section: int) -> None:
        """Go to ``Comparison.sections[section]``."""
        self.stepper.go_to_section(section)

    def jump_to_counterpart(self) -> None:
        """Go to where the current (or first visible) moved section stands in the other document."""
        if not self.stepper.jump_to_counterpart():
            self.notice.emit(self.tr("No moved section is in view."))

    @property
    def is_begun(self) -> bool:
        """True if the reader is in the middle of the pair: below its top, or at a difference."""
        return not self.surface.at_top or self.current is not None

    def place(self) -> Place | None:
        """Return the place of the topmost line, to return to later."""
        return self.surface.place()

    def restore_place(self, place: Place | None) -> None:
        """Go back to a place; None does nothing."""
        if place is not None:
            self.surface.restore_place(place)

    # Copying; ``finder`` finds

    def selected_text(self) -> str:
        """Return the selected text as it is in its document."""
        return self.selector.text()

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self.selector.copy()

    # Inside

    def _begin(self, reference: Document, candidate: Document) -> None:
        self.serial += 1
        self._show_reason(None, "")
        self._documents = (reference, candidate)
        self.header.set_documents(reference, candidate)
        self.selector.selection.clear()
        name_panes(self.panes, self._documents)
        names = [pane.accessibleName() for pane in self.panes.values()]
        announce(self.surface.viewport(), "; ".join(names))

    def _show_rows(
        self, rows: tuple[ReadingRow, ...], places: Sequence[Place] = (), *, apart: bool = False
    ) -> None:
        assert self._documents is not None
        self._rows = rows
        self._apart = apart
        if not rows:
            self.surface.show_message(self.tr("Both documents are empty."))
            self.finder.renew()
            self._overview.gather()
            return
        layout = self.surface.make_layout(*self._documents, rows, apart)
        marks = None
        if self._comparison is not None and self._positions is not None:
            marks = Marks(self._positions, self._shown)
        selection = self.selector.selection
        picture = Picture(
            layout,
            self.surface.theme,
            self._comparison,
            marks,
            selection={selection.role: selection.span} if selection.span else {},
            focus=self.pane_with_focus(),
            caret=selection.caret,
        )
        self._folder.prepare(picture)
        self.surface.show_picture(picture, places)
        self._place_panes()
        self.finder.renew()
        self._overview.gather_soon()

    def _first_painted(self) -> None:
        # After the paint event, so that a receiver may change what is shown.
        if self._documents is None:
            return
        serial, marked = self.serial, self._comparison is not None
        QTimer.singleShot(0, self, lambda: self._announce_painted(serial, marked))

    def _announce_painted(self, serial: int, marked: bool) -> None:
        if serial > self._announced:
            self._announced = serial
            self.painted.emit(serial)
        if marked:
            self.marked.emit(serial)

    def _caret_moved(self, role: Role) -> None:
        spoken = self.panes[role].spoken
        if spoken is not None:
            spoken.report_caret()

    def _current_changed(self, difference: Difference | None) -> None:
        self._overview.show_view()
        if difference is not None:
            description = self.stepper.text_of(difference)
            for pane in self.panes.values():
                pane.setAccessibleDescription(description)
        self.current_changed.emit(difference)


def _same(shown: tuple[Document, Document] | None, given: tuple[Document, Document]) -> bool:
    """Return whether the documents *given* are those that are shown already."""
    return shown is not None and all(
        a is b or (a.name, a.sha256, a.text) == (b.name, b.sha256, b.text)
        for a, b in zip(shown, given, strict=True)
    )


# Shorter stretches are read faster than a bar is understood.
FEWEST_WORDS = 60


def equal_stretches(
    rows: Sequence[ReadingRow], marks: Marks, words: Callable[[ReadingRow], int]
) -> tuple[Fold, ...]:
    """Return the folds for *rows*: neighbouring paired rows without a marked change."""
    found = []
    first: int | None = None
    sum_, equal = 0, True
    for number in range(len(rows) + 1):
        row = rows[number] if number < len(rows) else None
        if row is not None and _is_plain(row, marks):
            first = number if first is None else first
            sum_ += words(row)
            equal = equal and marks.is_equal(row)
            continue
        if first is not None and sum_ >= FEWEST_WORDS:
            found.append(Fold(first, number - 1, sum_, equal))
        first, sum_, equal = None, 0, True
    return tuple(found)


def _is_plain(row: ReadingRow, marks: Marks) -> bool:
    return row.kind is SectionKind.PAIRED and not marks.is_marked(row)


class Folder(QObject):
    """Folds equal stretches; one that the reader opened stays open for its pair."""

    folded = Signal()

    def __init__(self, surface: Surface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._folding = False

    @property
    def has_folds(self) -> bool | None:
        """True where there is something to fold; None before the texts are compared."""
        picture = self._surface.picture
        return None if picture is None or picture.marks is None else bool(_folds(picture))

    def set_folding(self, folding: bool) -> None:
        """Close all folds, or open all."""
        self._folding = folding
        self.fold()

    def prepare(self, picture: Picture) -> None:
        """Close the folds of a picture before it is shown."""
        if self._folding:
            picture.layout.set_folds(_folds(picture))

    def fold(self) -> None:
        """Find the folds again, because other differences are shown."""
        picture = self._surface.picture
        if picture is not None and picture.marks is not None:
            self._surface.set_folds(_folds(picture) if self._folding else ())
            self.folded.emit()

    def open(self, number: int) -> None:
        """Open the fold that row *number* is in."""
        picture = self._surface.picture
        if picture is not None:
            opened = picture.layout.fold_at(number)
            folds = [fold for fold in picture.layout.folds.values() if fold is not opened]
            self._surface.set_folds(folds)
            self.folded.emit()


def _folds(picture: Picture) -> tuple[Fold, ...]:
    if picture.marks is None:
        return ()
    reference = picture.layout.reference
    return equal_stretches(
        picture.layout.rows,
        picture.marks,
        lambda row: words_in(reference, row.reference) if row.reference else 0,
    )
