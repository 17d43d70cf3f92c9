"""``copydesk-compare``: compares two documents, or every pair of a list, and prints the result.

Reading and comparing are imported after the arguments are parsed, so that ``--help`` and a mistyped
option answer at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from ..compare import Options
from .arguments import BadInput, Parser, check_engine, number_of_jobs
from .output import BAD_INPUT, INTERRUPTED, NO_READER, Output, OutputError, run_program, say

if TYPE_CHECKING:
    from pathlib import Path

    from ..documents import Reader
    from ..labels.label_values import PairList
    from .compare_list import ListRun
    from .comparing import Manner

_PROGRAM = "copydesk-compare"
_FORMATS = ("text", "json", "jsonl", "html")
_BAD_PAIRS = 1  # exit status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: all compared. 1: some pairs of a list could not be. 2: wrong use or bad input, one
    sentence on standard error. 130: interrupted. 141: the reader of the output went away.
    """
    from ..messages import CopydeskError

    try:
        return _run(make_parser().parse_args(argv))
    except (BadInput, OutputError, CopydeskError) as error:
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
        usage="%(prog)s [options] REFERENCE CANDIDATE\n       %(prog)s [options] PAIRS\n"
        "       %(prog)s --learn [options] PAIRS -o SWAPS",
        description="Compare two documents, or every pair of a list, and report which sections "
        "are missing, added or moved, which words were substituted, and how much is the same.",
        examples=(
            ("copydesk-compare old.txt new.html", "print the comparison as text"),
            (
                "copydesk-compare --format html -o report.html old.txt new.html",
                "write a report that can be sent to others",
            ),
            (
                "copydesk-compare --format html -o report.zip --labels labels.csv pairs.csv",
                "write the reports of all pairs of a list, with an index by label and similarity",
            ),
            (
                "copydesk-compare --format jsonl pairs.csv",
                "compare every pair of a list, one JSON object on each line",
            ),
            (
                "copydesk-compare https://example.org/a https://example.net/b",
                "fetch two web pages, keep them as dated snapshots, and compare these",
            ),
            (
                "copydesk-compare --jobs 4 --resume --format jsonl -o found.jsonl pairs.csv",
                "compare four pairs at a time, and continue where that was interrupted before",
            ),
        ),
        statuses=(
            (0, "everything was compared"),
            (1, "some pairs of the list could not be compared"),
            (2, "wrong use or bad input; one sentence on standard error says what is wrong"),
        ),
    )
    parser.add_paths()
    _add_form_options(parser)
    parser.add_encoding()
    _add_text_options(parser)
    parser.add_columns()
    _add_list_options(parser)
    _add_labels_option(parser)
    _add_web_options(parser)
    _add_model_options(parser)
    parser.add_engine()
    parser.add_program_options()
    return parser


def _add_form_options(parser: Parser) -> None:
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="what to write: text, json, jsonl (one JSON object on each line) or html (a single "
        "file that needs no other; for a list a folder or a zip file, with an index); default: "
        "text",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE instead of standard output; FILE is written whole or not at all, and "
        "if a list is interrupted, what was written so far is kept in FILE.partial; with html "
        "and a list "
        "it is a folder, or a zip file if its name ends in .zip",
    )


def _add_text_options(parser: Parser) -> None:
    usual = Options()
    parser.add_argument(
        "--whole-page",
        action="store_true",
        help="read web pages whole, with menus and footers, instead of the article alone",
    )
    parser.add_argument(
        "--minor",
        metavar="KINDS",
        type=_minor,
        default=usual,
        help="the kinds of differences that count as minor, with commas between: "
        f"{', '.join(Options._fields)}; or all, or none (default: {','.join(usual.kinds)})",
    )


def _add_list_options(parser: Parser) -> None:
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=number_of_jobs,
        help="compare N pairs of a list at a time (default: one less than there are processors)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="continue where the same command was interrupted; pairs whose documents changed since "
        "are compared again",
    )


def _add_labels_option(parser: Parser) -> None:
    parser.add_argument(
        "--labels",
        metavar="FILE",
        help="with html and a list: the label file whose labels, flags and notes are shown",
    )


def _add_web_options(parser: Parser) -> None:
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="fetch the web pages that a list names and of which there is no snapshot yet, after "
        "saying from which servers; pages named on the command line are fetched without it",
    )
    parser.add_argument(
        "--fetch-again",
        action="store_true",
        help="fetch all web pages again, also those of which there is a snapshot",
    )
    parser.add_allow_local()


