"""Turns the pairs that were found into the list: one original with each of its copies.

Both engines use this once they have all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .direction import Earlier
from .groups import Link, groups_of, without_pairs_of_copies
from .proposals import COPIES, UNTOLD, Proposal, copies_among
from .takers import Takers


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
