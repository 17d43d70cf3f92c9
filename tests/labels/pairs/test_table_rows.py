"""Pair lists in workbooks and Parquet files, and packed ones."""

from __future__ import annotations

import bz2
import gzip
import lzma
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from gui.labels import PairList, PairListError, read_pairs
from gui.labels.pairs.table_rows import check_size
from tests.labels.pairs.workbooks import ods, row, sheet, xlsx

HEAD = ("id", "reference", "candidate")
PAIR = ("007", "a.txt", "b.txt")


def opened(folder: Path, content: bytes, name: str = "list.xlsx") -> PairList:
    (folder / name).write_bytes(content)
    return read_pairs(folder / name)


def notices(pairs: PairList) -> str:
    return " ".join(map(str, pairs.notices))


def refusal(folder: Path, content: bytes, name: str = "list.xlsx") -> str:
    with pytest.raises(PairListError) as error:
        opened(folder, content, name)
    return str(error.value)


def test_cells_are_texts_as_a_person_sees_them(tmp_path: Path) -> None:
    head = (*HEAD, "number", "sum", "day", "moment", "yes", "error", "result")
    day, moment = '<c s="1"><v>46085</v></c>', '<c s="2"><v>46085.5</v></c>'
    cells = (7.0, 0.1 + 0.2, day, moment, True, '<c t="e"><v>#N/A</v></c>')
    result = '<c t="str"><f>UPPER("x")</f><v>X &amp; Y</v></c>'
    (pair,) = opened(tmp_path, xlsx({"List": sheet(head, (*PAIR, *cells, result))})).pairs
    assert (pair.id, pair.reference, pair.candidate) == PAIR
    assert dict(pair.details) == {
        "number": "7",
        "sum": "0.3",
        "day": "2026-03-04",
        "moment": "2026-03-04 12:00:00",
        "yes": "TRUE",
        "error": "",
        "result": "X & Y",
    }


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    rows = sheet((*HEAD, "note", "note"), (*PAIR, "x", "y"))
    (pair,) = opened(tmp_path, xlsx({"List": rows})).pairs
    assert dict(pair.details) == {"note": "x", "note (2)": "y"}
    twice = xlsx({"List": sheet((*HEAD, HEAD[1]), (*PAIR, "c.txt"))})
    assert f"two columns have the name “{HEAD[1]}”" in refusal(tmp_path, twice)


def test_long_ids_that_are_numbers_keep_their_digits(tmp_path: Path) -> None:
    first, second = (f"<c><v>123456789012345{digit}</v></c>" for digit in (6, 8))
    rows = [(each, "a.txt", "b.txt") for each in (first, second)]
    pairs = opened(tmp_path, xlsx({"List": sheet(HEAD, *rows)})).pairs
    assert [pair.id for pair in pairs] == ["1234567890123456", "1234567890123458"]


def test_an_opendocument_workbook(tmp_path: Path) -> None:
    pairs = opened(tmp_path, ods([HEAD, PAIR, (8.0, "c.txt", "d.txt")]), "pairs.ods")
    assert [(pair.id, pair.candidate) for pair in pairs.pairs] == [("007", "b.txt"), ("8", "d.txt")]
    assert read_pairs(tmp_path).pairs[1].id == "8"


def test_the_first_sheet_that_names_documents_is_taken_and_said(tmp_path: Path) -> None:
    sheets = {
        "Old": sheet(HEAD, ("x", "y", "z")),
        "Notes": sheet(("what this is",)),
        "Empty": [],
        "To do": sheet(("Our pairs",), (), HEAD, PAIR, (None, None, None), ("8", "c", "d")),
        "More": sheet(HEAD, ("9", "e", "f")),
    }
    pairs = opened(tmp_path, xlsx(sheets, hidden=["Old"]))
    assert [pair.id for pair in pairs.pairs] == ["007", "8"]
    assert "sheet “To do”, the first one that names two documents" in notices(pairs)
    pairs = opened(tmp_path, xlsx({"Notes": sheet(("a",)), "Old": sheets["Old"]}, hidden=["Old"]))
    assert pairs.pairs[0].id == "x"
    assert not opened(tmp_path, xlsx({"One": sheets["More"]})).notices


