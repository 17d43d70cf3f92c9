"""Drives the window in a process of its own and prints what its thread asked of the disk.

``python -m tests.window.disk_probe FOLDER`` works in the empty *FOLDER* and prints JSON: the calls
made in the window's thread, by what was being done. Python's audit events tell of most calls; those
that have none, stat and fsync among them, are wrapped.
"""

from __future__ import annotations

import builtins
import io
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.review.waiting import let_pass, wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import COPY

CONTROL = Qt.KeyboardModifier.ControlModifier
BY_PATH = ("stat", "lstat", "access", "open", "replace", "rename", "unlink", "mkdir", "makedirs")
BY_PATH_TOO = ("scandir", "listdir", "readlink", "chmod", "utime")
BY_HANDLE = ("fsync", "fdatasync", "read", "write", "fstat", "ftruncate", "lseek", "close")


class Probe:
    """Notes the calls of the window's thread that concern *folder*, while it is ``on``."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._thread = threading.get_ident()
        self._readlink = os.readlink
        self._busy = False
        self.on = False
        self.doing = ""
        self.calls: list[dict[str, str]] = []

    def install(self) -> None:
        """Note from now on; there is no way back."""
        for name in (*BY_PATH, *BY_PATH_TOO):
            self._wrap(os, name, lambda path: path)
        for name in BY_HANDLE:
            if hasattr(os, name):
                self._wrap(os, name, self._path_of)
        for module in (builtins, io):
            self._wrap(module, "open", lambda path: path)
        if sys.platform != "win32":
            import fcntl

            for name in ("flock", "lockf", "fcntl"):
                self._wrap(fcntl, name, self._path_of)
        sys.addaudithook(self._heard)

    def _wrap(self, module: Any, name: str, path_of: Callable[[Any], Any]) -> None:
        real = getattr(module, name)

        def call(*args: Any, **more: Any) -> Any:
            if args:
                self._note(name, path_of(args[0]) if not self._busy else None)
            return real(*args, **more)

        setattr(module, name, call)

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if args and event.split(".")[0] in ("open", "os", "shutil", "glob", "pathlib", "fcntl"):
            self._note(event, args[0])

    def _path_of(self, handle: Any) -> str:
        if threading.get_ident() != self._thread or not isinstance(handle, int):
            return ""
        try:
            return self._readlink(f"/proc/self/fd/{handle}")
        except OSError:
            return ""

    def _note(self, name: str, path: Any) -> None:
        if not self.on or self._busy or threading.get_ident() != self._thread:
            return
        if not isinstance(path, (str, bytes, os.PathLike)):
            return
        place = os.fsdecode(path)
        if place.startswith(self._folder):
            self._busy = True
            frames = traceback.extract_stack(limit=9)
            by = " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
            self.calls.append({"doing": self.doing, "call": name, "path": place, "by": by})
            self._busy = False


def work(probe: Probe, folder: Path) -> None:
    """Do what a reviewer does; what is asked of the disk for checking is not noted."""
    path = write_pairs(folder / "pairs", ("one", "two", "three", "four", "five", "six"))
    (folder / "pairs" / "six" / "candidate.txt").unlink()
    (folder / "pairs" / "guidelines.txt").write_text("Label with care.", encoding="utf-8")
    other = write_pairs(folder / "others", ("seven", "eight"))
    labels = folder / "pairs" / "labels.csv"
    driver = Driver(folder)
    window = driver.open()

    def do(
        doing: str, step: Callable[[], object], then: Callable[[], object] | None = None
    ) -> None:
        probe.doing, probe.on = doing, True
        step()
        let_pass(60)
        probe.on = False
        if then is not None:
            wait_until(then)
        probe.on = True
        if driver.session.opened is not None:
            driver.wait_for_pair()
        let_pass(60)  # also for what follows by itself
        probe.on = False

    def write_outside() -> None:
        probe.on = False
        text = labels.read_text(encoding="utf-8").replace(",copy,", ",unrelated,")
        labels.write_text(text, encoding="utf-8", newline="")
        probe.on = True
        wait_until(lambda: first_label() == "unrelated")

    def rewrite_document() -> None:
        probe.on = False
        document = folder / "pairs" / driver.session.pairs[index()].candidate
        document.write_text(COPY + "\nOne line more.\n", encoding="utf-8")
        probe.on = True
        wait_until(lambda: "changed" in tuple(window.views.banners.keys()))

    def first_label() -> str | None:
        book = driver.session.book
        row = None if book is None else book.row(0)
        return None if row is None else row.label

    def index() -> int:
        found = driver.session.pair.index
        assert found is not None
        return found

    def note() -> None:
        driver.press("n")
        driver.type("odd")
        driver.press(Qt.Key.Key_Escape)

    def drop(*paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
        plain = Qt.KeyboardModifier.NoModifier
        window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, plain))

    do("open", lambda: window.opening.open_paths([str(path)]), lambda: driver.session.opened)
    do("label", lambda: driver.press("2"), lambda: read_labels(labels))
    do("flag", lambda: driver.press("f"))
    do("note", note)
    do("undo", lambda: driver.press(Qt.Key.Key_Z, CONTROL))
    redo = CONTROL | Qt.KeyboardModifier.ShiftModifier
    do("redo", lambda: driver.press(Qt.Key.Key_Z, redo))
    for _ in range(3):
        do("label", lambda: driver.press("3"))
    do("next", lambda: driver.press("j"))
    do("previous", lambda: driver.press("k"))
    do("a missing document", lambda: driver.session.go_to(5))
    do("back", lambda: driver.session.go_to(1))
    do("reload", driver.session.pair.reload)
    do("labels written outside", write_outside)
    do("a document written outside", rewrite_document)
    QFileDialog.getOpenFileName = lambda *_: ("", "")  # type: ignore[method-assign]
    do("drop one document", lambda: drop(folder / "pairs" / "one" / "candidate.txt"))
    do("drop a list", lambda: drop(other), lambda: driver.session.pairs[0].id == "seven")
    do("open a recent list", lambda: window.opening.open_recent(str(path)))
    do("close", window.close)
    driver.close()


def main() -> None:
    """Work and print what was noted."""
    folder = Path(sys.argv[1])
    application = QApplication(["probe"])
    application.setQuitOnLastWindowClosed(False)
    probe = Probe(folder)
    probe.install()
    work(probe, folder)
    print(json.dumps(probe.calls))


if __name__ == "__main__":
    main()
