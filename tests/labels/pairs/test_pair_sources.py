"""Lists and folders of pairs: what is found in them, and what is said of the rest."""

from __future__ import annotations

import gc
import itertools
import json
import os
import pickle
import pickletools
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from gui.labels import PairList, PairListError, missing_document, read_pairs
from gui.labels.label_values import UnnamedColumnsError
from gui.labels.pairs.pair_columns import find_roles
from gui.labels.pairs.pair_rows import CsvRows
from gui.labels.pairs.pair_table import ListRow, PairTable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text {name}.", encoding="utf-8")
    return tmp_path


def listed(folder: Path, text: str, name: str = "pairs.csv", encoding: str = "utf-8") -> PairList:
    (folder / name).write_bytes(text.encode(encoding))
    return read_pairs(folder / name)


@pytest.mark.parametrize(
    "header",
    [
        "reference,candidate",
        "left,right",
        "a,b",
        "path_a,path_b",
        "source,suspicious",
        "original,copy",
        " Reference , CANDIDATE ",
    ],
)
def test_columns_by_any_of_their_names(folder: Path, header: str) -> None:
    (pair,) = listed(folder, f"{header}\r\na.txt,sub/c.txt\r\n").pairs
    assert (pair.id, pair.reference, pair.candidate) == ("a.txt|sub/c.txt", "a.txt", "sub/c.txt")
    assert pair.problem is None
    assert pair.sources(folder) == (folder / "a.txt", folder / "sub" / "c.txt")


@pytest.mark.parametrize(
    "names", ["reference_text,candidate_text", "sentence1,sentence2", "text_a,text_b"]
)
def test_texts_in_the_list_and_the_number_of_the_row_as_id(folder: Path, names: str) -> None:
    found = listed(folder, f'{names}\r\n"One, two.",Three.\r\nFour.,"Fi\nve."\r\n')
    first, second = found.pairs
    assert (first.id, second.id) == ("1", "2")
    assert first.sources(folder) == ("One, two.", "Three.")
    assert second.candidate_text == "Fi\nve."


@pytest.mark.parametrize("column", ["id", "pair_id"])
def test_ids_and_details(folder: Path, column: str) -> None:
    found = listed(folder, f"topic,{column},left,right,score\r\nsea,one,a.txt,b.txt,0.5\r\n")
    (pair,) = found.pairs
    assert pair.id == "one"
    assert pair.details == (("topic", "sea"), ("score", "0.5"))


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_delimiter_and_encoding(folder: Path, delimiter: str, encoding: str) -> None:
    rows = [
        "id,reference,candidate",
        "naïve café,a.txt,b.txt",
        "Zoë said “Non” – très déjà,a.txt,b.txt",
    ]
    text = "\n".join(rows).replace(",", delimiter)
    assert [p.id for p in listed(folder, text, encoding=encoding).pairs] == [
        "naïve café",
        "Zoë said “Non” – très déjà",
    ]


def test_other_columns_are_named(folder: Path) -> None:
    path = folder / "list.csv"
    path.write_text("reference,candidate,old,new\nx,y,a.txt,b.txt\n", encoding="utf-8")
    (pair,) = read_pairs(path, columns=["old", "New"]).pairs
    assert (pair.reference, pair.candidate) == ("a.txt", "b.txt")
    with pytest.raises(PairListError, match="no column “older”"):
        read_pairs(path, columns=["older", "new"])
    with pytest.raises(PairListError, match="two different names"):
        read_pairs(path, columns=["old", "old"])


def test_json_lines(folder: Path) -> None:
    rows = [
        json.dumps({"id": 7, "reference": "a.txt", "candidate": "b.txt", "score": 0.5, "x": None}),
        "",
        "{broken",
        '["no object"]',
        json.dumps({"sentence1": "One.", "sentence2": "Two.", "tags": ["é"]}, ensure_ascii=False),
        json.dumps({"reference": "a.txt"}),
    ]
    found = listed(folder, "\n".join(rows), "list.jsonl")
    assert [pair.id for pair in found.pairs] == ["7", "row 2", "row 3", "4", "5"]
    one, broken, array, text, half = found.pairs
    assert one.problem is None
    assert one.details == (("score", "0.5"), ("x", ""))
    assert str(broken.problem) == "Row 2 of the list is not valid JSON."
    assert str(array.problem) == "Row 3 of the list is not a JSON object."
    assert text.reference_text == "One."
    assert text.details == (("tags", '["é"]'),)
    assert str(half.problem) == "Row 5 of the list names no candidate."


