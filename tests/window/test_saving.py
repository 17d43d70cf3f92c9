"""The window says honestly where a decision is, and never moves on without it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from gui.labels import DecisionContext, JournalError, LabelStore, Pair, SaveKind, SaveState
from gui.review.background import Turns, Work
from gui.review.deciding import saving
from gui.widgets.labelling.label_bar import SaveSign
from tests.any_message import any_message
from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs

FULL = "Not saved: the disk is full; make room and decide again."


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return tmp_path / "pairs" / "labels.csv"


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


def banners(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.views.banners.keys()


def journal_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise JournalError(any_message(FULL))

    for name in ("label", "flag", "note", "undo", "redo"):
        monkeypatch.setattr(LabelStore, name, fail)


def test_without_even_the_journal_the_window_does_not_move_on(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        journal_fails(broken)
        listed.press("2")
        wait_until(lambda: "saving" in banners(listed))
        assert listed.session.pair.index == 0
        listed.press("f")
        assert listed.window is not None
        assert not listed.window.actions_by_name["flag"].isChecked()
    listed.press("2")
    assert listed.session.pair.index == 1
    wait_until(lambda: [row["label"] for row in read_labels(labels)] == ["copy"])
    wait_until(lambda: "saving" not in banners(listed))


def test_a_note_that_cannot_be_kept_holds_its_pair(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    listed.press("n")
    listed.type("precious")
    with monkeypatch.context() as broken:
        journal_fails(broken)
        listed.session.step(1)
        listed.wait_until_kept()
        assert listed.session.pair.index == 0
        assert "saving" in banners(listed)
        (edit,) = listed.window.views.note.findChildren(QPlainTextEdit)
        assert edit.toPlainText() == "precious"
    listed.session.step(1)
    wait_until(lambda: listed.session.pair.index == 1)
    wait_until(lambda: [row["note"] for row in read_labels(labels)] == ["precious"])


def test_a_label_file_that_cannot_be_written_shows_a_banner_that_heals(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = LabelStore.project
    state = SaveState(
        SaveKind.JOURNAL, any_message("Kept in the recovery journal: labels.csv is locked."), 1
    )
    monkeypatch.setattr(LabelStore, "project", lambda _self: state)
    listed.press("2")
    assert listed.session.pair.index == 1, "the journal has it, so the window goes on"
    wait_until(lambda: "saving" in banners(listed))
    monkeypatch.setattr(LabelStore, "project", whole)
    wait_until(lambda: "saving" not in banners(listed))
    assert [row["label"] for row in read_labels(labels)] == ["copy"]


def test_closing_says_once_that_decisions_are_in_the_journal_only(
    listed: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    state = SaveState(
        SaveKind.READONLY, any_message("Kept in the recovery journal: labels.csv is read-only."), 2
    )
    monkeypatch.setattr(LabelStore, "project", lambda _self: state)
    listed.press("2")
    wait_until(lambda: listed.session.only_in_journal == 2)
    listed.window.close()
    assert listed.window.isVisible()
    wait_until(lambda: "closing-journal" in banners(listed))
    texts = [label.text() for label in listed.window.views.banners.findChildren(QLabel)]
    assert any("2 decisions could not be written to labels.csv" in t for t in texts)
    listed.window.close()
    wait_until(lambda: listed.window is None or not listed.window.isVisible())


def test_closing_does_not_ask_when_the_label_file_could_be_written_after_all(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    state = SaveState(SaveKind.JOURNAL, any_message("Kept: labels.csv is locked."), 1)
    with monkeypatch.context() as locked:
        locked.setattr(LabelStore, "project", lambda _self: state)
        listed.press("2")
        wait_until(lambda: listed.session.only_in_journal == 1)
        listed.window.close()
        wait_until(lambda: "closing-journal" in banners(listed))
    wait_until(lambda: "closing-journal" not in banners(listed))
    assert [row["label"] for row in read_labels(labels)] == ["copy"]
    listed.window.close()
    wait_until(lambda: listed.window is None or not listed.window.isVisible())


def test_closing_tries_once_more_before_it_says_that_something_was_not_written(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert listed.window is not None
    window = listed.window
    state = SaveState(SaveKind.READONLY, any_message("Kept: labels.csv is read-only."), 1)
    monkeypatch.setattr(saving, "RETRIES", (3600.0,))  # it is not tried again by itself
    with monkeypatch.context() as locked:
        locked.setattr(LabelStore, "project", lambda _self: state)
        listed.press("2")
        wait_until(lambda: listed.session.only_in_journal == 1)
    window.close()
    wait_until(lambda: not window.isVisible() or "closing-journal" in banners(listed))
    assert "closing-journal" not in banners(listed)
    assert not window.isVisible()
    assert [row["label"] for row in read_labels(labels)] == ["copy"]


def test_the_window_answers_while_the_label_file_is_locked(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    let_go = threading.Event()
    whole = LabelStore.project

    def locked(store: LabelStore) -> SaveState:
        let_go.wait(20)
        return whole(store)

    monkeypatch.setattr(LabelStore, "project", locked)
    for expected in (1, 2):
        listed.press("2")
        assert listed.session.pair.index == expected
        listed.wait_for_pair()
    listed.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed.session.pair.index == 1
    let_go.set()
    wait_until(lambda: [row["pair_id"] for row in read_labels(labels)] == ["one"])


def test_another_program_that_edits_the_file_is_noticed(listed: Driver, labels: Path) -> None:
    assert listed.window is not None
    listed.press("2")
    wait_until(lambda: read_labels(labels))
    listed.wait_for_pair()
    text = labels.read_text(encoding="utf-8").replace(",copy,", ",unrelated,")
    labels.write_text(text, encoding="utf-8", newline="")
    model = listed.window.views.pairs_model

    def noticed() -> bool:
        label = model.state(0).label
        return label is not None and label == "unrelated"

    wait_until(noticed)


def test_the_path_of_the_label_file_is_shown_before_the_first_key(
    listed: Driver, labels: Path
) -> None:
    assert listed.window is not None
    shown = [
        child.text()
        for child in listed.window.views.labels.findChildren(QLabel)
        if child.isVisible()
    ]
    assert any(str(labels) in text for text in shown)


def test_an_edit_of_the_label_file_is_noticed_also_on_the_way_to_the_next_pair(
    listed: Driver, labels: Path
) -> None:
    assert listed.window is not None
    listed.press("2")
    wait_until(lambda: read_labels(labels))
    listed.wait_for_pair()
    let_pass(200)  # what the window wrote itself has been looked at
    text = labels.read_text(encoding="utf-8").replace(",copy,", ",unrelated,")
    labels.write_text(text, encoding="utf-8", newline="")
    listed.session.step(1)
    model = listed.window.views.pairs_model
    wait_until(lambda: model.state(0).label == "unrelated")


def test_what_an_older_copy_lacked_is_put_back_with_a_lasting_notice(
    driver: Driver, labels: Path
) -> None:
    listed = with_six_pairs(driver, labels)
    for _ in range(2):
        press_and_wait(listed, labels)
    older = labels.read_bytes()
    for _ in range(2):
        press_and_wait(listed, labels)
    labels.write_bytes(older)
    wait_until(lambda: "put-back" in banners(listed))
    assert "2 labels that an older copy of labels.csv lacked were put back." in said_in(listed)
    wait_until(lambda: len(read_labels(labels)) == 4)
    answer(listed, "Take them out again")
    assert "put-back" not in banners(listed)
    wait_until(lambda: len(read_labels(labels)) == 2)
    book = listed.session.book
    assert book is not None
    wait_until(lambda: [row is not None for row in book.rows()][:4] == [True, True, False, False])
    let_pass(300)
    assert "put-back" not in banners(listed)  # it is not told as if they had come back


def test_what_was_mended_in_the_label_file_can_be_taken_back(listed: Driver, labels: Path) -> None:
    press_and_wait(listed, labels)
    whole = labels.read_bytes()
    emptied = whole.replace(b"\r\none,", b"\r\n,")
    assert emptied != whole
    labels.write_bytes(emptied)
    wait_until(lambda: "put-back" in banners(listed))
    wait_until(lambda: labels.read_bytes() == whole)
    answer(listed, "Take back")
    wait_until(lambda: labels.read_bytes() == emptied)
    assert "put-back" not in banners(listed)


def test_the_window_answers_while_rows_that_others_changed_are_looked_at(
    listed: Driver, labels: Path
) -> None:
    """Whether any is left to label is not known before; with 50,000 rows that takes seconds."""
    session, known, ended = listed.session, list[bool](), list[bool]()

    def look() -> Work[None]:
        while not known:
            yield

    session.all_labelled.connect(lambda: ended.append(True))
    for _ in range(2):
        press_and_wait(listed, labels)
    listed.wait_for_pair()
    [turns] = session.findChildren(Turns, options=Qt.FindChildOption.FindDirectChildrenOnly)
    turns.do(look())
    listed.press("2")
    wait_until(lambda: len(read_labels(labels)) == 3)
    let_pass(100)
    assert ended == []
    known.append(True)
    wait_until(lambda: ended == [True])


@pytest.mark.parametrize("by_key", [False, True], ids=["mouse", "keyboard"])
def test_after_an_answer_the_next_key_is_a_label_again(
    driver: Driver, labels: Path, by_key: bool
) -> None:
    listed = with_six_pairs(driver, labels)
    assert listed.window is not None
    listed.window.resize(1440, 900)
    wait_until(lambda: listed.window and listed.window.views.late_pairs.part.isVisible())
    for _ in range(3):
        press_and_wait(listed, labels)
    labels.write_bytes(b"".join(labels.read_bytes().splitlines(keepends=True)[:-1]))
    wait_until(lambda: "doubt" in banners(listed))
    leave_out = button(listed, "Leave out")
    if by_key:
        leave_out.setFocus(Qt.FocusReason.TabFocusReason)
        listed.press(Qt.Key.Key_Space)
    else:
        QTest.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    assert "doubt" not in banners(listed)
    assert listed.window.views.reading.isAncestorOf(listed.focus())
    press_and_wait(listed, labels)


@pytest.mark.parametrize(("button", "rows"), [("Put back", 3), ("Leave out", 2)])
def test_in_doubt_the_window_asks_and_keeps_the_row(
    driver: Driver, labels: Path, button: str, rows: int
) -> None:
    listed = with_six_pairs(driver, labels)
    for _ in range(3):
        press_and_wait(listed, labels)
    labels.write_bytes(b"".join(labels.read_bytes().splitlines(keepends=True)[:-1]))
    wait_until(lambda: "doubt" in banners(listed))
    book = listed.session.book
    assert book is not None
    assert book.row(2) is not None
    wait_until(lambda: sign(listed) == "a label is in doubt")
    press_and_wait(listed, labels)  # the way from pair to pair is free
    answer(listed, button)
    assert "doubt" not in banners(listed)
    wait_until(lambda: sign(listed) == "saved")
    wait_until(lambda: len(read_labels(labels)) == rows + 1)
    wait_until(lambda: (book.row(2) is not None) == (button == "Put back"))


def with_six_pairs(driver: Driver, labels: Path) -> Driver:
    driver.open(write_pairs(labels.parent, tuple("abcdef")))
    return driver


def press_and_wait(driver: Driver, labels: Path) -> None:
    before = len(read_labels(labels))
    driver.wait_for_pair()
    driver.press("2")
    wait_until(lambda: len(read_labels(labels)) == before + 1)
    wait_until(lambda: driver.session.decisions and not driver.session.decisions.busy)


def sign(driver: Driver) -> str:
    assert driver.window is not None
    shown = driver.window.views.labels.findChild(SaveSign)
    assert isinstance(shown, SaveSign)
    return "".join(label.text() for label in shown.findChildren(QLabel))


def said_in(driver: Driver) -> str:
    assert driver.window is not None
    texts = [label.text() for label in driver.window.views.banners.findChildren(QLabel)]
    return "\n".join(texts)


def answer(driver: Driver, text: str) -> None:
    button(driver, text).click()


def button(driver: Driver, text: str) -> QPushButton:
    assert driver.window is not None
    buttons = driver.window.views.banners.findChildren(QPushButton)
    (found,) = [button for button in buttons if button.text() == text]
    return found


def said(driver: Driver) -> set[str]:
    """What the label bar says in words."""
    assert driver.window is not None
    return {label.text() for label in driver.window.views.labels.findChildren(QLabel)}


def test_a_note_that_is_being_typed_does_not_count_as_saved(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    whole = LabelStore.draft

    def draft(store: LabelStore, pair: Pair, text: str, context: DecisionContext) -> None:
        assert threading.current_thread() is not threading.main_thread()
        whole(store, pair, text, context)
        kept.append(text)

    monkeypatch.setattr(LabelStore, "draft", draft)
    listed.press("f")
    wait_until(lambda: "saved" in said(listed))
    listed.press("n")
    listed.type("pre")
    assert "saving …" in said(listed)
    wait_until(lambda: kept[-1:] == ["pre"])
    listed.session.label_saved.emit()  # of something decided before
    assert "saving …" in said(listed)
    wait_until(lambda: "saved" in said(listed))
    assert [row["note"] for row in read_labels(labels)] == ["pre"]


def test_typing_that_is_taken_back_is_as_saved_as_before(listed: Driver) -> None:
    listed.press("f")
    wait_until(lambda: "saved" in said(listed))
    listed.press("n")
    listed.type("x")
    assert "saving …" in said(listed)
    listed.press(Qt.Key.Key_Backspace)
    listed.press(Qt.Key.Key_Escape)
    wait_until(lambda: "saved" in said(listed))


def test_a_note_that_was_refused_is_kept_once_the_journal_works_again(
    listed: Driver, labels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed.press("n")
    listed.type("precious")
    with monkeypatch.context() as broken:
        journal_fails(broken)
        listed.press(Qt.Key.Key_Escape)
        assert "saving" in banners(listed)
    assert listed.session.decisions is not None
    listed.session.decisions.retry()
    wait_until(lambda: [row["note"] for row in read_labels(labels)] == ["precious"])
    wait_until(lambda: "saved" in said(listed))


def test_all_that_there_is_to_know_at_opening_can_be_read(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    labels.write_bytes(
        b"pair_id,label,annotator\r\none,copy,carl\r\none,copy,carl\r\nshort\r\ntwo,maybe,carl\r\n"
    )
    driver.open(path, labels=labels)
    wait_until(lambda: "oddities" in banners(driver))
    assert "a second row for the same pair and annotator, in record 2" in said_in(driver)
    assert "too few or too many columns, in record 3" in said_in(driver)
    assert "“maybe” in record 4" in said_in(driver)


def test_what_was_said_of_the_label_file_goes_when_it_was_mended(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    path = write_pairs(tmp_path / "pairs")
    rows = b"one,maybe,carl\r\ntwo,maybe,carl\r\ntwo,copy,dora,\r\n"
    labels.write_bytes(b"pair_id,label,annotator\r\n" + rows)
    driver.open(path, labels=labels)
    wait_until(lambda: "oddities" in banners(driver))
    assert "has 2 labels that this list does not name" in said_in(driver)
    labels.write_bytes(labels.read_bytes().replace(b"one,maybe", b"one,copy"))
    wait_until(lambda: "has 1 label that this list does not name" in said_in(driver), 15_000)
    assert "has 2 labels" not in said_in(driver)
    assert "too few or too many columns, in record 3" in said_in(driver)
    labels.write_bytes(labels.read_bytes().replace(b"two,maybe", b"two,copy"))
    wait_until(lambda: "does not name" not in said_in(driver), 15_000)
    assert "oddities" in banners(driver)
    labels.write_bytes(labels.read_bytes().replace(b"dora,", b"dora"))
    wait_until(lambda: "oddities" not in banners(driver), 15_000)


def test_that_the_label_file_became_utf_8_for_a_letter_is_said(
    driver: Driver, tmp_path: Path, labels: Path
) -> None:
    folder = write_pairs(tmp_path / "pairs", ("☃", "two"))
    labels.write_bytes("pair_id;label;annotator\r\nx;copy;Bär\r\n".encode("windows-1252"))
    driver.open(folder)
    driver.wait_for_pair()
    driver.press("2")
    wait_until(lambda: "recoded" in banners(driver))
    assert labels.read_text("utf-8-sig").splitlines()[1:2] == ["x;copy;Bär"]
    assert labels.read_text("utf-8-sig").splitlines()[2].startswith("☃;copy;")
