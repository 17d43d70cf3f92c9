"""Articles as programs exchange them: RSS and Atom feeds, and JSON of schema.org or of crawlers.

Imported with the first such file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..messages import Message
from ..messages.about_documents import AboutDocument
from .document import DocumentError
from .markup import page_blocks, parse_page

_ITEMS = ("{*}item", "{*}entry")
_CONTENTS = ("encoded", "content", "description", "summary")  # the fullest first
_BODIES = (
    "articleBody maintext article_text article_body full_text fulltext cleaned_text plain_text "
    "content_text text content content_html body article raw_text"
).split()
_TITLES = ("headline", "title", "name")
_SAID_BY_SCHEMA = "articleBody"
_DEEPEST = 20  # values inside each other in which an article is looked for
_MARKED_UP = re.compile(r"</?(?:p|br|div|span|a|b|i|em|strong|ul|li|h[1-6])\b|&[a-z]+;|&#")
_NO_TITLE = 300  # characters


def read_feed(text: str) -> str:
    """Return the items of an RSS or Atom feed, each with its title, between blank lines.

    Raises :class:`DocumentError` if nothing of it can be parsed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        root = None
    if root is None:
        raise DocumentError(Message(AboutDocument.DAMAGED))
    found = [paragraph for item in root.iter(*_ITEMS) for paragraph in _item(item)]
    return "\n\n".join(found)


def _item(item: Any) -> Iterator[str]:
    parts = {name: _inside(item, name) for name in ("title", *_CONTENTS)}
    yield from _paragraphs(parts["title"])[:1]
    yield from max((_paragraphs(parts[name]) for name in _CONTENTS), key=_length)


def _length(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _inside(item: Any, name: str) -> str:
    """Return what the element *name* holds, with the tags of XHTML that stands in it."""
    element = item.find(f"{{*}}{name}")
    if element is None:
        return ""
    if len(element):
        return "".join(etree.tostring(each, encoding="unicode", method="html") for each in element)
    return element.text or ""


def _paragraphs(text: str) -> list[str]:
    if _MARKED_UP.search(text):
        root = parse_page(text)
        return [] if root is None else [block.text for block in page_blocks(root)]
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def read_json(text: str) -> str | None:
    r"""Return the text of the articles in JSON, None if *text* is no JSON.

    Raises :class:`DocumentError` if there is no article in it.

    >>> read_json('{"headline": "Swans", "articleBody": "The ferry waited."}')
    'Swans\n\nThe ferry waited.'
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    schema = [each for each in _objects(data) if _body(each, (_SAID_BY_SCHEMA,))]
    found = schema or _outermost(data)
    paragraphs = [part for each in found for part in _article(each)]
    if not paragraphs:
        raise DocumentError(Message(AboutDocument.JSON_WITHOUT_ARTICLE))
    return "\n\n".join(paragraphs)


def article_body(text: str) -> list[str]:
    """Return the paragraphs of ``articleBody`` in the JSON-LD *text* of a page, [] if none.

    >>> article_body('{"@graph": [{"articleBody": "The ferry waited."}]}')
    ['The ferry waited.']
    """
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    bodies = (_body(each, (_SAID_BY_SCHEMA,)) for each in _objects(data))
    return max(bodies, key=_length, default=[])


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects in *data*, in their order."""
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, dict):
            yield value
        inside = value.values() if isinstance(value, dict) else value
        if isinstance(value, (dict, list)) and depth < _DEEPEST:
            waiting += [(each, depth + 1) for each in reversed(list(inside))]


def _outermost(data: Any) -> list[dict[str, Any]]:
    """Return the objects with a crawler's fields that are not inside another one."""
    if isinstance(data, list):
        return [found for each in data if isinstance(each, dict) for found in _outermost(each)]
    if _body(data, _BODIES):
        return [data]
    inside = (each for each in data.values() if isinstance(each, (dict, list)))
    return next(filter(None, (_outermost_of(each) for each in inside)), [])


def _outermost_of(value: Any) -> list[dict[str, Any]]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict) and _body(each, _BODIES)]


def _body(data: dict[str, Any], names: Any) -> list[str]:
    for name in names:
        value = data.get(name)
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and (paragraphs := _paragraphs(value)):
            return paragraphs
    return []


def _article(data: dict[str, Any]) -> Iterator[str]:
    titles = (data.get(name) for name in _TITLES)
    title = next((each for each in titles if isinstance(each, str) and each.strip()), "")
    if title and len(title) <= _NO_TITLE:
        yield " ".join(title.split())
    yield from _body(data, _BODIES)
