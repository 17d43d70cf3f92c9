"""Documents that a list names in the way of another system, or with a slip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from gui.documents import Reader
from gui.labels import PairList, missing_document, read_pairs, unreadable_at_sight
from gui.labels.pairs.pair_paths import find_document
from gui.review.measures import Measures
from gui.review.measuring.measure_worker import measure
from gui.review.preparing.protocol import Documents, Reading, request_to_show, with_places
from gui.review.preparing.worker import answer

posix = pytest.mark.skipif(os.name != "posix", reason="names elsewhere know no capitals, or \\")
NFC, NFD = (unicodedata.normalize(form, "Fähre.txt") for form in ("NFC", "NFD"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("texts/one.txt", "texts/Two words.txt", "home/at home.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The ferry sails at noon.", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


def listed(folder: Path, *names: str) -> PairList:
    rows = [json.dumps({"reference": name, "candidate": "texts/one.txt"}) for name in names]
    (folder / "list.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return read_pairs(folder / "list.jsonl")


@posix
@pytest.mark.parametrize(
    ("written", "there"),
    [
        (" texts/one.txt\t", "texts/one.txt"),
        ("texts\\one.txt", "texts/one.txt"),
        (".\\texts\\Two words.txt", "./texts/Two words.txt"),
        ("TEXTS/ONE.TXT", "texts/one.txt"),
        (" Texts\\two WORDS.txt ", "texts/Two words.txt"),
        ("texts/../Texts/one.TXT", "texts/../texts/one.txt"),
        ("file://{}/texts/Two%20words.txt", "texts/Two words.txt"),
        ("FILE://localhost{}/texts/one.txt", "texts/one.txt"),
        ("file:{}/texts/ONE.txt", "texts/one.txt"),
        ("file://texts/one.txt", "texts/one.txt"),
        ("file://{}/texts/one.txt?page=1#top", "texts/one.txt"),
        ("~/at home.txt", "home/at home.txt"),
        ("~\\At Home.txt", "home/at home.txt"),
        ("texts/Two%20words.txt", "texts/Two words.txt"),
        ("\u202atexts\\one.txt\u202c", "texts/one.txt"),
        ("\ufeffTexts/one.txt", "texts/one.txt"),
        ('"texts/one.txt"', "texts/one.txt"),
        (" „texts/Two words.txt“ ", "texts/Two words.txt"),
    ],
)
def test_a_document_that_is_nearly_where_the_list_says(
    folder: Path, written: str, there: str
) -> None:
    name = written.format(folder)
    assert Path(str(find_document(folder, name))) == folder / there
    found = listed(folder, name)
    assert missing_document(found.pairs[0], folder) is None
    assert unreadable_at_sight(found.pairs[0], folder) is None
    [notice] = map(str, found.notices)
    assert "is not where the list says, and" in notice
    assert str(Path(str(find_document(folder, name)))) in notice


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere both are one name")
@pytest.mark.parametrize(("written", "there"), [(NFC, NFD), (NFD, NFC), (NFC.upper(), NFD)])
def test_other_unicode_forms_of_a_name(folder: Path, written: str, there: str) -> None:
    (folder / there).write_text("A text.", encoding="utf-8")
    assert find_document(folder, written) == str(folder / there)


@posix
def test_what_the_list_says_comes_first(folder: Path) -> None:
    for name in (" texts\\one.txt", "texts/ONE.txt"):
        (folder / name).write_text("Another text.", encoding="utf-8")
        assert find_document(folder, name) == str(folder / name)
    assert not listed(folder, " texts\\one.txt", "texts/ONE.txt").notices


@posix
def test_of_two_names_that_differ_in_capitals_alone_neither_is_taken(folder: Path) -> None:
    (folder / "texts" / "ONE.txt").write_text("Another text.", encoding="utf-8")
    assert find_document(folder, "texts/One.txt") == str(folder / "texts" / "One.txt")


def test_a_name_that_comes_later_is_found(folder: Path) -> None:
    assert find_document(folder, "texts/Late.txt") == str(folder / "texts" / "Late.txt")
    (folder / "texts" / "late.txt").write_text("Here I am.", encoding="utf-8")
    os.utime(folder / "texts", ns=(1, 1))  # as if time had passed
    assert missing_document(listed(folder, "texts/Late.txt").pairs[0], folder) is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("~/gone.txt", "is not there: it was looked for at {}/home/gone.txt."),
        ("ftp://example.org/a.html", "is an address, not a file; save the page"),
        ("https://example.org/a.html", "is a web page that was not fetched yet"),
        ("www.example.org/a.html", "is a web page that was not fetched yet"),
        ("s3://texts/a.html", "is an address, not a file"),
        ("file:///gone.txt", "The reference file:///gone.txt is not there."),
        ("gone.txt", "The reference gone.txt is not there."),
    ],
)
def test_what_is_not_there_says_what_it_is(folder: Path, name: str, sentence: str) -> None:
    missing = missing_document(listed(folder, name).pairs[0], folder)
    if os.name == "posix":
        assert sentence.format(folder) in str(missing)


@posix
def test_of_many_the_list_names_one(folder: Path) -> None:
    found = listed(folder, "Texts/one.txt", "texts/ONE.txt", "texts/one.txt", "gone.txt")
    assert [str(notice) for notice in found.notices] == [
        "2 documents are not where the list says, and others are used: for Texts/one.txt, for "
        f"example, {folder}/texts/one.txt (pairs checked: 4)."
    ]


@posix
def test_the_window_reads_and_measures_it_and_says_so(folder: Path) -> None:
    pair = listed(folder, "Texts\\One.txt").pairs[0]
    request = request_to_show(pair, folder, Reading())
    sent: list[object] = []
    with Reader() as reader:
        answer(request, sent.append, lambda: False, reader)
        measured, _ = measure(with_places(request), reader)
    assert isinstance(measured, Measures)
    [documents] = [found for found in sent if isinstance(found, Documents)]
    assert documents.reference.name == "Texts\\One.txt"
    assert str(documents.reference.notices[0].message) == (
        f"The list says Texts\\One.txt, which is not there; this is {folder}/texts/one.txt."
    )
    assert not documents.candidate.notices


@posix
def test_copydesk_compare_reads_it_and_says_so(folder: Path) -> None:
    listed(folder, "Texts\\One.txt")
    command = [sys.executable, "-m", "gui.commands.compare"]
    done = subprocess.run(
        [*command, str(folder / "list.jsonl")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"this is {folder}/texts/one.txt." in done.stdout
    assert "is not where the list says, and" in done.stderr


def test_where_documents_are_as_the_list_says_few_are_looked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the window is there, each takes two seconds on a slow disk."""
    lines = (f"{number}/a.txt,{number}/b.txt" for number in range(100))
    (folder / "pairs.csv").write_text("\n".join(("reference,candidate", *lines)))
    for number in range(100):
        (folder / str(number)).mkdir()
        for name in ("a.txt", "b.txt"):
            (folder / str(number) / name).write_text("text")
    asked, stat = [], os.stat

    def count(path: object, *more: object, **named: object) -> os.stat_result:
        asked.append(str(path))
        return stat(path, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", count)
    read_pairs(folder / "pairs.csv")
    assert sum(path.endswith(("a.txt", "b.txt")) for path in asked) <= 2


@posix
def test_100_pairs_are_looked_through_for_documents_elsewhere_where_the_first_has_one(
    folder: Path,
) -> None:
    """The first alone is asked for otherwise: a slow disk takes seconds for each."""
    rows = [f"{number},TEXTS/ONE.txt,texts/one.txt" for number in range(101)]
    (folder / "list.csv").write_text("\n".join(["id,reference,candidate", *rows]))
    (notice,) = read_pairs(folder / "list.csv").notices
    assert notice.arguments["pairs"] == 100
    rows[0] = "0,texts/one.txt,texts/one.txt"
    (folder / "list.csv").write_text("\n".join(["id,reference,candidate", *rows]))
    assert not read_pairs(folder / "list.csv").notices
