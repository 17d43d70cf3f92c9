"""Which words of two short stretches are the same. Only this module knows diff-match-patch.

The stretches are first cut at words that occur once in both (Bram Cohen's patience diff) and
only the small pieces in between go to diff-match-patch (Myers 1986), one character a token,
so that no time limit is ever needed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import compress, islice
from operator import itemgetter, lt, not_
from typing import TypeVar

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Postfix, Prefix

from .cancellation import check

T = TypeVar("T", bound=Hashable)
Match = tuple[int, int]
Block = tuple[int, int, int]  # (i, j, n): tokens [i, i + n) are those of [j, j + n) opposite
_SMALL = 400  # tokens of both sides; Myers' cost is the length times the differences


def equal_tokens(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Return the blocks of equal tokens of a short edit script, ascending.

    >>> equal_tokens([1, 2, 3, 9, 4], [1, 2, 3, 4])
    [(0, 0, 3), (4, 3, 1)]
    """
    if set(a).isdisjoint(b):
        return []  # as between most anchors
    found: list[Block] = []
    todo = [(0, len(a), 0, len(b))]
    while todo:
        a0, a1, b0, b1 = todo.pop()
        size = Prefix.similarity(a[a0:a1], b[b0:b1])
        found.append((a0, b0, size))
        a0, b0 = a0 + size, b0 + size
        size = Postfix.similarity(a[a0:a1], b[b0:b1])
        a1, b1 = a1 - size, b1 - size
        found.append((a1, b1, size))
        check()
        if set(a[a0:a1]).isdisjoint(b[b0:b1]):
            continue
        # Words that occur once in both stretches, as many as stand in one order.
        once = [(a0 + i, b0 + j) for i, j in once_in_both(a[a0:a1], b[b0:b1])]
        anchors = longest_ascending(once)
        if anchors:
            for i, j in anchors:
                found.append((i, j, 1))
                if a0 < i and b0 < j:
                    todo.append((a0, i, b0, j))
                a0, b0 = i + 1, j + 1
            todo.append((a0, a1, b0, b1))
        else:
            _diff_piece(a, b, (a0, a1, b0, b1), found, todo)
    return join_blocks(sorted(block for block in found if block[2]))


def join_blocks(blocks: list[Block]) -> list[Block]:
    """Return ascending *blocks* with those that touch made one.

    >>> join_blocks([(0, 0, 2), (2, 2, 1), (4, 3, 1)])
    [(0, 0, 3), (4, 3, 1)]
    """
    joined: list[Block] = []
    i = j = n = 0
    for block in blocks:
        if block[0] == i + n and block[1] == j + n:
            n += block[2]
        else:
            if n:
                joined.append((i, j, n))
            i, j, n = block
    if n:
        joined.append((i, j, n))
    return joined


def once_in_both(a: Sequence[T], b: Sequence[T]) -> list[Match]:
    """Return where the items stand that occur once in each sequence, ascending in the first.

    >>> once_in_both("abca", "xcb")
    [(1, 2), (2, 1)]
    """
    where, ours = _once(b), _once(a)
    check()
    return [(i, where[item]) for item, i in ours.items() if item in where]


def _once(items: Sequence[T]) -> dict[T, int]:
    where = dict(zip(items, range(len(items)), strict=True))
    if len(where) == len(items):
        return where
    check()
    is_last = bytearray(len(items))
    for n in where.values():
        is_last[n] = True
    check()
    for item in set(compress(items, map(not_, is_last))):
        del where[item]
    return where


def longest_ascending(pairs: list[Match]) -> list[Match]:
    """Return the longest sublist of *pairs* (ascending in the first) that ascends in both.

    Patience sorting: Aldous and Diaconis 1999, O(n log n).

    >>> longest_ascending([(0, 2), (1, 0), (2, 1)])
    [(1, 0), (2, 1)]
    """
    others = list(map(itemgetter(1), pairs))
    if all(map(lt, others, islice(others, 1, None))):
        return pairs
    tails: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        back.append(last[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            last.append(n)
        else:
            tails[at] = j
            last[at] = n
    chain = []
    n = last[-1] if last else -1
    while n >= 0:
        chain.append(pairs[n])
        n = back[n]
    return chain[::-1]


def _diff_piece(
    a: Sequence[int],
    b: Sequence[int],
    piece: tuple[int, int, int, int],
    found: list[Block],
    todo: list[tuple[int, int, int, int]],
) -> None:
    a0, a1, b0, b1 = piece
    if a1 - a0 + b1 - b0 <= _SMALL:
        found.extend((a0 + i, b0 + j, n) for i, j, n in myers(a[a0:a1], b[b0:b1]))
    else:
        # Nothing to hold on to and too long to look through: cut both in the same proportion.
        # The result is still a true edit script, if not the shortest one.
        middle_a, middle_b = (a0 + a1) // 2, (b0 + b1) // 2
        todo.append((a0, middle_a, b0, middle_b))
        todo.append((middle_a, a1, middle_b, b1))


def myers(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Return the equal blocks of a shortest edit script (no time limit)."""
    letters: dict[int, str] = {}
    for token in (*a, *b):
        if token not in letters:
            number = len(letters) + 1
            letters[token] = chr(number if number < 0xD800 else number + 0x800)
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    blocks: list[Block] = []
    i = j = 0
    for op, piece in differ.diff_main(
        "".join(map(letters.__getitem__, a)), "".join(map(letters.__getitem__, b)), False
    ):
        n = len(piece)
        if op == 0:
            blocks.append((i, j, n))
        if op <= 0:
            i += n
        if op >= 0:
            j += n
    return blocks
