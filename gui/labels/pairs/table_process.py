"""The process that reads a pair list from a workbook or a Parquet file.

The request is a line of JSON on standard input. The answer begins with a line of JSON that says
what was found; then comes the table: rows of texts, separated by ``FIELD`` and ``ROW``, or JSON
lines. Why a file cannot be read goes to standard error, as the data of a message. ``table_rows`` is
the other end.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

from ...documents.process_limits import end_with_parent, limit_memory, limit_time
from ...messages import Message
from ...messages.about_pairs import AboutPairs
from ..label_values import PairListError
from .pair_columns import PAIRS, Sought

FIELD, ROW = "\x1f", "\x1e"
_MARKS = str.maketrans({FIELD: " ", ROW: " "})
_ABOVE = 20  # rows with something in them, among which the header is looked for
_PIECE = 1 << 20  # bytes
_LINES = 10_000  # rows that are sent at a time
# A formula of which the program that wrote the file did not say what it gives.
_UNCALCULATED = re.compile(rb"</f></c>|<f/></c>|<f\s[^<>]{0,200}/></c>|</f><v></v>|</f><v/>")
_LONGEST_NUMBER = 1e21  # more digits than ids have
_LONGEST_MATCH = 250  # bytes of such a formula's end


def main(parent: int) -> None:
    """Read one file for the process *parent*; the exit status is 1 where it could not be read."""
    end_with_parent(parent)
    with os.fdopen(os.dup(0), "rb") as incoming:
        order = json.loads(incoming.readline())
    limit_time(order["seconds"])
    limit_memory(order["memory"])
    out = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)  # a library that prints must not disturb the answer
    path = Path(order["path"])
    try:
        if order["kind"] == "parquet":
            _write_parquet(path, out)
        else:
            chosen, articles = order["sought"]
            sought = Sought(None if chosen is None else tuple(chosen), articles)
            _write_workbook(path, sought, out)
        out.flush()
    except PairListError as error:
        _complain(error.message)
    except MemoryError:
        os._exit(2)  # there may be too little memory left for an answer
    except BaseException:  # whatever a library raises for a damaged file; Rust's panic, too
        _complain(Message(AboutPairs.IS_DAMAGED))
    os._exit(0)  # a million cells need not be taken apart


def _complain(why: Message) -> NoReturn:
    """End with *why* on the last line of standard error, where libraries may have written, too."""
    os.write(2, b"\n" + json.dumps(why.as_data()).encode())
    os._exit(1)


def _write_parquet(path: Path, out: IO[bytes]) -> None:
    from arro3.io import read_parquet, write_ndjson

    table = read_parquet(path)
    out.write(b"{}\n")
    write_ndjson(table, out)


class _Sheet(NamedTuple):
    """A sheet with its header, and which of its columns hold the documents, if any do."""

    name: str
    columns: tuple[str, ...]
    header: int  # the row
    documents: tuple[str, ...] | None
    cells: Any


def _write_workbook(path: Path, sought: Sought, out: IO[bytes]) -> None:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    data = io.BytesIO(path.read_bytes())  # the content tells the format, not the name
    if _is_encrypted(data):
        raise PairListError(Message(AboutPairs.IS_ENCRYPTED))
    try:
        workbook = CalamineWorkbook.from_filelike(data)
    except PasswordError:
        raise PairListError(Message(AboutPairs.IS_ENCRYPTED)) from None
    kinds = [each for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
    kinds.sort(key=lambda each: each.visible is not SheetVisibleEnum.Visible)
    first: _Sheet | None = None
    for each in kinds:
        sheet = _sheet_of(each.name, workbook.get_sheet_by_name(each.name), sought)
        if sheet is not None and (first is None or sheet.documents is not None):
            first = sheet
            if sheet.documents is not None:
                break
    about: dict[str, Any] = {
        "sheets": len(kinds),
        "columns": () if first is None else first.columns,
    }
    if first is None:
        out.write(json.dumps(about).encode() + b"\n")
        return
    if first.documents is None and sought == PAIRS:
        first, about["taken"] = _without_header(first, path.parent)
        about["columns"] = first.columns
    lines = []
    lacking = False
    places = [first.columns.index(name) for name in first.documents or ()]
    for row in _rows(first):
        line = FIELD.join(row)
        if line.count(FIELD) >= len(row) or ROW in line:
            line = FIELD.join(text.translate(_MARKS) for text in row)
        lines.append(line)
        lacking = lacking or not all(row[place].strip() for place in places)
    about["sheet"] = first.name
    about["uncalculated"] = lacking and _has_uncalculated(path)
    out.write(json.dumps(about).encode() + b"\n")
    for start in range(0, len(lines), _LINES):
        text = (ROW if start else "") + ROW.join(lines[start : start + _LINES])
        out.write(text.encode("utf-8", "surrogatepass"))


def _sheet_of(name: str, cells: Any, sought: Sought) -> _Sheet | None:
    """Return the sheet of *cells*; None where there is nothing in it.

    The header is the first row that names the columns of the documents, or the first row.
    """
    first: _Sheet | None = None
    above = 0
    for number, row in enumerate(cells.iter_rows()):
        names = tuple(_text(value).strip() for value in row)
        if not any(names):
            continue
        try:
            return _Sheet(name, names, number, sought.columns_in(names), cells)
        except PairListError:
            first = first or _Sheet(name, names, number, None, cells)
        above += 1
        if above == _ABOVE:
            break
    return first


def _without_header(sheet: _Sheet, folder: Path) -> tuple[_Sheet, list[Any] | None]:
    """Return *sheet* with its first row among the others if it is like them, and what to say."""
    from .headerless_rows import LOOKED_AT, shape_of  # few workbooks have no header

    whole = sheet._replace(header=-1)
    sample = list(islice(_rows(whole), LOOKED_AT))
    shape = shape_of(sample, folder) if sample else None
    if shape is None:
        return sheet, None
    columns = shape.columns(len(sheet.columns))
    return whole._replace(columns=columns, documents=shape.names), shape.notice().as_data()


def _rows(sheet: _Sheet) -> Iterator[list[str]]:
    """Yield the rows below the header that are not empty; a merged cell says the same all over."""
    merged = sorted(sheet.cells.merged_cell_ranges or (), reverse=True)
    left = sheet.cells.start[1] if sheet.cells.start is not None else 0
    spread: list[tuple[int, int, int, str]] = []  # last row, first and last column, text
    for number, values in enumerate(sheet.cells.iter_rows()):
        row = [value if type(value) is str else _text(value) for value in values]
        while merged and merged[-1][0][0] <= number:
            (top, begin), (bottom, end) = merged.pop()
            place = begin - left
            if top == number and 0 <= place < len(row):
                spread.append((bottom, place, min(end - left, len(row) - 1), row[place]))
        spread = [each for each in spread if each[0] >= number]
        for _, begin, end, text in spread:
            row[begin : end + 1] = [text] * (end + 1 - begin)
        if number > sheet.header and any(row):
            yield row


def _text(value: object) -> str:
    """Return what a person sees in a cell with *value*, as far as that is known.

    >>> [_text(each) for each in (7.0, 0.1 + 0.2, "007", True, date(2026, 3, 4))]
    ['7', '0.3', '007', 'TRUE', '2026-03-04']

    Long numbers keep all digits that were saved, so that two ids stay two:

    >>> _text(1234567890123456.0)
    '1234567890123456'
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _LONGEST_NUMBER
        return str(int(value)) if whole else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def _is_encrypted(data: IO[bytes]) -> bool:
    """Return whether *data* is an OpenDocument file with a password."""
    try:
        with zipfile.ZipFile(data) as file, file.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(_PIECE)
    except (KeyError, OSError, zipfile.BadZipFile):
        return False
    finally:
        data.seek(0)


def _has_uncalculated(path: Path) -> bool:
    """Return whether the workbook has formulas that were never calculated."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if not name.startswith("xl/worksheets/"):
                continue
            with file.open(name) as sheet:
                rest = b""
                while piece := sheet.read(_PIECE):
                    if _UNCALCULATED.search(rest + piece):
                        return True
                    rest = piece[-_LONGEST_MATCH:]
    return False
