"""Turns the pairs that were found into the list: one original with each of its copies.

Both engines use this once they have all pairs. Where a pair alone does not say which article is the
original, all together may: by what both are to others, and by which of them is a digest, to which
what both share is foreign. For a digest, length would mislead: its pieces look as if they were
taken out of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from .direction import Earlier
from .proposals import COPIES, UNTOLD, Proposal, copies_among, groups_of

_AS_NEAR = 0.05  # difference below which two articles are as near to each other as to a third
_ISSUED_TWICE = 0.9  # how near they are where one text was issued twice
_BY_SIZE = (Earlier.UNKNOWN, Earlier.LENGTH)
_WHOLE = 0.15  # share of its words that a piece of a digest may lack there
_MOST, _ALL = 0.6, 1.1  # share of a digest that its pieces are; of more, some are the same
# How much its pieces may belong to a digest, on average: more than one alone. That each of two
# parts of an article seems to be foreign to the rest happens more seldom.
_BELONG = 2.0


class GroupLink(NamedTuple):
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
    takers = _Takers(ordered)
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


def _numbered(proposals: Sequence[Proposal], takers: _Takers) -> list[Proposal]:
    """Give each pair the number of its group: that of its reference."""
    links, taken = [], []
    for own in proposals:
        ends = own.reference, own.candidate
        links += [(end, end) for end in ends]
        if own.score < COPIES:
            continue
        taker = takers.of(own)
        foreign = own.verified.belonging.foreign if own.verified else (False, False)
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

    def link(self, own: Proposal) -> GroupLink:
        """Return the link that a pair contributes to its group."""
        first, second, found = own.reference, own.candidate, own.verified
        near = (found.verbatim + found.with_substitutions) / 2 if found else own.score
        is_told = own.earlier not in UNTOLD or self._votes[first] > self._votes[second]
        return GroupLink(first, second, near, is_told)


def without_pairs_of_copies(
    pairs: Sequence[GroupLink],
    links: Iterable[tuple[int, int]],
    rank: Callable[[int], tuple[float, ...]],
) -> list[bool]:
    """Return which *pairs* to keep: not those of two copies that both have a link to a third.

    The third has a higher *rank* than both and is likelier the original. Two that are nearer to
    each other than to it are kept: one was made from the other, and perhaps neither from a third
    that has more, such as a digest. So are two that are equally near if nothing says that the third
    is older than the first of them, unless they are nearly the same. Each article keeps its pair
    with the highest-ranking one that it has a link to.

    >>> links = [(0, 1, 0.8, True), (0, 2, 0.7, True), (1, 2, 0.6, False)]
    >>> pairs = [GroupLink(*link) for link in links]
    >>> without_pairs_of_copies(pairs, [own[:2] for own in pairs], lambda article: (-article,))
    [True, True, False]
    >>> links = [(0, 1, 0.5, True), (0, 2, 0.5, True), (1, 2, 0.9, True)]
    >>> pairs = [GroupLink(*link) for link in links]
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

    def is_by_way_of(own: GroupLink, third: int) -> bool:
        to_first, to_second = known[third, own.original], known[third, own.copy]
        nearer = min(to_first.near, to_second.near) - own.near
        is_before = to_first.is_told and to_first.original == third
        return nearer >= (-_AS_NEAR if is_before or own.near >= _ISSUED_TWICE else _AS_NEAR)

    def is_kept(own: GroupLink) -> bool:
        highest = max(rank(own.original), rank(own.copy))
        thirds = beside[own.original] & beside[own.copy]
        return not any(rank(third) > highest and is_by_way_of(own, third) for third in thirds)

    return [is_kept(own) for own in pairs]


class _Takers:
    """Finds which article of each of the *proposals* took what both share, if there is evidence."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        """Find digests: articles that several others stand in, which have nothing in common."""
        self._pieces = dict(_digests(proposals))
        self._borrowed = set()
        for own in proposals:
            first, second = own.dates
            taker = self.of(own)
            if taker is not None and first and first == second and not first.by_metadata:
                self._borrowed.add(taker)

    def of(self, own: Proposal) -> int | None:
        """Return the article of a pair that took what both share; None if nothing says so."""
        for digest, piece in ((own.reference, own.candidate), (own.candidate, own.reference)):
            if piece in self._pieces.get(digest, ()):
                return digest
        way = own.verified.belonging.taker if own.verified else 0
        return (None, own.reference, own.candidate)[way]

    def oriented(self, own: Proposal) -> Proposal:
        """Return a pair, with the article that took nothing first if nothing else decides that.

        The day of a digest does not count if it is that of one of its pieces.
        """
        taker = self.of(own)
        is_borrowed = own.earlier is Earlier.DATE and own.reference == taker in self._borrowed
        if taker is None or not (own.earlier in _BY_SIZE or is_borrowed):
            return own
        turned = own.turned() if taker == own.reference else own
        return turned._replace(earlier=Earlier.CONTEXT)


class _Piece(NamedTuple):
    """A piece of a digest: its number, its share of the digest, how it belongs there, its names."""

    number: int
    share: float
    belonging: float
    names: frozenset[str]


def _digests(proposals: Sequence[Proposal]) -> Iterator[tuple[int, set[int]]]:
    """Yield digests, each with its pieces."""
    copies = [own for own in proposals if own.score >= COPIES]
    links: defaultdict[int, set[int]] = defaultdict(set)
    for own in copies:
        links[own.reference].add(own.candidate)
        links[own.candidate].add(own.reference)
    pieces: defaultdict[int, list[_Piece]] = defaultdict(list)
    for own in copies:
        for digest, piece in _carried(own):
            pieces[digest].append(piece)
    for digest, carried in pieces.items():
        largest = list(_unrelated(carried, links))
        belonging = fmean(piece.belonging for piece in largest)
        share = sum(piece.share for piece in largest)
        if len(largest) > 1 and _MOST <= share <= _ALL and belonging < _BELONG:
            yield digest, {piece.number for piece in carried}


def _carried(own: Proposal) -> Iterator[tuple[int, _Piece]]:
    """Yield the article of a pair that contains nearly all of the other one, its piece."""
    found = own.verified
    if found is None or found.with_substitutions == 1:
        return
    both = sum(found.missing) * found.with_substitutions / (1 - found.with_substitutions) / 2
    ends = (own.reference, own.candidate), found.missing, found.belonging
    for (digest, more, belonging), (piece, less, _) in (
        sides := tuple(zip(*ends, strict=True)),
        sides[::-1],
    ):
        if both and belonging is not None and less <= _WHOLE * (both + less) < more:
            yield digest, _Piece(piece, both / (both + more), belonging, frozenset(found.names))


def _unrelated(carried: Iterable[_Piece], links: Mapping[int, set[int]]) -> Iterator[_Piece]:
    """Yield the largest piece of each group of pieces that may be from one article."""
    own = list(carried)
    beside = [(piece.number, piece.number) for piece in own]
    for first, second in combinations(own, 2):
        is_apart = first.names and second.names and not first.names & second.names
        if not is_apart or second.number in links[first.number]:
            beside.append((first.number, second.number))
    groups = groups_of(beside)
    largest: dict[int, _Piece] = {}
    for piece in sorted(own, key=lambda piece: piece.share):
        largest[groups[piece.number]] = piece
    yield from largest.values()
