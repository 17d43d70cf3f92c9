"""Code points, as Python and every value of a comparison count, and UTF-16 units, as Qt counts.

The only place in the program where one becomes the other.
"""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_PLANE_0 = "\uffff"


class Offsets:
    """The offsets of one short piece of text in both counts.

    >>> offsets = Offsets("a😀 word")
    >>> offsets.to_utf16(3), offsets.to_points(4)
    (4, 3)
    """

    def __init__(self, text: str) -> None:
        self.points = len(text)
        wide: list[int] = []
        if not text.isascii() and max(text) > _LAST_OF_PLANE_0:
            wide = [i for i, c in enumerate(text) if c > _LAST_OF_PLANE_0]
        self._wide = wide
        self._wide_utf16 = [at + before for before, at in enumerate(wide)]
        self.units = self.points + len(wide)

    def to_utf16(self, point: int) -> int:
        """Return the UTF-16 offset of the code point offset *point*."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of *unit*; between surrogates, that of their character."""
        before = bisect_left(self._wide_utf16, unit)
        if before and self._wide_utf16[before - 1] == unit - 1:
            return self._wide[before - 1]  # between the two halves
        return unit - before
