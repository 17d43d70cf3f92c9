"""Labels that are given before the comparison is there; the similarities follow by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui import settings as keys
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.holding import Held

NAMES = ("one", "two", "three", "four")


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


@pytest.fixture
def early(driver: Driver, tmp_path: Path, held: Held) -> Driver:
    """The first pair of a list, whose texts are there and whose comparison takes long."""
    driver.settings[keys.MEASURE] = False
    window = driver.make(write_pairs(tmp_path / "pairs", NAMES))
    driver.show()
    wait_until(lambda: held.count == 1)
    driver.look()
    assert window.session.pair.comparison is None
    return driver


def rows(folder: Path) -> dict[str, tuple[str, bool, str]]:
    found = read_labels(folder / "pairs" / "labels.csv")
    return {r["pair_id"]: (r["label"], bool(r["verbatim"]), r["revision"]) for r in found}


def here(driver: Driver) -> str:
    pair = driver.session.pair.pair
    return pair.id if pair is not None else ""


def label_and_close(early: Driver, held: Held, folder: Path) -> None:
    """Label the first pair and close the window while its comparison is still held back."""
    early.press("2")
    wait_until(lambda: rows(folder) == {"one": ("copy", False, "1")})
    early.close()
    held.let_come()


def test_the_similarities_follow_although_the_window_went_on(
    early: Driver, held: Held, tmp_path: Path
) -> None:
    early.press("2")
    wait_until(lambda: here(early) == "two")
    wait_until(lambda: rows(tmp_path) == {"one": ("copy", False, "1")})
    held.let_come()
    wait_until(lambda: rows(tmp_path) == {"one": ("copy", True, "1")})
    assert here(early) == "two"
    early.wait_for_pair()
    early.press("1")
    wait_until(lambda: rows(tmp_path).get("two") == ("original", True, "1"))


def test_they_follow_where_the_window_stays(early: Driver, held: Held, tmp_path: Path) -> None:
    early.settings[keys.AFTER_LABEL] = "stay"
    early.window.listing.refresh()  # type: ignore[union-attr]
    early.press("2")
    early.press("3")
    wait_until(lambda: rows(tmp_path) == {"one": ("unrelated", False, "2")})
    held.let_come()
    wait_until(lambda: rows(tmp_path) == {"one": ("unrelated", True, "2")})


@pytest.mark.parametrize("in_time", [False, True], ids=["three", "the first and the third"])
def test_they_follow_one_after_the_other(
    early: Driver, held: Held, tmp_path: Path, in_time: bool
) -> None:
    """Also of the pair that is in the window again; the reader need not go to the others."""
    early.press("2")
    wait_until(lambda: here(early) == "two" and held.count == 2)
    early.look()
    if in_time:
        held.let_one_come()
        held.let_one_come()
        early.wait_for_pair()
    early.press("2")
    wait_until(lambda: here(early) == "three" and held.count == (1 if in_time else 3))
    early.look()
    early.press("2")
    wait_until(lambda: here(early) == "four")
    early.session.go_to(0)
    held.let_come()
    wait_until(lambda: rows(tmp_path) == dict.fromkeys(NAMES[:3], ("copy", True, "1")))


def test_redo_brings_them_back(early: Driver, held: Held, tmp_path: Path) -> None:
    early.press("2")
    held.let_come()
    wait_until(lambda: rows(tmp_path) == {"one": ("copy", True, "1")})
    early.session.undo()
    wait_until(lambda: rows(tmp_path) == {} and here(early) == "one")
    early.session.redo()
    wait_until(lambda: rows(tmp_path) == {"one": ("copy", True, "3")})


def test_what_a_killed_window_left_without_them_gets_them_the_next_time(
    early: Driver, held: Held, tmp_path: Path
) -> None:
    label_and_close(early, held, tmp_path)
    early.open(tmp_path / "pairs" / "pairs.csv")
    assert here(early) == "two"
    wait_until(lambda: rows(tmp_path) == {"one": ("copy", True, "1")})


def test_a_document_that_changed_since_is_another_one(
    early: Driver, held: Held, tmp_path: Path
) -> None:
    label_and_close(early, held, tmp_path)
    (tmp_path / "pairs" / "one" / "candidate.txt").write_text("Something else.", encoding="utf-8")
    early.open(tmp_path / "pairs" / "pairs.csv")
    early.session.go_to(0)
    early.wait_for_pair()
    early.session.go_to(1)
    early.wait_for_pair()
    assert rows(tmp_path) == {"one": ("copy", False, "1")}
