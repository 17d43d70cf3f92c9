"""Compares two articles: how much corresponds, and what may tell which is the copy.

Runs in processes of a pool; each gets the texts of two articles and answers with a ``Verified``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...compare import ChangeKind, Comparison, compare
from ...compare.modelling.scoring_model import load_model
from ...documents import Document, Span, read_text
from ...process_pool import serve
from ..sharing.terms import words_of
from .belonging import Belonging, belonging_in
from .shared_facts import Facts, StatedFacts, facts_kept, names_in_both, names_of, story_figures

_LONGEST = 60_000  # characters of an article that are compared: a page is enough to know a copy
_MOST_SWAPS = 200


SwappedWords = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of both sides of a substitution, with a neighbour on each side."""


class ComparisonTask(NamedTuple):
    """Two articles to be compared, and the number that the answer is known by."""

    number: int
    first: str
    second: str


class Kept(NamedTuple):
    """How many items two articles have in common, and how many each has."""

    both: int
    first: int
    second: int

    def turned(self) -> Kept:
        """Return the same, seen from the second article."""
        return Kept(self.both, self.second, self.first)


class Verified(NamedTuple):
    """The result of a comparison. ``covered`` is the larger share of an article that corresponds.

    ``sentences`` counts those that are word for word in the other article, ``missing`` the words
    of each that the other lacks. ``swaps`` are the words of both sides at the first substitutions,
    with their neighbours; ``names`` are some that both have. ``figures`` counts those of the story,
    ``facts`` the names and figures in what corresponds.
    """

    verbatim: float
    with_substitutions: float
    covered: float
    sentences: Kept
    missing: tuple[int, int]
    substitutions: int
    swaps: tuple[SwappedWords, ...]
    names: tuple[str, ...]
    figures: Kept = Kept(0, 0, 0)
    belonging: Belonging = Belonging()
    facts: Facts = Facts()

    def turned(self) -> Verified:
        """Return the result for the articles in reverse order."""
        return self._replace(
            sentences=self.sentences.turned(),
            missing=self.missing[::-1],
            swaps=tuple((second, first) for first, second in self.swaps),
            figures=self.figures.turned(),
            belonging=self.belonging.turned(),
        )


def unpacked(data: object) -> Verified | None:
    """Return the result that was kept as JSON; None if it is damaged."""
    try:
        found = Verified(*json.loads(str(data)))
        missing, added = found.missing
        first, second = found.belonging
        return found._replace(
            sentences=Kept(*found.sentences),
            missing=(missing, added),
            swaps=tuple((tuple(own), tuple(other)) for own, other in found.swaps),
            names=tuple(found.names),
            figures=Kept(*found.figures),
            belonging=Belonging(first, second),
            facts=Facts(*found.facts),
        )
    except (ValueError, TypeError):
        return None


def verify(task: ComparisonTask) -> Verified:
    """Compare two articles."""
    first, second = (read_text(text[:_LONGEST]) for text in task[1:])
    found = compare(first, second)
    own = found.similarity
    documents = first, second
    names = tuple(map(names_of, documents))
    figures = tuple(story_figures(own.text) for own in documents)
    stated = map(StatedFacts, documents, names, figures)
    return Verified(
        own.verbatim or 0.0,
        own.with_substitutions or 0.0,
        max(own.reference_covered or 0.0, own.candidate_covered or 0.0),
        _sentences_kept(found),
        (found.tally.missing_words, found.tally.added_words),
        found.tally.substituted,
        tuple(_swaps(found)),
        names_in_both(*names),
        Kept(len(frozenset.intersection(*figures)), *map(len, figures)),
        belonging_in(found),
        facts_kept(found, *stated),
    )


def _start(span: Span) -> int:
    return span.start


def _sentences_kept(found: Comparison) -> Kept:
    """Return how many sentences are word for word in the other article."""
    changed = sorted(
        c.reference.start for c in found.changes if c.reference and c.kind != ChangeKind.MINOR
    )
    inserted = {c.section for c in found.changes if c.kind == ChangeKind.ADDED}
    kept = 0
    sentences = found.reference.sentences
    for number, section in enumerate(found.sections):
        if section.reference is None or section.candidate is None or number in inserted:
            continue
        start, end = section.reference.start, section.reference.end
        for span in sentences[bisect_left(sentences, start, key=_start) :]:
            if span.end > end:
                break
            at = bisect_left(changed, span.start)
            kept += at == len(changed) or changed[at] >= span.end
    sizes = len(found.reference.sentences), len(found.candidate.sentences)
    return Kept(min(kept, *sizes), *sizes)


def _swaps(found: Comparison) -> Iterator[SwappedWords]:
    """Yield the words of substitutions with a neighbour on each side."""
    sides = found.reference, found.candidate
    own = [c for c in found.changes if c.kind == ChangeKind.SUBSTITUTION][:_MOST_SWAPS]
    for change in own:
        first, second = (
            _with_neighbours(document, span)
            for document, span in zip(sides, (change.reference, change.candidate), strict=True)
        )
        yield first, second


def _with_neighbours(document: Document, span: Span | None) -> tuple[str, ...]:
    assert span is not None
    tokens, at = document.tokens, document.token_at(span.start)
    last = at
    while last < len(tokens) and tokens[last].start < span.end:
        last += 1
    start = tokens[max(0, at - 1)].start
    end = tokens[min(last, len(tokens) - 1)].end
    return tuple(words_of(document.text[start:end]))


def _prepared(_setup: object) -> Callable[[ComparisonTask], Verified]:
    load_model()
    return verify


def main(quiet: int = 0) -> None:
    """Serve the pool's requests."""
    serve(_prepared, quiet)
