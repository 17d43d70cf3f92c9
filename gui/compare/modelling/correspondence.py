"""Whether two passages correspond at all, judged by the steps that the aligner took between them.

The aligner finds a counterpart for almost anything: unrelated texts share function words, and a
content word here and there. A logistic regression (learned by ``python -m gui.training``) weighs
what two passages share and gives the logarithm of the odds that one was made from the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from enum import Enum
from itertools import groupby, pairwise
from math import log, sqrt

from ..cancellation import checked
from ..tokenizing.tokens import runs_of_letters
from .sequences import SequencePair, TokenSequence
from .steps import ADDED, DROPPED, KEPT, LINKS, REWRITTEN, SWAPPED, Step, gaps, kinds_of, tokens_of
from .swap_features import BIT, CLOSED, CONTENT, NUMBER, SIGN

NO_DOUBT = float("inf")
BELIEF = "believe"  # the name of the constant term, and how the other names begin
# The logarithm of the odds from which a pair of passages is believed. A little less than even,
# because a counterpart that is called missing costs a reader more than a pair too many.
_LEAST = -0.5
# Words of both sides that are kept at least, and their share at least, where not all are.
_FEWEST, _AS_GOOD = 4, 0.75
_ENOUGH = 4  # one of so many parts is believed where texts have to do with each other
# A content word that both have, but in another order, tells less than one that is kept; the first
# of them is chance.
_ELSEWHERE = 0.5
# Words. Of the sentences in the training pairs that share nothing, four of five were written anew
# if they have no more than so many words; of longer ones one of five was.
_SHORT = 8
_KNOWN = 2  # one of so many words at least is known to the thesaurus
LETTERS = 4  # of a script without spaces, or function words, are as good as a content word
RUN = 8  # of them in a row are no chance
_SHARED, _DIFFERENT = ("content", "closed", "synonym", "guess"), ("rewritten", "gap")
_RELATED = f"{BELIEF}_related"
NAMES = tuple(
    sorted([BELIEF, _RELATED, *[f"{BELIEF}_{n}" for n in (*_SHARED, *_DIFFERENT, "size")]])
)
# What believed parts on both sides add to the odds; at an end of the text one is enough.
BETWEEN = f"{BELIEF}_between"
# What a believed section adds to the odds of a sentence in it.
INSIDE = f"{BELIEF}_inside"
# This times the logarithm of the number of passages that could have been tried is added to the odds
# of a passage that shares few words with one that stands elsewhere.
MOVED = f"{BELIEF}_moved"
_MEANING = BIT["thesaurus"] | BIT["stem"] | BIT["same_number"]


class Companion(Enum):
    """What decides about a part that tells nothing by itself.

    The changed ``CELL`` of a row goes with the next cell. A ``DATE`` line goes with the whole:
    where a fourth of all parts are believed, or all are paired.
    """

    CELL = "cell"
    DATE = "date"


Odds = float | Companion


def is_word_for_word(steps: Sequence[Step]) -> bool:
    """Return whether words were kept, and others swapped one by one: then there is no doubt."""
    return {KEPT} <= set(kinds_of(steps)) <= {KEPT, SWAPPED}


def is_whole_sentence(steps: Sequence[Step], sequences: SequencePair) -> bool:
    r"""Return whether all that one side has is kept, and is one or more sentences of the other.

    >>> lost = "Nobody on the island had ever expected the old ferry from Skarra to sail again. "
    >>> sections(f"Bees sting.\n\n{lost}It is late.", "Bees sting.\n\nIt is late.")
    paired, paired
    """
    kinds = set(kinds_of(steps))
    if kinds not in ({KEPT, DROPPED}, {KEPT, ADDED}):
        return False
    places = [n for n, step in enumerate(steps) if step.kind == KEPT]
    inside = steps[places[0] : places[-1] + 1]
    side = int(ADDED in kinds)  # that has more
    start, end = tokens_of(inside)[2 * side : 2 * side + 2]
    breaks = sequences[side].breaks
    return len(inside) == len(places) and bool(breaks[start] and breaks[end])


def has_same_words(steps: Sequence[Step], sequences: SequencePair) -> bool:
    """Return whether the words are as good as the same, even if they are function words only.

    Signs do not count. Otherwise words are kept, or swapped where as many are kept; or three of
    four words are kept or contracted, in one order: then chance did not put them there.
    """
    (a, b), kept, total = (
        sequences,
        kept_of_both(steps, sequences),
        sum(words_of_sides(steps, sequences)),
    )
    sizes = {s: _words(a, s.i0, s.i1) + _words(b, s.j0, s.j1) for s in steps if s.kind == SWAPPED}
    if kept + sum(sizes.values()) == total:
        return kept > 0 and 2 * kept >= total
    contracted = sum([n for s, n in sizes.items() if _features(s, sequences) & BIT["contraction"]])
    return kept >= _FEWEST and kept + contracted >= _AS_GOOD * total


def is_mostly_kept(steps: Sequence[Step], sequences: SequencePair) -> bool:
    r"""Return whether more than half of the words, of both sides, are kept in one order.

    So they are no chance in one story, even if they are function words only.

    >>> bees = "Bees sting.\n\n"
    >>> sections(f"{bees}We were there before them.", f"{bees}We had been there before them.")
    paired, paired
    """
    kept = kept_of_both(steps, sequences)
    return kept >= _FEWEST and 2 * kept > sum(words_of_sides(steps, sequences))


def kept_of_both(steps: Sequence[Step], sequences: SequencePair) -> int:
    """Return how many words of both sides are kept."""
    kinds = sequences[0].kinds
    return 2 * sum([kinds[s.i0] != SIGN for s in checked(steps, 2048) if s.kind == KEPT])


def words_of_sides(steps: Sequence[Step], sequences: SequencePair) -> tuple[int, int]:
    """Return how many words each side has."""
    (a, b), (i0, i1, j0, j1) = sequences, tokens_of(steps)
    return _words(a, i0, i1), _words(b, j0, j1)


def is_changed_figure(steps: Sequence[Step], sequences: SequencePair) -> bool:
    """Return whether figures replaced figures and nothing else stands there, as in a table cell."""
    a, b = (sequence.sorts for sequence in sequences)
    return all(s.kind == SWAPPED and a[s.i0] == NUMBER == b[s.j0] for s in steps)


def rests_on_figures(steps: Sequence[Step], sequences: SequencePair) -> bool:
    """Return whether a passage is mostly figures, and some were kept, but no more than changed.

    The date lines of any two articles are like that, such as "Published: 3 May 2024" and
    "Published: 30 November 2024": the rest of the texts decides whether they correspond.
    """
    a = sequences[0]
    first, last, _, _ = tokens_of(steps)
    figures = a.sorts[first:last].count(NUMBER)
    words = a.kinds[first:last].count(CONTENT) - figures
    if not figures or words > figures:
        return False
    kept = [step.i0 for step in steps if step.kind == KEPT]
    kept_figures = sum([a.sorts[n] == NUMBER for n in kept])
    changed = words + figures - sum([a.kinds[n] == CONTENT for n in kept])
    return 0 < kept_figures <= changed


def evidence(steps: Sequence[Step], sequences: SequencePair) -> dict[str, float]:
    """Return the evidence for and against two passages corresponding, by the name of its weight.

    Kept words, and words swapped for synonyms, count relative to the square root of the number of
    words: chance alone finds twice as many in texts four times as long. What ``related`` adds is
    not here, since it takes longer to find.
    """
    count = counted(steps, sequences)
    count["guess"] += count["unknown"]
    # Function words speak for a pair beside other words only: any two sentences share some.
    count["closed"] = min(count["closed"], count["content"] + count["synonym"])
    words = larger(steps, sequences)
    return {
        **{f"{BELIEF}_{name}": count[name] / sqrt(words) for name in _SHARED},
        **{f"{BELIEF}_{name}": count[name] / words for name in _DIFFERENT},
        f"{BELIEF}_size": log(words),
        BELIEF: 1.0,
    }


def counted(steps: Sequence[Step], sequences: SequencePair) -> dict[str, float]:
    """Return how many words two passages share or do not share, by the way in which they do.

    Swaps are counted as ``synonym``, ``guess`` or, where the thesaurus does not know both words, as
    in most languages, ``unknown``.
    """
    swaps = sequences.swaps
    a, b = sequences
    count: dict[str, float] = dict.fromkeys((*_SHARED, *_DIFFERENT, "unknown"), 0)
    for step in checked(steps, 2048):
        if step.kind == SWAPPED:
            x, y = swaps.phrase(a.ids[step.i0 : step.i1]), swaps.phrase(b.ids[step.j0 : step.j1])
            if means_the_same(step, sequences) or is_respelt(step, sequences):
                count["synonym"] += 1
            else:
                are_known = swaps.meanings(x)[1] and swaps.meanings(y)[1]
                count["guess" if are_known else "unknown"] += 1
        elif step.kind in (REWRITTEN, DROPPED, ADDED):
            size = step.i1 - step.i0 + step.j1 - step.j0
            count["rewritten" if step.kind == REWRITTEN else "gap"] += size
    count["closed"], count["content"] = kept_words(steps, sequences)
    elsewhere = exchanged(steps, sequences).total()
    elsewhere += exchanged_letters(steps, sequences) // LETTERS
    count["content"] += _ELSEWHERE * max(0, elsewhere - 1)
    return count


def kept_words(steps: Sequence[Step], sequences: SequencePair) -> tuple[int, int]:
    """Return how many function words, and how many content words, are kept.

    In a long run function words, or letters of a script without spaces, count as both.
    """
    a, letters = sequences[0], sequences.swaps.letters
    closed = content = run = 0
    for step in checked(steps, 2048):
        kind = a.kinds[step.i0] if step.kind == KEPT else SIGN
        if kind == CLOSED:
            closed += 1
            run += letters.get(a.ids[step.i0], 1)
        else:
            content += (kind == CONTENT) + _words_of(run)
            run = 0
    return closed, content + _words_of(run)


def _words_of(run: int) -> int:
    """Return how many content words a run of letters or function words is worth."""
    return run // LETTERS if run >= RUN else 0


def means_the_same(step: Step, sequences: SequencePair) -> bool:
    """Return whether the thesaurus relates the words of a swap, or they are forms of one word."""
    return bool(_features(step, sequences) & _MEANING)


def _features(step: Step, sequences: SequencePair) -> int:
    """Return the features of a swap as bits; none where it is too long to have any."""
    (_, i0, i1, j0, j1), (a, b), swaps = step, sequences, sequences.swaps
    found = swaps.features(swaps.phrase(a.ids[i0:i1]), swaps.phrase(b.ids[j0:j1]))
    return found[0] if found else 0


def is_respelt(step: Step, sequences: SequencePair) -> bool:
    """Return whether a content word is swapped for itself, misspelt or without its accents."""
    (kind, i0, i1, j0, j1), (a, b) = step, sequences
    is_word = kind == SWAPPED and i1 - i0 == 1 == j1 - j0 and a.kinds[i0] == CONTENT == b.kinds[j0]
    return is_word and sequences.swaps.are_spellings(a.ids[i0], b.ids[j0])


def exchanged(steps: Sequence[Step], sequences: SequencePair) -> Counter[int]:
    """Return the content words that both sides have, but in another order, so that none is kept.

    They count half as much as kept ones (``_ELSEWHERE``), and are no swap of one for the other.

    >>> changes("The dog bit the postman.", "The postman was bitten by the dog.")
    -dog | +postman | bit → was bitten by | -postman | +dog
    """
    loose = _loose(steps, sequences)
    both = set(loose[0]).intersection(loose[1])
    return Counter(t for t in loose[0] if t in both) & Counter(t for t in loose[1] if t in both)


def exchanged_letters(steps: Sequence[Step], sequences: SequencePair) -> int:
    """Return how many letters of scripts without spaces both sides have, but in another order.

    They stand in runs that are no chance. Those that the order happens to allow to be kept are not
    counted again.
    """
    letters = sequences.swaps.letters
    if not letters:
        return 0
    i0, i1, j0, j1 = tokens_of(steps)
    ours, theirs = sequences[0].ids[i0:i1], sequences[1].ids[j0:j1]
    runs = {tuple(theirs[start:end]) for start, end in runs_of_letters(theirs, letters, RUN)}
    found: set[int] = set()
    for start, end in runs_of_letters(ours, letters, RUN):
        if tuple(ours[start:end]) in runs:
            found.update(range(start, end))
    found.difference_update([step.i0 - i0 for step in steps if step.kind == KEPT])
    return sum([letters[ours[n]] for n in found])


def related(steps: Sequence[Step], sequences: SequencePair) -> dict[str, float]:
    """Return how many content words that only one side has mean the same, wherever they stand.

    A sentence written anew has other words for the same things, in another order. Each word
    counts once, with its nearest relative (``SwapScorer.nearness``), relative to the square root
    of the number of words as in ``evidence``.
    """
    ours, theirs = (list(dict.fromkeys(own)) for own in _loose(steps, sequences))
    both, nearness_of = {*ours}.intersection(theirs), sequences.swaps.nearness
    near = sorted(
        (-nearness, m, n)
        for m, x in enumerate(checked(ours, 16))
        for n, y in enumerate(theirs)
        if x not in both and y not in both and (nearness := nearness_of(x, y)) > 0
    )
    total = 0.0
    used: tuple[set[int], set[int]] = (set(), set())
    for negative, m, n in near:
        if m not in used[0] and n not in used[1]:
            used[0].add(m)
            used[1].add(n)
            total -= negative
    return {_RELATED: total / sqrt(larger(steps, sequences))}


def without_exchanges(steps: Sequence[Step], sequences: SequencePair) -> list[Step]:
    """Return *steps* with words dropped and added that only changed places: no swap of both.

    Figures do not change places but values, unless words beside them changed places with them.
    Words that mean the same were put for each other, even where both texts have both.

    >>> changes("He found a key and discovered gold.", "He discovered a key and found gold.")
    found → discovered | discovered → found

    >>> changes("Carrow won 3-1 at home.", "Carrow lost 1-3 at home.")
    won → lost | 3 → 1 | 1 → 3
    """
    both = exchanged(steps, sequences).keys()
    if not both:
        return list(steps)
    a, b = sequences
    words_of = {
        step: words
        for step in checked(steps, 2048)
        if step.kind in (SWAPPED, REWRITTEN)
        and (words := _words_among(both, step, sequences))
        and not (step.kind == SWAPPED and means_the_same(step, sequences))
    }
    moved: set[int] = set()  # words, and the figures beside them
    for _, run in groupby(checked(steps, 2048), lambda s: s.kind == KEPT and a.kinds[s.i0] != SIGN):
        own = words_of.keys() & run
        if any({NUMBER} != {*a.sorts[i0:i1], *b.sorts[j0:j1]} for _, i0, i1, j0, j1 in own):
            moved.update(*[words_of[step] for step in own])
    found: list[Step] = []
    for step in checked(steps, 2048):
        is_apart = step in words_of and not moved.isdisjoint(words_of[step])
        found += gaps(*step[1:]) if is_apart else [step]
    return found


def _words_among(both: Set[int], step: Step, sequences: SequencePair) -> set[int]:
    """Return the content words of a step if it has some on each side, all of them of *both*.

    Words that stay in a phrase of another form did not change places.

    >>> old, new = "mixes art history with chemistry", "mixes history of art with chemistry"
    >>> changes(f"The course {old}.", f"The course {new}.")
    art history → history of art
    """
    (_, i0, i1, j0, j1), (a, b) = step, sequences
    ours, theirs = content_words(a, i0, i1), content_words(b, j0, j1)
    words = {*ours, *theirs}
    if not (ours and theirs and words <= both):
        return set()
    is_other_form = sorted(a.ids[i0:i1]) != sorted(b.ids[j0:j1])
    return set() if is_other_form and sorted(ours) == sorted(theirs) else words


def _loose(steps: Sequence[Step], sequences: SequencePair) -> tuple[list[int], list[int]]:
    """Return the content words of both sides that are not kept."""
    loose: tuple[list[int], list[int]] = ([], [])
    for step in checked(steps, 2048):
        if step.kind != KEPT:
            loose[0].extend(content_words(sequences[0], step.i0, step.i1))
            loose[1].extend(content_words(sequences[1], step.j0, step.j1))
    return loose


def content_words(sequence: TokenSequence, start: int, end: int) -> list[int]:
    """Return the numbers of the content words among the tokens ``[start, end)``."""
    ids, kinds = sequence.ids, sequence.kinds
    return [ids[n] for n in range(start, end) if kinds[n] == CONTENT]


def larger(steps: Sequence[Step], sequences: SequencePair) -> int:
    """Return the number of words of the side that has more of them, at least 1."""
    return max(1, *words_of_sides(steps, sequences))


def _words(sequence: TokenSequence, start: int, end: int) -> int:
    return end - start - sequence.kinds[start:end].count(SIGN)


def log_odds(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two passages with this evidence correspond.

    Function words alone are no evidence, however many there are.
    """
    if not found[f"{BELIEF}_content"] + found[f"{BELIEF}_synonym"] + found.get(_RELATED, 0.0):
        return float("-inf")
    return sum([weights.get(name, 0.0) * value for name, value in found.items()])


