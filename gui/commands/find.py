"""``copydesk-find``: finds the pairs worth reading among loose articles, as a pair list."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..extra_libraries import is_installed
from ..messages import Message
from ..messages.about_find import AboutFind
from .arguments import BadInput, Parser, check_engine, number_of_jobs
from .output import (
    BAD_INPUT,
    INTERRUPTED,
    NO_READER,
    Output,
    OutputError,
    StatusLine,
    run_program,
    say,
)

if TYPE_CHECKING:
    from ..find.found_list import Articles
    from ..find.proposing.proposals import Proposal
    from ..find.search_values import SearchStage
    from ..find.sources import SourceOptions

_PROGRAM = "copydesk-find"
_TOLD = 5  # problems with articles that are told one by one, unless all are asked for
_PROBLEMS = 1  # exit status
_SAID = {
    "read": "reading",
    "terms": "taking articles apart",
    "sorted": "sorting what they have",
    "shared": "looking for what they share",
    "compared": "comparing",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: all was read. 1: some articles could not be read; the others were searched. 2: wrong use
    or bad input, one sentence on standard error. 130: interrupted. 141: the reader went away.
    """
    from ..messages import CopydeskError

    engine = "local"
    try:
        arguments = make_parser().parse_args(argv)
        engine = arguments.engine
        return _run(arguments)
    except (BadInput, OutputError, CopydeskError) as error:
        say(_PROGRAM, str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        how = "to continue where it was" if engine == "local" else "to start over"
        say(_PROGRAM, f"Interrupted; run the same command again {how}.")
        return INTERRUPTED
    except BrokenPipeError:
        return NO_READER


def make_parser() -> Parser:
    """Return the parser of the arguments, which also describes them."""
    parser = Parser(
        prog=_PROGRAM,
        usage="%(prog)s [options] SOURCE... [--against SOURCE...] [-o PAIRS]",
        description="Find, among loose articles, the pairs that somebody should read: an article "
        "and what may be a copy of it, spun or not. The result is a pair list, best first, for "
        "copydesk and copydesk-compare.",
        examples=(
            ("copydesk-find articles -o pairs.csv", "search a folder, and all folders in it"),
            (
                "copydesk-find mine --against crawl.jsonl.gz -o pairs.csv",
                "search a crawl for copies of one's own articles",
            ),
            (
                "copydesk-find crawl.parquet --text body --id url -o pairs.csv",
                "search the rows of a file, whose texts are in one column",
            ),
            (
                "copydesk-find crawl --engine spark --master spark://head:7077 -o pairs.parquet",
                "search the Parquet files of a folder on a cluster",
            ),
        ),
        statuses=(
            (0, "all articles were read"),
            (1, "some articles could not be read; the others were searched"),
            (2, "wrong use or bad input; one sentence on standard error says what is wrong"),
        ),
    )
    _add_places(parser)
    _add_limits(parser)
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="name all articles that could not be read, instead of the first five",
    )
    parser.add_encoding()
    parser.add_engine()
    parser.add_program_options()
    return parser


def _add_places(parser: Parser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="articles: a folder, which is searched with all folders in it, files with one "
        "article each, or files with many: JSON lines, CSV, Parquet or a workbook, packed or not",
    )
    parser.add_argument(
        "--against",
        nargs="+",
        default=[],
        metavar="SOURCE",
        help="search these articles for copies of the others; no two of one side are paired",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the list to FILE instead of standard output, as CSV, or as Parquet if its name "
        "ends in .parquet; its paths are relative to the folder of FILE; FILE is written whole or "
        "not at all",
    )


