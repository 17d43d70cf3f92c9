"""How the sections of a comparison stand beside each other, and where paragraphs continue.

A row is one line of a page or screen. The comparison may cut a paragraph between two rows: it is
shown as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..compare import Comparison, Section, SectionKind
from ..documents import Span
from ..documents.line_ends import Paragraphs


class Row(NamedTuple):
    """A section of the reference beside its counterpart, or beside a gap.

    ``section`` is an index into ``Comparison.sections``. A side that is None is a gap. A
    moved section has two rows: one at its place in the reference, with a gap opposite, and one
    at its place in the candidate; ``twin`` is the index of the other row.
    """

    section: int
    kind: SectionKind
    reference: Span | None
    candidate: Span | None
    twin: int | None = None


def rows(comparison: Comparison, most: int | None = None) -> tuple[Row, ...]:
    """Return the rows of *comparison*; from top to bottom, each side is its document in order.

    Between two paired sections, missing ones come before added ones. If *most* is given, at most
    that many sections are used: the first ones of both documents.
    """
    sections = comparison.sections
    numbered = list(enumerate(sections)) if most is None else _first(sections, most)
    found = _row_places(numbered)
    moved = SectionKind.MOVED
    places: dict[int, int] = {}  # moved section: its first row
    twins: dict[int, int] = {}
    for number, (index, _, _) in enumerate(found):
        if sections[index].kind is moved:
            first = places.setdefault(index, number)
            if first != number:
                twins[first], twins[number] = number, first
    result = []
    for number, (index, left, right) in enumerate(found):
        section = sections[index]
        result.append(
            Row(
                index,
                section.kind,
                section.reference if left else None,
                section.candidate if right else None,
                twins.get(number),
            )
        )
    return tuple(result)


def _first(sections: Sequence[Section], most: int) -> list[tuple[int, Section]]:
    """Return at most *most* of *sections* with their indices: the first ones of each document."""
    added = min(sum(section.reference is None for section in sections), most // 2)
    others = most - added
    found = []
    for number, section in enumerate(sections):
        if section.reference is None and added:
            added -= 1
            found.append((number, section))
        elif section.reference is not None and others:
            others -= 1
            found.append((number, section))
        elif not added and not others:
            break
    return found


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
