"""``copydesk-labels``: checks and mends label files, shares out pairs, measures agreement."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import agreement_arguments, label_export
from .arguments import BadInput, Parser, given_path
from .label_arguments import label_set, pair_list
from .output import (
    BAD_INPUT,
    INTERRUPTED,
    NO_READER,
    Output,
    OutputError,
    StatusLine,
    at_work,
    run_program,
    say,
)

if TYPE_CHECKING:
    from ..labels.label_reading import LabelsRead
    from ..labels.label_values import PairList

_PROGRAM = "copydesk-labels"
_PROBLEMS = 1  # exit status
_UNUSABLE = (BAD_INPUT, "wrong use, or the file cannot be used; standard error says why")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: success, even if an annotator has no decisions. 1: ``check`` found problems, or an export
    could not read something or compare a pair. 2: wrong use or bad input, one sentence on standard
    error. 130: interrupted. 141: the reader of the output went away.
    """
    from ..labels.label_values import LabelFileError, PairListError

    try:
        arguments = make_parser().parse_args(argv)
        commands: dict[str, Callable[[argparse.Namespace], int]] = {
            "check": _check,
            "restore": _restore,
            "repair": _repair,
            "export": partial(label_export.export, read=_read),
            **dict.fromkeys(("assign", "agree", "gold"), _of_several),
        }
        return commands[arguments.command](arguments)
    except (BadInput, OutputError, LabelFileError, PairListError) as error:
        say(_PROGRAM, str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return NO_READER


def make_parser() -> Parser:
    """Return the parser of the arguments, which also describes them."""
    parser = Parser(
        prog=_PROGRAM,
        description="Check, restore, repair or export a label file together with its recovery "
        "journal; or share out pairs among annotators, and say how far their labels agree. Only "
        "restore and repair change a label file.",
        examples=(
            ("copydesk-labels check labels.csv", "say what is in the file and what is wrong"),
            ("copydesk-labels restore --dry-run labels.csv", "list the rows that would come back"),
            (
                "copydesk-labels repair --pairs pairs.csv labels.csv",
                "give rows back the ids that a spreadsheet rewrote",
            ),
            (
                "copydesk-labels export --format csv -o safe.csv labels.csv",
                "write a copy that a spreadsheet can open without running formulas",
            ),
        ),
    )
    parser.add_program_options()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in _commands(commands).items():
        parser.commands[name] = command
        command.add_argument("file", metavar="FILE", type=_label_file, help="the label file")
        command.add_journals()
        command.add_labels_set("beside the label file")
    check = parser.commands["check"]
    check.add_argument(
        "--pairs",
        metavar="PAIRS",
        help="the pair list: also say which rows name none of its pairs, and which they may mean",
    )
    check.add_columns(only_for="with --pairs: ")
    repair = parser.commands["repair"]
    repair.add_argument("--pairs", metavar="PAIRS", help="the pair list that the rows are about")
    repair.add_columns()
    label_export.add_options(parser.commands["export"])
    parser.commands |= agreement_arguments.add_commands(commands)
    return parser


def _commands(commands: argparse._SubParsersAction[Parser]) -> dict[str, Parser]:
    """Return the parsers of the commands about one label file, by their names."""
    return {
        "check": _add_check(commands),
        "restore": _add_restore(commands),
        "repair": _add_repair(commands),
        "export": _add_export(commands),
    }


def _add_check(commands: argparse._SubParsersAction[Parser]) -> Parser:
    return commands.add_parser(
        "check",
        help="say what is in a label file and its journal, and what is wrong with them",
        description="Say what is in a label file and its journal, and what is wrong with them.",
        statuses=((0, "no problems"), (1, "problems were found"), _UNUSABLE),
    )


def _add_restore(commands: argparse._SubParsersAction[Parser]) -> Parser:
    restore = commands.add_parser(
        "restore",
        help="put back rows that a label file lost and its journal still holds",
        description="Put back the rows that the journal holds and the label file lacks: rows "
        "lost when an older copy was saved over the file, rows that were never written, and rows "
        "that another program, or an answer to a notice in the window, took out. Rows of other "
        "annotators that the journal does not hold come back from the copy that was kept for them. "
        "Rows that were undone in the window stay away. Columns that you added yourself are not in "
        "the journal: they may stay empty in the rows that come back.",
        statuses=(
            (0, "the file has every row that the journal holds"),
            (1, "something could not be written"),
            _UNUSABLE,
        ),
    )
    restore.add_argument(
        "--dry-run", action="store_true", help="only say which rows would be put back"
    )
    return restore


def _add_repair(commands: argparse._SubParsersAction[Parser]) -> Parser:
    repair = commands.add_parser(
        "repair",
        help="correct ids, times and figures that a spreadsheet rewrote",
        description="Give rows that name no pair of the list the id of the pair that they are "
        "about: that of the same documents, by path or by hash, without a row of "
        "the same annotator, and with an id that a spreadsheet would turn into "
        "the row's. Where more than one pair is possible, the row stays as it is. "
        "Times that a spreadsheet rewrote become those of a label file, where "
        "there is no doubt which they are. The file as it was is kept among the "
        "backups.",
        statuses=(
            (0, "every row names a pair"),
            (1, "rows are left that name no pair, or the file could not be written"),
            _UNUSABLE,
        ),
    )
    repair.add_argument("--dry-run", action="store_true", help="only say what would be corrected")
    repair.add_argument("--undo", action="store_true", help="take back the latest repair instead")
    return repair


def _add_export(commands: argparse._SubParsersAction[Parser]) -> Parser:
    return commands.add_parser(
        "export",
        help="write the labels for another program",
        description="Write the labels of all annotators, including what the label file has no "
        "column for.",
        statuses=(
            (0, "everything was written"),
            (1, "something could not be read, or a pair could not be compared"),
            _UNUSABLE,
        ),
    )


def _label_file(text: str) -> Path:
    return Path(given_path(text))


def _read(arguments: argparse.Namespace) -> LabelsRead:
    return _read_file(arguments, arguments.file)


def _of_several(arguments: argparse.Namespace) -> int:
    """Run a command about the labels of several people."""
    from . import agreement_commands

    read = partial(_read_file, arguments)
    if arguments.command == "assign":
        return agreement_commands.assign(arguments)
    do = agreement_commands.agree if arguments.command == "agree" else agreement_commands.gold
    return do(arguments, read)


def _read_file(arguments: argparse.Namespace, file: Path) -> LabelsRead:
    from ..documents import shown_name
    from ..labels.label_reading import read_labels

    with _at_work(f"reading {shown_name(file)} and its journal"):
        return read_labels(file, _journals(arguments), label_set(arguments, file.parent))


def _at_work(text: str) -> AbstractContextManager[None]:
    return at_work(text, StatusLine(_PROGRAM))


def _journals(arguments: argparse.Namespace) -> Path:
    """Return the folder of the journals; raises BadInput if the given one is no folder."""
    from ..documents import shown_name
    from ..labels.journal.journal import journal_folder

    named: Path | None = arguments.journals
    if named is None:
        return journal_folder()
    if not named.is_dir():
        raise BadInput(f"--journals: {shown_name(named)} is not a folder; check the path.")
    return named


def _check(arguments: argparse.Namespace) -> int:
    from ..reports import on_one_line
    from .label_repair import rewritten_found, strays_found

    read = _read(arguments)
    lines = [*_about_file(read, arguments.file), *_about_journal(read)]
    problems = [str(problem) for problem in read.problems]
    if (pairs := pair_list(arguments)) is not None:
        with _at_work("looking for rows that name no pair"):
            problems += strays_found(read, pairs)
    with _at_work("looking for what a spreadsheet rewrote"):
        problems += rewritten_found(read)
    if problems:
        lines += ["Problems:", *(f"  {problem}" for problem in problems)]
    else:
        lines.append("No problems.")
    with Output(None) as output:
        output.write("".join(f"{on_one_line(line)}\n" for line in lines))
    return _PROBLEMS if problems else 0


def _about_file(read: LabelsRead, file: Path) -> Iterator[str]:
    """Yield the lines that say what is in the label file, and of whom."""
    from ..documents import plural, shown_name

    rows = plural(len(read.rows), "row")
    if read.not_there:
        rows += f", {read.not_there:,} of them only in the journal"
    yield f"{shown_name(file)}: {rows} ({read.writing})"
    for annotator in sorted({key[1] for key in read.rows}):
        by = [row for key, row in read.rows.items() if key[1] == annotator]
        labels = Counter(shown_name(row.label or "no label") for row in by)
        counts = ", ".join(f"{number} {label}" for label, number in sorted(labels.items()))
        yield f"  {shown_name(annotator)}: {counts}"
    if read.lacking:
        yield (
            f"  It has no column for {', '.join(read.lacking)}: these stay in the journal and "
            "come out with copydesk-labels export."
        )


def _about_journal(read: LabelsRead) -> Iterator[str]:
    """Yield the lines that say what the journal has, and what it knows of other programs."""
    from ..documents import plural, shown_name

    if read.has_journal:
        said = plural(read.decisions, "decision")
        if read.outside:
            said += f", and {plural(read.outside, 'change')} to rows that no decision made"
        yield f"Journal {shown_name(read.journal)}: {said}"
    else:
        yield f"No journal: {shown_name(read.journal)} is not there."
    if read.taken_out:
        yield (
            f"  Taken out of the label file: {plural(len(read.taken_out), 'row')}, which "
            "copydesk-labels restore would put back too; with --dry-run it names them."
        )
    if read.edited:
        yield f"  Changed by another program since: {plural(len(read.edited), 'row')}"
    if read.older_copies:
        yield (
            "  Kept as other programs had left it, before it was repaired: "
            f"{len(read.older_copies)}, the last one as {shown_name(read.older_copies[-1])}"
        )


def _repair(arguments: argparse.Namespace) -> int:
    from ..documents import shown_name
    from ..labels import LabelStore
    from ..messages import CopydeskError
    from ..reports import on_one_line
    from .label_repair import repair, said_of

    if not arguments.undo and arguments.pairs is None:
        raise BadInput("repair needs the pair list, with --pairs, or --undo.")
    read = _read(arguments)
    if read.flaw is not None:
        say(_PROGRAM, str(read.flaw))
        return _PROBLEMS
    pairs = None if arguments.undo else pair_list(arguments)
    store = LabelStore(
        arguments.file, journal_folder=_journals(arguments), annotator="", texts=_texts_of(pairs)
    )
    try:
        with _at_work(f"putting {shown_name(arguments.file)} right"):
            store.open()
            repaired, left = repair(store, pairs, dry_run=arguments.dry_run)
    except OSError as error:
        say(_PROGRAM, f"Not put right: {error.strerror or error}; nothing was changed.")
        return _PROBLEMS
    except CopydeskError as error:
        say(_PROGRAM, f"Not put right: {error}")
        return _PROBLEMS
    lines = said_of(
        repaired, left, arguments.file, dry_run=arguments.dry_run, undone=arguments.undo
    )
    renamed = 0
    if not repaired.rows and not arguments.undo:  # the journal may know what the pairs do not
        lines += map(str, read.problems)
        renamed = read.renamed
    with Output(None) as output:
        output.write("".join(f"{on_one_line(line)}\n" for line in lines))
    return _PROBLEMS if left or renamed else 0


def _texts_of(pairs: PairList | None) -> Callable[[], Iterable[str]]:
    """Return a function that yields texts of the label file, by which to guess its encoding."""
    return lambda: () if pairs is None else (pair.id for pair in pairs.pairs)


def _restore(arguments: argparse.Namespace) -> int:
    from ..documents import shown_name
    from ..reports import on_one_line

    read = _read(arguments)
    if read.flaw is not None:
        say(_PROGRAM, str(read.flaw))
        return _PROBLEMS
    rows = {key: read.rows[key] for key in (*read.pending, *read.lost) if key in read.rows}
    rows |= read.taken_out
    lines = [
        f"  {shown_name(pair)} ({shown_name(by)}): "
        f"{shown_name(row.label or 'no label')}, {row.updated_at or 'no time'}"
        for (pair, by), row in sorted(rows.items())
    ]
    recoded: list[str] = []
    if read.has_journal and not arguments.dry_run:
        failure, recoded = _put_back(arguments)
        if failure:
            say(_PROGRAM, failure)
            return _PROBLEMS
    if rows and read.has_journal:
        lines += _not_restored(read)
    lines += recoded
    said = _restored(read, shown_name(arguments.file), len(rows), dry_run=arguments.dry_run)
    with Output(None) as output:
        for line in (f"{said}:" if rows else said, *lines):
            output.write(f"{on_one_line(line)}\n")
    return 0


def _put_back(arguments: argparse.Namespace) -> tuple[str, list[str]]:
    """Put the rows back; return why that failed, if it did, and what is said of the encoding."""
    from ..documents import shown_name
    from ..labels import Answer, LabelStore, SaveKind

    folder = _journals(arguments)
    if not os.path.isdir(arguments.file.absolute().parent):  # noqa: PTH112 - raises nothing
        parent = shown_name(arguments.file.absolute().parent)
        raise BadInput(f"The folder {parent} is not there; make it, and run this again.")
    store = LabelStore(arguments.file, journal_folder=folder, annotator="")
    with _at_work(f"putting rows back into {shown_name(arguments.file)}"):
        store.open()
        store.answer(Answer.RESTORE)
        state = store.project()
        edit = store.look_outside()
    failure = "" if state.kind is SaveKind.SAVED else str(state.message)
    if edit is None or edit.accident is None:
        return failure, []
    return failure, [str(message) for message in edit.accident.recoded]


def _restored(read: LabelsRead, name: str, rows: int, *, dry_run: bool) -> str:
    """Say how many *rows* were put back into the file *name*, or why none were."""
    from ..documents import plural, shown_name

    if not read.has_journal:
        return (
            f"Nothing to put back: {name} has no journal in {shown_name(read.journal.parent)}. "
            "A journal goes by the path that the label file had in the window."
        )
    if not rows:
        return f"Nothing to put back: {name} has every row that the journal holds."
    would = "would be" if dry_run else "were" if rows != 1 else "was"
    return f"{plural(rows, 'row')} {would} put back into {name}"


def _not_restored(read: LabelsRead) -> list[str]:
    """Return the sentence that says which columns are not restored, if any."""
    from ..documents import shown_name

    if read.own_columns is None:
        said = (
            "Columns of your own, if the file had any, may not come back: the journal does not "
            "hold them"
        )
    elif read.own_columns:
        columns = ", ".join(f"“{shown_name(name)}”" for name in read.own_columns)
        said = f"Columns of your own may stay empty in these rows: the journal lacks {columns}"
    else:
        return []
    if read.last_copy is None:
        return [f"{said}."]
    return [f"{said}; look for them in the last copy that was kept, {read.last_copy}."]


if __name__ == "__main__":
    raise SystemExit(run_program(main))