def test_a_table_may_begin_anywhere(tmp_path: Path) -> None:
    rows = [row(4, *HEAD, first="C"), row(6, "1", "a.txt", None, first="C")]
    (pair,) = opened(tmp_path, xlsx({"S": rows})).pairs
    assert (pair.id, pair.reference) == ("1", "a.txt")
    assert "names no candidate" in str(pair.problem)


def test_what_a_merged_cell_says_holds_for_all_it_covers(tmp_path: Path) -> None:
    rows = sheet(HEAD, ("1", "r.txt", "a.txt"), ("2", None, "b.txt"), ("3", None, "c.txt"))
    pairs = opened(tmp_path, xlsx({"S": rows}, merged=["B2:B4"])).pairs
    assert [pair.reference for pair in pairs] == ["r.txt"] * 3
    assert opened(tmp_path, xlsx({"S": rows}, merged=["A9:XFD99999", "B2:B3"])).pairs[2].problem


def test_formulas_that_nobody_calculated_are_told(tmp_path: Path) -> None:
    formula = "<c><f>CONCATENATE(A2,&quot;.txt&quot;)</f></c>"
    pairs = opened(tmp_path, xlsx({"S": sheet(HEAD, ("1", formula, "b.txt"))}))
    assert "formulas whose values are not in the file" in notices(pairs)
    calculated = formula.replace("</f>", "</f><v>1.txt</v>").replace("<c>", '<c t="str">')
    pairs = opened(tmp_path, xlsx({"S": sheet(HEAD, ("1", calculated, "b.txt"))}))
    assert (pairs.pairs[0].reference, pairs.notices) == ("1.txt", ())


