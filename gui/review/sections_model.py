"""The sections that are missing, added or moved, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from ..compare import Comparison, SectionKind
from ..reports.wording import excerpt
from .table_model import RowsModel

MOST = 2_000
"""Sections that are listed."""

_BEGINNING = 120  # characters; what has no room is cut by the table


class SectionRow(NamedTuple):
    """A section that stands on one side only, or somewhere else.

    ``section`` is its index in the comparison, ``kind`` a value of SectionKind, ``beginning``
    its first words on one line, ``words`` how many it has.
    """

    section: int
    kind: str
    beginning: str
    words: int


def section_rows(comparison: Comparison) -> tuple[SectionRow, ...]:
    """Return the sections of *comparison* that are missing, added or moved, in its order.

    At most ``MOST``: who has more of them sorts and reads a report.
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
        found.append(SectionRow(index, section.kind.value, beginning, count))
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

    def cell(self, row: SectionRow, column: int) -> Any:
        """Return the kind in the reviewer's language, the first words, or the word count."""
        return (_kind_text(row.kind), row.beginning, row.words)[column]

    def matches(self, row: SectionRow) -> bool:
        """Tell that every section is shown."""
        return True

    def spoken(self, row: SectionRow) -> str:
        """Return the section as one sentence."""
        return self.tr("{kind} section of %n word(s): {beginning}", "", row.words).format(
            kind=_kind_text(row.kind), beginning=row.beginning
        )


def _kind_text(kind: str) -> str:
    if kind == SectionKind.MISSING.value:
        return QCoreApplication.translate("SectionsModel", "Missing")
    if kind == SectionKind.ADDED.value:
        return QCoreApplication.translate("SectionsModel", "Added")
    return QCoreApplication.translate("SectionsModel", "Moved")
