"""Passages that only one document seems to have, and that correspond nevertheless.

They are too short, or were reworded too heavily, to have anchors enough, and stand elsewhere or
between words that only one document has. So what an alignment left is looked at once more:
passages that share words, or related ones, are put opposite each other, and the aligner judges.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from heapq import nlargest
from itertools import accumulate, chain, groupby
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from ..cancellation import checked
from ..diff import once_in_both
from ..modelling.correspondence import LETTERS, RUN
from ..modelling.sequences import Unit
from ..modelling.steps import KEPT, Step
from ..modelling.swap_features import SwapScorer
from ..tokenizing.tokens import TokenPair, Tokens, runs_of_letters
from .moves import Passage, crosses
from .section_alignment import AlignedSection, links_of

# A word by its comparison number, or letters of a script without spaces that are as good as one.
Word = int | tuple[int, ...]
Bag = frozenset[Word]  # the words of a passage that tell most
Range = tuple[int, int]  # tokens [start, end)
Run = Sequence[tuple[AlignedSection, Sequence[Step]]]  # what was aligned in one order

_RELATED = 4  # one of so many parts is paired where texts have to do with each other
_COMMON = 500  # passages of different words; a word that more of them have does not find any
_SHORT = 12  # tokens; where more have no content word, they are letters of a script without spaces
# Of the content words of the longer one, so many at least are the same, and this share of them.
_LEAST_MANY, _MANY = 2, 0.4
# Words that are the same, or twice as many related ones, are worth a look, and this share of the
# longer one: less is a small piece of it.
_LEAST_SHARED, _LEAST_SHARE = 1, 0.05
_HALF = 0.5  # how much a related word tells, of what a shared one does
# Of a sentence that may stand opposite a wrong one at most this share of the content words is kept,
# and with the right one it shares so many times as many.
_BARELY, _BETTER = 0.5, 1.5
_FAILED = 10  # tries in a row; in unrelated texts what is even less alike corresponds no better
_TRIED = 3  # of the passages that share words with one, those nearest to it


class Leftovers:
    """What an alignment left of two documents: passages without a counterpart, and their places.

    ``missing`` and ``added`` are parts of one document alone; ``are_related`` tells whether the
    documents have to do with each other at all.
    """

    def __init__(
        self,
        sides: TokenPair,
        runs: Sequence[Run],
        home: tuple[Sequence[int], Sequence[int]],
        in_place: Sequence[Passage],
    ) -> None:
        """Look at *runs*; *home* is the run of each token.

        Of the first run passages that are *in_place* are known not to have moved.
        """
        self._sides = sides
        self._home = home
        self._in_place = in_place
        sections = [section for run in runs for section, _ in run]
        self.missing = [own.reference for own in sections if own.reference and not own.candidate]
        self.added = [own.candidate for own in sections if own.candidate and not own.reference]
        paired = len(sections) - len(self.missing) - len(self.added)
        shorter = paired + min(len(self.missing), len(self.added))
        self.are_related = _RELATED * paired >= shorter
        self._kept = [self._kept_words(run) for run in runs]
        links = [link for run in runs for _, own in run for link in links_of(own)]
        self._links = sorted(links, key=itemgetter(1)), sorted(links, key=itemgetter(3))
        ends = [end for p in in_place for end in ((p.i0, p.j0), (p.i1 - 1, p.j1 - 1))]
        self._fixed = [sorted([*self._kept[0], *ends]), *self._kept[1:]]

    def _kept_words(self, run: Run) -> list[tuple[int, int]]:
        """Return the content words that are kept in a run, and letters that are no chance."""
        side = self._sides[0]
        words = [
            (step.i0, step.j0)
            for _, steps in run
            for step in checked(steps, 2048)
            if step.kind == KEPT and side.is_content[side.ids[step.i0]]
        ]
        return sorted([*words, *_kept_letters(side, run)]) if side.letters else words

    def has_moved(self, passage: Passage) -> bool:
        """Return whether the two sides of a passage stand in different places."""
        run = self._home[0][passage.i0]
        return run != self._home[1][passage.j0] or crosses(passage, self._fixed[run])

    def is_open(self, passage: Passage) -> bool:
        """Return whether nothing is told of a passage yet.

        It moved, or it stands in order, but none of its words is aligned with one of its
        counterpart, and few are with any others. Nothing can be told of one that stands in order
        inside a passage that moved. What was found in place and left over again is not believed as
        a whole; its sentences may be.
        """
        i0, i1, j0, j1 = passage
        if passage in self._in_place or not self._shares_more(passage):
            return False
        if self.has_moved(passage):
            return True
        if any(_straddles(passage, own) for own in self._in_place):
            return False
        is_linked = any(own.j0 < j1 and own.j1 > j0 for own in self._links_within(0, i0, i1))
        return not is_linked and not self._home[0][i0]

    def counterparts(
        self, passage: Passage, units: tuple[Sequence[Unit], Sequence[Unit]]
    ) -> Iterator[Passage]:
        """Yield what either side of a passage is aligned with so far, as whole *units*."""
        i0, i1, j0, j1 = passage
        for side, (start, end) in enumerate(((i0, i1), (j0, j1))):
            own = self._links_within(side, start, end)
            if own:
                first, last = min(x[3 - 2 * side] for x in own), max(x[4 - 2 * side] for x in own)
                others = units[1 - side]
                first = others[bisect_right(others, first, key=itemgetter(0)) - 1].start
                last = others[bisect_left(others, last, key=itemgetter(0)) - 1].end
                yield Passage(first, last, j0, j1) if side else Passage(i0, i1, first, last)

    def _links_within(self, side: int, start: int, end: int) -> Sequence[Step]:
        links = self._links[side]
        key = itemgetter(1 + 2 * side)
        return links[bisect_left(links, start, key=key) : bisect_left(links, end, key=key)]

    def _shares_more(self, passage: Passage) -> bool:
        """Return whether a passage shares many more words than either side has kept so far."""
        i0, i1, j0, j1 = passage
        ours, theirs = self._kept_before
        kept = max(ours[i1] - ours[i0], theirs[j1] - theirs[j0])
        if not kept:
            return True
        a, b = self._sides
        shared = {t for t in a.ids[i0:i1] if a.is_content[t]}.intersection(b.ids[j0:j1])
        return len(shared) >= _BETTER * kept

    @cached_property
    def _kept_before(self) -> tuple[array[int], array[int]]:
        """For each place of both sides, how many words before it are kept."""
        found = []
        for side in (0, 1):
            out = bytearray(len(self._sides[side].ids))
            for own in self._kept:
                for pair in own:
                    out[pair[side]] = 1
            found.append(array("L", accumulate(out, initial=0)))
        return found[0], found[1]

    def loose_units(
        self, units: tuple[Sequence[Unit], Sequence[Unit]], but: Sequence[Passage]
    ) -> tuple[list[Range], list[Range]]:
        """Return the sentences and lines of which few content words are kept, *but* some passages.

        Of two sentences that share a phrase each may have been aligned with the other's
        counterpart; the phrase is all that is kept then.
        """
        return self._loose(0, units[0], but), self._loose(1, units[1], but)

    def _loose(self, side: int, units: Sequence[Unit], but: Sequence[Passage]) -> list[Range]:
        own, kept = self._sides[side], self._kept_before[side]
        out = bytearray(len(own.ids))
        for passage in but:
            start, end = passage[2 * side : 2 * side + 2]
            out[start:end] = b"\1" * (end - start)
        found = []
        for unit in checked(units, 1024):
            start, end = unit.start, unit.end
            if any(out[start:end]) or not own.words_in(start, end):
                continue
            number = kept[end] - kept[start]
            if number and number > _BARELY * sum([own.is_content[t] for t in own.ids[start:end]]):
                continue
            found.append((start, end))
        return found


def _straddles(passage: Passage, other: Passage) -> bool:
    """Return whether a passage overlaps another one and is no part of it.

    No alignment goes through the ends of both.
    """
    i0, i1, j0, j1 = passage
    overlaps = (other.i0 < i1 and i0 < other.i1) or (other.j0 < j1 and j0 < other.j1)
    return overlaps and not (
        other.i0 <= i0 and i1 <= other.i1 and other.j0 <= j0 and j1 <= other.j1
    )


def _kept_letters(side: Tokens, run: Run) -> Iterator[tuple[int, int]]:
    """Yield the kept letters of scripts without spaces that stand in long runs."""
    for _, steps in run:
        places = [
            (step.i0, step.j0) if step.kind == KEPT and side.ids[step.i0] in side.letters else None
            for step in checked(steps, 2048)
        ]
        for is_letter, own in groupby(places, bool):
            letters = [place for place in own if place]
            if is_letter and sum([side.letters[side.ids[i]] for i, _ in letters]) >= RUN:
                yield from letters


def find_counterparts(
    missing: Sequence[tuple[int, int]],
    added: Sequence[tuple[int, int]],
    sides: TokenPair,
    swaps: SwapScorer | None,
    corresponds: Callable[[Passage, int], bool],
    are_related: bool = True,
) -> list[Passage]:
    """Return the passages among *missing* and *added* ones (token ranges) that correspond.

    They are too short, or were reworded too heavily, to have anchors enough; but nothing else is
    left that they could correspond to. What both have once word for word is tried first, however
    short, then those that share most words. *swaps* tells which words may stand for others.
    *corresponds* judges a passage; it is also told how many others could have been tried in its
    place. Where many words are shared, that is 0 if the documents *are_related* at all; in
    unrelated ones, two passages on one subject share as many by chance.

    >>> sections("It is late. Ann Lee.", "Ann Lee. It is late.")
    paired, moved
    >>> road, bridge = "The road to Malvern is closed.", "Two lorries collided on the bridge."
    >>> sections(f"{road} {bridge}", f"A pair of trucks crashed on a bridge. {road}")
    paired, moved
    """
    if not missing or not added:
        return []
    passages: dict[int, Passage] = {}
    used: set[int] = set()

    def pair(m: int, n: int) -> None:
        passages[m] = Passage(*missing[m], *added[n])
        used.add(n)

    keys = [
        [tuple(side.ids[start:end]) for start, end in ranges]
        for side, ranges in zip(sides, (missing, added), strict=True)
    ]
    for m, n in once_in_both(*keys):
        if corresponds(Passage(*missing[m], *added[n]), 0):
            pair(m, n)
    # Passages of the same words are looked at as one: a list has them by the thousand.
    alike = (
        _bags(sides[0], missing, passages),
        _bags(sides[1], added, used),
    )
    failed = 0
    for own in checked(_nearest(*alike, swaps), 64):
        ours, theirs = alike[0][own.bag], alike[1][own.other]
        are_many = own.words >= max(_LEAST_MANY, _MANY * max(len(own.bag), len(own.other)))
        others = 0 if are_many and are_related else max(len(missing), len(added))
        failed += bool(ours and theirs)
        while ours and theirs:
            if not corresponds(Passage(*missing[ours[0]], *added[theirs[0]]), others):
                break
            pair(ours.popleft(), theirs.popleft())
            failed = 0
        if failed >= _FAILED and not are_related:
            break
    return list(passages.values())


def _bags(
    side: Tokens, ranges: Sequence[tuple[int, int]], but: Container[int]
) -> dict[Bag, deque[int]]:
    """Return the numbers of the passages that have the same content words, by these.

    Of a short one that has none, such as ``What did he do?``, all words count if no other passage
    has the same. In scripts without spaces, all runs of letters that might be words count.
    """
    found: dict[Bag, deque[int]] = {}
    for n, (start, end) in enumerate(checked(ranges, 1024)):
        if n not in but:
            own = side.ids[start:end]
            words: list[Word] = [t for t in own if side.is_content[t]]
            letters = runs_of_letters(own, side.letters, LETTERS)
            bag = frozenset([*words, *[tuple(own[k:behind]) for k, behind in letters]])
            if not bag and end - start <= _SHORT:
                all_words = zip(own, side.is_word[start:end], strict=True)
                bag = frozenset([t for t, is_word in all_words if is_word])
            found.setdefault(bag, deque()).append(n)
    tell = {bag for bag in found if any(isinstance(t, tuple) or side.is_content[t] for t in bag)}
    return {bag: own for bag, own in found.items() if len(own) == 1 or bag in tell}


class _Near(NamedTuple):
    """Two bags that share words: how near they are, and how many words they share."""

    score: float
    words: float
    bag: Bag
    other: Bag


def _nearest(
    ours: Mapping[Bag, Sequence[int]], theirs: Mapping[Bag, Sequence[int]], swaps: SwapScorer | None
) -> list[_Near]:
    """Return for each bag those that share most words with it, the nearest pairs first.

    A word that is only related to one of the other bag counts half. Longer passages share more by
    chance, as the square root of their size.
    """
    holders: dict[Word, list[Bag]] = {}
    for other in theirs:
        for token in other:
            holders.setdefault(token, []).append(other)
    related_to = _relatives([t for t in holders if isinstance(t, int)], swaps) if swaps else None
    common = {token for token, own in holders.items() if len(own) > _COMMON}
    found: list[_Near] = []
    for bag in checked(ours, 64):
        shared = Counter(chain.from_iterable(holders.get(t, ()) for t in bag - common))
        near: Counter[Bag] = Counter()
        for word in bag:
            related = related_to(word) - common if related_to and isinstance(word, int) else ()
            others = {other for t in related for other in holders[t]}
            near.update(others.difference(holders.get(word, ())))
        scores = []
        for other in shared.keys() | near.keys():
            same = shared[other]
            score = same + _HALF * near[other]
            size = max(len(bag), len(other))
            if score >= max(_LEAST_SHARED, _LEAST_SHARE * size):
                words = score + len(bag & other & common) if same else 0.0
                scores.append(_Near(score / sqrt(size), words, bag, other))
        found += nlargest(_TRIED, scores, key=lambda own: (own.score, -theirs[own.other][0]))
    return sorted(found, key=lambda own: -own.score)


def _relatives(words: Iterable[int], swaps: SwapScorer) -> Callable[[int], set[int]]:
    """Return what tells which of *words* are related to a word (``SwapScorer.related``).

    It looks them up in an index, since each has a hundred synonyms; few texts ask for it.
    """

    @cache
    def index() -> tuple[dict[object, list[int]], dict[object, list[int]]]:
        known_by: dict[object, list[int]] = {}
        synonym_of: dict[object, list[int]] = {}
        for word in checked(words, 256):
            for own, meanings in zip((known_by, synonym_of), swaps.meanings(word), strict=True):
                for key in meanings:
                    own.setdefault(key, []).append(word)
        return known_by, synonym_of

    @cache
    def related_to(word: int) -> set[int]:
        known_by, synonym_of = index()
        keys, synonyms = swaps.meanings(word)
        lists = [known_by.get(key, ()) for key in keys | synonyms]
        return set().union(*lists, *[synonym_of.get(key, ()) for key in keys])

    return related_to
