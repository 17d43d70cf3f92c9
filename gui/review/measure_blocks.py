"""The measures of many consecutive pairs of a list, kept as one entry of the cache.

Looking up one pair takes several times as long as asking for the state of its two files. So the
results of a block of pairs are kept a second time as a whole, under a key made of all that they
depend on: where the documents are, their sizes and times, and how they are read and compared. If
one of these changes, so does the key, and the pairs are looked up one by one again. No Qt here.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain

from ..compare.version import comparison_version
from ..labels import Pair
from .measure_cache import digest_of_text
from .measures import MeasureTable, Unreadable, packed, unpacked
from .protocol import Reading

BLOCK = 2_000
"""The most pairs of a block. The first block begins with the first pair of the list."""

State = tuple[int, int]
"""The size of a file and its time in nanoseconds."""

_TEXT, _NOTHING = (-1, 0), (-1, 1)  # in the place of a state
_LENGTH = struct.Struct("<I")


def block_key(
    pairs: Sequence[Pair],
    paths: Sequence[str | None],
    states: Mapping[str, State | None],
    reading: Reading,
) -> bytes:
    """The key of a block of *pairs* whose documents are at *paths*, two for each pair.

    A path is None where the text stands in the list. *states* has the files that are there.
    """
    texts = chain.from_iterable((pair.reference_text, pair.candidate_text) for pair in pairs)
    said, found = [], []
    for path, text in zip(paths, texts, strict=True):
        said.append(digest_of_text(text or "").hex() if path is None else path)
        found.append(_TEXT if path is None else states.get(path) or _NOTHING)
    key = hashlib.blake2b(_conditions(pairs, reading), digest_size=16)
    key.update(array("q", map(len, said)).tobytes())
    key.update("".join(said).encode("utf-8", "surrogatepass"))
    key.update(array("q", chain.from_iterable(found)).tobytes())
    return key.digest()


def _conditions(pairs: Sequence[Pair], reading: Reading) -> bytes:
    """How the documents of *pairs* are read and compared; the order of bytes is the machine's."""
    encodings: list[tuple[str, str]] = []
    if reading.encodings:
        names = {name for pair in pairs for name in (pair.reference, pair.candidate)}
        encodings = sorted(said for said in reading.encodings.items() if said[0] in names)
    conditions = (
        comparison_version(),
        reading.options,
        reading.whole_page,
        reading.repair,
        reading.encoding,
        encodings,
        sys.byteorder,
    )
    return repr(conditions).encode("utf-8", "surrogatepass") + b"\0"


def packed_block(table: MeasureTable, problems: Mapping[int, Unreadable]) -> bytes:
    """Return *table* and the *problems* of its pairs, by their place in it, in few bytes."""
    data = table.packed()
    kept = {at: found.decode() for at, why in problems.items() if (found := packed(why))}
    return _LENGTH.pack(len(data)) + data + json.dumps(kept, separators=(",", ":")).encode()


def unpacked_block(
    data: bytes, pairs: Sequence[Pair]
) -> tuple[MeasureTable, dict[int, Unreadable]]:
    """Return what was packed of the block *pairs*; raises ValueError for anything else."""
    try:
        (length,) = _LENGTH.unpack_from(data)
        said = json.loads(data[_LENGTH.size + length :]).items()
    except (struct.error, AttributeError) as error:
        raise ValueError("this is no block") from error
    table = MeasureTable.from_packed(data[_LENGTH.size : _LENGTH.size + length], len(pairs))
    problems: dict[int, Unreadable] = {}
    for place, text in said:
        at = int(place)
        pair = pairs[at]
        found = unpacked(text.encode(), (pair.reference, pair.candidate))
        if isinstance(found, Unreadable):
            problems[at] = found
    return table, problems
