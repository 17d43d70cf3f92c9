"""Label files that other programs made: read as they are, and left as they are."""

from __future__ import annotations

import codecs
import csv
import io
import os
from pathlib import Path

import pytest

from gui.commands.labels import main
from gui.labels import LabelFileError, LabelStore, Pair, SaveKind
from gui.labels.file.csv_format import encoding_of
from tests.labels.helpers import JUDGED, Workspace, pair
from tests.sampling import sampled

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
HEADERS = {
    "ours": "pair_id,reference,candidate,label,annotator,created_at,updated_at,lead_time,flagged,"
    "note,reference_sha256,candidate_sha256,shown_swapped,verbatim,with_substitutions,revision",
    "needed": "pair_id,label,annotator",
    "other order and further columns": "topic,annotator,note,label,mood,pair_id,flagged",
}
ODD_VALUES = ["plain", 'quo"ted', "two\r\nlines", "a,b;c\td|e", "", " spaced ", "café", "=1+1"]


def made(
    header: str, delimiter: str, line_end: str, encoding: str, mark: bytes, *, final: bool
) -> tuple[bytes, list[bytes]]:
    """Return a label file of another program, and its records as bytes."""
    names = header.split(",")
    lines = []
    for number, value in enumerate(["", *ODD_VALUES]):
        row = dict.fromkeys(names, value)
        row |= {"pair_id": f"x{number}", "label": "copy", "annotator": "carl"}
        fields = names if number == 0 else [row[name] for name in names]
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator=line_end).writerow(fields)
        lines.append(out.getvalue().removesuffix(line_end))
    records = [(line + line_end).encode(encoding) for line in lines]
    if not final:
        records[-1] = lines[-1].encode(encoding)
    return mark + b"".join(records), records


def check_others_untouched(data: bytes, records: list[bytes], mark: bytes) -> None:
    assert data.startswith(mark + b"".join(records)), "a record of others changed"


@pytest.mark.parametrize(
    ("header", "written", "delimiter", "line_end", "final"),
    sampled(
        6,
        HEADERS,
        {
            **{f"bare {encoding}": (encoding, b"") for encoding in ("windows-1252", *MARKS)},
            **{f"marked {encoding}": (encoding, mark) for encoding, mark in MARKS.items()},
        },
        {"commas": ",", "semicolons": ";", "tabs": "\t", "bars": "|"},
        {"CRLF": "\r\n", "LF": "\n"},
        {"whole": True, "no last line end": False},
    ),
)
def test_matrix(
    workspace: Workspace,
    header: str,
    written: tuple[str, bytes],
    delimiter: str,
    line_end: str,
    final: bool,
) -> None:
    encoding, mark = written
    data, records = made(header, delimiter, line_end, encoding, mark, final=final)
    workspace.labels.write_bytes(data)
    store = workspace.store()
    assert {key for key in store.rows(everybody=True) if key[1] == "carl"} == {
        (f"x{n}", "carl") for n in range(1, len(records))
    }
    mine = Pair("mine, é", "a", "b")
    store.label(mine, "original", JUDGED)
    store.project()
    store.label(mine, "unrelated", JUDGED)
    store.note(mine, 'so "it" is\r\nhere', JUDGED)
    assert store.project().kind.value == "saved"
    check_others_untouched(workspace.labels.read_bytes(), records, mark)
    # our values come back, as does what the file has no column for
    again = workspace.store()
    row = again.row("mine, é")
    assert row == store.row("mine, é")
    assert row is not None
    assert (row.label, row.revision, row.note) == ("unrelated", 3, 'so "it" is\r\nhere')
    # and any other program reads the file
    chosen = encoding
    if encoding == "windows-1252" and data.isascii():
        chosen = "utf-8"  # nothing spoke for another one
    text = workspace.labels.read_bytes().removeprefix(mark).decode(chosen)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = {record["pair_id"]: record for record in reader}
    assert len(found) == len(records)
    assert found["mine, é"]["label"] == "unrelated"
    assert found["x2"]["label"] == "copy"


