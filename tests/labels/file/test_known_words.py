"""Names and texts that are known tell the encoding of a label file that somebody saved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gui.labels import LabelStore, Pair, read_pairs
from gui.labels.file.csv_format import may_be_named
from tests.labels.helpers import JUDGED, Workspace, run

# Each of these names is another word in an encoding that is more common than its own.
NAMES = {
    "Turkish": ("windows-1254", "\u015eahin"),
    "Latvian": ("windows-1257", "J\u0101nis"),
    "Hungarian": ("windows-1250", "N\u0151"),
    "Japanese": ("euc-jp", "\u7530\u4e2d"),
    "Korean": ("cp949", "\uc774\uc601\ud76c"),
    "Polish": ("iso-8859-2", "\u0106ma"),
}


def written(path: Path, encoding: str, *names: str) -> None:
    rows = (f"p{n};copy;{name};{n}" for name in names for n in range(3))
    path.write_bytes("\r\n".join(("pair_id;label;annotator;Nr", *rows, "")).encode(encoding))


def annotators(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {row["annotator"] for row in csv.DictReader(lines, delimiter=";")}


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_the_annotator_finds_their_rows(workspace: Workspace, encoding: str, name: str) -> None:
    written(workspace.labels, encoding, name)
    assert len(workspace.store(name).rows()) == 3


def test_names_of_others_are_kept_where_the_file_becomes_utf_8(workspace: Workspace) -> None:
    names = ("\u017di\u017eka", "\u0141ukasz", "Dvo\u0159\u00e1k")
    written(workspace.labels, "windows-1250", *names)
    store = workspace.store(names[1])
    store.label(Pair("\u2603", "a", "b"), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    assert annotators(workspace.labels) == set(names)


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_a_file_that_was_utf_8_is_read_as_it_was(
    workspace: Workspace, encoding: str, name: str
) -> None:
    written(workspace.labels, "utf-8", name, "Anna")
    store = workspace.store()
    written(workspace.labels, encoding, name, "Anna")
    store.look_outside()
    assert {key[1] for key in store.rows(everybody=True)} == {name, "Anna"}
    assert len(store.rows(everybody=True)) == 6


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_the_list_tells_it_too(workspace: Workspace, encoding: str, name: str) -> None:
    written(workspace.labels, encoding, name)
    store = LabelStore(
        workspace.labels,
        journal_folder=workspace.state,
        annotator="anna",
        texts=lambda: (f"{name}.txt",),
    )
    store.open()
    assert {key[1] for key in store.rows(everybody=True)} == {name}


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_a_check_goes_by_what_the_journal_says(
    workspace: Workspace, encoding: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store(name)
    store.label(Pair("p0", "a", "b"), "copy", JUDGED)
    assert store.project().kind.value == "saved"
    data = workspace.labels.read_bytes().decode("utf-8-sig")
    workspace.labels.write_bytes(data.encode(encoding))
    status, out, _ = run(capsys, "check", workspace.labels, "--journals", workspace.state)
    assert (status, f"{name}: 1" in out or "1 row" in out) == (0, True), out


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_an_encoding_that_somebody_named_is_that_of_list_and_label_file(
    workspace: Workspace, encoding: str, name: str
) -> None:
    written(workspace.labels, encoding, name)
    store = LabelStore(
        workspace.labels, journal_folder=workspace.state, annotator="anna", encoding=encoding
    )
    store.open()
    assert {key[1] for key in store.rows(everybody=True)} == {name}
    listed = workspace.folder / "pairs.csv"
    text = f"id,reference,candidate\n1,{name}.txt,b.txt\n"
    for data in (text.encode(encoding), text.encode()):
        listed.write_bytes(data)
        assert read_pairs(listed, encoding=encoding).pairs[0].reference == f"{name}.txt"


def test_a_label_file_in_utf_8_stays_so_whatever_was_named(workspace: Workspace) -> None:
    written(workspace.labels, "utf-8", "J\u0101nis")
    store = LabelStore(
        workspace.labels, journal_folder=workspace.state, annotator="anna", encoding="cp1252"
    )
    store.open()
    assert {key[1] for key in store.rows(everybody=True)} == {"J\u0101nis"}


def test_what_does_not_write_a_comma_as_one_byte_is_no_encoding_of_label_files() -> None:
    named = ("cp1252", "utf8", "utf-8-sig", "utf-16", "iso-2022-jp", "cp037", "none")
    assert [name for name in named if may_be_named(name)] == ["cp1252"]


@pytest.mark.parametrize(("encoding", "name"), NAMES.values(), ids=NAMES)
def test_what_was_read_right_once_comes_back_so(
    workspace: Workspace, encoding: str, name: str
) -> None:
    """Only one window knew the name that told the encoding; later the file was removed."""
    written(workspace.labels, encoding, name)
    data = workspace.labels.read_bytes()
    assert len(workspace.store(name).rows()) == 3
    workspace.labels.unlink()
    store = workspace.store("anna")
    assert store.project().kind.value == "saved"
    assert {key[1] for key in store.rows(everybody=True)} == {name}
    assert workspace.labels.read_bytes() == data
