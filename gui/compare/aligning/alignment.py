"""One run of words of each document aligned in order, and again with what was learned.

A plain diff of the tokens between the anchors gives equal blocks. Long ones are kept as they
are; ``viterbi`` aligns what lies between, and in a long stretch it looks only at a band near the
blocks that hold a content word. A part is aligned again where a swap that was made elsewhere in
the pair was not made in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, Optional

from rapidfuzz.distance import Prefix

from ..cancellation import check, checked
from ..diff import Block, equal_tokens, join_blocks
from ..modelling.correspondence import BELIEF, is_believed, is_respelt, odds
from ..modelling.scores import Scores, SeenSwaps, Swap
from ..modelling.sequences import SequencePair, TextPair, holds, sequence_of
from ..modelling.steps import (
    KEPT,
    REWRITTEN,
    SWAPPED,
    Step,
    gaps,
    kept,
    with_particles,
)
from ..modelling.swap_features import CONTENT
from .cuts import cut_again
from .posterior import TRUST, Links, Posterior, likely_steps, price_of
from .viterbi import Aligner
from .whole_runs import with_whole_runs

Band = Optional[Sequence[tuple[int, int]]]  # noqa: UP045 - evaluated, in Python 3.10 too
_BESIDE = 60  # tokens on either side of a block in which its words are looked for once more
CERTAIN = 4  # tokens; a block of so many function words is not given up by any alignment
_WHOLE = 1600  # cells (tokens by tokens) at most of a stretch that is looked at as a whole
_MARGIN = 8  # tokens around the corners of a band
_HALF = 16  # tokens on either side of the diagonal between two blocks that are farther apart
_WIDEST = 80  # tokens on either side of that diagonal at most
_SHIFT = 60  # tokens by which a gap is shifted at most
_LONG = 300  # tokens; a longer part ends at the next block that another supports
_SUPPORT = 25  # tokens within which a shared word needs another one
_APART = 240  # tokens on both sides without a shared content word; nothing is aligned there
DOUBTFUL = 4900  # cells without one; unless the ends of such a gap correspond, nothing in it does
_AT_ENDS = 24  # tokens of both sides that are aligned at either end to see whether they do


class Stretch(NamedTuple):
    """Tokens ``[i0, i1)`` and ``[j0, j1)`` to be aligned with each other."""

    i0: int
    i1: int
    j0: int
    j1: int


class Aligned:
    """One run of tokens of each document, given by their numbers, aligned in order.

    The alignment goes through *anchors*, which are places of equal tokens, and through *corners*,
    which are places between tokens: what stands before one of them stands before it in both.
    """

    def __init__(
        self,
        texts: TextPair,
        numbers: tuple[Sequence[int], Sequence[int]],
        anchors: Sequence[tuple[int, int]] = (),
        corners: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.numbers = numbers
        self._corners = corners
        self.texts = texts
        a, b = ([s.ids[n] for n in own] for s, own in zip(texts.sides, numbers, strict=True))
        blocks = guide_blocks((a, b), anchors, corners)
        check()
        self.sequences = SequencePair(
            sequence_of(texts, 0, numbers[0], blocks),
            sequence_of(texts, 1, numbers[1], blocks),
            texts.swaps,
        )
        self._blocks = blocks
        self.parts: list[tuple[Stretch, Band]] = []
        self.pieces: list[list[Step]] = []
        self._uncut: list[Step] | None = None  # all steps before the second look, once asked for
        self.by_links = False  # whether links of words are told, which are not cut again
        self.weights: Mapping[str, float] = {}

    def find_parts(self, corresponds: Callable[[Stretch], bool]) -> None:
        """Find the ``parts`` that are in doubt, with the bands to look at in them.

        *corresponds* tells whether passages at the ends of a long gap do (``parts_of``).
        """
        a, b = self.sequences
        blocks, at = self._blocks, 0
        self.parts = []
        certain = stretches(blocks, a.kinds, (a.ids[:-1], b.ids[:-1]), (a.breaks, b.breaks))
        for stretch in divided(certain, self._corners):
            inside = []
            while at < len(blocks) and blocks[at][0] < stretch.i1:
                x, _, n = blocks[at]
                if x >= stretch.i0 and x + n <= stretch.i1:
                    inside.append(blocks[at])
                at += 1
            at -= at > 0
            for part, corners in parts_of(stretch, inside, a.kinds, corresponds):
                self.parts.append((part, band(part, corners)))

    def align(self, weights: Mapping[str, float], like: Aligner | None = None) -> Aligner:
        """Align every part, and return what aligned them.

        As long as *weights* do not tell what corresponds, since that is learned from what the
        aligner makes of the texts, no gap is left out. *like* aligned other words of the pair.
        """
        self.weights = weights
        scores = like.scores.of(self.sequences) if like else None
        aligner = Aligner(scores or Scores(self.sequences, weights), like)

        def corresponds(end: Stretch) -> bool:
            if BELIEF not in weights:
                return True
            steps = aligner.align(*end)
            found = odds(steps, self.sequences, weights)
            return is_believed(found)

        self.find_parts(corresponds)
        self.pieces = [aligner.align(*part, own) for part, own in self.parts]
        self._uncut = None
        return aligner

    def swaps_made(self) -> list[list[Swap]]:
        """Return the swaps of each part; a rewritten stretch is a swap of several words."""
        a, b = self.sequences[0].ids, self.sequences[1].ids
        return [
            [
                (tuple(a[i0:i1]), tuple(b[j0:j1]))
                for kind, i0, i1, j0, j1 in steps
                if kind in (SWAPPED, REWRITTEN)
            ]
            for steps in self.pieces
        ]

    def again(self, aligner: Aligner, made: Sequence[list[Swap]], seen: SeenSwaps) -> None:
        """Align the parts again where a swap that was *seen* elsewhere was not *made*."""
        a, b = self.sequences
        for n, (part, own) in enumerate(self.parts):
            if part.i1 - part.i0 < 2 or all(s.kind == KEPT for s in self.pieces[n]):
                continue
            mine = made[n]
            first, last = aligner.kept_ends(part, own)  # these are not swapped, whatever was seen
            here = set(a.ids[part.i0 + first : part.i1 - last])
            there = set(b.ids[part.j0 + first : part.j1 - last])
            elsewhere = {
                swap: times - mine.count(swap)
                for swap, times in seen.between(here, there)
                if times > mine.count(swap)
            }
            if any(swap not in mine for swap in elsewhere):
                aligner.scores.learn(elsewhere)
                self.pieces[n] = aligner.align(*part, own)
        self._uncut = None
        aligner.scores.learn({})  # what one part was taught says nothing about the others

    def share_kept(self) -> float | None:
        """Return the share of the longer side that was kept; None for over two thirds of both.

        Where no word was kept, those count that are only spelt in another way.
        """
        steps = self.steps()
        same = sum([step.kind == KEPT for step in steps])
        same = same or sum([is_respelt(step, self.sequences) for step in steps])
        sizes = [len(own) for own in self.numbers]
        return None if 3 * same > sum(sizes) else same / max(sizes)

    def take_likely_links(self, aligner: Aligner) -> None:
        """Take the links of words that are likely instead of the best steps, part by part.

        Where over two thirds of the words were kept, they vouch for the rest: the best steps stay.
        """
        share = self.share_kept()
        if share is None:
            return
        price = price_of(share, self.weights)
        for n, links in self.likely_links(aligner, self.weights[TRUST]):
            steps = likely_steps(links, self.parts[n][0], self.sequences, price)
            self.pieces[n] = with_particles(steps, self.sequences)
        self.by_links = True
        self._uncut = None

    def likely_links(self, aligner: Aligner, trust: float) -> Iterator[tuple[int, Links]]:
        """Yield the numbers of the parts where something changed, and their links."""
        for n, (part, _) in enumerate(self.parts):
            size = (part.i1 - part.i0) * (part.j1 - part.j0)
            if 0 < size <= DOUBTFUL and any(s.kind != KEPT for s in self.pieces[n]):
                yield n, Posterior(aligner, part, trust).links()

    def steps(self, *, second_look: bool = True) -> list[Step]:
        """Return all steps by token numbers, also those that were never in doubt.

        Without a *second_look* (``cuts``) short changes are as the aligner cut them.
        """
        if self._uncut is None:
            self._uncut = with_whole_runs(self._steps(), self.sequences)
        if second_look and not self.by_links:
            return cut_again(self._uncut, self.sequences, self.weights)
        return self._uncut

    def _steps(self) -> list[Step]:
        a, b = self.sequences
        found: list[Step] = []
        i = j = 0
        for (part, _), steps in checked(zip(self.parts, self.pieces, strict=True), 64):
            size = Prefix.similarity(a.ids[i : part.i0], b.ids[j : part.j0])
            found += kept(i, j, size)
            i, j = i + size, j + size
            found += gaps(i, part.i0, j, part.j0)
            found += steps
            i, j = part.i1, part.j1
        return found


def guide_blocks(
    ids: tuple[Sequence[int], Sequence[int]],
    anchors: Sequence[tuple[int, int]],
    corners: Sequence[tuple[int, int]] = (),
) -> list[Block]:
    """Return the equal blocks of a plain diff that goes through *anchors* (equal tokens).

    It goes through *corners*, too, which are places between tokens; anchors that it would then miss
    are left out.

    >>> guide_blocks(([1, 2, 3], [1, 2, 9, 1, 2, 3]), [(0, 3)])
    [(0, 3, 3)]
    >>> guide_blocks(([1, 2, 3], [1, 2, 9, 1, 2, 3]), [], [(1, 4)])
    [(0, 0, 1), (1, 4, 2)]
    """
    a, b = ids
    found: list[Block] = []
    i = j = 0
    through = [(x, y, 1) for x, y in anchors]
    if corners:
        through = [own for own in through if not _misses(own[:2], corners)]
        through = sorted([*through, *[(x, y, 0) for x, y in corners]])
    for x, y, size in [*through, (len(a), len(b), 0)]:
        if i < x and j < y:
            check()
            found += [(i + p, j + q, n) for p, q, n in equal_tokens(a[i:x], b[j:y])]
        if size:
            found.append((x, y, size))
        i, j = x + size, y + size
    return join_blocks(found)


def stretches(
    blocks: Sequence[Block],
    kinds: Sequence[int],
    ids: tuple[Sequence[int], Sequence[int]],
    breaks: tuple[Sequence[int], Sequence[int]],
) -> Iterator[Stretch]:
    """Yield the stretches between the certain blocks, with a little of the blocks on either side.

    As a rule that is one token of each block. Where a gap holds the start of a sentence, it is as
    many tokens as the gap could be shifted by: in ``[on Monday. It rained] on Monday. It snowed``
    the first sentence may be what was lost.
    """
    around = [(0, 0, 0), *blocks, (len(ids[0]), len(ids[1]), 0)]
    certain = [
        block
        for last, block, following in zip(around, blocks, around[2:], strict=False)
        if block[2] >= CERTAIN
        or (
            block[2] > 1
            and CONTENT in kinds[block[0] : block[0] + block[2]]
            and not _is_beside_itself(ids, last, block, following)
        )
    ]
    i = j = 0
    least = 0, 0  # where the last stretch ended
    for x, y, n in certain:
        back, ahead = _shifts(ids, breaks, Stretch(i + 1, x, j + 1, y)) if i or j else (0, 0)
        back = min(back, i - least[0], j - least[1])
        ahead = min(ahead, n - 2)
        yield Stretch(i - back, x + 1 + ahead, j - back, y + 1 + ahead)
        least = x + 1 + ahead, y + 1 + ahead
        i, j = x + n - 1, y + n - 1
    yield Stretch(i, len(ids[0]), j, len(ids[1]))


def _is_beside_itself(
    ids: tuple[Sequence[int], Sequence[int]], last: Block, block: Block, following: Block
) -> bool:
    r"""Return whether the words of a block stand once more in a gap beside it.

    A plain diff takes the first of them, such as those of a lost headline that come back in the
    first sentence.

    >>> lead = "A storm cut power to 90 homes in Wexley on Monday."
    >>> spun = "A tempest severed energy to 90 houses in Wexley on Monday."
    >>> sections(f"Storm cuts power to 90 homes\n\n{lead}", spun)
    missing, paired
    """
    for side in (0, 1):
        own, start, size = ids[side], block[side], block[2]
        words = own[start : start + size]
        before = own[max(last[side] + last[2], start - _BESIDE) : start]
        behind = own[start + size : min(following[side], start + size + _BESIDE)]
        for gap in (before, behind):
            if holds(gap, words):
                return True
    return False


def divided(stretches: Iterable[Stretch], corners: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield *stretches*, each divided at the ascending *corners* inside it.

    >>> [tuple(own) for own in divided([Stretch(0, 9, 0, 9), Stretch(8, 12, 8, 9)], [(3, 5)])]
    [(0, 3, 0, 5), (3, 9, 5, 9), (8, 12, 8, 9)]
    """
    at = 0
    for i0, i1, j0, j1 in stretches:
        while at < len(corners) and corners[at][0] <= i1:
            x, y = corners[at]
            if i0 <= x and j0 <= y <= j1 and (i0, j0) < (x, y) < (i1, j1):
                yield Stretch(i0, x, j0, y)
                i0, j0 = x, y
            at += 1
        at -= at > 0
        yield Stretch(i0, i1, j0, j1)


