"""What others do to very many rows reaches the window a little at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from gui.labels import DecisionContext, LabelStore, read_pairs
from gui.review.background import Turns
from gui.widgets.reading import reading_rows
from tests.review.waiting import let_timers_run, wait_until
from tests.window.driving import Driver, write_pairs

ROWS = 900


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A list of which all but the first pair are labelled."""
    (tmp_path / "a.txt").write_text("The ferry came back on Monday.", encoding="utf-8")
    rows = "".join(f"p{number},a.txt,a.txt\n" for number in range(ROWS))
    path = tmp_path / "pairs.csv"
    path.write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    store = LabelStore(tmp_path / "labels.csv", journal_folder=tmp_path / "none", annotator="ada")
    store.open()
    store.label(read_pairs(path).pairs[1], "copy", DecisionContext())
    store.project()
    store.close()
    head, row = (tmp_path / "labels.csv").read_text(encoding="utf-8").splitlines()
    rows = "".join(row.replace("p1", f"p{number}") + "\n" for number in range(1, ROWS))
    (tmp_path / "labels.csv").write_text(f"{head}\n{rows}", encoding="utf-8")
    return path


def relabel(path: Path) -> None:
    """Another program calls every copy unrelated."""
    labels = path.with_name("labels.csv")
    text = labels.read_text(encoding="utf-8").replace(",copy,", ",unrelated,")
    labels.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("wanted", ["all", "copy", "unrelated"])
def test_the_list_hears_of_many_rows_edited_outside_a_few_times(
    driver: Driver, many: Path, wanted: str
) -> None:
    window = driver.open(many)
    model = window.views.pairs_model
    model.set_filter(wanted)
    told: list[str] = []
    for name in ("dataChanged", "rowsInserted", "rowsRemoved", "modelReset"):
        getattr(model, name).connect(lambda *_, name=name: told.append(name))
    relabel(many)
    wait_until(lambda: all(model.state(i).label == "unrelated" for i in range(1, ROWS)))
    QApplication.processEvents()
    assert len(told) < 60
    shown = {"all": range(ROWS), "copy": (), "unrelated": range(1, ROWS)}[wanted]
    assert list(model.shown()) == list(shown)


def test_the_way_on_does_not_end_before_all_changes_are_known(driver: Driver, many: Path) -> None:
    window = driver.open(many)
    session = window.session
    asked: list[str] = []
    ended: list[bool] = []
    session.all_labelled.connect(lambda: ended.append(True))

    def go_on(notice: str) -> None:  # said before any of the rows was looked at
        session.next_unlabelled()
        asked.append(notice)

    session.notice.connect(go_on)
    labels = many.with_name("labels.csv")
    head, *rows = labels.read_text(encoding="utf-8").splitlines()
    kept = [row.replace(",copy,", ",original,") for row in rows if not row.startswith("p500,")]
    labels.write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
    wait_until(lambda: asked)
    wait_until(lambda: session.pair.index == 500)
    assert not ended
    driver.wait_for_pair()


def test_who_takes_the_last_label_back_is_not_led_on_later(
    driver: Driver, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = driver.open(many).session
    driver.wait_for_pair()
    told: list[object] = []
    session.notice.connect(told.append)
    session.all_labelled.connect(lambda: told.append("the end"))
    busy = [True]  # another program has changed rows, which are looked at
    monkeypatch.setattr(Turns, "busy", property(lambda _turns: busy[0]))
    driver.press("2")
    driver.press("z", Qt.KeyboardModifier.ControlModifier)
    busy[0] = False
    let_timers_run(session.navigation, 100)
    assert (session.pair.index, told) == (0, [])


def test_of_a_very_long_pair_it_is_said_that_the_beginning_is_shown(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_rows, "MOST_ROWS", 3)
    window = driver.open(write_pairs(tmp_path / "pairs"))
    assert "long" in window.views.banners.keys()  # noqa: SIM118 (no mapping)
    said = " ".join(label.text() for label in window.views.banners.findChildren(QLabel))
    assert "the first" in said
    monkeypatch.setattr(reading_rows, "MOST_ROWS", 300)
    driver.press("j")
    driver.wait_for_pair()
    assert "long" not in window.views.banners.keys()  # noqa: SIM118 (no mapping)
