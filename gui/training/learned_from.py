"""What weights are learned from, in digests.

The file of the weights has them beside the hyperparameters. Whoever changes the pairs, the features
or what the aligner sees in the pairs has to learn the weights again; a test compares the digests,
so nobody needs to remember it, and none of it takes a minute of learning to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from ..compare.aligning import cuts, posterior
from ..compare.modelling import correspondence, stories
from ..lexicon.thesaurus import NoThesaurus, Related
from .corpus import right_paths
from .marked_pairs import MarkedPair
from .path_features import FEATURES, features_of

_SAMPLE = 8  # one pair in so many is aligned by its marks; all of them would take seconds
_DECIMALS = 6  # of the summed features; further ones may depend on the machine
_DIGITS = 16  # hexadecimal; so many tell any two versions apart


def digests(
    pairs: Sequence[MarkedPair],
    thesaurus: Related,
    unrelated: Sequence[MarkedPair] = (),
    languages: Sequence[MarkedPair] = (),
) -> dict[str, str]:
    """Return the digests of what is learned from *pairs*, *unrelated* ones and other *languages*.

    ``pairs`` are the texts and their marks, ``features`` the names of all weights, and ``steps``
    the features of the right steps through a sample of the pairs: what the code that reads, divides
    and looks up words makes of them.
    """
    texts = (
        (pair.name, pair.reference, pair.candidate, pair.marks)
        for pair in (*pairs, *unrelated, *languages)
    )
    of_parts = (
        *correspondence.NAMES,
        correspondence.BETWEEN,
        correspondence.INSIDE,
        correspondence.MOVED,
    )
    of_stories = *stories.NAMES, stories.LEAST
    names = (*FEATURES, *cuts.NAMES, *of_parts, *of_stories, *posterior.NAMES)
    return {
        "pairs": _digest(texts),
        "features": _digest(names),
        "steps": _digest(
            [
                *_right_steps(pairs[::_SAMPLE], thesaurus),
                *_right_steps(languages[::_SAMPLE], NoThesaurus()),
            ]
        ),
    }


def _right_steps(pairs: Iterable[MarkedPair], thesaurus: Related) -> Iterable[object]:
    for pair in pairs:
        total: dict[str, float] = {}
        for scores, _, steps in right_paths(pair, thesaurus):
            for name, value in features_of(scores, steps).items():
                total[name] = total.get(name, 0.0) + value
        yield [(name, round(value, _DECIMALS)) for name, value in sorted(total.items())]


def _digest(things: Iterable[object]) -> str:
    found = sha256()
    for thing in things:
        found.update(repr(thing).encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()[:_DIGITS]
