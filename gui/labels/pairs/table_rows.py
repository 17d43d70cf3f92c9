"""Reads pair lists in files of other programs: workbooks, Parquet, compressed files.

A few kilobytes of these can unpack to gigabytes. Workbooks and Parquet files are read by a
process that has limits; packed lists are unpacked up to the size that a list may have.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from ...documents import shown_name
from ...extra_libraries import is_installed
from ...messages import Message
from ...messages.about_documents import AboutDocument
from ...messages.about_pairs import AboutPairs
from ...own_process import is_bundle, start_process
from ..label_values import PairListError
from .json_rows import JsonRows
from .pair_columns import Sought, unique_names
from .pair_table import ListRow, ListRows
from .table_process import FIELD, ROW

LARGEST = 1_000_000_000
"""Bytes of the largest list, which may contain its texts."""

MEMORY = 2_000_000_000  # bytes that reading a workbook may take; a million rows take a fifth
SECONDS = 60.0  # of processor time; a million rows take a tenth
PATIENCE = 3 * SECONDS  # seconds on the clock
_PIECE = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOKS = ("Workbook".encode("utf-16-le"), "B\0o\0o\0k\0\0\0".encode("latin-1"))
_IN_WORKBOOKS = (b"xl/workbook", b"opendocument.spreadsheet")
_SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"
_PACKED_STARTS = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "lzma"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_HEAD = max(len(start) for start, _ in _PACKED_STARTS)


class _Kind(NamedTuple):
    """A format that needs a library: what it is called, the library, and the extra it is in."""

    what: AboutPairs
    module: str
    extra: str


_KINDS = MappingProxyType(
    {
        "workbook": _Kind(AboutPairs.WORKBOOK, "python_calamine", "lists"),
        "parquet": _Kind(AboutPairs.PARQUET, "arro3.io", "parquet"),
    }
)


def kind_of(data: bytes) -> str | None:
    """Return "workbook" or "parquet" for the bytes *data* of such a file; None for others.

    Raises PairListError for an encrypted one.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise PairListError(Message(AboutPairs.IS_ENCRYPTED))
        return "workbook" if any(name in data for name in _OLD_WORKBOOKS) else None
    if data.startswith(b"PK") and any(sign in data for sign in _IN_WORKBOOKS):
        return "workbook"
    if data.startswith(b"PARE"):
        raise PairListError(Message(AboutPairs.IS_ENCRYPTED))
    return "parquet" if data.startswith(b"PAR1") else None


def read_table(path: Path, kind: str, sought: Sought) -> ListRows:
    """Read the pair list at *path*, of the kind that :func:`kind_of` tells.

    *sought* are the columns of the documents. Raises :class:`PairListError`, with a clause.
    """
    wanted = _KINDS[kind]
    if not is_installed(wanted.module):
        raise PairListError(_lacking(wanted.what, wanted.extra))
    order = {"path": os.path.abspath(path), "kind": kind, "sought": sought}  # noqa: PTH100
    head, data = _answer({**order, "memory": MEMORY, "seconds": SECONDS})
    text = data.decode("utf-8", "surrogatepass")
    if kind == "parquet":
        return JsonRows(text, sought, whole_numbers=True)
    about = json.loads(head)
    notices: list[Message] = []
    if about["sheets"] > 1 and "sheet" in about:
        notices.append(Message(AboutPairs.SHEET_TAKEN, sheet=shown_name(about["sheet"])))
    if about.get("taken"):
        notices.append(Message.from_data(about["taken"]))
    if about.get("uncalculated"):
        notices.append(Message(AboutPairs.FORMULAS_WITHOUT_VALUE))
    return SheetRows(tuple(about["columns"]), text, tuple(notices))


class SheetRows:
    """The rows of a sheet; ``notices`` say which sheet it is, and what is odd in it."""

    def __init__(self, columns: tuple[str, ...], text: str, notices: tuple[Message, ...]) -> None:
        self.notices = notices
        self._names = unique_names(columns)
        self.columns = tuple(name for name in columns if name)
        self._lines = text.split(ROW) if text else []

    def __len__(self) -> int:
        return len(self._lines)

    def row(self, index: int) -> ListRow:
        """Return row *index*."""
        found = zip(self._names, self._lines[index].split(FIELD), strict=False)
        return ListRow({name: text for name, text in found if name})

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return len(self._lines[index])


def unpacked(data: bytes) -> bytes:
    """Return *data*, decompressed if it is in one of the usual formats.

    Raises :class:`PairListError`, with a clause.
    """
    if data.startswith(_SEVEN_ZIP):
        raise PairListError(Message(AboutPairs.IS_ARCHIVE))
    if not is_packed(data):
        return data
    with unpacking(io.BytesIO(data)) as file:
        found = file.read(LARGEST + 1)
    check_size(len(found))
    return found


