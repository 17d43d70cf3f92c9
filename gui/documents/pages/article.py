"""The article of a web page: its text, and the headline, date, byline and captions around it.

Which paragraphs are the article is decided by trafilatura, the most precise of the extractors
that were compared. It leaves out the article's furniture, which is evidence here. So its answer
only selects among the blocks of the page, and the furniture is selected too, by its markup.

Imported with the first page that is read, so that no other document loads trafilatura and lxml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import regex

from ...messages import Message, counted
from ...messages.about_documents import AboutDocument
from ..document import DocumentError, Notice
from ..text.hidden_text import put_back, quoted
from .layout_tables import undo_layout_tables
from .markup import Block, page_blocks, parse_page
from .page_furniture import (
    BEFORE,
    SENTENCE_END,
    WORDS,
    ArticlePart,
    date_and_byline,
    find_furniture,
    headline_and_lines,
)
from .page_styles import Sheets
from .published import published_on
from .unseen import drop_stand_ins, set_apart

_EXTRACTED = frozenset(
    {"body", "p", "head", "quote", "item", "row", "code", "ab", "div", "list", "table"}
)
MANY_BLOCKS, _LARGE = 2000, 1_000_000  # the largest of 63 news pages: 369, 0.2 M characters
_NO_ARTICLE = Notice("whole-page", Message(AboutDocument.WHOLE_PAGE))
_TOO_LARGE = Notice("whole-page", Message(AboutDocument.WHOLE_LARGE_PAGE))
_TOLD_BY_DATA = Notice("article-data", Message(AboutDocument.TOLD_BY_DATA))
_TEASER = 1.5  # times the words that are shown; an article that has more is only begun
_LEAST_IN_DATA = 20  # words of an article that is worth taking from what search engines are told
_UNSEEN = regex.compile(r"[\s\p{Cf}]+")
_BY_CHANCE = 12  # characters; a shorter text may occur in another one by chance
_PARAGRAPH = 40  # characters from which a block is a paragraph rather than a label
_SITE = regex.compile(r"(?<!\s)\s++[|\-–—·•«»:]\s++")


class ArticlePage(NamedTuple):
    """A page's text and notices, and the day on which it says that it was published."""

    text: str
    notices: tuple[Notice, ...] = ()
    published: date | None = None


def read_page(
    text: str,
    *,
    whole_page: bool = False,
    so_far: Callable[[str, tuple[Notice, ...]], None] | None = None,
    sheets: Sheets | None = None,
) -> ArticlePage:
    """Return the text of an HTML page to be read: its article, or with *whole_page* all of it.

    Blocks are separated by blank lines. If the page has no article that can be recognized,
    everything that a browser would show is returned, and a notice says so. Notices also tell of
    parts of the article that wait for a click, and of hidden text. Of an article that is only
    begun, the rest is taken from what the page tells search engines. For a large page *so_far* is
    called with all of it first, because finding the article may take too long. *sheets* finds
    style sheets that stand in the same file.

    Raises :class:`DocumentError` if elements are nested too deep, or all of the text is hidden.
    """
    root = parse_page(text)
    if root is None:
        return ArticlePage("")
    published = published_on(root)
    unseen = set_apart(root, sheets)
    undo_layout_tables(root)
    in_data = article_in_data(root)
    all_blocks = page_blocks(_body(root))
    blocks = _without_hidden_ones(all_blocks)
    everything = "\n\n".join(block.whole for block in all_blocks)
    if whole_page and blocks:
        return ArticlePage(put_back(everything, unseen.texts)[0], unseen.notices, published)
    if so_far is not None and (len(blocks) > MANY_BLOCKS or len(text) > _LARGE):
        # The extractor's work can grow with the square of the page's size.
        so_far(put_back(everything, unseen.texts)[0], (*unseen.notices, _TOO_LARGE))
    drop_stand_ins(root)
    parts = article(root, blocks) if blocks else []
    body = [part.text for part in parts if part.kind == "body"]
    if word_count(in_data) > max(_TEASER * word_count(body or [everything]), _LEAST_IN_DATA):
        shown = body or [block.text for block in blocks]
        found = _text_of_data(_heads(parts, root), in_data, shown)
        notices = (*unseen.notices, _TOLD_BY_DATA, *_left_out(unseen.texts))
        return ArticlePage(found, notices, published)
    if not blocks and unseen.words:
        one, many = AboutDocument.WORD_OF_HIDDEN_PAGE, AboutDocument.WORDS_OF_HIDDEN_PAGE
        raise DocumentError(counted(one, many, unseen.words))
    if not parts:
        notices = (*unseen.notices, _NO_ARTICLE) if blocks else unseen.notices
        return ArticlePage(put_back(everything, unseen.texts)[0], notices, published)
    found, left = put_back(join_parts(parts), unseen.texts)
    return ArticlePage(found, (*unseen.notices, *_left_out(left)), published)


