"""``copydesk``: checks the arguments, then opens the window.

Errors that can be found without a window are reported on standard error, with exit status 2; where
a menu or a file manager started the program and nobody sees that, the window says them. The worker
process is started first, so that it gets ready while Qt is being loaded.
"""

from __future__ import annotations

import argparse
import os
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..own_process import collector_paused
from ..resources import languages
from ..review.preparing.worker_link import WorkerLink
from .arguments import BadInput, Parser, given_path, share
from .output import BAD_INPUT, exit_now, is_heard, say

if TYPE_CHECKING:
    from ..labels import Pair, PairList
    from ..review.opening.wanted import Disputes, Review, Wanted

_BLIND = ("names", "figures", "off")
_EXPECTED = 3  # pairs of a list whose formats the worker gets ready for
_LAST_WAIT = 0.5  # seconds for threads that are still busy when the window is closed


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit status."""
    try:
        arguments = make_parser().parse_args(argv)
    except BadInput as error:
        return _complain(str(error))
    if arguments.desktop is not None:
        return _change_desktop(arguments)
    threads_before = threading.enumerate()
    link = WorkerLink()
    try:
        with collector_paused():  # what is made now stays; ``GcScheduler`` collects later
            status = _open(arguments, link)
    finally:
        link.close()
    leave_stuck_threads(threads_before, status)
    return status


def leave_stuck_threads(
    threads_before: list[threading.Thread], status: int, wait: float = _LAST_WAIT
) -> None:
    """End the process here if a thread started since *threads_before* does not end.

    All of them together get *wait* seconds. Such a thread waits for a disk that does not answer.
    Python's shutdown frees objects that a running thread still uses, which sometimes ends in a
    segmentation fault.
    """
    deadline = time.monotonic() + wait
    while left := set(threading.enumerate()).difference(threads_before):
        for thread in left:
            if thread.is_alive():  # else another of them is just starting it, and is waited for
                thread.join(max(0.0, deadline - time.monotonic()))
        if time.monotonic() > deadline:
            break
    if left:
        exit_now(status)


class _Found(NamedTuple):
    """What is at the paths: pairs, a single document, or something that the window opens itself."""

    paths: tuple[str, ...] = ()
    pairs: PairList | None = None
    lone: str | None = None
    later: tuple[str, ...] = ()


def _open(arguments: argparse.Namespace, link: WorkerLink) -> int:
    in_window = arguments.from_desktop or not is_heard()
    try:
        wanted = _wanted(arguments)
        found = _find(wanted, in_window=in_window)
    except BadInput as error:
        return _complain(str(error))
    if found.pairs is not None:
        from ..review.preparing.protocol import Expect

        link.send(Expect(_first_names(found.pairs.pairs)))
    try:
        from ..app import Start, StartError, run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")) and ".so" not in str(error):
            raise
        from .libraries import explain  # where all is well nobody needs it

        return _complain(explain(str(error)))
    start = Start(
        paths=found.paths,
        lone=found.lone,
        later=found.later,
        labels=arguments.labels,
        labels_set=arguments.labels_set,
        annotator=arguments.annotator or "",
        columns=arguments.columns,
        encoding=arguments.encoding,
        whole_page=arguments.whole_page,
        theme=arguments.theme,
        language=arguments.language,
        guidelines=arguments.guidelines,
        pairs=found.pairs,
        disputes=wanted.disputes,
        blind=arguments.blind,
        review=wanted.review,
        allow_local=arguments.allow_local,
        in_window=in_window,
    )
    try:
        return run(start, link, _why_no_window)
    except StartError as error:
        return _complain(str(error))


def _wanted(arguments: argparse.Namespace) -> Wanted:
    """Return what to open according to the arguments; raises BadInput."""
    from ..review.opening.wanted import Wanted  # the worker is on its way already

    disputes, review = _others_labels(arguments)
    return Wanted(
        tuple(arguments.paths),
        labels_set=arguments.labels_set,
        columns=arguments.columns,
        encoding=arguments.encoding,
        disputes=disputes,
        blind=arguments.blind,
        review=review,
    )


def _find(wanted: Wanted, *, in_window: bool) -> _Found:
    """Return what is at the paths of *wanted*; raises BadInput if nothing there can be opened.

    *in_window*, the window tries once more instead, and says why it cannot. Web pages are not
    requested before the window is visible.
    """
    from ..documents.web.web_addresses import is_address
    from ..labels import LabelFileError, LoneDocumentError, LooseArticlesError, PairListError
    from ..labels.label_values import UnnamedColumnsError
    from ..review.opening.opening import wanted_pairs

    paths = wanted.paths
    if len(paths) == 1 and is_address(paths[0]):
        return _Found(lone=paths[0])
    try:
        return _Found(paths, wanted_pairs(wanted) if paths else None)
    except LoneDocumentError as error:
        return _Found(lone=error.path)
    except LooseArticlesError as error:
        is_asked = isinstance(error, UnnamedColumnsError)  # the terminal names columns
        is_refused = is_asked or wanted.is_about_others or wanted.columns is not None
        if is_refused and not in_window:
            raise BadInput(str(error)) from None
        return _Found(later=(error.path,))
    except (PairListError, LabelFileError) as error:
        if in_window:
            return _Found(later=paths)
        raise BadInput(str(error)) from None


def _first_names(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Return the names of those documents of the first of *pairs* that are files."""
    both = [
        part
        for pair in pairs[:_EXPECTED]
        for part in ((pair.reference, pair.reference_text), (pair.candidate, pair.candidate_text))
    ]
    return tuple(name for name, text in both if text is None)


