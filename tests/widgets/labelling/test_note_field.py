"""The field of a note: what is kept, when, and where its keys lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.widgets.controls.qt_text import exact_text
from gui.widgets.labelling.note_field import SPACING, NoteField
from tests.review.waiting import wait_until


@pytest.fixture
def field(qapp: QApplication, show: Callable[[QWidget], None]) -> NoteField:
    field = NoteField()
    show(field)
    return field


@pytest.fixture
def heard(field: NoteField) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    field.note_changed.connect(lambda note, pair: heard.append((note, pair)))
    return heard


def editor(field: NoteField) -> QPlainTextEdit:
    found = field.findChild(QPlainTextEdit)
    assert found is not None
    return found


def test_typing_is_announced_once_it_rests(
    qapp: QApplication, show: Callable[[QWidget], None]
) -> None:
    field = NoteField(rest=30)
    show(field)
    heard: list[tuple[str, str]] = []
    field.note_changed.connect(lambda note, pair: heard.append((note, pair)))
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "odd date")
    assert heard == [], "not while typing"
    for _ in range(100):
        if heard:
            break
        QTest.qWait(20)
    assert heard == [("odd date", "one")]


def test_three_lines_are_seen_without_scrolling(field: NoteField, look: QApplication) -> None:
    bar = editor(field).verticalScrollBar()
    for lines, scrolls in ((3, False), (4, True)):
        field.set_note("\n".join("line" for _ in range(lines)), f"pair {lines}")
        QApplication.processEvents()
        assert (bar.maximum() > 0) is scrolls


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_escape_and_enter_go_back_with_the_note_as_it_was_typed(
    field: NoteField,
    heard: list[tuple[str, str]],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "a")
    QTest.keyClick(editor(field), key, modifier)
    assert (heard, left) == ([("a", "one")], [True])
    assert exact_text(editor(field).document()) == "a"


def test_shift_enter_begins_a_line(field: NoteField, heard: list[tuple[str, str]]) -> None:
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "a")
    QTest.keyClick(editor(field), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor(field), "b")
    QTest.keyClick(editor(field), Qt.Key.Key_Return)
    assert heard[-1] == ("a\nb", "one")


def test_there_is_no_line_more_than_a_note_may_have(field: NoteField) -> None:
    full = "\n".join(["x"] * 2_000)
    field.set_note(full, "one")
    QTest.keyClick(editor(field), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert exact_text(editor(field).document()) == full


def test_a_note_of_a_pair_that_one_left_is_not_put_on_the_next(
    field: NoteField, heard: list[tuple[str, str]]
) -> None:
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "about one")
    field.set_note("known of two", "two")
    assert heard == [("about one", "one")]
    field.flush()
    assert len(heard) == 1, "what was set is not announced back"
    assert exact_text(editor(field).document()) == "known of two"


def test_the_caret_stands_behind_a_note_that_comes_back(field: NoteField) -> None:
    field.set_note("two lines\nof a note", "one")
    field.set_note("", "two")
    field.set_note("two lines\nof a note", "one")
    QTest.keyClicks(editor(field), "!")
    assert exact_text(editor(field).document()) == "two lines\nof a note!"


def test_what_is_being_typed_is_not_replaced_by_an_older_state(
    field: NoteField, heard: list[tuple[str, str]]
) -> None:
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "ab")
    field.set_note("a", "one")
    assert exact_text(editor(field).document()) == "ab"
    field.flush()
    field.set_note("a", "one")
    assert exact_text(editor(field).document()) == "ab", "not kept yet"
    field.note_kept("one")
    field.set_note("from outside", "one")
    assert exact_text(editor(field).document()) == "from outside"


def test_label_keys_are_letters_of_the_note(
    field: NoteField, qapp: QApplication, show: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(QPushButton("elsewhere"))
    fired: list[str] = []
    for key in ("1", "2", "3", "F", "N", "J", "Backspace", "?", "["):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: fired.append(key))
    show(window)
    field.set_note("", "one")
    editor(field).setFocus()
    QTest.keyClicks(editor(field), "123fnj?[")
    QTest.keyClick(editor(field), Qt.Key.Key_Backspace)
    assert (exact_text(editor(field).document()), fired) == ("123fnj?", [])


def test_the_note_is_read_back_exactly(field: NoteField, heard: list[tuple[str, str]]) -> None:
    note = "a\u00a0b \u2028c\n\nd\u3000e 😀 <b>f</b>"
    field.set_note("", "one")
    editor(field).insertPlainText(note)
    field.flush()
    assert heard == [(note, "one")]


def test_leaving_by_the_mouse_keeps_the_note_too(
    field: NoteField, heard: list[tuple[str, str]], show: Callable[[QWidget], None]
) -> None:
    other = QPushButton("elsewhere")
    field.layout().addWidget(other)  # type: ignore[union-attr]
    QApplication.processEvents()
    field.set_note("", "one")
    editor(field).setFocus()
    QTest.keyClicks(editor(field), "x")
    other.setFocus()
    assert heard == [("x", "one")]


def drafts_of(field: NoteField) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    field.draft_changed.connect(lambda note, pair: heard.append((note, pair)))
    return heard


def test_the_first_key_is_a_draft_at_once_and_others_follow_at_intervals(
    field: NoteField, heard: list[tuple[str, str]]
) -> None:
    assert SPACING <= 100, "milliseconds of typing that a kill may cost"
    drafts = drafts_of(field)
    field.set_note("", "one")
    QTest.keyClicks(editor(field), "o")
    assert drafts == [("o", "one")]
    QTest.keyClicks(editor(field), "dd")
    assert len(drafts) < 3, "not at every key of a fast typist"
    wait_until(lambda: drafts[-1] == ("odd", "one"))
    QTest.keyClicks(editor(field), " date")
    wait_until(lambda: drafts[-1] == ("odd date", "one"))
    assert heard == []


def test_a_draft_that_is_taken_back_is_announced_too(
    field: NoteField, heard: list[tuple[str, str]]
) -> None:
    drafts = drafts_of(field)
    undone: list[bool] = []
    field.typing_undone.connect(lambda: undone.append(True))
    field.set_note("so", "one")
    QTest.keyClicks(editor(field), "m")
    wait_until(lambda: drafts)
    assert field.unsaved
    QTest.keyClick(editor(field), Qt.Key.Key_Backspace)
    field.flush()
    assert drafts == [("som", "one"), ("so", "one")]
    assert (heard, undone, field.unsaved) == ([], [True], False)


def test_what_was_typed_is_unsaved_until_it_is_kept(field: NoteField) -> None:
    began: list[bool] = []
    field.typing_began.connect(lambda: began.append(True))
    unsaved: list[bool] = []
    field.set_note("", "one")
    unsaved.append(field.unsaved)
    QTest.keyClicks(editor(field), "ab")
    unsaved.append(field.unsaved)
    field.flush()
    unsaved.append(field.unsaved)  # on its way
    field.note_kept("one")
    unsaved.append(field.unsaved)
    assert (unsaved, began) == ([False, True, True, False], [True])
