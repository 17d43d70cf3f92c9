"""A label file that was moved, with its folder or alone, takes its journal along."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from .entries import head_line, parse, parse_all
from .files import Files
from .journal import Journal, name_of


def bring_along(journal: Journal, label_file: Path, files: Files) -> bool:
    """Give the journal of a label file that was moved here its new place; True where one was.

    It is that of the file if it is of a file of this name that is gone now, and if that file,
    when it was last saved, held what this one holds. Call it with *journal* locked. Raises
    OSError; nothing is lost then, and no other journal may be begun before this succeeds.
    """
    if journal.path.exists() or not label_file.is_file():
        return False
    for path in sorted(journal.folder.glob("*.journal")):
        try:
            with path.open("rb") as lines:
                head = parse(lines.readline(), 0)
            if head is None or not _is_gone(str(head.about.get("labels", "")), label_file):
                continue
            data = path.read_bytes()
        except OSError:  # that of some other file, as a rule
            continue
        if _last_checksum(data) == zlib.crc32(label_file.read_bytes()):
            _rename(path, journal.path, name_of(label_file), data, files)
            return True
    return False


def _is_gone(name: str, label_file: Path) -> bool:
    return bool(name) and Path(name).name == label_file.name and not Path(name).exists()


def _last_checksum(data: bytes) -> int | None:
    saved = [entry.checksum for entry in parse_all(data).entries if entry.saved >= 0]
    return saved[-1] if saved else None


def _rename(old: Path, new: Path, label_file: str, data: bytes, files: Files) -> None:
    """Write the journal anew, with a first line that names *label_file*."""
    temporary = Path(f"{new}.tmp")
    with suppress(FileNotFoundError):
        files.unlink(temporary)
    _, _, lines = data.partition(b"\n")
    files.write_new(temporary, head_line(label_file).encoded() + lines, mode=0o600)
    files.replace(temporary, new)
    files.sync_folder(new.parent)
    files.unlink(old)
    with suppress(OSError):  # where the old one comes back, nothing looks for it
        files.sync_folder(new.parent)
