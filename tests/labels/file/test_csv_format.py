"""The dialects of CSV that label files are read and written in."""

from __future__ import annotations

import codecs
import csv
import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.labels.file import csv_format
from gui.labels.file.csv_format import HeaderError, check_size, encoding_of, is_begun_header
from gui.labels.file.csv_records import (
    DELIMITERS,
    joined,
    quoted,
    raw_fields,
    scan,
    split_line_end,
    value,
    values,
)
from gui.labels.label_values import ALL_COLUMNS

PIECES = st.lists(
    st.sampled_from(["a", "bc", '"', '""', ",", ";", "\t", "|", "\r\n", "\n", "\r", " "])
)


def records_of(text: str, delimiter: str) -> tuple[list[str], bool]:
    found = scan(text, delimiter)
    starts = [0, *found.ends]
    return [text[a:b] for a, b in zip(starts, found.ends, strict=False)], found.closed


@given(PIECES.map("".join), st.sampled_from(DELIMITERS))
def test_records_and_values_are_those_of_the_csv_module(text: str, delimiter: str) -> None:
    records, closed = records_of(text, delimiter)
    assert "".join(records) == text
    if not closed:
        with pytest.raises(csv.Error, match=r"end of data|expected after"):
            list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        return
    ours = [values(split_line_end(record)[0], delimiter) for record in records]
    theirs = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert [fields for fields in ours if fields != [""]] == [f for f in theirs if f and f != [""]]


@given(PIECES.map("".join), st.sampled_from(DELIMITERS))
def test_raw_fields_rebuild_the_record(text: str, delimiter: str) -> None:
    for record in records_of(text, delimiter)[0]:
        line = split_line_end(record)[0]
        assert delimiter.join(raw_fields(line, delimiter)) == line


@given(st.lists(st.text(), min_size=2), st.sampled_from(DELIMITERS))
def test_what_is_written_is_read_back(texts: list[str], delimiter: str) -> None:
    line = joined(texts, delimiter)
    assert values(line, delimiter) == texts
    records, closed = records_of(line + "\r\n", delimiter)
    assert (records, closed) == ([line + "\r\n"], True)


@pytest.mark.parametrize(
    ("text", "ends", "closed"),
    [
        ("", [], True),
        ("a,b", [3], True),
        ('a,"b\nc"\r\nd,"e\n', [9, 14], False),
        ('"a""b', [5], False),
        ('a"b\nc', [4, 5], True),
        ('"a"b"\nc', [6, 7], True),
        ("a\r\rb", [2, 3, 4], True),
    ],
)
def test_examples_of_scan(text: str, ends: list[int], closed: bool) -> None:
    assert scan(text, ",") == (ends, closed)


def test_examples_of_the_docstrings() -> None:
    assert split_line_end("a,b\r\n") == ("a,b", "\r\n")
    assert raw_fields('a,"b,""c"', ",") == ["a", '"b,""c"']
    assert value('"b,""c"') == 'b,"c'
    assert quoted('b,"c', ",") == '"b,""c"'


def test_a_header_that_lacks_its_last_signs_is_only_begun() -> None:
    whole = ",".join(f'"{name}"' for name in ALL_COLUMNS).encode()
    assert is_begun_header(codecs.BOM_UTF8 + whole[:-2])
    assert not is_begun_header(codecs.BOM_UTF8 + whole)
    assert not is_begun_header(codecs.BOM_UTF8 + whole[:-2] + b" and more than our columns")


def test_a_label_file_has_200_megabytes_at_most() -> None:
    check_size(200_000_000)
    with pytest.raises(HeaderError, match="at most 200 MB"):
        check_size(200_000_001)


def test_a_long_unclosed_quotation_is_scanned_quickly() -> None:
    """Linear: with a backtracking pattern this would not end within the time limit of tests."""
    text = '"' + 'a""b,\n' * 200_000
    assert scan(text, ",").closed is False
    assert scan('x,"y' + '""' * 400_000, ",").closed is False