def _without_hidden_ones(blocks: list[Block]) -> list[Block]:
    """Return *blocks* without completely hidden ones, which are attached to the one before."""
    seen = [block for block in blocks if block.text]
    behind: dict[int, list[str]] = {}
    count = 0
    for block in blocks:
        if block.text:
            count += 1
        else:
            behind.setdefault(max(count - 1, 0), []).append(block.marked)
    for at, texts in behind.items() if seen else ():
        seen[at] = replace(seen[at], behind=tuple(texts))
    return seen


def _left_out(texts: list[str]) -> list[Notice]:
    """Return the notice about hidden *texts* outside the part of the page that is read."""
    words = word_count(texts)
    one, many = AboutDocument.LEFT_OUT_WORD, AboutDocument.LEFT_OUT_WORDS
    said = counted(one, many, words, text=quoted(texts))
    return [Notice("hidden-beside", said, words)] if words else []


def _heads(parts: list[ArticlePart], root: Any) -> list[ArticlePart]:
    """Return headline, date and byline among *parts*, or else the title of the page *root*."""
    heads = [part for part in parts if part.kind in ("headline", "date", "byline")]
    return heads or [ArticlePart(page_title(root), "headline")]


def _text_of_data(heads: list[ArticlePart], in_data: list[str], shown: list[str]) -> str:
    """Return the article below its *heads* as *in_data*, with the paragraphs of what is *shown*."""
    from .article_data import parted_as_shown

    body = [ArticlePart(each, "body") for each in parted_as_shown(in_data, shown)]
    return join_parts([part for part in (*heads, *body) if part.text])


