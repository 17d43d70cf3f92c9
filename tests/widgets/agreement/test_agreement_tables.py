"""The tables of the page of agreement: what they say, and that their numbers can be read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.widgets.agreement.agreement_dialog import AgreementDialog
from gui.widgets.agreement.agreement_tables import HeatMap, TextsTable, heat_colour
from gui.widgets.agreement.agreement_words import (
    agreement_rows,
    annotator_rows,
    estimate,
    short,
)
from gui.widgets.controls.theme import load_theme
from tests.widgets.colours import contrast
from tests.widgets.filled_widgets import agreement_data
from tests.widgets.widget_helpers import Show, label_texts

READABLE = 4.5  # of WCAG 2.2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_number_in_the_heat_map_can_be_read_on_every_colour(theme: str) -> None:
    colours = load_theme(theme)
    for step in range(101):
        back = heat_colour(colours, step / 100)
        assert contrast(colours.hex("text"), back.name()) >= READABLE, step


@pytest.mark.usefixtures("qapp")
def test_a_cell_has_its_number_and_says_what_it_means() -> None:
    view = HeatMap()
    view.heat.set_table(("Ann", "Ben"), ("copy", "unrelated"), [[1240, 5], [7, 0]])
    cell = view.heat.index(0, 1)
    assert cell.data() == "5"
    said = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ann says copy, Ben says unrelated: 5"


@pytest.mark.parametrize(("language", "said"), [("en", "0.750 [0.500, 1.000]"), ("de", "0,750")])
def test_figures_are_written_as_the_language_does(
    language: str, said: str, speaking: Callable[[str], None]
) -> None:
    speaking(language)
    assert estimate({"value": 0.75, "low": 0.5, "high": 1.0}).startswith(said)


@pytest.mark.usefixtures("qapp")
def test_rows_say_where_there_is_not_enough_and_leave_empty_bands_out() -> None:
    data = agreement_data("Ann", "Ben")
    rows = agreement_rows(data)
    assert [row[0] for row in rows] == [
        *("All labels", "copy", "unrelated", "Ann and Ben", "20 to 40 % of the words verbatim"),
    ]
    assert rows[0][4] == "not enough to say"
    by_name = {name: values for name, *values in annotator_rows(data)}
    assert by_name[""] == ["Ann", "Ben"]
    assert by_name["Time a pair, median"] == ["1 min 2 s"] * 2
    assert by_name["  in the third"] == ["not enough to say"] * 2
    assert by_name["With labels that are known"] == ["–"] * 2


def test_the_page_needs_no_numpy_in_the_window() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "import gui.widgets.agreement.agreement_dialog, gui.widgets.agreement.agreement_run"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, timeout=100)


def test_enter_and_one_click_choose_a_row(show: Show) -> None:
    table = TextsTable("Rows")
    table.show_rows(("a", "b"), [("one", "1"), ("two", "2")])
    show(table)
    chosen: list[int] = []
    table.row_chosen.connect(chosen.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.texts.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [1, 0]


def test_files_can_be_left_out_but_not_the_one_of_the_window(show: Show) -> None:
    dialog = AgreementDialog("pairs", ("labels.csv",), load_theme("light"))
    dialog.add_files(("ben.csv", "cleo.csv", "ben.csv", "labels.csv"))
    show(dialog)
    before = dialog.files
    files = dialog.focusWidget()
    assert files is not None
    QTest.keyClick(files, Qt.Key.Key_Home)
    QTest.keyClick(files, Qt.Key.Key_Delete)
    QTest.keyClick(files, Qt.Key.Key_Down)
    QTest.keyClick(files, Qt.Key.Key_Delete)
    assert (before, dialog.files) == (
        ("labels.csv", "ben.csv", "cleo.csv"),
        ("labels.csv", "cleo.csv"),
    )


@pytest.mark.parametrize(("count", "more"), [(4, []), (5, ["And 1 more remark(s)."])])
def test_four_remarks_about_files_are_shown(show: Show, count: int, more: list[str]) -> None:
    dialog = AgreementDialog("pairs", ("labels.csv",), load_theme("light"))
    show(dialog)
    remarks = [f"remark {number}" for number in range(count)]
    dialog.show_refused("There is nothing to compare.", remarks)
    assert "\n".join([*remarks[:4], *more]) in label_texts(dialog, visible=True)


def test_of_a_name_in_a_heading_60_characters_are_shown() -> None:
    assert short("A" * 60) == "A" * 60
    assert len(short("A" * 61)) == 60


def test_stripes_do_not_cover_the_border_that_shows_the_focus(
    look: QApplication, show: Show
) -> None:
    table = TextsTable("Pairs")
    table.show_rows(("Pair", "Label"), [(f"p{number}", "copy") for number in range(30)])
    table.resize(200, 200)
    show(table)
    table.setFocus()
    look.processEvents()
    seen = table.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in (0, 1) for y in range(20, 180)}
    assert colours == {load_theme("light").hex("focus")}
