"""A comparison taken apart for drawing: its rows, and stretches of text, each with its change.

A row is one line of a page or screen: a section beside its counterpart. The comparison may cut a
paragraph between two rows: it is shown as one. Text and HTML reports draw the same pieces;
``facing_rows`` says which rows they draw side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, zip_longest
from typing import NamedTuple

from ..compare import Change, Comparison, Section, SectionKind
from ..documents import Document, Span
from ..documents.text.line_ends import Paragraphs
from .wording import ENGLISH, Wording


class ComparisonRow(NamedTuple):
    """A section of the reference beside its counterpart, or beside a gap.

    ``section`` is an index into ``Comparison.sections``. A side that is None is a gap. A
    moved section has two rows: one at its place in the reference, with a gap opposite, and one
    at its place in the candidate; ``other_row`` is the index of the other row.
    """

    section: int
    kind: SectionKind
    reference: Span | None
    candidate: Span | None
    other_row: int | None = None


def rows(comparison: Comparison, most: int | None = None) -> tuple[ComparisonRow, ...]:
    """Return the rows of *comparison*; from top to bottom, each side is its document in order.

    Between two paired sections, missing ones come before added ones. If *most* is given, at most
    that many sections are used: the first ones of both documents.
    """
    sections = comparison.sections
    numbered = list(enumerate(sections)) if most is None else _first(comparison, most)
    found = _row_places(numbered)
    moved = SectionKind.MOVED
    places: dict[int, int] = {}  # moved section: its first row
    others: dict[int, int] = {}
    for number, (index, _, _) in enumerate(found):
        if sections[index].kind is moved:
            first = places.setdefault(index, number)
            if first != number:
                others[first], others[number] = number, first
    result = []
    for number, (index, left, right) in enumerate(found):
        section = sections[index]
        result.append(
            ComparisonRow(
                index,
                section.kind,
                section.reference if left else None,
                section.candidate if right else None,
                others.get(number),
            )
        )
    return tuple(result)


def _first(comparison: Comparison, most: int) -> list[tuple[int, Section]]:
    """Return at most *most* sections with their indices: the first ones of each document."""
    added = list(islice(_places(comparison.is_added, b"\1"), most // 2))
    others = islice(_places(comparison.is_added, b"\0"), most - len(added))
    return [(number, comparison.sections[number]) for number in sorted((*added, *others))]


def _places(flags: bytes, flag: bytes) -> Iterator[int]:
    at = flags.find(flag)
    while at >= 0:
        yield at
        at = flags.find(flag, at + 1)


def _row_places(sections: Sequence[tuple[int, Section]]) -> list[tuple[int, bool, bool]]:
    """Return, row by row, the index of a section and which of its sides stand in that row."""
    by_candidate = sorted((s.candidate.start, i) for i, s in sections if s.candidate is not None)
    unpaired = {i for i, s in sections if s.kind is not SectionKind.PAIRED}
    found: list[tuple[int, bool, bool]] = []
    at = 0

    def candidate_only_before(stop: int) -> None:
        nonlocal at
        while at < len(by_candidate) and by_candidate[at][1] != stop:
            index = by_candidate[at][1]
            if index not in unpaired:
                raise ValueError("paired sections cross")
            found.append((index, False, True))
            at += 1

    paired = SectionKind.PAIRED
    for index, section in sections:
        if section.kind is paired:
            candidate_only_before(index)
            found.append((index, True, True))
            at += 1
        elif section.reference is not None:
            found.append((index, True, False))
    candidate_only_before(-1)
    return found


class Continuation(NamedTuple):
    """Whether a paragraph of each document continues across the upper edge of a row.

    None if a document has no text above the edge or none below it.
    """

    reference: bool | None
    candidate: bool | None

    @property
    def joins(self) -> bool:
        """Whether the edge cuts a paragraph and separates two paragraphs in neither document."""
        return any(self) and False not in self


def continuations(
    comparison: Comparison, rows: Iterable[tuple[Span | None, Span | None]]
) -> list[Continuation]:
    """Return for each of *rows*, spans or gaps of both documents, what continues across its top.

    A paragraph with a gap between two of its parts continues across both edges of the gap.
    """
    spans = list(rows)
    reference = _across(Paragraphs(comparison.reference), [row[0] for row in spans])
    candidate = _across(Paragraphs(comparison.candidate), [row[1] for row in spans])
    return [Continuation(*both) for both in zip(reference, candidate, strict=True)]


def _across(paragraphs: Paragraphs, spans: list[Span | None]) -> list[bool | None]:
    found: list[bool | None] = [None] * len(spans)
    last: int | None = None  # the last row so far that has text
    for number, span in enumerate(spans):
        if span is None:
            continue
        if last is not None:
            before = spans[last]
            assert before is not None
            continues = paragraphs.continues(before.end, span.start)
            found[last + 1 : number + 1] = [continues] * (number - last)
        last = number
    return found


# Where at least this many words are missing and as many added at one place, they are shown side
# by side: that is how two texts that share nothing are judged.
FACING_WORDS = 60


class Piece(NamedTuple):
    """A stretch of one document; ``change`` is an index into ``Comparison.changes`` or None.

    ``span`` is where it stands in the document.
    """

    text: str
    change: int | None
    span: Span


class MarkedSegment(NamedTuple):
    """A stretch of both documents as one text: common words, or one change.

    ``gap`` is the white space before it. Common words have no change, and ``candidate`` has them
    as the candidate writes them.
    """

    gap: str
    reference: str
    candidate: str
    change: int | None


class WordIndex:
    """Counts the words and finds the tokens in any span of a document, in logarithmic time."""

    def __init__(self, document: Document) -> None:
        self._token_at = document.token_at
        self._before = [0, *accumulate(document.is_word)]
        self._tokens = document.tokens

    def count(self, span: Span) -> int:
        """Return the number of words (not punctuation) that begin inside *span*."""
        first, last = self.tokens(span.start, span.end)
        return self._before[last] - self._before[first]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of tokens that begin inside ``[start, end)``."""
        return self._token_at(start), self._token_at(end)

    def span(self, first: int, last: int) -> Span | None:
        """Return the span of the tokens ``[first, last)``, or None if there are none."""
        if first >= last:
            return None
        return Span(self._tokens[first].start, self._tokens[last - 1].end)


