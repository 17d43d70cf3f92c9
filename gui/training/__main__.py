"""The command ``python -m gui.training``: learn the aligner's weights, report how good they are."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..commands.arguments import BadInput, Parser
from ..commands.output import Output, OutputError, say
from ..compare.modelling.scoring_model import Model
from ..documents import shown_name
from ..extra_libraries import is_installed
from ..lexicon.thesaurus import Related, Thesaurus, ThesaurusError
from ..resources import ResourceError, resource_path
from .evaluation import Report, words_apart
from .hyperparameters import LEARNING
from .marked_pairs import (
    MarkedPair,
    PairError,
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


def _run(given: argparse.Namespace) -> None:
    pairs, unrelated = read_pairs(given.pairs), read_unrelated(given.pairs)
    thesaurus = Thesaurus.open(resource_path("model", "moby.thesaurus"))
    if given.report:
        weights = _read_weights(given.output)
    else:
        train = [pair for pair in pairs if not pair.is_test]
        if not train:
            raise TrainingError(f"{given.pairs}: no pair is of the set train.")
        alike = [pair for pair in unrelated if not pair.is_test]
        weights = _trained(given, train, alike, thesaurus)
        _write(given, weights, train, alike, thesaurus)
    model = Model(weights, thesaurus)
    _report([pair for pair in pairs if pair.is_test], model)
    _report_unrelated([pair for pair in unrelated if pair.is_test], model)


def _trained(
    given: argparse.Namespace,
    pairs: Sequence[MarkedPair],
    unrelated: Sequence[MarkedPair],
    thesaurus: Related,
) -> dict[str, float]:
    """Return the weights learned from *pairs*, those of the aligner from mixtures of them, too.

    *unrelated* ones teach what tells one story from two of one kind.
    """
    for library in ("numpy", "scipy"):
        if not is_installed(library):
            raise TrainingError(f"Training needs {library}; install copydesk[train].")
    from .minimization import NoMinimumError

    try:
        return _learned(given, pairs, unrelated, thesaurus)
    except NoMinimumError as error:
        raise TrainingError(str(error)) from error


def _learned(
    given: argparse.Namespace,
    pairs: Sequence[MarkedPair],
    unrelated: Sequence[MarkedPair],
    thesaurus: Related,
) -> dict[str, float]:
    from .corpus import parts_of
    from .fit import fit
    from .path_features import FEATURES
    from .stages import fit_stages

    mixed = [*pairs, *strangers(pairs, given.strangers), *with_foreign_paragraphs(pairs)]
    parts = [
        part
        for n, pair in enumerate(_counted(mixed, "pairs read"))
        for part in parts_of(pair, thesaurus, classes=n % LEARNING.without_classes > 0)
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
    weights = {
        name: round(float(weight), LEARNING.decimals)
        for name, weight in zip(FEATURES, found.weights, strict=True)
    }
    return fit_stages(pairs, weights, thesaurus, unrelated)


def _write(
    given: argparse.Namespace,
    weights: Mapping[str, float],
    pairs: Sequence[MarkedPair],
    unrelated: Sequence[MarkedPair],
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
        "pairs": {"number": len(pairs), "words": sum(pair.words for pair in pairs)},
        "learned from": digests(pairs, thesaurus, unrelated),
        "weights": dict(sorted(weights.items())),
    }
    with Output(str(given.output)) as output:
        output.write(json.dumps(content, indent=1) + "\n")
    print(f"Written to {shown_name(given.output)}.")


def _read_weights(path: Path) -> dict[str, float]:
    try:
        found = json.loads(path.read_bytes())["weights"]
        return {str(name): float(weight) for name, weight in found.items()}
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
