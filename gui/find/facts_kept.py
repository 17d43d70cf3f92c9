"""Checks whether corresponding articles have the same names and figures at the same places.

A spinner swaps words and leaves names and figures as they are. In serial reports, such as those on
a market or a match, it is the other way round: the words stay the same from one to the next, with
other names and figures between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..compare import ChangeKind, Comparison
from ..documents import Document, Span
from .shared_facts import without_possessive
from .terms import words_of

_STEM = 3  # letters: names that begin alike are likely one, written or declined otherwise

Places = dict[int, str]  # names and figures by where they begin
Swap = tuple[frozenset[str], frozenset[str]]


class Facts(NamedTuple):
    """The number of names and figures in what corresponds, each counted once.

    ``kept`` are the same in both articles; for the ``others`` each article has its own.
    """

    kept: int = 0
    others: int = 0


class StatedFacts:
    """An article with the *names* and the *figures* that its story has."""

    def __init__(self, document: Document, names: Iterable[str], figures: frozenset[str]) -> None:
        """Take the *names* apart: of some, only a part is left where they stand again."""
        self._document, self._figures = document, figures
        self._names = {word for name in names for word in name.split()}

    def facts(self, span: Span) -> Places:
        """Return the words of names in *span*, and the digits of figures."""
        document, found = self._document, {}
        first, last = map(document.token_at, span)
        for token in document.tokens[first:last]:
            word = without_possessive(token.of(document.text))
            if word in self._names:
                found[token.start] = word
                continue
            digits = "".join(filter(str.isdigit, word))
            if digits and not self._figures.isdisjoint(words_of(word)):
                found[token.start] = digits
        return found


def facts_kept(found: Comparison, first: StatedFacts, second: StatedFacts) -> Facts:
    """Return how many names and figures two articles share at the same places, and how many not.

    What only one of them has does not count.
    """
    changed: set[int] = set()
    others: set[Swap] = set()
    for change in found.changes:
        if change.reference is None or change.kind is ChangeKind.MINOR:
            continue
        own = first.facts(change.reference)
        changed.update(own)
        if change.candidate is not None:
            others.update(_swaps(own.values(), second.facts(change.candidate).values()))
    both = (own.reference for own in found.sections if own.reference and own.candidate)
    kept = {fact for span in both for at, fact in first.facts(span).items() if at not in changed}
    return Facts(len(kept), len(others))


def _swaps(first: Iterable[str], second: Iterable[str]) -> Iterator[Swap]:
    """Yield the names that replace other names, and the figures that replace other figures.

    >>> [(set(own), set(other)) for own, other in _swaps(["Renke", "40"], ["Okonjo", "300"])]
    [({'Renke'}, {'Okonjo'}), ({'40'}, {'300'})]
    >>> list(_swaps(["Odile", "Marchetti"], ["Marchetti"])), list(_swaps(["Pellow"], ["Pellows"]))
    ([], [])
    """
    sides = frozenset(first), frozenset(second)
    for is_figure in (False, True):
        own, other = (
            frozenset(fact for fact in facts if fact.isdigit() is is_figure) for facts in sides
        )
        own, other = own - other, other - own
        is_alike = not is_figure and {fact[:_STEM] for fact in own} & {f[:_STEM] for f in other}
        if own and other and not is_alike:
            yield own, other
