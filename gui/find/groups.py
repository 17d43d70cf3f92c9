"""Groups of copies of one article: a pair links two articles, and links are followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

_AS_NEAR = 0.05  # difference below which two articles are as near to each other as to a third
_ISSUED_TWICE = 0.9  # how near they are where one text was issued twice


def groups_of(
    links: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]] = ()
) -> dict[int, int]:
    """Return the number of the group of each article in *links*, from 1 in order of appearance.

    *taken* has pairs of which the first contains a passage of the second among other things. The
    first joins that group only if it has nothing of another one: a digest would join all its pieces
    in one group.

    >>> groups_of([(4, 7), (1, 2), (7, 9)])
    {4: 1, 7: 1, 1: 2, 2: 2, 9: 1}
    >>> groups_of([(4, 7), (1, 2), (3, 3), (5, 5)], taken=[(3, 4), (3, 7), (5, 1), (5, 4)])
    {4: 1, 7: 1, 1: 2, 2: 2, 3: 1, 5: 3}
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
    sources: defaultdict[int, set[int]] = defaultdict(set)
    for taker, source in taken:
        sources[top(taker)].add(top(source))
    for taker, groups in sources.items():
        if len(groups) == 1:
            above[top(taker)] = top(groups.pop())
    numbers: dict[int, int] = {}
    return {
        article: numbers.setdefault(top(article), len(numbers) + 1)
        for link in own
        for article in link
    }


class Link(NamedTuple):
    """Two articles of a group, the likelier original first.

    ``near`` is how much of both is the same, 0 to 1; ``is_told`` says that there is evidence for
    which one is the original.
    """

    original: int
    copy: int
    near: float
    is_told: bool


def without_pairs_of_copies(
    pairs: Sequence[Link],
    links: Iterable[tuple[int, int]],
    rank: Callable[[int], tuple[float, ...]],
) -> list[bool]:
    """Return which *pairs* to keep: not those of two copies that both have a link to a third.

    The third has a higher *rank* than both and is likelier the original. Two that are nearer to
    each other than to it are kept: one was made from the other, and perhaps neither from a third
    that has more, such as a digest. So are two that are equally near if nothing says that the third
    is older than the first of them, unless they are nearly the same. Each article keeps its pair
    with the highest-ranking one that it has a link to.

    >>> pairs = [Link(0, 1, 0.8, True), Link(0, 2, 0.7, True), Link(1, 2, 0.6, False)]
    >>> without_pairs_of_copies(pairs, [own[:2] for own in pairs], lambda article: (-article,))
    [True, True, False]
    >>> pairs = [Link(0, 1, 0.5, True), Link(0, 2, 0.5, True), Link(1, 2, 0.9, True)]
    >>> without_pairs_of_copies(pairs, [own[:2] for own in pairs], lambda article: (-article,))
    [True, True, True]
    """
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in links:
        if first != second:
            beside[first].add(second)
            beside[second].add(first)
    known = {(own.original, own.copy): own for own in pairs}
    known |= {(own.copy, own.original): own for own in pairs}

    def is_by_way_of(own: Link, third: int) -> bool:
        to_first, to_second = known[third, own.original], known[third, own.copy]
        nearer = min(to_first.near, to_second.near) - own.near
        is_before = to_first.is_told and to_first.original == third
        return nearer >= (-_AS_NEAR if is_before or own.near >= _ISSUED_TWICE else _AS_NEAR)

    def is_kept(own: Link) -> bool:
        highest = max(rank(own.original), rank(own.copy))
        thirds = beside[own.original] & beside[own.copy]
        return not any(rank(third) > highest and is_by_way_of(own, third) for third in thirds)

    return [is_kept(own) for own in pairs]
