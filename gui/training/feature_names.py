"""The aligner's features by number, and which of them each transition between two steps has.

A path through the aligner is a chain of states (``scores.SURE`` and the others). Going from
one to the next has a feature of its own and may have a toll: to begin or end a gap or a
rewritten stretch costs more or less by what begins there (``sequences.JOINTS``); none
is rewritten on over the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ..compare.scores import (
    BESIDE,
    BLIND,
    EXTRA,
    MISSING,
    NEW,
    OLD,
    PLACE,
    RELATIONS,
    SURE,
    broken_feature,
    capital_feature,
    transition,
)
from ..compare.sequences import JOINTS
from ..compare.swap_features import KINDS, NAMES, SORTS

# No training pair comes with a table of swaps; to the model they count as swaps seen elsewhere.
NOT_LEARNED = "table"
STATES = 6
REFERENCE, CANDIDATE = range(2)
KEPT_STEP, SURE_STEP, BLIND_STEP, GAP_STEP, REWRITE_STEP = STEPS = (
    "kept",
    "sure",
    "blind",
    "gap",
    "rewrite",
)
_OPENING, _CLOSING, _STARTING, _STOPPING = (
    tuple(f"{what}_{joint}" for joint in JOINTS)
    for what in ("gap_from", "gap_to", "rewrite_from", "rewrite_to")
)
BEGINS, ENDS = (
    tuple(f"rewrite_{what}_{relation}" for relation in RELATIONS) for what in ("begins", "ends")
)
BOUNDS = ("sentence", "section")  # the joints that a gap may go on over, at a price
_OVER = tuple(f"gap_over_{joint}" for joint in BOUNDS)
# A stretch that goes on: only its beginning has a feature.
_LENGTHENED = frozenset({(MISSING, MISSING), (EXTRA, EXTRA), (OLD, OLD), (OLD, NEW), (NEW, NEW)})
_SIDE = {MISSING: REFERENCE, OLD: REFERENCE, EXTRA: CANDIDATE, NEW: CANDIDATE}

# The states that each state may be followed by. Old words come before new ones, words dropped
# before words added, so that each alignment is one path.
FOLLOWING = {
    SURE: (SURE, BLIND, MISSING, EXTRA, OLD),
    BLIND: (SURE, BLIND, MISSING, EXTRA, OLD),
    MISSING: (SURE, BLIND, MISSING, EXTRA, OLD),
    EXTRA: (SURE, BLIND, EXTRA, OLD),
    OLD: (OLD, NEW),
    NEW: (SURE, BLIND, MISSING, EXTRA, OLD, NEW),
}


def _all_names() -> Iterator[str]:
    """Yield the names of all features of the aligner, some more than once."""
    yield from NAMES
    yield from ("letters", "seen_often")
    yield from (transition(*states) for states in _pairs_of_states() if states not in _LENGTHENED)
    for step in STEPS:
        yield from near_names(step)
    for sort in SORTS:
        yield from (token_name(step, sort) for step in (KEPT_STEP, GAP_STEP, REWRITE_STEP))
    for kind in KINDS:
        yield kept_near_name(kind)
        yield from (beside_name(token_name(KEPT_STEP, kind), n) for n in range(len(BESIDE)))
    for step in (SURE_STEP, BLIND_STEP):
        yield from (beside_name(step, n) for n in range(len(BESIDE)))
    yield from (*BEGINS, *ENDS)
    of_pairs = chain.from_iterable(
        (capital_feature(x, y), broken_feature(x, y)) for x in range(3) for y in range(3)
    )
    yield from filter(None, of_pairs)
    yield from (*_OPENING, *_CLOSING, *_STARTING, *_STOPPING, *_OVER)


def _pairs_of_states() -> Iterator[tuple[int, int]]:
    return ((source, target) for source, own in FOLLOWING.items() for target in own)


def token_name(step: str, sort: str) -> str:
    """Return the name of the feature of a step over one token of a sort (``SORTS``)."""
    return f"{step}_{sort}"


def beside_name(step: str, neighbours: int) -> str:
    """Return the name of a step that stands beside so many words that both texts have, 0 to 2."""
    return f"{step}_{BESIDE[neighbours]}"


def kept_near_name(kind: str) -> str:
    """Return the name of what nearby kept words say for keeping a token of a kind."""
    return f"{token_name(KEPT_STEP, kind)}_near"


def near_names(step: str) -> tuple[str, ...]:
    """Return the names of what is known of the place of a step, as in ``scores.PLACE``."""
    return tuple(f"{step}_{what}" for what in PLACE)


FEATURES = tuple(sorted(set(_all_names()) - {NOT_LEARNED}))
NUMBER = {name: n for n, name in enumerate(FEATURES)}
NO_FEATURE, FORBIDDEN = len(FEATURES), len(FEATURES) + 1  # numbers for what has no weight


class Transition(NamedTuple):
    """One state followed by another, and the number of its feature."""

    source: int
    target: int
    feature: int


class Toll(NamedTuple):
    """What a transition costs besides, by what begins at the next token of one side.

    ``features`` are numbers, by ``TokenSequence.joints``.
    """

    source: int
    target: int
    side: int
    features: tuple[int, ...]


def _transitions() -> Iterator[Transition]:
    for states in _pairs_of_states():
        free = states in _LENGTHENED
        yield Transition(*states, NO_FEATURE if free else NUMBER[transition(*states)])


def _tolls() -> Iterator[Toll]:
    opening, closing, starting, stopping = (
        tuple(NUMBER[name] for name in names)
        for names in (_OPENING, _CLOSING, _STARTING, _STOPPING)
    )
    rewriting = tuple(FORBIDDEN if joint in BOUNDS else NO_FEATURE for joint in JOINTS)
    special = {joint: NUMBER[name] for joint, name in zip(BOUNDS, _OVER, strict=True)}
    going_on = tuple(special.get(joint, NO_FEATURE) for joint in JOINTS)
    for source, target in _pairs_of_states():
        if source == target:
            if source in _SIDE:
                own = rewriting if source in (OLD, NEW) else going_on
                yield Toll(source, target, _SIDE[source], own)
            continue
        if target in (MISSING, EXTRA):
            yield Toll(source, target, _SIDE[target], opening)
        if source in (MISSING, EXTRA):
            yield Toll(source, target, _SIDE[source], closing)
        if target == OLD:
            yield from (Toll(source, target, side, starting) for side in (REFERENCE, CANDIDATE))
        if source == NEW:
            yield from (Toll(source, target, side, stopping) for side in (REFERENCE, CANDIDATE))


TRANSITIONS = tuple(_transitions())
TOLLS = tuple(_tolls())