def article_in_data(root: Any) -> list[str]:
    """Return the paragraphs of the article in the page's data for search engines, or []."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in script.get("type", "").lower():
            from .article_json import article_body

            found = max(found, article_body(text), key=word_count)
    return found


def word_count(texts: list[str]) -> int:
    """Return the number of words in *texts*."""
    return sum(len(WORDS.findall(text)) for text in texts)


def join_parts(parts: list[ArticlePart]) -> str:
    """Return the text of *parts*, separated by blank lines."""
    return "\n\n".join(part.text for part in parts)


def _body(root: Any) -> Any:
    body = root.find("body")
    return root if body is None else body


def article(root: Any, blocks: list[Block]) -> list[ArticlePart]:
    """Return the parts of the article in the order of the page, or [] if there is none.

    *blocks* are those of the tree *root*, which must not be used afterwards.
    """
    title = page_title(root)
    extracted = _extract(root)
    body, strays = match_blocks(blocks, extracted)
    body |= same_make(blocks, body)
    if not body:
        return []
    kinds = find_furniture(blocks, body, title)
    parts = []
    for index, block in enumerate(blocks):
        kind = kinds.get(index, "body" if index in body else "")
        if kind in ("date", "byline"):
            parts += [ArticlePart(*line) for line in date_and_byline(block, kind)]
        elif kind == "headline":
            parts += headline_and_lines(block.whole)
        elif kind:
            parts.append(ArticlePart(block.whole, kind))
        parts += [ArticlePart(text, "hidden") for text in block.behind if kind]
        parts += [ArticlePart(text, "body") for text in strays.get(index, ())]
    known = {_letters(part.text) for part in parts[:BEFORE]}
    if title and "headline" not in kinds.values() and _letters(title) not in known:
        parts.insert(0, ArticlePart(title, "headline"))
    return parts


def _extract(root: Any) -> list[str]:
    # Imported here because trafilatura takes a tenth of a second to load.
    from .extractor import main_text

    found = main_text(root)
    return [] if found is None else [b.text for b in page_blocks(found, _EXTRACTED)]


def match_blocks(
    blocks: list[Block], extracted: list[str]
) -> tuple[set[int], dict[int, list[str]]]:
    """Return the indices of the *blocks* that were *extracted*, and the texts in none of them.

    Most blocks are matched letter for letter. Between those, a block is chosen if one text
    contains the other: the extractor may have split it or dropped a link from it. The remaining
    texts are given by the index of the block after which they belong.
    """
    page = [_letters(block.text) for block in blocks]
    wanted = [_letters(text) for text in extracted]
    chosen: set[int] = set()
    strays: dict[int, list[str]] = {}
    at = done = 0
    for match in SequenceMatcher(None, page, wanted, autojunk=False).get_matching_blocks():
        gap = [i for i in range(done, match.b) if wanted[i]]
        near = {i for i in range(at, match.a) if _holds(page[i], [wanted[j] for j in gap])}
        found = "".join(page[i] for i in sorted(near))
        left = [extracted[j] for j in gap if wanted[j] not in found]
        chosen |= near | set(range(match.a, match.a + match.size))
        if left and blocks:
            strays.setdefault(max(near, default=max(match.a - 1, 0)), []).extend(left)
        at, done = match.a + match.size, match.b + match.size
    return chosen, strays


def _letters(text: str) -> str:
    return _UNSEEN.sub("", text)


def _holds(block: str, texts: list[str]) -> bool:
    if len(block) >= _BY_CHANCE and any(block in text for text in texts):
        return True
    return 2 * sum(len(text) for text in texts if text in block) >= max(len(block), 1)


def same_make(blocks: list[Block], chosen: set[int]) -> set[int]:
    """Return the paragraphs after the first chosen one that have the same make as most of them.

    Some sites cut an article into several containers, of which an extractor takes only the
    first. Here two paragraphs were chosen, and one more follows an advertisement:

    >>> sentence = "The ferry came back to the harbour on Monday."
    >>> page = [Block(sentence, "p", "", make) for make in ("body", "body", "ad", "body")]
    >>> sorted(same_make(page, {0, 1}))
    [0, 1, 3]
    """
    weight: dict[str, int] = {}
    for index in chosen:
        if blocks[index].tag == "p":
            weight[blocks[index].make] = weight.get(blocks[index].make, 0) + len(blocks[index].text)
    if not weight:
        return set()
    make = max(weight, key=lambda m: (weight[m], m))
    if 2 * weight[make] <= sum(weight.values()):
        return set()
    return {
        index
        for index in range(min(chosen), len(blocks))
        if blocks[index].make == make
        and len(blocks[index].text) >= _PARAGRAPH
        and SENTENCE_END.search(blocks[index].text)
    }


def page_title(root: Any) -> str:
    """Return the title of the page *root*, without the site's name if that can be recognized.

    >>> page_title(parse_page("<title>Ferry returns after winter - The Site</title><p>A"))
    'Ferry returns after winter'
    """
    for meta in root.iter("meta"):
        if meta.get("property", meta.get("name", "")).lower() == "og:title":
            said = " ".join(meta.get("content", "").split())
            if said:
                return said
    title = next((e for e in root.iter("title") if e.getparent().tag == "head"), None)
    said = " ".join((title.text or "").split()) if title is not None else ""
    return max(_SITE.split(said), key=len) if said else ""