def _others_labels(arguments: argparse.Namespace) -> tuple[Disputes | None, Review | None]:
    """Return the label files to be adjudicated, or viewed; raises BadInput.

    Adjudication, viewing, blind reading and the names of columns need one pair list.
    """
    from ..documents.web.web_addresses import is_address
    from ..review.opening.wanted import Disputes, Review

    is_list = len(arguments.paths) == 1 and not is_address(arguments.paths[0])
    disputes = review = None
    if arguments.adjudicate:
        if not is_list:
            raise BadInput(
                "--adjudicate takes one pair list, named before it: copydesk PAIRS --adjudicate "
                "FILE..."
            )
        disputes = Disputes(
            tuple(arguments.adjudicate),
            arguments.sample,
            arguments.hide_names,
            arguments.by_file,
            arguments.join_names,
        )
    elif arguments.sample or arguments.hide_names or arguments.join_names:
        raise BadInput("--sample, --hide-names and --join-names go with --adjudicate.")
    elif arguments.by_file and not arguments.review:
        raise BadInput("--by-file goes with --adjudicate and --review.")
    if arguments.review:
        if not is_list:
            raise BadInput(
                "--review takes one pair list, named before it: copydesk PAIRS --review FILE..."
            )
        if arguments.adjudicate or arguments.labels:
            other = "--adjudicate" if arguments.adjudicate else "--labels"
            raise BadInput(f"--review changes no labels; leave {other} out.")
        review = Review(
            tuple(arguments.review), arguments.annotator or "", by_file=arguments.by_file
        )
    if arguments.blind is not None and not is_list:
        raise BadInput(
            "--blind takes one pair list or folder, named before it: copydesk PAIRS --blind."
        )
    if arguments.columns is not None and not is_list:
        raise BadInput(
            "--columns takes one pair list, named before it: copydesk PAIRS --columns "
            "REFERENCE,CANDIDATE."
        )
    return disputes, review


def _why_no_window(said: str) -> str:
    from .libraries import explain_platform

    return explain_platform(said, os.environ)


def make_parser() -> Parser:
    """Return the parser of the arguments, which also describes them."""
    parser = Parser(
        prog="copydesk",
        usage="%(prog)s [options]\n       %(prog)s [options] REFERENCE CANDIDATE\n"
        "       %(prog)s [options] PAIRS\n       %(prog)s [options] FOLDER\n"
        "       %(prog)s [options] DOCUMENT",
        description="Show two articles side by side, mark which words were substituted and which "
        "sections are missing, and label the pair with one key. Without arguments the window asks "
        "what to open.",
        examples=(
            ("copydesk old.txt new.html", "review two documents"),
            (
                "copydesk https://example.org/a https://example.net/b",
                "review two web pages",
            ),
            ("copydesk --labels mine.csv pairs.csv", "review a list and write labels to mine.csv"),
            ("copydesk pairs.csv --blind", "review it without seeing what the files are called"),
        ),
        statuses=(
            (0, "the window was closed, or what an option asked for is done"),
            (2, "wrong use or bad input; one sentence on standard error says what is wrong"),
        ),
    )
    parser.add_paths(
        "; or one document, to which the window asks for the second; or a folder, or a file with "
        "one article in each row, in which it looks for pairs"
    )
    _add_label_options(parser)
    parser.add_columns()
    parser.add_encoding()
    parser.add_allow_local()
    _add_blind(parser)
    _add_adjudication(parser)
    _add_review(parser)
    _add_view_options(parser)
    _add_desktop_options(parser)
    parser.add_program_options()
    return parser


def _add_label_options(parser: Parser) -> None:
    parser.add_argument(
        "--labels",
        metavar="FILE",
        help="write the labels to FILE (default: labels.csv beside the pair list; for two "
        "documents, in the current folder)",
    )
    parser.add_labels_set("beside the pair list")
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        type=_annotator,
        help="label under this name, until another one is chosen in the window (default: the "
        "name in its settings, else the login name)",
    )


