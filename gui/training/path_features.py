"""The features of an alignment, a path through the aligner: their numbers, and those of a path.

A path is a chain of states (``scores.SURE`` and the others). Each transition from one state to
the next has a feature of its own and may have a toll: beginning or ending a gap or a rewritten
stretch costs more or less by what begins there (``sequences.JOINTS``). No rewritten stretch
continues over the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..compare.scores import (
    BESIDE,
    BLIND,
    EXTRA,
    KIN,
    LONE,
    MISSING,
    NEW,
    OLD,
    PLACE,
    RELATIONS,
    SAME_WORD,
    SURE,
    Features,
    Scores,
    broken_feature,
    capital_feature,
    relation_of,
    surely,
    transition,
)
from ..compare.sequences import JOINTS, TokenSequence
from ..compare.steps import DROPPED, KEPT, REWRITTEN, SWAPPED, Step
from ..compare.swap_features import KINDS, NAMES, SORTS

# No training pair has a table of swaps; the model counts these as swaps seen elsewhere.
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
BOUNDS = ("sentence", "section")  # the joints over which a gap may continue, at a cost
_OVER = tuple(f"gap_over_{joint}" for joint in BOUNDS)
# Transitions by which a stretch continues; only its beginning has a feature.
_LENGTHENED = frozenset({(MISSING, MISSING), (EXTRA, EXTRA), (OLD, OLD), (OLD, NEW), (NEW, NEW)})
_SIDE = {MISSING: REFERENCE, OLD: REFERENCE, EXTRA: CANDIDATE, NEW: CANDIDATE}

# The states that may follow each state. Old words come before new ones, and dropped words before
# added ones, so that each alignment is exactly one path.
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
    """Return the name of a step beside this many words that both texts have, 0 to 2."""
    return f"{step}_{BESIDE[neighbours]}"


def kept_near_name(kind: str) -> str:
    """Return the name of what common words nearby say for keeping a token of a kind."""
    return f"{token_name(KEPT_STEP, kind)}_near"


def near_names(step: str) -> tuple[str, ...]:
    """Return the names of what is known of a step's place, in the order of ``scores.PLACE``."""
    return tuple(f"{step}_{what}" for what in PLACE)


FEATURES = tuple(sorted(set(_all_names()) - {NOT_LEARNED}))
NUMBER = {name: n for n, name in enumerate(FEATURES)}
NO_FEATURE, FORBIDDEN = len(FEATURES), len(FEATURES) + 1  # numbers of what has no weight


class Transition(NamedTuple):
    """A state, the state that follows, and the number of the transition's feature."""

    source: int
    target: int
    feature: int


class Toll(NamedTuple):
    """What a transition costs in addition, by what begins at the next token of one side.

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


def features_of(scores: Scores, steps: Sequence[Step]) -> Features:
    """Return the summed features of a whole path, from the state SURE to the state SURE.

    This repeats in plain form what ``Aligner.align`` counts for each step; the tests check that
    both give a path the same score.
    """
    a, b = scores.sequences
    total: Features = {}

    def add(name: str | None, value: float = 1.0) -> None:
        if name:
            total[name] = total.get(name, 0.0) + value

    state = SURE
    i = steps[0].i0 if steps else 0
    j = steps[0].j0 if steps else 0

    def near(name: str, sequence: TokenSequence, k: int) -> None:
        for what, own in zip(PLACE[:-1], sequence.near, strict=True):
            add(f"{name}_{what}", own[k])
        if sequence.near[0][k] < LONE:
            add(name + "_lone")

    def leave(state: int, i: int, j: int) -> None:
        if state == MISSING:
            add("gap_to_" + JOINTS[a.joints[i]])
        elif state == EXTRA:
            add("gap_to_" + JOINTS[b.joints[j]])
        elif state == NEW:
            add("rewrite_to_" + JOINTS[a.joints[i]])
            add("rewrite_to_" + JOINTS[b.joints[j]])

    for s in steps:
        if s.kind in (KEPT, SWAPPED):
            if s.kind == KEPT:
                name = "kept_" + KINDS[a.kinds[s.i0]]
                add("kept_" + SORTS[a.sorts[s.i0]])
                add(name + "_near", a.near[0][s.i0])
                add(beside_name(name, scores.beside(*s[1:])))
                near("kept", a, s.i0)
                new = SURE
            else:
                pa = scores.swaps.phrase(a.ids[s.i0 : s.i1])
                pb = scores.swaps.phrase(b.ids[s.j0 : s.j1])
                found = scores.swap_features(pa, pb)
                assert found is not None
                for k, v in found.items():
                    add(k, v)
                add(capital_feature(a.capitals[s.i0], b.capitals[s.j0]))
                new = SURE if surely(found) else BLIND
                name = "blind" if new == BLIND else "sure"
                add(beside_name(name, scores.beside(*s[1:])))
                near(name, a, s.i1 - 1)
            add(broken_feature(a.breaks[s.i0], b.breaks[s.j0]))
            leave(state, i, j)
            add(transition(state, new))
        elif s.kind == REWRITTEN:
            leave(state, i, j)
            add(transition(state, OLD))
            add("rewrite_from_" + JOINTS[a.joints[s.i0]])
            add("rewrite_from_" + JOINTS[b.joints[s.j0]])
            for what, x, y in (("begins", s.i0, s.j0), ("ends", s.i1 - 1, s.j1 - 1)):
                relation = relation_of(a.sorts[x], b.sorts[y])
                if a.ids[x] == b.ids[y]:
                    relation = SAME_WORD
                elif scores.is_kin(a.ids[x], b.ids[y]):
                    relation = KIN
                add(f"rewrite_{what}_{relation}")
            for sequence, x0, x1 in ((a, s.i0, s.i1), (b, s.j0, s.j1)):
                for n in range(x0, x1):
                    add("rewrite_" + SORTS[sequence.sorts[n]])
                    near("rewrite", sequence, n)
            new = NEW
        else:
            new = MISSING if s.kind == DROPPED else EXTRA
            sequence, at = (a, s.i0) if new == MISSING else (b, s.j0)
            if new != state:
                leave(state, i, j)
                add(transition(state, new))
                add("gap_from_" + JOINTS[sequence.joints[at]])
            elif JOINTS[sequence.joints[at]] in BOUNDS:
                add("gap_over_" + JOINTS[sequence.joints[at]])
            add("gap_" + SORTS[sequence.sorts[at]])
            near("gap", sequence, at)
        state, i, j = new, s.i1, s.j1
    leave(state, i, j)
    add(transition(state, SURE))
    return total
