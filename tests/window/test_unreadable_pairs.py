"""Pairs that cannot be read: passed over aloud, and told of at the end, whatever the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QListView

from gui.review.document_checks import MissingDocuments
from gui.review.preparing.preparing import Preparer
from gui.widgets.controls.notifications import MessagePanel
from gui.widgets.reading.counterparts import Role
from gui.widgets.window.main_window import MainWindow
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs

SHIFT = Qt.KeyboardModifier.ShiftModifier


def gone(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(60_000_000)


KINDS: dict[str, Callable[[Path], object]] = {
    "missing": gone,
    "empty": lambda path: path.write_bytes(b""),
    "white space": lambda path: path.write_bytes(b" \n" * 9),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 8),
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)),
    "a folder": a_folder,
    "too large": too_large,
}


@pytest.fixture
def nothing_known_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a reviewer is quicker than the machine: each pair is read when it is shown."""
    want = Preparer.want
    monkeypatch.setattr(Preparer, "want", lambda self, key, _ahead: want(self, key))
    monkeypatch.setattr(Preparer, "then", lambda *_: None)
    monkeypatch.setattr(MissingDocuments, "look", lambda *_: None)


def opened(driver: Driver, folder: Path, names: tuple[str, ...], kind: str, *bad: str) -> None:
    """Open a list of pairs, of which those named *bad* cannot be read, and look at the first."""
    path = write_pairs(folder / "pairs", names)
    for name in bad:
        KINDS[kind](folder / "pairs" / name / "reference.txt")
    driver.open(path)


def arrive(driver: Driver, pair_id: str) -> None:
    def there() -> bool:
        pair = driver.session.pair.pair
        return pair is not None and pair.id == pair_id

    wait_until(there)
    driver.wait_for_pair()


def said(driver: Driver) -> str:
    assert driver.window is not None
    return driver.window.views.toast.text()


def at_the_end(driver: Driver) -> bool:
    assert driver.window is not None
    return driver.window.views.stage.end.shown


def good_and_bad(folder: Path) -> tuple[Path, list[str], dict[str, str]]:
    """Write a list in which a pair of each kind stands between two that can be read.

    Return its path, the ids of those that can be read, and those of the others by their kind.
    """
    good = [f"good {number}" for number in range(len(KINDS) + 1)]
    bad = {kind: f"bad {number}" for number, kind in enumerate(KINDS)}
    names = [name for both in zip(good, bad.values(), strict=False) for name in both]
    path = write_pairs(folder / "pairs", (*names, good[-1]))
    for kind, name in bad.items():
        KINDS[kind](folder / "pairs" / name / "reference.txt")
    return path, good, bad


def said_on_the_way(driver: Driver, good: list[str], bad: dict[str, str]) -> dict[str, str]:
    """Label each pair that can be read but the last; return what is said then, by the kind."""
    heard = {}
    for kind, name in zip(bad, good[1:], strict=True):
        driver.press("2")
        arrive(driver, name)
        heard[kind] = said(driver)
    return heard


def test_it_is_passed_over_with_a_word(driver: Driver, tmp_path: Path) -> None:
    path, good, bad = good_and_bad(tmp_path)
    driver.open(path)
    heard = said_on_the_way(driver, good, bad)
    assert not [(kind, text) for kind, text in heard.items() if "Skipped" not in text]
    assert not [(kind, text) for kind, text in heard.items() if bad[kind] not in text]
    assert not [(kind, text) for kind, text in heard.items() if "reference.txt" not in text]


@pytest.mark.usefixtures("nothing_known_ahead")
def test_of_several_in_a_row_none_is_left_out(driver: Driver, tmp_path: Path) -> None:
    """That they cannot be read comes out of one after the other, as each is opened."""
    path = write_pairs(tmp_path / "pairs", ("a", "x", "y", "z", "b"))
    for name in "xyz":
        gone(tmp_path / "pairs" / name / "reference.txt")
    driver.open(path)
    driver.press("2")
    arrive(driver, "b")
    assert "Skipped 3 pairs" in said(driver)
    assert "x, y, z" in said(driver)


