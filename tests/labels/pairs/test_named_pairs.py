"""Two documents that somebody named, and two texts that somebody pasted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gui.labels import LabelRow, PairListError, pair_of_files
from gui.labels.file.files import Files
from gui.labels.pairs.named_pairs import (
    are_pasted,
    as_labelled,
    in_roles,
    keep_texts,
    pair_of_texts,
    pasted_again,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, ``here/deep``, with ``in/c.txt`` in it, below ``a.txt`` and ``b.txt``."""
    here = tmp_path / "here" / "deep"
    (here / "in").mkdir(parents=True)
    for path in (tmp_path / "a.txt", tmp_path / "b.txt", here / "in" / "c.txt"):
        path.write_text(f"The text of {path.name}.", encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def the_id(reference: str | Path, candidate: str | Path) -> str:
    return pair_of_files(reference, candidate).pairs[0].id


def test_documents_in_the_current_folder_have_paths_from_there(folder: Path) -> None:
    assert the_id("in/c.txt", folder / "in" / "c.txt") == "in/c.txt|in/c.txt"
    assert the_id("in/../in/c.txt", "./in/c.txt") == "in/c.txt|in/c.txt"
    assert pair_of_files("in/c.txt", "in/c.txt").labels_path == folder / "labels.csv"


def test_documents_elsewhere_have_their_whole_path(folder: Path, tmp_path: Path) -> None:
    found = pair_of_files("../../a.txt", "in/c.txt")
    (pair,) = found.pairs
    assert pair.id == f"{tmp_path.as_posix()}/a.txt|in/c.txt"
    assert pair.problem is None
    source, _ = pair.sources(found.folder)
    assert isinstance(source, Path)
    assert source.read_text(encoding="utf-8") == "The text of a.txt."


def test_a_document_that_is_missing_is_named(folder: Path) -> None:
    problem = pair_of_files("in/c.txt", "gone").pairs[0].problem
    assert str(problem) == "The candidate gone is not there."


def test_steps_up_behind_a_link_lead_where_the_system_goes(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "far" / "d.txt").write_text("Far.", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path / "far" / "away")
    pair = pair_of_files("link/../d.txt", "in/c.txt").pairs[0]
    assert pair.problem is None
    assert pair.id == f"{tmp_path.as_posix()}/far/d.txt|in/c.txt"


def row(pair_id: str, reference: Path, candidate: Path, **more: str) -> LabelRow:
    first, second = pair_id.split("|")
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (reference, candidate)]
    row = LabelRow(pair_id, first, second, None, "ada", "", "")
    row = row._replace(reference_sha256=hashes[0], candidate_sha256=hashes[1])
    return row._replace(**more)  # type: ignore[arg-type]


