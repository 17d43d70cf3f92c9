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
from .features import BIT, CONTENT, LONGEST, SIGN, Phrase, SwapScorer, is_sure, names_of

# What stands behind the place where a stretch begins or ends: a word or sign inside a sentence,
# the start of a sentence or section, or the second part of a compound word.
JOINTS = ("content", "closed", "sign", "sentence", "section", "compound")
KEPT, SWAPPED, DROPPED, ADDED, REWRITTEN = range(5)
# What a step leaves behind it: something seen to correspond, a swap that only its place speaks
# for, words dropped, words added, the old and the new words of a rewritten stretch.
SURE, BLIND, MISSING, EXTRA, OLD, NEW = range(6)
_STATES = ("sure", "blind", "gap", "gap", "rewrite", "rewrite")
Features = dict[str, float]
NEVER = float("-inf")
LONE = 0.1  # share of content words kept near by, below which hardly anything corresponds
OFTEN = 4  # times that a swap must be seen elsewhere to be as good as certain
Part = tuple[int, int, int, int]  # tokens [i0, i1) and [j0, j1)
Tokens = tuple[int, ...]  # comparison numbers
Edge = tuple[int, int, float, bool]  # sizes of both phrases, score, is it sure
NO_EDGES: list[Edge] = []


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
    pairs: Sequence[Phrase]
    near: Sequence[Sequence[float]]


def pairs_of(
    ids: Sequence[int],
    kinds: Sequence[int],
    breaks: Sequence[int],
    swaps: SwapScorer,
) -> list[Phrase]:
    """Return, for each word, it and the word before it in the sentence as one phrase; else 0."""
    found: list[Phrase] = []
    last = SIGN
    for n, token in enumerate(ids):
        kind = kinds[n]
        both = kind != SIGN and last != SIGN and not breaks[n]
        found.append(swaps.phrase((ids[n - 1], token)) if both else 0)
        last = kind
    return found


def gaps(i0: int, i1: int, j0: int, j1: int) -> list[Step]:
    """Return the steps that drop the tokens ``[i0, i1)`` and add ``[j0, j1)``."""
    return [
        *[Step(DROPPED, i, i + 1, j0, j0) for i in range(i0, i1)],
        *[Step(ADDED, i1, i1, j, j + 1) for j in range(j0, j1)],
    ]


