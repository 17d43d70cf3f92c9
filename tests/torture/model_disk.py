"""A disk that forgets what POSIX allows it to forget, fails where it is told to, and can be cut.

Files lie in a real folder, so that every call of the store meets the system; beside them this
module keeps what would be left after a power cut:

- of a file that was not synced, any page as it was at any time since the last fsync, and any
  of the lengths that it had; zeros where nothing was ever written. Of a label file pages are
  kept in the order in which they were written, as file systems do it that people label on;
- of a folder that was not synced, each name as it was at any time since then: a rename may be
  undone, a new file gone, a removed one back;
- after a failed fsync, pages that count as clean and are not on the disk: later calls to fsync
  succeed and do not write them, and the cache may forget what they held.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PAGE = 256  # bytes; small, so that small files have many


@dataclass(eq=False)
class Node:
    """A file: what the cache holds, what the disk holds, and what it held since the last fsync."""

    cache: bytearray = field(default_factory=bytearray)
    disk: bytes = b""
    versions: list[bytes] = field(default_factory=list)
    stuck: set[int] = field(default_factory=set)  # pages that count as clean and are not
    in_order: bool = False  # whether a later page reaches the disk after the earlier ones only

    def write(self, offset: int, data: bytes) -> None:
        if offset > len(self.cache):
            self.cache.extend(bytes(offset - len(self.cache)))
        self.cache[offset : offset + len(data)] = data
        self.stuck -= set(range(offset // PAGE, (offset + len(data)) // PAGE + 1))
        self.versions.append(bytes(self.cache))

    def truncate(self, size: int) -> None:
        if size > len(self.cache):
            self.cache.extend(bytes(size - len(self.cache)))
        del self.cache[size:]
        self.stuck = {page for page in self.stuck if page < size // PAGE}
        self.versions.append(bytes(self.cache))

    def sync(self) -> None:
        synced = bytearray(self.cache)
        for page in self.stuck:
            part = slice(page * PAGE, (page + 1) * PAGE)
            synced[part] = _page(self.disk, page).ljust(len(synced[part]), b"\0")[
                : len(synced[part])
            ]
        self.disk = bytes(synced)
        self.versions.clear()

    def fail_to_sync(self, chance: random.Random) -> None:
        """Some pages reach the disk; those that do not count as clean from now on."""
        pages = range(-(-len(self.cache) // PAGE))
        missed = {
            page
            for page in pages
            if _page(self.disk, page) != _page(self.cache, page) and chance.random() < 0.5
        }
        if self.in_order and missed:
            missed = {page for page in pages if page >= min(missed)}
        self.stuck |= missed
        if chance.random() < 0.5:
            self.sync()
        else:  # not even the length
            before = len(self.disk)
            self.sync()
            self.versions.append(self.disk)
            self.disk = self.disk[:before]

    def forget(self) -> None:
        """The cache drops its clean pages; reading brings those of the disk."""
        for page in self.stuck:
            part = slice(page * PAGE, (page + 1) * PAGE)
            wanted = len(self.cache[part])
            self.cache[part] = _page(self.disk, page).ljust(wanted, b"\0")[:wanted]
        self.stuck.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        states = [self.disk, *self.versions]
        if len(states) == 1:
            return self.disk
        if self.in_order:
            number = chance.randrange(len(states) - 1)
            return _begun(states[number], states[number + 1], chance)
        if chance.random() < 0.4:  # in the order of the writes
            return chance.choice(states)
        size = len(chance.choice(states))
        pages = (_page(chance.choice(states), page) for page in range(-(-size // PAGE)))
        return b"".join(page.ljust(PAGE, b"\0") for page in pages)[:size]

    def may_hold(self, data: bytes) -> bool:
        return any(data in state for state in (bytes(self.cache), self.disk, *self.versions))


def _begun(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Return what is there of a write that made *after* of *before*."""
    if not after.startswith(before):
        return chance.choice([before, after])
    kept = chance.choice([0, len(after), chance.randint(len(before), len(after))])
    zeros = chance.choice([0, len(after) - kept])
    return before if not kept else after[:kept] + bytes(zeros)


