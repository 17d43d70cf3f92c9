"""The heights of rows, and sums of them, in logarithmic time (a Fenwick tree)."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """Row heights in pixels; ``top(i)`` and ``at(y)`` take O(log n), as does a change."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        tree = [0, *self._heights]
        for i in range(1, len(tree)):
            parent = i + (i & -i)
            if parent < len(tree):
                tree[parent] += tree[i]
        self._tree = tree
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def set(self, row: int, height: int) -> None:
        """Give *row* another height."""
        more = height - self._heights[row]
        if not more:
            return
        self._heights[row] = height
        self.total += more
        i = row + 1
        while i < len(self._tree):
            self._tree[i] += more
            i += i & -i

    def top(self, row: int) -> int:
        """Return the sum of the heights above *row*."""
        sum_ = 0
        i = row
        while i:
            sum_ += self._tree[i]
            i -= i & -i
        return sum_

    def at(self, y: int) -> int:
        """Return the row that holds the pixel *y*; the first or last row for one outside."""
        if not self._heights:
            raise IndexError("no rows")
        i = 0
        step = 1 << (len(self._heights).bit_length() - 1)
        while step:
            if i + step < len(self._tree) and self._tree[i + step] <= y:
                i += step
                y -= self._tree[i]
            step >>= 1
        return min(i, len(self._heights) - 1)
