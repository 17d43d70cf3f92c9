"""The command lines. Each is imported only when it is run, so that none pays for another's start.

``copydesk`` opens the window, ``copydesk-compare`` prints comparisons, ``copydesk-labels``
checks and exports label files. Every function returns the exit status.
"""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .arguments import Parser


def copydesk() -> int:
    """Open the window."""
    from .output import report_fault
    from .window import main

    sys.excepthook = report_fault  # until the window has a log
    return main()


def copydesk_compare() -> int:
    """Compare two documents, or every pair of a list, and print what was found."""

    def command() -> int:
        from .compare import main
        from .output import report_fault

        sys.excepthook = report_fault
        return main()

    return _interruptible(command)


def copydesk_labels() -> int:
    """Check or export a label file."""

    def command() -> int:
        from .labels import main
        from .output import report_fault

        sys.excepthook = report_fault
        return main()

    return _interruptible(command)


def _interruptible(command: Callable[[], int]) -> int:
    """Run *command*; told to end by the system, it cleans up as after Ctrl+C.

    Either may come while it is still being imported.
    """
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        return command()
    except KeyboardInterrupt:
        return 130


def parsers() -> tuple[Parser, ...]:
    """Return the parsers of all commands, out of which man pages are made."""
    from . import compare, labels, window

    return window.make_parser(), compare.make_parser(), labels.make_parser()
