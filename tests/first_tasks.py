"""What a process of the program loads with its first task, beyond what its module imports.

The process that others of its kind are forked from (``ready_processes``) loads it once: in many
tests that takes longer than all that such a process has to do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from types import MappingProxyType

# What a window or a list starts. Most of what these load is the same, so that one process is there
# for all of them.
ALIKE = (
    "gui.commands.comparing",
    "gui.review.measuring.measure_lookup",
    "gui.review.measuring.measure_worker",
    "gui.review.preparing.worker",
)


def loaded_with(module: str) -> tuple[str, ...]:
    """Return the modules that the process has loaded from which those of *module* are forked."""
    return ALIKE if module in ALIKE else (module,)


def load_first_task(module: str) -> None:
    """Load what processes that run *module* load with their first task."""
    FIRST_TASKS.get(module, _nothing)()
    if "gui.compare" in sys.modules:
        _compare()


def _nothing() -> None:
    pass


@cache
def _compare() -> None:
    """Compare the articles on which most tests open a window: what of their words is kept."""
    from gui.compare import compare
    from gui.documents import from_text
    from tests.window.harbour_articles import ARTICLE, COPY, OTHER

    first = from_text(ARTICLE, name="a")
    for text in (COPY, OTHER):
        compare(first, from_text(text, name="b"))


def _measure() -> None:
    import sqlite3  # noqa: F401

    from gui.compare.version import comparison_version

    comparison_version()  # it reads all files of the comparison


def _look_up() -> None:
    import gui.labels.pairs.pair_rows
    import gui.labels.pairs.table_rows  # noqa: F401  # both are named in what is unpickled

    _measure()


def _verify() -> None:
    """Compare two articles that have names and days, which are read in all languages."""
    from gui.find.verifying.verification import ComparisonTask, verify
    from tests.window.harbour_articles import ARTICLE, COPY

    verify(ComparisonTask(0, f"{ARTICLE}\nUpdated on Tuesday at 4.15 p.m.\n", COPY))


def _search() -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the process does: nor are any forked
    import gui.find.found_list
    import gui.find.proposing.proposals
    import gui.find.search
    import gui.find.sources  # noqa: F401

    with suppress(ImportError):
        import numpy  # noqa: F401


def _read() -> None:
    """Read a page, which takes the largest libraries."""
    from gui.documents.document import ReadingOptions
    from gui.documents.extraction import load_readers, read_contents
    from tests.window.harbour_articles import ARTICLE

    load_readers(["html"])
    parts = "".join(f"<p>{part}</p>" for part in ARTICLE.split("\n\n"))
    page = f"<!DOCTYPE html><title>Harbour</title><article>{parts}</article>"
    read_contents(page.encode(), ReadingOptions("harbour.html"))


def _compare_list() -> None:
    import gui.process_pool  # noqa: F401


FIRST_TASKS: MappingProxyType[str, Callable[[], None]] = MappingProxyType(
    {
        "gui.commands.comparing": _compare_list,
        "gui.documents.reading_process": _read,
        "gui.find.search_process": _search,
        "gui.find.verifying.verification": _verify,
        "gui.review.measuring.measure_lookup": _look_up,
        "gui.review.measuring.measure_worker": _measure,
    }
)