def test_json_nested_deeply_costs_its_row_alone(folder: Path) -> None:
    """Somewhere below the interpreter's limit a value can be read and not be written."""
    depths = [*range(700, 1001, 3), 100_000]
    start = '"reference": "a.txt", "candidate": "b.txt"'
    rows = [
        f'{{"id": {number}, {start}, "tags": {"[" * depth}{"]" * depth}}}'
        for number, depth in enumerate(depths)
    ]
    rows.append(f"{{{start}}}")
    *deep, plain = listed(folder, "\n".join(rows), "list.jsonl").pairs
    assert plain.problem is None
    problems = {pair.problem for pair in deep if pair.problem is not None}
    assert deep[-1].problem is not None
    assert all(
        "is nested too deeply; give each column a text" in str(problem) for problem in problems
    )


def test_bad_rows_are_unreadable_and_the_rest_work(folder: Path) -> None:
    found = listed(
        folder,
        "id,reference,candidate\r\n"
        "one,a.txt,b.txt\r\n"
        "two\r\n"
        "one,b.txt,a.txt\r\n"
        "gone,a.txt,gone.txt\r\n"
        "\r\n"
        "none,,b.txt\r\n"
        'quote,"a.txt,b.txt\r\n'
        "last,a.txt,sub/c.txt\r\n",
    )
    assert [(pair.id, pair.problem and str(pair.problem)) for pair in found.pairs] == [
        ("one", None),
        ("two", "Row 2 of the list is too short: it has 1 of 3 columns."),
        ("one (row 3)", "Row 3 of the list has the id one, which an earlier row already has."),
        ("gone", None),  # the disk is not asked
        ("none", "Row 5 of the list names no reference."),
        ("row 6", "Row 6 of the list opens a quotation mark that is never closed."),
        ("last", None),
    ]


def test_a_document_that_is_not_there_is_named_until_it_appears(folder: Path) -> None:
    (pair,) = listed(folder, "reference,candidate\na.txt,late.txt\n").pairs
    assert str(missing_document(pair, folder)) == "The candidate late.txt is not there."
    (folder / "late.txt").write_text("Here I am.", encoding="utf-8")
    assert missing_document(pair, folder) is None
    (text,) = listed(folder, "text_a,text_b\none,two\n").pairs
    assert missing_document(text, folder) is None


def test_names_and_places(folder: Path) -> None:
    found = listed(folder, "reference,candidate\na.txt,b.txt\n")
    assert found.name == folder.name
    assert found.folder == folder
    assert found.labels_path == folder / "labels.csv"
    assert listed(folder, "a,b\na.txt,b.txt\n", "spring.csv").name == "spring"


def test_a_folder_with_a_list(folder: Path) -> None:
    listed(folder, "id,reference,candidate\none,a.txt,b.txt\n")
    found = read_pairs(folder)
    assert [pair.id for pair in found.pairs] == ["one"]
    assert found.labels_path == folder / "labels.csv"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_path_that_is_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    for name in ("1.txt", "2.txt"):
        (folder / name).write_text("A text.", encoding="utf-8")
    found = read_pairs(tmp_path)
    (pair,) = found.pairs
    assert pair.id == "caf\\xe9"
    assert pair.sources(found.folder)[0] == tmp_path / "caf\udce9" / "1.txt"
    assert pair.sources(found.folder)[0].read_text() == "A text."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no pairs"),
        (b"reference,candidate\r\n", "holds no pairs"),
        (b"title,body\r\nx,y\r\n", "find the pairs with copydesk-find --text NAME."),
        (bytes(range(256)) * 8, "its bytes are not text"),
        (b'[{"reference": "a"}]', "no columns for the two documents"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / ("list.json" if content.startswith(b"[") else "list.csv")
    path.write_bytes(content)
    with pytest.raises(PairListError) as caught:
        read_pairs(path)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(PairListError, match="is not there"):
        read_pairs(tmp_path / "no.csv")
    with pytest.raises(PairListError, match="holds no pairs: neither"):
        read_pairs(tmp_path)


def test_fifty_thousand_rows_open_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"pair-{n},a{n}.txt,b{n}.txt\r\n" for n in range(50_000))
    path = tmp_path / "pairs.csv"
    path.write_text("id,reference,candidate\r\n" + rows, encoding="utf-8", newline="")
    opened: list[object] = []
    monkeypatch.setattr(os.path, "isfile", opened.append)
    found = read_pairs(path)
    assert len(found.pairs) == 50_000
    assert found.pairs[49_999].id == "pair-49999"
    assert found.pairs[-1] == found.pairs[49_999]
    assert [pair.id for pair in found.pairs[10:12]] == ["pair-10", "pair-11"]
    assert opened == []
    with pytest.raises(IndexError):
        found.pairs[50_000]


