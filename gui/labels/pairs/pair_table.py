"""Makes pairs of the rows of a list on demand: 50,000 open as quickly as 50."""

from __future__ import annotations

import os
import stat
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, overload

from ...documents import shown_name
from ...documents.web.web_addresses import is_address, is_other_address
from ...messages import Message
from ...messages.about_documents import AboutDocument
from ...messages.about_pairs import AboutPairs
from ...messages.about_web import AboutWeb
from ..file.csv_format import plain
from ..label_values import Pair
from .article_addresses import Address
from .pair_columns import Roles
from .pair_paths import found_elsewhere

_NOT_THERE = MappingProxyType(
    {
        "reference": AboutPairs.REFERENCE_NOT_THERE,
        "candidate": AboutPairs.CANDIDATE_NOT_THERE,
    }
)
_ADDRESSES = MappingProxyType(
    {
        "reference": AboutPairs.REFERENCE_IS_ADDRESS,
        "candidate": AboutPairs.CANDIDATE_IS_ADDRESS,
    }
)
_NOT_AT_HOME = MappingProxyType(
    {
        "reference": AboutPairs.REFERENCE_NOT_AT_HOME,
        "candidate": AboutPairs.CANDIDATE_NOT_AT_HOME,
    }
)
_NOT_FETCHED = MappingProxyType(
    {
        "reference": AboutWeb.REFERENCE_NOT_FETCHED,
        "candidate": AboutWeb.CANDIDATE_NOT_FETCHED,
    }
)
_TOGETHER = 4_096  # ids that are pickled as one
_KEPT = 16  # pairs whose rows are not read again
_PARTS = 256
_SHIFT = 20  # a dictionary goes by the lowest bits of the hash; those of one part shall differ


class ListRow(NamedTuple):
    """The values of one row by column, or why there are none."""

    values: dict[str, str]
    problem: Message | None = None


class ListRows(Protocol):
    """The rows of a list, counted from 0; ``columns`` are the names in its header.

    ``notices`` say which parts of the list are no rows of their own.
    """

    columns: tuple[str, ...]
    notices: tuple[Message, ...]

    def __len__(self) -> int: ...

    def row(self, index: int) -> ListRow:
        """Return row *index*."""
        ...

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        ...


