"""Where the overview strip draws what, in shares of the whole height."""

from __future__ import annotations

from collections.abc import Iterator

from ...compare import SectionKind
from .marks import Marks
from .overview import Stretch
from .page import Page
from .roles import ROLES, of


def stretches(page: Page, marks: Marks) -> Iterator[Stretch | None]:
    """Yield the stretches row by row, and None after each row, where one may pause."""
    total = max(page.heights.total, 1)
    top = 0
    for number, row in enumerate(page.rows):
        height = page.heights[number]
        fold = page.fold_at(number)
        if height and fold is None:
            text_top = top + page.space_above(number)
            for role in ROLES:
                span = of(row, role)
                if span is None:
                    continue
                kind = row.kind_of(role)
                if kind not in (None, SectionKind.PAIRED) and kind.value in marks.shown:
                    yield Stretch(role, kind.value, text_top / total, (top + height) / total)
                room = (top + height - text_top) / max(span.end - span.start, 1)
                for mark in marks.of_row(row, role):
                    start = text_top + (max(mark.span.start, span.start) - span.start) * room
                    end = text_top + (min(mark.span.end, span.end) - span.start) * room
                    if mark.span.start < mark.span.end:
                        yield Stretch(role, mark.kind, start / total, end / total)
        top += height
        yield None
