"""A comparison taken apart for drawing: stretches of text, each with the change it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..compare import Change, Comparison, Section
from ..documents import Span
from .figures import Words
from .paragraphs import Paragraphs
from .wording import ENGLISH, Wording


class Piece(NamedTuple):
    """A stretch of one document; ``change`` is an index into ``Comparison.changes`` or None."""

    text: str
    change: int | None


class Step(NamedTuple):
    """A stretch of both documents read together: common text, or one change.

    ``gap`` is the white space before it. Common text has no change, and stands as the
    candidate has it in ``candidate``.
    """

    gap: str
    reference: str
    candidate: str
    change: int | None


class Marked:
    """Reads the sections of one comparison piece by piece, and knows the words of the report."""

    def __init__(self, comparison: Comparison, wording: Wording = ENGLISH) -> None:
        self.comparison = comparison
        self.wording = wording
        self.reference_words = Words(comparison.reference)
        self.candidate_words = Words(comparison.candidate)
        self._paragraphs: dict[bool, Paragraphs] = {}  # by whether of the reference
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
        """Return a stretch of one document for a column of another width.

        A line end that only fits the text to a width is a space; that of a poem stays.
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
        """Yield one side of a section; the pieces joined are its text as ``shown``."""
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
                yield Piece(self.shown(Span(at, span.start), reference=reference), None)
            yield Piece(self.shown(span, reference=reference), index)
            at = span.end
        if at < whole.end:
            yield Piece(self.shown(Span(at, whole.end), reference=reference), None)

    def steps(self, section: int) -> Iterator[Step]:
        """Yield a section with a counterpart as one text: common words and changes in turn.

        Without the reference's part of each change the steps are the candidate's section, but
        for white space: words of the reference alone bring the space that they had there.
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
    """Where one is in both sides of a section."""

    def __init__(self, marked: Marked, reference: Span, candidate: Span) -> None:
        self._marked = marked
        self._reference = marked.comparison.reference.text
        self._candidate = marked.comparison.candidate.text
        self._starts = (reference.start, candidate.start)
        self._ends = (reference.end, candidate.end)
        self._at = (reference.start, candidate.start)
        self._owed = ""  # white space behind reference-only words that nothing has shown yet

    def common(self, until: Change | None) -> Iterator[Step]:
        """Yield the common words before *until*, or those up to the end."""
        span = self._common(until)
        if span is None:
            return
        gap = self._candidate_gap(span.start)
        text = span.of(self._candidate)
        yield Step(gap, text, text, None)
        reference = self._ends[0]
        if until is not None:
            reference = self._reference_end(until, span)
        self._at = (reference, span.end)

    def change(self, index: int, change: Change) -> Step:
        """Return the step of one change."""
        reference, candidate = change.reference, change.candidate
        if candidate is not None:
            gap = self._candidate_gap(candidate.start)
        else:
            assert reference is not None
            gap = self._reference[self._at[0] : reference.start] if self._begun else ""
        step = Step(
            gap,
            reference.of(self._reference) if reference else "",
            candidate.of(self._candidate) if candidate else "",
            index,
        )
        self._at = (
            reference.end if reference else self._at[0],
            candidate.end if candidate else self._at[1],
        )
        if candidate is None and reference is not None:
            self._owed = _spaces_at(self._reference, reference.end, self._ends[0])
        return step

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
        """Return where the reference's copy of *common* ends."""
        words = self._marked.reference_words
        before, after = self._marked.candidate_words.tokens(*common)
        first, last = words.tokens(self._at[0], self._ends[0])
        span = words.span(first, min(last, first + after - before))
        return self._at[0] if span is None else span.end


def _spaces_at(text: str, start: int, end: int) -> str:
    stop = start
    while stop < end and text[stop].isspace():
        stop += 1
    return text[start:stop]
