"""Lists without a header: the shape of their rows says which columns hold the documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gui.labels import PairList, PairListError, read_pairs
from gui.labels.pairs.headerless_rows import CorpusRows, HeaderlessRows, shape_of
from gui.messages.about_pairs import AboutPairs
from tests.labels.pairs.workbooks import ods, sheet, xlsx

SENTENCES = (
    ("A boat leaves the quay.", "The boat is leaving the quay."),
    ('He called it "a shame.', "It was a shame, he said."),
    ('"No" was the answer', "The clerk answered no"),
    ("How long does the ferry take?", "Is the ferry a slow one?"),
)
CHINESE = (
    ("渡轮什么时候从旧码头出发", "旧码头的渡轮几点开船"),
    ("怎么样才能买到渡轮的票", "渡轮的票在哪里可以买"),
)


def written(path: Path, rows: Sequence[Sequence[str]], delimiter: str = "\t") -> PairList:
    lines = (delimiter.join(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_pairs(path)


def texts_of(found: PairList) -> list[tuple[str | None, str | None]]:
    assert all(pair.problem is None for pair in found.pairs)
    return [(pair.reference_text, pair.candidate_text) for pair in found.pairs]


def taken_of(found: PairList) -> dict[str, object]:
    (notice,) = (n for n in found.notices if n.code is AboutPairs.NO_HEADER)
    return dict(notice.arguments)


@pytest.mark.parametrize(
    ("name", "before", "behind"),
    [
        ("STS.input.news.txt", (), ()),
        ("STS2016.input.plagiarism.txt", (), ("https://example.org/1", "https://example.org/2")),
        ("sts-dev.csv", ("main-news", "headlines", "2013", "0007", "4.250"), ()),
        ("msr_paraphrase_test.txt", ("1", "1089874", "1089925"), ()),
        ("train.tsv", ("0",), ("193190",)),
        ("dev.tsv", ("entailment",), ()),
        ("atec.tsv", (), ("1",)),
    ],
)
def test_corpora_are_read_as_they_are(
    tmp_path: Path, name: str, before: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    found = written(tmp_path / name, [(*before, *both, *behind) for both in SENTENCES])
    assert texts_of(found) == list(SENTENCES)
    assert taken_of(found) == {"first": len(before) + 1, "second": len(before) + 2}
    assert [value for _, value in found.pairs[0].details] == [*before, *behind]


def test_rows_of_the_sts_benchmark_may_have_further_columns(tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [
        ("main-news", "deft", "2014", "9", "3.8", *both) for both in SENTENCES
    ]
    rows[1] = (*rows[1], "AP", "a licence")
    found = written(tmp_path / "sts-train.csv", rows)
    assert texts_of(found) == list(SENTENCES)
    assert ("column 9", "a licence") in found.pairs[1].details


def test_a_row_without_its_second_text_is_reported(tmp_path: Path) -> None:
    found = written(tmp_path / "sts.csv", [*((("7", *both)) for both in SENTENCES * 2), ("7", "A")])
    assert [pair.problem is None for pair in found.pairs] == [True] * 8 + [False]


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_quoted_texts(tmp_path: Path, delimiter: str) -> None:
    both = ("The ferry, at noon; or | later,\nsails.", 'He said "no" to the ferry.')
    quoted = ['"' + text.replace('"', '""') + '"' for text in both]
    found = written(tmp_path / "pairs.csv", [quoted, quoted], delimiter)
    assert texts_of(found) == [both, both]


def test_a_row_with_an_unquoted_comma_is_reported(tmp_path: Path) -> None:
    rows = [("1", "The ferry sails.", "A ferry sails.")] * 6
    found = written(tmp_path / "pairs.csv", [*rows, (*rows[0], "too")], ",")
    assert [pair.problem is None for pair in found.pairs] == [True] * 6 + [False]


def test_texts_without_spaces_between_words(tmp_path: Path) -> None:
    assert texts_of(written(tmp_path / "lcqmc.txt", [(*b, "1") for b in CHINESE])) == list(CHINESE)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("before", [(), ("p1",)])
def test_paths_of_documents_that_are_there(
    tmp_path: Path, rows: int, before: tuple[str, ...]
) -> None:
    for name in ("old.txt", "new draft"):
        (tmp_path / name).write_text("The ferry sails.", encoding="utf-8")
    found = written(tmp_path / "list.csv", [(*before, "old.txt", "new draft")] * rows, ",")
    assert (found.pairs[0].reference, found.pairs[0].candidate) == ("old.txt", "new draft")
    assert len(found.pairs) == rows
    assert taken_of(found)["first"] == len(before) + 1


def test_web_addresses(tmp_path: Path) -> None:
    both = ("https://example.org/a", "https://example.org/b")
    found = written(tmp_path / "links.tsv", [both])
    assert (found.pairs[0].reference, found.pairs[0].candidate) == both


@pytest.mark.parametrize(
    "header",
    [
        ("wert", "Satz eins", "Satz zwei"),
        ("score", "The first sentence of both", "The second sentence of both"),
        ("", "The first sentence of both.", "The second sentence of both."),
    ],
)
def test_a_header_that_nobody_knows_is_no_row_where_numbers_follow(
    tmp_path: Path, header: tuple[str, ...]
) -> None:
    with pytest.raises(PairListError):
        written(tmp_path / "list.csv", [header, *(("3.5", *both) for both in SENTENCES)])


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Satz eins", "Satz zwei"), SENTENCES),
        (("the first text", "the second text"), SENTENCES[:2]),
        (("the first text", "the second text"), [[text * 5 for text in b] for b in SENTENCES]),
        (("alt.txt", "neu.txt"), [("a.txt", "b.txt")]),
    ],
)
def test_a_header_of_two_columns_is_no_row(
    tmp_path: Path, header: tuple[str, str], rows: Sequence[Sequence[str]]
) -> None:
    with pytest.raises(PairListError):
        written(tmp_path / "list.tsv", [header, *rows])


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("talk.txt", [("Anna", "When does the ferry sail?"), ("Bert", "It sails at noon.")]),
        ("news.tsv", [("1", "The ferry sails again", "The ferry sails at noon. " * 20)] * 3),
        (
            "poem.txt",
            [("The sun is up, the day is long,",), ("the sea is near, it sings a song,",)],
        ),
    ],
)
def test_what_has_no_two_texts_side_by_side_is_no_list(
    tmp_path: Path, name: str, rows: Sequence[Sequence[str]]
) -> None:
    with pytest.raises(PairListError):
        written(tmp_path / name, rows)


def test_known_names_are_a_header(tmp_path: Path) -> None:
    found = written(tmp_path / "list.tsv", [("sentence1", "sentence2"), *SENTENCES])
    assert texts_of(found) == list(SENTENCES)
    assert not found.notices


@pytest.mark.parametrize("form", ["lines", "array", "indented"])
def test_json_rows_without_names(tmp_path: Path, form: str) -> None:
    rows = [[*both, 1] for both in SENTENCES]
    text = json.dumps(rows, indent=1 if form == "indented" else None)
    if form == "lines":
        text = "\n".join(map(json.dumps, rows))
    (tmp_path / "pairs.jsonl").write_text(text, encoding="utf-8")
    found = read_pairs(tmp_path / "pairs.jsonl")
    assert texts_of(found) == list(SENTENCES)
    assert found.pairs[0].details == (("pair.2", "1"),)


def test_json_rows_without_names_may_begin_with_an_id(tmp_path: Path) -> None:
    rows = [[f"n{number}", *both, 0.5] for number, both in enumerate(SENTENCES)]
    (tmp_path / "pairs.json").write_text(json.dumps(rows), encoding="utf-8")
    found = read_pairs(tmp_path / "pairs.json")
    assert texts_of(found) == list(SENTENCES)
    assert taken_of(found) == {"first": 2, "second": 3}
    assert found.pairs[0].details == (("column 1", "n0"), ("column 4", "0.5"))


@pytest.mark.parametrize("joint", ["\n", ", "])
def test_the_first_json_row_may_have_the_names(tmp_path: Path, joint: str) -> None:
    head, *rows = [["id", "Candidate", "Reference"], ["x", "b.txt", "a.txt"], ["y", "b.txt"]]
    text = joint.join(map(json.dumps, [head, *rows]))
    (tmp_path / "list.json").write_text(text if joint == "\n" else f"[{text}]")
    whole, short = read_pairs(tmp_path / "list.json").pairs
    assert (whole.id, whole.reference, whole.candidate) == ("x", "a.txt", "b.txt")
    assert short.problem is not None


@pytest.mark.parametrize("make", [lambda rows: xlsx({"Liste": sheet(*rows)}), ods])
def test_workbooks_without_a_header(tmp_path: Path, make: Callable[..., bytes]) -> None:
    rows = [(float(number), *both) for number, both in enumerate(SENTENCES)]
    (tmp_path / "list.xlsx").write_bytes(make(rows))
    found = read_pairs(tmp_path / "list.xlsx")
    assert texts_of(found) == list(SENTENCES)
    assert taken_of(found) == {"first": 2, "second": 3}
    (tmp_path / "a.txt").touch()
    (tmp_path / "list.xlsx").write_bytes(make([("a.txt", "a.txt", "checked")] * 2))
    assert [(p.reference, p.candidate) for p in read_pairs(tmp_path / "list.xlsx").pairs] == [
        ("a.txt", "a.txt")
    ] * 2


def test_a_workbook_with_an_unknown_header_is_no_list_without_one(tmp_path: Path) -> None:
    rows = [("Statement", "Its answer"), *SENTENCES]
    (tmp_path / "list.xlsx").write_bytes(xlsx({"List": sheet(*rows)}))
    with pytest.raises(PairListError):
        read_pairs(tmp_path / "list.xlsx")


def test_the_first_100_rows_show_whether_there_are_as_many_columns_in_each(tmp_path: Path) -> None:
    """Four in five must have."""
    sentences = ",".join(text.replace('"', "") for text in SENTENCES[3])
    even, odd = f"{sentences}\n", f"{sentences},more\n"
    assert HeaderlessRows.of(tmp_path, even * 80 + odd * 100, [","]) is not None
    assert HeaderlessRows.of(tmp_path, even * 79 + odd * 100, [","]) is None


def sentence(length: int) -> str:
    return f"{'The ferry sails again at noon ' * 9}"[: length - 1] + "."


@pytest.mark.parametrize(("length", "are_texts"), [(90, True), (91, False)])
def test_of_two_texts_one_is_three_times_as_long_at_most(
    tmp_path: Path, length: int, are_texts: bool
) -> None:
    rows = [(sentence(30), sentence(length))] * 4
    assert (shape_of(rows, tmp_path) is not None) is are_texts


@pytest.mark.parametrize(("length", "is_row"), [(30, True), (29, False)])
def test_a_first_row_has_a_third_of_the_usual_length(
    tmp_path: Path, length: int, is_row: bool
) -> None:
    rows = [(sentence(length), sentence(60)), *[(sentence(90), sentence(60))] * 4]
    assert (shape_of(rows, tmp_path) is not None) is is_row


@pytest.mark.parametrize(("length", "is_list"), [(4_096, True), (4_097, False)])
def test_two_names_stand_in_the_first_4096_characters(
    tmp_path: Path, length: int, is_list: bool
) -> None:
    for name in ("susp", "src"):
        (tmp_path / name).mkdir()
    text = f"{'x' * (length - 2)} s\n"
    assert (CorpusRows.of(tmp_path, text) is not None) is is_list
