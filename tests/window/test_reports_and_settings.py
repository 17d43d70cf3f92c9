"""Reports, settings, panels, files that change: the rest of what a window owes its user."""

from __future__ import annotations

from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
)

from gui.compare import Options
from gui.settings import FOLDING, KEYS, SHOWN, THEME, ZOOM
from gui.widgets.controls.markdown_view import MarkdownView
from gui.widgets.controls.theme import load_theme
from gui.widgets.reports import report_writing
from gui.widgets.settings.settings_dialog import Preferences
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import ARTICLE

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


def test_a_report_is_saved_as_html_and_as_pdf(
    listed: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    for suffix in ("html", "pdf"):
        chosen = str(tmp_path / f"report.{suffix}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=chosen: (path, ""))
        listed.window.actions_by_name[f"export-{suffix}"].trigger()
        wait_until(Path(chosen).exists)
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Officials said the first" in html
    assert "<script" not in html
    pdf = (tmp_path / "report.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 5000


def test_a_report_that_cannot_be_written_is_said(
    listed: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    banners = listed.window.views.banners
    for suffix in ("html", "pdf"):
        chosen = str(tmp_path / "nowhere" / f"report.{suffix}")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=chosen: (path, ""))
        listed.window.actions_by_name[f"export-{suffix}"].trigger()
        wait_until(lambda: "complaint" in banners.keys())  # noqa: SIM118
        banners.hide_banner("complaint")


def test_settings_are_made_true_at_once_and_kept(listed: Driver) -> None:
    assert listed.window is not None
    chosen = Preferences(
        theme="dark",
        zoom=150,
        folding=True,
        options=Options(punctuation=True, marks=False),
        keys={"label-copy": ("X",)},
    )
    listed.window.preferences.apply(chosen)
    assert listed.window.views.reading.zoom == 150
    assert listed.session.pair.reading.options == Options(punctuation=True, marks=False)
    assert (listed.settings[ZOOM], listed.settings[FOLDING]) == (150, True)
    assert listed.settings[KEYS] == {"label-copy": ("X",)}
    listed.wait_for_pair()
    listed.press("2")
    let_pass(30)
    assert listed.session.pair.index == 0, "the key was given away"
    listed.press("x")
    assert listed.session.pair.index == 1


def test_each_dialog_opens_and_closes_and_labels_nothing(listed: Driver) -> None:
    assert listed.window is not None
    for name in ("settings", "keys", "about", "paste-texts", "legend", "how-to-judge"):
        listed.window.actions_by_name[name].trigger()
        shown = [dialog for dialog in listed.window.findChildren(QDialog) if dialog.isVisible()]
        assert len(shown) == 1, name
        shown[0].reject()
        assert not shown[0].isVisible(), name
        assert listed.session.pair.index == 0, name


def test_kinds_are_switched_by_key_and_remembered(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("1", CONTROL)
    assert "substitution" not in driver.settings[SHOWN]
    driver.close()
    window = driver.open(path)
    assert not window.actions_by_name["show-substitution"].isChecked()
    driver.press("1", CONTROL)
    assert "substitution" in driver.settings[SHOWN]


def test_side_panels_fold_in_a_narrow_window_and_come_back(listed: Driver) -> None:
    window = listed.window
    assert window is not None
    window.resize(1600, 900)
    assert window.views.late_pairs.part.isVisible()
    assert window.views.evidence.isVisible()
    window.resize(1280, 800)
    assert not window.views.late_pairs.part.isVisible()
    assert not window.views.evidence.isVisible()
    listed.press(Qt.Key.Key_F8)
    assert window.views.evidence.isVisible()
    window.resize(1600, 900)
    assert window.views.late_pairs.part.isVisible()


def test_panels_opened_in_a_narrow_window_are_open_in_the_next(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")

    def shown(width: int) -> list[bool]:
        window.resize(width, 800)
        return [window.views.late_pairs.part.isVisible(), window.views.evidence.isVisible()]

    window = driver.open(path)
    assert shown(1280) == [False, False]
    driver.press(Qt.Key.Key_F7)
    driver.press(Qt.Key.Key_F8)
    assert shown(1280) == [True, True]
    assert shown(900) == [False, True], "the one opened last where there is no room for both"
    assert shown(1280) == [True, True]
    driver.close()
    window = driver.open(path)
    assert shown(1280) == [True, True]
    driver.press(Qt.Key.Key_F8)
    assert shown(1600) == [True, True]
    driver.close()
    window = driver.open(path)
    assert shown(1280) == [True, False]
    window.resize(900, 800)
    driver.press(Qt.Key.Key_F8)
    driver.press(Qt.Key.Key_F7)
    assert shown(900) == [True, False]
    driver.close()
    window = driver.open(path)
    assert shown(1280) == [True, False], "where there was no room nothing was chosen for good"


def test_a_document_that_changed_on_disk_is_told_quietly_and_read_again(
    listed: Driver, tmp_path: Path
) -> None:
    window = listed.window
    assert window is not None
    candidate = tmp_path / "pairs" / "one" / "candidate.txt"
    replacement = tmp_path / "new.txt"
    replacement.write_text(ARTICLE, encoding="utf-8")
    replacement.replace(candidate)
    wait_until(lambda: "changed" in window.views.banners.keys())  # noqa: SIM118
    listed.press(Qt.Key.Key_F5)
    listed.wait_for_pair()
    comparison = listed.session.pair.comparison
    assert comparison is not None
    assert not comparison.changes
    assert "changed" not in window.views.banners.keys()  # noqa: SIM118


def test_guidelines_beside_the_list_are_shown(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    written = "Names first, then:\n\n1. original\n2. cop\u00fd\n"
    (tmp_path / "pairs" / "guidelines.txt").write_text(written, encoding="utf-8")
    window = driver.open(path)
    window.resize(1600, 900)
    wait_until(window.views.guidelines.isVisible)
    shown = window.views.guidelines.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.toPlainText() == written, "lists keep their numbers"


def test_guidelines_in_markdown_are_rendered(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    written = "# Names\n\n1. **original**\n2. <b>cop\u00fd</b>\n"
    (tmp_path / "pairs" / "guidelines.md").write_text(written, encoding="utf-8")
    window = driver.open(path)
    window.resize(1600, 900)
    wait_until(window.views.guidelines.isVisible)
    shown = window.views.guidelines.findChild(MarkdownView)
    assert shown is not None
    assert shown.isVisible()
    assert shown.toPlainText() == "Names\noriginal\n<b>cop\u00fd</b>"


def test_without_a_list_no_guidelines_are_asked_for(driver: Driver) -> None:
    window = driver.open()
    window.resize(1600, 900)
    wait_until(window.views.stage.start.part.isVisible)
    assert not window.views.guidelines.isVisible()
    driver.press(Qt.Key.Key_F9)
    assert window.views.guidelines.isVisible()


def test_the_filter_of_the_list_is_the_way_of_the_keys(listed: Driver, tmp_path: Path) -> None:
    window = listed.window
    assert window is not None
    listed.press("2")
    listed.wait_for_pair()
    listed.press("2")
    listed.wait_for_pair()
    window.views.pairs_model.set_filter("copy")
    listed.session.go_to(0)
    listed.press("j")
    assert listed.session.pair.index == 1
    listed.press("j")
    assert listed.session.pair.index == 1
    wait_until(lambda: len(read_labels(tmp_path / "pairs" / "labels.csv")) == 2)


def test_the_place_of_a_pair_is_told_among_those_that_are_shown(listed: Driver) -> None:
    window = listed.window
    assert window is not None

    def told() -> list[str]:
        return [label.text() for label in window.views.progress.findChildren(QLabel)]

    listed.press("2")
    listed.wait_for_pair()
    wait_until(lambda: "pair 2 of 3" in told())
    window.views.pairs_model.set_filter("unlabelled")
    wait_until(lambda: "pair 1 of 2" in told())


def test_escape_leaves_a_field_that_is_searched_no_more(listed: Driver) -> None:
    window = listed.window
    assert window is not None
    window.resize(1500, 900)
    views = window.views
    for panel in (views.late_pairs.part, views.evidence.ledger):
        [field] = panel.findChildren(QLineEdit)
        field.setFocus()
        listed.type("2")
        listed.press(Qt.Key.Key_Escape)
        assert (field.text(), listed.focus()) == ("", field)
        listed.press(Qt.Key.Key_Escape)
        assert views.reading.isAncestorOf(listed.focus()), type(panel)


def test_a_long_list_opens_and_steps_quickly_enough_to_be_tested(
    driver: Driver, tmp_path: Path
) -> None:
    folder = tmp_path / "pairs"
    write_pairs(folder, ("one",))
    lines = ["id,reference,candidate"]
    lines += [f"p{number},one/reference.txt,one/candidate.txt" for number in range(20_000)]
    path = folder / "long.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    assert driver.session.pair.index == 1


def test_the_buttons_of_the_panels_say_what_they_show_where_there_is_room(listed: Driver) -> None:
    window = listed.window
    assert window is not None
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def named() -> dict[str, bool]:
        return {
            button.text(): button.toolButtonStyle() is beside
            for button in window.findChildren(QToolButton)
            if button.text() in ("List", "Evidence")
        }

    for width, room in ((1280, True), (760, False)):
        window.resize(width, 800)
        wait_until(lambda room=room: named() == {"List": room, "Evidence": room})  # type: ignore[misc]


def typed(dialog: QInputDialog, number: str) -> None:
    box = dialog.findChild(QSpinBox)
    assert box is not None
    box.selectAll()
    QTest.keyClicks(box, number)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_a_pair_is_reached_by_its_number_in_the_list_as_it_is_shown(listed: Driver) -> None:
    window = listed.window
    assert window is not None
    listed.press("g", CONTROL)
    [dialog] = window.findChildren(QInputDialog)
    assert (dialog.intMinimum(), dialog.intValue()) == (1, 1)
    assert "1 to 3" in dialog.labelText()
    typed(dialog, "29")
    assert listed.session.pair.index == 0
    [dialog] = [each for each in window.findChildren(QInputDialog) if each.isVisible()]
    typed(dialog, "3")
    assert listed.session.pair.index == 2
    listed.wait_for_pair()
    window.views.pairs_model.set_filter("unlabelled")
    window.views.pairs_model.set_search("two")
    window.actions_by_name["go-to-pair"].trigger()
    dialog = next(d for d in window.findChildren(QInputDialog) if d.isVisible())
    assert "1 to 1:" in dialog.labelText()
    dialog.accept()
    assert listed.session.pair.index == 1


def test_the_pair_is_printed_and_the_window_says_where(
    listed: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = listed.window
    assert window is not None
    path = tmp_path / "printed.pdf"

    def chosen(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    listed.press("p", CONTROL)
    wait_until(lambda: str(path) in window.views.toast.text())
    assert path.read_bytes().startswith(b"%PDF")


def test_closing_while_a_pdf_is_written_leaves_what_was_there(
    listed: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    path = tmp_path / "report.pdf"
    path.write_bytes(b"before")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(report_writing, "print_strips", lambda *_: repeat(None))  # without end
    listed.window.actions_by_name["export-pdf"].trigger()
    let_pass(30)
    listed.close()
    let_pass(30)
    assert path.read_bytes() == b"before"
    assert [found.name for found in tmp_path.glob("report*")] == ["report.pdf"]


def test_the_first_window_on_a_large_screen_has_room_for_both_panes_and_their_panels(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen:
        def availableSize(self) -> QSize:
            return QSize(2_560, 1_440)

    monkeypatch.setattr(MainWindow, "screen", lambda _: Screen())
    assert driver.make().size() == QSize(1_440, 900)


def test_the_desktops_colours_are_followed_while_the_window_is_open(
    listed: Driver, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    window = listed.window
    assert window is not None
    hints = QGuiApplication.styleHints()
    for name, chosen in (("dark", "system"), ("light", "system"), ("light", "light")):
        listed.settings[THEME] = chosen
        monkeypatch.setattr(
            "gui.widgets.controls.theme.system_is_dark", lambda dark=name == "dark": dark
        )
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        assert qapp.palette().window().color().name() == load_theme(name).hex("window")
        assert window.views.reading.surface.theme.name == name
    monkeypatch.setattr("gui.widgets.controls.theme.system_is_dark", lambda: True)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.views.reading.surface.theme.name == "light", "chosen colours stay"