def _misses(anchor: tuple[int, int], corners: Sequence[tuple[int, int]]) -> bool:
    """Return whether no way leads through an anchor and all *corners*, which ascend."""
    n = bisect_right(corners, anchor[0], key=itemgetter(0))
    return (n > 0 and corners[n - 1][1] > anchor[1]) or (
        n < len(corners) and corners[n][1] <= anchor[1]
    )


def _shifts(
    ids: tuple[Sequence[int], Sequence[int]],
    breaks: tuple[Sequence[int], Sequence[int]],
    gap: Stretch,
) -> tuple[int, int]:
    """Return by how many tokens words that only one side has may be shifted back and ahead.

    >>> changes("On Monday. It rained on Monday. It snowed.", "On Monday. It snowed.")
    -It rained on Monday.
    """
    i0, i1, j0, j1 = gap
    if (i0 < i1) == (j0 < j1):
        return 0, 0
    side, start, end = (0, i0, i1) if i0 < i1 else (1, j0, j1)
    if not any(breaks[side][start : end + 1]):
        return 0, 0
    own = ids[side]
    back = ahead = 0
    while back < min(start, _SHIFT) and own[start - 1 - back] == own[end - 1 - back]:
        back += 1
    while ahead < min(len(own) - end, _SHIFT) and own[start + ahead] == own[end + ahead]:
        ahead += 1
    return back, ahead


