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

from ..compare.modelling.scores import (
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
from ..compare.modelling.sequences import JOINTS, TokenSequence
from ..compare.modelling.steps import DROPPED, KEPT, REWRITTEN, SWAPPED, Step
from ..compare.modelling.swap_features import KINDS, NAMES, SORTS

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
    path = _Path(scores, (steps[0].i0, steps[0].j0) if steps else (0, 0))
    for step in steps:
        if step.kind in (KEPT, SWAPPED):
            path.keep_or_swap(step)
        elif step.kind == REWRITTEN:
            path.rewrite(step)
        else:
            path.drop_or_add(step)
    path.go_to(SURE)
    return path.total


class _Path:
    """A path as far as it was followed: its state, its place and the features so far."""

    def __init__(self, scores: Scores, place: tuple[int, int]) -> None:
        self.total: Features = {}
        self._scores = scores
        self._a, self._b = scores.sequences
        self._state = SURE
        self._i, self._j = place

    def keep_or_swap(self, step: Step) -> None:
        """Add a step that keeps a token or swaps a phrase."""
        a, b = self._a, self._b
        new = self._keep(step) if step.kind == KEPT else self._swap(step)
        self._add(broken_feature(a.breaks[step.i0], b.breaks[step.j0]))
        self.go_to(new)
        self._i, self._j = step.i1, step.j1

    def _keep(self, step: Step) -> int:
        a = self._a
        name = token_name(KEPT_STEP, KINDS[a.kinds[step.i0]])
        self._add(token_name(KEPT_STEP, SORTS[a.sorts[step.i0]]))
        self._add(name + "_near", a.near[0][step.i0])
        self._add(beside_name(name, self._scores.beside(*step[1:])))
        self._near(KEPT_STEP, a, step.i0)
        return SURE

    def _swap(self, step: Step) -> int:
        a, b, scores = self._a, self._b, self._scores
        old = scores.swaps.phrase(a.ids[step.i0 : step.i1])
        new = scores.swaps.phrase(b.ids[step.j0 : step.j1])
        found = scores.swap_features(old, new)
        assert found is not None
        for name, value in found.items():
            self._add(name, value)
        self._add(capital_feature(a.capitals[step.i0], b.capitals[step.j0]))
        state, name = (SURE, SURE_STEP) if surely(found) else (BLIND, BLIND_STEP)
        self._add(beside_name(name, scores.beside(*step[1:])))
        self._near(name, a, step.i1 - 1)
        return state

    def rewrite(self, step: Step) -> None:
        """Add a step that rewrites a stretch."""
        a, b = self._a, self._b
        self.go_to(OLD)
        self._add("rewrite_from_" + JOINTS[a.joints[step.i0]])
        self._add("rewrite_from_" + JOINTS[b.joints[step.j0]])
        for what, x, y in (("begins", step.i0, step.j0), ("ends", step.i1 - 1, step.j1 - 1)):
            relation = relation_of(a.sorts[x], b.sorts[y])
            if a.ids[x] == b.ids[y]:
                relation = SAME_WORD
            elif self._scores.is_kin(a.ids[x], b.ids[y]):
                relation = KIN
            self._add(f"rewrite_{what}_{relation}")
        for sequence, first, end in ((a, step.i0, step.i1), (b, step.j0, step.j1)):
            for n in range(first, end):
                self._add(token_name(REWRITE_STEP, SORTS[sequence.sorts[n]]))
                self._near(REWRITE_STEP, sequence, n)
        self._state, self._i, self._j = NEW, step.i1, step.j1

    def drop_or_add(self, step: Step) -> None:
        """Add a step that drops or adds a token."""
        new = MISSING if step.kind == DROPPED else EXTRA
        sequence, at = (self._a, step.i0) if new == MISSING else (self._b, step.j0)
        joint = JOINTS[sequence.joints[at]]
        if new != self._state:
            self.go_to(new)
            self._add("gap_from_" + joint)
        elif joint in BOUNDS:
            self._add("gap_over_" + joint)
        self._add(token_name(GAP_STEP, SORTS[sequence.sorts[at]]))
        self._near(GAP_STEP, sequence, at)
        self._i, self._j = step.i1, step.j1

    def go_to(self, state: int) -> None:
        """Add the transition to *state* and what it costs to end a gap or a rewritten stretch."""
        reference, candidate = JOINTS[self._a.joints[self._i]], JOINTS[self._b.joints[self._j]]
        if self._state == MISSING:
            self._add("gap_to_" + reference)
        elif self._state == EXTRA:
            self._add("gap_to_" + candidate)
        elif self._state == NEW:
            self._add("rewrite_to_" + reference)
            self._add("rewrite_to_" + candidate)
        self._add(transition(self._state, state))
        self._state = state

    def _near(self, step: str, sequence: TokenSequence, k: int) -> None:
        for what, own in zip(PLACE[:-1], sequence.near, strict=True):
            self._add(f"{step}_{what}", own[k])
        if sequence.near[0][k] < LONE:
            self._add(f"{step}_{PLACE[-1]}")

    def _add(self, name: str | None, value: float = 1.0) -> None:
        if name:
            self.total[name] = self.total.get(name, 0.0) + value