def _add_limits(parser: Parser) -> None:
    parser.add_argument(
        "--top",
        type=_count,
        metavar="N",
        help="list each article in at most N pairs, the best ones (default: in all that are found)",
    )
    parser.add_argument(
        "--at-least",
        type=_score,
        default=0.5,
        metavar="SCORE",
        help="list pairs with at least this score, 0 to 1 (default: 0.5; texts that were rewritten "
        "throughout score from 0.01 to 0.4)",
    )
    parser.add_argument(
        "--text", metavar="COLUMN", help="the column with the texts, where a file has many articles"
    )
    parser.add_argument("--id", metavar="COLUMN", help="the column with the ids of articles")
    parser.add_argument(
        "--jobs",
        type=number_of_jobs,
        metavar="N",
        help="read N files at a time, and compare N pairs (default: one less than there are "
        "processors)",
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError("give a whole number from 1 on")
    return int(text)


def _score(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError("give a number from 0 to 1")
    return found


class _Searched(NamedTuple):
    """The result of a search."""

    proposals: Sequence[Proposal]
    articles: Articles
    total: int
    problems: Sequence[Message]
    notes: Sequence[Message]


def _run(arguments: argparse.Namespace) -> int:
    if not is_installed("numpy"):
        raise BadInput(str(Message(AboutFind.NO_NUMPY)))
    _check_places(arguments)
    written = _written(arguments.output)
    check_engine(arguments)
    before = _ids_before(arguments.output)
    search = _on_spark if arguments.engine == "spark" else _here
    line = StatusLine(_PROGRAM)
    try:
        with Output(arguments.output) as output:
            found = search(arguments, line)
            line.clear()
            base = os.path.dirname(os.path.abspath(arguments.output or "x"))  # noqa: PTH100, PTH120
            output.write(written(found.proposals, found.articles, base, before))
    finally:
        line.clear()
    _tell(found, verbose=arguments.verbose)
    return _PROBLEMS if found.problems else 0


def _written(output: str | None) -> Callable[..., str | bytes]:
    """Return the function that writes the list, by the suffix of its file."""
    from ..find.found_list import list_of, parquet_of
    from ..labels.pairs.article_addresses import (
        JSON_SUFFIXES,
        PACKED_SUFFIXES,
        WORKBOOK_SUFFIXES,
    )

    name = (output or "").lower()
    # Such a name would promise what is not written: the list would be read as what it says.
    if name.endswith((*JSON_SUFFIXES, *WORKBOOK_SUFFIXES, *PACKED_SUFFIXES)):
        raise _refused(AboutFind.NO_SUCH_FORMAT, output or "")
    if not name.endswith(".parquet"):
        return list_of
    if not is_installed("arro3"):
        raise _refused(AboutFind.NO_PARQUET, output or "")
    return parquet_of


def _ids_before(output: str | None) -> frozenset[str]:
    """Return the ids in the list that is replaced; raises BadInput if it is no such list."""
    from pathlib import Path

    from ..find.found_list import ids_in

    if output is None:
        return frozenset()
    path = Path(output)
    try:
        if not path.is_file() or not path.stat().st_size:
            return frozenset()
        found = ids_in(path)
    except OSError:
        return frozenset()  # writing says what is wrong
    if found is None:
        raise _refused(AboutFind.NO_SUCH_LIST, output)
    return found


def _here(arguments: argparse.Namespace, line: StatusLine) -> _Searched:
    """Search on this machine; raises BadInput if there are too few articles."""
    from ..find.proposing.proposals import Wish
    from ..find.search import find_pairs
    from ..find.sources import gather
    from ..labels.journal.journal import journal_folder
    from ..process_pool import spare_processors

    jobs, state = arguments.jobs or spare_processors(), journal_folder().parent
    sources = _sources(arguments)
    found = gather(*sources, partial(_show, line), jobs=jobs, kept_in=state)
    few = found.too_few(across=bool(arguments.against))
    problems = [*found.notes, *found.problems]
    _check_number(few, problems, line, verbose=arguments.verbose)
    wish = Wish(arguments.top, arguments.at_least, jobs, state)
    proposals = find_pairs(found.articles, wish, partial(_show, line))
    return _Searched(proposals, found.articles, len(found.articles), found.problems, found.notes)


def _on_spark(arguments: argparse.Namespace, line: StatusLine) -> _Searched:
    """Search on Apache Spark; raises BadInput if there are too few articles."""
    from ..find.proposing.proposals import Wish
    from ..find.sources import gather, too_few, without_words
    from ..find.spark.spark_articles import ArticleFrame, is_for_spark
    from ..find.spark.spark_search import SparkSearch
    from ..labels.journal.journal import journal_folder
    from ..process_pool import spare_processors
    from ..spark_session import spark_session

    stages = ["read"]

    def tell(done: int, total: int) -> None:
        line.show(f"{_SAID[stages[-1]]}: {done:,} of {total:,} tasks")

    jobs, state = arguments.jobs or spare_processors(), journal_folder().parent
    with spark_session(arguments.master, arguments.jobs, state, tell) as session:
        sources, show = _sources(arguments), partial(_show, line)
        read = gather(*sources, show, jobs=jobs, kept_in=state, is_table=is_for_spark)
        frame = ArticleFrame(session, read, sources[2])
        wish = Wish(arguments.top, arguments.at_least)
        search = SparkSearch(session, frame.articles, wish, stages.append)
        problems = [*read.problems, *frame.problems]
        for own in search.counts:
            if own.first_blank is not None:
                first = frame.named([own.first_blank])[own.first_blank]
                problems.append(without_words(first.address, own.blank))
        sides = {own.side: own.articles for own in search.counts if own.articles}
        few = too_few(sides, across=bool(arguments.against))
        _check_number(few, [*read.notes, *problems], line, verbose=arguments.verbose)
        proposals = search.proposals()
        ends = [end for own in proposals for end in (own.reference, own.candidate)]
        articles = frame.named(ends)
    return _Searched(proposals, articles, sum(sides.values()), problems, read.notes)


def _check_places(arguments: argparse.Namespace) -> None:
    """Raise BadInput if the list would overwrite articles, or if both sides are the same."""
    output = os.path.realpath(arguments.output) if arguments.output else ""
    places = {os.path.realpath(source) for source in arguments.sources}
    for source in (*arguments.sources, *arguments.against):
        if os.path.realpath(source) == output:
            raise _refused(AboutFind.SOURCE_IS_LIST, source)
    for source in arguments.against:
        if os.path.realpath(source) in places:
            raise _refused(AboutFind.ON_BOTH_SIDES, source)


def _refused(what: AboutFind, path: str) -> BadInput:
    """Return the error that says *what* is wrong about *path*."""
    from ..documents import shown_name

    return BadInput(str(Message(what, name=shown_name(path))))


def _sources(
    arguments: argparse.Namespace,
) -> tuple[Sequence[str], Sequence[str], SourceOptions, Sequence[str]]:
    """Return the arguments of ``gather``, in order."""
    from ..find.sources import SourceOptions

    manner = SourceOptions(arguments.text, arguments.id, arguments.encoding)
    out = [arguments.output] if arguments.output else []
    return arguments.sources, arguments.against, manner, out


def _check_number(
    few: Message | None, problems: Sequence[Message], line: StatusLine, *, verbose: bool
) -> None:
    if few is not None:
        line.clear()
        lines = _problem_lines(problems, verbose=verbose)
        if few.code is not AboutFind.NONE or not lines:  # else these say why there are none
            lines.append(str(few))
        for sentence in lines[:-1]:
            say(_PROGRAM, sentence)
        raise BadInput(lines[-1])


def _show(line: StatusLine, stage: SearchStage) -> None:
    share = f" of {stage.total:,}" if stage.total else ""
    line.show(f"{_SAID[stage.name]}: {stage.done:,}{share}")


def _problem_lines(problems: Sequence[Message], *, verbose: bool) -> list[str]:
    """Return the lines about *problems*, and how to see those that are left out."""
    lines = [str(problem) for problem in (problems if verbose else problems[:_TOLD])]
    more = len(problems) - len(lines)
    return [*lines, f"{more:,} more could not be read; --verbose names them."] if more else lines


def _tell(found: _Searched, *, verbose: bool) -> None:
    """Say on standard error what was left out, and what was found."""
    for sentence in (*map(str, found.notes), *_problem_lines(found.problems, verbose=verbose)):
        say(_PROGRAM, sentence)
    pairs = len(found.proposals)
    said = "pair" if pairs == 1 else "pairs"
    say(_PROGRAM, f"{pairs:,} {said} among {found.total:,} articles.")


if __name__ == "__main__":
    import sys

    sys.exit(run_program(main))
