"""The rows of a pair list become pairs, one at a time: 50,000 open as quickly as 50."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from ..documents import not_there, shown_name
from .model import Pair
from .pair_rows import Row, Rows
from .writing import plain

_PATHS = (
    ("reference", "candidate"),
    ("left", "right"),
    ("a", "b"),
    ("path_a", "path_b"),
    ("source", "suspicious"),
    ("original", "copy"),
)
_TEXTS = (
    ("reference_text", "candidate_text"),
    ("sentence1", "sentence2"),
    ("text_a", "text_b"),
)
_IDS = ("pair_id", "id")
_ROLES = ("reference", "candidate")
_KEPT = 16  # pairs whose rows are not read again


@dataclass(frozen=True)
class Roles:
    """The names of the columns that mean something; None where the list has no such column."""

    id: str | None
    paths: tuple[str, str] | None
    texts: tuple[str, str] | None

    @cached_property
    def names(self) -> frozenset[str]:
        """All those names."""
        return frozenset((*(self.paths or ()), *(self.texts or ()), self.id or ""))


def find_roles(columns: Sequence[str], chosen: Sequence[str] | None = None) -> Roles:
    """Tell which of *columns* hold the id, the paths and the texts.

    *chosen* names the two columns with the paths. Raises ValueError, whose message is a
    sentence without its full stop.
    """
    by_name: dict[str, str] = {}
    for name in columns:
        by_name.setdefault(name.lower(), name)
    pair_id = next((by_name[name] for name in _IDS if name in by_name), None)
    if chosen is not None:
        return Roles(pair_id, _chosen(columns, by_name, chosen), None)
    paths = _first_of(_PATHS, by_name)
    texts = _first_of(_TEXTS, by_name)
    if paths is None and texts is None:
        raise ValueError(
            "no columns for the two documents; name them reference and candidate, or say "
            f"--columns NAME,NAME (there are: {_listed(columns)})"
        )
    return Roles(pair_id, paths, texts)


def _chosen(
    columns: Sequence[str], by_name: dict[str, str], chosen: Sequence[str]
) -> tuple[str, str]:
    if len(chosen) != 2 or chosen[0] == chosen[1]:
        raise ValueError("--columns takes two different names, reference and candidate")
    exact = dict.fromkeys(columns)
    found = [name if name in exact else by_name.get(name.strip().lower()) for name in chosen]
    for name, column in zip(chosen, found, strict=True):
        if column is None:
            raise ValueError(
                f"there is no column “{shown_name(name)}” (there are: {_listed(columns)})"
            )
    return (found[0] or "", found[1] or "")


def _first_of(
    choices: Iterable[tuple[str, str]], by_name: dict[str, str]
) -> tuple[str, str] | None:
    for first, second in choices:
        if first in by_name and second in by_name:
            return by_name[first], by_name[second]
    return None


def _listed(columns: Sequence[str]) -> str:
    shown = [shown_name(name) for name in columns if name][:8]
    return ", ".join(shown) + (", …" if len(columns) > 8 else "") if shown else "none"


class PairTable(Sequence[Pair]):
    """The pairs of a list. Each is made when it is asked for; no disk is asked then.

    ``unusable`` are the places of rows that no file could make a pair of: they are broken, or
    have the id of an earlier row.
    """

    def __init__(self, rows: Rows, roles: Roles) -> None:
        self._rows = rows
        self._roles = roles
        self._ids: list[str] = []
        self._double: dict[int, str] = {}  # index → the id that an earlier row has
        self._made: OrderedDict[int, Pair] = OrderedDict()
        self.unusable: set[int] = set()
        seen: set[str] = set()
        for index in range(len(rows)):
            row = rows.row(index)
            wanted = pair_id = self._wanted_id(index, row)
            if row.problem is not None or pair_id in seen:
                self.unusable.add(index)
            if pair_id in seen:
                self._double[index] = wanted
                pair_id = f"{wanted} (row {index + 1})"
            while pair_id in seen:
                pair_id += "'"
            seen.add(pair_id)
            self._ids.append(pair_id)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return tuple(self._pair(place) for place in range(*index.indices(len(self))))
        return self._pair(range(len(self))[index])

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all pairs, in order, without making the pairs."""
        return self._ids

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return self._rows.size(index)

    def _wanted_id(self, index: int, row: Row) -> str:
        """Return the id that row *index* asks for; see labels-csv: id column, paths, number."""
        found = row.values
        if self._roles.id is not None and found.get(self._roles.id):
            return plain(found[self._roles.id])
        if self._roles.paths is not None:
            paths = [found.get(name, "") for name in self._roles.paths]
            if all(paths):
                return plain("|".join(paths))
        if self._roles.texts is not None and row.problem is None:
            return str(index + 1)
        return f"row {index + 1}"

    def _pair(self, index: int) -> Pair:
        """Return the pair at *index*; the latest are kept."""
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = self._read(index)
            while len(self._made) > _KEPT:
                with suppress(KeyError):  # another thread did it
                    self._made.popitem(last=False)
        return made

    def _read(self, index: int) -> Pair:
        row = self._rows.row(index)
        paths, texts = (
            [row.values.get(name, "") for name in names] if names else ["", ""]
            for names in (self._roles.paths, self._roles.texts)
        )
        known = self._roles.names
        return Pair(
            id=self._ids[index],
            reference=paths[0],
            candidate=paths[1],
            reference_text=texts[0] or None,
            candidate_text=texts[1] or None,
            details=tuple((name, text) for name, text in row.values.items() if name not in known),
            problem=self._problem(index, row.problem, paths, texts),
        )

    def _problem(
        self, index: int, problem: str | None, paths: Sequence[str], texts: Sequence[str]
    ) -> str | None:
        """Return why no file could make a pair of row *index*."""
        if problem is not None:
            return f"Row {index + 1} of the list {problem}."
        if index in self._double:
            same = shown_name(self._double[index])
            return f"Row {index + 1} of the list has the id {same}, as an earlier row has."
        for role, path, text in zip(_ROLES, paths, texts, strict=True):
            if not text and not path:
                return f"Row {index + 1} of the list names no {role}."
        return None


def missing_document(pair: Pair, folder: str | os.PathLike[str]) -> str | None:
    """Look on the disk for the documents of *pair*; return a sentence where one is not there.

    *folder* is that of the pair list.
    """
    for role, name, text in (
        ("reference", pair.reference, pair.reference_text),
        ("candidate", pair.candidate, pair.candidate_text),
    ):
        if text is None and (missing := missing_file(os.path.join(folder, name), role, name)):  # noqa: PTH118
            return missing
    return None


def missing_file(path: str, role: str, name: str) -> str | None:
    """Return a sentence where no file is at *path*, which the list calls *name*; else None."""
    # Not pathlib: this is asked twice for each of 50,000 rows, and it is three times as quick.
    return None if os.path.isfile(path) else not_there(role, name)  # noqa: PTH113
