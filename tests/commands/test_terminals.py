"""Nothing that is printed drives a terminal, whatever documents, names and arguments hold."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gui.commands import compare, labels, window
from gui.training import __main__ as training

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

ROOT = Path(__file__).resolve().parents[2]
EVIL = "\x1b]0;title\x07 \x1b[2J \x9b31m \u202ecod.exe \r \x7f \x85 \u2028 \u2066"
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
PROSE = "The council voted on Tuesday to reopen the old harbour after nine years. " * 3
Main = Callable[[Sequence[str] | None], int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which every name and every content is hostile."""
    monkeypatch.chdir(tmp_path)
    old = f"{PROSE}\n\nA {EVIL} word. \x1c\n\n{EVIL}"
    new = old.replace("harbour", "port").replace("A ", f"A {EVIL} ") + f"\n\nMore {EVIL} here."
    for name, text in (("a", old), ("b", new)):
        (tmp_path / f"{name}{EVIL}.txt").write_text(text, encoding="utf-8", newline="")
    pairs = [
        ("id", "reference", "candidate"),
        (f"one{EVIL}\n=== two", f"a{EVIL}.txt", f"b{EVIL}.txt"),
        (f"gone{EVIL}", f"gone{EVIL}.txt", f"b{EVIL}.txt"),
        *((f"{PROSE} {n}", "x", "y") for n in range(20)),  # or it is no text
    ]
    write(tmp_path / f"pairs{EVIL}.csv", pairs)
    for name in ("one", "two", "three"):
        (tmp_path / "folder" / f"{name}{EVIL}").mkdir(parents=True)
        for role, text in (("reference", old), ("candidate", new)):
            (tmp_path / "folder" / f"{name}{EVIL}" / f"{role}.txt").write_text(text, "utf-8")
    (tmp_path / "folder" / f"three{EVIL}" / "candidate.txt").unlink()
    rows = [
        ("pair_id", "reference", "candidate", "label", "annotator", "note"),
        *[(f"one{EVIL}", f"a{EVIL}.txt", f"b{EVIL}.txt", "copy", f"ann{EVIL}", f"note{EVIL}")] * 2,
        (f"two{EVIL}", f"a{EVIL}.txt", f"gone{EVIL}.txt", f"label{EVIL}", "ann", PROSE * 20),
    ]
    write(tmp_path / f"labels{EVIL}.csv", rows)
    write(tmp_path / f"other{EVIL}.csv", [(f"column{EVIL}", PROSE * 20), ("1", "2")])
    return tmp_path


