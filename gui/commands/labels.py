"""``copydesk-labels``: explain what is wrong with a label file, or export it."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from .arguments import BadInput, Parser, two_columns
from .output import Output, OutputError, Progress, say

if TYPE_CHECKING:
    from ..labels.model import Pair
    from ..labels.reading import LabelsRead

_PROGRAM = "copydesk-labels"
PROBLEMS, BAD_INPUT, INTERRUPTED, NO_READER = 1, 2, 130, 141
_FORMATS = ("jsonl", "csv", "table")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: all well. 1: ``check`` found problems; of what was to be exported something could not be
    read, or a pair of a table not be compared.
    2: wrong use or bad input, one sentence on standard error. 130: interrupted. 141: the reader
    of the output went away.
    """
    from ..labels.model import LabelFileError, PairListError

    try:
        arguments = _parser().parse_args(argv)
        return _check(arguments) if arguments.command == "check" else _export(arguments)
    except (BadInput, OutputError, LabelFileError, PairListError) as error:
        say(_PROGRAM, str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return NO_READER


def _parser() -> Parser:
    parser = Parser(
        prog=_PROGRAM,
        description="Check or export a label file, together with its recovery journal. Neither "
        "is changed.",
    )
    parser.add_argument("--version", action="version", version=f"Copydesk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="say what is in a label file and its journal, and what is wrong with them",
        description="Say what is in a label file and its journal, and what is wrong with them. "
        "Exit status: 0 nothing, 1 something, 2 the file cannot be used.",
    )
    export = commands.add_parser(
        "export",
        help="write the labels for another program",
        description="Write the labels of all annotators, also what the label file has no column "
        "for. jsonl: one JSON object a row. csv: for a spreadsheet; what it would take for a "
        "formula gets an apostrophe. table: CSV with the texts of the pairs and the measures of "
        "their comparison, for data frames. Exit status: 0 all, 1 something could not be read or "
        "compared, 2 the file cannot be used.",
    )
    for command in (check, export):
        command.add_argument("file", metavar="FILE", type=Path, help="the label file")
        command.add_argument(
            "--journals",
            metavar="FOLDER",
            type=Path,
            help="the folder of the recovery journals, if not the user's",
        )
    export.add_argument("--format", choices=_FORMATS, default="jsonl", help="(default: jsonl)")
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE instead of standard output: whole, or not at all",
    )
    export.add_argument("--annotator", metavar="NAME", help="only the rows of this annotator")
    export.add_argument(
        "--pairs",
        metavar="PAIRS",
        help="the pair list, where the texts stand in it or the label file is elsewhere (table)",
    )
    export.add_argument(
        "--columns",
        metavar="REFERENCE,CANDIDATE",
        type=two_columns,
        help="the columns of the pair list that hold the two paths (table)",
    )
    return parser


def _read(arguments: argparse.Namespace) -> LabelsRead:
    from ..labels.places import journal_folder
    from ..labels.reading import read_labels

    return read_labels(arguments.file, arguments.journals or journal_folder())


def _check(arguments: argparse.Namespace) -> int:
    from ..documents import shown_name
    from ..reports import on_one_line

    read = _read(arguments)
    lines = [f"{shown_name(arguments.file)}: {_counted(len(read.rows), 'row')} ({read.writing})"]
    for annotator in sorted({key[1] for key in read.rows}):
        rows = [row for key, row in read.rows.items() if key[1] == annotator]
        labels = Counter(row.label.value if row.label else "no label" for row in rows)
        counts = ", ".join(f"{number} {label}" for label, number in sorted(labels.items()))
        lines.append(f"  {shown_name(annotator)}: {counts}")
    if read.lacking:
        lines.append(
            f"  It has no column for {', '.join(read.lacking)}: these stay in the journal and "
            "come out with copydesk-labels export."
        )
    lines.append(f"Journal {shown_name(read.journal)}: {_counted(read.decisions, 'decision')}")
    if read.edited:
        lines.append(f"  Changed by another program since: {_counted(len(read.edited), 'row')}")
    if read.problems:
        lines += ["Problems:", *(f"  {problem}" for problem in read.problems)]
    else:
        lines.append("No problems.")
    with Output(None) as output:
        output.write("".join(f"{on_one_line(line)}\n" for line in lines))
    return PROBLEMS if read.problems else 0


def _export(arguments: argparse.Namespace) -> int:
    from ..documents import shown_name
    from .label_export import json_line, spreadsheet_lines, table_lines

    read = _read(arguments)
    rows = [row for row in read.rows.values() if arguments.annotator in (None, row.annotator)]
    if arguments.output and _same_file(Path(arguments.output), arguments.file):
        name = shown_name(arguments.file)
        raise BadInput(f"--output would overwrite {name}; choose another file.")
    for problem in read.problems:
        say(_PROGRAM, problem)
    failed = 0
    with Output(arguments.output) as output:
        if arguments.format == "jsonl":
            for row in rows:
                output.write(json_line(row))
        elif arguments.format == "csv":
            for line in spreadsheet_lines(rows):
                output.write(line)
        else:
            pairs, folder = _pairs(arguments)
            progress = Progress(len(rows))
            for number, (line, problem) in enumerate(table_lines(rows, pairs, folder)):
                progress.clear()
                output.write(line)
                failed += bool(problem)
                progress.show(number, failed)
            progress.clear()
    if failed:
        say(
            _PROGRAM,
            f"{_counted(failed, 'pair')} could not be compared; the column “problem” says why.",
        )
    return PROBLEMS if failed or not read.complete else 0


def _pairs(arguments: argparse.Namespace) -> tuple[dict[str, Pair] | None, Path]:
    """Return the pairs of the list that was named, by id, and the folder of their paths."""
    if arguments.pairs is None:
        return None, arguments.file.parent
    from ..labels.pairs import read_pairs

    found = read_pairs(arguments.pairs, columns=arguments.columns)
    return {pair.id: pair for pair in found.pairs}, found.folder


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
