"""The words of a replaced run, put together as a person counts them."""

from __future__ import annotations

from .evidence import Item, make_item
from .keys import Keyed
from .runs import Run

_SPOKEN = frozenset("%‰&+=#@§°€$£¥₩₹¢".casefold())  # signs that are read aloud as words


def items_of(side: Keyed, bounds: tuple[int, int]) -> list[Item]:
    """Return the words of a run, hyphenated ones as one item."""
    tokens, is_word = side.document.tokens, side.document.is_word
    items: list[Item] = []
    n = bounds[0]
    while n < bounds[1]:
        end = n + 1
        if is_word[n]:
            while (
                end + 1 < bounds[1]
                and side.names[side.ids[end]] == "-"
                and is_word[end + 1]
                and tokens[end].start == tokens[end - 1].end
                and tokens[end + 1].start == tokens[end].end
            ):
                end += 2
            # "tho'": an apostrophe without a counterpart belongs to the word before it.
            if (
                end < bounds[1]
                and side.names[side.ids[end]] == "'"
                and tokens[end].start == tokens[end - 1].end
            ) or (
                end < bounds[1]
                and "." in side.texts[n]
                and side.texts[end] == "."
                and tokens[end].start == tokens[end - 1].end
            ):
                end += 1
        name = "".join(side.names[side.ids[k]] for k in range(n, end))
        kind = side.classes[side.ids[n]] if sum(is_word[n:end]) == 1 else None
        wordlike = bool(is_word[n]) or name in _SPOKEN
        items.append(make_item((n, end), side.texts[n], name, wordlike, kind))
        n = end
    return items


def is_word_for_word(run: Run, sides: tuple[Keyed, Keyed]) -> bool:
    """Return whether one word stands where one word stood: nothing to split."""
    (a0, a1), (b0, b1) = run.reference, run.candidate
    words = sides[0].document.is_word, sides[1].document.is_word
    return a1 - a0 == b1 - b0 == 1 and bool(words[0][a0] and words[1][b0])