def write(path: Path, rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def printed(main: Main, arguments: Sequence[str]) -> tuple[int, str]:
    """Run a command on a terminal; return its status and what it printed, line ends made plain."""
    ours, theirs = pty.openpty()
    data: list[bytes] = []

    def read() -> None:
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while some := os.read(ours, 65536):
                data.append(some)

    reader = threading.Thread(target=read)
    reader.start()
    with (
        open(theirs, "w", encoding="utf-8") as out,  # noqa: PTH123 - it has no path
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
    ):
        status = main(arguments)
    reader.join()
    os.close(ours)
    return status, re.sub("\r+\n", "\n", b"".join(data).decode("utf-8"))


A, B, GONE = (f"{name}{EVIL}.txt" for name in ("a", "b", "gone"))
PAIRS, LABELS, OTHER = (f"{name}{EVIL}.csv" for name in ("pairs", "labels", "other"))
ODD_OPTION = f"--x{EVIL}".replace(" ", "")  # with a space it would be a name
NOWHERE = f"no{EVIL}/file"
COMPARE = [
    *[["--format", form, A, B] for form in ("text", "json", "jsonl", "html")],
    *[["--format", form, PAIRS] for form in ("text", "json", "jsonl")],
    *[["--format", form, "folder"] for form in ("text", "json", "jsonl")],
    *[["--learn", PAIRS], ["--learn", "folder"]],
    *[[GONE, B], [A, B, EVIL], [OTHER], [GONE], [f"folder/three{EVIL}"]],
    *[[ODD_OPTION, A, B], ["--format", EVIL, A, B], ["--minor", EVIL, A, B]],
    *[["--encoding", EVIL, A, B], ["--encoding", "utf\x1b8", A, B]],
    *[["-o", A, A, B], ["-o", NOWHERE, A, B]],
    *[["--columns", EVIL, PAIRS], ["--columns", f"{EVIL},b", PAIRS]],
    *[["--swaps", GONE, A, B], ["--swaps", OTHER, A, B]],
    *[["--thesaurus", GONE, A, B], ["--thesaurus", A, A, B]],
]
LABEL = [
    *[["export", "--format", form, LABELS] for form in ("jsonl", "csv", "table")],
    *[["check", LABELS], ["check", GONE], ["check", OTHER], ["check", LABELS, "--journals", GONE]],
    *[[EVIL], ["check", LABELS, EVIL], ["export", LABELS, "--format", EVIL]],
    *[["export", LABELS, "-o", LABELS], ["export", LABELS, "-o", NOWHERE]],
    *[["export", LABELS, "--format", "table", "--pairs", name] for name in (PAIRS, GONE, OTHER)],
    ["export", LABELS, "--columns", EVIL],
]
WINDOW = [
    *[[GONE], [OTHER], [A, GONE], [A, B, EVIL], [ODD_OPTION], ["--theme", EVIL]],
    *[["--encoding", EVIL, A, B], ["--columns", EVIL, PAIRS], ["--columns", f"{EVIL},b", PAIRS]],
]
TRAINING = [
    *[["--pairs", GONE], ["--strangers", EVIL], ["--penalty", EVIL], [ODD_OPTION]],
    ["--report", "-o", GONE],
]
RUNS = [
    (main, arguments)
    for main, some in (
        (compare.main, COMPARE),
        (labels.main, LABEL),
        (window.main, WINDOW),
        (training.main, TRAINING),
    )
    for arguments in some
]


@pytest.mark.parametrize(
    ("main", "arguments"),
    RUNS,
    ids=lambda value: (
        f"{value.__module__.split('.')[1:]}"
        if callable(value)
        else ascii(" ".join(value)).replace(ascii(EVIL)[1:-1], "EVIL")
    ),
)
def test_no_output_drives_a_terminal(main: Main, arguments: list[str], folder: Path) -> None:
    status, shown = printed(main, arguments)
    assert status in (0, 1, 2)
    assert shown
    own = re.sub("\r[█░]+[^\r\x1b]*\x1b\\[K|\r\x1b\\[K", "", shown)  # the bar of progress
    assert not STEERS.search(own), ascii(own)


def test_what_was_passed_over_is_named_legibly(folder: Path) -> None:
    _, shown = printed(compare.main, ["--format", "jsonl", "folder"])
    assert "because they do not hold exactly two documents: three\\x1b]0;title" in shown


def test_an_argument_cannot_forge_a_line(folder: Path) -> None:
    status, shown = printed(compare.main, ["--x\nAll-is-well.", A, B])
    assert status == 2
    assert "--x<U+000A>All-is-well.; see copydesk-compare --help.\n" in shown
    assert shown.count("\n") == 1


def test_a_pair_cannot_forge_a_heading(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main([PAIRS]) == 1
    headings = [line for line in capsys.readouterr().out.split("\n") if line.startswith("=== ")]
    assert len(headings) == 22
    assert headings[0].endswith("<U+000A>=== two")


def test_json_holds_no_control_character_and_says_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels.main(["export", LABELS])
    compare.main(["--format", "jsonl", PAIRS])
    out = capsys.readouterr().out
    assert not STEERS.search(out)
    found = [json.loads(line) for line in out.split("\n") if line]
    assert found[0]["note"] == f"note{EVIL}"
    assert f"one{EVIL}\n=== two" in [line["pair_id"] for line in found]


def test_csv_for_programs_is_as_it_is(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = folder / "out.csv"
    assert labels.main(["export", "--format", "table", "-o", str(out), LABELS]) == 1
    assert labels.main(["export", "--format", "table", LABELS]) == 1
    piped = capfdbinary.readouterr().out
    assert piped == out.read_bytes()
    assert f"note{EVIL}".encode() in piped


def test_what_qt_cannot_do_is_said_legibly(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "gui", A, B],
        capture_output=True,
        timeout=60,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "DISPLAY": ":\x1b[2J\u202e",
            "PYTHONUTF8": "1",
        },
        check=False,
    )
    assert run.returncode == 2
    assert not STEERS.search(run.stderr.decode("utf-8")), run.stderr


@pytest.mark.parametrize("command", ["compare", "labels", "window"])
def test_a_fault_of_ours_is_told_legibly(command: str) -> None:
    name = "copydesk" if command == "window" else f"copydesk_{command}"
    code = (
        f"import sys; import gui.commands.{command} as command; from gui.commands import {name}\n"
        f"def break_down(*_): raise RuntimeError({EVIL!r} + 'odd')\n"
        f"command.make_parser = break_down; sys.exit({name}())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=False,
    )
    said = run.stderr.decode("utf-8")
    assert run.returncode == 1
    assert "in break_down" in said
    assert "RuntimeError: <U+001B>]0;title" in said
    assert not STEERS.search(said)
