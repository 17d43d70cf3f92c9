"""The date of an article: one that it bears in a line of its own, or that its metadata tell."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from ..documents.article import kind_by_words

_FIRST, _LAST = 8, 4  # lines in which a date may stand
_LONG = 80  # characters of such a line
_AROUND = 2  # words beside the date, such as "Last updated"; a caption has more
# What is not said is taken from these; a date on which they differ is not whole.
_ASSUMED = datetime(2001, 1, 1), datetime(2002, 2, 2)  # noqa: DTZ001 - days without a zone


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")  # nobody begins with the month


class Dated(NamedTuple):
    """The day of an article, and whether it is only told by metadata, which readers do not see."""

    day: date
    by_metadata: bool = False


def dated(in_text: date | None, published: date | None) -> Dated | None:
    """Return the day of an article: that *in_text*, else the one on which it was *published*."""
    if in_text is not None:
        return Dated(in_text)
    return None if published is None else Dated(published, by_metadata=True)


@lru_cache(maxsize=1 << 14)
def date_of(text: str) -> date | None:
    r"""Return the date of an article; None where no line says one, or it can be read in two ways.

    >>> date_of("A headline\n\nPublished 4 March 2024\n\nThe harbour was closed.")
    datetime.date(2024, 3, 4)
    >>> date_of("Published: 4/3/2024")  # the fourth of March, or the third of April
    >>> date_of("2024-03-04 10:30")
    datetime.date(2024, 3, 4)
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in [*lines[:_FIRST], *lines[_FIRST:][-_LAST:]]:
        if len(line) <= _LONG and kind_by_words(line) == "date":
            found = _date_in(line)
            if found:
                return found
    return None


def _date_in(line: str) -> date | None:
    # Only where there is a line to read.
    from dateutil.parser import parse  # type: ignore[import-untyped]

    line = _with_the_month_in_letters(line)
    ways = set()
    for assumed in _ASSUMED:
        for dayfirst in (False, True):
            try:
                found, rest = parse(
                    line,
                    fuzzy_with_tokens=True,
                    ignoretz=True,
                    default=assumed,
                    dayfirst=dayfirst,
                )
            except (ValueError, OverflowError):
                return None
            if len(" ".join(rest).split()) > _AROUND:
                return None
            ways.add(found.date())
    return ways.pop() if len(ways) == 1 else None


def _with_the_month_in_letters(line: str) -> str:
    """Return *line* with the days in it that can be read in one way only as the parser knows it."""
    line = _ISO.sub(lambda found: _day(found[3], found[2], found[1]) or found[0], line)
    return _DOTTED.sub(lambda found: _day(*found.groups()) or found[0], line)


def _day(day: str, month: str, year: str) -> str:
    return f"{day} {_MONTHS[int(month) - 1]} {year} " if 1 <= int(month) <= 12 else ""
