"""How the sections of a comparison stand beside each other on paper or screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..compare import Comparison, Section, SectionKind
from ..documents import Span


class Row(NamedTuple):
    """One line of the picture: what stands left and right of each other.

    ``section`` is an index into ``Comparison.sections``. A side that is None is a gap. A
    moved section has two rows: one where it stands in the reference (its candidate side is a
    gap) and one where it stands in the candidate; ``twin`` is the index of the other row.
    """

    section: int
    kind: SectionKind
    reference: Span | None
    candidate: Span | None
    twin: int | None = None


def rows(comparison: Comparison, most: int | None = None) -> tuple[Row, ...]:
    """Return the rows of *comparison*; read down, either side gives its document in order.

    Between two paired sections what is missing comes before what is added. Where at most *most*
    sections are wanted they are the first ones of both documents.
    """
    sections = comparison.sections
    numbered = list(enumerate(sections)) if most is None else _first(sections, most)
    found = _lines(numbered)
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
    """Return at most *most* of *sections* with their numbers: the first ones of either document."""
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


def _lines(sections: Sequence[tuple[int, Section]]) -> list[tuple[int, bool, bool]]:
    """Return, line by line, a section and whether its reference and its candidate stand there."""
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
