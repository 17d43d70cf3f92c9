"""The rows of documents and comparisons: long ones cut, runs facing each other, not too many."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from gui.compare import Comparison, SectionKind
from gui.documents import Document, Span, read_text
from gui.widgets.reading import ReadingView, reading_rows
from gui.widgets.reading.counterparts import ROLES, PositionMap, Role, of
from gui.widgets.reading.differences import KINDS, differences
from gui.widgets.reading.reading_rows import (
    LONGEST,
    LONGEST_PART,
    MOST_ROWS,
    comparison_rows,
    document_rows,
    words_in,
)
from tests.widgets.widget_helpers import heard

from .conftest import compared
from .written_comparisons import written


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


def facing_pair(words: int) -> Comparison:
    """Two missing and three added sections of so many words each, at one place."""
    missing = [("missing", f"{name} " + "lost " * (words - 1)) for name in ("one", "two")]
    added = [("added", f"{name} " + "new " * (words - 1)) for name in ("ein", "zwei", "drei")]
    return written([("paired", "Top"), *missing, *added, ("paired", "End")], [0, 3, 4, 5, 6])


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
def test_what_is_cut_is_said_and_neither_found_nor_stepped_to(view: ReadingView) -> None:
    pair = compared(many_sections(100), many_sections(100).replace("line number 9", "row number 9"))
    view.show_comparison(pair)
    assert 0.3 < view.shown_share < 0.5
    assert view.finder.find("line") == 40 + 39
    assert len(view.stepper.all) == 1
    notices = heard(view.notice)
    view.go_to_change(len(pair.changes) - 1)
    assert "beyond what is shown" in notices[-1]
    view.show_comparison(compared("One line.", "One line."))
    assert view.shown_share == 1
    assert view.finder.find("line") == 2


SENTENCE = "Boats came in and went out again all day while it rained on. "


@pytest.mark.parametrize(("characters", "rows"), [(12_000, 1), (12_001, 6)])
def test_a_paragraph_of_12_000_characters_is_one_row(characters: int, rows: int) -> None:
    """A longer one is cut into rows of 2,000, the last of which may be longer."""
    text = SENTENCE * 200
    document = read_text(text[: characters - 1] + ".", name="a.txt")
    found = document_rows(document, document)
    assert len(found) == rows
    starts = [row.reference.start for row in found if row.reference is not None]
    lengths = [b - a for a, b in pairwise(starts)]
    assert all(2_000 <= length < 2_000 + len(SENTENCE) for length in lengths)


@pytest.mark.parametrize("sections", [3_000, 3_001])
def test_four_thousand_sections_are_rows(sections: int) -> None:
    document = read_text("Boats.\n\n" * sections, name="a.txt")
    assert len(document.sections) == sections
    assert len(document_rows(document, document)) == 3_000


def test_the_words_of_a_run_of_rows_are_counted_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the thousands of missing sections of a long pair each was looked for by itself."""
    lines = "\n\n".join(f"word{number} twice" for number in range(200))
    comparison = compared(lines, "Nothing of it. " * 30)
    counted: list[Span] = []

    def words(document: Document, span: Span) -> int:
        counted.append(span)
        return words_in(document, span)

    monkeypatch.setattr(reading_rows, "words_in", words)
    rows = comparison_rows(comparison, PositionMap(comparison))
    assert [row.heading for row in rows if row.heading] == [(400, 90)]
    assert len(counted) <= 2
