"""Finds out when an article was published, from its text or its metadata."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

import regex

from ...documents.moments import day_of, in_turn, is_zoned, moment_from, moment_in
from ...documents.pages.page_furniture import kind_by_words
from .clock_times import moment_on, without_times
from .month_names import DAY, day_in, rewritten, without_weekdays

_FIRST, _LAST = 8, 4  # lines in which a date may stand
_LONG = 80  # characters of such a line
_AROUND = 2  # words beside the date, such as "Last updated"; a caption has more
_IN_BYLINE = 6  # the same, where they name the author
_LITTLE = 3  # letters of words that do not count: on, am, le, Uhr
_UNSPACED, _THAI = 5, 10  # letters that are a word where words are not spaced
_LATEST = "~"  # before a moment in text
_ELSEWHERE = 1  # days that metadata may be off, which may count hours as they are elsewhere
# How far clocks are behind and ahead of UTC, at most.
_BEHIND, _AHEAD = timedelta(hours=12), timedelta(hours=14)
# What is not said is taken from these; a date on which they differ is not whole.
_ASSUMED = datetime(2001, 1, 1), datetime(2002, 2, 2)  # noqa: DTZ001 - days without a zone

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_IS_THAI = regex.compile(r"\p{Thai}")
_IS_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_IS_ANY_UNSPACED = regex.compile(rf"{_IS_THAI.pattern}|{_IS_UNSPACED.pattern}")
_SENTENCE_END = regex.compile("[。！？!?]")
# What stands before a date that is not that of the first publication.
_CHANGED = regex.compile(
    r"updat|modif|changed|edited|revis|correct|aktualis|geändert|mis à jour|maj\b|actuali[sz]"
    r"|aggiornat|atualiz|bijgewerkt|uppdater|oppdater|opdater|zaktualiz|обновл|更新|修改|수정|최종|تحديث|עודכן"
    r"|แก้ไข|อัปเดต",
    regex.IGNORECASE,
)
_FOOTER = regex.compile(
    r"©|\(c\)|copyright|all rights|sources?\b|quelle|fuente|fonte|来源|來源|出典|출처",
    regex.IGNORECASE,
)
# HELSINKI, Finland, March 4, 2024 /The wire/ -- The harbour ...
_DATELINE = regex.compile(r"\p{Lu}{2}[\p{Lu} .-]{1,30},[^/()–—\n]{4,60}?(?= ?(?:--|[–—/(]| - ))")
_SECONDS = re.compile(r"\s*(?:(\d{9,10})(?:\.\d{1,9})?|(\d{12,13})(?:\.0)?)\s*")
_EPOCH = range(631_152_000, 4_102_444_800)  # of 1990 to 2099; other numbers are something else


class Dated(NamedTuple):
    """When an article was published, and whether only metadata, unseen by readers, say so.

    ``moment`` is as in ``documents.moments``. With ``is_latest`` it is a change of the article,
    which was published then or at any time before.
    """

    moment: date
    by_metadata: bool = False
    is_latest: bool = False

    @property
    def day(self) -> date:
        """The day of publication, in its own time zone if that is known."""
        return day_of(self.moment)


class Days(NamedTuple):
    """When an article was published, according to its text and to its metadata."""

    in_text: Dated | None
    published: date | None


def publication_dates(first: Days, second: Days) -> tuple[Dated | None, Dated | None]:
    """Return when two articles were published, by the best evidence that can be compared.

    Texts are compared with texts, or else metadata with metadata, because a copy may keep the day
    of the original. Only if one has a date in its text alone, and the other in its metadata alone,
    are these compared.

    >>> monday, friday = date(2024, 3, 4), date(2024, 3, 8)
    >>> publication_dates(Days(Dated(monday), monday), Days(Dated(monday), friday))[1].day
    datetime.date(2024, 3, 8)
    """
    ways = (
        (first.in_text, second.in_text),
        (_by_metadata(first), _by_metadata(second)),
        (_dated(first), _dated(second)),
    )
    return next((own for tells in (order, order_of_days) for own in ways if tells(*own)), ways[-1])


def _dated(own: Days) -> Dated | None:
    if own.in_text is not None:
        return own.in_text
    return _by_metadata(own)


def _by_metadata(own: Days) -> Dated | None:
    return None if own.published is None else Dated(own.published, by_metadata=True)


def as_text(own: Dated | None) -> str | None:
    """Return the date *own* as text, for ``from_text``."""
    return None if own is None else f"{_LATEST * own.is_latest}{own.moment.isoformat()}"


def from_text(said: str | None) -> Dated | None:
    """Return the date that ``as_text`` turned into *said*.

    >>> from_text(as_text(Dated(date(2024, 3, 4), is_latest=True))).is_latest
    True
    """
    if said is None:
        return None
    return Dated(moment_from(said.removeprefix(_LATEST)), is_latest=said.startswith(_LATEST))


def order(first: Dated | None, second: Dated | None) -> int:
    """Return 1 if the first was published earlier, -1 if later, 0 if that is unclear.

    Times are compared if both have a zone, or if neither has one and readers see both. Otherwise
    the days decide. Days of metadata that are only one apart decide if neither has a time, and so
    both are calendar days, or if the order is the same in all zones. If only one date is that of a
    change, it decides only if it is the earlier one.

    >>> noon, night = (Dated(datetime(2024, 3, 4, hour)) for hour in (12, 22))
    >>> order(noon, night), order(noon, Dated(date(2024, 3, 4)))
    (1, 0)
    """
    if first is None or second is None:
        return 0
    return _unless_changed(first, second, _way(first, second))


def order_of_days(first: Dated | None, second: Dated | None) -> int:
    """Like ``order``, but by the days alone, even if a zone could reverse them."""
    if first is None or second is None:
        return 0
    return _unless_changed(first, second, _by_day(first, second))


def _unless_changed(first: Dated, second: Dated, way: int) -> int:
    """Return *way*, or 0 if the one that seems later may have been published earlier."""
    is_in_doubt = first.is_latest != second.is_latest and (way > 0) != first.is_latest
    return 0 if is_in_doubt else way


def _way(first: Dated, second: Dated) -> int:
    """Return the order of two moments."""
    one, other = first.moment, second.moment
    by_metadata = first.by_metadata or second.by_metadata
    times = [own for own in (one, other) if isinstance(own, datetime)]
    if len(times) == 2:
        zones = is_zoned(one), is_zoned(other)
        if all(zones) or not (any(zones) or by_metadata):
            return (times[1] > times[0]) - (times[1] < times[0])
    way = _by_day(first, second)
    is_calendar = not times and first.by_metadata == second.by_metadata
    if not by_metadata or is_calendar or abs((second.day - first.day).days) > _ELSEWHERE:
        return way
    (begun, ended), (other_begun, other_ended) = _span(one), _span(other)
    is_plain = ended < other_begun if way > 0 else other_ended < begun
    return way if is_plain else 0


def _by_day(first: Dated, second: Dated) -> int:
    return (second.day > first.day) - (second.day < first.day)


def _span(moment: date) -> tuple[datetime, datetime]:
    """Return the earliest and the latest UTC time of a *moment* whose zone may be unknown."""
    begun = in_turn(moment)
    if is_zoned(moment):
        return begun, begun
    lasts = timedelta(0 if isinstance(moment, datetime) else 1)
    return begun - _AHEAD, begun + lasts + _BEHIND


@lru_cache(maxsize=1 << 14)
def moment_of(value: str) -> date | None:
    """Return the moment in a value of a table; None if there is none or it is ambiguous.

    Seconds and milliseconds count from 1970. A time without a zone is taken as UTC, because all
    rows of a table are probably in the same zone.

    >>> moment_of("2024-03-04T10:30:00+02:00").isoformat(), moment_of("4/3/2024")
    ('2024-03-04T10:30:00+02:00', None)
    >>> moment_of("1709548200"), moment_of("1709548200000") == moment_of("1709548200.0")
    (datetime.datetime(2024, 3, 4, 10, 30, tzinfo=datetime.timezone.utc), True)
    """
    found = _since_1970(value) or moment_in(value)
    # Words may follow the digits: PM, or a zone.
    is_said = found is None or any(c.isalpha() and c not in "TZ" for c in value)
    if is_said and not (found and is_zoned(found)) and len(value) <= _LONG:
        found = _moment_in(rewritten(value), _AROUND) or found
    if isinstance(found, datetime) and not is_zoned(found):
        return found.replace(tzinfo=timezone.utc)
    return found


def _since_1970(value: str) -> date | None:
    found = _SECONDS.fullmatch(value)
    if found is None:
        return None
    seconds = int(found[1] or found[2][:-3])
    return datetime.fromtimestamp(seconds, timezone.utc) if seconds in _EPOCH else None


@lru_cache(maxsize=1 << 14)
def date_of(text: str) -> Dated | None:
    r"""Return when an article was published; None if no line says so unambiguously.

    A line with the date of publication takes precedence over one with that of a change. The time
    may be on a line of its own beside that of the day.

    >>> date_of("A headline\n\nPublished 4 March 2024\n\nThe harbour was closed.").moment
    datetime.date(2024, 3, 4)
    >>> date_of("Published: 4/3/2024")  # the fourth of March, or the third of April
    >>> date_of("Updated 2024-03-04 10:30").moment
    datetime.datetime(2024, 3, 4, 10, 30)
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    last = max(_FIRST, len(lines) - _LAST)
    changed = None
    for place in (*range(min(_FIRST, len(lines))), *range(last, len(lines))):
        found = _of_line(lines[place])
        if found is None or (place >= last and not all(map(_is_footer, lines[place + 1 :]))):
            continue
        if not isinstance(found, datetime):
            around = *lines[place + 1 : place + 2], *lines[max(0, place - 1) : place]
            times = sorted(filter(_is_time, around), key=_tells_of_change)
            found = moment_on(found, times[0]) if times else found
        if not _tells_of_change(lines[place]):
            return Dated(found)
        changed = changed or Dated(found, is_latest=True)
    return changed


