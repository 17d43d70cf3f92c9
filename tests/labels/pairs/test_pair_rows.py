"""Rows of a pair list in the dialects that people's programs write."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from gui.labels import PairList, PairListError, read_pairs
from gui.labels.pairs.json_rows import RowParser
from gui.labels.pairs.pair_rows import CsvRows


def listed(folder: Path, text: str, name: str = "list.csv") -> PairList:
    (folder / name).write_bytes(text.encode("utf-8"))
    return read_pairs(folder / name)


def texts(found: PairList) -> list[tuple[str | None, str | None]]:
    return [(pair.reference_text, pair.candidate_text) for pair in found.pairs]


def problems(found: PairList) -> list[str]:
    return [str(pair.problem) for pair in found.pairs if pair.problem is not None]


def notices(found: PairList) -> list[str]:
    return [str(notice) for notice in found.notices]


CLOSED_IN_A_LATER_ROW = (
    'id\tsentence1\tsentence2\tlabel\n'
    '1\t"The ferry sails at noon .\tAt noon the ferry sails .\t1\n'
    '2\tNobody came .\tNo one came .\t1\n'
    '3\tShe said "no" twice .\tShe refused .\t0\n'
    '4\tThe end .\tThe finish .\t1\n'
)  # fmt: skip


def test_quotation_marks_of_a_corpus_are_characters_of_its_texts(tmp_path: Path) -> None:
    found = listed(tmp_path, CLOSED_IN_A_LATER_ROW, "corpus.tsv")
    assert texts(found) == [
        ('"The ferry sails at noon .', "At noon the ferry sails ."),
        ("Nobody came .", "No one came ."),
        ('She said "no" twice .', "She refused ."),
        ("The end .", "The finish ."),
    ]
    assert not problems(found)
    assert not notices(found)


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ('"Up" he said .\tUp .', '"Up" he said .'),  # text behind a closing mark
        ('"Up , he said .\tUp" .', '"Up , he said .'),  # a tab between two marks
        ('"Up , he said .\tUp .', '"Up , he said .'),  # never closed
    ],
)
def test_one_such_mark_is_enough_where_tabs_divide(tmp_path: Path, row: str, first: str) -> None:
    found = listed(tmp_path, f"sentence1\tsentence2\nOne .\tTwo .\n{row}\nSix .\tTen .\n", "a.tsv")
    assert [pair[0] for pair in texts(found)] == ["One .", first, "Six ."]
    assert not problems(found)


def test_a_short_row_beside_such_marks_costs_itself_alone(tmp_path: Path) -> None:
    found = listed(tmp_path, CLOSED_IN_A_LATER_ROW + "5\tshort\n", "corpus.tsv")
    assert len(found.pairs) == 5
    assert problems(found) == ["Row 5 of the list is too short: it has 2 of 4 columns."]


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_quoted_texts_of_several_lines_are_still_one_row(tmp_path: Path, delimiter: str) -> None:
    rows = [
        "id,sentence1,sentence2",
        '1,"Dear all,\nthe ""new"" ferry sails.\n","Dear all."',
        '2,One.,"Two,\nand three."',
        "3,Four.,Five.",
    ]
    found = listed(tmp_path, "\n".join(rows).replace(",", delimiter))
    text = 'Dear all,\nthe "new" ferry sails.\n'.replace(",", delimiter)
    assert texts(found) == [
        (text, "Dear all."),
        ("One.", f"Two{delimiter}\nand three."),
        ("Four.", "Five."),
    ]
    assert not problems(found)
    assert not notices(found)


def test_lines_that_may_have_been_swallowed_are_counted(tmp_path: Path) -> None:
    rows = [
        "id,sentence1,sentence2",
        '1,"The ferry, a steamer",It sails.',
        '2,"The end',
        "3,One.,Two.",
        "4,Three.,Four.",
        '5,He said "yes",Yes.',
    ]
    found = listed(tmp_path, "\n".join(rows))
    assert notices(found) == [
        "3 lines of the list were read as parts of other rows; check the quotation marks from row "
        "2 on."
    ]
    assert len(found.pairs) == 2


def test_commas_may_divide_texts_with_plain_marks_too(tmp_path: Path) -> None:
    found = listed(tmp_path, 'sentence1,sentence2\n"Up he said,Up\nOne,"Two" he said\nSix,Ten\n')
    assert texts(found) == [('"Up he said', "Up"), ("One", '"Two" he said'), ("Six", "Ten")]


def test_a_list_whose_header_is_quoted_is_quoted(tmp_path: Path) -> None:
    found = listed(tmp_path, '"sentence1","sentence2"\n"One","Two"\n"Three","Four\n"Five","Six"\n')
    assert texts(found)[0] == ("One", "Two")


def test_a_row_with_more_fields_than_the_header_says_so(tmp_path: Path) -> None:
    rows = "1,The harbour, they say, is open.,It opened.\n2,One.,Two.,,\n3,One.\n"
    found = listed(tmp_path, f"id,sentence1,sentence2\n{rows}")
    assert problems(found) == [
        "Row 1 of the list is too long: it has 5 columns, and the header 3; put a text that holds "
        "the delimiter in quotation marks.",
        "Row 3 of the list is too short: it has 2 of 3 columns.",
    ]
    assert texts(found)[1] == ("One.", "Two.")  # only delimiters stand behind it


@pytest.mark.parametrize(
    "head",
    [
        "sep=;\nreference;candidate;id",
        "\ufeffSEP=;\r\nreference;candidate;id",
        '"sep=;"\nreference;candidate;id',
        "sep=;;;\nreference;candidate;id",
        "sep=^\nreference^candidate^id",
        "# made by hand\nreference;candidate;id",
        "#\n\n# one, two, three, four\nreference;candidate;id",
        "sep=;\n# made by hand\nreference;candidate;id",
        "# reference;candidate;id",
        "// made by hand\n% in May\nreference;candidate;id",
        '"# made by hand, in May";;\nreference;candidate;id',
        '"reference";"candidate";"id";"notes, of course, and more, or not"',
        "remarks, (if any, or none, at all);reference;candidate;id",
    ],
)
def test_the_header_is_found_and_cut(tmp_path: Path, head: str) -> None:
    delimiter = "^" if "^" in head else ";"
    width = len(CsvRows(head).columns)
    first = ["x"] if head.startswith("remarks") else []
    values = [*first, "a.txt", "b.txt", "one", "x"][:width]
    found = listed(tmp_path, f"{head}\n{delimiter.join(values)}\n")
    (pair,) = found.pairs
    assert (pair.id, pair.reference, pair.candidate) == ("one", "a.txt", "b.txt")
    assert pair.problem is None
    assert not notices(found)


def test_columns_that_were_named_tell_how_the_header_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("# by hand\none, or so;two;more, or less, or not\na.txt;b.txt;x\n")
    (pair,) = read_pairs(path, columns=("one, or so", "two")).pairs
    assert (pair.reference, pair.candidate) == ("a.txt", "b.txt")


def test_comments_between_rows_are_passed_over_and_counted(tmp_path: Path) -> None:
    rows = "a.txt,b.txt\n# the rest is from May\n#1.txt,b.txt\n"
    found = listed(tmp_path, f"reference,candidate\n{rows}")
    assert [pair.reference for pair in found.pairs] == ["a.txt", "#1.txt"]
    assert notices(found) == ["Skipped a line of the list, which begins with #."]
    commented = listed(tmp_path, f"# May, or June\nreference,candidate\n{rows}# c,d\n")
    assert [pair.reference for pair in commented.pairs] == ["a.txt"]
    assert notices(commented) == ["Skipped 3 lines of the list, which begin with #."]


def test_a_file_of_comments_alone_has_no_columns(tmp_path: Path) -> None:
    with pytest.raises(PairListError, match="no columns for the two documents"):
        listed(tmp_path, '# one\n# two,"x\n' * 1_000)


PAIRS: list[dict[str, object]] = [
    {"id": "one", "sentence1": "A, [1]", "sentence2": "B"},
    {"id": "two", "sentence1": 'C "}', "sentence2": "D"},
]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(PAIRS),
        "\ufeff\n" + json.dumps(PAIRS, indent=2),
        "[\n" + ",\n".join(map(json.dumps, PAIRS)) + "\n]\n",
        "\n\n".join(json.dumps(pair, indent=4) for pair in PAIRS),
        ",\n".join(json.dumps(pair, indent=4) for pair in PAIRS),
        "\r\n".join(map(json.dumps, PAIRS)),
    ],
)
@pytest.mark.parametrize("name", ["list.json", "list.jsonl", "list.txt"])
def test_json_in_any_of_its_forms(tmp_path: Path, content: str, name: str) -> None:
    found = listed(tmp_path, content, name)
    assert [pair.id for pair in found.pairs] == ["one", "two"]
    assert texts(found) == [("A, [1]", "B"), ('C "}', "D")]


def test_what_is_broken_in_an_array_costs_the_rest_and_is_told(tmp_path: Path) -> None:
    found = listed(tmp_path, json.dumps(PAIRS)[:-1] + ', {"id": "three", sentence1}, {}]', "a.json")
    assert len(found.pairs) == 3
    assert problems(found) == ["Row 3 of the list is not valid JSON."]
    lines = json.dumps(PAIRS, indent=1)[:-2] + ",\n{sentence1},\n{},\n{}\n]"
    assert problems(listed(tmp_path, lines, "a.json")) == [
        "Row 3 of the list is not valid JSON, and from there on the list cannot be read."
    ]
    deep = json.dumps(PAIRS)[:-1] + "," + "[" * 100_000
    assert problems(listed(tmp_path, deep, "a.json"))


@pytest.mark.parametrize("name", ["may.csv.gz", "may.jsonl.gz", "MAY.CSV.GZ", "may"])
def test_a_list_packed_with_gzip(tmp_path: Path, name: str) -> None:
    content = "id,sentence1,sentence2\none,A,B\n" if "json" not in name else json.dumps(PAIRS[0])
    path = tmp_path / name
    halves = (content[:10].encode(), content[10:].encode())
    path.write_bytes(b"".join(map(gzip.compress, halves)))
    found = read_pairs(path)
    assert [pair.id for pair in found.pairs] == ["one"]
    assert found.name.lower().startswith("may")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(PairListError, match="it is damaged"):
        read_pairs(path)


def test_gzip_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.labels.pairs.table_rows.LARGEST", 1_000_000)
    (tmp_path / "list.csv.gz").write_bytes(gzip.compress(bytes(5_000_000)))
    with pytest.raises(PairListError, match="a list may have at most 1 MB"):
        read_pairs(tmp_path / "list.csv.gz")


@pytest.mark.parametrize(
    "above",
    ["Tabelle 1;;\n", "Pairs of October;;\n;;\n\n", '"Read, by hand";;\nsecond draft;;\n'],
)
def test_titles_may_stand_above_the_header(tmp_path: Path, above: str) -> None:
    found = listed(tmp_path, f"{above}id;reference;candidate\n7;a.txt;b.txt\n")
    assert [(pair.id, pair.reference, pair.candidate) for pair in found.pairs] == [
        ("7", "a.txt", "b.txt")
    ]


def test_what_follows_a_header_of_two_names_is_none(tmp_path: Path) -> None:
    with pytest.raises(PairListError):
        listed(tmp_path, "one name,another\nreference,candidate\na.txt,b.txt\n")


def test_rows_with_their_number_before_all_columns(tmp_path: Path) -> None:
    found = listed(tmp_path, "reference\tcandidate\n1\ta.txt\tb.txt\n2\tc.txt\td.txt\n", "r.tsv")
    assert [(p.reference, p.candidate) for p in found.pairs] == [
        ("a.txt", "b.txt"),
        ("c.txt", "d.txt"),
    ]
    found = listed(tmp_path, "reference,candidate\na.txt,b.txt,c.txt\n2,c.txt,d.txt\n")
    assert len(problems(found)) == 2


def test_objects_are_columns_three_deep_inside_a_row() -> None:
    row = RowParser().row('{"a": {"b": {"c": {"d": {"e": 1}}}}}')
    assert row.values == {"a.b.c.d": '{"e": 1}'}


@pytest.mark.parametrize(("parts", "columns"), [(50, 50), (51, 1)])
def test_an_object_of_more_than_50_parts_is_a_table_of_its_own(parts: int, columns: int) -> None:
    row = {"a": {f"p{number}": number for number in range(parts)}}
    assert len(RowParser().row(json.dumps(row)).values) == columns


@pytest.mark.parametrize(("numbered", "are_numbers"), [(100, True), (99, False)])
def test_the_first_100_rows_show_whether_each_begins_with_its_number(
    tmp_path: Path, numbered: int, are_numbers: bool
) -> None:
    rows = [f"{n if n <= numbered else 'x'},a.txt,b.txt" for n in range(1, 110)]
    (tmp_path / "list.csv").write_text("\n".join(["reference,candidate", *rows]))
    assert (read_pairs(tmp_path / "list.csv").pairs[0].reference == "a.txt") is are_numbers


@pytest.mark.parametrize(("titles", "is_found"), [(10, True), (11, False)])
def test_a_header_stands_below_ten_titles_at_most(
    tmp_path: Path, titles: int, is_found: bool
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("The ferries,,\n" * titles + "id,reference,candidate\n1,a.txt,b.txt\n")
    if is_found:
        assert read_pairs(path).pairs[0].reference == "a.txt"
    else:
        with pytest.raises(PairListError):
            read_pairs(path)


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_without_its_end_is_told_wherever_it_was_cut(
    tmp_path: Path, indent: int | None
) -> None:
    """Cut between two rows, nothing said that the others were missing."""
    whole = json.dumps(PAIRS, indent=indent)
    assert not listed(tmp_path, f"{whole}\n", "a.json").notices
    assert not listed(tmp_path, f"{whole};", "a.json").notices
    first = json.dumps(PAIRS[:1], indent=indent).rstrip("]\n")
    for cut in (first, f"{first},", f"{first},\n", whole[:-1], whole[: whole.rindex("}")]):
        (notice,) = listed(tmp_path, cut, "a.json").notices
        assert "no “]” at its end" in str(notice), cut


@pytest.mark.parametrize(
    "content", ["[", '{"reference": ["a"', "A letter.", "[ \n", '{"pairs": [{"reference": "a"}']
)
def test_a_list_of_which_nothing_is_json_is_said_to_be_none(tmp_path: Path, content: str) -> None:
    """It was said to hold no pairs, or to have columns of other names."""
    with pytest.raises(PairListError, match=r"a\.json: it is not valid JSON"):
        listed(tmp_path, content, "a.json")


@pytest.mark.parametrize("content", ["[]", "{}", "[1, 2]", '{"a": 1}'])
def test_json_without_pairs_is_valid_all_the_same(tmp_path: Path, content: str) -> None:
    with pytest.raises(PairListError, match=r"no pairs|no columns"):
        listed(tmp_path, content, "a.json")
