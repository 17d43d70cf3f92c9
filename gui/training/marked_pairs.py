"""Training pairs: one text with inline marks contains two documents and what was swapped for what.

A file begins with a head, one field per line, and a blank line:

    style: journalist, light
    hand: 3
    set: train

``style`` says how the candidate was written, ``hand`` is the number of the person who wrote it,
and ``set`` is ``train`` or ``test``. In the text that follows, ``[[vision|imaginative view]]`` is
what the reference has and what the candidate has in its place; either side may be empty, but
neither may contain a bar. Everything else is in both documents.

Every marked pair corresponds from end to end. Those in a folder of their own, ``unrelated``, do
not at all: they are two stories of one kind, such as reports of two matches, which sound alike.
Those in the folder ``languages`` are in languages that the thesaurus does not know.
Mixtures of pairs teach the aligner that two texts, or a paragraph of one, may have no counterpart
at all. They are random, but the same each time.

An ``Example`` is such a pair as the aligner sees it, with the steps that are right.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from ..compare.aligning.alignment import Aligned
from ..compare.diff import equal_tokens
from ..compare.modelling.sequences import TextPair, TokenSequence, pair_at, triple_at
from ..compare.modelling.steps import ADDED, DROPPED, KEPT, REWRITTEN, SWAPPED, Step, gaps
from ..compare.modelling.swap_features import LONGEST, SIGN, Phrase, SwapScorer
from ..compare.tokenizing.tokens import number_tokens
from ..documents import read_text
from ..lexicon.grammar import ANY_CLASS
from ..lexicon.thesaurus import Related
from .hyperparameters import LEARNING

Mark = tuple[int, int, int, int]  # code points [i0, i1) of the reference, [j0, j1) of the candidate
_MARK = re.compile(
    r"\[\[((?:[^\[|]|\[(?!\[))*)\|((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]",
)
_FIELDS = frozenset({"style", "hand", "set"})
_SETS = ("train", "test")
_UNRELATED, _LANGUAGES = "unrelated", "languages"  # the folders
_PARAGRAPH = re.compile(rf"(?<=\n\n)[^\n]{{{LEARNING.paragraph},}}(?=\n\n)")


class PairError(Exception):
    """A training pair cannot be read; the message names the file and says why."""


@dataclass(frozen=True)
class MarkedPair:
    """Two texts and what was swapped for what; ``marks`` ascend on both sides."""

    name: str
    style: str
    is_test: bool
    reference: str
    candidate: str
    marks: tuple[Mark, ...]

    @property
    def words(self) -> int:
        """The number of words of the reference."""
        return len(self.reference.split())


def read_pairs(folder: Path) -> list[MarkedPair]:
    """Return the pairs of a folder by file name; raises PairError if one is wrong or none exist."""
    found = [read_pair(path) for path in sorted(folder.glob("*.txt"))]
    if not found:
        raise PairError(f"{folder}: there are no pairs (*.txt) in this folder.")
    return found


def read_unrelated(folder: Path) -> list[MarkedPair]:
    """Return the pairs of unrelated stories in a folder of pairs; there may be none."""
    return [read_pair(path) for path in sorted((folder / _UNRELATED).glob("*.txt"))]


def read_languages(folder: Path) -> list[MarkedPair]:
    """Return the pairs in other languages in a folder of pairs; there may be none."""
    return [read_pair(path) for path in sorted((folder / _LANGUAGES).glob("*.txt"))]


def read_pair(path: Path) -> MarkedPair:
    """Return the pair of a file; raises PairError if its head or a mark is wrong."""
    try:
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PairError(f"{path.name}: the file cannot be read ({error}).") from error
    fields = dict(line.partition(": ")[::2] for line in head.splitlines())
    if not fields.keys() >= _FIELDS or fields["set"] not in _SETS:
        raise PairError(f"{path.name}: the head needs style, hand and set (train or test).")
    _check_marks(path.name, body, head.count("\n") + 2)
    reference, candidate, marks = unmarked(body)
    if not reference.strip() or not candidate.strip():
        raise PairError(f"{path.name}: one of the texts is empty.")
    is_test = fields["set"] == "test"
    return MarkedPair(path.stem, fields["style"], is_test, reference, candidate, marks)


def _check_marks(name: str, body: str, lines_before: int) -> None:
    """Raise PairError if a mark is malformed."""
    at = 0
    for mark in [*_MARK.finditer(body), None]:
        between = body[at : mark.start() if mark else len(body)]
        stray = re.search(r"\[\[|\]\]", between)
        wrong = at + stray.start() if stray else -1
        if mark and not stray and re.search(r"\[\[|\|.*\|", mark[0][2:], re.DOTALL):
            wrong = mark.start()
        if wrong >= 0:
            line = lines_before + body.count("\n", 0, wrong) + 1
            raise PairError(f"{name}, line {line}: this mark is not [[reference|candidate]].")
        at = mark.end() if mark else at


def unmarked(body: str) -> tuple[str, str, tuple[Mark, ...]]:
    """Return both texts of a marked one, and the places of its marks in them.

    >>> unmarked("the [[vision|imaginative view]] for[[| all]] nations")[1]
    'the imaginative view for all nations'
    >>> unmarked("the [[vision|imaginative view]] for[[| all]] nations")[2]
    ((4, 10, 4, 20), (14, 14, 24, 28))
    """
    reference = candidate = ""
    marks = []
    at = 0
    for mark in _MARK.finditer(body):
        same = body[at : mark.start()]
        old, new = mark.groups()
        reference += same
        candidate += same
        i, j = len(reference), len(candidate)
        marks.append((i, i + len(old), j, j + len(new)))
        reference += old
        candidate += new
        at = mark.end()
    return reference + body[at:], candidate + body[at:], tuple(marks)


def strangers(
    pairs: Sequence[MarkedPair], count: int, seed: int = LEARNING.seed
) -> list[MarkedPair]:
    """Return *count* pairs of paragraphs of different articles: all is dropped, all is added."""
    usable = [p for p in pairs if _paragraphs(p.reference) and _paragraphs(p.candidate)]
    if len(usable) < 2:
        return []
    chance = random.Random(seed)  # noqa: S311 - the same pairs each time, and no secrets
    found = []
    for n in range(count):
        a, b = chance.sample(usable, 2)
        old = chance.choice(_paragraphs(a.reference))
        new = chance.choice(_paragraphs(b.candidate))
        marks = ((0, len(old), 0, 0), (len(old), len(old), 0, len(new)))
        found.append(MarkedPair(f"strangers-{n}", "strangers", False, old, new, marks))
    return found


def with_foreign_paragraphs(
    pairs: Sequence[MarkedPair], step: int = LEARNING.foreign_paragraphs
) -> Iterator[MarkedPair]:
    """Yield every *step*-th pair with a paragraph of its candidate replaced by another pair's."""
    for n, pair in enumerate(pairs[::step]):
        other = pairs[(n * 7 + 3) % len(pairs)]
        mixed = with_foreign_paragraph(pair, other, n) if other is not pair else None
        if mixed:
            yield mixed


