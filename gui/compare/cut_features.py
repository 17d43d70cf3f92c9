"""The features of a way to cut a short changed stretch (``cuts``), by name.

A stretch is cut into changes, dropped words and added ones. What a change is like, what stands
before it and what it begins and ends with are features, the value of most is 1. They come in
groups that are made once and summed once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from .scores import RELATIONS
from .sequences import JOINTS
from .steps import ADDED, DROPPED, REWRITTEN, SWAPPED
from .swap_features import NAMES as SWAP_NAMES
from .swap_features import SORTS, names_of

SHORT = 5  # tokens of a side of nearly all changes; of longer ones no shape is told
SIZES = ("1_1", "1_2", "1_n", "2_2", "n_n")  # tokens of the shorter phrase and of the longer
# Between levels of how much of their meaning two words share (``SwapScorer.closeness``).
_BOUNDS = (0.004, 0.02, 0.06, 0.15, 0.3)
_LEVELS = ("unknown", *map(str, range(len(_BOUNDS) + 1)))
# Between levels of how many times as many letters one side of a change has as the other. Two fifths
# of the marked ones are below the first, and a tenth are above the last.
RATIOS = (1.3, 1.8, 2.6)
_SUFFIXES = ("ing", "ed", "ly", "ion", "ment", "ness", "er", "est", "al", "ous", "ive", "ity", "s")
STEM = 4  # letters; words of no more end like that by chance
APART = 3  # content words that one side has more than the other, or more
_OF_SWAPS = frozenset(name for name in SWAP_NAMES if not name.startswith("shape"))
WORD, PHRASE = "word", "phrase"  # a word for a word, and all else
LETTERS = {what: f"cut_{what}_letters" for what in (WORD, PHRASE)}
FOUND = {SWAPPED: "swapped", REWRITTEN: "rewritten"}
STEM_INSIDE = ("cut_stem_inside",)  # a content word of each side begins with the same letters

CHANGED, IN_OLD, IN_NEW, START = range(4)  # what stands before a place: a change, a gap, nothing
STATES = {SWAPPED: CHANGED, REWRITTEN: CHANGED, DROPPED: IN_OLD, ADDED: IN_NEW}

_BETWEEN = {
    (CHANGED, CHANGED): "cut_change_change",
    (CHANGED, IN_OLD): "cut_change_gap",
    (CHANGED, IN_NEW): "cut_change_gap",
    (IN_OLD, CHANGED): "cut_gap_change",
    (IN_NEW, CHANGED): "cut_gap_change",
    (IN_OLD, IN_OLD): "cut_gap_gap",
    (IN_NEW, IN_NEW): "cut_gap_gap",
    (IN_OLD, IN_NEW): "cut_gap_other",
    (START, CHANGED): "cut_change_first",
    (START, IN_OLD): "cut_gap_first",
    (START, IN_NEW): "cut_gap_first",
}
_LAST = "cut_change_last", "cut_gap_last"
Names = tuple[str, ...]  # features with the value 1 that come together, often the same ones
Values = tuple[tuple[str, float], ...]  # features with other values
_BEFORE = tuple(f"cut_before_{joint}" for joint in JOINTS)
_AFTER = tuple(f"cut_after_{sort}" for sort in SORTS)
_GAP = tuple(f"cut_gap_{sort}" for sort in SORTS)
_GAP_FROM = tuple(f"cut_gap_from_{joint}" for joint in JOINTS)
EDGE = tuple([[(before, after) for after in _AFTER] for before in _BEFORE])
GAPS = tuple([(("cut_gap", own), ("cut_gap", own, "cut_gap_found")) for own in _GAP])
SUFFIX = {
    what: {which: (f"cut_{what}_suffix_{which}",) for which in ("same", "other", "single")}
    for what in (WORD, PHRASE)
}
CLOSE = {
    what: {level: (f"cut_close_{what}_{level}",) for level in _LEVELS}
    for what in ("word", "kin", "best", "first", "last", "whole")
}
OUTER = {x: {y: (f"cut_begins_{x}", f"cut_ends_{y}") for y in RELATIONS} for x in RELATIONS}
APARTS = tuple([(f"cut_apart_{n}",) for n in range(APART + 1)])
# The hand that made the copy, as seen near a stretch (``TokenSequence.near``): how much it kept,
# and whether it replaces word by word or rewrites clauses.
HAND = {
    size: tuple([f"cut_{what}_{size}" for what in ("near", "wide", "runs")])
    for size in (*SIZES, "gap")
}
# What both sides of a change are as function phrases: of one group, or of different ones.
SAME_GROUP = {size: ("cut_function", f"cut_function_{size}") for size in SIZES}
OTHER_GROUP = ("cut_function_other",)
# What a change begins or ends inside of: a function phrase, or one that the thesaurus has.
FUNCTION, KNOWN = "function", "known"
INSIDE = {
    edge: {what: (f"cut_{edge}_inside_{what}",) for what in (FUNCTION, KNOWN)}
    for edge in ("begins", "ends")
}


def _all_names() -> Iterator[str]:
    yield from (*_BETWEEN.values(), *_LAST, "cut_change", "cut_gap", "cut_gap_found")
    yield from (*_BEFORE, *_AFTER, *_GAP, *_GAP_FROM)
    yield from (f"cut_shape_{p}_{q}" for p in range(1, SHORT + 1) for q in range(p, SHORT + 1))
    for size in SIZES:
        yield from (f"cut_{what}_{size}" for what in ("sure", "blind", "none"))
        yield from (f"cut_{found}_{size}" for found in FOUND.values())
    for what in (WORD, PHRASE):
        yield from (f"cut_{what}_{name}" for name in (*_OF_SWAPS, "letters"))
        yield from (f"cut_{what}_length_{n}" for n in range(len(RATIOS) + 1))
    for table in (*SUFFIX.values(), *CLOSE.values(), *INSIDE.values()):
        yield from chain.from_iterable(table.values())
    yield from (f"cut_{edge}_{relation}" for edge in ("begins", "ends") for relation in RELATIONS)
    yield from ("cut_close_word", "cut_close_best", "cut_close_each")
    yield from chain.from_iterable((*APARTS, *HAND.values(), *SAME_GROUP.values()))
    yield from (*STEM_INSIDE, *OTHER_GROUP)


NAMES = tuple(sorted(set(_all_names())))


@lru_cache(maxsize=512)
def ways_into(state: int, joint: int, is_first: bool, is_last: bool) -> Sequence[tuple[int, Names]]:
    """Return the states that *state* may follow, with the features of that.

    The first and the last step of a stretch have features of their own; *joint* counts for gaps.
    """
    found: list[tuple[int, Names]] = []
    for last in (START,) if is_first else (CHANGED, IN_OLD, IN_NEW):
        if (last, state) in _BETWEEN:
            names = [_BETWEEN[last, state]]
            if state != CHANGED and last != state:
                names.append(_GAP_FROM[joint])
            if is_last:
                names.append(_LAST[state != CHANGED])
            found.append((last, tuple(names)))
    return found


@lru_cache(maxsize=512)
def of_swap(mask: int, what: str) -> Names:
    """Return the features that *what*, a word or a phrase, has by the bits of its swap."""
    return tuple([f"cut_{what}_{name}" for name in names_of(mask) if name in _OF_SWAPS])


@lru_cache(maxsize=1024)
def of_shape(less: int, more: int, length: int, evidence: str, found: int | None) -> Names:
    """Return the features that a change has by its size, and by what the aligner made of it."""
    size = size_of(less, more)
    names = (
        "cut_change",
        f"cut_shape_{min(less, SHORT)}_{min(more, SHORT)}",
        f"cut_{WORD if more == 1 else PHRASE}_length_{length}",
        f"cut_{evidence}_{size}",
    )
    return names if found is None else (*names, f"cut_{FOUND[found]}_{size}")


def size_of(less: int, more: int) -> str:
    """Return which of ``SIZES`` a change of so many tokens on its sides has."""
    if less == 1:
        return SIZES[min(more, 3) - 1]
    return SIZES[3 if more == 2 else 4]


def level_of(closeness: float) -> str:
    """Return the level of how much of their meaning two words or phrases share."""
    return _LEVELS[0] if closeness < 0 else _LEVELS[1 + bisect_left(_BOUNDS, closeness)]


@lru_cache(maxsize=4096)
def suffix_of(word: str) -> str:
    """Return the ending that shows what a word is, of a verb, an adverb or a noun; else nothing."""
    if len(word) <= STEM or not word.endswith(_SUFFIXES):
        return ""
    return next(suffix for suffix in _SUFFIXES if word.endswith(suffix))
