"""The first and the last page of the window: what they offer, and what they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QScrollArea, QWidget

from gui.widgets.controls.theme import load_theme
from gui.widgets.window.end_page import EndPanel, Lines, ListedPairs
from gui.widgets.window.start_page import StartPanel, dropped_paths
from gui.widgets.window.tool_bar import short_path
from tests.widgets.widget_helpers import Show, heard, label_texts


@pytest.fixture
def start(qapp: QApplication, show: Show) -> StartPanel:
    panel = StartPanel()
    panel.set_theme(load_theme("light"))
    panel.set_recent([("/data/calls/pairs.csv", ""), ("/d/a & b.txt|/d/<b>.txt", "")])
    show(panel)
    return panel


def press(widget: QWidget, name: str) -> None:
    for button in widget.findChildren(QPushButton):
        if name in (button.text(), button.accessibleName()):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button {name}")


def test_many_recent_paths_make_the_window_no_higher(start: StartPanel) -> None:
    before = start.minimumSizeHint().height()
    start.set_recent([(f"/data/{number}/pairs.csv", "") for number in range(30)])
    QApplication.processEvents()
    assert start.minimumSizeHint().height() == before


def test_each_way_in_is_announced(start: StartPanel) -> None:
    heard: list[str] = []
    start.documents_wanted.connect(lambda: heard.append("documents"))
    start.list_wanted.connect(lambda: heard.append("list"))
    start.folder_wanted.connect(lambda: heard.append("folder"))
    start.paste_wanted.connect(lambda: heard.append("paste"))
    start.samples_wanted.connect(lambda: heard.append("samples"))
    start.recent_wanted.connect(heard.append)
    for name in (
        "Open two documents…",
        "Open a list of pairs…",
        "Open a folder of pairs or articles…",
        "Paste two texts…",
        "Try the sample pairs",
        "/d/a & b.txt|/d/<b>.txt",
    ):
        press(start, name)
    assert heard == [
        *("documents", "list", "folder", "paste", "samples"),
        "/d/a & b.txt|/d/<b>.txt",
    ]


def test_a_recent_path_shows_first_what_tells_it_apart() -> None:
    assert short_path("/data/calls/pairs.csv") == "pairs.csv — /data/calls"
    assert short_path("/d/a.txt|/d/b.txt") == "a.txt | b.txt — /d"


def test_a_long_recent_path_gives_way_in_the_middle(start: StartPanel, qapp: QApplication) -> None:
    path = "/data/" + "very-long-folder-name/" * 20 + "pairs.csv"
    start.set_recent([(path, "")])
    qapp.processEvents()
    [button] = [b for b in start.findChildren(QPushButton) if b.accessibleName() == path]
    assert "…" in button.text()
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width()


def test_files_can_be_dropped(start: StartPanel) -> None:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile("/d/a.txt"), QUrl("ftp://e.org/x"), QUrl.fromLocalFile("/d/b b.txt")]
    )
    assert dropped_paths(data) == ["/d/a.txt", "/d/b b.txt"]
    emitted = heard(start.dropped)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, keys)
    start.dragEnterEvent(enter)
    assert enter.isAccepted()
    start.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert emitted == [["/d/a.txt", "/d/b b.txt"]]


def test_links_can_be_dropped_as_addresses_and_as_text() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://e.org/x?a=b c"), QUrl("ftp://e.org/y"), QUrl("mailto:a@e.org")])
    assert dropped_paths(data) == ["https://e.org/x?a=b%20c"]
    text = QMimeData()
    text.setText("https://e.org/x\nhttps://e.org/y\n")
    assert dropped_paths(text) == ["https://e.org/x", "https://e.org/y"]
    text.setText("read https://e.org/x")
    assert dropped_paths(text) == []


def test_text_that_is_no_file_is_not_taken(start: StartPanel) -> None:
    data = QMimeData()
    data.setText("hello")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    start.dragEnterEvent(event)
    assert not event.isAccepted()


@pytest.fixture
def end(qapp: QApplication, show: Show) -> EndPanel:
    panel = EndPanel()
    panel.set_theme(load_theme("light"))
    panel.set_result(
        {"copy": 12, "unrelated": 3, None: 1},
        "/data/labels <1>.csv",
        ListedPairs([(4, "four"), (9, "<b>nine</b>")], 2),
        ListedPairs([(6, "six: The reference <i>6.txt</i> is not there.")], 1),
    )
    show(panel)
    return panel


def test_the_end_says_what_was_labelled_how_and_where(end: EndPanel) -> None:
    names = {label.accessibleName() for label in end.findChildren(QLabel)}
    assert {"0 original", "12 copy", "3 unrelated", "0 to label", "1 unreadable"} <= names
    assert "/data/labels <1>.csv" in names
    press(end, "Copy the path")
    assert QGuiApplication.clipboard().text() == "/data/labels <1>.csv"


def test_a_flagged_pair_is_one_key_away(end: EndPanel) -> None:
    emitted = heard(end.pair_wanted)
    [names] = [w for w in end.findChildren(QWidget) if w.accessibleName() == "Flagged pairs"]
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert emitted[0] in (4, 9)


def test_the_way_back_and_the_folder_are_announced(end: EndPanel) -> None:
    heard: list[str] = []
    end.back_wanted.connect(lambda: heard.append("back"))
    end.folder_wanted.connect(lambda: heard.append("folder"))
    press(end, "Back to the pairs")
    press(end, "Open its folder")
    assert heard == ["back", "folder"]


def test_without_flags_there_is_no_list(end: EndPanel) -> None:
    end.set_result({}, "/data/labels.csv", ListedPairs())
    assert "No pair is flagged." in label_texts(end)
    [names] = [w for w in end.findChildren(QWidget) if w.accessibleName() == "Flagged pairs"]
    assert not names.isVisible()


def test_the_title_does_not_claim_what_could_not_be_read(end: EndPanel) -> None:
    def said() -> set[str]:
        return {label.text() for label in end.findChildren(QLabel)}

    assert "All pairs that can be read are labelled" in said()
    end.set_result({"copy": 12}, "/data/labels.csv", ListedPairs())
    assert "All pairs are labelled" in said()
    end.set_result(
        {"copy": 12, None: 3}, "/data/labels.csv", ListedPairs(), ListedPairs([(1, "one: no")], 1)
    )
    assert "All pairs that the list shows are labelled" in said()
    end.set_result({None: 1}, "/data/labels.csv", ListedPairs(), ListedPairs([(0, "one: no")], 1))
    assert "None of the pairs can be read" in said()


def test_a_pair_that_cannot_be_read_stands_there_with_its_reason(end: EndPanel) -> None:
    [names] = [w for w in end.findChildren(QListView) if w.accessibleName().startswith("Pairs")]
    assert names.isVisible()
    place = names.model().index(0, 0)
    assert place.data() == "six: The reference <i>6.txt</i> is not there."
    emitted = heard(end.pair_wanted)
    names.clicked.emit(place)
    assert emitted == [6]
    end.set_result({"copy": 12}, "/data/labels.csv", ListedPairs())
    assert not names.isVisible()


def test_an_id_that_stands_twice_is_no_unreadable_pair(end: EndPanel) -> None:
    end.set_result(
        {"copy": 12, None: 3}, "labels.csv", ListedPairs(), twice=ListedPairs([(1, "one: no")], 1)
    )
    QApplication.processEvents()  # new widgets are shown in the next turn
    names = {label.accessibleName() for label in end.findChildren(QLabel) if label.isVisible()}
    assert {"2 to label", "1 id occurs twice"} <= names
    assert not any("unreadable" in name for name in names)
    assert "1 pair(s) with the id of an earlier one" in label_texts(end)


def test_the_end_page_is_never_too_narrow_for_its_buttons(
    look: QApplication, end: EndPanel
) -> None:
    end.resize(end.minimumSizeHint().width(), 300)
    QApplication.processEvents()
    [area] = end.findChildren(QScrollArea)
    for button in end.findChildren(QPushButton):
        right = button.mapTo(area.viewport(), button.rect().topRight()).x()
        assert not button.isVisible() or right < area.viewport().width()


@pytest.mark.parametrize(("count", "scrolls"), [(6, False), (7, True)])
def test_six_pairs_of_a_list_are_seen_without_scrolling(
    end: EndPanel, look: QApplication, count: int, scrolls: bool
) -> None:
    flagged = ListedPairs([(number, f"p{number}") for number in range(count)], count)
    end.set_result({"copy": 12}, "labels.csv", flagged, ListedPairs([], 0))
    QApplication.processEvents()
    [names] = [view for view in end.findChildren(QListView) if view.isVisible()]
    assert (names.verticalScrollBar().maximum() > 0) is scrolls


def test_of_the_pairs_listed_only_those_in_view_are_asked_why(end: EndPanel) -> None:
    """To say why, their rows are parsed."""
    asked = set[int]()

    def why(index: int) -> str:
        asked.add(index)
        return f"p{index}: no"

    unreadable = ListedPairs(Lines(range(1_000), why), 5_000)
    twice = ListedPairs(Lines(range(1_000, 2_000), why), 1_000)
    end.set_result({None: 6_000}, "labels.csv", ListedPairs([], 0), unreadable, twice)
    QApplication.processEvents()
    [names] = [view for view in end.findChildren(QListView) if view.isVisible()]
    assert names.model().index(0, 0).data() == "p0: no"
    assert len(asked) < 20
    emitted = heard(end.pair_wanted)
    names.clicked.emit(names.model().index(999, 0))
    assert emitted == [999]
    assert names.model().rowCount() == 1_000


def test_pairs_of_both_kinds_stand_one_behind_the_other(end: EndPanel) -> None:
    unreadable, twice = (
        ListedPairs([(1, "one: no")], 1),
        ListedPairs([(0, "nil: twice"), (4, "four: t")], 2),
    )
    end.set_result({None: 3}, "labels.csv", ListedPairs([], 0), unreadable, twice)
    [names] = [w for w in end.findChildren(QListView) if w.accessibleName().startswith("Pairs")]
    model = names.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == ["one: no", "nil: twice", "four: t"]
    emitted = heard(end.pair_wanted)
    for row in range(3):
        names.clicked.emit(model.index(row, 0))
    assert emitted == [1, 0, 4]


@pytest.mark.parametrize(("count", "listed"), [(1_000, 1_000), (1_001, 1_000)])
def test_a_thousand_pairs_that_cannot_be_judged_are_listed(
    end: EndPanel, count: int, listed: int
) -> None:
    unreadable = ListedPairs([(number, f"p{number}") for number in range(count)], count)
    end.set_result({"copy": 12, None: count}, "labels.csv", ListedPairs([], 0), unreadable)
    QApplication.processEvents()
    [names] = [view for view in end.findChildren(QListView) if view.isVisible()]
    assert names.model().rowCount() == listed
    assert ("Here are the first 1,000" in " ".join(label_texts(end))) is (listed < count)


def test_five_figures_stand_beside_each_other(end: EndPanel) -> None:
    end.set_result(
        {f"label {n}": n for n in range(9)}, "l.csv", ListedPairs([], 0), ListedPairs([], 0)
    )
    QApplication.processEvents()
    figures = [w for w in end.findChildren(QLabel) if w.property("part") == "figure"]
    tops = [w.mapTo(end, QPoint()).y() for w in figures if w.isVisible()]
    assert len(tops) > 10
    assert {tops.count(top) for top in tops[:10]} == {5}