def _of_line(line: str) -> date | None:
    """Return the moment in a line that is a date and little else, or a dateline."""
    dateline = _DATELINE.match(line)
    line = dateline[0] if dateline else line
    if len(line) > 2 * _LONG or not any(map(str.isnumeric, line)):
        return None
    line = rewritten(line)
    if dateline:
        return _moment_in(line, _IN_BYLINE) if DAY.search(line) else None
    first = DAY.search(line)
    end = first.end() if first else len(line)
    kind = kind_by_words(f"{line[:end]} {without_times(DAY.sub(' ', line[end:]))}".strip())
    if kind == "date" or (kind == "byline" and _YEAR.search(line)):
        return _moment_in(line, _AROUND if kind == "date" else _IN_BYLINE)
    return None


def _is_footer(line: str) -> bool:
    """Return whether a line below the date at the end of an article belongs to it, too.

    Anything else is a headline: then the date belongs to another article further down the page.
    """
    return _FOOTER.match(line) is not None or kind_by_words(rewritten(line)) != ""


def _is_time(line: str) -> bool:
    """Return whether a line has a time, and little else."""
    if len(line) > _LONG or not any(map(str.isnumeric, line)) or _YEAR.search(line):
        return False
    rest = without_times(line)
    return rest != line and not re.search(r"\d", rest) and _words_in(rest) <= _AROUND


