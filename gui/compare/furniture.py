"""The furniture of an article - headline, date, byline, captions, footer - and what became of it.

It is recognized by position - whether a section stands before the first or after the last paragraph
of prose - and by shape: how long a paragraph is, whether it ends like a sentence, whether it is
mostly a date or names. Nothing here knows a word of one site or language, only the marks that all
share: stops, digits and capitals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from ..documents import Document, Span
from ..documents.text.line_ends import FULL_STOPS, SENTENCE_ENDS, Paragraphs
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
_PARAGRAPH = 25  # words; no headline has so many, nor any other line of the furniture
_LINE = 12  # words of a line of names or of a date at most
_CAPTION = 60  # words at most
_INNER_STOP = regex.compile(r"[\p{Ll}\p{N})\u201d\u2019\"]\.\s+[\p{Lu}(\u00a9]|[\u3002]\s*\S")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:[.'\u2019-][\p{L}\p{M}\p{N}]++)*+")
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]"
_WORD_OR_TWO_LETTERS = regex.compile(rf"{_UNSPACED}{{1,2}}|{_WORD.pattern}")
_CREDIT = regex.compile(
    r"(?r)"  # from the end, where the answer is
    r"\([^()]{3,60}\)$"  # (Photo by Ann Lee)
    r"|\p{Lu}[\p{L}.]+ ?/ ?\p{Lu}[\p{L}. ]{1,40}$"  # Agency/Ann Lee
    r"|(?:^|[.!?] )[\p{L} ]{3,20}: ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$"  # Photo: Ann Lee
    r"|\u00a9 ?\S.{1,40}$"
)
_LETTERS = r"[\p{L}\p{M}]"
_RUN = rf"(?<!{_LETTERS}){_LETTERS}"  # after no letter, so that a long word is tried once only
_DATES = regex.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{1,4}"
    r"|\d{2,4} ?[\u5e74\ub144] ?\d{1,2} ?[\u6708\uc6d4](?: ?\d{1,2} ?[\u65e5\uc77c])?"
    rf"|\d{{1,2}}(?:\.|{_LETTERS}{{1,2}}|\u00ba)? (?:{_LETTERS}{{1,3}} )?"
    rf"{_LETTERS}{{3,}}+\.?,?(?: {_LETTERS}{{1,3}})? \d{{4}}"
    rf"|{_RUN}{{3,}}+\.? \d{{1,2}}(?:{_LETTERS}{{2}})?,? \d{{4}}"
    rf"|{_RUN}{{3,}}+,? \d{{1,2}}\.? {_LETTERS}{{3,}}+(?=,? \d{{1,2}}:\d\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[apAP]\.?[mM]\.?)?"
)
_NUMBER = r"(?:[12]?\d|3[01])"
_DAY = regex.compile(
    r"(?:[^\d:]{1,25}: )?"
    rf"(?:(?:{_LETTERS}{{2,}},? )?{_NUMBER}(?:\.|{_LETTERS}{{2}})?"
    rf" (?:{_LETTERS}{{1,3}} )?{_LETTERS}{{3,}}"
    rf"|(?:{_LETTERS}{{2,}},? )?{_LETTERS}{{3,}} {_NUMBER}(?:{_LETTERS}{{2}})?)"
)
_TIME = regex.compile(r"(?<![, ])[, ]*+\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\.?)?$")
_NAME_ENDS = regex.compile(r"(?<!\s)\s++(?:[,|;\u2022\u00b7]|[-\u2013\u2014/]\s)|[,|;\u2022\u00b7]")
_SEPARATOR = regex.compile(r"(?<!\p{N})\s?[|\u203a\u00bb>\u2022\u00b7]\s?")


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


# --- the shape of a paragraph ---------------------------------------------------------------


def has_words(text: str, least: int) -> bool:
    """Return whether *text* has *least* words; in scripts without spaces two letters are one.

    >>> has_words("Talks go on", 3), has_words("Talks go on", 4), has_words("\u8239\u6b78\u6e2f", 2)
    (True, False, True)
    """
    words = _WORD_OR_TWO_LETTERS.finditer(text)
    return next(islice(words, least - 1, None), None) is not None


def is_prose(text: str) -> bool:
    """Return whether *text* is written as sentences.

    Short lines end with a question or exclamation mark, too.

    >>> is_prose("The talks went on until midnight."), is_prose("Talks go on past midnight")
    (True, False)
    """
    if not ends_with(FULL_STOPS, text):
        return ends_with(SENTENCE_ENDS, text) and has_words(text, 15)
    return has_words(text, 6)


def is_long(text: str) -> bool:
    """Return whether *text* is as long as a paragraph, longer than any headline or line."""
    return has_words(text, _PARAGRAPH)


def is_headline(text: str) -> bool:
    """Return whether *text* may be a headline: a short line, but no sentence with a full stop.

    >>> is_headline("Ferry returns after a long winter"), is_headline("It returned on Monday.")
    (True, False)
    """
    return (
        has_words(text, 2)
        and not is_long(text)
        and text.count("\n") < 3
        and not ends_with(FULL_STOPS, text)
        and not is_caption(text)
        and not is_menu(text)
    )


def without_date(text: str) -> str | None:
    """Return what a date line says besides its date and time, or None if it is no date line.

    Dates of any language count: a number beside a word and a year, numbers with dots, slashes or
    hyphens between them, and years, months and days as East Asia writes them.

    >>> without_date("Published 14 de septiembre de 2023, 18:01")
    'Published'
    >>> without_date("The mayor on Sept. 14, 2023. Photo by the town") is None
    True
    """
    if is_long(text):
        return None
    line = " ".join(text.split())
    rest = _DATES.sub(" ", line)
    seen = len(line.replace(" ", ""))
    if seen - len(rest.replace(" ", "")) < 0.4 * seen:
        return None
    return " ".join(rest.split()).strip(" ,;:|/-\u2013\u2014\u00b7\u2022")


def without_day(text: str) -> str | None:
    """Return what a line says besides a date without a year, or None if it has no such date.

    Some headlines have the shape of such a date.

    >>> [without_day(line) for line in ("Updated: 2 December, 06:40", "Friday 32 January")]
    ['', None]
    >>> without_day("Thursday 30 January | Courts")
    'Courts'
    """
    if has_words(text, _LINE + 1):
        return None
    line = " ".join(text.split())
    pieces = [piece for piece in _NAME_ENDS.split(_TIME.sub("", line)) if piece]
    rest = [piece.strip() for piece in pieces if _DAY.fullmatch(piece.strip()) is None]
    if _DAY.fullmatch(" ".join(pieces)) is not None:
        return ""
    return ", ".join(rest) if len(rest) < len(pieces) else None


def is_menu(text: str) -> bool:
    """Return whether *text* is a line of short entries, as menus and trails of a site are.

    >>> is_menu("Home \u203a Local \u203a Culture"), is_menu("Ferry returns | Harbour Post")
    (True, False)
    """
    return not is_long(text) and len(_SEPARATOR.findall(text)) >= 2


def is_name_line(text: str) -> bool:
    """Return whether *text* is a short line of names, perhaps after a word such as *by*.

    What follows a comma may say who that is.

    >>> lines = ("By Ann Lee, port reporter", "von Ann Lee und Bo Ek", "From our reporter Bo Ek")
    >>> [is_name_line(line) for line in (*lines, "Source link")]
    [True, True, True, False]
    """
    line = text.strip()
    if has_words(line, _LINE + 1) or is_menu(line) or any(c.isdigit() for c in line):
        return False
    line = _NAME_ENDS.split(line, maxsplit=1)[0]
    words = _WORD.findall(line)
    if "\n" in text.strip() or not 2 <= len(words) <= 8:
        return False
    if ends_with(SENTENCE_ENDS, line):
        return False
    cased = [w for w in words if w[0].isupper() or w[0].islower()]
    if not cased:
        return len(line) <= 20 and ":" not in line
    capitals = [w for w in cased if w[0].isupper()]
    small = [w for w in cased if w[0].islower()]
    if len(capitals) < 2 or (len(small) > 1 and not words[-1][0].isupper()):
        return False
    return len(small) <= 2 or all(len(w) <= 3 for w in small)


def bare_name(text: str) -> str:
    """Return the name in a line of names, case-folded, without a short word before it.

    >>> bare_name("By Ann Lee, port reporter")
    'ann lee'
    """
    words = _WORD.findall(_NAME_ENDS.split(text.strip(), maxsplit=1)[0])
    if len(words) > 2 and len(words[0]) <= 3:
        words = words[1:]
    return " ".join(words).casefold()


def is_caption(text: str) -> bool:
    """Return whether *text* has the shape of a caption: a sentence, and a credit without a stop.

    >>> is_caption("The mayor on Sept. 14, 2023. Town Photo")
    True
    >>> is_caption("The mayor spoke on Monday.")
    False
    """
    if ends_with(FULL_STOPS, text) or not has_words(text, 3) or has_words(text, _CAPTION + 1):
        return False
    line = " ".join(text.split())
    return _INNER_STOP.search(line) is not None or _CREDIT.search(line) is not None


def ends_with(stops: str, text: str) -> bool:
    """Return whether *text* ends with one of *stops*, perhaps with closing marks behind it.

    >>> ends_with(".", 'He said: "It is late."'), ends_with(".", "No. 10")
    (True, False)
    """
    for sign in reversed(text):
        if sign in stops:
            return True
        if not (sign.isspace() or unicodedata.category(sign).startswith("P")):
            return False
    return False
