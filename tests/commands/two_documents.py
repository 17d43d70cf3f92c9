"""Two documents that differ by a word and their last line, and lists that name them."""

from __future__ import annotations

import csv
from pathlib import Path

OLD = "The phone rang.\n\nBy A. Author"
NEW = "The telephone rang.\n\nSource link"


def write_list(path: Path, *rows: tuple[str, ...]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
