"""copydesk-labels assign, agree and gold, from a pair list to one label for each pair."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from gui.commands.labels import main
from gui.labels import DEFAULT_LABELS
from gui.labels.label_values import ALL_COLUMNS
from tests.agreement.rating_rows import row

NAMES = ("Ann", "Ben", "Cleo")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a list of 90 pairs in it, nine of them with known labels."""
    monkeypatch.chdir(tmp_path)
    lines = ["id,reference,candidate,site,truth"]
    lines += [
        f"p{n},docs/{n} r.txt,https://news.test/{n},{'ab'[n % 2]},{'copy' if n % 10 == 0 else ''}"
        for n in range(90)
    ]
    (tmp_path / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def labelled(path: Path, said: dict[tuple[str, str], str]) -> Path:
    """Write a label file in which annotators said something of pairs."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        for at, ((pair, annotator), label) in enumerate(said.items()):
            writer.writerow(row(pair, annotator, label, at).texts())
    return path


def said_by(name: str, errs: int) -> dict[tuple[str, str], str]:
    """Return labels for forty pairs; *name* errs on every pair whose number *errs* divides."""
    true = {f"p{n}": "copy" if n % 3 else "unrelated" for n in range(40)}
    other = {"copy": "unrelated", "unrelated": "copy"}
    return {
        (pair, name): other[label] if n and n % errs == 0 else label
        for n, (pair, label) in enumerate(true.items())
    }


@pytest.fixture
def files(folder: Path) -> list[str]:
    errors = {"Ann": 20, "Ben": 10, "Cleo": 2}
    return [
        str(labelled(folder / f"{name}.csv", said_by(name, errs))) for name, errs in errors.items()
    ]


def assign(*more: str) -> int:
    return main(["assign", "pairs.csv", "--annotators", "Ann, Ben,Cleo", "-o", "study/a", *more])


def test_lists_have_paths_that_lead_to_the_documents_and_nothing_that_tells(folder: Path) -> None:
    assert assign("--gold", "truth", "--overlap", "20%", "--seed", "7") == 0
    for name in NAMES:
        rows = rows_of(folder / "study" / "a" / f"{name}.csv")
        assert list(rows[0]) == ["id", "reference", "candidate", "site"]
        number = rows[0]["id"][1:]
        assert rows[0]["reference"] == f"../../docs/{number} r.txt"
        assert rows[0]["candidate"] == f"https://news.test/{number}"


def test_articles_in_a_file_keep_their_ids_in_the_lists(folder: Path) -> None:
    (folder / "pool.jsonl").write_text('{"id": "x", "text": "A"}\n{"id": "y", "text": "B"}\n')
    lines = ["id,reference,candidate", *(f"{n},pool.jsonl#a//b/../{n},docs/c" for n in range(6))]
    (folder / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert assign() == 0
    rows = rows_of(folder / "study" / "a" / "Ben.csv")
    assert rows[0]["reference"] == f"../../pool.jsonl#a//b/../{rows[0]['id']}"
    assert rows[0]["candidate"] == "../../docs/c"


def test_the_assignment_explains_itself(folder: Path) -> None:
    assign("--gold", "truth", "--overlap", "20%", "--copies", "3", "--repeat", "0.1", "--seed", "7")
    said = json.loads((folder / "study" / "a" / "assignment.json").read_text(encoding="utf-8"))
    assert (said["seed"], said["overlap"], said["copies"]) == (7, 0.2, 3)
    assert said["known"] == {f"p{n}": "copy" for n in range(0, 90, 10)}
    assert len(said["several"]) == 16
    assert set(map(len, said["several"].values())) == {3}
    assert [own["annotator"] for own in said["annotators"]] == list(NAMES)
    rows = rows_of(folder / "study" / "a" / "Ann.csv")
    assert {r["id"] for r in rows if r["id"].endswith("~2")} == {
        f"{p}~2" for p in said["again"]["Ann"]
    }


def test_texts_of_a_list_go_into_the_lists(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["id,sentence1,sentence2", *(f"{n},The ferry {n},A boat {n}" for n in range(6))]
    (folder / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert assign() == 0
    rows = rows_of(folder / "study" / "a" / "Ben.csv")
    assert len(rows) == 2
    assert rows[0]["reference_text"] == f"The ferry {rows[0]['id']}"
    assert "Ben.csv: 2 pairs" in capsys.readouterr().out


def test_agreement_as_text_json_and_page(
    files: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agree", *files, "--pairs", "pairs.csv", "--gold", "truth"]) == 0
    out = capsys.readouterr().out
    assert (
        "120 labels by 3 annotators for 40 pairs; 40 pairs have two labels or more. 50 pairs of"
        in out
    )
    assert "with the known labels of 4 pairs" in out
    assert "18 pairs with different labels, the hardest first" in out
    assert main(["agree", *files, "--format", "json", "-o", "found.json"]) == 0
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    assert found["labels"] == ["copy", "unrelated"]
    assert found["agreement"]["raw"]["low"] < found["agreement"]["raw"]["value"]
    two = {tuple(own["annotators"]): own for own in found["of_two"]}
    assert two["Ann", "Ben"]["raw"]["value"] == 0.95  # they part on p10 and p30
    assert len(found["disputed"]) == 18
    assert main(["agree", *files, "--format", "html", "-o", "found.html"]) == 0
    page = (folder / "found.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "Ann (rows) and Ben (columns)" in page
    assert "<script" not in page


def test_known_labels_come_from_an_assignment_too(
    files: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assign("--gold", "truth")
    assert main(["agree", *files, "--assignment", "study/a/assignment.json"]) == 0
    assert "with the known labels of 4 pairs" in capsys.readouterr().out


def test_one_label_for_each_pair(files: list[str], folder: Path) -> None:
    last = labelled(folder / "last.csv", {("p1", "Dora"): "original"})
    assert main(["gold", *files, "--adjudicated", str(last), "-o", "gold.csv"]) == 0
    rows = {own["pair_id"]: own for own in rows_of(folder / "gold.csv")}
    assert len(rows) == 40
    assert (rows["p1"]["label"], rows["p1"]["how"]) == ("original", "adjudicated")
    assert (rows["p5"]["label"], rows["p5"]["how"]) == ("copy", "unanimous")
    assert (rows["p2"]["label"], rows["p2"]["how"]) == ("copy", "majority")
    assert json.loads(rows["p2"]["said"]) == {"Ann": "copy", "Ben": "copy", "Cleo": "unrelated"}


def test_of_two_last_words_the_later_one_counts_and_paths_come_from_any_row(
    files: list[str], folder: Path
) -> None:
    times = ("2026-05-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z")
    rows = ["pair_id,label,annotator,updated_at", f"p1,original,Zoe,{times[0]}"]
    rows.append(f"p1,unrelated,Yan,{times[1]}")
    (folder / "last.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    assert main(["gold", *files, "--adjudicated", "last.csv", "-o", "gold.csv"]) == 0
    [own] = [own for own in rows_of(folder / "gold.csv") if own["pair_id"] == "p1"]
    assert (own["label"], own["reference"]) == ("original", "p1/r.txt")


def test_two_people_with_one_name_are_told_apart_by_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = labelled(folder / "one.csv", said_by("user", 20))
    two = labelled(folder / "two.csv", said_by("user", 4))
    assert main(["agree", str(one), str(two)]) == 2
    error = capsys.readouterr().err
    assert "user labelled 8 pairs differently in different files; the latest label counts" in error
    assert "All labels are by user: agreement needs at least two annotators" in error
    assert main(["agree", "--by-file", str(one), str(two)]) == 0
    assert "one, two" in capsys.readouterr().out


ALIKE = ("Anna M", "anna m ", "Zo\u00eb", "Zoe\u0308")


def test_names_that_may_be_one_persons_are_told_and_joined_when_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {(f"p{n}", ALIKE[2 * (n % 2) + n // 4]): "copy" for n in range(8)}
    one = labelled(folder / "one.csv", {key: said[key] for key in list(said)[:4]})
    two = labelled(folder / "two.csv", {key: said[key] for key in list(said)[4:]})
    more = labelled(folder / "more.csv", {(f"p{n}", "Ben"): "copy" for n in range(8)})
    files = [str(one), str(two), str(more)]
    for command in ("agree", "gold"):
        assert main([command, *files]) == 0
        error = capsys.readouterr().err
        assert "“Anna M”, “anna m ” differ only in blanks, capitals or Unicode form" in error
        assert "“Zo\\xeb”, “Zoe\\u0308” differ only" in error
        assert error.count("If they are one person, use --join-names.") == 2
    assert main(["agree", *files, "--join-names", "--format", "json"]) == 0
    printed = capsys.readouterr()
    names = {
        own["annotator"]: sum(own["labels"].values())
        for own in json.loads(printed.out)["annotators"]
    }
    assert names == {"Anna M": 4, "Ben": 8, "Zo\u00eb": 4}
    assert not printed.err


BAD = {
    "no such name": (["agree", "a" * 5_000, "Ann.csv"], "is not there; check the path."),
    "no file": (["agree", "none.csv", "Ann.csv"], "none.csv is not there; check the path."),
    "no label file": (["agree", "pairs.csv"], "pairs.csv is not a label file"),
    "no labels but gold": (["agree", "gold.csv", "Ann.csv"],
                           "gold.csv is not a label file: it has no column “annotator”"),
    "one annotator": (["agree", "Ann.csv"], "All labels are by Ann"),
    "empty": (["agree", "empty.csv"], "There are no labels in the files"),
    "nothing to decide": (["gold", "empty.csv"], "There are no labels in the files."),
    "over its input": (["gold", "Ann.csv", "-o", "Ann.csv"], "--output would overwrite Ann.csv"),
    "over its pairs": (["gold", "Ann.csv", "--pairs", "pairs.csv", "-o", "pairs.csv"],
                       "--output would overwrite pairs.csv"),
    "over the last word": (["gold", "Ann.csv", "--adjudicated", "Ben.csv", "-o", "Ben.csv"],
                           "--output would overwrite Ben.csv"),
    "over an assignment": (["agree", "Ann.csv", "Ben.csv", "--assignment", "a.json", "-o",
                            "a.json"], "--output would overwrite a.json"),
    "over labels of others": (["gold", "Ann.csv", "Ben.csv", "-o", "Cleo.csv"],
                              "--output would overwrite Cleo.csv, which is a label file"),
    "named twice": (["agree", "Ann.csv", "./Ann.csv"], "Ann.csv is named twice"),
    "named twice for gold": (["gold", "Ann.csv", "Ann.csv", "--by-file"], "is named twice"),
    "no column": (["agree", "Ann.csv", "Ben.csv", "--pairs", "pairs.csv", "--gold", "x"],
                  "--gold: the list has no column x; its columns are: site, truth."),
    "no list": (["agree", "Ann.csv", "Ben.csv", "--gold", "truth"], "name the list with --pairs"),
    "no assignment": (["agree", "Ann.csv", "Ben.csv", "--assignment", "Ann.csv"],
                      "Ann.csv is not an assignment.json"),
}  # fmt: skip


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled(folder / "empty.csv", {})
    (folder / "a.json").write_text('{"copydesk-assignment": 1}', encoding="utf-8")
    (folder / "gold.csv").write_text("pair_id,label,annotators\np0,copy,2\n", encoding="utf-8")
    arguments, sentence = BAD[name]
    before = {path: path.read_bytes() for path in folder.glob("*.*")}
    assert main(arguments) == 2
    assert sentence in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.glob("*.*")} == before


@pytest.mark.usefixtures("files")
def test_the_labels_of_before_are_written_over(folder: Path) -> None:
    for _ in range(2):
        assert main(["gold", "Ann.csv", "Ben.csv", "-o", "gold.csv"]) == 0
    assert len(rows_of(folder / "gold.csv")) == 40


@pytest.mark.usefixtures("files")
def test_what_an_option_names_in_vain_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled(folder / "other.csv", {("z1", "Dora"): "copy"})
    given = ["gold", "Ann.csv", "Ben.csv", "-o", "gold.csv"]
    assert main([*given, "--without", "unusabel"]) == 0
    assert "--without: no row has the label unusabel." in capsys.readouterr().err
    assert main([*given, "--adjudicated", "other.csv"]) == 0
    error = capsys.readouterr().err
    assert "other.csv decides none of the pairs that annotators labelled." in error
    labelled(folder / "last.csv", {("p1", "Dora"): "copy"})
    for more in ([], ["--without", "copy"]):
        assert main([*given, *more, "--adjudicated", "last.csv"]) == 0
    assert not capsys.readouterr().err


def test_one_annotator_is_told_of_no_copies(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["assign", "pairs.csv", "--annotators", "Ann", "--gold", "truth", "--repeat", "10%"]
    assert main([*given, "-o", "own"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ann.csv: 99 pairs",
        "9 pairs with a known label, 9 that come again; assignment.json says which.",
    ]
    assert json.loads((folder / "own" / "assignment.json").read_text("utf-8"))["copies"] == 1
    assert main(["assign", "pairs.csv", "--annotators", "Ann", "-o", "plain"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ann.csv: 90 pairs",
        "assignment.json says what they were drawn from.",
    ]
    for option, value in (("--overlap", "20%"), ("--copies", "2")):
        assert main([*given, option, value, "-o", "other"]) == 2
        assert f"{option}: there is one annotator" in capsys.readouterr().err


def test_what_no_pair_was_chosen_for_is_not_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["assign", "pairs.csv", "--annotators", "Ann,Ben"]
    assert main([*given, "-o", "plain"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "assignment.json says what they were drawn from."
    ]
    assert main([*given, "--gold", "truth", "-o", "known"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "9 pairs with a known label in every list; assignment.json says which."
    ]


@pytest.mark.usefixtures("files")
def test_known_labels_are_labels(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = (folder / "pairs.csv").read_text(encoding="utf-8")
    pairs = pairs.replace("news.test/0,a,copy", "news.test/0,a,cpoy")
    pairs = pairs.replace("news.test/10,a,copy", "news.test/10,a,COPY ")
    (folder / "pairs.csv").write_text(pairs, encoding="utf-8")
    assert assign("--gold", "truth") == 2
    labels = ", ".join(DEFAULT_LABELS.names)
    sentence = f"--gold: 1 known label is none of {labels}, for instance "
    assert f"{sentence}“cpoy” of p0; put that right" in capsys.readouterr().err
    given = ["agree", "Ann.csv", "Ben.csv", "--format", "json"]
    assert main([*given, "--pairs", "pairs.csv", "--gold", "truth"]) == 0
    printed = capsys.readouterr()
    assert f"{sentence}“cpoy” of p0; that is not counted." in printed.err
    assert [own["gold"]["pairs"] for own in json.loads(printed.out)["annotators"]] == [3, 3]
    said = {"copydesk-assignment": 1, "known": {"p1": "cpoy", "p2": "Copy"}}
    (folder / "a.json").write_text(json.dumps(said), encoding="utf-8")
    assert main([*given, "--assignment", "a.json"]) == 0
    printed = capsys.readouterr()
    assert "--assignment: 1 known label is none of" in printed.err
    (pairs_of, _) = (own["gold"] for own in json.loads(printed.out)["annotators"])
    assert pairs_of["pairs"] == 1


def test_known_labels_may_be_those_of_the_list(folder: Path) -> None:
    (folder / "copydesk.toml").write_text('[[label]]\nname = "Cpoy"\n', encoding="utf-8")
    pairs = (folder / "pairs.csv").read_text(encoding="utf-8").replace(",copy\n", ",cpoy\n")
    (folder / "pairs.csv").write_text(pairs, encoding="utf-8")
    assert assign("--gold", "truth") == 0
    known = json.loads((folder / "study" / "a" / "assignment.json").read_text("utf-8"))["known"]
    assert set(known.values()) == {"Cpoy"}


@pytest.mark.usefixtures("files")
def test_a_file_without_labels_is_named_and_no_annotator_is_looked_for_in_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled(folder / "empty.csv", {})
    (folder / "nothing.csv").touch()
    for name in ("empty.csv", "nothing.csv"):
        assert main(["agree", "Ann.csv", name]) == 2
        error = capsys.readouterr().err
        assert f"{name} has no labels." in error
        assert "--by-file" not in error
        assert main(["gold", "Ann.csv", "Ben.csv", name]) == 0
        assert f"{name} has no labels." in capsys.readouterr().err
    assert main(["agree", "Ann.csv"]) == 2
    assert "--by-file" not in capsys.readouterr().err


@pytest.mark.usefixtures("files")
def test_labels_that_the_list_does_not_name_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled(folder / "typo.csv", {("p0", "Dora"): "cpoy", ("p1", "Dora"): "copy"})
    for command in ("agree", "gold"):
        assert main([command, "Ann.csv", "typo.csv"]) == 0
        error = capsys.readouterr().err
        assert "“cpoy” counts as a label; --without LABEL leaves such rows out." in error
    assert main(["gold", "Ann.csv", "Ben.csv", "--adjudicated", "typo.csv"]) == 0
    assert "1 label that this list does not name, “cpoy”" in capsys.readouterr().err


BAD_WISHES = {
    "one name twice": (["--annotators", "a,a"], "give different names"),
    "more copies than people": (["--copies", "4"], "between 1 and 3 annotators can read a pair"),
    "no share": (["--overlap", "150%"], "give a share such as 20% or 0.2"),
    "no column": (["--balance", "size"], "--balance: the list has no column size"),
    "too short": (["--repeat", "5%"], "the longest list has only 30 pairs"),
    "one file for two": (["--annotators", "a/b,a b"], "two names would give one file"),
    "one but for capitals": (["--annotators", "anna,Anna"], "two names would give one file"),
}


@pytest.mark.parametrize("name", BAD_WISHES)
def test_a_wish_that_cannot_be_met_gets_one_sentence_and_no_list(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more, sentence = BAD_WISHES[name]
    assert assign(*more) == 2
    assert sentence in capsys.readouterr().err
    assert not list(folder.glob("study/*/*"))


def test_lists_that_somebody_may_be_reading_are_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assign()
    before = (folder / "study" / "a" / "Ann.csv").read_bytes()
    assert assign("--seed", "8") == 2
    assert "Ann.csv is there already; choose another folder" in capsys.readouterr().err
    assert (folder / "study" / "a" / "Ann.csv").read_bytes() == before


def test_label_files_of_other_pairs_have_nothing_to_compare(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = labelled(folder / "one.csv", {("a", "Ann"): "copy", ("b", "Ann"): "copy"})
    two = labelled(folder / "two.csv", {("c", "Ben"): "copy"})
    assert main(["agree", str(one), str(two), "--pairs", "pairs.csv"]) == 0
    said = capsys.readouterr()
    assert "No pair has labels of two annotators" in said.err
    assert "3 pairs with labels are not in the list, for instance a." in said.err
    assert "not enough to say" in said.out


def test_without_numpy_it_says_what_to_install(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert main(["agree", *files]) == 2
    assert "pip install 'copydesk[agreement]'" in capsys.readouterr().err


def test_who_has_the_last_word_is_no_annotator_and_decides_for_gold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = [row("a", "Ann", "copy"), row("a", "Ben", "copy"), row("b", "Ann", "copy")]
    said.append(row("a", "Chief", "original")._replace(role="adjudicator"))
    path = tmp_path / "all.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        writer.writerows(own.texts() for own in said)
    assert main(["gold", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[3:5] for line in lines[1:]] == [
        ["original", "adjudicated"],
        ["copy", "single"],
    ]
    assert main(["agree", str(path)]) == 0
    printed = capsys.readouterr()
    assert "Chief" not in printed.out
    assert "1 label by adjudicators is not counted" in printed.err