def test_an_id_of_plain_ascii_is_not_searched_each_time_it_is_asked_about() -> None:
    assert csv_format.plain("a\0b") == r"a\x00b"
    assert csv_format.plain("caf\u00e9\udce9") == "caf\u00e9" r"\xe9"
    called: list[str] = []

    def note(_frame: object, event: str, function: object) -> None:
        if event == "c_call":
            called.append(getattr(function, "__name__", ""))

    sys.setprofile(note)
    try:
        same = csv_format.plain("pair 7, a/b.txt\t")
        csv_format.plain("caf\u00e9")
    finally:
        sys.setprofile(None)
    assert same == "pair 7, a/b.txt\t"
    assert called.count("isascii") == 2
    assert called.count("sub") == 1, "only that of the second"


def test_a_file_of_wide_characters_may_become_one_of_narrow_ones() -> None:
    data = "pair_id;label;annotator\r\nZoë;copy;anna\r\n".encode("windows-1252")
    for more in (b"", b" "):
        assert encoding_of(data + more, "utf-16-le") == ("windows-1252", b"")


NAMES = {
    "western, of several languages": ("windows-1252", ["Noël", "née", "Straße", "plain"]),
    "western, of one": ("windows-1252", ["Zoë", "née"]),
    "Danish": ("windows-1252", ["Søren", "på", "båd"]),
    "Hungarian": ("windows-1250", ["Erdős", "tűz", "jó", "három"]),
    "Czech": ("windows-1250", ["Černý", "loď", "příběh", "řeka", "tři"]),
    "Polish": ("windows-1250", ["Łukasz", "źle", "są", "gęś", "życie"]),
    "Russian": ("windows-1251", ["Анна", "копия", "заря"]),
    "Japanese": ("cp932", ["花子", "写し", "同じ記事"]),
}


@pytest.mark.parametrize(("encoding", "words"), NAMES.values(), ids=NAMES)
def test_a_few_names_in_every_row_do_not_make_another_encoding_of_it(
    encoding: str, words: list[str]
) -> None:
    rows = (f"p{n},copy,{words[0]},{words[n % len(words)]}\r\n" for n in range(40))
    data = ("pair_id,label,annotator,note\r\n" + "".join(rows)).encode(encoding)
    found, _ = encoding_of(data)
    assert data.decode(found) == data.decode(encoding)
    assert encoding != "windows-1252" or found == encoding


def test_a_file_of_wide_characters_that_ends_within_one_is_still_of_them() -> None:
    data = "pair_id,reference,candidate,label,annotator,-9:5:07,,,,,,".encode("utf-16-le")
    assert encoding_of(data[:-1], "utf-16-le") == ("utf-16-le", b"")
    assert encoding_of(b"pair_id,label,annotator\n1", "utf-16-le") == ("utf-8", b"")


@pytest.mark.parametrize(
    "text",
    ["", "pair_id,label\r\n7,copy\r\n", "id\tnote\nŁódź\té – ü 東京\n", "a,b\n~{VPND~},x\n"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "iso2022_jp", "hz"])
def test_what_is_utf_8_at_sight_is_what_decoding_says(
    text: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = text.encode(encoding, "ignore")
    found = encoding_of(data)
    monkeypatch.setattr(csv_format, "TOLD_AT_ONCE", -1)  # nothing is told at sight
    assert encoding_of(data) == found


def test_a_file_in_plain_utf_8_loads_nothing_that_guesses_encodings() -> None:
    """It would take a tenth of the time in which a window starts."""
    code = (
        "import sys; from gui.labels.file.csv_format import encoding_of\n"
        "encoding_of(b''); encoding_of('id,note\\n7,é\\n'.encode())\n"
        "print('gui.documents.text.decode' in sys.modules)\n"
        "encoding_of(b'caf\\xe9 caf\\xe9')\n"
        "print('gui.documents.text.decode' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("before", range(4))
def test_a_long_file_is_utf_8_wherever_its_letters_stand(before: int) -> None:
    """It is looked at in pieces, and a letter may begin in one and end in the next."""
    letters = "x" * before + "\N{GRINNING FACE}" * 400_000
    assert encoding_of(f"id,note\n7,{letters}\n".encode()) == ("utf-8", b"")
    assert encoding_of(f"id,note\n7,{letters}\n8,".encode() + b"\xf0\x9f\n") == ("utf-8", b"")
