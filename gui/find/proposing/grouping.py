"""Turns the pairs that were found into the list: one original with each of its copies.

Both engines use this once they have all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from .direction import Earlier
from .proposals import COPIES, UNTOLD, Proposal, copies_among, groups_of
from .takers import Takers

_AS_NEAR = 0.05  # difference below which two articles are as near to each other as to a third
_ISSUED_TWICE = 0.9  # how near they are where one text was issued twice


class Link(NamedTuple):
    """Two articles of a group, the likelier original first.

    ``near`` is how much of both is the same, 0 to 1; ``is_told`` says that there is evidence for
    which one is the original.
    """

    original: int
    copy: int
    near: float
    is_told: bool


def in_groups(
    proposals: Iterable[Proposal], *, across: bool, top: int | None = None
) -> list[Proposal]:
    """Return the pairs, best first, each with the number of its group of copies.

    No article is in more than its *top* best pairs.

    Within one collection a group is one original with each of its copies. All pairs together decide
    which it is: if a pair does not say so, the pairs with other articles may.
    """
    ordered = sorted(proposals, key=lambda own: (-own.score, own.reference, own.candidate))
    takers = Takers(ordered)
    ordered = [takers.oriented(own) for own in ordered]
    if not across:
        originals = _Originals(ordered)
        ordered = [originals.first(own) for own in ordered]
        links = copies_among((own.reference, own.candidate, own.score) for own in ordered)
        kept = without_pairs_of_copies(
            [originals.link(own) for own in ordered], links, originals.rank
        )
        ordered = [own for own, is_kept in zip(ordered, kept, strict=True) if is_kept]
    return _numbered(ordered if top is None else list(_best(ordered, top)), takers)


def _best(ordered: Iterable[Proposal], top: int) -> Iterator[Proposal]:
    """Yield the pairs, best first, except those of an article with *top* better ones."""
    had: Counter[int] = Counter()
    for own in ordered:
        ends = own.reference, own.candidate
        if all(had[end] < top for end in ends):
            had.update(ends)
            yield own


def _numbered(proposals: Sequence[Proposal], takers: Takers) -> list[Proposal]:
    """Give each pair the number of its group: that of its reference."""
    links, taken = [], []
    for own in proposals:
        ends = own.reference, own.candidate
        links += [(end, end) for end in ends]
        if own.score < COPIES:
            continue
        taker = takers.of(own)
        foreign = own.verified.foreign if own.verified else (False, False)
        is_taker = (end == taker for end in ends) if taker is not None else foreign
        match list(is_taker):
            case [True, False]:
                taken.append(ends)
            case [False, True]:
                taken.append(ends[::-1])
            case [False, False] if not own.is_excerpt:
                links.append(ends)
    groups = groups_of(links, taken)
    numbers: dict[int, int] = {}
    return [
        own._replace(group=numbers.setdefault(groups[own.reference], len(numbers) + 1))
        for own in proposals
    ]


class _Originals:
    """Ranks articles by how likely they are originals, using all pairs."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._votes: Counter[int] = Counter()
        self._worth: dict[int, float] = defaultdict(float)
        # What is hardly a copy has no say: whoever asks for such pairs, too, misses none for it.
        for own in (pair for pair in proposals if pair.score >= COPIES):
            if own.earlier not in UNTOLD:
                self._votes[own.reference] += 1
                self._votes[own.candidate] -= 1
            self._worth[own.reference] += own.score
            self._worth[own.candidate] += own.score

    def rank(self, article: int) -> tuple[float, ...]:
        """Return a number that is higher the likelier the article is an original."""
        return self._votes[article], self._worth[article], -article

    def first(self, own: Proposal) -> Proposal:
        """Return the pair, with the likelier original first if nothing else decides that."""
        first, second = own.reference, own.candidate
        if own.earlier is Earlier.UNKNOWN and self._votes[second] > self._votes[first]:
            return own.turned()
        return own

    def link(self, own: Proposal) -> Link:
        """Return the link that a pair contributes to its group."""
        first, second, found = own.reference, own.candidate, own.verified
        near = (found.verbatim + found.with_substitutions) / 2 if found else own.score
        is_told = own.earlier not in UNTOLD or self._votes[first] > self._votes[second]
        return Link(first, second, near, is_told)


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
