"""Articles in JSON: of schema.org, as stored by crawlers, and as returned by servers.

Imported with the first such file, and with pages that tell search engines about themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..document import DocumentError
from .article_data import length_of, paragraphs_of

# Names of fields, without regard to case, hyphens and underscores; the plainest first.
_BODIES = (
    "articlebody maintext articletext fulltext cleanedtext plaintext bodytext storybody storytext "
    "contenttext text content contenthtml bodyhtml bodyxhtml body bodies paragraphs article story "
    "rawtext"
).split()
_TITLES = "headline headlines title webtitle name".split()
_VALUES = "rendered value main default text content html body".split()
"""Names of the fields with the value of a body or title that is an object."""
_SAID_BY_SCHEMA = ("articlebody",)
_ARTICLE_TYPE = re.compile(r"article|posting|report", re.IGNORECASE)
_DEEPEST = 20  # values inside each other in which an article is looked for
_NO_TITLE = 300  # characters
_WRAPPED = re.compile(r"\s*(?:<!--|//[^\n]*CDATA\[|/\*[^*]*\*/|<!\[CDATA\[)\s*")


def read_json(text: str) -> str | None:
    r"""Return the text of the articles in JSON or JSON lines, None if *text* is neither.

    Raises :class:`DocumentError` if there is no article in it.

    >>> read_json('{"headline": "Swans", "articleBody": "The ferry waited."}')
    'Swans\n\nThe ferry waited.'
    """
    data = _parsed(text)
    if data is None:
        return None
    schema = [each for each in _objects(data) if _body(each, _SAID_BY_SCHEMA)]
    found = schema or _outermost(data)
    paragraphs = [part for each in found for part in _article(each)]
    if not paragraphs:
        raise DocumentError(Message(AboutDocument.JSON_WITHOUT_ARTICLE))
    return "\n\n".join(paragraphs)


def _parsed(text: str) -> Any:
    """Return the value of JSON, a list of those of JSON lines, None if *text* is neither."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None


def article_body(text: str) -> list[str]:
    """Return the paragraphs of ``articleBody`` in the JSON-LD *text* of a page, [] if none.

    >>> article_body('{"@graph": [{"articleBody": "The ferry waited."}]}')
    ['The ferry waited.']
    """
    wrapped = _WRAPPED.match(text)
    start = text[wrapped.end() if wrapped else 0 :].lstrip()
    try:  # what follows, such as the end of a comment, is no part of it
        data, _ = json.JSONDecoder(strict=False).raw_decode(start)
    except (ValueError, RecursionError):
        return []
    bodies = (_body(each, _fields_of_schema(each)) for each in _objects(data))
    return max(bodies, key=length_of, default=[])


def _fields_of_schema(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the fields of an object of schema.org that hold the text of an article."""
    is_article = _ARTICLE_TYPE.search(str(data.get("@type", ""))) is not None
    return (*_SAID_BY_SCHEMA, "text") if is_article else _SAID_BY_SCHEMA


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


def _outermost(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    """Return the objects with the fields of an article that are not inside another one."""
    if isinstance(data, list):
        return [one for each in data for one in _outermost(each, depth + 1)]
    if not isinstance(data, dict) or depth > _DEEPEST:
        return []
    if _body(data, _BODIES):
        return [data]
    return next(filter(None, (_outermost(each, depth + 1) for each in data.values())), [])


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _field(data: dict[str, Any], names: Any) -> Iterator[Any]:
    """Yield the values of the fields with these plain *names*, in the order of the names."""
    known = {_plain(name): value for name, value in data.items()}
    yield from (known[name] for name in names if name in known)


def _body(data: dict[str, Any], names: Any) -> list[str]:
    return next(filter(None, map(_said, _field(data, names))), [])


def _said(value: Any, depth: int = 0) -> list[str]:
    """Return the paragraphs of a body: a text, its paragraphs, or objects that have them.

    An object with a title is an article of its own.
    """
    if isinstance(value, str):
        return paragraphs_of(value)
    if depth >= _DEEPEST:
        return []
    if isinstance(value, list):
        return [part for each in value for part in _said(each, depth + 1)]
    if isinstance(value, dict) and not any(True for _ in _field(value, _TITLES)):
        return next(filter(None, (_said(v, depth + 1) for v in _field(value, _VALUES))), [])
    return []


def _article(data: dict[str, Any]) -> Iterator[str]:
    title = next(filter(None, map(_said, _field(data, _TITLES))), [""])[0]
    if title and len(title) <= _NO_TITLE:
        yield " ".join(title.split())
    yield from _body(data, _BODIES)
