"""The Python stages of a search on Apache Spark: functions from batches of rows to batches.

They run in processes that Spark starts on all its machines (``mapInArrow``), and call the functions
of a search on one machine. Texts and words are bytes: Arrow rejects lone surrogates, which JSON may
contain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..dating.dates import as_text, date_of
from ..proposing.proposals import PairFilter, figures_in_both
from ..sharing.standing import PlacedTerms, Standing
from ..sharing.term_index import RARE, among_rarest, share_of, telling_worth, worth_of
from ..sharing.terms import figures_in, term_key, terms_of
from ..verifying.verification import ComparisonTask, Verified, verify

if TYPE_CHECKING:
    from pyarrow import RecordBatch

    Batches = Iterable[RecordBatch]

# Pairs of texts that are compared between two batches: they are in memory until Spark gets a batch.
# No result depends on it.
_AT_ONCE = 64

FIGURES = ("first_figures", "second_figures")  # how many either has
_KINDS = MappingProxyType(
    {
        **dict.fromkeys(("number", "first", "second"), "long"),
        **dict.fromkeys(("side", "words", "both", "in_passing", *FIGURES), "int"),
        **dict.fromkeys(
            ("total", "evidence", "share", "alike", "spread", "excerpt", "score"), "double"
        ),
        **dict.fromkeys(("digest", "figures"), "binary"),
        **dict.fromkeys(("terms", "asked", "standing"), "array<long>"),
        **dict.fromkeys(("first_date", "second_date"), "string"),
        **dict.fromkeys(("first_published", "second_published"), "string"),
        "places": "array<int>",
        "worth": "array<double>",
        "verified": "string",
    }
)
TERMS = ("number", "side", "words", "digest", "terms", "figures")
LOOKED_FOR = ("number", "side", "total", "terms", "worth", "places", "standing")
ALIKE = ("first", "second", "evidence", "share", "alike", "both", *FIGURES)
CHOSEN = (*ALIKE, "spread", "in_passing", "excerpt")
PUBLISHED = ("first_published", "second_published")
COMPARED = (
    *ALIKE,
    "excerpt",
    "score",
    "verified",
    "first_date",
    "second_date",
    *PUBLISHED,
    "asked",
)


def schema_of(columns: Sequence[str]) -> str:
    """Return the Spark schema of *columns*.

    >>> schema_of(("number", "terms"))
    'number long, terms array<long>'
    """
    return ", ".join(f"{name} {_KINDS[name]}" for name in columns)


def texts_of(data: Iterable[bytes]) -> list[str]:
    """Return *data* as texts."""
    return [_text(one) for one in data]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def take_apart(batches: Batches) -> Iterator[RecordBatch]:
    """Turn articles (number, side, text) into ``TERMS``; blank ones have -1 words."""
    for batch in batches:
        rows: list[tuple[object, ...]] = []
        columns = (batch.column(name).to_pylist() for name in ("number", "side", "text"))
        for number, side, data in zip(*columns, strict=True):
            text = _text(data or b"")
            if not text.strip():
                rows.append((number, side, -1, b"", [], b""))
                continue
            own = terms_of(text)
            figures = own.figures_text().encode("utf-8", "surrogatepass")
            rows.append((number, side, own.words, own.digest, own.keys(), figures))
        yield _batch(TERMS, rows)


def look_for(batches: Batches, articles: int) -> Iterator[RecordBatch]:
    """Turn the terms of articles, with how many *articles* have them, into ``LOOKED_FOR``.

    ``places`` are those of the terms among all that are ``standing`` in the article.
    """
    import numpy as np

    for batch in batches:
        rows = []
        columns = (batch.column(name).to_pylist() for name in ("number", "side", "terms"))
        for number, side, terms in zip(*columns, strict=True):
            keys = np.array([own["term"] for own in terms], np.int64)
            often = np.array([own["often"] for own in terms], np.int64)
            kept = (often <= RARE) | among_rarest(often, keys)
            worth = worth_of(often[kept], articles)
            places = np.array([own["place"] for own in terms], np.int32)[kept]
            standing = np.empty_like(keys)
            standing[np.array([own["place"] for own in terms], np.int32)] = keys
            own = number, side, float(worth.sum()), keys[kept], worth, places, standing
            rows.append(own)
        yield _batch(LOOKED_FOR, rows)


def with_evidence(batches: Batches, pair_filter: PairFilter) -> Iterator[RecordBatch]:
    """Leave out pairs that share too little in absolute terms."""
    for batch in batches:
        evidence = batch.column("evidence").to_numpy()
        yield batch.filter(_mask(pair_filter.may_do(evidence, 1.0)))


def alike(batches: Batches, pair_filter: PairFilter) -> Iterator[RecordBatch]:
    """Turn pairs with data of both articles into ``ALIKE``, without hopeless ones."""
    import numpy as np

    for batch in batches:
        evidence = batch.column("evidence").to_numpy()
        least = np.minimum(*(batch.column(n).to_numpy() for n in ("first_total", "second_total")))
        share = share_of(evidence, least)
        rows = []
        for at in np.flatnonzero(pair_filter.may_do(evidence, share)).tolist():
            own = {name: batch.column(name)[at].as_py() for name in batch.schema.names}
            if own["first_digest"] == own["second_digest"]:
                continue
            figures = tuple(figures_in(_text(own[f"{end}_figures"])) for end in ("first", "second"))
            like = pair_filter.likeness(own["evidence"], float(share[at]), *figures)
            if like is not None:
                ends = own["first"], own["second"]
                rows.append(
                    (*ends, own["evidence"], float(share[at]), like, *figures_in_both(*figures))
                )
        yield _batch(ALIKE, rows)


def chosen(batches: Batches, pair_filter: PairFilter, articles: int) -> Iterator[RecordBatch]:
    """Turn pairs with the terms of both articles into ``CHOSEN``, with weighted ``evidence``.

    Pairs whose score will be too low, whatever the comparison says, are left out. *articles* is the
    number of articles.
    """
    telling = telling_worth(articles)
    for batch in batches:
        rows = []
        for own in batch.to_pylist():
            where = Standing(_placed(own, "first"), _placed(own, "second"))
            counted = own["evidence"] * where.counts
            alike = pair_filter.recounted(own["alike"], own["evidence"], counted)
            spread = where.spread()
            excerpt = pair_filter.excerpt(where.passage(telling))
            if pair_filter.may_be_listed(alike, own["share"], spread, excerpt):
                own |= {"evidence": counted, "alike": alike}
                in_passing = int(where.in_passing and not excerpt)
                rows.append((*(own[name] for name in ALIKE), spread, in_passing, excerpt))
        yield _batch(CHOSEN, rows)


def _placed(own: dict[str, Any], end: str) -> PlacedTerms:
    """Return the same as ``TermIndex.placed``."""
    import numpy as np

    terms = np.array(own[f"{end}_standing"], np.int64)
    worth = np.zeros(len(terms))
    worth[own[f"{end}_places"]] = own[f"{end}_worth"]
    return PlacedTerms(terms, worth)


def compared(batches: Batches, pair_filter: PairFilter) -> Iterator[RecordBatch]:
    """Turn pairs with both texts into ``COMPARED``, without those whose score is too low."""
    for batch in batches:
        for start in range(0, batch.num_rows, _AT_ONCE):
            rows = (_compared(own, pair_filter) for own in batch.slice(start, _AT_ONCE).to_pylist())
            yield _batch(COMPARED, [row for row in rows if row])


def _compared(own: dict[str, Any], pair_filter: PairFilter) -> tuple[object, ...] | None:
    first, second = texts_of((own["first_text"], own["second_text"]))
    known = own["spread"], own["excerpt"]
    is_compared = pair_filter.is_compared(own["alike"], *known)
    verified = _verified(first, second) if is_compared else None
    score = pair_filter.score(own["alike"], own["share"], *known, verified)
    if score is None:
        return None
    before = tuple(own[name] for name in (*ALIKE, "excerpt"))
    if verified is None:
        return (*before, score, None, None, None, None, None, [])
    words = [side for swap in verified.swaps for side in swap]
    asked = sorted({term_key(pair) for side in words for pair in pairwise(side)})
    in_text = as_text(date_of(first)), as_text(date_of(second))
    published = (own[name] for name in PUBLISHED)
    return (*before, score, json.dumps(verified), *in_text, *published, asked)


def _verified(first: str, second: str) -> Verified | None:
    try:
        return verify(ComparisonTask(0, first, second))
    except Exception:  # as in a pool of processes: a fault of ours costs one pair
        return None


def _mask(kept: Any) -> Any:
    import pyarrow

    return pyarrow.array(kept)


def _batch(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> RecordBatch:
    """Return *rows* as a batch of *columns*."""
    import pyarrow as pa

    kinds = {
        "long": pa.int64(),
        "int": pa.int32(),
        "double": pa.float64(),
        "binary": pa.binary(),
        "string": pa.string(),
        "array<long>": pa.list_(pa.int64()),
        "array<int>": pa.list_(pa.int32()),
        "array<double>": pa.list_(pa.float64()),
    }
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array(own, kinds[_KINDS[name]]) for name, own in zip(columns, values, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, list(columns))
