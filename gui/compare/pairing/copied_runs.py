r"""Runs of words that one text has from the other, whatever stands around them.

A sentence copied into a paragraph that is about something else is a small part of it: by all their
words the two paragraphs have nothing to do with each other. But so many words in a row are no
chance. As tools that search genomes do (Altschul and others 1990), each word that is kept counts
for a run, each one that is not counts against it, and what scores high enough is one. Where a
sentence begins and ends in both texts, less is enough: no chance cuts out a whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..cancellation import checked
from ..modelling.correspondence import RUN
from ..modelling.sequences import SequencePair
from ..modelling.steps import KEPT, Step, tokens_of, with_gaps
from ..modelling.swap_features import SIGN

Run = tuple[int, int]  # steps [start, end)
_SENTENCE = 4  # words more that are kept than changed, in a whole sentence
_LETTERS = 3  # of a script without spaces; a word has as many at least


def copied_runs(steps: Sequence[Step], sequences: SequencePair) -> list[Run]:
    """Return where runs of words that were copied start and end among *steps*."""
    found: list[Run] = []
    for start, end in sorted([*_runs(steps, sequences), *_sentences(steps, sequences)]):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _runs(steps: Sequence[Step], sequences: SequencePair) -> Iterator[Run]:
    """Yield the runs that are long enough wherever they begin and end."""
    a, b = sequences
    score = best = 0.0
    start = end = 0
    for n, step in enumerate(checked(steps, 2048)):
        begins = step.kind == KEPT and (a.breaks[step.i0] or b.breaks[step.j0])
        if begins and not score:
            start = n  # a full stop before it is not of the sentence
        score += _worth(step, sequences)
        if step.kind == KEPT:
            if score > best or (end == n and not begins):
                best, end = score, n + 1
        elif score <= max(0.0, best - RUN):
            if best >= RUN:
                yield start, end
            score = best = 0.0
            start = end = n + 1
    if best >= RUN:
        yield start, end


def _worth(step: Step, sequences: SequencePair) -> float:
    """Return how many words are kept in a step; negative for those that are not, of both sides."""
    (kind, i0, i1, j0, j1), (a, b) = step, sequences
    if kind != KEPT:
        return -sum([k != SIGN for k in (*a.kinds[i0:i1], *b.kinds[j0:j1])])
    is_word = a.kinds[i0] != SIGN
    return sequences.swaps.letters.get(a.ids[i0], _LETTERS) / _LETTERS if is_word else 0.0


def _sentences(steps: Sequence[Step], sequences: SequencePair) -> Iterator[Run]:
    """Yield the sentences of both texts of which few words changed, even if all are frequent ones.

    >>> before, behind = "Nobody swims in the lake any more.", "Ducks eat the bread of strangers."
    >>> he = "He has never been one of us."
    >>> sections(f"{he} {before}", f"{behind} {he.replace('been', 'felt')}")
    paired
    """
    start = 0
    for own in sentences_in(steps, sequences):
        end = start + len(own)
        if sum([_worth(step, sequences) for step in own]) >= _SENTENCE:
            yield start, end
        start = end


def sentences_in(steps: Sequence[Step], sequences: SequencePair) -> Iterator[Sequence[Step]]:
    """Yield the steps of a section between places where a sentence begins on both sides."""
    a, b = (sequence.breaks for sequence in sequences)
    i, _, j, _ = tokens_of(steps)
    start = 0
    for n, (_, i0, i1, j0, j1) in enumerate(checked(steps, 2048), 1):
        i = i1 if i0 < i1 else i
        j = j1 if j0 < j1 else j
        if a[i] and b[j]:
            yield steps[start:n]
            start = n
    if start < len(steps):
        yield steps[start:]


def undone(steps: Sequence[Step], runs: Iterable[Run]) -> list[Step]:
    """Return the *steps* of a part with nothing linked but the *runs* of them."""
    linked = [step for start, end in runs for step in steps[start:end]]
    return [*with_gaps(tokens_of(steps), linked)]
