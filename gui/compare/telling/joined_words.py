"""Two words that the other text writes as one: ``a lot`` and ``alot``, ``do not`` and ``don't``.

While the texts are aligned, both spellings are the same word, so that nothing that was added or
dropped beside them is taken for a part of them. When all is aligned, they are two words and one
again, and the one spelling has replaced the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import compress
from typing import NamedTuple

from ...lexicon.grammar import expansions
from ..cancellation import checked
from ..modelling.steps import KEPT, SWAPPED, Step
from ..pairing.section_alignment import AlignedSection
from ..tokenizing.tokens import TokenPair, Tokens

# Letters of a word. Shorter ones are initials: "in c" is no "inc"; longer ones are no words, and
# the time that it takes to look for their parts grows with the square.
_SHORTEST, _LONGEST = 4, 100
_TOKENS = 2  # that are joined
TwoTokens = tuple[int, int]  # the comparison numbers of two tokens
Beside = tuple[object, object]  # the tokens before and behind a place, or one of them
AlignedSteps = tuple[AlignedSection, list[Step]]


class JoinedWords(NamedTuple):
    """Two documents (``sides``) in which such words are one token.

    ``places`` are the numbers that the tokens of each side, and its end, had before.
    """

    sides: TokenPair
    places: tuple[Sequence[int], Sequence[int]]

    def taken_apart(self, aligned: Sequence[AlignedSteps]) -> list[AlignedSteps]:
        """Return what was aligned, by the tokens as they were before.

        >>> changes("It was a lot of fun", "It was certainly alot of fun")
        +certainly | a lot → alot
        >>> changes("They don't like it", "They really do not like it")
        +really | don't → do not
        """
        return [(self._section(own), self._steps(steps)) for own, steps in checked(aligned)]

    def _section(self, own: AlignedSection) -> AlignedSection:
        old, new = (
            (place[bounds[0]], place[bounds[1]]) if bounds else None
            for place, bounds in zip(self.places, own[1:], strict=True)
        )
        return AlignedSection(own.kind, old, new)

    def _steps(self, steps: Sequence[Step]) -> list[Step]:
        a, b = self.places
        found: list[Step] = []
        for kind, i0, i1, j0, j1 in checked(steps, 2048):
            old, new = (a[i0], a[i1]), (b[j0], b[j1])
            # Two words on one side for one of the other: the one spelling replaced the other.
            is_respelt = kind == KEPT and old[1] - old[0] != new[1] - new[0]
            found.append(Step(SWAPPED if is_respelt else kind, *old, *new))
        return found


def joined_words(sides: TokenPair) -> JoinedWords | None:
    """Return the documents with two words made one where the other document has them so.

    They stand between the same words there; those on one side will do where neither text has both
    spellings. Not every ``a part`` is the ``apart`` of elsewhere. None if there are no such words.
    """
    found = [_parts_of_words(*own) for own in (sides, sides.mirrored())]
    if not any(found):
        return None
    joined = [_joined(side, own) for side, own in zip(sides, found, strict=True)]
    (a, ours), (b, theirs) = joined
    return JoinedWords(TokenPair(a, b), (ours, theirs))


def _parts_of_words(side: Tokens, other: Tokens) -> dict[int, int]:
    """Return which words of the *other* side two tokens of *side* are, by the first of the two."""
    ours = set(side.ids)
    wholes = _words_of_two(set(other.ids), ours, side)
    places = [n for n in _in_a_row(side.ids, wholes) if _is_blank_behind(side, n)]
    if not places:
        return {}
    around = _around(other, {wholes[side.ids[n], side.ids[n + 1]] for n in places})
    elsewhere = {(other.ids[n], other.ids[n + 1]) for n in _in_a_row(other.ids, wholes)}
    found: dict[int, int] = {}
    for n in places:
        row = side.ids[n], side.ids[n + 1]
        whole, beside = wholes[row], _beside(side, n, n + _TOKENS)
        are_both = row in elsewhere or whole in ours
        if n - 1 not in found and not around[whole].isdisjoint(beside[: 1 if are_both else None]):
            found[n] = whole
    return found


def _in_a_row(ids: Sequence[int], wanted: Set[TwoTokens] | Mapping[TwoTokens, int]) -> list[int]:
    """Return where two *wanted* tokens stand in a row."""
    heads = {head for head, _ in wanted}
    places = [n for n, token in enumerate(checked(ids, 4096)) if token in heads] if heads else []
    return [n for n in places if (ids[n], *ids[n + 1 : n + 2]) in wanted]


def _words_of_two(words: Set[int], parts: Set[int], side: Tokens) -> dict[TwoTokens, int]:
    """Return which of *words* two of *parts* are in a row, by these.

    A contraction begins with a function word: ``the site's`` is not ``the site is``.
    """
    numbers = {side.names[part]: part for part in parts}
    found: dict[TwoTokens, int] = {}
    for word in checked(words, 1024):
        name = side.names[word]
        is_plain = name.isalpha()
        for two in _halves(name) if is_plain else expansions(name):
            head, tail = map(numbers.get, two)
            if head is not None and tail is not None and (is_plain or side.classes[head]):
                found[head, tail] = word
    return found


def _halves(name: str) -> Iterable[tuple[str, str]]:
    places = range(1, len(name)) if _SHORTEST <= len(name) <= _LONGEST else ()
    return [(name[:place], name[place:]) for place in places]


def _is_blank_behind(side: Tokens, n: int) -> bool:
    """Return whether nothing but blanks separates token *n* from the next."""
    return not side.document.text[side.ends[n] : side.starts[n + 1]].strip(" ")


def _around(side: Tokens, words: Set[int]) -> Mapping[int, Set[Beside]]:
    """Return what stands around each of *words*, wherever it stands."""
    found: dict[int, set[Beside]] = {word: set() for word in words}
    for n, word in enumerate(checked(side.ids, 4096)):
        if word in found:
            found[word].update(_beside(side, n, n + 1))
    return found


def _beside(side: Tokens, start: int, end: int) -> tuple[Beside, Beside, Beside]:
    """Return what stands before and behind a stretch of tokens, then each of these alone."""
    before = side.ids[start - 1] if start else None
    behind = side.ids[end] if end < len(side.ids) else None
    return (before, behind), (before, ...), (..., behind)


def _joined(side: Tokens, found: Mapping[int, int]) -> tuple[Tokens, Sequence[int]]:
    """Return a side with the words *found* as one token each, and where each token was before."""
    stays = bytearray([1]) * (len(side.ids) + 1)
    for n in found:
        stays[n + 1] = 0
    places = [*compress(range(len(stays)), stays)]
    return side.joined([(n, n + _TOKENS) for n in found], [*found.values()]), places