def with_foreign_paragraph(pair: MarkedPair, other: MarkedPair, seed: int) -> MarkedPair | None:
    """Return *pair* with one paragraph of its candidate replaced by one of *other*.

    None if no paragraph is long enough, or if a mark crosses an edge of each of them.
    """
    chance = random.Random(seed)  # noqa: S311
    paragraphs = _paragraphs(other.candidate)
    if not paragraphs:
        return None
    foreign = chance.choice(paragraphs)
    places = [found.span() for found in _PARAGRAPH.finditer(pair.reference)]
    chance.shuffle(places)
    for place in places:
        if not any(m[0] < edge < m[1] for m in pair.marks for edge in place):
            return _replaced(pair, place, foreign)
    return None


def _replaced(pair: MarkedPair, place: tuple[int, int], foreign: str) -> MarkedPair:
    """Return *pair* with *foreign* for what its candidate has opposite *place* of the reference."""
    start, end = place
    before = [m for m in pair.marks if m[1] <= start]
    behind = [m for m in pair.marks if m[0] >= end]
    inside = pair.marks[len(before) : len(pair.marks) - len(behind)]
    first = opposite(pair.marks, start)
    last = first + end - start + sum((m[3] - m[2]) - (m[1] - m[0]) for m in inside)
    longer = len(foreign) - (last - first)
    marks: tuple[Mark, ...] = (
        *before,
        (start, end, first, first),
        (end, end, first, first + len(foreign)),
        *((m[0], m[1], m[2] + longer, m[3] + longer) for m in behind),
    )
    candidate = pair.candidate[:first] + foreign + pair.candidate[last:]
    return MarkedPair(f"{pair.name}-foreign", pair.style, False, pair.reference, candidate, marks)


