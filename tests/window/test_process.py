"""The program as a process: bad input, signals, kills, and nothing left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gui.commands.window import main
from tests.window.driving import read_labels, write_pairs
from tests.window.harbour_articles import ARTICLE, COPY
from tests.window.program_processes import ROOT, run_code, start_code

# Runs the command with a window that presses the key "2" as soon as it may, then does DO.
PRESSING = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
import gui.widgets.window.main_window as window
from gui.commands.window import main

class Pressing(window.MainWindow):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.views.reading.marked.connect(lambda _: QTimer.singleShot(200, self.press))
        self.views.reading.painted.connect(lambda _: print("painted", flush=True))

    def press(self):
        DO

window.MainWindow = Pressing
sys.exit(main(sys.argv[1:]))
"""

# Runs the command until the window says why something cannot be opened; prints that. With
# "unseen" first there is no standard error, as where Windows starts a program without a console.
SAYING = """
import sys
from PySide6.QtCore import QTimer
import gui.widgets.window.main_window as window
from gui.commands.window import main
from gui.widgets.controls.notifications import Banner

class Saying(window.MainWindow):
    def __init__(self, session, *args, **options):
        super().__init__(session, *args, **options)
        self.reviewed = session
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        said = [found.accessibleName() for found in self.findChildren(Banner) if found.isVisible()]
        said.append(str(self.reviewed.pair.problem or ""))
        said = [sentence for sentence in said if sentence.endswith(".")]
        if said:
            self.timer.stop()
            print(*said, sep="\\n")
            self.close()

window.MainWindow = Saying
if sys.argv[1] == "unseen":
    sys.stderr = None
    del sys.argv[1]
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments: str | Path, do: str) -> subprocess.CompletedProcess[str]:
    return run_code(PRESSING.replace("DO", do), *arguments)


def run_anew(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments; nothing is loaded before."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(ARTICLE, encoding="utf-8")
    two.write_text(COPY, encoding="utf-8")
    return one, two


def bad_inputs(folder: Path) -> dict[str, list[Path | str]]:
    good = folder / "good.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    binary, empty = folder / "binary.bin", folder / "empty.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    empty.write_bytes(b"")
    (folder / "nothing here").mkdir()
    columns = folder / "columns.csv"
    columns.write_text("first,second\nx,y\n", encoding="utf-8")
    header = folder / "header.csv"
    header.write_text("reference,candidate\n", encoding="utf-8")
    labels = folder / "not labels.csv"
    labels.write_text("a,b\n1,2\n", encoding="utf-8")
    return {
        "a missing file": [folder / "missing.txt", good],
        "a missing list": [folder / "missing.csv"],
        "a folder without pairs": [folder / "nothing here"],
        "a list without the columns": [columns],
        "a list without rows": [header],
        "a binary file": [good, binary],
        "an empty file": [empty, good],
        "a folder for a document": [folder / "nothing here", good],
        "three paths": [good, good, good],
        "no label file": [good, good, "--labels", labels],
        "a folder for the labels": [good, good, "--labels", folder],
        "an unknown encoding": [good, good, "--encoding", "klingon"],
        "one column": [columns, "--columns", "first"],
    }


CASES = (
    *("a missing file", "a missing list", "a folder without pairs", "a list without the columns"),
    *("a list without rows", "a folder for a document", "three paths", "an unknown encoding"),
    "one column",
)


@pytest.mark.parametrize("case", ["a missing file", "a binary file", "no label file"])
def test_bad_input_ends_the_process_with_one_sentence_and_status_2(
    case: str, tmp_path: Path
) -> None:
    found = run_anew("-m", "gui", *bad_inputs(tmp_path)[case])
    assert (found.returncode, found.stdout) == (2, "")
    assert_one_sentence(found.stderr)


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_found_before_a_window_is_made(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(argument) for argument in bad_inputs(tmp_path)[case]]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert_one_sentence(said.err)


UNSEEN = (
    "a missing file",
    "a missing list",
    "a list without the columns",
    "a binary file",
    "three paths",
    "no label file",
)


@pytest.mark.parametrize("start", ["--from-desktop", "unseen"])
@pytest.mark.parametrize("case", UNSEEN)
def test_where_nobody_sees_standard_error_the_window_says_what_cannot_be_opened(
    case: str, start: str, tmp_path: Path
) -> None:
    """A file manager showed nothing at all: the program had ended before there was a window."""
    found = run_code(SAYING, start, *bad_inputs(tmp_path)[case])
    assert (found.returncode, found.stderr) == (0, "")
    assert len(found.stdout.splitlines()) == 1, found.stdout
    assert found.stdout.endswith(".\n")


def assert_one_sentence(said: str) -> None:
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert lines[0].startswith("copydesk: ")
    assert lines[0].endswith(".")


def test_a_row_is_there_when_the_process_is_killed_as_soon_as_the_window_takes_the_key(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "labels.csv"
    kill = "lambda: os.kill(os.getpid(), signal.SIGKILL)"
    do = f'self.session.label_journalled.connect({kill}); QTest.keyClick(self, "2")'
    found = run(*pair, "--labels", path, "--annotator", "ada", do=do)
    assert found.returncode == -signal.SIGKILL, found.stderr
    # The journal has it; the next start brings it into the file where the kill came first.
    found = run(*pair, "--labels", path, "--annotator", "ada", do="self.close()")
    assert found.returncode == 0, found.stderr
    assert [(row["label"], row["annotator"]) for row in read_labels(path)] == [("copy", "ada")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_in_order(
    pair: tuple[Path, Path], tmp_path: Path, number: signal.Signals
) -> None:
    do = f'QTest.keyClick(self, "3"); os.kill(os.getpid(), {int(number)})'
    found = run(*pair, "--labels", tmp_path / "labels.csv", do=do)
    assert (found.returncode, found.stderr) == (0, "")
    assert [row["label"] for row in read_labels(tmp_path / "labels.csv")] == ["unrelated"]


# A window that takes very long to be made.
MAKING = """
import sys, time
import gui.app
from gui.commands.window import main

