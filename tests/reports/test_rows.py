"""A paragraph that the comparison cut is known to go on, wherever the cut is."""

from __future__ import annotations

import pytest

from gui.compare import Comparison
from gui.reports.marked import Continuation, Marked, continuations, facing_rows, rows
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
    assert len(facing_rows(Marked(comparison))) == lines
