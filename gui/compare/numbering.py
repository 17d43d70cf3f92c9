"""The numbers of a list's items: ``3. Boil`` is the same item where an earlier one was lost.

A number that only counts the items, ``1.`` ``2.`` ``3.``, ``a)`` ``b)`` or ``Step 1:`` ``Step
2:``, says nothing about them. To the aligner all of them are one sign, so that items correspond
by what they say; a number that then differs is told as substituted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .cancel import Check, checked, no_check
from .tokens import Tokens

NUMBERING = "#."  # their comparison key; no token of a text is written so
_NUMBER = r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)"
# At the start of a line, perhaps behind a word; or inside one, before a closing bracket.
_ITEM = re.compile(
    rf"""
    (?: ^[ \t]* ((?:[^\W\d_]+[ ])?[(\uff08]?) ({_NUMBER}) ([.):](?=[ \t])|[\u3001\uff0e\uff09])
      | (?<=\s) (\(?) ({_NUMBER}) (\)(?=[ \t]))
    ) (?=[ \t]*\S)
    """,
    re.MULTILINE | re.VERBOSE,
)
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def unify_numbering(sides: tuple[Tokens, Tokens], check: Check = no_check) -> tuple[Tokens, Tokens]:
    """Give the numbers of items one comparison number, where both documents have such items."""
    places = [_places(side, check) for side in sides]
    if not all(places):
        return sides
    number = len(sides[0].names)
    names, classes = [*sides[0].names, NUMBERING], [*sides[0].classes, None]
    weights = [*sides[0].weights, 0.0]
    found = []
    for side, own in zip(sides, places, strict=True):
        ids = list(side.ids)
        for n in own:
            ids[n] = number
        found.append(replace(side, ids=ids, names=names, classes=classes, weights=weights))
    return found[0], found[1]


def _places(side: Tokens, check: Check) -> list[int]:
    """Return the elements that are numbers of items that are counted up."""
    alike: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for match in checked(_ITEM.finditer(side.document.text), check):
        group = 2 if match[2] else 5
        n = side.at(match.start(group))
        if n < len(side.texts) and side.texts[n] == match[group]:
            for kind, value in _values(match[group]):
                alike[kind, match[group - 1], match[group + 1]].append((value, n))
    return [
        n
        for items in alike.values()
        if any(y == x + 1 for (x, _), (y, _) in pairwise(items))
        for _, n in items
    ]


def _values(number: str) -> Iterator[tuple[str, int]]:
    """Yield what a number may stand for: ``i`` is the first item or the ninth."""
    if number.isdigit():
        yield "figure", int(number)
        return
    kind = "capital" if number.isupper() else "small"
    if number.lower() in _ROMAN:
        yield f"{kind} numeral", _ROMAN.index(number.lower())
    if len(number) == 1:
        yield f"{kind} letter", ord(number)
