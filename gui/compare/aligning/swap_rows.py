"""The swaps that may end in each cell of a part, row by row: what ``viterbi`` chooses from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Optional

from ..modelling.scores import NEVER, Scores, Words
from ..modelling.steps import Part
from ..modelling.swap_features import CONTENT, SIGN, Phrase

Edge = tuple[int, int, float, bool]  # sizes of both phrases, score, is it sure
PhrasePair = tuple[int, int, Phrase, Phrase]  # sizes of both phrases, their numbers, 0 for none
# A token: its place and number, whether it is a sign, its capital and break, the tokens on either
# side, and what it begins with; then of the phrases of two and of three that end with it their
# numbers, what that of two begins with, and whether the thesaurus has it.
_Token = tuple[
    int, int, bool, int, int, int, int, str, Phrase, Phrase, Optional[str], bool  # noqa: UP045
]


class Row(NamedTuple):
    """The swaps that end in the cells of one row, and what is known of its words.

    ``sure`` and ``blind`` are the scores of one word for one, ``longer`` has the other swaps, by
    column; ``kin`` says whether the words that meet there are kin (``Scores.is_kin``).
    """

    sure: list[float]
    blind: list[float]
    longer: dict[int, list[Edge]]
    kin: list[bool]


class SwapRows:
    """The swaps in the rows of one part, which are asked for from the first to the last.

    They may be asked for again when more is known of swaps (``Scores.learn``).
    """

    def __init__(self, scores: Scores, part: Part) -> None:
        self._scores = scores
        self._part = part
        self._rows = self._tokens_of(0, part[0], part[1])
        self._columns = self._tokens_of(1, part[2], part[3])
        # Whether the words that meet in the cells of the last row are related; None where nobody
        # looked: outside of a band.
        self._related: list[bool | None] = []

    def _tokens_of(self, side: int, start: int, end: int) -> list[_Token]:
        """Return what is known of the tokens of one side, *start* to *end*, and of phrases."""
        sequences = self._scores.sequences
        swaps, (ids, kinds, _, breaks, capitals, _, _) = sequences.swaps, sequences[side]
        heads, phrase = swaps.heads, swaps.phrase
        found: list[_Token] = []
        pair: Phrase = 0
        is_word = False  # a phrase has words of one sentence only
        for n in range(start, end):
            before, token, behind = ids[n - 1 : n + 2] if n else (ids[-1], *ids[:2])
            last, was_word, is_word = pair, is_word, kinds[n] != SIGN
            triple: Phrase = 0
            head, is_known = None, False
            if is_word and was_word and not breaks[n]:
                pair, head = phrase((before, token)), heads[before]
                is_known = swaps.is_known(pair)
                if last:
                    triple = swaps.known_phrase((ids[n - 2], before, token))
            else:
                pair = 0
            own = n, token, not is_word, capitals[n], breaks[n], before, behind, heads[token]
            found.append((*own, pair, triple, head, is_known))
        return found

    def row(self, i: int, first: int, last: int) -> Row:
        """Return the swaps that end in each cell of row *i*, in columns *first* to *last*."""
        scores, first = self._scores, max(1, first)
        place, width = self._part[0] + i - 1, len(self._columns) + 1
        row = Row([NEVER] * width, [NEVER] * width, {}, [False] * (width + 1))
        above: list[bool | None] = self._related if i > 1 else [None] * width
        self._related = [None] * width
        self._fill(row, self._rows[i - 1], first, last, above)
        for size in scores.long_sizes:
            old = place + 1 - size, place + 1
            others = size <= i and scores.long_seen.get(tuple(scores.sequences[0].ids[slice(*old)]))
            if others:
                self._add_long_edges(row.longer, old, others, first, last)
        return row

    def _fill(
        self, row: Row, old: _Token, first: int, last: int, related_above: list[bool | None]
    ) -> None:
        """Fill the cells of *row* in columns *first* to *last*, and note which words are related.

        Phrases of two words are looked up only where a word of them is related to one of the other
        side, the thesaurus knows them, or both sides begin alike: nearly all others cannot be
        swaps. This runs for each pair of words that may meet, so nothing is called that need not
        be, and what the row has once is looked up once.
        """
        scores, columns, related = self._scores, self._columns, self._related
        a, spoken = scores.sequences[0], scores.swaps.spoken
        (
            k, id_a, is_sign, capital_a, break_a, before, behind,
            head_a, pair_a, triple_a, pair_head_a, known_a,
        ) = old  # fmt: skip
        is_content, heads_a = a.kinds[k] == CONTENT, (head_a, pair_head_a)
        known = scores.swaps_of(id_a)
        by_capital, by_break = scores.capital[capital_a], scores.broken[break_a]
        sure_a, sure_beside = scores.sure_at[k], scores.sure_beside
        blind_a, blind_beside = scores.blind_at[k], scores.blind_beside
        sures, blinds, _, kin = row
        j = first - 1
        for (
            y, id_b, is_sign_b, capital, begins, before_b, behind_b,
            head_b, pair_b, triple_b, pair_head_b, known_b,
        ) in columns[j:last]:  # fmt: skip
            j += 1
            if id_a == id_b:
                related[j] = is_content
                continue
            if is_sign != is_sign_b and id_a not in spoken and id_b not in spoken:
                related[j] = False
                continue
            found = known.get(id_b) or scores.swap(id_a, id_b)
            assert found  # one word for one can always be
            score, sure, related[j], kin[j] = found
            score += by_capital[capital] + by_break[begins]
            by = (before == before_b) + (behind == behind_b)
            if sure:
                sures[j] = score + (sure_a + sure_beside[by])
            else:
                blinds[j] = score + (blind_a + blind_beside[by])
            phrase_pairs: tuple[PhrasePair, ...] = ()
            if (pair_a or pair_b) and (
                related[j]
                or related_above[j]
                or related[j - 1]
                or related_above[j - 1]
                or known_a
                or known_b
                or (pair_a and pair_head_a == head_b)
                or (pair_b and pair_head_b in heads_a)
            ):
                here, above = related[j] is not False, related_above[j] is not False
                left, corner = related[j - 1] is not False, related_above[j - 1] is not False
                phrase_pairs = _pairs_of_two(old, columns[j - 1], here, above, left, corner)
            if triple_a:
                phrase_pairs = *phrase_pairs, (3, 1, triple_a, id_b), (3, 2, triple_a, pair_b)
            if triple_b:
                phrase_pairs = *phrase_pairs, (1, 3, id_a, triple_b), (2, 3, pair_a, triple_b)
            if phrase_pairs:
                self._add_phrase_edges(row.longer, j, (k, y), phrase_pairs)

    def _add_long_edges(
        self,
        longer: dict[int, list[Edge]],
        old: tuple[int, int],
        others: Mapping[Words, int],
        first: int,
        last: int,
    ) -> None:
        """Add to a row the swaps of several words for several that were seen elsewhere."""
        start, end = old
        scores, j0 = self._scores, self._part[2]
        for other, n in others.items():
            q = len(other)
            for j in range(max(q, first), last + 1):
                at = j0 + j - q
                if tuple(scores.sequences[1].ids[at : at + q]) == other:
                    score = scores.seen_stretch(start, end, at, at + q, n)
                    longer.setdefault(j, []).append((end - start, q, score, True))

    def _add_phrase_edges(
        self,
        longer: dict[int, list[Edge]],
        column: int,
        ends: tuple[int, int],
        phrase_pairs: Sequence[PhrasePair],
    ) -> None:
        """Add to a row the swaps that *phrase_pairs* are, ending with the tokens *ends*."""
        scores = self._scores
        a, b = scores.sequences
        for p, q, x, y in phrase_pairs:
            if (p > 1 and not x) or (q > 1 and not y):
                continue
            known = scores.swap(x, y)
            if known is not None:
                i, j = ends[0] - p + 1, ends[1] - q + 1
                score = known[0] + scores.capital[a.capitals[i]][b.capitals[j]]
                score += scores.broken[a.breaks[i]][b.breaks[j]] + scores.sure_at[ends[0]]
                score += scores.sure_beside[scores.beside(i, ends[0] + 1, j, ends[1] + 1)]
                longer.setdefault(column, []).append((p, q, score, True))


def _pairs_of_two(
    old: _Token, column: _Token, here: bool, above: bool, left: bool, corner: bool
) -> tuple[PhrasePair, ...]:
    """Return the ways with a phrase of two that can be a swap at all, ending with two tokens.

    See ``SwapScorer.features``. The rest says whether the words that meet in the cell *here*, and
    in those around it, may be related.
    """
    _, id_a, _, _, _, _, _, head_a, pair_a, _, pair_head_a, known_a = old
    _, id_b, _, _, _, _, _, head_b, pair_b, _, pair_head_b, known_b = column
    phrase_pairs: tuple[PhrasePair, ...] = ()
    if pair_a and (known_a or here or above or pair_head_a == head_b):
        phrase_pairs = ((2, 1, pair_a, id_b),)
    if pair_b and (known_b or here or left or pair_head_b == head_a):
        phrase_pairs = *phrase_pairs, (1, 2, id_a, pair_b)
    is_near = here or above or left or corner
    if pair_a and pair_b and ((known_a and known_b) or is_near or pair_head_a == pair_head_b):
        phrase_pairs = *phrase_pairs, (2, 2, pair_a, pair_b)
    return phrase_pairs
