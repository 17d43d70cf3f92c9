"""Banners, find bar, progress, guidelines, message: the strips and panels around the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from gui.review.pair_list.label_marks import PairsLeft
from gui.widgets.controls.notifications import Banners, MessagePanel, Toast
from gui.widgets.controls.theme import load_theme
from gui.widgets.pairs.guidelines import GuidelinesPanel
from gui.widgets.pairs.pairs_controller import ProgressPanel
from gui.widgets.reading.text_search import FindBar
from tests.widgets.widget_helpers import Show, heard, label_texts


def press(widget: QWidget, name: str) -> None:
    found: list[QPushButton | QToolButton] = [
        *widget.findChildren(QPushButton),
        *widget.findChildren(QToolButton),
    ]
    for button in found:
        if name in (button.text(), button.accessibleName()) and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button {name}")


@pytest.fixture
def banners(qapp: QApplication, show: Show) -> Banners:
    window = QWidget()
    banners = Banners(window)
    banners.set_theme(load_theme("light"))
    show(window)
    return banners


def test_banners_stay_until_they_are_hidden(banners: Banners, qapp: QApplication) -> None:
    assert not banners.isVisible()
    banners.show_banner("save", "The disk is <b>full</b>.", "error", "Try again")
    banners.show_banner("file", "A file changed.")
    qapp.processEvents()
    assert banners.keys() == ("save", "file")
    assert "The disk is <b>full</b>." in label_texts(banners, visible=True)
    banners.hide_banner("save")
    banners.hide_banner("never shown")
    assert banners.keys() == ("file",)
    banners.hide_banner("file")
    assert not banners.isVisible()


def test_a_banner_of_the_same_key_replaces_the_one_before(
    banners: Banners, qapp: QApplication
) -> None:
    banners.show_banner("save", "First.", "warning")
    banners.show_banner("save", "Second.", "error")
    qapp.processEvents()
    assert [text for text in label_texts(banners, visible=True) if text] == ["Second."]


def test_a_banner_announces_its_action_and_its_end(banners: Banners, qapp: QApplication) -> None:
    heard: list[str] = []
    banners.action_wanted.connect(lambda key: heard.append(f"do {key}"))
    banners.closed.connect(lambda key: heard.append(f"close {key}"))
    banners.show_banner("save", "Not saved.", "error", "Try again")
    qapp.processEvents()
    press(banners, "Try again")
    press(banners, "Close this message")
    assert heard == ["do save", "close save"]
    assert banners.keys() == ()


def test_a_banner_that_must_stay_cannot_be_closed(banners: Banners, qapp: QApplication) -> None:
    banners.show_banner("save", "Not saved.", "error", closable=False)
    qapp.processEvents()
    with pytest.raises(AssertionError, match="no button"):
        press(banners, "Close this message")


@pytest.fixture
def find(qapp: QApplication, show: Show) -> FindBar:
    bar = FindBar()
    bar.set_theme(load_theme("light"))
    show(bar)
    return bar


def test_finding_goes_on_back_and_away_by_keys(find: FindBar) -> None:
    heard: list[str] = []
    find.text_changed.connect(lambda text: heard.append(f"find {text}"))
    find.next_wanted.connect(lambda: heard.append("next"))
    find.previous_wanted.connect(lambda: heard.append("previous"))
    find.closed.connect(lambda: heard.append("closed"))
    field = find.findChild(QLineEdit)
    assert field is not None
    find.activate()
    assert field.hasFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["find a", "find ab", "next", "previous", "closed"]
    assert not find.isVisible()


def test_opening_the_find_bar_again_looks_for_the_same_words(find: FindBar) -> None:
    find.activate("quay")
    emitted = heard(find.text_changed)
    find.close_bar()
    find.activate()
    assert emitted == ["quay"]
    assert find.text() == "quay"


@pytest.mark.parametrize(
    ("text", "current", "total", "shown"),
    [
        ("", 0, 0, ""),
        ("x", 0, 0, "Nothing found"),
        ("x", 3, 17, "3 of 17"),
        ("x", 0, 2, "2 hit(s)"),
    ],
)
def test_hits_are_counted(find: FindBar, text: str, current: int, total: int, shown: str) -> None:
    field = find.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    find.set_hits(current, total)
    assert shown in label_texts(find, visible=True) or (
        not shown and not any(label_texts(find, visible=True))
    )
    buttons = [b for b in find.findChildren(QToolButton) if "hit" in b.accessibleName()]
    assert [b.isEnabled() for b in buttons] == [total > 0] * 2


def test_progress_says_how_much_is_left_and_how_long_it_takes(
    qapp: QApplication, show: Show
) -> None:
    window = QWidget()
    panel = ProgressPanel(window)
    show(window)
    assert not panel.isVisible(), "nothing to say without pairs"
    panel.set_progress(240, PairsLeft(190, 8, 1))
    panel.set_place(3, 240)
    panel.set_pace(12.4, 199 * 12.4)
    assert label_texts(panel, visible=True) == ["pair 3 of 240", "41 labelled · 12 s a pair"]
    for part in (
        "190 to label, 8 unreadable, 1 whose id occurs twice",
        "12 s a pair",
        "about 41 minute(s) left",
    ):
        assert part in panel.toolTip()
    bar = panel.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.maximum()) == (41, 240)
    panel.set_pace(60, 3 * 3600)
    assert "about 3 hour(s) left" in panel.toolTip()
    for pace, said in ((0.4, "0.4"), (9.94, "9.9"), (9.96, "10"), (1200.0, "1,200")):
        panel.set_pace(pace, None)
        assert label_texts(panel, visible=True)[1] == f"41 labelled · {said} s a pair"
    panel.set_progress(240, PairsLeft())
    panel.set_pace(None, None)
    assert label_texts(panel, visible=True)[1] == "240 labelled"
    assert "left" not in panel.toolTip()
    assert "0 to label" in panel.toolTip()


def test_guidelines_are_shown_literally(qapp: QApplication, show: Show) -> None:
    panel = GuidelinesPanel()
    panel.set_theme(load_theme("light"))
    show(panel)
    heard: list[bool] = []
    panel.file_wanted.connect(lambda: heard.append(True))
    press(panel, "Choose a file…")
    panel.set_text("<b>Rule 1</b>", "rules.txt")
    text = panel.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText() == "<b>Rule 1</b>"
    assert text.isVisible()
    assert text.isReadOnly()
    panel.set_text(None)
    assert not text.isVisible()
    assert heard == [True]


def test_a_pair_that_cannot_be_read_offers_to_try_again_or_to_go_on(
    qapp: QApplication, show: Show
) -> None:
    panel = MessagePanel()
    panel.set_theme(load_theme("light"))
    show(panel)
    panel.set_message("<i>one</i>", "The file is gone.")
    assert "<i>one</i>" in label_texts(panel, visible=True)
    heard: list[str] = []
    panel.retry_wanted.connect(lambda: heard.append("again"))
    panel.next_wanted.connect(lambda: heard.append("next"))
    press(panel, "Read it again")
    press(panel, "Next pair")
    assert heard == ["again", "next"]


@pytest.mark.parametrize(("width", "below"), [(600, False), (190, True)])
def test_the_buttons_of_a_message_are_whole_also_in_the_place_of_one_document(
    qapp: QApplication, show: Show, width: int, below: bool
) -> None:
    panel = MessagePanel()
    panel.set_message("Candidate: cannot be read", "The candidate b.txt is not there.")
    panel.setMinimumSize(1, 1)  # as in a pane, which no layout keeps from being narrow
    show(panel)
    panel.resize(width, 500)
    qapp.processEvents()
    first, second = panel.findChildren(QPushButton)
    assert (second.y() > first.y()) is below
    for button in (first, second):
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize(("outlives", "seen"), [(0, [False, False]), (1, [True, False])])
def test_what_is_said_of_a_pair_goes_with_it(
    qapp: QApplication, show: Show, outlives: int, seen: list[bool]
) -> None:
    window = QWidget()
    toast = Toast(window)
    show(window)
    toast.pair_came(3)
    toast.show_sentence("This is the last pair.", outlives)
    toast.pair_came(3)
    assert toast.isVisible(), "it was read again"
    found = []
    for index in (4, 5):
        toast.pair_came(index)
        found.append(toast.isVisible())
    assert found == seen
    toast.show_sentence("The label file is back.")
    toast.pair_came(6)
    assert toast.isVisible(), "it is about no pair"


@pytest.mark.parametrize("points", [9, 20])
@pytest.mark.parametrize("width", [260, 620, 1400])
def test_a_toast_is_as_high_as_its_lines_at_every_width(
    qapp: QApplication, show: Show, points: int, width: int
) -> None:
    window = QWidget()
    toast = Toast(window)
    window.setStyleSheet(f"QLabel[part='toast'] {{ padding: 8px 14px; font-size: {points}pt; }}")
    window.resize(width, 600)
    show(window)
    for sentence in (
        "labels.csv was changed outside this window: 3 rows added, 2 rows changed.",
        "Undone: the label of a pair.\nThe window is at it again.",
        "seven words of a sentence that is long " * 6,
        "saved",
    ):
        toast.show_sentence(sentence)
        text = QRect(0, 0, toast.width() - 28, 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        needed = toast.fontMetrics().boundingRect(text, flags, toast.text()).height() + 16
        assert needed <= toast.height() <= needed + toast.fontMetrics().lineSpacing() / 2
        assert toast.width() <= width
        window.resize(width - 60, 600)
        QApplication.processEvents()
        assert toast.height() >= toast.heightForWidth(toast.width())
        window.resize(width, 600)
        QApplication.processEvents()
