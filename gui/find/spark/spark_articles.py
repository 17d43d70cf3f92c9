"""Articles for a search on Apache Spark, which reads Parquet files itself; others are read here.

An article is a number there. The numbers are in the order in which a search on one machine reads
the articles, with gaps: each Parquet file has room for as many rows as it may have.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from ...documents import DocumentError, shown_name
from ...labels.file.csv_format import plain
from ...labels.label_values import PairListError
from ...labels.pairs.article_addresses import columns_and_id, with_columns
from ...labels.pairs.articles import UniqueIds, clauses_named
from ...labels.pairs.json_rows import DEEPEST, MOST_PARTS
from ...labels.pairs.pair_columns import ArticleColumns, day_column, find_article_columns
from ...messages import Message
from ...messages.about_pairs import AboutPairs
from ...messages.about_spark import AboutSpark
from ...spark_session import SparkError
from ..dating.dates import moment_of
from ..search_values import LooseArticle
from ..sources import ArticleTable, GatheredArticles, SourceOptions

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import Column, DataFrame, SparkSession

# Any numbers that no file has as many rows as, and no search as many articles of other kinds: only
# the order of what they number counts.
_ROOM = 1 << 40  # numbers for what stands between two files, and for the file behind it
_ROWS = _ROOM // 2  # of these, where the rows of the file begin
_ROW = "number long, file long, row long, id string"
_SUFFIX = ".parquet"
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*?[]{}"})  # in patterns of Hadoop


def is_for_spark(path: str) -> bool:
    """Return whether Spark reads *path* itself: a Parquet file, or a path on a cluster."""
    return _is_elsewhere(path) or path.lower().endswith(_SUFFIX)


def _is_elsewhere(path: str) -> bool:
    """Return whether *path* is one of a file system of a cluster, such as ``hdfs://…``."""
    return "://" in path


class _Kind(NamedTuple):
    """Where in a row the text, the day and the id are; files with the same columns share one."""

    text: tuple[str, ...]
    day: tuple[str, ...]  # () where none says when an article was published
    id: tuple[str, ...]  # () where the number of the row is the id
    type_of_id: str
    prefix: str  # between file and id in addresses
    with_names: str  # the same, with the names of both columns


