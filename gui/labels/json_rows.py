"""The rows of a pair list in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from ..messages import Message
from ..messages.about_pairs import AboutPairs
from .pair_columns import PAIRED
from .pair_table import Row

_DEEPEST = 3  # objects in objects of a row whose parts are columns
_MOST_PARTS = 50  # of an object; one with more is a table of its own


class JsonRows:
    """The rows of JSON lines: an object each, its keys the columns.

    What is in an object of an object has a name with a dot, such as ``reference.text``; of a
    list of two documents they are ``pair.0`` and ``pair.1``.
    """

    notices: tuple[Message, ...] = ()

    def __init__(self, text: str, chosen: Sequence[str] | None = None) -> None:
        self._text = text.removeprefix("\ufeff")
        self._lists = frozenset((*PAIRED, *_lists_in(chosen or ())))
        self._spans: list[tuple[int, int]] = []
        names: dict[str, None] = {}
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            if self._text[start:end].strip():
                self._spans.append((start, end))
                names.update(dict.fromkeys(self.row(len(self._spans) - 1).values))
            start = end + 1
        self.columns = tuple(names)

    def __len__(self) -> int:
        return len(self._spans)

    def row(self, index: int) -> Row:
        """Return row *index*; a value that is no text is written as JSON."""
        start, end = self._spans[index]
        try:
            found = json.loads(self._text[start:end])
            if not isinstance(found, dict):
                return Row({}, Message(AboutPairs.ROW_NO_OBJECT))
            values: dict[str, str] = {}
            for name, value in found.items():
                self._put(values, name.strip(), value, _DEEPEST)
            return Row(values)
        except ValueError:
            return Row({}, Message(AboutPairs.ROW_NOT_JSON))
        except RecursionError:  # to write a value takes a little more than to read it
            return Row({}, Message(AboutPairs.ROW_TOO_DEEP))

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        start, end = self._spans[index]
        return end - start

    def _put(self, values: dict[str, str], name: str, value: object, depth: int) -> None:
        """Put *value* into *values* under *name*, or what is in it under names with a dot."""
        parts: Iterable[tuple[object, object]] = ()
        if isinstance(value, dict):
            parts = value.items()
        elif isinstance(value, list) and self._is_pair(name, value):
            parts = enumerate(value)
        if not depth or not value or not isinstance(value, dict | list) or len(value) > _MOST_PARTS:
            parts = ()
        for key, part in parts:
            self._put(values, f"{name}.{key}".strip(), part, depth - 1)
        if not parts:
            values.setdefault(name, _as_text(value))

    def _is_pair(self, name: str, value: list[object]) -> bool:
        if name in self._lists:
            return len(value) == 2 or name not in PAIRED
        return len(value) == 2 and all(isinstance(part, dict) for part in value)


def _lists_in(chosen: Iterable[str]) -> Iterator[str]:
    """Yield the names of the lists of which a part was chosen, as in ``texts.0``."""
    for name in chosen:
        parts = name.strip().split(".")
        yield from (".".join(parts[:end]) for end in range(1, len(parts)) if parts[end].isdigit())


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
