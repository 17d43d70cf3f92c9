"""A process of the measuring pool: reads two documents, compares them, counts, stores the result.

Knows no Qt, so that it starts quickly. The documents are read under the same limits as those in
the window. Windows on one list share the work: before a process compares a pair, it looks into
the cache whether that was done meanwhile, and claims it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ...compare import compare
from ...documents import LIMIT, Document, DocumentError, Reader, from_bytes, from_text, repaired
from ...documents.loading import read_bytes, sha256_of
from ...labels.pairs.article_addresses import Address
from ...labels.pairs.pair_documents import article_text
from ...labels.pairs.pair_table import missing_file
from ...messages import Message
from ...messages.about_pairs import AboutReview
from ...process_pool import serve
from ..measures import Elsewhere, MeasureAnswer, Measures, Result, Unreadable
from ..preparing.protocol import DocumentSource, Request
from ..preparing.worker import as_listed, straight
from .measure_cache import (
    CacheEntry,
    FileState,
    MeasureCache,
    Party,
    digest_from,
    digest_of_text,
    key_of,
    pair_key,
)

_ROLES = ("reference", "candidate")


class _Bytes(NamedTuple):
    """A document before its format is interpreted.

    ``state`` is that of its file, if it was the same before and after it was read.
    """

    data: bytes | str
    digest: bytes
    state: FileState | None


class Share:
    """The work shared with other processes, through the cache and its claims."""

    def __init__(self, party: Party) -> None:
        self._cache = None if party.folder is None else MeasureCache(party.folder)
        self._owner = party.owner
        self._claimed: bytes | None = None

    def look(self, key: bytes, names: tuple[str, str]) -> MeasureAnswer:
        """Return the result that exists for a pair; None if this process has to find it."""
        if self._cache is None:
            return None
        known = self._cache.results({key: names}).get(key)
        if known is not None:
            return known
        if not self._cache.claim(key, self._owner):
            return Elsewhere.CLAIMED
        self._claimed = key
        # It may have been found between the look and the claim.
        return self._cache.results({key: names}).get(key)

    def end(self, entry: CacheEntry | None) -> None:
        """Keep what was found, if anything, and end the claim."""
        if self._cache is None:
            return
        if entry is not None:
            self._cache.keep([entry])
        claimed, self._claimed = self._claimed, None
        if claimed is not None:
            self._cache.release(self._owner, claimed)


def measure(
    request: Request,
    reader: Reader,
    look: Callable[[bytes, tuple[str, str]], MeasureAnswer] = lambda _key, _names: None,
) -> tuple[MeasureAnswer, CacheEntry | None]:
    """Return the measures of the pair of *request*, and what is to be kept of them.

    Before the documents are compared, *look* is called with the key of the pair and their names; an
    answer other than None is returned as it is. A file whose bytes cannot be read leaves nothing to
    keep. There is no result if, for example, a document took too long: other programs may have been
    using the processor. Raises MemoryError, and whatever a bug in the program raises.
    """
    found: list[_Bytes] = []
    for role, source in enumerate((request.reference, request.candidate)):
        try:
            found.append(_bytes_of(source, request, _ROLES[role]))
        except DocumentError as error:
            unreadable = Unreadable(as_listed(error.message, source), role)
            return None if unreadable.is_passing else unreadable, None
    key = pair_key(request, found[0].digest, found[1].digest)
    answer = look(key, (request.reference.name, request.candidate.name))
    if isinstance(answer, Elsewhere):
        return answer, None
    result = _compared(request, found, reader) if answer is None else answer
    if isinstance(result, Unreadable) and result.is_passing:
        return None, None
    files = [(read.state, read.digest) for read in found]
    return result, CacheEntry(
        key, result, tuple((s, digest) for s, digest in files if s is not None)
    )


def _compared(request: Request, found: list[_Bytes], reader: Reader) -> Result:
    documents = []
    for role, source in enumerate((request.reference, request.candidate)):
        try:
            documents.append(_document(source, found[role].data, request, reader))
        except DocumentError as error:
            return Unreadable(as_listed(error.message, source), role)
    return Measures.of(compare(*documents, options=request.options))


def _bytes_of(source: DocumentSource, request: Request, role: str) -> _Bytes:
    if source.path is None:
        text = source.text or ""
        return _Bytes(text, digest_of_text(text), None)
    if missing := missing_file(source.path, role, source.name):
        raise DocumentError(missing)
    before = FileState.of(source.path)
    data, digest = _read(source, request)
    if before is None or before != FileState.of(source.path):
        return _Bytes(data, digest, None)
    return _Bytes(data, digest, before._replace(path=key_of(source)))


def _read(source: DocumentSource, request: Request) -> tuple[bytes | str, bytes]:
    """Return the bytes of the file of *source*, or the text of the article, and the digest."""
    path = Path(source.path or "")
    if source.article is not None:
        text = article_text(Address(path, source.article), source.encoding)
        return text, digest_of_text(text)
    data = read_bytes(straight(path), limit=LIMIT if request.limit is None else request.limit)
    return data, digest_from(sha256_of(data))


def _document(
    source: DocumentSource, data: bytes | str, request: Request, reader: Reader
) -> Document:
    if isinstance(data, str):
        document = from_text(data, name=source.name)
    else:
        document = from_bytes(
            data,
            name=straight(Path(source.path or "")),
            encoding=source.encoding,
            whole_page=request.whole_page,
            reader=reader,
        )
        document = replace(document, name=source.name)
    return repaired(document) if request.repair else document


def _prepared(party: Party) -> Callable[[Request], MeasureAnswer]:
    reader, share = Reader(), Share(party)

    def work(request: Request) -> MeasureAnswer:
        entry = None
        try:
            answer, entry = measure(request, reader, share.look)
        except MemoryError:
            reference, candidate = request.reference.name, request.candidate.name
            why = Message(AboutReview.TOO_MUCH_MEMORY, reference=reference, candidate=candidate)
            answer = Unreadable(why)
        finally:
            share.end(entry)
        return answer

    return work


def main(quiet: int = 1) -> None:
    """Serve the pool's requests."""
    serve(_prepared, quiet)