def test_marks_that_divide_rows_inside_are_not_taken_for_such(tmp_path: Path) -> None:
    (pair,) = opened(tmp_path, ods([HEAD, ("1", "a.txt", 'say "b", c;d')])).pairs
    assert pair.candidate == 'say "b", c;d'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (xlsx({"S": []}), "holds no pairs"),
        (xlsx({"S": sheet(HEAD)}), "holds no pairs"),
        (xlsx({"S": sheet(("one", "two"), ("1", "2"))}), "(there are: one, two)"),
        (xlsx({"S": sheet(HEAD, PAIR)})[:-400], "it is damaged"),
        (xlsx({"S": ["<row", "\0"]}), "it is damaged"),
        (ods([HEAD, PAIR], encrypted=True), "it is encrypted"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it is encrypted; open it in its program, and save it without a password",
        ),
        (b"PARE" + bytes(200) + b"PARE", "it is encrypted"),
        (b"PAR1" + bytes(200) + b"PAR1", "it is damaged"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(20), "it is an archive; unpack it"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert sentence in refusal(tmp_path, content)


def test_a_workbook_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two cells at opposite corners: seventeen thousand million cells between them."""
    rows = [*sheet(HEAD, PAIR), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>']
    monkeypatch.setattr("gui.labels.pairs.table_rows.MEMORY", 300_000_000)
    said = refusal(tmp_path, xlsx({"S": rows}))
    assert "takes more than 300 MB of memory; save the list as CSV" in said


def test_a_workbook_that_takes_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.pairs.table_rows.PATIENCE", 0.05)
    rows = (row(number, f"{number}", "a", "b") for number in range(2, 60_000))
    said = refusal(tmp_path, xlsx({"S": [*sheet(HEAD), *rows]}))
    assert "takes more than 60 seconds" in said


def test_a_process_that_ends_before_it_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was killed, for taking too long to start or by the system for its memory."""

    def ended(*_: object, **__: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-c", "raise SystemExit(3)"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        process.wait()
        return process

    monkeypatch.setattr("gui.labels.pairs.table_rows.start_process", ended)
    said = refusal(tmp_path, xlsx({"S": sheet(HEAD, PAIR)}))
    assert "save the list as CSV" in said


@pytest.mark.slow
def test_a_million_rows(tmp_path: Path) -> None:
    rows = (row(number, f"{number}", "a.txt", f"{number}.txt") for number in range(2, 1_000_002))
    pairs = opened(tmp_path, xlsx({"S": iter([*sheet(HEAD), *rows])}))
    assert (len(pairs.pairs), pairs.pairs[999_999].id) == (1_000_000, "1000001")


def parquet(folder: Path, name: str = "list.parquet") -> Path:
    from arro3.core import Array, DataType, Table
    from arro3.io import write_parquet

    columns: dict[str, Any] = {
        "id": Array(["007", "8"], DataType.utf8()),
        "reference": Array(["a.txt", 'a "b"\n.txt'], DataType.utf8()),
        "candidate": Array(["c.txt", "d.txt"], DataType.utf8()),
        "year": Array([2026.0, None], DataType.float64()),
        "share": Array([0.25, 1.5], DataType.float64()),
    }
    write_parquet(Table.from_pydict(columns), str(folder / name))
    return folder / name


def test_a_parquet_file(tmp_path: Path) -> None:
    first, second = read_pairs(parquet(tmp_path)).pairs
    assert (first.id, first.reference, dict(first.details)) == (
        "007",
        "a.txt",
        {"year": "2026", "share": "0.25"},
    )
    assert second.reference == 'a "b"\n.txt'
    assert read_pairs(parquet(tmp_path, "pairs.parquet").parent).pairs[0].id == "007"


def zstandard(data: bytes) -> bytes:
    name = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    compressed: bytes = import_module(name).compress(data)
    return compressed


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard,
}


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_lists(tmp_path: Path, suffix: str) -> None:
    packed = PACKERS[suffix](b"id,reference,candidate\n007,a.txt,b.txt\n")
    pairs = opened(tmp_path, packed, f"mine.csv.{suffix}")
    assert (pairs.name, pairs.pairs[0].id) == ("mine", "007")
    lines = b'{"id": "007", "text_a": "one", "text_b": "two"}\n'
    assert opened(tmp_path, PACKERS[suffix](lines), f"mine.jsonl.{suffix}").pairs[0].id == "007"


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_lists_that_are_damaged_or_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    whole = PACKERS[suffix](b"id,reference,candidate\n" + bytes(range(256)) * 40)
    assert "it is damaged" in refusal(tmp_path, whole[: len(whole) // 2], f"list.csv.{suffix}")
    monkeypatch.setattr("gui.labels.pairs.table_rows.LARGEST", 1_000_000)
    large = PACKERS[suffix](bytes(5_000_000))
    assert "a list may have at most 1 MB" in refusal(tmp_path, large, f"list.csv.{suffix}")


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        (
            "python_calamine",
            "list.xlsx",
            "it is a workbook, and the library .*'copydesk\\[lists\\]'",
        ),
        ("arro3", "list.parquet", "it is a Parquet file, and .*'copydesk\\[parquet\\]'"),
        ("backports.zstd", "list.zst", "it is packed with Zstandard, and .*'copydesk\\[lists\\]'"),
    ],
)
def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    (tmp_path / "list.xlsx").write_bytes(xlsx({"S": sheet(HEAD, PAIR)}))
    (tmp_path / "list.zst").write_bytes(zstandard(b"id,reference,candidate\n"))
    parquet(tmp_path)
    for each in (module, "arro3.io" if module == "arro3" else module, "compression.zstd"):
        monkeypatch.setitem(sys.modules, each, None)
    with pytest.raises(PairListError, match=extra):
        read_pairs(tmp_path / name)


def test_a_bundle_for_which_nothing_can_be_installed_says_what_else_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.parquet").write_bytes(b"PAR1 and more")
    for module in ("arro3", "arro3.io"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(PairListError, match="save the list as CSV or JSON lines"):
        read_pairs(tmp_path / "list.parquet")


def test_a_list_has_a_gigabyte_at_most() -> None:
    check_size(1_000_000_000)
    with pytest.raises(PairListError, match="1,000 MB"):
        check_size(1_000_000_001)


@pytest.mark.parametrize(("titles", "is_found"), [(19, True), (20, False)])
def test_the_header_of_a_sheet_is_among_its_first_20_rows(
    tmp_path: Path, titles: int, is_found: bool
) -> None:
    rows = [
        *[("The ferries", "of Ostrey")] * titles,
        ("reference", "candidate"),
        ("a.txt", "b.txt"),
    ]
    (tmp_path / "list.xlsx").write_bytes(xlsx({"List": sheet(*rows)}))
    if is_found:
        assert read_pairs(tmp_path / "list.xlsx").pairs[0].reference == "a.txt"
    else:
        with pytest.raises(PairListError):
            read_pairs(tmp_path / "list.xlsx")
