"""What every test stands on: no screen, folders of its own, and nothing left behind.

Set before Qt is imported anywhere. A test that leaves a thread or a top-level window, or
that makes Qt print a warning, fails.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.ready_processes import CAN_FORK, ready_processes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from xdist.remote import Producer
    from xdist.scheduler import LoadFileScheduling

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Said by platforms about the machine and not about the program.
HARMLESS = (
    "This plugin does not support",
    "propagateSizeHints",
    "QStandardPaths: XDG_RUNTIME_DIR",
    "Populating font family aliases took",
    "OpenType support missing for",
)

# How many examples a property gets that does not say so itself. The quick ones are the same each
# time, so that a run that failed fails again; new ones are looked for by
# `--hypothesis-profile thorough --timeout 1200`.
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1_000, deadline=None)
settings.load_profile("quick")

MOST_WORKERS = 8  # each imports the program and collects all tests, which takes it some seconds
# Where tests take longest. One that began at the end would keep the other processes waiting.
FIRST = ("tests/packaging/", "tests/find/", "tests/window/", "tests/labels/", "tests/commands/")
# A file is run by one process, and so is such a folder: the wheel need not be built twice, nor
# what searches load be loaded by each process.
TOGETHER = ("tests/packaging/", "tests/find/")


MEMORY = Path("/dev/shm")  # each run has a folder of its own there, as it would in /tmp
ROOM = 4_000_000_000  # bytes; tests take a tenth of that, those marked slow most of it


def _temporary_folder() -> None:
    """Let tests have their files in memory, where there is room and programs may be started.

    What they wait for is written through to the disk as a rule, a hundred times in some tests.
    """
    try:
        system = os.statvfs(MEMORY)
    except (AttributeError, OSError):
        return
    has_room = system.f_bavail * system.f_frsize >= ROOM
    if has_room and os.access(MEMORY, os.W_OK) and not system.f_flag & os.ST_NOEXEC:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


_temporary_folder()


def pytest_configure(config: pytest.Config) -> None:
    """Have bytecode kept in pytest's cache where Python may not put it beside the sources.

    Otherwise each process, and there are hundreds, would compile all that it imports.
    """
    if sys.dont_write_bytecode and config.pluginmanager.has_plugin("cacheprovider"):
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(config.cache.mkdir("bytecode"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many processes share the tests: none where only some files are asked for.

    Starting them takes longer than most files do. There are two to each processor, because tests
    often wait: for other processes, for the disk, for what they began. Five to two took a sixth
    longer.
    """
    asked = [Path(name.partition("::")[0]) for name in config.args]
    if not any(path.is_dir() for path in asked):
        return 0
    if hasattr(os, "sched_getaffinity"):
        processors = len(os.sched_getaffinity(0))
    else:
        processors = os.cpu_count() or 1
    return min(2 * processors, MOST_WORKERS) if processors > 1 else 0


@pytest.hookimpl(wrapper=True, trylast=True)  # inside of what makes errors of warnings
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Leave what collecting made, a million values that stay, out of each search for garbage.

    What little of it is garbage stays as well: to find that takes longer than a hundred tests.
    """
    gc.disable()
    try:
        import_tests(session.config)
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def import_tests(config: pytest.Config) -> None:
    """Import the files of tests, in an order of its own in each process that shares them.

    The first time pytest rewrites what they assert, which takes as long as all else about
    collecting them, and all processes would do that for the same files at the same time. Each
    begins in another place and finds done by others what comes later. What fails here fails again
    when the file is collected, and is told then.
    """
    worker = getattr(config, "workerinput", None)
    if worker is None:
        return
    files = sorted(path for asked in config.args for path in Path(asked).rglob("test_*.py"))
    first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for path in files[first:] + files[:first]:
        with suppress(Exception, pytest.skip.Exception):
            parts = path.resolve().relative_to(config.rootpath).with_suffix("").parts
            importlib.import_module(".".join(parts))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the folders whose tests take longest."""

    def place(item: pytest.Item) -> int:
        found = (n for n, folder in enumerate(FIRST) if item.nodeid.startswith(folder))
        return next(found, len(FIRST))

    items.sort(key=place)