def test_paths_come_before_synonyms_of_texts() -> None:
    roles = find_roles(["ID", "sentence1", "sentence2", "left", "right"])
    assert roles.id == "ID"
    assert roles.paths == ("left", "right")
    assert roles.texts == ("sentence1", "sentence2")


def test_the_rows_that_no_file_could_make_a_pair_of_are_known_at_once(folder: Path) -> None:
    rows = "one,a.txt,b.txt\ntwo,a.txt\none,a.txt,b.txt\nfour,gone.txt,b.txt\n"
    table = listed(folder, f"id,reference,candidate\n{rows}").pairs
    assert isinstance(table, PairTable)
    assert table.unusable == {1, 2}
    assert [table.size(index) for index in range(4)] == [16, 10, 16, 20]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows of lists in the order in which they are read."""
    found: list[int] = []
    row = CsvRows.row

    def noted(rows: CsvRows, index: int) -> ListRow:
        found.append(index)
        return row(rows, index)

    monkeypatch.setattr(CsvRows, "row", noted)
    return found


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_long_list_leaves_nothing_that_is_searched_for_garbage(folder: Path, kind: str) -> None:
    """Of a million rows that took a tenth of a second, for which the window stood still."""
    if kind == "csv":
        rows = "id,reference,candidate\n" + "".join(f"{n},a.txt,b.txt\n" for n in range(5_000))
    else:
        row = '{{"id": "{}", "reference": "a.txt", "candidate": "b.txt"}}\n'
        rows = "".join(row.format(n) for n in range(5_000))
    path = folder / f"long.{kind}"
    path.write_text(rows, encoding="utf-8")
    read_pairs(path)  # what the first one loads is there by now
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        pairs = read_pairs(path).pairs
        assert len(pairs) == 5_000
        assert len(gc.get_objects()) < before + 1_000
    finally:
        gc.enable()


def test_a_list_goes_to_another_process_while_somebody_works_on_it(folder: Path) -> None:
    rows = "".join(f"{number},a.txt,b.txt,{'x' * 100_000}\n" for number in range(30))
    table = listed(folder, f"id,reference,candidate,remark\n{rows}").pairs
    places = itertools.count()
    kept = [table[next(places)] for _ in range(16)]
    assert len(kept) == 16
    sent = bytearray()

    class Pipe:
        def write(self, piece: bytes) -> None:
            sent.extend(piece)
            assert table[next(places) % 30]  # another thread has its turn, and moves on

    pickle.Pickler(Pipe(), pickle.HIGHEST_PROTOCOL).dump(table)
    assert tuple(pickle.loads(sent)) == tuple(table)


@pytest.mark.parametrize(
    "names", [(), ("", "ä😀", "half \\xed\\xa0", "one\\ntwo") * 3, range(9_000)]
)
def test_the_ids_of_a_list_arrive_in_another_process_as_they_were(
    folder: Path, names: Sequence[object]
) -> None:
    rows = "".join(f'"{name}",a.txt,b.txt\n' for name in names) + '"the last",a.txt,b.txt\n'
    table = listed(folder, f"id,reference,candidate\n{rows}").pairs
    assert isinstance(table, PairTable)
    sent = pickle.dumps(table, pickle.HIGHEST_PROTOCOL)
    notes = sum(code.name == "MEMOIZE" for code, _, _ in pickletools.genops(sent))
    assert notes < 100
    arrived = pickle.loads(sent)
    assert arrived.ids == table.ids
    assert arrived[len(names)] == table[len(names)]
    assert arrived.doubles == table.doubles


def test_what_a_row_says_is_read_once_while_one_works_on_it(folder: Path, reads: list[int]) -> None:
    columns = ",".join(f"c{number}" for number in range(5_000))
    table = listed(
        folder, f"id,reference,candidate,{columns}\none,a.txt,b.txt{',x' * 5_000}\n"
    ).pairs
    reads.clear()
    for _ in range(10):
        assert len(table[0].details) == 5_000
    assert len(reads) <= 1


def test_the_sixteen_pairs_read_last_are_not_read_again(folder: Path, reads: list[int]) -> None:
    """Those are what a window shows and prepares; a list of a million is not kept."""
    for count, read in ((16, 16), (17, 34)):
        pairs = listed(folder, "reference,candidate\n" + "a.txt,b.txt\n" * 20).pairs
        reads.clear()
        for index in [*range(count), *range(count)]:
            assert pairs[index].candidate == "b.txt"
        assert len(reads) == read


@pytest.mark.skipif(os.name == "nt", reason="files have no holes there")
@pytest.mark.parametrize(("size", "shown"), [(10**11, "100,000"), (10**9 + 1, "1,000")])
def test_a_list_of_more_than_a_gigabyte_is_refused_unread(
    tmp_path: Path, size: int, shown: str
) -> None:
    """With the texts of its pairs in it a list may be large, but has to fit into memory twice."""
    path = tmp_path / "pairs.csv"
    path.write_bytes(b"reference,candidate\n")
    os.truncate(path, size)
    sentence = f"it has {shown} MB; a list may have at most 1,000 MB"
    with pytest.raises(PairListError, match=sentence):
        read_pairs(path)


@pytest.mark.parametrize(("unclosed", "rest"), [(100, 1), (101, 0)])
def test_of_a_hundred_unclosed_quotation_marks_each_costs_its_row(
    folder: Path, unclosed: int, rest: int
) -> None:
    """Each is looked for to the end of the list: above that, the rest is one bad row."""
    rows = "short\n" + 'a"b.txt,"c.txt\n' * unclosed + "a.txt,b.txt\n"
    pairs = listed(folder, f"reference,candidate\n{rows}").pairs
    assert sum(pair.problem is None for pair in pairs) == rest


@pytest.mark.skipif(os.name != "posix", reason="devices are files on POSIX only")
def test_a_device_is_no_list_for_it_may_have_no_end() -> None:
    with pytest.raises(PairListError, match=r"cannot be read \(it is a device\); choose another"):
        read_pairs("/dev/null")


def test_a_list_may_come_through_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pairs.csv"
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names")
    os.mkfifo(pipe)
    text = "reference,candidate\na.txt,b.txt\n"
    writer = threading.Thread(target=lambda: pipe.write_text(text, encoding="utf-8"))
    writer.start()
    try:
        assert [pair.id for pair in read_pairs(pipe).pairs] == ["a.txt|b.txt"]
    finally:
        writer.join(10)


@pytest.mark.parametrize(("texts", "are_texts"), [(11, True), (10, False)])
def test_paths_are_told_from_texts_by_the_first_20_rows(
    folder: Path, texts: int, are_texts: bool
) -> None:
    text, path = "How does one cook rice?", "one.txt"
    rows = [text] * texts + [path] * (20 - texts) + [path if are_texts else text] * 10
    found = listed(folder, "\n".join(["reference,candidate", *(f"{row},{row}" for row in rows)]))
    assert (found.pairs[0].reference_text == text) is are_texts


def test_2000_characters_of_a_value_tell_what_its_column_holds(folder: Path) -> None:
    with pytest.raises(UnnamedColumnsError) as caught:
        listed(folder, f"x,y\n{'a' * 2_001},b\nc,d\ne,f\n")
    assert caught.value.columns == (("x", "a" * 2_000), ("y", "b"))
