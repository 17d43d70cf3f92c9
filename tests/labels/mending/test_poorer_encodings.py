"""A program saves the label file in an encoding that lacks letters: nobody wished them away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from gui.labels import Pair, SaveKind
from gui.labels.mending.lost_letters import LostLetters, lost_in
from tests.labels.helpers import JUDGED, Workspace, run
from tests.labels.mending.poorer_encodings import (
    CLOSED,
    EACH_PLACE,
    LETTERS,
    PLACES,
    SAVED_BY,
    file_with,
    fitted,
    opened,
    records_in,
    text_of,
    with_signs,
)
from tests.labels.older_copies import accident
from tests.sampling import sampled


@pytest.mark.parametrize(("save", "place", "closed"), sampled(5, SAVED_BY, EACH_PLACE, CLOSED))
def test_lost_letters_come_back(
    workspace: Workspace,
    capsys: pytest.CaptureFixture[str],
    save: Callable[[str], bytes],
    place: str,
    closed: bool,
) -> None:
    store = opened(workspace, file_with(place))
    whole, rows = records_in(workspace), store.rows(everybody=True)
    there = save(text_of(whole, ","))
    workspace.labels.write_bytes(there)
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole
    assert store.rows(everybody=True) == rows
    found = accident(store)
    (said,) = map(str, found.messages)
    if save is SAVED_BY["read as windows-1252"]:
        assert "opened labels.csv in the wrong encoding and saved other characters" in said
        assert "; 5 rows were written again as they were." in said
    else:
        assert "in an encoding that lacks" in said
        assert "5 rows had lost such letters and were written again as they were." in said
    (copy,) = (workspace.state / "backups").glob("*.older-*.csv")
    assert copy.read_bytes() == there
    assert workspace.store().rows(everybody=True) == rows
    status, _, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert status == 0


@pytest.mark.parametrize(
    ("place", "delimiter", "mark"),
    sampled(
        3,
        EACH_PLACE,
        {"semicolons": ";", "tabs": "\t"},
        {"no mark": b"", "a mark": b"\xef\xbb\xbf"},
    ),
)
def test_what_check_says_restore_does(
    workspace: Workspace,
    capsys: pytest.CaptureFixture[str],
    place: str,
    delimiter: str,
    mark: bytes,
) -> None:
    opened(workspace, file_with(place), delimiter)
    whole = records_in(workspace, delimiter)
    save = SAVED_BY["windows-1252 with marks"]
    workspace.labels.write_bytes(save(text_of(whole, delimiter)))
    there = ("--journals", workspace.state, workspace.labels)
    status, said, _ = run(capsys, "check", *there)
    assert status == 1
    assert "labels.csv was saved in an encoding that lacks" in said
    assert "and 5 rows lost such letters; open the list in the window, or run" in said
    status, said, _ = run(capsys, "restore", "--dry-run", *there)
    assert (status, said[:6]) == (0, "5 rows")
    status, said, _ = run(capsys, "restore", *there)
    assert (status, said[:6]) == (0, "5 rows")
    assert "labels.csv was read as windows-1252" in said
    assert records_in(workspace, delimiter) == whole
    status, said, _ = run(capsys, "check", *there)
    assert (status, "No problems." in said) == (0, True)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_names_that_look_the_same_now_are_told_apart(workspace: Workspace, closed: bool) -> None:
    records = file_with("note", "")
    for record in records:
        record["annotator"] = {"berta": "山田", "carl": "田中"}[record["annotator"]]
    for number, record in enumerate(records):
        record["label"] = ("copy", "original", "unrelated")[number % 3]
        record["updated_at"] = ""
    store = opened(workspace, records)
    whole = records_in(workspace)
    workspace.labels.write_bytes(SAVED_BY["windows-1252 with marks"](text_of(whole, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_a_name_that_became_somebody_elses(workspace: Workspace, closed: bool) -> None:
    records = file_with("annotator", "Zoë")
    for record in records:
        record["annotator"] = record["annotator"].replace("berta", "Zoe")
        record["label"] = "copy" if record["annotator"] == "Zoe" else "original"
    store = opened(workspace, records)
    whole = records_in(workspace)
    workspace.labels.write_bytes(fitted("windows-1251")(text_of(whole, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole


def test_an_older_copy_in_a_poorer_encoding_is_an_older_copy(workspace: Workspace) -> None:
    store = opened(workspace, file_with("note"))
    older = text_of(records_in(workspace), ",")
    for number in range(5):
        store.label(Pair(f"new{number}", "a", "b"), "copy", JUDGED)
        store.project()
    store.note(Pair("own", "own/a", "own/b"), f"changed: {LETTERS}", JUDGED)
    store.project()
    store.look_outside()
    whole = records_in(workspace)
    workspace.labels.write_bytes(SAVED_BY["windows-1252 with marks"](older))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole
    said = " ".join(map(str, accident(store).messages))
    assert "in an encoding that lacks" in said
    assert "6 labels that an older copy of labels.csv lacked were put back" in said


def test_the_names_of_columns_get_their_letters_back(workspace: Workspace) -> None:
    text = text_of(file_with("seen"), ",").replace(",seen\r", ",geprüft – 見た\r")
    workspace.labels.write_bytes(text.encode())
    store = workspace.store()
    store.label(Pair("own", "a", "b"), "copy", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    whole = workspace.labels.read_bytes()
    workspace.labels.write_bytes(SAVED_BY["iso-8859-1"](whole.decode()))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert workspace.labels.read_bytes().decode("utf-8-sig") == whole.decode()


def test_a_file_that_cannot_be_written_yet_gets_its_letters_later(workspace: Workspace) -> None:
    store = opened(workspace, file_with("note"))
    whole, rows = records_in(workspace), store.rows(everybody=True)
    there = SAVED_BY["ASCII"](text_of(whole, ","))
    workspace.labels.write_bytes(there)
    workspace.labels.chmod(0o444)
    store.look_outside()
    assert store.project().kind is SaveKind.READONLY
    assert store.rows(everybody=True) == rows
    assert workspace.labels.read_bytes() == there
    again = workspace.store()
    assert again.rows(everybody=True) == rows
    workspace.labels.chmod(0o644)
    assert again.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole


def test_long_texts_are_followed_to_their_end() -> None:
    text = "日本 ñ " * 4_100
    poorer = text.encode("windows-1252", "replace").decode("windows-1252")
    assert lost_in(text, poorer) == LostLetters(frozenset("日本"), 8_200, True)
    assert lost_in(text, f"{poorer}?") is None


def test_texts_of_half_a_million_characters_are_looked_at() -> None:
    text = "é".ljust(500_000, "x")
    assert lost_in(text, text.replace("é", "e"))
    text += "x"
    assert lost_in(text, text.replace("é", "e")) is None


def test_a_text_is_read_in_32_ways_at_once() -> None:
    """Each dash may have become one sign or two."""
    assert lost_in("—" * 31, "-" * 62)
    assert lost_in("—" * 32, "-" * 64) is None


STRAY: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "in an id": ("\r\nŁódź ñ", '\r\nŁó"dź ñ'),
        "behind an annotator": (",carl,", ',carl",'),
        "in a text": ("mine: Łódź", 'mine: Łód"ź'),
        "in a column of others": ("dora\r\np2,", 'do"ra\r\np2,'),
        "in a note of two lines": ("he said “日”", 'he s"aid “日”'),
        "one of three": ('"so""', '""so""'),
    }
)


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("way", ["ASCII", "windows-1252 as Windows does", "references"])
def test_letters_are_lost_in_a_row_with_a_stray_quotation_mark(
    workspace: Workspace, way: str, stray: str, closed: bool
) -> None:
    records = file_with("pair_id")
    records[5]["note"] = 'he said “日” "so", a\nb'
    store = opened(workspace, records)
    whole, rows = records_in(workspace), store.rows(everybody=True)
    text = text_of(whole, ",")
    before, after = STRAY[stray]
    assert before in text
    workspace.labels.write_bytes(SAVED_BY[way](text.replace(before, after, 1)))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole
    assert store.rows(everybody=True) == rows == workspace.store().rows(everybody=True)


def as_a_spreadsheet_has(pair_id: str) -> str:
    """Numbers lose their zeros, as of ``0071`` and ``1E5``."""
    return {"1E5": "1.00E+05"}.get(pair_id, pair_id.lstrip("0"))


@pytest.mark.parametrize(
    ("save", "place", "closed"),
    sampled(
        4,
        {
            way: SAVED_BY[way]
            for way in ("windows-1252 with marks", "ASCII", "windows-1252 as Windows does")
        },
        {place: place for place in PLACES[1:]},
        CLOSED,
    ),
)
def test_rows_get_their_letters_back_though_their_ids_were_rewritten_too(
    workspace: Workspace, save: Callable[[str], bytes], place: str, closed: bool
) -> None:
    records = file_with(place)
    for record in records:
        record["pair_id"] = record["pair_id"].replace("p", "007")
    store = opened(workspace, records)
    for number, pair_id in enumerate(("001", "1E5", "019")):
        pair = Pair(pair_id, f"own/{number}/a", f"own/{number}/b")
        store.label(pair, "copy", JUDGED)
        store.note(pair, f"{pair_id}: {LETTERS}", JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    whole, rows = records_in(workspace), store.rows(everybody=True)
    there = [{**it, "pair_id": as_a_spreadsheet_has(it["pair_id"])} for it in whole]
    assert [it["pair_id"] for it in there] != [it["pair_id"] for it in whole]
    workspace.labels.write_bytes(save(text_of(there, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole
    assert store.rows(everybody=True) == rows
    said = " ".join(map(str, accident(store).messages))
    assert "8 rows had lost such letters and were written again as they were." in said
    assert "in labels.csv that a spreadsheet had rewritten were corrected" in said


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize(
    ("encoding", "kept", "lost"),
    [
        ("gbk", "很像，改写得很好", "naïve"),
        ("gb2312", "很像，改写得很好", "naïve"),
        ("big5", "很像，改寫得很好", "résumé"),
        ("shift_jis", "とてもよく似ている", "コピー①"),
        ("iso-8859-15", "5€", "日本"),
        ("iso-8859-15", "für €5", "コピー"),
    ],
)
def test_encodings_that_are_read_as_one_with_more_letters(
    workspace: Workspace, encoding: str, kept: str, lost: str, closed: bool
) -> None:
    store = opened(workspace, file_with("note", kept))
    pair = Pair("third", "a3", "b3")
    store.label(pair, "copy", JUDGED)
    store.note(Pair("own", "own/a", "own/b"), "", JUDGED)
    store.note(pair, lost, JUDGED)
    assert store.project().kind is SaveKind.SAVED
    store.look_outside()
    whole = records_in(workspace)
    workspace.labels.write_bytes(with_signs(encoding, "?", len)(text_of(whole, ",")))
    if closed:
        store = workspace.store()
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    assert records_in(workspace) == whole
    (said,) = map(str, accident(store).messages)
    assert "1 row had lost such letters and was written again as it was." in said


def test_the_word_to_look_at_is_one_that_the_file_has(workspace: Workspace) -> None:
    store = opened(workspace, file_with("note", "Łódź über"))
    workspace.labels.write_bytes(
        SAVED_BY["windows-1252 with marks"](text_of(records_in(workspace), ","))
    )
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    said = " ".join(map(str, accident(store).recoded))
    assert "such as “über”" in said


def test_ten_of_the_letters_that_came_back_are_named(workspace: Workspace) -> None:
    store = opened(workspace, file_with("note", "абвгдежзийк"))
    whole = records_in(workspace)
    workspace.labels.write_bytes(SAVED_BY["windows-1252 with marks"](text_of(whole, ",")))
    store.look_outside()
    assert store.project().kind is SaveKind.SAVED
    found = str(accident(store).messages[0].arguments["letters"])
    assert (len(found), found[-1]) == (10 + 1, "…")
