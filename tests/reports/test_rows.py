"""A paragraph that the comparison cut is known to go on, wherever the cut is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gui.compare import Comparison, Options, Section, SectionKind, Similarity
from gui.documents import read_text
from gui.reports.marked import Continuation, MarkedComparison, continuations, facing_rows, rows
from tests.reports.sample_comparisons import cut, moved_in_a_paragraph, split_in_the_candidate


def edges(comparison: Comparison) -> list[Continuation]:
    return continuations(comparison, ((row.reference, row.candidate) for row in rows(comparison)))


def test_only_the_side_that_has_one_paragraph_goes_on() -> None:
    found = edges(split_in_the_candidate())
    assert found == [(None, None), (False, False), (True, False)]
    assert not any(edge.joins for edge in found)


def test_a_paragraph_goes_on_across_the_gap_of_a_sentence_that_moved() -> None:
    found = edges(moved_in_a_paragraph())
    assert found == [(None, None), (None, True), (True, True), (True, True)]
    assert [edge.joins for edge in found] == [False, True, True, True]


def test_a_paragraph_that_is_missing_inside_another_is_one_of_its_own() -> None:
    comparison = cut(
        "It rained.\n\nAnn slept.\n\nThe boat came in.",
        "It rained. The boat came in.",
        (
            ("paired", "It rained.", "It rained."),
            ("missing", "Ann slept.", None),
            ("paired", "The boat came in.", "The boat came in."),
        ),
    )
    assert edges(comparison) == [(None, None), (False, True), (False, True)]


@pytest.mark.parametrize(("words", "lines"), [(60, 1), (59, 2)])
def test_60_words_without_a_counterpart_on_both_sides_face_each_other(
    words: int, lines: int
) -> None:
    texts = " ".join(["boat"] * words), " ".join(["tram"] * 60)
    comparison = cut(*texts, (("missing", texts[0], None), ("added", None, texts[1])))
    assert len(facing_rows(MarkedComparison(comparison))) == lines


def long_pair(missing: int, added: int) -> Comparison:
    """Two texts of so many paragraphs that have nothing in common."""
    reference = read_text("\n\n".join(f"Boat {number} left." for number in range(missing)))
    candidate = read_text("\n\n".join(f"A tram stops at {number}." for number in range(added)))
    sections = (
        *(Section(SectionKind.MISSING, span, None) for span in reference.sections),
        *(Section(SectionKind.ADDED, None, span) for span in candidate.sections),
    )
    none = Similarity(0.0, 0.0, 0.0, 0.0)
    return Comparison(reference, candidate, Options(), sections, (), (), none)


@pytest.mark.parametrize(("missing", "added"), [(0, 40), (40, 0), (30, 4), (4, 30), (40, 40)])
def test_the_rows_of_a_long_pair_are_the_first_ones_of_both_documents(
    missing: int, added: int
) -> None:
    comparison = long_pair(missing, added)
    whole = rows(comparison)
    last = [row for row in whole if row.reference is None][:10]
    first = [row for row in whole if row.reference is not None][: 20 - len(last)]
    assert rows(comparison, 20) == (*first, *last)


def test_of_a_very_long_pair_only_the_sections_that_are_drawn_are_looked_at() -> None:
    looked: list[Any] = []

    class Watched(tuple[Section, ...]):
        def __getitem__(self, index: Any) -> Any:
            looked.append(index)
            return super().__getitem__(index)

        def __iter__(self) -> Iterator[Section]:
            for section in super().__iter__():
                looked.append(section)
                yield section

    comparison = long_pair(300, 300)
    watched = replace(comparison, sections=Watched(comparison.sections))
    assert sum(watched.is_added) == 300
    looked.clear()
    assert rows(watched, 10) == rows(comparison, 10)
    assert len(looked) < 50
