"""Texts that make a regular expression work: made from the pattern itself, and a fixed list.

A matcher loses time where a repeat can take the same characters in several ways, or where each
of many places is a beginning that is followed to the end of the text. So what a repeat of the
pattern takes is repeated, behind what leads to it and before something that fails.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from .sites import AnyPattern

_parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")


class Series(NamedTuple):
    """A text that grows: *head* once, *pump* over and over, *tail* once."""

    head: str
    pump: str
    tail: str

    def text(self, size: int) -> str:
        """Return the text of about *size* characters."""
        return self.times(size // len(self.pump))

    def times(self, count: int) -> str:
        """Return the text that has the pump *count* times."""
        return self.head + self.pump * count + self.tail


_RUNS = (
    *" \t\n\r[](){}<>.,;:!?\"'`*_#-=/\\|&@+~^%$0aA5",
    *("\u3002", "\u2019", "\u0301", "\u200b", "\u4e00", "\U0001f600", "\u05d0", "\u00e9", "\0"),
    *("<!--", "<a ", "&a;", "a ", "a. ", ". ", "[a](", "\\\r\n"[1:], " \n", "\n\n", "<?xml ", '""'),
    *("a.", "a-", "1.", "1,", "A.", "Aa ", "/a", "a\n", "a\t", "; ", '\u05d0"', "\U0001f1e6"),
)
_TAILS = ("", "\x01", "x", "\n\x01")
FIXED = tuple(Series("", run, _TAILS[1]) for run in _RUNS)

# What stands for a property of Unicode that only the module ``regex`` knows.
_OF_PROPERTY = {
    "L": "aA\u00e9",
    "Lu": "AB",
    "Ll": "ab",
    "M": "\u0301",
    "N": "12",
    "Nd": "1\u0661",
    "No": "\u00b2",
    "P": ".,(",
    "Pf": "\u201d",
    "Pe": ")",
    "S": "+$",
    "Cf": "\u200b",
    "Cc": "\x01",
    "Latin": "aA",
    "Greek": "\u03b1",
    "Cyrillic": "\u0430",
    "Han": "\u4e00",
    "Default_Ignorable_Code_Point": "\u200b",
}


def hostile(pattern: AnyPattern) -> list[Series]:
    """Return the growing texts for *pattern*: its own and the fixed ones."""
    own, whole = _own(_parser.parse(_plain(_source(pattern)), pattern.flags & _FLAGS))
    # A matcher that first looks for a character that must occur shall find it.
    tails = (*_TAILS, f"\x01{whole}")
    return [*(Series(head, pump, tail) for head, pump in own for tail in tails), *FIXED]


_FLAGS = int(re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)


def _source(pattern: AnyPattern) -> str:
    source = pattern.pattern
    return source.decode("latin-1") if isinstance(source, bytes) else str(source)


def _plain(source: str) -> str:
    """Return a pattern of the module ``regex`` in what the parser of ``re`` understands."""
    source = re.sub(r"\(\?[Vr][01]?\)", "", source)
    source = re.sub(r"(?<=[*+?}])\+", "", source)  # possessive: takes the same characters
    source = re.sub(r"--\[[^\]]*\]|--(?=\\p)", "", source.replace("(?>", "(?:"))
    found = []
    inside = False
    for part in re.split(r"(\\p\{[^}]*\}|\\.|[\[\]])", source, flags=re.DOTALL):
        if part.startswith("\\p{"):
            letters = _OF_PROPERTY.get(part[3:-1], "a")
            found.append(re.escape(letters) if inside else f"[{re.escape(letters)}]")
            continue
        if part == "[" and inside:
            part = "\\["
        inside = (inside or part == "[") and part != "]"
        found.append(part)
    return "".join(found)


def _own(parsed: Any) -> tuple[list[tuple[str, str]], str]:
    """Return what leads to each repeat and what that takes, and a text that all of it takes."""
    found: dict[tuple[str, str], None] = {}
    whole = ""
    for rich in (False, True):
        maker = _Maker(rich)
        whole = maker.walk(parsed, "")
        found |= dict.fromkeys(maker.found)
        found |= dict.fromkeys(("", whole[:end]) for end in range(1, min(len(whole), 12) + 1))
        found |= dict.fromkeys(("", f"{head} ") for head in maker.heads if head)
    return list(found), whole


class _Maker:
    """Walks a parsed pattern; ``found`` are pairs of what leads to a repeat and what it takes."""

    def __init__(self, rich: bool) -> None:
        self.found: list[tuple[str, str]] = []
        self.heads: list[str] = []
        self._rich = rich  # whether what may be left out is there
        self._groups: dict[int, str] = {}

    def walk(self, parsed: Iterable[Any], before: str) -> str:
        """Return a text that *parsed* takes, which stands behind *before*."""
        said = ""
        for operation, value in parsed:
            said += self._one(str(operation), value, before + said)
        return said

    def _one(self, operation: str, value: Any, before: str) -> str:
        if operation in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "CATEGORY"):
            return _members(operation, value)[0]
        if operation == "BRANCH":
            taken = [self.walk(branch, before) for branch in value[1]]
            return taken[0]
        if operation == "SUBPATTERN":
            said = self.walk(value[-1], before)
            self._groups[value[0] or 0] = said
            return said
        if operation == "ATOMIC_GROUP":
            return self.walk(value, before)
        if operation in ("ASSERT", "ASSERT_NOT"):
            said = self.walk(value[1], before)
            return said if operation == "ASSERT" and value[0] < 0 else ""
        if operation == "GROUPREF":
            return self._groups.get(value, "")
        if operation.endswith("_REPEAT"):
            return self._repeat(before, *value)
        return ""  # a place such as ^ or \b

    def _repeat(self, before: str, least: int, most: Any, body: Any) -> str:
        said = self.walk(body, before)
        if int(most) > 8:
            self.heads.append(before)
            variants = dict.fromkeys(filter(None, [said, *_variants(body)]))
            self.found += [(before, pump) for pump in variants]
            self.found += [("", before + pump) for pump in list(variants)[:3] if before]
        return said * min(max(least, int(self._rich)), 8)


def _variants(body: Any) -> Iterator[str]:
    """Yield several texts that the inside of a repeat takes."""
    for operation, value in body:
        kind = str(operation)
        if kind in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "CATEGORY"):
            yield from _members(kind, value)[:6]
        elif kind == "BRANCH":
            for branch in value[1]:
                yield _Maker(rich=True).walk(branch, "")
                yield _Maker(rich=False).walk(branch, "")
        elif kind == "SUBPATTERN":
            yield from _variants(value[-1])


_OF_CATEGORY = {
    "CATEGORY_DIGIT": "5",
    "CATEGORY_SPACE": " \n\t",
    "CATEGORY_WORD": "a5_",
    "CATEGORY_NOT_DIGIT": "a ",
    "CATEGORY_NOT_SPACE": "a.",
    "CATEGORY_NOT_WORD": ". ",
}
_ANYTHING = 'a A.5\n<>[]"-\x02'


def _members(operation: str, value: Any) -> list[str]:
    """Return some characters that one place of a pattern takes."""
    if operation == "LITERAL":
        return [chr(value)]
    if operation == "NOT_LITERAL":
        return [c for c in _ANYTHING if ord(c) != value]
    if operation == "ANY":
        return list(_ANYTHING)
    if operation == "CATEGORY":
        return list(_OF_CATEGORY[str(value)])
    negated = str(value[0][0]) == "NEGATE"
    members = []
    for kind, what in value[negated:]:
        if str(kind) == "RANGE":
            members += [chr(what[0]), chr(what[1])]
        else:
            members += _members(str(kind), what)
    if negated:
        taken = re.compile(_class_of(value[1:]))
        members = [c for c in _ANYTHING + "\u4e00\0" if not taken.match(c)] or ["\u00ff"]
    return list(dict.fromkeys(members))


def _class_of(items: Any) -> str:
    of_category = {
        "CATEGORY_DIGIT": r"\d",
        "CATEGORY_SPACE": r"\s",
        "CATEGORY_WORD": r"\w",
        "CATEGORY_NOT_DIGIT": r"\D",
        "CATEGORY_NOT_SPACE": r"\S",
        "CATEGORY_NOT_WORD": r"\W",
    }
    parts = []
    for kind, what in items:
        if str(kind) == "RANGE":
            parts.append(f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}")
        elif str(kind) == "CATEGORY":
            parts.append(of_category[str(what)])
        else:
            parts.append(re.escape(chr(what)))
    return f"[{''.join(parts)}]"