def _add_model_options(parser: Parser) -> None:
    thesauri = parser.add_mutually_exclusive_group()
    thesauri.add_argument(
        "--thesaurus",
        metavar="FILE.idx",
        action="append",
        default=[],
        help="also use this MyThes thesaurus, such as those that LibreOffice installs; its .dat "
        "file must be beside it; may be given several times",
    )
    thesauri.add_argument(
        "--no-thesaurus", action="store_true", help="use no thesaurus, not even Copydesk's own"
    )
    swaps = parser.add_mutually_exclusive_group()
    swaps.add_argument("--swaps", metavar="FILE", help="use the table of swaps that --learn wrote")
    swaps.add_argument(
        "--learn",
        action="store_true",
        help="do not print comparisons; write the swaps that occur in two or more pairs of the "
        "list as a CSV table for --swaps; only pairs with at least a fifth of their words in "
        "common count",
    )


def _minor(text: str) -> Options:
    kinds = tuple(part.strip() for part in text.split(","))
    if kinds == ("all",):
        return Options.of(Options._fields)
    if kinds == ("none",):
        return Options.of(())
    unknown = [kind for kind in kinds if kind not in Options._fields]
    if unknown:
        known = ", ".join(Options._fields)
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {known}")
    return Options.of(kinds)


def _run(arguments: argparse.Namespace) -> int:
    _check(arguments)
    if len(arguments.paths) == 2:
        return _run_pair(arguments)
    return _learn(arguments) if arguments.learn else _run_list(arguments)


def _manner(arguments: argparse.Namespace) -> Manner:
    """Return how pairs are read, compared and printed; raises BadInput for a missing model."""
    from .comparing import Manner

    manner = Manner(
        "learn" if arguments.learn else arguments.format or "text",
        arguments.minor,
        shipped=not arguments.no_thesaurus,
        thesauri=tuple(arguments.thesaurus),
        swaps=arguments.swaps,
        encoding=arguments.encoding,
        whole_page=arguments.whole_page,
    )
    manner.model()
    return manner


def _check(arguments: argparse.Namespace) -> None:
    if len(arguments.paths) not in (1, 2):
        from ..messages import Message
        from ..messages.about_pairs import AboutPairs

        raise BadInput(str(Message(AboutPairs.NAME_DOCUMENTS_OR_LIST)))
    from ..documents.web.web_addresses import is_address

    if len(arguments.paths) == 1 and is_address(arguments.paths[0]):
        raise BadInput("a web page needs a second document to be compared with; name that, too.")
    if arguments.learn and len(arguments.paths) == 2:
        raise BadInput("--learn takes a pair list; one pair alone teaches no swaps.")
    if arguments.learn and arguments.format:
        raise BadInput("--learn writes a table of swaps as CSV; leave --format out.")
    if len(arguments.paths) == 1 and arguments.format == "html" and arguments.output is None:
        raise BadInput(
            "the HTML report of a list is a folder or a zip file; add -o FOLDER or -o FILE.zip."
        )
    if arguments.labels and (len(arguments.paths) == 2 or arguments.format != "html"):
        raise BadInput("--labels is for the HTML report of a list; leave it out.")
    if len(arguments.paths) == 2:
        for option in ("columns", "jobs", "resume", "engine"):
            if getattr(arguments, option) not in (None, False, "local"):
                raise BadInput(
                    f"--{option} is for pair lists; leave it out to compare two documents."
                )
    check_engine(arguments)
    if arguments.engine == "spark" and arguments.format == "html":
        raise BadInput(
            "the pages of an HTML report are written on this machine; leave out --engine spark, or "
            "choose another --format."
        )
    if arguments.resume and arguments.output is None:
        raise BadInput("--resume goes on with the FILE of --output; add -o FILE.")
    if arguments.output is not None:
        from pathlib import Path

        from ..labels.pairs.article_addresses import split_address

        output = Path(arguments.output)
        articles = [found.file for found in map(split_address, arguments.paths) if found]
        used = [*arguments.paths, *articles, *arguments.thesaurus, arguments.swaps or ""]
        if any(_same_file(output, Path(path)) for path in used if path):
            from ..documents import shown_name

            name = shown_name(output)
            raise BadInput(f"--output would overwrite {name}, which is read; choose another.")


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _run_pair(arguments: argparse.Namespace) -> int:
    from ..documents import Reader

    with Reader() as reader:
        reader.expect(arguments.paths)  # it gets ready while the rest is imported
        return _print_pair(arguments, reader)


