"""Labels that a list names, pairs that are unusable, and where a label leads, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui import settings as keys
from gui.labels import LabelSetError
from gui.widgets.controls.buttons import IconButton
from gui.widgets.controls.notifications import Banner
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs

NAMES = ("one", "two", "three", "four")
FIVE = """defaults = false

[[label]]
name = "agency text"
key = "4"
colour = "moved"

[[label]]
name = "translation"
key = ["5", "T"]

[[label]]
name = "note taken"
key = "n"

[[label]]
name = "partial copy"
"""


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs", NAMES))
    return driver


def here(driver: Driver) -> str:
    pair = driver.session.pair.pair
    return pair.id if pair is not None else ""


def label(driver: Driver, key: Qt.Key) -> None:
    driver.press(key)
    driver.wait_until_kept()
    driver.wait_for_pair()


def go_to(driver: Driver, name: str) -> None:
    driver.session.go_to(NAMES.index(name))
    wait_until(lambda: here(driver) == name)
    driver.wait_for_pair()


def stored(folder: Path) -> dict[str, str]:
    path = folder / "pairs" / "labels.csv"
    return {row["pair_id"]: row["label"] for row in read_labels(path)}


def test_a_list_is_labelled_with_the_labels_that_it_names(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    (tmp_path / "pairs" / "copydesk.toml").write_text(FIVE, encoding="utf-8")
    window = driver.open(path)
    assert not window.actions_by_name["label-note taken"].shortcuts(), "N writes a note"
    assert window.views.banners.isVisible()
    label(driver, Qt.Key.Key_4)
    label(driver, Qt.Key.Key_5)
    label(driver, Qt.Key.Key_2)  # a copy by the default labels, and no key here
    assert here(driver) == "three"
    label(driver, Qt.Key.Key_1)  # the first digit that is free, for the label without a key
    wait_until(lambda: len(stored(tmp_path)) == 3)
    assert stored(tmp_path) == {"one": "agency text", "two": "translation", "three": "partial copy"}
    driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.wait_until_kept()
    wait_until(lambda: len(stored(tmp_path)) == 2)


def test_a_set_that_cannot_be_used_is_refused_with_its_place(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    (tmp_path / "pairs" / "copydesk.toml").write_text("[[label]]\nname = f", encoding="utf-8")
    with pytest.raises(LabelSetError, match="line 2"):
        driver.open(path)


def test_such_a_set_is_told_of_in_the_window_and_what_is_open_stays(
    listed: Driver, tmp_path: Path
) -> None:
    other = write_pairs(tmp_path / "other", NAMES)
    wrong = '[[label]]\nname = "x"\ncolour = "pink"\n'
    (tmp_path / "other" / "copydesk.toml").write_text(wrong, encoding="utf-8")
    window = listed.window
    assert window is not None
    window.opening.open_paths([str(other)])

    def said() -> bool:
        texts = window.views.banners.findChildren(QLabel)
        return any("needs a colour that is one of" in text.text() for text in texts)

    wait_until(said)
    label(listed, Qt.Key.Key_1)
    wait_until(lambda: stored(tmp_path) == {"one": "original"})


def test_a_label_that_corrects_another_leads_on_in_the_order(listed: Driver) -> None:
    for _ in range(2):
        label(listed, Qt.Key.Key_1)
    wait_until(lambda: here(listed) == "three")  # the second label has led on
    go_to(listed, "one")
    label(listed, Qt.Key.Key_2)
    wait_until(lambda: here(listed) != "one")
    assert here(listed) == "two", "which has a label, but is the next in the order"


def test_a_label_on_the_way_that_is_corrected_at_once_leads_to_the_next_without_one(
    listed: Driver,
) -> None:
    go_to(listed, "two")
    label(listed, Qt.Key.Key_1)
    go_to(listed, "one")
    listed.press(Qt.Key.Key_1)
    listed.press(Qt.Key.Key_2)
    listed.wait_until_kept()
    wait_until(lambda: here(listed) == "three")


@pytest.mark.parametrize(("where", "then"), [("next", "two"), ("stay", "one")])
def test_a_setting_says_where_a_label_leads(listed: Driver, where: str, then: str) -> None:
    go_to(listed, "two")
    label(listed, Qt.Key.Key_3)
    go_to(listed, "one")
    assert listed.window is not None
    listed.settings[keys.AFTER_LABEL] = where
    listed.window.listing.refresh()
    label(listed, Qt.Key.Key_1)
    assert here(listed) == then


def test_pairs_that_cannot_be_read_are_unusable_and_a_list_of_them_is_finished(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    for name in ("two", "four"):
        (tmp_path / "pairs" / name / "reference.txt").unlink()
    with path.open("a", encoding="utf-8") as file:
        file.write("one,three/reference.txt,three/candidate.txt\n")
    window = driver.open(path)
    label(driver, Qt.Key.Key_1)
    label(driver, Qt.Key.Key_1)
    wait_until(lambda: window.views.stage.end.shown)
    go_to(driver, "two")
    driver.press(Qt.Key.Key_2)
    assert "unusable" in window.views.labels.reason
    driver.press(Qt.Key.Key_0)
    wait_until(lambda: here(driver) == "four")
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_X)
    wait_until(lambda: here(driver) == "one (row 5)")
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_0)
    wait_until(lambda: window.views.stage.end.shown)
    driver.wait_until_kept()
    wait_until(lambda: len(stored(tmp_path)) == 5)
    assert {stored(tmp_path)[name] for name in ("two", "four", "one (row 5)")} == {"unusable"}


def test_a_label_that_no_pair_has_any_more_is_no_filter_any_more(
    driver: Driver, tmp_path: Path
) -> None:
    listed = write_pairs(tmp_path / "pairs", ("one", "two", "three"))
    driver.open(listed)
    driver.press("2")
    driver.close()
    file = tmp_path / "pairs" / "labels.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",copy,", ",strange,"), "utf-8")
    window = driver.open(listed)
    model = window.views.pairs_model
    assert "strange" in model.label_names
    driver.session.go_to(0)
    driver.wait_for_pair()
    driver.press("1")
    wait_until(lambda: "strange" not in model.label_names)


def test_where_the_window_stays_it_says_that_the_last_pair_is_labelled(
    driver: Driver, tmp_path: Path
) -> None:
    driver.settings[keys.AFTER_LABEL] = "stay"
    window = driver.open(write_pairs(tmp_path / "pairs", ("one", "two")))
    toast = window.views.toast
    label(driver, Qt.Key.Key_1)
    assert not toast.isVisible()
    go_to(driver, "two")
    label(driver, Qt.Key.Key_2)
    wait_until(lambda: toast.isVisible())
    assert "No other pair is left to label." in toast.text()
    assert here(driver) == "two"
    go_to(driver, "one")
    assert not toast.isVisible(), "it was about the other pair"


CLASHES = '[[label]]\nname = "note taken"\nkey = "n"\n'


def close_banner(driver: Driver, key: str) -> None:
    """Click the cross of the only banner, which is that of *key*."""
    assert driver.window is not None
    banners = driver.window.views.banners
    wait_until(lambda: banners.keys() == (key,))
    [banner] = banners.findChildren(Banner)
    [cross] = [button for button in banner.findChildren(IconButton) if button.isVisible()]
    cross.click()
    assert not banners.keys()
    driver.close()


def test_a_clash_of_keys_that_was_read_is_told_again_only_when_it_is_another_one(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    labels = tmp_path / "pairs" / "copydesk.toml"
    labels.write_text(CLASHES, encoding="utf-8")
    for _ in range(2):  # as long as nobody closes it
        assert "label keys" in driver.open(path).views.banners.keys()  # noqa: SIM118
        driver.close()
    driver.open(path)
    close_banner(driver, "label keys")
    assert not driver.open(path).views.banners.keys()
    driver.close()
    labels.write_text(CLASHES.replace('"n"', '"f"'), encoding="utf-8")
    driver.open(path)
    close_banner(driver, "label keys")
    other = write_pairs(tmp_path / "others", NAMES)
    (tmp_path / "others" / "copydesk.toml").write_text(CLASHES, encoding="utf-8")
    assert driver.open(other).views.banners.keys() == ("label keys",)


def test_what_is_odd_in_a_label_file_and_was_read_is_not_told_at_each_start(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    labels = tmp_path / "pairs" / "labels.csv"
    odd = "pair_id,label,annotator\none,copy,carl\none,copy,carl\nshort\n"
    labels.write_text(odd, encoding="utf-8")
    driver.open(path)
    close_banner(driver, "oddities")
    window = driver.open(path)
    label(driver, Qt.Key.Key_1)  # what is told at opening comes before
    assert not window.views.banners.keys()
    assert not window.views.toast.isVisible()
    driver.close()
    with labels.open("a", encoding="utf-8") as file:
        file.write("three,maybe,carl\n")
    window = driver.open(path)
    wait_until(lambda: "“maybe” in record" in window.views.toast.text())
    assert "too few" not in window.views.toast.text()
    assert not window.views.banners.keys(), "one sentence, since the rest is known"


def test_where_the_window_stays_the_key_for_the_next_pair_leads_to_the_end(
    driver: Driver, tmp_path: Path
) -> None:
    driver.settings[keys.AFTER_LABEL] = "stay"
    window = driver.open(write_pairs(tmp_path / "pairs", ("one", "two", "three")))
    for name in ("one", "two", "three"):
        wait_until(lambda name=name: here(driver) == name)  # type: ignore[misc]
        driver.wait_for_pair()
        label(driver, Qt.Key.Key_1)
        assert not window.views.stage.end.shown
        if name == "three":
            wait_until(window.views.toast.isVisible)
        driver.press("j", Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: window.views.stage.end.shown)
    assert not window.views.toast.isVisible(), "it said how to come here"


def test_who_stays_at_the_only_pair_is_sent_to_no_end(driver: Driver, tmp_path: Path) -> None:
    driver.settings[keys.AFTER_LABEL] = "stay"
    window = driver.open(write_pairs(tmp_path / "pairs", ("one",)))
    driver.press("2")
    toast = window.views.toast
    wait_until(toast.isVisible)
    assert toast.text().startswith("Labelled. The label is in ")