class PairTable(Sequence[Pair]):
    """The pairs of a list, each made on demand, without asking the disk.

    ``unusable`` has the places of rows that cannot become pairs, whatever the files: they are
    broken, or repeat the id of an earlier row.
    """

    def __init__(self, rows: ListRows, roles: Roles) -> None:
        self._rows = rows
        self._roles = roles
        self._ids: list[str] = []
        self._double: dict[int, str] = {}  # index → the id that an earlier row has
        self._made: OrderedDict[int, Pair] = OrderedDict()
        self.unusable: set[int] = set()
        seen = TextIndex()
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
            seen.add(pair_id, index)
            self._ids.append(pair_id)

    def __getstate__(self) -> dict[str, object]:
        """Return what goes to another process: not the pairs kept here, which threads change.

        The ids go some thousands in one: pickle notes each value that it meets, and no other thread
        has its turn while a note of a million of them is made larger.
        """
        return {**vars(self), "_made": OrderedDict(), "_ids": _joined(self._ids)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._ids = [*_parted(state["_ids"])]

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return tuple(map(self._read, range(*index.indices(len(self)))))  # so many are not kept
        return self._pair(range(len(self))[index])

    @property
    def doubles(self) -> frozenset[int]:
        """The places of rows that have the id of an earlier row."""
        return frozenset(self._double)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all pairs in order, without making the pairs."""
        return self._ids

    def size(self, index: int) -> int:
        """Return the characters of row *index*, which tell how long it takes to read."""
        return self._rows.size(index)

    def _wanted_id(self, index: int, row: ListRow) -> str:
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
                try:  # not by suppress, which takes longer than all else here
                    self._made.popitem(last=False)
                except KeyError:  # another thread did it
                    break
        return made

    def _read(self, index: int) -> Pair:
        found, problem = self._rows.row(index)
        paths = _both(found, self._roles.paths)
        texts = _both(found, self._roles.texts)
        known = self._roles.names
        return Pair(
            self._ids[index],
            *paths,
            texts[0] or None,
            texts[1] or None,
            details=tuple([item for item in found.items() if item[0] not in known]),
            problem=self._problem(index, problem, paths, texts),
        )

    def _problem(
        self, index: int, problem: Message | None, paths: Sequence[str], texts: Sequence[str]
    ) -> Message | None:
        """Return why no file could make a pair of row *index*."""
        if problem is not None:
            return Message(AboutPairs.ROW_UNUSABLE, row=index + 1, clause=problem)
        if index in self._double:
            same = shown_name(self._double[index])
            return Message(AboutPairs.ROW_DOUBLE, row=index + 1, id=same)
        if not texts[0] and not paths[0]:
            return Message(AboutPairs.ROW_WITHOUT_REFERENCE, row=index + 1)
        if not texts[1] and not paths[1]:
            return Message(AboutPairs.ROW_WITHOUT_CANDIDATE, row=index + 1)
        return None


def ids_of(pairs: Sequence[Pair]) -> Sequence[str]:
    """Return the ids of *pairs*; a table has them without making a pair."""
    return pairs.ids if isinstance(pairs, PairTable) else [pair.id for pair in pairs]


def _joined(texts: Sequence[str]) -> list[tuple[str, array[int]]]:
    """Return *texts*, some thousands of them as one, with their lengths."""
    pieces = (texts[at : at + _TOGETHER] for at in range(0, len(texts), _TOGETHER))
    return [("".join(piece), array("q", map(len, piece))) for piece in pieces]


def _parted(joined: Iterable[tuple[str, array[int]]]) -> Iterator[str]:
    """Yield the texts that were joined."""
    for text, lengths in joined:
        ends = list(accumulate(lengths))
        yield from (text[start:end] for start, end in zip([0, *ends], ends, strict=False))


def _both(values: Mapping[str, str], names: tuple[str, str] | None) -> tuple[str, str]:
    """Return what stands in two columns; nothing where the list does not have them."""
    return (values.get(names[0], ""), values.get(names[1], "")) if names else ("", "")


def missing_document(pair: Pair, folder: str | os.PathLike[str]) -> Message | None:
    """Look on the disk for the documents of *pair*; say which is missing, None if neither is.

    *folder* is that of the pair list.
    """
    for path, role, name in _files(pair, folder):
        if missing := missing_file(path, role, name):
            return missing
    return None


def unreadable_at_sight(pair: Pair, folder: str | os.PathLike[str]) -> Message | None:
    """Check, without opening them, whether the documents of *pair* can be read; say why not.

    A document that is missing, empty or a folder is found here; a damaged one or a picture is
    noticed only when it is read, so that None promises nothing.
    """
    for path, role, name in _files(pair, folder):
        found = _at_sight(path, role, name)
        if isinstance(found, Message):
            return found
        if found is None:
            continue
        clause = None
        if stat.S_ISDIR(found.st_mode):
            clause = AboutDocument.IS_FOLDER
        elif stat.S_ISREG(found.st_mode) and not found.st_size:
            clause = AboutDocument.EMPTY
        if clause is not None:
            called = shown_name(name)
            return Message(AboutDocument.OF_FILE, name=called, clause=Message(clause))
    return None


def _files(pair: Pair, folder: str | os.PathLike[str]) -> Iterator[tuple[str, str, str]]:
    """Yield path, role and name of each document of *pair* that is a file."""
    if pair.reference_text is None:
        yield os.path.join(folder, pair.reference), "reference", pair.reference  # noqa: PTH118
    if pair.candidate_text is None:
        yield os.path.join(folder, pair.candidate), "candidate", pair.candidate  # noqa: PTH118


def missing_file(path: str, role: str, name: str) -> Message | None:
    """Return a message that the *role* *name* is missing, or None if something is at *path*.

    *role* is ``"reference"`` or ``"candidate"``, *name* what the list calls the file. What is
    there and may not be looked at is not missing: reading it says what is wrong.
    """
    found = _at_sight(path, role, name)
    return found if isinstance(found, Message) else None


def _at_sight(path: str, role: str, name: str) -> os.stat_result | Message | None:
    """Return what the disk says of *path*, or that nothing is there; None where it may not say."""
    try:
        # Not pathlib: this is asked twice for each of 50,000 rows, and it is three times as quick.
        return os.stat(path)  # noqa: PTH116
    except PermissionError:
        return None
    except (OSError, ValueError):
        if other := found_elsewhere(path, name):
            place = str(other.file) if isinstance(other, Address) else other
            return _at_sight(place, role, name)
        shown = shown_name(name)
        if is_address(name):
            return Message(_NOT_FETCHED[role], url=shown)
        if is_other_address(name):
            return Message(_ADDRESSES[role], name=shown)
        if name.lstrip().startswith("~"):
            home = shown_name(os.path.expanduser(name.strip()))  # noqa: PTH111 - raises nothing
            return Message(_NOT_AT_HOME[role], name=shown, path=home)
        return Message(_NOT_THERE[role], name=shown)


class TextIndex:
    """The first place of each of many texts, such as the ids of a list.

    One dictionary of a million texts is resized at once, which blocks all threads, and so the
    window, for some sixty milliseconds. Here there are many small ones.

    >>> index = TextIndex(["a", "b", "a"])
    >>> index.get("a"), index.get("c"), "b" in index
    (0, None, True)
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._parts: list[dict[str, int]] = [{} for _ in range(_PARTS)]
        parts = self._parts
        for place, text in enumerate(texts):  # not by add: a million calls take a quarter longer
            parts[hash(text) >> _SHIFT & _PARTS - 1].setdefault(text, place)

    def add(self, text: str, place: int) -> None:
        """Note that *text* is at *place*, unless it is known from before."""
        self._parts[hash(text) >> _SHIFT & _PARTS - 1].setdefault(text, place)

    def get(self, text: str) -> int | None:
        """Return the first place of *text*; None where it has none."""
        return self._parts[hash(text) >> _SHIFT & _PARTS - 1].get(text)

    def __contains__(self, text: str) -> bool:
        return text in self._parts[hash(text) >> _SHIFT & _PARTS - 1]
