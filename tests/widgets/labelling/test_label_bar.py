"""The bar of labels: its buttons, their keys, what gives way, and what is said aloud."""

from __future__ import annotations

import math
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
from gui.widgets.controls.controls import KeyButton, PathLabel
from gui.widgets.controls.notifications import READ, Toast
from gui.widgets.controls.theme import load_theme
from gui.widgets.labelling.label_bar import LabelBar, SaveSign
from tests.widgets.widget_helpers import heard

KEYS = {
    "label-original": "1",
    "label-copy": "2",
    "label-unrelated": "3",
    "label-unusable": "0",
    "flag": "F",
    "note": "N",
}


@pytest.fixture
def bar(qapp: QApplication, show: Callable[[QWidget], None]) -> LabelBar:
    return bar_in_window(show)


def bar_in_window(show: Callable[[QWidget], None], *, reason_shown: int = READ) -> LabelBar:
    bar = LabelBar(reason_shown=reason_shown)
    bar.set_theme(load_theme("light"))
    bar.set_keys(KEYS)
    bar.set_ready(True)
    bar.set_open(True)
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.insertStretch(0, 1)  # the pair, above which a sentence may stand
    window.resize(1280, 300)
    show(window)
    return bar


def button(bar: LabelBar, name: str) -> QPushButton:
    found = [b for b in bar.findChildren(QPushButton) if name in (b.accessibleName(), b.text())]
    assert len(found) == 1, name
    return found[0]


def words(bar: LabelBar) -> list[str]:
    found = [w for w in bar.findChildren(QLabel) if w.isVisible() and w.text()]
    return [w.text() for w in sorted(found, key=lambda w: w.mapTo(bar, QPoint()).x())]


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
    assert (word in words(bar)) if word else len(words(bar)) == 13
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
    other.show_sentence("Passed over, because it cannot be read: a pair of a list.")
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


OWN = LabelSet(
    (
        *(Label(name) for name in ("agency text", "partial copy", "translation", "summary")),
        Label("a translation somebody has shortened"),
        *DEFAULT_LABELS.labels,
    )
)


def test_with_labels_of_ones_own_the_bar_says_who_decides_and_that_it_is_saved(
    bar: LabelBar, look: QApplication
) -> None:
    bar.set_labels(OWN)
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada lovelace")
    for width in (1440, 1000):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        assert "saved" in words(bar), width
        style = bar.annotator.toolButtonStyle()
        assert style == Qt.ToolButtonStyle.ToolButtonTextBesideIcon, width
        assert bar.annotator.width() >= bar.annotator.sizeHint().width()


@pytest.mark.parametrize("width", [600, 640, 700])
def test_nine_labels_need_three_rows_in_a_narrow_window(
    qapp: QApplication,
    show: Callable[[QWidget], None],
    speaking: Callable[[str], None],
    look: QApplication,
    width: int,
) -> None:
    speaking("de")
    bar = bar_in_window(show)
    bar.set_labels(OWN)
    bar.set_keys({f"label-{label.name}": str(number) for number, label in enumerate(OWN, 1)})
    bar.set_path("/data/labels.csv")
    bar.annotator.set_name("ada lovelace")
    bar.set_save_state("saved", "")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    assert len(labels_tops(bar)) == 3


def test_beside_several_rows_the_annotator_stands_above_the_word_about_saving(
    bar: LabelBar, look: QApplication
) -> None:
    """Side by side they would take the room of a column of labels."""
    bar.set_labels(OWN)
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada lovelace")
    [sign] = bar.findChildren(SaveSign)
    for width in (900, 2600):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        several = len(labels_tops(bar)) > 1
        assert several == (width == 900), width
        assert (bar.annotator.geometry().bottom() < sign.geometry().top()) == several
        assert bar.annotator.geometry().right() <= bar.width()


def labels_tops(bar: LabelBar) -> set[int]:
    """Where the rows of labels begin."""
    buttons = (b for b in bar.findChildren(KeyButton) if b.property("part") == "label")
    return {button.y() for button in buttons if button.isVisible()}


def test_a_name_that_comes_later_finds_its_room(bar: LabelBar, look: QApplication) -> None:
    bar.set_labels(OWN)
    bar.set_save_state("saved", "")
    for width in range(640, 1440, 50):
        bar.annotator.set_name("")
        bar.window().resize(width, 300)
        bar.annotator.set_name("somebody with a long name")
        QApplication.processEvents()
        layout = bar.layout()
        assert layout is not None
        assert layout.totalMinimumSize().width() <= bar.width(), width


