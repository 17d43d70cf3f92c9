"""The differences of a comparison: their order, their marks in the text, and what is said of them.

The texts are plain, and translated by Qt.
"""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ...compare import Change, ChangeKind, Comparison, Section, SectionKind
from ...documents import Document, Span
from ...settings import SHOWN_KINDS
from .counterparts import ROLES, PositionMap, Role, of
from .reading_rows import ReadingRow, words_in


class Difference(NamedTuple):
    """One stop: a change, or (``change`` is None) a missing, added or moved section as a whole.

    ``row`` is where it stands; for a change in a very long section, where that begins.
    A moved section has two stops: ``role`` says in which document; it is None for all others.
    """

    kind: str
    section: int
    change: int | None
    row: int
    role: Role | None = None


def differences(
    comparison: Comparison,
    rows: Sequence[ReadingRow],
    positions: PositionMap,
    shown: frozenset[str],
) -> list[Difference]:
    """Return the differences of the kinds *shown* from top to bottom.

    The changes inside a moved section are listed once, where it stands in the reference.
    """
    found: list[Difference] = []
    for number, row in enumerate(rows):
        if not row.begins or row.kind is None:
            continue
        kind = row.kind
        if kind is not SectionKind.PAIRED and kind.value in shown:
            found.append(Difference(kind.value, row.section, None, number, row.moved_only))
        if row.facing is not None and "added" in shown and _begins(comparison, row):
            found.append(Difference("added", row.facing, None, number))
        if row.moved_only is Role.CANDIDATE or row.facing is not None:
            continue
        for change in positions.changes_of(row.section):
            what = positions.kinds[change]
            if what in shown:
                found.append(Difference(what, row.section, change, number))
    return found


def _begins(comparison: Comparison, row: ReadingRow) -> bool:
    """Return whether the added section beside a missing one begins in *row*."""
    assert row.facing is not None
    home = comparison.sections[row.facing].candidate
    return home is not None and row.candidate is not None and row.candidate.start == home.start


def stop_beside(count: int, at: int | None, by: int) -> tuple[int, bool]:
    """Return the stop *by* (1 or -1) from *at* among *count*, and whether that wrapped round.

    Raises ValueError where there are no stops.
    """
    if count == 0:
        raise ValueError("nothing to step to")
    if at is None:
        return (0 if by > 0 else count - 1), False
    following = at + by
    return following % count, not 0 <= following < count


# The kinds that can be marked or hidden: those of changes, and moved sections.
KINDS = frozenset(SHOWN_KINDS)


class Mark(NamedTuple):
    """The words of one change in one document; an empty ``span`` is where they would stand."""

    span: Span
    kind: str
    change: int


class Marks:
    """The marks of a comparison, of the kinds in ``shown``, row by row."""

    def __init__(self, positions: PositionMap, shown: frozenset[str]) -> None:
        self._positions = positions
        self.shown = shown

    def of_row(self, row: ReadingRow, role: Role) -> list[Mark]:
        """Return the marks that touch *row* in the document of *role*, in order."""
        return [mark for mark in self._all_of_row(row, role) if mark.kind in self.shown]

    def is_marked(self, row: ReadingRow) -> bool:
        """Return whether a mark touches *row* in either document."""
        shown = self.shown
        return any(mark.kind in shown for role in ROLES for mark in self._all_of_row(row, role))

    def is_equal(self, row: ReadingRow) -> bool:
        """Return whether nothing in *row* differs, not even in a way that is not shown."""
        return not any(True for role in ROLES for _ in self._all_of_row(row, role))

    def _all_of_row(self, row: ReadingRow, role: Role) -> Iterator[Mark]:
        home = of(row, role)
        if row.section < 0 or row.facing is not None or home is None:
            return
        numbers = self._positions.changes_of(row.section)
        if not numbers:
            return
        places = self._positions.places_of(row.section, role)
        kinds = self._positions.kinds
        first = bisect_left(places, home.start, key=lambda span: span.end)
        for number in range(first, len(places)):
            place = places[number]
            if place.start > home.end or (place.start == home.end and place.start < place.end):
                return
            touches = place.end > home.start or (place.start == place.end and row.begins)
            if touches:
                yield Mark(place, kinds[numbers[number]], numbers[number])


