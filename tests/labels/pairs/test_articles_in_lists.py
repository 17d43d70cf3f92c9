"""Pair lists that name articles in a file, ``FILE#ID``: where they are found, read and hashed."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from gui.documents import DocumentError
from gui.labels import LoneDocumentError, Pair, PairList, PairListError, pair_of_files, read_pairs
from gui.labels.label_values import LabelRow
from gui.labels.pairs.article_addresses import Address
from gui.labels.pairs.named_pairs import as_labelled, look_for_two
from gui.labels.pairs.pair_documents import read_document, sha256_at
from gui.labels.pairs.pair_paths import found_sources, state_of
from gui.labels.pairs.pair_table import missing_document, unreadable_at_sight
from gui.labels.reconciling.stray_rows import hashes_in
from gui.review.opening.wanted import Wanted
from tests.labels.pairs.test_articles import HARBOUR, MILL, lines

URL = "https://news.example//a/../b?x=1#top"
ROWS = ({"url": URL, "text": HARBOUR}, {"url": "m", "text": MILL}, {"url": "none", "text": " \n"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "pool.jsonl").write_bytes(lines(ROWS))
    (tmp_path / "a.txt").write_text("A file.")
    return tmp_path


def listed(folder: Path, *rows: tuple[str, str]) -> PairList:
    said = [{"reference": reference, "candidate": candidate} for reference, candidate in rows]
    (folder / "pairs.jsonl").write_bytes(lines(said))
    return read_pairs(folder / "pairs.jsonl")


def test_a_row_with_addresses_means_the_articles(folder: Path) -> None:
    name = f"docs/pool.jsonl#{URL}"
    pairs = listed(folder, (name, "docs/pool.jsonl#m"))
    (pair,) = pairs.pairs
    assert (pair.id, pairs.notices) == (f"{name}|docs/pool.jsonl#m", ())
    assert missing_document(pair, folder) is None
    assert unreadable_at_sight(pair, folder) is None
    pool = folder / "docs" / "pool.jsonl"
    first, second = found_sources(pair, folder)
    assert (first, second) == (Address(pool, URL), Address(pool, "m"))
    document = read_document(first, name)
    assert (document.text, document.name, document.format) == (HARBOUR, name, "text")
    assert len(document.sections) == 2
    assert document.notices == ()
    hashes = (document.sha256, read_document(second, "docs/pool.jsonl#m").sha256)
    assert document.sha256 == hashlib.sha256(HARBOUR.encode()).hexdigest()
    assert hashes == hashes_in(folder)(pair) == (sha256_at(first), sha256_at(second))


def test_titles_as_ids_are_no_texts(folder: Path) -> None:
    title = "The mill burned down in the night, all of it."
    rows = [{"id": title, "text": MILL}, {"id": title + "!", "text": HARBOUR}]
    (folder / "titles.jsonl").write_bytes(lines(rows))
    (pair,) = listed(folder, (f"titles.jsonl#{title}", f"titles.jsonl#{title}!")).pairs
    assert pair.reference_text is None
    assert missing_document(pair, folder) is None


def test_the_file_may_be_nearly_where_the_list_says(folder: Path) -> None:
    pool = folder / "docs" / "pool.jsonl"
    for name in ("docs\\Pool.jsonl#m", f"file://{pool}#m", " docs/pool.jsonl#m"):
        pairs = listed(folder, (name, "a.txt"))
        found = found_sources(pairs.pairs[0], folder)[0]
        assert found == Address(pool, "m"), name
        document = read_document(found, name)
        assert (document.text, document.notices[0].code) == (MILL, "found-elsewhere")
        assert pairs.notices
    page = folder / "page.html"
    page.write_text("<p>A page.</p>")
    (pair,) = listed(folder, (f"file://{page}#part", "a.txt")).pairs
    assert found_sources(pair, folder)[0] == page


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("docs/pool.jsonl#x", "docs/pool.jsonl#x: there is no article “x” in it"),
        ("docs/pool.jsonl#none", "docs/pool.jsonl#none: the document holds no text"),
        ("a.txt#1", "a.txt#1: this is not a file with a row for each article"),
        ("docs/gone.jsonl#1", "The candidate docs/gone.jsonl#1 is not there."),
    ],
)
def test_what_is_not_there_is_one_sentence(folder: Path, name: str, why: str) -> None:
    (pair,) = listed(folder, ("a.txt", name)).pairs
    said = str(missing_document(pair, folder) or "")
    if not said:
        with pytest.raises(DocumentError) as error:
            read_document(found_sources(pair, folder)[1], name)
        said = str(error.value).replace(f"{folder}/", "")
    assert said.startswith(why)


def test_a_change_of_the_file_is_one_of_the_pair(folder: Path) -> None:
    (pair,) = listed(folder, (f"docs/pool.jsonl#{URL}", "docs/pool.jsonl#m")).pairs
    before = state_of(pair, folder)
    assert before == state_of(pair, folder)
    (folder / "docs" / "pool.jsonl").write_bytes(lines([*ROWS, *ROWS]))
    assert state_of(pair, folder) != before


def test_two_articles_named_by_hand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "docs")
    named = (f"pool.jsonl#{URL}", f"{folder}/docs/pool.jsonl#m")
    pairs = pair_of_files(*look_for_two(*named))
    (pair,) = pairs.pairs
    assert (pair.reference, pair.candidate) == (f"pool.jsonl#{URL}", "pool.jsonl#m")
    assert pairs.name == f"pool.jsonl#{URL} and pool.jsonl#m"
    assert pair.problem is None
    assert read_document(found_sources(pair, pairs.folder)[0], pair.reference).text == HARBOUR
    with pytest.raises(LoneDocumentError, match="a second one is missing"):
        read_pairs(named[0])
    with pytest.raises(PairListError, match=r"gone\.jsonl#1 is not there"):
        look_for_two("gone.jsonl#1", named[0])
    again = Wanted(named).key.split("|")  # by which the window opens them once more
    monkeypatch.chdir(folder)
    (pair,) = pair_of_files(*again).pairs
    assert pair.reference == f"docs/pool.jsonl#{URL}"


def test_labels_of_two_articles_that_moved_are_known_by_their_hashes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "docs")
    pairs = pair_of_files("pool.jsonl#m", f"pool.jsonl#{URL}")
    first, second = map(sha256_at, found_sources(pairs.pairs[0], pairs.folder))
    row = LabelRow("old", "old/pool.jsonl#m", f"old/pool.jsonl#{URL}", "copy", "ada", "", "")
    row = row._replace(reference_sha256=first, candidate_sha256=second)
    (pair,) = as_labelled(pairs, folder / "labels.csv", [row]).pairs
    assert pair.id == "old"


def test_articles_of_one_list_may_stand_in_files_of_all_kinds(folder: Path) -> None:
    (folder / "p.jsonl.gz").write_bytes(gzip.compress(lines(ROWS)))
    (folder / "p.json").write_text(json.dumps(ROWS))
    for name in ("p.jsonl.gz", "p.json", "docs/pool.jsonl"):
        (pair,) = listed(folder, (f"{name}#m", f"{name}#{URL}")).pairs
        texts = [read_document(place, "x").text for place in found_sources(pair, folder)]
        assert texts == [MILL, HARBOUR]


def test_an_html_text_stays_a_text(folder: Path) -> None:
    (folder / "html.csv").write_text('id,text\n1,"<p>One</p>"\n')
    (pair,) = listed(folder, ("html.csv#1", "a.txt")).pairs
    document = read_document(found_sources(pair, folder)[0], "html.csv#1")
    assert (document.text, document.format) == ("<p>One</p>", "text")


def test_a_pair_keeps_its_texts_where_the_list_has_them(folder: Path) -> None:
    pair = Pair("1", "docs/pool.jsonl#m", "b", "Its own text.", "Another.")
    assert found_sources(pair, folder) == ("Its own text.", "Another.")
