"""The weights that make the right paths most likely, and those of correspondence.

The aligner's objective is the log-likelihood of the right path of every part, minus a penalty on
the squared weights. It is concave, so there is one maximum wherever the search begins
(``minimization``). Several processes may share the batches of parts; whatever their number, the
same sums are computed in the same order.

The weights of correspondence distinguish passages that correspond from passages that only stand
opposite each other. Parts of training pairs, aligned with the weights learned before, are
examples of the former; parts of texts from two different pairs are examples of the latter.
Logistic regression separates them. Each kind counts as much as the other, so that even odds mean
that nothing is known.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

import numpy as np

from ..compare.comparison import SectionKind
from ..compare.modelling.correspondence import NAMES, evidence, is_word_for_word, related
from ..compare.modelling.scoring_model import Model
from ..compare.pairing.pair_alignment import PairAlignment
from ..compare.pairing.section_alignment import edges_of, parts_with_steps
from ..compare.tokenizing.tokens import number_tokens
from ..documents import read_text
from .batches import Batch, batches
from .corpus import Floats, Part
from .hyperparameters import LEARNING
from .lattice import log_sum_and_expected
from .marked_pairs import MarkedPair
from .minimization import Minimum, minimum
from .path_features import FEATURES

Sums = tuple[Floats, Floats]  # for each batch the logarithms of its summed paths, and the gradient
Evaluator = Callable[[Floats], Sums]


def fit(
    parts: Sequence[Part],
    *,
    penalty: float,
    jobs: int = 1,
    on_step: Callable[[int, float], None] | None = None,
) -> Minimum:
    """Return the weights, by ``FEATURES``, that make the right paths most likely.

    What is least is the price: the *penalty* minus the log-likelihood. *on_step* is called after
    each step of the search with its number and the price. Features that no path in *parts* has get
    the weight 0.
    """
    right = np.sum([part.right for part in parts], axis=0)
    with _evaluator(parts, jobs) as evaluate:

        def loss(weights: Floats) -> tuple[float, Floats]:
            log_sums, expected = evaluate(weights)
            value = log_sums.sum() - right @ weights + penalty / 2 * (weights @ weights)
            gradient = expected.sum(axis=0) - right + penalty * weights
            return float(value), gradient

        return minimum(loss, len(FEATURES), penalty=penalty, on_step=on_step)


def evaluate_all(own: Sequence[Batch], weights: Floats) -> Sums:
    """Return the logarithm of the summed paths of each batch, and the gradients, one per row."""
    found = [log_sum_and_expected(batch, weights) for batch in own]
    return np.array([own for own, _ in found]), np.array([own for _, own in found])


@contextmanager
def _evaluator(parts: Sequence[Part], jobs: int) -> Iterator[Evaluator]:
    """Provide an evaluator of *parts*: this process, or *jobs* others with a share of them each."""
    own = list(batches(parts))  # the same ones, whoever works on them
    if jobs <= 1:
        yield lambda weights: evaluate_all(own, weights)
        return
    # The largest batches are dealt out first, so that every process has about the same work.
    order = sorted(range(len(own)), key=lambda n: (-own[n].begins.size, n))
    shares = [order[k::jobs] for k in range(jobs)]
    # Each is a new interpreter, because numpy's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in shares]
    processes = [
        context.Process(target=_work, args=([own[n] for n in share], theirs), daemon=True)
        for share, (_, theirs) in zip(shares, pipes, strict=True)
    ]
    try:
        for process, (_, theirs) in zip(processes, pipes, strict=True):
            process.start()
            theirs.close()  # so that the pipe ends if the process dies
        yield lambda weights: _gathered(shares, [ours for ours, _ in pipes], weights)
    finally:
        for ours, _ in pipes:
            ours.close()
        for process in processes:
            if process.pid is not None:
                process.join()


def _gathered(
    shares: Sequence[Sequence[int]], connections: Sequence[Connection], weights: Floats
) -> Sums:
    """Return the results of the processes, in the order of the batches."""
    for connection in connections:
        connection.send(weights)
    count = sum(map(len, shares))
    log_sums, expected = np.zeros(count), np.zeros((count, len(FEATURES)))
    for share, connection in zip(shares, connections, strict=True):
        log_sums[share], expected[share] = connection.recv()
    return log_sums, expected


def _work(own: Sequence[Batch], connection: Connection) -> None:
    """Receive weights and send back the sums of *own* for them, until the pipe ends."""
    try:
        while True:
            connection.send(evaluate_all(own, connection.recv()))
    except (EOFError, OSError, KeyboardInterrupt):
        return


def fit_correspondence(pairs: Sequence[MarkedPair], model: Model) -> dict[str, float]:
    """Return the weights of ``correspondence.NAMES``, learned from *pairs* aligned by *model*."""
    right = [row for pair in pairs for row in _rows(pair.reference, pair.candidate, model)]
    wrong = [row for texts in texts_of_others(pairs) for row in _rows(*texts, model)]
    if not right or not wrong:
        return dict.fromkeys(NAMES, 0.0)
    values = np.array([[row[name] for name in NAMES] for row in (*right, *wrong)])
    signs = np.repeat((1.0, -1.0), (len(right), len(wrong)))
    shares = np.repeat((0.5 / len(right), 0.5 / len(wrong)), (len(right), len(wrong)))
    shares *= len(right)

    found = logistic_regression(values, signs, shares)
    return dict(zip(NAMES, found.tolist(), strict=True))


def texts_of_others(pairs: Sequence[MarkedPair]) -> Iterator[tuple[str, str]]:
    """Yield references of *pairs* with the candidates of others."""
    for n, pair in enumerate(pairs):
        for other in LEARNING.others:
            if other % len(pairs):
                yield pair.reference, pairs[(n + other) % len(pairs)].candidate


def logistic_regression(values: Floats, signs: Floats, shares: Floats) -> Floats:
    """Return the weights that tell rows of *values* with the sign 1 from those with -1.

    *shares* tell how much each row counts.
    """
    penalty = LEARNING.correspondence_penalty

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = signs * (values @ weights)
        lost = shares @ np.logaddexp(0.0, -margins) + penalty / 2 * (weights @ weights)
        slopes = -shares * signs / (1.0 + np.exp(np.minimum(margins, 500.0)))
        return float(lost), values.T @ slopes + penalty * weights

    return minimum(loss, values.shape[1], penalty=penalty).weights


def _rows(reference: str, candidate: str, model: Model) -> Iterator[Mapping[str, float]]:
    """Yield the evidence for and against each part into which two texts are cut."""
    sides = number_tokens(read_text(reference), read_text(candidate))
    aligned = PairAlignment(sides, model)
    main = aligned.main
    for section, steps in parts_with_steps(main, main.steps(), edges_of(main)):
        if section.kind is SectionKind.PAIRED and not is_word_for_word(steps):
            yield evidence(steps, main.sequences) | related(steps, main.sequences)
