"""Compares the pairs of a search in processes of their own, and caches the results.

So an interrupted search can continue. The key of a pair is made of the hashes of both texts and
the version of the search.
"""

from __future__ import annotations

import hashlib
import json
import queue
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...compare.version import comparison_version
from ...messages import Message
from ...messages.about_find import AboutFind
from ...process_pool import LOST_IN_A_ROW, Lost, ProcessPool
from ..search_cache import SearchCache
from ..search_values import ReportStage, SearchError, SearchStage
from .verification import ComparisonTask, Verified, unpacked

_LOOK = 0.2  # seconds between two reports of progress
_PATIENCE = 300.0  # seconds for a pair


def compare_all(
    pairs: Sequence[tuple[str, str]], jobs: int, kept_in: Path | None, report: ReportStage
) -> list[Verified | None]:
    """Return the comparison of the two texts of each of *pairs*, None where that failed.

    Results of an earlier search in the folder *kept_in* are reused.

    Raises:
        SearchError: when no process that compares stays alive.
    """
    kept = VerifiedPairs(kept_in)
    try:
        keys = [key_of(*pair) for pair in pairs]
        known = kept.known(keys)
        found = [known.get(key) for key in keys]
        open_ones = [n for n, verified in enumerate(found) if verified is None]
        done = len(pairs) - len(open_ones)

        def look() -> None:
            report(SearchStage("compared", done, len(pairs)))

        look()
        for number, verified in _answers(pairs, open_ones, jobs, look):
            found[number] = verified
            if verified is not None:
                kept.keep(keys[number], verified)
            done += 1
        look()
        return found
    finally:
        kept.close()


def _answers(
    pairs: Sequence[tuple[str, str]],
    numbers: Sequence[int],
    jobs: int,
    look: Callable[[], None],
) -> Iterator[tuple[int, Verified | None]]:
    """Yield the results for the pairs with these *numbers*; call *look* now and then."""
    if not numbers:
        return
    waiting = deque(numbers)
    answers: queue.SimpleQueue[tuple[ComparisonTask, object]] = queue.SimpleQueue()

    def take() -> ComparisonTask | None:
        try:
            number = waiting.popleft()
        except IndexError:
            return None
        return ComparisonTask(number, *pairs[number])

    pool = ProcessPool(
        f"{__package__}.verification",
        None,
        max(1, min(jobs, len(numbers))),
        take,
        lambda task, answer: answers.put((task, answer)),
        patience=_PATIENCE,
    )
    lost = 0
    looked = time.monotonic()
    try:
        for _ in numbers:
            while True:
                if time.monotonic() - looked > _LOOK:
                    look()
                    looked = time.monotonic()
                try:
                    task, answer = answers.get(timeout=_LOOK)
                    break
                except queue.Empty:
                    continue
            lost = lost + 1 if answer is Lost.DIED else 0
            if lost >= LOST_IN_A_ROW:
                raise SearchError(Message(AboutFind.NO_PROCESS))
            yield task.number, answer if isinstance(answer, Verified) else None
    finally:
        waiting.clear()
        pool.close()


def key_of(*texts: str) -> bytes:
    """Return the key of a comparison of two *texts*."""
    found = hashlib.blake2b(comparison_version("find").encode(), digest_size=16)
    for text in texts:
        found.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
    return found.digest()


class VerifiedPairs:
    """The comparisons that are kept in a folder; see ``SearchCache``."""

    def __init__(self, folder: Path | None) -> None:
        self._cache = SearchCache(folder, "pairs")

    def known(self, keys: Iterable[bytes]) -> Mapping[bytes, Verified]:
        """Return the cached comparisons of the pairs with these *keys*."""
        rows = ((key, self._cache.find(key)) for key in keys)
        found = ((key, unpacked(row)) for key, row in rows if row is not None)
        return {key: verified for key, verified in found if verified is not None}

    def keep(self, key: bytes, verified: Verified) -> None:
        """Cache the comparison of the pair with this *key*."""
        self._cache.keep(key, json.dumps(verified))

    def close(self) -> None:
        """Close the file."""
        self._cache.close()
