"""The list knows which documents changed since their label, before their pair is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.labels import Pair
from gui.review import document_checks
from gui.review.document_checks import Freshness, LabelledPair, changed_among, hashes_of
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import COPY


@pytest.fixture
def labelled(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A list of which two pairs were labelled in an earlier sitting."""
    monkeypatch.setattr(document_checks, "FIRST_LOOK", 0.05)
    driver.open(write_pairs(tmp_path / "pairs"))
    for _ in range(2):
        driver.press("2")
        driver.wait_for_pair()
    driver.close()
    assert len(read_labels(tmp_path / "pairs" / "labels.csv")) == 2
    return driver


def states(driver: Driver) -> list[bool]:
    book = driver.session.book
    assert book is not None
    return [book.state(index).changed for index in range(len(book.pairs))]


def test_a_changed_document_is_found_without_opening_its_pair(
    labelled: Driver, tmp_path: Path
) -> None:
    folder = tmp_path / "pairs"
    (folder / "one" / "candidate.txt").write_text(COPY + "More.\n", encoding="utf-8")
    labelled.open(folder / "pairs.csv")
    assert labelled.session.pair.index == 2
    wait_until(lambda: states(labelled) == [True, False, False])
    assert labelled.window is not None
    assert labelled.window.views.pairs_model.state(0).changed


def test_what_is_found_of_many_pairs_is_shown_at_once(
    labelled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_checks, "FIRST_LOOK", 60.0)
    labelled.open(tmp_path / "pairs" / "pairs.csv")
    search, book = labelled.session.findChild(Freshness), labelled.session.book
    assert labelled.window is not None
    assert book is not None
    assert isinstance(search, Freshness)
    model, drawn = labelled.window.views.pairs_model, list[tuple[int, int]]()
    model.dataChanged.connect(lambda first, last, _: drawn.append((first.row(), last.row())))
    rows = [row for row in book.rows() if row is not None]
    search.changed.emit([LabelledPair(index, hashes_of(row)) for index, row in enumerate(rows)])
    assert states(labelled) == [True, True, False]
    assert drawn == [(0, 1)]


def test_a_pair_labelled_anew_meanwhile_is_judged_as_it_is_now(
    labelled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_checks, "FIRST_LOOK", 60.0)
    folder = tmp_path / "pairs"
    labelled.open(folder / "pairs.csv")
    search = labelled.session.findChild(Freshness)
    assert isinstance(search, Freshness)
    search.changed.emit([LabelledPair(0, ("0" * 64, "0" * 64))])
    assert states(labelled) == [False, False, False]


def test_closing_ends_the_search(labelled: Driver, tmp_path: Path) -> None:
    labelled.open(tmp_path / "pairs" / "pairs.csv")
    labelled.close()
    let_pass(100)  # leftover threads fail the test


def pair(folder: Path, name: str, text: str | None = None) -> Pair:
    (folder / f"{name}.txt").write_text(name, encoding="utf-8")
    return Pair(name, f"{name}.txt", f"{name}.txt", text, text, (), None)


def test_what_cannot_be_read_or_was_not_known_has_not_changed(tmp_path: Path) -> None:
    pairs = [pair(tmp_path, "gone"), pair(tmp_path, "unknown"), pair(tmp_path, "text", "its text")]
    (tmp_path / "gone.txt").unlink()
    other = ("0" * 64, "")
    wanted = [LabelledPair(0, other), LabelledPair(1, ("", "")), LabelledPair(2, other)]
    assert changed_among(wanted, pairs, tmp_path, lambda _: False) == []


def test_the_search_ends_when_it_is_told_to(tmp_path: Path) -> None:
    wanted = [LabelledPair(0, ("0" * 64, ""))]
    pairs = [pair(tmp_path, "one")]
    assert changed_among(wanted, pairs, tmp_path, lambda _: False) == wanted
    assert changed_among(wanted, pairs, tmp_path, lambda _: True) == []


def test_a_long_list_is_searched_a_part_at_a_time(
    labelled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_checks, "COMPARED_AT_ONCE", 1)
    folder = tmp_path / "pairs"
    for name in ("one", "two"):
        (folder / name / "reference.txt").write_text("Another one.", encoding="utf-8")
    labelled.open(folder / "pairs.csv")
    wait_until(lambda: states(labelled) == [True, True, False])
    row = labelled.session.book.row(0) if labelled.session.book is not None else None
    assert row is not None
    assert row.label == "copy"
