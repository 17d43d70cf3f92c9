"""Training pairs: one text with inline marks contains two documents and what was swapped for what.

A file begins with a head, one field per line, and a blank line:

    style: journalist, light
    hand: 3
    set: train

``style`` says how the candidate was written, ``hand`` is the number of the person who wrote it,
and ``set`` is ``train`` or ``test``. In the text that follows, ``[[vision|imaginative view]]`` is
what the reference has and what the candidate has in its place; either side may be empty, but
neither may contain a bar. Everything else is in both documents.

Every marked pair corresponds from end to end. Mixtures of pairs teach the aligner that two texts,
or a paragraph of one, may have no counterpart at all. They are random, but the same each time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Mark = tuple[int, int, int, int]  # code points [i0, i1) of the reference, [j0, j1) of the candidate
_MARK = re.compile(
    r"\[\[((?:[^\[|]|\[(?!\[))*)\|((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]",
)
_FIELDS = frozenset({"style", "hand", "set"})
_SETS = ("train", "test")
_LEAST = 100  # code points of a paragraph that is mixed in; headings are shorter
_PARAGRAPH = re.compile(rf"(?<=\n\n)[^\n]{{{_LEAST},}}(?=\n\n)")
_SEED = 5
_EVERY = 4  # one pair in this many gets a foreign paragraph


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


def strangers(pairs: Sequence[MarkedPair], count: int, seed: int = _SEED) -> list[MarkedPair]:
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


def with_foreign_paragraphs(pairs: Sequence[MarkedPair]) -> Iterator[MarkedPair]:
    """Yield every fourth pair with one paragraph of its candidate replaced by another pair's."""
    for n, pair in enumerate(pairs[::_EVERY]):
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
    first = start + (before[-1][3] - before[-1][1] if before else 0)
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


def _paragraphs(text: str) -> list[str]:
    return [p.strip("\n") for p in text.split("\n\n") if len(p) > _LEAST]