def _print_pair(arguments: argparse.Namespace, reader: Reader) -> int:
    from ..documents.web.web_addresses import is_address
    from ..labels.label_values import PairListError
    from ..labels.pairs.named_pairs import look_for_two, pair_of_files
    from .compare_forms import whole_output
    from .comparing import Job

    manner = _manner(arguments)
    job = Job(manner, reader)
    try:
        look_for_two(*arguments.paths)
        if any(map(is_address, arguments.paths)):
            from .fetch_pages import fetch_named

            fetch_named(arguments.paths, arguments)
        pair = pair_of_files(*arguments.paths).pairs[0]
        reference, candidate = map(job.load_named, arguments.paths)
    except PairListError as error:
        raise BadInput(str(error)) from None
    comparison = job.compare(reference, candidate)
    with Output(arguments.output) as output:
        output.write(whole_output(manner.form, comparison, pair.id, job.sources))
    return 0


def _run_list(arguments: argparse.Namespace) -> int:
    manner, listed = _manner(arguments), _fetched(arguments, _read_list(arguments))
    if manner.form == "html":
        from .compare_report import write_list_report

        return _BAD_PAIRS if write_list_report(arguments, manner, listed, _pieces_of) else 0
    from .compare_forms import write_list

    with _pieces_of(arguments, manner, listed) as run:
        with Output(arguments.output) as output, closing(run.results()) as results:
            write_list(manner.form, (piece.text for _, piece in results), output.write)
        run.finish()
    return _BAD_PAIRS if run.failed else 0


def _learn(arguments: argparse.Namespace) -> int:
    """Write the swaps that pairs of a list have in common; report pairs that could not be read."""
    from ..compare.modelling.swap_table import learn, written
    from ..documents import plural
    from .compare_forms import lesson_in

    manner, listed = _manner(arguments), _fetched(arguments, _read_list(arguments))
    lessons = []
    with _pieces_of(arguments, manner, listed) as run:
        with Output(arguments.output) as output, closing(run.results()) as results:
            for pair, piece in results:
                if piece.failed:
                    say(_PROGRAM, f"{pair.id}: {piece.text}")
                elif lesson := lesson_in(piece.text):
                    lessons.append(lesson)
            swaps = learn(lessons)
            output.write(written(swaps))
        run.finish()
    number = plural(len(swaps), "swap") if swaps else "no swaps"
    total = plural(run.total, "pair")
    say(_PROGRAM, f"{number} learned from {len(dict(lessons)):,} of {total}.")
    return _BAD_PAIRS if run.failed else 0


@contextmanager
def _pieces_of(
    arguments: argparse.Namespace,
    manner: Manner,
    listed: PairList,
    make: Callable[..., ListRun] | None = None,
) -> Iterator[ListRun]:
    """Have the pairs of a list compared; if that is interrupted, say how to resume.

    *make* creates the run; it takes the arguments of ``ListRun``.
    """
    from ..documents import plural, shown_name
    from ..process_pool import spare_processors
    from .compare_list import ListRun, PartialFile, partial_path

    jobs = arguments.jobs or spare_processors()
    make = make or (_on_spark(arguments) if arguments.engine == "spark" else ListRun)
    path = partial_path(arguments.output, folder=manner.form == "html")
    if path is None:
        yield make(listed, manner, jobs)
        return
    with PartialFile(path, manner, resume=arguments.resume) as partial:
        try:
            yield make(listed, manner, jobs, partial)
        except KeyboardInterrupt:
            if len(partial):
                done = plural(len(partial), "pair")
                say(
                    _PROGRAM,
                    f"interrupted; {done} of {len(listed.pairs):,} are kept in "
                    f"{shown_name(path)}, and the same command with --resume goes on.",
                )
            raise


def _on_spark(arguments: argparse.Namespace) -> Callable[..., ListRun]:
    from functools import partial

    from .compare_spark import SparkRun

    return partial(SparkRun, arguments.master)


def _fetched(arguments: argparse.Namespace, listed: PairList) -> PairList:
    """Fetch the pages of a list if an option says so; return the list, with any problems."""
    if not (arguments.fetch or arguments.fetch_again):
        return listed
    from .fetch_pages import fetch_listed

    return fetch_listed(_PROGRAM, listed, arguments)


def _read_list(arguments: argparse.Namespace) -> PairList:
    from ..labels.label_values import PairListError
    from ..labels.pairs.pair_sources import read_pairs

    try:
        listed = read_pairs(
            arguments.paths[0], columns=arguments.columns, encoding=arguments.encoding
        )
    except PairListError as error:
        raise BadInput(str(error)) from None
    for notice in listed.notices:
        say(_PROGRAM, str(notice))
    return listed


if __name__ == "__main__":
    raise SystemExit(run_program(main))
