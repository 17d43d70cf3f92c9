"""The file of the settings, in the INI format of Qt's QSettings, read and written without Qt.

QSettings holds Python's global lock while it waits for the disk, in whatever thread it runs: a
slow disk would block the window. Lines of other programs that are not understood stay.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

_GENERAL = "General"  # the section of keys without a slash
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
_ESCAPES = MappingProxyType(
    {"\0": "0", "\a": "a", "\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t", "\v": "v"}
)
_ESCAPED = MappingProxyType({letter: control for control, letter in _ESCAPES.items()})
_PERCENT = re.compile(r"%(?:[uU]([0-9A-Fa-f]{4})|([0-9A-Fa-f]{2}))")
_PIECE = re.compile(r'\\x([0-9A-Fa-f]+)|\\(.)|(["])|(,)|([^\\",]+)', re.DOTALL)
_UNPAIRED = re.compile("[\ud800-\udfff]")


def read_texts(path: Path) -> dict[str, str]:
    """Return the values in the file at *path* that are texts; none if it cannot be read."""
    try:
        return _texts(_lines(path))
    except OSError:
        return {}


def change_texts(path: Path, changed: Mapping[str, str | None]) -> dict[str, str]:
    """Set the values *changed*, None for those to be removed; return all values afterwards.

    The file is replaced atomically. Raises OSError, also if it exists and cannot be read, because
    its content would be lost.
    """
    kept = [(key, line) for key, line in _lines(path) if key not in changed]
    kept += [(key, _line(key, text)) for key, text in changed.items() if text is not None]
    sections: dict[str, list[str]] = {}
    for key, line in kept:
        sections.setdefault(_section(key), []).append(line)
    blocks = ["\n".join([f"[{name}]", *sections[name]]) for name in sorted(sections)]
    path = Path(os.path.realpath(path))  # behind a link, which stays
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text("\n\n".join(blocks) + "\n", encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    return _texts(kept)


def _texts(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    read = ((key, _text(line.partition("=")[2].strip())) for key, line in lines)
    return {key: text for key, text in read if text is not None}


def _lines(path: Path) -> list[tuple[str, str]]:
    """Return the keys of the file with the lines that they stand in; raises OSError."""
    try:
        written = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found, section = [], _GENERAL
    for line in written.split("\n"):
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]"):
            section = bare[1:-1]
        elif "=" in bare and not bare.startswith((";", "#")):
            name = _unescaped_key(bare.partition("=")[0].strip())
            inside = "" if section == _GENERAL else _unescaped_key(section) + "/"
            found.append((inside + name, bare))
    return found


def _section(key: str) -> str:
    section, slash, _ = key.partition("/")
    return _escaped_key(section) if slash else _GENERAL


def _line(key: str, text: str) -> str:
    """Return the line of *key* in its section.

    >>> _section("reading/fold equal stretches"), _line("reading/fold equal stretches", "yes")
    ('reading', 'fold%20equal%20stretches=yes')
    """
    name = key.partition("/")[2] if "/" in key else key
    return f"{_escaped_key(name)}={_escaped(text)}"


def _escaped_key(key: str) -> str:
    return "".join(_escaped_in_key(character) for character in key)


def _escaped_in_key(character: str) -> str:
    if character == "/":
        return "\\"
    if character in _PLAIN:
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    if len(units) == 2 and units[0] == 0:
        return f"%{units[1]:02X}"
    return "".join(f"%U{units[at : at + 2].hex().upper()}" for at in range(0, len(units), 2))


def _unescaped_key(key: str) -> str:
    found = _PERCENT.sub(lambda match: chr(int(match[1] or match[2], 16)), key)
    return _whole(found.replace("\\", "/"))


def _escaped(text: str) -> str:
    out, after_number = [], False
    for character in "@" + text if text.startswith("@") else text:
        number = ord(character)
        if character in _ESCAPES:
            piece = "\\" + _ESCAPES[character]
        elif character in '"\\':
            piece = "\\" + character
        elif number <= 0x1F or 0xD800 <= number <= 0xDFFF or (after_number and _is_hex(character)):
            piece = f"\\x{number:x}"
        else:
            piece = character
        after_number = piece.startswith("\\x") or piece == "\\0"
        out.append(piece)
    whole = "".join(out)
    quoted = not whole or whole != whole.strip() or any(sign in whole for sign in ";,=")
    return f'"{whole}"' if quoted else whole


def _text(written: str) -> str | None:
    """Return the text that *written* stands for; None for a list or what is no text."""
    out, inside = [], False
    for match in _PIECE.finditer(written):
        number, escape, quote, comma, plain = match.groups()
        if number is not None:
            out.append(chr(min(int(number[-6:], 16), 0x10FFFF)))
        elif escape is not None:
            out.append(_ESCAPED.get(escape, escape))
        elif quote is not None:
            inside = not inside
        elif comma is not None and not inside:
            return None
        else:
            out.append(comma or plain)
    text = _whole("".join(out))
    if not text.startswith("@"):
        return text
    if text.startswith("@String(") and text.endswith(")"):  # one with a NUL in it
        return text[8:-1]
    return text[1:] if text.startswith("@@") else None


def _is_hex(character: str) -> bool:
    return character in "0123456789abcdefABCDEF"


def _whole(text: str) -> str:
    """Put the halves of characters together that were written as UTF-16 units."""
    if not _UNPAIRED.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
