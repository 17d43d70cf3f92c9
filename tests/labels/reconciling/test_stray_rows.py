"""Rows that name no pair of the list, as a spreadsheet leaves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.labels import LabelRow, Pair
from gui.labels.reconciling.stray_rows import stray_rows
from tests.labels.helpers import run

TEXTS = ("a.txt", "b.txt")


def pair(pair_id: str, documents: tuple[str, str] = TEXTS) -> Pair:
    return Pair(pair_id, *documents)


def row(pair_id: str, documents: tuple[str, str] = TEXTS, annotator: str = "anna") -> LabelRow:
    return LabelRow(pair_id, *documents, "copy", annotator, "", "")


REWRITTEN = {
    "012": "12",
    "4E7": "4.00E+07",
    "2024-03-05": "05.03.2024",
    "2021-12-24": "24. Dez 2021",
    "7-8": "07. Aug",
    "1/2": "01.02.2026",
    "00987654321098765": "9,87654E+14",
    "1.50": "1,5",
}


def test_ids_that_a_spreadsheet_rewrote_find_their_pairs() -> None:
    pairs = [pair(name) for name in (*REWRITTEN, "x1")]
    rows = [row(name) for name in (*REWRITTEN.values(), "x1")]
    found = {stray.row.pair_id: stray.likely for stray in stray_rows(rows, pairs)}
    assert found == {there: name for name, there in REWRITTEN.items()}


def test_the_documents_tell_which_pair_is_meant() -> None:
    others = ("c.txt", "d.txt")
    pairs = [pair("one"), pair("two", others), pair("three")]
    rows = [row("eins"), row("zwei", others), row("three")]
    assert [stray.likely for stray in stray_rows(rows, pairs)] == ["one", "two"]


def test_where_two_may_be_meant_none_is_likely() -> None:
    pairs = [pair("007"), pair("07"), pair("x")]
    assert [stray.likely for stray in stray_rows([row("7")], pairs)] == [None]
    rows = [row("7"), row("7", annotator="bert"), row("07", annotator="bert")]
    rows.append(row("x", annotator="bert"))
    assert [stray.likely for stray in stray_rows(rows, pairs)] == [None, "007"]


def test_texts_without_names_are_not_told_apart_by_them() -> None:
    nothing = ("", "")
    assert [s.likely for s in stray_rows([row("x", nothing)], [pair("y", nothing)])] == [None]


def test_check_tells_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pairs.csv").write_text(
        "id,reference,candidate\n012,a.txt,b.txt\n7-8,a.txt,b.txt\nx1,a.txt,b.txt\n"
    )
    (tmp_path / "labels.csv").write_text(
        "pair_id;reference;candidate;label;annotator\n"
        "12;a.txt;b.txt;copy;anna\n07. Aug;a.txt;b.txt;copy;anna\nx1;a.txt;b.txt;copy;anna\n"
    )
    arguments = ["check", tmp_path / "labels.csv", "--journals", tmp_path]
    status, out, _ = run(capsys, *arguments)
    assert (status, "No problems." in out) == (0, True)
    status, out, _ = run(capsys, *arguments, "--pairs", tmp_path / "pairs.csv")
    assert status == 1
    assert "2 rows name no pair of the list, and 2 pairs have no row" in out
    assert "12 (anna) is likely 012" in out
    assert "07. Aug (anna) is likely 7-8" in out
    (tmp_path / "pairs.csv").write_text("id,reference,candidate\nx1,c.txt,d.txt\nx2,c.txt,d.txt\n")
    _, out, _ = run(capsys, *arguments, "--pairs", tmp_path / "pairs.csv")
    assert "12 (anna) fits no pair without a row" in out
    status, out, _ = run(capsys, *arguments, "--pairs", tmp_path / "gone.csv")
    assert status == 2


@pytest.mark.parametrize(("pairs", "more"), [(5, ""), (6, " and 1 more")])
def test_five_pairs_are_named_that_a_row_may_be_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pairs: int, more: str
) -> None:
    names = [f"{'0' * number}7" for number in range(1, pairs + 1)]
    rows = "".join(f"{name},a.txt,b.txt\n" for name in names)
    (tmp_path / "pairs.csv").write_text(f"id,reference,candidate\n{rows}")
    (tmp_path / "labels.csv").write_text("pair_id,label,annotator\n7,copy,anna\n")
    _, said, _ = run(capsys, "check", tmp_path / "labels.csv", "--pairs", tmp_path / "pairs.csv")
    assert f"may be any of {', '.join(names[:5])}{more}\n" in said
