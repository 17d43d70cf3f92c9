"""What copydesk-compare writes: whole or not at all, through links and pipes, and to who leaves."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from gui.commands.compare import main
from gui.commands.output import Output, PairProgress, StatusLine, at_work
from tests.commands.two_documents import OLD, write_list

ROOT = Path(__file__).resolve().parents[2]


def process(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    code = "import sys; from gui.commands import copydesk_compare as c; sys.exit(c())"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_output_is_written_whole_or_not_at_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = folder / "out.json"
    assert main(["-o", "out.json", "--format", "json", "a.txt", "b.txt"]) == 0
    before = out.read_bytes()
    assert json.loads(before)
    out.chmod(0o640)

    def fail(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert main(["-o", "out.json", "a.txt", "b.txt"]) == 2
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert out.read_bytes() == before
    assert main(["-o", "out.json", "a.txt", "b.txt"]) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert sorted(p.name for p in folder.iterdir()) == ["a.txt", "b.txt", "out.json"]


def test_output_through_a_link_and_into_a_pipe(folder: Path) -> None:
    (folder / "real.txt").write_text("before", encoding="utf-8")
    (folder / "link.txt").symlink_to("real.txt")
    assert main(["-o", "link.txt", "a.txt", "b.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert "telephone" in (folder / "real.txt").read_text(encoding="utf-8")
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert main(["-o", "pipe", "a.txt", "b.txt"]) == 0
    assert b"telephone" in os.read(reader, 10_000)
    os.close(reader)
    assert (folder / "pipe").is_fifo()


def test_a_closed_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["a.txt", "b.txt"]) == 2
    monkeypatch.undo()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_full_disk_behind_standard_output(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        code = "import sys; from gui.commands import copydesk_compare as c; sys.exit(c())"
        run = subprocess.run(
            [sys.executable, "-c", code, "a.txt", "b.txt"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1


def test_each_piece_is_flushed(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    with io.TextIOWrapper(os.fdopen(writer, "wb"), encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with Output(None) as output:
            output.write("one\n")
            assert os.read(reader, 100) == b"one\n"
        monkeypatch.undo()
    os.close(reader)


def test_a_reader_who_leaves_is_no_error(folder: Path) -> None:
    write_list(folder / "pairs.csv", ("reference", "candidate"), *[("a.txt", "b.txt")] * 1)
    with (folder / "pairs.csv").open("a", encoding="utf-8") as file:
        for number in range(3000):
            (folder / f"{number}.txt").symlink_to("b.txt")
            file.write(f"a.txt,{number}.txt\r\n")
    run = process("--format", "jsonl", "pairs.csv", folder=folder)
    assert run.stdout is not None
    assert run.stderr is not None
    assert json.loads(run.stdout.readline())["pair_id"] == "a.txt|b.txt"
    assert run.poll() is None
    run.stdout.close()
    assert run.wait(30) == 141
    assert run.stderr.read() == b""
    run.stderr.close()


def test_ctrl_c_ends_quietly_and_leaves_no_half_file(folder: Path) -> None:
    rows = [(str(number), "a.txt", "b.txt") for number in range(2000)]  # minutes of work
    write_list(folder / "pairs.csv", ("id", "reference", "candidate"), *rows)
    text = "\n\n".join(f"{OLD} {n}" for n in range(2000))
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with process("--format", "jsonl", "-o", "out.jsonl", "pairs.csv", folder=folder) as run:
        end = time.monotonic() + 30
        while not list(folder.glob(".out.jsonl.*")) and time.monotonic() < end:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=30)[1]
    assert run.returncode == 130
    kept = folder / "out.jsonl.partial"
    if kept.exists():  # where this process came late, a pair was done already
        assert b"of 2,000 are kept in" in said
        kept.unlink()
    else:
        assert said == b""
    assert not list(folder.glob("*out.jsonl*"))


def test_an_interrupted_beginning_leaves_no_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is interrupted while he enters never leaves."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", interrupted)
    with pytest.raises(KeyboardInterrupt), Output(str(folder / "out.json")):
        pass
    assert not list(folder.glob("*out.json*"))


class Terminal(io.StringIO):
    encoding = "ascii"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds", "says_rate"), [(1.9, False), (2.0, True)])
def test_the_rate_is_told_after_two_seconds(
    monkeypatch: pytest.MonkeyPatch, seconds: float, says_rate: bool
) -> None:
    """Before, it would be that of starting the processes."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    terminal = Terminal()
    progress = PairProgress(60, StatusLine(stream=terminal))
    now[0] += seconds
    progress.show(20, 0)
    assert ("a second" in terminal.getvalue()) is says_rate


def test_the_bar_has_thirty_signs() -> None:
    """With all that is said behind it, it fits into 80 columns."""
    terminal = Terminal()
    PairProgress(60, StatusLine(stream=terminal)).show(20, 0)
    assert terminal.getvalue().startswith(
        "\r" + "?" * 30 + " 20 of 60"
    )  # this one knows ASCII only


def test_work_of_unknown_length_shows_that_it_goes_on() -> None:
    shown = threading.Event()

    class Watched(Terminal):
        def write(self, text: str) -> int:
            if "reading labels.csv" in text:
                shown.set()
            return super().write(text)

    terminal = Watched()
    with at_work("reading labels.csv", StatusLine(stream=terminal), every=0.001):
        assert shown.wait(60)
    assert "reading labels.csv, 0 s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_bar_on_a_terminal_and_a_line_now_and_then_elsewhere() -> None:
    terminal, pipe, log = Terminal(), io.StringIO(), io.StringIO()
    for line in (
        StatusLine("copydesk-compare", stream=terminal),
        StatusLine("copydesk-compare", every=3600, stream=pipe),
        StatusLine("copydesk-compare", every=0, stream=log),
    ):
        progress = PairProgress(4, line)
        progress.show(1, 1)
        progress.clear()
    assert log.getvalue() == "copydesk-compare: 1 of 4 pairs, 1 unreadable\n"
    assert "1 of 4 pairs, 1 unreadable" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert pipe.getvalue() == ""
