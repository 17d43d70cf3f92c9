"""The features of a path that is known: what the aligner's score of it is the weighted sum of."""

from __future__ import annotations

from collections.abc import Sequence

from ..compare.scores import (
    BLIND,
    EXTRA,
    KIN,
    LONE,
    MISSING,
    NEW,
    OLD,
    PLACE,
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
from ..compare.swap_features import KINDS, SORTS
from .feature_names import BOUNDS, beside_name


def features_of(scores: Scores, steps: Sequence[Step]) -> Features:
    """Return the summed features of a whole path, from sure to sure ground.

    It tells of each step what ``Aligner.align`` counts, written down once more in plain form:
    the tests hold that both give a path the same score.
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
