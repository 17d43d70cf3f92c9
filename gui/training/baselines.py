"""What plain diffs find between two documents, to be measured beside the aligner.

Both compare words, without the signs between them, by the same keys as the aligner, so that
capitals and quotation marks are no differences to them either. Of the words that they replace,
runs of equal length are split one to one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence

from ..compare.comparison import Options
from ..compare.diff import myers
from ..compare.differences import Draft, drafts_of
from ..compare.steps import ADDED, DROPPED, REWRITTEN, SWAPPED, Step
from ..compare.tokens import TokenPair

Run = tuple[int, int, int, int]  # words [i0, i1) that are replaced by words [j0, j1)
Differ = Callable[[Sequence[int], Sequence[int]], Iterator[Run]]

# Without the search for words that occur once, which ``diff.equal_tokens`` adds to it.
_diff_match_patch = myers


def by_difflib(a: Sequence[int], b: Sequence[int]) -> Iterator[Run]:
    """Yield the runs that Python's ``difflib`` finds different."""
    for tag, *run in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield run[0], run[1], run[2], run[3]


def by_diff_match_patch(a: Sequence[int], b: Sequence[int]) -> Iterator[Run]:
    """Yield the runs that diff-match-patch finds different, given one character for each word."""
    i = j = 0
    for x, y, n in [*_diff_match_patch(a, b), (len(a), len(b), 0)]:
        if i < x or j < y:
            yield i, x, j, y
        i, j = x + n, y + n


def drafts_by(differ: Differ, sides: TokenPair) -> list[Draft]:
    """Return the changes between two documents as *differ* sees them."""
    where = [[n for n, word in enumerate(side.is_word) if word] for side in sides]
    a, b = ([side.ids[n] for n in own] for side, own in zip(sides, where, strict=True))
    steps: list[Step] = []
    for i0, i1, j0, j1 in differ(a, b):
        old, new = where[0][i0:i1], where[1][j0:j1]
        if old and len(old) == len(new):
            steps += [Step(SWAPPED, i, i + 1, j, j + 1) for i, j in zip(old, new, strict=True)]
        elif old and new:
            steps.append(Step(REWRITTEN, old[0], old[-1] + 1, new[0], new[-1] + 1))
        else:
            steps += [Step(DROPPED, i, i + 1, 0, 0) for i in old]
            steps += [Step(ADDED, 0, 0, j, j + 1) for j in new]
    return [draft for step in steps for draft in drafts_of([step], sides, Options())]
