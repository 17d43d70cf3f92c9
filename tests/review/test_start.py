"""What processes leave to others, so that they start soon."""

from __future__ import annotations

import os
import subprocess
import sys


def test_the_window_loads_nothing_that_only_reading_comparing_or_reporting_needs() -> None:
    window = ("gui.commands.window", "gui.app", "gui.widgets.window.main_window")
    libraries = ("regex", "rapidfuzz", "diff_match_patch", "lxml", "chardet", "platform")
    own = ("gui.compare.pipeline", "gui.documents.loading", "gui.reports.html")
    pages = ("gui.widgets.controls.markdown_view", "gui.widgets.settings.settings_dialog")
    assert loaded_with(window, (*libraries, *own, *pages)) == []


def test_what_looks_pairs_up_or_compares_them_loads_nothing_that_keeps_labels() -> None:
    assert (
        loaded_with(
            (
                "gui.review.measuring.measure_lookup",
                "gui.review.measuring.measure_worker",
                "gui.review.preparing.worker",
            ),
            ("gui.labels.store", "gui.labels.journal", "gui.labels.reconciling"),
        )
        == []
    )


def loaded_with(modules: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """Which of the *others* a fresh interpreter has once it has the *modules*."""
    code = (
        f"import sys, {', '.join(modules)}\n"
        f"print(*[name for name in {others} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    return run.stdout.split()
