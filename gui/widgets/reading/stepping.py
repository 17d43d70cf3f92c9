"""How to get to a difference: stepping to the next one, or pointing at one with the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ...compare import Comparison, SectionKind
from ..controls.qt_text import announce
from .counterparts import PositionMap, Role, of
from .differences import (
    Difference,
    change_text,
    cut_text,
    differences,
    moved_text,
    no_differences_text,
    section_text,
    stop_beside,
    wrapped_text,
)
from .display import name_of, stand_ins
from .painting import sections_away
from .pane import Pane
from .picture import Picture
from .reading_rows import ReadingRow
from .row_layout import PlacedRow, RowLayout
from .selection import SelectionController
from .surface import Surface


class Stepper(QObject):
    """Knows all differences of the comparison that is shown, and which is the current one."""

    current_changed = Signal(object)  # Difference or None
    notice = Signal(str)
    opening_wanted = Signal(int)  # the row of a difference lies in a closed fold

    def __init__(self, surface: Surface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._comparison: Comparison | None = None
        self._positions: PositionMap | None = None
        self._gather: Callable[[], list[Difference]] = list
        self._known: list[Difference] | None = None
        self._at: int | None = None

    @property
    def current(self) -> Difference | None:
        """The current difference."""
        return None if self._at is None else self.all[self._at]

    @property
    def place(self) -> tuple[int, int] | None:
        """The number of the current difference, from 1, and of how many; None without one."""
        return None if self._at is None else (self._at + 1, len(self.all))

    @property
    def all(self) -> list[Difference]:
        """Every difference of the kinds shown, in reading order."""
        if self._known is None:
            self._known = self._gather()
        return self._known

    def set_comparison(
        self,
        comparison: Comparison,
        rows: tuple[ReadingRow, ...],
        positions: PositionMap,
        shown: frozenset[str],
    ) -> None:
        """Step through *comparison*; the current difference stays if it is still there."""
        had = self.current
        before = had if comparison is self._comparison else None
        self._comparison, self._positions = comparison, positions
        self._gather = partial(differences, comparison, rows, positions, shown)
        self._known = None
        self._at = None
        if before is not None and before in self.all:
            self._at = self.all.index(before)
            self.current_changed.emit(before)  # which is another of as many or fewer now
        elif had is not None:
            self.current_changed.emit(None)

    def clear(self) -> None:
        """Forget the comparison."""
        had = self.current
        self._comparison = self._positions = None
        self._gather, self._known, self._at = list, None, None
        if had is not None:
            self.current_changed.emit(None)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference; wraps round with a notice."""
        if not self.all:
            self.notice.emit(no_differences_text())
            return
        at = self._at
        if at is None or not self._in_view(self.all[at]):
            at = self._beside_view(by)
        found, wrapped = stop_beside(len(self.all), at, by)
        if wrapped:
            self.notice.emit(wrapped_text(by > 0))
        self.go_to(found)

    def go_to_change(self, change: int) -> None:
        """Go to the change with that number; one of a hidden kind is shown without a mark."""
        for number, difference in enumerate(self.all):
            if difference.change == change:
                self.go_to(number)
                return
        if self._comparison is not None and 0 <= change < len(self._comparison.changes):
            place = self._comparison.changes[change]
            role = Role.REFERENCE if place.reference is not None else Role.CANDIDATE
            span = of(place, role)
            assert span is not None
            self._reveal(role, span.start)

    def go_to_section(self, section: int) -> None:
        """Bring a section a third from the top; a missing, added or moved one becomes current."""
        if self._comparison is None or not 0 <= section < len(self._comparison.sections):
            return
        for number, difference in enumerate(self.all):
            if difference.section == section and difference.change is None:
                self.go_to(number)
                return
        home = self._comparison.sections[section]
        role = Role.REFERENCE if home.reference is not None else Role.CANDIDATE
        span = of(home, role)
        assert span is not None
        self._reveal(role, span.start)

    def jump_to_counterpart(self, row: int | None = None) -> bool:
        """Go to the other place of a moved section; return False where there is none.

        The section is that of *row*, else the current difference's, else the first moved one
        in view.
        """
        picture = self._surface.picture
        if picture is None:
            return False
        rows = picture.layout.rows
        if (
            row is None
            and self.current is not None
            and rows[self.current.row].counterpart is not None
        ):
            row = self.current.row
        if row is None:
            in_view = self._surface.rows_in_view()
            row = next((p.number for p in in_view if p.row.counterpart is not None), None)
        counterpart = rows[row].counterpart if row is not None else None
        if counterpart is None:
            return False
        for number, difference in enumerate(self.all):
            if difference.row == counterpart and difference.change is None:
                self.go_to(number)
                return True
        self._surface.bring(counterpart, 0, self._surface.height_of_view // 3)
        return True

    def go_to(self, number: int) -> None:
        """Make the difference with this number current, and bring it into view."""
        role, offset = self._place_of(self.all[number])
        self._reveal(role, offset)
        self._make_current(number)

    def stand_on(self, pointed: Difference) -> None:
        """Make *pointed*, which is in view, current without scrolling."""
        for number, difference in enumerate(self.all):
            same = difference.section == pointed.section and difference.role in (None, pointed.role)
            if difference.change == pointed.change and (same or pointed.change is not None):
                self._make_current(number)
                return

    def _make_current(self, number: int) -> None:
        self._at = number
        difference = self.all[number]
        self._surface.change_picture(current=difference)
        self.current_changed.emit(difference)
        announce(self._surface.viewport(), self.text_of(difference))

    def height_of_current(self) -> int | None:
        """Return how far below the text's top the current difference stands, in pixels."""
        picture, current = self._surface.picture, self.current
        if picture is None or current is None:
            return None
        layout = picture.layout
        role, offset = self._place_of(current)
        number = layout.row_of(role, offset)
        below = 0 if layout.fold_at(number) else self._line_top(layout, number, role, offset)
        return layout.heights.top(number) + layout.space_above(number) + below

    def text_of(self, difference: Difference) -> str:
        """Return one sentence on what *difference* is."""
        if self._comparison is None:
            return ""
        if difference.change is not None:
            return change_text(self._comparison, difference.change)
        return section_text(self._comparison, difference.section)

    def _place_of(self, difference: Difference) -> tuple[Role, int]:
        assert self._comparison is not None
        assert self._positions is not None
        if difference.change is not None:
            if self._comparison.sections[difference.section].kind is SectionKind.MOVED:
                return Role.REFERENCE, self._positions.place(
                    difference.change, Role.REFERENCE
                ).start
            change = self._comparison.changes[difference.change]
            role = Role.REFERENCE if change.reference is not None else Role.CANDIDATE
            return role, self._positions.place(difference.change, role).start
        home = self._comparison.sections[difference.section]
        role = difference.role or (Role.CANDIDATE if home.reference is None else Role.REFERENCE)
        span = of(home, role)
        assert span is not None
        return role, span.start

    def _reveal(self, role: Role, offset: int) -> None:
        """Bring the line with *offset* a third from the top."""
        picture = self._surface.picture
        if picture is None:
            return
        layout = picture.layout
        if offset > layout.end_of(role):
            self.notice.emit(cut_text())
        number = layout.row_of(role, offset)
        if layout.fold_at(number) is not None:
            self.opening_wanted.emit(number)
        below = layout.space_above(number) + self._line_top(layout, number, role, offset)
        self._surface.bring(number, below, self._surface.height_of_view // 3)

    def _line_top(self, layout: RowLayout, number: int, role: Role, offset: int) -> int:
        cell = layout.cell(number, role)
        return cell.lines[cell.line_number_of(offset)].top if cell is not None else 0

    def _in_view(self, difference: Difference) -> bool:
        picture = self._surface.picture
        if picture is None:
            return False
        layout = picture.layout
        role, offset = self._place_of(difference)
        number = layout.row_of(role, offset)
        for placed in self._surface.rows_in_view():
            if placed.number == number and layout.fold_at(number) is None:
                y = placed.text_top + self._line_top(layout, number, role, offset)
                return 0 <= y < self._surface.height_of_view
        return False

    def _beside_view(self, by: int) -> int | None:
        """Return the last difference above the view (or, going up, the first below it)."""
        in_view = self._surface.rows_in_view()
        if not in_view:
            return None
        if by > 0:
            at = bisect_left(self.all, in_view[0].number, key=lambda d: d.row) - 1
            while at + 1 < len(self.all) and self._is_above(self.all[at + 1]):
                at += 1
            return at if at >= 0 else None
        at = bisect_left(self.all, in_view[-1].number + 1, key=lambda d: d.row)
        while (
            at > 0 and not self._is_above(self.all[at - 1]) and not self._in_view(self.all[at - 1])
        ):
            at -= 1
        return at if at < len(self.all) else None

    def _is_above(self, difference: Difference) -> bool:
        picture = self._surface.picture
        assert picture is not None
        role, offset = self._place_of(difference)
        number = picture.layout.row_of(role, offset)
        first = self._surface.rows_in_view()[0]
        if number != first.number or picture.layout.fold_at(number):
            return number < first.number
        return first.text_top + self._line_top(picture.layout, number, role, offset) < 0


class Pointer(QObject):
    """Follows the mouse over the panes."""

    unfold_wanted = Signal(int)  # the first row of the fold that was clicked

    def __init__(
        self,
        surface: Surface,
        panes: Mapping[Role, Pane],
        stepper: Stepper,
        selector: SelectionController,
    ) -> None:
        super().__init__(surface)
        self._surface = surface
        self._panes = panes
        self._stepper = stepper
        self._selector = selector
        self._last: tuple[Role, QPoint] | None = None
        surface.view_changed.connect(self._view_changed)
        for pane in panes.values():
            pane.pointed.connect(self._point)
            pane.pressed.connect(self._press)
            pane.tip_wanted.connect(self._tip)
            pane.menu_wanted.connect(self._menu)

    def difference_at(self, role: Role, at: QPoint) -> Difference | None:
        """Return the difference under a pixel of the view: a change or a whole section."""
        picture = self._surface.picture
        placed = self._surface.row_at(at.y(), role)
        if picture is None or placed is None or picture.marks is None:
            return None
        if picture.layout.fold_at(placed.number) or at.y() < placed.text_top:
            return None
        offset = self._character_at(picture, placed, role, at)
        for mark in picture.marks.of_row(placed.row, role) if offset is not None else []:
            assert offset is not None
            if mark.span.start <= offset < mark.span.end:
                return Difference(mark.kind, placed.row.section, mark.change, placed.number)
        kind = placed.row.kind_of(role)
        if kind in (None, SectionKind.PAIRED) or kind.value not in picture.marks.shown:
            return None
        section = placed.row.section_of(role)
        return Difference(kind.value, section, None, placed.number, placed.row.moved_only)

    def click_gutter(self, y: int) -> None:
        """Go to the other place of the moved section at height *y* of the view."""
        placed = self._surface.row_at(y)
        if placed is not None and placed.row.counterpart is not None:
            self._stepper.jump_to_counterpart(placed.number)

    def _character_at(
        self, picture: Picture, placed: PlacedRow, role: Role, at: QPoint
    ) -> int | None:
        cell = picture.layout.cell(placed.number, role)
        if cell is None:
            return None
        left = picture.layout.column(role).text_left
        return cell.character_at(at.x() - left, at.y() - placed.text_top)

    def _point(self, role: Role, at: QPoint | None) -> None:
        self._last = (role, at) if at is not None else None
        picture = self._surface.picture
        if picture is None:
            return
        hover = self.difference_at(role, at) if at is not None else None
        if at is not None:
            self._panes[role].setCursor(self._cursor(picture, role, at))
        if hover != picture.hover:
            self._surface.change_picture(hover=hover)

    def _view_changed(self) -> None:
        """Point at what scrolling brought under the mouse."""
        if self._last is not None:
            self._point(*self._last)

    def _cursor(self, picture: Picture, role: Role, at: QPoint) -> Qt.CursorShape:
        placed = self._surface.row_at(at.y(), role)
        if placed is None:
            return Qt.CursorShape.ArrowCursor
        if picture.layout.fold_at(placed.number):
            return Qt.CursorShape.PointingHandCursor
        if of(placed.row, role) is None:
            moved = placed.row.kind is SectionKind.MOVED
            return Qt.CursorShape.PointingHandCursor if moved else Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.IBeamCursor

    def _press(self, role: Role, at: QPoint, extend: bool) -> None:
        """Open a fold, go to a moved section's other place, or step on from what is clicked."""
        picture = self._surface.picture
        placed = self._surface.row_at(at.y(), role)
        if picture is None or placed is None or extend or at.y() < placed.text_top:
            return
        if picture.layout.fold_at(placed.number):
            self.unfold_wanted.emit(placed.number)
        elif of(placed.row, role) is None and placed.row.counterpart is not None:
            self._stepper.jump_to_counterpart(placed.number)
        else:
            pointed = self.difference_at(role, at)
            if pointed is not None:
                self._stepper.stand_on(pointed)

    def _tip(self, role: Role, at: QPoint, on_screen: QPoint) -> None:
        self._panes[role].show_tip(on_screen, self.tip(role, at))

    def tip(self, role: Role, at: QPoint) -> str:
        """Return the tooltip for a pixel of the view, as plain text."""
        picture = self._surface.picture
        placed = self._surface.row_at(at.y(), role)
        if picture is None or placed is None or picture.layout.fold_at(placed.number):
            return ""
        lines = []
        difference = self.difference_at(role, at)
        if difference is not None:
            lines.append(self._stepper.text_of(difference))
        if difference is not None and difference.kind == "moved" and difference.change is None:
            away = sections_away(picture.layout, placed.number)
            lines = [moved_text(placed.row, away)]
        offset = self._character_at(picture, placed, role, at)
        if offset is not None:
            around = of(picture.layout, role).text[max(offset - 1, 0) : offset + 2]
            inside = offset - max(offset - 1, 0)
            if inside in stand_ins(around):
                lines.append(name_of(around[inside]))
        return "\n".join(lines)

    def _menu(self, role: Role, at: QPoint, on_screen: QPoint) -> None:
        menu = self.make_menu(role, at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(on_screen)

    def make_menu(self, role: Role, at: QPoint) -> QMenu:
        """Return the context menu for a pixel of the view."""
        menu = QMenu(self._panes[role])
        copy = QAction(self.tr("Copy"), menu)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(bool(self._selector.text()))
        copy.triggered.connect(self._selector.copy)
        everything = QAction(self.tr("Select all of this document"), menu)
        everything.setShortcut(QKeySequence.StandardKey.SelectAll)
        everything.triggered.connect(lambda: self._selector.select_all(role))
        menu.addActions([copy, everything])
        placed = self._surface.row_at(at.y(), role)
        if placed is not None and placed.row.counterpart is not None:
            number = placed.number
            there = QAction(self.tr("Go to where this section moved"), menu)
            there.triggered.connect(lambda: self._stepper.jump_to_counterpart(number))
            menu.addSeparator()
            menu.addAction(there)
        return menu
