"""The date of an article: one that it bears in a line of its own, or that its metadata tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ..documents.article import kind_by_words
from ..documents.published import day_in

LANGUAGES = tuple("ca cs da de es fi fr it nb nl no pl pt ro ru sk sv tr uk".split())
"""Languages whose months are known, besides English; babel's data of Bokmål stand in ``no``."""

_FIRST, _LAST = 8, 4  # lines in which a date may stand
_LONG = 80  # characters of such a line
_AROUND = 2  # words beside the date, such as "Last updated"; a caption has more
_IN_BYLINE = 6  # the same, where they name the author
_LITTLE = 3  # letters of words that do not count: on, am, le, Uhr
# What is not said is taken from these; a date on which they differ is not whole.
_ASSUMED = datetime(2001, 1, 1), datetime(2002, 2, 2)  # noqa: DTZ001 - days without a zone


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")  # nobody begins with the month
# A day in one of the languages below: 5. Januar 2024, 1er mars 2024, 5 de enero de 2024.
_IN_WORDS = re.compile(
    r"(?<!\d)(\d\d?)(?:\.|er|º)? (?:de )?([^\W\d_]{3,})\.?,? (?:del? )?(\d{4})(?!\d)"
)


class Dated(NamedTuple):
    """The day of an article, and whether it is only told by metadata, which readers do not see."""

    day: date
    by_metadata: bool = False


class Days(NamedTuple):
    """The days of an article: that in its text, and the one that its metadata tell."""

    in_text: date | None
    published: date | None


def dated(first: Days, second: Days) -> tuple[Dated | None, Dated | None]:
    """Return the days of two articles: those in their texts, else those of their metadata.

    A copy may keep the day of the original; then metadata tell of both.

    >>> monday, friday = date(2024, 3, 4), date(2024, 3, 8)
    >>> dated(Days(monday, monday), Days(monday, friday))[1]
    Dated(day=datetime.date(2024, 3, 8), by_metadata=True)
    """
    if first.in_text == second.in_text and first.published and second.published:
        first, second = Days(None, first.published), Days(None, second.published)
    return _told(first), _told(second)


def _told(own: Days) -> Dated | None:
    if own.in_text is not None:
        return Dated(own.in_text)
    return None if own.published is None else Dated(own.published, by_metadata=True)


@lru_cache(maxsize=1 << 14)
def day_of(value: str) -> date | None:
    """Return the day that a value of a table says; None where it says none, or can mean two.

    >>> day_of("2024-03-04T10:30:00Z"), day_of("Mon, 04 Mar 2024 10:30 GMT"), day_of("4/3/2024")
    (datetime.date(2024, 3, 4), datetime.date(2024, 3, 4), None)
    """
    found = day_in(value)
    if found is None and len(value) <= _LONG and _YEAR.search(value):
        return _date_in(value, _AROUND)
    return found


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
        kind = kind_by_words(line) if len(line) <= _LONG else ""
        if kind == "date" or (kind == "byline" and _YEAR.search(line)):
            found = _date_in(line, _AROUND if kind == "date" else _IN_BYLINE)
            if found:
                return found
    return None


def _date_in(line: str, around: int) -> date | None:
    """Return the day that *line* says, with at most so many words *around* it."""
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
            words = re.findall(r"[^\W\d_]+", " ".join(rest))
            if sum(len(word) > _LITTLE for word in words) > around:
                return None
            ways.add(found.date())
    return ways.pop() if len(ways) == 1 else None


def _with_the_month_in_letters(line: str) -> str:
    """Return *line* with the days in it that can be read in one way only as the parser knows it."""
    line = _ISO.sub(lambda found: _day(found[3], found[2], found[1]) or found[0], line)
    line = _DOTTED.sub(lambda found: _day(*found.groups()) or found[0], line)

    def in_english(found: re.Match[str]) -> str:
        month = _month_names().get(found[2].casefold())
        return _day(found[1], str(month), found[3]) if month else found[0]

    return _IN_WORDS.sub(in_english, line)


@lru_cache(maxsize=1)
def _month_names() -> Mapping[str, int]:
    """Return the months by their names, but for names that are other months elsewhere."""
    from babel import Locale

    found: dict[str, set[int]] = defaultdict(set)
    for months in (Locale(code).months for code in LANGUAGES):
        for use, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            for number, name in months[use][width].items():
                found[name.casefold().rstrip(".")].add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _day(day: str, month: str, year: str) -> str:
    return f"{day} {_MONTHS[int(month) - 1]} {year} " if 1 <= int(month) <= 12 else ""
