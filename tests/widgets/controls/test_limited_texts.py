"""Texts beyond what Qt can lay out at once: refused, cut with a word about it, or put in slowly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.widgets.controls.controls import ElidedLabel
from gui.widgets.controls.notifications import Banners, MessagePanel, Toast
from gui.widgets.controls.qt_text import LimitedEdit, Room, middle_cut, short_lines
from gui.widgets.labelling.note_field import NoteField
from gui.widgets.pairs.guidelines import GuidelinesPanel
from gui.widgets.window.end_page import EndPanel, ListedPairs
from gui.widgets.window.opening_controller import PasteDialog
from tests.review.waiting import wait_until
from tests.widgets.widget_helpers import Show


def mime(text: str) -> QMimeData:
    found = QMimeData()
    found.setText(text)
    return found


def editor(widget: QWidget, number: int = 0) -> QPlainTextEdit:
    return widget.findChildren(QPlainTextEdit)[number]


def paste(field: QPlainTextEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.paste()


def words(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


@pytest.fixture
def edit(qapp: QApplication, show: Show) -> LimitedEdit:
    edit = LimitedEdit(Room(characters=20, lines=3, line=12))
    show(edit)
    return edit


@pytest.mark.parametrize(
    ("there", "pasted", "then"),
    [
        ("", "12 letters..", "12 letters.."),
        ("", "thirteen.....", ""),
        ("one\ntwo\n", "three", "one\ntwo\nthree"),
        ("one\ntwo\n", "three\nfour", "one\ntwo\n"),
        ("twelve......\n", "seven..", "twelve......\nseven.."),
        ("twelve......\n", "eight...", "twelve......\n"),
        ("seven..", "five.", "seven..five."),  # one line of twelve
        ("seven..", "six...", "seven.."),
        ("seven..", "six...\n", "seven.."),
        ("seven..", "\nsix...", "seven..\nsix..."),
    ],
)
def test_what_has_no_room_is_refused_whole_and_nothing_else_changes(
    edit: LimitedEdit, there: str, pasted: str, then: str
) -> None:
    refused: list[bool] = []
    edit.refused.connect(lambda: refused.append(True))
    edit.setPlainText(there)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.insertFromMimeData(mime(pasted))
    assert edit.toPlainText() == then
    assert bool(refused) is (there == then)


def test_what_stands_behind_the_caret_belongs_to_its_line_too(edit: LimitedEdit) -> None:
    edit.setPlainText("seven..")
    edit.insertFromMimeData(mime("six..."))
    assert edit.toPlainText() == "seven.."
    edit.insertFromMimeData(mime("six...\n"))
    assert edit.toPlainText() == "six...\nseven.."


def test_there_is_room_again_for_what_takes_the_place_of_something(edit: LimitedEdit) -> None:
    edit.setPlainText("a" * 20)
    QTest.keyClick(edit, Qt.Key.Key_A)
    assert edit.toPlainText() == "a" * 20
    edit.selectAll()
    edit.insertFromMimeData(mime("new"))
    assert edit.toPlainText() == "new"


def test_typing_ends_where_the_room_does(edit: LimitedEdit) -> None:
    refused: list[bool] = []
    edit.refused.connect(lambda: refused.append(True))
    edit.setPlainText("a\nb\nc")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.toPlainText(), len(refused)) == ("a\nb\nc", 1)
    event = QInputMethodEvent()
    event.setCommitString("い" * 40)
    QApplication.sendEvent(edit, event)
    assert (edit.toPlainText(), len(refused)) == ("a\nb\nc", 2)
    QTest.keyClick(edit, Qt.Key.Key_Left)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(edit, "xyz")
    assert edit.toPlainText() == "a\nbxyzc"


def test_a_note_of_megabytes_is_refused_with_a_sentence(qapp: QApplication, show: Show) -> None:
    field = NoteField()
    show(field)
    heard: list[str] = []
    field.note_changed.connect(lambda note, _pair: heard.append(note))
    field.set_note("was here", "one")
    for much in ("word " * 1_000_000, "\n" * 100_000):
        paste(editor(field), much)
        field.flush()
        assert "at most 10,000 characters and 2,000 lines" in words(field)
    assert (editor(field).toPlainText(), heard) == ("was here", [])
    QTest.keyClicks(editor(field), "!")
    assert "Esc goes back" in words(field)


@pytest.mark.parametrize("note", ["word " * 1_000_000, "line\n" * 100_000])
def test_of_a_long_note_of_others_the_beginning_is_shown_and_nothing_is_lost(
    qapp: QApplication, show: Show, note: str
) -> None:
    field = NoteField()
    show(field)
    heard: list[str] = []
    field.note_changed.connect(lambda text, _pair: heard.append(text))
    field.set_note(note, "one")
    shown = editor(field).toPlainText()
    assert note.startswith(shown)
    assert 9_000 < len(shown) <= 10_000
    assert f"of {len(note):,} characters" in words(field)
    QTest.keyClicks(editor(field), "lost?")
    paste(editor(field), "lost?")
    field.flush()
    field.set_note("short", "two")
    editor(field).moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor(field), "er")
    field.flush()
    assert heard == ["shorter"]
    assert "Esc goes back" in words(field)


def test_guidelines_of_megabytes_are_cut_with_a_sentence(qapp: QApplication, show: Show) -> None:
    panel = GuidelinesPanel()
    show(panel)
    for text in ("rule " * 4_000_000, "x" * 20_000_000, "a\n" * 10_000_000):
        panel.set_text(text, "rules.txt")
        document = editor(panel).document()
        assert document.characterCount() < 300_000
        assert max(document.findBlockByNumber(n).length() for n in range(9)) <= 2_001
        assert f"the first 300,000 of {len(text):,} characters" in words(panel)
        if text.startswith("x"):
            assert document.findBlockByNumber(0).length() == 2_001
    panel.set_text("x " * 150_000, "rules.txt")
    assert "the first" not in words(panel)
    panel.set_text("one rule", "rules.txt")
    qapp.processEvents()
    assert editor(panel).toPlainText() == "one rule"


def test_guidelines_of_many_lines_come_a_few_at_a_time_and_whole(
    qapp: QApplication, show: Show
) -> None:
    panel = GuidelinesPanel()
    show(panel)
    text = "\n".join(f"Rule {number}." for number in range(3_000))
    panel.set_text(text, "rules.txt")
    assert editor(panel).document().blockCount() == 100
    wait_until(lambda: editor(panel).document().blockCount() == 3_000)
    assert editor(panel).toPlainText() == text
    assert editor(panel).verticalScrollBar().value() == 0


def test_texts_that_are_too_long_to_be_pasted_are_refused_with_a_sentence(
    qapp: QApplication, show: Show
) -> None:
    dialog = PasteDialog()
    show(dialog)
    for number in range(2):
        paste(editor(dialog, number), f"Text {number}.\n")
        paste(editor(dialog, number), "x" * 300_000)
        assert "Save the text in a file" in words(dialog)
    assert dialog.texts() == ("Text 0.\n", "Text 1.\n")
    assert all(button.isEnabled() for button in dialog.findChildren(QPushButton))
    paste(editor(dialog), "more")
    assert "Save the text in a file" not in words(dialog)


LINE = "x" * 9_999


@pytest.mark.parametrize(
    ("text", "has_room"),
    [
        ("x" * 10_000, True),
        ("x" * 10_001, False),
        ("\n" * 2_999, True),
        ("\n" * 3_000, False),
        (f"{LINE}\n" * 19 + LINE, True),
        (f"{LINE}\n" * 20 + "x", False),
    ],
    ids=["long line", "longer line", "3000 lines", "3001 lines", "long text", "longer text"],
)
def test_texts_with_room_are_pasted(
    qapp: QApplication, show: Show, text: str, has_room: bool
) -> None:
    dialog = PasteDialog()
    show(dialog)
    paste(editor(dialog), text)
    assert dialog.texts() == (text if has_room else "", "")


def test_the_end_lists_some_of_very_many_flagged_pairs(qapp: QApplication, show: Show) -> None:
    end = EndPanel()
    show(end)
    end.set_result({}, "labels.csv", ListedPairs([(0, "one"), (3, "two")], 40_000))
    assert "40000 pair(s) flagged" in words(end)
    assert "Here are the first 2;" in words(end)
    end.set_result({}, "labels.csv", ListedPairs([(0, "one"), (3, "two")], 2))
    assert "Here are" not in words(end)


def test_a_line_is_cut_in_its_middle_only_where_it_is_too_long() -> None:
    assert middle_cut("a/b\nc.txt", 300) == "a/b c.txt"
    assert middle_cut("abcdefghij", 10) == "abcdefghij"
    assert middle_cut("abcdefghij", 4) == "ab…j"
    assert middle_cut("a" * 300) == "a" * 300
    assert len(middle_cut("a" * 301)) == 300


def test_long_lines_are_broken_and_say_the_same() -> None:
    text = "word " * 1_000 + "\n\n" + "x" * 5_000 + "\nshort"
    lines = short_lines(text, 2_000).split("\n")
    assert max(map(len, lines)) <= 2_000
    assert "".join(lines) == text.replace("\n", "")
    assert short_lines("a b\nc", 2_000) == "a b\nc"


def test_a_label_of_one_line_measures_no_megabytes(qapp: QApplication) -> None:
    label = ElidedLabel("begins " + "x" * 5_000_000 + " ends")
    assert len(label.text()) <= 2_000
    assert label.text().startswith("begins")
    assert label.text().endswith("ends")
    assert ElidedLabel("x" * 2_000).text() == "x" * 2_000
    assert "…" in ElidedLabel("x" * 2_001).text()


def test_a_sentence_of_a_thousand_characters_is_said_whole(qapp: QApplication) -> None:
    toast = Toast(QWidget())
    toast.show_sentence("x" * 1_000)
    assert toast.text() == "x" * 1_000
    toast.show_sentence("x" * 1_001)
    assert len(toast.text()) == 1_000


def test_names_of_megabytes_are_cut_wherever_they_are_told(qapp: QApplication, show: Show) -> None:
    long = "begins " + "x" * 1_000_000 + " ends"
    host = QWidget()
    toast = Toast(host)
    message = MessagePanel()
    for widget in (host, message):
        show(widget)
    toast.show_sentence(f"Undone: the label of {long}.")
    message.set_message(long, f"The reference {long} is not there.")
    banners = Banners(host)
    banners.show_banner("complaint", f"{long} cannot be read.")
    for widget in (toast, message, banners):
        labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
        said = [label.text() for label in labels if "begins" in label.text()]
        assert said
        assert all(len(text) <= 2_000 and "ends" in text for text in said)
