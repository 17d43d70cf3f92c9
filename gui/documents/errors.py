"""The one exception of this package, and how a file's name is written for people."""

from __future__ import annotations

import os

_SHORTEST = 80  # characters of a name that are always shown whole


class DocumentError(Exception):
    """A document cannot be read; ``str(error)`` is one sentence: what is wrong, what to do."""


def shown_name(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str:
    r"""Return *path* as it can be shown and printed anywhere, always on one line.

    Bytes that are not UTF-8 and characters that steer a terminal are written as escapes;
    the middle of a very long name is left out.

    >>> shown_name(b"caf\xe9\n.txt")
    'caf\\xe9\\n.txt'
    """
    name = os.fsdecode(path)
    if len(name) > 3 * _SHORTEST:  # as if all of it were written, which may be megabytes
        return (
            f"{_legible(name[:_SHORTEST])[:_SHORTEST]}…{_legible(name[-_SHORTEST:])[-_SHORTEST:]}"
        )
    shown = _legible(name)
    if len(shown) > 3 * _SHORTEST:
        shown = f"{shown[:_SHORTEST]}…{shown[-_SHORTEST:]}"
    return shown


def _legible(name: str) -> str:
    return "".join(c if c.isprintable() else _escaped(c) for c in name)


def not_there(role: str, name: str) -> str:
    """Return the sentence for a document of a pair that is not on the disk.

    >>> not_there("candidate", "gone.txt")
    'The candidate gone.txt is not there.'
    """
    return f"The {role} {shown_name(name)} is not there."


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as os.fsdecode keeps it
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def missing_library(format: str, library: str) -> DocumentError:
    """Return the error that names what must be installed to read *format*."""
    return DocumentError(
        f"reading {format} needs the library {library}, which is not installed; "
        "install it with: pip install 'copydesk[formats]'"
    )
