"""``copydesk-find``: what it writes, and what it says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gui.commands.compare import main as compare
from gui.commands.find import main
from gui.commands.output import StatusLine
from gui.find.found_list import COLUMNS
from gui.labels import read_pairs
from tests.find.little_articles import HARBOUR, OTHERS, SPUN


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    articles = tmp_path / "articles"
    articles.mkdir()
    for number, text in enumerate((HARBOUR, *OTHERS, SPUN)):
        (articles / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    return articles


def test_the_list_is_one_that_the_other_commands_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "pairs.csv"
    assert main([str(folder), "-o", str(target), "--jobs", "1"]) == 0
    assert capsys.readouterr().err == "copydesk-find: 1 pair among 6 articles.\n"
    with target.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == COLUMNS
    assert (row["reference"], row["candidate"]) == ("articles/000.txt", "articles/005.txt")
    assert row["reason"].startswith("both name ")
    assert "3 of 3 figures kept" in row["reason"]
    (pair,) = read_pairs(target).pairs
    assert pair.id == f"{pair.reference}|{pair.candidate}"
    assert compare(["--format", "jsonl", str(target)]) == 0


def test_a_list_inside_the_folder_is_no_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder / "pairs.csv"
    for _ in range(2):
        assert main([str(folder), "-o", str(target), "--jobs", "1"]) == 0
    assert capsys.readouterr().err.count("1 pair among 6 articles") == 2
    assert (
        target.read_text(encoding="utf-8")
        .splitlines()[1]
        .startswith("000.txt|005.txt,000.txt,005.txt,")
    )


@pytest.mark.parametrize("name", ["pairs.jsonl", "pairs.csv.gz", "pairs.XLSX"])
def test_a_name_of_another_format_is_refused(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / name
    assert main([str(folder), "-o", str(target)]) == 2
    assert "ends in .csv or .parquet" in capsys.readouterr().err
    assert not target.exists()


def test_only_a_list_that_a_search_wrote_is_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = folder / "001.txt"
    before = article.read_bytes()
    assert main([str(folder), "-o", str(article), "--jobs", "1"]) == 2
    assert "is not a list that a search wrote" in capsys.readouterr().err
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((), "There are no articles with words; check the path"),
        (("…",), "0.txt has no words and is left out."),
        ((HARBOUR,), "There is only one article with words"),
    ],
)
def test_too_few_articles(
    texts: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    target = tmp_path / "pairs.csv"
    assert main([str(tmp_path), "-o", str(target)]) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_a_collection_without_articles_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = folder.parent / "empty"
    empty.mkdir()
    assert main([str(folder), "--against", str(empty)]) == 2
    assert "One of the two collections has no articles" in capsys.readouterr().err


def test_all_that_could_not_be_read_can_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")
    for number in range(7):
        (tmp_path / f"damaged{number}.txt").touch()
    assert main([str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("damaged") == 5
    assert "2 more could not be read; --verbose names them." in said
    assert main([str(tmp_path), "--verbose"]) == 2
    said = capsys.readouterr().err
    assert said.count("damaged") == 7
    assert "more could" not in said


def test_a_full_disk_is_told_in_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    assert main([str(folder), "-o", "/dev/full", "--jobs", "1"]) == 2
    assert capsys.readouterr().err.startswith("copydesk-find: /dev/full cannot be written (")


@pytest.mark.parametrize("wrong", [("--top", "0"), ("--at-least", "2"), ("--jobs", "x")])
def test_wrong_numbers_are_refused(
    wrong: tuple[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), *wrong]) == 2
    assert capsys.readouterr().err.startswith("copydesk-find: ")


def test_where_no_terminal_is_a_line_says_now_and_then_what_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    often, seldom, never = (
        StatusLine("copydesk-find", every=0),
        StatusLine("copydesk-find", every=3600),
        StatusLine(every=0),
    )
    for line in (often, seldom, never):
        line.show("reading: 3\nof 9")
        line.clear()
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("copydesk-find: reading: 3")


def test_what_cannot_be_meant_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    crawl = Path("crawl.jsonl")
    crawl.write_text('{"id": "a", "text": "The ferry came back."}\n', encoding="utf-8")
    before = crawl.read_bytes()
    for arguments, said in (
        (["crawl.jsonl", "-o", "./crawl.jsonl"], "name another file for the list"),
        (["articles", "--against", "articles/", "-o", "x.csv"], "is on both sides"),
        (["crawl.jsonl", "--text", "body", "-o", "x.csv"], "no column “body”"),
        (["a" * 5_000, "-o", "x.csv"], "is not there"),  # longer than a name can be
    ):
        assert main(arguments) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert said in line
    assert crawl.read_bytes() == before
    assert not Path("x.csv").exists()
