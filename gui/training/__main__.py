"""The command ``python -m gui.training``: learn the aligner's weights, report how good they are."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..commands.arguments import BadInput, Parser
from ..commands.output import Output, OutputError, say
from ..compare.modelling.scoring_model import Model
from ..documents import shown_name
from ..extra_libraries import is_installed
from ..lexicon.thesaurus import NoThesaurus, Related, Thesaurus, ThesaurusError
from ..resources import ResourceError, resource_path
from .evaluation import Report, words_apart
from .hyperparameters import LEARNING
from .marked_pairs import (
    MarkedPair,
    PairError,
    read_languages,
    read_pairs,
    read_unrelated,
    strangers,
    with_foreign_paragraphs,
)

_PROGRAM = "python -m gui.training"


class TrainingError(Exception):
    """Training or reporting is impossible; the message is one sentence."""


_EXPECTED = (BadInput, TrainingError, PairError, OutputError, ResourceError, ThesaurusError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status: 0, or 2 after a sentence about an error."""
    try:
        _run(_parser().parse_args(arguments))
    except _EXPECTED as error:
        _show("")
        say(_PROGRAM, str(error))
        return 2
    except KeyboardInterrupt:
        _show("")
        return 130
    return 0


def _parser() -> Parser:
    parser = Parser(
        prog=_PROGRAM,
        description="Learn the weights of the aligner from pairs of texts whose alignment is "
        "known, write them, and report how well the aligner then does on other pairs.",
    )
    add = parser.add_argument
    add("--report", action="store_true", help="do not train; report on the weights that exist")
    add(
        "--pairs",
        metavar="FOLDER",
        type=Path,
        default=_model("pairs"),
        help="the folder of marked pairs, *.txt (default: the program's own)",
    )
    for option, kind, default, what in (
        (
            "--penalty",
            _positive,
            LEARNING.penalty,
            "price of large weights: N times half their squares",
        ),
        ("--strangers", _number, LEARNING.strangers, "add N mixtures of unrelated paragraphs"),
        ("--jobs", _number, os.cpu_count() or 1, "use N processes; the result is the same"),
    ):
        add(option, metavar="N", type=kind, default=default, help=f"{what} (default: %(default)s)")
    add(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        default=_model("weights.json"),
        help="the weights to write, or with --report to read (default: the program's own)",
    )
    return parser


def _model(name: str) -> Path:
    return resource_path("model") / name


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no whole number")
    return int(text)


