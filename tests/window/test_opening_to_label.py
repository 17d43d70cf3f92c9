"""From opening to the label on disk, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.review.opening.wanted import Wanted
from gui.review.preparing.preparing import Preparer
from gui.widgets.controls.controls import SearchField
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import ARTICLE, COPY

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    """The window on a list of three pairs."""
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


def rows(path: Path, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in read_labels(path)]


def current(driver: Driver) -> str:
    pair = driver.session.pair.pair
    assert pair is not None
    return pair.id


def test_two_documents_one_key_one_row(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(COPY, encoding="utf-8")
    path = tmp_path / "mine.csv"
    window = driver.open(tmp_path / "a.txt", tmp_path / "b.txt", labels=path)
    assert window.windowTitle().startswith("Copydesk – ")
    assert not path.exists()
    driver.press("2")
    wait_until(lambda: read_labels(path))
    (row,) = read_labels(path)
    assert (row["label"], row["annotator"], row["revision"]) == ("copy", "ada", "1")
    assert len(row["reference_sha256"]) == len(row["candidate_sha256"]) == 64
    assert 0.3 < float(row["verbatim"]) < float(row["with_substitutions"]) < 1


def test_each_label_goes_on_to_the_next_pair_until_the_end(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    for key, expected in (("1", "two"), ("2", "three")):
        listed.press(key)
        assert current(listed) == expected
        listed.wait_for_pair()
    listed.press("3")
    assert listed.window.views.stage.end.shown
    wait_until(lambda: len(read_labels(labels)) == 3)
    assert rows(labels, "pair_id", "label") == [
        ("one", "original"),
        ("two", "copy"),
        ("three", "unrelated"),
    ]


def test_both_sets_of_keys_and_the_digits_of_the_keypad_label(listed: Driver, labels: Path) -> None:
    listed.press(Qt.Key.Key_2)
    listed.wait_for_pair()
    listed.press(Qt.Key.Key_C)
    listed.wait_for_pair()
    listed.press(Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    wait_until(lambda: len(read_labels(labels)) == 3)
    assert rows(labels, "label") == [("copy",), ("copy",), ("unrelated",)]


def test_undo_goes_back_to_the_pair_and_names_it(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    listed.press("2")
    listed.wait_for_pair()
    assert current(listed) == "two"
    # A label that is undone before it was written leaves no file at all.
    wait_until(lambda: labels.exists() and len(read_labels(labels)) == 1)
    listed.press(Qt.Key.Key_Z, CONTROL)
    assert current(listed) == "one"
    assert "one" in listed.window.views.toast.text()
    listed.wait_for_pair()
    wait_until(lambda: labels.exists() and not read_labels(labels))
    listed.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    listed.wait_for_pair()
    wait_until(lambda: rows(labels, "label") == [("copy",)])


def test_undo_reaches_back_over_a_restart_and_backspace_does_not(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    driver.close()
    driver.open(path)
    driver.press(Qt.Key.Key_Backspace)
    let_pass(50)
    assert rows(labels, "label") == [("copy",)]
    driver.press(Qt.Key.Key_Z, CONTROL)
    wait_until(lambda: not read_labels(labels))
    driver.wait_for_pair()
    driver.press("3")
    driver.wait_for_pair()
    driver.press(Qt.Key.Key_Backspace)
    wait_until(lambda: not read_labels(labels))


def test_flag_and_note_are_kept_and_the_pair_stays(listed: Driver, labels: Path) -> None:
    listed.press("f")
    assert current(listed) == "one"
    listed.press("n")
    listed.type("2 of 3 are sure; fine")
    assert current(listed) == "one"
    listed.press(Qt.Key.Key_Escape)
    wait_until(lambda: rows(labels, "note") == [("2 of 3 are sure; fine",)])
    assert rows(labels, "label", "flagged") == [("", "1")]
    listed.press("2")
    listed.wait_for_pair()
    wait_until(lambda: rows(labels, "label") == [("copy",)])


def test_a_note_that_is_being_typed_stays_with_its_pair(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    listed.press("n")
    listed.type("about one")
    listed.session.step(1)
    listed.wait_for_pair()
    wait_until(lambda: read_labels(labels))
    assert rows(labels, "pair_id", "note") == [("one", "about one")]
    listed.session.step(-1)
    listed.wait_for_pair()
    assert current(listed) == "one"


def test_moving_between_pairs_and_to_the_next_unlabelled(listed: Driver) -> None:
    listed.press("j")
    assert current(listed) == "two"
    listed.press("k")
    assert current(listed) == "one"
    listed.press("k")
    assert current(listed) == "one"
    listed.press(Qt.Key.Key_Right, ALT)
    listed.wait_for_pair()
    listed.press("2")
    listed.wait_for_pair()
    assert current(listed) == "three"
    listed.press(Qt.Key.Key_J, SHIFT)
    assert current(listed) == "one"


def test_labels_concern_the_roles_when_the_sides_are_swapped(listed: Driver, labels: Path) -> None:
    listed.press(Qt.Key.Key_T, CONTROL)
    listed.press("2")
    wait_until(lambda: read_labels(labels))
    assert rows(labels, "label", "shown_swapped") == [("copy", "1")]
    listed.wait_for_pair()
    assert not listed.session.pair.swapped, "the next pair stands as usual"


def test_the_place_in_the_list_is_restored(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("j")
    driver.wait_for_pair()
    driver.close()
    driver.open(path)
    assert current(driver) == "two"


def test_a_restart_begins_at_the_first_unlabelled_pair(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    driver.close()
    driver.settings.remember_place(str(path), "ada", "gone from the list")
    driver.open(path)
    assert current(driver) == "two"


def test_attention_is_summed_over_visits(listed: Driver, labels: Path) -> None:
    decisions = listed.session.decisions
    assert decisions is not None
    decisions.clock = type(decisions.clock)(listed.clock)
    decisions.clock.resume()
    listed.clock.seconds += 20
    listed.press("j")
    listed.wait_for_pair()
    listed.clock.seconds += 5
    listed.press("k")
    listed.wait_for_pair()
    listed.clock.seconds += 10
    listed.press("2")
    wait_until(lambda: read_labels(labels))
    seconds = float(rows(labels, "lead_time")[0][0])
    assert 30 <= seconds < 31


def test_a_document_that_changed_after_its_label_is_marked(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    window = driver.open(path)
    driver.press("2")
    driver.wait_for_pair()
    assert window.views.pairs_model.state(0).label == "copy"
    (tmp_path / "pairs" / "one" / "candidate.txt").write_text(ARTICLE, encoding="utf-8")
    driver.press("k")
    wait_until(lambda: window.views.pairs_model.state(0).changed)  # once it is read again
    driver.wait_for_pair()
    driver.press("1")
    wait_until(lambda: not window.views.pairs_model.state(0).changed)


def test_the_text_keeps_the_keyboard_from_pair_to_pair(listed: Driver) -> None:
    assert listed.window is not None
    before = listed.focus()
    assert listed.window.views.reading.isAncestorOf(before)
    listed.press("2")
    listed.wait_for_pair()
    assert listed.focus() is before
    listed.press("j")
    listed.wait_for_pair()
    assert listed.focus() is before


@pytest.mark.parametrize("first", ["binary", "slow"])
def test_the_first_key_is_for_the_pair_though_it_cannot_be_read_yet_or_ever(
    first: str, driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = write_pairs(tmp_path / "pairs")
    if first == "binary":
        (pairs.parent / "one" / "reference.txt").write_bytes(bytes(range(256)) * 40)
        # Where one was before is shown again, and not passed over.
        driver.settings.remember_place(Wanted((str(pairs),)).key, "ada", "one")
        window = driver.make(pairs)
        wait_until(lambda: driver.session.pair.problem)
    else:
        monkeypatch.setattr(Preparer, "want", lambda *arguments, **options: None)
        window = driver.make(pairs)
    window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of tests is a small one
    window.resize(1440, 900)
    driver.show()
    assert window.views.late_pairs.part.isVisible(), "its search field could take the keys"
    assert window.views.stage.isAncestorOf(driver.focus())
    driver.press("j")
    assert current(driver) == "two"
    if first == "binary":
        driver.wait_for_pair()
    assert window.views.reading.isAncestorOf(driver.focus())


def test_who_searches_the_list_goes_on_searching_when_a_pair_comes(listed: Driver) -> None:
    assert listed.window is not None
    search = listed.window.views.late_pairs.part.findChild(SearchField)
    assert search is not None
    search.setFocus()
    listed.session.step(1)
    listed.wait_for_pair()
    assert listed.focus() is search
