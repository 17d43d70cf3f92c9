"""The words of a replaced run, put together as a person counts them."""

from __future__ import annotations

from .evidence import Item, make_item
from .keys import Keyed
from .runs import Run

_SPOKEN = frozenset("%‰&+=#@§°€$£¥₩₹¢".casefold())  # signs that are read aloud as words


def items_of(side: Keyed, bounds: tuple[int, int]) -> list[Item]:
    """Return the words of a run, hyphenated ones as one item."""
    names, is_word = side.names, side.document.is_word
    items: list[Item] = []
    n = bounds[0]
    while n < bounds[1]:
        end = _item_end(side, n, bounds[1]) if is_word[n] else n + 1
        if end == n + 1:
            name = names[side.ids[n]]
            kind = side.classes[side.ids[n]] if is_word[n] else None
        else:
            name = "".join([names[t] for t in side.ids[n:end]])
            kind = side.classes[side.ids[n]] if sum(is_word[n:end]) == 1 else None
        wordlike = bool(is_word[n]) or name in _SPOKEN
        items.append(make_item((n, end), side.texts[n], name, wordlike, kind))
        n = end
    return items


def _item_end(side: Keyed, n: int, limit: int) -> int:
    """Return where the item ends that begins with the word *n*, at most at *limit*."""
    end = n + 1
    if end == limit or side.starts[end] != side.ends[n]:
        return end
    names, ids, is_word = side.names, side.ids, side.document.is_word
    while (
        end + 1 < limit
        and names[ids[end]] == "-"
        and is_word[end + 1]
        and side.starts[end] == side.ends[end - 1]
        and side.starts[end + 1] == side.ends[end]
    ):
        end += 2
    if end < limit and side.starts[end] == side.ends[end - 1]:
        # "tho'": an apostrophe without a counterpart belongs to the word before it.
        if names[ids[end]] == "'":
            return end + 1
        if "." in side.texts[n] and side.texts[end] == ".":
            return end + 1
    return end


def is_word_for_word(run: Run, sides: tuple[Keyed, Keyed]) -> bool:
    """Return whether one word stands where one word stood: nothing to split."""
    (a0, a1), (b0, b1) = run.reference, run.candidate
    words = sides[0].document.is_word, sides[1].document.is_word
    return a1 - a0 == b1 - b0 == 1 and bool(words[0][a0] and words[1][b0])