def with_replaced_sentences(
    pairs: Sequence[MarkedPair], most: int = LEARNING.replaced_sentences
) -> Iterator[MarkedPair]:
    """Yield *pairs* in which one sentence stands opposite the one that follows it.

    The reference loses the second of two sentences, the candidate the first. So what stands there
    is about the same, but says something else. Each pair is yielded at most *most* times.
    """
    for pair in pairs:
        sentences = list(_sentences_opposite(pair))
        places = [
            (first, second)
            for first, second in pairwise(sentences)
            if first[1] == second[0] and first[3] == second[2]
        ]
        for first, second in places[:: max(1, len(places) // most)][:most]:
            yield _with_one_replaced(pair, first, second)


def opposite(marks: Sequence[Mark], place: int) -> int:
    """Return the code point of the candidate opposite a *place* of the reference in no mark."""
    before = [m for m in marks if m[1] <= place]
    return place + (before[-1][3] - before[-1][1] if before else 0)


def sentence_ends(pair: MarkedPair) -> list[tuple[int, int]]:
    """Return where a sentence ends in both texts at once, (0, 0) first."""
    both = read_text(pair.reference), read_text(pair.candidate)
    ends = {sentence.end for sentence in both[1].sentences}
    found = [(0, 0)]
    for sentence in both[0].sentences:
        end = sentence.end
        if any(m[0] < end < m[1] for m in pair.marks):
            continue
        other = opposite(pair.marks, end)
        if other in ends:
            found.append((end, other))
    return found


def _sentences_opposite(pair: MarkedPair) -> Iterator[Mark]:
    """Yield the bounds of the sentences that one sentence of the candidate corresponds to.

    They include the blanks before the sentence, but none begins a paragraph.
    """
    for (i0, j0), (i1, j1) in pairwise(sentence_ends(pair)):
        texts = pair.reference[i0:i1], pair.candidate[j0:j1]
        if not any("\n" in text or len(read_text(text).sentences) != 1 for text in texts):
            yield i0, i1, j0, j1


def _with_one_replaced(pair: MarkedPair, first: Mark, second: Mark) -> MarkedPair:
    """Return *pair* with the *second* of two sentences opposite the *first* in the reference."""
    i0, i1, j0, j1 = first
    i2, j2 = second[1], second[3]
    end = j0 + j2 - j1
    marks = (
        *[m for m in pair.marks if m[1] <= i0 and m[3] <= j0],
        (i0, i1, j0, j0),
        (i1, i1, j0, end),
        *[
            (m[0] + i1 - i2, m[1] + i1 - i2, m[2] + end - j2, m[3] + end - j2)
            for m in pair.marks
            if m[0] >= i2 and m[2] >= j2
        ],
    )
    reference = pair.reference[:i1] + pair.reference[i2:]
    candidate = pair.candidate[:j0] + pair.candidate[j1:]
    return MarkedPair(f"{pair.name}-{i0}", pair.style, False, reference, candidate, marks)


def _paragraphs(text: str) -> list[str]:
    return [p.strip("\n") for p in text.split("\n\n") if len(p) > LEARNING.paragraph]


Swap = tuple[Phrase, Phrase]


class Example:
    """A pair as the aligner sees it.

    ``marked`` are the steps that its marks stand for, ``steps`` the same in the order in which
    the aligner takes them. Without *classes* the pair is seen like one in a language whose
    function words are known but not distinguished by class.
    """

    def __init__(self, pair: MarkedPair, thesaurus: Related, *, classes: bool = True) -> None:
        self.pair = pair
        self.sides = number_tokens(read_text(pair.reference), read_text(pair.candidate))
        a, b = self.sides
        known = a.classes if classes else [own and ANY_CLASS for own in a.classes]
        self.swaps = SwapScorer(a.names, known, thesaurus)
        whole = range(len(a.ids)), range(len(b.ids))
        self.aligned = Aligned(TextPair.of(self.sides, self.swaps), whole)
        self.aligned.find_parts(lambda end: True)  # without weights nobody could tell
        self.marked = list(self._marked_steps())
        self.steps = _dropped_first(self.marked)

    def swapped(self, steps: Sequence[Step]) -> Counter[Swap]:
        """Return the swaps among *steps*, counted."""
        a, b = self.sides
        phrase = self.swaps.phrase
        return Counter(
            (phrase(a.ids[s.i0 : s.i1]), phrase(b.ids[s.j0 : s.j1]))
            for s in steps
            if s.kind == SWAPPED
        )

    def parts(self) -> Iterator[tuple[int, list[Step]]]:
        """Yield the number of each part of the aligner's work and the right steps through it.

        A part is left out if the right steps enter or leave it elsewhere than at its corners,
        leave its band, rewrite over the start of a sentence, or add words after dropped ones
        inside one: the aligner cannot find such steps, whatever the weights.
        """
        ends = {(0, 0): 0}
        for n, step in enumerate(self.steps):
            ends[step.i1, step.j1] = n + 1
        for n, (part, band) in enumerate(self.aligned.parts):
            first, last = ends.get((part.i0, part.j0)), ends.get((part.i1, part.j1))
            if first is None or last is None:
                continue
            own = self.steps[first:last]
            if any(step.kind == REWRITTEN and self._crosses_sentence(step) for step in own):
                continue
            if any(self._turns(x, y) for x, y in pairwise(own)):
                continue
            if band is None or all(
                band[s.i1 - part.i0][0] <= s.j1 - part.j0 <= band[s.i1 - part.i0][1] for s in own
            ):
                yield n, own

    def _crosses_sentence(self, step: Step) -> bool:
        a, b = self.aligned.sequences
        return any(a.breaks[step.i0 + 1 : step.i1]) or any(b.breaks[step.j0 + 1 : step.j1])

    def _turns(self, step: Step, following: Step) -> bool:
        a, b = self.aligned.sequences
        is_turn = step.kind == DROPPED and following.kind == ADDED
        return is_turn and not (a.breaks[step.i1] or b.breaks[following.j0])

    def _marked_steps(self) -> Iterator[Step]:
        a, b = self.sides
        i = j = 0
        for x0, x1, y0, y1 in self.pair.marks:
            i0, i1 = bisect_left(a.starts, x0), bisect_left(a.starts, x1)
            j0, j1 = bisect_left(b.starts, y0), bisect_left(b.starts, y1)
            if i0 < i or j0 < j:
                continue
            yield from self._equal(i, i0, j, j0)
            if a.ids[i0:i1] == b.ids[j0:j1]:
                # Only capitals or quotation marks differ, which the aligner ignores.
                yield from self._equal(i0, i1, j0, j1)
            else:
                yield from self._unequal(i0, i1, j0, j1)
            i, j = i1, j1
        yield from self._equal(i, len(a.ids), j, len(b.ids))

    def _unequal(self, i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
        if i0 < i1 and j0 < j1:
            yield Step(self._kind_of(i0, i1, j0, j1), i0, i1, j0, j1)
        else:
            yield from gaps(i0, i1, j0, j1)

    def _kind_of(self, i0: int, i1: int, j0: int, j1: int) -> int:
        """Return the step that the aligner can take where one phrase replaces another."""
        a, b = self.aligned.sequences
        if max(i1 - i0, j1 - j0) > LONGEST or not may_swap(a, b, i1 - 1, j1 - 1, self.swaps):
            return REWRITTEN
        x, y = self.swaps.phrase(a.ids[i0:i1]), self.swaps.phrase(b.ids[j0:j1])
        possible = (
            (i1 - i0, x) in phrases_ending(a, i1 - 1, self.swaps)
            and (j1 - j0, y) in phrases_ending(b, j1 - 1, self.swaps)
            and self.swaps.features(x, y) is not None
        )
        return SWAPPED if possible else REWRITTEN

    def _equal(self, i0: int, i1: int, j0: int, j1: int) -> Iterator[Step]:
        """Yield the steps between two marks, where both texts differ only in their tokens."""
        a, b = self.sides
        i, j = i0, j0
        for x, y, n in equal_tokens(a.ids[i0:i1], b.ids[j0:j1]):
            yield from self._unequal(i, i0 + x, j, j0 + y)
            for k in range(n):
                yield Step(KEPT, i0 + x + k, i0 + x + k + 1, j0 + y + k, j0 + y + k + 1)
            i, j = i0 + x + n, j0 + y + n
        yield from self._unequal(i, i1, j, j1)


def phrases_ending(
    sequence: TokenSequence, n: int, swaps: SwapScorer
) -> Sequence[tuple[int, Phrase]]:
    """Return the length and number of each phrase that ends with token *n*."""
    one = (1, sequence.ids[n])
    longer = ((2, pair_at(sequence, n, swaps)), (3, triple_at(sequence, n, swaps)))
    return (one, *[(size, phrase) for size, phrase in longer if phrase])


def may_swap(a: TokenSequence, b: TokenSequence, x: int, y: int, swaps: SwapScorer) -> bool:
    """Return whether the aligner looks at swaps of phrases that end with tokens *x* and *y*."""
    ids = a.ids[x], b.ids[y]
    return ids[0] != ids[1] and (
        (a.kinds[x] == SIGN) == (b.kinds[y] == SIGN) or not swaps.spoken.isdisjoint(ids)
    )


def _dropped_first(steps: Sequence[Step]) -> list[Step]:
    """Return *steps* with added words after the words dropped at the same place, as aligned."""
    found: list[Step] = []
    for is_gap, group in groupby(steps, lambda step: step.kind in (DROPPED, ADDED)):
        own = list(group)
        if is_gap:
            own = list(gaps(own[0].i0, own[-1].i1, own[0].j0, own[-1].j1))
        found += own
    return found


def elsewhere(total: Mapping[Swap, int], own: Mapping[Swap, int]) -> dict[Swap, int]:
    """Return how often each swap of *total* occurs in addition to the *own* ones."""
    return {swap: n - own.get(swap, 0) for swap, n in total.items() if n > own.get(swap, 0)}
