"""Lists compared by several processes: their order, and how an interrupted run goes on."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gui import commands
from gui.commands import compare_list, output
from gui.commands.arguments import BadInput
from gui.commands.compare import main
from gui.commands.compare_forms import PrintedPair
from gui.commands.compare_list import ListRun
from gui.commands.comparing import Manner
from gui.commands.output import PairProgress, StatusLine
from gui.compare import Options
from gui.documents import shown_name
from gui.labels import read_pairs
from tests.dead_processes import none_starts

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 12
OUT = ("--format", "jsonl", "-o", "out.jsonl")
LONG = "The harbour opened at dawn and boat {} left for the outer island."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of pairs of different lengths, one of which cannot be read; the current folder."""
    for number in range(PAIRS):
        sentences = [LONG.format(n) for n in range(1 + 7 * (number % 3))]
        (tmp_path / f"{number}-r.txt").write_text(" ".join(sentences), encoding="utf-8")
        text = " ".join(sentences).replace("dawn", f"sunrise {number}")
        (tmp_path / f"{number}-c.txt").write_text(text, encoding="utf-8")
    (tmp_path / "5-c.txt").write_bytes(b"")
    write_list(tmp_path / "pairs.csv", range(PAIRS))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_list(path: Path, numbers: Sequence[int]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "reference", "candidate"))
        rows.writerows((f"p{n}", f"{n}-r.txt", f"{n}-c.txt") for n in numbers)


def ids(path: Path) -> list[str]:
    return [json.loads(line)["pair_id"] for line in path.read_text(encoding="utf-8").splitlines()]


