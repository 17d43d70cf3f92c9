"""Blind reading in the real window: what nobody may see, and what the rows say of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from gui.commands.window import main
from gui.labels.label_set import Blinding
from gui.labels.label_values import COLUMNS, FURTHER
from gui.review.pair_list.pair_fields import SORTS
from gui.widgets.controls.controls import SearchField
from gui.widgets.evidence.summary import Figure
from gui.widgets.pairs.pair_delegate import PairDelegate
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels
from tests.window.harbour_articles import ARTICLE, COPY, OTHER

IDS = ("spun-0", "spun-1", "spun-2", "spun-gone")


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Write a list of which every name, path and column has "spun" in it; one file is missing."""
    folder = tmp_path / "pairs"
    folder.mkdir()
    lines = ["id,reference,candidate,spun_by"]
    for number, pair_id in enumerate(IDS):
        names = [f"spun-{side}-{number}.txt" for side in "rc"]
        (folder / names[0]).write_text(ARTICLE, encoding="utf-8")
        if pair_id != IDS[-1]:
            (folder / names[1]).write_text((COPY, OTHER)[number % 2], encoding="utf-8")
        lines.append(",".join((pair_id, *names, "spun by Eve")))
    (folder / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "pairs.csv"


def said_by(widget: QWidget) -> Iterator[str]:
    """Yield what a widget shows and says, now and under the pointer."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.accessibleName())
    yield widget.accessibleDescription()
    for name in ("text", "placeholderText", "title", "toPlainText"):
        found = getattr(widget, name, None)
        if callable(found):
            yield str(found())
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount()):
            for column in range(1 if isinstance(model, QAbstractListModel) else 3):
                index = model.index(row, column)
                yield from (str(index.data(role)) for role in (*roles, Qt.ItemDataRole.ToolTipRole))


def everything(driver: Driver) -> list[str]:
    assert driver.window is not None
    widgets = [driver.window, *driver.window.findChildren(QWidget)]
    return [text for widget in widgets for text in said_by(widget)]


def tooltip_in_list(driver: Driver) -> str:
    assert driver.window is not None
    view = next(
        view
        for view in driver.window.findChildren(QAbstractItemView)
        if isinstance(view.itemDelegate(), PairDelegate)
    )
    index = view.model().index(0, 0)
    place = view.visualRect(index).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.mapToGlobal(place))
    view.itemDelegate().helpEvent(event, view, QStyleOptionViewItem(), index)
    return QToolTip.text()


def here(driver: Driver) -> int:
    pair = driver.session.pair.pair
    assert pair is not None
    return pair.number


def label(driver: Driver, key: str) -> None:
    before = driver.session.pair.index
    driver.press(key)
    wait_until(lambda: driver.session.pair.index != before)
    driver.wait_for_pair()


def differences(driver: Driver) -> bool:
    """Tell whether a key leads to a difference of the pair."""
    assert driver.window is not None
    driver.press("]")
    return driver.window.views.reading.place_among_differences is not None


def test_nothing_in_the_window_tells_what_the_list_calls_its_pairs(
    driver: Driver, pairs: Path
) -> None:
    window = driver.open(pairs, blind="names")
    assert window.windowTitle() == "Copydesk – Pair 1 (blind)"
    for _ in range(len(IDS)):
        driver.wait_for_pair()
        leaks = [text for text in everything(driver) if "spun" in text.lower()]
        assert leaks == []
        assert "spun" not in tooltip_in_list(driver)
        driver.press("f")  # a flagged pair is named when that is undone, and at the end
        driver.press("j")
    driver.press("z", Qt.KeyboardModifier.ControlModifier)
    driver.wait_for_pair()
    driver.session.all_labelled.emit()
    QApplication.processEvents()
    shown = everything(driver)
    assert not [text for text in shown if "spun" in text.lower()]
    assert any("Pair " in text for text in shown)


def test_the_search_offers_and_finds_only_what_is_shown(driver: Driver, pairs: Path) -> None:
    window = driver.open(pairs)
    field = next(
        own for own in window.findChildren(SearchField) if "column" in own.accessibleName()
    )
    assert "path" in field.placeholderText()
    window.actions_by_name["blind"].trigger()
    wait_until(lambda: here(driver) == 1)
    for said in (field.placeholderText(), field.accessibleName()):
        assert not {"id", "path", "column"} & set(said.lower().split())
    model = window.views.pairs_model
    for hidden in ("spun", ".txt", "eve"):
        field.setText(hidden)
        assert not model.shown()
    field.setText("pair 2")
    assert list(model.shown()) == [1]


def test_rows_tell_what_was_hidden_and_on_which_side_the_candidate_stood(
    driver: Driver, pairs: Path
) -> None:
    (pairs.parent / "spun-c-3.txt").write_text(COPY, encoding="utf-8")
    window = driver.open(pairs, blind="figures")
    assert not window.views.evidence.summary.findChildren(Figure)[0].isVisible()
    orders = window.views.pairs_model.known_fields(SORTS)
    assert "similarity" not in orders
    assert {"list", "id", "label", "time"} <= set(orders)
    label(driver, "2")
    driver.press("m")  # this pair was seen with its marks already
    assert not differences(driver)
    label(driver, "1")
    assert not differences(driver)
    label(driver, "3")
    driver.press("m")
    assert differences(driver)
    book = driver.session.book
    assert book is not None
    sides = [str(int(book.swapped(index))) for index in range(3)]
    ids = list(book.ids[:3])
    driver.close()
    rows = read_labels(pairs.parent / "labels.csv")
    assert [row["pair_id"] for row in rows] == ids
    assert tuple(rows[0]) == (*COLUMNS, *FURTHER)
    assert [row["label"] for row in rows] == ["copy", "original", "unrelated"]
    assert [row["blind"] for row in rows] == [*["names figures"] * 2, "names figures marks"]
    assert [row["shown_swapped"] for row in rows] == sides
    assert {row["seed"] for row in rows} == {"1"}


def test_blind_reading_stays_on_and_ends_on_purpose(driver: Driver, pairs: Path) -> None:
    window = driver.open(pairs)
    assert here(driver) == 0
    window.actions_by_name["blind"].trigger()
    wait_until(lambda: here(driver) == 1)
    driver.wait_for_pair()
    label(driver, "2")
    driver.close()
    window = driver.open(pairs)  # nobody asks for it again
    assert here(driver) > 0
    assert window.actions_by_name["blind"].isChecked()
    window.actions_by_name["blind"].trigger()
    window.findChild(QDialogButtonBox).accepted.emit()  # type: ignore[union-attr]
    wait_until(lambda: here(driver) == 0)
    driver.show()
    driver.wait_for_pair()
    driver.session.next_unlabelled()
    driver.wait_for_pair()
    driver.press("2")
    driver.close()
    assert [row["blind"] for row in read_labels(pairs.parent / "labels.csv")] == ["names", ""]
    driver.open(pairs)
    assert here(driver) == 0


def test_who_sits_down_at_a_blind_list_reads_blind(driver: Driver, pairs: Path) -> None:
    window = driver.open(pairs, blind="figures")
    window.opening.change_annotator("bob")
    opened = driver.session.opened
    wait_until(lambda: driver.session.opened is not opened)
    assert driver.session.opened is not None
    assert driver.session.opened.store.annotator == "bob"
    assert driver.session.opened.blind == Blinding(figures=True)


def test_after_the_first_decision_it_is_not_switched_on(driver: Driver, pairs: Path) -> None:
    window = driver.open(pairs)
    label(driver, "2")
    window.actions_by_name["blind"].trigger()
    said = [own.text() for own in window.views.banners.findChildren(QLabel)]
    assert any("switched on before the first decision, and ada has" in text for text in said)
    assert not window.actions_by_name["blind"].isChecked()
    assert here(driver) == 0


def test_the_list_itself_may_ask_for_it_and_each_annotator_has_an_order(
    driver: Driver, pairs: Path
) -> None:
    (pairs.parent / "copydesk.toml").write_text('blind = "figures"\nseed = 3', encoding="utf-8")
    window = driver.open(pairs)
    assert here(driver) > 0
    orders = [tuple(driver.session.book.ids)]  # type: ignore[union-attr]
    for name in ("bob", "cy", "dee"):
        window.opening.change_annotator(name)
        wait_until(lambda name=name: driver.session.opened.store.annotator == name)  # type: ignore[misc, union-attr]
        orders.append(tuple(driver.session.book.ids))  # type: ignore[union-attr]
    assert len(set(orders)) > 1
    assert here(driver) > 0


def test_reports_of_a_blind_list_have_numbers_and_nothing_of_others(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    driver.open(pairs, annotator="bob")
    label(driver, "1")
    driver.close()
    window = driver.open(pairs, blind="names", annotator="ann")
    window.list_reports.begin(tmp_path / "reports")
    wait_until(lambda: (tmp_path / "reports" / "index.html").exists())
    said = "".join(path.read_text("utf-8") for path in (tmp_path / "reports").rglob("*.html"))
    assert "Pair 1" in said
    assert "bob" not in said
    assert "spun-" not in said


@pytest.mark.parametrize(
    "arguments", [["a.txt", "b.txt", "--blind"], ["--blind", "figures"], ["a.csv", "--blind", "x"]]
)
def test_blind_reading_of_anything_but_a_list_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert "--blind" in capsys.readouterr().err