_LONGEST_QUOTE, _LONGEST_TIP_LINE = 90, 80
# Qt's lupdate finds the texts only in calls of this name.
translate = QCoreApplication.translate


def gap_text(document: Document, row: ReadingRow, sections_away: int) -> str:
    """Return the text of the gap beside *row*; *document* is the one that has the text.

    *sections_away* is how far below (above, if negative) the other side of a moved row stands.
    """
    span = row.reference or row.candidate
    assert span is not None
    if row.kind is SectionKind.MOVED:
        return moved_text(row, sections_away)
    words = words_in(document, span)
    if document.hides(span):
        return translate("ReadingView", "hidden: %n word(s)", "", words)
    if row.reference is not None:
        if words:
            return translate("ReadingView", "missing: %n word(s)", "", words)
        return translate("ReadingView", "missing: %n character(s)", "", span.end - span.start)
    if words:
        return translate("ReadingView", "added: %n word(s)", "", words)
    return translate("ReadingView", "added: %n character(s)", "", span.end - span.start)


def run_text(role: Role, words: int) -> str:
    """Return the heading above texts of *role* that face others but are no counterparts."""
    if role is Role.REFERENCE:
        return translate("ReadingView", "no counterpart: %n word(s) missing", "", words)
    return translate("ReadingView", "no counterpart: %n word(s) added", "", words)


def moved_text(row: ReadingRow, sections_away: int) -> str:
    """Return where the other side of a moved row stands."""
    if row.reference is not None:
        if sections_away > 0:
            return translate("ReadingView", "moved to ↓ %n section(s) below", "", sections_away)
        return translate("ReadingView", "moved to ↑ %n section(s) above", "", -sections_away)
    if sections_away > 0:
        return translate("ReadingView", "moved here from ↓ %n section(s) below", "", sections_away)
    return translate("ReadingView", "moved here from ↑ %n section(s) above", "", -sections_away)


def fold_text(words: int, equal: bool) -> str:
    """Return the text of a fold's bar; without *equal*, words differ in ways that are not shown."""
    if not equal:
        return translate("ReadingView", "%n word(s) without a shown difference", "", words)
    return translate("ReadingView", "%n equal word(s)", "", words)


def change_text(comparison: Comparison, index: int) -> str:
    """Return one sentence on what change *index* is."""
    change = comparison.changes[index]
    old = _quote(comparison.reference.text, change.reference)
    new = _quote(comparison.candidate.text, change.candidate)
    if change.reference is None or change.candidate is None:
        return _one_sided(comparison, change, old or new)
    if change.kind is ChangeKind.SUBSTITUTION:
        text = translate("ReadingView", "Substitution: {old} became {new}").format(old=old, new=new)
        count = next((e.count for e in comparison.ledger if index in e.changes), 1)
        return text + (
            " · " + translate("ReadingView", "%n time(s) in this pair", "", count)
            if count > 1
            else ""
        )
    if change.kind is ChangeKind.LOOK_ALIKE:
        text = translate(
            "ReadingView", "Look-alike: {old} is written with other characters"
        ).format(old=old)
        odd = _odd_characters(
            change.reference.of(comparison.reference.text),
            change.candidate.of(comparison.candidate.text),
        )
        return text + (": " + odd if odd else "")
    return translate("ReadingView", "Minor: {old} is written {new}").format(old=old, new=new)


def _one_sided(comparison: Comparison, change: Change, quote: str) -> str:
    if comparison.hides(change):
        return hidden_text(comparison, change).format(words=quote)
    if change.reference is not None:
        words = words_in(comparison.reference, change.reference)
        text = translate("ReadingView", "Missing in the candidate (%n word(s)): {words}", "", words)
    else:
        assert change.candidate is not None
        words = words_in(comparison.candidate, change.candidate)
        text = translate("ReadingView", "Added in the candidate (%n word(s)): {words}", "", words)
    if change.kind is ChangeKind.MINOR:
        if change.reference is not None:
            text = translate("ReadingView", "Minor: {words} is missing in the candidate")
        else:
            text = translate("ReadingView", "Minor: {words} is added in the candidate")
    return text.format(words=quote)


