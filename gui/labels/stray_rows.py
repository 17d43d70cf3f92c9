"""Rows of a label file that name no pair of its list, as after a spreadsheet rewrote the ids."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .label_values import LabelRow, Pair

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12}
_MONTH_OF = {**{name: number for number, name in enumerate(_MONTHS, 1)}, **_OTHER_MONTHS}
_DIGITS = 14  # behind the first one, that a spreadsheet keeps of a number
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,](\d+))?[eE][+-]?\d+")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_DATE = re.compile(r"[^\W_]{1,9}(?:[.,/ -]{1,3}[^\W_]{1,9}){1,2}\.?")


class Stray(NamedTuple):
    """A row that names no pair; ``likely`` is the id of the pair that it may be about, or None."""

    row: LabelRow
    likely: str | None


def stray_rows(rows: Iterable[LabelRow], pairs: Sequence[Pair]) -> list[Stray]:
    """Return those of *rows* that name none of *pairs*, in their order.

    Where one pair alone can be meant - of the same documents, without a row of the same
    annotator, and with an id that a spreadsheet makes the row's of - it is the likely one.
    """
    documents = {pair.id: (pair.reference, pair.candidate) for pair in pairs}
    labelled: defaultdict[str, set[str]] = defaultdict(set)
    strays: defaultdict[tuple[str, tuple[str, str]], list[LabelRow]] = defaultdict(list)
    order = []
    for row in rows:
        labelled[row.annotator].add(row.pair_id)
        if row.pair_id not in documents:
            order.append(row)
            strays[row.annotator, (row.reference, row.candidate)].append(row)
    if not order:
        return []
    ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for pair_id, names in documents.items():
        ids[names].append(pair_id)
    likely = {}
    for (annotator, names), group in strays.items():
        free = [pair_id for pair_id in ids[names] if pair_id not in labelled[annotator]]
        likely.update({row.key: found for row, found in _matched(group, free, any(names))})
    return [Stray(row, likely.get(row.key)) for row in order]


def _matched(
    rows: Sequence[LabelRow], free: Sequence[str], by_documents: bool
) -> list[tuple[LabelRow, str]]:
    """Return the *rows* for which one of the ids *free* is left, and that id.

    *by_documents* says that the documents, which are the same, tell pairs apart.
    """
    by_sign: defaultdict[object, list[str]] = defaultdict(list)
    for pair_id in free:
        for sign in _signs_of_id(pair_id):
            by_sign[sign].append(pair_id)
    choices = [
        (row, {pair_id for sign in _signs_of_rewritten(row.pair_id) for pair_id in by_sign[sign]})
        for row in rows
    ]
    wanted = Counter(pair_id for _, found in choices for pair_id in found)
    matched = [
        (row, pair_id)
        for row, found in choices
        for pair_id in found
        if len(found) == 1 and wanted[pair_id] == 1
    ]
    taken = {pair_id for _, pair_id in matched}
    known = {row.key for row, _ in matched}
    left = [row for row in rows if row.key not in known]
    rest = [pair_id for pair_id in free if pair_id not in taken]
    if by_documents and len(left) == len(rest) == 1:
        matched.append((left[0], rest[0]))
    return matched


def _signs_of_id(pair_id: str) -> set[object]:
    """Return what the id of a pair may be known by after a spreadsheet had it."""
    signs: set[object] = {_date(pair_id)}
    number = _number(pair_id)
    if number is not None:
        signs |= {_rounded(number, digits) for digits in range(_DIGITS + 1)}
    return signs - {None}


def _signs_of_rewritten(name: str) -> set[object]:
    date = _date(name)
    signs: set[object] = {date}
    if date is not None and len(date) == 3:  # the year of the day it was opened may be added
        signs |= {date - {part} for part in date if part[0] >= 1000}
    number = _number(name)
    if number is not None:
        exponent = _EXPONENT.fullmatch(name.strip())
        digits = len(exponent.group(1) or "") if exponent else _DIGITS
        signs.add(_rounded(number, digits))
    return signs - {None}


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _rounded(number: float, digits: int) -> tuple[int, str]:
    return digits, f"{number:.{digits}e}"


def _date(text: str) -> frozenset[tuple[int, int]] | None:
    """Return the numbers of a date, each with how often it occurs; None for what is none."""
    if _DATE.fullmatch(text.strip()) is None:
        return None
    numbers = []
    for part in _PARTS.findall(text):
        number = int(part) if part.isdecimal() else _MONTH_OF.get(part[:3].lower())
        if number is None:
            return None
        numbers.append(number)
    return frozenset(Counter(numbers).items()) if len(numbers) in (2, 3) else None
