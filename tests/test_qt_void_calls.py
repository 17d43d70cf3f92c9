"""The installed Qt binding survives a long day: some versions lose a reference in void calls.

PySide6 6.12.0 on Python 3.10 and 3.11 ends with ``Fatal Python error: none_dealloc`` after some
thousands of them, which no short test would notice.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("name")
print("done")
"""


def test_two_hundred_thousand_void_calls() -> None:
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=100)
    assert (run.returncode, run.stdout) == (0, "done\n"), run.stderr
