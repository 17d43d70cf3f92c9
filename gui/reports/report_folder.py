"""The folder or zip file that the reports of a list go to: there when all is done, or not at all.

Pages are written into a folder beside it, which takes its place at the end. A folder that is
there is replaced only where a run like this one made it and nothing else was put there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

INDEX = "index.html"
_LIST = "copydesk-report.json"  # names the files of the report, and so tells it from others
_DONE = "done.jsonl"  # what is known of the pages so far, while the report is made
_PAGES = "pairs"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 40  # characters of an id that a file's name shows


class ForeignFilesError(OSError):
    """In the place of the report is something that no report left there."""


def page_name(pair_id: str) -> str:
    """Return the name of a pair's page in the folder: safe on every system, and always the same.

    >>> page_name("news/Café 3"), page_name("news/Cafe 3") == page_name("news/Café 3")
    ('pairs/news-Caf-3-735fd5a2.html', False)
    """
    shown = _UNSAFE.sub("-", pair_id)[:_LONGEST].strip("-.") or "pair"
    digest = hashlib.sha256(pair_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_PAGES}/{shown}-{digest}.html"


def write_page(parts: Path, name: str, html: str) -> None:
    """Write a page into the folder *parts* of a run, whole or not at all; raises OSError."""
    path = parts / name
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        temporary.write_text(html, encoding="utf-8", errors="replace", newline="")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


class ReportFolder:
    """Where a report is made (``parts``), and what becomes of it: a folder, or ``.zip`` a file."""

    def __init__(self, target: Path) -> None:
        """Raises ForeignFilesError where something else is at *target*, and OSError."""
        self.target = Path(os.path.realpath(target))
        self.is_zip = self.target.suffix.lower() == ".zip"
        self.parts = self.target.with_name(f"{self.target.name}.parts")
        for place in (self.target, self.parts):
            if not self._is_free(place):
                raise ForeignFilesError(str(place))

    def begin(self, *, anew: bool) -> None:
        """Make ``parts``, empty where it is to be begun *anew*; raises OSError."""
        if anew and self.parts.is_dir():
            shutil.rmtree(self.parts)
        (self.parts / _PAGES).mkdir(parents=True, exist_ok=True)
        self._tell(())

    def has(self, name: str) -> bool:
        """Return whether the file of this name was written."""
        return (self.parts / name).is_file()

    @property
    def has_kept(self) -> bool:
        """Whether pages were noted, by this run or by an earlier one."""
        return self.has(_DONE)

    def keep(self, name: str, key: str, figures: Sequence[float | None]) -> None:
        """Note that the page *name* is there, so that a later run need not make it.

        *key* tells whether it would come out the same. Raises OSError.
        """
        with (self.parts / _DONE).open("a", encoding="ascii") as stream:
            stream.write(f"{json.dumps([name, key, *figures])}\n")

    def kept(self) -> dict[str, tuple[str, list[Any]]]:
        """Return key and figures of each page that was noted, by its name; none if it is gone."""
        found = {}
        try:
            lines = (self.parts / _DONE).read_bytes().splitlines()
        except OSError:
            return {}
        for line in lines:
            try:
                name, key, *figures = json.loads(line)
            except ValueError:
                continue  # it was cut when the run ended
            if self.has(name):
                found[name] = (key, figures)
        return found

    def finish(self, index: str, names: Iterable[str]) -> None:
        """Put the report with the pages *names* in its place; raises OSError."""
        wanted = [INDEX, *names]
        write_page(self.parts, INDEX, index)
        there = {f"{_PAGES}/{path.name}" for path in (self.parts / _PAGES).iterdir()}
        for name in there.difference(wanted):  # of pairs that are not in the list any more
            (self.parts / name).unlink()
        (self.parts / _DONE).unlink(missing_ok=True)
        self._tell(wanted)
        if self.is_zip:
            self._pack(wanted)
        else:
            self._put_in_place()
        self.drop()

    def drop(self) -> None:
        """Take away what was made for the report so far."""
        shutil.rmtree(self.parts, ignore_errors=True)

    def _tell(self, names: Iterable[str]) -> None:
        said = {"copydesk-report": 1, "files": sorted(names)}
        write_page(self.parts, _LIST, json.dumps(said, indent=1) + "\n")

    def _is_free(self, place: Path) -> bool:
        """Return whether *place* may be written over: it is not there, empty, or a report."""
        if place == self.target and self.is_zip:
            return not place.exists() or place.is_file()
        try:
            there = [path for path in place.iterdir() if path.name != _LIST]
        except FileNotFoundError:
            return True
        except NotADirectoryError:
            return False
        try:
            said = json.loads((place / _LIST).read_text(encoding="utf-8"))
            files = set(said["files"])
        except (OSError, ValueError, KeyError, TypeError):
            return not there
        if place == self.parts:
            return True  # of a run that was interrupted
        pages = [path for path in there if path.name == _PAGES and path.is_dir()]
        found = {path.name for path in there if path not in pages}
        found |= {f"{_PAGES}/{path.name}" for folder in pages for path in folder.iterdir()}
        return found <= files

    def _put_in_place(self) -> None:
        old = self.target.with_name(f".{self.target.name}.{secrets.token_hex(4)}")
        if self.target.exists():
            self.target.rename(old)
        try:
            self.parts.rename(self.target)
        except OSError:
            if old.exists():
                old.rename(self.target)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def _pack(self, names: Iterable[str]) -> None:
        temporary = self.target.with_name(f".{self.target.name}.{secrets.token_hex(4)}")
        root = self.target.stem
        try:
            with temporary.open("xb") as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
                    for name in names:
                        packed.write(self.parts / name, f"{root}/{name}")
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(self.target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
