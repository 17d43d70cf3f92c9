"""Rows of a label file that may be others under a changed id or annotator.

Programs change ids in unforeseen ways: ``½`` comes back as ``0.5``, ``a7`` with a blank behind it.
Documents, hashes or times show that the row may be the same; nothing is done about it unless
somebody says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from .file.label_table import LabelTable
from .label_values import Key, LabelRow


def misnamed(
    table: LabelTable, gone: Mapping[Key, LabelRow], strangers: Iterable[LabelRow]
) -> dict[Key, Key | None]:
    """Return which of the rows *gone* may be *strangers*, which are rows of the file *table*.

    With each comes the key of the one that it may be; None where there are several, or where
    that one may be several rows.
    """
    if not gone:
        return {}
    columns = frozenset(table.columns)
    offered: defaultdict[object, set[Key]] = defaultdict(set)
    for row in strangers:
        for sign in _signs(row, columns):
            offered[sign].add(row.key)
    found: dict[Key, object] = {}
    for key, row in gone.items():
        signs = _signs(table.expressed(row), columns)
        if (sign := next((sign for sign in signs if sign in offered), None)) is not None:
            found[key] = sign
    claims = Counter(found.values())
    only = {
        key: next(iter(offered[sign]))
        for key, sign in found.items()
        if len(offered[sign]) == claims[sign] == 1
    }
    wanted = Counter(only.values())
    return {key: only[key] if key in only and wanted[only[key]] == 1 else None for key in found}


def _signs(row: LabelRow, columns: Set[str]) -> Iterator[object]:
    """Yield what *row* may be known by under another id or annotator, the surest sign first."""
    if {"reference", "candidate"} <= columns and row.reference and row.candidate:
        yield "documents", row.reference, row.candidate, row.annotator
    elif row.reference_sha256 and row.candidate_sha256:
        yield "hashes", row.reference_sha256, row.candidate_sha256, row.annotator
    if row.created_at:
        yield "all", row._replace(pair_id="", annotator="")
