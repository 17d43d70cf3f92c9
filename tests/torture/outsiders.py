"""What other programs do to a label file and its journal: spreadsheets, sync clients, scripts."""

from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.torture.common import MissingError


def records_of(data: bytes) -> list[list[str]]:
    """Return the records of a label file, its header first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def as_spreadsheet(
    records: list[list[str]], delimiter: str = ",", mark: bool = False, numbers: bool = False
) -> bytes:
    """Return *records* as a spreadsheet writes them; with *numbers* ids lose their zeros."""
    out = io.StringIO(newline="")
    quoting: Any = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_ALL
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=quoting)
    for number, record in enumerate(records):
        first = record[0].lstrip("0") if numbers and number else record[0]
        writer.writerow([first, *record[1:]])
    return (b"\xef\xbb\xbf" if mark else b"") + out.getvalue().encode()


def put(path: Path, data: bytes) -> None:
    """Put a new file in the place of *path*, as sync clients and careful programs do."""
    temporary = path.with_name(f"{path.name}.sync")
    temporary.write_bytes(data)
    temporary.replace(path)


def overwrite(path: Path, data: bytes) -> None:
    """Cut the file to nothing and write it anew, as most programs do."""
    path.write_bytes(data)


def overwrite_slowly(path: Path, data: bytes, meanwhile: Callable[[], object]) -> None:
    """Cut the file, write half of it, and the other half when *meanwhile* has been done."""
    with path.open("wb", buffering=0) as out:
        out.write(data[: len(data) // 2])
        meanwhile()
        out.write(data[len(data) // 2 :])


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from *folder* and what is in it."""
    before = {path: path.stat().st_mode for path in (folder, *folder.iterdir())}
    for path in before:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in before.items():
            with suppress(FileNotFoundError):
                path.chmod(mode & 0o7777)


@contextmanager
def grown_up(pid: int, size: int = 0) -> Iterator[None]:
    """Let no file of the process *pid* grow beyond *size* bytes: a full disk, for one program."""
    import resource

    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path, size: str = "192k") -> Iterator[Callable[[], Callable[[], None]]]:
    """Mount a small disk on *folder*; yields a function that fills it and returns the opposite.

    Raises :class:`MissingError` where mounting is not allowed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise MissingError("mounting a small disk is not allowed here.")

    def fill() -> Callable[[], None]:
        filler = folder / "filler"
        with filler.open("wb", buffering=0) as out, suppress(OSError):
            while out.write(b"x" * 512):
                pass
        return filler.unlink

    try:
        yield fill
    finally:
        for _ in range(50):
            if not subprocess.run(["umount", str(folder)], capture_output=True).returncode:
                break
            time.sleep(0.1)


def damage(path: Path) -> None:
    """Overwrite some bytes in the last third of *path*, as a bad disk does."""
    data = bytearray(path.read_bytes())
    start = len(data) * 2 // 3
    data[start : start + 20] = os.urandom(20)
    path.write_bytes(bytes(data))


# What may happen to a file as a whole


def remove(labels: Path, _chance: random.Random) -> None:
    """Delete the file."""
    labels.unlink()


def empty(labels: Path, _chance: random.Random) -> None:
    """Leave nothing in it."""
    labels.write_bytes(b"")


def cut(labels: Path, chance: random.Random) -> None:
    """Leave the beginning of it."""
    data = labels.read_bytes()
    labels.write_bytes(data[: int(len(data) * chance.uniform(0.2, 0.95))])


def put_zeros(labels: Path, chance: random.Random) -> None:
    """Put zeros in place of a row or some, but not of the header."""
    data = labels.read_bytes()
    start = data.index(b"\n") + chance.randrange(60, len(data) // 2)
    labels.write_bytes(data[:start] + bytes(200) + data[start + 200 :])


def put_letter(labels: Path, _chance: random.Random) -> None:
    """Save something else over it, notice that, and delete it."""
    labels.write_bytes(b"Dear Anna, this is no label file.\n" * 20)
    time.sleep(2)
    labels.unlink()


HARMS = (remove, empty, cut, put_zeros, put_letter)
