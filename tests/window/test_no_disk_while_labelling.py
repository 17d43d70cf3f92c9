"""The thread of the window asks the disk for nothing while somebody labels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_asked_of_the_disk_in_the_thread_of_the_window(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.window.disk_probe", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert found.returncode == 0, found.stderr
    calls = json.loads(found.stdout)
    assert calls == []
