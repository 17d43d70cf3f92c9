"""Which rows are ratings, and of whom."""

from __future__ import annotations

from gui.agreement.ratings import Doubled, Ratings, Repeat, doubled

from .rating_rows import row


def test_a_flag_without_a_label_is_no_rating_nor_is_one_that_is_left_out() -> None:
    rows = [row("a", "Ann", None), row("a", "Ben", "copy"), row("b", "Ben", "unusable")]
    found = Ratings(rows, without=["unusable"])
    assert (found.pairs, found.annotators, found.labels) == (["a"], ["Ben"], ["copy"])


def test_of_two_labels_of_one_annotator_the_later_counts_whatever_file_comes_first() -> None:
    early, late = row("a", "Ann", "copy", 1), row("a", "Ann", "original", 2)
    for rows in ([early, late], [late, early]):
        found = Ratings(rows)
        assert found.rows["a", "Ann"].label == "original"
        assert found.overruled == 1


def test_a_row_that_stands_in_two_files_is_one() -> None:
    found = Ratings([row("a", "Ann", "copy", 1), row("a", "Ann", "copy", 2)])
    assert (len(found), found.overruled) == (1, 0)


def test_pairs_of_the_list_come_first_also_those_that_nobody_labelled() -> None:
    found = Ratings([row("z", "Ann", "copy"), row("b", "Ann", "copy")], pairs=["c", "b"])
    assert found.pairs == ["c", "b", "z"]
    assert list(found.of_pairs()) == ["b", "z"]


def test_a_pair_that_came_again_is_compared_with_what_the_same_annotator_said_first() -> None:
    rows = [row("a", "Ann", "copy"), row("a~2", "Ann", "original"), row("a~2", "Ben", "copy")]
    first, repeats = Ratings([*rows, row("b~2", "Ann", "copy")]).without_repeats()
    assert repeats == [Repeat("a", "Ann", "copy", "original")]
    # No pair b is there: its id ends in ~2 because somebody called it so.
    assert first.pairs == ["a", "b~2"]


def test_two_people_with_one_name_are_told_of() -> None:
    first = [row("a", "user", "copy"), row("b", "user", "copy"), row("c", "Ann", "copy")]
    second = [row("a", "user", "original"), row("b", "user", "copy"), row("c", "Ann", "copy")]
    assert doubled([first, second]) == [Doubled("user", 1)]
    assert doubled([first, first]) == []
