"""Reports go to the disk whole or not at all, and the window does not wait for it."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from gui.labels.file.files import Files
from tests.review.waiting import wait_until
from tests.window.driving import Driver, write_pairs

KINDS = pytest.mark.parametrize("kind", ["html", "pdf", "print"])
BEGINNINGS = {"html": b"<!", "pdf": b"%PDF", "print": b"%PDF"}


class SlowDisk:
    """Lets no report get its name before :meth:`answer`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go = threading.Event()
        self._refusal = 0
        self.threads: set[threading.Thread] = set()
        real = Files.replace

        def replace(files: Files, old: Path, new: Path) -> None:
            if ".csv" not in new.name:  # the label file's own way is another matter
                self.threads.add(threading.current_thread())
                assert self._go.wait(30)
                if self._refusal:
                    raise OSError(self._refusal, os.strerror(self._refusal))
            real(files, old, new)

        monkeypatch.setattr(Files, "replace", replace)

    def answer(self, refusal: int = 0) -> None:
        """Let reports go on; *refusal* is the number of the error that stops each of them."""
        self._refusal = refusal
        self._go.set()


@pytest.fixture
def listed(driver: Driver, tmp_path: Path) -> Driver:
    driver.open(write_pairs(tmp_path / "pairs"))
    return driver


@pytest.fixture
def disk(listed: Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    found = SlowDisk(monkeypatch)
    yield found
    found.answer()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reviewer wants each report, which no dialog asks for here."""
    folder = tmp_path / "reports"
    folder.mkdir()

    def chosen(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(folder / "report.pdf"))
        return QDialog.DialogCode.Accepted

    def named(*asked: object) -> tuple[str, str]:
        return str(folder / f"report{Path(str(asked[2])).suffix}"), ""

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    return folder


def report(driver: Driver, kind: str, place: Path) -> Path:
    """Ask for a report as *kind*; return where it is to be."""
    assert driver.window is not None
    name = "print" if kind == "print" else f"export-{kind}"
    driver.window.actions_by_name[name].trigger()
    return place / ("report.html" if kind == "html" else "report.pdf")


def complaint(driver: Driver) -> str:
    """What the banners say."""
    assert driver.window is not None
    texts = [label.text() for label in driver.window.views.banners.findChildren(QLabel)]
    return "\n".join(texts)


@KINDS
def test_the_window_answers_while_a_report_is_written(
    listed: Driver, disk: SlowDisk, place: Path, kind: str
) -> None:
    window = listed.window
    assert window is not None
    path = report(listed, kind, place)
    wait_until(lambda: disk.threads)
    assert threading.current_thread() not in disk.threads
    listed.press("2")
    wait_until(lambda: listed.session.pair.index == 1)
    assert not path.exists(), "a report is there whole or not at all"
    assert str(path) not in window.views.toast.text(), "nor is it said to be"
    disk.answer()
    wait_until(lambda: str(path) in window.views.toast.text())
    assert path.read_bytes().startswith(BEGINNINGS[kind])
    assert list(place.iterdir()) == [path]


@KINDS
def test_a_report_that_the_disk_refuses_leaves_what_was_there_and_says_why(
    listed: Driver, disk: SlowDisk, place: Path, kind: str
) -> None:
    (place / "report.html").write_bytes(b"before")
    (place / "report.pdf").write_bytes(b"before")
    path = report(listed, kind, place)
    disk.answer(errno.ENOSPC)
    wait_until(lambda: complaint(listed))
    assert str(path) in complaint(listed)
    assert os.strerror(errno.ENOSPC) in complaint(listed)
    assert [found.read_bytes() for found in place.iterdir()] == [b"before", b"before"]


def test_a_report_on_its_way_gets_there_when_the_window_is_closed(
    listed: Driver, disk: SlowDisk, place: Path
) -> None:
    path = report(listed, "html", place)
    wait_until(lambda: disk.threads)
    threading.Timer(0.2, disk.answer).start()
    listed.close()
    assert path.read_bytes().startswith(b"<!")


@pytest.mark.skipif(os.name == "nt", reason="links and rights of Unix")
def test_a_report_keeps_the_rights_and_the_link_of_what_was_there(
    listed: Driver, place: Path
) -> None:
    behind = place / "kept.html"
    behind.write_bytes(b"before")
    behind.chmod(0o640)
    (place / "report.html").symlink_to(behind)
    report(listed, "html", place)
    wait_until(lambda: behind.read_bytes() != b"before")
    assert (place / "report.html").is_symlink()
    assert behind.stat().st_mode & 0o777 == 0o640


def test_a_report_does_not_take_the_place_of_a_folder(listed: Driver, place: Path) -> None:
    (place / "report.html").mkdir()
    path = report(listed, "html", place)
    wait_until(lambda: str(path) in complaint(listed))
    assert path.is_dir()


def test_a_report_is_offered_beside_the_list_and_the_next_beside_the_last(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in a list that was named on the command line, as this one is."""
    offered: list[Path] = []
    chosen = tmp_path / "elsewhere" / "mine.html"
    chosen.parent.mkdir()

    def named(*asked: object) -> tuple[str, str]:
        offered.append(Path(str(asked[2])))
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    listed = write_pairs(tmp_path / "pairs")
    driver.open(listed)
    for _ in range(2):
        report(driver, "html", chosen.parent)
    assert [place.parent for place in offered] == [listed.parent, chosen.parent]
