"""Reads times of day in articles: ``2:15 PM ET``, ``1407 GMT``, ``14.07 Uhr``, ``下午2:15``.

A time in an unknown or ambiguous zone is ignored, because it may be hours off.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

import regex

from ...documents.moments import at

_OFFSETS = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST", "WAT"), 1),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), 2),
    **dict.fromkeys(("EEST", "MSK", "EAT", "TRT"), 3),
    "PKT": 5,
    "IST": 5.5,
    "NPT": 5.75,
    "ICT": 7,
    "WIB": 7,
    "HKT": 8,
    "SGT": 8,
    "PHT": 8,
    "AWST": 8,
    "JST": 9,
    "KST": 9,
    "ACST": 9.5,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AKST": -9,
    "AKDT": -8,
    "HST": -10,
    "BRT": -3,
    "ART": -3,
}
"""Hours by which zones are ahead of UTC. IST is India's: others hardly ever print that name."""
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_AMERICAN = {"CST": -6}  # China's is the same name; it does not count by halves of the day
_CALLED_AFTER = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}
_CALLED = {
    "بتوقيت غرينتش": 0,
    "بتوقيت جرينتش": 0,
    "北京时间": 8,
    "北京時間": 8,
    "日本時間": 9,
    "한국시간": 9,
}
_LANGUAGES = tuple("ar el en es fa he hi ja ko th zh zh_Hant".split())  # with halves of the day
_MORNING = frozenset({"am", "morning1", "morning2", "night1"})
_EVENING = frozenset({"pm", "afternoon2", "evening1"})
_BY_HALVES = frozenset({"am", "pm"})  # what other languages call parts of the day is longer
_FARTHEST = timedelta(hours=14)
_ZONE = (
    r"(?:\s?\(?\s?(?P<zone>[A-Z]{2,5}(?![\p{L}]|[./-]\p{L})|Z\b|北京时间|北京時間|日本時間|한국시간"
    r"|بتوقيت [غج]رينتش|(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)? Time)?"
    r"\s?(?P<off>[+−-]\d{1,2}(?::?[0-5]\d)?(?!\d))?\)?)"
)


def moment_on(day: date, beside: str) -> date:
    """Return *day* with the first time in the text *beside* it, or unchanged if there is none.

    >>> moment_on(date(2024, 5, 1), "2:15 PM ET").isoformat()
    '2024-05-01T14:15:00-04:00'
    >>> moment_on(date(2024, 5, 1), "um 14.07 Uhr").isoformat(), moment_on(date(2024, 5, 1), "at 7")
    ('2024-05-01T14:07:00', datetime.date(2024, 5, 1))
    """
    found = clock_pattern().search(beside)
    if found is None:
        return day
    is_afternoon = _halves().get(_key(found["half"] or found["before"] or ""))
    try:
        hour = _of_24(int(found["hour"]), is_afternoon)
        clock = time(hour, int(found["minutes"] or 0), int(found["seconds"] or 0))
    except ValueError:
        return day
    if not found["zone"] and not found["off"]:
        return at(day, clock)
    american = _AMERICAN if is_afternoon is not None else {}
    ahead = _ahead(found["zone"] or "", found["off"] or "", datetime.combine(day, clock), american)
    if ahead is not None:
        return at(day, clock.replace(tzinfo=timezone(ahead)))
    # Whatever else stands behind the time in capitals is no zone: BY ANN LEE.
    return day if found["off"] or found["zone"].endswith("T") else at(day, clock)


def without_times(text: str) -> str:
    """Return *text* without the times in it.

    >>> without_times("Updated at 2:15 PM ET by nobody")
    'Updated at  by nobody'
    """
    return str(clock_pattern().sub(" ", text))


def _ahead(zone: str, off: str, clock: datetime, american: Mapping[str, float]) -> timedelta | None:
    """Return how far a *zone*, or an offset, is ahead of UTC; None if unknown."""
    if off:
        digits = off[1:].replace(":", "")
        if zone not in ("", "UTC", "GMT") or (not zone and len(digits) < 2):
            return None
        hours, minutes = int(digits[:-2] or 0), int(digits[-2:])
        if len(digits) < 3:
            hours, minutes = int(digits), 0
        ahead = timedelta(hours=hours, minutes=minutes)
        if ahead > _FARTHEST:
            return None
        return ahead if off[0] == "+" else -ahead
    zone = _CALLED_AFTER.get(zone.partition(" ")[0], zone)
    if zone in _PLACES:
        from dateutil import tz  # type: ignore[import-untyped]

        place = tz.gettz(_PLACES[zone])
        return None if place is None else place.utcoffset(clock)
    hours_ahead = {**_OFFSETS, **_CALLED, **american}.get(zone)
    return None if hours_ahead is None else timedelta(hours=hours_ahead)


def _of_24(hour: int, is_afternoon: bool | None) -> int:
    if is_afternoon is None or hour > 12:
        return hour
    return hour % 12 + (12 if is_afternoon else 0)


def _key(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum() or unicodedata.category(c)[0] == "M")


@lru_cache(maxsize=1)
def clock_pattern() -> regex.Pattern[str]:
    """Return the pattern of a time of day with its zone."""
    words = "|".join(regex.escape(word) for word in sorted(_halves(), key=len, reverse=True))
    spaced = rf"[ap]\.?\s?m\b\.?|[πμ]\.\s?μ\.|{words}"
    before = rf"(?:(?<!\p{{L}})(?P<before>(?i:{words}))\s?)"
    half = rf"(?:\s?(?P<half>(?i:{spaced}))(?!\p{{L}}))"
    seconds = r"(?::(?P<seconds>[0-5]\d)(?:[.,]\d{1,9})?|\s?\d{1,2}[秒초])?"
    minutes = r"(?P<minutes>[0-5]\d|\d(?=\s?[分분]))\s?[分분]?"
    colon = rf"(?P<hour>\d{{1,2}})\s?[:.h時时点點시]\s?{minutes}{seconds}(?![.:]?\d)"
    hour = r"(?P<hour>\d{1,2})"
    military = (
        r"(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?=\s?(?:UTC|GMT|Z|[A-Z]{1,3}T|hrs|hours)\b)"
    )
    alone = rf"{hour}(?:\s?Uhr\b|h\b|\s?[時时点點시])"
    forms = f"{before}?{colon}{half}?|{military}|{before}?{alone}|{hour}{half}"
    return regex.compile(rf"(?<![\d.,:/+-])(?:{forms}){_ZONE}")


@lru_cache(maxsize=1)
def _halves() -> Mapping[str, bool]:
    """Return the names for parts of the day, each with whether it is past noon."""
    from babel import Locale  # only where there is a time to read

    found = {}
    for code in _LANGUAGES:
        for names in map(Locale.parse(code).day_periods["format"].get, ("wide", "abbreviated")):
            for kind, name in names.items():
                if kind in _BY_HALVES or (code.startswith("zh") and kind in _MORNING | _EVENING):
                    found[_key(name)] = kind not in _MORNING
    return found