class MarkedComparison:
    """Divides the sections of a comparison into pieces, and knows the wording of the report."""

    def __init__(self, comparison: Comparison, wording: Wording = ENGLISH) -> None:
        self.comparison = comparison
        self.wording = wording
        self.reference_words = WordIndex(comparison.reference)
        self.candidate_words = WordIndex(comparison.candidate)
        self._paragraphs: dict[bool, Paragraphs] = {}  # True: those of the reference
        self._changes: dict[int, list[int]] = {}
        for index, change in enumerate(comparison.changes):
            self._changes.setdefault(change.section, []).append(index)

    def changes(self, section: int) -> list[int]:
        """Return the indices of the changes of one section, in order."""
        return self._changes.get(section, [])

    def words(self, section: Section) -> int:
        """Return the number of words of a section, on the side where it has more."""
        reference = self.reference_words.count(section.reference) if section.reference else 0
        candidate = self.candidate_words.count(section.candidate) if section.candidate else 0
        return max(reference, candidate)

    def shown(self, span: Span, *, reference: bool) -> str:
        """Return the text of *span* for a column of another width.

        A line end that only fits the text to a width becomes a space; that of a poem stays.
        """
        document = self.comparison.reference if reference else self.comparison.candidate
        text = span.of(document.text)
        if "\n" not in text:
            return text
        paragraphs = self._paragraphs.get(reference)
        if paragraphs is None:
            paragraphs = self._paragraphs[reference] = Paragraphs(document)
        return "".join(
            " " if character == "\n" and not paragraphs.ends_line(at) else character
            for at, character in enumerate(text, start=span.start)
        )

    def side(self, section: int, *, reference: bool) -> Iterator[Piece]:
        """Yield the pieces of one side of a section; joined, they are its text as ``shown``."""
        found = self.comparison.sections[section]
        whole = found.reference if reference else found.candidate
        if whole is None:
            return
        at = whole.start
        for index in self.changes(section):
            change = self.comparison.changes[index]
            span = change.reference if reference else change.candidate
            if span is None:
                continue
            if span.start > at:
                before = Span(at, span.start)
                yield Piece(self.shown(before, reference=reference), None, before)
            yield Piece(self.shown(span, reference=reference), index, span)
            at = span.end
        if at < whole.end:
            rest = Span(at, whole.end)
            yield Piece(self.shown(rest, reference=reference), None, rest)

    def parts(self, span: Span, *, reference: bool) -> Iterator[tuple[str, bool]]:
        """Yield the text of *span* as ``shown``, part by part, with whether no reader sees it."""
        document = self.comparison.reference if reference else self.comparison.candidate
        for part, hidden in document.parts(span):
            yield self.shown(part, reference=reference), hidden

    def segments(self, section: int) -> Iterator[MarkedSegment]:
        """Yield a section that has a counterpart as one text of common words and changes.

        Without the reference's words of each change, the segments are the candidate's section,
        except for white space: words of the reference alone come with the space before them.
        Hidden text stands ``in_brackets``.
        """
        found = self.comparison.sections[section]
        if found.reference is None or found.candidate is None:
            return
        walk = _Walk(self, found.reference, found.candidate)
        for index in self.changes(section):
            change = self.comparison.changes[index]
            yield from walk.common(change)
            yield walk.change(index, change)
        yield from walk.common(None)


