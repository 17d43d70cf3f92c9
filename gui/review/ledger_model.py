"""The ledger of substitutions as a table that can be sorted and filtered."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from ..compare import LedgerEntry
from .table_model import RowsModel


class LedgerModel(RowsModel[LedgerEntry]):
    """Substitutions: what the reference says, what the candidate says, and how often.

    Unsorted, they stand as in the comparison: the most frequent first.
    """

    _needle = ""

    def set_filter(self, needle: str) -> None:
        """Show only entries that hold *needle* on either side; case does not count."""
        self._needle = needle.casefold().strip()
        self.renew()

    def headings(self) -> Sequence[str]:
        """Return the names of the columns."""
        return self.tr("Reference"), self.tr("Candidate"), self.tr("Count")

    def cell(self, row: LedgerEntry, column: int) -> Any:
        """Return the words of one side, or the count."""
        return (row.reference, row.candidate, row.count)[column]

    def matches(self, row: LedgerEntry) -> bool:
        """Tell whether either side of *row* holds the filter's text."""
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
