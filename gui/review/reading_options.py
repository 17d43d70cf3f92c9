"""How documents are read and compared: what the reviewer chose, and what follows for a pair."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..compare import Options
from ..labels import Pair
from .protocol import Request, Source


class Reading(NamedTuple):
    """The reviewer's choices.

    ``repair`` shows text that was decoded wrongly before as it was meant. ``limit`` is in bytes
    a document; None for the program's own.

    ``encoding`` is for all documents; ``encodings`` says it for single ones, by their name in
    the list, and goes first.
    """

    options: Options = Options()
    whole_page: bool = False
    repair: bool = False
    encoding: str | None = None
    encodings: Mapping[str, str] = MappingProxyType({})
    limit: int | None = None

    def with_encoding(self, name: str, encoding: str | None) -> Reading:
        """The same, but the document called *name* is read as *encoding*; None: as found."""
        others = {known: value for known, value in self.encodings.items() if known != name}
        if encoding is not None:
            others[name] = encoding
        return self._replace(encodings=others)


def request_for(pair: Pair, folder: Path, reading: Reading) -> Request | None:
    """What the worker is asked for *pair*; None for one that the list itself calls unreadable."""
    if pair.problem is not None:
        return None
    reference, candidate = pair.sources(folder)
    return Request(
        0,
        _source(pair.reference, reference, reading),
        _source(pair.candidate, candidate, reading),
        options=reading.options,
        whole_page=reading.whole_page,
        repair=reading.repair,
        limit=reading.limit,
    )


def _source(name: str, place: Path | str, reading: Reading) -> Source:
    if isinstance(place, str):
        return Source(name, text=place)
    encoding = reading.encodings.get(name, reading.encoding)
    return Source(name, path=str(place), encoding=encoding)
