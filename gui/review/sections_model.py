"""The sections that are missing, added or moved, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from ..compare import Comparison, SectionKind
from ..reports.figures import Words, excerpt
from .table_model import RowsModel

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
    """Return the sections of *comparison* that are missing, added or moved, in its order."""
    words = (Words(comparison.reference), Words(comparison.candidate))
    found = []
    for index, section in enumerate(comparison.sections):
        if section.kind is SectionKind.PAIRED:
            continue
        missing_or_moved = section.reference is not None
        document = comparison.reference if missing_or_moved else comparison.candidate
        span = section.reference or section.candidate
        assert span is not None
        count = words[0 if missing_or_moved else 1].count(span)
        beginning = excerpt(span.of(document.text), _BEGINNING)
        found.append(SectionRow(index, section.kind.value, beginning, count))
    return tuple(found)


class SectionsModel(RowsModel[SectionRow]):
    """Sections missing, added and moved: what happened, how they begin, how long they are."""

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the sections of *comparison*, or none."""
        self.set_rows(section_rows(comparison) if comparison is not None else ())

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
