"""Where snapshots of web pages are, and when they were fetched.

They are in the user's data folder, in a folder for each address, and are named by the time of
fetching. ``snapshots`` reads and writes them.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from ..document import DocumentError
from .web_addresses import address_of, is_address

_FOLDER = "snapshots"
_ENDING = ".warc"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.warc\Z")
_LONGEST_HOST = 60  # characters in the name of a folder


def snapshots_folder() -> Path:
    """Return the folder of the snapshots, in what Qt calls the data location of ``copydesk``."""
    if sys.platform == "win32":
        roaming = os.environ.get("APPDATA")
        base = Path(roaming) if roaming else Path.home() / "AppData" / "Roaming"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        data = os.environ.get("XDG_DATA_HOME", "")
        base = Path(data) if data.startswith("/") else Path.home() / ".local" / "share"
    return base / "copydesk" / _FOLDER


def times_of(name: str) -> list[str]:
    """Return when the page with the address *name* was fetched, the first time first.

    The times are ISO 8601 in UTC. Raises nothing: inaccessible folders count as empty.
    """
    try:
        names = os.listdir(_folder_of(address_of(name).url))  # noqa: PTH208
    except (DocumentError, OSError):
        return []
    found = (_NAME.match(each) for each in names)
    return sorted(f"{m[1]}:{m[2]}:{m[3]}" for m in found if m)


def snapshot_path(name: str) -> str | None:
    """Return the path of the snapshot that the address *name* means; None if there is none.

    That is the newest, or the one of the time that the address names.
    """
    try:
        address = address_of(name)
    except DocumentError:
        return None
    times = times_of(name)
    time = address.fetched or (times[-1] if times else "")
    return str(path_of_snapshot(address.url, time)) if time in times else None


def to_be_fetched(names: Iterable[str], *, again: bool = False) -> list[str]:
    """Return the addresses among *names* that have no snapshot, each once.

    With *again*, return all that can be fetched: a dated address names an existing snapshot, or one
    on another machine.
    """
    found: dict[str, None] = {}
    for name in names:
        if not is_address(name):
            continue
        try:
            address = address_of(name)
        except DocumentError:
            found[name] = None  # which the run says
            continue
        if not address.fetched and (again or snapshot_path(address.url) is None):
            found[address.url] = None
    return list(found)


def _folder_of(url: str) -> Path:
    host = re.sub(r"[^a-z0-9.-]", "_", address_of(url).host)[:_LONGEST_HOST]
    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return snapshots_folder() / f"{host}-{digest}"


def path_of_snapshot(url: str, at: str) -> Path:
    """Return where the snapshot of *url*, an address in normal form, of the time *at* belongs."""
    return _folder_of(url) / f"{at.replace(':', '-')}{_ENDING}"
