"""The pair list that a reviewer brings: a CSV file, JSON lines, a folder, or two documents."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from ..documents import shown_name
from ..messages import Message
from ..messages.about_pairs import AboutPairs
from .model import Pair, PairList, PairListError
from .pair_rows import read_rows
from .pair_table import PairTable, find_roles, missing_document
from .writing import plain

LABELS_NAME = "labels.csv"
_LIST_NAMES = ("pairs.csv", "pairs.tsv", "pairs.jsonl")
_ROLES = ("reference", "candidate")


def read_pairs(path: str | os.PathLike[str], *, columns: Sequence[str] | None = None) -> PairList:
    """Read the pair list at *path*, a CSV file with a header, JSON lines, or a folder.

    *columns* names the two columns with the paths of reference and candidate where the list
    calls them something else. No document is opened or looked for: :func:`missing_document`
    does. Raises :class:`PairListError`.
    """
    place = Path(path)
    if os.path.isdir(place):  # noqa: PTH112 - where it cannot be looked at, reading says why
        return _read_folder(place, columns)
    return _read_file(place, columns)


def pair_of_files(reference: str | os.PathLike[str], candidate: str | os.PathLike[str]) -> PairList:
    """Return the list of the one pair that two files make; its paths start from the current folder.

    ``pair_of_files("old/a.txt", "new/a.txt")`` has the id ``old/a.txt|new/a.txt``.
    """
    folder = Path.cwd()
    first, second = (_relative(folder, name) for name in (reference, candidate))
    pair = Pair(plain(f"{first}|{second}"), first, second)
    pair = pair._replace(problem=missing_document(pair, folder))
    name = f"{Path(first).name} and {Path(second).name}"
    return PairList(plain(name), folder, (pair,), folder / LABELS_NAME)


def pair_of_texts(reference: str, candidate: str) -> PairList:
    """Return the list of the one pair that two pasted texts make; the same texts, the same id."""
    names = []
    for text in (reference, candidate):
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
        names.append(f"pasted-{digest.hexdigest()[:12]}")
    pair = Pair("|".join(names), names[0], names[1], reference, candidate)
    return PairList("pasted texts", Path.cwd(), (pair,), None)


def _read_file(path: Path, columns: Sequence[str] | None) -> PairList:
    rows = read_rows(path)
    if not rows:
        raise PairListError(Message(AboutPairs.NO_PAIRS_IN_LIST, name=shown_name(path)))
    try:
        roles = find_roles(rows.columns, columns)
    except PairListError as error:
        raise PairListError(
            Message(AboutPairs.LIST_UNSUITABLE, name=shown_name(path), clause=error.message)
        ) from None
    folder = path.parent
    pairs = PairTable(rows, roles)
    name = path.stem if path.name not in _LIST_NAMES else path.resolve().parent.name
    return PairList(plain(name or path.stem), folder, pairs, folder / LABELS_NAME)


def _read_folder(folder: Path, columns: Sequence[str] | None) -> PairList:
    try:
        for name in _LIST_NAMES:
            if (folder / name).is_file():
                return _read_file(folder / name, columns)
        with os.scandir(folder) as entries:
            subfolders = sorted(e.name for e in entries if e.is_dir() and e.name[0] != ".")
        found = [(name, _documents_of(folder / name)) for name in subfolders]
    except OSError as error:
        why = error.strerror or str(error)
        raise PairListError(
            Message(AboutPairs.FOLDER_UNREADABLE, name=shown_name(folder), why=why)
        ) from None
    pairs = [
        Pair(plain(name), f"{name}/{names[0]}", f"{name}/{names[1]}")
        for name, names in found
        if len(names) == 2
    ]
    if not pairs:
        raise PairListError(Message(AboutPairs.NO_PAIRS_IN_FOLDER, name=shown_name(folder)))
    title = plain(folder.resolve().name) or str(folder)
    return PairList(title, folder, tuple(pairs), folder / LABELS_NAME, _passed_over(found))


def _documents_of(folder: Path) -> list[str]:
    """Return the names of reference and candidate in *folder*, or of the documents there are."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if e.is_file() and e.name[0] != ".")
    except OSError:
        return []
    stems = [[name for name in names if Path(name).stem == role] for role in _ROLES]
    if all(len(found) == 1 for found in stems):
        return [found[0] for found in stems]
    from ..documents import looks_readable  # its libraries are for such folders only

    return [name for name in names if looks_readable(folder / name)]


def _passed_over(found: Sequence[tuple[str, Sequence[str]]]) -> tuple[Message, ...]:
    """Say which subfolders hold documents but not two of them."""
    others = [shown_name(name) for name, names in found if names and len(names) != 2]
    if not others:
        return ()
    shown = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
    return (Message(AboutPairs.SUBFOLDERS_PASSED_OVER, names=shown),)


def _relative(folder: Path, path: str | os.PathLike[str]) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(path).absolute().as_posix()
