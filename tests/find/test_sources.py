"""Articles out of folders and files, and what is said of what cannot be read."""

from __future__ import annotations

import gzip
import json
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from gui.find.found_list import COLUMNS
from gui.find.search_values import SearchError, SearchStage
from gui.find.sources import SourceOptions, gather
from gui.labels.pairs.article_shelf import article_at
from tests.find.little_articles import BEETLE, HARBOUR, MILL


def test_a_folder_is_read_with_the_folders_in_it_and_without_what_is_no_article(
    tmp_path: Path,
) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    left_behind = ("b/2.txt~", "a.md.bak", "~$a.docx", ".a.md.swp", "a.md.SWP", "Thumbs.db")
    for name in ("b/2.txt", "b/.git/3.txt", "a.md", ".hidden.txt", *left_behind):
        (tmp_path / name).write_text(MILL, encoding="utf-8")
    found = gather([str(tmp_path)])
    assert [a.address for a in found.articles] == [
        str(tmp_path / "a.md"),
        str(tmp_path / "b" / "2.txt"),
    ]
    assert not found.problems


def test_the_rows_of_a_file_have_addresses(tmp_path: Path) -> None:
    file = tmp_path / "crawl.jsonl"
    rows = [{"url": "x#1", "body": MILL}, {"url": "y", "body": BEETLE}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = gather([str(file)], manner=SourceOptions("body", "url"))
    assert [a.text for a in found.articles] == [MILL, BEETLE]
    assert found.articles[0].address.startswith(f"{file}#")
    assert found.articles[0].address.endswith("x#1")


def test_an_id_that_reads_like_names_of_columns_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "crawl.jsonl"
    rows = [{"id": "[text=id]7", "text": MILL}, {"id": "[8]", "text": BEETLE}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = gather([str(file)])
    assert [article_at(a.address).text for a in found.articles] == [MILL, BEETLE]


def test_no_article_of_a_damaged_file_is_listed(tmp_path: Path) -> None:
    """The window could open none of them: what is packed is read from its beginning."""
    row = json.dumps({"text": MILL}) + "\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(row.encode() * 3_000)[:-400])
    (tmp_path / "b.txt").write_text(HARBOUR, encoding="utf-8")
    found = gather([str(tmp_path)])
    assert [a.address for a in found.articles] == [str(tmp_path / "b.txt")]
    assert [str(said) for said in found.problems] == [f"{tmp_path / 'a.jsonl.gz'}: it is damaged."]


def test_each_file_is_read_once_and_that_of_the_list_not_at_all(tmp_path: Path) -> None:
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(MILL, encoding="utf-8")
    two.write_text(HARBOUR, encoding="utf-8")
    found = gather([str(one), str(tmp_path)], leave_out=[str(two)])
    assert [a.address for a in found.articles] == [str(one)]


def test_what_cannot_be_read_is_said_and_the_rest_is_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MILL, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 and no more")
    (tmp_path / "c.csv").write_text("id,label,time\n1,copy,9\n", encoding="utf-8")
    for name in ("d.txt", "e.txt"):
        (tmp_path / name).write_text("…\n", encoding="utf-8")
    found = gather([str(tmp_path)])
    assert len(found.articles) == 1
    pdf, table, empty = map(str, found.problems)
    assert "b.pdf" in pdf
    assert "c.csv: no column for the texts of the articles" in table
    assert empty.startswith("2 articles have no words and are left out, for instance ")


def test_what_cannot_be_read_is_progress_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    seen: list[SearchStage] = []
    assert not gather([str(tmp_path)], report=seen.append).articles
    assert seen[:2] == [SearchStage("read", 0, 0), SearchStage("read", 1, 0)]


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"gone is not there; check the path"):
        gather([str(tmp_path / "gone")])


def test_a_source_that_is_one_article_of_a_file_is_told_from_one_that_is_not_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "a#b.jsonl").write_text(json.dumps({"id": 1, "text": MILL}), "utf-8")
    with pytest.raises(SearchError, match=r"#1 is one article of a file.*a#b\.jsonl inst"):
        gather([str(tmp_path / "a#b.jsonl#1")])
    with pytest.raises(SearchError, match=r"gone\.jsonl#1 is not there"):
        gather([str(tmp_path / "gone.jsonl#1")])


