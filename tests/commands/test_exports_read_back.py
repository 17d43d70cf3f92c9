"""What other programs make of the exports: pandas, DuckDB and, where it is installed, R.

All take every column as text, by the calls that README names: ids such as 007 are no numbers.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from gui.commands.labels import main
from gui.labels.label_values import ALL_COLUMNS
from tests.agreement.rating_rows import row

Table = list[dict[str, str]]
AWKWARD = ("007", "1E5", "NA", "=1+1", 'a "b"; c', "日本 😀")
NOTE = 'He said “no”, "never",\nand\tleft – é\\n'
EXPORTS = ("labels.csv", "long.csv", "wide.csv", "gold.csv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all exports of two annotators' labels."""
    found = tmp_path_factory.mktemp("exports")
    with (found / "pairs.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "reference_text", "candidate_text", "site"))
        writer.writerows((name, "The phone rang.", "The bell\nrang.", NOTE) for name in AWKWARD)
    with (found / "labels.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, ALL_COLUMNS)
        table.writeheader()
        for at, name in enumerate(AWKWARD):
            for annotator in ("Ann", "Ben, B."):
                label = "copy" if at % 2 or annotator == "Ann" else "unrelated"
                given = row(name, annotator, label, at, verbatim=0.5)._replace(note=NOTE)
                table.writerow(given.texts())
    labels, pairs = str(found / "labels.csv"), str(found / "pairs.csv")
    joined = ("export", labels, "--pairs", pairs, "--format")
    assert main([*joined, "table", "-o", str(found / "long.csv")]) == 0
    assert main([*joined, "table", "--layout", "wide", "-o", str(found / "wide.csv")]) == 0
    assert main([*joined, "dataset", "-o", str(found / "set")]) == 0
    assert main(["gold", labels, "-o", str(found / "gold.csv")]) == 0
    return found


def with_pandas(path: Path) -> Table:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return [dict(zip(frame.columns, values, strict=True)) for values in frame.values.tolist()]


def with_duckdb(path: Path) -> Table:
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"SELECT * FROM read_csv('{path.as_posix()}', all_varchar = true)")
    rows: Sequence[Sequence[str | None]] = found.fetchall()
    return [
        {name: value or "" for name, value in zip(found.columns, values, strict=True)}
        for values in rows
    ]


# R has no JSON of its own: names and cells come as the hexadecimal digits of their bytes.
IN_R = """
table <- read.csv(commandArgs(TRUE)[1], colClasses = "character", na.strings = character(0),
                  check.names = FALSE, encoding = "UTF-8")
told <- function(cells) vapply(cells, function(cell) paste(charToRaw(cell), collapse = ""), "")
write.table(rbind(told(names(table)), vapply(table, told, character(nrow(table)))),
            sep = ",", quote = FALSE, row.names = FALSE, col.names = FALSE)
"""


def with_r(path: Path) -> Table:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed here")
    done = subprocess.run(
        [program, "-e", IN_R, str(path)],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=100,
    )
    lines = done.stdout.decode("ascii").splitlines()
    names, *rows = ([bytes.fromhex(c).decode() for c in line.split(",")] for line in lines)
    return [dict(zip(names, values, strict=True)) for values in rows]


@pytest.mark.parametrize("read", [with_pandas, with_duckdb, with_r])
@pytest.mark.parametrize("name", EXPORTS)
def test_a_table_comes_back_as_it_was_written(
    name: str, read: Callable[[Path], Table], folder: Path
) -> None:
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        expected = list(csv.DictReader(stream))
    assert {own["pair_id"] for own in expected} == set(AWKWARD)
    if name == "long.csv":
        assert expected[0]["site"] == expected[0]["note"] == NOTE
    assert read(folder / name) == expected


def lines_with_pandas(path: Path) -> list[dict[str, Any]]:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_json(path, lines=True, dtype=False)
    frame = frame.astype(object).where(frame.notna(), None)
    found: list[dict[str, Any]] = frame.to_dict("records")
    return found


def lines_with_duckdb(path: Path) -> list[dict[str, Any]]:
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"SELECT * FROM read_json('{path.as_posix()}')")
    return [dict(zip(found.columns, values, strict=True)) for values in found.fetchall()]


@pytest.mark.parametrize("read", [lines_with_pandas, lines_with_duckdb])
def test_a_data_set_comes_back_with_what_each_annotator_said(
    read: Callable[[Path], list[dict[str, Any]]], folder: Path
) -> None:
    path = folder / "set" / "data.jsonl"
    expected = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = read(path)
    for name in ("id", "label", "reference_text", "candidate_text", "list"):
        assert [own[name] for own in found] == [own[name] for own in expected], name
    said = [[(a["annotator"], a["label"], a["note"]) for a in own["annotations"]] for own in found]
    assert said[0] == [("Ann", "copy", NOTE), ("Ben, B.", "unrelated", NOTE)]
    assert len(said) == len(AWKWARD)
