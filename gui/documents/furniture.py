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
    "caption": frozenset({"figcaption", "caption", "captions", "credit", "credits"}),
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
_FOOTER = 3  # blocks behind the text that may tell its source
_BEFORE, _BEHIND = 12, 5  # blocks around the body in which furniture is looked for
_A_DATE = regex.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}\b|\d\s*[年月日년월일]|\bago\b"
    r"|\p{L}{3}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?(?!min)\p{L}{3}"
)
_PROSE_END = regex.compile(r"[.!?。][\p{Pf}\p{Pe}\"']*$")
_PROSE = 6  # words of the shortest sentence
_IN_FIGURE = regex.compile(r"(?:^|/)figure\.")
_WORDS = regex.compile(r"[\p{L}\p{N}]+")
# What is plainly said needs no name: below the headline a date or an author, behind the text where
# it was taken from.
_SAYS_DATE = regex.compile(r"\b(?:19|20)\d\d\b|\b[0-2]?\d[:h][0-5]\d\b|\bago\b")
_BY = regex.compile(
    r"(?:(?:(?:written|posted|published) )?by|von|par|por|di|door|av|af|od|autora?|auteur|author"
    r"|автор|text):?\s",
    regex.IGNORECASE,
)
_ENDS_WITH_BY = regex.compile(r"(?<!\s)\s++(by|von|par|por|di|door|av)$", regex.IGNORECASE)
_SAYS_BYLINE = regex.compile(_BY.pattern + r"\s*(?-i:\p{Lu})", regex.IGNORECASE)
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}.'’-]*+\s++){1,3}\p{Lu}[\p{L}.'’-]*+")
_SAYS_SOURCE = regex.compile(
    r"\W*+(?:source|via|original(?:ly)?|credits?|quelle|fuente|fonte|źródło|zdroj|forrás|kaynak"
    r"|источник|出典|来源|來源|출처)\b|\[ad_\d\]",
    regex.IGNORECASE,
)
_SAME = 0.8  # likeness of a line that is the page's title once more
_SHORT, _WORDY = 80, 12  # characters and words of such a line
_SITE = regex.compile(r"(?<!\s)\s++[|\-–—·•«»:]\s++")


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
    """Return the furniture among *blocks* by index: headline, date, byline, caption, note, footer.

    *body* are the indices of the article's own blocks, at least one. Date and byline stand
    between the headline and the text, or else right behind it; captions anywhere in between;
    a note on the author and a line on the source right behind the text.
    """
    first, last = min(body), max(body)
    headline = _headline(blocks, first, last, title)
    found = {} if headline is None else {headline: "headline"}
    top = first if headline is None else min(first, headline)
    above = _BEFORE if headline is None else _BEHIND
    start = min((i for i in body if i > top and len(blocks[i].text) > _LONG), default=first)
    head = range(max(0, top - above), min(start, top + _BEFORE + above) + 1)
    tail = range(last + 1, min(len(blocks), last + 1 + _BEHIND))
    below = range(top + 1, start) if headline is not None else range(0)
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
    for index in below:
        kind = said_by(blocks[index].text)
        # "Published …" may have "Updated …" right below it.
        is_new = kind not in found.values() or kind == found.get(index - 1) == "date"
        if kind and is_new and index not in found:
            found[index] = kind
    found |= dict.fromkeys(_footer(blocks, last, max(found, default=last)), "footer")
    return found


def said_by(text: str) -> str:
    """Return what a short line below a headline says itself to be: a date, a byline or nothing.

    ``By A. Author | 4 March 2024`` → ``byline``; ``Updated 4 March, 14:10`` → ``date``
    """
    if len(text) > _SHORT or len(text.split()) > _WORDY:
        return ""
    if _SAYS_BYLINE.match(text):
        return "byline"
    return "date" if _SAYS_DATE.search(text) and _A_DATE.search(text) else ""


def _footer(blocks: list[Block], last: int, end: int) -> list[int]:
    """Return the lines behind the text that belong to it: ``Source link``.

    They stand where its paragraphs stand, or say where it comes from. Extractors take such a line
    for a part of the menus, since it is nothing but a link.
    """
    behind = range(last + 1, min(len(blocks), max(last, end) + _FOOTER + 1))
    short = [i for i in behind if len(blocks[i].text) <= _SHORT]
    like = []
    for index in short:
        if blocks[index].tag != "p" or blocks[index].make != blocks[last].make:
            break
        like.append(index)
    # More of them are a list of other articles.
    like = like if len(like) < _FOOTER else []
    return [i for i in short if i in like or _SAYS_SOURCE.match(blocks[i].text)]


def parted(block: Block, kind: str) -> list[tuple[str, str]]:
    """Return a line of *kind*, or date and author of one line where elements hold them apart.

    ``<p><time>4 March 2024</time> <span>by A. Author</span></p>`` → two lines
    """
    found: list[tuple[str, list[str]]] = []
    for piece in block.pieces:
        is_date = _A_DATE.search(piece) and _SAYS_DATE.search(piece)
        if regex.search(r"\p{L}|\p{N}", piece):
            of = "date" if is_date else "byline"
            if not found or found[-1][0] != of:
                found.append((of, []))
            found[-1][1].append(piece)
    lines = {of: " ".join(pieces) for of, pieces in found}
    name = lines.get("byline", "")
    if ends := _ENDS_WITH_BY.search(lines.get("date", "")):
        lines = {"date": lines["date"][: ends.start()], "byline": f"{ends[1]} {name}"}
    if len(found) == len(lines) == 2 and (_BY.match(lines["byline"]) or _NAME.fullmatch(name)):
        return [(lines[of], of) for of in lines]
    return [(block.text, kind)]


def _is(kind: str, block: Block) -> bool:
    if len(block.text) > _LONGEST[kind] or block.tag in ("h1", "title"):
        return False
    if kind == "note" and not _is_prose(block.text):
        return False
    if kind == "date" and not _A_DATE.search(block.text):
        return False
    if not regex.search(r"\p{L}|\p{N}", block.text):
        return False
    if kind == "caption" and _IN_FIGURE.search(block.make):
        return True
    return not _NAMES[kind].isdisjoint(_WORDS.findall(block.signs))


def _is_prose(text: str) -> bool:
    return _PROSE_END.search(text) is not None and len(text.split(None, _PROSE)) >= _PROSE


def _headline(blocks: list[Block], first: int, last: int, title: str) -> int | None:
    """Return the block that is the headline: a heading like the title, nearest the text."""
    wanted = set(_WORDS.findall(title.casefold()))
    best, best_score = None, 0.0
    for index in range(last + 1):
        block = blocks[index]
        is_heading = block.tag in ("h1", "h2", "h3")
        if not is_heading and not (index <= first and wanted):
            continue
        words = set(_WORDS.findall(block.text.casefold()))
        if not words or len(block.text) > 300:
            continue
        likeness = len(words & wanted) / len(words | wanted)
        if index == first and not is_heading and likeness < _SAME:
            continue  # the text itself, of the same subject
        if block.tag == "h1":
            likeness += 0.3  # a page of one h1 says so even where its title says less
        if index > first + 2:
            likeness -= 0.3
        if likeness >= best_score and likeness > 0.25:
            best, best_score = index, likeness
    return best