def is_believed(odds: Odds | None) -> bool:
    """Return whether *odds* alone tell that a part is a pair; None where it is not paired."""
    return isinstance(odds, float) and odds >= _LEAST


def is_replaced(
    steps: Sequence[Step], sequences: SequencePair, weights: Mapping[str, float]
) -> bool:
    """Return whether two sentences of a believed section say different things.

    The rest of the section speaks for them, as neighbours speak for a part. A short one, written
    anew, need not share any word: "Nobody is." and "No person does." Where the thesaurus does not
    know most of the words, as in other languages, nobody can tell.
    """
    if INSIDE not in weights or larger(steps, sequences) <= _SHORT:
        return False
    if not any(step.kind in LINKS for step in steps):
        return False  # nothing is said to correspond
    own = odds(steps, sequences, weights)
    if isinstance(own, Companion) or is_believed(own + weights[INSIDE]):
        return False
    return are_known(steps, sequences)


def are_known(steps: Sequence[Step], sequences: SequencePair) -> bool:
    """Return whether the thesaurus knows enough of the words that are not kept to tell."""
    words = [n for side in _loose(steps, sequences) for n in side]
    known = [n for n in words if sequences.swaps.meanings(n)[1]]
    return _KNOWN * len(known) >= len(words)


def doubted(odds: Sequence[Odds | None], weights: Mapping[str, float]) -> list[bool]:
    """Return which parts are not believed; *odds* are None where a part is not paired.

    Rewritten parts may share so little that by themselves they would not be believed. Between two
    parts that are, they are likely to be what stands there in the other text. At an end of the text
    that holds of a single part.
    """
    sure = [is_believed(own) for own in odds]
    for way in (range(1, len(sure)), range(len(sure) - 2, -1, -1)):
        for n in way:
            sure[n] = sure[n] or (odds[n] is Companion.CELL and sure[n - way.step])
    credit = weights.get(BETWEEN, 0.0)
    places = [-1, *[n for n, is_sure in enumerate(sure) if is_sure], len(sure)]
    for last, following in pairwise(places):
        own = odds[last + 1 : following]
        is_end = last < 0 or following == len(sure)
        is_beside = len(own) < len(sure) and (len(own) == 1 or not is_end)
        if is_beside and all(
            isinstance(part, float) and is_believed(part + credit) for part in own
        ):
            sure[last + 1 : following] = [True] * len(own)
    is_related = None not in odds or sum(sure) * _ENOUGH >= len(sure)
    sure = [
        is_sure or (is_related and own is Companion.DATE)
        for own, is_sure in zip(odds, sure, strict=True)
    ]
    return [own is not None and not is_sure for own, is_sure in zip(odds, sure, strict=True)]


def odds(
    steps: Sequence[Step],
    sequences: SequencePair,
    weights: Mapping[str, float],
    is_lone: bool = False,
) -> Odds:
    """Return the logarithm of the odds that a part is a pair, or what decides about it.

    Two lone sentences (*is_lone*) with a content word in common are one: neither has another
    counterpart.
    """
    if not is_lone and rests_on_figures(steps, sequences):
        return Companion.DATE
    if (
        is_word_for_word(steps)
        or is_mostly_kept(steps, sequences)
        or has_same_words(steps, sequences)
        or is_whole_sentence(steps, sequences)
    ):
        return NO_DOUBT
    if is_changed_figure(steps, sequences):
        return Companion.CELL
    if is_lone and kept_words(steps, sequences)[1]:
        return NO_DOUBT
    found = evidence(steps, sequences)
    own = log_odds(found, weights)
    if is_believed(own):
        return own
    return log_odds(found | related(steps, sequences), weights)
