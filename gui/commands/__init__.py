"""The command lines. Each is imported only when it is run, so that none pays for another's start.

``copydesk`` opens the window, ``copydesk-compare`` prints comparisons, ``copydesk-labels``
checks and exports label files. Every function returns the exit status.
"""

from __future__ import annotations


def copydesk() -> int:
    """Open the window."""
    from .window import main

    return main()


def copydesk_compare() -> int:
    """Compare two documents, or every pair of a list, and print what was found."""
    from .compare import main

    return main()


def copydesk_labels() -> int:
    """Check or export a label file."""
    from .labels import main

    return main()
