"""What frames an article - headline, date line, byline, captions, footer - and what became of it.

Told from shape and position, never from the words of one site or language: how long a section
is, whether it ends as a sentence does, whether a date fills it, whether its words are names,
and whether it stands before the first or behind the last paragraph of prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from ..documents import Document, Span
from .model import ChangeKind, Comparison, SectionKind


class FurnitureKind(str, Enum):
    """A part of an article that is not its prose; in the order of a page."""

    HEADLINE = "headline"
    DATE = "date"
    BYLINE = "byline"
    CAPTION = "caption"
    FOOTER = "footer"


class FurnitureState(str, Enum):
    """What became of a part of the reference; ADDED is one that only the candidate has."""

    KEPT = "kept"
    ALTERED = "altered"
    LOST = "lost"
    ADDED = "added"


@dataclass(frozen=True)
class FurnitureItem:
    """One kind of furniture and its state; ``sections`` index ``Comparison.sections``."""

    kind: FurnitureKind
    state: FurnitureState
    sections: tuple[int, ...]

    @property
    def section(self) -> int:
        """The first of the sections, where a click leads."""
        return self.sections[0]


def furniture(comparison: Comparison) -> tuple[FurnitureItem, ...]:
    """Return the furniture of both documents, in the order of ``FurnitureKind``.

    A kind that stands in several sections is one item: lost where all are lost, altered where
    some are, or where words in them changed. A headline, date or byline that was replaced by
    another is altered.
    """
    sides = [
        _Side(comparison.reference, _parts(comparison, reference=True)),
        _Side(comparison.candidate, _parts(comparison, reference=False)),
    ]
    # The fuller side knows better what a shared section is: where the headline is lost, the
    # caption comes first and would be taken for it.
    sides.sort(key=lambda side: -len(side.head))
    kinds: dict[int, list[FurnitureKind]] = {}
    known: set[int] = set()
    for side in sides:
        for index, found in side.kinds():
            if index not in known:
                kinds.setdefault(index, []).append(found)
        known.update(index for _, index in side.parts)
    items = []
    for kind in FurnitureKind:
        sections = [index for index in sorted(kinds) if kind in kinds[index]]
        items.extend(_items(comparison, kind, sections))
    return tuple(items)


def _items(
    comparison: Comparison, kind: FurnitureKind, sections: list[int]
) -> Iterator[FurnitureItem]:
    """Yield one item for the reference's sections and one for those the candidate alone has."""
    states = {index: _state(comparison, index) for index in sections}
    own = tuple(i for i in sections if states[i] is not FurnitureState.ADDED)
    new = tuple(i for i in sections if states[i] is FurnitureState.ADDED)
    lost = bool(own) and all(states[i] is FurnitureState.LOST for i in own)
    replaceable = (FurnitureKind.HEADLINE, FurnitureKind.DATE, FurnitureKind.BYLINE)
    if lost and new and kind in replaceable:
        yield FurnitureItem(kind, FurnitureState.ALTERED, own + new)
        return
    if own:
        found = {states[i] for i in own}
        yield FurnitureItem(kind, found.pop() if len(found) == 1 else FurnitureState.ALTERED, own)
    if new:
        yield FurnitureItem(kind, FurnitureState.ADDED, new)


def _state(comparison: Comparison, index: int) -> FurnitureState:
    kind = comparison.sections[index].kind
    if kind is SectionKind.MISSING:
        return FurnitureState.LOST
    if kind is SectionKind.ADDED:
        return FurnitureState.ADDED
    altered = any(
        change.section == index and change.kind is not ChangeKind.MINOR
        for change in comparison.changes
    )
    return FurnitureState.ALTERED if altered else FurnitureState.KEPT


def _parts(comparison: Comparison, *, reference: bool) -> list[tuple[Span, int]]:
    """Return the sections of one side in its own order, each with its index."""
    found = []
    for index, section in enumerate(comparison.sections):
        span = section.reference if reference else section.candidate
        if span is not None:
            found.append((span, index))
    return sorted(found)


