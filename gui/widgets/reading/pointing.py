"""The mouse over the text: hover shows both sides of a change, a tip explains it, a click jumps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ...compare import SectionKind
from . import describe
from .differences import Difference
from .display import name_of, stand_ins
from .painting import sections_away
from .pane import Pane
from .picture import Picture
from .roles import Role, of
from .row_layout import Placed
from .selection import Selector
from .stepping import Stepper
from .surface import Surface


class Pointer(QObject):
    """Follows the mouse over the panes."""

    unfold_wanted = Signal(int)  # the first row of the fold that was clicked

    def __init__(
        self, surface: Surface, panes: Mapping[Role, Pane], stepper: Stepper, selector: Selector
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
        placed = self._surface.row_at(at.y())
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

    def _character_at(self, picture: Picture, placed: Placed, role: Role, at: QPoint) -> int | None:
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
        placed = self._surface.row_at(at.y())
        if placed is None:
            return Qt.CursorShape.ArrowCursor
        if picture.layout.fold_at(placed.number):
            return Qt.CursorShape.PointingHandCursor
        if of(placed.row, role) is None:
            moved = placed.row.kind is SectionKind.MOVED
            return Qt.CursorShape.PointingHandCursor if moved else Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.IBeamCursor

    def _press(self, role: Role, at: QPoint, extend: bool) -> None:
        """Open a fold, or go to a moved section's other place, when its bar or gap is clicked."""
        picture = self._surface.picture
        placed = self._surface.row_at(at.y())
        if picture is None or placed is None or extend or at.y() < placed.text_top:
            return
        if picture.layout.fold_at(placed.number):
            self.unfold_wanted.emit(placed.number)
        elif of(placed.row, role) is None and placed.row.counterpart is not None:
            self._stepper.jump_to_counterpart(placed.number)

    def _tip(self, role: Role, at: QPoint, on_screen: QPoint) -> None:
        self._panes[role].show_tip(on_screen, self.tip(role, at))

    def tip(self, role: Role, at: QPoint) -> str:
        """Return the tooltip for a pixel of the view, as plain text."""
        picture = self._surface.picture
        placed = self._surface.row_at(at.y())
        if picture is None or placed is None or picture.layout.fold_at(placed.number):
            return ""
        lines = []
        difference = self.difference_at(role, at)
        if difference is not None:
            lines.append(self._stepper.text_of(difference))
        if difference is not None and difference.kind == "moved" and difference.change is None:
            away = sections_away(picture.layout, placed.number)
            lines = [describe.moved_text(placed.row, away)]
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
        everything = QAction(self.tr("Select All of This Document"), menu)
        everything.setShortcut(QKeySequence.StandardKey.SelectAll)
        everything.triggered.connect(lambda: self._selector.select_all(role))
        menu.addActions([copy, everything])
        placed = self._surface.row_at(at.y())
        if placed is not None and placed.row.counterpart is not None:
            number = placed.number
            there = QAction(self.tr("Go to Where This Section Moved"), menu)
            there.triggered.connect(lambda: self._stepper.jump_to_counterpart(number))
            menu.addSeparator()
            menu.addAction(there)
        return menu
