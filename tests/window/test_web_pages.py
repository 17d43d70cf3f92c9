"""Links in the window: nothing is fetched unasked, and what was fetched is shown as it was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from gui.app import user_places
from gui.documents.web import page_fetcher
from gui.documents.web.snapshot_folder import snapshots_folder, times_of
from gui.widgets.controls.notifications import Banner
from gui.widgets.window.link_dialogs import LinksDialog, SnapshotsDialog
from tests.documents.web.web_server import Site, article, serving
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SAID = "The swans left the car deck at noon, and nobody had complained about the long wait."
COPIED = "The swans departed the car deck at midday, and nobody had complained about the long wait."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.page("/a", article(SAID, "A second paragraph tells of the ferry."))
        found.page("/b", article(COPIED))
        yield found


@pytest.fixture
def started(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A window that may ask this machine, in the folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page_fetcher, "FetchRun", partial(page_fetcher.FetchRun, rest=0.0))
    driver.allow_local = True
    return driver


def banner(driver: Driver, key: str) -> str:
    """The sentence of the banner *key*, once it is there."""
    assert driver.window is not None
    banners = driver.window.views.banners
    wait_until(lambda: key in banners.keys())  # noqa: SIM118 - it is no mapping
    shown = [found for found in banners.findChildren(Banner) if found.isVisible()]
    place = list(banners.keys()).index(key)
    return shown[place].accessibleName()


def push(driver: Driver, text: str) -> None:
    """Push the button of a banner with this *text*, once it is there."""
    assert driver.window is not None

    def found() -> list[QPushButton]:
        assert driver.window is not None
        buttons = driver.window.views.banners.findChildren(QPushButton)
        return [button for button in buttons if button.isVisible() and button.text() == text]

    wait_until(lambda: bool(found()))
    found()[0].click()


def dialog() -> QDialog:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    found.activateWindow()
    wait_until(found.isActiveWindow)
    wait_until(lambda: (has := QApplication.focusWidget()) and found.isAncestorOf(has))
    return found


def words(of: QDialog) -> str:
    return " ".join(label.text() for label in of.findChildren(QLabel))


def paths(site: Site) -> list[str]:
    return [asked.path for asked in site.asked]


def texts(driver: Driver) -> tuple[str, str]:
    reference, candidate = driver.session.pair.documents or (None, None)
    assert reference is not None
    assert candidate is not None
    return reference.text, candidate.text


def open_links(driver: Driver, *links: str) -> LinksDialog:
    QGuiApplication.clipboard().setText("\n".join(links))
    driver.press("v", CONTROL)
    found = dialog()
    assert isinstance(found, LinksDialog)
    return found


def test_two_pasted_links_are_asked_about_fetched_and_shown(started: Driver, site: Site) -> None:
    started.open()
    asking = open_links(started, site.url("/a"), site.url("/b"))
    assert asking.names() == (site.url("/a"), site.url("/b"))
    assert "127.0.0.1 (2)" in words(asking)
    assert not site.asked
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    assert [SAID in texts(started)[0], COPIED in texts(started)[1]] == [True, True]
    assert sorted(paths(site)) == ["/a", "/b"]
    assert "Web pages as they were fetched on" in banner(started, "snapshot")
    started.show()  # this platform gives the keyboard to nobody when a dialog goes
    started.press("2")
    wait_until(lambda: len(read_labels(started.home / "labels.csv")) == 1)
    (row,) = read_labels(started.home / "labels.csv")
    assert row["pair_id"] == f"{site.url('/a')}|{site.url('/b')}"
    (time,) = times_of(site.url("/a"))
    assert row["reference"] == f"{site.url('/a')}#fetched={time}"
    reference, _ = started.session.pair.documents or (None, None)
    assert reference is not None
    assert row["reference_sha256"] == reference.sha256


def test_one_link_waits_for_a_second_document(started: Driver, site: Site) -> None:
    started.open()
    (started.home / "mine.txt").write_text(SAID)
    asking = open_links(started, site.url("/b"))
    assert asking.names() == (site.url("/b"), "")
    started.press(Qt.Key.Key_Return)
    assert not site.asked
    started.type(str(started.home / "mine.txt"))
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    assert COPIED in texts(started)[0]
    assert texts(started)[1] == SAID


def test_the_fields_keep_their_height_whatever_is_said_below(started: Driver, site: Site) -> None:
    started.open()
    asking = open_links(started, "https://a.example/")
    fields = asking.findChildren(QLineEdit)
    assert all(field.height() >= field.sizeHint().height() for field in fields)
    fields[1].setText("http://me:secret@another.example/with/a/long/way?to=it")
    QApplication.processEvents()
    assert all(field.height() >= field.sizeHint().height() for field in fields)
    assert "another.example" in words(asking)
    fields[1].setText("ftp://another.example/")
    assert "only http and https" in words(asking)
    started.press(Qt.Key.Key_Escape)


def test_an_escape_fetches_nothing(started: Driver, site: Site) -> None:
    started.open()
    open_links(started, site.url("/a"), site.url("/b"))
    started.press(Qt.Key.Key_Escape)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert not site.asked


def test_a_dropped_link_is_asked_about(started: Driver, site: Site) -> None:
    window = started.open()
    data = QMimeData()
    data.setUrls([QUrl(site.url("/a"))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    asking = dialog()
    assert isinstance(asking, LinksDialog)
    assert asking.names() == (site.url("/a"), "")
    assert not site.asked
    started.press(Qt.Key.Key_Escape)


def test_a_page_that_cannot_be_had_is_told_and_nothing_opens(started: Driver, site: Site) -> None:
    started.open()
    open_links(started, site.url("/a"), site.url("/nowhere"))
    started.press(Qt.Key.Key_Return)
    assert "404 Not Found" in banner(started, "fetch-problem")
    assert started.session.opened is None
    started.show()  # this platform gives the keyboard to nobody when a dialog goes
    # The other page is kept by now, and both are of one server: which of them is it?
    open_links(started, site.url("/a"), site.url("/nowhere"))
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: paths(site).count("/nowhere") == 2)
    assert site.url("/nowhere") in banner(started, "fetch-problem")


@pytest.mark.parametrize("by_key", [False, True])
def test_what_is_being_fetched_can_be_cancelled(started: Driver, site: Site, by_key: bool) -> None:
    started.open()
    site.without_end("/drip", b"x", seconds=0.05)
    open_links(started, site.url("/drip"), site.url("/b"))
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: paths(site) == ["/drip"])
    assert "Fetching" in banner(started, "fetching")
    if by_key:
        started.press(Qt.Key.Key_Escape)
    else:
        push(started, "Cancel")
    assert started.window is not None
    assert "fetching" not in tuple(started.window.views.banners.keys())
    assert not snapshots_folder().exists()
    assert started.session.opened is None
    site.closing.set()


@pytest.fixture
def listed(started: Driver, site: Site) -> Driver:
    lines = ["id,reference,candidate"]
    lines += [f"{number},{site.url('/a')},{site.url(place)}" for number, place in
              enumerate(("/b", "/c", "/nowhere"), start=1)]  # fmt: skip
    site.page("/c", article("Something else entirely stands on this page of ours."))
    path = started.home / "pairs.csv"
    path.write_text("\n".join(lines))
    started.open(path)
    return started


def test_a_list_of_links_fetches_nothing_by_itself(listed: Driver, site: Site) -> None:
    assert "127.0.0.1 (2)" in banner(listed, "not-fetched")
    listed.press("2")  # a pair that nobody can have seen gets no label
    assert read_labels(listed.home / "labels.csv") == []
    listed.press("j")
    listed.press("k")
    assert not site.asked


def test_the_pages_of_one_pair_are_fetched_on_request(listed: Driver, site: Site) -> None:
    banner(listed, "not-fetched")
    push(listed, "Fetch")
    wait_until(lambda: listed.session.pair.comparison is not None)
    assert SAID in texts(listed)[0]
    assert sorted(paths(site)) == ["/a", "/b"]
    assert "Web pages as they were fetched on" in banner(listed, "snapshot")
    listed.look()
    listed.press("2")
    wait_until(lambda: len(read_labels(listed.home / "labels.csv")) == 1)
    (row,) = read_labels(listed.home / "labels.csv")
    assert row["pair_id"] == "1"
    assert row["reference"].startswith(f"{site.url('/a')}#fetched=")


def test_a_whole_list_is_fetched_after_a_question_alone(listed: Driver, site: Site) -> None:
    assert listed.window is not None
    listed.window.actions_by_name["fetch-list"].trigger()
    asking = dialog()
    assert "Fetch 4 web pages from 127.0.0.1 (4)?" in words(asking)
    listed.press(Qt.Key.Key_Return)  # which is no yes
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert not site.asked
    listed.window.actions_by_name["fetch-list"].trigger()
    asking = dialog()
    listed.press(Qt.Key.Key_Tab)
    assert words(asking)
    (yes,) = [b for b in asking.findChildren(QPushButton) if b.text() == "Fetch"]
    assert yes.hasFocus()
    listed.press(Qt.Key.Key_Return)
    wait_until(lambda: len(site.asked) == 4)
    assert "404 Not Found" in banner(listed, "fetch-problem")
    wait_until(lambda: listed.session.pair.comparison is not None)
    book = listed.session.book
    assert book is not None
    wait_until(lambda: set(book.marks.unreadable_left(9)) == {2})
    model = listed.window.views.pairs_model
    wait_until(
        lambda: [model.state(row).problem is None for row in range(3)] == [True, True, False]
    )


def test_a_page_that_could_not_be_had_is_called_that_with_the_reason(
    listed: Driver, site: Site
) -> None:
    for _ in range(2):
        listed.press("j")
    wait_until(lambda: listed.session.pair.index == 2 and listed.session.pair.problem)
    assert "was not fetched yet" in str(listed.session.pair.problem)
    banner(listed, "not-fetched")
    push(listed, "Fetch")
    wait_until(lambda: "404 Not Found" in str(listed.session.pair.problem))
    problem = listed.session.pair.problem
    assert str(problem).startswith(f"The candidate {site.url('/nowhere')} could not be fetched.")
    wait_until(lambda: listed.session.pair.sides[0] is not None)
    book = listed.session.book
    assert book is not None
    assert "404 Not Found" in str(book.state(2).problem)
    banners = listed.window.views.banners  # type: ignore[union-attr]
    wait_until(lambda: "not-fetched" in tuple(banners.keys()))  # to be tried again
    said = [one.accessibleName() for one in banners.findChildren(Banner)]
    assert "Web pages of this pair could not be fetched: 127.0.0.1." in said
    site.page("/nowhere", article(SAID))
    push(listed, "Fetch")
    wait_until(lambda: listed.session.pair.comparison is not None)


def test_of_all_pages_of_a_list_that_cannot_be_had_the_reason_is_told(
    listed: Driver, site: Site
) -> None:
    site.answers.clear()
    assert listed.window is not None
    book = listed.session.book
    assert book is not None
    wait_until(lambda: len(book.marks.unreadable_left(9)) == 3)
    listed.window.actions_by_name["fetch-list"].trigger()
    dialog()
    listed.press(Qt.Key.Key_Tab)
    listed.press(Qt.Key.Key_Return)
    wait_until(lambda: all("could not be fetched" in str(book.state(i).problem) for i in range(3)))
    wait_until(lambda: "could not be fetched" in str(listed.session.pair.problem))
    assert "1 more web page" in banner(listed, "fetch-problem"), "three of four are named"


def test_a_page_fetched_anew_can_be_compared_with_what_it_was(started: Driver, site: Site) -> None:
    started.open()
    open_links(started, site.url("/a"), site.url("/b"))
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    banner(started, "snapshot")
    site.page("/a", article(SAID, "A second paragraph tells of the heron."))
    push(started, "Fetch again")
    wait_until(lambda: "reference has changed" in banner(started, "snapshot"))
    assert "candidate is the same" in banner(started, "snapshot")
    assert "heron" in texts(started)[0]
    push(started, "Compare snapshots…")
    asking = dialog()
    assert isinstance(asking, SnapshotsDialog)
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: len(started.session.pairs) == 1 and started.session.pairs[0].reference
               .startswith(f"{site.url('/a')}#fetched="))  # fmt: skip
    started.wait_for_pair()
    wait_until(lambda: started.session.pair.documents is not None)
    before, now = texts(started)
    assert ["ferry" in before, "heron" in now] == [True, True]
    assert len(site.asked) == 4


def test_opened_again_a_pair_shows_its_snapshots_without_asking_anybody(
    started: Driver, site: Site
) -> None:
    started.open()
    open_links(started, site.url("/a"), site.url("/b"))
    started.press(Qt.Key.Key_Return)
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    started.close()
    site.asked.clear()
    started.open()
    assert started.window is not None
    started.window.opening.open_recent(f"{site.url('/a')}|{site.url('/b')}")
    wait_until(lambda: started.session.opened is not None)
    started.wait_for_pair()
    assert SAID in texts(started)[0]
    assert not site.asked


def test_snapshots_lie_in_the_users_data_folder(qapp: QApplication) -> None:
    qapp.setApplicationName("copydesk")
    assert user_places().data / "snapshots" == snapshots_folder()
