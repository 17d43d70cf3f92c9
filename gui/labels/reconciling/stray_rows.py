"""Finds rows of a label file that name no pair, for example after a spreadsheet rewrote ids.

Paths and hashes of the documents survive a spreadsheet, and an id leaves a trace
(``mending.rewritten_ids``). A row gets a likely pair where these leave one, and never by choice
between two.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...documents import DocumentError
from ...documents.web.web_addresses import undated
from ..label_values import LabelRow, Pair
from ..mending.rewritten_ids import traces_of_id, traces_of_rewritten
from ..pairs.pair_paths import DocumentPlace, found_sources
from ..pairs.pair_table import TextIndex

Hashes = Callable[[Pair], "tuple[str, str] | None"]
"""Returns the SHA-256 of a pair's two documents; None where they cannot be read."""


class Stray(NamedTuple):
    """A row that names no pair; ``likely`` is the id of the pair that it may be about, or None.

    ``possible`` are all those that it may be about; none of them has a row by the same annotator.
    """

    row: LabelRow
    likely: str | None = None
    possible: tuple[str, ...] = ()


def stray_rows(
    rows: Iterable[LabelRow], pairs: Sequence[Pair], hashes: Hashes | None = None
) -> list[Stray]:
    """Return those of *rows* that name none of *pairs*, in order.

    Where one pair alone can be meant - of the same documents, without a row of the same
    annotator, and with an id that a spreadsheet would turn into the row's - it is the likely one.
    *hashes* is asked for the documents of pairs where the paths of a row are of no help.
    """
    known: Sequence[str] = getattr(pairs, "ids", None) or [pair.id for pair in pairs]
    there = TextIndex(known)
    labelled: defaultdict[str, set[str]] = defaultdict(set)
    strays: list[LabelRow] = []
    for row in rows:
        labelled[row.annotator].add(row.pair_id)
        if row.pair_id not in there:
            strays.append(row)
    if not strays:
        return []
    sound = [pair for pair in pairs if pair.problem is None]
    documents = _Documents(sound, hashes)
    groups: defaultdict[tuple[str, Hashable], list[int]] = defaultdict(list)
    for number, row in enumerate(strays):
        groups[row.annotator, documents.key_of(row, labelled[row.annotator])].append(number)
    found: dict[int, tuple[str | None, tuple[str, ...]]] = {}
    for (annotator, key), numbers in groups.items():
        same = documents.pairs_with(key)
        free = [pair_id for pair_id in same if pair_id not in labelled[annotator]]
        names = [strays[number].pair_id for number in numbers]
        matched = _matched(names, free, by_documents=key is not None)
        found.update(zip(numbers, matched, strict=True))
    return [Stray(row, *found[number]) for number, row in enumerate(strays)]


def hashes_in(folder: Path, *, cancelled: Callable[[], bool] = bool) -> Hashes:
    """Return what hashes the documents of pairs whose paths start from *folder*.

    Each file is read once, and none after *cancelled* is true.
    """

    @cache
    def of_source(source: DocumentPlace) -> str:
        from ..pairs.pair_documents import sha256_at  # for few lists

        return sha256_at(source)

    def hashes(pair: Pair) -> tuple[str, str] | None:
        if cancelled():
            return None
        try:
            reference, candidate = map(of_source, found_sources(pair, folder))
        except (OSError, DocumentError):
            return None
        return reference, candidate

    return hashes