def parts_of(
    stretch: Stretch,
    blocks: Sequence[Block],
    kinds: Sequence[int],
    corresponds: Callable[[Stretch], bool],
) -> list[tuple[Stretch, list[tuple[int, int]]]]:
    """Return the parts of a stretch that are aligned separately, with the corners of their bands.

    A stretch is divided where both sides have many tokens without a shared content word, so that
    nothing there corresponds, and after ``_LONG`` tokens at the next block that another supports.
    *corresponds* aligns two passages and tells whether they do; it is asked about the ends of a gap
    where a heavy hand may have replaced every word, or nothing is left of the text.
    """
    i0, i1, j0, j1 = stretch
    corners = [(i0, j0)]
    if (i1 - i0) * (j1 - j0) > _WHOLE:
        for x, y, n in _supported(blocks, kinds):
            corners += [(x, y), (x + n, y + n)]
    corners.append((i1, j1))
    found = []
    own = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        size = _aligned_at_ends(Stretch(x0, x1, y0, y1), corresponds)
        if size is not None:
            end = (x0 + size, y0 + size)
            found.append((Stretch(own[0][0], end[0], own[0][1], end[1]), [*own, end]))
            own = [(x1 - size, y1 - size)]
        elif max(x0 - own[0][0], y0 - own[0][1]) > _LONG:
            found.append((Stretch(own[0][0], x0, own[0][1], y0), own))
            own = [(x0, y0)]
        own.append((x1, y1))
    found.append((Stretch(own[0][0], i1, own[0][1], j1), own))
    return found


