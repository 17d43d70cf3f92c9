"""Recognizes ids that a spreadsheet took for a number, a date, a time or a truth value.

It keeps the interpreted value, and writes that in the format of its language and of the cell:
``007`` comes back as ``7``, ``1E5`` as ``1.00E+05``, ``3-4`` as ``03. Apr``. An id and what became
of it have a *trace* in common: the number, rounded to the digits that were written, or the parts of
the date in any order. A trace is a hint, not a proof.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations
from types import MappingProxyType

Trace = tuple[object, ...]

_DIGITS = 14  # behind the first one, that a spreadsheet keeps of a number
_MONEY = "$€£¥"
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?)[{_MONEY}]?(?P<mantissa>\d[\d.,'’]*)(?:[eE](?P<exponent>[+-]?\d{{1,3}}))?"
    rf"(?P<unit>[%{_MONEY}]?)"
)
_BLANKS = re.compile(r"\s+")
_GROUPS = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[.,/ -]*")  # what stands around the parts of a date
_LONGEST_DATE = 30
_TIME = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:[.,]0+)?)?(?: ?([AaPp])[Mm])?")
_MIDNIGHT = re.compile(r"[ T]{1,3}0{1,2}:00(?::00(?:[.,]0+)?)?Z?\Z")
DAY_0 = date(1899, 12, 30).toordinal()
"""The day from which spreadsheets count, valid from 1900-03-01 on."""
_TRUTHS = MappingProxyType(
    {
        **dict.fromkeys(("true", "wahr", "vrai", "vero", "verdadero", "waar"), True),
        **dict.fromkeys(("false", "falsch", "faux", "falso", "onwaar"), False),
    }
)
# Beginnings of the months' names in the languages of Western Europe, accents taken away.
_MONTHS = (
    "jan ene gen",
    "feb fev",
    "mar mrz mrt maa",
    "apr avr abr",
    "may mai mag mei maj",
    "jun juin giu",
    "jul juil lug",
    "aug aou ago",
    "sep set",
    "oct okt out ott",
    "nov",
    "dec dez dic",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


def may_have_become(pair_id: str, rewritten: str) -> bool:
    """Return whether a spreadsheet may have turned *pair_id* into *rewritten*.

    >>> may_have_become("0012345678901234567", "1,23457E+16"), may_have_become("3-4", "03. Apr")
    (True, True)
    >>> may_have_become("story-3", "3")
    False
    """
    if pair_id.lstrip("0") == rewritten != "":  # by far the most frequent, and quickly told
        return True
    return not traces_of_id(pair_id).isdisjoint(traces_of_rewritten(rewritten))


def traces_of_id(pair_id: str, digits: Iterable[int] = range(_DIGITS + 1)) -> set[Trace]:
    """Return all traces by which *pair_id* may be recognized after a spreadsheet rewrote it.

    Of numbers only the traces with so many *digits* are wanted: see :func:`digits_in`.
    """
    if _is_short_number(pair_id):  # as most are that anybody asks about
        number = float(pair_id)
        return {("text", pair_id), *(_rounded(number, count) for count in digits)}
    found: set[Trace] = set()
    text = pair_id.removeprefix("=")  # a formula, of which the value stays
    for number in (*_numbers(text), *_cut_off(text)):
        found.update(_rounded(number, count) for count in digits)
    parts = _date_parts(pair_id)
    if parts is not None:
        found.add(_as_date(parts))
        found.add(_as_date(part for part in parts if part < 1000))
        found.update(("day", day) for day in _days(parts))
    return found | _plain_traces(pair_id)


def digits_in(traces: Iterable[Trace]) -> list[int]:
    """Return how many digits the numbers among *traces* have: no other of an id can be found."""
    numbers = (trace[1] for trace in traces if trace[0] == "number")
    return sorted({digits for digits in numbers if isinstance(digits, int)})


def traces_of_rewritten(name: str) -> set[Trace]:
    """Return the traces of *name*, if a spreadsheet wrote it."""
    if _is_short_number(name):
        number = float(name)
        return {("text", name), _rounded(number, _DIGITS), ("day", int(name))}
    found: set[Trace] = set()
    exponent = re.search(r"[eE]", name)
    decimals = re.search(r"[.,](\d+)[eE]", name)
    digits = len(decimals.group(1)) if decimals else 0 if exponent else _DIGITS
    for number in _numbers(name):
        found.add(_rounded(number, digits))
        if not exponent and number.is_integer():
            found.add(("day", int(number)))
    parts = _date_parts(_MIDNIGHT.sub("", name))
    if parts is not None:
        found.add(_as_date(parts))
        if len(parts) == 3:  # the year of the day it was opened may be added, or a first day
            found.add(_as_date(part for part in parts if part < 1000))
            found.update(_as_date(parts[:n] + parts[n + 1 :]) for n in (0, 2) if parts[n] < 100)
            if 1 in parts:
                place = parts.index(1)
                found.add(_as_date(parts[:place] + parts[place + 1 :]))
    return found | _plain_traces(name)


def _is_short_number(text: str) -> bool:
    """Return whether *text* is digits alone, so that it can be nothing but a number, or a day."""
    return text.isascii() and text.isdecimal() and len(text) <= _DIGITS


def _plain_traces(text: str) -> set[Trace]:
    """Return what an id keeps whatever it is taken for: its letters, a time, a truth value."""
    words = " ".join(text.split())
    found: set[Trace] = {("text", words)} if words else set()
    if (truth := _TRUTHS.get(words.casefold())) is not None:
        found.add(("truth", truth))
    if (time := _TIME.fullmatch(words)) is not None:
        hour, minute, second = (int(part or 0) for part in time.groups()[:3])
        half = (time.group(4) or "").lower()
        if half:
            hour = hour % 12 + 12 * (half == "p")
        found.add(("time", hour, minute, second))
    return found


def _numbers(text: str) -> Iterator[float]:
    """Yield the numbers that *text* may be: a comma may stand before decimals or in thousands."""
    match = _NUMBER.fullmatch(_BLANKS.sub("", text))
    if match is None:
        return
    mantissa = match["mantissa"]
    marks = sorted({letter for letter in mantissa if not letter.isdigit()})
    readings = []
    if not marks:
        readings.append(mantissa)
    elif _GROUPS.fullmatch(mantissa) and len(marks) == 1:
        readings.append(mantissa.replace(marks[0], ""))
    if marks:
        whole, _, rest = _last_parted(mantissa)
        bare = re.sub(r"\D", "", whole)
        if mantissa.count(mantissa[len(whole)]) == 1:
            readings.append(f"{bare}.{rest}")
    scale = 0.01 if match["unit"] == "%" else 1.0
    for reading in readings:
        number = float(f"{match['sign']}{reading}e{match['exponent'] or 0}") * scale
        if math.isfinite(number):
            yield number


def _last_parted(mantissa: str) -> tuple[str, str, str]:
    """Part *mantissa* at its last mark that is no digit; there is one."""
    place = max(mantissa.rfind(mark) for mark in ".,'’")
    return mantissa[:place], mantissa[place], mantissa[place + 1 :]


def _cut_off(text: str) -> Iterator[float]:
    """Yield a long whole number as a spreadsheet keeps it: zeros behind the first 15 digits."""
    digits = text.strip().lstrip("+0")
    if digits.isdecimal() and _DIGITS + 1 < len(digits) < 300:
        yield float(digits[: _DIGITS + 1].ljust(len(digits), "0"))


def _rounded(number: float, digits: int) -> Trace:
    return ("number", digits, f"{number:.{digits}e}")


def _as_date(parts: Iterator[int] | tuple[int, ...]) -> Trace:
    return ("date", *sorted(part % 100 if part >= 1000 else part for part in parts))


def _days(parts: tuple[int, ...]) -> Iterator[int]:
    """Yield the numbers by which a spreadsheet counts the days that *parts* may be."""
    for year, month, day in permutations(parts) if len(parts) == 3 else ():
        if year >= 1000:
            try:
                yield date(year, month, day).toordinal() - DAY_0
            except ValueError:
                continue


def _date_parts(text: str) -> tuple[int, ...] | None:
    """Return the two or three numbers of a date, months by name too; None for what is none.

    >>> _date_parts("14-Sep-23"), _date_parts("MARCH1"), _date_parts("p14")
    ((14, 9, 23), (3, 1), None)
    """
    if len(text) > _LONGEST_DATE or _BETWEEN.fullmatch(_PARTS.sub("", text)) is None:
        return None
    found = [int(part) if part.isdecimal() else _month(part) for part in _PARTS.findall(text)]
    numbers = tuple(number for number in found if number)
    return numbers if len(numbers) == len(found) and len(found) in (2, 3) else None


def _month(name: str) -> int | None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isalpha())
    return _MONTH_OF.get(bare[:4]) or _MONTH_OF.get(bare[:3])
