"""What a run over a list has done so far, in a file beside its output: it can be gone on with."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from ..documents import counted, shown_name
from ..labels.label_values import Pair
from .arguments import BadInput
from .comparing import Manner, Piece
from .output import OutputError

_FORMAT = 1


class PartialFile:
    """Pieces by the keys of their pairs, in a file of JSON lines.

    A context manager: at the end of a run ``remove`` takes the file away; otherwise it stays, if
    there is anything in it. The first line tells runs of another manner apart.
    """

    def __init__(self, path: Path, manner: Manner, *, resume: bool) -> None:
        """*resume* what *path* has; without that, raise BadInput if there is anything.

        Raises BadInput also where the file is that of another run.
        """
        self.path = path
        self._head = {"copydesk-compare": _FORMAT, "run": _digest_of_run(manner)}
        self._places: dict[str, int] = {}  # key → where its line begins
        self._stream: IO[bytes] | None = None
        end = self._read()
        if self._places and not resume:
            done = counted(len(self._places), "pair")
            raise BadInput(
                f"{shown_name(path)} holds {done} of a run that was interrupted; add --resume to "
                "go on with it, or delete it to start anew."
            )
        with self._explained():
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self._stream = os.fdopen(handle, "r+b")
            self._stream.truncate(end)  # a line that was cut when the run ended
            if not end:
                self._write(self._head)

    def __enter__(self) -> PartialFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
        if not self._places:
            self.remove()

    def __len__(self) -> int:
        return len(self._places)

    def has(self, key: str) -> bool:
        """True where the piece of the pair with this key is there."""
        return key in self._places

    def piece(self, key: str) -> Piece:
        """The piece of the pair with this key; raises KeyError where there is none."""
        assert self._stream is not None
        with self._explained():
            self._stream.seek(self._places[key])
            found = json.loads(self._stream.readline())
        return Piece(found["text"], found["failed"])

    def keep(self, key: str, piece: Piece) -> None:
        """Keep a piece. Raises OutputError where that cannot be done."""
        with self._explained():
            self._places[key] = self._write(
                {"pair": key, "failed": piece.failed, "text": piece.text}
            )

    def close(self) -> None:
        """Close the file; what was kept stays."""
        stream, self._stream = self._stream, None
        if stream is not None:
            with suppress(OSError):
                stream.close()

    def remove(self) -> None:
        """Take the file away: the run is at its end."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def _write(self, value: dict[str, object]) -> int:
        assert self._stream is not None
        place = self._stream.seek(0, os.SEEK_END)
        self._stream.write(json.dumps(value).encode() + b"\n")  # ASCII, whatever the text is
        self._stream.flush()
        return place

    def _read(self) -> int:
        """Learn what is there; return where the last whole line ends."""
        try:
            stream = self.path.open("rb")
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise self._cannot_be_used(error) from None
        end = 0
        with stream:
            for line in stream:
                found = _object_in(line)
                if found is None:
                    break
                if not end and found != self._head:
                    raise BadInput(
                        f"{shown_name(self.path)} is of a run with other options or of another "
                        "version of Copydesk; run the command as it was, or delete that file."
                    )
                if end:
                    self._places[str(found.get("pair"))] = end
                end += len(line)
        return end

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._cannot_be_used(error) from None

    def _cannot_be_used(self, error: OSError) -> OutputError:
        reason = error.strerror or str(error)
        return OutputError(
            f"{shown_name(self.path)} cannot be used ({reason}); choose another --output."
        )


def _object_in(line: bytes) -> dict[str, object] | None:
    """Return what a whole line holds; None for one that was cut."""
    try:
        found = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def partial_path(output: str | None) -> Path | None:
    """Where the run to *output* keeps what it has done; None where there can be no such file."""
    if output is None:
        return None
    target = Path(os.path.realpath(output))
    with suppress(OSError):
        if not stat.S_ISREG(target.stat().st_mode):
            return None
    return target.with_name(f"{target.name}.partial")


def _digest_of_run(manner: Manner) -> str:
    """Return what tells runs apart: all that decides what is printed of a pair."""
    from ..compare.version import comparison_version

    said = (comparison_version(), tuple(manner), manner.model().sources)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def key_of(pair: Pair, folder: Path) -> str:
    """Return what a pair is known by: its row, and the size and time of its files."""
    files = [None if isinstance(source, str) else _state(source) for source in pair.sources(folder)]
    said: Sequence[object] = (pair[:5], files)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _state(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return str(path), found.st_size, found.st_mtime_ns
