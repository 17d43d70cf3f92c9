"""Where a page's headline, date line, byline, captions and author's note stand: its markup."""

from __future__ import annotations

from typing import Any

import regex

from .page import Block

_NAMES = {
    "date": frozenset(
        {"time", "date", "datetime", "datepublished", "datemodified", "dateline", "pubdate"}
        | {"published", "publish", "timestamp", "posted"}
    ),
    "byline": frozenset({"author", "authors", "byline", "bylines", "writer", "creator"}),
    "caption": frozenset({"figcaption", "caption", "captions"}),
    "note": frozenset({"author", "authors", "bio", "biography", "contributor", "tagline"}),
}
_LONGEST = {"date": 100, "byline": 150, "caption": 600, "note": 600}  # characters
_MOST = {
    "date": 3,
    "byline": 3,
    "caption": 100,
    "note": 2,
}  # what goes beyond is a list of something else
_LONG = 100  # characters of a block that is surely the text itself
_BEFORE, _BEHIND = 12, 5  # blocks around the body in which furniture is looked for
_A_DATE = regex.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}\b|\d\s*[年月日년월일]|\bago\b"
    r"|\p{L}{3,}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?(?!min)\p{L}{3,}"
)
_PROSE = regex.compile(r"(?:\S+\s+){5}.*[.!?。][\p{Pf}\p{Pe}\"']*$", regex.DOTALL)
_WORDS = regex.compile(r"[\p{L}\p{N}]+")
_SITE = regex.compile(r"\s+[|\-–—·•«»:]\s+")


def page_title(root: Any) -> str:
    """Return what the page calls itself, without the site's name where that is plain.

    ``<title>A headline - The Site</title>`` → ``A headline``
    """
    for meta in root.iter("meta"):
        if meta.get("property", meta.get("name", "")).lower() == "og:title":
            said = " ".join(meta.get("content", "").split())
            if said:
                return said
    title = next((e for e in root.iter("title") if e.getparent().tag == "head"), None)
    said = " ".join((title.text or "").split()) if title is not None else ""
    return max(_SITE.split(said), key=len) if said else ""


def find(blocks: list[Block], body: set[int], title: str) -> dict[int, str]:
    """Return the furniture among *blocks* by index: headline, date, byline, caption or note.

    *body* are the indices of the article's own blocks, at least one. Date and byline stand
    between the headline and the text, or else right behind it; captions anywhere in between;
    a note on the author right behind the text.
    """
    first, last = min(body), max(body)
    headline = _headline(blocks, first, last, title)
    found = {} if headline is None else {headline: "headline"}
    top = first if headline is None else min(first, headline)
    above = _BEFORE if headline is None else _BEHIND
    start = min((i for i in body if i > top and len(blocks[i].text) > _LONG), default=first)
    head = range(max(0, top - above), min(start, top + _BEFORE + above) + 1)
    tail = range(last + 1, min(len(blocks), last + 1 + _BEHIND))
    seen = {blocks[i].text for i in body}
    for kind, zones in (
        ("caption", [range(top, last + 1)]),
        ("date", [head, tail]),
        ("byline", [head, tail]),
        ("note", [tail]),
    ):
        for zone in zones:
            hits = [i for i in zone if i not in found and _is(kind, blocks[i])]
            for index in hits[: _MOST[kind]]:
                if index in body or blocks[index].text not in seen:
                    found[index] = kind
                    seen.add(blocks[index].text)
            if hits:
                break
    return found


def _is(kind: str, block: Block) -> bool:
    if len(block.text) > _LONGEST[kind] or block.tag in ("h1", "title"):
        return False
    if kind == "note" and not _PROSE.search(block.text):
        return False
    if kind == "date" and not _A_DATE.search(block.text):
        return False
    if not regex.search(r"\p{L}|\p{N}", block.text):
        return False
    return not _NAMES[kind].isdisjoint(_WORDS.findall(block.signs))


def _headline(blocks: list[Block], first: int, last: int, title: str) -> int | None:
    """Return the block that is the headline: a heading like the title, nearest the text."""
    wanted = set(_WORDS.findall(title.casefold()))
    best, best_score = None, 0.0
    for index in range(last + 1):
        block = blocks[index]
        if block.tag not in ("h1", "h2", "h3") and not (index < first and wanted):
            continue
        words = set(_WORDS.findall(block.text.casefold()))
        if not words or len(block.text) > 300:
            continue
        likeness = len(words & wanted) / len(words | wanted)
        if block.tag == "h1":
            likeness += 0.3  # a page of one h1 says so even where its title says less
        if index > first + 2:
            likeness -= 0.3
        if likeness >= best_score and likeness > 0.25:
            best, best_score = index, likeness
    return best
