"""Mends what other programs did to a label file against anybody's will, before it is judged.

Two kinds of damage leave a file that reads as if somebody had edited it: letters that a poorer
encoding lacks, and stray quotation marks that make one row of several. What the file said before
is known of the journal and of the file as it was last seen whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .csv_format import quoted, raw_fields, scan, split_line_end, values
from .journal_state import JournalState
from .label_table import Table
from .label_values import Key, LabelRow
from .last_seen import Seen, unnoted
from .lost_letters import Lost, among, lacks_all, lost_in, poorer_encodings
from .rewritten_ids import Trace, traces_of_id, traces_of_rewritten
from .row_identity import may_be_misread
from .stray_marks import parted

_TEXTS = ("pair_id", "annotator", "reference", "candidate", "label", "note")
_COMPLETE = "gb18030"  # has every letter, but programs that write it have its forerunners' alone
_NO_LETTERS = re.compile("[\0-\x7f\ud800-\udfff\ufffd]+")


class Mended(NamedTuple):
    """A label file as it would be without the damage.

    ``rows`` are those that lost ``letters``, as the file has them but for ids and names;
    ``parted`` those that a stray quotation mark was in, or hid.
    """

    table: Table
    data: bytes
    rows: Mapping[Key, LabelRow]
    letters: str
    parted: frozenset[Key]


def mended(table: Table, data: bytes, state: JournalState, seen: Seen | None) -> Mended | None:
    """Return what becomes of the file *table*, which is *data*; None where nothing is to mend.

    *state* is that of the journal, and *seen* the file as it was last whole, if that is known.
    """
    if not table.has_header or len(data) % table.dialect.character_size:
        return None  # half a character: it was cut off
    others = unnoted(seen.table, state) if seen is not None else {}
    rows = {key: row for key in state.keys if (row := state.settled(key)) is not None}
    rows.update(others)
    dialect = table.dialect
    letters = {*_NO_LETTERS.sub("", dialect.text_of(dialect.scannable(data[len(dialect.mark) :])))}
    keys: frozenset[Key] = frozenset()
    apart = parted(table, data, rows, seen)
    if apart is not None:
        better = Table(apart.data, table.dialect.encoding)
        there, then = (_keys_in(each, rows) for each in (better, table))
        if better.flaw is None and len(there) >= len(then):
            table, data, keys = better, apart.data, apart.keys | (there - then)
    versions = {key: _versions(state, key) for key in state.keys}
    versions.update((key, [row]) for key, row in others.items())
    found = _Letters(table, data, versions, rows, seen, letters, keys).found()
    if found is not None:
        return Mended(*found, keys)
    return Mended(table, data, {}, "", keys) if keys else None


def _keys_in(table: Table, keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if table.key_of(key) in table.rows)


def _versions(state: JournalState, key: Key) -> list[LabelRow]:
    """Return what the row has ever said, the present row first."""
    settled = state.settled(key)
    rows = [settled, *(entry.decision().after for entry in state.waiting(key))]
    if state.versions.has_earlier(key):
        rows += [version.value() for version in state.versions.all_of(key, settled)]
    return [row for row in dict.fromkeys(rows) if row is not None]


class _Loss(NamedTuple):
    """A text that lost letters: in which record and field, of which row, and what it was."""

    number: int
    place: int
    key: Key | None
    known: str
    lost: Lost


class _Letters:
    """Looks for texts that lost letters, in a file with the rows *versions*."""

    def __init__(
        self,
        table: Table,
        data: bytes,
        versions: Mapping[Key, Sequence[LabelRow]],
        rows: Mapping[Key, LabelRow],
        seen: Seen | None,
        letters: Set[str],
        parted: Set[Key],
    ) -> None:
        self._letters = sorted(letters)  # that the file has
        self._written = parted  # the rows in which what it lacks was written with escapes
        self._table = table
        self._data = data
        self._ends = table.ends
        self._versions = versions
        self._rows = rows
        self._seen = seen.table if seen is not None else None
        self._losses: list[_Loss] = []
        self._there: dict[Key, LabelRow] = {}
        self._names = list(table.names)

    def found(self) -> tuple[Table, bytes, dict[Key, LabelRow], str] | None:
        """Return the mended table, its bytes, and the rows and letters that were lost."""
        self._look_at_header()
        for key, number, there in self._records():
            self._look_at(key, number, there)
        if not self._losses:
            return None
        losses = self._explained()
        if not losses:
            return None
        rows = {
            loss.key: self._there[loss.key]._replace(pair_id=loss.key[0], annotator=loss.key[1])
            for loss in losses
            if loss.key is not None
        }
        letters = "".join(dict.fromkeys(c for loss in losses for c in sorted(loss.lost.letters)))
        letters = letters or next(c for c in losses[0].known if not c.isascii())
        table, data = self._table, self._data
        if not table.dialect.is_unicode:
            table, data = table.in_unicode(data)
        data = _with_texts(table, data, losses)
        return Table(data, table.dialect.encoding), data, rows, letters

    def _look_at_header(self) -> None:
        if self._seen is None or len(self._seen.names) != len(self._names):
            return
        for place, (known, there) in enumerate(zip(self._seen.names, self._names, strict=True)):
            if (lost := self._lost(known, there)) is not None:
                self._losses.append(_Loss(0, place, None, known, lost))
                self._names[place] = known

    def _records(self) -> Iterator[tuple[Key, int, LabelRow]]:
        """Yield the rows that are there, with the number of their record and what it says."""
        table = self._table
        names = {table.key_of(key): key for key in self._versions}
        for there, key in names.items():
            if there in table.rows and there not in table.hidden:
                yield key, table.numbers(there)[-1], table.rows[there]
        gone = [
            key
            for there, key in names.items()
            if key in self._rows and (there not in table.rows or there in table.hidden)
        ]
        if any(may_be_misread(one) or not (one + who).isascii() for one, who in gone):
            yield from self._renamed(gone, names)
        else:
            doubles = [there for there in names if there in table.hidden]
            yield from ((names[it], table.numbers(it)[-1], table.rows[it]) for it in doubles)

    def _renamed(
        self, gone: Sequence[Key], names: Mapping[Key, Key]
    ) -> Iterator[tuple[Key, int, LabelRow]]:
        """Yield those of the rows *gone* that have another id or annotator in the file.

        A spreadsheet rewrote the id, or letters were lost.

        Of several that one record may be, it is the one that has most in common with it.
        """
        table = self._table
        strangers = {key for key in table.rows if key not in names or key in table.hidden}
        ids = sorted({key[0] for key in strangers})
        people = sorted({key[1] for key in strangers})
        rewritten = _rewritten(ids)
        ids_of = lru_cache(maxsize=None)(lambda text: {*among(text, ids), *rewritten(text)})
        people_of = lru_cache(maxsize=None)(lambda text: among(text, people))
        offers = []
        for order, key in enumerate(gone):
            for there in ((one, who) for one in ids_of(key[0]) for who in people_of(key[1])):
                if there in strangers:
                    records = (*table.hidden.get(there, ()), table.rows[there])
                    for number, row in zip(table.numbers(there), records, strict=True):
                        offers.append((-self._common(key, row), order, number, key, row))
        taken: set[object] = set()
        for _, _, number, key, row in sorted(offers, key=lambda offer: offer[:3]):
            if key not in taken and number not in taken:
                taken |= {key, number}
                yield key, number, row

    def _common(self, key: Key, row: LabelRow) -> int:
        """Return how many columns of *row* say, or may have said, what the row *key* does."""
        known = self._table.expressed(self._rows[key]).texts()
        there = row.texts()
        return sum(
            known[name] == there[name] or self._lost(known[name], there[name]) is not None
            for name in self._table.columns
        ) + (row.key == key)

    def _look_at(self, key: Key, number: int, there: LabelRow) -> None:
        """Note which texts of *there*, the record *number*, lost letters of the row *key*."""
        table, rows, says = self._table, self._versions[key], there.texts()
        self._there[key] = there
        for name in _TEXTS:
            if name not in table.places:
                continue
            every = [row.texts()[name] for row in rows]
            self._compare(every, says[name], number, table.places[name], key)
        if self._seen is None or not table.others:
            return
        further = self._seen.further.get(self._seen.key_of(key), ())
        if all(text.isascii() for text in further):
            return
        fields = self._fields(number)
        known = dict(zip((self._seen.names[n] for n in self._seen.others_at), further, strict=True))
        for place in range(min(len(fields), len(self._names))):
            if (text := known.get(self._names[place])) is not None:
                self._compare([text], fields[place], number, place, key)

    def _fields(self, number: int) -> list[str]:
        """Return what the fields of the record *number* say."""
        dialect = self._table.dialect
        record = self._data[self._ends[number - 1] : self._ends[number]]
        line = split_line_end(dialect.scannable(record))[0]
        return [dialect.text_of(text) for text in values(line, dialect.delimiter)]

    def _compare(self, every: Sequence[str], there: str, number: int, place: int, key: Key) -> None:
        if there in every or all(text.isascii() for text in every):
            return
        for known in every:
            lost = lost_in(known, there) if key in self._written else self._lost(known, there)
            if lost is not None:
                self._losses.append(_Loss(number, place, key, known, lost))
                return

    def _lost(self, known: str, there: str) -> Lost | None:
        """Return what *there* lost; None for what the program itself writes for such letters."""
        if known.isascii() or there in (known, self._table.dialect.expressed(known)):
            return None
        return lost_in(known, there)

    def _explained(self) -> list[_Loss]:
        """Return the losses that one encoding explains, which may be that of the file.

        A file that can say every letter must show more than one that cannot: a person may write
        a question mark, or a letter without its accent.
        """
        dialect, there = self._table.dialect, self._letters
        every = sorted({letter for loss in self._losses for letter in loss.lost.letters})
        best = [loss for loss in self._losses if not loss.lost.letters]
        for encoding in poorer_encodings(there, dialect):
            lacking = {letter for letter in every if lacks_all(encoding, letter)}
            found = [loss for loss in self._losses if loss.lost.letters <= lacking]
            if len(found) > len(best):
                best = found
        best = self._of_whole_keys(best)
        count = sum(loss.lost.many for loss in best)
        signs = any(loss.lost.signs for loss in best)
        is_bare = dialect.is_unicode and not there and not dialect.mark
        if is_bare or dialect.encoding == _COMPLETE:
            return best if signs or count > 1 else []
        return best if not dialect.is_unicode or (signs and count > 1) else []

    def _of_whole_keys(self, losses: Sequence[_Loss]) -> list[_Loss]:
        """Return *losses* without those of records whose id or annotator is not explained."""
        places = {self._table.places["pair_id"], self._table.places["annotator"]}
        explained = {id(loss) for loss in losses}
        unsure = {
            loss.number
            for loss in self._losses
            if loss.place in places and loss.number and id(loss) not in explained
        }
        return [loss for loss in losses if loss.number not in unsure]


def _rewritten(ids: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what tells which of *ids* a spreadsheet may have made of an id."""
    index: defaultdict[Trace, list[str]] = defaultdict(list)
    for name in ids:
        for trace in traces_of_rewritten(name):
            index[trace].append(name)

    def of(pair_id: str) -> list[str]:
        if not may_be_misread(pair_id):
            return []
        return [name for trace in traces_of_id(pair_id) for name in index.get(trace, ())]

    return of


