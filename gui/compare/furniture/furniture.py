"""The furniture of an article - headline, date, byline, captions, footer - and what became of it.

It is recognized by position - whether a section stands before the first or after the last paragraph
of prose - and by shape: how long a paragraph is, whether it ends like a sentence, whether it is
mostly a date or names (``furniture_lines``). Words tell what is the site's (``furniture_words``):
its name and the part of it above a headline, its buttons, offers and lists of other articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from ...documents import Document, Span
from ...documents.text.line_ends import FULL_STOPS, Paragraphs
from ..cancellation import checked
from ..comparison import (
    Change,
    ChangeKind,
    FurnitureItem,
    FurnitureKind,
    FurnitureState,
    Section,
    SectionKind,
)
from .furniture_lines import (
    ITEM,
    bare_name,
    ends_with,
    has_words,
    is_caption,
    is_headline,
    is_long,
    is_menu,
    is_name_line,
    is_prose,
    is_trail,
    without_date,
    without_day,
)
from .furniture_words import (
    is_kicker,
    is_paper,
    is_site_line,
    names_site,
    pieces_of,
    says_author,
    says_photographer,
)

_NOTE_LINES = 12  # of the last lines, among which a byline stands with a note on the author
_PLACE = 2  # words in capitals above a headline at most, as of a place; a headline has more
_VERSE = 60  # characters of a line of verse at most; wrapped prose has more
_ASIDE = regex.compile(r"[(\[][^()\[\]]{1,20}[)\]]")  # (Chorus)
_SURELY = 4  # words; with fewer below it, a line of a word or two may be the headline itself


def furniture_of(
    reference: Document, candidate: Document, sections: Sequence[Section], changes: Sequence[Change]
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


def kinds_at_head(document: Document, lines: Sequence[Span]) -> list[FurnitureKind | None]:
    """Return the kind of each of the first *lines* of a document, those above its prose.

    It is None for a line that is no furniture, or of two kinds: a date and a byline.
    """
    texts = [span.of(document.text) for span in lines]
    end = next((n for n, text in enumerate(texts, 1) if is_long(text) and is_prose(text)), None)
    side = _Side(document, [(span, [n]) for n, span in enumerate(lines[:end])])
    found: dict[int, FurnitureKind | None] = {}
    for n, kind in side.kinds():
        found[n] = None if n in found else kind
    return [found.get(n) for n in side.head]


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
    alone = {SectionKind.MISSING: FurnitureState.LOST, SectionKind.ADDED: FurnitureState.ADDED}
    return alone.get(kind, FurnitureState.ALTERED if altered else FurnitureState.KEPT)


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
        while self._is_sentence(last + 1):
            last += 1
        self._tail = range(last + 1, len(parts)) if prose else range(0)
        self._before_tail = frozenset(self._texts[: self._tail.start])

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
            elif says_photographer(text) and (is_caption(text) or is_name_line(text)):
                found = [FurnitureKind.CAPTION]
            elif at_edge and self._is_byline(n, headline):
                found = [FurnitureKind.BYLINE]
            elif n in self._tail and self._is_footer(n):
                found = [FurnitureKind.FOOTER]
            else:
                found = [FurnitureKind.CAPTION] if is_caption(text) else []
            for kind in found:
                for index in self.parts[n][1]:
                    yield index, kind

    def _is_byline(self, n: int, headline: int | None) -> bool:
        """Return whether line *n* names the author.

        Above the *headline* and behind the text it must say so.
        """
        must_say = n in self._tail or (headline is not None and n < headline)
        if must_say and not says_author(self._texts[n]):
            return False
        return (n > 0 or headline is not None) and is_name_line(self._texts[n])

    def _last(self, prose: list[int]) -> int:
        """Return the number of the last paragraph of the article's prose.

        A short sentence after a line that is none, *Share this*, belongs to the site.
        """
        steps = [*zip(reversed(prose[:-1]), reversed(prose), strict=False)]
        end = next((z for y, z in steps if z - y == 1 or is_long(self._texts[z])), None)
        if end is not None and not any(z - y > 1 for y, z in steps if z <= end):
            return end
        # Headings stand inside the text, or nothing but lines and short sentences.
        for before, last in steps:
            if not any(map(says_site, self._texts[before + 1 : last + 1])):
                return last
        return prose[0]

    def _is_sentence(self, n: int) -> bool:
        """Return whether line *n* may be a sentence of the text, as short as *Then it rained*."""
        if n >= len(self._texts):
            return False
        text = self._texts[n]
        names_author = says_author(text) and is_name_line(text.rstrip(". )"))
        return ends_with(FULL_STOPS + "!", text) and not says_site(text) and not names_author

    def _is_footer(self, n: int) -> bool:
        """Return whether line *n* behind the text is the site's, and no refrain, verse or item."""
        text = self._texts[n]
        if says_site(text):
            return True
        if text in self._before_tail or ITEM.match(text) or _ASIDE.fullmatch(text):
            return False
        return not (is_verse(text) and is_verse(self._texts[self._tail.start - 1]))

    def _headline(self) -> int | None:
        """Return the number of the headline: the first line but for those that stand above one."""
        lines = [*filter(self._may_be_headline, checked(self.head, 64))]
        own = [n for n in lines if not is_site_line(self._texts[n])] or lines
        texts = [self._texts[n] for n in own]
        last, end = 0, len(texts)
        for at, text in enumerate(texts):
            if last <= at:  # otherwise it is the next one from here, too
                last = next((n for n in range(at + 1, end) if _is_own_headline(texts[n])), end)
            below = [texts[at + 1], texts[last]] if last < end else []
            if not stands_above(text, below):
                return own[at] if is_headline(text) else None
        return None

    def _may_be_headline(self, n: int) -> bool:
        text = self._texts[n]
        if self._without_date(n) is not None or is_menu(text):
            return False
        return n == 0 or not is_name_line(text) or is_paper(text)

    def _without_date(self, n: int) -> str | None:
        """Return what a date line says besides its date, or None if it is none.

        A line such as *Apollo 13 Returns* is taken for one only below a headline.
        """
        rest = without_date(self._texts[n])
        below = n > 0 and n in self.head
        return without_day(self._texts[n]) if rest is None and below else rest

    def _author_notes(self) -> set[int]:
        """Return the paragraphs near the end that name an author again: a byline and a note.

        A name counts only if another paragraph begins with it.
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
            own = {name for name in {*names.values()} if name and text.startswith(name)}
            for other, name in names.items():
                if other != n and name in own:
                    found.update({n, other} & set(end))
        return found


def stands_above(text: str, below: Sequence[str]) -> bool:
    """Return whether *text* is no headline, but stands above one that is among the lines *below*.

    It is the name of the paper, of a part of it, of a place or of the author, a number, a caption,
    or the trail from the site's first page to this one.

    >>> headline = "Ferry returns after a long winter"
    >>> [stands_above(text, [headline]) for text in ("The Pell Observer", "Opinion", "By Ann Lee")]
    [True, True, True]
    >>> stands_above("Ferry returns", ["People stood along the quay to watch it"])
    False
    """
    headlines = [own for own in below if _is_own_headline(own)]
    if not headlines or names_what_is_above(text):
        return bool(headlines)
    is_place = text.isupper() and not headlines[0].isupper() and not has_words(text, _PLACE + 1)
    is_word = not has_words("".join(c for c in text if not c.isdigit()), 2)
    is_picture = is_caption(text) and below[0] == headlines[0]
    is_above = is_place or is_word or is_picture or is_trail(text)
    return is_above and has_words(headlines[0], _SURELY)


def _is_own_headline(text: str) -> bool:
    """Return whether *text* may be a headline, and not what stands above one."""
    return is_headline(text) and not is_trail(text) and not names_what_is_above(text)


def names_what_is_above(text: str) -> bool:
    """Return whether words of *text* say that it stands above a headline."""
    if says_author(text) and is_name_line(text):
        return True
    return all(is_kicker(piece) or is_paper(piece) for piece in pieces_of(text))


def says_site(text: str) -> bool:
    """Return whether words of *text* say that it is a line of the site."""
    return is_site_line(text) or names_site(text)


def is_verse(text: str) -> bool:
    """Return whether *text* has several short lines."""
    lines = text.splitlines()
    return len(lines) > 1 and max(map(len, lines)) <= _VERSE
