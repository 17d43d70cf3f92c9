"""Marks and stops of a comparison: of which kind, in which row, in which order; and folds."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Comparison, SectionKind
from gui.documents import Span
from gui.widgets.reading import differences as differences_module
from gui.widgets.reading.counterparts import ROLES, PositionMap, Role
from gui.widgets.reading.differences import (
    KINDS,
    Mark,
    Marks,
    change_text,
    differences,
    fold_text,
    stop_beside,
)
from gui.widgets.reading.reading_rows import (
    ReadingRow,
    comparison_rows,
    words_in,
)
from gui.widgets.reading.view import equal_stretches

from .conftest import compared


def test_counterparts_of_equal_words_are_equal_words(pair: Comparison) -> None:
    positions = PositionMap(pair)
    changed = [c.reference for c in pair.changes if c.reference is not None]
    for number, section in enumerate(pair.sections):
        if section.reference is None or section.candidate is None:
            continue
        for token in pair.reference.tokens:
            if not section.reference.start <= token.start < section.reference.end:
                continue
            if any(c.start <= token.start < c.end for c in changed):
                continue
            at = positions.counterpart(number, Role.REFERENCE, token.start)
            word = token.of(pair.reference.text)
            assert pair.candidate.text[at:].startswith(word)
            assert positions.counterpart(number, Role.CANDIDATE, at) == token.start
            assert positions.level(number, Role.REFERENCE, token.start) == at


def test_the_place_of_missing_words_is_between_their_neighbours() -> None:
    comparison = compared("He paid nine silver coins for it.", "He paid nine coins for it.")
    (change,) = comparison.changes
    assert change.candidate is None
    place = PositionMap(comparison).place(0, Role.CANDIDATE)
    assert comparison.candidate.text[: place.start] == "He paid nine"
    assert place.start == place.end
    assert PositionMap(comparison).place(0, Role.REFERENCE) == change.reference


def test_every_kind_of_change_can_be_shown_and_so_can_moved_sections() -> None:
    assert {kind.value for kind in ChangeKind} | {SectionKind.MOVED.value} == KINDS


def test_marks_are_of_the_kinds_that_are_shown(pair: Comparison) -> None:
    positions = PositionMap(pair)
    rows = comparison_rows(pair, positions)
    everything = Marks(positions, KINDS)
    found = {mark.change for row in rows for role in ROLES for mark in everything.of_row(row, role)}
    assert found == set(range(len(pair.changes)))
    only = Marks(positions, frozenset({"added"}))
    assert {m.kind for row in rows for role in ROLES for m in only.of_row(row, role)} == {"added"}


def test_a_mark_belongs_to_the_row_that_its_words_stand_in(pair: Comparison) -> None:
    change = next(c for c in pair.changes if c.reference is not None)
    assert change.reference is not None
    start, end = change.reference
    marks = Marks(PositionMap(pair), KINDS)

    def changes_between(first: int, last: int) -> list[int]:
        row = ReadingRow(change.section, SectionKind.PAIRED, Span(first, last), None, begins=False)
        return [mark.change for mark in marks.of_row(row, Role.REFERENCE)]

    number = pair.changes.index(change)
    assert number in changes_between(start, end)
    assert number in changes_between(end - 1, end + 3)
    assert number not in changes_between(end, end + 3)
    assert number not in changes_between(start - 3, start)


def test_differences_reach_every_change_once_and_every_section(pair: Comparison) -> None:
    positions = PositionMap(pair)
    rows = comparison_rows(pair, positions)
    found = differences(pair, rows, positions, KINDS)
    changes = [d.change for d in found if d.change is not None]
    assert sorted(changes) == list(range(len(pair.changes)))
    sections = {d.section for d in found if d.change is None}
    assert sections == {n for n, s in enumerate(pair.sections) if s.kind is not SectionKind.PAIRED}
    assert [d.row for d in found] == sorted(d.row for d in found)
    assert {d.kind for d in differences(pair, rows, positions, frozenset({"moved"}))} == {"moved"}


def test_steps_wrap_round() -> None:
    assert stop_beside(3, None, 1) == (0, False)
    assert stop_beside(3, None, -1) == (2, False)
    assert stop_beside(3, 2, 1) == (0, True)
    assert stop_beside(3, 0, -1) == (2, True)
    with pytest.raises(ValueError, match="nothing"):
        stop_beside(0, None, 1)


def test_long_equal_stretches_fold_and_short_ones_do_not() -> None:
    same = "Every word of this stays as it is written here. " * 4
    comparison = compared(
        f"A dog barked.\n\n{same}\n\n{same}again\n\nIt rained.\n\nShort.",
        f"A cat barked.\n\n{same}\n\n{same}again\n\nIt snowed.\n\nShort.",
    )
    positions = PositionMap(comparison)
    rows = comparison_rows(comparison, positions)
    folds = equal_stretches(
        rows,
        Marks(positions, KINDS),
        lambda row: words_in(comparison.reference, row.reference) if row.reference else 0,
    )
    (fold,) = folds
    assert (fold.first, fold.last, fold.words, fold.equal) == (1, 2, 81, True)


def test_one_mark_tells_that_a_row_is_not_to_be_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a long text is spun all the marks of all rows took a tenth of a second."""
    words = [f"word{number}" for number in range(600)]
    other = [f"re{word}" if number % 3 == 0 else word for number, word in enumerate(words)]
    comparison = compared(" ".join(words), " ".join(other))
    positions = PositionMap(comparison)
    made = []

    def counted(*values: object) -> Mark:
        made.append(values)
        return Mark(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(differences_module, "Mark", counted)
    marks = Marks(positions, KINDS)
    rows = comparison_rows(comparison, positions)
    assert not equal_stretches(rows, marks, lambda row: 1_000)
    assert len(made) <= len(rows)
    assert sum(len(marks.of_row(row, Role.REFERENCE)) for row in rows) == len(comparison.changes)
    assert len(comparison.changes) >= 190


def test_a_fold_over_hidden_differences_does_not_call_its_words_equal() -> None:
    same = "Every word of this stays as it is written here. " * 8
    comparison = compared(f"A dog barked.\n\n{same}", f"A cat barked.\n\n{same}")
    positions = PositionMap(comparison)
    (fold,) = equal_stretches(
        comparison_rows(comparison, positions),
        Marks(positions, frozenset()),
        lambda row: words_in(comparison.reference, row.reference) if row.reference else 0,
    )
    assert (fold.first, fold.last, fold.equal) == (0, 1, False)
    assert fold_text(fold.words, fold.equal) != fold_text(fold.words, True)


@pytest.mark.parametrize(("words", "folds"), [(59, 0), (60, 1)])
def test_sixty_equal_words_are_folded(words: int, folds: int) -> None:
    """Fewer are read faster than the bar that stands in their place is understood."""
    same = " ".join(["boat"] * words)
    comparison = compared(f"A dog barked.\n\n{same}", f"A cat barked.\n\n{same}")
    positions = PositionMap(comparison)
    found = equal_stretches(
        comparison_rows(comparison, positions),
        Marks(positions, KINDS),
        lambda row: words_in(comparison.reference, row.reference) if row.reference else 0,
    )
    assert len(found) == folds


@pytest.mark.parametrize(("letters", "is_whole"), [(90, True), (91, False)])
@pytest.mark.usefixtures("qapp")
def test_90_characters_of_a_difference_are_quoted(letters: int, is_whole: bool) -> None:
    word = "x" * letters
    comparison = compared(f"He paid {word} coins for it today.", "He paid coins for it today.")
    quote = f"“{word}”" if is_whole else f"“{word[:90]}…”"
    assert change_text(comparison, 0).endswith(quote)
