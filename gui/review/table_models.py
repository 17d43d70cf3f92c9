"""Qt item models of the window's read-only tables: the ledger and the sections.

`RowsModel` is their base class.
"""

from __future__ import annotations

import csv
import io
from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ..compare import Comparison, LedgerEntry, SectionKind
from ..reports.wording import excerpt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of frozen rows that is filtered and sorted here, not by a proxy.

    A proxy calls Python twice for every comparison of rows; sorting the list itself is about a
    hundred times faster. A subclass says what a column contains, which rows match, and how they are
    sorted.
    """

    brief_heading = ""  # of the numbers, where there is little room; empty for none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self._rows: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._column = -1
        self._order = Qt.SortOrder.AscendingOrder

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """Return the names of the columns in the reviewer's language."""

    def spoken_heading(self) -> str:
        """Return what a screen reader says for a column that shows no name."""
        return ""

    @abstractmethod
    def cell(self, row: Row, column: int) -> Any:
        """Return what *column* shows of *row*."""

    @abstractmethod
    def matches(self, row: Row) -> bool:
        """Return whether *row* passes the filter."""

    def spoken(self, row: Row) -> str:
        """Return *row* as one sentence for a screen reader."""
        return ", ".join(str(self.cell(row, c)) for c in range(len(self.headings())))

    def sort_key(self, column: int) -> Callable[[Row], Any] | None:
        """Return what to sort *column* by; None for a column that does not exist."""
        if not 0 <= column < len(self.headings()):
            return None
        return lambda row: self.cell(row, column)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows by *rows*; filter and sorting stay."""
        self._rows = tuple(rows)
        self.renew()

    def row_at(self, number: int) -> Row:
        """Return the row shown at *number*; raises IndexError outside."""
        if not 0 <= number < len(self._shown):
            raise IndexError(number)
        return self._shown[number]

    def first_texts(self, column: int, most: int) -> list[str]:
        """Return what *column* shows in the first *most* rows."""
        return [str(self.cell(row, column)) for row in self._shown[:most]]

    def set_brief(self, brief: bool) -> None:
        """Show a short heading above the numbers, with the full one as its tooltip."""
        if brief != self._brief:
            self._brief = brief
            last = len(self.headings()) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, last, last)

    def renew(self) -> None:
        """Filter and sort again."""
        self.beginResetModel()
        self._shown = [row for row in self._rows if self.matches(row)]
        key = self.sort_key(self._column)
        if key is not None:
            self._shown.sort(key=key, reverse=self._order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.headings())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the cell at *index* shows."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.numeric(index.column()) else LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None

    def numeric(self, column: int) -> bool:
        """Return whether *column* contains numbers, which are right-aligned."""
        return column == len(self.headings()) - 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the name of a column."""
        headings = self.headings()
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(headings):
            return None
        brief = self._brief and self.numeric(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.brief_heading if brief else headings[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return headings[section] or self.spoken_heading()
        if role == Qt.ItemDataRole.ToolTipRole and brief:
            return headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.numeric(section) else LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by *column*; -1 restores the original order of the rows."""
        self._column, self._order = column, order
        self.renew()


class LedgerModel(RowsModel[LedgerEntry]):
    """Substitutions: what the reference says, what the candidate says, and how often.

    Unsorted, they stand as in the comparison: the most frequent first.
    """

    brief_heading = "×"
    _needle = ""

    def set_filter(self, needle: str) -> None:
        """Show only entries that contain *needle* on either side, in any case."""
        self._needle = needle.casefold().strip()
        self.renew()

    def headings(self) -> Sequence[str]:
        """Return the names of the columns."""
        return self.tr("Reference"), self.tr("Candidate"), self.tr("Count")

    def cell(self, row: LedgerEntry, column: int) -> Any:
        """Return the words of one side, or the count."""
        return (row.reference, row.candidate, row.count)[column]

    def matches(self, row: LedgerEntry) -> bool:
        """Return whether either side of *row* contains the filter's text."""
        needle = self._needle
        return (
            not needle or needle in row.reference.casefold() or needle in row.candidate.casefold()
        )

    def spoken(self, row: LedgerEntry) -> str:
        """Return the substitution as one sentence."""
        return self.tr("{reference} became {candidate}, %n time(s)", "", row.count).format(
            reference=row.reference, candidate=row.candidate
        )

    def row_of_change(self, change: int) -> int | None:
        """Return the shown row whose substitution occurs at the change index *change*."""
        for number, entry in enumerate(self._shown):
            if change in entry.changes:
                return number
        return None


def ledger_as_text(entries: Iterable[LedgerEntry]) -> str:
    r"""Return *entries* as lines of reference, arrow, candidate, tabulator and count.

    >>> ledger_as_text([LedgerEntry("phone", "telephone", (4, 9))])
    'phone → telephone\t2\n'
    """
    return "".join(f"{e.reference} → {e.candidate}\t{e.count}\n" for e in entries)


def ledger_as_csv(entries: Iterable[LedgerEntry]) -> str:
    """Return *entries* as CSV (RFC 4180) with the header ``reference,candidate,count``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("reference", "candidate", "count"))
    writer.writerows((e.reference, e.candidate, e.count) for e in entries)
    return out.getvalue()


MOST = 2_000
"""Sections that are listed."""

_BEGINNING = 120  # characters; what has no room is cut by the table


class SectionRow(NamedTuple):
    """A section that is on one side only, or that moved.

    ``section`` is its index in the comparison, ``kind`` a value of SectionKind, ``beginning``
    its first words on one line, ``words`` how many it has; ``hidden`` that no reader sees it.
    """

    section: int
    kind: str
    beginning: str
    words: int
    hidden: bool = False


def section_rows(comparison: Comparison) -> tuple[SectionRow, ...]:
    """Return the sections of *comparison* that are missing, added or moved, in its order.

    At most ``MOST`` of them: for more, there are the reports.
    """
    found: list[SectionRow] = []
    for index, section in enumerate(comparison.sections):
        if section.kind is SectionKind.PAIRED:
            continue
        if len(found) == MOST:
            break
        missing_or_moved = section.reference is not None
        document = comparison.reference if missing_or_moved else comparison.candidate
        span = section.reference or section.candidate
        assert span is not None
        first, last = document.token_at(span.start), document.token_at(span.end)
        count = document.is_word.count(1, first, last)
        # One character more than is looked at says that there is more.
        end = min(span.end, span.start + _BEGINNING * 8 + 1)
        beginning = excerpt(document.text[span.start : end], _BEGINNING)
        hidden = comparison.hides(section)
        found.append(SectionRow(index, section.kind.value, beginning, count, hidden))
    return tuple(found)


class SectionsModel(RowsModel[SectionRow]):
    """Sections missing, added and moved: what happened, how they begin, how long they are."""

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the sections of *comparison*, or none."""
        self.set_rows(section_rows(comparison) if comparison is not None else ())

    def count(self, comparison: Comparison | None) -> int:
        """Return how many sections of *comparison* are missing, added or moved, listed or not."""
        if comparison is None or len(self._rows) < MOST:
            return len(self._rows)
        tally = comparison.tally
        return tally.missing_sections + tally.added_sections + tally.moved_sections

    def headings(self) -> Sequence[str]:
        """Return the names of the columns."""
        return "", self.tr("Begins with"), self.tr("Words")

    def spoken_heading(self) -> str:
        """Return the name of the column that says what became of a section."""
        return self.tr("Kind")

    def cell(self, row: SectionRow, column: int) -> Any:
        """Return the kind in the reviewer's language, the first words, or the word count."""
        beginning = f"⟦{row.beginning}⟧" if row.hidden else row.beginning
        return (_kind_text(row.kind), beginning, row.words)[column]

    def matches(self, row: SectionRow) -> bool:
        """Let every section through."""
        return True

    def spoken(self, row: SectionRow) -> str:
        """Return the section as one sentence."""
        if row.hidden:
            return self.tr("Hidden section of %n word(s): {beginning}", "", row.words).format(
                beginning=row.beginning
            )
        return self.tr("{kind} section of %n word(s): {beginning}", "", row.words).format(
            kind=_kind_text(row.kind), beginning=row.beginning
        )


def _kind_text(kind: str) -> str:
    if kind == SectionKind.MISSING.value:
        return QCoreApplication.translate("SectionsModel", "Missing")
    if kind == SectionKind.ADDED.value:
        return QCoreApplication.translate("SectionsModel", "Added")
    return QCoreApplication.translate("SectionsModel", "Moved")
