"""``copydesk-compare``: two documents, or every pair of a list, compared and printed.

What reads and compares is imported after the arguments are understood, so that ``--help`` and
a mistyped option answer at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from .arguments import BadInput, Parser
from .output import Output, OutputError, Progress, say

if TYPE_CHECKING:
    from pathlib import Path

    from ..compare import Comparison, Options
    from ..compare.scoring_model import Model, Sources
    from ..documents import Document, Reader
    from ..labels.label_values import Pair, PairList

_PROGRAM = "copydesk-compare"
_FORMATS = ("text", "json", "jsonl", "html")
_MINOR = ("case", "quotes", "dashes", "spacing", "punctuation", "marks")
_MINOR_BY_DEFAULT = ("case", "quotes", "dashes", "spacing", "marks")
BAD_PAIRS, BAD_INPUT, INTERRUPTED, NO_READER = 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: all compared. 1: some pairs of a list could not be. 2: wrong use or bad input, one
    sentence on standard error. 130: interrupted. 141: the reader of the output went away.
    """
    try:
        return _run(make_parser().parse_args(argv))
    except (BadInput, OutputError) as error:
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
                "write a report that one can send on",
            ),
            (
                "copydesk-compare --format jsonl pairs.csv",
                "compare every pair of a list, one JSON object on each line",
            ),
        ),
        statuses=(
            (0, "everything was compared"),
            (1, "some pairs of the list could not be compared"),
            (2, "wrong use or bad input; one sentence on standard error says what is wrong"),
        ),
    )
    parser.add_paths()
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="what to write: text, json, jsonl (one JSON object on each line) or html (one file "
        "that stands alone, for a single pair); default: text",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE instead of standard output; FILE is written whole or not at all",
    )
    parser.add_encoding()
    parser.add_argument(
        "--whole-page",
        action="store_true",
        help="read web pages whole, with menus and footers, instead of the article alone",
    )
    parser.add_argument(
        "--minor",
        metavar="KINDS",
        type=_minor,
        default=_MINOR_BY_DEFAULT,
        help="the kinds of differences that count as minor, with commas between: "
        f"{', '.join(_MINOR)}; or all, or none (default: {','.join(_MINOR_BY_DEFAULT)})",
    )
    parser.add_columns()
    _add_model_options(parser)
    parser.add_program_options()
    return parser


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


def _minor(text: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in text.split(","))
    if kinds == ("all",):
        return _MINOR
    if kinds == ("none",):
        return ()
    unknown = [kind for kind in kinds if kind not in _MINOR]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(_MINOR)}")
    return kinds


def _run(arguments: argparse.Namespace) -> int:
    _check(arguments)
    from ..compare import Options
    from ..documents import Reader

    with Reader() as reader:
        job = _Job(
            options=Options(**{kind: kind in arguments.minor for kind in _MINOR}),
            model=_model(arguments),
            encoding=arguments.encoding,
            whole_page=arguments.whole_page,
            reader=reader,
        )
        if len(arguments.paths) == 2:
            return _run_pair(arguments, job)
        return _learn(arguments, job) if arguments.learn else _run_list(arguments, job)


def _model(arguments: argparse.Namespace) -> Model:
    from ..compare.scoring_model import ModelError, load_model

    try:
        return load_model(
            shipped=not arguments.no_thesaurus,
            thesauri=arguments.thesaurus,
            swaps=arguments.swaps,
        )
    except ModelError as error:
        raise BadInput(str(error)) from None


def _check(arguments: argparse.Namespace) -> None:
    if len(arguments.paths) not in (1, 2):
        from ..messages import Message
        from ..messages.about_pairs import AboutPairs

        raise BadInput(str(Message(AboutPairs.NAME_DOCUMENTS_OR_LIST)))
    if arguments.learn and len(arguments.paths) == 2:
        raise BadInput("--learn takes a pair list; one pair alone teaches no swaps.")
    if arguments.learn and arguments.format:
        raise BadInput("--learn writes a table of swaps as CSV; leave --format out.")
    if len(arguments.paths) == 1 and arguments.format == "html":
        raise BadInput(
            "an HTML report shows one pair; give two documents, or use another format for a list."
        )
    if len(arguments.paths) == 2 and arguments.columns:
        raise BadInput("--columns is for pair lists; leave it out to compare two documents.")
    if arguments.output is not None:
        from pathlib import Path

        output = Path(arguments.output)
        used = [*arguments.paths, *arguments.thesaurus, arguments.swaps or ""]
        if any(_same_file(output, Path(path)) for path in used if path):
            from ..documents import shown_name

            name = shown_name(output)
            raise BadInput(f"--output would overwrite {name}, which is read; choose another.")


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


class _Job:
    """How the documents are read and compared, the same for every pair of a run."""

    def __init__(
        self,
        *,
        options: Options,
        model: Model,
        encoding: str | None,
        whole_page: bool,
        reader: Reader,
    ) -> None:
        self._options = options
        self._model = model
        self._encoding = encoding
        self._whole_page = whole_page
        self._reader = reader

    @property
    def sources(self) -> Sources:
        """The thesauri and the table of swaps that the comparisons rest on."""
        return self._model.sources

    def pair(self, pair: Pair, folder: Path) -> Comparison:
        """Return the comparison of a pair; raise BadInput with the reason where there is none."""
        from ..labels.pair_table import missing_document

        problem = pair.problem or missing_document(pair, folder)
        if problem is not None:
            raise BadInput(str(problem))
        first, second = pair.sources(folder)
        return self.compare(self._read(first, pair.reference), self._read(second, pair.candidate))

    def load(self, path: str | Path) -> Document:
        """Return the document at *path*."""
        from ..documents import DocumentError, load

        try:
            return load(
                path, encoding=self._encoding, whole_page=self._whole_page, reader=self._reader
            )
        except DocumentError as error:
            raise BadInput(str(error)) from None

    def compare(self, reference: Document, candidate: Document) -> Comparison:
        """Return the comparison of two documents."""
        from ..compare import compare

        return compare(reference, candidate, options=self._options, model=self._model)

    def _read(self, source: str | Path, name: str) -> Document:
        from dataclasses import replace

        from ..documents import DocumentError, from_text

        if isinstance(source, str):
            try:
                return from_text(source, name=name)
            except DocumentError as error:
                raise BadInput(str(error)) from None
        return replace(self.load(source), name=name)


