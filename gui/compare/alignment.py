"""The words of two stretches of text aligned: one dynamic program over scored steps.

A step keeps a word, drops one, adds one, or swaps a phrase for a phrase. The best path of steps
is found by Viterbi's algorithm over pairs of positions (Needleman and Wunsch 1970, with gaps
that cost more to open than to extend after Gotoh 1982, and phrases as in a semi-Markov model,
Sarawagi and Cohen 2004). The scores are ``features`` times ``weights``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cancel import Check, no_check
from .features import BIT, KINDS, LONGEST, SIGN, Phrase, SwapScorer, is_sure, names_of

# Where a stretch begins or ends: between words, sentences, sections, or within a compound word.
JOINTS = ("words", "sentence", "section", "compound")
KEPT, SWAPPED, DROPPED, ADDED, REWRITTEN = range(5)
# What a step leaves behind it: something seen to correspond, a swap that only its place speaks
# for, words dropped, words added, the old and the new words of a rewritten stretch.
SURE, BLIND, MISSING, EXTRA, OLD, NEW = range(6)
_STATES = ("sure", "blind", "gap", "gap", "rewrite", "rewrite")
Features = dict[str, float]
NEVER = float("-inf")


class Step(NamedTuple):
    """One step of an alignment: tokens ``[i0, i1)`` of the reference, ``[j0, j1)`` opposite."""

    kind: int
    i0: int
    i1: int
    j0: int
    j1: int

    def mirrored(self) -> Step:
        """Return the step as it is with the documents exchanged."""
        kind = {DROPPED: ADDED, ADDED: DROPPED}.get(self.kind, self.kind)
        return Step(kind, self.j0, self.j1, self.i0, self.i1)


class Line(NamedTuple):
    """A document as the aligner sees it, token by token.

    ``breaks[n]`` is 2 where a section begins at token *n*, 1 where a sentence or line does, else
    0; it has one more entry for the end. ``capitals[n]`` is 1 for a capital that means something,
    2 where a sentence begins, 0 else. ``phrases[n]`` are (length, tokens) of the phrases that end
    before *n*.
    """

    ids: Sequence[int]
    kinds: Sequence[int]
    breaks: Sequence[int]
    capitals: Sequence[int]
    joints: Sequence[int]
    phrases: Sequence[Sequence[tuple[int, Phrase]]]
    near: Sequence[Sequence[float]]


def phrases_of(
    ids: Sequence[int],
    kinds: Sequence[int],
    breaks: Sequence[int],
    swaps: SwapScorer,
) -> list[tuple[tuple[int, Phrase], ...]]:
    """Return, for each place, the phrases that end there: one token, or two words of a sentence."""
    found: list[tuple[tuple[int, Phrase], ...]] = [()]
    last = SIGN
    for n, token in enumerate(ids):
        kind = kinds[n]
        if kind != SIGN and last != SIGN and not breaks[n]:
            found.append(((1, token), (2, swaps.phrase(ids[n - 1 : n + 1]))))
        else:
            found.append(((1, token),))
        last = kind
    return found


class Aligner:
    """Aligns stretches of one pair of documents with given weights."""

    def __init__(
        self,
        lines: tuple[Line, Line],
        swaps: SwapScorer,
        weights: Mapping[str, float],
        seen: Mapping[tuple[Phrase, Phrase], int] | None = None,
    ) -> None:
        self.lines = lines
        self.swaps = swaps
        self.weights = weights
        self.seen = seen or {}
        self._scores: dict[Phrase, dict[Phrase, tuple[float, bool] | None]] = {}
        self._by_mask: dict[int, float] = {}
        w = weights.get
        kinds = ("sign", "closed", "content")
        kept = [w(f"kept_{k}", 0.0) for k in kinds]
        gap = [w(f"gap_{k}", 0.0) for k in kinds]
        rewrite = [w(f"rewrite_{k}", 0.0) for k in kinds]
        self._capital = [
            [w(n, 0.0) if (n := _capital_feature(x, y)) else 0.0 for y in range(3)]
            for x in range(3)
        ]
        self._broken = [
            [w(n, 0.0) if (n := _broken_feature(x, y)) else 0.0 for y in range(3)] for x in range(3)
        ]
        opens, closes, starts, stops = (
            [w(f"{what}_{joint}", 0.0) for joint in JOINTS]
            for what in ("gap_from", "gap_to", "rewrite_from", "rewrite_to")
        )
        over = [0.0, w("rewrite_over_sentence", 0.0), NEVER]
        a = lines[0]

        def at(line: Line, base: Sequence[float], name: str) -> list[float]:
            w1, w2 = w(name + "_near", 0.0), w(name + "_wide", 0.0)
            return [base[k] + w1 * x + w2 * y for k, x, y in zip(line.kinds, *line.near)]

        none = [0.0] * 3
        self.kept_at = [
            k + w(f"kept_{kinds[kind]}_near", 0.0) * x
            for k, kind, x in zip(at(a, kept, "kept"), a.kinds, a.near[0])
        ]
        self.blind_at = at(a, none, "blind")
        self.sure_at = at(a, none, "sure")
        self.gap_at = tuple(at(line, gap, "gap") for line in lines)
        self.rewrite_at = tuple(at(line, rewrite, "rewrite") for line in lines)
        self.open_at = tuple([opens[k] for k in line.joints] for line in lines)
        self.close_at = tuple([closes[k] for k in line.joints] for line in lines)
        self.start_at = tuple([starts[k] for k in line.joints] for line in lines)
        self.stop_at = tuple([stops[k] for k in line.joints] for line in lines)
        self.over_at = tuple([over[k] for k in line.breaks] for line in lines)
        self._t = {(x, y): w(_transition(x, y), 0.0) for x in range(6) for y in range(6)}

    def swap_features(self, a: Phrase, b: Phrase) -> Features | None:
        """Return the features of a swap by name, with what is known of it from elsewhere."""
        found = self.swaps.features(a, b)
        if found is None:
            return None
        mask, letters = found
        named = dict.fromkeys(names_of(mask), 1.0)
        if letters:
            named["letters"] = letters
        n = self.seen.get((a, b), 0)
        if n:
            named["seen"] = 1.0
            named["seen_often"] = min(n, 4) / 4
        return named

    def _swap(self, a: Phrase, b: Phrase) -> tuple[float, bool] | None:
        """Return the score of a swap and whether more than its place speaks for it."""
        found = self.swaps.features(a, b)
        if found is None:
            return None
        mask, letters = found
        n = self.seen.get((a, b), 0)
        if n:
            mask |= BIT["seen"]
        score = self._by_mask.get(mask)
        if score is None:
            score = sum([self.weights.get(name, 0.0) for name in names_of(mask)])
            self._by_mask[mask] = score
        if letters:
            score += letters * self.weights.get("letters", 0.0)
        if n:
            score += min(n, 4) / 4 * self.weights.get("seen_often", 0.0)
        return score, is_sure(mask, letters)

    def align(
        self,
        i0: int,
        i1: int,
        j0: int,
        j1: int,
        band: Sequence[tuple[int, int]] | None = None,
        check: Check = no_check,
    ) -> list[Step]:
        """Return the best steps from ``(i0, j0)`` to ``(i1, j1)``."""
        a, b = self.lines
        m, n = i1 - i0, j1 - j0
        t = self._t
        tSS, tBS, tGS, tRS = t[SURE, SURE], t[BLIND, SURE], t[MISSING, SURE], t[NEW, SURE]
        tSB, tBB, tGB, tRB = t[SURE, BLIND], t[BLIND, BLIND], t[MISSING, BLIND], t[NEW, BLIND]
        tSG, tBG, tDI, tRG = t[SURE, MISSING], t[BLIND, MISSING], t[MISSING, EXTRA], t[NEW, MISSING]
        tSR, tBR, tGR = t[SURE, OLD], t[BLIND, OLD], t[MISSING, OLD]
        broken, capital = self._broken, self._capital
        all_scores = self._scores
        ids_b, breaks_b, caps_b = b.ids[j0:j1], b.breaks[j0 : j1 + 1], b.capitals[j0:j1]
        phrases_b = b.phrases[j0 : j1 + 1]
        kinds_b = b.kinds[j0:j1]
        gap_b, rewrite_b = self.gap_at[1][j0:j1], self.rewrite_at[1][j0:j1]
        open_b, over_b = self.open_at[1][j0 : j1 + 1], self.over_at[1][j0 : j1 + 1]
        close_b = self.close_at[1][j0 : j1 + 1]
        start_b, stop_b = self.start_at[1][j0 : j1 + 1], self.stop_at[1][j0 : j1 + 1]
        width = n + 1
        to_sure, to_blind, came, back_sure, back_blind = [], [], [], [], []
        nothing = (NEVER,) * 7
        empty = [nothing] * width
        above = empty
        for i in range(m + 1):
            if not i % 8:
                check()
            row_sure, row_blind = [NEVER] * width, [NEVER] * width
            to_sure.append(row_sure)
            to_blind.append(row_blind)
            # how each state was come to: packed digits, base 8
            row_came = [0] * width
            came.append(row_came)
            row_how_sure, row_how_blind = [0] * width, [0] * width
            back_sure.append(row_how_sure)
            back_blind.append(row_how_blind)
            close_a, stop_a = self.close_at[0][i0 + i], self.stop_at[0][i0 + i]
            if i:
                k = i0 + i - 1
                id_a, sign_a = a.ids[k], not a.kinds[k]
                prior_a = a.breaks[k]
                open_a, gap_a = self.open_at[0][k], self.gap_at[0][k]
                old_a, over_a = self.rewrite_at[0][k], self.over_at[0][k]
                start_a = self.start_at[0][k]
                close_before = self.close_at[0][k]
                kept_a, sure_a, blind_a = self.kept_at[k], self.sure_at[k], self.blind_at[k]
                broken_kept = broken[prior_a]
                prev_sure = to_sure[i - 1]
                own = []
                for p, pa in a.phrases[i0 + i]:
                    if p > i:
                        break
                    scores = all_scores.get(pa)
                    if scores is None:
                        scores = all_scores[pa] = {}
                    own.append(
                        (
                            p,
                            pa,
                            scores,
                            to_sure[i - p],
                            to_blind[i - p],
                            capital[a.capitals[i0 + i - p]],
                            broken[a.breaks[i0 + i - p]],
                        )
                    )
            here = [nothing] * width
            left = nothing
            lo, hi = band[i] if band else (0, n)
            for j in range(lo, hi + 1):
                vS = vB = vD = vI = vO = vN = NEVER
                hD = hI = hO = hN = 0
                if not i and not j:
                    vS = 0.0
                if i and j:
                    if id_a == ids_b[j - 1]:
                        vS = prev_sure[j - 1] + kept_a + broken_kept[breaks_b[j - 1]]
                        row_how_sure[j] = 9
                    elif sign_a == (not kinds_b[j - 1]) or (
                        id_a in self.swaps.spoken or ids_b[j - 1] in self.swaps.spoken
                    ):
                        near = phrases_b[j]
                        for p, pa, scores, p_sure, p_blind, p_capital, p_broken in own:
                            for q, pb in near:
                                if q > j:
                                    break
                                known = scores.get(pb, 0)
                                if known == 0:
                                    known = scores[pb] = self._swap(pa, pb)
                                if known is None:
                                    continue
                                s, sure = known
                                at = j - q
                                s += p_capital[caps_b[at]] + p_broken[breaks_b[at]]
                                if sure:
                                    s += p_sure[at] + sure_a
                                    if s > vS:
                                        vS = s
                                        row_how_sure[j] = p * 8 + q
                                else:
                                    s += p_blind[at] + blind_a
                                    if s > vB:
                                        vB = s
                                        row_how_blind[j] = p * 8 + q
                if i:
                    uS, uB, uD, uI, uO, _, uX = above[j]
                    vD, hD = uD, MISSING
                    s = uS + tSG + open_a
                    if s > vD:
                        vD, hD = s, SURE
                    s = uB + tBG + open_a
                    if s > vD:
                        vD, hD = s, BLIND
                    s = uX + tRG + open_a
                    if s > vD:
                        vD, hD = s, NEW
                    vD += gap_a
                    # the old words of a rewritten stretch
                    vO, hO = uS + tSR, SURE
                    s = uB + tBR
                    if s > vO:
                        vO, hO = s, BLIND
                    s = uD + tGR + close_before
                    if s > vO:
                        vO, hO = s, MISSING
                    s = uI + tGR + close_b[j]
                    if s > vO:
                        vO, hO = s, EXTRA
                    vO += start_a + start_b[j]
                    s = uO + over_a
                    if s > vO:
                        vO, hO = s, OLD
                    vO += old_a
                if j:
                    lS, lB, lD, lI, lO, lN, lX = left
                    o = open_b[j - 1]
                    vI, hI = lI, EXTRA
                    s = lS + tSG + o
                    if s > vI:
                        vI, hI = s, SURE
                    s = lB + tBG + o
                    if s > vI:
                        vI, hI = s, BLIND
                    s = lX + tRG + o
                    if s > vI:
                        vI, hI = s, NEW
                    s = lD + tDI + o + close_a
                    if s > vI:
                        vI, hI = s, MISSING
                    vI += gap_b[j - 1]
                    vN, hN = lN + over_b[j - 1], NEW
                    if lO > vN:
                        vN, hN = lO, OLD
                    vN += rewrite_b[j - 1]
                # towards the next step
                vX = vN + stop_a + stop_b[j]
                g, gs = vD + close_a, MISSING
                s = vI + close_b[j]
                if s > g:
                    g, gs = s, EXTRA
                top, hS = vS + tSS, SURE
                s = vB + tBS
                if s > top:
                    top, hS = s, BLIND
                s = g + tGS
                if s > top:
                    top, hS = s, gs
                s = vX + tRS
                if s > top:
                    top, hS = s, NEW
                row_sure[j] = top
                top, hB = vS + tSB, SURE
                s = vB + tBB
                if s > top:
                    top, hB = s, BLIND
                s = g + tGB
                if s > top:
                    top, hB = s, gs
                s = vX + tRB
                if s > top:
                    top, hB = s, NEW
                row_blind[j] = top
                row_came[j] = hS | hB << 3 | hD << 6 | hI << 9 | hO << 12 | hN << 15
                here[j] = left = (vS, vB, vD, vI, vO, vN, vX)
            above = here
        self.last_score = to_sure[m][n]
        state = came[m][n] & 7
        steps: list[Step] = []
        i, j = m, n
        while i or j:
            if state == SURE or state == BLIND:
                how = back_sure[i][j] if state == SURE else back_blind[i][j]
                p, q = how >> 3, how & 7
                kind = KEPT if p == q == 1 and a.ids[i0 + i - 1] == b.ids[j0 + j - 1] else SWAPPED
                steps.append(Step(kind, i0 + i - p, i0 + i, j0 + j - q, j0 + j))
                i, j = i - p, j - q
                state = came[i][j] >> (0 if state == SURE else 3) & 7
            elif state == MISSING:
                steps.append(Step(DROPPED, i0 + i - 1, i0 + i, j0 + j, j0 + j))
                state = came[i][j] >> 6 & 7
                i -= 1
            elif state == EXTRA:
                steps.append(Step(ADDED, i0 + i, i0 + i, j0 + j - 1, j0 + j))
                state = came[i][j] >> 9 & 7
                j -= 1
            else:
                ie, je = i, j
                while state == NEW:
                    state = came[i][j] >> 15 & 7
                    j -= 1
                while state == OLD:
                    state = came[i][j] >> 12 & 7
                    i -= 1
                steps.append(Step(REWRITTEN, i0 + i, i0 + ie, j0 + j, j0 + je))
        return steps[::-1]

    def features_of(self, steps: Sequence[Step]) -> Features:
        """Return the summed features of a whole path, from sure to sure ground."""
        a, b = self.lines
        total: Features = {}

        def add(name: str | None, value: float = 1.0) -> None:
            if name:
                total[name] = total.get(name, 0.0) + value

        state = SURE
        i = steps[0].i0 if steps else 0
        j = steps[0].j0 if steps else 0

        def near(name: str, line: Line, k: int) -> None:
            add(name + "_near", line.near[0][k])
            add(name + "_wide", line.near[1][k])

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
                    name = "kept_" + ("sign", "closed", "content")[a.kinds[s.i0]]
                    add(name)
                    add(name + "_near", a.near[0][s.i0])
                    near("kept", a, s.i0)
                    new = SURE
                else:
                    pa = self.swaps.phrase(a.ids[s.i0 : s.i1])
                    pb = self.swaps.phrase(b.ids[s.j0 : s.j1])
                    found = self.swap_features(pa, pb)
                    assert found is not None
                    for k, v in found.items():
                        add(k, v)
                    add(_capital_feature(a.capitals[s.i0], b.capitals[s.j0]))
                    new = SURE if surely(found) else BLIND
                    near("blind" if new == BLIND else "sure", a, s.i1 - 1)
                add(_broken_feature(a.breaks[s.i0], b.breaks[s.j0]))
                leave(state, i, j)
                add(_transition(state, new))
            elif s.kind == REWRITTEN:
                leave(state, i, j)
                add(_transition(state, OLD))
                add("rewrite_from_" + JOINTS[a.joints[s.i0]])
                add("rewrite_from_" + JOINTS[b.joints[s.j0]])
                for line, x0, x1 in ((a, s.i0, s.i1), (b, s.j0, s.j1)):
                    for k in range(x0, x1):
                        add("rewrite_" + ("sign", "closed", "content")[line.kinds[k]])
                        near("rewrite", line, k)
                        if k > x0 and line.breaks[k]:
                            add(
                                ("", "rewrite_over_sentence", "rewrite_over_section")[
                                    line.breaks[k]
                                ]
                            )
                new = NEW
            else:
                new = MISSING if s.kind == DROPPED else EXTRA
                line, at = (a, s.i0) if new == MISSING else (b, s.j0)
                if new != state:
                    leave(state, i, j)
                    add(_transition(state, new))
                    add("gap_from_" + JOINTS[line.joints[at]])
                add("gap_" + ("sign", "closed", "content")[line.kinds[at]])
                near("gap", line, at)
            state, i, j = new, s.i1, s.j1
        leave(state, i, j)
        add(_transition(state, SURE))
        return total


def surely(features: Features) -> bool:
    """Return whether more than its place speaks for a swap with these features."""
    return is_sure(sum([BIT.get(name, 0) for name in features]), features.get("letters", 0.0))


def _capital_feature(x: int, y: int) -> str | None:
    if x == 2 or y == 2 or not (x or y):
        return None
    return "capitals" if x == y else "one_capital"


def _broken_feature(x: int, y: int) -> str | None:
    if bool(x) == bool(y):
        return None
    return "broken_section" if max(x, y) == 2 else "broken_sentence"


def _transition(x: int, y: int) -> str:
    return f"{_STATES[x]}>{_STATES[y]}"
