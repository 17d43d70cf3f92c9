"""Processes that end as soon as they are started."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from gui import process_pool
from gui.own_process import start_process


def none_starts(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Let the processes of pools end at once that are to run one of *modules*."""

    def start(module: str, *numbers: int, **how: Any) -> subprocess.Popen[bytes]:
        return start_process("gui.not_there" if module in modules else module, *numbers, **how)

    monkeypatch.setattr(process_pool, "start_process", start)
