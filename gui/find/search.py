"""The search: articles in, the pairs worth reading out, best first.

Every two articles that share rare terms are judged by what they share; the best few of each
article are compared. Articles with the same words are told apart first: one of them stands for
all. The result depends on the articles and their order, not on the number of processes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappush, heapreplace
from itertools import product
from pathlib import Path
from typing import NamedTuple

from .comparing_pairs import Report, Stage, compare_all
from .dates import date_of
from .direction import Earlier, earlier
from .groups import groups_of, without_twins
from .loose_article import Article
from .scoring import figures_kept, likeness, limits, product_of, score_of
from .term_index import Shared, TermIndex
from .terms import Terms, terms_of
from .verification import Verified

_HOPELESS = 0.25  # of the product that is a score of 0.5: what has less is not compared
_OFTEN = 64  # articles between two reports of progress


class Wish(NamedTuple):
    """What is wanted: at most *top* pairs of each article, those with *at_least* this score."""

    top: int = 5
    at_least: float = 0.5
    jobs: int = 1
    kept_in: Path | None = None  # the folder for comparisons of a search that is interrupted


class Proposal(NamedTuple):
    """A pair that is worth reading. ``reference`` and ``candidate`` are numbers of articles.

    ``evidence``, in nats, and ``shared``, 0 to 1, say what both share; ``figures`` are how many
    both have, of how many of whichever has fewer. ``verified`` is None where too little is shared
    to compare the articles.
    """

    reference: int
    candidate: int
    score: float
    evidence: float
    shared: float
    figures: tuple[int, int]
    verified: Verified | None
    earlier: Earlier
    group: int = 0

    @property
    def is_same_text(self) -> bool:
        """True where both articles have the same words in the same order."""
        return self.earlier is Earlier.SAME


class _Found(NamedTuple):
    """Two articles, before they are compared; the first has the lower number."""

    shared: Shared
    likeness: float


def find_pairs(
    articles: Sequence[Article],
    wish: Wish,
    report: Report = lambda _stage: None,
) -> list[Proposal]:
    """Return the pairs that are worth reading, best first.

    Where articles of both sides are given, only pairs across. *report* is called often and may
    raise to end the search.
    """
    terms = []
    for number, article in enumerate(articles):
        if number % _OFTEN == 0:
            report(Stage("terms", number, len(articles)))
        terms.append(terms_of(article.text))
    doubles = _doubles(articles, terms)
    search = _Search(articles, terms, doubles, wish, report)
    own = search.proposals()
    if is_across(articles):
        own += list(_of_twins(own, articles, terms))
    proposals = [*own, *(search.double(*pair) for pair in doubles)]
    return _in_groups(proposals, articles)


def _doubles(articles: Sequence[Article], terms: Sequence[Terms]) -> list[tuple[int, int]]:
    """Return pairs of articles with the same words: each with the first that has them.

    Across two collections that is the first of the other one.
    """
    across = is_across(articles)
    same: dict[bytes, list[int]] = defaultdict(list)
    for number, own in enumerate(terms):
        if own.words:
            same[own.digest].append(number)
    found = []
    for numbers in same.values():
        sides = [articles[number].side for number in numbers]
        if not across:
            found += [(numbers[0], number) for number in numbers[1:]]
        elif len(set(sides)) > 1:
            first, second = numbers[sides.index(0)], numbers[sides.index(1)]
            found += [
                (first, number) if side else (number, second)
                for number, side in zip(numbers, sides, strict=True)
                if number != first
            ]
    return found


def _of_twins(
    proposals: Iterable[Proposal], articles: Sequence[Article], terms: Sequence[Terms]
) -> Iterator[Proposal]:
    """Yield the pairs of articles of one side with the same words as one that was searched."""
    same = _with_the_same_words(articles, terms)
    for found in proposals:
        twins = [
            same[articles[number].side, terms[number].digest]
            for number in (found.reference, found.candidate)
        ]
        for reference, candidate in product(*twins):
            if (reference, candidate) != (found.reference, found.candidate):
                yield found._replace(reference=reference, candidate=candidate)


def _with_the_same_words(
    articles: Sequence[Article], terms: Sequence[Terms]
) -> dict[tuple[int, bytes], list[int]]:
    """Return the articles of each side by the digest of their words."""
    found: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, (article, own) in enumerate(zip(articles, terms, strict=True)):
        found[article.side, own.digest].append(number)
    return found


def is_across(articles: Iterable[Article]) -> bool:
    """Return whether one collection is searched for copies of another."""
    return len({article.side for article in articles}) > 1


class _Search:
    """One search: what is shared, what is compared, what is proposed."""

    def __init__(
        self,
        articles: Sequence[Article],
        terms: Sequence[Terms],
        doubles: Sequence[tuple[int, int]],
        wish: Wish,
        report: Report,
    ) -> None:
        self._doubles = doubles
        self._articles, self._terms, self._wish, self._report = articles, terms, wish, report
        self._limits = limits()
        self._indexed = self._one_of_each()
        self._index = TermIndex(self._indexed)

    def _one_of_each(self) -> list[Terms]:
        """Return the terms, but none for what has the same words as an article before it."""
        found = list(self._terms)
        for _, *others in _with_the_same_words(self._articles, self._terms).values():
            for number in others:
                found[number] = found[number]._replace(pairs=frozenset())
        return found

    def proposals(self) -> list[Proposal]:
        """Return the pairs of articles whose words are not the same."""
        chosen = self._best(self._likely())
        least = max(product_of(self._wish.at_least, self._limits), _HOPELESS * self._limits.middle)
        compared = self._compared([own for own in chosen if own.likeness >= least])
        likely: list[tuple[Shared, float, Verified | None]] = []
        for own in chosen:
            verified = compared.get((own.shared.first, own.shared.second))
            covered = verified.covered if verified else own.shared.share
            score = score_of(own.likeness * covered, self._limits)
            if score >= self._wish.at_least:
                likely.append((own.shared, score, verified))
        links = [(shared.first, shared.second) for shared, _, _ in likely]
        elsewhere = _Elsewhere(self._index, self._indexed, [*links, *self._doubles])
        return [self._proposal(*own, elsewhere) for own in likely]

    def double(self, first: int, second: int) -> Proposal:
        """Return the pair of two articles with the same words."""
        own, other = self._terms[first].figures, self._terms[second].figures
        verified = Verified(1.0, 1.0, 1.0, (0, 0), (0, 0), 0, (), ())
        return Proposal(
            first,
            second,
            1.0,
            self._index.total(first),
            1.0,
            (len(own & other), len(own)),
            verified,
            Earlier.SAME,
        )

    def _likely(self) -> Iterator[_Found]:
        """Yield the pairs that could reach the score that is wanted."""
        sides = [article.side for article in self._articles]
        across = is_across(self._articles)
        least = product_of(self._wish.at_least, self._limits)
        own = self._limits
        total, done = len(self._articles), 0
        self._report(Stage("shared", done, total))
        rounds = self._index.shared(
            lambda evidence, share: likeness(evidence, share, 1.0, own) >= least,
            sides if across else None,
        )
        for found in rounds:
            for shared in found:
                first, second = self._terms[shared.first], self._terms[shared.second]
                if first.digest != second.digest:
                    kept = figures_kept(first.figures, second.figures)
                    like = likeness(shared.evidence, shared.share, kept, own)
                    if like >= least:
                        yield _Found(shared, like)
            done = max(done, found[-1].second + 1 if found else 0)
            self._report(Stage("shared", done, total))

    def _best(self, found: Iterable[_Found]) -> list[_Found]:
        """Return the pairs that are among the best of either article, best first.

        Of all others nothing is kept: where any score is wanted, there are millions.
        """
        heaps: dict[int, list[tuple[float, int, int, _Found]]] = defaultdict(list)
        for own in found:
            ends = own.shared.first, own.shared.second
            entry = (own.likeness, -ends[0], -ends[1], own)
            for end in ends:
                heap = heaps[end]
                if len(heap) < self._wish.top:
                    heappush(heap, entry)
                elif entry > heap[0]:
                    heapreplace(heap, entry)
        kept = {entry[1:3]: entry for heap in heaps.values() for entry in heap}
        return [entry[3] for entry in sorted(kept.values(), reverse=True)]

    def _compared(self, found: Sequence[_Found]) -> dict[tuple[int, int], Verified]:
        """Return what comparing these pairs says, in processes that work side by side."""
        pairs = [(own.shared.first, own.shared.second) for own in found]
        texts = [article.text for article in self._articles]
        both = [(texts[first], texts[second]) for first, second in pairs]
        done = compare_all(both, self._wish.jobs, self._wish.kept_in, self._report)
        return {pair: own for pair, own in zip(pairs, done, strict=True) if own is not None}

    def _proposal(
        self, shared: Shared, score: float, verified: Verified | None, elsewhere: _Elsewhere
    ) -> Proposal:
        """Return a pair with the likelier original as its reference."""
        first, second = shared.first, shared.second
        figures = self._terms[first].figures, self._terms[second].figures
        way, by = 0, Earlier.UNKNOWN
        if verified is not None:
            dates = date_of(self._articles[first].text), date_of(self._articles[second].text)
            way, by = earlier(verified, dates, elsewhere.frequency_beside(first))
        reference, candidate = (second, first) if way < 0 else (first, second)
        return Proposal(
            reference,
            candidate,
            score,
            shared.evidence,
            shared.share,
            (len(figures[0] & figures[1]), min(map(len, figures))),
            verified,
            by,
        )


class _Elsewhere:
    """In how many articles two words stand side by side, beside those of a group of copies.

    What a spinner wrote stands in all of his copies: that makes it no more familiar.
    """

    def __init__(
        self, index: TermIndex, terms: Sequence[Terms], links: Sequence[tuple[int, int]]
    ) -> None:
        self._index = index
        self._groups = groups_of(links)
        self._inside: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
        for article, group in self._groups.items():
            self._inside[group].update(terms[article].pairs)

    def frequency_beside(self, article: int) -> Callable[[tuple[str, str]], int]:
        """Return what tells how many articles outside the group of *article* have a pair."""
        inside = self._inside[self._groups[article]]
        return lambda pair: self._index.frequency(pair) - inside[pair]


def _in_groups(proposals: Iterable[Proposal], articles: Sequence[Article]) -> list[Proposal]:
    """Return the pairs, best first, each with the number of its group of copies."""
    ordered = sorted(proposals, key=lambda own: (-own.score, own.reference, own.candidate))
    links = [(own.reference, own.candidate) for own in ordered]
    if not is_across(articles):
        kept = without_twins(links)
        ordered = [own for own, is_kept in zip(ordered, kept, strict=True) if is_kept]
    groups = groups_of(links)
    return [own._replace(group=groups[own.reference]) for own in ordered]
