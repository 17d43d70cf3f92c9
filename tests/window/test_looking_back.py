"""Somebody's labels in the real window, to be read: nothing is changed, whatever is pressed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel

from gui.commands.window import main
from gui.labels import LabelFileError
from gui.labels.label_values import ALL_COLUMNS, LabelRow
from gui.review.opening.wanted import Review
from gui.review.pair_list.pair_state import OVERRULED
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs

SAID = (
    ("one", "ann", "copy", ""),
    ("two", "ann", "original", ""),
    ("two", "ben", "copy", ""),
    ("two", "chief", "copy", "adjudicator"),
    ("one", "chief", "copy", "adjudicator"),
    ("two", "other", "unrelated", ""),
)


def write_labels(path: Path, who: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ALL_COLUMNS)
        writer.writeheader()
        for at, (pair_id, name, label, role) in enumerate(SAID):
            if name in who:
                time = f"2026-03-04T09:00:{at:02}.000Z"
                row = LabelRow(pair_id, "", "", label, name, time, time, role=role, note=f"by {at}")
                writer.writerow(row.texts())
    return path


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    return write_pairs(tmp_path / "pairs")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def here(driver: Driver) -> str:
    pair = driver.session.pair.pair
    assert pair is not None
    return pair.id


def shown(driver: Driver) -> str:
    assert driver.window is not None
    return " ".join(
        label.text() for label in driver.window.views.banners.findChildren(QLabel) if label.text()
    )


def test_no_key_changes_anything_and_the_window_says_whose_labels_they_are(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    file = write_labels(tmp_path / "all.csv", ("ann", "ben", "chief"))
    before = everything_in(pairs.parent), file.read_bytes()
    window = driver.open(pairs, review=Review((str(file),)))
    assert here(driver) == "one"  # the first that has a label, not the first without one
    assert "the labels of ann in all.csv, which also has those of ben, chief." in shown(driver)
    assert window.windowTitle() == "Copydesk – one (read only)"
    for key in ("1", "0", "f", "n", Qt.Key.Key_Backspace):
        driver.press(key)
    driver.press("z", Qt.KeyboardModifier.ControlModifier)
    driver.type("typed")
    assert "labels are only read here" in window.views.labels.reason
    assert here(driver) == "one"
    row = driver.session.row()
    assert row is not None
    assert (row.label, row.flagged, row.note) == ("copy", False, "by 0")
    driver.close()
    assert (everything_in(pairs.parent), file.read_bytes()) == before
    assert not list((tmp_path / "state").rglob("*.journal"))
    assert not list((tmp_path / "state").rglob("*.lock"))


def test_filters_tell_where_somebody_with_the_last_word_decided_otherwise(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    mine = write_labels(tmp_path / "mine.csv", ("ann",))
    last = write_labels(tmp_path / "adjudicated.csv", ("chief",))
    window = driver.open(pairs, review=Review((str(mine), str(last))))
    model = window.views.pairs_model
    model.set_filter(OVERRULED)
    assert [model.pair(index).id for index in model.shown()] == ["two"]
    state = model.state(1)
    assert (state.label, state.overruled) == ("original", "copy")
    assert ("chief \u2696", "copy \u00b7 by 3") in model.pair(1).details
    assert "overruled: copy" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.set_filter("noted")
    assert len(model.shown()) == 2
    model.set_filter("copy")
    assert [model.pair(index).id for index in model.shown()] == ["one"]


def test_what_gold_wrote_is_the_last_word_too(driver: Driver, pairs: Path, tmp_path: Path) -> None:
    mine = write_labels(tmp_path / "mine.csv", ("ann",))
    gold = tmp_path / "gold.csv"
    lines = ("pair_id,reference,candidate,label,how,posterior", "one,r,c,unrelated,majority,0.9")
    gold.write_text("\n".join((*lines, "two,r,c,original,unanimous,1.0", "")), encoding="utf-8")
    driver.open(pairs, review=Review((str(mine), str(gold))))
    assert driver.session.book is not None
    states = [driver.session.book.state(index) for index in range(2)]
    assert [state.overruled for state in states] == ["unrelated", ""]
    pair = driver.session.pair.pair
    assert pair is not None
    assert ("gold \u2696", "unrelated \u00b7 majority") in pair.details


def test_another_annotator_of_the_file_is_chosen_from_a_list(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    file = write_labels(tmp_path / "all.csv", ("ann", "ben", "chief"))
    window = driver.open(pairs, review=Review((str(file),)))
    driver.press("a", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    assert dialog.comboBoxItems() == ["ann", "ben", "chief"]
    dialog.setTextValue("ben")
    dialog.accept()
    wait_until(lambda: "the labels of ben" in shown(driver))
    driver.wait_for_pair()
    assert here(driver) == "two"
    assert driver.session.opened is not None
    assert driver.session.opened.store.annotator == "ben"


def test_what_was_labelled_blind_is_looked_back_at_blind(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    driver.open(pairs, blind="names", annotator="ann")
    driver.press("2")
    driver.wait_for_pair()
    driver.close()
    others = write_labels(tmp_path / "others.csv", ("ben", "chief", "other"))
    files = (str(pairs.parent / "labels.csv"), str(others))
    window = driver.open(pairs, review=Review(files))
    model = window.views.pairs_model
    assert window.windowTitle() == "Copydesk – Pair 1 (blind) (read only)"
    two = next(model.pair(index) for index in range(3) if model.pair(index).id == "two")
    assert [name for name, _ in two.details] == ["#1", "#2 \u2696", "#3"]


def of_one_name(folder: Path) -> tuple[str, ...]:
    """Write the label files of ann and ben, who both have the login name "user"."""
    files = tuple(write_labels(folder / f"{who}.csv", (who,)) for who in ("ann", "ben"))
    for file in files:
        text = file.read_text(encoding="utf-8").replace(f",{file.stem},", ",user,")
        file.write_text(text, encoding="utf-8")
    return tuple(map(str, files))


def warnings(driver: Driver) -> list[str]:
    assert driver.session.opened is not None
    return list(map(str, driver.session.opened.report.warnings))


def test_files_under_one_login_name_are_told_apart_when_asked_for(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    files = of_one_name(tmp_path)
    window = driver.open(pairs, review=Review(files))
    (said,) = warnings(driver)
    assert "1 pair has different labels under one name in different files" in said
    model = window.views.pairs_model
    assert model.pair(1).details == ()
    driver.close()
    window = driver.open(pairs, review=Review(files, by_file=True))
    assert "the labels of ann in ann.csv" in shown(driver)
    assert not warnings(driver)
    model = window.views.pairs_model
    assert (model.state(1).label, model.pair(1).details) == (
        "original",
        (("ben", "copy \u00b7 by 2"),),
    )


def test_names_that_were_hidden_are_shown_only_when_that_is_asked_for_each_time(
    driver: Driver, pairs: Path, tmp_path: Path
) -> None:
    driver.open(pairs, blind="names", annotator="ann")
    driver.press("2")
    driver.wait_for_pair()
    driver.close()
    review = Review((str(pairs.parent / "labels.csv"),))
    window = driver.open(pairs, review=review, blind="off", annotator="ann")
    window.opening.remember(driver.session.opened)  # type: ignore[arg-type]
    assert "blind" not in window.windowTitle()
    driver.close()
    window = driver.open(pairs, review=review, annotator="ann")
    assert "(blind)" in window.windowTitle()


@pytest.mark.parametrize(
    ("who", "annotator", "sentence"),
    [
        ((), "", "all.csv holds no label, flag or note"),
        (("ann", "ben"), "eve", "holds nothing by eve; it has something by ann, ben."),
        (("gone",), "", "is not there"),
    ],
)
def test_what_cannot_be_looked_back_at_is_one_sentence(
    driver: Driver,
    pairs: Path,
    tmp_path: Path,
    who: tuple[str, ...],
    annotator: str,
    sentence: str,
) -> None:
    file = write_labels(tmp_path / "all.csv", who)
    if who == ("gone",):
        file.unlink()
    with pytest.raises(LabelFileError, match=sentence):
        driver.open(pairs, review=Review((str(file),), annotator))


def test_a_file_that_is_named_twice_is_refused(driver: Driver, pairs: Path, tmp_path: Path) -> None:
    file = str(write_labels(tmp_path / "all.csv", ("ann", "ben")))
    with pytest.raises(LabelFileError, match=r"all\.csv is named twice"):
        driver.open(pairs, review=Review((file, file)))


def test_labels_of_another_list_are_refused(driver: Driver, tmp_path: Path) -> None:
    file = write_labels(tmp_path / "all.csv", ("ann",))
    other = write_pairs(tmp_path / "other", ("four", "five"))
    with pytest.raises(LabelFileError, match="is about other pairs than"):
        driver.open(other, review=Review((str(file),)))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.txt", "b.txt", "--review", "l.csv"], "--review takes one pair list"),
        (["a.txt", "b.txt", "--columns", "a,b"], "--columns takes one pair list"),
        (["p.csv", "--labels", "m.csv", "--review", "l.csv"], "leave --labels out"),
        (["p.csv", "--review", "l.csv", "--adjudicate", "l.csv"], "leave --adjudicate out"),
        (["p.csv", "--by-file"], "--by-file goes with --adjudicate and --review"),
        (["p.csv", "--review", "l.csv", "--join-names"], "--join-names go with --adjudicate"),
    ],
)
def test_wrong_uses_are_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 2
    assert sentence in capsys.readouterr().err