def stays_with(nodeid: str) -> str:
    """Return what one process runs as a whole: the file of a test, or its folder."""
    file = nodeid.partition("::")[0]
    return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling | None:
    """Hand whole files to the processes, in the order above.

    Each makes its own windows, in folders of each test's own: windows of two processes share
    neither the keyboard, which Qt keeps for each process, nor a file. What is made once for the
    tests of a file is made once.
    """
    if config.option.dist != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class FilesInOrder(LoadFileScheduling):  # type: ignore[misc]  # has no types
        def _split_scope(self, nodeid: str) -> str:
            return stays_with(nodeid)

    config.option.loadscopereorder = False  # those with the most tests are not the longest
    return FilesInOrder(config, log)


@pytest.fixture(scope="session", autouse=True)
def unhurried_reading() -> Iterator[None]:
    """Bound the reading of documents by the processor's time alone, where the system can do so.

    On a machine that is very busy even small documents take longer than somebody would wait.
    """
    with pytest.MonkeyPatch.context() as patch:
        if os.name == "posix":
            patch.setattr("gui.documents.reader.PATIENCE", 100.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def forked_processes() -> Iterator[None]:
    """Have the program's processes forked from some that have loaded their modules."""
    if not CAN_FORK:
        yield
        return
    found = ready_processes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gui.own_process.subprocess", found.module)
        yield
    found.close()


@pytest.fixture(scope="session")
def new_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return where the next homes go. (pytest would look at all that are there for each.)"""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(new_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test its own home, settings, state and data folder; return the home.

    They go at once if nothing was put there, which else takes seconds at the end of the run.
    """
    home = next(new_homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    folders = []
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        (home / folder).mkdir()
        folders.append(home / folder)
        monkeypatch.setenv(name, str(home / folder))
    for scheme in ("http", "https", "all", "no"):  # a server of this machine is asked directly
        for name in (f"{scheme}_proxy", f"{scheme}_proxy".upper()):
            monkeypatch.delenv(name, raising=False)
    yield home
    for empty in (*folders, home):
        with suppress(OSError):  # it is not empty
            empty.rmdir()


@pytest.fixture(scope="session")
def application() -> QApplication:
    """Return the one QApplication of the run; figures are English whatever the machine speaks."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    QLocale.setDefault(QLocale("en"))

    found = QApplication.instance()
    if found is None:
        found = QApplication(["copydesk-tests"])
        found.setQuitOnLastWindowClosed(False)
    assert isinstance(found, QApplication)
    return found


@pytest.fixture
def qapp(application: QApplication) -> QApplication:
    """Return the QApplication, for tests that show widgets."""
    return application


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, as if one ran."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    found: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Announcement:
            found.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves threads or windows, or makes Qt warn.

    A test that provokes a warning on purpose carries the mark ``allow_qt_warnings``.
    """
    threads = set(threading.enumerate())
    messages: list[str] = []
    listening = "PySide6.QtCore" in sys.modules or "application" in request.fixturenames
    if listening:
        _listen(messages)
    yield
    if "PySide6.QtCore" in sys.modules:
        if listening:
            _stop_listening()
        windows = _close_windows()
        assert not windows, f"left open: {windows}"
        if request.node.get_closest_marker("allow_qt_warnings") is None:
            assert not messages, f"Qt said: {messages}"
    left = _still_running(threads)
    assert not left, f"threads left running: {left}"


def _listen(messages: list[str]) -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def handler(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        quiet = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if kind not in quiet and not any(part in message for part in HARMLESS):
            messages.append(message)

    qInstallMessageHandler(handler)


def _stop_listening() -> None:
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(None)


def _close_windows() -> list[str]:
    """Close the top-level widgets that are still shown and return their names.

    Widgets that Python has let go of, or that were told to delete themselves, count as gone.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = []
    for widget in application.topLevelWidgets():
        if widget.isVisible():
            found.append(f"{type(widget).__name__} {widget.objectName()!r}")
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


PATIENCE = 20.0
"""Seconds that a thread has to end after its test, on a machine that is busy."""


def _still_running(before: set[threading.Thread]) -> list[str]:
    """Return the threads started since *before* that do not end within ``PATIENCE``.

    Idle daemons of process pools and of Python's own queues end with the interpreter; a
    plain thread does not.
    """
    end = time.monotonic() + PATIENCE
    while True:
        left = [t.name for t in threading.enumerate() if t not in before and t.is_alive()]
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.01)
