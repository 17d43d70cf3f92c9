"""The fields by which a list is sorted and filtered: measures, decisions, columns of the list.

A field is known by its name: "list" and "shuffled" are orders only; a column of the list has the
name that ``column_field`` gives it. No Qt here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

MEASURED: Mapping[str, str] = MappingProxyType(
    {
        "similarity": "with_substitutions",
        "verbatim": "verbatim",
        "missing": "missing",
        "added": "added",
        "moved": "moved",
        "substitutions": "substitutions",
        "missing sections": "missing_sections",
        "added sections": "added_sections",
        "moved sections": "moved_sections",
        "length": "words",
    }
)
"""The fields that are known once a pair is measured, and their columns in a ``MeasureTable``."""

SHARES = ("similarity", "verbatim")
"""The fields that are shares of words; conditions give them in per cent."""

DECIDED = ("label", "time", "labelled", "flag")
"""The fields of decisions: the label, the seconds that the pair took, when it was decided, flag."""

SORTS = ("list", "id", *MEASURED, *DECIDED, "shuffled")
"""The orders by name, but for those by columns: "list" is that of the list itself."""

CONDITIONS = ("id", *MEASURED, "time")
"""The fields that a condition can be about, but for columns."""

RELATIONS = ("contains", "equals", "between")
"""How a condition compares; fields that are no texts know only ``between``."""

SortKey: TypeAlias = "float | tuple[int, float, str] | None"
_COLUMN = "column:"
_NUMBER = re.compile(r"[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?P<rest>[t ]\d.*)?", re.ASCII
)
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})", re.ASCII)
_DAY_AND_NAME = re.compile(
    r"(?P<day>\d\d?)\.?[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})", re.ASCII
)
_NAME_AND_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d\d?),? (?P<year>\d{4})", re.ASCII)
_DATES = (_YEAR_FIRST, _DAY_FIRST, _DAY_AND_NAME, _NAME_AND_DAY)
_LONGEST_DATE = 40  # characters
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DIGITS = re.compile(r"\d+", re.ASCII)
_PLACES = 12  # to which numbers in texts are filled up, so that 2 comes before 10
_MOST_CONDITIONS = 20


def column_field(name: str) -> str:
    """The field of the column *name* of the list."""
    return _COLUMN + name


def column_of(field: str) -> str | None:
    """The name of the column that *field* is; None for other fields.

    >>> column_of("column:topic"), column_of("length")
    ('topic', None)
    """
    return field[len(_COLUMN) :] if field.startswith(_COLUMN) else None


def has_text(field: str) -> bool:
    """Tell whether *field* has texts for values: columns, and the id of a pair."""
    return field == "id" or column_of(field) is not None


def falls_first(field: str) -> bool:
    """Tell whether an order by *field* usually begins with the highest value."""
    return field in MEASURED or field in ("time", "labelled", "flag")


def number_of(text: str) -> float | None:
    """Return the number that *text* is, None for anything else.

    A per cent sign is passed over. A comma stands for the decimal point, unless it groups digits.

    >>> [number_of(text) for text in ("12", "1,240", "0,5", "64 %", "1e3", "nan", "")]
    [12.0, 1240.0, 0.5, 64.0, 1000.0, None, None]
    """
    text = text.strip()
    if text.endswith("%"):
        text = text[:-1].rstrip()
    if "," in text:
        grouped = _GROUPED.fullmatch(text) is not None
        text = text.replace(",", "" if grouped else ".")
    text = text.replace("\N{MINUS SIGN}", "-").lower()
    return float(text) if _NUMBER.fullmatch(text) else None


def sort_key(text: str) -> SortKey:
    """Return what a text is sorted by: numbers by size, dates, then other texts.

    None is for an empty one. In a text numbers count by their size too.

    >>> sorted(["page 10", "page 9", "b", "30", "7"], key=sort_key)
    ['7', '30', 'b', 'page 9', 'page 10']
    """
    number = number_of(text)
    if number is not None:
        return (0, number, "")
    text = text.strip().casefold()
    day = _day_in(text) if len(text) <= _LONGEST_DATE else None
    if day is not None:
        return (1, *day)
    return (2, 0.0, _DIGITS.sub(_filled_up, text)) if text else None


def _filled_up(digits: re.Match[str]) -> str:
    return digits[0].zfill(_PLACES)


def _day_in(text: str) -> tuple[float, str] | None:
    """Return the day that *text*, in small letters, is, and what stands behind it.

    None where it is no date, or may be read as more than one: ``5/7/2024``.

    >>> [_day_in(text) for text in ("0001-01-02t09:30", "3.1.0001", "jan. 4, 0001", "5/7/2024")]
    [(2.0, 't09:30'), (3.0, ''), (4.0, ''), None]
    """
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            parts = found.groupdict(default="")
            month = parts["month"]
            number = int(month) if month.isdigit() else _month_of(month)
            try:
                day = date(int(parts["year"]), number, int(parts["day"]))
            except ValueError:
                return None
            return float(day.toordinal()), parts.get("rest", "")
    return None


def _month_of(name: str) -> int:
    """Return the number of the month that *name* begins; 0 without one."""
    return next((n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name)), 0)


class Condition(NamedTuple):
    """A condition that a pair must meet to be shown.

    *field* is one of CONDITIONS or a column, *relation* one of RELATIONS. ``between`` has *value*
    and *until* for bounds, both included, of which an empty one is none; shares of words are in
    per cent.
    """

    field: str
    relation: str
    value: str = ""
    until: str = ""

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value; raises ValueError where one is no number."""
        found = []
        for text, none in ((self.value, float("-inf")), (self.until, float("inf"))):
            number = number_of(text) if text.strip() else none
            if number is None:
                raise ValueError(text)
            found.append(number)
        return found[0], found[1]

    @property
    def is_complete(self) -> bool:
        """True if it is filled in so far that a pair can meet it or not."""
        if not self.value.strip() and (self.relation != "between" or not self.until.strip()):
            return False
        try:
            return self.relation != "between" or bool(self.bounds)
        except ValueError:
            return False