def hidden_text(comparison: Comparison, found: Change | Section) -> str:
    """Return one sentence on a change or section that is hidden text; ``{words}`` stands for it."""
    if found.reference is not None:
        words = words_in(comparison.reference, found.reference)
        return translate("ReadingView", "Hidden in the reference (%n word(s)): {words}", "", words)
    assert found.candidate is not None
    words = words_in(comparison.candidate, found.candidate)
    return translate("ReadingView", "Hidden in the candidate (%n word(s)): {words}", "", words)


def section_text(comparison: Comparison, section: int) -> str:
    """Return one sentence on a missing, added or moved section."""
    home = comparison.sections[section]
    if home.kind in (SectionKind.MISSING, SectionKind.ADDED) and comparison.hides(home):
        document = comparison.reference if home.reference else comparison.candidate
        quote = _quote(document.text, home.reference or home.candidate)
        return hidden_text(comparison, home).format(words=quote)
    if home.kind is SectionKind.MISSING and home.reference is not None:
        words = words_in(comparison.reference, home.reference)
        return translate("ReadingView", "Section missing in the candidate (%n word(s))", "", words)
    if home.kind is SectionKind.ADDED and home.candidate is not None:
        words = words_in(comparison.candidate, home.candidate)
        return translate("ReadingView", "Section added in the candidate (%n word(s))", "", words)
    if home.kind is SectionKind.MOVED:
        return translate("ReadingView", "Moved section: it stands elsewhere in the other document")
    return translate("ReadingView", "Section in both documents")


def empty_text(role: Role) -> str:
    """Return the text in the place of an empty document."""
    if role is Role.REFERENCE:
        return translate("ReadingView", "The reference is empty: it has no visible character.")
    return translate("ReadingView", "The candidate is empty: it has no visible character.")


def wrapped_text(forward: bool) -> str:
    """Return the notice that stepping wrapped round."""
    if forward:
        return translate("ReadingView", "That was the last difference; this is the first.")
    return translate("ReadingView", "That was the first difference; this is the last.")


def no_differences_text() -> str:
    """Return the notice that there is nowhere to step to."""
    return translate("ReadingView", "There is no difference to step to.")


def cut_text() -> str:
    """Return the notice that a place cannot be reached, because only a beginning is shown."""
    return translate("ReadingView", "That lies beyond what is shown of this very long text.")


def role_text(role: Role) -> str:
    """Return the translated name of *role*."""
    return (
        translate("ReadingView", "Reference")
        if role is Role.REFERENCE
        else translate("ReadingView", "Candidate")
    )


def as_tooltip(text: str) -> str:
    """Return *text* so that Qt's tooltip shows it literally, whatever it contains."""
    short = all(len(line) <= _LONGEST_TIP_LINE for line in text.split("\n"))
    return f"<p style='white-space:{'pre' if short else 'pre-wrap'}'>{html.escape(text)}</p>"


def _quote(text: str, span: Span | None) -> str:
    if span is None:
        return ""
    words = " ".join(text[span.start : min(span.end, span.start + _LONGEST_QUOTE)].split())
    return f"“{words}…”" if span.end - span.start > _LONGEST_QUOTE else f"“{words}”"


def _odd_characters(reference: str, candidate: str) -> str:
    """Name up to three characters that only the candidate has."""
    odd = [c for c in dict.fromkeys(candidate) if c not in reference] or [
        c for c in dict.fromkeys(reference) if c not in candidate
    ]
    names = [f"{unicodedata.name(c, 'unnamed').lower()} (U+{ord(c):04X})" for c in odd[:3]]
    return ", ".join(names) + (" …" if len(odd) > 3 else "")