@pytest.mark.parametrize("width", [640, 700, 1000, 1440])
def test_a_long_name_of_a_label_is_elided_and_not_cut_off(
    bar: LabelBar, look: QApplication, width: int
) -> None:
    bar.set_labels(OWN)
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    for label in OWN:
        name = label.name[:1].upper() + label.name[1:]
        [key] = [
            b for b in bar.findChildren(KeyButton) if b.isVisible() and b.accessibleName() == name
        ]
        assert key.width() >= key.sizeHint().width(), label.name
        assert key.geometry().right() <= bar.width()
        assert label.name[1:] in key.toolTip()
        shown = [w.text() for w in key.findChildren(QLabel)]
        assert name in shown or any(word.endswith("…") for word in shown), label.name


@pytest.mark.parametrize("width", [640, 1000, 1100, 1280])
def test_the_bar_shows_the_name_of_the_label_file_or_leaves_it_to_the_tooltip(
    bar: LabelBar, look: QApplication, width: int
) -> None:
    bar.set_labels(OWN)
    bar.set_path("/data/of/somebody/with/folders/labels.csv")
    bar.set_save_state("saved", "")
    bar.annotator.set_name("ada")
    bar.window().resize(width, 300)
    QApplication.processEvents()
    [path] = bar.findChildren(PathLabel)
    shown = path.text_within(path.contentsRect().width())
    assert not shown or shown.endswith("labels.csv")
    saved = [w for w in bar.findChildren(QLabel) if "labels.csv" in w.toolTip() and w is not path]
    assert any(word.isVisible() for word in saved)


@pytest.mark.parametrize(("count", "rows"), [(4, 1), (5, 2)])
def test_before_it_gives_up_names_a_bar_of_more_than_four_labels_takes_a_second_row(
    bar: LabelBar, look: QApplication, count: int, rows: int
) -> None:
    names = ("unusable", "partial copy", "translation", "summary of it", "quotation")
    bar.set_labels(LabelSet(tuple(Label(name) for name in names[:count])))
    bar.set_save_state("saved", "")
    bar.annotator.set_name("somebody")
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    for width in range(1_440, 600, -5):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        keys = [key for key in bar.findChildren(KeyButton) if key.accessibleName().lower() in names]
        found = len({key.y() for key in keys})
        if found > 1 or bar.annotator.toolButtonStyle() != beside:
            break
    assert found == rows


def test_a_bar_has_five_rows_at_most(bar: LabelBar, look: QApplication) -> None:
    names = ["unusable", *(f"label number {number}" for number in range(1, 60))]
    bar.set_labels(LabelSet(tuple(map(Label, names))))
    bar.window().resize(640, 300)
    QApplication.processEvents()
    keys = [key for key in bar.findChildren(KeyButton) if key.isVisible()]
    keys = [key for key in keys if key.accessibleName().lower() in names]
    assert len(keys) == 60
    assert len({key.y() for key in keys}) == 5


@pytest.mark.parametrize(("length", "whole"), [(300, True), (301, False)])
def test_the_beginning_of_a_note_is_in_the_tooltip_of_its_button(
    bar: LabelBar, length: int, whole: bool
) -> None:
    bar.set_note("n" * (length - 1) + "!")
    assert ("!" in button(bar, "Note").toolTip()) is whole


def test_long_names_of_labels_give_way_in_three_steps(bar: LabelBar, look: QApplication) -> None:
    """Narrow letters show to which width: 16 average ones, then 13 and 11 in more than two rows."""
    names = ("unusable", *(f"{'t' * 37}{number}" for number in range(10, 24)))
    bar.set_labels(LabelSet(tuple(map(Label, names))))
    bar.set_path("/data/labels.csv")
    bar.set_save_state("saved", "")
    seen: list[tuple[int, int]] = []
    for width in range(2_600, 590, -20):
        bar.window().resize(width, 300)
        QApplication.processEvents()
        [letters] = {
            math.ceil(word.fontMetrics().horizontalAdvance(word.text()) / average)
            for word in bar.findChildren(QLabel)
            if word.isVisible() and word.text().startswith("Ttt")
            for average in [bar.fontMetrics().averageCharWidth()]
        }
        step = letters, len(labels_tops(bar))
        if step not in seen:
            seen.append(step)
    assert seen == [(16, 1), (32, 2), (16, 2), (16, 3), (13, 3), (11, 3), (13, 4)]
    assert bar.minimumSizeHint().width() == 600, "two panes need more"
