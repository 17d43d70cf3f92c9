"""Decides which pairs are proposed, from what articles share and how they compare.

Both engines use this, so that the same articles give the same pairs wherever they are searched.
Articles are numbers here, of which only the order counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...documents.moments import in_turn
from ..dating.dates import Dated, Days, publication_dates
from ..sharing.scoring import (
    certainty,
    figures_kept,
    likeness,
    limits,
    passage_score,
    product_of,
    same_story,
    score_of,
)
from ..sharing.term_index import Shared
from ..verifying.verification import Kept, Verified
from .direction import Earlier, earlier

if TYPE_CHECKING:
    from ..sharing.standing import Amounts

COPIES = 0.5  # the score from which on it is likelier than not that two articles are copies
UNTOLD = (Earlier.UNKNOWN, Earlier.SAME)
_NOTHING = Verified(1.0, 1.0, 1.0, Kept(0, 0, 0), (0, 0), 0, (), ())  # was swapped, or is missing
_TRIED = 20  # a group of so many copies has a pair of each with the original
_LEAST_EXCERPT = 0.9  # of what is as likely as not worth reading: less may be a quotation
_HOPELESS = 0.25  # of the product that is a score of 0.5: what has less is not compared


class Wish(NamedTuple):
    """What is wanted: pairs with *at_least* this score, only the *top* ones of each article."""

    top: int | None = None
    at_least: float = COPIES
    jobs: int = 1
    kept_in: Path | None = None  # the folder for comparisons of a search that is interrupted

    @property
    def tried(self) -> int:
        """The most pairs of each article that are compared, besides those of the others."""
        return max(self.top or 0, _TRIED)


class Proposal(NamedTuple):
    """A pair that is worth reading. ``reference`` and ``candidate`` are numbers of articles.

    ``evidence``, in nats, is the weight of what both share; ``shared``, 0 to 1, is its share of the
    smaller article; ``figures`` are those in both. ``verified`` is None if too little is shared to
    compare the articles; ``is_same_text`` says that they have the same words in the same order,
    ``is_excerpt`` that the score is that of one passage. ``dates``, and everything about first and
    second, refer to reference and candidate.
    """

    reference: int
    candidate: int
    score: float
    evidence: float
    shared: float
    figures: Kept
    verified: Verified | None
    earlier: Earlier
    group: int = 0
    dates: tuple[Dated | None, Dated | None] = (None, None)
    is_same_text: bool = False
    is_excerpt: bool = False

    def turned(self) -> Proposal:
        """Return the pair reversed."""
        return self._replace(
            reference=self.candidate,
            candidate=self.reference,
            figures=self.figures.turned(),
            verified=self.verified and self.verified.turned(),
            dates=self.dates[::-1],
        )


class PairFilter:
    """Decides at each stage which pairs may still reach the wanted score."""

    def __init__(self, wish: Wish) -> None:
        self._at_least, self._limits = wish.at_least, limits()
        self._least = product_of(wish.at_least, self._limits)
        least = max(_LEAST_EXCERPT, self._least / self._limits.middle)
        self._excerpt = least * self._limits.excerpt

    def may_do(self, evidence: Amounts, share: Amounts | float) -> Any:
        """Return an array of whether evidence and share of each pair could be enough."""
        found = likeness(evidence, share, 1.0, self._limits)
        return (found >= self._least) | (evidence >= self._excerpt)

    def likeness(
        self, evidence: float, share: float, first: frozenset[str], second: frozenset[str]
    ) -> float | None:
        """Return how alike two articles with these figures are; None if too little."""
        found = likeness(evidence, share, figures_kept(first, second), self._limits)
        return found if found >= self._least or evidence >= self._excerpt else None

    def recounted(self, alike: float, evidence: float, counted: float) -> float:
        """Return how alike two articles are if only the share *counted* of their *evidence* counts.

        *alike* is how alike they are by all of it.
        """
        if counted >= evidence:
            return alike
        fewer: float = certainty(counted, self._limits) / certainty(evidence, self._limits)
        return alike * fewer

    def excerpt(self, evidence: float) -> float:
        """Return the *evidence* of a passage if that alone may be enough, else 0."""
        return evidence if evidence >= self._excerpt else 0.0

    def may_be_listed(self, alike: float, share: float, spread: float, excerpt: float) -> bool:
        """Return whether a pair can reach the wanted score, whatever the comparison says."""
        return (
            self.is_compared(alike, spread, excerpt)
            or self.score(alike, share, spread, excerpt, None) is not None
        )

    def is_compared(self, alike: float, spread: float, excerpt: float) -> bool:
        """Return whether two articles with the likeness *alike* are worth comparing.

        At most *spread* of either can correspond to the other; *excerpt* is that of a passage.
        """
        least = max(self._least, _HOPELESS * self._limits.middle)
        return excerpt > 0 or (alike >= self._least and alike * spread >= least)

    def score(
        self,
        alike: float,
        share: float,
        spread: float,
        excerpt: float,
        verified: Verified | None,
    ) -> float | None:
        """Return the score of a pair; None if it is too low."""
        covered = covered_of(verified) if verified else min(share, spread)
        found = score_of(alike * covered, self._limits) if alike >= self._least else 0.0
        if excerpt:
            found = max(found, _excerpt_score(excerpt, verified))
        return found if found >= self._at_least else None


def covered_of(verified: Verified) -> float:
    """Return how much of an article corresponds to the other, with the same facts."""
    return verified.covered * same_story(*verified.facts, limits())


def _excerpt_score(excerpt: float, verified: Verified | None) -> float:
    same = same_story(*verified.facts, limits()) if verified else 1.0
    return passage_score(excerpt * same, limits())


class Likely(NamedTuple):
    """A pair with a score that is high enough. ``figures`` are those in both.

    ``excerpt`` is that of ``PairFilter.excerpt``.
    """

    shared: Shared
    score: float
    verified: Verified | None
    figures: Kept
    excerpt: float

    def proposal(
        self,
        dates: tuple[Dated | None, Dated | None],
        frequency: Callable[[tuple[str, str]], int],
    ) -> Proposal:
        """Return the pair with the likelier original as its reference.

        *dates* are those of both articles; *frequency* returns in how many articles outside this
        group of copies two words are neighbours.
        """
        way, by = 0, Earlier.UNKNOWN
        if self.verified is not None:
            way, by = earlier(self.verified, dates, frequency)
        first, second, evidence, share = self.shared
        found = Proposal(
            first, second, self.score, evidence, share, self.figures, self.verified, by, dates=dates
        )
        if self.excerpt and self.score == _excerpt_score(self.excerpt, self.verified):
            found = found._replace(is_excerpt=True)
        return found.turned() if way < 0 else found


def figures_in_both(first: frozenset[str], second: frozenset[str]) -> Kept:
    """Return how many figures both have."""
    return Kept(len(first & second), len(first), len(second))


class Worded(NamedTuple):
    """An article, known by its words: ``digest`` is a hash of all of them in order.

    ``published`` is the date in its metadata: days in the text count as words.
    """

    number: int
    side: int
    digest: bytes
    published: date | None = None


class Double(NamedTuple):
    """Two articles with the same words; ``searched`` is the one that was searched for all such."""

    first: Worded
    second: Worded
    searched: int

    @property
    def link(self) -> tuple[int, int]:
        """The numbers of both."""
        return self.first.number, self.second.number


def doubles(articles: Iterable[Worded], *, across: bool) -> list[Double]:
    """Return pairs of articles with the same words, each with the one published first.

    Across two collections that is the first one of the other collection. If none has a day, or
    several have the same, it is the one with the lowest number.
    """
    same: dict[bytes, list[Worded]] = defaultdict(list)
    for article in articles:
        same[article.digest].append(article)
    found = []
    for group in same.values():
        sides = [[own for own in group if own.side == side] for side in (0, 1)]
        if not across:
            first, searched = _first_of(group), group[0].number
            found += [Double(first, own, searched) for own in group if own is not first]
        elif all(sides):
            first, second = map(_first_of, sides)
            searched = sides[0][0].number
            found += [
                Double(first, own, searched) if own.side else Double(own, second, searched)
                for own in group
                if own is not first
            ]
    return found


def _first_of(articles: Sequence[Worded]) -> Worded:
    """Return the article that was published first."""
    return min(articles, key=lambda own: (in_turn(own.published), own.number))


def double(own: Double, evidence: float, figures: int) -> Proposal:
    """Return the pair of two articles with the same words.

    *evidence* is the weight of their terms, *figures* the number of figures in both.
    """
    dates = publication_dates(Days(None, own.first.published), Days(None, own.second.published))
    way, by = earlier(_NOTHING, dates, lambda _pair: 0)
    found = Proposal(
        *own.link,
        1.0,
        evidence,
        1.0,
        Kept(figures, figures, figures),
        _NOTHING,
        by if way else Earlier.SAME,
        dates=dates,
        is_same_text=True,
    )
    return found.turned() if way < 0 else found


def of_same_words(proposals: Iterable[Proposal], articles: Iterable[Worded]) -> Iterator[Proposal]:
    """Yield the pairs of articles of one side that have the same words as a searched one."""
    found: dict[tuple[int, bytes], list[Worded]] = defaultdict(list)
    for own in articles:
        found[own.side, own.digest].append(own)
    same = {own.number: alike for alike in found.values() for own in alike}
    for pair in proposals:
        ends = zip((pair.reference, pair.candidate), pair.dates, strict=True)
        ways = ([(n, day), *_others(same.get(n, ()), n, day)] for n, day in ends)
        for (reference, first), (candidate, second) in islice(product(*ways), 1, None):
            yield _of_same_words(
                pair._replace(reference=reference, candidate=candidate, dates=(first, second))
            )


def _others(
    articles: Iterable[Worded], searched: int, day: Dated | None
) -> Iterator[tuple[int, Dated | None]]:
    """Yield the other *articles* with the words of the one *searched*, each with its day.

    *day* is that of the searched one.
    """
    for own in articles:
        if own.number != searched:
            yield own.number, _day_of_same_words(own, day)


def _day_of_same_words(own: Worded, day: Dated | None) -> Dated | None:
    """Return the day of an article whose words are those of another one, which has this *day*."""
    if day is not None and not day.by_metadata:
        return day
    return None if own.published is None else Dated(own.published, by_metadata=True)


def _of_same_words(found: Proposal) -> Proposal:
    """Return the pair with the likelier original first, decided without the words."""
    if found.earlier not in (Earlier.METADATA, Earlier.UNKNOWN):
        return found
    way, by = earlier(_NOTHING, found.dates, lambda _pair: 0)
    way = way or found.candidate - found.reference
    return (found.turned() if way < 0 else found)._replace(earlier=by)


def copies_among(found: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return which articles are copies of one another, as links; *found* are pairs with scores.

    An article that probably is no copy is only linked to itself.
    """
    links = []
    for first, second, score in found:
        links += [(first, second)] if score >= COPIES else [(first, first), (second, second)]
    return links


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
