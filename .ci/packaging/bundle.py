"""What a bundle runs; copydesk.spec names it to PyInstaller.

It does a part of the work where it was started for that, or else what the command does after
which the executable is named.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gui import commands
from gui.own_process import does_a_part

COMMANDS = {
    "copydesk-compare": commands.copydesk_compare,
    "copydesk-labels": commands.copydesk_labels,
    "copydesk-find": commands.copydesk_find,
}


def give_others_their_libraries() -> None:
    """Take the bundle's libraries out of the environment.

    This process has found them already, and its own parts get them anew; but a browser or a file
    manager that the window opens must load its own.
    """
    before = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def main() -> int:
    """Return the exit status."""
    give_others_their_libraries()
    if does_a_part(sys.argv[1:]):
        return 0
    return COMMANDS.get(Path(sys.executable).stem, commands.copydesk)()


if __name__ == "__main__":
    sys.exit(main())