def records(folder: Path) -> list[dict[str, Any]]:
    """What the partial file has of pairs."""
    lines = (folder / "out.jsonl.partial").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def interrupted(folder: Path, after: int, monkeypatch: pytest.MonkeyPatch, *more: str) -> None:
    """Run until *after* pairs are written, and then interrupt."""
    real = output.Output.write
    written: list[str] = []

    def write(self: output.Output, text: str) -> None:
        if len(written) == after:
            raise KeyboardInterrupt
        written.append(text)
        real(self, text)

    with monkeypatch.context() as patched:
        patched.setattr(output.Output, "write", write)
        assert main([*OUT, *more, "pairs.csv"]) == 130


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_several_processes_give_what_one_gives_in_the_order_of_the_list(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--format", form, "--jobs", "1", "pairs.csv"]) == 1
    one = capsys.readouterr().out
    assert main(["--format", form, "--jobs", "2", "-o", "out", "pairs.csv"]) == 1
    assert (folder / "out").read_text(encoding="utf-8") == one
    assert sorted(path.name for path in folder.glob("*out*")) == ["out"]


def test_an_empty_list_needs_no_process(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_list, "ProcessPool", None)
    write_list(folder / "pairs.csv", ())
    main(["--format", "json", "pairs.csv"])
    assert capsys.readouterr().out in ("[]\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--jobs", "0", "pairs.csv"], "give a whole number from 1 to 256"),
        (["--jobs", "many", "pairs.csv"], "give a whole number from 1 to 256"),
        (["--jobs", "2", "0-r.txt", "0-c.txt"], "--jobs is for pair lists"),
        (["--resume", "-o", "out", "0-r.txt", "0-c.txt"], "--resume is for pair lists"),
        (["--resume", "pairs.csv"], "add -o FILE"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_an_interrupted_run_goes_on_where_it_was(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out.jsonl").write_text("before", encoding="utf-8")
    interrupted(folder, 4, monkeypatch)
    said = capsys.readouterr().err
    kept = records(folder)
    assert len(kept) >= 4
    assert said == (
        f"copydesk-compare: interrupted; {len(kept)} pairs of 12 are kept in "
        f"{shown_name(folder / 'out.jsonl.partial')}, and the same command with --resume goes on.\n"
    )
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "before"
    mark = "not compared again"
    spoil(folder, 0, mark)
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [n for n, line in enumerate(lines) if line == mark] == [0]
    assert [json.loads(line)["pair_id"] for line in lines[1:]] == [f"p{n}" for n in range(1, 12)]
    assert not (folder / "out.jsonl.partial").exists()


def spoil(folder: Path, number: int, text: str) -> None:
    """Let the partial file say *text* of the pair that was kept as *number*."""
    path = folder / "out.jsonl.partial"
    lines = path.read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines[1:], start=1):
        record = json.loads(line)
        if f'"pair_id":"p{number}"' in record["text"]:
            record["text"] = text
            record["crc"] = compare_list.checksum(
                record["pair"], PrintedPair(text, record["failed"])
            )
            lines[at] = json.dumps(record)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_was_kept_is_not_lost_by_forgetting_to_resume(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(folder, 3, monkeypatch)
    before = (folder / "out.jsonl.partial").read_bytes()
    capsys.readouterr()
    assert main([*OUT, "pairs.csv"]) == 2
    assert "add --resume to continue it, or delete it" in capsys.readouterr().err
    assert (folder / "out.jsonl.partial").read_bytes() == before
    (folder / "out.jsonl.partial").unlink()
    assert main([*OUT, "pairs.csv"]) == 1


@pytest.mark.parametrize("more", [["--minor", "none"], ["--no-thesaurus"], ["--whole-page"]])
def test_a_run_with_other_options_is_not_gone_on_with(
    more: list[str],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    interrupted(folder, 3, monkeypatch)
    assert main([*OUT, "--resume", *more, "pairs.csv"]) == 2
    assert "of a run with other options" in capsys.readouterr().err
    assert main([*OUT, "--resume", "pairs.csv"]) == 1


def test_a_line_that_was_cut_is_compared_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main([*OUT, "pairs.csv"]) == 1
    whole = (folder / "out.jsonl").read_bytes()
    interrupted(folder, 6, monkeypatch)
    partial = folder / "out.jsonl.partial"
    partial.write_bytes(partial.read_bytes()[:-20])
    left = len(partial.read_bytes().splitlines()) - 2
    interrupted(folder, 2, monkeypatch, "--resume")
    assert len(records(folder)) >= left  # all lines are whole
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    assert (folder / "out.jsonl").read_bytes() == whole


def test_a_document_that_changed_since_is_compared_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(folder, 6, monkeypatch)
    spoil(folder, 0, "stale")
    spoil(folder, 1, "still good")
    (folder / "0-c.txt").write_text("Something else altogether.", encoding="utf-8")
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert "Something" not in lines[1]
    assert json.loads(lines[0])["candidate"]["words"] == 3
    assert lines[1] == "still good"


def test_a_list_that_changed_since_takes_what_it_still_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(folder, 6, monkeypatch)
    spoil(folder, 2, '{"pair_id":"p2 as it was"}')
    numbers = [9, 2, 7]
    write_list(folder / "pairs.csv", numbers)
    assert main([*OUT, "--resume", "pairs.csv"]) == 0
    assert ids(folder / "out.jsonl") == ["p9", "p2 as it was", "p7"]


def test_to_resume_nothing_is_to_begin(folder: Path) -> None:
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    assert ids(folder / "out.jsonl") == [f"p{n}" for n in range(PAIRS)]
    assert not (folder / "out.jsonl.partial").exists()


def test_learning_goes_on_too(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    learn = ["--learn", "-o", "swaps.csv", "pairs.csv"]
    for number in range(PAIRS):
        text = (folder / f"{number}-r.txt").read_text(encoding="utf-8")
        swapped = text.replace("harbour", "port") + f" Number {number}."
        (folder / f"{number}-c.txt").write_text(swapped, encoding="utf-8")
    assert main(learn) == 0
    whole = (folder / "swaps.csv").read_bytes()
    assert b"harbour,port" in whole
    import gui.compare.modelling.swap_table

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(gui.compare.modelling.swap_table, "learn", stopped)
        assert main(learn) == 130
    assert (folder / "swaps.csv.partial").exists()
    monkeypatch.setattr(compare_list, "ProcessPool", None)  # nothing is left to compare
    assert main([*learn, "--resume"]) == 0
    assert (folder / "swaps.csv").read_bytes() == whole
    assert not (folder / "swaps.csv.partial").exists()


def test_there_is_no_partial_file_of_a_device(folder: Path) -> None:
    assert main(["--format", "jsonl", "-o", os.devnull, "pairs.csv"]) == 1
    assert not list(folder.glob("*.partial"))
    assert not Path(f"{os.devnull}.partial").exists()


def test_damaged_pieces_are_compared_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main([*OUT, "pairs.csv"]) == 1
    whole = (folder / "out.jsonl").read_bytes()
    interrupted(folder, 5, monkeypatch)
    partial = folder / "out.jsonl.partial"
    lines = partial.read_bytes().splitlines(keepends=True)
    assert b"sunrise" in lines[1]
    lines[1:5] = [
        lines[1].replace(b"sunrise", b"sunrose"),
        b'{"pair": "p1"}\n',
        b"7\n",
        b"[" * 100_000 + b"\n",
    ]
    partial.write_bytes(b"".join(lines))
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    assert (folder / "out.jsonl").read_bytes() == whole


@pytest.mark.parametrize("text", [b"My own notes.\nThey are not yours.\n", b"Notes", b"{}\n"])
def test_a_file_of_somebody_else_is_left_alone(
    text: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    partial = folder / "out.jsonl.partial"
    partial.write_bytes(text)
    for more in ((), ("--resume",)):
        assert main([*OUT, *more, "pairs.csv"]) == 2
        assert "no such file at all" in capsys.readouterr().err
    assert partial.read_bytes() == text


@pytest.mark.skipif(os.name != "posix", reason="files are held otherwise")
def test_two_runs_do_not_write_to_one_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    partial = folder / "out.jsonl.partial"
    manner = Manner("jsonl", Options())
    with compare_list.PartialFile(partial, manner, resume=False) as first:
        first.keep("key", PrintedPair("a text"))
        before = partial.read_bytes()
        for more in ((), ("--resume",)):
            assert main([*OUT, *more, "pairs.csv"]) == 2
            assert "in use by another run" in capsys.readouterr().err
        assert partial.read_bytes() == before
    assert main([*OUT, "--resume", "pairs.csv"]) == 1


def process(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    code = "import sys; from gui.commands import copydesk_compare as c; sys.exit(c())"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.skipif(os.name != "posix", reason="signals are told otherwise")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_nothing_that_was_kept_is_lost_however_the_run_ends(how: str, folder: Path) -> None:
    numbers = [number % PAIRS for number in range(3_000)]
    with (folder / "pairs.csv").open("w", encoding="utf-8") as file:
        file.write("id,reference,candidate\n")
        file.writelines(f"q{n},{k}-r.txt,{k}-c.txt\n" for n, k in enumerate(numbers))
    partial = folder / "out.jsonl.partial"
    with process(*OUT, "pairs.csv", folder=folder) as run:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if partial.exists() and partial.read_bytes().count(b"\n") > 8:
                break
            time.sleep(0.02)
        run.send_signal(getattr(signal, how))
        said = run.communicate(timeout=100)[1].decode()
    if how != "SIGKILL":
        assert not list(folder.glob(".out*"))
        assert run.returncode == 130
        assert "--resume goes on" in said
        assert said.count("\n") == 1
    assert not (folder / "out.jsonl").exists()
    kept = len(partial.read_bytes().splitlines()) - 1
    assert 7 <= kept < len(numbers)
    with (folder / "pairs.csv").open("w", encoding="utf-8") as file:
        file.write("id,reference,candidate\n")
        file.writelines(f"q{n},{k}-r.txt,{k}-c.txt\n" for n, k in enumerate(numbers[:20]))
    assert main([*OUT, "--resume", "pairs.csv"]) == 1
    assert ids(folder / "out.jsonl") == [f"q{n}" for n in range(20)]


def test_ctrl_c_while_the_command_is_loaded_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "gui.commands.compare":
                raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.delitem(sys.modules, "gui.commands.compare")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    try:
        assert commands.copydesk_compare() == 130
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(sys.platform != "linux", reason="children are told otherwise")
def test_a_process_that_is_killed_costs_one_pair(folder: Path) -> None:
    slow = " ".join(LONG.format(n) for n in range(9_000))
    (folder / "1-r.txt").write_text(slow, encoding="utf-8")
    (folder / "1-c.txt").write_text(slow[40_000:] + slow[:30_000], encoding="utf-8")
    run = ListRun(read_pairs("pairs.csv"), Manner("jsonl", Options()), 1)
    results = run.results()
    next(results)
    victims = _children(os.getpid())
    assert victims
    time.sleep(0.5)
    for pid in victims:
        os.kill(pid, signal.SIGKILL)
    failed = [pair.id for pair, piece in results if piece.failed]
    assert failed == ["p1", "p5"]


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in found for child in path.read_text().split()]


def test_where_no_process_stays_alive_the_run_ends(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_list(folder / "pairs.csv", list(range(PAIRS)) * 3)
    none_starts(monkeypatch, "gui.commands.comparing")
    run = ListRun(read_pairs("pairs.csv"), Manner("jsonl", Options()), 1)
    with pytest.raises(BadInput, match="end at once"):
        list(run.results())


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_progress_tells_the_rate_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    terminal = Terminal()
    progress = PairProgress(20_000, StatusLine(stream=terminal), begin=1_000)
    progress.show(1_000, 0)
    now[0] += 100
    progress.show(1_240, 2)
    now[0] += 100_000
    progress.show(2_000, 2)
    shown = [line.split(" ", 1)[1] for line in terminal.getvalue().split("\x1b[K") if line]
    assert shown == [
        "1,000 of 20,000 pairs",
        "1,240 of 20,000 pairs, 2 unreadable, 2.4 a second, 2 h 10 min left",
        "2,000 of 20,000 pairs, 2 unreadable, 0.6 a minute, 500 h 30 min left",
    ]