def _with_texts(table: Table, data: bytes, losses: Iterable[_Loss]) -> bytes:
    """Return *data*, the bytes of *table*, with the texts of *losses* as they were."""
    of_record: defaultdict[int, list[_Loss]] = defaultdict(list)
    for loss in losses:
        of_record[loss.number].append(loss)
    dialect, ends = table.dialect, table.ends
    pieces, done = [], 0
    for number in sorted(of_record):
        start = ends[number - 1] if number else _start_of_header(table, data)
        line, line_end = split_line_end(dialect.scannable(data[start : ends[number]]))
        fields = raw_fields(line, dialect.delimiter)
        for loss in of_record[number]:
            fields += [""] * (loss.place + 1 - len(fields))
            fields[loss.place] = quoted(dialect.scanned(loss.known), dialect.delimiter)
        record = dialect.bytes_of(dialect.delimiter.join(fields) + line_end)
        pieces += [data[done:start], record]
        done = ends[number]
    return b"".join((*pieces, data[done:]))


def _start_of_header(table: Table, data: bytes) -> int:
    """Return where the line with the names of the columns begins, behind blank ones perhaps."""
    dialect = table.dialect
    text = dialect.scannable(data[len(dialect.mark) : table.ends[0]])
    ends = [0, *scan(text, dialect.delimiter).ends]
    return len(dialect.mark) + len(dialect.bytes_of(text[: ends[-2]]))
