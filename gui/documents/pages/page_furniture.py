"""The furniture of an article in a web page: headline, date, byline, captions, note and footer.

It is told by the markup of the blocks around the text, and where that says nothing by their words.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from ..text.line_ends import SENTENCE_ENDS
from .markup import Block

SENTENCE_END = regex.compile(rf"[{SENTENCE_ENDS}][\p{{Pf}}\p{{Pe}}\"']*$")
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
_MOST = {"date": 3, "byline": 3, "caption": 100, "note": 2}  # more are a list of something else
_LONG = 100  # characters of a block that certainly belongs to the text
_FOOTER = 3  # blocks after the text that may name its source
BEFORE, _BEHIND = 12, 5  # blocks before and after the text that may be furniture
_A_DATE = regex.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}\b|\d\s*[年月日년월일]|\bago\b"
    r"|\p{L}{3}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?(?!min)\p{L}{3}"
)
_PROSE = 6  # words of the shortest sentence
_IN_FIGURE = regex.compile(r"(?:^|/)figure\.")
WORDS = regex.compile(r"[\p{L}\p{N}]+")
# These say what they are without any markup: a date or an author below the headline, and the
# source after the text.
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
_SAME = 0.8  # similarity of a line that repeats the page's title
_SHORT, _WORDY = 80, 12  # most characters and words of a date, byline or source


class ArticlePart(NamedTuple):
    """A block of the article and its kind: ``body``, ``hidden`` or a kind of furniture."""

    text: str
    kind: str


def find_furniture(blocks: list[Block], body: set[int], title: str) -> dict[int, str]:
    """Return the kinds of furniture among *blocks*, by index.

    They are headline, date, byline, caption, note and footer. *body* has the indices of the
    article's own blocks, at least one. Date and byline are looked for between the headline and
    the text, or else right after it; captions anywhere in between; a note on the author and a
    line on the source right after the text.
    """
    first, last = min(body), max(body)
    headline = _headline(blocks, first, last, title)
    found = {} if headline is None else {headline: "headline"}
    top = first if headline is None else min(first, headline)
    above = BEFORE if headline is None else _BEHIND
    start = min((i for i in body if i > top and len(blocks[i].text) > _LONG), default=first)
    head = range(max(0, top - above), min(start, top + BEFORE + above) + 1)
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
        kind = kind_by_words(blocks[index].text)
        # "Published …" may have "Updated …" right below it.
        is_new = kind not in found.values() or kind == found.get(index - 1) == "date"
        if kind and is_new and index not in found:
            found[index] = kind
    found |= dict.fromkeys(_footer(blocks, last, max(found, default=last)), "footer")
    return found


def kind_by_words(text: str) -> str:
    """Return what a short line below a headline is by its own words: date, byline or nothing.

    >>> kind_by_words("By A. Author | 4 March 2024"), kind_by_words("Updated 4 March, 14:10")
    ('byline', 'date')
    >>> kind_by_words("Four ships in a row")
    ''
    """
    if len(text) > _SHORT or len(text.split()) > _WORDY:
        return ""
    if _SAYS_BYLINE.match(text):
        return "byline"
    return "date" if _SAYS_DATE.search(text) and _A_DATE.search(text) else ""


def _footer(blocks: list[Block], last: int, end: int) -> list[int]:
    """Return the indices of the lines after the text that belong to it, such as *Source link*.

    They have the make of its paragraphs, or say where it comes from. Extractors take such a line
    for part of a menu, because it is nothing but a link.
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


def headline_and_lines(text: str) -> list[ArticlePart]:
    r"""Return the headline *text*, and what stands in lines of their own below it.

    >>> headline_and_lines("A ferry returns\nBy A. Author\n4 March 2024")[1]
    ArticlePart(text='By A. Author', kind='byline')
    """
    headline, *lines = text.split("\n")
    kinds = [kind_by_words(line) for line in lines]
    if not all(kinds):
        return [ArticlePart(text, "headline")]
    return [ArticlePart(headline, "headline"), *map(ArticlePart, lines, kinds)]


def date_and_byline(block: Block, kind: str) -> list[tuple[str, str]]:
    """Return the line *block*, of *kind*; date and author in different elements become two lines.

    >>> from .markup import page_blocks, parse_page
    >>> line = "<p><time>4 March 2024</time> <span>by A. Author</span></p>"
    >>> date_and_byline(page_blocks(parse_page(line))[0], "date")
    [('4 March 2024', 'date'), ('by A. Author', 'byline')]
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
    return not _NAMES[kind].isdisjoint(WORDS.findall(block.signs))


def _is_prose(text: str) -> bool:
    return SENTENCE_END.search(text) is not None and len(text.split(None, _PROSE)) >= _PROSE


def _headline(blocks: list[Block], first: int, last: int, title: str) -> int | None:
    """Return the index of the headline: a heading that resembles the title, nearest the text."""
    wanted = set(WORDS.findall(title.casefold()))
    best, best_score = None, 0.0
    for index in range(last + 1):
        block = blocks[index]
        is_heading = block.tag in ("h1", "h2", "h3")
        if not is_heading and not (index <= first and wanted):
            continue
        words = set(WORDS.findall(block.text.casefold()))
        if not words or len(block.text) > 300:
            continue
        likeness = len(words & wanted) / len(words | wanted)
        if index == first and not is_heading and likeness < _SAME:
            continue  # the text's own first paragraph, on the same subject
        if block.tag == "h1":
            likeness += 0.3  # an h1 is a headline even if it resembles the title less
        if index > first + 2:
            likeness -= 0.3
        if likeness >= best_score and likeness > 0.25:
            best, best_score = index, likeness
    return best