def test_columns_are_never_added(workspace: Workspace) -> None:
    workspace.labels.write_bytes(b"annotator\tpair_id\tlabel\ncarl\tx\tcopy\n")
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.note(pair(1), "in the journal", JUDGED)
    store.project()
    assert (
        workspace.labels.read_bytes()
        == b"annotator\tpair_id\tlabel\ncarl\tx\tcopy\nanna\tp1\tcopy\n"
    )
    row = workspace.store().row("p1")
    assert row is not None
    assert row.note == "in the journal"
    assert row.revision == 2


def test_our_own_record_keeps_what_we_do_not_know(workspace: Workspace) -> None:
    workspace.labels.write_bytes(
        b'mood,label,pair_id,annotator,extra\n"gay",Copy,p1,anna,"x ""y"""\nsad,maybe,p2,anna\n'
    )
    store = workspace.store()
    row = store.row("p1")
    assert row is not None
    assert row.label == "copy"
    store.label(pair(1), "original", JUDGED)
    store.flag(pair(2), True, JUDGED)  # no column for it, and "maybe" is not ours to touch
    store.project()
    assert workspace.labels.read_bytes() == (
        b'mood,label,pair_id,annotator,extra\n"gay",original,p1,anna,"x ""y"""\nsad,maybe,p2,anna\n'
    )
    row = workspace.store().row("p2")
    assert row is not None
    assert row.flagged


def test_of_our_record_only_what_a_decision_changes_is_written(workspace: Workspace) -> None:
    workspace.labels.write_bytes(
        b'label,note,annotator,pair_id,lead_time\n"maybe",old,"anna",p1,7\nCopy,,anna,p2,"2.00"\n'
    )
    store = workspace.store()
    store.note(pair(1), "new", JUDGED._replace(lead_time=0.0))
    store.label(pair(2), "original", JUDGED._replace(lead_time=0.0))
    store.project()
    assert workspace.labels.read_bytes() == (
        b'label,note,annotator,pair_id,lead_time\n"maybe",new,"anna",p1,7\n'
        b'original,,anna,p2,"2.00"\n'
    )


def test_ragged_rows_stay_and_our_short_one_is_filled_up(workspace: Workspace) -> None:
    data = (
        b"pair_id,label,annotator,note\r\nshort\r\n\r\nlong,copy,carl,n,o,p,q\r\np1,copy,anna\r\n"
    )
    workspace.labels.write_bytes(data)
    store = LabelStore(workspace.labels, journal_folder=workspace.state, annotator="anna")
    assert any("3 rows with too few or too many" in str(text) for text in store.open().warnings)
    store.note(pair(1), "hm", JUDGED)
    store.project()
    assert workspace.labels.read_bytes() == data.replace(
        b"p1,copy,anna\r\n", b"p1,copy,anna,hm\r\n"
    )


def test_an_unterminated_quotation_mark_stops_writing_until_it_is_mended(
    workspace: Workspace,
) -> None:
    data = b'pair_id,label,annotator\r\nx,copy,carl\r\ny,"copy,carl\r\nz,copy,carl\r\n'
    workspace.labels.write_bytes(data)
    store = LabelStore(workspace.labels, journal_folder=workspace.state, annotator="anna")
    (warning,) = store.open().warnings
    assert "quotation mark in record 2 that is never closed" in str(warning)
    store.label(pair(1), "copy", JUDGED)
    state = store.project()
    assert state.kind.value == "journal"
    assert "never closed" in str(state.message)
    assert workspace.labels.read_bytes() == data
    workspace.labels.write_bytes(data.replace(b'"', b""))
    assert store.project().kind.value == "saved"
    assert workspace.labels.read_bytes() == data.replace(b'"', b"") + b"p1,copy,anna\r\n"


