"""What the window and its worker process say to each other, in frames (``gui/own_process.py``).

The spans of documents travel as arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from ...compare import Comparison, Options
from ...documents import Document, Span
from ...documents.document import Spans
from ...labels import Pair
from ...labels.label_values import path_of
from ...labels.pairs.article_addresses import Address, may_be_there, split_address
from ...labels.pairs.pair_paths import found_elsewhere
from ...messages import Message


class DocumentSource(NamedTuple):
    """Where a document comes from: a file at ``path``, or a ``text`` in the list.

    ``name`` is its name in the list; ``encoding`` overrides detection. ``article`` is the id of an
    article in the file, which then is the whole document.
    """

    name: str
    path: str | None = None
    text: str | None = None
    encoding: str | None = None
    article: str | None = None


class Request(NamedTuple):
    """One pair to read and compare.

    ``limit`` is in bytes per document; ``repair`` restores text that was decoded wrongly
    (mojibake). ``problem`` says why the pair is not compared, whatever its documents are: then what
    can be read of them is only shown. For a ``blind`` reader the documents come without their
    names.
    """

    serial: int
    reference: DocumentSource
    candidate: DocumentSource
    options: Options = Options()
    whole_page: bool = False
    repair: bool = False
    limit: int | None = None
    problem: Message | None = None
    blind: bool = False


class Cancel(NamedTuple):
    """Asks the worker to stop working on the request with this number."""

    serial: int


class Expect(NamedTuple):
    """Says that documents with these names will be read soon."""

    names: tuple[str, ...]


class Documents(NamedTuple):
    """Both documents of a request. Their ``stamps`` show whether the files changed since.

    If one is very long, its first words are sent before, with ``whole`` false.
    """

    serial: int
    reference: Document
    candidate: Document
    stamps: tuple[Stamp, Stamp]
    whole: bool = True

    def __reduce__(self) -> tuple[Any, ...]:
        """Go through a pipe with the documents packed."""
        documents = pack(self.reference), pack(self.candidate)
        return _arrived, (self.serial, *documents, self.stamps, self.whole)


def _arrived(
    serial: int,
    reference: dict[str, Any],
    candidate: dict[str, Any],
    stamps: tuple[Stamp, Stamp],
    whole: bool,
) -> Documents:
    return Documents(serial, unpack(reference), unpack(candidate), stamps, whole)


class Found(NamedTuple):
    """The comparison of a request, without the documents, which were sent before."""

    serial: int
    parts: dict[str, Any]

    @classmethod
    def of(cls, serial: int, comparison: Comparison) -> Found:
        """Return the part of *comparison* that answers the request with this number."""
        names = {part.name for part in fields(comparison)} - {"reference", "candidate"}
        return cls(serial, {name: getattr(comparison, name) for name in sorted(names)})

    def comparison(self, documents: Documents) -> Comparison:
        """Return the comparison, with its documents put back."""
        return Comparison(
            reference=documents.reference, candidate=documents.candidate, **self.parts
        )


class Failed(NamedTuple):
    """Why a request failed, None if it was cancelled, and details for the log.

    ``stamps`` are those of the files when they were read; ``sides`` has what can be read of
    the two documents all the same.
    """

    serial: int
    message: Message | None
    details: str = ""
    cancelled: bool = False
    stamps: tuple[Stamp, Stamp] | None = None
    sides: Sides = (None, None)

    def __reduce__(self) -> tuple[Any, ...]:
        """Go through a pipe with the documents packed."""
        sides = [None if document is None else pack(document) for document in self.sides]
        return _failed, (*self[:-1], *sides)


def _failed(
    serial: int,
    message: Message | None,
    details: str,
    cancelled: bool,
    stamps: tuple[Stamp, Stamp] | None,
    *sides: dict[str, Any] | None,
) -> Failed:
    reference, candidate = [None if parts is None else unpack(parts) for parts in sides]
    return Failed(serial, message, details, cancelled, stamps, (reference, candidate))


WorkerAnswer: TypeAlias = "Documents | Found | Failed"
"""What the worker process says to a ``Request``."""
Stamp: TypeAlias = "tuple[int, ...] | None"
"""What distinguishes versions of a file: time of change, size, inode; None for no file."""
Sides: TypeAlias = "tuple[Document | None, Document | None]"
"""Reference and candidate; None for one that cannot be read."""


def stamp(path: str | None) -> Stamp:
    """Return the stamp of the file at *path*, or of the file of that article; None for no file."""
    if path is None:
        return None
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        around = split_address(path)
        return None if around is None else stamp(str(around.file))
    return (found.st_mtime_ns, found.st_size, found.st_ino)


_TUPLES = ("sections", "sentences")  # the tokens are kept as arrays anyway
_PIECE = 2000  # values


def pack(document: Document) -> dict[str, Any]:
    """Return the fields of *document*, with all its spans as arrays."""
    parts = {part.name: getattr(document, part.name) for part in fields(document)}
    return {**parts, **{name: Spans.of(parts[name]) for name in _TUPLES}}


def unpack(parts: dict[str, Any]) -> Document:
    """Return the document that ``pack`` packed."""
    return Document(**{**parts, **{name: made_in_turns(parts[name]) for name in _TUPLES}})


def made_in_turns(spans: Spans) -> tuple[Span, ...]:
    """Return the spans, made in batches: no other thread can run while one call makes them."""
    pieces = (spans[at : at + _PIECE] for at in range(0, len(spans), _PIECE))
    return tuple(chain.from_iterable(pieces))


class Reading(NamedTuple):
    """The reviewer's choices for reading documents and comparing them.

    ``repair`` restores text that was decoded wrongly. ``limit`` is in bytes per document; None for
    the program's own.

    ``encoding`` is for all documents; ``encodings``, by names in the list, takes precedence.
    """

    options: Options = Options()
    whole_page: bool = False
    repair: bool = False
    encoding: str | None = None
    encodings: Mapping[str, str] = MappingProxyType({})
    limit: int | None = None

    def with_encoding(self, name: str, encoding: str | None) -> Reading:
        """Return a copy that reads the document *name* as *encoding*, or as detected for None."""
        others = {known: value for known, value in self.encodings.items() if known != name}
        if encoding is not None:
            others[name] = encoding
        return self._replace(encodings=others)


def request_for(pair: Pair, folder: Path, reading: Reading) -> Request | None:
    """Return the request for *pair*; None if the list itself calls it unreadable."""
    return None if pair.problem is not None else request_to_show(pair, folder, reading)


def request_to_show(pair: Pair, folder: Path, reading: Reading) -> Request:
    """Return the request for *pair*, even if its documents can only be shown."""
    return Request(
        0,
        _source(pair.reference, pair.reference_text, folder, reading),
        _source(pair.candidate, pair.candidate_text, folder, reading),
        reading.options,
        reading.whole_page,
        reading.repair,
        reading.limit,
        pair.problem,
        blind=bool(pair.number),
    )


def with_places(request: Request) -> Request:
    """Return *request* with the actual paths of its documents, where the list is inexact.

    This asks the disk.
    """
    reference, candidate = _placed(request.reference), _placed(request.candidate)
    return request._replace(reference=reference, candidate=candidate)


def _placed(source: DocumentSource) -> DocumentSource:
    if source.path is None or may_be_there(source.path):
        return source
    place = found_elsewhere(source.path, source.name)
    if isinstance(place, Address):
        return source._replace(path=str(place.file), article=place.id)
    return source if place is None else source._replace(path=str(Path(place)))


def _source(name: str, text: str | None, folder: Path, reading: Reading) -> DocumentSource:
    if text is not None:
        return DocumentSource(name, None, text)
    if not name:  # the row names no document: its folder is none
        return DocumentSource(name)
    encoding = reading.encodings.get(name, reading.encoding)
    return DocumentSource(name, path_of(folder, name), None, encoding)
