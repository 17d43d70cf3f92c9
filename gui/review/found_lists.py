"""Where the lists of pairs found among loose articles are kept, and how they are opened."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ..labels import LooseArticlesError, PairList, read_pairs
from ..labels.file.csv_format import plain
from ..labels.pairs.article_addresses import absolute
from ..labels.pairs.pair_sources import FOUND_NAME


def list_places(source: str, data: Path) -> tuple[Path, Path]:
    """Return where the list of pairs found in *source* may be: with the articles, or in *data*.

    For a folder it is inside, for a file beside it. If that place cannot be written to, it is in
    the user's folder *data*, together with its labels in a folder of their own.
    """
    path = Path(absolute(source))
    if path.is_dir():
        near = path / FOUND_NAME
    else:
        near = path.with_name(f"{path.name}.{FOUND_NAME}")
    known = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return near, data / "found" / known / FOUND_NAME


def found_before(error: LooseArticlesError, data: Path) -> PairList:
    """Return the pairs that an earlier search found; raises *error* if there are none."""
    for place in list_places(error.path, data):
        if place.is_file():
            name = plain(Path(absolute(error.path)).name)
            pairs = read_pairs(place)
            return pairs._replace(name=name or pairs.name, searched=error.path)
    raise error