def _aligned_at_ends(gap: Stretch, corresponds: Callable[[Stretch], bool]) -> int | None:
    """Return how many tokens at both ends of a *gap* between blocks are aligned; None for all.

    Texts that have nothing to do with each other consist of such gaps. To align them as a whole
    takes twenty times as long as aligning a copy, and then all of it is doubted.
    """
    i0, i1, j0, j1 = gap
    p, q = i1 - i0, j1 - j0
    if p * q <= DOUBTFUL:
        return None
    size = min(p // 2, q // 2, _AT_ENDS)
    ends = Stretch(i0, i0 + size, j0, j0 + size), Stretch(i1 - size, i1, j1 - size, j1)
    if not any(map(corresponds, ends)):
        return size
    return _APART // 2 if min(p, q) > _APART else None


def _supported(blocks: Sequence[Block], kinds: Sequence[int]) -> list[Block]:
    """Return the blocks with two content words, or with one and another such block near by.

    Unrelated articles share a word here and there; what corresponds shares several close together.

    >>> _supported([(0, 0, 1), (5, 6, 1), (90, 90, 1)], [CONTENT] * 91)
    [(0, 0, 1), (5, 6, 1)]
    """
    own = [(x, y, n) for x, y, n in blocks if CONTENT in kinds[x : x + n]]
    found = []
    for at, (x, y, size) in enumerate(own):
        near = [
            (abs(i - x), abs(j - y)) for i, j, _ in own[max(0, at - 1) : at] + own[at + 1 : at + 2]
        ]
        if kinds[x : x + size].count(CONTENT) > 1 or any(
            max(apart) <= _SUPPORT and abs(apart[0] - apart[1]) <= _MARGIN for apart in near
        ):
            found.append((x, y, size))
    return found


def band(part: Stretch, corners: Sequence[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Return, for each row of a part, the columns to look at; None where all are."""
    m, n = part.i1 - part.i0, part.j1 - part.j0
    if m * n <= _WHOLE:
        return None
    low, high = [n] * (m + 1), [0] * (m + 1)
    for (x0, y0), (x1, y1) in pairwise(corners):
        x0, x1, y0, y1 = x0 - part.i0, x1 - part.i0, y0 - part.j0, y1 - part.j0
        p, q = x1 - x0, y1 - y0
        is_box = min(p, q) <= _MARGIN
        # From row to row the diagonal moves by q / p columns: the bands of both must meet.
        half = min(_HALF + abs(p - q), max(_WIDEST, q // max(p, 1) + 1))
        for i in range(max(0, x0 - _MARGIN), min(m, x1 + _MARGIN) + 1):
            first, last = y0 - _MARGIN, y1 + _MARGIN
            if not is_box:
                middle = y0 + (min(max(i, x0), x1) - x0) * q // p
                first, last = max(first, middle - half), min(last, middle + half)
            low[i], high[i] = min(low[i], max(0, first)), max(high[i], min(n, last))
    low[0], high[m] = 0, n
    return list(zip(low, high, strict=True))
