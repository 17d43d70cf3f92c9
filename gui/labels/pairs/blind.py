"""Blind reading: pairs whose names, paths and columns the reader does not see.

The order of the pairs and the sides of each are drawn for each annotator from a seed. The draw is a
hash of seed, annotator and id: it is the same everywhere, and a pair that is added later does not
change the order of the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Set
from copy import copy
from dataclasses import replace
from typing import overload

from ...documents import Document
from ...messages import Argument, Message
from ..label_set import Blinding
from ..label_values import (
    FIGURES_HIDDEN,
    MARKS_HIDDEN,
    NAMES_HIDDEN,
    Accident,
    Key,
    LabelRow,
    Pair,
    PairList,
)
from .pair_table import PairTable, TextIndex, ids_of

WITHOUT, NAMES, FIGURES = CHOICES = ("off", "names", "figures")
"""What can be hidden: nothing; names, paths and columns; similarities as well."""

HIDDEN = "\u2026"
"""Replaces a hidden name in a message."""

_HARMLESS = frozenset(  # places of messages in which no name, path or address stands
    (
        *("why", "error", "encoding", "format", "what", "limit", "minutes", "extra", "text"),
        *("examples", "size", "seconds", "script", "status", "charset", "coding", "time", "line"),
        *("library", "annotator"),
    )
)
_IDS = ("id", "ids", "there", "known")  # places for ids, and for what a row says of a pair

REPEATED = "~2"
"""Follows the id of a pair that an annotator is shown again."""

APART = 30
"""The least number of pairs between a pair and its repetition."""

_BEGINNING = 8  # bytes of a hash that tell pairs apart in their order


def what_was_hidden(blind: Blinding | None, *, marks: bool) -> str:
    """Return how a row records what was hidden; *marks* is whether the marks were.

    >>> what_was_hidden(Blinding(figures=True), marks=False), what_was_hidden(None, marks=True)
    ('names figures', 'marks')
    """
    names = [] if blind is None else [NAMES_HIDDEN]
    names += [FIGURES_HIDDEN] if blind is not None and blind.figures else []
    names += [MARKS_HIDDEN] if marks else []
    return " ".join(names)


def chosen(
    wanted: str | None,
    of_list: Blinding | None,
    rows: Mapping[Key, LabelRow],
    annotator: str,
) -> Blinding | None:
    """Return how an annotator reads; None if nothing is hidden.

    *wanted*, one of CHOICES, is what somebody asked for, or None; *of_list* is what the list itself
    asks for. Otherwise it stays as in the label file with these *rows*: as in the annotator's
    latest decision, or blind if any decision was. A seed recorded in rows is kept.
    """
    usual = of_list if of_list is not None else Blinding()
    own = [
        row
        for row in rows.values()
        # A note that was kept when its pair had left the window does not say how that was read.
        if row.annotator == annotator and (row.label is not None or row.blind)
    ]
    if own:
        latest = max(own, key=lambda row: row.updated_at)
        known = _of_row(latest, usual)
    else:
        known = next((found for row in rows.values() if (found := _of_row(row, usual))), None)
        known = known if known is not None else of_list
    seed = known.seed if known is not None else usual.seed
    if wanted is None:
        return known
    return None if wanted == WITHOUT else Blinding(wanted == FIGURES, seed)


def _of_row(row: LabelRow, usual: Blinding) -> Blinding | None:
    words = row.blind.split()
    if NAMES_HIDDEN not in words:
        return None
    return Blinding(FIGURES_HIDDEN in words, usual.seed if row.seed is None else row.seed)


def blinded(message: Message) -> Message:
    """Return *message* without the names, paths and addresses in it."""
    hidden: dict[str, Argument] = {}
    for name, value in message.arguments.items():
        if isinstance(value, Message):
            hidden[name] = blinded(value)
        elif isinstance(value, str) and name not in _HARMLESS:
            hidden[name] = HIDDEN
    return message.with_arguments(**hidden) if hidden else message


def without_ids(message: Message) -> Message:
    """Return *message*, which is about the label file, without ids of pairs."""
    hidden = {name: HIDDEN for name in _IDS if isinstance(message.arguments.get(name), str)}
    return message.with_arguments(**hidden) if hidden else message


def without_ids_of_rows(accident: Accident) -> Accident:
    """Return the report on rows without the ids of their pairs."""
    doubt = accident.doubt if accident.doubt is None else without_ids(accident.doubt)
    return accident._replace(messages=tuple(map(without_ids, accident.messages)), doubt=doubt)


def unnamed(document: Document) -> Document:
    """Return *document* without its name, also in its notices."""
    notices = tuple(replace(own, message=blinded(own.message)) for own in document.notices)
    return replace(document, name="", notices=notices)


class BlindPairs(Sequence[Pair]):
    """The pairs of a list as a blind reader sees them: numbered, without the list's columns.

    ``ids`` are those of the list, for the label file only.
    """

    def __init__(
        self, pairs: Sequence[Pair], annotator: str, seed: int, *, drawn: bool = True
    ) -> None:
        """Draw the sides for *annotator*, and the order, unless *drawn* is False.

        In that case the columns stay as well: those of adjudicated pairs say what annotators said.
        """
        self._pairs = pairs
        self._drawn = drawn
        self._drawn_for = seed, annotator
        self._opinions: Mapping[str, tuple[tuple[str, str], ...]] = {}
        table = pairs if isinstance(pairs, PairTable) else None
        ids = ids_of(pairs)
        self._order: Sequence[int] = range(len(ids))
        if drawn:
            self._order = _drawn_order(ids, seed, annotator)
        self.ids: Sequence[str] = [ids[index] for index in self._order]
        place = {index: number for number, index in enumerate(self._order)}
        unusable, doubles = (
            (set(), frozenset()) if table is None else (table.unusable, table.doubles)
        )
        self.unusable = {place[index] for index in unusable}
        self.doubles = frozenset(place[index] for index in doubles)

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return tuple(map(self._pair, range(*index.indices(len(self)))))
        return self._pair(range(len(self))[index])

    def size(self, index: int) -> int:
        """Return the characters of the row of pair *index*, which tell how long reading takes."""
        pairs = self._pairs
        return pairs.size(self._order[index]) if isinstance(pairs, PairTable) else 0

    def swapped(self, index: int) -> bool:
        """Return whether the candidate of pair *index* was drawn for the left side."""
        return bool(_draw("sides", *self._drawn_for, self.ids[index])[0] & 1)

    def with_opinions(self, said: Mapping[str, tuple[tuple[str, str], ...]]) -> BlindPairs:
        """Return the same pairs with the opinions that others *said*, by id, as details."""
        found = copy(self)
        found._opinions = said
        return found

    def _pair(self, index: int) -> Pair:
        pair = self._pairs[self._order[index]]
        problem = None if pair.problem is None else blinded(pair.problem)
        details = self._opinions.get(pair.id, ()) if self._drawn else pair.details
        return pair._replace(number=index + 1, details=details, problem=problem)


def _drawn_order(ids: Sequence[str], seed: int, annotator: str) -> list[int]:
    """Return the places of *ids* in the order that is drawn.

    A repetition comes at least ``APART`` pairs after the pair itself, or last in a list that is too
    short for that.
    """
    rank = [_draw("order", seed, annotator, pair_id) for pair_id in ids]
    whole = _by_rank(rank)
    known = TextIndex(ids)
    again = {at for at in whole if _first_time(ids[at]) in known}
    order = [at for at in whole if at not in again]
    _leave_room(order, {_first_time(ids[at]) for at in again}, ids, rank)
    place = TextIndex(ids[at] for at in order)
    slots: dict[int, list[int]] = {}
    for at in (at for at in whole if at in again):
        earliest = (place.get(_first_time(ids[at])) or 0) + 1 + APART
        room = max(1, len(order) + 1 - earliest)
        drawn = earliest + int.from_bytes(rank[at], "big") % room
        slots.setdefault(min(drawn, len(order)), []).append(at)
    found = []
    for number in range(len(order) + 1):
        found += slots.get(number, [])
        found += order[number : number + 1]
    return found


def _leave_room(
    order: list[int], served_again: Set[str], ids: Sequence[str], rank: Sequence[bytes]
) -> None:
    """Swap pairs *served_again* with others if *order* has them too late for that.

    Each of them needs ``APART`` pairs behind it, if the list has as many.
    """
    latest = len(order) - APART
    free = [number for number in range(latest) if ids[order[number]] not in served_again]
    for number in range(max(0, latest), len(order)):
        at = order[number]
        if ids[at] in served_again and free:
            place = free.pop(int.from_bytes(rank[at], "big") % len(free))
            order[number], order[place] = order[place], at


def _by_rank(rank: Sequence[bytes]) -> list[int]:
    """Return the places of *rank* in order, sorted in parts: a single call blocks all threads."""
    parts: list[list[int]] = [[] for _ in range(256)]
    for index, drawn in enumerate(rank):
        parts[drawn[0]].append(index)
    return [index for part in parts for index in sorted(part, key=rank.__getitem__)]


def _first_time(pair_id: str) -> str:
    return pair_id.removesuffix(REPEATED) if pair_id.endswith(REPEATED) else ""


def _draw(what: str, seed: int, annotator: str, pair_id: str) -> bytes:
    said = f"{what}\0{seed}\0{annotator}\0{pair_id}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).digest()[:_BEGINNING]


def as_blind(listed: PairList, annotator: str, blind: Blinding, *, drawn: bool = True) -> PairList:
    """Return the list as *annotator* reads it blind; *drawn* is as in :class:`BlindPairs`."""
    pairs = BlindPairs(listed.pairs, annotator, blind.seed, drawn=drawn)
    return listed._replace(pairs=pairs, notices=tuple(map(blinded, listed.notices)))


def was_blind(rows: Iterable[LabelRow]) -> Blinding | None:
    """Return what was hidden when *rows* were decided; None if nothing was."""
    found = [own for row in rows if (own := _of_row(row, Blinding()))]
    return Blinding(any(own.figures for own in found), found[0].seed) if found else None
