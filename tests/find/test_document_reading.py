"""Files are read side by side, in order, and once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gui.find import document_reading
from gui.find.search_cache import NAME, SearchCache
from gui.find.search_values import SearchStage
from gui.find.sources import GatheredArticles, gather
from tests.find.little_articles import BEETLE, HARBOUR, MILL


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two web pages, a table of articles between them, and a blank file."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("a.html", MILL), ("c.html", HARBOUR)):
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        (folder / name).write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
    (folder / "b.csv").write_text(f'id,text\n7,"{BEETLE}"\n', encoding="utf-8")
    (folder / "d.txt").write_text("…\n", encoding="utf-8")
    return folder


def read(folder: Path, kept_in: Path | None = None) -> GatheredArticles:
    return gather([str(folder)], jobs=2, kept_in=kept_in)


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test fail where a document is read."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(document_reading, "from_bytes", refuse)


def test_what_was_read_once_is_not_read_again(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(pages, tmp_path)
    assert [Path(a.address).name for a in first.articles] == ["a.html", "b.csv#7", "c.html"]
    assert len(first.problems) == 1
    forbid_reading(monkeypatch)
    assert read(pages, tmp_path) == first
    (pages / "d.txt").write_text("Other words.", encoding="utf-8")
    with pytest.raises(AssertionError, match="read again"):
        read(pages, tmp_path)


def test_an_interrupted_reading_goes_on_where_it_was(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(stage: SearchStage) -> None:
        if stage.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gather([str(pages)], report=interrupt, kept_in=tmp_path)
    forbid_reading(monkeypatch)
    assert [a.text for a in gather([str(pages / "a.html")], kept_in=tmp_path).articles]


def test_a_damaged_file_is_put_aside_and_a_damaged_row_read_anew(
    pages: Path, tmp_path: Path
) -> None:
    whole = read(pages)
    (tmp_path / NAME).write_bytes(b"no database at all" * 100)
    assert read(pages, tmp_path) == whole
    assert (tmp_path / f"{NAME}-put-aside").exists()
    with closing(sqlite3.connect(tmp_path / NAME)) as base, base:
        base.execute("UPDATE documents SET found = x'0102'")
    assert read(pages, tmp_path) == whole


def test_two_searches_share_the_file(tmp_path: Path) -> None:
    one, other = SearchCache(tmp_path, "documents"), SearchCache(tmp_path, "documents")
    for number in range(20):
        (one, other)[number % 2].keep(bytes([number]), str(number))
    assert [one.find(bytes([n])) for n in range(20)] == [str(n) for n in range(20)]
    one.close()
    assert other.find(b"\x01") == "1"
    other.close()


def test_of_too_much_the_older_half_goes(tmp_path: Path) -> None:
    kept = SearchCache(tmp_path, "documents", most=100_000)
    for number in range(100):
        kept.keep(bytes([number]), bytes(2_000))
    kept.close()
    assert (tmp_path / NAME).stat().st_size < 150_000
    kept = SearchCache(tmp_path, "documents")
    assert kept.find(b"\x05") is None
    assert kept.find(b"\x60") is not None
    kept.close()