def test_columns_that_no_file_has_use_for_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MILL, encoding="utf-8")
    manner = SourceOptions(text="body")
    (note,) = map(str, gather([str(tmp_path)], manner=manner).notes)
    assert note.startswith("No file of the sources holds many articles")
    rows = [{"id": str(n), "body": f"{MILL} {n}"} for n in range(3)]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = gather([str(tmp_path)], manner=manner)
    assert (len(found.articles), found.notes) == (4, [])


def test_what_editors_left_behind_is_passed_over_and_said(tmp_path: Path) -> None:
    left = ["#a.txt#", "a.TXT.SAVE", "a.txt.save.1", "a.txt.old", "a.txt.bak~", "a.txt.crdownload"]
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "a.txt.txt", "in/c#.txt", *left, ".#a.txt", "~$a.docx"):
        (tmp_path / name).write_text(MILL, encoding="utf-8")
    found = gather([str(tmp_path)])
    kept = [Path(own.address).relative_to(tmp_path).as_posix() for own in found.articles]
    assert kept == ["a.txt", "a.txt.txt", "in/c#.txt"]
    (note,) = map(str, found.notes)
    assert note.startswith("6 files that editors or downloads left behind are skipped, for ")
    assert note.endswith("#a.txt#.")
    assert not found.problems
    named = gather([str(tmp_path / "a.txt.old")])  # it is asked for
    assert (len(named.articles), named.notes) == (1, [])


def test_a_column_says_when_the_articles_were_published(tmp_path: Path) -> None:
    days = ("2024-03-09T08:00:00Z", "4 March 2024", "4/3/2024", "")
    rows = [{"text": MILL, "date_published": day, "date": "2026-01-01"} for day in days]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    (tmp_path / "b.csv").write_text("body,Date\nA ship came.,2024-03-04\n", encoding="utf-8")
    found = gather([str(tmp_path)]).articles
    eight = datetime(2024, 3, 9, 8, tzinfo=timezone.utc)
    told = [eight, date(2024, 3, 4), None, None, date(2024, 3, 4)]
    assert [article.published for article in found] == told


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("created_at", 1709548200),
        ("timestamp", 1709548200000),
        ("pubDate", "Mon, 04 Mar 2024 12:30:00 +0200"),
        ("firstPublishedAt", "2024-03-04T05:30:00.000-0500"),
        ("dc:date", "2024-03-04 10:30:00"),  # a table has one clock, UTC if it names none
        ("meta.published_time", "1709548200.0"),
        ("dateTime", "4 March 2024, 5:30 AM ET"),
    ],
)
def test_columns_with_many_names_say_when_articles_were_published(
    tmp_path: Path, column: str, value: str | int
) -> None:
    outer, _, name = column.rpartition(".")
    row = {"text": MILL, **({outer: {name: value}} if outer else {name: value})}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    (found,) = gather([str(tmp_path)]).articles
    assert found.published == datetime(2024, 3, 4, 10, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "row",
    [
        {"updated_at": "2024-03-04"},
        {"crawled_at": "2024-03-04", "fetched": "2024-03-04", "last_modified": "2024-03-04"},
        {"user": {"created_at": "2014-03-04"}},
        {"timestamp": 20},
    ],
)
def test_columns_say_nothing_that_tell_of_a_change_a_crawl_or_something_else(
    tmp_path: Path, row: dict[str, object]
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": MILL, **row}), "utf-8")
    (found,) = gather([str(tmp_path)]).articles
    assert found.published is None


def test_the_list_of_an_earlier_search_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(MILL, encoding="utf-8")
    (tmp_path / "earlier.csv").write_text(",".join(COLUMNS) + "\r\n", encoding="utf-8")
    found = gather([str(tmp_path)])
    assert [Path(own.address).name for own in found.articles] == ["mill.txt"]
    assert not found.problems