@pytest.mark.usefixtures("nothing_known_ahead")
def test_what_comes_out_only_on_the_way_is_told_there_and_at_the_end(
    driver: Driver, tmp_path: Path
) -> None:
    path, good, bad = good_and_bad(tmp_path)
    driver.open(path)
    heard = said_on_the_way(driver, good, bad)
    assert not [(kind, text) for kind, text in heard.items() if "Skipped" not in text]
    assert not [(kind, text) for kind, text in heard.items() if bad[kind] not in text]
    driver.press("2")
    wait_until(lambda: at_the_end(driver))
    end = driver.window.views.stage.end.part  # type: ignore[union-attr]
    texts = [label.text() for label in end.findChildren(QLabel)]
    assert f"{len(KINDS)} pairs cannot be read" in texts
    assert any("cannot be shown" in text and "unusable" in text for text in texts)
    [names] = [view for view in end.findChildren(QListView) if "cannot" in view.accessibleName()]
    lines = [names.model().index(row, 0).data() for row in range(names.model().rowCount())]
    assert [line.partition(":")[0] for line in lines] == list(bad.values())
    assert not [line for line in lines if "reference.txt" not in line]


@pytest.mark.usefixtures("nothing_known_ahead")
def test_another_label_for_a_pair_leads_on_in_the_order_and_for_the_last_one_to_the_end(
    driver: Driver, tmp_path: Path
) -> None:
    path, good, bad = good_and_bad(tmp_path)
    labels = tmp_path / "pairs" / "labels.csv"
    rows = [f"{name},copy,ada\r\n" for name in good]
    labels.write_text("pair_id,label,annotator\r\n" + "".join(rows), encoding="utf-8", newline="")
    back_at(driver, path, good[0])
    arrive(driver, good[0])
    for key, unreadable, name in zip("3111111", bad.values(), good[1:], strict=True):
        driver.press(key)
        arrive(driver, unreadable)  # it cannot be read, and is the next in the order all the same
        driver.press("j")
        arrive(driver, name)
    driver.press("1")
    wait_until(lambda: at_the_end(driver))
    expected = dict.fromkeys(good, "original") | {good[0]: "unrelated"}
    wait_until(lambda: {row["pair_id"]: row["label"] for row in read_labels(labels)} == expected)


@pytest.mark.usefixtures("nothing_known_ahead")
def test_many_in_a_row_may_be_a_disk_that_is_gone_and_are_not_run_through(
    driver: Driver, tmp_path: Path
) -> None:
    names = ("one", *(f"bad {number}" for number in range(8)), "last")
    opened(driver, tmp_path, names, "binary", *names[1:-1])
    driver.press("2")
    arrive(driver, "bad 4")
    driver.press("j", SHIFT)
    arrive(driver, "last")


def test_where_it_is_the_only_pair_nothing_is_said_to_be_labelled(
    driver: Driver, tmp_path: Path
) -> None:
    opened(driver, tmp_path, ("one",), "binary", "one")
    driver.press("j", SHIFT)
    assert "cannot be read" in said(driver)
    assert "Labelled" not in said(driver)


@pytest.mark.usefixtures("nothing_known_ahead")
def test_one_that_is_gone_to_on_purpose_stays(driver: Driver, tmp_path: Path) -> None:
    opened(driver, tmp_path, ("one", "two", "three"), "empty", "two")
    driver.press("j")
    arrive(driver, "two")
    assert reason_in_pane(driver) is not None


def test_one_that_can_no_longer_be_read_stays(driver: Driver, tmp_path: Path) -> None:
    opened(driver, tmp_path, ("one", "two", "three"), "empty")
    KINDS["empty"](tmp_path / "pairs" / "one" / "reference.txt")
    driver.press(Qt.Key.Key_F5)
    wait_until(lambda: driver.session.pair.problem)
    driver.wait_for_pair()
    assert driver.session.pair.index == 0


