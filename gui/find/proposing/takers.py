"""Decides which of two articles took what both share: one to which it is foreign, as to a digest.

For a digest, length would mislead: its pieces look as if they were taken out of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from .direction import Earlier
from .proposals import COPIES, Proposal, groups_of

_BY_SIZE = (Earlier.UNKNOWN, Earlier.LENGTH)
_WHOLE = 0.15  # share of its words that a piece of a digest may lack there
_MOST, _ALL = 0.6, 1.1  # share of a digest that its pieces are; of more, some are the same
# How much its pieces may belong to a digest, on average: more than one alone. That each of two
# parts of an article seems to be foreign to the rest happens more seldom.
_BELONG = 2.0


class Takers:
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
        way = own.verified.taker if own.verified else 0
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
