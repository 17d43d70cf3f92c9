"""A document as the aligner sees it: what is known of each token and its place.

First its units, the parts a section may be cut into: its sentences, cut further at true line ends.
Then a sequence of tokens, each with its sort, with what begins at it (a section, a sentence), and
with how much was kept near by.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, pairwise
from operator import itemgetter, sub
from typing import NamedTuple

from ...documents.text.line_ends import lines_of, wrap_width
from ..cancellation import check, checked
from ..diff import Block
from ..tokenizing.tokens import TokenPair, Tokens
from .swap_features import CONTENT, NAME, SIGN, SORTS, Phrase, SwapScorer

# What stands behind the place where a stretch begins or ends: a word or sign inside a sentence,
# the start of a sentence or section, or the second part of a compound word.
JOINTS = (*SORTS, "sentence", "section", "compound")
_SENTENCE, _SECTION, _COMPOUND = map(JOINTS.index, ("sentence", "section", "compound"))
_JOINT_OF_BREAK = (0, _SENTENCE, _SECTION)
_JOINING = frozenset("-\u2010\u2011&/")  # written without spaces, they make one word of two
_AFTER_QUOTE = frozenset('"\u201c\u2018\u00ab\u201e:')  # a capital behind them means nothing
NEAR, WIDE = 12, 60  # tokens on either side that tell how much was rewritten here
# The comparison number of what stands behind the last token; any negative one is no word's.
BEYOND = -1
# Two counts of tokens near by are kept in one number: the second one, and the first times this,
# which is more than any such count.
_MANY = 1 << 16
_BOTH = _MANY + 1  # one in either


class Unit(NamedTuple):
    """Tokens ``[start, end)`` of one sentence, in section number ``block``, line number ``line``.

    Where every paragraph is a line and no blank lines are used, each line is a block. Two units
    of one block stand in one ``line`` where no true line end separates them; the line ends of
    hard-wrapped text do not count. A list or table is one ``line``, so that it stays whole, though
    each of its rows is a unit.
    """

    start: int
    end: int
    block: int
    line: int


def find_units(side: Tokens) -> list[Unit]:
    """Return the units of a document; every token is in exactly one."""
    document = side.document
    starts = side.starts
    width = wrap_width(document)
    units: list[Unit] = []
    sentence = line = block = 0
    for section in checked(document.sections):
        ends, listed, by_line = lines_of(document, section, width)
        cuts = list(ends)
        ends = [] if listed else ends
        while sentence < len(document.sentences) and (
            document.sentences[sentence].end <= section.end
        ):
            cuts.append(document.sentences[sentence].end)
            sentence += 1
        line += 1
        block += 1
        at = bisect_left(starts, section.start)
        breaks = iter([*ends, section.end])
        next_break = next(breaks)
        for cut in checked(sorted({*cuts, section.end}), 4096):
            end = bisect_left(starts, cut, lo=at)
            if end > at:
                while starts[at] >= next_break and next_break < section.end:
                    line += 1
                    block += by_line
                    next_break = next(breaks)
                units.append(Unit(at, end, block, line))
                at = end
    return units


class TokenSequence(NamedTuple):
    """A document as the aligner sees it, token by token.

    ``ids`` are comparison numbers, with ``BEYOND`` at the end. ``breaks[n]`` is 2 where a section
    begins at token *n*, 1 where a sentence or line does, else 0; it too has one more entry for the
    end, like ``sorts`` and ``joints``. ``capitals[n]`` is 1 for a capital that means something, 2
    where a sentence begins, else 0. ``near`` has three figures for each token: the share of content
    words that were kept within ``NEAR`` tokens, the same within ``WIDE`` tokens, and the number of
    changes within ``WIDE`` tokens, divided by that of the changed tokens.
    """

    ids: Sequence[int]
    kinds: Sequence[int]
    sorts: Sequence[int]
    breaks: Sequence[int]
    capitals: Sequence[int]
    joints: Sequence[int]
    near: Sequence[Sequence[float]]

    def around(self, start: int, end: int) -> tuple[object, ...]:
        """Return all that the alignment of the tokens ``[start, end)`` may depend on."""
        beyond = end + 1  # what stands behind the last token tells, too
        places = *self.sorts[start:beyond], *self.breaks[start:beyond], *self.joints[start:beyond]
        near, wide, runs = self.near
        return (
            self.ids[start - 1],
            *self.ids[start:beyond],
            bytes([*places, *self.capitals[start:end]]),
            *near[start:end],
            *wide[start:end],
            *runs[start:end],
        )


class SequencePair(tuple[TokenSequence, TokenSequence]):
    """Two documents as the aligner sees them, and the scorer of what may be swapped in them."""

    swaps: SwapScorer

    def __new__(
        cls, first: TokenSequence, second: TokenSequence, swaps: SwapScorer
    ) -> SequencePair:
        """Put two sequences together."""
        pair = super().__new__(cls, (first, second))
        pair.swaps = swaps
        return pair


def breaks_of(side: Tokens, units: Sequence[Unit]) -> list[int]:
    """Return 2 for tokens that begin a section, 1 for those that begin a sentence or line."""
    found = [0] * (len(side.ids) + 1)
    block = None
    for unit in units:
        found[unit.start] = 1 if unit.block == block else 2
        block = unit.block
    found[-1] = 2
    return found


class TextPair(NamedTuple):
    """Two documents before their words are aligned, and the scorer of what may be swapped."""

    sides: TokenPair
    units: tuple[Sequence[Unit], Sequence[Unit]]
    breaks: tuple[Sequence[int], Sequence[int]]
    swaps: SwapScorer

    @classmethod
    def of(cls, sides: TokenPair, swaps: SwapScorer) -> TextPair:
        """Return two documents with their units, and with what begins at each token."""
        units = find_units(sides[0]), find_units(sides[1])
        breaks = breaks_of(sides[0], units[0]), breaks_of(sides[1], units[1])
        return cls(sides, units, breaks, swaps)


def sequence_of(
    both: TextPair, index: int, numbers: Sequence[int], blocks: Sequence[Block]
) -> TokenSequence:
    """Return one side of what is aligned, the tokens *numbers*, as the aligner sees it.

    *index* says which side it is; *blocks* are the equal blocks that guide the aligner.
    """
    side, breaks, swaps = both.sides[index], both.breaks[index], both.swaps
    size = len(numbers)
    texts, starts, ends = side.texts, side.starts, side.ends
    ids = list(map(side.ids.__getitem__, numbers))
    kinds = list(map(swaps.kinds.__getitem__, ids))
    sorts = [*map(swaps.sorts.__getitem__, ids), 0]
    own = [*map(breaks.__getitem__, numbers), 2]
    if numbers and numbers[-1] - numbers[0] >= size:
        for k, (n, following) in enumerate(pairwise(numbers), 1):
            if following != n + 1:
                own[k] = 2  # a passage that stood here moved
    check()
    capitals = [2 if begins else 0 for begins in own[:-1]]
    initials = map(itemgetter(0), map(texts.__getitem__, numbers))
    for k in [*compress(range(size), map(str.isupper, initials))]:
        if not (own[k] or side.capital_nouns):
            after_quote = k > 0 and texts[numbers[k] - 1] in _AFTER_QUOTE
            capitals[k] = 2 if after_quote else 1
            if not (after_quote or sorts[k]):
                sorts[k] = NAME
    check()
    joints = [_JOINT_OF_BREAK[begins] or sort for begins, sort in zip(own, sorts, strict=True)]
    joining = [k for k, n in enumerate(numbers) if texts[n] in _JOINING]
    for k in (0, *joining, *[k + 1 for k in joining]):
        n = -1 if own[k] else numbers[k]
        if n > 0 and starts[n] == ends[n - 1] and not _JOINING.isdisjoint(texts[n - 1 : n + 1]):
            joints[k] = _COMPOUND
    check()
    near = kept_near(kinds, blocks, index, NEAR)
    check()
    wide = kept_near(kinds, blocks, index, WIDE)
    check()
    runs = runs_near(kinds, blocks, index, WIDE)
    check()
    return TokenSequence([*ids, BEYOND], kinds, sorts, own, capitals, joints, (near, wide, runs))


def holds(ids: Sequence[int], run: Sequence[int]) -> bool:
    """Return whether the tokens of a *run* stand among *ids* in a row."""
    return next(places_of(ids, run), None) is not None


def places_of(ids: Sequence[int], run: Sequence[int]) -> Iterator[int]:
    """Yield the places among *ids* at which the tokens of a *run* stand in a row."""
    size = len(run)
    return (n for n in range(len(ids) - size + 1) if ids[n : n + size] == run)


def are_paired(sequence: TokenSequence, n: int) -> bool:
    """Return whether token *n* and the one before it are words of one sentence."""
    kinds = sequence.kinds
    return n > 0 and kinds[n] != SIGN != kinds[n - 1] and not sequence.breaks[n]


def pair_at(sequence: TokenSequence, n: int, swaps: SwapScorer) -> Phrase:
    """Return the phrase of token *n* and the one before it; 0 where they make none."""
    if not are_paired(sequence, n):
        return 0
    return swaps.phrase((sequence.ids[n - 1], sequence.ids[n]))


def triple_at(sequence: TokenSequence, n: int, swaps: SwapScorer) -> Phrase:
    """Return the phrase of token *n* and the two before it in the sentence.

    It is 0 where they make none, or the thesaurus and the table know nothing of it.
    """
    if not (are_paired(sequence, n) and are_paired(sequence, n - 1)):
        return 0
    return swaps.known_phrase(tuple(sequence.ids[n - 2 : n + 1]))


def kept_near(kinds: Sequence[int], blocks: Sequence[Block], side: int, width: int) -> list[float]:
    """Return, for each token, the share of content words within *width* that equal blocks hold.

    It tells a light hand from a heavy one, and both from texts that have nothing in common.

    >>> kept_near([CONTENT] * 4, [(0, 0, 2)], side=0, width=1)
    [0.75, 0.8333333333333334, 0.5, 0.16666666666666666]
    """
    counts = [1 if kind == CONTENT else 0 for kind in kinds]
    kept = [_BOTH if count else 0 for count in counts]
    for block in blocks:
        start, end = block[side], block[side] + block[2]
        counts[start:end] = kept[start:end]
    return _shares_near(counts, width)


def runs_near(kinds: Sequence[int], blocks: Sequence[Block], side: int, width: int) -> list[float]:
    """Return, for each token, the changes within *width*, divided by the changed tokens there.

    It tells a hand that replaces word by word, near 1, from one that rewrites clauses, near 0.
    Changes are counted by the equal blocks between them; a lone function word is none.

    >>> runs_near([CONTENT] * 6, [(1, 1, 1), (3, 3, 1)], side=0, width=6)[0]
    0.5
    """
    counts = [1] * len(kinds)
    for block in blocks:
        start, end = block[side], block[side] + block[2]
        if end - start > 1 or (start < end and kinds[start] == CONTENT):
            counts[start:end] = [*[0] * (end - start - 1), _MANY]
    return _shares_near(counts, width)


class _Shares(dict[int, float]):
    """What share the first of two counts is of the second, smoothed; each pair is divided once."""

    def __missing__(self, counts: int) -> float:
        first, second = divmod(counts, _MANY)
        found = self[counts] = min(1.0, (first + 0.5) / (second + 1))
        return found


_SHARES = _Shares()  # of the few thousand counts that there can be within ``WIDE`` tokens


def _shares_near(counts: Sequence[int], width: int) -> list[float]:
    """Return, for each place, what share the first of two *counts* is of the second near by.

    Both are of tokens within *width*, and packed into one number (``_MANY``), so that one addition
    adds up both.
    """
    size = len(counts)
    near = min(width, size)
    sums = list(accumulate(counts, initial=0))
    behind, before = [*sums[near:size], *[sums[size]] * near], [*[0] * near, *sums[: size - near]]
    return list(map(_SHARES.__getitem__, map(sub, behind, before)))
