"""Training pairs: one text with inline marks holds two documents and what was put for what.

A file begins with a head, one field a line, and a blank line:

    style: journalist, light
    hand: 3
    set: train

``style`` says how the candidate was written, ``hand`` numbers the person who wrote it, and
``set`` is ``train`` or ``test``. In the text that follows, ``[[vision|imaginative view]]`` is
what the reference has and what stands for it in the candidate; either side may be empty, but
neither may hold a bar. Everything else stands in both documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

Mark = tuple[int, int, int, int]  # code points [i0, i1) of the reference, [j0, j1) opposite
_MARK = re.compile(
    r"\[\[((?:[^\[|]|\[(?!\[))*)\|((?:[^\[\]]|\[(?!\[)|\](?!\]))*)\]\]",
)
_FIELDS = frozenset({"style", "hand", "set"})
_SETS = ("train", "test")


class PairError(Exception):
    """A training pair cannot be read; the message names the file and says why."""


@dataclass(frozen=True)
class Pair:
    """Two texts and what was put for what; ``marks`` ascend on both sides."""

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


def read_pairs(folder: Path) -> list[Pair]:
    """Return the pairs of a folder by file name; raises PairError where one is wrong or none is."""
    found = [read_pair(path) for path in sorted(folder.glob("*.txt"))]
    if not found:
        raise PairError(f"{folder}: there are no pairs (*.txt) in this folder.")
    return found


def read_pair(path: Path) -> Pair:
    """Return the pair of a file; raises PairError where its head or a mark is wrong."""
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
    return Pair(path.stem, fields["style"], is_test, reference, candidate, marks)


def _check_marks(name: str, body: str, lines_before: int) -> None:
    """Raise PairError where a mark is not what it should be."""
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
    """Return both texts of a marked one, and where its marks stand in them.

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
