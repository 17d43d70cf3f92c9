r"""Finds documents whose paths in a list have another system's form, or a small mistake.

The text in the list is tried first, as a path and then as the address of an article in a file. Only
if nothing is there, the path is tried without blanks and quotation marks around it, with escaped
bytes, backslashes, other Unicode forms, ``file:`` URIs, ``~``, ``%20`` and capitals interpreted, in
that order.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TypeAlias

from ...documents import Document, Notice, shown_name
from ...documents.web.web_addresses import is_address
from ...messages import Message
from ...messages.about_documents import AboutDocument
from ..file.csv_format import plain
from ..label_values import Pair
from .article_addresses import Address, is_file, may_be_there, may_have_rows, splits

DocumentPlace: TypeAlias = "Path | Address | str"
"""Where a document is read from: a file, an article in a file, or the text itself."""

_FILE_URI = re.compile(r"file:(?://(?:localhost)?(?=/))?", re.IGNORECASE)
_ESCAPED_BYTE = re.compile(r"\\x([89a-f][0-9a-f])")
# Windows copies paths with marks of direction and in quotation marks; editors make these curly.
_UNSEEN = "\ufeff\u200b\u200e\u200f\u202a\u202c\u2066\u2068\u2069"
_QUOTES = "\"'„“”‚‘’«»"
_DRIVE = re.compile(r"/+[A-Za-z][:|]/")
_FOLDERS_KEPT = 64  # whose names are remembered while a list is looked through


def find_document(folder: str | os.PathLike[str], name: str) -> str | Address:
    """Return the path of the document that a list in *folder* calls *name*, or its address.

    If there is none, that is the path in the list.
    """
    literal = os.path.join(folder, name)  # noqa: PTH118 - asked for each row of a long list
    return literal if may_be_there(literal) else found_elsewhere(literal, name) or literal


def found_elsewhere(path: str, name: str) -> str | Address | None:
    """Return where the document *name* is if not at *path*, its path in the list; or None.

    For a web page that is its snapshot, and for ``FILE#ID`` the article in the file. None also if
    *path* is not that in the list.
    """
    folder = folder_of(path, name)
    if folder is None:
        return None
    if is_address(name):
        from ...documents.web.snapshot_folder import snapshot_path  # few lists name web pages

        return snapshot_path(name)
    if "#" in name and (address := _article(folder, name)) is not None:
        return address
    last = path
    for form in _forms(name):
        last = os.path.join(folder, form)  # noqa: PTH118
        if may_be_there(last):
            return last
    return _in_other_letters(last)


def _article(folder: str, name: str) -> Address | None:
    """Return the place of the article that a list in *folder* calls *name*, if it is one.

    A file that is not quite where the list says must have the suffix of a list, because ``#`` in
    the URI of a page is followed by a place in it.
    """
    for file, id in splits(name):
        place = os.path.join(folder, file)  # noqa: PTH118
        if is_file(place):
            return Address(Path(place), id)
    for file, id in splits(name):
        if may_have_rows(file.strip()):
            found = found_elsewhere(os.path.join(folder, file), file)  # noqa: PTH118
            if isinstance(found, str) and is_file(found):
                return Address(Path(found), id)
    return None


def found_sources(pair: Pair, folder: Path) -> tuple[DocumentPlace, DocumentPlace]:
    """Return where reference and candidate of *pair* are read from, as :func:`find_document` says.

    *folder* is that of the pair list.
    """
    reference: DocumentPlace | None = pair.reference_text
    candidate: DocumentPlace | None = pair.candidate_text
    return (
        _place_of(folder, pair.reference) if reference is None else reference,
        _place_of(folder, pair.candidate) if candidate is None else candidate,
    )


def _place_of(folder: Path, name: str) -> DocumentPlace:
    found = find_document(folder, name)
    return Path(found) if isinstance(found, str) else found


def state_of(pair: Pair, folder: Path) -> tuple[object, ...]:
    """Return the state of *pair*, its row and its files, to see later whether it has changed.

    For each file, or the file of an article, that is path, size and time; nothing is read.
    """
    files = [
        None if isinstance(source, str) else _state_of_file(source)
        for source in found_sources(pair, folder)
    ]
    return pair[:5], files


def _state_of_file(place: Path | Address) -> tuple[str, int, int] | None:
    path = place.file if isinstance(place, Address) else place
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return str(place), found.st_size, found.st_mtime_ns


def folder_of(path: str, name: str) -> str | None:
    """Return the folder from which *path* is the relative path *name*; None if it is not.

    >>> folder_of("/lists/docs/a.txt", "docs/a.txt")
    '/lists/'
    """
    for tail in (name, str(PurePath(name))):
        if tail and path.endswith(tail):
            return path[: -len(tail)]
    return None


def as_named(document: Document, path: str | os.PathLike[str], name: str) -> Document:
    """Return *document*, read from *path*, under its *name* in the list.

    If *path* is not that in the list, a notice says so.
    """
    notices = document.notices
    if folder_of(plain(os.fspath(path)), plain(name)) is None and not is_address(name):
        taken = shown_name(os.fspath(path))
        message = Message(AboutDocument.FOUND_ELSEWHERE, name=shown_name(name), path=taken)
        notices = (Notice("found-elsewhere", message), *notices)
    elif document.name == name:
        return document
    return replace(document, name=name, notices=notices)


def _forms(name: str) -> Iterator[str]:
    """Yield other readings of the path *name*, each based on the one before."""
    tried = {name}
    for form in _all_forms(name):
        if form and form not in tried:
            tried.add(form)
            yield form


def _all_forms(name: str) -> Iterator[str]:
    name = name.strip()
    yield name
    name = name.strip(_UNSEEN).strip()
    if len(name) > 1 and name[0] in _QUOTES and name[-1] in _QUOTES:
        name = name[1:-1].strip()
    yield name
    if "\\x" in name:  # a path that is not UTF-8, as a label file has it
        yield _ESCAPED_BYTE.sub(lambda found: chr(0xDC00 + int(found[1], 16)), name)
    if os.sep == "/":
        name = name.replace("\\", "/")
        yield name
    if not name.isascii():
        yield unicodedata.normalize("NFC", name)
        yield unicodedata.normalize("NFD", name)
    if found := _FILE_URI.match(name):
        from urllib.parse import unquote  # needed for such names only

        name = name[found.end() :]
        if _DRIVE.match(name):
            name = name.lstrip("/")
        bare = unquote(re.split("[?#]", name)[0], errors="surrogateescape")
        name = unquote(name, errors="surrogateescape")
        if name.startswith("//"):  # as in file://docs/a.txt
            yield name.lstrip("/")
        yield name
        yield bare
        name = bare
    if name.startswith("~"):
        name = os.path.expanduser(name)  # noqa: PTH111 - a user who is unknown raises nothing
        yield name
    yield name
    if "%" in name:
        from urllib.parse import unquote

        yield unquote(name, errors="surrogateescape")


def _in_other_letters(path: str) -> str | None:
    """Return the one path that differs from *path* in capitals or Unicode forms alone."""
    if not path:
        return None
    whole = PurePath(path)
    found = whole.anchor
    for part in whole.parts[1:] if whole.anchor else whole.parts:
        place = os.path.join(found, part)  # noqa: PTH118
        if part != ".." and not may_be_there(place):
            alike = _names_in(found or ".").get(_folded(part), ())
            same = [name for name in alike if _composed(name) == _composed(part)]
            if len(alike) != 1 and len(same) != 1:
                return None
            place = os.path.join(found, same[0] if len(same) == 1 else alike[0])  # noqa: PTH118
        found = place
    return found


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    return _composed(_composed(name).casefold())


def _names_in(folder: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names in *folder* by what they are without regard to capitals."""
    try:
        changed = os.stat(folder).st_mtime_ns  # noqa: PTH116
        return _names_at(folder, changed)
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=_FOLDERS_KEPT)
def _names_at(folder: str, _changed: int) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name in os.listdir(folder):  # noqa: PTH208
        key = _folded(name)
        names[key] = (*names.get(key, ()), name)
    return names
