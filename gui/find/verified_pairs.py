"""Comparisons of a search, kept so that an interrupted search can go on.

A pair is known by the hashes of both texts and by the version of the comparison.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..compare.version import comparison_version
from .facts_kept import Facts
from .search_cache import SearchCache
from .verification import Kept, Verified

_FORMAT = 6


def key_of(*texts: str) -> bytes:
    """Return what a comparison of two *texts* is known by."""
    found = hashlib.blake2b(f"{_FORMAT} {comparison_version()}".encode(), digest_size=16)
    for text in texts:
        found.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
    return found.digest()


class VerifiedPairs:
    """The comparisons that are kept in a folder; see ``SearchCache``."""

    def __init__(self, folder: Path | None) -> None:
        self._cache = SearchCache(folder, "pairs")

    def known(self, keys: Iterable[bytes]) -> Mapping[bytes, Verified]:
        """Return what is known of the pairs with these *keys*."""
        rows = ((key, self._cache.find(key)) for key in keys)
        found = ((key, unpacked(row)) for key, row in rows if row is not None)
        return {key: verified for key, verified in found if verified is not None}

    def keep(self, key: bytes, verified: Verified) -> None:
        """Keep what came out for the pair with this *key*."""
        self._cache.keep(key, json.dumps(verified))

    def close(self) -> None:
        """Close the file."""
        self._cache.close()


def unpacked(data: object) -> Verified | None:
    """Return what a row holds; None where it is damaged."""
    try:
        found = Verified(*json.loads(str(data)))
        missing, added = found.missing
        own, other = found.belonging
        return found._replace(
            sentences=Kept(*found.sentences),
            missing=(missing, added),
            swaps=tuple((tuple(own), tuple(other)) for own, other in found.swaps),
            names=tuple(found.names),
            figures=Kept(*found.figures),
            belonging=(own, other),
            facts=Facts(*found.facts),
        )
    except (ValueError, TypeError):
        return None
