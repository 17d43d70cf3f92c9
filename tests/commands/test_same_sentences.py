"""One fault gets one sentence, whichever of the programs meets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gui.app import Start
from gui.commands import compare, labels, window

Said = Callable[[Callable[[Sequence[str]], int], str], str]


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    """Return what a program says about the arguments, without its name; it must refuse them."""
    (tmp_path / "a.txt").write_text("An article.\n\nIt has two paragraphs.\n", encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>An article, with a comma.</p>", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7" + bytes(range(256)))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "empty.csv").touch()
    (tmp_path / "header.csv").write_text("reference,candidate\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("one,two\n1,2\n", encoding="utf-8")
    (tmp_path / "binary.csv").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "array.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)

    def run(program: Callable[[Sequence[str]], int], arguments: str) -> str:
        assert program([part.replace("EMPTY", "") for part in arguments.split()]) == 2
        found = capsys.readouterr()
        assert not found.out
        sentence = found.err.strip().partition(": ")[2]
        return re.sub(r"see .* --help", "see the help", sentence)

    return run


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ("gone.txt a.txt", "gone.txt is not there; check the path."),
        ("a.txt a.txt/gone.txt", "a.txt/gone.txt is not there; check the path."),
        ("gone1.txt gone2.txt", "gone1.txt and gone2.txt are not there; check the paths."),
        ("gone.csv", "gone.csv is not there; check the path."),
        ("a.txt/gone.csv", "a.txt/gone.csv is not there; check the path."),
        ("folder a.txt", "folder is a folder, not a document;"),
        ("a.txt a.txt a.txt", "Name two documents, or one list of pairs, or one folder."),
        ("EMPTY a.txt", "an empty path names nothing"),
        ("EMPTY", "an empty path names nothing"),
        ("folder", "folder holds no pairs:"),
        ("empty.csv", "empty.csv holds no pairs;"),
        ("header.csv", "header.csv holds no pairs;"),
        ("other.csv", "other.csv: no columns for the two documents;"),
        ("other.csv --columns one,three", "there is no column “three”"),
        ("other.csv --columns one", "give two names of columns with a comma between"),
        ("binary.csv", "binary.csv is not a pair list: its bytes are not text;"),
        ("array.json", "array.json: no columns for the two documents;"),
        ("empty.txt", "empty.txt is one document, and a second one is missing;"),
        ("a.txt a.txt --encoding hex", "“hex” is not an encoding that Copydesk knows;"),
        ("a.txt a.txt --encoding idna", "“idna” is not an encoding that Copydesk knows;"),
        ("a.txt a.txt --encoding klingon", "“klingon” is not an encoding that Copydesk knows;"),
    ],
)
def test_window_and_comparison_say_the_same(said: Said, arguments: str, part: str) -> None:
    sentence = said(window.main, arguments)
    assert part in sentence
    assert said(compare.main, arguments) == sentence


@pytest.mark.parametrize("path", ["a.txt", "a.html", "a.pdf"])
def test_the_window_asks_where_the_comparison_says_that_a_document_is_missing(
    said: Said, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    started: list[Start] = []

    def run(start: Start, *_: object) -> int:
        started.append(start)
        return 0

    monkeypatch.setattr("gui.app.run", run)
    assert window.main([path, "--labels", "mine.csv"]) == 0
    assert [(start.lone, start.paths, start.labels) for start in started] == [
        (path, (), "mine.csv")
    ]
    assert f"{path} is one document, and a second one is missing;" in said(compare.main, path)


@pytest.mark.parametrize("command", ["check", "restore", "export"])
@pytest.mark.parametrize("path", ["gone.csv", "a.txt/gone.csv", "EMPTY"])
def test_labels_say_of_a_missing_file_what_the_others_do(
    said: Said, command: str, path: str
) -> None:
    sentence = said(labels.main, f"{command} {path}")
    expected = said(compare.main, path).replace("PATH", "FILE")
    assert sentence == expected


@pytest.mark.parametrize("path", ["gone.csv", "folder", "header.csv", "other.csv", "a.txt"])
def test_labels_say_of_a_pair_list_what_the_others_do(
    said: Said, tmp_path: Path, path: str
) -> None:
    rows = "pair_id,label,annotator\na,copy,ada\n"
    (tmp_path / "labels.csv").write_text(rows, encoding="utf-8")
    sentence = said(labels.main, f"export --format table --pairs {path} labels.csv")
    assert sentence == said(compare.main, path)
