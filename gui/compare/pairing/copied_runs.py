r"""Runs of words that one text has from the other, whatever stands around them.

A sentence copied into a paragraph that is about something else is a small part of it: by all their
words the two paragraphs have nothing to do with each other. But so many words in a row are no
chance. As tools that search genomes do (Altschul and others 1990), each word that is kept counts
for a run, each one that is not counts against it, and what scores high enough is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..cancellation import checked
from ..modelling.correspondence import RUN
from ..modelling.sequences import SequencePair
from ..modelling.steps import KEPT, Step, tokens_of, with_gaps
from ..modelling.swap_features import SIGN

Run = tuple[int, int]  # steps [start, end)
_LETTERS = 3  # of a script without spaces; a word has as many at least


def copied_runs(steps: Sequence[Step], sequences: SequencePair) -> list[Run]:
    """Return where runs of words that were copied start and end among *steps*."""
    a, b = sequences
    found: list[Run] = []
    score = best = 0.0
    start = end = 0
    for n, (kind, i0, i1, j0, j1) in enumerate(checked(steps, 2048)):
        if kind == KEPT:
            begins = a.breaks[i0] or b.breaks[j0]
            if begins and not score:
                start = n  # a full stop before it is not of the sentence
            if a.kinds[i0] != SIGN:
                score += sequences.swaps.letters.get(a.ids[i0], _LETTERS) / _LETTERS
            if score > best or (end == n and not begins):
                best, end = score, n + 1
            continue
        score -= sum([k != SIGN for k in (*a.kinds[i0:i1], *b.kinds[j0:j1])])
        if score <= max(0.0, best - RUN):
            if best >= RUN:
                found.append((start, end))
            score = best = 0.0
            start = end = n + 1
    return [*found, (start, end)] if best >= RUN else found


def undone(steps: Sequence[Step], runs: Iterable[Run]) -> list[Step]:
    """Return the *steps* of a part with nothing linked but the *runs* of them."""
    linked = [step for start, end in runs for step in steps[start:end]]
    return [*with_gaps(tokens_of(steps), linked)]
