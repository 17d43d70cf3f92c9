"""Where the journals are, known without Qt so that the window and the command line agree."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def journal_folder() -> Path:
    """Return the folder of the recovery journals.

    It is ``journals`` in what Qt calls the state location of an application ``copydesk``.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        base = Path(local) if local else Path.home() / "AppData" / "Local"
        return base / "copydesk" / "State" / "journals"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "copydesk" / "State" / "journals"
    state = os.environ.get("XDG_STATE_HOME", "")
    base = Path(state) if state.startswith("/") else Path.home() / ".local" / "state"
    return base / "copydesk" / "journals"
