"""Label rows joined with the pairs of a list: long, wide, and as a folder for a data set hub."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from gui.commands.labels import main
from gui.labels.label_values import ALL_COLUMNS, LabelRow
from tests.agreement.rating_rows import row


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder: a list of four pairs, two of them labelled, one by two people."""
    monkeypatch.chdir(tmp_path)
    lines = ["id,reference_text,candidate_text,site,label"]
    lines += [f"p{n},The phone {n} rang.,The telephone {n} rang.,s{n},expected" for n in range(4)]
    (tmp_path / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [
        row("p2", "Ann", "copy", 1),
        row("p1", "Ann", "copy", 2),
        row("p1", "Ben B.", "original", 3, lead_time=7.5),
        row("gone", "Ann", "unrelated", 4),
    ]
    with (tmp_path / "labels.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        writer.writerows(own.texts() for own in rows)
    return tmp_path


def export(*more: str) -> int:
    return main(["export", "labels.csv", "--pairs", "pairs.csv", *more])


def table(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[list[dict[str, str]], str]:
    assert export("--format", "table", *more) == 1, "one row names no pair of the list"
    out, error = capsys.readouterr()
    return list(csv.DictReader(io.StringIO(out, newline=""))), error


def test_the_pair_list_is_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "pairs.csv").read_bytes()
    assert export("--format", "table", "-o", "pairs.csv") == 2
    assert "--output would overwrite pairs.csv" in capsys.readouterr().err
    assert (folder / "pairs.csv").read_bytes() == before


def test_a_long_table_has_all_pairs_of_the_list_in_its_order_and_its_own_columns(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, error = table(capsys)
    found = [(own["pair_id"], own["annotator"], own["label"]) for own in rows]
    assert found == [
        ("p0", "", ""),
        ("p1", "Ann", "copy"),
        ("p1", "Ben B.", "original"),
        ("p2", "Ann", "copy"),
        ("p3", "", ""),
        ("gone", "Ann", "unrelated"),
    ]
    assert [own["site"] for own in rows] == ["s0", "s1", "s1", "s2", "s3", ""]
    assert [own["list_label"] for own in rows] == ["expected"] * 5 + [""]
    assert rows[0]["candidate_text"] == "The telephone 0 rang."
    assert rows[-1]["problem"] == "The pair list has no such pair."
    assert "2 of the 4 pairs of the list have a label (50%)." in error


def test_a_wide_table_has_annotators_side_by_side(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, _ = table(capsys, "--layout", "wide")
    by = {own["pair_id"]: own for own in rows}
    assert list(by) == ["p0", "p1", "p2", "p3", "gone"]
    assert (by["p1"]["label_Ann"], by["p1"]["label_Ben B."]) == ("copy", "original")
    assert (by["p2"]["label_Ann"], by["p2"]["label_Ben B."]) == ("copy", "")
    assert by["p1"]["lead_time_Ben B."] == "7.5"
    assert by["p3"]["measured_with_substitutions"] == "1.0000"
    assert by["p1"]["site"] == "s1"


def test_a_data_set_has_a_line_for_each_pair_and_a_card_to_go_on_writing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--format", "dataset", "-o", "set") == 1
    data = (folder / "set" / "data.jsonl").read_text(encoding="utf-8").splitlines()
    lines = {own["id"]: own for own in map(json.loads, data)}
    assert list(lines) == ["p0", "p1", "p2", "p3", "gone"]
    assert lines["p2"]["label"] == "copy"
    assert lines["p1"]["label"] is None, "two annotators say different things"
    assert [own["label"] for own in lines["p1"]["annotations"]] == ["copy", "original"]
    assert lines["p0"]["measures"]["measured_with_substitutions"] == 1.0
    assert lines["p0"]["list"] == {"site": "s0", "label": "expected"}
    assert lines["gone"]["reference_text"] is None
    card = (folder / "set" / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\npretty_name: ")
    assert "| copy | the candidate is a copy made from the reference | 2 |" in card
    assert "3 of 5 pairs were labelled by 2 people with Copydesk" in card
    assert "4 labels by 2 annotators" in card
    capsys.readouterr()


def test_the_card_says_what_was_hidden_from_whom(folder: Path) -> None:
    path = folder / "labels.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [LabelRow.from_texts(own) for own in csv.DictReader(stream)]
    words = ("names marks", "names figures marks", "names", "names")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        for own, blind in zip(rows, words, strict=True):
            writer.writerow(own._replace(blind=blind).texts())
        last = rows[0]._replace(annotator="Chief", role="adjudicator", blind="names")
        writer.writerow(last.texts())
    export("--format", "dataset", "-o", "set")
    card = (folder / "set" / "README.md").read_text(encoding="utf-8")
    assert "For 2 of 5 labels the marks, and all else that the comparison found, were" in card
    assert "For all labels names, paths and columns of the list were hidden" in card
    assert "For 1 of 5 labels the similarities were hidden." in card
    assert "4 labels by 2 annotators" in card, "who has the last word is not among them"
    lines = (folder / "set" / "data.jsonl").read_text(encoding="utf-8").splitlines()
    said = [own["hidden"] for line in lines for own in json.loads(line)["annotations"]]
    assert ["names", "figures", "marks"] in said


def test_a_card_says_it_where_all_read_without_marks_or_nobody_has_begun(folder: Path) -> None:
    text = (folder / "labels.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    said = [line.rsplit(",", 2)[0] + ",marks," for line in lines[1:]]
    (folder / "labels.csv").write_text("\n".join([lines[0], *said, ""]), encoding="utf-8")
    assert lines[0].endswith(",blind,seed")
    export("--format", "dataset", "-o", "set")
    card = (folder / "set" / "README.md").read_text(encoding="utf-8")
    assert "They read both documents side by side.\nFor all labels the marks, and all" in card
    (folder / "labels.csv").write_text(lines[0] + "\n", encoding="utf-8")
    export("--format", "dataset", "-o", "none")
    card = (folder / "none" / "README.md").read_text(encoding="utf-8")
    assert "None of the 4 pairs has a label yet." in card
    assert "They read" not in card


def test_a_card_that_somebody_may_have_written_in_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "set").mkdir()
    (folder / "set" / "README.md").write_text("Mine.\n", encoding="utf-8")
    export("--format", "dataset", "-o", "set")
    assert (folder / "set" / "README.md").read_text(encoding="utf-8") == "Mine.\n"
    assert "was left as it is" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--format", "dataset"], "name it with --output FOLDER"),
        (["--format", "dataset", "-o", "labels.csv/x"], "cannot be made"),
        (["--layout", "wide"], "--layout is for --format table."),
        ([], "--pairs is for --format table and dataset."),
        (["--format", "csv"], "--pairs is for --format table and dataset."),
    ],
)
def test_wrong_use_gets_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    assert export(*more) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["export"], "--columns is for --format table and dataset."),
        (["export", "--format", "table"], "name the list with --pairs."),
        (["check"], "name the list with --pairs."),
        (["agree"], "name the list with --pairs."),
        (["gold"], "name the list with --pairs."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_columns_of_a_list_that_is_not_named_get_a_sentence(
    capsys: pytest.CaptureFixture[str], more: list[str], sentence: str
) -> None:
    assert main([*more, "labels.csv", "--columns", "old,new"]) == 2
    assert sentence in capsys.readouterr().err


def test_where_the_texts_are_not_found_it_says_how_to_find_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Labels that stand apart from their list have paths that start from the list's folder."""
    assert main(["export", "labels.csv", "--format", "table"]) == 1
    assert "--pairs names it" in capsys.readouterr().err
    _, error = table(capsys)
    assert "1 pair could not be compared" in error
    assert "--pairs" not in error
