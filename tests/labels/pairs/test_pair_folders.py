"""Folders of pairs, folders that are a pair, and files that are documents and no lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gui.labels import LoneDocumentError, PairListError, read_pairs


def test_a_folder_of_folders(tmp_path: Path) -> None:
    layout = {
        "named": ["candidate.html", "reference.txt", "notes.txt"],
        "ordered": ["x.txt", "b.txt"],
        "three": ["1.txt", "2.txt", "3.txt"],
        "one": ["1.txt"],
        "empty": [],
        ".hidden": ["a.txt", "b.txt"],
    }
    for name, files in layout.items():
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).write_text("<p>A text.</p>", encoding="utf-8")
    found = read_pairs(tmp_path)
    assert [(pair.id, pair.reference, pair.candidate) for pair in found.pairs] == [
        ("named", "named/reference.txt", "named/candidate.html"),
        ("ordered", "ordered/b.txt", "ordered/x.txt"),
    ]
    assert tuple(map(str, found.notices)) == (
        "Skipped, because they do not hold exactly two documents: one, three.",
    )


def test_a_flat_folder_of_two_documents_is_a_pair(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt"):
        (tmp_path / name).write_text("<p>A text.</p>", encoding="utf-8")
    for name in ("labels.csv", "labels.csv.lock", "guidelines.md", ".hidden"):
        (tmp_path / name).write_text("No document.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    found = read_pairs(tmp_path)
    (pair,) = found.pairs
    assert (pair.id, pair.reference, pair.candidate) == ("a.txt|b.html", "a.txt", "b.html")
    assert found.labels_path == tmp_path / "labels.csv"


@pytest.mark.parametrize("folder", ["", "one"])
def test_names_in_a_folder_say_which_is_the_reference(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    for name in ("copy.txt", "original.txt"):
        (tmp_path / folder / name).write_text("A text.", encoding="utf-8")
    [pair] = read_pairs(tmp_path).pairs
    assert Path(pair.reference).name == "original.txt"
    assert Path(pair.candidate).name == "copy.txt"


def test_labels_in_the_folder_of_a_pair_are_no_third_document(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    for name in ("a.txt", "b.txt", "labels.csv"):
        (tmp_path / "one" / name).write_text("A text.", encoding="utf-8")
    assert [pair.id for pair in read_pairs(tmp_path).pairs] == ["one"]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "holds one document and no pairs.csv"),
        (3, "holds 3 documents, and nothing says which of them are a pair"),
        (1_000, "holds 1,000 documents, and nothing says"),
        (1_001, "holds more than 1,000 documents, and nothing says"),
    ],
)
def test_a_flat_folder_of_other_than_two_documents_is_refused_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, sentence: str
) -> None:
    """Each is opened to be counted, and above a thousand the number helps nobody."""
    opened: list[Path] = []

    def looks_readable(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr("gui.documents.looks_readable", looks_readable)
    for number in range(count):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(PairListError, match=sentence):
        read_pairs(tmp_path)
    assert len(opened) == min(count, 1_001)


@pytest.mark.parametrize(("name", "lone"), [("a.txt", True), ("a.csv", False), ("a", False)])
def test_a_document_that_can_be_read_is_told_from_a_list(
    tmp_path: Path, name: str, lone: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(b"A text.\n" if "." in name else b"\x89PNG\r\n\x1a\n" + bytes(64))
    with pytest.raises(PairListError) as caught:
        read_pairs(path)
    assert isinstance(caught.value, LoneDocumentError) == lone


@pytest.mark.parametrize(
    ("content", "lone"),
    [
        ({"headline": "Gulls", "articleBody": "They moved to the mill."}, True),
        ([{"title": "Gulls", "text": "They moved to the mill."}], True),
        ({"url": "https://example.org/gulls"}, False),
        ([1, 2], False),
    ],
)
def test_an_article_in_json_is_a_document(tmp_path: Path, content: object, lone: bool) -> None:
    path = tmp_path / "gulls.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    with pytest.raises(PairListError) as caught:
        read_pairs(path)
    assert isinstance(caught.value, LoneDocumentError) == lone
    assert ("a second one is missing" in str(caught.value)) == lone


def test_an_article_is_no_list_whatever_columns_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "gulls.json"
    path.write_text('{"headline": "Gulls", "articleBody": "They moved."}', encoding="utf-8")
    with pytest.raises(PairListError) as caught:
        read_pairs(path, columns=("left", "right"))
    assert not isinstance(caught.value, LoneDocumentError)
