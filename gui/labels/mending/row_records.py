"""Matches records of a label file with rows, whatever programs did to ids and annotators."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property

from ..file.csv_records import split_line_end, values
from ..file.label_table import LabelTable
from ..label_values import Key, LabelRow
from .lost_letters import LostLetters, among, lost_in
from .rewritten_cells import is_rewritten
from .rewritten_ids import Trace, digits_in, traces_of_id, traces_of_rewritten
from .row_identity import may_be_formula, may_be_misread

_OWN = ("created_at", "updated_at", "reference_sha256", "candidate_sha256")
_TELLING = (*_OWN, "reference", "candidate")

FoundRecord = tuple[Key, int, LabelRow]
"""A row, the number of its record, and what that says."""


class RowRecords:
    """The records of the file *table*, which is *data*, and the rows that they are.

    *versions* are what each row that is known has ever said; *rows* are those that the file
    should have.
    """

    def __init__(
        self,
        table: LabelTable,
        data: bytes,
        versions: Mapping[Key, Sequence[LabelRow]],
        rows: Mapping[Key, LabelRow],
    ) -> None:
        self.table = table
        self.data = data
        self._names = {table.key_of(key): key for key in versions}
        # An older copy has what was taken away since.
        self._past = {key: said[-1] for key, said in versions.items() if said and key not in rows}
        self._rows = rows
        self._ends = table.ends

    def __iter__(self) -> Iterator[FoundRecord]:
        """Yield the rows that are there."""
        return iter(self._there)

    @cached_property
    def _there(self) -> list[FoundRecord]:
        return list(self._look())

    def _look(self) -> Iterator[FoundRecord]:
        table, names = self.table, self._names
        apart = {there: key for there, key in names.items() if self._stands_alone(there)}
        yield from (self._found(there) for there, key in apart.items() if key in self._rows)
        gone = [key for there, key in names.items() if key in self._rows and there not in apart]
        unnamed = {found[0]: found for found in self._unnamed(gone)}
        yield from unnamed.values()
        past = [key for there, key in names.items() if key in self._past and there not in apart]
        gone = [key for key in gone if key not in unnamed] + past
        taken: set[int] = set()
        if any(not text.isascii() or may_be_misread(text) for key in gone for text in key):
            for found in self._renamed(gone):
                taken.add(found[1])
                yield found
        else:
            yield from (self._found(there) for there in names if there in table.hidden)
        withdrawn = (self._found(there) for there, key in apart.items() if key in self._past)
        yield from (found for found in withdrawn if found[1] not in taken)

    def _stands_alone(self, there: Key) -> bool:
        return there in self.table.rows and there not in self.table.hidden

    def _found(self, there: Key) -> FoundRecord:
        return self._names[there], self.table.numbers(there)[-1], self.table.rows[there]

    def _known(self, key: Key) -> LabelRow:
        return self._rows.get(key) or self._past[key]

    def _unnamed(self, gone: Sequence[Key]) -> Iterator[FoundRecord]:
        """Yield those of the rows *gone* of which another program emptied the id or the annotator.

        Such a record is told by its times, hashes and documents, where it is the only one that has
        them, and may be one row alone.
        """
        table = self.table
        if not gone or all(name.strip() and who.strip() for name, who in table.rows):
            return
        blank: defaultdict[tuple[str, ...], list[tuple[Key, int, LabelRow]]] = defaultdict(list)
        for there in table.rows:
            if there not in self._names and not all(map(str.strip, there)):
                records = (*table.hidden.get(there, ()), table.rows[there])
                for number, row in zip(table.numbers(there), records, strict=True):
                    blank[self._told_by(row)].append((there, number, row))
        offers = [
            (key, number, row)
            for key in gone
            for there, number, row in blank.get(self._told_by(table.expressed(self._rows[key])), ())
            if all(
                not text.strip() or text == known
                for text, known in zip(there, table.key_of(key), strict=True)
            )
        ]
        keys, numbers = (Counter(offer[n] for offer in offers) for n in (0, 1))
        for key, number, row in offers:
            is_told = any(self._told_by(row)[: len(_OWN)])
            if is_told and keys[key] == numbers[number] == 1:
                yield key, number, row

    def _told_by(self, row: LabelRow) -> tuple[str, ...]:
        texts, columns = row.texts(), self.table.columns
        return tuple(texts[name] if name in columns else "" for name in _TELLING)

    def _renamed(self, gone: Sequence[Key]) -> Iterator[FoundRecord]:
        """Yield those of the rows *gone* that have another id or annotator in the file.

        A spreadsheet rewrote one of them, or letters were lost.

        Of several that one record may be, it is the one that has most in common with it.
        """
        table, names = self.table, self._names
        strangers = {key for key in table.rows if key not in names or key in table.hidden}
        strangers.update(there for there in table.rows if names.get(there) in self._past)
        ids_of, people_of = (_may_be({key[n] for key in strangers}) for n in (0, 1))
        offers: list[tuple[int, Key, int, LabelRow]] = []
        if any(may_be_formula(key[0]) for key in gone):
            offers += self._computed(gone, strangers)
        for order, key in enumerate(gone):
            for there in ((one, who) for one in ids_of(key[0]) for who in people_of(key[1])):
                if there in strangers:
                    records = (*table.hidden.get(there, ()), table.rows[there])
                    for number, row in zip(table.numbers(there), records, strict=True):
                        is_new = key not in self._past and there not in names
                        if is_new or self._is_like(key, row):
                            offers.append((order, key, number, row))
        keys, numbers = (Counter(offer[n] for offer in offers) for n in (1, 2))

        def place(offer: tuple[int, Key, int, LabelRow]) -> tuple[bool, int, int, int]:
            order, key, number, row = offer
            is_only = keys[key] == numbers[number] == 1  # nothing else to be compared with
            common = 0 if is_only else self._common(key, row)
            return key in self._past, -common, order, number

        taken: set[object] = set()
        for _, key, number, row in sorted(offers, key=place):
            if key not in taken and number not in taken:
                taken |= {key, number}
                yield key, number, row

    def _computed(
        self, gone: Sequence[Key], strangers: Set[Key]
    ) -> Iterator[tuple[int, Key, int, LabelRow]]:
        """Yield those of *gone* whose id, a formula, gave way to what a spreadsheet computed.

        That may be anything: the record is the only one of *strangers* that is about the same
        documents, and was made at the same time.
        """
        table = self.table
        near: defaultdict[tuple[str, ...], list[tuple[int, LabelRow]]] = defaultdict(list)
        for there in strangers - self._names.keys():
            records = (*table.hidden.get(there, ()), table.rows[there])
            for number, row in zip(table.numbers(there), records, strict=True):
                near[_about(row)].append((number, row))
        about = {key: _about(table.expressed(self._known(key))) for key in gone}
        times = Counter(about.values())
        for order, key in enumerate(gone):
            rows = near.get(about[key], ())
            if not (may_be_formula(key[0]) and all(about[key])):
                continue
            if len(rows) == times[about[key]] == 1 and self._is_of_the_time(key, rows[0][1]):
                yield order, key, *rows[0]

    def _is_of_the_time(self, key: Key, row: LabelRow) -> bool:
        known = self.table.expressed(self._known(key)).created_at
        return known == row.created_at or is_rewritten("created_at", known, row.created_at)

    def _is_like(self, key: Key, row: LabelRow) -> bool:
        """Return whether *row* is about the documents of the row *key*, or was made with it."""
        known = self.table.expressed(self._known(key))
        if row.reference or row.candidate:
            return (known.reference, known.candidate) == (row.reference, row.candidate)
        return self._is_of_the_time(key, row)

    def _common(self, key: Key, row: LabelRow) -> int:
        """Return how many columns of *row* say, or may have said, what the row *key* does."""
        known = self.table.expressed(self._known(key)).texts()
        there = row.texts()
        return sum(
            known[name] == there[name] or self.lost(known[name], there[name]) is not None
            for name in self.table.columns
        ) + (row.key == key)

    def lost(self, known: str, there: str) -> LostLetters | None:
        """Return what *there* lost; None for what the program itself writes for such letters."""
        if known.isascii() or there in (known, self.table.dialect.expressed(known)):
            return None
        return lost_in(known, there)

    def fields(self, number: int) -> list[str]:
        """Return what the fields of the record *number* say."""
        dialect = self.table.dialect
        record = self.data[self._ends[number - 1] : self._ends[number]]
        line = split_line_end(dialect.scannable(record))[0]
        return [dialect.text_of(text) for text in values(line, dialect.delimiter)]


def _about(row: LabelRow) -> tuple[str, ...]:
    return (row.reference, row.candidate, row.annotator)


def _may_be(texts: Iterable[str]) -> Callable[[str], set[str]]:
    """Return what tells which of *texts*, ids or names of people, another program made of one."""
    there = sorted(texts)
    index: defaultdict[Trace, list[str]] = defaultdict(list)
    for name in there:
        for trace in traces_of_rewritten(name):
            index[trace].append(name)
    digits = digits_in(index)

    @cache
    def of(text: str) -> set[str]:
        found = {*among(text, there)}
        if may_be_misread(text):
            traces = traces_of_id(text, digits)
            found.update(name for trace in traces for name in index.get(trace, ()))
        return found

    return of
