"""The first words of a large text: read at once, and like the whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gui.documents import first_words
from tests.documents.reading import load

SENTENCE = "The ferry left the quay at dawn, and nobody waved. Überall lag Schnee. "
LONG = SENTENCE * 40_000


def written(folder: Path, data: bytes) -> str:
    path = folder / "long.txt"
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_large_text_begins_as_the_whole_does(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, LONG.encode(encoding))
    found = first_words(path)
    assert found is not None
    assert found.words > 1000
    assert found.name == path
    assert LONG.startswith(found.text)
    assert LONG[len(found.text)].isspace()


def test_a_chosen_encoding_is_used(tmp_path: Path) -> None:
    found = first_words(written(tmp_path, LONG.encode("cp1252")), encoding="cp437")
    assert found is not None
    assert found.encoding == load(found.name, encoding="cp437").encoding
    assert "Ü" not in found.text


@pytest.mark.parametrize(
    "data",
    [
        b"A small text.",
        b"<!DOCTYPE html><html><body><p>" + LONG.encode() + b"</p></body></html>",
        b"%PDF-1.7\n" + LONG.encode(),
        b" " * 3_000_000,
        bytes(range(256)) * 12_000,
    ],
    ids=["small", "html", "pdf", "spaces", "binary"],
)
def test_what_is_no_large_text_has_no_beginning(tmp_path: Path, data: bytes) -> None:
    assert first_words(written(tmp_path, data)) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_is_no_file_has_no_beginning(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "", "gone"):
        assert first_words(str(tmp_path / name)) is None
