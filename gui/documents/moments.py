"""Moments of publication: a day, with a time and a zone if they are known.

A ``date`` is a day without a known time, a ``datetime`` has the time of day: with a zone if that is
known, else in local time of an unknown place.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import regex

_DAY = regex.compile(r"\s*+((?:18|19|20)\d\d)([-/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_TIME = regex.compile(
    r"[T\s]\s?([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d)(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?:(Z|UTC|GMT)|([+-])(\d\d)(?::?([0-5]\d))?))?(?![\d:]|\s?[ap]\.?m)",
    regex.IGNORECASE,
)
_NOTHING = date(1970, 1, 1)  # what a template says that knows no day


def moment_in(value: str) -> date | None:
    """Return the moment at the beginning of a machine-readable date; None if there is none.

    Midnight counts as the day alone, because programs write it when they know only that.

    >>> moment_in("2024-03-04T23:30:00-05:00").isoformat()
    '2024-03-04T23:30:00-05:00'
    >>> moment_in("20240304"), moment_in("2024-03-04T00:00:00Z"), moment_in("04/03/2024")
    (datetime.date(2024, 3, 4), datetime.date(2024, 3, 4), None)
    """
    found = _DAY.match(value)
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:  # the 31st of February
        return None
    if day == _NOTHING:
        return None
    return _with_time(day, value[found.end() :])


def _with_time(day: date, rest: str) -> date:
    found = _TIME.match(rest)
    if found is None:
        return day
    hours, minutes, seconds, utc, sign, apart, more = found.groups()
    zone = timezone.utc if utc else None
    if sign:
        off = timedelta(hours=int(apart), minutes=int(more or 0))
        if off >= timedelta(hours=16):  # no place is that far off
            return day
        zone = timezone(-off if sign == "-" else off)
    return at(day, time(int(hours), int(minutes), int(seconds or 0), tzinfo=zone))


def at(day: date, clock: time) -> date:
    """Return the moment of a *day* at the time *clock*; midnight is the day itself."""
    return datetime.combine(day, clock) if clock.replace(tzinfo=None) != time() else day


def day_of(moment: date) -> date:
    """Return the day of a *moment*, where it was told.

    >>> day_of(datetime(2024, 3, 4, 23, 30, tzinfo=timezone.utc)), day_of(date(2024, 3, 4))
    (datetime.date(2024, 3, 4), datetime.date(2024, 3, 4))
    """
    return moment.date() if isinstance(moment, datetime) else moment


def is_zoned(moment: date) -> bool:
    """Return whether a *moment* is the same wherever it is read."""
    return isinstance(moment, datetime) and moment.tzinfo is not None


def exactness(moment: date) -> int:
    """Return how exactly a *moment* is known: as a time with a zone, a time, or a day."""
    return is_zoned(moment) + isinstance(moment, datetime)


def moment_from(text: str) -> date:
    """Return the moment whose ``isoformat`` is *text*. Raises ValueError if there is none.

    >>> moment_from("2024-03-04"), moment_from("2024-03-04T23:30:00")
    (datetime.date(2024, 3, 4), datetime.datetime(2024, 3, 4, 23, 30))
    """
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def in_turn(moment: date | None) -> datetime:
    """Return a sort key for moments, as if all unknown zones were UTC.

    A day comes before all its times, and unknown moments come last.

    >>> sorted((date(2024, 3, 5), datetime(2024, 3, 4, 9), date(2024, 3, 4)), key=in_turn)
    [datetime.date(2024, 3, 4), datetime.datetime(2024, 3, 4, 9, 0), datetime.date(2024, 3, 5)]
    """
    own = moment or date.max
    if not isinstance(own, datetime):
        own = datetime.combine(own, time())
    return own if own.tzinfo else own.replace(tzinfo=timezone.utc)
