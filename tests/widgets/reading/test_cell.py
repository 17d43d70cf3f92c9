"""One span of a document laid out as lines: positions, directions, seams."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from gui.documents import Span
from gui.widgets.reading.cell import PIECE, Cell, Typography, typography


@pytest.fixture
def face(qapp: QApplication, test_font: str) -> Typography:
    return typography("sans", 100, (test_font,))


def test_prose_is_set_to_be_read(face: Typography, qapp: QApplication) -> None:
    """Larger than labels, with space between the lines, and in lines that the eye finds back."""
    label = max(qapp.font().pointSizeF(), 8.0)
    assert 1.2 < face.font.pointSizeF() / label < 1.5
    assert 1.4 < face.line / QFontInfo(face.font).pixelSize() < 1.7
    assert 65 < face.measure / face.character < 85


def cell_of(text: str, face: Typography, width: int = 300) -> Cell:
    return Cell(text, Span(0, len(text)), width, face)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        st.sampled_from("abc de fgh ij\nklm😀é\u0301שלום\u200b-., "), min_size=1, max_size=400
    ),
    width=st.integers(12, 500),
)
def test_lines_cover_the_text_and_positions_come_back(
    text: str, width: int, face: Typography
) -> None:
    cell = cell_of(text, face, width)
    assert cell.lines[0].start == 0
    assert cell.lines[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(cell.lines))
    assert all(a.top + a.height == b.top for a, b in pairwise(cell.lines))
    assert cell.height == cell.lines[-1].top + cell.lines[-1].height
    for offset in range(len(text) + 1):
        box = cell.caret(offset)
        assert -1 <= box.left() <= width + 1
        found = cell.offset_at(box.center().x(), round(box.center().y()))
        assert cell.lines[cell.line_number_of(found)].top == round(box.top())
    for box in cell.rectangles(Span(0, len(text))):
        assert box.right() <= width + 0.5
        assert box.left() >= -0.5


def test_a_seam_between_pieces_is_not_seen(face: Typography) -> None:
    words = "counterparts stand beside each other " * 200
    whole = cell_of(words, face, 400)
    assert len(words) > 3 * PIECE
    assert all(words[line.end - 1] == " " for line in whole.lines)
    # Each line but the last is full: it would not have held the next word.
    assert min(line.end - line.start for line in whole.lines[:-1]) > 30


def test_right_to_left_text_stands_at_the_right(face: Typography) -> None:
    cell = cell_of("שלום עולם", face, 400)
    assert cell.right_to_left
    (box,) = cell.rectangles(Span(0, 4))
    assert box.right() == pytest.approx(400, abs=1)
    (last,) = cell.rectangles(Span(5, 9))
    assert last.right() <= box.left()


def test_a_word_in_a_bidirectional_line_is_marked_where_it_is_drawn(face: Typography) -> None:
    text = "abc שלום def"
    cell = cell_of(text, face, 400)
    (box,) = cell.rectangles(Span(4, 8))
    before = cell.rectangles(Span(0, 3))[0]
    behind = cell.rectangles(Span(9, 12))[0]
    assert before.right() <= box.left() < box.right() <= behind.left()


def test_a_number_in_a_right_to_left_line_has_a_box(face: Typography) -> None:
    text = "שלום 7 עולם"
    cell = cell_of(text, face, 400)
    (box,) = cell.rectangles(Span(5, 6))
    (before,) = cell.rectangles(Span(0, 4))
    (behind,) = cell.rectangles(Span(7, 11))
    assert behind.right() < box.left() < box.right() < before.left()
    (whole,) = cell.rectangles(Span(0, len(text)))
    assert (whole.left(), whole.right()) == pytest.approx((behind.left(), before.right()), abs=0.1)


def test_character_under_a_pixel(face: Typography) -> None:
    text = "plain words"
    cell = cell_of(text, face, 400)
    (box,) = cell.rectangles(Span(6, 7))
    assert cell.character_at(box.center().x(), 5) == 6
    assert cell.character_at(399, 5) is None
    assert cell.character_at(5, cell.height + 3) is None


@pytest.mark.parametrize(
    "text",
    ["x" * 30_000, "a" + "\u0301" * 5_000, "\ud800\udfff" * 50, "\x00\x01", "\u2028\u2029", "\t\t"],
)
def test_traps_are_laid_out(text: str, face: Typography) -> None:
    cell = cell_of(text, face, 350)
    assert cell.lines[-1].end == len(text)
    assert cell.height > 0


def test_steps_go_over_whole_characters(face: Typography) -> None:
    text = "a😀e\u0301z"
    cell = cell_of(text, face)
    stops = [0]
    while stops[-1] < len(text):
        stops.append(cell.next_place(stops[-1], 1, by_word=False))
    assert stops == [0, 1, 2, 4, 5]
    assert cell.next_place(5, -1, by_word=False) == 4
