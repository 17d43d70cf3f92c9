"""The pair list of a search: CSV that the window and all command lines read, best pair first."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from ..documents import counted
from ..labels.csv_format import plain
from .direction import Earlier
from .loose_article import LooseArticle
from .proposals import Proposal

Articles: TypeAlias = "Sequence[LooseArticle] | Mapping[int, LooseArticle]"
"""The articles of a search by their numbers."""

_SHARES = ("score", "verbatim", "with_substitutions", "shared")
COLUMNS = (
    "id",
    "reference",
    "candidate",
    "score",
    "verbatim",
    "with_substitutions",
    "shared",
    "reason",
    "earlier",
    "cluster",
)


def list_of(proposals: Iterable[Proposal], articles: Articles, folder: str) -> str:
    """Return the list as CSV; its paths are relative to *folder*, where it will stand.

    A pair is called by its articles, so that a label stays with it when a later search finds more.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for row in _rows(proposals, articles, folder):
        rows.writerow(["" if v is None else f"{v:.4f}" if isinstance(v, float) else v for v in row])
    return out.getvalue()


def parquet_of(proposals: Iterable[Proposal], articles: Articles, folder: str) -> bytes:
    """Return the list as a Parquet file, with the values of :func:`list_of`."""
    from arro3.core import Array, DataType, Table
    from arro3.io import write_parquet

    columns = list(zip(*_rows(proposals, articles, folder), strict=True)) or [()] * len(COLUMNS)
    table: dict[str, Any] = {}
    for name, values in zip(COLUMNS, columns, strict=True):
        if name in _SHARES:
            rounded = [None if value is None else round(value, 4) for value in values]
            table[name] = Array(rounded, type=DataType.float64())
        else:
            kind = DataType.int64() if name == "cluster" else DataType.string()
            table[name] = Array(values, type=kind)
    out = io.BytesIO()
    write_parquet(Table.from_pydict(table), out)
    return out.getvalue()


def _rows(
    proposals: Iterable[Proposal], articles: Articles, folder: str
) -> Iterator[tuple[str | float | int | None, ...]]:
    for found in proposals:
        own = found.verified
        reference = _relative(articles[found.reference], folder)
        candidate = _relative(articles[found.candidate], folder)
        yield (
            f"{reference}|{candidate}",
            reference,
            candidate,
            found.score,
            own.verbatim if own else None,
            own.with_substitutions if own else None,
            found.shared,
            reason_for(found),
            found.earlier.value,
            found.group,
        )


def reason_for(found: Proposal) -> str:
    """Return one line that says why a pair is proposed."""
    own = found.verified
    if found.is_same_text:
        return "the same words"
    parts = []
    first, second = found.dates
    if found.earlier is Earlier.METADATA and first and second:
        parts.append(f"published {first.day} and {second.day}, as metadata say")
    if own and own.names:
        parts.append(f"both name {', '.join(own.names)}")
    if found.figures[0]:
        both, fewer = found.figures
        parts.append(f"{both:,} of {counted(fewer, 'figure')} kept")
    if own and own.sentences[0]:
        kept, fewer = own.sentences
        parts.append(f"{kept:,} of {counted(fewer, 'sentence')} word for word")
    if own and own.substitutions:
        parts.append(counted(own.substitutions, "substitution"))
    parts.append(f"{found.shared:.0%} of the rare word pairs shared")
    return "; ".join(parts)


def _relative(article: LooseArticle, folder: str) -> str:
    """Return the address of *article* as the list has it.

    The file is relative to *folder*, if that is on the same drive. The id stays as it is: it is
    no path, and one such as ``https://news.example/a`` would lose a slash.
    """
    file = article.file or article.address
    return plain(f"{_path(file, folder)}{article.address[len(file) :]}")


@lru_cache(maxsize=1 << 10)  # a file may have a million articles
def _path(file: str, folder: str) -> str:
    try:  # what lies on the file system of a cluster, hdfs://..., starts from there
        return file if "://" in file else Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return os.path.abspath(file)  # noqa: PTH100 - as texts, like the other addresses
