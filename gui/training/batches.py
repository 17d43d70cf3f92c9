"""Parts of about the same size put together, so that one operation of numpy serves many of them.

Most parts are a few tokens long. Looked at one by one, nearly all the time would go into calling
numpy, not into its work. A part that is smaller than the largest of its batch is padded behind its
end: no path comes back from there, so what stands there does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse

from .corpus import Integers, Part

_CELLS = 12_000  # places of a batch at most, unless it has one part; so its arrays fit a cache
_PADDING = 0.25  # share of them that may be padding


@dataclass(frozen=True)
class Swaps:
    """The steps of all parts of a batch that have one shape, as ``corpus.Diagonals`` of one."""

    p: int
    q: int
    state: int
    parts: Integers
    rows: Integers
    columns: Integers
    steps: Integers


@dataclass(frozen=True)
class Batch:
    """Some parts, the arrays of each padded to the same size and put on top of each other.

    ``tokens`` are the rows of ``features`` that drop each token of the reference, add each of the
    candidate, rewrite each of the reference and each of the candidate; for padding it is the
    number of steps. ``outside`` are the places that are not in the band of their part, if any is
    not.
    """

    ends: tuple[Integers, Integers]
    joints: tuple[Integers, Integers]
    features: Any  # scipy.sparse.csr_matrix, which has no types
    tokens: tuple[Integers, Integers, Integers, Integers]
    swaps: tuple[Swaps, ...]
    begins: Integers
    ends_of_rewritten: Integers
    turns: npt.NDArray[np.bool_]
    outside: npt.NDArray[np.bool_] | None


def batches(parts: Sequence[Part]) -> Iterator[Batch]:
    """Yield *parts* in batches of about the same size, always the same ones."""
    order = sorted(range(len(parts)), key=lambda n: (*parts[n].size, n))
    own: list[Part] = []
    for n in order:
        if own and not _fits(own, parts[n]):
            yield batch_of(own)
            own = []
        own.append(parts[n])
    if own:
        yield batch_of(own)


def _fits(own: Sequence[Part], part: Part) -> bool:
    """Return whether a part may join others without too many places, or too much padding."""
    sizes = [(m + 1, n + 1) for m, n in (*(other.size for other in own), part.size)]
    total = len(sizes) * max(m for m, _ in sizes) * max(n for _, n in sizes)
    used = sum(m * n for m, n in sizes)
    return total <= _CELLS and total - used <= _PADDING * total


def batch_of(parts: Sequence[Part]) -> Batch:
    """Return one batch of *parts*."""
    m, n = (max(part.size[side] for part in parts) for side in (0, 1))
    first = np.cumsum([0, *(part.features.shape[0] for part in parts)])
    return Batch(
        (np.array([part.size[0] for part in parts]), np.array([part.size[1] for part in parts])),
        (
            _padded([part.joints[0] for part in parts], (m + 1,)),
            _padded([part.joints[1] for part in parts], (n + 1,)),
        ),
        scipy.sparse.vstack([part.features for part in parts], format="csr"),
        _tokens(parts, first, (m, n)),
        tuple(_swaps(parts, first)),
        _padded([part.begins for part in parts], (m + 1, n + 1)),
        _padded([part.ends for part in parts], (m + 1, n + 1)),
        _padded([part.turns for part in parts], (m + 1, n + 1)),
        _outside(parts, (m, n)),
    )


def _padded(arrays: Sequence[npt.NDArray[Any]], shape: tuple[int, ...], value: int = 0) -> Any:
    found = np.full((len(arrays), *shape), value, dtype=arrays[0].dtype)
    for own, array in zip(found, arrays, strict=True):
        own[tuple(map(slice, array.shape))] = array
    return found


def _tokens(parts: Sequence[Part], first: Integers, size: tuple[int, int]) -> Any:
    """Return ``Batch.tokens``: in each part they are the first rows, in the same order."""
    found: list[list[Integers]] = [[], [], [], []]
    for start, part in zip(first, parts, strict=False):
        at = int(start)
        for k, own in enumerate(found):
            count = part.size[k % 2]
            own.append(np.arange(at, at + count))
            at += count
    return tuple(_padded(own, (size[k % 2],), int(first[-1])) for k, own in enumerate(found))


def _swaps(parts: Sequence[Part], first: Integers) -> Iterator[Swaps]:
    shapes = sorted({(own.p, own.q, own.state) for part in parts for own in part.diagonals})
    for shape in shapes:
        found = [
            (n, own)
            for n, part in enumerate(parts)
            for own in part.diagonals
            if (own.p, own.q, own.state) == shape
        ]
        yield Swaps(
            *shape,
            np.concatenate([np.full(len(own.rows), n) for n, own in found]),
            np.concatenate([own.rows for _, own in found]),
            np.concatenate([own.columns for _, own in found]),
            np.concatenate([own.steps + first[n] for n, own in found]),
        )


def _outside(parts: Sequence[Part], size: tuple[int, int]) -> npt.NDArray[np.bool_] | None:
    """Return which places are not in the band of their part; None where all are."""
    m, n = size
    columns = np.arange(n + 1)
    found = np.zeros((len(parts), m + 1, n + 1), dtype=np.bool_)
    for own, part in zip(found, parts, strict=True):
        rows, last = part.size
        first, end = part.band[:, :1], part.band[:, 1:]
        own[: rows + 1] = (columns < first) | ((columns > end) & (columns <= last))
    return found if found.any() else None
