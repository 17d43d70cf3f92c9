"""Compares the pairs of a list in several processes, and yields the results in order.

Results are kept in a file beside the output, so that an interrupted run can be resumed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import threading
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING, Any

from ..documents import plural, shown_name
from ..labels.label_values import Pair, PairList
from ..labels.pairs.pair_paths import state_of
from ..process_pool import LOST_IN_A_ROW, Fault, Lost, ProcessPool
from .arguments import BadInput
from .compare_forms import PrintedPair, failure
from .comparing import Manner, Task
from .output import OutputError, PairProgress, StatusLine

if TYPE_CHECKING:
    from ..reports.html import Decided

DecidedByPair = Mapping[str, "tuple[Decided, ...]"]
"""Returns what annotators decided, by pair id."""

_PROGRAM = "copydesk-compare"
_FORMAT = 2
_PATIENCE = 900.0  # seconds for a pair: nobody waits in front of it
_AHEAD = 32  # pairs for each process that may be done before their turn
_LOOK = 0.5  # seconds between two looks at the progress
_SAID = {
    Lost.HUNG: f"This pair was given up after {_PATIENCE / 60:.0f} minutes; leave it out, or "
    "shorten its documents.",
    Lost.DIED: "The process that compared this pair ended early (it may need too much memory); "
    "leave it out, or compare it alone.",
}


class PartialFile:
    """Pieces by the keys of their pairs, in a file of JSON lines.

    A context manager: at the end of a run ``remove`` deletes the file; otherwise it stays, unless
    it is empty. The first line identifies runs with other options.
    """

    def __init__(self, path: Path, manner: Manner, *, resume: bool) -> None:
        """With *resume*, continue what is at *path*; without, raise BadInput if there is anything.

        Also raises BadInput if the file is that of another run.
        """
        self.path = path
        self._head = {"copydesk-compare": _FORMAT, "run": _digest_of_run(manner)}
        self._places: dict[str, int] = {}  # key → where its line begins
        self._stream: IO[bytes] | None = None
        try:
            self._open(resume)
        except BaseException:
            self.close()
            raise

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
        """Return whether there is a piece for this key."""
        return key in self._places

    def piece(self, key: str) -> PrintedPair:
        """Return the piece for this key; raises KeyError if there is none."""
        assert self._stream is not None
        with self._explained():
            self._stream.seek(self._places[key])
            found = _piece_in(self._stream.readline())
        if found is None or found[0] != key:
            raise OutputError(
                f"{shown_name(self.path)} was changed by another program; run the command again."
            )
        return found[1]

    def keep(self, key: str, piece: PrintedPair) -> None:
        """Store a piece. Raises OutputError if that is impossible."""
        with self._explained():
            self._places[key] = self._write(
                {
                    "pair": key,
                    "failed": piece.failed,
                    "text": piece.text,
                    "crc": checksum(key, piece),
                }
            )

    def close(self) -> None:
        """Close the file; what was kept stays."""
        stream, self._stream = self._stream, None
        if stream is not None:
            with suppress(OSError):
                stream.close()

    def remove(self) -> None:
        """Delete the file at the end of the run."""
        with suppress(OSError):
            self.path.unlink()  # while no other run can have it
        self.close()
        if os.name == "nt":  # where a file that is open cannot be taken away
            with suppress(OSError):
                self.path.unlink()

    def _open(self, resume: bool) -> None:
        with self._explained():
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self._stream = os.fdopen(handle, "r+b")
            if not _is_alone(self._stream):
                raise BadInput(
                    f"{shown_name(self.path)} is in use by another run; wait until that has "
                    "ended, or choose another --output."
                )
            end = self._read(self._stream)
            if self._places and not resume:
                done = plural(len(self._places), "pair")
                raise BadInput(
                    f"{shown_name(self.path)} holds {done} of a run that was interrupted; add "
                    "--resume to continue it, or delete it to start over."
                )
            self._stream.truncate(end)  # a line that was cut when the run ended
            if not end:
                self._write(self._head)

    def _write(self, value: dict[str, object]) -> int:
        assert self._stream is not None
        place = self._stream.seek(0, os.SEEK_END)
        self._stream.write(_line_of(value))
        self._stream.flush()
        return place

    def _read(self, stream: IO[bytes]) -> int:
        """Index the file; return where the last complete line ends."""
        end = 0
        head = _line_of(self._head)
        for line in stream:
            if not end and line != head:
                if head.startswith(line):
                    break  # it was cut
                raise BadInput(
                    f"{shown_name(self.path)} is of a run with other options or of another "
                    "version of Copydesk, or no such file at all; run the command as it was, or "
                    "delete that file."
                )
            if end:
                found = _piece_in(line)
                if found is None:
                    break
                self._places[found[0]] = end
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


def _line_of(value: dict[str, object]) -> bytes:
    return json.dumps(value).encode() + b"\n"  # ASCII, whatever the text is


def checksum(key: str, piece: PrintedPair) -> int:
    """Return the checksum of a piece that is stored under *key*."""
    return zlib.crc32(repr((key, piece.failed, piece.text)).encode("utf-8", "surrogatepass"))


def _piece_in(line: bytes) -> tuple[str, PrintedPair] | None:
    """Return the piece in a line; None if it was cut or damaged."""
    try:
        found: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {}
        key, piece = found["pair"], PrintedPair(found["text"], found["failed"])
        return (key, piece) if found["crc"] == checksum(key, piece) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _is_alone(stream: IO[bytes]) -> bool:
    """Lock the file behind *stream* until it is closed; False if another process has locked it.

    True if files cannot be locked.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def partial_path(output: str | None, *, folder: bool = False) -> Path | None:
    """Return the path of the partial file of *output*; None if there can be none.

    The output may be a *folder*, or become one.
    """
    if output is None:
        return None
    target = Path(os.path.realpath(output))
    if folder:
        return target.with_name(f"{target.name}.partial")
    with suppress(OSError):
        if not stat.S_ISREG(target.stat().st_mode):
            return None
    return target.with_name(f"{target.name}.partial")


