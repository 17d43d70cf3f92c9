"""A build hook of hatchling: puts the man pages, made from the parsers, into the wheel."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManPages(BuildHookInterface[Any]):
    """Writes the pages before the wheel is built and takes them away after it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the pages and name them to hatchling."""
        sys.path.insert(0, self.root)
        try:
            from gui.commands.manual import manual_pages
        finally:
            sys.path.remove(self.root)
        self._folder = tempfile.TemporaryDirectory(prefix="copydesk-man-")
        for name, text in manual_pages().items():
            page = Path(self._folder.name, name)
            page.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(page)] = f"share/man/man1/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the pages; they are in the wheel."""
        self._folder.cleanup()
