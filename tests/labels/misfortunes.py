"""What may befall a label file from outside, each with what undoes it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

Undo = Callable[[], object]


def put_back(labels: Path, data: bytes) -> None:
    """Write *data* whole, as a restored copy comes: nobody sees the file empty on the way."""
    copy = labels.with_name(f"{labels.name}.restored")
    copy.write_bytes(data)
    copy.replace(labels)


def removed(labels: Path) -> Undo:
    data = labels.read_bytes()
    labels.unlink()
    return lambda: put_back(labels, data)


def emptied(labels: Path) -> Undo:
    data = labels.read_bytes()
    labels.write_bytes(b"")
    return lambda: put_back(labels, data)


def overwritten(labels: Path) -> Undo:
    data = labels.read_bytes()
    labels.write_bytes(b"Dear colleague,\r\nthis is a letter.\r\n")
    return lambda: put_back(labels, data)


def never_closed(labels: Path) -> Undo:
    """The header is whole, and behind it a quotation begins, with no row in it that was there."""
    data = labels.read_bytes()
    header, _, rows = data.partition(b"\r\n")
    labels.write_bytes(header + b'\r\n"' + rows.swapcase())
    return lambda: put_back(labels, data)


def never_closed_at_its_end(labels: Path) -> Undo:
    """All rows can be read, and another program appended half a record behind them."""
    data = labels.read_bytes()
    labels.write_bytes(data + b',,"broken\n')
    return lambda: put_back(labels, data)


def half_a_character_at_its_end(labels: Path) -> Undo:
    data = labels.read_bytes()
    labels.write_bytes(data.decode().encode("utf-16") + b"q")
    return lambda: put_back(labels, data)


def folder_in_its_place(labels: Path) -> Undo:
    data = labels.read_bytes()
    labels.unlink()
    labels.mkdir()

    def undo() -> None:
        labels.rmdir()
        put_back(labels, data)

    return undo


def pipe_in_its_place(labels: Path) -> Undo:
    away = labels.rename(labels.with_name("away.csv"))
    os.mkfifo(labels)
    return lambda: away.replace(labels)


def rights_taken_away(labels: Path) -> Undo:
    labels.chmod(0)
    return lambda: labels.chmod(0o644)


def link_to_nowhere(labels: Path) -> Undo:
    away = labels.rename(labels.with_name("away.csv"))
    labels.symlink_to(labels.parent / "no such folder" / "labels.csv")
    return lambda: away.replace(labels)


def link_to_itself(labels: Path) -> Undo:
    away = labels.rename(labels.with_name("away.csv"))
    labels.symlink_to(labels)
    return lambda: away.replace(labels)


def whole_folder_removed(labels: Path) -> Undo:
    away = labels.parent.rename(labels.parent.with_name("away"))
    return lambda: away.rename(labels.parent)


def file_in_place_of_the_folder(labels: Path) -> Undo:
    away = labels.parent.rename(labels.parent.with_name("away"))
    labels.parent.write_bytes(b"")

    def undo() -> None:
        labels.parent.unlink()
        away.rename(labels.parent)

    return undo


HEALED = (removed, emptied)
"""After these the label file can be written again at once."""

STUCK: Mapping[Callable[[Path], Undo], str] = {
    overwritten: "labels.csv is not a label file any more (it has no columns",
    never_closed: "labels.csv has a quotation mark in record 1 that is never closed; repair it",
    folder_in_its_place: "labels.csv is not a label file any more (it is a folder); put the right",
    pipe_in_its_place: "labels.csv is not a label file any more (it is not a file); put the right",
    rights_taken_away: "labels.csv cannot be read (Permission denied); change its permissions",
    link_to_nowhere: "labels.csv is a link that leads nowhere; correct or remove it",
    link_to_itself: "labels.csv is a link that leads nowhere; correct or remove it",
    whole_folder_removed: "is gone; restore it",
    file_in_place_of_the_folder: "is gone; restore it",
}
"""These need somebody's hand; what the sentence about them has to say."""

FLAWED: Mapping[Callable[[Path], Undo], str] = {
    never_closed_at_its_end: "a quotation mark in record 4 that is never closed",
    half_a_character_at_its_end: "half a character at its end",
}
"""These leave all rows as they were, but nothing can be written behind them."""