def test_of_two_rows_for_one_pair_the_last_counts(workspace: Workspace) -> None:
    data = b"pair_id,label,annotator\r\np1,copy,anna\r\nx,copy,carl\r\np1,original,anna\r\n"
    workspace.labels.write_bytes(data)
    store = LabelStore(workspace.labels, journal_folder=workspace.state, annotator="anna")
    assert any("a second row for the same pair" in str(text) for text in store.open().warnings)
    assert store.row("p1").label == "original"  # type: ignore[union-attr]
    store.label(pair(1), "unrelated", JUDGED)
    store.project()
    assert workspace.labels.read_bytes() == data.replace(b"original", b"unrelated")


@pytest.mark.parametrize("blank", ["", ",,,", " , ,\t,", '"",,,""'])
def test_blank_rows_of_a_spreadsheet_are_no_rows(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], blank: str
) -> None:
    data = f"pair_id,label,annotator,note\n{blank}\nx,copy,carl,fine\n{blank}\n{blank}\n".encode()
    workspace.labels.write_bytes(data)
    store = workspace.store()
    assert [pair_id for pair_id, _ in store.rows(everybody=True)] == ["x"]
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes().startswith(data)
    assert main(["check", str(workspace.labels), "--journals", str(workspace.state)]) == 0
    assert "2 rows" in capsys.readouterr().out


def test_a_line_for_excel_before_the_header(workspace: Workspace) -> None:
    data = b"sep=;\r\nlabel;pair_id;annotator\r\ncopy;x;carl\r\n"
    workspace.labels.write_bytes(data)
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    assert workspace.labels.read_bytes() == data + b"copy;p1;anna\r\n"


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, b"\r\n"])
def test_an_empty_file_gets_our_header(workspace: Workspace, data: bytes) -> None:
    workspace.labels.write_bytes(data)
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    assert workspace.labels.read_bytes().startswith(data.strip() + b"pair_id,reference,")
    store.label(pair(1), "original", JUDGED)
    assert store.project().kind.value == "saved"
    assert workspace.store().row("p1") == store.row("p1")


