"""The command lines. Each is imported only when it is run, so that none pays for another's start.

``copydesk`` opens the window, ``copydesk-compare`` prints comparisons, ``copydesk-labels``
checks and exports label files. Every function returns the exit status.
"""

from __future__ import annotations

import sys
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
    from .compare import main
    from .output import report_fault

    sys.excepthook = report_fault
    return main()


def copydesk_labels() -> int:
    """Check or export a label file."""
    from .labels import main
    from .output import report_fault

    sys.excepthook = report_fault
    return main()


def parsers() -> tuple[Parser, ...]:
    """Return the parsers of all commands, out of which man pages are made."""
    from . import compare, labels, window

    return window.make_parser(), compare.make_parser(), labels.make_parser()