class _Walk:
    """A position in both sides of a section, which moves on from segment to segment."""

    def __init__(self, marked: MarkedComparison, reference: Span, candidate: Span) -> None:
        self._marked = marked
        self._reference = marked.comparison.reference.text
        self._candidate = marked.comparison.candidate.text
        self._starts = (reference.start, candidate.start)
        self._ends = (reference.end, candidate.end)
        self._at = (reference.start, candidate.start)
        self._owed = ""  # white space after words of the reference alone, not yielded yet

    def common(self, until: Change | None) -> Iterator[MarkedSegment]:
        """Yield the common words before *until*, or those up to the end."""
        span = self._common(until)
        if span is None:
            return
        gap = self._candidate_gap(span.start)
        text = in_brackets(self._marked.comparison.candidate, span)
        yield MarkedSegment(gap, text, text, None)
        reference = self._ends[0]
        if until is not None:
            reference = self._reference_end(until, span)
        self._at = (reference, span.end)

    def change(self, index: int, change: Change) -> MarkedSegment:
        """Return the segment of one change."""
        reference, candidate = change.reference, change.candidate
        if candidate is not None:
            gap = self._candidate_gap(candidate.start)
        else:
            assert reference is not None
            gap = self._reference[self._at[0] : reference.start] if self._begun else ""
        segment = MarkedSegment(
            gap,
            in_brackets(self._marked.comparison.reference, reference) if reference else "",
            in_brackets(self._marked.comparison.candidate, candidate) if candidate else "",
            index,
        )
        self._at = (
            reference.end if reference else self._at[0],
            candidate.end if candidate else self._at[1],
        )
        if candidate is None and reference is not None:
            self._owed = _spaces_at(self._reference, reference.end, self._ends[0])
        return segment

    @property
    def _begun(self) -> bool:
        return self._at != self._starts

    def _candidate_gap(self, start: int) -> str:
        gap = self._candidate[self._at[1] : start] or self._owed
        self._owed = ""
        return gap

    def _common(self, until: Change | None) -> Span | None:
        words = self._marked.candidate_words
        if until is None:
            return words.span(*words.tokens(self._at[1], self._ends[1]))
        if until.candidate is not None:
            return words.span(*words.tokens(self._at[1], until.candidate.start))
        assert until.reference is not None
        before, after = self._marked.reference_words.tokens(self._at[0], until.reference.start)
        first, last = words.tokens(self._at[1], self._ends[1])
        return words.span(first, min(last, first + after - before))

    def _reference_end(self, until: Change, common: Span) -> int:
        """Return the offset at which the words of *common* end in the reference."""
        words = self._marked.reference_words
        before, after = self._marked.candidate_words.tokens(*common)
        first, last = words.tokens(self._at[0], self._ends[0])
        span = words.span(first, min(last, first + after - before))
        return self._at[0] if span is None else span.end


def in_brackets(document: Document, span: Span) -> str:
    """Return the text of *span* with what no reader sees in brackets: ``⟦purple cows⟧``."""
    if not document.hidden:
        return span.of(document.text)
    return "".join(
        f"⟦{part.of(document.text)}⟧" if hidden else part.of(document.text)
        for part, hidden in document.parts(span)
    )


def _spaces_at(text: str, start: int, end: int) -> str:
    stop = start
    while stop < end and text[stop].isspace():
        stop += 1
    return text[start:stop]


class FacingRows(NamedTuple):
    """The rows drawn on each side of one line of a page; paired sections have the same on both."""

    reference: ComparisonRow | None
    candidate: ComparisonRow | None


def facing_rows(marked: MarkedComparison) -> list[FacingRows]:
    """Return the rows of a comparison as the lines of a page, in reading order.

    If two missing sections are followed by an added one and all are long, the first of them is
    put beside the added one, and the second beside a gap.
    """
    found: list[FacingRows] = []
    waiting = rows(marked.comparison)
    at = 0
    while at < len(waiting):
        missing = _run(waiting, at, SectionKind.MISSING)
        added = _run(waiting, at + len(missing), SectionKind.ADDED)
        if min(_words(marked, missing), _words(marked, added)) >= FACING_WORDS:
            found += [FacingRows(one, other) for one, other in zip_longest(missing, added)]
        else:
            alone = (*missing, *added) or (waiting[at],)
            found += [
                FacingRows(row if row.reference else None, row if row.candidate else None)
                for row in alone
            ]
        at += max(1, len(missing) + len(added))
    return found


def _run(waiting: Sequence[ComparisonRow], at: int, kind: SectionKind) -> Sequence[ComparisonRow]:
    end = at
    while end < len(waiting) and waiting[end].kind is kind:
        end += 1
    return waiting[at:end]


def _words(marked: MarkedComparison, run: Sequence[ComparisonRow]) -> int:
    return sum(marked.words(marked.comparison.sections[row.section]) for row in run)
