"""Kept words that hold nothing: function words that two rewritten stretches merely share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .words import Block

_SHORT = 3  # tokens; a longer equal stretch is kept whatever its words are


def drop_weak_anchors(
    blocks: Sequence[Block],
    sizes: tuple[int, int],
    is_content: Callable[[int], bool],
) -> list[Block]:
    """Return *blocks* without short ones of function words or signs inside rewritten stretches.

    ``is_content(i)`` tells whether the reference's token ``i`` is a content word; *sizes* are
    the numbers of tokens on both sides.

    Such a block goes where the replaced stretches on both of its sides are long against it:
    ``officials declined to say who paid for the trip`` against ``the trip's cost was met by
    an unnamed donor for the past year`` keeps no ``for the``; ``a plan of the army`` against
    ``a scheme of the military`` keeps ``of the``.
    """
    kept: list[Block] = []
    last: Block = (0, 0, 0)
    for number, block in enumerate(blocks):
        i, _, n = block
        if n <= _SHORT:
            following = blocks[number + 1] if number + 1 < len(blocks) else (*sizes, 0)
            if _between_rewritten(last, block, following) and not any(
                map(is_content, range(i, i + n))
            ):
                continue
        kept.append(block)
        last = block
    return kept


def _between_rewritten(last: Block, block: Block, following: Block) -> bool:
    i, j, n = block
    before = max(i - last[0] - last[2], j - last[1] - last[2])
    after = max(following[0] - i - n, following[1] - j - n)
    return min(before, after) > 3 * n + 1