def is_packed(data: bytes) -> bool:
    """Return whether a file that begins with *data* is compressed in one of the usual formats."""
    return data.startswith(tuple(start for start, _ in _PACKED_STARTS))


@contextmanager
def unpacking(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Open *file* from its beginning, decompressing while it is read if necessary.

    Raises :class:`PairListError`, with a clause, also where the file proves to be damaged while
    it is being read.
    """
    head = file.read(_HEAD)
    file.seek(0)
    method = next((method for start, method in _PACKED_STARTS if head.startswith(start)), None)
    if method is None:
        yield file
        return
    opened = _opener(method)
    try:
        with opened(file) as stream:
            yield stream
    except (EOFError, ValueError, OSError, _error_of(method)):
        raise PairListError(Message(AboutPairs.IS_DAMAGED)) from None


def check_size(size: int) -> None:
    """Raise :class:`PairListError`, with a clause, where *size* bytes are too many for a list."""
    if size > LARGEST:
        said = Message(AboutPairs.LIST_TOO_LARGE, size=size // 10**6, most=LARGEST // 10**6)
        raise PairListError(said)


def _opener(method: str) -> Callable[[IO[bytes]], Any]:
    """Return what opens a packed file; its module is for packed lists only."""
    if method == "gzip":
        import gzip

        return lambda file: gzip.GzipFile(fileobj=file)
    if method == "bz2":
        import bz2

        return bz2.BZ2File
    if method == "lzma":
        import lzma

        return lzma.LZMAFile
    opener: Callable[[IO[bytes]], Any] = _zstd().ZstdFile
    return opener


def _error_of(method: str) -> type[Exception]:
    """Return what the module of *method* raises for damaged files, beyond the usual."""
    if method == "gzip":
        from zlib import error

        return error
    if method == "lzma":
        from lzma import LZMAError

        return LZMAError
    if method == "zstd":
        return _zstd().ZstdError  # type: ignore[no-any-return]
    return EOFError


def _zstd() -> Any:
    try:
        return import_module("compression.zstd")
    except ImportError:
        try:
            return import_module("backports.zstd")
        except ImportError:
            raise PairListError(_lacking(AboutPairs.ZSTANDARD, "lists")) from None


def _lacking(what: AboutPairs, extra: str) -> Message:
    # A bundle has an interpreter of its own, for which nothing can be installed.
    code = AboutPairs.NOT_IN_BUNDLE if is_bundle() else AboutPairs.NEEDS_EXTRA
    return Message(code, what=Message(what), extra=extra)


class _Answer:
    """What the process says, taken in while a second thread takes in what it complains of."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.by_time = False
        self.complaint = b""

    def listen(self) -> None:
        """Take in what the process says of the file where it cannot be read."""
        assert self.process.stderr is not None
        self.complaint = self.process.stderr.read(_PIECE)

    def end(self) -> None:
        """End the process, which has taken too long."""
        self.by_time = True
        self.process.kill()


def _answer(order: dict[str, object]) -> tuple[bytes, bytes]:
    """Have a process of its own do *order*; return the head of its answer, and the table."""
    module = f"{__package__}.table_process"
    with start_process(module, os.getpid(), stderr=subprocess.PIPE) as process:
        answer = _Answer(process)
        timer = threading.Timer(PATIENCE, answer.end)
        timer.daemon = True
        listener = threading.Thread(target=answer.listen, daemon=True)
        timer.start()
        listener.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(order).encode() + b"\n")
            process.stdin.flush()
            head = process.stdout.readline()
            data = process.stdout.read(LARGEST + 1)
            check_size(len(data))
            process.wait()
            listener.join()
        except OSError:  # it ended before it could be told what to do
            head = data = b""
            assert process.stdin is not None
            with suppress(OSError):  # what was not written yet
                process.stdin.close()
        except BaseException:
            process.kill()
            raise
        finally:
            timer.cancel()
    if process.returncode == 0:
        return head, data
    last = answer.complaint.rpartition(b"\n")[2]
    if process.returncode == 1 and last.startswith(b"["):
        raise PairListError(Message.from_data(json.loads(last)))
    xcpu = getattr(signal, "SIGXCPU", None)
    by_time = answer.by_time or (xcpu is not None and process.returncode == -xcpu)
    raise PairListError(_took_too_much(by_time=by_time))


def _took_too_much(*, by_time: bool) -> Message:
    limit = Message(AboutDocument.SECONDS, seconds=f"{SECONDS:g}")
    if not by_time:
        limit = Message(AboutDocument.MEMORY, count=round(MEMORY / 1e6))
    return Message(AboutPairs.TABLE_TAKES_TOO_MUCH, limit=limit)