def _add_blind(parser: Parser) -> None:
    parser.add_argument(
        "--blind",
        metavar="WHAT",
        nargs="?",
        type=_blind,
        choices=_BLIND,
        const="names",
        help="read the pair list blind: names, or no WHAT, hides file names, paths, ids and "
        "columns, and draws the order and the sides for each annotator; figures hides "
        "similarities, too; off ends blind reading on purpose. Once on, it stays on for the label "
        "file",
    )


def _add_adjudication(parser: Parser) -> None:
    parser.add_argument(
        "--adjudicate",
        metavar="FILE",
        nargs="+",
        type=given_path,
        help="open only those pairs of the list about which the annotators of these label files "
        "disagree, the hardest first, with what each said; your labels go to adjudicated.csv "
        "beside the list",
    )
    parser.add_argument(
        "--sample",
        metavar="SHARE",
        type=share,
        default=0.0,
        help="with --adjudicate: after them, a share of the pairs on which they agree, for "
        "example 5%%",
    )
    parser.add_argument(
        "--hide-names",
        action="store_true",
        help="with --adjudicate: do not show which annotator said what",
    )
    parser.add_argument(
        "--by-file",
        action="store_true",
        help="with --adjudicate and --review: treat each label file as an annotator of its own, "
        "for example where all have one login name",
    )

    parser.add_argument(
        "--join-names",
        action="store_true",
        help="with --adjudicate: treat annotators whose names differ only in blanks, capitals or "
        "Unicode form as one",
    )


def _add_review(parser: Parser) -> None:
    parser.add_argument(
        "--review",
        metavar="FILE",
        nargs="+",
        type=given_path,
        help="read the labels of the first label file without changing any; what other annotators "
        "say in it, and in the files after it, is shown among the details, and a filter shows "
        "where "
        "an adjudicator decided otherwise; --annotator says whose labels",
    )


def _add_view_options(parser: Parser) -> None:
    parser.add_argument(
        "--whole-page",
        action="store_true",
        help="show web pages whole, with menus and footers, instead of the article alone",
    )
    parser.add_argument(
        "--guidelines", metavar="FILE", help="show this document beside the pairs as guidelines"
    )
    parser.add_argument(
        "--theme",
        choices=("light", "dark", "system"),
        help="the colours of the window (default: as chosen in its settings)",
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        type=_language,
        help=f"the language of the window: {_languages()} (default: as chosen in its settings)",
    )


def _add_desktop_options(parser: Parser) -> None:
    desktop = parser.add_mutually_exclusive_group()
    desktop.add_argument(
        "--install-desktop",
        dest="desktop",
        action="store_const",
        const="install",
        help="put Copydesk into the menus of your Linux desktop, say which files were written, "
        "and exit",
    )
    desktop.add_argument(
        "--remove-desktop",
        dest="desktop",
        action="store_const",
        const="remove",
        help="delete what --install-desktop wrote, and exit",
    )
    parser.add_argument(
        "--from-desktop",
        action="store_true",
        help="say in the window what cannot be opened, not on standard error; menus and file "
        "managers start it so",
    )


def _annotator(name: str) -> str:
    from ..review.opening.wanted import annotator_problem  # few name one

    problem = annotator_problem(name)
    if problem is not None:
        raise argparse.ArgumentTypeError(str(problem).rstrip("."))
    return name.strip()


def _blind(what: str) -> str:
    if what not in _BLIND:
        raise argparse.ArgumentTypeError(
            f"{what!r} is none of {', '.join(_BLIND)}; name the pair list before it"
        )
    return what


def _language(code: str) -> str:
    if code.replace("-", "_").split("_")[0] not in (*languages(), "system"):
        raise argparse.ArgumentTypeError(f"there is no language {code!r}; choose {_languages()}")
    return code


def _languages() -> str:
    """Return the languages of the window as a sentence has them: ``en, de or ja``."""
    *others, last = languages()
    return f"{', '.join(others)} or {last}" if others else last


def _change_desktop(arguments: argparse.Namespace) -> int:
    from .desktop_files import DesktopError, install_desktop, remove_desktop
    from .output import Output, OutputError

    if arguments.paths:
        return _complain(f"--{arguments.desktop}-desktop opens nothing; leave the paths out.")
    try:
        if arguments.desktop == "install":
            said = [f"wrote {place}" for place in install_desktop()]
        else:
            removed = [f"deleted {place}" for place in remove_desktop()]
            said = removed or ["nothing to delete: --install-desktop has written nothing here"]
        with Output(None) as output:
            output.write("".join(f"{line}\n" for line in said))
    except (DesktopError, OutputError) as error:
        return _complain(str(error))
    return 0


def _complain(sentence: str) -> int:
    say("copydesk", *sentence.split("\n"))
    return BAD_INPUT


if __name__ == "__main__":
    from . import copydesk

    raise SystemExit(copydesk())
