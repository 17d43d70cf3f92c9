"""What the window's process leaves to the worker, so that it starts soon."""

from __future__ import annotations

import os
import subprocess
import sys


def test_the_window_loads_nothing_that_only_reading_comparing_or_reporting_needs() -> None:
    code = (
        "import sys, gui.commands.window, gui.app, gui.widgets.window.main_window\n"
        "heavy = ('regex', 'rapidfuzz', 'diff_match_patch', 'lxml', 'chardet',"
        " 'gui.compare.pipeline', 'gui.documents.loading', 'gui.reports.html')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    assert run.stdout.strip() == "[]"