def _digest_of_run(manner: Manner) -> str:
    """Return a digest of everything that decides what is printed of a pair."""
    from ..compare.version import comparison_version

    said = (comparison_version("reports", "commands"), tuple(manner), manner.model().sources)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def key_of(pair: Pair, folder: Path) -> str:
    """Return the key of a pair: a digest of its row and the size and time of its files."""
    said = repr(state_of(pair, folder))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class ListRun:
    """The pairs of a list, compared under a progress bar.

    ``failed`` counts the pairs that could not be compared.
    """

    def __init__(
        self,
        listed: PairList,
        manner: Manner,
        jobs: int,
        partial: PartialFile | None = None,
        decided: DecidedByPair = MappingProxyType({}),
        is_there: Callable[[Pair], bool] = lambda _pair: True,
    ) -> None:
        """*jobs* is the number of processes. Pieces in *partial* are not compared again.

        That is, if the output of a pair still *is_there*. *decided* has what annotators decided, by
        pair id.
        """
        self._decided, self._is_there = decided, is_there
        self._pairs, self._folder = listed.pairs, listed.folder
        self._manner, self._partial = manner, partial
        self._jobs = max(1, min(jobs, len(self._pairs)))
        self.total = len(self._pairs)
        self.failed = 0
        self._known: dict[int, str] = {}  # pairs that the partial file has, and their keys there
        self._keys: dict[int, str] = {}  # of pairs that are being compared
        self._pieces: dict[int, PrintedPair] = {}  # that came, and wait for their turn
        self._came: list[int] = []  # of those, what is not in the partial file yet
        self._next = self._turn = 0  # to be compared; to be given out
        self._done = self._lost = 0
        self._closing = False
        self._changed = threading.Condition()  # for all of the above

    def results(self) -> Generator[tuple[Pair, PrintedPair], None, None]:
        """Yield each pair with what is printed of it, in the order of the list.

        Raises BadInput if no process stays alive, and OutputError if the partial file cannot be
        written.
        """
        self._look_for_known()
        progress = self._progress()
        pool = self._pool() if len(self._known) < self.total else None
        try:
            for number, pair in enumerate(self._pairs):
                piece = self._piece(number, progress)
                progress.clear()
                yield pair, piece
        finally:
            progress.clear()
            with self._changed:
                self._closing = True
                self._changed.notify_all()
            if pool is not None:
                pool.close()
            self._keep()

    def finish(self) -> None:
        """Delete the partial file, after all results have been written."""
        if self._partial is not None:
            self._partial.remove()

    def _progress(self) -> PairProgress:
        return PairProgress(self.total, StatusLine(_PROGRAM), begin=len(self._known))

    def _look_for_known(self) -> None:
        if self._partial is not None and len(self._partial):
            for number, pair in enumerate(self._pairs):
                key = key_of(pair, self._folder)
                known = self._partial.has(key)
                if known and (self._is_there(pair) or self._partial.piece(key).failed):
                    self._known[number] = key
        self._done = len(self._known)

    def _pool(self) -> ProcessPool:
        # What the first documents need is loaded before they are there.
        names = tuple(name for pair in self._pairs[:1] for name in (pair.reference, pair.candidate))
        return ProcessPool(
            f"{__package__}.comparing",
            (self._manner, names),
            self._jobs,
            self._take,
            self._put,
            patience=_PATIENCE,
        )

    def _piece(self, number: int, progress: PairProgress) -> PrintedPair:
        """Wait for the piece of pair *number*."""
        if self._partial is not None and number in self._known:
            piece = self._partial.piece(self._known[number])
            with self._changed:
                self._turn = number + 1
                self._changed.notify_all()
        else:
            while True:
                with self._changed:
                    if number in self._pieces:
                        break
                    if self._lost >= LOST_IN_A_ROW:
                        raise BadInput(
                            "the processes that compare pairs end at once; close other programs, "
                            "or give fewer --jobs."
                        )
                    done = self._done
                    self._changed.wait(_LOOK)
                self._keep()
                progress.show(done, self.failed)
            self._keep()
            with self._changed:
                piece = self._pieces.pop(number)
                self._turn = number + 1
                self._changed.notify_all()
        self.failed += piece.failed
        return piece

    def _keep(self) -> None:
        """Write new pieces to the partial file."""
        with self._changed:
            came = [(self._keys.pop(n, ""), self._pieces[n]) for n in self._came]
            self._came.clear()
        if self._partial is not None:
            for key, piece in came:
                if key:
                    self._partial.keep(key, piece)

    # --- in the threads of the pool -----------------------------------------------------------

    def _take(self) -> Task | None:
        with self._changed:
            while True:
                while self._next in self._known:
                    self._next += 1
                if self._closing or self._next >= self.total:
                    return None
                if self._next < self._turn + _AHEAD * self._jobs:
                    break
                self._changed.wait()
            number, self._next = self._next, self._next + 1
        pair = self._pairs[number]
        if self._partial is not None:
            key = key_of(pair, self._folder)  # before it is read: a file that changes has another
            with self._changed:
                self._keys[number] = key
        return Task(number, pair, self._folder, self._decided.get(pair.id, ()))

    def _put(self, task: Task, answer: object) -> None:
        with self._changed:
            if isinstance(answer, PrintedPair):
                self._lost = 0
                piece = answer
                if piece.passing:  # not for the partial file either
                    self._keys.pop(task.number, None)
                else:
                    self._came.append(task.number)
            else:  # not for the partial file: another run may have more luck
                self._keys.pop(task.number, None)
                self._lost += answer is Lost.DIED
                piece = failure(self._manner.form, task.pair.id, _said(answer))
            self._pieces[task.number] = piece
            self._done += 1
            self._changed.notify_all()


def _said(answer: object) -> str:
    if isinstance(answer, Lost):
        return _SAID[answer]
    error = answer.error if isinstance(answer, Fault) else type(answer).__name__
    return f"This pair could not be compared because of a fault in Copydesk ({error})."
