"""``copydesk-compare --format html`` for a list: a page for each pair, and an index."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import shown_name
from ..labels import DEFAULT_LABELS, LabelFileError, journal_folder
from ..reports.html import Decided, Figures, IndexRow, to_index
from ..reports.report_folder import ForeignFilesError, ReportFolder, page_name
from .arguments import BadInput
from .compare_forms import PrintedPair
from .compare_list import DecidedByPair, ListRun, PartialFile
from .comparing import Manner
from .output import OutputError

if TYPE_CHECKING:
    from ..labels.label_values import Pair, PairList

Pieces = Callable[..., AbstractContextManager[ListRun]]


def write_list_report(
    arguments: argparse.Namespace, manner: Manner, listed: PairList, pieces_of: Pieces
) -> int:
    """Write the report of a list; return how many of its pairs could not be compared.

    Raises BadInput and OutputError. Pages of an interrupted run stay beside the output.
    """
    decided = _decided(arguments.labels)
    folder = _folder_for(arguments.output)
    said = repr(sorted(decided.items())).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(said).hexdigest() if decided else ""
    manner = manner._replace(parts=str(folder.parts), labels=digest)

    def make(
        listed: PairList, manner: Manner, jobs: int, partial: PartialFile | None = None
    ) -> ListRun:
        with _explained(folder):
            folder.begin(anew=partial is None or not len(partial))
        return ListRun(listed, manner, jobs, partial, decided, is_there)

    def is_there(pair: Pair) -> bool:
        return folder.has(page_name(pair.id))

    with pieces_of(arguments, manner, listed, make) as run:
        with closing(run.results()) as results:
            rows = [_row(pair, piece, decided) for pair, piece in results]
        with _explained(folder):
            title = listed.name
            index = to_index(rows, title=title, labels=DEFAULT_LABELS.names)
            folder.finish(index, [row.file for row in rows if row.file])
        run.finish()
    return run.failed


def _row(pair: Pair, piece: PrintedPair, decided: DecidedByPair) -> IndexRow:
    by = decided.get(pair.id, ())
    if piece.failed:
        return IndexRow(pair.id, problem=piece.text, decided=by)
    figures = Figures(*json.loads(piece.text))
    return IndexRow(pair.id, page_name(pair.id), figures, decided=by)


def _decided(labels: str | None) -> DecidedByPair:
    """Return what annotators decided, from the label file *labels* and its journal."""
    if labels is None:
        return {}
    from ..labels.label_reading import read_labels

    try:
        read = read_labels(Path(labels), journal_folder())
    except LabelFileError as error:
        raise BadInput(str(error)) from None
    found: defaultdict[str, list[Decided]] = defaultdict(list)
    for row in sorted(read.rows.values(), key=lambda row: row.key):
        found[row.pair_id].append(Decided(row.label, row.annotator, row.flagged, row.note))
    return {pair_id: tuple(rows) for pair_id, rows in found.items()}


def _folder_for(output: str) -> ReportFolder:
    try:
        return ReportFolder(Path(output))
    except ForeignFilesError as error:
        raise BadInput(
            f"{shown_name(str(error))} is there and holds something else than a report of a list; "
            "choose another name, or an empty folder."
        ) from None
    except OSError as error:
        raise _not_written(Path(output), error) from None


@contextmanager
def _explained(folder: ReportFolder) -> Iterator[None]:
    """Turn an OSError into a sentence about the report."""
    try:
        yield
    except OSError as error:
        raise _not_written(folder.target, error) from None


def _not_written(path: Path, error: OSError) -> OutputError:
    why = error.strerror or str(error)
    return OutputError(f"{shown_name(path)} cannot be written ({why}); choose another place.")
