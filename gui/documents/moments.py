"""When something was published: a day, with the time where that is told, and its zone.

A ``date`` is a day of which no time is known, a ``datetime`` is the time of a day: with a zone
where that is known, and without one as clocks showed it in a place that nobody names.
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
    """Return the moment that a machine-readable date begins with; None where there is none.

    Midnight is what programs write that know the day only.

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
    """Return the moment of a *day* at which *clock* shows this; midnight is the day itself."""
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
    """Return the moment whose ``isoformat`` is *text*. Raises ValueError where it is none.

    >>> moment_from("2024-03-04"), moment_from("2024-03-04T23:30:00")
    (datetime.date(2024, 3, 4), datetime.datetime(2024, 3, 4, 23, 30))
    """
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def in_turn(moment: date | None) -> datetime:
    """Return what moments are sorted by, as though all zones that are not known were UTC.

    A day stands before all its times, and what is not known at all behind everything.

    >>> sorted((date(2024, 3, 5), datetime(2024, 3, 4, 9), date(2024, 3, 4)), key=in_turn)
    [datetime.date(2024, 3, 4), datetime.datetime(2024, 3, 4, 9, 0), datetime.date(2024, 3, 5)]
    """
    own = moment or date.max
    if not isinstance(own, datetime):
        own = datetime.combine(own, time())
    return own if own.tzinfo else own.replace(tzinfo=timezone.utc)
