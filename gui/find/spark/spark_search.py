"""The search on Apache Spark: finds the pairs worth reading among articles in a data frame.

It finds the same pairs as ``search.find_pairs``, with the same functions: what is counted, joined
and sorted there in memory, Spark does on all its machines. Its steps are:

terms → how many articles have each → those by which an article is looked for → joined with
themselves → what two articles share → the best of each article → compared → in how many other
articles their words stand → the original and its copies.

Only the result comes to the machine that the command runs on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from ...documents.moments import moment_from
from ..dating.dates import Days, from_text, publication_dates
from ..proposing.grouping import in_groups
from ..proposing.proposals import (
    Double,
    Likely,
    PairFilter,
    Proposal,
    Wish,
    Worded,
    copies_among,
    double,
    doubles,
    groups_of,
    of_same_words,
)
from ..sharing.term_index import RARE, Shared
from ..sharing.terms import term_key
from ..verifying.verification import Kept, unpacked
from .spark_stages import (
    ALIKE,
    CHOSEN,
    COMPARED,
    LOOKED_FOR,
    TERMS,
    alike,
    chosen,
    compared,
    look_for,
    schema_of,
    take_apart,
    with_evidence,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pyspark.sql import DataFrame, SparkSession

# Where a stage takes long. How rows are distributed changes no result: with more than one task a
# processor none waits long for the slowest, with very many each is started for a few rows.
_SPREAD = 4  # tasks for each processor


class SideCounts(NamedTuple):
    """How many articles of a side are searched, how many are blank, and the first blank one."""

    side: int
    articles: int
    blank: int
    first_blank: int | None


class SparkSearch:
    """One search.

    *articles* has the columns ``number``, ``side``, ``text``, in bytes, and ``published``, the date
    in the metadata, as text. Only the order of the numbers counts. *begin* is called with the name
    of each stage.
    """

    def __init__(
        self, session: SparkSession, articles: DataFrame, wish: Wish, begin: Callable[[str], None]
    ) -> None:
        self._session, self._articles, self._begin = session, articles, begin
        self._wish, self._filter = wish, PairFilter(wish)
        self._kept: list[DataFrame] = []

    @cached_property
    def counts(self) -> list[SideCounts]:
        """How many articles there are on each side that has any."""
        from pyspark.sql import functions as f

        self._begin("terms")
        blank = f.col("words") < 0
        found = self._all.groupBy("side").agg(
            f.count(f.when(~blank, 1)),
            f.count(f.when(blank, 1)),
            f.min(f.when(blank, f.col("number"))),
        )
        return [SideCounts(*row) for row in sorted(found.collect())]

    def proposals(self) -> list[Proposal]:
        """Return the pairs that are worth reading, best first."""
        worded = self._with_the_same_words()
        across = len([own for own in self.counts if own.articles]) > 1
        same = doubles(worded, across=across)
        self._begin("shared")
        best = self._best(self._alike(across))
        self._begin("compared")
        likely = self._compared(self._chosen(best))
        found = list(self._proposals(likely, [own.link for own in same]))
        if across:
            found += list(of_same_words(found, worded))
        found += self._doubles(same)
        for frame in self._kept:
            frame.unpersist()
        return in_groups(found, across=across, top=self._wish.top)

    def _keep(self, frame: DataFrame) -> DataFrame:
        """Have Spark cache *frame* on its disks."""
        from pyspark import StorageLevel

        self._kept.append(frame.persist(StorageLevel.DISK_ONLY))
        return self._kept[-1]

    def _spread(self, frame: DataFrame) -> DataFrame:
        """Distribute the rows of *frame* over all processors, because each takes long."""
        tasks = self._session.sparkContext.defaultParallelism * _SPREAD
        shuffles = int(self._session.conf.get("spark.sql.shuffle.partitions") or 0)
        return frame.repartition(max(tasks, shuffles))

    @property
    def _terms(self) -> DataFrame:
        return self._all.where("words >= 0")

    @cached_property
    def _all(self) -> DataFrame:
        least = self._session.sparkContext.defaultParallelism
        articles = self._articles
        if articles.rdd.getNumPartitions() < least:
            articles = self._spread(articles)
        return self._keep(articles.mapInArrow(take_apart, schema_of(TERMS)))

    @cached_property
    def _single(self) -> DataFrame:
        """The terms of the first of the articles of a side with the same words."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        same = Window.partitionBy("side", "digest").orderBy("number")
        slim = self._terms.select("number", "side", "digest")
        repeated = slim.withColumn("turn", f.row_number().over(same)).where("turn > 1")
        return self._terms.join(repeated.select("number"), "number", "left_anti")

    @cached_property
    def _occurrences(self) -> DataFrame:
        from pyspark.sql import functions as f

        places = f.posexplode("terms").alias("place", "term")
        return self._single.select("number", "side", places)

    @cached_property
    def _looked_for(self) -> DataFrame:
        """The terms by which each article is looked for, and their weights."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        often = f.count("*").over(Window.partitionBy("term"))
        found = (
            self._occurrences.withColumn("often", often)
            .groupBy("number", "side")
            .agg(f.collect_list(f.struct("term", "often", "place")).alias("terms"))
        )
        total = sum(own.articles for own in self.counts)
        look = partial(look_for, articles=total)
        return self._keep(found.mapInArrow(look, schema_of(LOOKED_FOR)))

    def _with_the_same_words(self) -> list[Worded]:
        """Return the articles of which others have the same words, in their order."""
        from pyspark.sql import functions as f

        own = self._terms.where("words > 0").select("number", "side", "digest")
        common = own.groupBy("digest").agg(f.count("*").alias("n")).where("n > 1")
        rows = (
            own.join(common, "digest", "left_semi")
            .join(self._articles.select("number", "published"), "number")
            .orderBy("number")
            .toLocalIterator()
        )
        return [
            Worded(row["number"], row["side"], bytes(row["digest"]), _moment(row["published"]))
            for row in rows
        ]

    def _sharing(self, across: bool) -> DataFrame:
        """What pairs of articles share, if that may be enough."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        term = Window.partitionBy("term")
        entries = (
            self._looked_for.select(
                "number", "side", f.explode(f.arrays_zip("terms", "worth")).alias("own")
            )
            .select("number", "side", "own.terms", "own.worth")
            .withColumnRenamed("terms", "term")
            .withColumn("turn", f.row_number().over(term.orderBy("number")))
            .withColumn("having", f.count("*").over(term))
            .where("having > 1")
        )
        earlier = entries.where(f.col("turn") <= RARE).select(
            "term", f.col("number").alias("first"), f.col("side").alias("first_side")
        )
        later = entries.select("term", "worth", "side", f.col("number").alias("second"))
        pairs = earlier.join(later, "term").where("first < second")
        if across:
            pairs = pairs.where("first_side != side")
        found = pairs.groupBy("first", "second").agg(f.sum("worth").alias("evidence"))
        schema = "first long, second long, evidence double"
        return found.mapInArrow(partial(with_evidence, pair_filter=self._filter), schema)

    def _alike(self, across: bool) -> DataFrame:
        """Return the pairs that could reach the wanted score."""
        own = self._terms.select("number", "digest", "figures").join(
            self._looked_for.select("number", "total"), "number"
        )
        pairs = self._sharing(across)
        for end in ("first", "second"):
            pairs = pairs.join(_named(own, end), end)
        return pairs.mapInArrow(partial(alike, pair_filter=self._filter), schema_of(ALIKE))

    def _best(self, pairs: DataFrame) -> DataFrame:
        """Return the pairs that are among the best of either article."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        order = f.desc("alike"), "first", "second"
        ends = pairs.withColumn("end", f.explode(f.array("first", "second")))
        turn = f.row_number().over(Window.partitionBy("end").orderBy(*order))
        best = ends.withColumn("turn", turn).where(f.col("turn") <= self._wish.tried)
        return self._keep(best.select(*ALIKE).dropDuplicates(["first", "second"]))

    def _chosen(self, pairs: DataFrame) -> DataFrame:
        """Return the pairs that may be listed, see ``search._nearest``."""
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        own = self._looked_for.select("number", "standing", "places", "worth")
        for end in ("first", "second"):
            pairs = pairs.join(_named(own, end), end)
        total = sum(own.articles for own in self.counts)
        choose = partial(chosen, pair_filter=self._filter, articles=total)
        found = self._keep(pairs.mapInArrow(choose, schema_of(CHOSEN)))
        order = f.desc(f.col("alike") * f.col("spread")), "first", "second"
        turn = f.row_number().over(Window.partitionBy("end").orderBy(*order))
        turns = (
            found.withColumn("end", f.explode(f.array("first", "second")))
            .withColumn("turn", turn)
            .groupBy("first", "second")
            .agg(f.max("turn").alias("turn"))
        )
        return found.join(turns, ["first", "second"]).where("in_passing = 0 OR turn = 1")

    def _compared(self, pairs: DataFrame) -> DataFrame:
        texts = self._articles.select("number", "text", "published")
        for end in ("first", "second"):
            pairs = pairs.join(_named(texts, end), end)
        compare = partial(compared, pair_filter=self._filter)
        return self._keep(self._spread(pairs).mapInArrow(compare, schema_of(COMPARED)))

    def _proposals(self, likely: DataFrame, same: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
        """Yield the likely pairs with the likelier original as the reference."""
        links = copies_among(map(tuple, likely.select("first", "second", "score").collect()))
        groups = groups_of([*links, *same])
        if not links:
            return
        rows = self._elsewhere(likely, groups)
        for row in rows.toLocalIterator(prefetchPartitions=True):
            familiar = {own["term"]: own["often"] for own in row["familiar"] or ()}
            own = Likely(
                Shared(row["first"], row["second"], row["evidence"], row["share"]),
                row["score"],
                unpacked(row["verified"]) if row["verified"] else None,
                Kept(row["both"], row["first_figures"], row["second_figures"]),
                row["excerpt"],
            )
            yield own.proposal(
                publication_dates(
                    Days(from_text(row["first_date"]), _moment(row["first_published"])),
                    Days(from_text(row["second_date"]), _moment(row["second_published"])),
                ),
                _frequency_in(familiar),
            )

    def _elsewhere(self, likely: DataFrame, groups: dict[int, int]) -> DataFrame:
        """Add to the *likely* pairs in how many articles outside their group terms stand."""
        from pyspark.sql import functions as f

        frame = self._session.createDataFrame(list(groups.items()), "number long, group long")
        asked = likely.select("first", "second", f.explode("asked").alias("term")).join(
            frame.withColumnRenamed("number", "first"), "first"
        )
        wanted = asked.select("term").distinct()
        often = self._occurrences.join(wanted, "term", "left_semi").groupBy("term").count()
        inside = (
            self._occurrences.join(frame, "number")
            .join(wanted, "term", "left_semi")
            .groupBy("group", "term")
            .agg(f.count("*").alias("inside"))
        )
        outside = f.col("count") - f.coalesce("inside", f.lit(0))
        familiar = (
            asked.join(often, "term")
            .join(inside, ["group", "term"], "left")
            .withColumn("often", outside)
            .groupBy("first", "second")
            .agg(f.collect_list(f.struct("term", "often")).alias("familiar"))
        )
        return likely.join(familiar, ["first", "second"], "left")

    def _doubles(self, same: Sequence[Double]) -> list[Proposal]:
        from pyspark.sql import functions as f

        if not same:
            return []
        firsts = sorted({own.searched for own in same})
        frame = self._session.createDataFrame([(own,) for own in firsts], "number long")
        totals = self._looked_for.select("number", "total")
        figures = f.when(
            f.length("figures") > 0, f.size(f.split(f.col("figures").cast("string"), "\n"))
        )
        known = {
            row["number"]: (row["total"] or 0.0, row["figures"] or 0)
            for row in self._terms.join(frame, "number", "left_semi")
            .select("number", figures.alias("figures"))
            .join(totals, "number", "left")
            .collect()
        }
        return [double(own, *known[own.searched]) for own in same]


def _moment(said: str | None) -> date | None:
    return None if said is None else moment_from(said)


def _frequency_in(often: dict[int, int]) -> Callable[[tuple[str, str]], int]:
    """Return a function that tells in how many articles two words are neighbours.

    *often* has these numbers by ``term_key``.
    """
    return lambda pair: often.get(term_key(pair), 0)


def _named(frame: DataFrame, end: str) -> DataFrame:
    """Return *frame* with *end*, the article of a pair, in the names of its columns."""
    names = [name for name in frame.columns if name != "number"]
    return frame.toDF(end, *(f"{end}_{name}" for name in names))
