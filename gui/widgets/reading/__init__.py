"""The reading view: two documents side by side in one scrolled surface.

The window uses ``ReadingView``. Inside, values and plain functions do the work (rows, heights,
cells, marks, differences), and small widgets show it. May import `controls`, `evidence` and the
rows of `gui.reports`. Begin with `view.ReadingView`.
"""

from .counterparts import Role
from .differences import KINDS, Difference
from .scrolling import Place
from .view import ReadingView

__all__ = ["KINDS", "Difference", "Place", "ReadingView", "Role"]
