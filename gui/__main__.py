"""``python -m gui`` opens the window, as the command ``copydesk`` does."""

from __future__ import annotations

import sys

from .commands import copydesk

if __name__ == "__main__":
    sys.exit(copydesk())