def make(*_):
    print("making", flush=True)
    for _ in range(1200):  # a signal right before a sleep does not cut it short
        time.sleep(0.1)

gui.app.make_window = make
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_does_not_wait_for_the_window(
    pair: tuple[Path, Path], tmp_path: Path, number: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAKING, *map(str, pair), "--labels", str(tmp_path / "labels.csv")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"making\n"
        process.send_signal(number)
        try:
            _, said = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert (process.returncode, said) == (0, b"")


# Keeps a label only after so many seconds, as a disk does that takes its time.
SLOW = """from gui.labels import LabelStore; from time import sleep; keep = LabelStore.label
        from gui.widgets.window import closing; closing.ENOUGH = ENOUGH
        LabelStore.label = lambda *given: (sleep(SECONDS), keep(*given))[1]
        QTest.keyClick(self, "3"); os.kill(os.getpid(), signal.SIGTERM)"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("seconds", "enough", "labels"), [(0.3, 60_000, ["unrelated"]), (600, 300, [])]
)
def test_a_signal_waits_for_a_slow_disk_but_not_for_ever(
    pair: tuple[Path, Path], tmp_path: Path, seconds: float, enough: int, labels: list[str]
) -> None:
    do = SLOW.replace("SECONDS", str(seconds)).replace("= ENOUGH", f"= {enough}")
    found = run(*pair, "--labels", tmp_path / "labels.csv", do=do)
    assert (found.returncode, found.stderr) == (0, "")
    assert [row["label"] for row in read_labels(tmp_path / "labels.csv")] == labels


def test_a_list_opens_and_closes_with_status_0_and_no_thread_left(tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs")
    do = """import atexit, threading
        atexit.register(lambda: print([thread.name for thread in threading.enumerate()]))
        self.close()"""
    found = run_anew("-c", PRESSING.replace("DO", do), path)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == "painted\n['MainThread']\n"
    assert not (tmp_path / "pairs" / "labels.csv").exists(), "nothing decided, nothing written"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_running_when_it_ends_in_the_middle_of_work(
    tmp_path: Path, number: signal.Signals
) -> None:
    words = " ".join(f"w{index * 7919 % 3001}" for index in range(150_000))
    for name, text in (("a.txt", words), ("b.txt", words[::-1])):
        (tmp_path / name).write_text(text, encoding="utf-8")
    process = start_code(PRESSING.replace("DO", "pass"), "a.txt", "b.txt", cwd=tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "painted\n"
    children = children_of(process.pid)
    assert children, "the worker is comparing"
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == (0 if number == signal.SIGTERM else -number), said
    deadline = time.monotonic() + 60
    while any(is_running(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if is_running(child)]


def children_of(pid: int) -> set[int]:
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            if parent == pid:
                found |= {int(entry.name)} | children_of(int(entry.name))
    return found


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# The fonts lie on a disk that never answers.
STUCK_FONTS = """
import threading
import gui.app

class Fonts:
    families = staticmethod(threading.Event().wait)

gui.app.QFontDatabase = Fonts
"""


def test_fonts_that_are_never_found_do_not_keep_the_program(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    code = STUCK_FONTS + PRESSING.replace("DO", "self.close()")
    done = run_code(code, *pair, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_note_that_was_being_typed_when_the_window_was_killed_is_there_again(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    labels = tmp_path / "labels.csv"
    typing = """
        from pathlib import Path
        drafts = Path(os.environ["XDG_STATE_HOME"])
        def look():
            if any(b"look at the date" in path.read_bytes() for path in drafts.rglob("*.draft-1")):
                os.kill(os.getpid(), signal.SIGKILL)
        self.actions_by_name["note"].trigger()
        QTest.keyClicks(self.focusWidget(), "look at the date")
        self.looking = QTimer(self, interval=10)
        self.looking.timeout.connect(look)
        self.looking.start()"""
    arguments = (*pair, "--labels", labels)
    assert run(*arguments, do=typing).returncode == -signal.SIGKILL
    looking = """
        print("note:", getattr(self.session.row(), "note", None), flush=True)
        print("told:", self.views.toast.text(), flush=True)
        self.close()"""
    found = run(*arguments, do=looking)
    assert "note: look at the date" in found.stdout
    assert "was being typed; what had been typed was kept." in found.stdout
    assert [row["note"] for row in read_labels(labels)] == ["look at the date"]
