"""The words of two stretches of text aligned: one dynamic program over scored steps.

A step keeps a word, drops one, adds one, swaps a phrase for a phrase, or rewrites a stretch.
The best path of steps is found by Viterbi's algorithm over pairs of positions (Needleman and
Wunsch 1970, with gaps that cost more to open than to extend after Gotoh 1982, and phrases as in a
semi-Markov model, Sarawagi and Cohen 2004). ``scores`` says what each step is worth.

Inside a sentence, words added right behind words dropped are words replaced, which is another
step; so a gap of one side follows one of the other only where a sentence or section begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cancellation import check
from .scores import BLIND, EXTRA, MISSING, NEVER, NEW, OLD, SURE, Scores, Words
from .sequences import triple_at
from .steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Part, Step, gaps
from .swap_features import CONTENT, Phrase

Edge = tuple[int, int, float, bool]  # sizes of both phrases, score, is it sure
NO_EDGES: list[Edge] = []


class Phrases(NamedTuple):
    """What is known of the tokens of a stretch and of the phrases that end with them.

    ``heads`` are what the tokens begin with, ``pair_heads`` what the phrases of two do, where
    there is one; ``known`` says whether the thesaurus has it.
    ``triples`` are those of ``sequences.triple_at``.
    """

    heads: list[str]
    pair_heads: list[str]
    known: list[bool]
    triples: list[Phrase]


class Aligner:
    """Aligns stretches of one pair of documents."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores

    def align(
        self,
        i0: int,
        i1: int,
        j0: int,
        j1: int,
        band: Sequence[tuple[int, int]] | None = None,
    ) -> list[Step]:
        """Return the best steps from ``(i0, j0)`` to ``(i1, j1)``, from sure ground to sure ground.

        With a *band*, row *n* (behind *n* tokens of the reference) is looked at in the columns
        ``band[n]``, first and last, only.
        """
        if i0 == i1 or j0 == j1:
            return gaps(i0, i1, j0, j1)
        part = i0, i1, j0, j1
        return self._plain(part) or self._traced(self._viterbi(part, band), part)

    def _plain(self, part: Part) -> list[Step] | None:
        """Return the steps of a part in which the kept ends enclose a single difference.

        The difference is one word opposite one word, or words that only one side has. Lightly
        edited texts consist mostly of such parts, and they need no search: the word was swapped,
        dropped and added, or rewritten.
        """
        i0, i1, j0, j1 = part
        a, b = (sequence.ids for sequence in self.scores.sequences)
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
        scores = self.scores
        a, b = scores.sequences
        t = scores.between
        at_break = a.breaks[i + 1] or b.breaks[j]
        apart = (
            NEVER
            if not at_break
            else (
                t[SURE, MISSING]
                + scores.open_at[0][i]
                + scores.gap_at[0][i]
                + scores.close_at[0][i + 1]
                + t[MISSING, EXTRA]
                + scores.open_at[1][j]
                + scores.gap_at[1][j]
                + scores.close_at[1][j + 1]
                + t[EXTRA, SURE]
            )
        )
        rewritten = t[SURE, OLD] + t[NEW, SURE]
        for side, n in ((0, i), (1, j)):
            rewritten += scores.start_at[side][n] + scores.rewrite_at[side][n]
            rewritten += scores.stop_at[side][n + 1]
        swapped = NEVER
        kin = False
        spoken = scores.swaps.spoken
        x, y = a.ids[i], b.ids[j]
        if (not a.kinds[i]) == (not b.kinds[j]) or x in spoken or y in spoken:
            found = scores.swap(x, y)
            assert found  # one word for one can always be
            kin = found[3]
            by = scores.beside(i, i + 1, j, j + 1)
            if found[1]:
                state, extra = SURE, scores.sure_at[i] + scores.sure_beside[by]
            else:
                state, extra = BLIND, scores.blind_at[i] + scores.blind_beside[by]
            swapped = found[0] + extra + t[SURE, state] + t[state, SURE]
            swapped += scores.capital[a.capitals[i]][b.capitals[j]]
            swapped += scores.broken[a.breaks[i]][b.breaks[j]]
        if kin:
            rewritten += scores.begins_kin + scores.ends_kin
        else:
            sorts = a.sorts[i], b.sorts[j]
            rewritten += scores.begins[sorts[0]][sorts[1]] + scores.ends[sorts[0]][sorts[1]]
        if swapped >= max(apart, rewritten):
            return [Step(SWAPPED, i, i + 1, j, j + 1)]
        if rewritten > apart:
            return [Step(REWRITTEN, i, i + 1, j, j + 1)]
        return gaps(i, i + 1, j, j + 1)

    def phrases(self, start: int, end: int) -> Phrases:
        """Return the phrases that end with the tokens of the candidate, *start* to *end*."""
        swaps, b = self.scores.swaps, self.scores.sequences[1]
        pairs = b.pairs[start:end]
        return Phrases(
            [swaps.heads[token] for token in b.ids[start:end]],
            [swaps.heads[pair] if pair else "" for pair in pairs],
            [bool(pair) and swaps.is_known(pair) for pair in pairs],
            [triple_at(b, n, swaps) for n in range(start, end)],
        )

    def swaps_in_row(
        self,
        i: int,
        part: Part,
        columns: tuple[int, int],
        related_above: list[bool],
        phrases: Phrases,
    ) -> tuple[list[list[Edge]], list[bool], list[bool]]:
        """Return the swaps that end in each cell of row *i*.

        With them come two lists that say for each column whether the thesaurus relates the two
        words that meet there, and whether they are kin (``Scores.is_kin``). Phrases of two words
        are looked up only where a word of them is related to one of the other side, the thesaurus
        knows them, or both sides begin alike: nearly all others cannot be swaps.
        """
        i0, _, j0, j1 = part
        scores = self.scores
        a, b = scores.sequences
        swaps = scores.swaps
        k = i0 + i - 1
        id_a, kind_a = a.ids[k], a.kinds[k]
        before, behind = a.ids[k - 1], a.ids[k + 1]
        edges: list[list[Edge]] = [NO_EDGES] * (j1 - j0 + 1)
        related, kin = [False] * (j1 - j0 + 1), [False] * (j1 - j0 + 2)
        first, last = max(1, columns[0]), columns[1]
        known = scores.swaps_of(id_a)
        pair_a = a.pairs[k] if i > 1 else 0
        triple_a = triple_at(a, k, swaps) if i > 2 else 0
        known_a = bool(pair_a) and swaps.is_known(pair_a)
        head_a, pair_head_a = swaps.heads[id_a], swaps.heads[pair_a] if pair_a else "-"
        ids_b, kinds_b, pairs_b, spoken = b.ids, b.kinds, b.pairs, swaps.spoken
        heads_b, pair_heads_b, known_b, triples_b = phrases
        by_capital, by_break = scores.capital[a.capitals[k]], scores.broken[a.breaks[k]]
        by_sure = [scores.sure_at[k] + x for x in scores.sure_beside]
        by_blind = [scores.blind_at[k] + x for x in scores.blind_beside]
        for j in range(first, last + 1):
            n = j0 + j - 1
            id_b = ids_b[n]
            if id_a == id_b:
                related[j] = kind_a == CONTENT
                continue
            if (not kind_a) != (not kinds_b[n]) and id_a not in spoken and id_b not in spoken:
                continue
            found = known.get(id_b) or scores.swap(id_a, id_b)
            assert found  # one word for one can always be
            score, sure, related[j], kin[j] = found
            score += by_capital[b.capitals[n]] + by_break[b.breaks[n]]
            by = (before == ids_b[n - 1]) + (behind == ids_b[n + 1])
            edges[j] = [(1, 1, score + (by_sure if sure else by_blind)[by], sure)]
            pair_b = pairs_b[n] if j > 1 else 0
            if (pair_a or pair_b) and (
                related[j]
                or related_above[j]
                or related[j - 1]
                or related_above[j - 1]
                or known_a
                or (pair_b and known_b[j - 1])
                or pair_head_a == heads_b[j - 1]
                or (pair_b and pair_heads_b[j - 1] in (head_a, pair_head_a))
            ):
                edges[j] += self._phrase_edges(
                    (k, n), ((2, 1, pair_a, id_b), (1, 2, id_a, pair_b), (2, 2, pair_a, pair_b))
                )
            triple_b = triples_b[j - 1] if j > 2 else 0
            if triple_a or triple_b:
                edges[j] += self._phrase_edges(
                    (k, n),
                    (
                        (3, 1, triple_a, id_b),
                        (3, 2, triple_a, pair_b),
                        (1, 3, id_a, triple_b),
                        (2, 3, pair_a, triple_b),
                    ),
                )
        for size in {len(x) for x in scores.long_seen if len(x) <= i}:
            others = scores.long_seen.get(tuple(a.ids[k + 1 - size : k + 1]))
            if others:
                self._add_long_edges(edges, (k + 1 - size, k + 1), others, part, (first, last))
        return edges, related, kin

    def _add_long_edges(
        self,
        edges: list[list[Edge]],
        bounds: tuple[int, int],
        others: Mapping[Words, int],
        part: Part,
        columns: tuple[int, int],
    ) -> None:
        """Add to a row the swaps of several words for several that were seen elsewhere."""
        start, end = bounds
        j0 = part[2]
        for other, n in others.items():
            q = len(other)
            for j in range(max(q, columns[0]), columns[1] + 1):
                at = j0 + j - q
                if tuple(self.scores.sequences[1].ids[at : at + q]) == other:
                    score = self.scores.seen_stretch(start, end, at, at + q, n)
                    edges[j] = [*edges[j], (end - start, q, score, True)]

    def _phrase_edges(
        self, ends: tuple[int, int], choices: Sequence[tuple[int, int, Phrase, Phrase]]
    ) -> list[Edge]:
        """Return the swaps among *choices* that there are, ending with the tokens *ends*.

        A choice has the sizes of both phrases and their numbers, 0 where there is no phrase.
        """
        scores = self.scores
        a, b = scores.sequences
        found: list[Edge] = []
        for p, q, x, y in choices:
            if (p > 1 and not x) or (q > 1 and not y):
                continue
            known = scores.swap(x, y)
            if known is not None:
                i, j = ends[0] - p + 1, ends[1] - q + 1
                score = known[0] + scores.capital[a.capitals[i]][b.capitals[j]]
                score += scores.broken[a.breaks[i]][b.breaks[j]] + scores.sure_at[ends[0]]
                score += scores.sure_beside[scores.beside(i, ends[0] + 1, j, ends[1] + 1)]
                found.append((p, q, score, True))
        return found

    def _viterbi(
        self, part: Part, band: Sequence[tuple[int, int]] | None
    ) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
        """Return how the best path came to each state of each cell.

        Each cell holds the six states as digits of base 8, lowest first, then for the two that
        swaps lead to the sizes of both phrases, again as two digits. Everything stands in one
        loop and in local names because this is where the time goes: in Python, a call for each
        cell takes as long as the cell.
        """
        i0, i1, j0, j1 = part
        scores = self.scores
        a, b = scores.sequences
        m, n = i1 - i0, j1 - j0
        t = scores.between
        tSS, tBS, tGS, tRS = t[SURE, SURE], t[BLIND, SURE], t[MISSING, SURE], t[NEW, SURE]
        tSB, tBB, tGB, tRB = t[SURE, BLIND], t[BLIND, BLIND], t[MISSING, BLIND], t[NEW, BLIND]
        tSG, tBG, tDI, tRG = t[SURE, MISSING], t[BLIND, MISSING], t[MISSING, EXTRA], t[NEW, MISSING]
        tSR, tBR, tGR, tRR = t[SURE, OLD], t[BLIND, OLD], t[MISSING, OLD], t[NEW, OLD]
        ids_b, breaks_b, sorts_b = b.ids[j0 : j1 + 1], b.breaks[j0 : j1 + 1], b.sorts[j0 : j1 + 1]
        id_before_b = b.ids[j0 - 1]
        gap_b, rewrite_b = scores.gap_at[1][j0:j1], scores.rewrite_at[1][j0:j1]
        open_b, over_b = scores.open_at[1][j0 : j1 + 1], scores.over_at[1][j0 : j1 + 1]
        close_b, gap_over_b = scores.close_at[1][j0 : j1 + 1], scores.gap_over_at[1][j0:j1]
        start_b, stop_b = scores.start_at[1][j0 : j1 + 1], scores.stop_at[1][j0 : j1 + 1]
        begins_same, ends_same = scores.begins_same, scores.ends_same
        begins_kin, ends_kin = scores.begins_kin, scores.ends_kin
        phrases = self.phrases(j0, j1)
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
            close_a, stop_a = scores.close_at[0][i0 + i], scores.stop_at[0][i0 + i]
            break_a = a.breaks[i0 + i]
            id_a = -2
            if i:
                k = i0 + i - 1
                id_a, id_before, id_behind = a.ids[k], a.ids[k - 1], a.ids[k + 1]
                open_a, gap_a = scores.open_at[0][k], scores.gap_at[0][k]
                old_a, over_a = scores.rewrite_at[0][k], scores.over_at[0][k]
                start_a, close_before = scores.start_at[0][k], scores.close_at[0][k]
                gap_over_a = scores.gap_over_at[0][k]
                kept_a, broken_a = scores.kept_at[k], scores.broken[a.breaks[k]]
                kept_beside = scores.kept_beside[a.kinds[k]]
                begins, ends = scores.begins[a.sorts[k]], scores.ends[a.sorts[k]]
                last_sure = to_sure[i - 1]
                edges, related, kin = self.swaps_in_row(i, part, (lo, hi), related, phrases)
            here = [nothing] * width
            left = nothing
            for j in range(lo, hi + 1):
                vS = vB = vD = vI = vO = vN = vX = NEVER
                hD = hI = hO = hN = 0
                if i and j:
                    if id_a == ids_b[j - 1]:
                        before = ids_b[j - 2] if j > 1 else id_before_b
                        vS = last_sure[j - 1] + kept_a + broken_a[breaks_b[j - 1]]
                        vS += kept_beside[(id_before == before) + (id_behind == ids_b[j])]
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
                    s = uX + tRR
                    if s > vO:
                        vO, hO = s, NEW
                    s = uD + tGR + close_before
                    if s > vO:
                        vO, hO = s, MISSING
                    s = uI + tGR + close_b[j]
                    if s > vO:
                        vO, hO = s, EXTRA
                    vO += start_a + start_b[j]
                    if id_a == ids_b[j]:
                        vO += begins_same
                    else:
                        vO += begins_kin if kin[j + 1] else begins[sorts_b[j]]
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
                    if break_a or breaks_b[j - 1]:
                        s = lD + tDI + o + close_a
                        if s > vI:
                            vI, hI = s, MISSING
                    vI += gap_b[j - 1]
                    if i:
                        vN, hN = lN + over_b[j - 1], NEW
                        if lO > vN:
                            vN, hN = lO, OLD
                        vN += rewrite_b[j - 1]
                        vX = vN + stop_a + stop_b[j]
                        if id_a == ids_b[j - 1]:
                            vX += ends_same
                        else:
                            vX += ends_kin if kin[j] else ends[sorts_b[j - 1]]
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
        a, b = (sequence.ids for sequence in self.scores.sequences)
        i, j = i1 - i0, j1 - j0
        state = came[i][j] & 7
        steps: list[Step] = []
        while i or j:
            if state in (SURE, BLIND):
                how = (how_sure if state == SURE else how_blind)[i][j]
                p, q = how >> 6, how & 63
                if not how:  # else this would never end
                    raise AssertionError("the band of a part is broken")
                is_kept = p == q == 1 and a[i0 + i - 1] == b[j0 + j - 1]
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