class _Side:
    """One document: what stands before its prose, in it and behind it."""

    def __init__(self, document: Document, parts: list[tuple[Span, int]]) -> None:
        self.parts = parts
        self._texts = [span.of(document.text) for span, _ in parts]
        prose = [n for n, text in enumerate(self._texts) if is_prose(text)]
        long = [n for n in prose if len(self._texts[n].split()) >= _LONG]
        first, last = (prose[0], prose[-1]) if prose else (0, len(parts) - 1)
        self._notes = self._author_notes(last)
        while last in self._notes or (last > first and last - 1 in self._notes):
            last -= 1
        self.head = range(long[0] if long else first) if prose else range(0)
        self._tail = range(last + 1, len(parts)) if prose else range(0)

    def kinds(self) -> Iterator[tuple[int, FurnitureKind]]:
        """Yield each section that is furniture, with its kind."""
        headline = self._headline()
        for n, text in enumerate(self._texts):
            at_edge = n in self.head or n in self._tail
            if n == headline:
                found = [FurnitureKind.HEADLINE]
            elif n in self._notes:
                found = [FurnitureKind.BYLINE]
            elif at_edge and (rest := without_date(text)) is not None:
                found = [FurnitureKind.DATE]
                if n in self.head and is_name_line(rest):
                    found.append(FurnitureKind.BYLINE)
            elif n in self.head and n > 0 and is_name_line(text):
                found = [FurnitureKind.BYLINE]
            elif n in self._tail:
                found = [] if is_prose(text) and not is_boilerplate(text) else [_FOOTER]
            else:
                found = [FurnitureKind.CAPTION] if is_caption(text) else []
            for kind in found:
                yield self.parts[n][1], kind

    def _headline(self) -> int | None:
        for n in self.head:
            text = self._texts[n]
            if without_date(text) is not None or (n > 0 and is_name_line(text)):
                continue
            return n if is_headline(text) else None
        return None

    def _author_notes(self, last: int) -> set[int]:
        """Return the sections near the end that name an author again: his line and his note.

        Before → after: of ``… ended.``, ``Ann Lee``, ``Ann Lee``, ``Ann Lee writes on ports
        for a weekly in Oslo.`` the last three are found; of ``… ended.``, ``Source Link`` none,
        for no other section begins with that name.
        """
        names = {
            n: bare_name(text)
            for n, text in enumerate(self._texts)
            if is_name_line(text) and (0 < n < _HEAD_LINES or n > len(self._texts) // 2)
        }
        found: set[int] = set()
        for n in range(max(1, min(len(self._texts) // 2, last)), len(self._texts)):
            text = self._texts[n].casefold()
            for other, name in names.items():
                if other != n and name and text.startswith(name):
                    found.add(n)
                    if other > len(self._texts) // 2:
                        found.add(other)
        return found


_FOOTER = FurnitureKind.FOOTER
_LONG = 25  # words: no headline, line or standfirst is as long as a paragraph
_HEAD_LINES = 8  # a byline stands among the first sections or the last

_STOP = regex.compile(r"[.\u2026\u3002\uff61\u06d4\u0964\u1362][\p{P}\s]*$")
_ANY_STOP = regex.compile(r"[.!?\u2026\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u1362][\p{P}\s]*$")
_INNER_STOP = regex.compile(r"[\p{Ll}\p{N})\u201d\u2019\"][.!?]\s+[\p{Lu}(\u00a9]|[\u3002]\s*\S")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[.'\u2019-][\p{L}\p{M}\p{N}]+)*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_SITE = regex.compile(r"\u00a9|https?://|www\.|\S@\S|\(c\)", regex.IGNORECASE)
_CREDIT = regex.compile(
    r"\([^()]{3,60}\)$"  # (Photo by Ann Lee)
    r"|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}[\p{L}. ]{1,40}$"  # Agency/Ann Lee
    r"|(?:^|[.!?] )[\p{L} ]{3,20}: ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$"  # Photo: Ann Lee
    r"|\u00a9 ?\S.{1,40}$"
)
_LETTERS = r"[\p{L}\p{M}]"
_DATES = regex.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    r"|\d{2,4} ?[\u5e74\ub144] ?\d{1,2} ?[\u6708\uc6d4](?: ?\d{1,2} ?[\u65e5\uc77c])?"
    rf"|\d{{1,2}}(?:\.|{_LETTERS}{{1,2}}|\u00ba)? (?:{_LETTERS}{{1,3}} )?"
    rf"{_LETTERS}{{3,}}\.?,?(?: {_LETTERS}{{1,3}})? \d{{4}}"
    rf"|{_LETTERS}{{3,}}\.? \d{{1,2}}(?:{_LETTERS}{{2}})?,? \d{{4}}"
    rf"|^{_LETTERS}{{3,}},? \d{{1,2}}\.? {_LETTERS}{{3,}}$"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[apAP]\.?[mM]\.?)?"
)


def word_count(text: str) -> int:
    """Return roughly how many words *text* has; in scripts without spaces two letters are one."""
    words = _WORD.findall(text)
    return sum(max(1, len(w) // 2) if _UNSPACED.search(w) else 1 for w in words)


def is_prose(text: str) -> bool:
    """Return whether *text* is written as sentences.

    >>> is_prose("The talks went on until midnight."), is_prose("Talks go on past midnight")
    (True, False)
    """
    words = word_count(text)
    return (words >= 6 and _STOP.search(text) is not None) or (
        words >= 15 and _ANY_STOP.search(text) is not None
    )


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: one short line that is no sentence with a stop.

    >>> is_headline("Ferry returns after a long winter"), is_headline("It returned on Monday, he said.")
    (True, False)
    """
    return (
        2 <= word_count(text) <= 30
        and text.count("\n") < 3
        and _STOP.search(text) is None
        and not is_caption(text)
    )


def without_date(text: str) -> str | None:
    """Return what a date line says besides its date and time, or None where it is no date line.

    Dates of any language count: numbers beside a word and a year, numbers with points or
    strokes between, or years, months and days as East Asia writes them.

    >>> without_date("Published 2 de febrero de 2025, 18:01")
    'Published'
    >>> without_date("The mayor on Jan. 31, 2025. Photo by the town") is None
    True
    """
    line = " ".join(text.split())
    if len(line) > 160:
        return None
    rest = _DATES.sub(" ", line)
    seen = len(line.replace(" ", ""))
    if seen - len(rest.replace(" ", "")) < 0.4 * seen:
        return None
    return " ".join(rest.split()).strip(" ,;:|/-\u2013\u2014\u00b7\u2022")


def is_name_line(text: str) -> bool:
    """Return whether *text* is one short line of names, perhaps with a word such as *by* before.

    >>> is_name_line("By Ann Lee"), is_name_line("von Ann Lee und Bo Ek"), is_name_line("Source link")
    (True, True, False)
    """
    line = text.strip()
    words = _WORD.findall(line)
    if "\n" in line or not 2 <= len(words) <= 8 or any(c.isdigit() for c in line):
        return False
    if _ANY_STOP.search(line):
        return False
    cased = [w for w in words if w[0].isupper() or w[0].islower()]
    if not cased:
        return len(line) <= 20 and ":" not in line
    capitals = [w for w in cased if w[0].isupper()]
    small = [w for w in cased if w[0].islower()]
    return len(capitals) >= 2 and (len(small) <= 1 or all(len(w) <= 3 for w in small))


def bare_name(text: str) -> str:
    """Return the name of a name line, folded, without a short word before it.

    >>> bare_name("By Ann Lee")
    'ann lee'
    """
    words = _WORD.findall(text)
    if len(words) > 2 and len(words[0]) <= 3:
        words = words[1:]
    return " ".join(words).casefold()


def is_caption(text: str) -> bool:
    """Return whether *text* has the shape of a caption: a sentence, then a credit without a stop.

    >>> is_caption("The mayor on Jan. 31, 2025. Town Photo"), is_caption("The mayor spoke on Monday.")
    (True, False)
    """
    line = " ".join(text.split())
    if not 3 <= word_count(line) <= 60 or _STOP.search(line.rstrip(")")):
        return False
    return _INNER_STOP.search(line) is not None or _CREDIT.search(line) is not None


def is_boilerplate(text: str) -> bool:
    """Return whether *text* speaks of a site: a copyright sign, an address, a mail address.

    >>> is_boilerplate("\\u00a9 2025 The Harbour Post. All rights reserved.")
    True
    """
    return _SITE.search(text) is not None and word_count(text) <= 2 * _LONG
