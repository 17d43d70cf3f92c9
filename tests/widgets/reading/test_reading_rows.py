""""""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from gui.compare import Comparison, SectionKind
from gui.documents import Span, read_text
from gui.widgets.reading import ReadingView, reading_rows
from gui.widgets.reading.counterparts import ROLES, PositionMap, Role, of
from gui.widgets.reading.differences import KINDS, Marks, differences, fold_text, stop_beside
from gui.widgets.reading.reading_rows import (
    LONGEST,
    LONGEST_PART,
    MOST_ROWS,
    ReadingRow,
    comparison_rows,
    document_rows,
    words_in,
)
from gui.widgets.reading.view import equal_stretches

from .conftest import compared
from .view_helpers import heard
from .written_comparisons import made


def long_pair(sentences: int, stops: bool) -> Comparison:
    """One paragraph of many sentences, every twentieth word another in the candidate."""
    chance = random.Random(5)
    words = [f"w{chance.randrange(3000)}" for _ in range(sentences * 12)]
    others = [w if n % 20 else f"x{n}" for n, w in enumerate(words)]

    def text(of_words: list[str]) -> str:
        lines = [" ".join(of_words[n : n + 12]) for n in range(0, len(of_words), 12)]
        return ". ".join(line.capitalize() for line in lines) if stops else " ".join(lines)

    return compared(text(words), text(others))


def test_rows_of_two_documents_pair_section_by_section() -> None:
    rows = document_rows(read_text("One.\n\nTwo."), read_text("Eins."))
    assert [(row.reference, row.candidate) for row in rows] == [((0, 4), (0, 5)), ((6, 10), None)]
    assert all(row.kind is None for row in rows)


@pytest.mark.parametrize("stops", [True, False])
def test_a_long_paragraph_is_cut_level_and_whole(stops: bool) -> None:
    comparison = long_pair(400, stops)
    positions = PositionMap(comparison)
    rows = comparison_rows(comparison, positions)
    assert len(rows) > 5
    for role in ROLES:
        spans = [span for row in rows if (span := of(row, role)) is not None]
        whole = of(comparison.sections[0], role)
        assert whole is not None
        assert spans[0].start == whole.start
        assert spans[-1].end == whole.end
        assert all(a.end == b.start for a, b in pairwise(spans))
        assert all(span.end - span.start <= LONGEST_PART + 10 for span in spans)
    if stops:
        for row in rows[1:]:
            assert row.reference is not None
            assert row.candidate is not None
            assert comparison.reference.text[row.reference.start].isupper()
            assert positions.level(0, Role.REFERENCE, row.reference.start) == row.candidate.start
    assert [row.begins for row in rows] == [True] + [False] * (len(rows) - 1)


def test_a_megabyte_without_a_space_is_cut() -> None:
    document = read_text("abcdefghij" * 100_000)
    rows = document_rows(document, read_text("short"))
    assert all(
        row.reference is not None and row.reference.end - row.reference.start <= LONGEST_PART
        for row in rows
    )
    assert sum(row.candidate is not None for row in rows) == 1
    assert LONGEST > LONGEST_PART


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


def test_marks_are_of_the_kinds_that_are_shown(pair: Comparison) -> None:
    positions = PositionMap(pair)
    rows = comparison_rows(pair, positions)
    everything = Marks(pair, positions, KINDS)
    found = {mark.change for row in rows for role in ROLES for mark in everything.of_row(row, role)}
    assert found == set(range(len(pair.changes)))
    only = Marks(pair, positions, frozenset({"added"}))
    assert {m.kind for row in rows for role in ROLES for m in only.of_row(row, role)} == {"added"}


def test_a_mark_belongs_to_the_row_that_its_words_stand_in(pair: Comparison) -> None:
    change = next(c for c in pair.changes if c.reference is not None)
    assert change.reference is not None
    start, end = change.reference
    marks = Marks(pair, PositionMap(pair), KINDS)

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
        Marks(comparison, positions, KINDS),
        lambda row: words_in(comparison.reference, row.reference) if row.reference else 0,
    )
    (fold,) = folds
    assert (fold.first, fold.last, fold.words, fold.equal) == (1, 2, 81, True)


