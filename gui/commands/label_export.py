"""``copydesk-labels export``: label rows in formats for other programs.

The comparison is imported only for a table or data set.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .arguments import BadInput, Parser
from .label_arguments import csv_line, label_set, made_folder, pair_list, refuse_to_overwrite
from .output import Output, PairProgress, StatusLine, say

if TYPE_CHECKING:
    from ..labels.label_reading import LabelsRead
    from ..labels.label_values import LabelRow
    from .joined_table import JoinedTable

_PROGRAM = "copydesk-labels"
_PROBLEMS = 1  # exit status
_NAMED = 10  # annotators
_FORMATS = ("jsonl", "csv", "table", "dataset")

# Where a cell may begin with what a spreadsheet takes for a formula: at the start of the text, and
# behind whatever the reader's program cuts at (in much of Europe semicolons), spaces and quotation
# marks between. The last four signs are full-width.
_BEFORE_SIGN = re.compile(r'(?:(?<![\s",;|])[\s",;|]+|^)(?=[=+\-@＝＋－＠])')
_CUT = re.compile("[,;|\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# Behind a space, where few programs cut, a dash or a number is left alone: "dull - but -5 it is".
_TAME = re.compile(r"(?:[=@＝＠]|[+\-＋－][\d.,:%]*)(?= )")


def add_options(export: Parser) -> None:
    """Add the options of the command."""
    export.add_argument(
        "--format",
        choices=_FORMATS,
        default="jsonl",
        help="what to write: jsonl (one JSON object for each row), csv (for a spreadsheet, which "
        "will not read any cell as a formula), table (CSV with the texts of the pairs and the "
        "measures of their comparison, for data frames) or dataset (a folder with the pairs as "
        "JSON lines and a data card, for data set hubs); default: jsonl",
    )
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE instead of standard output; FILE is written whole or not at all",
    )
    export.add_argument("--annotator", metavar="NAME", help="write only this annotator's rows")
    export.add_argument(
        "--pairs",
        metavar="PAIRS",
        help="for table and dataset: the pair list; its own columns are written too, and the "
        "pairs that nobody labelled",
    )
    export.add_columns(only_for="with --pairs: ")
    export.add_argument(
        "--layout",
        choices=("long", "wide"),
        default="long",
        help="for table: a row for each pair and annotator (long), or one for each pair with "
        "annotators side by side (wide); default: long",
    )


def export(arguments: argparse.Namespace, read: Callable[[argparse.Namespace], LabelsRead]) -> int:
    """Write the labels for another program; return the exit status."""
    from ..documents import plural

    labels = read(arguments)
    rows = [row for row in labels.rows.values() if arguments.annotator in (None, row.annotator)]
    refuse_to_overwrite(arguments, [arguments.file])
    if arguments.layout != "long" and arguments.format != "table":
        raise BadInput("--layout is for --format table.")
    if arguments.format not in ("table", "dataset") and (arguments.pairs or arguments.columns):
        option = "--pairs" if arguments.pairs else "--columns"
        raise BadInput(f"{option} is for --format table and dataset.")
    for problem in labels.problems:
        say(_PROGRAM, str(problem))
    if arguments.annotator is not None and not rows:
        say(_PROGRAM, _nothing_by(arguments.annotator, labels))
    failed = 0
    if arguments.format == "dataset":
        failed = _write_dataset(arguments, rows)
    elif arguments.format == "table":
        failed = _write_table(arguments, rows)
    else:
        lines = json_lines(rows) if arguments.format == "jsonl" else spreadsheet_lines(rows)
        with Output(arguments.output) as output:
            for line in lines:
                output.write(line)
    if failed:
        is_table = arguments.format == "table"
        what = "the column “problem” says why" if is_table else "their texts are null"
        # The label file may stand elsewhere, as where each of several readers has one.
        hint = (
            ""
            if arguments.pairs
            else " Where paths start from the list's folder, --pairs names it."
        )
        say(_PROGRAM, f"{plural(failed, 'pair')} could not be compared; {what}.{hint}")
    return _PROBLEMS if failed or not labels.complete else 0


def _write_table(arguments: argparse.Namespace, rows: Sequence[LabelRow]) -> int:
    """Write the joined table; return how many pairs could not be compared."""
    table = _joined(arguments, rows)
    failed = 0
    progress = PairProgress(len(table), StatusLine(_PROGRAM))
    with Output(arguments.output) as output:
        for number, lines in enumerate(table.lines()):
            progress.clear()
            output.write("".join(csv_line(line.cells) for line in lines))
            failed += any(line.problem for line in lines)
            progress.show(number, failed)
        progress.clear()
    if said := table.coverage():
        say(_PROGRAM, said)
    return failed


def _joined(arguments: argparse.Namespace, rows: Iterable[LabelRow]) -> JoinedTable:
    from .joined_table import JoinedTable

    pairs = pair_list(arguments)
    folder = arguments.file.parent if pairs is None else pairs.folder
    return JoinedTable(rows, pairs, folder, wide=arguments.layout == "wide")


def _write_dataset(arguments: argparse.Namespace, rows: Sequence[LabelRow]) -> int:
    """Write the folder for a hub; return how many pairs could not be compared."""
    from ..documents import shown_name
    from .dataset_export import CARD, DATA, agreement_of, data_card, data_line

    if arguments.output is None:
        raise BadInput("--format dataset makes a folder; name it with --output FOLDER.")
    folder = made_folder(arguments.output)
    card, data = folder / CARD, folder / DATA
    table = _joined(arguments, rows)
    failed = 0
    progress = PairProgress(len(table), StatusLine(_PROGRAM))
    with Output(str(data)) as output:
        for number, (joined, comparison, _) in enumerate(table.pairs(), 1):
            progress.clear()
            output.write(data_line(joined, comparison))
            failed += comparison is None
            progress.show(number, failed)
        progress.clear()
    if card.exists():
        say(_PROGRAM, f"{shown_name(card)} was left as it is: somebody may have written in it.")
        return failed
    labels = label_set(arguments, arguments.file.parent)
    name = folder.absolute().name
    with Output(str(card)) as output:
        output.write(data_card(name, rows, len(table), labels, agreement_of(rows)))
    return failed


def _nothing_by(annotator: str, read: LabelsRead) -> str:
    """Say that there are no rows by *annotator*, and whose rows there are.

    That is no error in a script: an annotator who has not begun yet gets an empty table.
    """
    from ..documents import shown_name

    there = sorted({key[1] for key in read.rows})
    named = ", ".join(shown_name(name) or "nobody named" for name in there[:_NAMED])
    if len(there) > _NAMED:
        named += f" and {len(there) - _NAMED:,} more"
    others = f"there are decisions by {named}" if there else "there are none at all"
    return f"There is no decision by {shown_name(annotator)}; {others}."


def json_lines(rows: Sequence[LabelRow]) -> Iterator[str]:
    """Yield each row as a JSON object with numbers, booleans, and null for missing values."""
    from ..labels.file.label_table import columns_for
    from ..reports import json_text

    columns = columns_for(rows)
    for row in rows:
        said = row._asdict()
        yield json_text({name: said[name] for name in columns}) + "\n"


def spreadsheet_lines(rows: Sequence[LabelRow]) -> Iterator[str]:
    """Yield *rows* as CSV that a spreadsheet opens without running anything in it.

    A byte-order mark says that it is UTF-8. What may be taken for a formula gets an apostrophe,
    whether the spreadsheet splits cells at commas, semicolons, tabs, bars, spaces or line ends, and
    whether or not it knows quotation marks; see ``_harmless``.
    """
    from ..labels.file.label_table import columns_for

    columns = columns_for(rows)
    yield "\ufeff" + csv_line(columns)
    for row in rows:
        texts = row.texts()
        yield csv_line([_harmless(texts[name]) for name in columns])


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
