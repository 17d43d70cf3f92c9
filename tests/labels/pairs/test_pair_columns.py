"""Columns of pair lists that hold texts, by the names that corpora give them or by their values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gui.labels import Pair, PairListError, read_pairs
from gui.labels.pairs.pair_columns import PAIRS, is_text, unique_names

ONE, TWO = "The ferry sails at noon.", "At noon the ferry sails."


def only_pair(path: Path, content: str, columns: tuple[str, str] | None = None) -> Pair:
    path.write_text(content, encoding="utf-8")
    (pair,) = read_pairs(path, columns=columns).pairs
    assert pair.problem is None
    return pair


def is_texts(pair: Pair) -> bool:
    return (pair.reference_text, pair.candidate_text) == (ONE, TWO)


@pytest.mark.parametrize(
    "header",
    [
        "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate",
        "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String",
        "pair_ID\tsentence_A\tsentence_B\trelatedness_score",
        "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2\tscore",
        "index\tpromptID\tpairID\tgenre\tsentence1_parse\tsentence1\tsentence2\tgold_label",
        "premise\thypothesis\tlabel",
        "anchor\tpositive\tscore",
        "source_text\ttarget_text",
        "original\tparaphrase",
        "original_sentence\trewritten_sentence",
        "text1\ttext2",
    ],
)
def test_corpora_are_read_under_their_own_names(tmp_path: Path, header: str) -> None:
    names = header.split("\t")
    firsts = ("#1 String", "sentence_A", "sentence1", "question1", "premise", "text1", names[0])
    first = next(names.index(name) for name in firsts if name in names)
    values = [str(number) for number in range(len(names))]
    values[first : first + 2] = [ONE, TWO]
    assert is_texts(only_pair(tmp_path / "dev.tsv", f"{header}\n" + "\t".join(values) + "\n"))


@pytest.mark.parametrize(
    "names", ["reference,candidate", "left,right", "a,b", "Old text,New text", "first,second"]
)
def test_columns_hold_texts_where_their_values_are_no_paths(tmp_path: Path, names: str) -> None:
    columns = ("Old text", "New text") if "Old" in names else None
    if names == "first,second":
        columns = ("first", "second")
    rows = f'{names}\n"{ONE}","{TWO}"\n'
    assert is_texts(only_pair(tmp_path / "list.csv", rows, columns))


@pytest.mark.parametrize(
    "values",
    [
        "a.txt,b.txt",
        "first draft,second draft",
        "texts/the old harbour,texts/the new harbour",
        "https://example.org/the/old,https://example.org/the/new",
        "The first draft as we got it.docx,The first draft as we sent it.docx",
    ],
)
def test_paths_stay_paths_though_nothing_is_there(tmp_path: Path, values: str) -> None:
    pair = only_pair(tmp_path / "list.csv", f"first,second\n{values}\n", ("first", "second"))
    assert (pair.reference, pair.candidate) == tuple(values.split(","))
    assert pair.reference_text is None


def test_what_is_there_is_a_path_whatever_it_looks_like(tmp_path: Path) -> None:
    (tmp_path / ONE).write_text("A text.", encoding="utf-8")
    pair = only_pair(tmp_path / "list.csv", f"reference,candidate\n{ONE},{TWO}\n")
    assert (pair.reference, pair.reference_text) == (ONE, None)


def test_texts_without_blanks_between_words(tmp_path: Path) -> None:
    pair = only_pair(tmp_path / "list.csv", "a,b\n船は正午に出る。,正午に船は出る。\n")
    assert pair.reference_text == "船は正午に出る。"


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ({"id": "1", "pair": [ONE, TWO], "fandoms": ["x", "y"]}, None),
        ({"texts": [ONE, TWO]}, None),
        ({"pair": [{"text": ONE}, {"text": TWO}]}, None),
        ({"reference": {"text": ONE, "year": 1}, "candidate": {"text": TWO, "year": 2}}, None),
        ({"doc1": {"text": ONE}, "doc2": {"text": TWO}}, None),
        ({"sentence_pair": [ONE, TWO]}, None),
        ({"original": {"body": ONE}, "copy": {"body": TWO}}, None),
        ({"translation": {"en": ONE, "x": TWO}}, ("translation.en", "translation.x")),
        ({"meta": {"of": {"a": ONE, "b": TWO}}}, ("meta.of.a", "meta.of.b")),
        ({"answers": [ONE, TWO, "more"]}, ("answers.0", "Answers.1")),
        ({"docs": [{"said": ONE}, {"said": TWO}]}, ("docs.0.said", "docs.1.said")),
    ],
)
def test_nested_json_has_names_with_dots(
    tmp_path: Path, row: dict[str, object], columns: tuple[str, str] | None
) -> None:
    assert is_texts(only_pair(tmp_path / "list.jsonl", json.dumps(row) + "\n", columns))


def test_nested_paths_are_paths(tmp_path: Path) -> None:
    row = {"reference": {"path": "a.txt", "year": 1999}, "candidate": {"path": "b.txt"}}
    pair = only_pair(tmp_path / "list.jsonl", json.dumps(row))
    assert (pair.reference, pair.candidate) == ("a.txt", "b.txt")
    assert pair.details == (("reference.year", "1999"),)


def test_paths_come_before_texts_of_other_names(tmp_path: Path) -> None:
    row = {
        "reference": "a.txt",
        "candidate": "b.txt",
        "texts": [ONE, TWO],
        "text1": "x",
        "text2": "y",
    }
    pair = only_pair(tmp_path / "list.jsonl", json.dumps(row))
    assert (pair.reference, pair.reference_text) == ("a.txt", None)


def test_what_is_a_table_of_its_own_stays_one_column(tmp_path: Path) -> None:
    counts = {f"word{number}": number for number in range(200)}
    row = {"text_a": ONE, "text_b": TWO, "counts": counts, "tags": ["x", "y"], "none": {}}
    pair = only_pair(tmp_path / "list.jsonl", json.dumps(row))
    assert dict(pair.details) == {
        "counts": json.dumps(counts),
        "tags": '["x", "y"]',
        "none": "{}",
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder, name in (("src", "source-document7.txt"), ("susp", "suspicious-document3.txt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("A text.", encoding="utf-8")
    lines = "suspicious-document3.txt source-document7.txt\n"
    (tmp_path / "pairs").write_text(lines * 1, encoding="utf-8")
    (tmp_path / "02-some").mkdir()
    (tmp_path / "02-some" / "pairs").write_text(f"{lines}one\none two three\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("list_name", "start"), [("", ""), ("pairs", ""), ("02-some/pairs", "../")]
)
def test_the_pairs_of_pan_without_a_header(corpus: Path, list_name: str, start: str) -> None:
    found = read_pairs(corpus / list_name)
    pair = found.pairs[0]
    assert pair.reference == f"{start}src/source-document7.txt"
    assert pair.candidate == f"{start}susp/suspicious-document3.txt"
    assert all(Path(place).is_file() for place in pair.sources(found.folder))
    assert found.name == (corpus / list_name).parent.name if start else corpus.name
    assert [str(pair.problem) for pair in found.pairs[1:]] == [
        "Row 2 of the list is too short: it has 1 of 2 columns.",
        "Row 3 of the list is too long: it has 3 columns, and the header 2; put a text that holds "
        "the delimiter in quotation marks.",
    ][: len(found.pairs) - 1]


def test_two_words_a_line_are_no_list_without_those_folders(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("one two\nthree four\n", encoding="utf-8")
    with pytest.raises(PairListError, match="no columns for the two documents"):
        read_pairs(tmp_path / "pairs.csv")


@pytest.mark.parametrize(
    "names",
    [
        *("file1,file2", "doc1,doc2", "Document A,Document B", "filename_1;filename_2"),
        *(
            "reference_file,candidate_file",
            "Left path\tRight path",
            "url.a,url.b",
            "old_doc,new_doc",
        ),
    ],
)
def test_names_are_made_of_a_noun_and_one_of_two(tmp_path: Path, names: str) -> None:
    delimiter = next(sign for sign in ",;\t" if sign in names)
    rows = f"score1{delimiter}{names}{delimiter}score2\n"
    rows += delimiter.join(("0.5", "a.txt", "b.txt", "0.6")) + "\n"
    pair = only_pair(tmp_path / "list.csv", rows)
    assert (pair.reference, pair.candidate) == ("a.txt", "b.txt")


def test_other_pairs_of_columns_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("score1,score2\n0.5,0.6\n", encoding="utf-8")
    with pytest.raises(PairListError, match="no columns for the two documents"):
        read_pairs(tmp_path / "list.csv")


@pytest.mark.parametrize("first", ["data", "meta"])
def test_the_documents_may_be_in_an_object_of_each_row(tmp_path: Path, first: str) -> None:
    """As tools for annotation write their tasks."""
    row = {"id": 7, first: {"reference": ONE, "candidate": TWO}, "annotations": []}
    assert is_texts(only_pair(tmp_path / "tasks.json", json.dumps([row])))


@pytest.mark.parametrize(
    "whole",
    [
        {"total": 1, "results": [{"reference": ONE, "candidate": TWO}]},
        {"columns": ["reference", "candidate"], "index": [0], "data": [[ONE, TWO]]},
    ],
)
def test_the_rows_may_be_in_one_object(tmp_path: Path, whole: dict[str, object]) -> None:
    assert is_texts(only_pair(tmp_path / "list.json", json.dumps(whole)))


_NUMBERED = {"0": ONE, "1": TWO}, {"0": TWO, "1": ONE}


@pytest.mark.parametrize(
    ("whole", "ids"),
    [
        ({"id": ["p", "q"], "a": [ONE, TWO], "b": [TWO, ONE]}, ["p", "q"]),
        ({"reference": [ONE, TWO], "candidate": [TWO, ONE], "score": [0.5, None]}, None),
        ({"reference": _NUMBERED[0], "candidate": _NUMBERED[1]}, None),
        ({"a": {"p": ONE, "q": TWO}, "b": {"p": TWO, "q": ONE}}, ["p", "q"]),
        (
            {"p": {"reference": ONE, "candidate": TWO}, "q": {"reference": TWO, "candidate": ONE}},
            ["p", "q"],
        ),
        ({"0": {"a": ONE, "b": TWO, "id": "p"}, "1": {"a": TWO, "b": ONE, "id": "q"}}, ["p", "q"]),
    ],
)
def test_a_table_may_be_written_by_columns_or_by_names_of_rows(
    tmp_path: Path, whole: dict[str, object], ids: list[str] | None
) -> None:
    """As data frames write it: a list, or an object, for each column, or an object of rows."""
    path = tmp_path / "list.json"
    for text in (json.dumps(whole), json.dumps(whole, indent=2)):
        path.write_text(text, encoding="utf-8")
        first, second = read_pairs(path).pairs
        assert (first.problem, second.problem) == (None, None)
        assert (first.reference_text or first.reference) == ONE
        assert (second.reference_text or second.reference) == TWO
        if ids is not None:
            assert [first.id, second.id] == ids


def test_a_long_table_by_columns_is_one_too(tmp_path: Path) -> None:
    """Where an object has too many parts for names with dots."""
    names = [str(number) for number in range(300)]
    whole = {role: dict.fromkeys(names, ONE) for role in ("reference", "candidate")}
    path = tmp_path / "list.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    pairs = read_pairs(path).pairs
    assert len(pairs) == 300
    assert not any(pair.problem for pair in pairs)


@pytest.mark.parametrize(
    "row",
    [
        {"reference": {"text": ONE}, "candidate": {"text": TWO}},
        {"pair": [ONE, TWO]},
        {"id": "p", "reference_text": ONE, "candidate_text": TWO, "tags": ["a", "b"]},
    ],
)
def test_what_looks_like_columns_may_be_one_row(tmp_path: Path, row: dict[str, object]) -> None:
    assert is_texts(only_pair(tmp_path / "list.json", json.dumps(row)))


def test_rows_of_nothing_behind_the_last_one_are_none(tmp_path: Path) -> None:
    """In between they are, because texts are known by their row's number."""
    rows = "reference,candidate\na.txt,b.txt\n,\nc.txt,d.txt\n,\n , \n\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    assert [bool(pair.problem) for pair in read_pairs(tmp_path / "list.csv").pairs] == [0, 1, 0]


