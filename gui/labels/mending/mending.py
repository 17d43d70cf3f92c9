"""Repairs what other programs unintentionally did to a label file, before it is compared.

Three kinds of damage look as if somebody had edited the file: stray quotation marks that merge
rows, letters that a poorer encoding lacks, and figures and times that a spreadsheet wrote as it
shows them, or emptied. What the file said before is known from the journal and from the file as it
was last seen whole.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from ..file.csv_format import Dialect
from ..file.csv_records import quoted, raw_fields, scan, split_line_end
from ..file.label_table import LabelTable
from ..journal.journal_state import JournalState
from ..label_values import Key, LabelRow
from .cell_mending import MendedCell, MendedCells, mended_cells
from .last_seen import SeenFile, unnoted
from .lost_letters import LostLetters, lacks_all, lost_in, poorer_encodings
from .row_records import RowRecords
from .stray_marks import parted

_TEXTS = ("pair_id", "annotator", "reference", "candidate", "label", "note")
_COMPLETE = "gb18030"  # has every letter, but programs that write it have its forerunners' alone
PIECE = 1 << 17  # bytes that are searched in a fraction of a millisecond
_NO_LETTERS = re.compile("[\0-\x7f\ud800-\udfff\ufffd]+")


class Mended(NamedTuple):
    """A label file as it would be without the damage.

    ``rows`` are those with repaired texts, as the file has them, even under another id if no other
    row has that. Of these ``lettered`` lost ``letters``, ``garbled`` were read in a wrong encoding,
    and in ``rewritten`` figures or times had another form or were emptied, ``example`` for what
    they were. ``parted`` are rows that a stray quotation mark was in, or hid. ``torn`` says that
    the file ended within one of these.
    """

    table: LabelTable
    data: bytes
    rows: Mapping[Key, LabelRow] = MappingProxyType({})
    parted: frozenset[Key] = frozenset()
    lettered: frozenset[Key] = frozenset()
    garbled: frozenset[Key] = frozenset()
    letters: str = ""
    rewritten: frozenset[Key] = frozenset()
    example: tuple[str, str] = ("", "")
    torn: bool = False


class KnownRows(NamedTuple):
    """The known rows: as the file should have them, and all their former versions."""

    rows: Mapping[Key, LabelRow]
    versions: Mapping[Key, Sequence[LabelRow]]


def known_rows(state: JournalState, seen: SeenFile | None) -> KnownRows:
    """Return the rows known from the *state* of the journal and the file as it was *seen*."""
    others = unnoted(seen.table, state) if seen is not None else {}
    keys = state.keys
    rows = {key: row for key in keys if (row := state.settled(key)) is not None}
    rows.update(others)
    versions = {key: _versions(state, key) for key in keys}
    versions.update((key, [row]) for key, row in others.items())
    return KnownRows(rows, versions)


def mended(
    table: LabelTable, data: bytes, known: KnownRows, seen: SeenFile | None, *, torn: bool = False
) -> Mended | None:
    """Return the file *table*, which is *data*, with repairs; None if it needs none.

    *known* are the rows that it may have, and *seen* is the file as it was last whole, if that is
    known. *torn*: it ended within a row, without which it is looked at.
    """
    if not table.has_header or len(data) % table.dialect.character_size:
        return None  # half a character: it was cut off
    rows, versions = known
    letters = letters_in(data[len(table.dialect.mark) :], table.dialect)
    found = Mended(table, data)
    apart = parted(table, data, rows, seen)
    if apart is not None:
        better = LabelTable(apart.data, table.dialect.encoding)
        there, then = (_keys_in(each, rows) for each in (better, table))
        if better.flaw is None and len(there) >= len(then):
            found = Mended(better, apart.data, parted=apart.keys | (there - then), torn=apart.torn)
    records = RowRecords(found.table, found.data, versions, rows)
    lettered = _Letters(found, records, versions, seen, letters).mended()
    if lettered is not found:
        found = lettered
        records = RowRecords(found.table, found.data, versions, rows)
    if found.table.flaw is None:
        anew = seen is not None and found.table.dialect != seen.table.dialect
        anew |= torn or bool(found.table.tail and found.table.is_cut_off)
        found = _with_cells(found, mended_cells(records, known.versions, rows, anew=anew))
    return found if found.parted or found.letters or found.rewritten else None


def letters_in(data: bytes, dialect: Dialect) -> set[str]:
    """Return the non-ASCII characters in *data*, which has no byte-order mark.

    It is searched in pieces: one search in the 36 MB of 200,000 labels would block all threads for
    a tenth of a second. Most pieces have none, which is found without a search.
    """
    errors = "surrogatepass" if dialect.is_wide else "surrogateescape"
    decoder = codecs.getincrementaldecoder(dialect.encoding)(errors)
    found: set[str] = set()
    for start in range(0, len(data), PIECE):
        text = decoder.decode(data[start : start + PIECE])
        if not text.isascii():
            found.update(_NO_LETTERS.sub("", text))
    found.update(_NO_LETTERS.sub("", decoder.decode(b"", True)))
    return found


def _keys_in(table: LabelTable, keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if table.key_of(key) in table.rows)


def _versions(state: JournalState, key: Key) -> list[LabelRow]:
    """Return what the row has ever said, the present row first."""
    settled = state.settled(key)
    rows = [settled, *(entry.decision().after for entry in state.waiting(key))]
    if state.versions.has_earlier(key):
        rows += [version.value() for version in state.versions.all_of(key, settled)]
    return [row for row in dict.fromkeys(rows) if row is not None]


def _with_cells(found: Mended, cells: MendedCells) -> Mended:
    """Return *found* with *cells*, which another program rewrote or emptied, as they were."""
    if not cells.cells:
        return found
    table, changed = found.table, cells.rows
    data = _with_texts(table, found.data, cells.cells)
    times = Counter(there.key for there in changed.values())  # of two as one, none can be had again
    apart = {key: there for key, there in changed.items() if times[there.key] == 1}
    return found._replace(
        table=LabelTable(data, table.dialect.encoding),
        data=data,
        rows={**apart, **found.rows},
        rewritten=frozenset(changed),
        example=cells.example,
    )


def _texts_of(row: LabelRow) -> tuple[str, ...]:
    label = row.label or ""
    return (row.pair_id, row.annotator, row.reference, row.candidate, label, row.note)


class _Loss(NamedTuple):
    """A text that lost letters: in which record and field, of which row, and what it was."""

    number: int
    place: int
    key: Key | None
    known: str
    lost: LostLetters


class _Letters:
    """Looks for texts that lost letters, in a file with the *records* of the rows *versions*.

    *letters* are those that the file has beyond ASCII.
    """

    def __init__(
        self,
        found: Mended,
        records: RowRecords,
        versions: Mapping[Key, Sequence[LabelRow]],
        seen: SeenFile | None,
        letters: Set[str],
    ) -> None:
        self._found = found
        self._letters = sorted(letters)
        self._written = found.parted  # in which what the file lacks was written with escapes
        self._table = found.table
        self._records = records
        self._versions = versions
        self._seen = seen.table if seen is not None else None
        self._losses: list[_Loss] = []
        self._there: dict[Key, LabelRow] = {}
        self._names = list(found.table.names)

    def mended(self) -> Mended:
        """Return the file with the letters that it lost."""
        self._look_at_header()
        for key, number, there in self._records:
            self._look_at(key, number, there)
        losses = self._explained() if self._losses else []
        if not losses:
            return self._found
        letters = "".join(dict.fromkeys(c for loss in losses for c in sorted(loss.lost.letters)))
        letters = letters or next(c for c in losses[0].known if not c.isascii())
        table, data = self._table, self._found.data
        if not table.dialect.is_unicode:
            table, data = table.in_unicode(data)
        cells = (MendedCell(loss.number, loss.place, loss.known) for loss in losses)
        data = _with_texts(table, data, cells)
        lettered, garbled = (
            {loss.key for loss in losses if loss.key and bool(loss.lost.letters) is is_lost}
            for is_lost in (True, False)
        )
        return self._found._replace(
            table=LabelTable(data, table.dialect.encoding),
            data=data,
            rows={key: self._there[key] for key in lettered | garbled},
            lettered=frozenset(lettered),
            garbled=frozenset(garbled - lettered),
            letters=letters,
        )

    def _look_at_header(self) -> None:
        if self._seen is None or len(self._seen.names) != len(self._names):
            return
        for place, (known, there) in enumerate(zip(self._seen.names, self._names, strict=True)):
            if (lost := self._records.lost(known, there)) is not None:
                self._losses.append(_Loss(0, place, None, known, lost))
                self._names[place] = known

    def _look_at(self, key: Key, number: int, there: LabelRow) -> None:
        """Note which texts of *there*, the record *number*, lost letters of the row *key*."""
        table, rows = self._table, self._versions[key]
        self._there[key] = there
        if not all(text.isascii() for row in rows for text in _texts_of(row)):
            says, every = there.texts(), [row.texts() for row in rows]
            for name in _TEXTS:
                if name in table.places:
                    texts = [each[name] for each in every]
                    self._compare(texts, says[name], number, table.places[name], key)
        if self._seen is None or not table.others:
            return
        further = self._seen.further.get(self._seen.key_of(key), ())
        if all(text.isascii() for text in further):
            return
        fields = self._records.fields(number)
        known = dict(zip((self._seen.names[n] for n in self._seen.others_at), further, strict=True))
        for place in range(min(len(fields), len(self._names))):
            if (text := known.get(self._names[place])) is not None:
                self._compare([text], fields[place], number, place, key)

    def _compare(self, every: Sequence[str], there: str, number: int, place: int, key: Key) -> None:
        if there in every or all(text.isascii() for text in every):
            return
        for known in every:
            lost = (
                lost_in(known, there) if key in self._written else self._records.lost(known, there)
            )
            if lost is not None:
                self._losses.append(_Loss(number, place, key, known, lost))
                return

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


def _with_texts(table: LabelTable, data: bytes, cells: Iterable[MendedCell]) -> bytes:
    """Return *data*, the bytes of *table*, with the texts of *cells* in them."""
    of_record: defaultdict[int, list[MendedCell]] = defaultdict(list)
    for cell in cells:
        of_record[cell.number].append(cell)
    dialect, ends = table.dialect, table.ends
    pieces, done = [], 0
    for number in sorted(of_record):
        start = ends[number - 1] if number else _start_of_header(table, data)
        line, line_end = split_line_end(dialect.scannable(data[start : ends[number]]))
        fields = raw_fields(line, dialect.delimiter)
        for cell in of_record[number]:
            fields += [""] * (cell.place + 1 - len(fields))
            fields[cell.place] = quoted(dialect.scanned(cell.text), dialect.delimiter)
        record = dialect.bytes_of(dialect.delimiter.join(fields) + line_end)
        pieces += [data[done:start], record]
        done = ends[number]
    return b"".join((*pieces, data[done:]))


def _start_of_header(table: LabelTable, data: bytes) -> int:
    """Return where the line with the names of the columns begins, behind blank ones perhaps."""
    dialect = table.dialect
    text = dialect.scannable(data[len(dialect.mark) : table.ends[0]])
    ends = [0, *scan(text, dialect.delimiter).ends]
    return len(dialect.mark) + len(dialect.bytes_of(text[: ends[-2]]))
