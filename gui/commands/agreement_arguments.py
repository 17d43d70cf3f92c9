"""The arguments of ``copydesk-labels assign``, ``agree`` and ``gold``.

``agreement_commands``, which runs them, is loaded when one of them is called.
"""

from __future__ import annotations

import argparse

from ..agreement import ASSIGNMENT
from .arguments import Parser, given_path, share
from .output import BAD_INPUT

PROBLEMS = 1  # exit status
_FORMATS = ("text", "json", "html")


def add_commands(commands: argparse._SubParsersAction[Parser]) -> dict[str, Parser]:
    """Add the parsers of the commands to those of the program; return them by name."""
    return {
        "assign": _assign_parser(commands),
        "agree": _agree_parser(commands),
        "gold": _gold_parser(commands),
    }


def _assign_parser(commands: argparse._SubParsersAction[Parser]) -> Parser:
    assign = commands.add_parser(
        "assign",
        help="make a pair list for each of several annotators",
        description="Share out the pairs of a list: a list for each annotator, some pairs in "
        f"several of them, and {ASSIGNMENT}, which says who got what and why. The same pairs, "
        "options and seed give the same lists. Nothing in a list tells which pairs others read "
        "too, which have a known label, or, except by the id, which come again.",
        statuses=((0, "the lists were written"), (BAD_INPUT, "wrong use or bad input")),
    )
    assign.add_argument("file", metavar="PAIRS", type=given_path, help="the pair list")
    assign.add_columns()
    add = assign.add_argument
    add("--annotators", metavar="NAME,NAME", type=_names, required=True, help="who is to read")
    add(
        "--overlap",
        metavar="SHARE",
        type=share,
        default=0.0,
        help="the share of the pairs that several read, for example 20%% (default: none)",
    )
    add(
        "--copies",
        metavar="K",
        type=int,
        help="how many read each of these (default: 2)",
    )
    add("--balance", metavar="COLUMN", help="give each list the same share of each of its values")
    add("--gold", metavar="COLUMN", help="the known labels; pairs with one come into all lists")
    add(
        "--repeat",
        metavar="SHARE",
        type=share,
        default=0.0,
        help="the share of each list that comes again, at least 30 pairs later (default: none)",
    )
    add(
        "--seed",
        metavar="N",
        type=int,
        default=0,
        help="the seed of all random choices (default: 0)",
    )
    add("-o", "--output", metavar="FOLDER", required=True, help="the folder for the lists")
    return assign


def _add_files(command: Parser) -> None:
    """Add the arguments of both commands that read label files."""
    command.add_argument(
        "files", metavar="FILE", nargs="+", type=given_path, help="the label files of a study"
    )
    add = command.add_argument
    add("--by-file", action="store_true", help="treat each file as an annotator of its own")
    add(
        "--join-names",
        action="store_true",
        help="treat annotators whose names differ only in blanks, capitals or Unicode form as one",
    )
    add(
        "--without",
        metavar="LABEL",
        action="append",
        default=[],
        help="leave out rows with this label; may be given several times",
    )
    add("--pairs", metavar="PAIRS", help="the pair list: also count the pairs that nobody labelled")
    command.add_columns(only_for="with --pairs: ")
    add("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    command.add_journals()
    command.add_labels_set("beside each label file")


def _agree_parser(commands: argparse._SubParsersAction[Parser]) -> Parser:
    agree = commands.add_parser(
        "agree",
        help="say how far annotators agree",
        description="Say how far several annotators agree about the same pairs: raw agreement, "
        "Cohen's kappa, Krippendorff's alpha and Gwet's AC1 with 95 % intervals; each annotator "
        "against the others, the known labels and their own labels of pairs that came again; and "
        "the pairs that people disagree about most. The labels may be in one file or in several.",
        statuses=(
            (0, "everything was reported"),
            (PROBLEMS, "something could not be read; standard error says what"),
            (BAD_INPUT, "wrong use, or there are no two annotators"),
        ),
    )
    _add_files(agree)
    agree.add_argument(
        "--format", choices=_FORMATS, default="text", help="what to write (default: text)"
    )
    agree.add_argument(
        "--gold", metavar="COLUMN", help="with --pairs: the column with the labels that are known"
    )
    agree.add_argument(
        "--assignment",
        metavar="FILE",
        help=f"the {ASSIGNMENT} of the lists, which has known labels too",
    )
    return agree


def _gold_parser(commands: argparse._SubParsersAction[Parser]) -> Parser:
    gold = commands.add_parser(
        "gold",
        help="write one label for each pair, out of those of several annotators",
        description="Write CSV with one row for each pair: the label, how it was reached, how "
        "probable it is by the errors that each annotator makes elsewhere (Dawid and Skene 1979), "
        "the label of the majority, and who said what.",
        statuses=(
            (0, "everything was written"),
            (PROBLEMS, "something could not be read; standard error says what"),
            (BAD_INPUT, "wrong use, or there are no labels"),
        ),
    )
    _add_files(gold)
    gold.add_argument(
        "--adjudicated",
        metavar="FILE",
        type=given_path,
        help="a label file with the last word: its labels override all others",
    )
    return gold


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if not all(names) or len(set(names)) < len(names):
        raise argparse.ArgumentTypeError("give different names with commas between")
    return names
