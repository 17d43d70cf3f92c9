"""Whether two texts tell one story at all, or only two stories of one kind.

Reports of two matches, or of two decisions of a council, say the same things at the same places, so
that part by part they seem to correspond; but each has names and figures of its own. A second
logistic regression weighs those, too. It is learned (``python -m gui.training``) from such pairs
beside others, and more sceptical than that of ``correspondence``: it would doubt what was written
anew. So it is first asked about two texts as a whole, and about each part only where they fail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt

from ..cancellation import checked
from .correspondence import (
    NO_DOUBT,
    Companion,
    Odds,
    counted,
    has_same_words,
    is_changed_figure,
    larger,
    related,
    rests_on_figures,
)
from .sequences import SequencePair
from .steps import KEPT, Step, tokens_of
from .swap_features import NAME, NUMBER

STORY = "story"  # the name of the constant term, and how the other names begin
_SHARED = ("content", "closed", "synonym", "guess", "unknown", "fact", "lost_fact")
_DIFFERENT = ("rewritten", "gap")
NAMES = tuple(
    sorted([STORY, *[f"{STORY}_{n}" for n in (*_SHARED, *_DIFFERENT, "related", "size")]])
)
# Two texts tell one story if the mean of the odds of all parts, by their words, is this at least.
LEAST = f"{STORY}_least"
_MOST = 4.0  # logarithm of odds of fifty to one, which are as good as certain; more count the same
_FACTS = (NAME, NUMBER)


def evidence_of_story(steps: Sequence[Step], sequences: SequencePair) -> dict[str, float]:
    """Return the evidence for and against two passages telling one story, by its weights' names.

    It is that of ``correspondence.evidence``, and facts. Words that the thesaurus does not know
    speak neither for a swap nor against it.
    """
    count = counted(steps, sequences)
    others = count["content"] + count["synonym"] + count["unknown"]
    count["closed"] = min(count["closed"], others)
    count["fact"], count["lost_fact"] = facts(steps, sequences)
    words = larger(steps, sequences)
    (nearness,) = related(steps, sequences).values()
    return {
        **{f"{STORY}_{name}": count[name] / sqrt(words) for name in _SHARED},
        **{f"{STORY}_{name}": count[name] / words for name in _DIFFERENT},
        f"{STORY}_related": nearness,
        f"{STORY}_size": log(words),
        STORY: 1.0,
    }


def facts(steps: Sequence[Step], sequences: SequencePair) -> tuple[int, int]:
    """Return how many names and figures are kept, and how many only one side has.

    One that only changed its place is neither.
    """
    a, b = sequences
    i0, i1, j0, j1 = tokens_of(steps)
    kept = sum([a.sorts[step.i0] in _FACTS for step in steps if step.kind == KEPT])
    ours = {a.ids[n] for n in range(i0, i1) if a.sorts[n] in _FACTS}
    theirs = {b.ids[n] for n in range(j0, j1) if b.sorts[n] in _FACTS}
    lost = len(ours.difference(b.ids[j0:j1])) + len(theirs.difference(a.ids[i0:i1]))
    return kept, lost


def odds_of_story(
    steps: Sequence[Step], sequences: SequencePair, weights: Mapping[str, float]
) -> Odds:
    """Return the logarithm of the odds that two passages tell one story, or what decides about it.

    The same words leave no doubt, whatever names stand between them: somebody filled in a form.
    """
    if rests_on_figures(steps, sequences):
        return Companion.DATE
    if has_same_words(steps, sequences):
        return NO_DOUBT
    if is_changed_figure(steps, sequences):
        return Companion.CELL
    return log_odds_of_story(steps, sequences, weights)


def log_odds_of_story(
    steps: Sequence[Step], sequences: SequencePair, weights: Mapping[str, float]
) -> float:
    """Return the logarithm of the odds that two passages tell one story, by its weights alone."""
    found = evidence_of_story(steps, sequences)
    return sum([weights.get(name, 0.0) * value for name, value in found.items()])


def tell_one_story(
    parts: Sequence[Sequence[Step]], sequences: SequencePair, weights: Mapping[str, float]
) -> bool:
    """Return whether two texts tell one story, by all parts of them that may correspond.

    One part that is certain by its words is enough, whatever stands around it: a copy may be part
    of a longer text. Otherwise their average decides, as far as it takes to be sure. Without a name
    or figure of its own neither text tells another story.
    """
    if LEAST not in weights:
        return True
    sizes = [larger(steps, sequences) for steps in parts]
    left = sum(sizes)
    sure = total = 0.0
    for steps, size in zip(checked(parts, 16), sizes, strict=True):
        left -= size
        own = odds_of_story(steps, sequences, weights)
        if isinstance(own, float):
            by_words = own
            if own == NO_DOUBT:  # the same words in a row may be no more than a stock sentence
                by_words = log_odds_of_story(steps, sequences, weights)
            if by_words >= _MOST:
                return True
            total += size
            sure += size * max(-_MOST, min(_MOST, own))
        if sure - _MOST * left >= weights[LEAST] * (total + left):
            return True
    return not total or not any(facts(steps, sequences)[1] for steps in parts)
