"""The tortures work, and they notice a program that is broken: a few seconds of each.

Those that start the program judge it by the clock too, and are run with ``-m slow``. That what
judges it can fail is shown each time, below and in ``test_model``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.torture.__main__ import TORTURES
from tests.torture.ledger import EMPTY, Key, Ledger, Row, rows_in_file

ROOT = Path(__file__).resolve().parents[2]
KEY = Key("labels.csv", "anna", "0001")
COPY, ORIGINAL = Row("copy"), Row("original")

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX"),
    pytest.mark.skipif(
        hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("setpriv") is None,
        reason="root is bound by no rights without setpriv",
    ),
]


def tortured(name: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"tests.torture.{name}", "--offscreen", *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


@pytest.mark.parametrize("name", TORTURES)
def test_each_refuses_what_it_does_not_know(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        import_module(f"tests.torture.{name}").main(["--no-such-option"])
    assert ended.value.code == 2
    assert f"usage: python -m tests.torture.{name}" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kills", "errors", "slow_disk"])
def test_with_strace_or_a_sentence_that_it_is_missing(name: str) -> None:
    found = tortured(name, "--minutes", "0.01")
    if shutil.which("strace") is None:
        assert (found.returncode, found.stdout) == (3, "")
        assert "strace cannot be found" in found.stderr
    else:
        assert found.returncode == 0, found.stdout + found.stderr
        assert "0 lost, 0 hung, 0 crashed" in found.stdout.splitlines()[-1]


@pytest.mark.slow
def test_the_monkey_plays_without_a_screen() -> None:
    found = tortured("monkey", "--minutes", "0.05", "--longest", "60")
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
def test_where_the_window_stood_is_asked_without_bringing_it_down() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.torture.stalls", "--where", "columns-1000"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert "undo" in found.stdout
    assert "ended too early" not in found.stdout


@pytest.mark.slow
def test_hostile_documents_are_read_or_refused_in_a_sentence() -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.torture.hostile",
            "--largest",
            "16000",
            "--minutes",
            "0.15",
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert " 0 failed or hung" in found.stdout.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize("broken", [False, True])
def test_a_full_disk_loses_nothing_unless_errors_are_swallowed(broken: bool) -> None:
    options = ["--broken", "deaf"] if broken else []
    found = tortured("outside", "--only", "no-file-may-grow", *options)
    assert found.returncode == int(broken), found.stdout + found.stderr


def event(what: str, **more: object) -> dict[str, object]:
    return {"what": what, **more}


def shown(row: Row) -> dict[str, object]:
    return event("row", file=KEY.file, by=KEY.by, id=KEY.id, row=list(row))


def test_a_row_counts_when_it_is_shown_as_saved_or_the_window_moves_on() -> None:
    for after in (event("sign", kind="saved"), event("pair", id="0002")):
        ledger = Ledger()
        ledger.wants(KEY, COPY)
        ledger.heard(shown(COPY))
        assert ledger.safe == {}
        ledger.heard(after)
        assert ledger.safe == {KEY: COPY}
        assert len(ledger.complaints({}, KEY.file)) == 1


def test_what_was_on_its_way_may_be_there_or_not() -> None:
    for found in (EMPTY, COPY):
        ledger = Ledger()
        ledger.wants(KEY, COPY)
        assert ledger.complaints({KEY: found}, KEY.file) == []


def test_what_nobody_decided_is_complained_about() -> None:
    ledger = Ledger()
    assert len(ledger.complaints({KEY: COPY}, KEY.file)) == 1
    assert ledger.complaints({KEY: COPY}, KEY.file) == [], "it is counted once"


def test_a_label_that_was_replaced_may_not_come_back() -> None:
    ledger = Ledger()
    for row in (COPY, ORIGINAL):
        ledger.wants(KEY, row)
        ledger.heard(shown(row))
        ledger.heard(event("pair", id="0002"))
    assert len(ledger.complaints({KEY: COPY}, KEY.file)) == 1


def test_a_row_that_vanishes_by_itself_is_still_expected() -> None:
    ledger = Ledger()
    ledger.wants(KEY, COPY)
    for each in (shown(COPY), event("pair", id="0002"), shown(EMPTY), event("sign", kind="saved")):
        ledger.heard(each)
    assert len(ledger.complaints({}, KEY.file)) == 1


def test_an_undo_is_no_loss_and_a_wish_from_outside_must_last() -> None:
    ledger = Ledger()
    ledger.wants(KEY, COPY)
    ledger.heard(shown(COPY))
    ledger.heard(event("pair", id="0002"))
    ledger.walks()
    ledger.heard(shown(EMPTY))
    ledger.heard(event("sign", kind="saved"))
    assert ledger.complaints({}, KEY.file) == []
    ledger.edited(KEY, ORIGINAL)
    assert len(ledger.complaints({}, KEY.file)) == 1


def test_a_file_is_read_as_other_programs_write_it(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    header = "pair_id;label;annotator;flagged;note"
    path.write_bytes(f"\ufeff{header}\n0001;copy;anna;1;x\n".encode())
    assert rows_in_file(path) == {Key(str(path), "anna", "0001"): Row("copy", True, "x")}
    path.write_bytes(path.read_bytes() + b"0001;copy;anna;1;x\n")
    with pytest.raises(ValueError, match="twice"):
        rows_in_file(path)
