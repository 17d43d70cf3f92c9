"""Caches the comparisons of a search, so that an interrupted search can continue.

The key of a pair is made of the hashes of both texts and the version of the comparison.
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
    """Return the key of a comparison of two *texts*."""
    found = hashlib.blake2b(f"{_FORMAT} {comparison_version()}".encode(), digest_size=16)
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


def unpacked(data: object) -> Verified | None:
    """Return the content of a row; None if it is damaged."""
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
