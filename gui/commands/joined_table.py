"""Joins label rows with the texts of their pairs and measures of a comparison, as a table.

Long: a row for each pair and annotator. Wide: a row for each pair, annotators side by side. With a
list, each of its pairs has a row, labelled or not, and the list's own columns come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..documents import DocumentError, Reader
from ..labels.file.label_table import columns_for
from ..labels.label_values import LabelRow, Pair, PairList
from ..labels.pairs.pair_documents import read_document
from ..labels.pairs.pair_paths import found_sources
from ..labels.pairs.pair_table import missing_document

if TYPE_CHECKING:
    from ..compare import Comparison

_TEXTS = ("reference_text", "candidate_text")
_MEASURES = (
    "measured_verbatim",
    "measured_with_substitutions",
    "reference_covered",
    "candidate_covered",
)
_OF_PAIR = ("pair_id", "reference", "candidate")
_OF_EACH = ("label", "flagged", "note", "lead_time", "updated_at")


class TableLine(NamedTuple):
    """The cells of a line of the table, and the problem that it reports, or ""."""

    cells: Sequence[str]
    problem: str = ""


class Joined(NamedTuple):
    """A pair with its label rows, if any; ``pair`` is None if it is in no list."""

    pair_id: str
    pair: Pair | None
    rows: Sequence[LabelRow]


class JoinedTable:
    """The table of label rows; ``len`` is the number of pairs to be compared for it."""

    def __init__(
        self, rows: Iterable[LabelRow], pairs: PairList | None, folder: Path, *, wide: bool = False
    ) -> None:
        """Paths are relative to *folder*. Without *pairs* those of the rows themselves count."""
        rows = list(rows)
        self._columns = columns_for(rows)
        by_pair: dict[str, list[LabelRow]] = {}
        for row in rows:
            by_pair.setdefault(row.pair_id, []).append(row)
        self._folder = folder
        self._wide = wide
        self._has_list = pairs is not None
        listed = {pair.id: pair for pair in pairs.pairs} if pairs is not None else {}
        every = dict.fromkeys(chain(listed, by_pair))
        self._joined = [Joined(id, listed.get(id), by_pair.get(id, ())) for id in every]
        self._annotators = sorted({row.annotator for own in by_pair.values() for row in own})
        self._own = _own_columns(listed.values())
        self._coverage = (
            sum(any(row.label for row in by_pair.get(id, ())) for id in listed),
            len(listed),
        )

    def __len__(self) -> int:
        return len(self._joined)

    def coverage(self) -> str:
        """Return how many pairs of the list have a label, in words; "" without a list."""
        labelled, whole = self._coverage
        if not whole:
            return ""
        have = "has" if labelled == 1 else "have"
        share = f"{labelled / whole:.0%}"
        return f"{labelled:,} of the {whole:,} pairs of the list {have} a label ({share})."

    def lines(self) -> Iterator[list[TableLine]]:
        """Yield the header, and then the lines of each pair in the order of the list."""
        from ..compare import Tally

        tally = Tally._fields
        head: list[str] = list(_OF_PAIR) if self._wide else list(self._columns)
        if self._wide:
            head += [f"{what}_{name}" for name in self._annotators for what in _OF_EACH]
        names = _apart([*head, *_TEXTS, *_MEASURES, *tally, "changed", "problem"], self._own)
        yield [TableLine([*head, *_TEXTS, *_MEASURES, *tally, "changed", "problem", *names])]
        width = len(_TEXTS) + len(_MEASURES) + len(tally)
        for joined, comparison, problem in self.pairs():
            found = [""] * width
            if comparison is not None:
                found = [*texts_of(comparison), *measures_of(comparison).values()]
            yield self._line_of(joined, comparison, found, problem)

    def pairs(self) -> Iterator[tuple[Joined, Comparison | None, str]]:
        """Yield each pair with its comparison, or with why there is none."""
        with Reader() as reader:
            for joined in self._joined:
                yield (joined, *self._compared(joined, reader))

    def _line_of(
        self, joined: Joined, comparison: Comparison | None, found: Sequence[str], problem: str
    ) -> list[TableLine]:
        details = dict(joined.pair.details) if joined.pair is not None else {}
        own = [details.get(name, "") for name in self._own]
        of_pair = joined.pair or joined.rows[0]
        heads: list[tuple[list[str], str]]
        if self._wide:
            by = {row.annotator: row.texts() for row in joined.rows}
            cells = [joined.pair_id, of_pair.reference, of_pair.candidate]
            for name in self._annotators:
                cells += [by[name][what] if name in by else "" for what in _OF_EACH]
            changed = [_changed(row, comparison) for row in joined.rows]
            heads = [(cells, max(changed, default=""))]
        elif joined.rows:
            heads = [(self._cells(row), _changed(row, comparison)) for row in joined.rows]
        else:
            empty = [""] * (len(self._columns) - len(_OF_PAIR))
            heads = [([joined.pair_id, of_pair.reference, of_pair.candidate, *empty], "")]
        return [
            TableLine([*cells, *found, changed, problem, *own], problem) for cells, changed in heads
        ]

    def _cells(self, row: LabelRow) -> list[str]:
        texts = row.texts()
        return [texts[name] for name in self._columns]

    def _compared(self, joined: Joined, reader: Reader) -> tuple[Comparison | None, str]:
        """Return the comparison of a pair, or why there is none."""
        from ..compare import compare

        pair = joined.pair
        if pair is None:
            if self._has_list:
                return None, "The pair list has no such pair."
            row = joined.rows[0]
            pair = Pair(row.pair_id, row.reference, row.candidate)
        if pair.problem is not None:
            return None, str(pair.problem)
        if not (pair.reference or pair.reference_text) or not (
            pair.candidate or pair.candidate_text
        ):
            return None, "The row names no documents; name the pair list with --pairs."
        if self._has_list and (missing := missing_document(pair, self._folder)):
            return None, str(missing)
        first, second = found_sources(pair, self._folder)
        try:
            reference = read_document(first, pair.reference, reader=reader)
            return compare(reference, read_document(second, pair.candidate, reader=reader)), ""
        except DocumentError as error:
            return None, str(error)


def texts_of(comparison: Comparison) -> tuple[str, str]:
    """Return the texts of both documents, without NUL characters, which CSV readers reject."""
    reference, candidate = comparison.reference.text, comparison.candidate.text
    return reference.replace("\0", "\ufffd"), candidate.replace("\0", "\ufffd")


def measures_of(comparison: Comparison) -> dict[str, str]:
    """Return the measures of a comparison, by column: shares to four places, and numbers."""
    from ..compare import rounded_share

    shares = zip(_MEASURES, comparison.similarity, strict=True)
    return {
        **{name: "" if own is None else f"{rounded_share(own):.4f}" for name, own in shares},
        **{name: str(number) for name, number in comparison.tally._asdict().items()},
    }


def _changed(row: LabelRow, comparison: Comparison | None) -> str:
    """Return "1" if a document is not the one that was labelled, "" if that is unknown."""
    if comparison is None:
        return ""
    documents = (comparison.reference, comparison.candidate)
    judged = (row.reference_sha256, row.candidate_sha256)
    pairs = zip(judged, documents, strict=True)
    return "1" if any(known and known != document.sha256 for known, document in pairs) else "0"


def _own_columns(pairs: Iterable[Pair]) -> list[str]:
    return list(dict.fromkeys(name for pair in pairs for name, _ in pair.details))


def _apart(taken: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the list's own *names*, with ``list_`` before those that are taken.

    >>> _apart(["label", "note"], ["site", "label"])
    ['site', 'list_label']
    """
    found: list[str] = []
    for name in names:
        free = name
        while free in taken or free in found:
            free = f"list_{free}"
        found.append(free)
    return found