class _Documents:
    """The pairs by their documents: by path, and where that does not help, by hash."""

    def __init__(self, pairs: Sequence[Pair], hashes: Hashes | None) -> None:
        self._pairs = pairs
        self._hashes = hashes
        self._all = [pair.id for pair in pairs]
        self._by_key: defaultdict[Hashable, list[str]] = defaultdict(list)
        self._hashed = False
        for pair in pairs:
            names = (pair.reference, pair.candidate)
            if all(names):
                self._by_key[names].append(pair.id)
                if (plain := tuple(map(_plain_path, names))) != names:
                    self._by_key[plain].append(pair.id)

    def key_of(self, row: LabelRow, taken: Set[str]) -> Hashable:
        """Return what the documents of *row* are known by; None where it does not name any.

        A key of which a pair is left is preferred; *taken* are pairs that have a row.
        """
        names = (row.reference, row.candidate)
        plain = tuple(map(_plain_path, names))
        hashes = (row.reference_sha256.lower(), row.candidate_sha256.lower())
        keys: list[Hashable] = [names, plain] if all(names) else []
        for key in keys:
            if any(pair_id not in taken for pair_id in self._by_key.get(key, ())):
                return key
        if all(hashes) and self._hashes is not None:
            self._hash_all(self._hashes)
            keys.insert(0, hashes)
            if any(pair_id not in taken for pair_id in self._by_key.get(hashes, ())):
                return hashes
        return keys[0] if keys else None

    def pairs_with(self, key: Hashable) -> Sequence[str]:
        """Return the ids of the pairs with the documents of this key; of all, for None."""
        return self._all if key is None else self._by_key.get(key, ())

    def _hash_all(self, hashes: Hashes) -> None:
        if not self._hashed:
            self._hashed = True
            for pair in self._pairs:
                if (key := hashes(pair)) is not None:
                    self._by_key[key].append(pair.id)


def _plain_path(name: str) -> str:
    """Return *name* without what a program may have changed in the manner of writing it."""
    bare = unicodedata.normalize("NFC", undated(name.strip()))
    return os.path.normpath(bare.replace("\\", "/"))


def _matched(
    names: Sequence[str], free: Sequence[str], *, by_documents: bool
) -> list[tuple[str | None, tuple[str, ...]]]:
    """Return which of the ids *free* each of the rows *names* means, and which it may mean.

    *by_documents* says that their documents, which are the same, tell these pairs apart from
    all others: a row then may mean any of them.
    """
    if by_documents and len(names) == len(free) == 1:
        return [(free[0], (free[0],))]
    by_trace = _by_trace(free)
    choices = {place: _related(name, by_trace) for place, name in enumerate(names)}
    sure: dict[int, str] = {}
    found = True
    while found:  # what one row means, no other one does
        wanted = Counter(pair_id for related in choices.values() for pair_id in related)
        found = False
        for place, related in list(choices.items()):
            if len(related) == 1 and wanted[next(iter(related))] == 1:
                sure[place] = next(iter(choices.pop(place)))
                found = True
        taken = set(sure.values())
        choices = {place: related - taken for place, related in choices.items()}
    rest = [pair_id for pair_id in free if pair_id not in taken]
    if by_documents and len(choices) == len(rest) == 1:
        sure[next(iter(choices))] = rest[0]
    order = {pair_id: place for place, pair_id in enumerate(free)}
    all_left = tuple(rest) if by_documents else ()

    def outcome(place: int) -> tuple[str | None, tuple[str, ...]]:
        if place in sure:
            return sure[place], (sure[place],)
        related = choices.get(place)
        return None, tuple(sorted(related, key=order.__getitem__)) if related else all_left

    return [outcome(place) for place in range(len(names))]


def _by_trace(ids: Iterable[str]) -> Mapping[object, list[str]]:
    found: defaultdict[object, list[str]] = defaultdict(list)
    for pair_id in ids:
        for trace in traces_of_id(pair_id):
            found["list", trace].append(pair_id)
        for trace in traces_of_rewritten(pair_id):  # it may be the list that was rewritten
            found["labels", trace].append(pair_id)
    return found


def _related(name: str, by_trace: Mapping[object, list[str]]) -> set[str]:
    """Return the ids that a spreadsheet may have made *name* of, or that it made of *name*."""
    keys = [("list", trace) for trace in traces_of_rewritten(name)]
    keys += [("labels", trace) for trace in traces_of_id(name)]
    return {each for key in keys for each in by_trace.get(key, ())}
