"""Restores rows in which a spreadsheet rewrote id, times and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from ..file.csv_format import plain, read_header
from ..file.csv_records import scan, split_line_end, values
from ..journal.row_changes import SUBJECTS
from ..label_values import FIGURES, Key, LabelRow, Pair

_OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_TIME = re.compile(
    r"(?P<first>\d{1,4})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{1,4})"
    r"(?:[ T,]{1,2}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<rest>\d\d(?:[.,]\d{1,6})?))?"
    r"(?: ?(?P<half>[AaPp])[Mm])?)?Z?"
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d{1,12})?")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - what a spreadsheet shows is UTC, and names no zone
_NAMES = ("created_at", "updated_at")


def day_first(rows: Iterable[LabelRow]) -> bool | None:
    """Return whether the day precedes the month in the times of *rows*; None if unknown.

    One time with a number above 12 tells it for all, and so does a dot between the numbers.
    """
    answers = set()
    for row in rows:
        for name in _NAMES:
            found = _TIME.fullmatch(getattr(row, name).strip())
            if found is None or len(found["first"]) > 2:
                continue
            if int(found["first"]) > 12 or found["mark"] == ".":
                answers.add(True)
            elif int(found["second"]) > 12:
                answers.add(False)
    return answers.pop() if len(answers) == 1 else None


def utc(text: str, day_before_month: bool | None) -> str:
    """Return a time in the format of label files, or *text* itself if it is ambiguous.

    >>> utc("21.11.2026 10:00", True), utc("3/4/2026 1:05 PM", False), utc("3/4/2026", None)
    ('2026-11-21T10:00:00.000Z', '2026-03-04T13:05:00.000Z', '3/4/2026')
    """
    bare = text.strip()
    if _OURS.fullmatch(bare):
        return bare
    moment = None
    if _SERIAL.fullmatch(bare):
        moment = _EPOCH + timedelta(days=float(bare.replace(",", ".")))
    elif (found := _TIME.fullmatch(bare)) is not None:
        moment = _moment(found, day_before_month)
    if moment is None:
        return text
    moment += timedelta(microseconds=500)  # a serial number is rounded
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def _moment(found: re.Match[str], day_before_month: bool | None) -> datetime | None:
    first, second, third = (int(found[name]) for name in ("first", "second", "third"))
    if len(found["first"]) > 2:
        year, month, day = first, second, third
    elif day_before_month is None:
        return None
    else:
        day, month = (first, second) if day_before_month else (second, first)
        year = third + 2000 if len(found["third"]) < 3 else third
    hour = int(found["hour"] or 0)
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] in "Pp")
    seconds = float((found["rest"] or "0").replace(",", "."))
    try:
        start = datetime(year, month, day, hour, int(found["minute"] or 0))  # noqa: DTZ001
    except ValueError:
        return None
    return start + timedelta(seconds=seconds)


def keys_with_commas(data: bytes, encoding: str) -> set[Key]:
    """Return the keys of rows in the label file *data* that have a figure with a decimal comma."""
    header, text, _ = read_header(data, encoding)
    delimiter = header.dialect.delimiter
    wanted = [header.columns[name] for name in FIGURES if name in header.columns]
    found = set()
    start = header.end
    for end in scan(text, delimiter, start).ends:
        record = header.dialect.text_of(split_line_end(text[start:end])[0])
        fields = values(record, delimiter)
        start = end
        if len(fields) == header.width and any("," in fields[place] for place in wanted):
            pair_id, annotator = (header.columns[name] for name in ("pair_id", "annotator"))
            found.add((fields[pair_id], fields[annotator]))
    return found


def put_right(
    row: LabelRow, pair: Pair | None, known: Iterable[LabelRow], day_before_month: bool | None
) -> LabelRow:
    """Return *row* as it was before a spreadsheet rewrote it.

    It is about *pair*; None leaves id and documents as they are. *known* are rows that the
    journal once had for that pair and annotator, the latest first: of one that says the same, the
    exact times and figures are taken.
    """
    right = row
    if pair is not None:
        documents = plain(pair.reference), plain(pair.candidate)
        right = row._replace(pair_id=pair.id, reference=documents[0], candidate=documents[1])
    right = right._replace(
        created_at=utc(row.created_at, day_before_month),
        updated_at=utc(row.updated_at, day_before_month),
    )
    for earlier in known:
        if _says_the_same(right, earlier):
            return earlier._replace(
                pair_id=right.pair_id, reference=right.reference, candidate=right.candidate
            )
    return right


def _says_the_same(row: LabelRow, earlier: LabelRow) -> bool:
    """Return whether *earlier* is *row*, but for what a spreadsheet rounds."""
    names = (*SUBJECTS, "reference_sha256", "candidate_sha256", "revision")
    if any(getattr(row, name) != getattr(earlier, name) for name in names):
        return False
    return all(
        not _OURS.fullmatch(getattr(row, name))
        or getattr(row, name)[:16] == getattr(earlier, name)[:16]
        for name in _NAMES
    )