def test_half_a_line_end_is_completed(workspace: Workspace) -> None:
    data = b"pair_id,label,annotator\r\nx,copy,carl\r"
    workspace.labels.write_bytes(data)
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    assert workspace.labels.read_bytes() == data + b"\np1,copy,anna\r\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_the_torn_end_of_an_append_in_wide_characters(workspace: Workspace, encoding: str) -> None:
    header = "\ufeffpair_id,label,annotator,note\r\nx,copy,carl,é\r\n".encode(encoding)
    workspace.labels.write_bytes(header)
    store = workspace.store()
    store.label(pair(2), "copy", JUDGED)
    store.note(pair(2), 'of "two" 😀\r\nlines', JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    journal = workspace.journal.read_bytes()
    at = journal.rindex(b"\n", 0, len(journal) - 1) + 1
    for cut in range(len(header), len(whole), 7):  # of a character each byte now and then
        workspace.labels.write_bytes(whole[:cut])
        workspace.journal.write_bytes(journal[:at])
        assert workspace.store().project().kind.value == "saved"
        assert workspace.labels.read_bytes() == whole, f"cut at {cut - len(header)}"


def test_half_a_character_that_is_not_ours_is_not_written_behind(workspace: Workspace) -> None:
    data = "\ufeffpair_id,label,annotator\r\nx,copy,carl\r\n".encode("utf-16-le") + b"?"
    workspace.labels.write_bytes(data)
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    state = store.project()
    assert state.kind.value == "journal"
    assert "half a character" in str(state.message)
    assert workspace.labels.read_bytes() == data


def test_a_file_of_zeros_is_a_lost_file(workspace: Workspace) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(bytes(len(whole)))
    again = workspace.store()
    assert again.project().kind.value == "saved"
    assert workspace.labels.read_bytes() == whole


def test_a_header_that_never_ends_is_refused_at_once(workspace: Workspace) -> None:
    workspace.labels.write_bytes(b'"pair_id,label,annotator\r\n' + b"x,copy,carl\r\n" * 40_000)
    with pytest.raises(LabelFileError):
        workspace.store()


def test_what_is_no_file_is_refused(workspace: Workspace) -> None:
    os.mkfifo(workspace.labels)
    with pytest.raises(LabelFileError, match="is not a file"):
        workspace.store()


@pytest.mark.parametrize("zeros", [b"", b"\0\0\0\0"], ids=["torn", "zeroed"])
def test_the_torn_end_of_an_append_is_mended(
    workspace: Workspace, tmp_path: Path, zeros: bytes
) -> None:
    """An append of ours that a crash cut off at any byte, or that a power cut left as zeros."""
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    store.project()
    whole_before = workspace.labels.read_bytes()
    store.label(pair(2), "copy", JUDGED)
    store.note(pair(2), 'of "two"\r\nlines', JUDGED)
    store.project()
    whole = workspace.labels.read_bytes()
    journal = workspace.journal.read_bytes()
    at = journal.rindex(b"\n", 0, len(journal) - 1) + 1  # before the note that it was saved
    for cut in (*range(len(whole_before), len(whole), 13), len(whole) - 2, len(whole) - 1):
        workspace.labels.write_bytes(whole[:cut] + zeros)
        workspace.journal.write_bytes(journal[:at])
        again = workspace.store()
        assert again.project().kind.value == "saved"
        # Half a line end before zeros is a line end, too; the next append completes it.
        mended = (whole, whole[:-1]) if zeros else (whole,)
        assert workspace.labels.read_bytes() in mended, f"cut after {whole[:cut][-9:]!r}"


def test_another_guess_of_the_encoding_changes_no_row(workspace: Workspace) -> None:
    start = "pair_id,label,annotator,note\r\np1,copy,carl,Über naïve Cafés\r\n"
    workspace.labels.write_bytes(start.encode("windows-1252"))
    store = workspace.store()
    store.label(pair("é"), "copy", JUDGED)
    store.note(pair("é"), "nö", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    rows = store.rows()
    with workspace.labels.open("ab") as out:
        more = "".join(f"q{n},,Анна,заря копия речь пара статья\r\n" for n in range(40))
        out.write(more.encode("windows-1251"))
    data = workspace.labels.read_bytes()
    assert encoding_of(data)[0] != "windows-1252" == encoding_of(data, "windows-1252")[0]
    again = workspace.store()
    assert again.rows() == rows
    again.label(pair("é"), "unrelated", JUDGED)
    assert again.project().kind is SaveKind.SAVED
    assert len(workspace.labels.read_bytes().splitlines()) == len(data.splitlines())
    assert encoding_of("naïve".encode(), "windows-1252")[0] == "utf-8"


@pytest.mark.skipif(os.name == "nt", reason="files have no holes there")
def test_a_file_that_is_too_large_is_refused_unread(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store()
    store.label(pair(1), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    whole = workspace.labels.read_bytes()
    os.truncate(workspace.labels, 10**11)  # nobody could read that
    sentence = "it has 100,000 MB; a label file may have at most 200 MB"
    store.look_outside()
    state = store.project()
    assert (state.kind.value, state.pending) == ("journal", 1)
    assert f"labels.csv is not a label file any more ({sentence}); put the" in str(state.message)
    with pytest.raises(LabelFileError, match=sentence):
        workspace.store()
    for command in ("check", "restore", "export"):
        arguments = [command, str(workspace.labels), "--journals", str(workspace.state)]
        assert main(arguments) == 2
        assert sentence in capsys.readouterr().err
    workspace.labels.write_bytes(whole)
    assert store.project().kind.value == "saved"


@pytest.mark.parametrize("note", ["5 €", "für €5, œuvre"])
def test_the_euro_sign_of_iso_8859_15(workspace: Workspace, note: str) -> None:
    header = "pair_id;label;annotator;note\r\n"
    before = f"{header}p1;copy;carl;{note}\r\n".encode("iso-8859-15")
    workspace.labels.write_bytes(before)
    store = workspace.store()
    assert [row.note for row in store.rows(everybody=True).values()] == [note]
    store.note(pair(2), "7 €", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    there = workspace.labels.read_bytes()
    assert there == before + "p2;;anna;7 €\r\n".encode("iso-8859-15")
