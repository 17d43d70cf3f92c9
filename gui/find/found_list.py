"""The pair list of a search, best pair first, as CSV for the window and all command lines."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from ..documents import plural
from ..labels import read_pairs
from ..labels.file.csv_format import plain
from ..messages import CopydeskError
from ..messages.about_pairs import AboutPairs
from .dating.dates import Dated
from .proposing.direction import Earlier
from .proposing.proposals import Proposal
from .search_values import LooseArticle

Articles: TypeAlias = "Sequence[LooseArticle] | Mapping[int, LooseArticle]"
"""The articles of a search by their numbers."""

Ids: TypeAlias = "frozenset[str]"
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


def ids_in(path: Path) -> frozenset[str] | None:
    """Return the ids of the pairs in the list at *path*; None if no search wrote that.

    Raises OSError.
    """
    if path.suffix.lower() == ".parquet":
        try:
            pairs = read_pairs(path).pairs
        except CopydeskError as error:
            is_empty = error.message.code is AboutPairs.NO_PAIRS_IN_LIST
            return frozenset() if is_empty and _columns_of(path) == COLUMNS else None
        named = {name for pair in pairs[:1] for name, _ in pair.details}
        return frozenset(pair.id for pair in pairs) if {"score", "earlier"} <= named else None
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            return frozenset(row[0] for row in rows if row) if _is_ours(rows) else None
    except (UnicodeError, csv.Error):
        return None


def is_found_list(path: Path) -> bool:
    """Return whether a search wrote the CSV file at *path*, by its columns.

    Raises OSError.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return _is_ours(csv.reader(stream))
    except (UnicodeError, csv.Error):
        return False


def _is_ours(rows: Iterator[list[str]]) -> bool:
    """Read the header of a list, and return whether a search wrote it."""
    return tuple(next(rows, ())) == COLUMNS


def _columns_of(path: Path) -> tuple[str, ...]:
    """Return the columns of a Parquet file, even if it has no rows."""
    from arro3.io import read_parquet

    return tuple(read_parquet(path).schema.names)


def list_of(
    proposals: Iterable[Proposal], articles: Articles, folder: str, before: Ids = frozenset()
) -> str:
    """Return the list as CSV, with paths relative to *folder*, where it will be saved.

    A pair's id is made of its articles, so that its label still fits when a later search finds
    more. *before* are the ids in the list that this one replaces: their pairs, which may have
    labels, keep their direction.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for row in _rows(proposals, articles, folder, before):
        rows.writerow(["" if v is None else f"{v:.4f}" if isinstance(v, float) else v for v in row])
    return out.getvalue()


def parquet_of(
    proposals: Iterable[Proposal], articles: Articles, folder: str, before: Ids = frozenset()
) -> bytes:
    """Return the list as a Parquet file, with the values of :func:`list_of`."""
    from arro3.core import Array, DataType, Table
    from arro3.io import write_parquet

    rows = _rows(proposals, articles, folder, before)
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
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
    proposals: Iterable[Proposal], articles: Articles, folder: str, before: Ids
) -> Iterator[tuple[str | float | int | None, ...]]:
    for proposal in proposals:
        found = proposal
        reference = _relative(articles[found.reference], folder)
        candidate = _relative(articles[found.candidate], folder)
        id, turned = f"{reference}|{candidate}", f"{candidate}|{reference}"
        if turned in before and id not in before:
            id, reference, candidate = turned, candidate, reference
            found = _turned(found)
        own = found.verified
        yield (
            id,
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


def _turned(found: Proposal) -> Proposal:
    """Return *found* reversed if the list had it that way before."""
    is_untold = found.earlier in (Earlier.UNKNOWN, Earlier.SAME)
    return found.turned()._replace(earlier=found.earlier if is_untold else Earlier.LISTED)


def reason_for(found: Proposal) -> str:
    """Return one line that says why a pair is proposed; counts refer to the reference."""
    own = found.verified
    parts = []
    first, second = found.dates
    if first and second and found.earlier in (Earlier.METADATA, Earlier.DATE):
        parts.append(_when(first, second))
    if found.is_same_text:
        return "; ".join([*parts, "the same words"])
    if own and own.names:
        parts.append(f"both name {', '.join(own.names)}")
    figures = own.figures if own else found.figures
    if figures.both:
        parts.append(f"{figures.both:,} of {plural(figures.first, 'figure')} kept")
    if found.is_excerpt:
        parts.append("a passage that hardly any other article has")
    if own and own.sentences.both:
        kept = own.sentences
        parts.append(f"{kept.both:,} of {plural(kept.first, 'sentence')} word for word")
    if own and own.substitutions:
        parts.append(plural(own.substitutions, "substitution"))
    parts.append(f"{found.shared:.0%} of the rare word pairs shared")
    return "; ".join(parts)


def _when(first: Dated, second: Dated) -> str:
    """Return when two articles were published, and the source of that."""
    one, other = _as_written(first, second)
    if not (first.by_metadata or second.by_metadata):
        return f"dated {one} and {other}"
    if first.by_metadata and second.by_metadata:
        return f"published {one} and {other}, according to their metadata"
    own, its = ("metadata", "text") if first.by_metadata else ("text", "metadata")
    return f"published {one} according to its {own}, and {other} according to the other's {its}"


def _as_written(first: Dated, second: Dated) -> tuple[str, str]:
    """Return the days of two articles, or the times if the days are the same.

    Times with a zone are given in UTC.
    """
    one, other = first.moment, second.moment
    if not isinstance(one, datetime) or not isinstance(other, datetime):
        return str(first.day), str(second.day)
    if one.tzinfo and other.tzinfo:
        one, other = one.astimezone(timezone.utc), other.astimezone(timezone.utc)
    if one.date() != other.date():
        return str(one.date()), str(other.date())
    parts = "seconds" if one.replace(second=0) == other.replace(second=0) else "minutes"
    zone = f" {one.tzname()}" if one.tzinfo else ""
    found = (own.replace(tzinfo=None).isoformat(" ", parts) for own in (one, other))
    return next(found), next(found) + zone


def _relative(article: LooseArticle, folder: str) -> str:
    """Return the address of *article* in the list.

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
