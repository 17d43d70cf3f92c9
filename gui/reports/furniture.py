"""What frames an article - headline, date line, byline, captions, footer - and what became of it.

Told from shape and position, never from the words of one site or language: how long a section
is, whether it ends as a sentence does, whether a date fills it, whether its words are names,
and whether it stands before the first or behind the last paragraph of prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..compare import (
    ChangeKind,
    Comparison,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    SectionKind,
)
from ..documents import Document, Span
from ..documents.shape import (
    bare_name,
    is_caption,
    is_headline,
    is_long,
    is_menu,
    is_name_line,
    is_prose,
    without_date,
    without_day,
)
from .paragraphs import Paragraphs

_HEAD_LINES = 8  # a byline stands among the first sections
_NOTE_LINES = 12  # or, with a note on the author, among the last


def furniture(comparison: Comparison) -> tuple[FurnitureItem, ...]:
    """Return the furniture of both documents, in the order of ``FurnitureKind``.

    A kind that stands in several sections of the reference is one item: lost where all are
    lost, altered where some are, or where words in them changed. What only the candidate has
    is an item of its own, so that a replaced headline is one lost and one added.
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
        known.update(index for _, indices in side.parts for index in indices)
    altered = {c.section for c in comparison.changes if c.kind is not ChangeKind.MINOR}
    states = {index: _state(comparison.sections[index].kind, index in altered) for index in kinds}
    items: list[FurnitureItem] = []
    for kind in FurnitureKind:
        items.extend(_items(kind, {n: states[n] for n in sorted(kinds) if kind in kinds[n]}))
    return tuple(items)


def _items(kind: FurnitureKind, states: dict[int, FurnitureState]) -> Iterator[FurnitureItem]:
    """Yield one item for the reference's sections and one for those the candidate alone has."""
    own = tuple(n for n, state in states.items() if state is not FurnitureState.ADDED)
    new = tuple(n for n, state in states.items() if state is FurnitureState.ADDED)
    if own:
        found = {states[n] for n in own}
        yield FurnitureItem(kind, found.pop() if len(found) == 1 else FurnitureState.ALTERED, own)
    if new:
        yield FurnitureItem(kind, FurnitureState.ADDED, new)


def _state(kind: SectionKind, altered: bool) -> FurnitureState:
    if kind is SectionKind.MISSING:
        return FurnitureState.LOST
    if kind is SectionKind.ADDED:
        return FurnitureState.ADDED
    return FurnitureState.ALTERED if altered else FurnitureState.KEPT


def _parts(comparison: Comparison, *, reference: bool) -> list[tuple[Span, list[int]]]:
    """Return the paragraphs of one side in its own order, each with the indices of its sections.

    A paragraph that the comparison cut is judged as a whole: the words before a cut are no
    headline, and those behind it no footer, for want of a full stop or a beginning.
    """
    document = comparison.reference if reference else comparison.candidate
    paragraphs = Paragraphs(document)
    found: list[tuple[Span, list[int]]] = []
    spans = (
        (section.reference if reference else section.candidate, index)
        for index, section in enumerate(comparison.sections)
    )
    for span, index in sorted((span, index) for span, index in spans if span is not None):
        if found and paragraphs.goes_on(found[-1][0].end, span.start):
            before, indices = found[-1]
            indices.append(index)
            found[-1] = Span(before.start, span.end), indices
        else:
            found.append((span, [index]))
    return found


class _Side:
    """One document: what stands before its prose, in it and behind it."""

    def __init__(self, document: Document, parts: list[tuple[Span, list[int]]]) -> None:
        self.parts = parts
        self._texts = [span.of(document.text) for span, _ in parts]
        prose = [n for n, text in enumerate(self._texts) if is_prose(text)]
        long = [n for n in prose if is_long(self._texts[n])]
        first, last = (prose[0], self._last(prose)) if prose else (0, len(parts) - 1)
        self._notes = self._author_notes()
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
            elif at_edge and (rest := self._without_date(n)) is not None:
                found = [FurnitureKind.DATE]
                if n in self.head and is_name_line(rest):
                    found.append(FurnitureKind.BYLINE)
            elif n in self.head and n > 0 and is_name_line(text):
                found = [FurnitureKind.BYLINE]
            elif n in self._tail:
                found = [FurnitureKind.FOOTER]
            else:
                found = [FurnitureKind.CAPTION] if is_caption(text) else []
            for kind in found:
                for index in self.parts[n][1]:
                    yield index, kind

    def _last(self, prose: list[int]) -> int:
        """Return the last section of the article's prose.

        Before → after: of ``… ended.``, ``Share this``, ``All rights are reserved.`` it is the
        first: a short sentence behind a line that is none belongs to the site.
        """
        for before, last in zip(reversed(prose[:-1]), reversed(prose), strict=False):
            if last - before == 1 or is_long(self._texts[last]):
                return last
        return prose[0]

    def _headline(self) -> int | None:
        for n in self.head:
            text = self._texts[n]
            if self._without_date(n) is not None or (n > 0 and is_name_line(text)):
                continue
            if not is_menu(text):
                return n if is_headline(text) else None
        return None

    def _without_date(self, n: int) -> str | None:
        """Return what else a date line says; ``Apollo 13 Returns`` is one below a headline only."""
        rest = without_date(self._texts[n])
        below = n > 0 and n in self.head
        return without_day(self._texts[n]) if rest is None and below else rest

    def _author_notes(self) -> set[int]:
        """Return the sections near the end that name an author again: his line and his note.

        Before → after: of ``… ended.``, ``Ann Lee``, ``Ann Lee``, ``Ann Lee writes on ports
        for a weekly in Oslo.`` the last three are found; of ``… ended.``, ``Source Link`` none,
        for no other section begins with that name.
        """
        count = len(self._texts)
        end = range(max(1, count // 2, count - _NOTE_LINES), count)
        names = {
            n: bare_name(self._texts[n])
            for n in {*range(1, min(_HEAD_LINES, count)), *end}
            if is_name_line(self._texts[n])
        }
        found: set[int] = set()
        for n in end:
            text = self._texts[n].casefold()
            for other, name in names.items():
                if other != n and name and text.startswith(name):
                    found.update({n, other} & set(end))
        return found