def test_a_second_column_of_one_name_is_shown_beside_the_first(tmp_path: Path) -> None:
    list_name = tmp_path / "pairs.csv"
    list_name.write_text("id,a,b,text,text,text (2)\n1,a.txt,b.txt,x,y,z\n", encoding="utf-8")
    (pair,) = read_pairs(list_name).pairs
    assert dict(pair.details) == {"text": "x", "text (2)": "y", "text (2) (2)": "z"}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("id,reference,candidate,reference", "reference"),
        ("id,candidate,reference,candidate", "candidate"),
        ("id,reference,candidate,id", "id"),
        ("sentence1,sentence2,sentence2,x", "sentence2"),
    ],
)
def test_a_document_has_one_column(tmp_path: Path, header: str, name: str) -> None:
    list_name = tmp_path / "pairs.csv"
    list_name.write_text(f"{header}\n1,a.txt,b.txt,c.txt\n", encoding="utf-8")
    with pytest.raises(PairListError, match=f"two columns have the name “{name}”"):
        read_pairs(list_name)


@pytest.mark.parametrize(
    "row",
    [
        {"set": [ONE, TWO]},
        {"pair": {"reference": {"text": ONE}, "candidate": {"text": TWO}}},
        {"item": {"data": {"sentence1": ONE, "sentence2": TWO}}},
    ],
)
def test_the_documents_may_be_deep_in_a_row(tmp_path: Path, row: dict[str, object]) -> None:
    assert is_texts(only_pair(tmp_path / "list.jsonl", json.dumps(row)))


