"""The articles of a file with rows: which columns they are in, their ids, and what goes wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from gui.documents import DocumentError
from gui.labels.pairs.article_addresses import split_address, splits
from gui.labels.pairs.article_shelf import article_at
from gui.labels.pairs.articles import address_prefix, articles_in
from gui.messages import Message
from tests.labels.pairs.test_table_rows import zstandard
from tests.labels.pairs.workbooks import sheet, xlsx

HARBOUR = "The harbour opened again.\n\nIt had been shut for years."
MILL = "The mill burned down, “all of it”."
ROWS = ({"id": "h-1", "text": HARBOUR}, {"id": "m-2", "text": MILL})


def lines(rows: Iterable[object]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path, **columns: str) -> str:
    with pytest.raises(DocumentError) as error:
        list(articles_in(path, **columns))  # type: ignore[arg-type]
    return str(error.value)


def csv_of(*rows: tuple[str, str]) -> bytes:
    quoted = ('"{}"'.format(text.replace('"', '""')) for _, text in rows)
    return "".join(f"{id},{text}\r\n" for (id, _), text in zip(rows, quoted, strict=True)).encode()


FILES = {
    "pool.jsonl": lines(ROWS),
    "pool.jsonl.gz": gzip.compress(lines(ROWS)),
    "pool.json": json.dumps(ROWS, indent=1).encode(),
    "answer.json": json.dumps({"total": 2, "results": ROWS}).encode(),
    "pool.csv": b"id,text\r\n" + csv_of(("h-1", HARBOUR), ("m-2", MILL)),
    "wide.jsonl": lines(ROWS).decode().encode("utf-16"),
    "marked.jsonl": b"\xef\xbb\xbf" + lines(ROWS),
    "pool.xlsx": xlsx({"Pool": sheet(("id", "text"), ("h-1", HARBOUR), ("m-2", MILL))}),
}


@pytest.mark.parametrize("name", FILES)
def test_all_files_with_rows_give_the_same_articles(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, FILES[name])
    assert list(articles_in(path)) == [("h-1", HARBOUR), ("m-2", MILL)]
    assert article_at(f"{path}#m-2").text == MILL
    assert article_at(f"{path}#h-1").text == HARBOUR


@pytest.mark.parametrize(
    ("row", "id"),
    [
        ({"url": "https://news.example/a#b", "title": "T", "articleBody": MILL}, ""),
        ({"meta": {"doc_id": 7}, "article": {"headline": "T", "body": MILL}}, "7"),
        ({"title": "T", "Content": MILL}, "1"),
        ({"_id": {"key": "k"}, "title": {"text": "T"}, "body": {"text": MILL}}, "k"),
        ({"documents": ["one", "two"], "id": None, "story": MILL}, "1"),
    ],
)
def test_columns_are_known_by_their_names(tmp_path: Path, row: object, id: str) -> None:
    path = written(tmp_path, "pool.jsonl", lines([row, row]))
    first = next(articles_in(path))
    assert first == (id or "https://news.example/a#b", MILL)
    assert article_at(f"{path}#{first.id}").text == MILL


def test_parquet_and_zstandard(tmp_path: Path) -> None:
    from arro3.core import Array, DataType, Table
    from arro3.io import write_parquet

    texts = Array([HARBOUR, MILL], type=DataType.utf8())
    table = Table.from_pydict({"id": Array([7, 8], type=DataType.int64()), "text": texts})
    path = tmp_path / "pool.parquet"
    write_parquet(table, str(path))
    assert list(articles_in(path)) == [("7", HARBOUR), ("8", MILL)]
    packed = written(tmp_path, "pool.jsonl.zst", zstandard(lines(ROWS)))
    assert list(articles_in(packed)) == [("h-1", HARBOUR), ("m-2", MILL)]
    for each, id in ((path, "8"), (packed, "m-2")):
        assert article_at(f"{each}#{id}").text == MILL


def test_columns_may_be_named_and_the_address_says_so(tmp_path: Path) -> None:
    rows = [{"nr": {"main": 5}, "inhalt": HARBOUR}, {"nr": {"main": 6}, "inhalt": MILL, "text": ""}]
    path = written(tmp_path, "pool.jsonl", lines(rows))
    columns = {"text": "Inhalt", "id": "nr.main"}
    assert list(articles_in(path, **columns)) == [("5", HARBOUR), ("6", MILL)]  # type: ignore[arg-type]
    prefix = address_prefix(path, **columns)
    assert article_at(f"{path}{prefix}6").text == MILL
    assert address_prefix(path, text="text") == "#"
    assert address_prefix(path) == "#"
    there = "there are: nr.main, inhalt, text"
    assert there in refusal(path, text="body")
    assert there in refusal(path, id="number")


def test_a_lone_column_holds_the_texts_of_a_list_but_not_of_prose(tmp_path: Path) -> None:
    assert list(articles_in(written(tmp_path, "a.csv", b"headline\nOne\nTwo\n"))) == [
        ("1", "One"),
        ("2", "Two"),
    ]
    several = refusal(written(tmp_path, "b.csv", b"title,date\nOne,Monday\n"))
    assert "there are: title, date" in several
    for name, data in (("c.txt", b"The mill\n\nburned; all.\n"), ("d.png", b"\x89PNG\r\n\0\0\0")):
        path = written(tmp_path, name, data)
        assert "not a file with a row for each article" in refusal(path)
        with pytest.raises(DocumentError, match=rf"{name}#1: .*not a file with a row"):
            article_at(f"{path}#1")


def test_an_id_that_stands_twice_is_told_apart(tmp_path: Path) -> None:
    rows = [{"id": id, "text": str(n)} for n, id in enumerate(["a", "a", "a (2)", "", "a", " b "])]
    path = written(tmp_path, "pool.jsonl", lines(rows))
    said: list[Message] = []
    found = list(articles_in(path, tell=said.append))
    assert [id for id, _ in found] == ["a", "a (2)", "a (2) (2)", "4", "a (3)", "b"]
    assert [article_at(f"{path}#{id}").text for id, _ in found] == list("012345")
    assert "3 articles" in str(said[0])
    assert "row 2" in str(said[0])
    assert "“a (2)”" in str(said[0])


def test_rows_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    data = b'{"text": "one"}\n{"text": \n\n7\n{"text": "four"}\n'
    path = written(tmp_path, "pool.jsonl", data)
    said: list[Message] = []
    assert list(articles_in(path, tell=said.append)) == [("1", "one"), ("4", "four")]
    assert "2 rows" in str(said[0])
    assert "row 2, which is not valid JSON" in str(said[0])
    with pytest.raises(DocumentError, match=r"pool.jsonl#3: row 3 is not a JSON object\."):
        article_at(f"{path}#3")


def test_what_is_wrong_with_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    whole = gzip.compress(lines(ROWS * 500), mtime=0)
    for name, data, why in (
        ("empty.csv", b"", "the file is empty"),
        ("head.csv", b"id,text\n", "there are no articles in it"),
        ("none.json", b"[]", "there are no articles in it|no column for the texts"),
        ("cut.jsonl.gz", whole[: len(whole) // 2], "it is damaged"),
        ("gone.csv", None, "there is no such file"),
        ("folder.csv", None, "this is a folder"),
    ):
        if data is not None:
            written(tmp_path, name, data)
        said = refusal(tmp_path / name)
        assert said.count(name) == 1
        assert any(each in said for each in why.split("|")), said


def test_a_line_without_an_end_costs_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.pairs.articles.LIMIT", 2_000)
    long = {"id": "long", "text": "x" * 3_000_000}
    path = written(tmp_path, "pool.jsonl", lines([*ROWS, long, {"id": "after", "text": MILL}]))
    said: list[Message] = []
    assert [id for id, _ in articles_in(path, tell=said.append)] == ["h-1", "m-2", "after"]
    assert "row 3 has more than" in str(said[0])
    assert article_at(f"{path}#after").text == MILL


def test_a_file_that_changed_is_looked_through_again(tmp_path: Path) -> None:
    for name in ("pool.jsonl", "pool.jsonl.gz"):
        pack = gzip.compress if name.endswith("gz") else bytes
        path = written(tmp_path, name, pack(lines(ROWS)))
        assert article_at(f"{path}#m-2").text == MILL
        path.write_bytes(pack(lines([{"id": "new", "text": "N"}, *reversed(ROWS)])))
        assert article_at(f"{path}#new").text == "N"
        assert article_at(f"{path}#m-2").text == MILL
        with pytest.raises(DocumentError, match=r"no article “x” in it \(articles: 3; the first"):
            article_at(f"{path}#x")


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.jsonl", lines(ROWS))
    found = articles_in(path)
    next(found)
    path.write_bytes(lines(ROWS * 2))
    with pytest.raises(DocumentError, match="changed while it was read"):
        list(found)


def test_what_is_too_large_to_be_kept_says_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.pairs.article_shelf.MOST", 1_000)
    rows = [{"id": n, "text": "x" * 500} for n in range(3)]
    packed = written(tmp_path, "pool.jsonl.gz", gzip.compress(lines(rows)))
    with pytest.raises(DocumentError, match="save it as JSON lines"):
        article_at(f"{packed}#1")
    assert article_at(f"{written(tmp_path, 'pool.jsonl', lines(rows))}#1").text == "x" * 500


def test_an_address_is_split_behind_the_first_file(tmp_path: Path) -> None:
    pool = written(tmp_path, "pool.jsonl", lines(ROWS))
    assert split_address(f"{pool}#a#b") == (pool, "a#b")
    assert split_address(f"{pool}#https://news.example//a/../b") == (
        pool,
        "https://news.example//a/../b",
    )
    assert split_address(pool) is None
    assert split_address(f"{pool}#") is None
    assert split_address(tmp_path / "gone.jsonl#1") is None
    own = written(tmp_path, "pool.jsonl#7", b"a file of its own")
    assert split_address(own) is None
    assert split_address(f"{own}#8") == (pool, "7#8")
    (tmp_path / "C#").mkdir()
    inside = written(tmp_path / "C#", "pool.jsonl", lines(ROWS))
    assert split_address(f"{inside}#m-2") == (inside, "m-2")


def test_a_file_is_looked_for_only_where_a_path_may_end() -> None:
    found = list(splits("a#b" + "#" * 20_000))
    assert found[0] == ("a", "b" + "#" * 20_000)
    assert len(found) < 5_000


@pytest.mark.parametrize(("place", "is_known"), [(1_000, True), (1_001, False)])
def test_the_first_1000_rows_show_which_columns_there_are(
    tmp_path: Path, place: int, is_known: bool
) -> None:
    rows: list[dict[str, object]] = [{"id": n} for n in range(1, place)]
    path = written(tmp_path, "pool.jsonl", lines([*rows, {"id": place, "text": MILL}]))
    if is_known:
        assert [article.text for article in articles_in(path)][-1] == MILL
    else:
        assert "text" in refusal(path)


@pytest.mark.parametrize(("before", "is_known"), [(3_999_999, True), (4_000_000, False)])
def test_four_megabytes_show_which_columns_there_are(
    tmp_path: Path, before: int, is_known: bool
) -> None:
    first = b'{"id": 1}\n'
    first += b'{"id": 2}\n'.rjust(before - len(first))
    path = written(tmp_path, "pool.jsonl", first + lines([{"id": 3, "text": MILL}]))
    if is_known:
        assert [article.text for article in articles_in(path)][-1] == MILL
    else:
        assert "text" in refusal(path)


def test_why_a_row_cannot_be_read_is_kept_of_1000_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.jsonl", lines(ROWS) + b"{broken\n" * 1_001)
    with pytest.raises(DocumentError, match="row 1002 is not valid JSON"):
        article_at(f"{path}#1002")
    with pytest.raises(DocumentError) as caught:
        article_at(f"{path}#1003")
    assert "not valid" not in str(caught.value)


def test_the_path_of_a_file_has_4096_characters_at_most() -> None:
    assert list(splits(f"{'x' * 4_095}#7"))
    assert not list(splits(f"{'x' * 4_096}#7"))