def _run_pair(arguments: argparse.Namespace, job: _Job) -> int:
    from ..labels.label_values import PairListError
    from ..labels.pair_sources import look_for_two, pair_of_files

    try:
        reference, candidate = map(job.load, look_for_two(*arguments.paths))
    except PairListError as error:
        raise BadInput(str(error)) from None
    pair = pair_of_files(*arguments.paths).pairs[0]
    comparison = job.compare(reference, candidate)
    with Output(arguments.output) as output:
        output.write(_report(arguments.format or "text", comparison, pair.id, job.sources))
    return 0


def _report(form: str, comparison: Comparison, pair_id: str, sources: Sources) -> str:
    from .. import reports

    if form == "html":
        return reports.to_html(comparison, title=pair_id.replace("|", " and "))
    if form == "text":
        return reports.to_text(comparison)
    written = reports.json_page if form == "json" else reports.json_text
    return written(reports.to_json(comparison, pair_id=pair_id, sources=sources)) + "\n"


def _run_list(arguments: argparse.Namespace, job: _Job) -> int:
    printed = {"text": _text_of_list, "json": _json_of_list, "jsonl": _lines_of_list}
    run = _Run(arguments, job)
    with Output(arguments.output) as output:
        printed[arguments.format or "text"](run.results(), output.write, job.sources)
    return BAD_PAIRS if run.failed else 0


def _learn(arguments: argparse.Namespace, job: _Job) -> int:
    """Write the swaps that the pairs of a list have in common; say which could not be read."""
    from ..compare.swap_table import learn, lesson_of, written
    from ..documents import counted

    run = _Run(arguments, job)
    lessons = []
    with Output(arguments.output) as output:
        for pair, result in run.results():
            if isinstance(result, str):
                say(_PROGRAM, f"{pair.id}: {result}")
            elif lesson := lesson_of(result):
                lessons.append(lesson)
        swaps = learn(lessons)
        output.write(written(swaps))
    number = counted(len(swaps), "swap") if swaps else "no swaps"
    total = counted(run.total, "pair")
    say(_PROGRAM, f"{number} learned from {len(dict(lessons)):,} of {total}.")
    return BAD_PAIRS if run.failed else 0


class _Run:
    """The pairs of a list, compared one after the other under a progress bar."""

    def __init__(self, arguments: argparse.Namespace, job: _Job) -> None:
        self._pairs = _read_list(arguments)
        self._job = job
        self.total = len(self._pairs.pairs)
        self.failed = 0
        for notice in self._pairs.notices:
            say(_PROGRAM, str(notice))

    def results(self) -> _Results:
        """Yield each pair with its comparison, or with the sentence that says why not."""
        progress = Progress(self.total)
        for number, pair in enumerate(self._pairs.pairs):
            progress.show(number, self.failed)
            result = _compared(self._job, pair, self._pairs.folder)
            self.failed += isinstance(result, str)
            progress.clear()
            yield pair, result


def _read_list(arguments: argparse.Namespace) -> PairList:
    from ..labels.label_values import PairListError
    from ..labels.pair_sources import read_pairs

    try:
        return read_pairs(arguments.paths[0], columns=arguments.columns)
    except PairListError as error:
        raise BadInput(str(error)) from None


def _compared(job: _Job, pair: Pair, folder: Path) -> Comparison | str:
    """Return the comparison of *pair*, or the sentence that says why there is none."""
    try:
        return job.pair(pair, folder)
    except BadInput as error:
        return str(error)
    except Exception as error:  # a fault of ours must not cost the rest of a long run
        return (
            f"This pair could not be compared because of a fault in Copydesk "
            f"({type(error).__name__}: {error}); please report it."
        )


_Results = Iterator["tuple[Pair, Comparison | str]"]


def _lines_of_list(results: _Results, write: Callable[[str], None], sources: Sources) -> None:
    for pair, result in results:
        write(_json(pair, result, sources) + "\n")


def _json_of_list(results: _Results, write: Callable[[str], None], sources: Sources) -> None:
    before = "[\n"
    for pair, result in results:
        write(before + _json(pair, result, sources))
        before = ",\n"
    write("\n]\n" if before == ",\n" else "[]\n")


def _text_of_list(results: _Results, write: Callable[[str], None], sources: Sources) -> None:
    from .. import reports

    for pair, result in results:
        heading = f"=== {reports.on_one_line(pair.id)}\n\n"
        if isinstance(result, str):
            write(f"{heading}error: {reports.on_one_line(result)}\n\n")
        else:
            write(f"{heading}{reports.to_text(result)}\n")


def _json(pair: Pair, result: Comparison | str, sources: Sources) -> str:
    from .. import reports

    if isinstance(result, str):
        return reports.json_text(reports.to_json_error(result, pair_id=pair.id))
    return reports.json_text(reports.to_json(result, pair_id=pair.id, sources=sources))