def _positive(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.0 < found < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number above 0")
    return found


class _Weights(NamedTuple):
    """The weights of a ``Model``, and those that it has where no thesaurus knows the words."""

    aided: dict[str, float]
    unaided: dict[str, float]


class _Pairs(NamedTuple):
    """The marked pairs, those in other languages, and the unrelated ones."""

    marked: list[MarkedPair]
    languages: list[MarkedPair]
    unrelated: list[MarkedPair]

    def of(self, *, is_test: bool) -> _Pairs:
        return _Pairs(*[[pair for pair in own if pair.is_test == is_test] for own in self])


def _run(given: argparse.Namespace) -> None:
    folder = given.pairs
    pairs = _Pairs(read_pairs(folder), read_languages(folder), read_unrelated(folder))
    thesaurus = Thesaurus.open(resource_path("model", "moby.thesaurus"))
    if given.report:
        weights = _read_weights(given.output)
    else:
        train = pairs.of(is_test=False)
        if not train.marked:
            raise TrainingError(f"{folder}: no pair is of the set train.")
        weights = _trained(given, train, thesaurus)
        _write(given, weights, train, thesaurus)
    model = Model(weights.aided, thesaurus, unaided=weights.unaided)
    test = pairs.of(is_test=True)
    _report(test.marked, model)
    if test.languages:
        _report(test.languages, model)
    _report_unrelated(test.unrelated, model)


def _trained(given: argparse.Namespace, pairs: _Pairs, thesaurus: Related) -> _Weights:
    """Return the weights learned from *pairs*, those of the aligner from mixtures of them, too.

    Unrelated ones teach what tells one story from two of one kind.
    """
    for library in ("numpy", "scipy"):
        if not is_installed(library):
            raise TrainingError(f"Training needs {library}; install copydesk[train].")
    from .minimization import NoMinimumError
    from .stages import fit_stages, fit_unaided

    both, nothing = [*pairs.marked, *pairs.languages], NoThesaurus()
    try:
        aligner = _of_aligner(given, pairs.marked, thesaurus, LEARNING.without_classes)
        aided = fit_stages(pairs.marked, aligner, thesaurus, pairs.unrelated)
        unaided = _of_aligner(given, both, nothing, LEARNING.unaided_without_classes)
        return _Weights(aided, fit_unaided(both, unaided))
    except NoMinimumError as error:
        raise TrainingError(str(error)) from error


def _of_aligner(
    given: argparse.Namespace,
    pairs: Sequence[MarkedPair],
    thesaurus: Related,
    without_classes: int,
) -> dict[str, float]:
    """Return the aligner's own weights; one pair in *without_classes* is read without classes."""
    from .corpus import parts_of
    from .fit import fit
    from .path_features import FEATURES

    mixed = [*pairs, *strangers(pairs, given.strangers), *with_foreign_paragraphs(pairs)]
    parts = [
        part
        for n, pair in enumerate(_counted(mixed, "pairs read"))
        for part in parts_of(pair, thesaurus, classes=n % without_classes > 0)
    ]
    steps = sum(part.features.shape[0] for part in parts)
    print(
        f"{len(pairs)} pairs and {len(mixed) - len(pairs)} mixtures: {len(parts)} parts, "
        f"{steps} possible steps, {len(FEATURES)} features",
        flush=True,
    )

    def show_progress(done: int, price: float) -> None:
        _show(f"{done} steps of the search, log-likelihood {-price:.1f}")

    found = fit(
        parts,
        penalty=given.penalty,
        jobs=min(max(1, given.jobs), len(parts)),
        on_step=show_progress,
    )
    _show("")
    print(
        f"{found.steps} steps of the search, penalized log-likelihood {-found.value:.1f}",
        flush=True,
    )
    return {
        name: round(float(weight), LEARNING.decimals)
        for name, weight in zip(FEATURES, found.weights, strict=True)
    }


def _write(
    given: argparse.Namespace,
    weights: _Weights,
    pairs: _Pairs,
    thesaurus: Related,
) -> None:
    from .learned_from import digests

    command = [_PROGRAM]
    for option, value, default in (
        ("--pairs", given.pairs, _model("pairs")),
        ("--penalty", given.penalty, LEARNING.penalty),
        ("--strangers", given.strangers, LEARNING.strangers),
    ):
        if value != default:
            command += [option, value.name if isinstance(value, Path) else str(value)]
    content = {
        "about": f"The weights of the aligner's features, by name; made by: {' '.join(command)}",
        "learned with": LEARNING._replace(
            penalty=given.penalty, strangers=given.strangers
        )._asdict(),
        "pairs": _size_of(pairs.marked),
        "in other languages": _size_of(pairs.languages),
        "learned from": digests(pairs.marked, thesaurus, pairs.unrelated, pairs.languages),
        "weights": dict(sorted(weights.aided.items())),
        "without a thesaurus": dict(sorted(weights.unaided.items())),
    }
    with Output(str(given.output)) as output:
        output.write(json.dumps(content, indent=1) + "\n")
    print(f"Written to {shown_name(given.output)}.")


def _size_of(pairs: Sequence[MarkedPair]) -> dict[str, int]:
    return {"number": len(pairs), "words": sum(pair.words for pair in pairs)}


def _read_weights(path: Path) -> _Weights:
    try:
        written = json.loads(path.read_bytes())
        aided, unaided = (
            {str(name): float(weight) for name, weight in written[own].items()}
            for own in ("weights", "without a thesaurus")
        )
        return _Weights(aided, unaided)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TrainingError(f"{path}: the weights cannot be read ({error}).") from error


def _report(pairs: Sequence[MarkedPair], model: Model) -> None:
    if not pairs:
        print("No pair is of the set test: there is nothing to report on.")
        return
    report = Report()
    for pair in _counted(pairs, "pairs compared"):
        report.add(pair, model)
    print("", *report.lines(), sep="\n")


def _report_unrelated(pairs: Sequence[MarkedPair], model: Model) -> None:
    if pairs:
        apart = words_apart(pairs, model)
        print(f"{len(pairs)} pairs of unrelated stories: {apart:.3f} of their words are told apart")


def _counted(pairs: Sequence[MarkedPair], what: str) -> Iterator[MarkedPair]:
    """Yield *pairs*, showing on a terminal how many are done."""
    for n, pair in enumerate(pairs):
        _show(f"{n} of {len(pairs)} {what}")
        yield pair
    _show("")


def _show(text: str) -> None:
    """Replace the line of progress by *text*, if standard error is a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text}\x1b[K")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
