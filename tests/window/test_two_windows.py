"""A second window of the same annotator on the same label file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gui.labels import DecisionContext, LabelStore
from gui.widgets.controls.notifications import Banner
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs


def is_looked_up(driver: Driver) -> bool:
    progress = driver.session.measuring.progress
    return progress is not None and progress.state != "looking"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    window = driver.open(write_pairs(tmp_path / "pairs"))
    # While results from earlier sittings are looked up, the window may still begin elsewhere: at
    # the next open pair, if the first one gets a label just then.
    wait_until(lambda: is_looked_up(driver) and not window.views.pairs_model.busy)
    return driver


@pytest.fixture
def other_window(listed: Driver, labels: Path) -> LabelStore:
    """The labels of the second window, which is already open."""
    store = LabelStore(labels, journal_folder=listed.places.state / "journals", annotator="ada")
    store.open()
    return store


@pytest.fixture
def decide(listed: Driver, other_window: LabelStore) -> Callable[[str, str], None]:
    """Label a pair in the second window."""
    pairs = {pair.id: pair for pair in listed.session.pairs}

    def decide(pair_id: str, label: str) -> None:
        other_window.label(pairs[pair_id], label, DecisionContext())
        other_window.project()

    return decide


def banner(driver: Driver) -> Banner | None:
    assert driver.window is not None
    if "overruled" not in tuple(driver.window.views.banners.keys()):
        return None
    found = [
        banner
        for banner in driver.window.views.banners.findChildren(Banner)
        if "another window" in banner.accessibleName()
    ]
    return found[-1] if found else None


def said(driver: Driver) -> str:
    found = banner(driver)
    return found.accessibleName() if found is not None else ""


def test_a_label_that_another_window_overrules_is_told_of(
    listed: Driver, labels: Path, decide: Callable[[str, str], None]
) -> None:
    listed.press("2")
    listed.wait_for_pair()
    decide("one", "unrelated")
    wait_until(lambda: said(listed))
    assert said(listed) == (
        "one: the label was “copy”; another window decided “unrelated” later, and that counts."
    )
    found = banner(listed)
    assert found is not None
    button = next(b for b in found.findChildren(QPushButton) if b.text() == "Show the pair")
    button.click()
    listed.wait_for_pair()
    assert listed.session.pair.index == 0
    listed.press("2")  # so soon that it may have been meant without knowing
    listed.wait_for_pair()
    wait_until(lambda: "had just decided “unrelated”; “copy”" in said(listed))
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy"])


def test_a_label_that_overrules_another_window_s_is_told_of_and_undone_as_usual(
    listed: Driver,
    labels: Path,
    decide: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as blind:  # the other window is quicker than the watching
        blind.setattr(type(listed.session.decisions), "look_outside", lambda _self: None)
        decide("one", "unrelated")
        listed.press("2")
    wait_until(lambda: said(listed))
    assert said(listed) == (
        "one: another window had just decided “unrelated”; “copy”, decided later in this window, "
        "counts. Undo brings the other one back."
    )
    listed.wait_for_pair()
    listed.press("z", Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["unrelated"])
    wait_until(lambda: not said(listed))


def test_many_overruled_labels_are_told_of_in_one_banner(
    listed: Driver, decide: Callable[[str, str], None]
) -> None:
    for _ in range(3):
        listed.press("2")
        listed.wait_for_pair()
    for pair_id in ("one", "two", "three"):
        decide(pair_id, "original")
    wait_until(lambda: said(listed).count("another window") == 3)
    decide("two", "copy")
    wait_until(lambda: said(listed).count("another window") == 2)
    assert "two:" not in said(listed), "the windows agree again"


def elsewhere(driver: Driver) -> str:
    """What is said of the pair in the window and a label that it got elsewhere."""
    assert driver.window is not None
    banners = driver.window.views.banners
    if "elsewhere" not in tuple(banners.keys()):
        return ""
    said = [banner.accessibleName() for banner in banners.findChildren(Banner)]
    return next(text for text in said if text.startswith("Since this pair came"))


def test_who_comes_back_to_a_pair_is_told_that_it_was_labelled_elsewhere(
    listed: Driver, labels: Path, decide: Callable[[str, str], None]
) -> None:
    decide("one", "unrelated")
    wait_until(lambda: elsewhere(listed))
    assert "“unrelated”" in elsewhere(listed)
    decide("two", "copy")
    wait_until(lambda: listed.session.book.marks.counts().get("copy") == 1)  # type: ignore[union-attr]
    banners = listed.window.views.banners  # type: ignore[union-attr]
    go_on = next(b for b in banners.findChildren(QPushButton) if b.text() == "Next unlabelled")
    go_on.click()
    listed.wait_for_pair()
    assert (listed.session.pair.index, elsewhere(listed)) == (2, "")
    assert [row["label"] for row in read_labels(labels)] == ["unrelated", "copy"]


def test_a_label_for_such_a_pair_leads_on_to_the_next_open_one(
    listed: Driver, labels: Path, decide: Callable[[str, str], None]
) -> None:
    """The two windows walk the same way; each pair that the other one labelled is a step lost."""
    decide("one", "unrelated")
    decide("two", "copy")
    wait_until(lambda: elsewhere(listed))
    wait_until(lambda: listed.session.book.marks.counts().get("copy") == 1)  # type: ignore[union-attr]
    listed.press("2")
    listed.wait_for_pair()
    assert (listed.session.pair.index, elsewhere(listed)) == (2, "")
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy", "copy"])
    listed.press("k")
    listed.wait_for_pair()
    listed.press("1")  # a correction, known as one
    listed.wait_for_pair()
    assert listed.session.pair.index == 2
    listed.press("k")
    listed.press("k")
    listed.wait_for_pair()
    listed.press("3")
    listed.wait_for_pair()
    assert listed.session.pair.index == 1


def test_a_label_that_is_taken_back_elsewhere_is_spoken_of_no_longer(
    listed: Driver, decide: Callable[[str, str], None], other_window: LabelStore
) -> None:
    decide("one", "unrelated")
    wait_until(lambda: elsewhere(listed))
    other_window.undo()
    other_window.project()
    wait_until(lambda: not elsewhere(listed))
    listed.press("2")
    listed.wait_for_pair()
    assert (listed.session.pair.index, elsewhere(listed)) == (1, "")