def test_a_fold_over_hidden_differences_does_not_call_its_words_equal() -> None:
    same = "Every word of this stays as it is written here. " * 8
    comparison = compared(f"A dog barked.\n\n{same}", f"A cat barked.\n\n{same}")
    positions = PositionMap(comparison)
    (fold,) = equal_stretches(
        comparison_rows(comparison, positions),
        Marks(comparison, positions, frozenset()),
        lambda row: words_in(comparison.reference, row.reference) if row.reference else 0,
    )
    assert (fold.first, fold.last, fold.equal) == (0, 1, False)
    assert fold_text(fold.words, fold.equal) != fold_text(fold.words, True)


def facing_pair(words: int) -> Comparison:
    """Two missing and three added sections of so many words each, at one place."""
    missing = [("missing", f"{name} " + "lost " * (words - 1)) for name in ("one", "two")]
    added = [("added", f"{name} " + "new " * (words - 1)) for name in ("ein", "zwei", "drei")]
    return made([("paired", "Top"), *missing, *added, ("paired", "End")], [0, 3, 4, 5, 6])


def test_long_runs_without_counterparts_face_each_other() -> None:
    pair = facing_pair(40)
    positions = PositionMap(pair)
    rows = comparison_rows(pair, positions)
    assert [(row.section, row.facing) for row in rows] == [
        (0, None),
        (1, 3),
        (2, 4),
        (5, None),
        (6, None),
    ]
    assert [row.heading for row in rows] == [None, (80, 120), None, None, None]
    face = rows[1]
    assert face.kind_of(Role.REFERENCE) is SectionKind.MISSING
    assert face.kind_of(Role.CANDIDATE) is SectionKind.ADDED
    assert face.section_of(Role.CANDIDATE) == 3
    found = differences(pair, rows, positions, KINDS)
    assert sorted(d.section for d in found) == [1, 2, 3, 4, 5]
    assert [d.row for d in found] == sorted(d.row for d in found)


def test_short_runs_keep_their_gaps() -> None:
    pair = facing_pair(4)
    rows = comparison_rows(pair, PositionMap(pair))
    assert len(rows) == len(pair.sections)
    assert all(row.facing is None for row in rows)


def test_moved_rows_know_each_other(pair: Comparison) -> None:
    rows = comparison_rows(pair, PositionMap(pair))
    moved = [n for n, row in enumerate(rows) if row.kind is SectionKind.MOVED]
    assert len(moved) == 2
    assert rows[moved[0]].counterpart == moved[1]
    assert rows[moved[1]].counterpart == moved[0]


def many_sections(count: int, changed: bool = True) -> str:
    return "\n\n".join(f"{'New' if changed else 'Old'} line number {n} ends." for n in range(count))


@pytest.fixture
def short_view(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_rows, "MOST_ROWS", 40)


@pytest.mark.usefixtures("short_view")
@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (many_sections(100), many_sections(100)),
        (many_sections(100), many_sections(100, changed=False)),
        (many_sections(100), "Nothing of it."),
        ("Nothing of it.", many_sections(100)),
        ("word " * 40_000, "word " * 40_000),
        ("\n\n".join(["word " * 4_000] * 9), "Nothing of it."),
    ],
)
def test_of_very_many_sections_the_first_of_both_texts_become_rows(
    reference: str, candidate: str
) -> None:
    pair = compared(reference, candidate)
    for found in (
        document_rows(pair.reference, pair.candidate),
        comparison_rows(pair, PositionMap(pair)),
    ):
        assert 20 <= len(found) <= 40
        for role in ROLES:
            spans = [span for row in found if (span := of(row, role)) is not None]
            assert spans == sorted(spans)
            if spans:
                assert spans[0].start == of(pair, role).sections[0].start


def test_all_sections_are_rows_where_they_are_not_too_many() -> None:
    text = many_sections(MOST_ROWS)
    assert len(document_rows(read_text(text), read_text(text))) == MOST_ROWS
    assert len(document_rows(read_text(text + "\n\nMore."), read_text(text))) == MOST_ROWS


@pytest.mark.usefixtures("short_view")
def test_what_is_cut_is_told_and_neither_found_nor_stepped_to(view: ReadingView) -> None:
    pair = compared(many_sections(100), many_sections(100).replace("line number 9", "row number 9"))
    view.show_comparison(pair)
    assert 0.3 < view.shown_share < 0.5
    assert view.find("line") == 40 + 39
    assert len(view.stepper.all) == 1
    notices = heard(view.notice)
    view.go_to_change(len(pair.changes) - 1)
    assert "behind what is shown" in notices[-1]
    view.show_comparison(compared("One line.", "One line."))
    assert view.shown_share == 1
    assert view.find("line") == 2
