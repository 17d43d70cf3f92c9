"""The rows that the window draws: those of the comparison, with very long ones cut into parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from ...compare import Comparison, SectionKind
from ...documents import Document, Span
from ...reports.marked import FACING_WORDS, ComparisonRow, Continuation, continuations, rows
from .counterparts import PositionMap, Role, of

# A section of up to this many characters (some 2,000 words) stays one row. Longer ones are cut at
# sentences into parts of some 300 words, so that no picture needs a whole book laid out.
LONGEST = 12_000
PART = 2_000
# A part without the end of a sentence for this long is cut between words, or anywhere.
LONGEST_PART = 8_000

# The most rows that are shown of a pair, enough for a book or two: more would freeze the window.
MOST_ROWS = 3_000


class ReadingRow(NamedTuple):
    """What is at one height: a text on both sides, or a text and a gap.

    ``section`` counts in ``Comparison.sections``, -1 before there is a comparison (``kind`` is
    None then). ``begins`` tells whether the row opens its section: only then is there space
    above it. ``counterpart`` is the number of the row with the other side of a moved section.
    ``facing`` is the added section whose text stands beside a missing one without being its
    counterpart; ``heading`` of the first such row has the numbers of words in all of them.
    ``continuation`` says for each side whether the row is inside a paragraph that began above.
    """

    section: int
    kind: SectionKind | None
    reference: Span | None
    candidate: Span | None
    begins: bool = True
    counterpart: int | None = None
    facing: int | None = None
    heading: tuple[int, int] | None = None
    continuation: Continuation = Continuation(None, None)

    @property
    def moved_only(self) -> Role | None:
        """The only role that a moved row shows; None for a row of another kind."""
        if self.kind is not SectionKind.MOVED:
            return None
        return Role.CANDIDATE if self.reference is None else Role.REFERENCE

    def section_of(self, role: Role) -> int:
        """Return the section that the text of *role* belongs to."""
        return self.facing if self.facing is not None and role is Role.CANDIDATE else self.section

    def kind_of(self, role: Role) -> SectionKind | None:
        """Return the kind of that section."""
        if self.facing is not None and role is Role.CANDIDATE:
            return SectionKind.ADDED
        return self.kind


_Parts = list[tuple[Span | None, Span | None]]


def document_rows(reference: Document, candidate: Document) -> tuple[ReadingRow, ...]:
    """Return rows for two documents before their comparison: section by section.

    There are at most ``MOST_ROWS``, as everywhere in this module.
    """
    found: list[ReadingRow] = []
    for here, there in zip_longest(reference.sections[:MOST_ROWS], candidate.sections[:MOST_ROWS]):
        if len(found) >= MOST_ROWS:
            break
        left = _parts_of(reference, here) if here else []
        right = _parts_of(candidate, there) if there else []
        for number, (one, other) in enumerate(zip_longest(left, right)):
            found.append(ReadingRow(-1, None, one, other, begins=number == 0))
    return tuple(found[:MOST_ROWS])


def rows_apart(reference: Document, candidate: Document) -> tuple[ReadingRow, ...]:
    """Return rows with nothing opposite: first all of the reference, then all of the candidate.

    Each has one side. There are at most ``MOST_ROWS`` of each document.
    """
    here = [part for own in reference.sections[:MOST_ROWS] for part in _opening(reference, own)]
    there = [part for own in candidate.sections[:MOST_ROWS] for part in _opening(candidate, own)]
    return (
        *(ReadingRow(-1, None, span, None, begins) for span, begins in here[:MOST_ROWS]),
        *(ReadingRow(-1, None, None, span, begins) for span, begins in there[:MOST_ROWS]),
    )


def _opening(document: Document, section: Span) -> list[tuple[Span, bool]]:
    """Return the parts of *section*, and whether each is the first."""
    return [(part, part.start == section.start) for part in _parts_of(document, section)]


def comparison_rows(comparison: Comparison, positions: PositionMap) -> tuple[ReadingRow, ...]:
    """Return the rows of *comparison*, long ones cut where both sides begin a sentence."""
    plain = rows(comparison, MOST_ROWS)
    parts: list[ReadingRow] = []
    for row in plain:
        if len(parts) >= MOST_ROWS:
            break
        for number, (one, other) in enumerate(_cut(positions, row)):
            parts.append(ReadingRow(row.section, row.kind, one, other, number == 0))
    found = _face(comparison, parts[:MOST_ROWS])
    across = continuations(comparison, ((row.reference, row.candidate) for row in found))
    found = [row._replace(continuation=edge) for row, edge in zip(found, across, strict=True)]
    if all(row.other_row is None for row in plain):
        return tuple(found)
    firsts = {
        (row.section, row.moved_only): number
        for number, row in enumerate(found)
        if row.moved_only is not None and row.begins
    }
    return tuple(
        row
        if row.moved_only is None
        else row._replace(counterpart=firsts.get((row.section, row.moved_only.other)))
        for row in found
    )


def _cut(positions: PositionMap, row: ComparisonRow) -> _Parts:
    comparison = positions.comparison
    if row.reference is not None and row.candidate is not None:
        return _level_parts(positions, row.section, row.reference, row.candidate)
    if row.reference is not None:
        return [(span, None) for span in _parts_of(comparison.reference, row.reference)]
    assert row.candidate is not None
    return [(None, span) for span in _parts_of(comparison.candidate, row.candidate)]


def _face(comparison: Comparison, parts: list[ReadingRow]) -> list[ReadingRow]:
    """Put a long run of missing rows beside the long run of added rows that follows it."""
    found: list[ReadingRow] = []
    at = 0
    while at < len(parts):
        added = _run_end(parts, at, SectionKind.MISSING)
        if added == at:
            found.append(parts[at])
            at += 1
            continue
        end = _run_end(parts, added, SectionKind.ADDED)
        words = (
            _words_of_run(comparison.reference, [row.reference for row in parts[at:added]]),
            _words_of_run(comparison.candidate, [row.candidate for row in parts[added:end]]),
        )
        if min(words) >= FACING_WORDS:
            found += _beside(parts[at:added], parts[added:end], words)
        else:
            found += parts[at:end]
        at = end
    return found


def _beside(
    missing: list[ReadingRow], added: list[ReadingRow], words: tuple[int, int]
) -> Iterator[ReadingRow]:
    for number, (one, other) in enumerate(zip_longest(missing, added)):
        if one is None or other is None:
            yield one or other
        else:
            yield one._replace(
                candidate=other.candidate,
                begins=one.begins or other.begins,
                facing=other.section,
                heading=words if number == 0 else None,
            )


def _run_end(parts: list[ReadingRow], at: int, kind: SectionKind) -> int:
    while at < len(parts) and parts[at].kind is kind:
        at += 1
    return at


def _words_of_run(document: Document, run: list[Span | None]) -> int:
    """Return how many words a run of consecutive rows of *document* has."""
    first, last = (run[0], run[-1]) if run else (None, None)
    return 0 if first is None or last is None else words_in(document, Span(first.start, last.end))


def words_in(document: Document, span: Span) -> int:
    """Return how many words of *document* start inside *span*."""
    first, last = document.token_at(span.start), document.token_at(span.end)
    return document.is_word.count(1, first, last)


def _parts_of(document: Document, span: Span) -> list[Span]:
    """Cut *span* at its sentences, words or anywhere into parts that can be laid out at once."""
    if span.end - span.start <= LONGEST:
        return [span]
    cuts = _far_apart([s.start for s in _inside(document.sentences, span)], span)
    return [part for rough in _between(cuts, span) for part in _chopped(document, rough)]


def _chopped(document: Document, span: Span) -> list[Span]:
    """Cut *span* into pieces of even length, at spaces where there are any nearby."""
    length = span.end - span.start
    if length <= LONGEST_PART:
        return [span]
    cuts: list[int] = []
    even = LONGEST_PART // 2
    for at in range(span.start + even, span.end - even // 2, even):
        space = document.text.rfind(" ", at - even // 4, at)
        cuts.append(space + 1 if space > 0 else at)
    return _between(cuts, span)


def _level_parts(positions: PositionMap, section: int, reference: Span, candidate: Span) -> _Parts:
    """Cut a paired section where counterpart sentences begin on both sides."""
    if max(reference.end - reference.start, candidate.end - candidate.start) <= LONGEST:
        return [(reference, candidate)]
    comparison = positions.comparison
    starts = {s.start for s in _inside(comparison.candidate.sentences, candidate)}
    cuts: list[tuple[int, int]] = []
    last = (reference.start, candidate.start)
    for sentence in _inside(comparison.reference.sentences, reference):
        far = sentence.start - last[0] >= PART
        counterpart = positions.level(section, Role.REFERENCE, sentence.start)
        if counterpart is None or counterpart not in starts or counterpart <= last[1]:
            continue
        if far or counterpart - last[1] >= PART:
            last = (sentence.start, counterpart)
            cuts.append(last)
    edges = [(reference.start, candidate.start), *cuts, (reference.end, candidate.end)]
    parts: _Parts = []
    for (start, counterpart_start), (end, counterpart_end) in pairwise(edges):
        parts += _even_parts(
            positions, section, Span(start, end), Span(counterpart_start, counterpart_end)
        )
    return parts


def _even_parts(positions: PositionMap, section: int, reference: Span, candidate: Span) -> _Parts:
    """Cut a stretch without common sentences at words, level where the words are equal."""
    role = Role.REFERENCE
    long, other = reference, candidate
    if candidate.end - candidate.start > reference.end - reference.start:
        role, long, other = Role.CANDIDATE, candidate, reference
    document = of(positions.comparison, role)
    pieces = _chopped(document, long)
    found: _Parts = []
    at = other.start
    for number, piece in enumerate(pieces):
        end = other.end
        if number < len(pieces) - 1:
            end = min(max(positions.counterpart(section, role, piece.end), at), other.end)
        counterpart = Span(at, end) if end > at else None
        found.append((piece, counterpart) if role is Role.REFERENCE else (counterpart, piece))
        at = end
    return found


def _inside(spans: tuple[Span, ...], home: Span) -> tuple[Span, ...]:
    low = bisect_left(spans, home.start, key=lambda span: span.start)
    high = bisect_left(spans, home.end, key=lambda span: span.start)
    return spans[low:high]


def _far_apart(starts: list[int], span: Span) -> list[int]:
    cuts: list[int] = []
    for start in starts:
        if start - (cuts[-1] if cuts else span.start) >= PART and span.end - start >= PART // 2:
            cuts.append(start)
    return cuts


def _between(cuts: list[int], span: Span) -> list[Span]:
    edges = [span.start, *cuts, span.end]
    return [Span(a, b) for a, b in pairwise(edges) if b > a]