def _page(data: bytes | bytearray, number: int) -> bytes:
    return bytes(data[number * PAGE : (number + 1) * PAGE])


@dataclass(eq=False)
class Folder:
    """A folder: its names now, those on the disk, and what happened since the last fsync."""

    names: dict[str, Node | Folder] = field(default_factory=dict)
    disk: dict[str, Node | Folder] = field(default_factory=dict)
    events: list[tuple[str, Node | Folder | None]] = field(default_factory=list)

    def set(self, name: str, value: Node | Folder | None) -> None:
        if value is None:
            self.names.pop(name, None)
        else:
            self.names[name] = value
        self.events.append((name, value))

    def sync(self) -> None:
        self.disk = dict(self.names)
        self.events.clear()

    def after_cut(self, chance: random.Random) -> dict[str, Node | Folder]:
        if chance.random() < 0.4:  # in the order of the changes
            left: dict[str, Node | Folder | None] = dict(self.disk)
            left.update(self.events[: chance.randint(0, len(self.events))])
        else:
            states: dict[str, list[Node | Folder | None]] = {}
            for name, value in self.events:
                states.setdefault(name, [self.disk.get(name)]).append(value)
            left = {**self.disk, **{name: chance.choice(all_) for name, all_ in states.items()}}
        return {name: value for name, value in left.items() if value is not None}


class Disk:
    """The folder *root*, whose contents a power cut may change."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)
        self.top = Folder()
        self.adopt()

    def adopt(self) -> None:
        """Take what lies in the folder as being on the disk."""
        self.top = _adopted(self.root)

    def folder(self, path: Path) -> Folder:
        """Return the folder *path*; one that was made behind our back is new."""
        found = self.top
        for name in path.relative_to(self.root).parts:
            if name not in found.names:
                found.set(name, Folder())
            inner = found.names[name]
            assert isinstance(inner, Folder)
            found = inner
        return found

    def holds(self, path: Path) -> bool:
        return path == self.root or self.root in path.parents

    def node(self, path: Path) -> Node | None:
        node = self.folder(path.parent).names.get(path.name)
        return node if isinstance(node, Node) else None

    def may_hold(self, folder: Path, data: bytes) -> bool:
        """Return whether any file in *folder* holds *data*, or may after a power cut."""
        there = self.folder(folder)
        values = [*there.names.values(), *there.disk.values(), *(v for _, v in there.events)]
        return any(isinstance(value, Node) and value.may_hold(data) for value in values)

    def forget(self) -> None:
        """The cache drops what it believes to be on the disk."""
        for path, node in _files(self.root, self.top):
            if node.stuck:
                node.forget()
                mode = path.stat().st_mode
                path.chmod(0o600)
                with path.open("r+b") as out:
                    out.write(node.cache)
                path.chmod(mode & 0o7777)

    def cut(self) -> None:
        """Leave in the real folder what a power cut leaves there."""
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self._write_out(self.root, self.top, {})
        self.adopt()

    def _write_out(self, path: Path, folder: Folder, contents: dict[Node, bytes]) -> None:
        for name, value in folder.after_cut(self.chance).items():
            if isinstance(value, Folder):
                (path / name).mkdir()
                self._write_out(path / name, value, contents)
            else:
                if value not in contents:
                    contents[value] = value.after_cut(self.chance)
                (path / name).write_bytes(contents[value])


def new_node(name: str, data: bytes = b"") -> Node:
    return Node(bytearray(data), data, in_order="csv" in name)


def _adopted(path: Path) -> Folder:
    folder = Folder()
    for inner in sorted(path.iterdir()):
        if inner.is_dir():
            folder.names[inner.name] = _adopted(inner)
        else:
            data = inner.read_bytes()
            folder.names[inner.name] = new_node(inner.name, data)
    folder.sync()
    return folder


def _files(path: Path, folder: Folder) -> Iterator[tuple[Path, Node]]:
    for name, value in folder.names.items():
        if isinstance(value, Folder):
            yield from _files(path / name, value)
        else:
            yield path / name, value


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
