"""Word files from before 2007: read by antiword where it is installed, refused with its name."""

from __future__ import annotations

import os
import struct
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from gui import documents
from gui.documents import DocumentError, Reader, load, looks_readable, reader
from gui.documents.formats import old_word
from gui.documents.loading import from_bytes
from tests.documents.shared_reader import sections

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
STORY = ["The gulls moved to the old mill – café Łódź.", "Nobody had asked “them” to leave."]

on_posix = pytest.mark.skipif(os.name != "posix", reason="antiword is a program of Unix")


def word_97(text: str) -> bytes:
    """A file as Word 97 writes it, with one piece of text in two bytes a character."""
    body, start = text.replace("\n", "\r").encode("utf-16-le"), 0x600
    story = bytearray((start + len(body)) // 512 * 512 + 4096)
    struct.pack_into("<HHHHHH", story, 0, 0xA5EC, 0xC1, 0, 0x409, 0, 0x1000)
    struct.pack_into("<LL", story, 0x18, start, start + len(body))
    struct.pack_into("<L", story, 0x4C, len(body) // 2)
    story[start : start + len(body)] = body
    pieces = struct.pack("<LLHLH", 0, len(body) // 2, 0, start, 0)
    listed = b"\x02" + struct.pack("<L", len(pieces)) + pieces
    struct.pack_into("<LL", story, 0x1A2, 0, len(listed))
    return _compound(bytes(story), listed.ljust(4096, b"\0"))


def _compound(story: bytes, listed: bytes) -> bytes:
    """An OLE file with the streams ``WordDocument`` and ``0Table``."""
    table = [TABLE, END]
    starts = []
    for content in (story, listed):
        starts.append(len(table))
        table += [*range(len(table) + 1, len(table) + len(content) // 512), END]
    table += [FREE] * (128 - len(table))
    directory = (
        _entry("Root Entry", 5, child=1, first=END)
        + _entry("WordDocument", 2, left=2, first=starts[0], size=len(story))
        + _entry("0Table", 2, first=starts[1], size=len(listed))
        + bytes(128)
    )
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<9L", 0, 1, 1, 0, 4096, END, 0, END, 0)
        + struct.pack("<109L", 0, *[FREE] * 108)
    )
    return header + struct.pack("<128L", *table) + directory + story + listed


def _entry(
    name: str, kind: int, left: int = FREE, child: int = FREE, first: int = 0, size: int = 0
) -> bytes:
    raw = f"{name}\0".encode("utf-16-le")
    links = struct.pack("<HBBLLL36x", len(raw), kind, 1, left, FREE, child)
    return raw.ljust(64, b"\0") + links + struct.pack("<LLL", first, size, 0)


DATA = word_97("\n".join([*STORY, ""]))


def programs(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let *script* be the only program there is: antiword."""
    (folder / "antiword").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "antiword").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_without_antiword_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DocumentError, match=r"install the program antiword.*save it as DOCX"):
        from_bytes(DATA, name="a.doc")


@on_posix
def test_each_line_that_antiword_gives_is_a_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path, "printf '\\n  One \\303\\251.\\n\\nTwo.\\n'", monkeypatch)
    assert sections(from_bytes(DATA, name="a.doc")) == ["One é.", "Two."]


@on_posix
def test_what_waits_for_antiword_has_not_given_up_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path, "", monkeypatch)
    waited = []

    def never_ends(command: list[str], *, timeout: float, **_: Any) -> NoReturn:
        waited.append(timeout)
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", never_ends)
    with pytest.raises(DocumentError, match="takes more than 12 seconds"):
        old_word.read_doc(DATA)
    assert reader.SECONDS < waited[0] < 3 * reader.SECONDS


@on_posix
def test_antiword_is_given_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'for file; do :; done; while read -r line; do :; done < "$file"; echo "$file"'
    programs(tmp_path, script, monkeypatch)
    assert from_bytes(DATA, name="a.doc").text.startswith("/dev/fd/")


@on_posix
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo 'Encrypted documents are not supported' >&2; exit 1", "is encrypted"),
        ("exit 1", "is damaged; open it in a word processor"),
        ("kill -9 $$", "is damaged; open it in a word processor"),
        ("exit 0", "holds no text"),
    ],
)
def test_whatever_antiword_does_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, sentence: str
) -> None:
    programs(tmp_path, script, monkeypatch)
    with pytest.raises(DocumentError, match=sentence):
        from_bytes(DATA, name="a.doc")


@on_posix
@pytest.mark.parametrize("script", ["while :; do :; done", "while :; do echo and no play; done"])
def test_an_antiword_that_never_ends_has_the_limits_of_what_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    programs(tmp_path, script, monkeypatch)
    monkeypatch.setattr(reader, "SECONDS", 0.1)  # the system counts in whole seconds
    with Reader() as fresh, pytest.raises(DocumentError, match=r"takes more than|is damaged"):
        documents.from_bytes(DATA, name="a.doc", reader=fresh)


def test_a_lone_one_may_be_asked_about(tmp_path: Path) -> None:
    for name in ("a.doc", "a.xls"):
        (tmp_path / name).write_bytes(DATA[:512] + bytes(4096))
    assert looks_readable(tmp_path / "a.doc")
    assert not looks_readable(tmp_path / "a.xls")


def test_other_files_of_old_versions_are_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(
        DATA.replace("WordDocument".encode("utf-16-le"), "WorkbookBook".encode("utf-16-le"))
    )
    with pytest.raises(DocumentError, match="a file of an old Office version; save it as DOCX"):
        load(path)