class Aligner:
    """Aligns stretches of one pair of documents with given weights."""

    def __init__(
        self,
        lines: tuple[Line, Line],
        swaps: SwapScorer,
        weights: Mapping[str, float],
        seen: Mapping[tuple[Phrase, Phrase], int] | None = None,
        check: Check = no_check,
    ) -> None:
        self.lines = lines
        self.swaps = swaps
        self.weights = weights
        self.seen: Mapping[tuple[Phrase, Phrase], int] = seen or {}
        self.long_seen: dict[Tokens, dict[Tokens, int]] = {}
        self._scores: dict[Phrase, dict[Phrase, tuple[float, bool, bool] | None]] = {}
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
        over = [0.0, NEVER, NEVER]  # a dropped sentence is told as such
        a = lines[0]

        def at(line: Line, base: Sequence[float], name: str) -> list[float]:
            check()
            w1, w2, w3 = w(f"{name}_near", 0.0), w(f"{name}_wide", 0.0), w(f"{name}_lone", 0.0)
            return [
                base[k] + w1 * x + w2 * y + (w3 if x < LONE else 0.0)
                for k, x, y in zip(line.kinds, *line.near, strict=True)
            ]

        none = [0.0] * 3
        self.kept_at = [
            k + w(f"kept_{kinds[kind]}_near", 0.0) * x
            for k, kind, x in zip(at(a, kept, "kept"), a.kinds, a.near[0], strict=True)
        ]
        self.blind_at = at(a, none, "blind")
        self.sure_at = at(a, none, "sure")
        self.gap_at = tuple(at(line, gap, "gap") for line in lines)
        self.rewrite_at = tuple(at(line, rewrite, "rewrite") for line in lines)
        check()
        self.open_at = tuple([opens[k] for k in line.joints] for line in lines)
        self.close_at = tuple([closes[k] for k in line.joints] for line in lines)
        check()
        self.start_at = tuple([starts[k] for k in line.joints] for line in lines)
        self.stop_at = tuple([stops[k] for k in line.joints] for line in lines)
        self.over_at = tuple([over[k] for k in line.breaks] for line in lines)
        gap_over = [0.0, w("gap_over_sentence", 0.0), w("gap_over_section", 0.0)]
        self.gap_over_at = tuple([gap_over[k] for k in line.breaks] for line in lines)
        self._t = {(x, y): w(_transition(x, y), 0.0) for x in range(6) for y in range(6)}

    def learn(self, seen: Mapping[tuple[Tokens, Tokens], int]) -> None:
        """Take swaps into account that were *seen* elsewhere in the pair, counted."""
        short: dict[tuple[Phrase, Phrase], int] = {}
        self.long_seen = {}
        for (old, new), n in seen.items():
            if max(len(old), len(new)) <= LONGEST:
                short[self.swaps.phrase(old), self.swaps.phrase(new)] = n
            else:
                self.long_seen.setdefault(old, {})[new] = n
        self.seen = short
        self._scores.clear()

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
            named["seen_often"] = min(n, OFTEN) / OFTEN
        return named

    def _swap(self, a: Phrase, b: Phrase) -> tuple[float, bool, bool] | None:
        """Return the score of a swap, None if it cannot be.

        Behind it: whether more than its place speaks for it, and whether the thesaurus does.
        """
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
            score += min(n, OFTEN) / OFTEN * self.weights.get("seen_often", 0.0)
        return score, is_sure(mask, letters), bool(mask & BIT["thesaurus"])

    def align(
        self,
        i0: int,
        i1: int,
        j0: int,
        j1: int,
        band: Sequence[tuple[int, int]] | None = None,
        check: Check = no_check,
    ) -> list[Step]:
        """Return the best steps from ``(i0, j0)`` to ``(i1, j1)``, from sure ground to sure ground.

        With a *band*, row *n* (behind *n* tokens of the reference) is looked at in the columns
        ``band[n]``, first and last, only.
        """
        if i0 == i1 or j0 == j1:
            return gaps(i0, i1, j0, j1)
        part = i0, i1, j0, j1
        return self._plain(part) or self._traced(self._viterbi(part, band, check), part)

    def _plain(self, part: Part) -> list[Step] | None:
        """Return the steps of a part where one word, or words of one side, stand between kept ones.

        That is most of what a light hand leaves, and is told without looking at all paths: the
        word was swapped, dropped and added, or rewritten.
        """
        i0, i1, j0, j1 = part
        a, b = self.lines[0].ids, self.lines[1].ids
        m, n = i1 - i0, j1 - j0
        if min(m, n) < 2 or a[i0] != b[j0] or a[i1 - 1] != b[j1 - 1]:
            return None
        if min(m, n) == 2:
            ends = a[i0], a[i1 - 1]
            if any(t in ends for t in (*a[i0 + 1 : i1 - 1], *b[j0 + 1 : j1 - 1])):
                return None  # the words between may stand in more than one place
            middle = gaps(i0 + 1, i1 - 1, j0 + 1, j1 - 1)
        elif m == n == 3 and a[i0 + 1] != b[j0 + 1]:
            middle = self._one_word(i0 + 1, j0 + 1)
        else:
            return None
        return [
            Step(KEPT, i0, i0 + 1, j0, j0 + 1),
            *middle,
            Step(KEPT, i1 - 1, i1, j1 - 1, j1),
        ]

    def _one_word(self, i: int, j: int) -> list[Step]:
        """Return the best steps for one token opposite one other, between kept ones."""
        a, b = self.lines
        t = self._t
        apart = (
            t[SURE, MISSING]
            + self.open_at[0][i]
            + self.gap_at[0][i]
            + self.close_at[0][i + 1]
            + t[MISSING, EXTRA]
            + self.open_at[1][j]
            + self.gap_at[1][j]
            + self.close_at[1][j + 1]
            + t[EXTRA, SURE]
        )
        rewritten = t[SURE, OLD] + t[NEW, SURE]
        for side, n in ((0, i), (1, j)):
            rewritten += self.start_at[side][n] + self.rewrite_at[side][n]
            rewritten += self.stop_at[side][n + 1]
        swapped = NEVER
        spoken = self.swaps.spoken
        x, y = a.ids[i], b.ids[j]
        if (not a.kinds[i]) == (not b.kinds[j]) or x in spoken or y in spoken:
            own = self._scores.setdefault(x, {})
            if y not in own:
                own[y] = self._swap(x, y)
            found = own[y]
            assert found  # one word for one can always be
            state, extra = (SURE, self.sure_at) if found[1] else (BLIND, self.blind_at)
            swapped = found[0] + extra[i] + t[SURE, state] + t[state, SURE]
            swapped += self._capital[a.capitals[i]][b.capitals[j]]
            swapped += self._broken[a.breaks[i]][b.breaks[j]]
        if swapped >= max(apart, rewritten):
            return [Step(SWAPPED, i, i + 1, j, j + 1)]
        if rewritten > apart:
            return [Step(REWRITTEN, i, i + 1, j, j + 1)]
        return gaps(i, i + 1, j, j + 1)

    def _swaps_in_row(
        self, i: int, part: Part, columns: tuple[int, int], related_above: list[bool]
    ) -> tuple[list[list[Edge]], list[bool]]:
        """Return the swaps that end in each cell of row *i*, and where its word is related.

        Two words are looked up only where a word of them is related to one of the other side,
        the thesaurus knows them, or both sides begin alike: nearly all others cannot be swaps.
        """
        i0, _, j0, j1 = part
        a, b = self.lines
        swaps, scores = self.swaps, self._scores
        k = i0 + i - 1
        id_a, kind_a = a.ids[k], a.kinds[k]
        capital, broken = self._capital, self._broken
        edges: list[list[Edge]] = [NO_EDGES] * (j1 - j0 + 1)
        related = [False] * (j1 - j0 + 1)
        first, last = max(1, columns[0]), columns[1]
        single = scores.setdefault(id_a, {})
        pair_a = a.pairs[k] if i > 1 else 0
        known_a = bool(pair_a) and swaps.is_known(pair_a)
        ids_b, kinds_b, pairs_b, spoken = b.ids, b.kinds, b.pairs, swaps.spoken
        by_capital, by_break = capital[a.capitals[k]], broken[a.breaks[k]]
        sure_a, blind_a = self.sure_at[k], self.blind_at[k]
        for j in range(first, last + 1):
            n = j0 + j - 1
            id_b = ids_b[n]
            if id_a == id_b:
                related[j] = kind_a == CONTENT
                continue
            if (not kind_a) != (not kinds_b[n]) and id_a not in spoken and id_b not in spoken:
                continue
            if id_b not in single:
                single[id_b] = self._swap(id_a, id_b)
            found = single[id_b]
            assert found  # one word for one can always be
            score, sure, related[j] = found
            score += by_capital[b.capitals[n]] + by_break[b.breaks[n]]
            edges[j] = [(1, 1, score + sure_a if sure else score + blind_a, sure)]
            pair_b = pairs_b[n] if j > 1 else 0
            if (pair_a or pair_b) and (
                related[j]
                or related_above[j]
                or related[j - 1]
                or related_above[j - 1]
                or known_a
                or (pair_b and swaps.is_known(pair_b))
                or swaps.begin_alike(pair_a, pair_b, id_a, id_b)
            ):
                edges[j] += self._pair_edges((k, n), (pair_a, pair_b), sure_a)
        for size in {len(x) for x in self.long_seen if len(x) <= i}:
            others = self.long_seen.get(tuple(a.ids[k + 1 - size : k + 1]))
            if others:
                self._add_long_edges(edges, (k + 1 - size, k + 1), others, part, (first, last))
        return edges, related

    def _add_long_edges(
        self,
        edges: list[list[Edge]],
        bounds: tuple[int, int],
        others: Mapping[Tokens, int],
        part: Part,
        columns: tuple[int, int],
    ) -> None:
        """Add to a row the swaps of several words for several that were seen elsewhere.

        They score what the rewritten stretch would, and what it is worth to be seen again.
        """
        start, end = bounds
        j0 = part[2]
        for other, n in others.items():
            q = len(other)
            for j in range(max(q, columns[0]), columns[1] + 1):
                at = j0 + j - q
                if tuple(self.lines[1].ids[at : at + q]) != other:
                    continue
                score = self.weights.get("seen", 0.0)
                score += min(n, OFTEN) / OFTEN * self.weights.get("seen_often", 0.0)
                score += self._t[SURE, OLD] + self._t[NEW, SURE] - 2 * self._t[SURE, SURE]
                for side, (x, y) in enumerate(((start, end), (at, at + q))):
                    score += self.start_at[side][x] + self.stop_at[side][y]
                    score += sum(self.rewrite_at[side][x:y])
                edges[j] = [*edges[j], (end - start, q, score, True)]

    def _pair_edges(
        self, ends: tuple[int, int], pairs: tuple[Phrase, Phrase], extra: float
    ) -> list[Edge]:
        """Return the swaps of two words; *pairs* end with the tokens *ends*, 0 where none does."""
        a, b = self.lines
        found: list[Edge] = []
        choices = (
            (2, 1, pairs[0], b.ids[ends[1]]),
            (1, 2, a.ids[ends[0]], pairs[1]),
            (2, 2, *pairs),
        )
        for p, q, x, y in choices:
            if (p == 2 and not pairs[0]) or (q == 2 and not pairs[1]):
                continue
            own = self._scores.setdefault(x, {})
            if y not in own:
                own[y] = self._swap(x, y)
            known = own[y]
            if known is not None:
                i, j = ends[0] - p + 1, ends[1] - q + 1
                score = known[0] + self._capital[a.capitals[i]][b.capitals[j]]
                score += self._broken[a.breaks[i]][b.breaks[j]] + extra
                found.append((p, q, score, True))
        return found

    def _viterbi(
        self, part: Part, band: Sequence[tuple[int, int]] | None, check: Check
    ) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
        """Return how the best path came to each state of each cell.

        Each cell holds the six states as digits of base 8, lowest first, then for the two that
        swaps lead to the sizes of both phrases, again as two digits. Everything stands in one
        loop and in local names because this is where the time goes: in Python, a call for each
        cell takes as long as the cell.
        """
        i0, i1, j0, j1 = part
        a, b = self.lines
        m, n = i1 - i0, j1 - j0
        t = self._t
        tSS, tBS, tGS, tRS = t[SURE, SURE], t[BLIND, SURE], t[MISSING, SURE], t[NEW, SURE]
        tSB, tBB, tGB, tRB = t[SURE, BLIND], t[BLIND, BLIND], t[MISSING, BLIND], t[NEW, BLIND]
        tSG, tBG, tDI, tRG = t[SURE, MISSING], t[BLIND, MISSING], t[MISSING, EXTRA], t[NEW, MISSING]
        tSR, tBR, tGR = t[SURE, OLD], t[BLIND, OLD], t[MISSING, OLD]
        ids_b, breaks_b = b.ids[j0:j1], b.breaks[j0 : j1 + 1]
        gap_b, rewrite_b = self.gap_at[1][j0:j1], self.rewrite_at[1][j0:j1]
        open_b, over_b = self.open_at[1][j0 : j1 + 1], self.over_at[1][j0 : j1 + 1]
        close_b, gap_over_b = self.close_at[1][j0 : j1 + 1], self.gap_over_at[1][j0:j1]
        start_b, stop_b = self.start_at[1][j0 : j1 + 1], self.stop_at[1][j0 : j1 + 1]
        width = n + 1
        # The best score of a path to a cell that a step into that state goes on from.
        to_sure: list[list[float]] = []
        to_blind: list[list[float]] = []
        came, how_sure, how_blind = [], [], []
        nothing = (NEVER,) * 7
        above = [nothing] * width
        edges: list[list[Edge]] = [NO_EDGES] * width
        related = [False] * width
        for i in range(m + 1):
            check()
            lo, hi = band[i] if band else (0, n)
            row_sure, row_blind = [NEVER] * width, [NEVER] * width
            row_came, row_how_sure, row_how_blind = [0] * width, [0] * width, [0] * width
            to_sure.append(row_sure)
            to_blind.append(row_blind)
            came.append(row_came)
            how_sure.append(row_how_sure)
            how_blind.append(row_how_blind)
            close_a, stop_a = self.close_at[0][i0 + i], self.stop_at[0][i0 + i]
            id_a = -1
            if i:
                k = i0 + i - 1
                id_a = a.ids[k]
                open_a, gap_a = self.open_at[0][k], self.gap_at[0][k]
                old_a, over_a = self.rewrite_at[0][k], self.over_at[0][k]
                start_a, close_before = self.start_at[0][k], self.close_at[0][k]
                gap_over_a = self.gap_over_at[0][k]
                kept_a, broken_a = self.kept_at[k], self._broken[a.breaks[k]]
                last_sure = to_sure[i - 1]
                edges, related = self._swaps_in_row(i, part, (lo, hi), related)
            here = [nothing] * width
            left = nothing
            for j in range(lo, hi + 1):
                vS = vB = vD = vI = vO = vN = NEVER
                hD = hI = hO = hN = 0
                if i and j:
                    if id_a == ids_b[j - 1]:
                        vS = last_sure[j - 1] + kept_a + broken_a[breaks_b[j - 1]]
                        row_how_sure[j] = 65
                    for p, q, s, sure in edges[j]:
                        if sure:
                            s += to_sure[i - p][j - q]
                            if s > vS:
                                vS = s
                                row_how_sure[j] = p * 64 + q
                        else:
                            s += to_blind[i - p][j - q]
                            if s > vB:
                                vB = s
                                row_how_blind[j] = p * 64 + q
                elif not i and not j:
                    vS = 0.0
                if i:
                    uS, uB, uD, uI, uO, _, uX = above[j]
                    vD, hD = uD + gap_over_a, MISSING
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
                    vI, hI = lI + gap_over_b[j - 1], EXTRA
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
                vX = vN + stop_a + stop_b[j]
                g, hG = vD + close_a, MISSING
                s = vI + close_b[j]
                if s > g:
                    g, hG = s, EXTRA
                top, hS = vS + tSS, SURE
                s = vB + tBS
                if s > top:
                    top, hS = s, BLIND
                s = g + tGS
                if s > top:
                    top, hS = s, hG
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
                    top, hB = s, hG
                s = vX + tRB
                if s > top:
                    top, hB = s, NEW
                row_blind[j] = top
                row_came[j] = hS | hB << 3 | hD << 6 | hI << 9 | hO << 12 | hN << 15
                here[j] = left = (vS, vB, vD, vI, vO, vN, vX)
            above = here
        return came, how_sure, how_blind

    def _traced(
        self, lattice: tuple[list[list[int]], list[list[int]], list[list[int]]], part: Part
    ) -> list[Step]:
        """Return the steps of the best path through what ``_viterbi`` found."""
        came, how_sure, how_blind = lattice
        i0, i1, j0, j1 = part
        ids = self.lines[0].ids, self.lines[1].ids
        i, j = i1 - i0, j1 - j0
        state = came[i][j] & 7
        steps: list[Step] = []
        while i or j:
            if state in (SURE, BLIND):
                how = (how_sure if state == SURE else how_blind)[i][j]
                p, q = how >> 6, how & 63
                is_kept = p == q == 1 and ids[0][i0 + i - 1] == ids[1][j0 + j - 1]
                kind = KEPT if is_kept else SWAPPED
                steps.append(Step(kind, i0 + i - p, i0 + i, j0 + j - q, j0 + j))
                i, j = i - p, j - q
                state = came[i][j] >> (3 * state) & 7
            elif state == MISSING:
                steps.append(Step(DROPPED, i0 + i - 1, i0 + i, j0 + j, j0 + j))
                state = came[i][j] >> 6 & 7
                i -= 1
            elif state == EXTRA:
                steps.append(Step(ADDED, i0 + i, i0 + i, j0 + j - 1, j0 + j))
                state = came[i][j] >> 9 & 7
                j -= 1
            else:
                end = i, j
                while state == NEW:
                    state = came[i][j] >> 15 & 7
                    j -= 1
                while state == OLD:
                    state = came[i][j] >> 12 & 7
                    i -= 1
                steps.append(Step(REWRITTEN, i0 + i, i0 + end[0], j0 + j, j0 + end[1]))
        return steps[::-1]


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
