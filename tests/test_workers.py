"""How many processes share the tests, and which tests stay together in one of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from .conftest import MOST_WORKERS, pytest_xdist_auto_num_workers

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def processors(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(number: int) -> None:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(number), raising=False)

    return set_to


def workers(*asked: str) -> int:
    return pytest_xdist_auto_num_workers(cast("pytest.Config", SimpleNamespace(args=asked)))


@pytest.mark.parametrize(("number", "expected"), [(1, 0), (2, 2), (4, 4), (64, MOST_WORKERS)])
def test_a_folder_is_shared_by_the_processors(processors: Any, number: int, expected: int) -> None:
    processors(number)
    assert workers(str(ROOT / "tests")) == expected


def test_files_and_single_tests_start_no_workers(processors: Any) -> None:
    processors(8)
    here = str(Path(__file__))
    assert workers(here) == workers(f"{here}::test_one", here) == 0
    assert workers(here, str(ROOT / "tests" / "labels")) == 8


def test_windows_and_wheel_stay_together_and_come_first() -> None:
    asked = (
        "tests/commands/test_help.py",
        "tests/window/test_unintended_keys.py",
        "tests/packaging",
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
    )
    folders = [line.split("/")[1] for line in run.stdout.splitlines() if line.startswith("tests/")]
    assert list(dict.fromkeys(folders)) == ["window", "packaging", "commands"], run.stdout
