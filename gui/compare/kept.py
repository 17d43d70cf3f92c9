"""Which tokens of paired units are kept, and which pairs keep too little to be counterparts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .anchors import drop_weak_anchors
from .cancel import Check, checked, no_check, pieces
from .frames import LONGEST, frame_of, same_frame
from .groups import Group, Pairing
from .islands import drop_islands
from .keys import Keyed
from .rewritten import is_rewritten, weighed_tokens
from .slide import rebalance, slide
from .units import Unit, token_range
from .words import Block, equal_tokens

_KEPT_LEAST = 0.3  # share of the words; sentences on one subject by two writers keep less
_SHORTENED_LEAST = 0.8  # of the shorter one's words, where a sentence was cut short ...
_SHORTENED_CONTENT = 3  # ... and so many of them content words
_SHORT = 12  # words of both; longer units that keep function words only ...
_SKELETON_LEAST = 0.5  # ... must keep this share of the words to be counterparts


def keep_words(
    pairing: Pairing,
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    check: Check,
) -> Pairing:
    """Find the kept tokens of every group and drop the groups that merely share a subject."""

    def settle(groups: Iterable[Group]) -> list[Group]:
        found = []
        for group in groups:
            check()
            matched = _match(group, sides, units, check)
            if matched is not None:
                found.append(matched)
        return found

    moved = []
    for group in pairing.moved:
        parts = settle(group.parts)
        if parts:
            moved.append(
                Group(parts[0].i0, parts[-1].i1, parts[0].j0, parts[-1].j1, parts=tuple(parts))
            )
    return Pairing(settle(pairing.paired), moved)


def _match(
    group: Group,
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    check: Check,
) -> Group | None:
    a0, a1 = token_range(units[0], group.i0, group.i1)
    b0, b1 = token_range(units[1], group.j0, group.j1)
    ids = sides[0].ids[a0:a1], sides[1].ids[b0:b1]
    if ids[0] == ids[1]:
        return group.keeping([(a0, b0, a1 - a0)])
    texts = sides[0].texts[a0:a1], sides[1].texts[b0:b1]
    blocks = _tidied(equal_tokens(*ids, check), ids, texts, sides[0].weights, check)
    check()
    words = sides[0].words_in(a0, a1)
    check()
    each = words, sides[1].words_in(b0, b1)
    # Nothing else could be the counterpart of the only unit of a document.
    only = len(units[0]) == len(units[1]) == 1
    if not _are_counterparts(blocks, ids, each, sides[0].weights, check, only=only):
        return None
    check()
    if is_rewritten(blocks, ids):
        blocks = _tidied(weighed_tokens(*ids, sides[0]), ids, texts, sides[0].weights, check)
    return group.keeping([(a0 + i, b0 + j, n) for i, j, n in blocks])


def _tidied(
    blocks: list[Block],
    ids: tuple[Sequence[int], Sequence[int]],
    texts: tuple[Sequence[str], Sequence[str]],
    weights: Sequence[float],
    check: Check,
) -> list[Block]:
    """Return kept tokens where a reader would see them, without those that say nothing."""
    sizes = len(ids[0]), len(ids[1])

    def is_content(n: int) -> bool:
        return weights[ids[0][n]] >= 1

    check()
    blocks = slide(blocks, ids, texts, weights, check)
    check()
    blocks = rebalance(blocks, ids, sizes, is_content)
    return drop_islands(drop_weak_anchors(blocks, sizes, is_content), sizes, texts[0], check)


def _are_counterparts(
    blocks: list[Block],
    ids: tuple[Sequence[int], Sequence[int]],
    words: tuple[int, int],
    weights: Sequence[float],
    check: Check,
    *,
    only: bool,
) -> bool:
    kept = content = 0
    for i, _, n in blocks:
        for some in pieces(ids[0][i : i + n], check):
            found = [weights[t] for t in some]
            kept += len(found) - found.count(0)
            content += found.count(1)
    if _keeps_enough(kept, words, content) or (only and content):
        return True
    if max(len(ids[0]), len(ids[1])) > LONGEST:
        return False
    return same_frame(*[frame_of(own, weights) for own in ids])


def _keeps_enough(kept: int, words: tuple[int, int], content: int) -> bool:
    """Tell by the words kept, those of both units, and the content words among the kept."""
    total = sum(words)
    if content >= _SHORTENED_CONTENT and kept >= _SHORTENED_LEAST * min(words):
        return True
    least = _KEPT_LEAST if content or total <= _SHORT else _SKELETON_LEAST
    return 2 * kept >= least * total


def taught_swaps(
    pairing: Pairing, sides: tuple[Keyed, Keyed], check: Check = no_check
) -> dict[int, int]:
    """Return the content words that stand alone where another stood: number to number.

    Of several swaps of one word the most frequent counts, of equals the first.
    """
    counts: Counter[tuple[int, int]] = Counter()
    weights = sides[0].weights
    groups = [*pairing.paired, *(part for g in pairing.moved for part in g.parts)]
    for group in checked(groups, check):
        for (i, j, n), (x, y, _) in pairwise(group.blocks):
            if x - i == y - j == n + 1:
                a, b = sides[0].ids[x - 1], sides[1].ids[y - 1]
                if weights[a] >= 1 and weights[b] >= 1:
                    counts[a, b] += 1
    swaps: dict[int, int] = {}
    for (a, b), _ in counts.most_common():
        swaps.setdefault(a, b)
    return swaps
