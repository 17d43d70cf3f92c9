"""Label rows in the forms that other programs take: JSON lines, a spreadsheet, a joined table.

Imported by an export alone: to check or restore a file nothing that compares is loaded.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import Document, DocumentError, Reader, from_text, load
from ..labels.label_values import COLUMNS, LabelRow, Pair
from ..labels.pair_paths import as_named, found_sources
from ..labels.pair_table import missing_document

if TYPE_CHECKING:
    from ..compare import Comparison

# Where a cell may begin with what a spreadsheet takes for a formula: at the start of the text, and
# behind whatever the reader's program cuts at (in much of Europe semicolons), spaces and quotation
# marks between. The last four signs are full-width.
_BEFORE_SIGN = re.compile(r'(?:(?<![\s",;|])[\s",;|]+|^)(?=[=+\-@＝＋－＠])')
_CUT = re.compile("[,;|\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# Behind a space, where few programs cut, a dash or a number is left alone: "dull - but -5 it is".
_TAME = re.compile(r"(?:[=@＝＠]|[+\-＋－][\d.,:%]*)(?= )")
_MEASURES = (
    "measured_verbatim",
    "measured_with_substitutions",
    "reference_covered",
    "candidate_covered",
)


def json_line(row: LabelRow) -> str:
    """Return *row* as one JSON object with numbers, booleans and null where there is nothing."""
    from ..reports import json_text

    return json_text(row._asdict()) + "\n"


def spreadsheet_lines(rows: Iterable[LabelRow]) -> Iterator[str]:
    """Yield *rows* as CSV that a spreadsheet opens without running anything in it.

    A byte-order mark says that it is UTF-8. What may be taken for a formula gets an apostrophe
    in front, whether the spreadsheet splits cells at commas, semicolons, tabs, bars, spaces or
    line ends, and whether or not it knows quotation marks; see ``_harmless``.
    """
    yield "\ufeff" + _csv_line(COLUMNS)
    for row in rows:
        yield _csv_line([_harmless(text) for text in row.texts().values()])


def table_lines(
    rows: Iterable[LabelRow], pairs: dict[str, Pair] | None, folder: Path
) -> Iterator[tuple[str, str]]:
    """Yield *rows* joined with texts and measures as CSV, each with its problem or "".

    Paths are relative to *folder*. Without *pairs* the paths of the rows themselves count.
    ``changed`` is 1 where a document is not the one that was judged.
    """
    from ..compare import Tally

    tally = Tally._fields
    yield _csv_line([*COLUMNS, *_TEXTS, *_MEASURES, *tally, "changed", "problem"]), ""
    with Reader() as reader:
        for row in rows:
            comparison, problem = _compared(row, pairs, folder, reader)
            if comparison is None:
                added = [""] * (len(_TEXTS) + len(_MEASURES) + len(tally) + 1)
            else:
                added = _added(row, comparison)
            yield _csv_line([*row.texts().values(), *added, problem]), problem


_TEXTS = ("reference_text", "candidate_text")


def _added(row: LabelRow, comparison: Comparison) -> list[str]:
    from ..compare import rounded_share

    similarity = comparison.similarity
    shares = (
        similarity.verbatim,
        similarity.with_substitutions,
        similarity.reference_covered,
        similarity.candidate_covered,
    )
    documents = (comparison.reference, comparison.candidate)
    judged = (row.reference_sha256, row.candidate_sha256)
    changed = any(
        sha256 and sha256 != document.sha256
        for sha256, document in zip(judged, documents, strict=True)
    )
    return [
        *(document.text.replace("\0", "\ufffd") for document in documents),
        *("" if share is None else f"{rounded_share(share):.4f}" for share in shares),
        *(str(number) for number in comparison.tally),
        "1" if changed else "0",
    ]


def _compared(
    row: LabelRow, pairs: dict[str, Pair] | None, folder: Path, reader: Reader
) -> tuple[Comparison | None, str]:
    """Return the comparison of the pair that *row* is about, or why there is none."""
    from ..compare import compare

    pair = Pair(row.pair_id, row.reference, row.candidate)
    if pairs is not None:
        if row.pair_id not in pairs:
            return None, "The pair list has no such pair."
        pair = pairs[row.pair_id]
    if pair.problem is not None:
        return None, str(pair.problem)
    if not (pair.reference or pair.reference_text) or not (pair.candidate or pair.candidate_text):
        return None, "The row names no documents; name the pair list with --pairs."
    if pairs is not None and (missing := missing_document(pair, folder)):
        return None, str(missing)
    first, second = found_sources(pair, folder)
    try:
        reference = _read(first, pair.reference, reader)
        return compare(reference, _read(second, pair.candidate, reader)), ""
    except DocumentError as error:
        return None, str(error)


def _read(source: Path | str, name: str, reader: Reader) -> Document:
    if isinstance(source, str):
        return from_text(source, name=name)
    return as_named(load(source, reader=reader), source, name)


def _harmless(text: str) -> str:
    r"""Return *text* with an apostrophe before whatever might be taken for a formula.

    >>> _harmless("=1+1"), _harmless("see; =1+1"), _harmless("dull - but new = good")
    ("'=1+1", "see; '=1+1", 'dull - but new = good')
    """

    def guarded(before: re.Match[str]) -> str:
        run = before.group()
        starts_cell = not before.start() or _CUT.search(run)
        spaced = any(map(str.isspace, run)) and not _TAME.match(text, before.end())
        return f"{run}'" if starts_cell or spaced else run

    found = _BEFORE_SIGN.sub(guarded, text)
    return f"'{found}" if text[:1] in ("\t", "\r", "\n") else found


def _csv_line(values: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(values)
    return out.getvalue()
