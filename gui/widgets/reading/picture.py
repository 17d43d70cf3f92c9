"""Everything that the view is painted from: layout, marks, hover, hits and selection."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from ...compare import Comparison
from ...documents import Span
from ..controls.theme import Theme
from .differences import Difference, Marks
from .roles import Role
from .row_layout import RowLayout


@dataclass(frozen=True)
class Picture:
    """What is painted next. ``hover`` and ``current`` are differences; ``hits`` goes by role.

    `Surface.change_picture` replaces it by one with other values. ``marks`` and
    ``comparison`` are None while two documents wait for their comparison.
    """

    layout: RowLayout
    theme: Theme
    comparison: Comparison | None = None
    marks: Marks | None = None
    current: Difference | None = None
    hover: Difference | None = None
    selection: dict[Role, Span] = field(default_factory=dict)
    hits: dict[Role, list[Span]] = field(default_factory=dict)
    current_hit: tuple[Role, Span] | None = None
    focus: Role | None = None
    caret: int | None = None

    def colour(self, role: str) -> QColor:
        """Return the theme's colour for *role*."""
        return self.theme.colour(role)

    def shows(self, kind: str) -> bool:
        """Return True where differences of *kind* are marked."""
        return self.marks is not None and kind in self.marks.shown
