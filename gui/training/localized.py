"""Training pairs whose copies have other names and figures: somebody moved the story elsewhere.

A copy may be made anonymous, or be told of another town; it is a copy all the same. Without such
pairs the regression of ``compare.modelling.stories`` would take each of them for another story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .marked_pairs import Mark, MarkedPair

_NAME_INSIDE = re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]+")  # not where a sentence begins
_WORD = re.compile(r"\d+|\w[\w'’-]*")
_OTHER_DIGITS = str.maketrans("0123456789", "3749168253")
_APART = 7  # pairs: that of the names comes from another writer as a rule


def localized(pairs: Sequence[MarkedPair]) -> Iterator[MarkedPair]:
    """Yield each of *pairs* with other names and figures in its copy, those of another pair."""
    for n, pair in enumerate(pairs):
        others = names_of(pairs[(n + _APART) % len(pairs)].reference)
        own = names_of(pair.reference)
        if own and others:
            found = {name: others[k % len(others)] for k, name in enumerate(own)}
            yield with_other_facts(pair, found)


def names_of(text: str) -> list[str]:
    """Return the words with a capital inside the sentences of *text*, each once, as they come.

    >>> names_of("Yesterday Ann Lee met Bo. Ann left.")
    ['Ann', 'Lee', 'Bo']
    """
    return list(dict.fromkeys(_NAME_INSIDE.findall(text)))


def with_other_facts(pair: MarkedPair, names: Mapping[str, str]) -> MarkedPair:
    """Return *pair* with other figures in its copy, and the values of *names* for their keys."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return word.translate(_OTHER_DIGITS) if word.isdigit() else names.get(word, word)

    marks: list[Mark] = []
    candidate = ""
    start = 0
    for i0, i1, j0, j1 in (*pair.marks, (len(pair.reference), -1, 0, 0)):
        same, last = pair.reference[start:i0], 0
        for found in _WORD.finditer(same):
            new = other(found)
            if new != found[0]:
                candidate += same[last : found.start()]
                place = start + found.start(), start + found.end()
                marks.append((*place, len(candidate), len(candidate) + len(new)))
                candidate += new
                last = found.end()
        candidate += same[last:]
        if i1 >= 0:
            first = len(candidate)
            candidate += _WORD.sub(other, pair.candidate[j0:j1])
            marks.append((i0, i1, first, len(candidate)))
        start = i1
    return replace(pair, name=f"{pair.name}-localized", candidate=candidate, marks=tuple(marks))
