"""Compares the pairs of a list in several processes, and gives what came out in its order."""

from __future__ import annotations

import threading
from collections.abc import Generator

from ..labels.label_values import Pair, PairList
from ..process_pool import Fault, Lost, ProcessPool
from .arguments import BadInput
from .comparing import Manner, Piece, Task, failure
from .output import Progress
from .partial_file import PartialFile, key_of

_PATIENCE = 900.0  # seconds for a pair: nobody waits in front of it
_AHEAD = 32  # pairs for each process that may be done before their turn
_LOOK = 0.5  # seconds between two looks at the progress
_LOST_IN_A_ROW = 10
_SAID = {
    Lost.HUNG: f"This pair was given up after {_PATIENCE / 60:.0f} minutes; leave it out, or "
    "shorten its documents.",
    Lost.DIED: "The process that compared this pair ended early (it may need too much memory); "
    "leave it out, or compare it alone.",
}


class ListRun:
    """The pairs of a list, compared under a progress bar.

    ``failed`` counts the pairs that could not be compared.
    """

    def __init__(
        self, listed: PairList, manner: Manner, jobs: int, partial: PartialFile | None = None
    ) -> None:
        """*jobs* is the number of processes. What *partial* has is not compared again."""
        self._pairs, self._folder = listed.pairs, listed.folder
        self._manner, self._partial = manner, partial
        self._jobs = max(1, min(jobs, len(self._pairs)))
        self.total = len(self._pairs)
        self.failed = 0
        self._known: dict[int, str] = {}  # pairs that the partial file has, and their keys there
        self._keys: dict[int, str] = {}  # of pairs that are being compared
        self._pieces: dict[int, Piece] = {}  # that came, and wait for their turn
        self._came: list[int] = []  # of those, what is not in the partial file yet
        self._next = self._turn = 0  # to be compared; to be given out
        self._done = self._lost = 0
        self._closing = False
        self._changed = threading.Condition()  # for all of the above

    def results(self) -> Generator[tuple[Pair, Piece], None, None]:
        """Yield each pair with what is printed of it, in the order of the list.

        Raises BadInput where no process stays alive, and OutputError where the partial file
        cannot be written.
        """
        self._look_for_known()
        progress = Progress(self.total, begin=len(self._known))
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
        """All was given out and written: what was kept to go on with is not needed any more."""
        if self._partial is not None:
            self._partial.remove()

    def _look_for_known(self) -> None:
        if self._partial is not None and len(self._partial):
            for number, pair in enumerate(self._pairs):
                key = key_of(pair, self._folder)
                if self._partial.has(key):
                    self._known[number] = key
        self._done = len(self._known)

    def _pool(self) -> ProcessPool:
        return ProcessPool(
            f"{__package__}.comparing",
            self._manner,
            self._jobs,
            self._take,
            self._put,
            patience=_PATIENCE,
        )

    def _piece(self, number: int, progress: Progress) -> Piece:
        """Wait for what is printed of pair *number*."""
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
                    if self._lost >= _LOST_IN_A_ROW:
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
        """Bring what came to the partial file."""
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
        return Task(number, pair, self._folder)

    def _put(self, task: Task, answer: object) -> None:
        with self._changed:
            if isinstance(answer, Piece):
                self._lost = 0
                self._came.append(task.number)
                piece = answer
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
