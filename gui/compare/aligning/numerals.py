"""Numbers in a text, in figures and in words, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ...lexicon.grammar import NUMBER_WORDS, SCALES

_FIGURE = re.compile(r"(\d+(?:[.,'\u2019]\d+)*)([^\W\d_]*)")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,'\u2019])\d{3}(?:\1\d{3})*")
_HUNDRED, _TEN = 100, 10
_ONE, _POINT = "one", "point"
_JOINING = frozenset(["-", "and", _POINT])


class Amount(NamedTuple):
    """A number in a text by its tokens ``[start, end)``, and what it is."""

    start: int
    end: int
    value: Decimal


def amounts_in(names: Sequence[str], start: int = 0) -> Iterator[Amount]:
    """Yield the numbers among words, by their places from *start* on.

    >>> [(n.start, n.end, int(n.value)) for n in amounts_in("of 2.3 million or 5".split())]
    [(1, 3, 2300000), (4, 5, 5)]
    """
    n = 0
    while n < len(names):
        end, value = _number_at(names, n)
        if value is None:
            n += 1
            continue
        yield Amount(start + n, start + end, value)
        n = end


def _number_at(names: Sequence[str], n: int) -> tuple[int, Decimal | None]:
    """Return where the number that begins with a word ends, and what it is; None for no number."""
    match = _FIGURE.fullmatch(names[n])
    if not match:
        return _in_words(names, n)
    value = _value(match[1])
    if match[2]:
        return n + 1, value.scaleb(SCALES[match[2]]) if match[2] in SCALES else None
    if n + 1 < len(names) and names[n + 1] in SCALES:
        return n + 2, value.scaleb(SCALES[names[n + 1]])
    return n + 1, value


def _value(figure: str) -> Decimal:
    """Return the value of a figure; thousands may be set apart by any sign.

    >>> [str(_value(figure)) for figure in ("400.000", "12,5", "1,234.50", "0.125")]
    ['400000', '12.5', '1234.50', '0.125']
    """
    if _GROUPED.fullmatch(figure):
        return Decimal(re.sub(r"\D", "", figure))
    *whole, last = re.split(r"\D", figure)
    return Decimal("".join(whole) + "." + last if whole else last)


def _in_words(names: Sequence[str], n: int) -> tuple[int, Decimal | None]:
    """Return where a number in words ends, and what it is; a lone *one* is seldom a number.

    >>> words = "two hundred and twenty - five point one million".split()
    >>> end, value = _in_words(words, 0)
    >>> end == len(words), int(value or 0)
    (True, 225100000)
    """
    end = n
    whole, part, tenths = Decimal(0), Decimal(0), ""
    while end < len(names):
        at = end + (end > n and names[end] in _JOINING and end + 1 < len(names))
        name = names[at]
        number = NUMBER_WORDS.get(name, "")
        if end > n and name in SCALES:
            number_so_far = part + Decimal(f"0.{tenths or 0}")
            whole += number_so_far.scaleb(SCALES[name])
            part, tenths = Decimal(0), ""
        elif tenths or (at > end and names[end] == _POINT):
            if len(number) != 1:
                break
            tenths += number
        elif number == "100" and 0 < part < _TEN:
            part *= _HUNDRED
        elif number.isdigit() and _goes_on(part, int(number)):
            part += int(number)
        else:
            break
        end = at + 1
    if end == n or names[n:end] == [_ONE]:
        return end, None
    return end, whole + part + Decimal(f"0.{tenths or 0}")


def _goes_on(part: Decimal, number: int) -> bool:
    """Return whether a number is a part of the one before it: twenty, five; no five, six."""
    if number < _TEN:
        return part == 0 or (part % _TEN == 0 and part % _HUNDRED != _TEN)
    return part == 0 or (number < _HUNDRED and part % _HUNDRED == 0)
