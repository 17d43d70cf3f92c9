"""Documents on their way through a pipe: spans as arrays are quick to send.

Pickled span by span, a document of 100,000 words takes some twenty times as long.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any

from ..documents import Document
from ..documents.document import Spans

_TUPLES = ("sections", "sentences")  # the tokens are kept as arrays anyway
_PIECE = 2000  # values


def pack(document: Document) -> dict[str, Any]:
    """The fields of *document*, all its spans as arrays."""
    parts = {part.name: getattr(document, part.name) for part in fields(document)}
    return {**parts, **{name: Spans.of(parts[name]) for name in _TUPLES}}


def unpack(parts: dict[str, Any]) -> Document:
    """The document that was packed."""
    return Document(**{**parts, **{name: tuple(parts[name]) for name in _TUPLES}})


def in_pieces(values: Sequence[Any]) -> tuple[bytes, ...]:
    """Pickle *values* some at a time, for no other thread gets its turn while one is unpickled."""
    return tuple(
        pickle.dumps(values[at : at + _PIECE], protocol=pickle.HIGHEST_PROTOCOL)
        for at in range(0, len(values), _PIECE)
    )


def from_pieces(pieces: Iterable[bytes]) -> tuple[Any, ...]:
    """The values that went ``in_pieces``."""
    return tuple(chain.from_iterable(map(_loaded, pieces)))


def _loaded(piece: bytes) -> Any:
    return pickle.loads(piece)  # noqa: S301 - written by our own process
