"""Reads days written with the names of months, in many languages, or in East Asian style.

``rewritten`` turns each of them into one form, ``4 Mar 2024``, and leaves ambiguous ones as they
are. Names come from Unicode's CLDR, through babel.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import lru_cache
from itertools import chain, product

import regex

LANGUAGES = tuple(
    "ar ar_DZ ar_LB ar_MA bg bn ca cs da de el en en_AU es et fa fi fr he hi hu id it lt lv nb nl "
    "no pl pt ro ru sk sl sr sv th tr uk ur vi".split()
)
"""Languages whose months are known, Arabic with all its families of them."""

_UNSPACED = ("ja", "ko", "zh", "zh_Hant")  # which have their months by numbers
_IS_UNSPACED = regex.compile(r"[\p{Han}\p{Hangul}\p{Thai}]")

MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
DAY = regex.compile(r"(?<!\d)(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})(?!\d)")
"""A day in the form that ``rewritten`` gives it."""

_ALEF = str.maketrans("أإآ", "ااا")  # many write it without its signs
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2440, 2640)
_ISO = regex.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)T?")
_YEAR_FIRST = regex.compile(r"(?<![\d./-])(\d{4})([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d|[./-]\d)\.?")
# Nobody begins such a day with the month.
_DOTTED = regex.compile(r"(?<![\d.])(\d\d?)\. ?(\d\d?)\. ?(\d{4})(?!\d)")
_NUMERAL = "〇零一二三四五六七八九"
_EAST_ASIAN = regex.compile(
    rf"(令和|平成|昭和|民國|民国)?\s?(?<!\d)(\d{{1,4}}|元|[{_NUMERAL}]{{4}})\s?[年년]\s?"
    rf"(\d{{1,2}}|[{_NUMERAL}十]{{1,2}})\s?[月월]\s?(\d{{1,2}}|[{_NUMERAL}十]{{1,3}})\s?[日号號일]"
)
_ORDINAL = r"(?:\.|er|º|ª|st|nd|rd|th|-?е)?"
_JOINT = r"(?:[\s.,/-]|\b(?:de|del|of|năm)\b){0,6}"


def rewritten(line: str) -> str:
    """Return *line* with all unambiguous days in one form.

    Digits of all scripts become ASCII, and full-width letters become normal ones.

    >>> rewritten("令和6年5月1日").strip(), rewritten("1 พฤษภาคม 2567").strip()
    ('1 May 2024', '1 May 2024')
    >>> rewritten("1er août 2024").strip(), rewritten("1/5/2024")
    ('1 Aug 2024', '1/5/2024')
    """
    line = _plain(line)
    line = _EAST_ASIAN.sub(_of_east_asia, line)
    line = _ISO.sub(lambda found: _day(found[3], found[2], found[1]) or found[0], line)
    line = _YEAR_FIRST.sub(lambda found: _day(found[4], found[3], found[1]) or found[0], line)
    line = _DOTTED.sub(lambda found: _day(*found.groups()) or found[0], line)
    if not regex.search(r"\p{L}", line) or not regex.search(r"\d{4}", line):
        return line
    for pattern, order in day_patterns(frozenset(_months())):
        line = pattern.sub(lambda found, order=order: _of_words(found, order), line)  # type: ignore[misc]
    return line


def day_in(found: regex.Match[str]) -> date | None:
    """Return the day of a match of ``DAY``; None if it does not exist."""
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def without_weekdays(line: str) -> str:
    """Return *line* without the days of the week in it.

    >>> without_weekdays("Thursday, the ferry, 星期四")
    ' , the ferry,  '
    """
    return str(weekday_pattern().sub(" ", line))


def is_weekday(word: str) -> bool:
    """Return whether *word* is a day of the week in any of the languages, or short for one."""
    return _key(word) in _weekday_names()


@lru_cache(maxsize=1 << 16)  # each word of an article is asked about
def is_month(word: str) -> bool:
    """Return whether *word* is the name of a month in any of the languages."""
    return _key(word) in _months()


def _plain(line: str) -> str:
    """Return *line* with digits and letters in one form, and without invisible marks."""
    line = unicodedata.normalize("NFKC", line).translate(_ALEF)
    shown = (c for c in line if unicodedata.category(c) != "Cf")
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in shown)


def _of_east_asia(found: regex.Match[str]) -> str:
    era, year, month, day = found.groups()
    first = 1 if year == "元" else _number(year)
    if first is None or not (bool(era) ^ (first >= 1000)):
        return found[0]
    return _day(_number(day), _number(month), first + _ERAS.get(era, 0)) or found[0]


def _number(digits: str) -> int | None:
    """Return the value of Chinese numerals; None if they have none.

    >>> _number("二〇二四"), _number("十二"), _number("三十一"), _number("12")
    (2024, 12, 31, 12)
    """
    if digits.isdecimal():
        return int(digits)
    values = [max(0, _NUMERAL.index(c) - 1) if c in _NUMERAL else 10 for c in digits]
    if 10 not in values:
        return int("".join(map(str, values)))
    tens, _, ones = digits.partition("十")
    if "十" in ones:
        return None
    return (_number(tens) or 0 if tens else 1) * 10 + (_number(ones) or 0 if ones else 0)


def _of_words(found: regex.Match[str], order: str) -> str:
    parts = dict(zip(order, found.groups(), strict=True))
    month = _months().get(_key(parts["m"]))
    return (_day(parts["d"], month, parts["y"]) if month else "") or found[0]


def _day(day: object, month: object, year: object) -> str:
    """Return a day in the one form, or nothing if there is no such month."""
    if day is None or month is None or not 1 <= int(str(month)) <= 12:
        return ""
    era = int(str(year))
    era -= _BUDDHIST if era in _BUDDHIST_YEARS else 0
    return f" {int(str(day))} {MONTHS[int(str(month)) - 1]} {era:04} "


@lru_cache(maxsize=1)
def day_patterns(months: Set[str]) -> tuple[tuple[regex.Pattern[str], str], ...]:
    """Return the patterns of days with one of these *months*, and the order of their parts."""
    # The longest first: in Vietnamese the twelfth month begins like the first.
    names = "|".join(map(regex.escape, sorted(months, key=lambda name: (-len(name), name))))
    # A name may stand beside that of another family, or have a Hebrew preposition before it.
    month = (
        rf"(?<![\p{{L}}\p{{M}}])ב?({names})(?![\p{{L}}\p{{M}}])\.?"
        rf"(?:\s?/\s?(?:{names})(?![\p{{L}}\p{{M}}]))?"
    )
    day, year = rf"(?<!\d)(\d{{1,2}}){_ORDINAL}", r"(\d{4})(?!\d)"
    orders = {
        "dmy": rf"{day}{_JOINT}{month}{_JOINT}{year}",
        "mdy": rf"{month}{_JOINT}{day}(?=[\s,]){_JOINT}{year}",
        "ymd": rf"(?<!\d){year}(?:{_JOINT}|\s?m\.\s?){month}{_JOINT}{day}(?!\d)",
    }
    return tuple(
        (regex.compile(pattern, regex.IGNORECASE), order) for order, pattern in orders.items()
    )


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Return the months by name, without names that mean another month in another language."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, name in _names():
        found[_key(name)].add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _names() -> Iterator[tuple[int, str]]:
    from babel import Locale  # only where there is a day to read

    for months in (Locale.parse(code).months for code in LANGUAGES):
        for use, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            yield from months[use][width].items()


@lru_cache(maxsize=1)
def _weekday_names() -> frozenset[str]:
    from babel import Locale  # only where there is a day to read

    days = (Locale.parse(code).days["format"] for code in (*LANGUAGES, "en_AU", *_UNSPACED))
    names = (own[width].values() for own in days for width in ("wide", "abbreviated"))
    return frozenset(map(_key, chain.from_iterable(names)))


@lru_cache(maxsize=1)
def weekday_pattern() -> regex.Pattern[str]:
    """Return the pattern of a day of the week."""
    names = sorted((name for name in _weekday_names() if len(name) > 2), key=lambda n: (-len(n), n))
    spaced = "|".join(regex.escape(name) for name in names if not _IS_UNSPACED.match(name))
    unspaced = "|".join(regex.escape(name) for name in names if _IS_UNSPACED.match(name))
    # A Thai day may have a word between itself and its number.
    pattern = rf"(?<![\p{{L}}\p{{M}}])(?:{spaced})(?![\p{{L}}\p{{M}}])|(?:{unspaced})(?:ที่)?"
    return regex.compile(pattern, regex.IGNORECASE)


def _key(name: str) -> str:
    return _plain(name).casefold().rstrip(".")
