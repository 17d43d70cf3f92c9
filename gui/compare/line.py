"""A document as the aligner sees it: what is known of each token and its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .cancel import Check, no_check
from .corridor import kept_near, runs_near
from .features import NAME, SIGN, SORTS, Phrase, SwapScorer
from .sections import Unit
from .tokens import Tokens
from .words import Block

# What stands behind the place where a stretch begins or ends: a word or sign inside a sentence,
# the start of a sentence or section, or the second part of a compound word.
JOINTS = (*SORTS, "sentence", "section", "compound")
_SENTENCE, _SECTION, _COMPOUND = map(JOINTS.index, ("sentence", "section", "compound"))
_JOINING = frozenset("-\u2010\u2011&/")  # written without spaces, they make one word of two
_AFTER_QUOTE = frozenset('"\u201c\u2018\u00ab\u201e:')  # a capital behind them means nothing
NEAR, WIDE = 12, 60  # tokens on either side that tell how much was rewritten here
BEYOND = -1  # the comparison number of what stands behind the last token


class Line(NamedTuple):
    """A document as the aligner sees it, token by token.

    ``ids`` are comparison numbers, with ``BEYOND`` at the end. ``breaks[n]`` is 2 where a section
    begins at token *n*, 1 where a sentence or line does, else 0; it too has one more entry for the
    end, like ``sorts`` and ``joints``. ``capitals[n]`` is 1 for a capital that means something, 2
    where a sentence begins, 0 else. ``pairs[n]`` is the phrase of token *n* and the one before it,
    0 where they make none. ``near`` has the shares of content words that were kept within
    ``NEAR`` and ``WIDE`` tokens, and the changes for each changed token within ``WIDE`` ones.
    """

    ids: Sequence[int]
    kinds: Sequence[int]
    sorts: Sequence[int]
    breaks: Sequence[int]
    capitals: Sequence[int]
    joints: Sequence[int]
    pairs: Sequence[Phrase]
    near: Sequence[Sequence[float]]


def breaks_of(side: Tokens, units: Sequence[Unit]) -> list[int]:
    """Return 2 for tokens that begin a section, 1 for those that begin a sentence or line."""
    found = [0] * (len(side.ids) + 1)
    block = None
    for unit in units:
        found[unit.start] = 1 if unit.block == block else 2
        block = unit.block
    found[-1] = 2
    return found


def make_line(
    side: Tokens,
    numbers: Sequence[int],
    swaps: SwapScorer,
    breaks: Sequence[int],
    blocks: Sequence[Block],
    index: int,
    check: Check = no_check,
) -> Line:
    """Return one side of what is aligned, the tokens *numbers*, as the aligner sees it.

    *blocks* are the equal blocks that guide the aligner, *index* says which side of them this is.
    """
    size = len(numbers)
    ids = [side.ids[n] for n in numbers]
    kinds = [swaps.kinds[t] for t in ids]
    sorts = [*[swaps.sorts[t] for t in ids], 0]
    own = [breaks[n] for n in numbers]
    for k in range(1, size):
        if numbers[k] != numbers[k - 1] + 1:
            own[k] = 2  # a passage that stood here moved
    own.append(2)
    check()
    capitals = _capitals(side, numbers, own)
    for k, capital in enumerate(capitals):
        if capital == 1 and not sorts[k]:
            sorts[k] = NAME
    check()
    joints = list(sorts)
    texts, starts, ends = side.texts, side.starts, side.ends
    for k in range(size + 1):
        if own[k]:
            joints[k] = _SECTION if own[k] == 2 else _SENTENCE
        elif starts[numbers[k]] == ends[numbers[k] - 1] and (
            texts[numbers[k]] in _JOINING or texts[numbers[k] - 1] in _JOINING
        ):
            joints[k] = _COMPOUND
    check()
    pairs = _pairs(ids, kinds, own, swaps)
    check()
    near = kept_near(kinds, blocks, index, NEAR)
    check()
    wide = kept_near(kinds, blocks, index, WIDE)
    check()
    runs = runs_near(kinds, blocks, index, WIDE)
    check()
    return Line([*ids, BEYOND], kinds, sorts, own, capitals, joints, pairs, (near, wide, runs))


def _capitals(side: Tokens, numbers: Sequence[int], breaks: Sequence[int]) -> list[int]:
    """Return ``Line.capitals``."""
    texts = side.texts
    found = [0] * len(numbers)
    for k, n in enumerate(numbers):
        if texts[n][0].isupper():
            found[k] = 2 if breaks[k] or (k and texts[n - 1] in _AFTER_QUOTE) else 1
        elif breaks[k]:
            found[k] = 2
    return found


def _pairs(
    ids: Sequence[int], kinds: Sequence[int], breaks: Sequence[int], swaps: SwapScorer
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


def triple_at(line: Line, n: int, swaps: SwapScorer) -> Phrase:
    """Return the phrase of token *n* and the two before it in the sentence.

    It is 0 where they make none, or the thesaurus and the table know nothing of it.
    """
    if n < 2 or not (line.pairs[n] and line.pairs[n - 1]):
        return 0
    return swaps.known_phrase(tuple(line.ids[n - 2 : n + 1]))
