"""The reading view: two documents side by side in one scrolled surface.

``ReadingView`` is what the window uses. Inside, values and plain functions do the work
(rows, heights, cells, marks, differences) and small widgets show it.
"""

from .differences import Difference
from .marks import KINDS
from .places import Place
from .roles import Role
from .view import ReadingView

__all__ = ["KINDS", "Difference", "Place", "ReadingView", "Role"]
