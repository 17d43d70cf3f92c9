"""The words of two stretches of text aligned: one dynamic program over scored steps.

A step keeps a word, drops one, adds one, swaps a phrase for a phrase, or rewrites a stretch.
The best path of steps is found by Viterbi's algorithm over pairs of positions (Needleman and
Wunsch 1970, with gaps that cost more to open than to extend after Gotoh 1982, and phrases as in a
semi-Markov model, Sarawagi and Cohen 2004). ``scores`` says what each step is worth.

Words added right behind words dropped are words replaced, which is another step; so a gap of one
side follows one of the other only where a sentence or section begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..cancellation import check
from ..modelling.scores import BLIND, EXTRA, MISSING, NEVER, NEW, OLD, SURE, Scores
from ..modelling.sequences import BEYOND
from ..modelling.steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Part, Step, gaps
from .swap_rows import SwapRows

# For each cell the state that precedes each of the six; the sizes of the phrases that end there.
_Lattice = tuple[list[list[tuple[int, ...]]], list[list[int]], list[list[int]]]
# The states that follow each other, in the order in which ``best_path`` names their scores.
_TRANSITIONS = [
    *[(state, SURE) for state in (SURE, BLIND, MISSING, NEW)],
    *[(state, BLIND) for state in (SURE, BLIND, MISSING, NEW)],
    *[(SURE, MISSING), (BLIND, MISSING), (MISSING, EXTRA), (NEW, MISSING)],
    *[(state, OLD) for state in (SURE, BLIND, MISSING, NEW)],
]


class Aligner:
    """Aligns stretches of a pair of documents; *like* aligned others, and what it knows is used."""

    def __init__(self, scores: Scores, like: Aligner | None = None) -> None:
        self.scores = scores
        self._known: dict[object, tuple[Part, list[Step]]] = like._known if like else {}
        self._rows: dict[Part, SwapRows] = {}  # what is aligned again has the same words
        self._transitions = [scores.between[states] for states in _TRANSITIONS]

    def align(
        self,
        i0: int,
        i1: int,
        j0: int,
        j1: int,
        band: Sequence[tuple[int, int]] | None = None,
    ) -> list[Step]:
        """Return the best steps from ``(i0, j0)`` to ``(i1, j1)``, where both ends are certain.

        With a *band*, row *n* (behind *n* tokens of the reference) is looked at from the first to
        the last of the columns ``band[n]`` only.
        """
        a, b = self.scores.sequences
        first, last = self.kept_ends((i0, i1, j0, j1), band)
        inner = i0 + first, i1 - last, j0 + first, j1 - last
        if first and last and i1 - i0 == j1 - j0 == 3 and a.ids[i0 + 1] != b.ids[j0 + 1]:
            middle = self._one_word(inner[0], inner[2])
        else:
            middle = self._between(inner, band)
        before = [Step(KEPT, i0, i0 + 1, j0, j0 + 1)] if first else []
        behind = [Step(KEPT, i1 - 1, i1, j1 - 1, j1)] if last else []
        return [*before, *middle, *behind]

    def kept_ends(self, part: Part, band: Sequence[tuple[int, int]] | None) -> tuple[int, int]:
        """Return how many tokens, none or one, are kept at the start and at the end of a part.

        One is if both sides have the same token there, neither has it again, and another kept one
        stands beyond it, or both ends enclose a single difference. Most parts have one at either
        end, and need no scores of what it might be swapped for. With a *band* none is.
        """
        if band:
            return 0, 0
        i0, i1, j0, j1 = part
        a, b = (sequence.ids for sequence in self.scores.sequences)
        ours, theirs = a[i0:i1], b[j0:j1]
        m, n = len(ours), len(theirs)
        if min(m, n) < 2:
            return 0, 0
        x, y = ours[0], ours[-1]
        first = x == theirs[0] and ours.count(x) == 1 == theirs.count(x)
        last = y == theirs[-1] and ours.count(y) == 1 == theirs.count(y)
        if not (first and last and (min(m, n) == 2 or m == n == 3)):
            first = first and a[i0 - 1] == b[j0 - 1] != BEYOND
            last = last and a[i1] == b[j1] != BEYOND
        return int(first), int(last)

    def _between(self, part: Part, band: Sequence[tuple[int, int]] | None = None) -> list[Step]:
        """Return the best steps inside a part of whose ends nothing is known beforehand."""
        i0, i1, j0, j1 = part
        if i0 == i1 or j0 == j1:
            return gaps(i0, i1, j0, j1)
        # The same words in the same surroundings are aligned once, as when passages are taken out.
        a, b, lesson = *self.scores.sequences, self.scores.lesson
        key = a.around(i0, i1), b.around(j0, j1), tuple(band or ()), lesson
        if key not in self._known:
            self._known[key] = part, self._traced(self.best_path(part, band), part)
        (i, _, j, _), steps = self._known[key]
        x, y = i0 - i, j0 - j
        return [Step(k, p + x, q + x, r + y, s + y) for k, p, q, r, s in steps] if x or y else steps

    def _one_word(self, i: int, j: int) -> list[Step]:
        """Return the best steps for one token opposite one other, between kept ones."""
        scores = self.scores
        a, b = scores.sequences
        t = scores.between
        at_break = a.breaks[i + 1] or b.breaks[j]
        apart = t[SURE, MISSING] + t[MISSING, EXTRA] + t[EXTRA, SURE] if at_break else NEVER
        rewritten = t[SURE, OLD] + t[NEW, SURE]
        for side, n in ((0, i), (1, j)):
            apart += scores.open_at[side][n] + scores.gap_at[side][n] + scores.close_at[side][n + 1]
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

    def best_path(self, part: Part, band: Sequence[tuple[int, int]] | None) -> _Lattice:
        """Return how the best path came to each state of each cell.

        The first table has for each cell the state that precedes each of the six; the other two
        have the sizes of both phrases (``64 * p + q``) of the best step into the states SURE and
        BLIND. Everything stands in one loop and in local names because this is where the time
        goes: in Python, a call for each cell takes as long as the cell.
        """
        i0, i1, j0, j1 = part
        scores = self.scores
        a, b = scores.sequences
        m, n = i1 - i0, j1 - j0
        tSS, tBS, tGS, tRS, tSB, tBB, tGB, tRB, tSG, tBG, tDI, tRG, tSR, tBR, tGR, tRR = (
            self._transitions
        )
        ids_b, breaks_b, sorts_b = b.ids[j0 : j1 + 1], b.breaks[j0 : j1 + 1], b.sorts[j0 : j1 + 1]
        id_before_b = b.ids[j0 - 1]
        gap_b, rewrite_b = scores.gap_at[1][j0:j1], scores.rewrite_at[1][j0:j1]
        open_b, over_b = scores.open_at[1][j0 : j1 + 1], scores.over_at[1][j0 : j1 + 1]
        close_b, gap_over_b = scores.close_at[1][j0 : j1 + 1], scores.gap_over_at[1][j0:j1]
        start_b, stop_b = scores.start_at[1][j0 : j1 + 1], scores.stop_at[1][j0 : j1 + 1]
        begins_same, ends_same = scores.begins_same, scores.ends_same
        begins_kin, ends_kin = scores.begins_kin, scores.ends_kin
        if part not in self._rows:
            self._rows[part] = SwapRows(scores, part)
        rows = self._rows[part]
        width = n + 1
        # The best score of a path to a cell that a step into that state goes on from.
        to_sure: list[list[float]] = []
        to_blind: list[list[float]] = []
        came: list[list[tuple[int, ...]]] = []
        how_sure: list[list[int]] = []
        how_blind: list[list[int]] = []
        # Of the cell above: the scores of what ends with a word dropped, and with one of the old
        # words; the best from which words may be dropped, or rewritten, and how it ends.
        nothing = (NEVER, NEVER, NEVER, NEVER, 0, 0)
        above = [nothing] * width
        for i in range(m + 1):
            check()
            lo, hi = band[i] if band else (0, n)
            row_sure, row_blind = [NEVER] * width, [NEVER] * width
            row_came: list[tuple[int, ...]] = [()] * width
            # One word for one, unless a longer swap is better; none ends in the first row.
            row_how_sure = [0, *[65] * n] if i else [0] * width
            row_how_blind = row_how_sure[:]
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
                start_a = scores.start_at[0][k]
                gap_over_a = scores.gap_over_at[0][k]
                kept_a, broken_a = scores.kept_at[k], scores.broken[a.breaks[k]]
                kept_beside = scores.kept_beside[a.kinds[k]]
                begins, ends = scores.begins[a.sorts[k]], scores.ends[a.sorts[k]]
                last_sure, last_blind = to_sure[i - 1], to_blind[i - 1]
                sures, blinds, longer, kin = rows.row(i, lo, hi)
            here = [nothing] * width
            lD = lI = lO = lN = lG = NEVER
            hlG = 0
            for j in range(lo, hi + 1):
                vS = vB = vD = vI = vO = vN = vX = NEVER
                hD = hI = hO = hN = 0
                if i and j:
                    if id_a == ids_b[j - 1]:
                        before = ids_b[j - 2] if j > 1 else id_before_b
                        vS = last_sure[j - 1] + kept_a + broken_a[breaks_b[j - 1]]
                        vS += kept_beside[(id_before == before) + (id_behind == ids_b[j])]
                    else:
                        vS = last_sure[j - 1] + sures[j]
                        vB = last_blind[j - 1] + blinds[j]
                    if j in longer:
                        for p, q, s, _ in longer[j]:
                            s += to_sure[i - p][j - q]
                            if s > vS:
                                vS = s
                                row_how_sure[j] = p * 64 + q
                elif not i and not j:
                    vS = 0.0
                if i:
                    uD, uO, uG, uR, huG, huR = above[j]
                    vD, hD = uD + gap_over_a, MISSING
                    s = uG + open_a
                    if s > vD:
                        vD, hD = s, huG
                    vD += gap_a
                    vO, hO = uR + start_a + start_b[j], huR
                    if id_a == ids_b[j]:
                        vO += begins_same
                    else:
                        vO += begins_kin if kin[j + 1] else begins[sorts_b[j]]
                    s = uO + over_a
                    if s > vO:
                        vO, hO = s, OLD
                    vO += old_a
                if j:
                    vI, hI = lI + gap_over_b[j - 1], EXTRA
                    s = lG + open_b[j - 1]
                    if s > vI:
                        vI, hI = s, hlG
                    if break_a or breaks_b[j - 1]:
                        s = lD + tDI + open_b[j - 1] + close_a
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
                if vB == NEVER:
                    hS = hB = hlG = hR = SURE
                    top, low, lG, vR = vS + tSS, vS + tSB, vS + tSG, vS + tSR
                else:
                    hS = hB = hlG = hR = BLIND
                    top, low, lG, vR = vB + tBS, vB + tBB, vB + tBG, vB + tBR
                    if vS > NEVER:
                        if vS + tSS >= top:
                            top, hS = vS + tSS, SURE
                        if vS + tSB >= low:
                            low, hB = vS + tSB, SURE
                        if vS + tSG >= lG:
                            lG, hlG = vS + tSG, SURE
                        if vS + tSR >= vR:
                            vR, hR = vS + tSR, SURE
                s = g + tGS
                if s > top:
                    top, hS = s, hG
                s = g + tGB
                if s > low:
                    low, hB = s, hG
                if vX > NEVER:
                    s = vX + tRS
                    if s > top:
                        top, hS = s, NEW
                    s = vX + tRB
                    if s > low:
                        low, hB = s, NEW
                    s = vX + tRG
                    if s > lG:
                        lG, hlG = s, NEW
                    s = vX + tRR
                    if s > vR:
                        vR, hR = s, NEW
                s = g + tGR
                if s > vR:
                    vR, hR = s, hG
                row_sure[j], row_blind[j] = top, low
                row_came[j] = hS, hB, hD, hI, hO, hN
                here[j] = vD, vO, lG, vR, hlG, hR
                lD, lI, lO, lN = vD, vI, vO, vN
            above = here
        return came, how_sure, how_blind

    def _traced(self, lattice: _Lattice, part: Part) -> list[Step]:
        """Return the steps of the best path through what ``best_path`` found."""
        came, how_sure, how_blind = lattice
        i0, i1, j0, j1 = part
        a, b = (sequence.ids for sequence in self.scores.sequences)
        i, j = i1 - i0, j1 - j0
        state = came[i][j][SURE]
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
                state = came[i][j][state]
            elif state == MISSING:
                steps.append(Step(DROPPED, i0 + i - 1, i0 + i, j0 + j, j0 + j))
                state = came[i][j][MISSING]
                i -= 1
            elif state == EXTRA:
                steps.append(Step(ADDED, i0 + i, i0 + i, j0 + j - 1, j0 + j))
                state = came[i][j][EXTRA]
                j -= 1
            else:
                end = i, j
                while state == NEW:
                    state = came[i][j][NEW]
                    j -= 1
                while state == OLD:
                    state = came[i][j][OLD]
                    i -= 1
                steps.append(Step(REWRITTEN, i0 + i, i0 + end[0], j0 + j, j0 + end[1]))
        return steps[::-1]