def back_at(driver: Driver, path: Path, pair_id: str) -> MainWindow:
    """Open the list at *path* where the reviewer was before: at this pair."""
    driver.settings.remember_place(str(path), "ada", pair_id)
    return driver.open(path)


def reason_in_pane(driver: Driver) -> tuple[QRect, str] | None:
    """Where in the view a pane says why its document cannot be read, and what it says."""
    assert driver.window is not None
    panels = driver.window.views.reading.findChildren(MessagePanel)
    shown = [panel for panel in panels if panel.isVisible()]
    return (shown[0].geometry(), shown[0].accessibleName()) if shown else None


@pytest.mark.parametrize("side", ["reference", "candidate"])
def test_the_side_that_can_be_read_is_shown_beside_the_reason(
    driver: Driver, tmp_path: Path, side: str
) -> None:
    path = write_pairs(tmp_path / "pairs", (*KINDS, "good"))
    for kind, spoil in KINDS.items():
        spoil(tmp_path / "pairs" / kind / f"{side}.txt")
    window = back_at(driver, path, next(iter(KINDS)))
    for number, kind in enumerate(KINDS):
        driver.session.go_to(number)
        arrive(driver, kind)
        check_that_one_side_is_shown(driver, window, Role(side), kind)
        driver.press("1")
        assert "unusable" in window.views.labels.reason, kind
        driver.press("0")
        arrive(driver, "good")
    labels = tmp_path / "pairs" / "labels.csv"
    expected = dict.fromkeys(KINDS, "unusable")
    wait_until(lambda: {row["pair_id"]: row["label"] for row in read_labels(labels)} == expected)
    for row in read_labels(labels):
        assert not row[f"{side}_sha256"], row
        assert len(row[f"{Role(side).other.value}_sha256"]) == 64, row


def check_that_one_side_is_shown(
    driver: Driver, window: MainWindow, absent: Role, kind: str
) -> None:
    """The side that is *absent* says why, on either side of the window; the other has its text."""
    reading = window.views.reading
    assert window.views.stage.currentWidget() is window.views.stage.pair, kind
    shown = reason_in_pane(driver)
    assert shown is not None, kind
    assert shown[0] == reading.panes[absent].geometry(), kind
    assert f"{absent.value}.txt" in shown[1], kind
    assert not reading.header.encoding_button(absent).isVisible(), kind
    picture = reading.surface.picture
    assert picture is not None, kind
    texts = {
        Role.REFERENCE: picture.layout.reference.text,
        Role.CANDIDATE: picture.layout.candidate.text,
    }
    assert texts[absent] == "", kind
    assert any(word in texts[absent.other] for word in ("harbour", "port", "oven")), kind
    driver.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    shown = reason_in_pane(driver)
    assert shown is not None, kind
    assert shown[0] == reading.panes[absent].geometry(), "it goes along when the sides are swapped"


