"""Files that are not there, never end, change while they are read, or lie on a failing disk."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from gui.documents import (
    DocumentError,
)
from tests.documents.shared_reader import load, refusal_of

TEXT = "A headline\n\nThe first line.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "no such file" in refusal_of(tmp_path / "gone.txt")
    assert "no such file" in refusal_of(tmp_path / "gone" / "a.txt")
    assert "folder" in refusal_of(tmp_path)
    assert "cannot be the path" in refusal_of("a\0b")


@posix
def test_a_pipe_a_socket_and_a_device_are_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")

    def never(*_: object) -> int:
        raise AssertionError("opening a device may do something")

    with monkeypatch.context() as patch, socket.socket(socket.AF_UNIX) as server:
        patch.setattr(os, "open", never)
        assert "pipe" in refusal_of(tmp_path / "pipe")
        patch.chdir(tmp_path)
        server.bind("socket")
        assert "socket" in refusal_of("socket")
        assert "device" in refusal_of("/dev/zero")
        assert "device" in refusal_of("/dev/null")


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "may not read" in refusal_of(path)


def test_a_lack_of_permission_is_reported_whoever_runs_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # pytest opens folders, too, when it removes them
        patch.setattr(os, "open", refused)
        assert "may not read" in refusal_of(path)


@posix
def test_a_file_that_never_ends_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.txt"
    path.write_bytes(b"x")
    taken = []

    def endless(_: int, size: int) -> bytes:
        taken.append(size)
        return b"x" * size

    monkeypatch.setattr(os, "read", endless)
    with pytest.raises(DocumentError, match="changed while it was read"):
        load(path)
    assert len(taken) <= 3


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("short")
    read = os.read

    def growing(handle: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write(" more")
        return read(handle, size)

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(DocumentError, match="changed while it was read"):
        load(path)


def change(monkeypatch: pytest.MonkeyPatch, *changes: Callable[[], object]) -> None:
    """Have one of *changes* done in each reading, when its first bytes have been read."""
    read, left = os.read, list(changes)
    handles: set[int] = set()

    def changing(handle: int, size: int) -> bytes:
        data = read(handle, size)
        if left and handle not in handles:
            handles.add(handle)
            left.pop(0)()
        return data

    def close(handle: int) -> None:
        handles.discard(handle)
        closed(handle)

    closed = os.close
    monkeypatch.setattr(os, "read", changing)
    monkeypatch.setattr(os, "close", close)


def test_a_file_that_changed_twice_is_read_a_third_time_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saves it does so once; what writes on and on is another matter."""
    path = tmp_path / "a.txt"
    path.write_text("short")
    texts = [partial(path.write_text, text) for text in ("longer", "longer still", "no more")]
    with monkeypatch.context() as patch:
        change(patch, *texts[:2])
        assert load(path).text == "longer still"
    change(monkeypatch, *texts)
    with pytest.raises(DocumentError, match="changed while it was read"):
        load(path)


@posix
def test_a_pipe_that_replaced_a_file_does_not_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("short")
    really_open = os.open

    def swapped(*arguments: object) -> int:
        path.unlink()
        os.mkfifo(path)
        return really_open(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:  # pytest opens folders, too, when it removes them
        patch.setattr(os, "open", swapped)
        assert "pipe" in refusal_of(path)


def test_a_file_that_was_rewritten_at_the_same_length_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old text")

    def rewrite() -> None:
        path.write_text("new text")
        os.utime(path, ns=(1, 1))

    change(monkeypatch, rewrite)
    assert load(path).text == "new text"


def test_a_file_that_ends_before_its_size_is_not_taken_as_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("half of it is on a server that went away")
    read = os.read
    pieces: list[bytes] = []

    def halved(handle: int, size: int) -> bytes:
        pieces.append(read(handle, size)[:7])
        return pieces[-1]

    monkeypatch.setattr(os, "read", halved)
    with pytest.raises(DocumentError, match="changed while it was read"):
        load(path)


def test_a_file_that_vanishes_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("short")
    really_open = os.open

    def vanished(*arguments: object) -> int:
        path.unlink()
        return really_open(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:  # pytest opens folders, too, when it removes them
        patch.setattr(os, "open", vanished)
        assert "no such file" in refusal_of(path)


def test_a_failing_disk_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("short")

    def broken(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", broken)
    assert "Input/output error" in refusal_of(path)
