"""The article of a web page: its text, and around it headline, date, byline and captions.

Which paragraphs are the article is decided by trafilatura, the most precise of the extractors
compared. It leaves out the furniture, which is evidence here, so its answer only chooses among
the page's own blocks, and headline, date, byline, captions and author's note are chosen too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import regex

from . import furniture
from .model import Notice
from .page import Block, page_blocks, parse_page

_EXTRACTED = frozenset(
    {"body", "p", "head", "quote", "item", "row", "code", "ab", "div", "list", "table"}
)
_MANY, _LARGE = 2000, 1_000_000  # blocks and characters; the largest of 63 news pages: 369, 0.2 M
_NO_ARTICLE = Notice(
    "whole-page", "No article could be told from the rest of this page, so all of it is shown."
)
_TOO_LARGE = Notice(
    "whole-page", "This page is too large to tell its article from the rest, so all is shown."
)
_UNSEEN = regex.compile(r"[\s\p{Cf}]+")
_PROSE_END = regex.compile(r"[.!?…。！？][\p{Pf}\p{Pe}\"']*$")
_BY_CHANCE = 12  # characters below which a text may stand in another one by chance
_PARAGRAPH = 40  # characters from which a block is a paragraph rather than a label


class Part(NamedTuple):
    """A block of the article and what it is: ``body`` or one of the kinds of furniture."""

    text: str
    kind: str


def read_page(
    text: str,
    *,
    whole_page: bool = False,
    so_far: Callable[[str, tuple[Notice, ...]], None] | None = None,
) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of an HTML page and what to know: its article, or with *whole_page* all.

    Blocks are separated by blank lines. Where no article can be told from the page, everything
    that a browser would show is returned, and a notice says so. Of a large page *so_far* is
    told this beforehand, because finding the article may take too much.

    Raises :class:`DocumentError`.
    """
    root = parse_page(text)
    blocks = [] if root is None else page_blocks(_body(root))
    everything = "\n\n".join(block.text for block in blocks)
    if whole_page or not blocks:
        return everything, ()
    if so_far is not None and (len(blocks) > _MANY or len(text) > _LARGE):
        # The extractor's work can grow with the square of the page.
        so_far(everything, (_TOO_LARGE,))
    found = joined(article(root, blocks))
    return (found, ()) if found else (everything, (_NO_ARTICLE,))


def joined(parts: list[Part]) -> str:
    """Return the text of *parts*, between blank lines."""
    return "\n\n".join(part.text for part in parts)


def _body(root: Any) -> Any:
    body = root.find("body")
    return root if body is None else body


def article(root: Any, blocks: list[Block]) -> list[Part]:
    """Return the parts of the article in the order of the page, or [] where there is none.

    *blocks* are those of the page *root*, which must not be used afterwards.
    """
    title = furniture.page_title(root)
    extracted = _extract(root)
    body, strays = choose(blocks, extracted)
    body |= same_make(blocks, body)
    if not body:
        return []
    kinds = furniture.find(blocks, body, title)
    parts = []
    for index, block in enumerate(blocks):
        kind = kinds.get(index, "body" if index in body else "")
        if kind in ("date", "byline"):
            parts += [Part(*line) for line in furniture.parted(block, kind)]
        elif kind:
            parts.append(Part(block.text, kind))
        parts += [Part(text, "body") for text in strays.get(index, ())]
    if title and "headline" not in kinds.values():
        parts.insert(0, Part(title, "headline"))
    return parts


def _extract(root: Any) -> list[str]:
    # Only here: trafilatura takes a quarter of a second to load.
    import trafilatura

    # It logs what it thinks of a page; there is no one to read that.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(root, include_comments=False, favor_precision=True)
    except MemoryError:
        raise
    except Exception:  # whatever a strange page does to it, the page is shown
        return []
    if found is None or found.body is None:
        return []
    return [block.text for block in page_blocks(found.body, _EXTRACTED)]


def choose(blocks: list[Block], extracted: list[str]) -> tuple[set[int], dict[int, list[str]]]:
    """Return which *blocks* were *extracted*, and what stands in none of them.

    Most blocks are found letter for letter. Between those that are, a block is chosen where
    one text holds the other: the extractor may have split it or dropped a link from it. What
    is left is given by the block behind which it belongs.
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
    """Return the paragraphs behind the first chosen one that are made like most of them.

    Some sites cut an article into several containers, of which an extractor keeps the first:
    five ``div.body > p`` chosen, and five more of the same make behind an advertisement → ten.
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
        and _PROSE_END.search(blocks[index].text)
    }
