"""The bar of labels: its buttons, their keys, what gives way, and what is said aloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.labels import DEFAULT_LABELS, Label, LabelSet
from gui.widgets.controls.buttons import KeyButton
from gui.widgets.controls.notifications import Toast
from gui.widgets.controls.theme import load_theme
from gui.widgets.labelling.label_bar import LabelBar, SaveSign
from tests.widgets.labelling.label_bars import KEYS, bar_in_window, words
from tests.widgets.widget_helpers import heard


def button(bar: LabelBar, name: str) -> QPushButton:
    found = [b for b in bar.findChildren(QPushButton) if name in (b.accessibleName(), b.text())]
    assert len(found) == 1, name
    return found[0]


def test_a_bar_without_room_does_not_resize_itself_for_ever(bar: LabelBar) -> None:
    bar.annotator.set_name("a name that takes much room")
    bar.set_save_state("journal", "")
    for width in (1440, 900, 700, 640, 600, 900):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        assert bar.width() == width


def test_the_bar_is_fitted_when_it_is_first_seen_and_when_it_takes_other_room(
    show: Callable[[QWidget], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted: list[bool] = []
    set_compact = SaveSign.set_compact

    def counted(sign: SaveSign, compact: bool) -> None:
        fitted.append(compact)
        set_compact(sign, compact)

    monkeypatch.setattr(SaveSign, "set_compact", counted)
    bar = LabelBar()
    bar.set_theme(load_theme("light"))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(bar)
    window.resize(1280, 300)
    for number in range(3):
        bar.set_keys(KEYS)
        bar.annotator.set_name(f"name {number}")
        bar.set_save_state("saved", "")
        bar.set_doubt("")
    assert fitted == []
    show(window)
    assert fitted == [False]
    bar.set_keys(dict(KEYS))
    bar.annotator.set_name("name 2")
    bar.set_save_state("saved", "another word of what was there before")
    bar.set_doubt("")
    assert fitted == [False], "nothing takes other room than before"
    bar.set_save_state("journal", "")
    assert len(fitted) > 1


def test_each_button_shows_its_key(bar: LabelBar) -> None:
    shown = words(bar)
    assert shown[:7] == ["The candidate is", "1", "Original", "2", "Copy", "3", "Unrelated"]
    assert shown[7:] == ["0", "Unusable", "F", "Flag", "N", "Note"]
    bar.set_keys({**KEYS, "label-copy": "C"})
    assert words(bar)[3] == "C"


@pytest.mark.parametrize(
    ("name", "label"),
    [("Original", "original"), ("Copy", "copy"), ("Unrelated", "unrelated")],
)
def test_a_button_announces_its_label_and_decides_nothing(
    bar: LabelBar, name: str, label: Label
) -> None:
    emitted = heard(bar.label_wanted)
    QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert emitted == [label]
    assert not button(bar, name).isChecked(), "only set_label shows a label"


def test_the_label_of_the_pair_is_the_button_that_is_down(bar: LabelBar) -> None:
    bar.set_label("copy")
    names = ("Original", "Copy", "Unrelated")
    assert [button(bar, name).isChecked() for name in names] == [False, True, False]
    QTest.mouseClick(button(bar, "Unrelated"), Qt.MouseButton.LeftButton)
    assert [button(bar, name).isChecked() for name in names] == [False, True, False]
    bar.set_label(None)
    assert not any(button(bar, name).isChecked() for name in names)


def test_the_label_is_read_also_where_it_cannot_be_changed(bar: LabelBar) -> None:
    bar.set_label("copy")
    bar.set_ready(False)
    down = button(bar, "Copy")
    assert down.isChecked()
    assert not down.isEnabled()
    [word] = [label for label in down.findChildren(QLabel) if label.text() == "Copy"]
    assert word.property("part") == "on"  # grey on the colour of a chosen label is not read


def test_a_click_leaves_the_focus_where_it_was(
    bar: LabelBar, show: Callable[[QWidget], None]
) -> None:
    text = QPlainTextEdit(bar)
    text.show()
    text.setFocus()
    QTest.mouseClick(button(bar, "Copy"), Qt.MouseButton.LeftButton)
    assert text.hasFocus(), "else Space would label the next pair, and arrows would not scroll"


def test_the_flag_is_announced_with_what_is_wanted(bar: LabelBar) -> None:
    emitted = heard(bar.flag_wanted)
    QTest.mouseClick(button(bar, "Flag"), Qt.MouseButton.LeftButton)
    bar.set_flagged(True)
    QTest.mouseClick(button(bar, "Flag"), Qt.MouseButton.LeftButton)
    assert emitted == [True, False]
    assert button(bar, "Flag").isChecked()


def test_a_pair_that_cannot_be_read_can_be_flagged_and_noted_only(bar: LabelBar) -> None:
    emitted = heard(bar.label_wanted)
    bar.note_wanted.connect(lambda: emitted.append("note"))
    bar.set_ready(False, "The file <i>is gone</i>.")
    QTest.mouseClick(button(bar, "Copy"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(bar, "Note"), Qt.MouseButton.LeftButton)
    assert emitted == ["note"]
    assert "The file &lt;i&gt;is gone" in button(bar, "Copy").toolTip()


def test_without_a_pair_nothing_can_be_decided(qapp: QApplication) -> None:
    bar = LabelBar()
    for name in ("Original", "Copy", "Unrelated", "Flag", "Note"):
        assert not button(bar, name).isEnabled()


SAVE_STATES = (
    "saving …",
    "saved",
    "kept in the recovery journal",
    "label file is read-only",
    "not saved",
)


@pytest.mark.parametrize(
    ("kind", "word", "retry"),
    [
        ("", None, False),
        ("saving", "saving …", False),
        ("saved", "saved", False),
        ("journal", "kept in the recovery journal", True),
        ("readonly", "label file is read-only", True),
        ("failed", "not saved", True),
    ],
)
def test_the_save_state_is_a_word_and_can_be_tried_again(
    bar: LabelBar, qapp: QApplication, kind: str, word: str | None, retry: bool
) -> None:
    bar.set_save_state(kind, "labels.csv is locked.")
    qapp.processEvents()
    assert [said for said in words(bar) if said in SAVE_STATES] == ([word] if word else [])
    again = button(bar, "Try again")
    assert again.isVisible() is retry
    if retry:
        heard: list[bool] = []
        bar.retry_wanted.connect(lambda: heard.append(True))
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        assert heard == [True]


def test_why_and_where_are_in_the_tooltip_of_the_save_state(bar: LabelBar) -> None:
    bar.set_path("/data/labels.csv")
    bar.set_save_state("journal", "labels.csv is locked.")
    tips = [w.toolTip() for w in bar.findChildren(QLabel) if "locked" in w.toolTip()]
    assert tips
    assert all("/data/labels.csv" in tip for tip in tips)


def test_the_reason_for_an_ignored_key_goes_away(show: Callable[[QWidget], None]) -> None:
    bar = bar_in_window(show, reason_shown=1)
    bar.set_path("/data/labels.csv")
    bar.show_reason("Look at it first.")
    assert "/data/labels.csv" not in words(bar)
    assert "Look at it first." in words(bar)
    for _ in range(100):
        if "Look at it first." not in words(bar):
            break
        QTest.qWait(20)
    assert "Look at it first." not in words(bar)
    assert "/data/labels.csv" in words(bar), "the path is there again"


def test_in_a_narrow_window_keys_and_words_stay(bar: LabelBar, qapp: QApplication) -> None:
    bar.set_save_state("journal", "labels.csv is locked.")
    bar.window().resize(1280, 300)
    qapp.processEvents()
    assert {"The candidate is", "kept in the recovery journal"} <= set(words(bar))
    bar.window().resize(720, 300)
    qapp.processEvents()
    assert {"1", "Original", "2", "Copy", "3", "Unrelated", "F", "N"} <= set(words(bar))
    assert button(bar, "Try again").geometry().right() <= bar.width()
    assert "The candidate is" not in words(bar)
    bar.window().resize(1280, 300)
    qapp.processEvents()
    assert "The candidate is" in words(bar)
    assert bar.minimumSizeHint().width() < 720


@pytest.mark.parametrize("width", [1440, 1280, 900, 700, 640])
@pytest.mark.parametrize(
    "reason",
    [
        "Ignored, because the pair had only just appeared. Press it again.",
        "Ignoriert, weil das Paar gerade erst erschienen ist. Drücken Sie die Taste noch einmal.",
        "No.",
    ],
)
def test_a_reason_is_to_be_read_to_its_end(bar: LabelBar, reason: str, width: int) -> None:
    window = bar.window()
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    window.resize(width, 300)
    QApplication.processEvents()
    height = bar.height()
    bar.show_reason(reason)
    QApplication.processEvents()
    assert bar.reason == reason
    shown = [w for w in window.findChildren(QLabel) if w.isVisible() and w.text() == reason]
    assert len(shown) == 1
    [label] = shown
    inside = label.contentsRect()
    wanted = label.fontMetrics().boundingRect(inside, _wrapped(label), reason)
    assert wanted.width() <= inside.width()
    assert wanted.height() <= inside.height()
    assert window.rect().contains(label.rect().translated(label.mapTo(window, QPoint())))
    assert bar.height() == height, "the texts above do not jump"
    bar.end_reason()
    assert not any(w.isVisible() and w.text() == reason for w in window.findChildren(QLabel))
    assert bar.reason == ""


def test_a_reason_above_the_bar_keeps_clear_of_it_and_of_other_sentences(bar: LabelBar) -> None:
    window = bar.window()
    bar.set_labels(LabelSet(tuple(Label(f"label {n}") for n in range(7)) + DEFAULT_LABELS.labels))
    window.resize(1200, 400)
    QApplication.processEvents()
    other = Toast(window, bar)
    other.show_sentence("Skipped, because it cannot be read: a pair of a list.")
    bar.show_reason("Ignored, because the pair had only just appeared. Press it again.")
    heights = set()
    for width in (1200, 640, 900):
        window.resize(width, 400)
        QApplication.processEvents()
        heights.add(bar.height())
        reason, notice = (toast.geometry() for toast in window.findChildren(Toast)[::-1])
        assert not reason.intersects(notice)
        assert not reason.intersects(bar.geometry())
        assert not notice.intersects(bar.geometry())
    assert len(heights) > 1, "the bar itself has moved"


def _wrapped(label: QLabel) -> int:
    return int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0


def test_in_a_narrow_window_the_bar_has_two_rows_at_most(
    qapp: QApplication,
    show: Callable[[QWidget], None],
    speaking: Callable[[str], None],
    look: QApplication,
) -> None:
    speaking("de")
    bar = bar_in_window(show)
    bar.set_path("/data/labels.csv")
    bar.annotator.set_name("ada")
    bar.set_save_state("saved", "")
    one = max(each.sizeHint().height() for each in bar.findChildren(KeyButton))
    bar.window().resize(600, 300)
    QApplication.processEvents()
    assert bar.height() < 3 * one


@pytest.mark.parametrize(("length", "whole"), [(300, True), (301, False)])
def test_the_beginning_of_a_note_is_in_the_tooltip_of_its_button(
    bar: LabelBar, length: int, whole: bool
) -> None:
    bar.set_note("n" * (length - 1) + "!")
    assert ("!" in button(bar, "Note").toolTip()) is whole
