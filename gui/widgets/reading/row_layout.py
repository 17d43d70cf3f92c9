"""The layout of the rows of one pair at one width: columns, heights, cells, positions.

The columns and the gutter between them follow from the width of the view.

Row heights are summed in logarithmic time by a Fenwick tree (Fenwick 1994, "A new data structure
for cumulative frequency tables").
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from ...compare import SectionKind
from ...documents import Document, Span
from .cell import Cell, Typography
from .counterparts import ROLES, Role, of
from .display import Wrapping
from .reading_rows import ReadingRow

# Characters of text whose layout is cached: a dozen screens on both sides.
_KEPT = 400_000
# The space above a section, divided by this, is the space above a part of a paragraph.
_PARTS_CLOSER = 3


GUTTER = 34
NARROWEST_PANE = 140
_INNER = 2  # in paddings: the space between text and gutter where the pane is wider than the text


class Column(NamedTuple):
    """One pane: its whole width, and the part of it that has text, in pixels of the view."""

    left: int
    width: int
    text_left: int
    text_width: int

    @property
    def right(self) -> int:
        """The pixel behind the pane."""
        return self.left + self.width


class Columns(NamedTuple):
    """Both panes. ``swapped`` puts the candidate first; nothing else depends on the side."""

    reference: Column
    candidate: Column
    gutter_left: int
    gutter_width: int
    swapped: bool

    def role_at(self, x: int) -> Role | None:
        """Return whose pane holds the pixel *x*, None for the gutter."""
        if self.gutter_left <= x < self.gutter_left + self.gutter_width:
            return None
        first = x < self.gutter_left
        return Role.REFERENCE if first != self.swapped else Role.CANDIDATE


def columns(width: int, share: float, swapped: bool, measure: int, padding: int) -> Columns:
    """Share *width* pixels among the panes; *share* (0 to 1) of it goes to the first one.

    Text is never wider than *measure*. In a wider pane it stays near the gutter, close to its
    counterpart; on a large screen the distance could be a thousand pixels.
    """
    gutter = GUTTER if width >= 500 else GUTTER * 3 // 5
    room = max(width - gutter, 2)
    least = min(NARROWEST_PANE, room // 2)
    first = min(max(round(room * share), least), room - least)
    left = _column(0, first, measure, padding, gutter_behind=True)
    right = _column(first + gutter, room - first, measure, padding, gutter_behind=False)
    if swapped:
        return Columns(right, left, first, gutter, True)
    return Columns(left, right, first, gutter, False)


def _column(left: int, width: int, measure: int, padding: int, *, gutter_behind: bool) -> Column:
    padding = min(padding, max(width // 12, 4))
    text = max(min(measure, width - 2 * padding), 10)
    inner = min((width - text) // 2, padding * _INNER)
    start = width - text - inner if gutter_behind else inner
    return Column(left, width, left + start, text)


class Fold(NamedTuple):
    """Rows ``first`` to ``last`` (included) without a shown difference, and the words in them.

    ``equal`` is False where they differ in ways that the reviewer chose not to see.
    """

    first: int
    last: int
    words: int
    equal: bool


class PlacedRow(NamedTuple):
    """A row on the screen: its number, the top of its space, of its text, and its bottom."""

    number: int
    row: ReadingRow
    top: int
    text_top: int
    bottom: int


class RowLayout:
    """The geometry of a pair's rows, in pixels from the top of the first row.

    A flow is a list of rows that scroll together: ``flows`` has one for either document, which is
    all rows if counterparts are level. Rows that were not needed yet have estimated heights;
    ``height()`` replaces an estimate by the real one. Rows inside a closed fold have no height,
    except for the first, which is its bar.
    """

    def __init__(
        self,
        reference: Document,
        candidate: Document,
        rows: Sequence[ReadingRow],
        columns: Columns,
        typography: Typography,
        *,
        apart: bool = False,
    ) -> None:
        """With *apart*, each document has *rows* of its own, as ``rows_apart`` makes them."""
        self.reference = reference
        self.candidate = candidate
        self.rows = rows
        self._numbers = {
            role: [n for n, row in enumerate(rows) if of(row, role) is not None] for role in ROLES
        }
        self._starts = {
            role: [span.start for row in rows if (span := of(row, role)) is not None]
            for role in ROLES
        }
        first = len(self._numbers[Role.REFERENCE]) if apart else 0
        self.flows = {
            role: range(len(rows)) if not 0 < first < len(rows) else flow
            for role, flow in zip(ROLES, (range(first), range(first, len(rows))), strict=True)
        }
        self._firsts = frozenset(flow.start for flow in self.flows.values())
        ends = {role: of(rows[found[-1]], role) for role, found in self._numbers.items() if found}
        self._ends = {role: span.end for role, span in ends.items() if span is not None}
        self._wrapping: dict[Role, Wrapping] = {}
        self.folds: dict[int, Fold] = {}
        self._fold_of: dict[int, Fold] = {}
        self._cells: OrderedDict[tuple[int, Role], Cell] = OrderedDict()
        self._set_geometry(columns, typography)

    def relaid(self, columns: Columns, typography: Typography) -> RowLayout:
        """Return the same rows with the same folds for other *columns* or another font.

        Cells stay laid out if only the position of a column differs.
        """
        new = copy(self)
        same = [
            role
            for role in ROLES
            if typography == self.typography
            and of(columns, role).text_width == self.column(role).text_width
        ]
        if len(same) == len(ROLES):
            new.columns = columns
            return new
        new._cells = OrderedDict((key, cell) for key, cell in self._cells.items() if key[1] in same)
        new._set_geometry(columns, typography)
        return new

    def _set_geometry(self, columns: Columns, typography: Typography) -> None:
        self.columns = columns
        self.typography = typography
        self._kept = sum(cell.span.end - cell.span.start for cell in self._cells.values())
        self._line_lengths = [(role, self._usual_line(role)) for role in ROLES]
        self._forget_heights()

    def _forget_heights(self) -> None:
        self._exact = bytearray(len(self.rows))
        self._heights: Heights | None = None

    @property
    def heights(self) -> Heights:
        """The heights of all rows, estimated where they were not needed yet."""
        if self._heights is None:
            self._heights = Heights(self.estimate(number) for number in range(len(self.rows)))
        return self._heights

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Close exactly these *folds*."""
        self.folds = {fold.first: fold for fold in folds}
        self._fold_of = {n: f for f in folds for n in range(f.first, f.last + 1)}
        self._forget_heights()

    def fold_at(self, number: int) -> Fold | None:
        """Return the closed fold that row *number* is in."""
        return self._fold_of.get(number)

    def flow(self, number: int) -> range:
        """Return the flow of row *number*, from top to bottom."""
        return next(flow for flow in self.flows.values() if number in flow or not flow)

    def height_of_flow(self, number: int) -> int:
        """Return the height of all rows of the flow of row *number*, as far as it is known."""
        flow = self.flow(number)
        return self.heights.top(flow.stop) - self.heights.top(flow.start)

    def top_in_flow(self, number: int) -> int:
        """Return the height of the rows above *number* in its flow, as far as it is known."""
        return self.heights.top(number) - self.heights.top(self.flow(number).start)

    def column(self, role: Role) -> Column:
        """Return the column of *role*."""
        return of(self.columns, role)

    def space_above(self, number: int) -> int:
        """Return the pixels between the top of row *number* and its text."""
        if not self.rows[number].begins:
            return 0
        gap = self.typography.section_gap
        if self.rows[number].continuation.joins:
            gap //= _PARTS_CLOSER
        heading = self.typography.bar_height if self.rows[number].heading else 0
        is_first = number in self._firsts
        return (gap * 2 if is_first else gap) + heading + self.padding(number)

    def padding(self, number: int) -> int:
        """Return the pixels between the text of a row and the box drawn around it, if any."""
        return self.typography.line // 5 if self._is_boxed(number) else 0

    def space_below(self, number: int) -> int:
        """Return the pixels between the text of row *number* and its bottom."""
        last = number + 1 == len(self.rows) or self.rows[number + 1].begins
        return self.padding(number) if last else 0

    def _is_boxed(self, number: int) -> bool:
        kind = self.rows[number].kind
        if kind is SectionKind.PAIRED or kind is None:
            return False
        return self.fold_at(number) is None

    def height(self, number: int) -> int:
        """Return the real height of row *number*, laying it out if necessary."""
        if not self._exact[number]:
            height = self._folded_height(number)
            if height is None:
                tall = [self._text_height(number, role) for role in ROLES]
                height = self.space_above(number) + max(tall) + self.space_below(number)
            self.heights.set(number, height)
            self._exact[number] = 1
        return self.heights[number]

    def is_exact(self, number: int) -> bool:
        """Return False as long as the height of row *number* is an estimate."""
        return bool(self._exact[number])

    def cell(self, number: int, role: Role) -> Cell | None:
        """Return the laid out text of *role* in row *number*, None where there is a gap."""
        span = of(self.rows[number], role)
        if span is None:
            return None
        key = (number, role)
        cell = self._cells.get(key)
        if cell is None:
            text = of(self, role).text
            flowing = "\n" in text[span.start : span.end] and self._flows(role, span)
            width = self.column(role).text_width
            cell = Cell(text, span, width, self.typography, flowing)
            self._cells[key] = cell
            self._kept += span.end - span.start
            while self._kept > _KEPT and len(self._cells) > 8:
                _, dropped = self._cells.popitem(last=False)
                self._kept -= dropped.span.end - dropped.span.start
        else:
            self._cells.move_to_end(key)
        return cell

    def lacks(self, number: int, role: Role) -> bool:
        """Return whether *role* has text in row *number*, not folded, that is not laid out yet."""
        has_text = of(self.rows[number], role) is not None and self.fold_at(number) is None
        return has_text and (number, role) not in self._cells

    def placed(self, number: int, top: int) -> PlacedRow:
        """Return row *number* standing at *top*."""
        bottom = top + self.height(number)
        return PlacedRow(number, self.rows[number], top, top + self.space_above(number), bottom)

    def from_row(self, number: int, top: int, bottom: int) -> Iterator[PlacedRow]:
        """Yield the rows of a flow from *number*, standing at *top*, down to the pixel *bottom*."""
        end = self.flow(number).stop if self.rows else 0
        while number < end and top < bottom:
            placed = self.placed(number, top)
            if placed.bottom > placed.top:
                yield placed
            top = placed.bottom
            fold = self.fold_at(number)
            number = fold.last + 1 if fold else number + 1

    def is_empty(self, role: Role) -> bool:
        """Return True where the document of *role* has no visible character."""
        return not self._starts[role]

    def end_of(self, role: Role) -> int:
        """Return where the shown text of *role* ends; a very long one is cut."""
        sections = of(self, role).sections
        end = self._ends.get(role, 0)
        return len(of(self, role).text) if not sections or sections[-1].end <= end else end

    @property
    def share(self) -> float:
        """The share of both texts that is shown, 1 if nothing is cut."""
        whole = sum(len(of(self, role).text) for role in ROLES)
        return sum(map(self.end_of, ROLES)) / whole if whole else 1.0

    def row_of(self, role: Role, offset: int) -> int:
        """Return the row with the text at *offset*, or the one before where none has it."""
        starts = self._starts[role]
        if not starts:
            return 0
        return self._numbers[role][max(bisect_right(starts, offset) - 1, 0)]

    def next_row_of(self, role: Role, number: int, direction: int) -> int | None:
        """Return the nearest row with text of *role* behind (1) or before (-1) row *number*."""
        numbers = self._numbers[role]
        at = bisect_right(numbers, number)
        at = at if direction > 0 else at - 1 - (at > 0 and numbers[at - 1] == number)
        return numbers[at] if 0 <= at < len(numbers) else None

    def _flows(self, role: Role, span: Span) -> bool:
        if role not in self._wrapping:
            self._wrapping[role] = Wrapping(of(self, role))
        return self._wrapping[role].flows(span.start)

    def _text_height(self, number: int, role: Role) -> int:
        cell = self.cell(number, role)
        if cell is not None:
            return cell.height
        return self.typography.line

    def _folded_height(self, number: int) -> int | None:
        fold = self.fold_at(number)
        if fold is None:
            return None
        if fold.first != number:
            return 0
        return self.space_above(number) + self.typography.bar_height

    def estimate(self, number: int) -> int:
        """Return about how high row *number* is, without laying it out."""
        height = self._folded_height(number)
        if height is not None:
            return height
        row = self.rows[number]
        lines = 1
        for role, characters in self._line_lengths:
            span = of(row, role)
            if span is not None:
                lines = max(lines, int((span.end - span.start) / characters) + 1)
        text = lines * self.typography.line
        return self.space_above(number) + text + self.space_below(number)

    def _usual_line(self, role: Role) -> float:
        """Return how many characters a usual line holds; half a word of it stays empty."""
        return max(self.column(role).text_width / self.typography.character - 2.5, 1.0)


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
        reach = 1 << (len(self._heights).bit_length() - 1)
        while reach:
            if i + reach < len(self._tree) and self._tree[i + reach] <= y:
                i += reach
                y -= self._tree[i]
            reach >>= 1
        return min(i, len(self._heights) - 1)
