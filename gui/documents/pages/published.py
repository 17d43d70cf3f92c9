"""Finds when an article was published in a web page's data for machines.

Pages say it in several places, and templates put other days there: that of a change, of another
article, or none. So a day counts only if all places that have one agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import regex

from ..moments import day_of, exactness, moment_in

_META = frozenset(
    {"article:published_time", "og:article:published_time", "datepublished", "pubdate"}
    | {"publishdate", "publish-date", "publish_date", "rnews:datepublished", "dc.date.issued"}
    | {"dcterms.issued", "citation_publication_date", "parsely-pub-date", "sailthru.date"}
)
_NAMING = ("property", "name", "itemprop")
_CHANGED = regex.compile(r"modif|updat|edit|revis|expir|event|start|end")
_APART = timedelta(days=1)  # a day here is another one elsewhere
_LONGEST = 500_000  # characters of one script
_DEEPEST = 20
_ARTICLE_TYPE = regex.compile(r"(?:Article|Posting|Report|Review)\b")


def published_on(root: Any) -> date | None:
    """Return when the article of the page *root* was published, if that is clear.

    >>> from lxml import html
    >>> page = '<meta property="article:published_time" content="2024-03-04T08:00Z"><p>Swans'
    >>> published_on(html.document_fromstring(page)).isoformat()
    '2024-03-04T08:00:00+00:00'
    """
    said = [_agreed(days) for days in (_in_head(root), _in_data(root), _in_items(root))]
    days = [day for day in said if day is not None]
    return _agreed(days) if days else _agreed(_in_times(root))


def _agreed(moments: Iterator[date] | list[date]) -> date | None:
    """Return the most exact of *moments*, the first of several; None if days are far apart."""
    found = sorted(moments, key=lambda own: (day_of(own), own.isoformat()))
    if not found or day_of(found[-1]) - day_of(found[0]) > _APART:
        return None
    return max(found, key=exactness)


def _moments(values: Iterator[str | None]) -> Iterator[date]:
    yield from filter(None, (moment_in(value) for value in values if value))


def _in_head(root: Any) -> Iterator[date]:
    return _moments(
        element.get("content")
        for element in root.iter("meta")
        if any(element.get(name, "").strip().lower() in _META for name in _NAMING)
    )


def _in_items(root: Any) -> Iterator[date]:
    """Yield the days of elements that are called ``datePublished`` in microdata."""
    return _moments(
        element.get("datetime") or element.get("content")
        for element in root.iter("time", "span", "div", "p")
        if element.get("itemprop", "").strip().lower() == "datepublished"
    )


def _in_times(root: Any) -> Iterator[date]:
    """Yield the days of all ``time`` elements but those of a change.

    The page of an article has many where it shows other articles, too; then they differ.
    """
    return _moments(
        element.get("datetime")
        for element in root.iter("time")
        if not _CHANGED.search(_names(element))
    )


def _names(element: Any) -> str:
    parent = element.getparent()
    own = [element] if parent is None else [element, parent]
    signs = (each.get(name, "") for each in own for name in ("class", "itemprop", "id"))
    return " ".join(signs).lower()


def _in_data(root: Any) -> Iterator[date]:
    """Yield the days of the articles in the page's JSON-LD, but for those inside another thing."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "").lower() or len(text) > _LONGEST:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _moments(str(each.get("datePublished") or "") for each in _outermost(data))


def _outermost(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the articles that stand by themselves, or in a graph of all that the page is about."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for each in data:
            yield from _outermost(each, depth + 1)
    elif isinstance(data, dict):
        if _ARTICLE_TYPE.search(str(data.get("@type", ""))):
            yield data
        elif "@graph" in data:
            yield from _outermost(data["@graph"], depth + 1)
