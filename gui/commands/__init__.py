"""The command lines. Each is imported only when it is run, to keep the start short.

``copydesk`` opens the window, ``copydesk-compare`` prints comparisons, ``copydesk-labels`` checks
and exports label files, ``copydesk-find`` finds pairs among loose articles. Every function returns
the exit status. May import everything; only ``window`` loads Qt. Begin with ``window.main`` or
``compare.main``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .arguments import Parser


def copydesk() -> int:
    """Open the window."""
    from .output import report_fault
    from .window import main

    sys.excepthook = report_fault  # until the window has a log
    return main()


def copydesk_compare() -> int:
    """Compare two documents, or every pair of a list, and print what was found."""
    return _run("compare")


def copydesk_labels() -> int:
    """Check or export a label file."""
    return _run("labels")


def copydesk_find() -> int:
    """Find the pairs worth reading among loose articles."""
    return _run("find")


def _run(name: str) -> int:
    """Run ``main`` of the module *name*; Ctrl+C works even while it is being imported."""
    from .output import run_program

    return run_program(lambda: import_module(f".{name}", __name__).main())


def parsers() -> tuple[Parser, ...]:
    """Return the parsers of all commands, from which man pages are made."""
    from . import compare, find, labels, window

    return window.make_parser(), compare.make_parser(), labels.make_parser(), find.make_parser()
