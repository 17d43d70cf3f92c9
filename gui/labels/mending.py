"""Mends what other programs did to a label file against anybody's will, before it is judged.

Three kinds of damage leave a file that reads as if somebody had edited it: stray quotation marks
that make one row of several, letters that a poorer encoding lacks, and figures and times that a
spreadsheet wrote as it shows them, or emptied. What the file said before is known of the journal
and of the file as it was last seen whole.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from .csv_format import Dialect, quoted, raw_fields, scan, split_line_end
from .journal_state import JournalState
from .label_table import Table
from .label_values import Key, LabelRow
from .last_seen import Seen, unnoted
from .lost_letters import Lost, lacks_all, lost_in, poorer_encodings
from .rewritten_cells import WRITTEN, emptied, is_another_writing, is_rewritten
from .row_records import RowRecords
from .stray_marks import parted

_TEXTS = ("pair_id", "annotator", "reference", "candidate", "label", "note")
_COMPLETE = "gb18030"  # has every letter, but programs that write it have its forerunners' alone
_PIECE = 1 << 17  # bytes that are searched in a fraction of a millisecond
_NO_LETTERS = re.compile("[\0-\x7f\ud800-\udfff\ufffd]+")


class Mended(NamedTuple):
    """A label file as it would be without the damage.

    ``rows`` are those in which texts were put right, as the file has them, also under another id
    if no other row has that.
    Of these ``lettered`` lost ``letters``, ``garbled`` were read in a wrong encoding, and in
    ``rewritten`` figures or times had another form or were emptied, ``example`` for what they
    were. ``parted`` are rows that a stray quotation mark was in, or hid. ``torn`` says that the
    file ended within one of these.
    """

    table: Table
    data: bytes
    rows: Mapping[Key, LabelRow] = MappingProxyType({})
    parted: frozenset[Key] = frozenset()
    lettered: frozenset[Key] = frozenset()
    garbled: frozenset[Key] = frozenset()
    letters: str = ""
    rewritten: frozenset[Key] = frozenset()
    example: tuple[str, str] = ("", "")
    torn: bool = False


def mended(table: Table, data: bytes, state: JournalState, seen: Seen | None) -> Mended | None:
    """Return what becomes of the file *table*, which is *data*; None where nothing is to mend.

    *state* is that of the journal, and *seen* the file as it was last whole, if that is known.
    """
    if not table.has_header or len(data) % table.dialect.character_size:
        return None  # half a character: it was cut off
    others = unnoted(seen.table, state) if seen is not None else {}
    keys = state.keys
    rows = {key: row for key in keys if (row := state.settled(key)) is not None}
    rows.update(others)
    letters = letters_in(data[len(table.dialect.mark) :], table.dialect)
    found = Mended(table, data)
    apart = parted(table, data, rows, seen)
    if apart is not None:
        better = Table(apart.data, table.dialect.encoding)
        there, then = (_keys_in(each, rows) for each in (better, table))
        if better.flaw is None and len(there) >= len(then):
            found = Mended(better, apart.data, parted=apart.keys | (there - then), torn=apart.torn)
    versions = {key: _versions(state, key) for key in keys}
    versions.update((key, [row]) for key, row in others.items())
    found = _Letters(found, versions, rows, seen, letters).mended()
    if found.table.flaw is None:
        found = _with_cells(found, versions, rows)
    return found if found.parted or found.letters or found.rewritten else None


def letters_in(data: bytes, dialect: Dialect) -> set[str]:
    """Return the characters beyond ASCII in *data*, which has no mark; bytes that are none are not.

    Looked for in pieces: one search in the 36 MB of 200,000 labels would let no other thread of the
    program run for a tenth of a second. Most pieces have none, which needs no search.
    """
    errors = "surrogatepass" if dialect.is_wide else "surrogateescape"
    decoder = codecs.getincrementaldecoder(dialect.encoding)(errors)
    found: set[str] = set()
    for start in range(0, len(data), _PIECE):
        text = decoder.decode(data[start : start + _PIECE])
        if not text.isascii():
            found.update(_NO_LETTERS.sub("", text))
    found.update(_NO_LETTERS.sub("", decoder.decode(b"", True)))
    return found


def _keys_in(table: Table, keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if table.key_of(key) in table.rows)


def _versions(state: JournalState, key: Key) -> list[LabelRow]:
    """Return what the row has ever said, the present row first."""
    settled = state.settled(key)
    rows = [settled, *(entry.decision().after for entry in state.waiting(key))]
    if state.versions.has_earlier(key):
        rows += [version.value() for version in state.versions.all_of(key, settled)]
    return [row for row in dict.fromkeys(rows) if row is not None]


def _with_cells(
    found: Mended, versions: Mapping[Key, Sequence[LabelRow]], rows: Mapping[Key, LabelRow]
) -> Mended:
    """Return *found* with the figures and times that a spreadsheet rewrote as they were."""
    table, data = found.table, found.data
    cells: list[_Cell] = []
    changed: dict[Key, LabelRow] = {}
    example = ("", "")
    records = RowRecords(table, data, versions, rows)
    cut = len(table.ends) - 1 if table.tail else None  # where the file may end too early
    for key, number, there in records:
        was = rows.get(key)  # None for a row that was taken away here: it may be an older copy's
        if not versions[key] or (was is not None and there == table.expressed(was)):
            continue
        if there.key in table.spoiled:
            continue
        fields = records.fields(number)
        said = {name: fields[place] for name, place in table.places.items() if place < len(fields)}
        empty = {name for name in WRITTEN if not said.get(name, "").strip()}
        known = was.texts() if was is not None else {}
        if not _explains(known, {name: text for name, text in said.items() if name not in empty}):
            known = _most_like(versions[key], there, set(table.columns) - empty).texts()
        wrong = [n for n in said if n != "pair_id" and is_rewritten(n, known[n], said[n])]
        is_cut = number == cut and not fields[-1]
        # Whoever empties label, flag and note as well takes the row away.
        if not (is_cut or there.is_empty):
            wrong += emptied(known, said)
        if not wrong:
            continue
        example = example if example[0] else (said[wrong[0]], known[wrong[0]])
        changed[key] = there
        texts = there.texts()
        wrong += [
            n for n in said if texts[n] == known[n] and is_another_writing(n, known[n], said[n])
        ]
        cells += [_Cell(number, table.places[name], known[name]) for name in wrong]
    if not cells:
        return found
    data = _with_texts(table, data, cells)
    times = Counter(there.key for there in changed.values())  # of two as one, none can be had again
    apart = {key: there for key, there in changed.items() if times[there.key] == 1}
    return found._replace(
        table=Table(data, table.dialect.encoding),
        data=data,
        rows={**apart, **found.rows},
        rewritten=frozenset(changed),
        example=example,
    )


def _explains(known: Mapping[str, str], said: Mapping[str, str]) -> bool:
    """Return whether a spreadsheet may have made all of *said*, but the id, of what is *known*."""
    others = [name for name in said if name != "pair_id"]
    return bool(known) and all(
        known[name] == said[name] or is_rewritten(name, known[name], said[name]) for name in others
    )


def _most_like(versions: Sequence[LabelRow], there: LabelRow, columns: Set[str]) -> LabelRow:
    """Return the version that the record *there* was made of: the revision tells, if anything.

    *columns* are those in which it says something.
    """
    says = there.texts()

    def common(row: LabelRow) -> tuple[bool, int]:
        texts = row.texts()
        same = [name for name in columns if texts[name] == says[name]]
        return "revision" in same, len(same)

    return max(versions, key=common)


class _Cell(NamedTuple):
    """A field of a record of a file, and what is to stand there."""

    number: int
    place: int
    text: str


class _Loss(NamedTuple):
    """A text that lost letters: in which record and field, of which row, and what it was."""

    number: int
    place: int
    key: Key | None
    known: str
    lost: Lost


class _Letters:
    """Looks for texts that lost letters, in a file with the rows *versions*.

    *letters* are those that the file has beyond ASCII.
    """

    def __init__(
        self,
        found: Mended,
        versions: Mapping[Key, Sequence[LabelRow]],
        rows: Mapping[Key, LabelRow],
        seen: Seen | None,
        letters: Set[str],
    ) -> None:
        self._found = found
        self._letters = sorted(letters)
        self._written = found.parted  # in which what the file lacks was written with escapes
        self._table = found.table
        self._records = RowRecords(found.table, found.data, versions, rows)
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
        cells = (_Cell(loss.number, loss.place, loss.known) for loss in losses)
        data = _with_texts(table, data, cells)
        lettered, garbled = (
            {loss.key for loss in losses if loss.key and bool(loss.lost.letters) is is_lost}
            for is_lost in (True, False)
        )
        return self._found._replace(
            table=Table(data, table.dialect.encoding),
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


def _with_texts(table: Table, data: bytes, cells: Iterable[_Cell]) -> bytes:
    """Return *data*, the bytes of *table*, with the texts of *cells* in them."""
    of_record: defaultdict[int, list[_Cell]] = defaultdict(list)
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


def _start_of_header(table: Table, data: bytes) -> int:
    """Return where the line with the names of the columns begins, behind blank ones perhaps."""
    dialect = table.dialect
    text = dialect.scannable(data[len(dialect.mark) : table.ends[0]])
    ends = [0, *scan(text, dialect.delimiter).ends]
    return len(dialect.mark) + len(dialect.bytes_of(text[: ends[-2]]))
