"""Which word stands for which in a language whose words the thesaurus does not know.

The weights are learned where a thesaurus knows the words. There, a swap that it does not know is
rather a stretch written anew, so neighbours that were swapped one by one are told as one change. In
another language every swap is unknown. So the words of what corresponds are aligned once more, by
weights that are learned without a thesaurus, from pairs in several languages. What corresponds at
all was decided before, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import chain, groupby, pairwise

from ..cancellation import checked
from ..modelling.scores import Scores, SeenSwaps
from ..modelling.sequences import SequencePair
from ..modelling.steps import KEPT, LINKS, REWRITTEN, SWAPPED, Step, part_of, taken_apart
from ..modelling.swap_features import CONTENT, SwapScorer
from .alignment import CERTAIN, DOUBTFUL, Aligned, Stretch
from .amounts import with_amounts
from .cuts import cut_again
from .viterbi import Aligner
from .whole_runs import with_whole_runs

_KNOWN = 3  # one of so many content words, at least, is known to a thesaurus of the language
_LOOKED_UP = 200  # words, which are enough to tell
_LOPSIDED = 2  # tokens by which one side of a change is longer, at most


def is_unaided(swaps: SwapScorer) -> bool:
    """Return whether the thesaurus knows less than a third of the content words of two texts.

    Moby's knows seven of ten words of English articles at least, and of nearly all single sentences
    four of ten; of French articles one of four at most, and fewer of other languages. In scripts
    without spaces tokens are letters or ideographs, which the weights were not learned for.
    """
    names = swaps.names
    content = [n for n, kind in enumerate(swaps.kinds) if kind == CONTENT and names[n].isalpha()]
    words = [names[n] for n in content if n not in swaps.letters and len(names[n]) > 1]
    if 2 * len(words) < len(content):
        return False
    words = words[:: 1 + len(words) // _LOOKED_UP]
    return _KNOWN * sum(map(swaps.is_listed, words)) < len(words)


class Unaided:
    """Aligns words by *weights* once more; what it has aligned already it knows again."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._aligner: Aligner | None = None

    def aligned(self, sections: Sequence[list[Step]], by_others: Aligned) -> list[list[Step]]:
        """Return the steps of *sections* of what was aligned *by_others*.

        >>> dear = "Les travaux coûteront environ deux millions."
        >>> changes(dear, "Les chantiers reviendront à près de deux millions.")
        travaux → chantiers | coûteront → reviendront | environ → à près de
        """
        bounds = [list(_changed(steps, by_others.sequences)) for steps in checked(sections, 64)]
        anew = copy(by_others)
        anew.weights = self.weights
        anew.parts = [
            (Stretch(*part_of(steps[start:end])), None)
            for steps, own in zip(sections, bounds, strict=True)
            for start, end in own
        ]
        like = self._aligner
        scores = like.scores.of(anew.sequences) if like else Scores(anew.sequences, self.weights)
        aligner = self._aligner = Aligner(scores, like)
        anew.pieces = [aligner.align(*part) for part, _ in checked(anew.parts, 16)]
        made = anew.swaps_made()
        anew.again(aligner, made, SeenSwaps(chain.from_iterable(made)))
        pieces = iter(anew.pieces)
        return [
            _told(steps, [(*own, next(pieces)) for own in bounds[n]], anew)
            for n, steps in enumerate(checked(sections, 64))
        ]


def _changed(steps: Sequence[Step], sequences: SequencePair) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the *steps* between kept words that are certain, with one of them.

    A sentence that begins in both texts ends them: what was found dropped or added stays so.
    """
    a, b = (sequence.breaks for sequence in sequences)
    start = end = 0
    for is_kept, run in groupby(steps, lambda step: step.kind == KEPT):
        own = list(run)
        if is_kept and len(own) >= CERTAIN:
            yield from _worth_it(steps, start, end + 1)
            start = end + len(own) - 1
        for n in range(max(end, start + 1), end + len(own)):
            if a[steps[n].i0] and b[steps[n].j0]:
                yield from _worth_it(steps, start, n)
                start = n
        end += len(own)
    yield from _worth_it(steps, start, end)


def _worth_it(steps: Sequence[Step], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds, if something changed there that may be aligned in another way.

    Where a passage stood in between that is told elsewhere, nothing may.
    """
    own = steps[start:end]
    if any(step.kind != KEPT for step in own):
        i0, i1, j0, j1 = part_of(own)
        is_whole = all(x.i1 == y.i0 and x.j1 == y.j0 for x, y in pairwise(own))
        if is_whole and 0 < (i1 - i0) * (j1 - j0) <= DOUBTFUL:
            yield start, end


def _is_worse(piece: Sequence[Step], steps: Sequence[Step], sequences: SequencePair) -> bool:
    """Return whether *piece* gives up a content word that *steps* keep, or has lopsided changes.

    Where no word is known little speaks against a long swap, so that what was dropped joins the
    swap beside it: ``billigte am späten Abend`` for ``genehmigte``.
    """
    kinds = sequences[0].kinds
    kept, before = (
        sum([step.kind == KEPT and kinds[step.i0] == CONTENT for step in own])
        for own in (piece, steps)
    )
    return kept < before or _most_lopsided(piece) > max(_LOPSIDED, _most_lopsided(steps))


def _most_lopsided(steps: Sequence[Step]) -> int:
    """Return by how many tokens one side of a change is the longer one, at most."""
    changed = [step for step in steps if step.kind in (SWAPPED, REWRITTEN)]
    return max([abs((s.i1 - s.i0) - (s.j1 - s.j0)) for s in changed], default=0)


def _told(
    steps: list[Step], pieces: Sequence[tuple[int, int, list[Step]]], anew: Aligned
) -> list[Step]:
    """Return *steps* with *pieces* in the place of those between their bounds.

    They stay as they are if nothing is left that stands for something.
    """
    found: list[Step] = []
    at = 0
    for start, end, piece in pieces:
        own = steps[start:end]
        cut = cut_again(piece, anew.sequences, anew.weights)
        found += [*steps[at:start], *(own if _is_worse(cut, own, anew.sequences) else cut)]
        at = end
    found += steps[at:]
    found = with_whole_runs(found, anew.sequences)
    found = with_amounts(taken_apart(found, anew.sequences), anew.sequences)
    return found if any(step.kind in LINKS for step in found) else steps
