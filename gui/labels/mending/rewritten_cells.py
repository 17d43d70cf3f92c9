"""Recognizes figures and times that a spreadsheet rewrote in its display format.

It takes ``3.5`` for the third of May and writes ``03. Mai``, a share of ``0.5123`` for ``51%``,
and a time as its country has it. No person writes those columns: where a cell does not look as
this program writes it any more, what it said before is put back, and so it is where the cell was
emptied. Figures of another size that somebody, or a script, computed are left alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ..label_values import ALL_COLUMNS
from .rewritten_ids import DAY_0, may_have_become
from .row_identity import may_be_misread

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_SECONDS = re.compile(r"\d{1,12}\.\d")
_SHARE = re.compile(r"(?:\d\.\d{4})?")
_SHA = re.compile(r"(?:[0-9a-f]{64})?")
_SWITCH = re.compile(r"[01]")
_COUNT = re.compile(r"[1-9]\d*")
_SEED = re.compile(r"\d*")
FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        **dict.fromkeys(("created_at", "updated_at"), _TIME),
        "lead_time": _SECONDS,
        **dict.fromkeys(("verbatim", "with_substitutions"), _SHARE),
        **dict.fromkeys(("reference_sha256", "candidate_sha256"), _SHA),
        "shown_swapped": _SWITCH,
        "revision": _COUNT,
        "seed": _SEED,
    }
)
"""The columns that the program writes, and what is in them."""

_TEXTS = ("annotator", "reference", "candidate", "label", "flagged", "note")
_FIGURE = re.compile(r"(\d+)(?:[.,](\d+))?(?:[eE]([+-]?\d{1,2}))?")
_FIGURES = ("lead_time", "verbatim", "with_substitutions", "revision")
_NAMES = ("pair_id", "annotator")
_DECIDED = (*_NAMES, "label", "flagged", "note")
WRITTEN = tuple(name for name in ALL_COLUMNS if name not in _DECIDED)
"""The columns that no person fills in."""

_MISSING = frozenset(("na", "n/a", "#n/a", "#na", "<na>", "nan", "-nan", "null", "none", "nat"))
"""What programs that read tables take for "no value", in small letters."""

_TELLING = ("label", "created_at", "updated_at", "reference_sha256", "candidate_sha256")
_USUAL = frozenset(("", "0", "0.0", "1"))  # in so many rows that they tell none apart


def is_rewritten(name: str, known: str, there: str) -> bool:
    """Return whether a spreadsheet may have turned *known* into *there* in the column *name*.

    >>> is_rewritten("lead_time", "3.5", "03. Mai"), is_rewritten("verbatim", "0.5123", "51%")
    (True, True)
    >>> is_rewritten("lead_time", "12.5", "13"), is_rewritten("lead_time", "12.5", "60")
    (True, False)
    >>> is_rewritten("note", "3-4", "03. Apr"), is_rewritten("note", "3-4", "see p4")
    (True, False)
    """
    form = FORMS.get(name)
    if known == there or not there.strip():
        return False
    if form is None:
        return name in _TEXTS and may_be_misread(known) and may_have_become(known, there)
    if form.fullmatch(known) is None or form.fullmatch(there) is not None:
        return False
    figure = _FIGURE.fullmatch(there.strip()) if name in _FIGURES and known else None
    return figure is None or _is_rounded(float(known), figure) or _is_day(known, figure[0])


def reads_as_missing(text: str) -> bool:
    """Return whether programs take *text* for "no value", and leave its cell empty.

    >>> reads_as_missing("NA"), reads_as_missing("None"), reads_as_missing("no")
    (True, True, False)
    """
    return text.strip().lower() in _MISSING


def emptied(known: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Return the columns of a row that this program writes and another one emptied.

    *known* is what the row said, by column, and *there* what its fields say now. A row that has
    neither its label nor a time, a figure or a hash in common with what was known may be another
    decision: none then.

    >>> known = {name: "" for name in ALL_COLUMNS} | {"label": "copy", "verbatim": "0.5123"}
    >>> emptied(known, known | {"verbatim": ""})
    ['verbatim']
    >>> emptied(known, known | {"verbatim": "", "label": "original"})
    []
    """
    written = (*_NAMES, *WRITTEN)
    found = [name for name in written if known[name] and not there.get(name, known[name]).strip()]
    tell = (*_TELLING, *_FIGURES)
    same = (there.get(name) for name in tell if there.get(name) == known[name])
    return found if any(text not in _USUAL for text in same) else []


def _is_rounded(known: float, figure: re.Match[str]) -> bool:
    """Return whether *figure* is *known* with as many digits as it shows, or fewer."""
    whole, decimals, exponent = figure.groups()
    there = float(f"{whole}.{decimals or 0}e{exponent or 0}")
    last = 10.0 ** (int(exponent or 0) - len(decimals or ""))
    return math.isclose(known, there) or abs(known - there) < last


def _is_day(known: str, there: str) -> bool:
    """Return whether *there* counts the days up to the date that *known* looks like.

    >>> _is_day("3.5", "45780"), _is_day("3.5", "45781")
    (True, False)
    """
    parts = sorted(map(int, known.split(".")))
    if len(there) != 5 or not there.isdecimal():
        return False
    day = date.fromordinal(DAY_0 + int(there))
    return sorted((day.month, day.day)) == parts


def is_another_writing(name: str, known: str, there: str) -> bool:
    """Return whether *there*, which means what *known* does, is not as the program writes it."""
    form = FORMS.get(name)
    return form is not None and known != there and form.fullmatch(there) is None
