"""Steps of a section become changes, wherever a passage was taken out of it."""

from __future__ import annotations

from gui.compare.comparison import ChangeKind, Options
from gui.compare.modelling.steps import DROPPED, Step
from gui.compare.telling.section_changes import proposed_changes
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text


def test_what_was_dropped_on_both_sides_of_a_passage_that_moved_is_one_change() -> None:
    sides = number_tokens(read_text("It rained all day"), read_text("Nobody came to the fair"))
    steps = [Step(DROPPED, 0, 2, 0, 0), Step(DROPPED, 2, 4, 3, 3)]
    (change,) = proposed_changes(steps, sides, Options())
    assert change == (ChangeKind.MISSING, (0, 4), (0, 0))