class View(NamedTuple):
    """Which pairs of a list are shown, and in which order.

    *wanted* is one of the ``filters`` of pair_state; every one of *conditions* must be fulfilled
    too. *sort* is one of SORTS or a column; *turned* is the other way round than usual.
    """

    wanted: str = "all"
    sort: str = "list"
    turned: bool = False
    seed: int = 1
    conditions: tuple[Condition, ...] = ()

    @property
    def falling(self) -> bool:
        """True where the highest value comes first."""
        return falls_first(self.sort) != self.turned

    @property
    def rests_on_measures(self) -> bool:
        """True where pairs that are not measured have no place of their own."""
        return self.sort in MEASURED or any(c.field in MEASURED for c in self.conditions)

    @property
    def fields(self) -> set[str]:
        """The fields that it looks at."""
        return {self.sort, *(condition.field for condition in self.conditions)}

    def texts(self) -> tuple[str, ...]:
        """Return the view as texts that can be saved."""
        conditions = json.dumps(self.conditions, ensure_ascii=False) if self.conditions else ""
        return (self.wanted, self.sort, "turned" * self.turned, str(self.seed), conditions)

    @classmethod
    def from_texts(cls, texts: Sequence[str]) -> View:
        """Return the view that was saved as *texts*, without what is not understood."""
        try:
            wanted, sort, turned, seed, conditions = texts
            found = json.loads(conditions) if conditions else []
            usable = tuple(
                condition
                for values in found[:_MOST_CONDITIONS]
                if is_condition(condition := Condition(*map(str, values)))
            )
            order = sort if sort in SORTS or column_of(sort) is not None else "list"
            return cls(wanted, order, turned == "turned", int(seed), usable)
        except (ValueError, TypeError, RecursionError):
            return cls()


def is_condition(condition: Condition) -> bool:
    """Tell whether there are such a field and such a relation, and the bounds are numbers."""
    known = condition.field in CONDITIONS and condition.relation == "between"
    known = known or has_text(condition.field)
    return known and condition.relation in RELATIONS and condition.is_complete
