"""The search on this machine: finds the pairs worth reading among articles, best first.

Articles that share rare terms are judged by what they share; the best few pairs of each article are
compared. Articles with the same words are set aside first, and one of them is searched for all. The
result depends on the articles and their order, not on the number of processes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappush, heapreplace
from typing import NamedTuple

from .dating.dates import Days, date_of, publication_dates
from .proposing.grouping import in_groups
from .proposing.proposals import (
    Likely,
    PairFilter,
    Proposal,
    Wish,
    Worded,
    copies_among,
    double,
    doubles,
    figures_in_both,
    groups_of,
    of_same_words,
)
from .search_values import LooseArticle, ReportStage, SearchStage
from .sharing.standing import Standing
from .sharing.term_index import Shared, TermIndex, telling_worth
from .sharing.terms import figures_in, terms_of
from .verifying.comparing_pairs import compare_all
from .verifying.verification import Verified

_OFTEN = 64  # articles between two reports of progress


class _Found(NamedTuple):
    """Two articles, before they are compared; the first has the lower number."""

    shared: Shared
    likeness: float


class _Chosen(NamedTuple):
    """One of the best pairs of an article, with its weighted evidence.

    At most ``spread`` of either article corresponds; ``in_passing`` is that of ``Standing``, and
    ``excerpt`` the weight of a shared passage, if that may be enough.
    """

    shared: Shared
    likeness: float
    spread: float
    in_passing: bool
    excerpt: float

    @property
    def rank(self) -> tuple[float, int, int]:
        """A sort key: higher the more of an article a comparison may find, and unique."""
        return self.likeness * self.spread, -self.shared.first, -self.shared.second


def find_pairs(
    articles: Sequence[LooseArticle],
    wish: Wish,
    report: ReportStage = lambda _stage: None,
) -> list[Proposal]:
    """Return the pairs that are worth reading, best first.

    With articles of both sides, only pairs across are found. *report* is called often and may raise
    to end the search.
    """
    across = is_across(articles)
    search = _Search(articles, wish, report)
    worded = search.worded
    same = doubles(worded, across=across)
    own = search.proposals([own.link for own in same])
    if across:
        own += list(of_same_words(own, worded))
    same_text = (
        double(own, search.total(own.searched), len(search.figures(own.searched))) for own in same
    )
    return in_groups([*own, *same_text], across=across, top=wish.top)


def is_across(articles: Iterable[LooseArticle]) -> bool:
    """Return whether one collection is searched for copies of another."""
    return len({article.side for article in articles}) > 1


class _Search:
    """One search: what is shared, what is compared, what is likely."""

    def __init__(self, articles: Sequence[LooseArticle], wish: Wish, report: ReportStage) -> None:
        self._articles, self._wish, self._report = articles, wish, report
        self._filter = PairFilter(wish)
        self._figures: list[str] = []  # of each article
        self._digests: list[bytes] = []
        self.worded: list[Worded] = []
        self._index = TermIndex(
            self._keys(), lambda done, total: report(SearchStage("sorted", done, total))
        )

    def _keys(self) -> Iterator[list[int]]:
        """Yield the keys of the terms of each article, and store what else is needed of it."""
        seen: set[tuple[int, bytes]] = set()
        firsts: dict[tuple[int, int], int] = {}  # by side and the hash of the text
        wordless: set[int] = set()
        for number, article in enumerate(self._articles):
            if number % _OFTEN == 0:
                self._report(SearchStage("terms", number, len(self._articles)))
            first = firsts.setdefault((article.side, hash(article.text)), number)
            if first < number and self._articles[first].text == article.text:
                self._figures.append(self._figures[first])
                digest, has_words, keys = self._digests[first], first not in wordless, []
            else:
                own = terms_of(article.text)
                self._figures.append(own.figures_text())
                digest, has_words = own.digest, own.words > 0
                # Of those with the same words the first stands for all.
                keys = [] if (article.side, digest) in seen else own.keys()
                seen.add((article.side, digest))
                if not has_words:
                    wordless.add(number)
            self._digests.append(digest)
            if has_words:
                self.worded.append(Worded(number, article.side, digest, article.published))
            yield keys

    def figures(self, article: int) -> frozenset[str]:
        """Return the figures of an article."""
        return figures_in(self._figures[article])

    def total(self, article: int) -> float:
        """Return the weight, in nats, of the terms by which an article is looked for."""
        return self._index.total(article)

    def proposals(self, same: Sequence[tuple[int, int]]) -> list[Proposal]:
        """Return the proposals, including those of articles with the same words, *same*."""
        chosen = _nearest(list(self._standing(self._best(self._alike()))))
        asked = [own for own in chosen if self._is_compared(own)]
        compared = self._compared(asked)
        likely = []
        for shared, alike, spread, _, excerpt in chosen:
            verified = compared.get((shared.first, shared.second))
            score = self._filter.score(alike, shared.share, spread, excerpt, verified)
            if score is not None:
                both = figures_in_both(*self._figures_of(shared))
                likely.append(Likely(shared, score, verified, both, excerpt))
        links = copies_among((own.shared.first, own.shared.second, own.score) for own in likely)
        elsewhere = _Elsewhere(self._index, [*links, *same])
        found = []
        for number, own in enumerate(likely):
            if number % _OFTEN == 0:
                self._report(SearchStage("compared", len(asked), len(asked)))
            first, second = own.shared.first, own.shared.second
            dates = publication_dates(self._days(first), self._days(second))
            found.append(own.proposal(dates, elsewhere.frequency_beside(first)))
        return found

    def _figures_of(self, shared: Shared) -> tuple[frozenset[str], frozenset[str]]:
        return self.figures(shared.first), self.figures(shared.second)

    def _days(self, article: int) -> Days:
        own = self._articles[article]
        return Days(date_of(own.text), own.published)

    def _alike(self) -> Iterator[_Found]:
        """Yield the pairs that could reach the wanted score."""
        sides = [article.side for article in self._articles]
        total, done = len(self._articles), 0
        self._report(SearchStage("shared", done, total))
        rounds = self._index.shared(
            self._filter.may_do, sides if is_across(self._articles) else None
        )
        for found in rounds:
            for shared in found:
                if self._digests[shared.first] == self._digests[shared.second]:
                    continue
                figures = self._figures_of(shared)
                like = self._filter.likeness(shared.evidence, shared.share, *figures)
                if like is not None:
                    yield _Found(shared, like)
            done = max(done, found[-1].second + 1 if found else 0)
            self._report(SearchStage("shared", done, total))

    def _best(self, found: Iterable[_Found]) -> list[_Found]:
        """Return the pairs that are among the best of either article, best first.

        All others are dropped: with a low wanted score there are millions.
        """
        heaps: dict[int, list[tuple[float, int, int, _Found]]] = defaultdict(list)
        for own in found:
            ends = own.shared.first, own.shared.second
            entry = (own.likeness, -ends[0], -ends[1], own)
            for end in ends:
                heap = heaps[end]
                if len(heap) < self._wish.tried:
                    heappush(heap, entry)
                elif entry > heap[0]:
                    heapreplace(heap, entry)
        kept = {entry[1:3]: entry for heap in heaps.values() for entry in heap}
        return [entry[3] for entry in sorted(kept.values(), reverse=True)]

    def _standing(self, found: Sequence[_Found]) -> Iterator[_Chosen]:
        """Yield the pairs of *found* that can still reach the wanted score."""
        total = len(self._articles)
        telling = telling_worth(total)
        for number, (shared, alike) in enumerate(found):
            if number % _OFTEN == 0:
                self._report(SearchStage("shared", total, total))
            first, second = (self._index.placed(end) for end in (shared.first, shared.second))
            where = Standing(first, second)
            counted = shared._replace(evidence=shared.evidence * where.counts)
            like = self._filter.recounted(alike, shared.evidence, counted.evidence)
            spread = where.spread()
            excerpt = self._filter.excerpt(where.passage(telling))
            if self._filter.may_be_listed(like, shared.share, spread, excerpt):
                yield _Chosen(counted, like, spread, where.in_passing and not excerpt, excerpt)

    def _is_compared(self, own: _Chosen) -> bool:
        return self._filter.is_compared(own.likeness, own.spread, own.excerpt)

    def _compared(self, found: Sequence[_Chosen]) -> dict[tuple[int, int], Verified]:
        """Return the comparisons of these pairs, made in parallel processes."""
        pairs = [(own.shared.first, own.shared.second) for own in found]
        texts = [article.text for article in self._articles]
        both = [(texts[first], texts[second]) for first, second in pairs]
        done = compare_all(both, self._wish.jobs, self._wish.kept_in, self._report)
        return {pair: own for pair, own in zip(pairs, done, strict=True) if own is not None}


def _nearest(chosen: Sequence[_Chosen]) -> list[_Chosen]:
    """Leave out pairs in passing, except those that are the best of both articles.

    A sentence that many articles have says the same, and little, about any two of them.
    """
    best: dict[int, tuple[float, int, int]] = {}
    for own in chosen:
        for end in (own.shared.first, own.shared.second):
            best[end] = max(own.rank, best.get(end, own.rank))
    return [
        own
        for own in chosen
        if not own.in_passing or best[own.shared.first] == best[own.shared.second] == own.rank
    ]


class _Elsewhere:
    """Counts the articles outside a group of copies in which two words are neighbours.

    What a spinner wrote is in all of the copies, which makes it no more familiar.
    """

    def __init__(self, index: TermIndex, links: Sequence[tuple[int, int]]) -> None:
        self._index = index
        self._groups = groups_of(links)
        self._inside: dict[int, Counter[int]] = defaultdict(Counter)
        for article, group in self._groups.items():
            self._inside[group].update(index.numbers(article))

    def frequency_beside(self, article: int) -> Callable[[tuple[str, str]], int]:
        """Return a function that counts the articles outside the group of *article* with a pair."""
        inside = self._inside[self._groups[article]]

        def frequency(pair: tuple[str, str]) -> int:
            number = self._index.number(pair)
            return 0 if number is None else self._index.frequency(number) - inside[number]

        return frequency
