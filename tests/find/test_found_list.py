"""The pair list of a search: what it calls the articles, which must be found again by that."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from arro3.core import Array, DataType, Table
from arro3.io import write_parquet

from gui.find.found_list import ids_in, list_of, parquet_of, reason_for
from gui.find.proposing.direction import Earlier
from gui.find.proposing.proposals import Proposal, Wish
from gui.find.search import find_pairs
from gui.find.sources import gather
from gui.find.verifying.verification import Kept
from gui.labels import read_pairs
from gui.labels.pairs.pair_documents import read_document
from gui.labels.pairs.pair_paths import found_sources
from tests.find.little_articles import HARBOUR, SPUN, collection


def check_found_again(articles: Path, target: Path) -> None:
    """Write a list of the two articles; the other programs read them by it."""
    found = gather([str(articles)]).articles
    assert [article.text for article in found] == [HARBOUR, SPUN]
    proposal = Proposal(0, 1, 0.9, 5.0, 0.5, Kept(0, 0, 0), None, Earlier.UNKNOWN)
    target.write_text(list_of([proposal], found, str(target.parent)), "utf-8", newline="")
    (pair,) = read_pairs(target).pairs
    sources = found_sources(pair, target.parent)
    read = [read_document(*each) for each in zip(sources, pair[1:3], strict=True)]
    assert [document.text for document in read] == [HARBOUR, SPUN]
    assert [document.name for document in read] == [pair.reference, pair.candidate]
    assert not any(document.notices for document in read)


@pytest.mark.parametrize(
    "ids",
    [
        ("https://news.example/a", "https://news.example/b?x=1#top"),
        ("../../a", "./b/../c/"),
        ("a//b", "."),
        ("[text=id]7", "\\\\host\\share"),
    ],
)
def test_an_id_is_no_path(ids: tuple[str, str], tmp_path: Path) -> None:
    crawl = tmp_path / "pool" / "crawl.jsonl"
    crawl.parent.mkdir()
    rows = [{"id": id, "text": text} for id, text in zip(ids, (HARBOUR, SPUN), strict=True)]
    crawl.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    check_found_again(crawl, tmp_path / "pairs.csv")


def test_a_path_that_is_not_utf_8(tmp_path: Path) -> None:
    folder = tmp_path / "pool"
    folder.mkdir()
    try:
        for name, text in ((b"caf\xe9.txt", HARBOUR), (b"caf\xea.txt", SPUN)):
            (folder / os.fsdecode(name)).write_text(text, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("names of files are UTF-8 here")
    check_found_again(folder, tmp_path / "pairs.csv")


@pytest.mark.parametrize("name", ["pairs.csv", "pairs.parquet"])
def test_a_pair_that_the_list_had_is_not_turned_round(name: str, tmp_path: Path) -> None:
    for file, text in (("a.txt", HARBOUR), ("b.txt", SPUN)):
        (tmp_path / file).write_text(text, encoding="utf-8")
    articles = gather([str(tmp_path)]).articles
    target, write = tmp_path / name, list_of if name.endswith(".csv") else parquet_of
    before: frozenset[str] = frozenset()
    rows = []
    for way in ((0, 1), (1, 0), (1, 0)):
        found = Proposal(*way, 0.9, 5.0, 0.5, Kept(0, 0, 0), None, Earlier.WORDS)
        written = write([found], articles, str(tmp_path), before)
        target.write_bytes(written.encode() if isinstance(written, str) else written)
        before = ids_in(target) or frozenset()
        assert before == frozenset({"a.txt|b.txt"})
        rows.append(read_pairs(target).pairs[0])
    assert [row[:3] for row in rows] == [("a.txt|b.txt", "a.txt", "b.txt")] * 3
    assert [dict(row.details)["earlier"] for row in rows] == ["words", "list", "list"]


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_kept_is_counted_of_the_original(order: int) -> None:
    copy = "\n\n".join(HARBOUR.split("\n\n")[2:]).replace("brass", "silver")
    (pair,) = find_pairs(collection(HARBOUR, copy)[::order], Wish())
    for found in (pair, pair.turned().turned()):
        assert "; 2 of 3 figures kept; 3 of 7 sentences word for word; " in reason_for(found)
    turned = reason_for(pair.turned())
    assert "; 2 of 2 figures kept; 3 of 4 sentences word for word; " in turned


@pytest.mark.parametrize("write", [list_of, parquet_of])
def test_a_list_without_pairs_is_one_that_a_search_wrote(
    write: Callable[..., str | bytes], tmp_path: Path
) -> None:
    written = write([], [], str(tmp_path))
    target = tmp_path / ("pairs.csv" if isinstance(written, str) else "pairs.parquet")
    target.write_bytes(written.encode() if isinstance(written, str) else written)
    assert ids_in(target) == frozenset()
    if target.suffix == ".parquet":
        write_parquet(Table.from_pydict({"id": Array([], type=DataType.string())}), target)
        assert ids_in(target) is None


@pytest.mark.parametrize("name", ["labels.csv", "b.txt", "articles.parquet"])
def test_what_no_search_wrote_is_no_list(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PAR1 or \xff,\x00\nid,reference\n")
    assert ids_in(tmp_path / name) is None
