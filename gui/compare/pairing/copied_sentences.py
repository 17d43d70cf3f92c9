r"""Sentences that were copied into others, and sentences that others stand in place of.

A sentence copied into a paragraph that is about something else is a small part of it: by all their
words the two paragraphs have nothing to do with each other. But so many words in a row are no
chance. As tools that search genomes do (Altschul and others 1990), each word that is kept counts
for a run, each one that is not counts against it, and what scores high enough is one. Where a
sentence begins and ends in both texts, less is enough: no chance cuts out a whole sentence.

A long sentence that stands in place of another and says something else tells so by its words. A
short one written anew may share none with its model, but who writes sentences anew does so all over
the text. In a copy that keeps two thirds of the other words, what has no word of the sentence
opposite is an advertisement, a caption or a sentence put there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..aligning.alignment import Aligned
from ..cancellation import checked
from ..modelling.correspondence import (
    INSIDE,
    RUN,
    are_known,
    content_words,
    is_replaced,
    kept_of_both,
    related,
    words_of_sides,
)
from ..modelling.sequences import SequencePair
from ..modelling.steps import ADDED, DROPPED, KEPT, LINKS, Step, tokens_of, with_gaps
from ..modelling.swap_features import SIGN

Run = tuple[int, int]  # steps [start, end)
_SENTENCE = 4  # words more that are kept than changed, in a whole sentence
_LETTERS = 3  # of a script without spaces; a word has as many at least
# Of the words elsewhere so many are kept at least. In the marked pairs (``resources/model/pairs``)
# two sentences that were written anew, without a word in common, stand in such a text: of all the
# others less is kept.
_COPIED = 2 / 3
_FEWEST = 2  # content words of a sentence that says something: "Nobody is."


class KeptWords(NamedTuple):
    """How many words of both sides are kept, and how many there are."""

    kept: int
    words: int


def kept_in(sections: Sequence[Sequence[Step]], sequences: SequencePair) -> KeptWords:
    """Return how many words are kept in the sections that have a counterpart, by their steps."""
    own = [steps for steps in checked(sections, 64) if any(s.kind in LINKS for s in steps)]
    return KeptWords(
        sum([kept_of_both(steps, sequences) for steps in own]),
        sum([sum(words_of_sides(steps, sequences)) for steps in own]),
    )


def without_replaced_sentences(steps: Sequence[Step], aligned: Aligned) -> list[Step] | None:
    """Return the *steps* of a section without swaps in sentences that others stand in place of.

    None where there is no such sentence.
    """
    sequences = aligned.sequences
    sentences = list(sentences_in(steps, sequences))
    if len(sentences) == 1:
        return None
    are_replaced = [is_replaced(own, sequences, aligned.weights) for own in sentences]
    if not any(are_replaced):
        return None
    runs = copied_runs(steps, sequences)
    found: list[Step] = []
    at = 0
    for own, is_other in zip(sentences, are_replaced, strict=True):
        end = at + len(own)
        inside = [(max(x, at) - at, min(y, end) - at) for x, y in runs if x < end and at < y]
        found += undone(own, inside) if is_other else own
        at = end
    return found


def without_strangers(steps: list[Step], kept: KeptWords, aligned: Aligned) -> list[Step]:
    """Return *steps* without swaps of sentences that have no word of what they stand opposite.

    *kept* are the words of all sections. Where there is no such sentence, *steps* themselves are
    returned.

    >>> nobody, closed = "Nobody came to the fair.", "It is closed now."
    >>> changes(f"{nobody} The cause is unknown. {closed}", f"{nobody} Share this page. {closed}")
    +Share this page. | -The cause is unknown.
    """
    if INSIDE not in aligned.weights:
        return steps
    sequences = aligned.sequences
    i0, i1, j0, j1 = tokens_of(steps)
    sentences = [
        [*pairwise([start, *[n for n in range(start + 1, end) if own.breaks[n]], end])]
        for own, start, end in zip(sequences, (i0, j0), (i1, j1), strict=True)
    ]
    if [*map(len, sentences)] == [1, 1]:
        return steps  # its neighbours spoke for it
    links = [n for n, step in enumerate(checked(steps, 2048)) if _links_words(step, sequences)]
    found: list[Step] = []
    at = 0
    strange = [
        own
        for side in (0, 1)
        for own in _strangers(steps, links, side, sentences[side], kept, sequences)
    ]
    for first, last in sorted(strange):
        if last > at:
            first = max(at, first)
            found += [*steps[at:first], *undone(steps[first:last], [])]
            at = last
    return [*found, *steps[at:]] if at else steps


def _strangers(
    steps: Sequence[Step],
    links: Sequence[int],
    side: int,
    sentences: Sequence[tuple[int, int]],
    kept: KeptWords,
    sequences: SequencePair,
) -> Iterator[tuple[int, int]]:
    """Yield which of *steps* link one of the *sentences* of one *side* with what it has no word of.

    *links* are the numbers of the steps that link words.
    """
    own_places = [steps[n][1 + 2 * side] for n in links]
    for sentence in sentences:
        places = links[slice(*[bisect_left(own_places, edge) for edge in sentence])]
        if not places or steps[places[0]].kind == KEPT or steps[places[-1]].kind == KEPT:
            continue  # a kept word tells enough
        first, last = places[0], places[-1] + 1
        if _is_strange(steps[first:last], side, sentence, kept, sequences):
            while last < len(steps) and _is_stop(steps[last], sequences):
                last += 1
            while first and steps[first - 1].kind in (DROPPED, ADDED):
                first -= 1
            while last < len(steps) and steps[last].kind in (DROPPED, ADDED):
                last += 1
            yield first, last


def _links_words(step: Step, sequences: SequencePair) -> bool:
    """Return whether a step links words, and not only signs."""
    _, i0, i1, j0, j1 = step
    a, b = sequences
    return step.kind in LINKS and {SIGN} != {*a.kinds[i0:i1], *b.kinds[j0:j1]}


def _is_stop(step: Step, sequences: SequencePair) -> bool:
    """Return whether a step keeps the sign that ends a sentence in both texts."""
    (kind, i0, i1, _, j1), (a, b) = step, sequences
    return bool(kind == KEPT and a.kinds[i0] == SIGN and a.breaks[i1] and b.breaks[j1])


def _is_strange(
    steps: Sequence[Step],
    side: int,
    sentence: tuple[int, int],
    kept: KeptWords,
    sequences: SequencePair,
) -> bool:
    """Return whether no link of a *sentence* of one *side* tells anything, in a copy.

    Where the thesaurus does not know the words, nobody can tell.

    Opposite it stands a sentence, or a piece of one that has its counterpart elsewhere. Lines that
    are no sentences, as a byline is none, are replaced by others of their kind.
    """
    if sequences[side].kinds[sentence[1] - 1] != SIGN:
        return False
    rest = kept.words - sum(words_of_sides(steps, sequences))
    if kept.kept < _COPIED * rest or kept_of_both(steps, sequences):
        return False
    other, (start, end) = sequences[1 - side], tokens_of(steps)[2 - 2 * side : 4 - 2 * side]
    stop = end + (other.kinds[end : end + 1] == [SIGN])
    words = [len(content_words(sequences[side], *sentence))]
    is_whole = other.breaks[start] and other.breaks[stop]
    if is_whole:
        words.append(len(content_words(other, start, end)))
    if min(words) < (_FEWEST if is_whole else 1) or not are_known(steps, sequences):
        return False
    return not any(related(steps, sequences).values())


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