def test_a_row_of_an_older_version_keeps_its_id(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "a.txt", folder / "in" / "c.txt"
    listed = pair_of_files(one, two)
    rows = [row("../../a.txt|in/c.txt", one, two)]
    found = as_labelled(listed, folder / "labels.csv", rows)
    assert found.pairs[0].id == "../../a.txt|in/c.txt"
    assert found.pairs[0].sources(folder) == listed.pairs[0].sources(folder)
    new = row(listed.pairs[0].id, one, two)
    assert as_labelled(listed, folder / "labels.csv", [*rows, new]) == listed
    assert as_labelled(listed, folder / "labels.csv", []) == listed


def test_an_old_id_is_understood_after_the_label_file_moved(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    rows = [row("../a.txt|../b.txt", one, two)]
    labels = tmp_path / "other" / "place" / "labels.csv"
    listed = pair_of_files(one, two)
    assert as_labelled(listed, labels, rows).pairs[0].id == "../a.txt|../b.txt"
    two.write_text("Another text of that name.", encoding="utf-8")
    assert as_labelled(listed, labels, rows) == listed, "other documents, though named alike"


def test_a_row_whose_documents_are_there_is_not_taken_for_another(
    folder: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    other = tmp_path / "other"
    other.mkdir()
    for path in (one, two):
        (other / path.name).write_bytes(path.read_bytes())
    rows = [row("a.txt|b.txt", one, two)]
    listed = pair_of_files(one, two)
    assert as_labelled(listed, other / "labels.csv", rows) == listed


TEXTS = ("<p>One\r\ntext.</p>", "Another\u2028text 😀")


def test_pasted_texts_keep_their_id(tmp_path: Path) -> None:
    one, again, other = (pair_of_texts(a, "b", tmp_path) for a in ("a", "a", "c"))
    assert one.pairs[0].id == again.pairs[0].id != other.pairs[0].id
    assert one.pairs[0].id.startswith("pasted-ca978112ca1b|pasted-")
    assert one.labels_path is None
    assert one.pairs[0].sources(tmp_path) == ("a", "b")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One two three four five six", "One two three four five six"),
        ("One two three four five six seven", "One two three four five six…"),
        ("x" * 32, "x" * 32),
        ("x" * 33, "x" * 32 + "…"),
    ],
)
def test_a_pasted_text_is_known_by_six_words_and_32_characters(
    tmp_path: Path, text: str, shown: str
) -> None:
    """The names of both fit into the title of a window beside each other."""
    assert f"“{shown}”" in pair_of_texts(text, "Another", tmp_path).name


def test_pasted_texts_are_kept_exactly_where_their_pair_says(tmp_path: Path) -> None:
    data = tmp_path / "data"
    listed = pair_of_texts(*TEXTS, data)
    paths = keep_texts(TEXTS, data, Files())
    (pair,) = listed.pairs
    assert [str(data / name) for name in (pair.reference, pair.candidate)] == list(paths)
    assert are_pasted(paths, data)
    assert not are_pasted((paths[0], str(tmp_path / "a.txt")), data)
    assert pasted_again(paths, data) == listed
    before = [Path(path).stat().st_mtime_ns for path in paths]
    assert keep_texts(TEXTS, data, Files()) == paths
    assert [Path(path).stat().st_mtime_ns for path in paths] == before


def test_pasted_texts_that_cannot_be_read_again(tmp_path: Path) -> None:
    first, second = keep_texts(TEXTS, tmp_path, Files())
    Path(first).write_bytes(b"\xff\xfe")
    with pytest.raises(PairListError, match=r"cannot be read \(it is not UTF-8 any more\); paste"):
        pasted_again((first, second), tmp_path)
    Path(second).unlink()
    with pytest.raises(PairListError, match="is not there"):
        pasted_again((first, second), tmp_path)


@pytest.mark.parametrize(
    ("dropped", "expected"),
    [
        (("/d/candidate.txt", "/d/reference.txt"), ("/d/reference.txt", "/d/candidate.txt")),
        (("/d/reference.txt", "/d/candidate.txt"), ("/d/reference.txt", "/d/candidate.txt")),
        (("/d/calls_copy.html", "/d/calls.txt"), ("/d/calls.txt", "/d/calls_copy.html")),
        (("/d/b.txt", "/d/ORIGINAL-2.txt"), ("/d/ORIGINAL-2.txt", "/d/b.txt")),
        (("/d/b.txt", "/d/a.txt"), ("/d/b.txt", "/d/a.txt")),
        (("/d/copyright.txt", "/d/a.txt"), ("/d/copyright.txt", "/d/a.txt")),
        (("/d/copy-of-reference.txt", "/d/a.txt"), ("/d/copy-of-reference.txt", "/d/a.txt")),
        (("/d/candidate.txt",), ("/d/candidate.txt",)),
        (("/d/kopie.txt", "/d/original.txt"), ("/d/original.txt", "/d/kopie.txt")),
        (("/d/複製.txt", "/d/原文.txt"), ("/d/原文.txt", "/d/複製.txt")),
    ],
)
def test_names_say_which_is_the_reference(
    dropped: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert in_roles(dropped) == expected