def _tells_of_change(line: str) -> bool:
    """Return whether a line has the date of a change alone."""
    days = list(DAY.finditer(rewritten(line)))
    return len(days) < 2 and _CHANGED.search(line) is not None


def _words_in(rest: str) -> int:
    """Return the number of words in *rest*, without the short ones."""
    if _SENTENCE_END.search(rest):
        return len(rest)
    words = _WORD.findall(without_weekdays(rest))
    thai = sum(len(word) for word in words if _IS_THAI.match(word))
    unspaced = sum(len(word) for word in words if _IS_UNSPACED.match(word))
    spaced = sum(len(word) > _LITTLE for word in words if not _IS_ANY_UNSPACED.match(word))
    return unspaced // _UNSPACED + thai // _THAI + spaced


def _moment_in(line: str, around: int) -> date | None:
    """Return the moment that *line* says, with at most so many words *around* it."""
    days = list(DAY.finditer(line))
    if not days:
        return _day_by_numbers(line, around)
    rest = without_times(DAY.sub(" ", line))
    if _words_in(rest) > around * len(days):
        return None
    ends = [0, *(found.end() for found in days), len(line)]
    before = [line[end : found.start()] for end, found in zip(ends, days, strict=False)]
    firsts = [n for n, said in enumerate(before) if not _CHANGED.search(said)]
    if len({days[n][0] for n in firsts}) > 1:  # from one day to another
        return None
    own = firsts[0] if firsts else 0
    day = day_in(days[own])
    if day is None:
        return None
    behind = line[days[own].end() : days[own + 1].start() if own + 1 < len(days) else len(line)]
    found = moment_on(day, behind)
    return found if isinstance(found, datetime) else moment_on(day, before[own])


def _day_by_numbers(line: str, around: int) -> date | None:
    """Return the day that *line* says in figures, where that can be read in one way only."""
    # Only where there is a line to read.
    from dateutil.parser import parse  # type: ignore[import-untyped]

    if not _YEAR.search(line):
        return None
    rest_of_line = without_times(line)
    ways = set()
    for assumed in _ASSUMED:
        for dayfirst in (False, True):
            try:
                found, rest = parse(
                    rest_of_line,
                    fuzzy_with_tokens=True,
                    ignoretz=True,
                    default=assumed,
                    dayfirst=dayfirst,
                )
            except (ValueError, OverflowError):
                return None
            if _words_in(" ".join(rest)) > around:
                return None
            ways.add(found.date())
    return moment_on(ways.pop(), line) if len(ways) == 1 else None
