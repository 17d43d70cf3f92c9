"""The furniture of an article - headline, date, byline, captions, footer - and what became of it.

It is recognized by shape (``documents.paragraph_shapes``) and position, never by the words of one
site or language: whether a section stands before the first or after the last paragraph of prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..documents import Document, Span
from ..documents.line_ends import Paragraphs
from ..documents.paragraph_shapes import (
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
from .cancellation import checked
from .comparison import (
    Change,
    ChangeKind,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    Section,
    SectionKind,
)

_NOTE_LINES = 12  # last sections, among which a byline stands with a note on the author


def furniture_of(
    reference: Document,
    candidate: Document,
    sections: Sequence[Section],
    changes: Sequence[Change],
) -> tuple[FurnitureItem, ...]:
    """Return the furniture of both documents, in the order of ``FurnitureKind``.

    All sections of the reference that are of one kind make one item: lost if all of them are
    lost, altered if some are or if words in them changed. What only the candidate has is an item
    of its own, so that a replaced headline is one lost and one added.
    """
    sides = [
        _Side(reference, _parts(reference, [section.reference for section in sections])),
        _Side(candidate, _parts(candidate, [section.candidate for section in sections])),
    ]
    # The side with more before its prose decides about shared sections: where the headline is
    # lost, the caption comes first and would be taken for it.
    sides.sort(key=lambda side: -len(side.head))
    kinds: dict[int, list[FurnitureKind]] = {}
    known: set[int] = set()
    for side in sides:
        for index, found in side.kinds():
            if index not in known:
                kinds.setdefault(index, []).append(found)
        known.update(index for _, indices in side.parts for index in indices)
    altered = {c.section for c in changes if c.kind is not ChangeKind.MINOR}
    states = {index: _state(sections[index].kind, index in altered) for index in kinds}
    items: list[FurnitureItem] = []
    for kind in FurnitureKind:
        items.extend(_items(kind, {n: states[n] for n in sorted(kinds) if kind in kinds[n]}))
    return tuple(items)


def _items(kind: FurnitureKind, states: dict[int, FurnitureState]) -> Iterator[FurnitureItem]:
    """Yield an item for the sections of the reference and one for those of the candidate alone."""
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


def _parts(document: Document, sections: Sequence[Span | None]) -> list[tuple[Span, list[int]]]:
    """Return the paragraphs of *document* in its own order, each with the indices of *sections*.

    A paragraph that the comparison cut is judged as a whole. Otherwise the words before the cut,
    which end without a full stop, would look like a headline, and those after it like a footer.
    """
    paragraphs = Paragraphs(document)
    found: list[tuple[Span, list[int]]] = []
    spans = sorted((span, index) for index, span in enumerate(sections) if span is not None)
    for span, index in checked(spans, 64):
        if found and paragraphs.continues(found[-1][0].end, span.start):
            before, indices = found[-1]
            indices.append(index)
            found[-1] = Span(before.start, span.end), indices
        else:
            found.append((span, [index]))
    return found


class _Side:
    """One document: its paragraphs before the prose, in it and after it."""

    def __init__(self, document: Document, parts: list[tuple[Span, list[int]]]) -> None:
        self.parts = parts
        self._texts = [span.of(document.text) for span, _ in parts]
        prose = [n for n, text in enumerate(checked(self._texts, 64)) if is_prose(text)]
        long = [n for n in prose if is_long(self._texts[n])]
        first, last = (prose[0], self._last(prose)) if prose else (0, len(parts) - 1)
        self.head = range(long[0] if long else first) if prose else range(0)
        self._notes = self._author_notes()
        while last in self._notes or (last > first and last - 1 in self._notes):
            last -= 1
        self._tail = range(last + 1, len(parts)) if prose else range(0)

    def kinds(self) -> Iterator[tuple[int, FurnitureKind]]:
        """Yield the index and the kind of each section that is furniture."""
        headline = self._headline()
        for n, text in enumerate(checked(self._texts, 64)):
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
        r"""Return the number of the last paragraph of the article's prose.

        A short sentence after a line that is none belongs to the site:

        >>> from gui.documents import read_text
        >>> document = read_text("The winter has ended.\n\nShare this\n\nAll rights are reserved.")
        >>> _Side(document, [(span, []) for span in document.sections])._last([0, 2])
        0
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
        """Return what a date line says besides its date, or None if it is none.

        A line such as *Apollo 13 Returns* is taken for one only below a headline.
        """
        rest = without_date(self._texts[n])
        below = n > 0 and n in self.head
        return without_day(self._texts[n]) if rest is None and below else rest

    def _author_notes(self) -> set[int]:
        r"""Return the paragraphs near the end that name an author again: a byline and a note.

        A name counts only if another paragraph begins with it:

        >>> from gui.documents import read_text
        >>> for end in ("Ann Lee\n\nAnn Lee writes on ports.", "Source Link"):
        ...     document = read_text(f"The winter has ended.\n\n{end}")
        ...     side = _Side(document, [(span, []) for span in document.sections])
        ...     print(sorted(side._author_notes()))
        [1, 2]
        []
        """
        count = len(self._texts)
        end = range(max(1, count // 2, count - _NOTE_LINES), count)
        names = {
            n: bare_name(self._texts[n])
            for n in {*self.head[1:], *end}
            if is_name_line(self._texts[n])
        }
        found: set[int] = set()
        for n in end:
            text = self._texts[n].casefold()
            for other, name in names.items():
                if other != n and name and text.startswith(name):
                    found.update({n, other} & set(end))
        return found
