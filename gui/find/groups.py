"""Groups of copies of one article: a pair links two articles, and links are followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def groups_of(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the number of the group of each article in *links*, from 1 in order of appearance.

    >>> groups_of([(4, 7), (1, 2), (7, 9)])
    {4: 1, 7: 1, 1: 2, 2: 2, 9: 1}
    """
    above: dict[int, int] = {}

    def top(article: int) -> int:
        above.setdefault(article, article)
        while above[article] != article:
            above[article] = above[above[article]]
            article = above[article]
        return article

    own = list(links)
    for first, second in own:
        above[top(second)] = top(first)
    numbers: dict[int, int] = {}
    return {
        article: numbers.setdefault(top(article), len(numbers) + 1)
        for link in own
        for article in link
    }


def without_twins(pairs: Sequence[tuple[int, int]]) -> list[bool]:
    """Return which (original, copy) *pairs* to keep: no pair of two copies of one original.

    Both stand beside the original already.

    >>> without_twins([(0, 1), (0, 2), (1, 2), (3, 4)])
    [True, True, False, True]
    """
    originals: dict[int, set[int]] = {}
    for original, copy in pairs:
        originals.setdefault(copy, set()).add(original)
    return [not (originals.get(original, set()) & originals[copy]) for original, copy in pairs]