def test_a_document_that_is_mended_is_shown_and_compared(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    gone(tmp_path / "pairs" / "one" / "candidate.txt")
    back_at(driver, path, "one")
    assert reason_in_pane(driver) is not None
    (tmp_path / "pairs" / "one" / "candidate.txt").write_text("A port.", encoding="utf-8")
    driver.press(Qt.Key.Key_F5)
    wait_until(lambda: driver.session.pair.comparison is not None)
    assert reason_in_pane(driver) is None
    driver.look()
    driver.press("2")
    wait_until(lambda: driver.session.pair.index == 1)


def test_of_a_pair_whose_id_stands_twice_both_documents_are_shown(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    with path.open("a", encoding="utf-8") as file:
        file.write("one,two/reference.txt,two/candidate.txt\nthree,two/reference.txt,\n")
    window = back_at(driver, path, "one (row 3)")
    assert window.views.stage.currentWidget() is window.views.stage.pair
    assert reason_in_pane(driver) is None
    assert "unreadable" in window.views.banners.keys()  # noqa: SIM118 - a method of banners
    picture = window.views.reading.surface.picture
    assert picture is not None
    assert "harbour" in picture.layout.reference.text
    assert "port" in picture.layout.candidate.text
    driver.press("0")
    wait_until(lambda: driver.session.pair.index == 0)
    assert "unreadable" not in window.views.banners.keys()  # noqa: SIM118
    driver.session.go_to(3)
    driver.wait_for_pair()
    shown = reason_in_pane(driver)
    assert shown is not None
    assert "row 4" in shown[1].lower()


def test_where_neither_can_be_read_the_reason_stands_alone(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    for side in ("reference", "candidate"):
        gone(tmp_path / "pairs" / "one" / f"{side}.txt")
    window = back_at(driver, path, "one")
    assert window.views.stage.currentWidget() is not window.views.stage.pair
    driver.press("0")
    wait_until(lambda: driver.session.pair.index == 1)


def test_from_the_end_a_key_leads_to_them(driver: Driver, tmp_path: Path) -> None:
    opened(driver, tmp_path, ("one", "two", "three", "four"), "empty", "two", "four")
    driver.press("2")
    arrive(driver, "three")
    driver.press("2")
    wait_until(lambda: at_the_end(driver))
    end = driver.window.views.stage.end.part  # type: ignore[union-attr]
    assert any("Shift+J leads to" in label.text() for label in end.findChildren(QLabel))
    driver.press("j", SHIFT)
    arrive(driver, "two")
    for then in ("four", ""):
        driver.press("0")
        if then:
            arrive(driver, then)
    wait_until(lambda: at_the_end(driver))
    driver.press("j", SHIFT)
    assert at_the_end(driver)


def test_the_only_pair_can_be_labelled_unusable(driver: Driver, tmp_path: Path) -> None:
    opened(driver, tmp_path, ("one",), "binary", "one")
    driver.press("j", SHIFT)
    assert "can be labelled unusable" in said(driver)
    driver.press("0")
    labels = tmp_path / "pairs" / "labels.csv"
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["unusable"])
    wait_until(lambda: "The label is in" in said(driver))


def test_of_two_documents_that_cannot_be_read_both_reasons_are_told(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", ("one", "two"))
    KINDS["empty"](tmp_path / "pairs" / "two" / "candidate.txt")
    KINDS["missing"](tmp_path / "pairs" / "two" / "reference.txt")
    window = driver.open(path)
    driver.press("j")
    wait_until(lambda: driver.session.pair.problem is not None)
    message = window.views.stage.message.part
    assert isinstance(message, MessagePanel)
    wait_until(lambda: "reference.txt" in message.accessibleName())
    assert "candidate.txt" in message.accessibleName()


@pytest.mark.parametrize(
    ("gone_too", "filters"),
    [((), ["Id occurs twice"]), (("b",), ["Unreadable", "Id occurs twice"])],
)
def test_who_is_led_past_many_is_sent_to_the_filter_that_shows_them(
    driver: Driver, tmp_path: Path, gone_too: tuple[str, ...], filters: list[str]
) -> None:
    path = write_pairs(tmp_path / "pairs", ("a", "b", "c"))
    lines = path.read_text(encoding="utf-8").splitlines()
    again = [f"a,{name}/reference.txt,{name}/candidate.txt" for name in "bb"]
    rest = lines[2:] if gone_too else lines[3:]
    path.write_text("\n".join([*lines[:2], *again, *rest]) + "\n", encoding="utf-8")
    for name in gone_too:
        gone(tmp_path / "pairs" / name / "reference.txt")
    driver.open(path)
    driver.press("2")
    arrive(driver, "c")
    assert re.findall("“(.+?)”", said(driver)) == filters


def test_of_a_single_one_whose_id_stands_twice_nobody_says_that_it_cannot_be_read(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", ("a", "b", "c"))
    text = path.read_text(encoding="utf-8").replace("\nb,", "\na,")
    path.write_text(text, encoding="utf-8")
    driver.open(path)
    driver.press("2")
    arrive(driver, "c")
    assert "Skipped, because its id occurs twice: a (row 2)." in said(driver)