class ArticleFrame:
    """The gathered articles as a data frame with the columns of a ``SparkSearch``."""

    def __init__(
        self, session: SparkSession, found: GatheredArticles, manner: SourceOptions
    ) -> None:
        """Look into the Parquet files; ``problems`` say which of them cannot be read.

        Raises SparkError if the column of texts contains something else.
        """
        self._session, self._manner = session, manner
        self._tables = [own for table in found.tables for own in _files_of(session, table)]
        self.problems: list[Message] = []
        self._read: dict[int, LooseArticle] = {}
        # Of each Parquet file what stands before ids, and before those that read like columns.
        self._fronts: dict[int, tuple[str, str, str]] = {}
        frames = [self._of_read(found.articles)]
        frames += [self._of_tables(kind, own) for kind, own in self._kinds().items()]
        self._all = frames[0]
        for frame in frames[1:]:
            self._all = self._all.unionByName(frame)
        self.articles = self._all.select("number", "side", "text", "published")

    def named(self, numbers: Iterable[int]) -> dict[int, LooseArticle]:
        """Return the articles with these *numbers*, without their texts."""
        wanted = set(numbers)
        rest = sorted(number for number in wanted if number % _ROOM >= _ROWS)
        found = {number: self._read[number] for number in wanted.difference(rest)}
        for number, id in self._ids(rest) if rest else ():
            file, front, with_names = self._fronts[number // _ROOM]
            if front == "#" and columns_and_id(id)[2] != id:
                front = with_names
            found[number] = LooseArticle(f"{file}{front}{id}", "", file=file)
        return found

    def _of_read(self, articles: Sequence[LooseArticle]) -> DataFrame:
        import pyarrow as pa

        places = [table.place for table in self._tables]
        numbers = []
        for index, article in enumerate(articles):
            numbers.append(bisect_right(places, index) * _ROOM + index)
            self._read[numbers[-1]] = article._replace(text="")
        texts = [own.text.encode("utf-8", "surrogatepass") for own in articles]
        columns = {
            "number": pa.array(numbers, pa.int64()),
            "side": pa.array([own.side for own in articles], pa.int32()),
            "text": pa.array(texts, pa.binary()),
            "id": pa.array([""] * len(numbers), pa.string()),
            "published": pa.array([_as_iso(own.published) for own in articles], pa.string()),
        }
        return self._session.createDataFrame(pa.table(columns))

    def _kinds(self) -> dict[_Kind, list[int]]:
        """Return the places of the files by their columns."""
        found: dict[_Kind, list[int]] = defaultdict(list)
        for place, table in enumerate(self._tables):
            try:
                with clauses_named(table.path):
                    kind = self._kind_of(table.path)
            except DocumentError as error:
                self.problems.append(error.message)
            else:
                self._fronts[place] = (table.path, kind.prefix, kind.with_names)
                found[kind].append(place)
        return found

    def _kind_of(self, path: str) -> _Kind:
        """Find the columns of a file; raises OSError, and PairListError with a clause."""
        fields = dict(_fields(_schema(self._session, path)))
        text, id = self._manner.text or "", self._manner.id or ""
        columns = find_article_columns(list(fields), text, id, lone=True)
        try:
            usual: ArticleColumns | None = find_article_columns(list(fields), lone=True)
        except PairListError:
            usual = None
        place, kind = fields[columns.text]
        if kind not in ("string", "large_string"):
            name, column = shown_name(path), shown_name(columns.text)
            raise SparkError(Message(AboutSpark.NOT_TEXT, name=name, column=column))
        prefix = "#" if usual == columns else f"#{with_columns(text, id)}"
        with_names = f"#{with_columns(columns.text, columns.id or '')}"
        day = day_column(list(fields), columns.text)
        own_id = fields[columns.id] if columns.id else ((), "")
        return _Kind(place, fields[day][0] if day else (), *own_id, prefix, with_names)

    def _of_tables(self, kind: _Kind, places: Sequence[int]) -> DataFrame:
        from pyspark.sql import functions as f

        paths = [self._tables[place].path for place in places]
        rows = self._session.read.parquet(*map(_for_spark, paths))
        numbers = dict(zip(map(_as_found, paths), places, strict=True))
        begins = [
            # Spark writes file:/ in one place and file:/// in the other.
            (uri.replace("file:///", "file:/", 1), self._tables[place].side, _begin(place))
            for uri in rows.inputFiles()
            for place in [numbers[_as_found(uri)]]
        ]
        files = self._session.createDataFrame(begins, "uri string, side int, begin long")
        read = rows.select(
            f.regexp_replace("_metadata.file_path", "^file:/+", "file:/").alias("uri"),
            f.col("_metadata.row_index").alias("row"),
            _column(kind.text).cast("binary").alias("text"),
            (_as_text(kind) if kind.id else f.lit("")).alias("id"),
            _published(rows, kind).alias("published"),
        )
        number = (f.col("begin") + f.col("row")).alias("number")
        return read.join(f.broadcast(files), "uri").select(
            number, "side", "text", "id", "published"
        )

    def _ids(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the ids of articles in Parquet files, made unique like those of other files.

        The unique id depends only on earlier ids with the same stem.
        """
        from pyspark.sql import functions as f

        file = f.floor(f.col("number") / _ROOM).alias("file")
        row = (f.col("number") % _ROOM - _ROWS + 1).alias("row")
        rows = self._all.where(f.col("number") % _ROOM >= _ROWS).select("number", file, row, "id")
        rows = rows.mapInArrow(_with_stems, f"{_ROW}, stem string")
        wanted = self._session.createDataFrame([(number,) for number in numbers], "number long")
        stems = rows.join(f.broadcast(wanted), "number", "left_semi").select("file", "stem")
        alike = rows.join(stems.distinct(), ["file", "stem"], "left_semi").orderBy("number")
        asked, unique, current = set(numbers), UniqueIds(), -1
        for found in alike.select("number", "file", "row", "id").toLocalIterator():
            if found["file"] != current:
                unique, current = UniqueIds(), found["file"]
            name = unique.name(plain(found["id"].strip()), found["row"])
            if found["number"] in asked:
                yield found["number"], name


def _begin(place: int) -> int:
    """Return the number of the first row of the file at a *place*."""
    return place * _ROOM + _ROWS


def _files_of(session: SparkSession, table: ArticleTable) -> list[ArticleTable]:
    """Return the files of a *table*, which elsewhere may be a folder."""
    if not _is_elsewhere(table.path):
        return [table]
    return [
        table._replace(path=uri) for uri in sorted(session.read.parquet(table.path).inputFiles())
    ]


def _for_spark(path: str) -> str:
    """Return *path* for Spark, which takes paths as patterns."""
    if _is_elsewhere(path):
        return path
    return os.path.abspath(path).translate(_SPECIAL)  # noqa: PTH100 - no link is followed


def _as_found(path: str) -> str:
    """Return the key of a file that is given by a path or Spark's URI."""
    if path.startswith("file:"):
        return unquote(urlsplit(path).path)
    return path if _is_elsewhere(path) else os.path.abspath(path)  # noqa: PTH100


def _schema(session: SparkSession, path: str) -> Any:
    """Return the schema of a file as Arrow has it."""
    if _is_elsewhere(path):
        from pyspark.sql.pandas.types import to_arrow_schema

        return to_arrow_schema(session.read.parquet(path).schema)
    from pyarrow import ArrowException
    from pyarrow.parquet import read_schema

    try:
        return read_schema(path)
    except ArrowException:
        raise PairListError(Message(AboutPairs.IS_DAMAGED)) from None


def _fields(own: Any, depth: int = DEEPEST) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """Yield the name of each column, with dots where it is inside of others, its place and type."""
    import pyarrow as pa

    for field in own:
        if depth and pa.types.is_struct(field.type) and field.type.num_fields <= MOST_PARTS:
            for name, (place, kind) in _fields(field.type, depth - 1):
                yield f"{field.name.strip()}.{name}", ((field.name, *place), kind)
        else:
            yield field.name.strip(), ((field.name,), str(field.type))


def _column(place: Sequence[str]) -> Column:
    from pyspark.sql import functions as f

    return f.col(".".join(f"`{name.replace('`', '``')}`" for name in place))


def _published(rows: DataFrame, kind: _Kind) -> Column:
    """Return when articles were published, as ``moment_of`` reads it, as text of ``_as_iso``."""
    from pyspark.sql import functions as f

    if not kind.day:
        return f.lit(None).cast("string")
    own = _column(kind.day)
    ((_, type_of_day),) = rows.select(own).dtypes
    # As text a time of Spark is that of the session's zone, which it does not name, and a float
    # has an exponent.
    is_time = type_of_day == "timestamp"
    if is_time or type_of_day.startswith(("float", "double", "decimal")):
        own = own.cast("bigint")
    tell = _told_at if is_time else _told_by
    read: Callable[[Column], Column] = f.udf(tell, "string", useArrow=False)
    return read(f.coalesce(own.cast("string"), f.lit("")))


def _told_by(value: str) -> str | None:
    return _as_iso(moment_of(value))


def _told_at(seconds: str) -> str | None:
    """Return what ``_told_by`` returns for a time, given in *seconds* since 1970 began."""
    if not seconds:
        return None
    return _told_by(str(datetime.fromtimestamp(int(seconds), timezone.utc)))


def _as_iso(moment: date | None) -> str | None:
    """Return a moment as text: a date of Spark has no time, and a time of Spark no zone."""
    return None if moment is None else moment.isoformat()


def _as_text(kind: _Kind) -> Column:
    """Return ids as texts; a whole number is written without a point."""
    from pyspark.sql import functions as f

    own = _column(kind.id)
    text = own.cast("string")
    if kind.type_of_id in ("float", "double"):
        text = f.when(own == f.floor(own), own.cast("bigint").cast("string")).otherwise(text)
    return f.coalesce(text, f.lit(""))


def _with_stems(batches: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
    import pyarrow as pa

    for batch in batches:
        own = zip(batch.column("id").to_pylist(), batch.column("row").to_pylist(), strict=True)
        stems = pa.array([_stem(id, row) for id, row in own], pa.string())
        yield pa.RecordBatch.from_arrays([*batch.columns, stems], [*batch.schema.names, "stem"])


def _stem(id: str, row: int) -> str:
    """Return an id without the number that makes it unique.

    >>> _stem("x (2) (3)", 7), _stem("", 7)
    ('x', '7')
    """
    stem = id.strip() or str(row)
    while stem.endswith(")"):
        before, bracket, number = stem[:-1].rpartition(" (")
        if not bracket or not number.isdigit():
            break
        stem = before
    return stem
