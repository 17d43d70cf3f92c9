"""Kept words that hold nothing: function words that two rewritten stretches merely share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .words import Match

_SHORT = 3  # tokens; a longer equal stretch is kept whatever its words are


def equal_blocks(matches: Sequence[Match]) -> list[list[int]]:
    """Return the stretches of matches that follow each other: start on both sides, length."""
    blocks: list[list[int]] = []
    for i, j in matches:
        if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
            blocks[-1][2] += 1
        else:
            blocks.append([i, j, 1])
    return blocks


def drop_weak_anchors(
    matches: Sequence[Match],
    sizes: tuple[int, int],
    is_content: Callable[[int], bool],
) -> list[Match]:
    """Return *matches* without short runs of function words or signs inside rewritten stretches.

    ``is_content(i)`` tells whether the reference's token ``i`` is a content word; *sizes* are
    the numbers of tokens on both sides.

    Such a run goes where the replaced stretches on both of its sides are long against it:
    ``officials declined to say who paid for the trip`` against ``the trip's cost was met by
    an unnamed donor for the past year`` keeps no ``for the``; ``a plan of the army`` against
    ``a scheme of the military`` keeps ``of the``.
    """
    blocks = equal_blocks(matches)
    weak = [n <= _SHORT and not any(is_content(i + k) for k in range(n)) for i, _, n in blocks]
    kept: list[list[int]] = []
    for number, block in enumerate(blocks):
        if weak[number] and _between_rewritten(kept, block, blocks, number, sizes):
            continue
        kept.append(block)
    return [(i + k, j + k) for i, j, n in kept for k in range(n)]


def _between_rewritten(
    kept: list[list[int]],
    block: list[int],
    blocks: list[list[int]],
    number: int,
    sizes: tuple[int, int],
) -> bool:
    i, j, n = block
    last = kept[-1] if kept else [0, 0, 0]
    before = max(i - last[0] - last[2], j - last[1] - last[2])
    following = blocks[number + 1] if number + 1 < len(blocks) else [*sizes, 0]
    after = max(following[0] - i - n, following[1] - j - n)
    return min(before, after) > 2 * n + 1
