"""Label rows for other programs: JSON lines, a spreadsheet, a table joined with texts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gui.commands.label_export import spreadsheet_lines
from gui.labels import DecisionContext, Pair
from gui.labels.label_values import COLUMNS, LabelRow
from tests.labels.helpers import JUDGED, Workspace, pair, run


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_export_says_that_nothing_is_by_an_annotator_and_who_there_is(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    for name in ("anna", "bert"):
        store = workspace.store(name)
        store.label(pair(1), "copy", JUDGED)
        store.project()
    where = ("--journals", workspace.state, "--format", form)
    status, out, err = run(
        capsys, "export", workspace.labels, *where, "--annotator", "nob\x1b[1mody"
    )
    assert "There is no decision by nob" in err
    assert err.endswith("; there are decisions by anna, bert.\n")
    assert "\x1b" not in err
    assert "anna" not in out
    assert status == 0, "to have no rows yet is no fault, and a script goes on"
    _, out, err = run(capsys, "export", workspace.labels, *where, "--annotator", "anna")
    assert "no decision" not in err
    assert "anna" in out


@pytest.mark.parametrize(("count", "more"), [(10, ""), (11, " and 1 more")])
def test_ten_annotators_are_named(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], count: int, more: str
) -> None:
    rows = "".join(f"p,a.txt,b.txt,copy,ann{n:02}\n" for n in range(count))
    header = "pair_id,reference,candidate,label,annotator\n"
    workspace.labels.write_text(header + rows, encoding="utf-8")
    _, _, err = run(capsys, "export", workspace.labels, "--annotator", "zoe")
    assert "decisions by ann00, " in err
    assert err.endswith(f", ann09{more}.\n")


def test_export_of_an_empty_label_file_by_annotator(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\n")
    workspace.state.mkdir(exist_ok=True)
    where = ("--journals", workspace.state, "--annotator", "anna")
    status, _, err = run(capsys, "export", workspace.labels, *where)
    assert (status, err) == (
        0,
        "copydesk-labels: There is no decision by anna; there are none at all.\n",
    )


@pytest.mark.parametrize("where", ["file", "journal"])
def test_an_export_that_is_not_all_says_so(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], where: str
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    arguments = ("export", workspace.labels, "--journals", workspace.state)
    assert run(capsys, *arguments)[0] == 0
    with (workspace.labels if where == "file" else workspace.journal).open("ab") as out:
        out.write(b'p2,"never closed')
    status, written, err = run(capsys, *arguments)
    assert status == 1
    assert written.count("\n") == 1
    assert "damaged bytes" in err or "never closed" in err


def test_json_lines_have_types_and_what_the_file_has_no_column_for(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.labels.write_bytes(b"pair_id,label,annotator\r\nx,copy,carl\r\n")
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.note(pair(1), "line\u2028 one\r\ntwo 😀", JUDGED)
    store.project()
    store.flag(pair(2), True, DecisionContext())  # only in the journal
    status, out, err = run(capsys, "export", workspace.labels, "--journals", workspace.state)
    assert status == 0
    assert "does not have yet (p2)" in err
    theirs, mine, flagged = (json.loads(line) for line in out.splitlines())
    assert theirs["annotator"] == "carl"
    assert mine == {
        **mine,
        "pair_id": "p1",
        "label": "copy",
        "note": "line\u2028 one\r\ntwo 😀",
        "lead_time": 6.0,
        "flagged": False,
        "verbatim": 0.5,
        "revision": 2,
    }
    assert (flagged["label"], flagged["flagged"], flagged["verbatim"]) == (None, True, None)
    assert len(out.splitlines()) == 3
    _, out, _ = run(
        capsys, "export", workspace.labels, "--journals", workspace.state, "--annotator", "carl"
    )
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\tx", "＝1"])
def test_a_spreadsheet_runs_nothing(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], start: str
) -> None:
    store = workspace.store()
    odd = Pair(start, "a", "b")
    store.note(odd, start, JUDGED)
    store.project()
    _, out, _ = run(
        capsys, "export", workspace.labels, "--journals", workspace.state, "--format", "csv"
    )
    assert out.startswith("\ufeffpair_id,")
    (row,) = csv.DictReader(io.StringIO(out[1:], newline=""))
    assert row["pair_id"] == row["note"] == "'" + start
    assert workspace.records()[0]["note"] == start  # only there


SIGNS = "=+-@＝＋－＠"


def cells(line: str, delimiter: str, quoting: bool) -> Iterator[str]:
    """The cells that a program makes of *line*, which may be several to it."""
    if quoting:
        for found in csv.reader(io.StringIO(line, newline=""), delimiter=delimiter):
            yield from found
    else:
        for part in line.splitlines():
            yield from part.split(delimiter)


def is_formula(cell: str, delimiter: str) -> bool:
    """Whether a spreadsheet calculates *cell*; a lone sign and a number it shows as they are."""
    cell = cell.lstrip(' \t\xa0"')
    if delimiter == " " and re.fullmatch(r"[=@＝＠]|[-+－＋][\d.,:%]*", cell.split('"')[0]):
        return False
    return cell.startswith(tuple(SIGNS))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(f"{SIGNS}a1;,|\t\n\r \"'\xa0\x85\u2028", max_size=12))
@example("a;=1+1")
@example("a\t=1+1")
@example("a|  =1+1")
@example("a\n=1+1")
@example('a;"=1+1')
@example("a; ＝1+1")
@example("copy -5+cmd|x")
def test_nothing_is_a_formula_wherever_a_program_cuts(note: str) -> None:
    row = LabelRow("p1", "a", "b", None, "anna", "", "", 0.0, False, note)
    line = list(spreadsheet_lines([row]))[1]
    for delimiter, quoting in product(";,\t| ", (True, False)):
        for cell in cells(line, delimiter, quoting):
            assert not is_formula(cell, delimiter), (note, line, delimiter)
    written = next(csv.reader(io.StringIO(line, newline="")))[COLUMNS.index("note")]
    assert written.replace("'", "") == note.replace("'", ""), "nothing but apostrophes is put in"


def test_prose_is_left_alone() -> None:
    row = LabelRow("p1", "a", "b", None, "anna", "", "", 0.0, False, "dull - but = -5 , e.g. 1+1")
    assert "dull - but = -5 , e.g. 1+1" in list(spreadsheet_lines([row]))[1]


def test_a_table_joined_with_texts_and_measures(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace.labels.parent
    (folder / "a.txt").write_text("The phone rang.\n", encoding="utf-8")
    (folder / "b.txt").write_text("The telephone rang.\n", encoding="utf-8")
    store = workspace.store()
    store.label(Pair("one", "a.txt", "b.txt"), "copy", DecisionContext("0" * 64, ""))
    store.label(Pair("two", "a.txt", "lost.txt"), "copy", DecisionContext())
    store.project()
    out_file = folder / "table.csv"
    status, out, err = run(
        capsys,
        *(
            "export",
            workspace.labels,
            "--journals",
            workspace.state,
            "--format",
            "table",
            "-o",
            out_file,
        ),
    )
    assert (status, out) == (1, "")
    assert "1 pair could not be compared" in err
    with out_file.open(encoding="utf-8", newline="") as lines:
        one, two = csv.DictReader(lines)
    assert one["candidate_text"] == "The telephone rang.\n"
    assert one["measured_verbatim"] == "0.6667"
    assert one["measured_with_substitutions"] == "1.0000"
    assert (one["substituted"], one["changed"], one["problem"]) == ("1", "1", "")
    assert "lost.txt" in two["problem"]
    assert two["label"] == "copy"


def test_texts_in_the_pair_list_are_joined(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = workspace.labels.parent / "pairs.jsonl"
    pairs.write_text('{"sentence1": "One two.", "sentence2": "One three."}\n', encoding="utf-8")
    store = workspace.store()
    store.label(Pair("1", "", ""), "copy", DecisionContext())
    store.label(Pair("2", "", ""), "copy", DecisionContext())
    common = ("export", workspace.labels, "--journals", workspace.state, "--format", "table")
    status, out, _ = run(capsys, *common, "--pairs", pairs)
    one, two = csv.DictReader(io.StringIO(out, newline=""))
    assert status == 1
    assert one["reference_text"] == "One two."
    assert two["problem"] == "The pair list has no such pair."
    _, out, _ = run(capsys, *common)
    assert "--pairs" in next(csv.DictReader(io.StringIO(out, newline="")))["problem"]


def test_the_label_file_is_never_the_output(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    before = workspace.labels.read_bytes()
    status, _, err = run(capsys, "export", workspace.labels, "-o", workspace.labels)
    assert status == 2
    assert "overwrite" in err
    assert workspace.labels.read_bytes() == before


def test_pandas_reads_the_exports(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    pandas = pytest.importorskip("pandas")
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.note(pair(1), 'a "b",\nc', JUDGED)
    store.project()
    for name in ("jsonl", "csv", "table"):
        out_file = workspace.folder / f"out.{name}"
        common = ("export", workspace.labels, "--journals", workspace.state)
        assert run(capsys, *common, "--format", name, "-o", out_file)[1] == ""
        if name == "jsonl":
            frame = pandas.read_json(out_file, lines=True)
        else:
            frame = pandas.read_csv(out_file, dtype=str, keep_default_na=False)
        assert list(frame["note"]) == ['a "b",\nc']
        assert list(frame["label"]) == ["copy"]
