"""Groups of copies of one article: a pair links two articles, and links are followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence


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


def without_twins(
    pairs: Sequence[tuple[int, int]],
    links: Iterable[tuple[int, int]],
    rank: Callable[[int], tuple[float, ...]],
) -> list[bool]:
    """Return which *pairs* to keep: none of two articles that both have a link to a third.

    The third is one of a higher *rank* than both, likelier the original. Each article keeps its
    pair with the highest of those that it has a link to.

    >>> pairs = [(0, 1), (0, 2), (1, 2), (3, 4)]
    >>> without_twins(pairs, pairs, lambda article: (-article,))
    [True, True, False, True]
    """
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in links:
        if first != second:
            beside[first].add(second)
            beside[second].add(first)
    return [
        all(
            rank(other) < max(rank(first), rank(second)) for other in beside[first] & beside[second]
        )
        for first, second in pairs
    ]
