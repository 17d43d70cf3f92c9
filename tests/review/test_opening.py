"""From what the reviewer names to pairs and a label store."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from gui.review.opening import Opened, Opening


def test_pairs_are_found_and_the_worker_is_started_without_qt() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
        "import gui.commands.window, gui.review.opening, gui.review.worker"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_who_opens_need_not_wait_for_the_end() -> None:
    may_end = threading.Event()

    def find() -> Opened:
        may_end.wait(10)
        raise LookupError("found nothing")

    opening = Opening(find)
    assert opening.wait(0) is None
    may_end.set()
    for _ in range(2):  # the answer stays the same
        with pytest.raises(LookupError, match="found nothing"):
            opening.wait()
