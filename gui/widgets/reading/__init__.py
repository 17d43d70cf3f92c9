"""The reading view: two documents side by side in one scrolled surface.

``ReadingView`` is what the window uses. Inside, values and plain functions do the work
(rows, heights, cells, marks, differences) and small widgets show it.
"""

from .differences import KINDS, Difference
from .roles import Role
from .scrolling import Place
from .view import ReadingView

__all__ = ["KINDS", "Difference", "Place", "ReadingView", "Role"]