def test_of_several_lists_in_one_object_the_one_with_documents_has_the_rows(tmp_path: Path) -> None:
    row = {"row_idx": 0, "row": {"sentence1": ONE, "sentence2": TWO}, "truncated_cells": []}
    names = [{"name": "sentence1"}, {"name": "sentence2"}]
    assert is_texts(
        only_pair(tmp_path / "rows.json", json.dumps({"features": names, "rows": [row]}))
    )


@pytest.mark.parametrize(
    ("more", "cells"),
    [(",a" * 100_000, ",x" * 100_000), (',"' + "1." * 400_000 + '"', ",x")],
    ids=["equal names", "a name full of dots"],
)
def test_a_header_cannot_be_made_to_take_minutes(tmp_path: Path, more: str, cells: str) -> None:
    """Both did: each name was compared with those before it, or with itself from each dot on."""
    lines = f"reference_text,candidate_text{more}\n{ONE},{TWO}{cells}\n"
    assert is_texts(only_pair(tmp_path / "pairs.csv", lines))


def test_equal_names_of_columns_are_told_apart() -> None:
    names = ["text", "text (2)", "text", "", "text", ""]
    assert unique_names(names) == ("text", "text (2)", "text (3)", "", "text (4)", "")


@pytest.mark.parametrize(("length", "is_looked_into"), [(1_000, True), (1_001, False)])
def test_objects_are_looked_for_in_names_of_1000_characters(
    length: int, is_looked_into: bool
) -> None:
    names = [f"{'x' * (length - 10)}.{name}" for name in ("reference", "candidate")]
    assert PAIRS.are_in(names) is is_looked_into


@pytest.mark.parametrize(("place", "is_address"), [(37, True), (38, False)])
def test_an_address_shows_itself_in_40_characters(place: int, is_address: bool) -> None:
    assert is_text(("so it is said " * 4)[:place] + "://x said somebody") is not is_address


@pytest.mark.parametrize(("words", "are_text"), [(7, False), (8, True)])
def test_a_text_with_a_stroke_has_eight_words(words: int, are_text: bool) -> None:
    """Others are paths, with blanks in the names of folders."""
    assert is_text("old/new" + " and" * (words - 1)) is are_text
