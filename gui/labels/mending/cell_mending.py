"""Finds cells of a label file that a program rewrote or emptied, with their former values.

A spreadsheet rewrites what it takes for a number or a date, and programs that read tables take some
words for "no value" and leave them empty: ``pandas`` empties a label ``NA``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from ..label_values import Key, LabelRow
from .rewritten_cells import WRITTEN, emptied, is_another_writing, is_rewritten, reads_as_missing
from .row_records import RowRecords

_WORDS = ("label", "note")  # columns in which a word may be taken for "no value"


class MendedCell(NamedTuple):
    """A field of a record of a file, and what it should say."""

    number: int
    place: int
    text: str


class MendedCells(NamedTuple):
    """The repaired *cells*, their rows as the file has them, and an example.

    ``example`` has what one of the cells says and what it should say.
    """

    cells: Sequence[MendedCell]
    rows: Mapping[Key, LabelRow]
    example: tuple[str, str] = ("", "")


class _Seen(NamedTuple):
    """A record that differs from its row, and the columns in which that is an accident.

    ``said`` has its fields, ``known`` those of the row that it was made from.
    """

    key: Key
    number: int
    there: LabelRow
    said: Mapping[str, str]
    known: Mapping[str, str]
    wrong: list[str]
    is_cut: bool


def mended_cells(
    records: RowRecords,
    versions: Mapping[Key, Sequence[LabelRow]],
    rows: Mapping[Key, LabelRow],
    *,
    anew: bool,
) -> MendedCells:
    """Return the cells of *records* to be restored.

    *rows* are those that the file should have, and *versions* all former values of each. *anew*
    says that the format of the file changed, so that a program rewrote all of it.
    """
    table = records.table
    words = _Words(versions)
    differing: list[_Seen] = []
    cut = len(table.ends) - 1 if table.tail else None  # where the file may end too early
    for key, number, there in records:
        was = rows.get(key)  # None for a row that was taken away here: it may be an older copy's
        if not versions[key]:
            continue
        if was is not None and there == table.expressed(was):
            words.kept(was)
            continue
        if there.key in table.spoiled:
            continue
        fields = records.fields(number)
        said = {name: fields[place] for name, place in table.places.items() if place < len(fields)}
        known = was.texts() if was is not None else {}
        wrong, fits = _compared(known, said)
        if not fits:
            columns = {n for n in table.columns if n not in WRITTEN or said.get(n, "").strip()}
            known = _most_like(versions[key], there, columns).texts()
            wrong, _ = _compared(known, said)
        is_cut = number == cut and not fields[-1]
        # Whoever empties label, flag and note as well takes the row away.
        if not (is_cut or there.is_empty):
            wrong += emptied(known, said)
        words.look_at(known, said)
        differing.append(_Seen(key, number, there, said, known, wrong, is_cut))
    anew = anew or any(each.wrong for each in differing)
    return _summed_up(records, differing, words.emptied(anew=anew))


def _summed_up(
    records: RowRecords, differing: Sequence[_Seen], words: Set[tuple[str, str]]
) -> MendedCells:
    cells: list[MendedCell] = []
    changed: dict[Key, LabelRow] = {}
    example = ("", "")
    for key, number, there, said, known, wrong, is_cut in differing:
        lost = [n for n in _WORDS if (n, known[n]) in words and not said.get(n, "-").strip()]
        if lost and there.is_empty and not is_cut:
            wrong += emptied(known, said)
        wrong += lost
        if not wrong:
            continue
        example = example if example[0] else (said[wrong[0]], known[wrong[0]])
        changed[key] = there
        texts = there.texts()
        also = [
            n for n in said if texts[n] == known[n] and is_another_writing(n, known[n], said[n])
        ]
        places = records.table.places
        cells += [MendedCell(number, places[name], known[name]) for name in (*wrong, *also)]
    return MendedCells(cells, changed, example)


def _compared(known: Mapping[str, str], said: Mapping[str, str]) -> tuple[list[str], bool]:
    """Return which columns of *said* a spreadsheet rewrote, and whether that explains everything.

    *known* is what the row said; changed ids and emptied cells need no explanation.
    """
    wrong, fits = [], bool(known)
    for name, text in said.items() if known else ():
        if name == "pair_id" or text == known[name]:
            continue
        if is_rewritten(name, known[name], text):
            wrong.append(name)
        elif text.strip() or not (name in WRITTEN or reads_as_missing(known[name])):
            fits = False
    return wrong, fits


def _most_like(versions: Sequence[LabelRow], there: LabelRow, columns: Set[str]) -> LabelRow:
    """Return the version that the record *there* was made from, preferably by its revision.

    *columns* are those that are not empty.
    """
    says = there.texts()

    def common(row: LabelRow) -> tuple[bool, int]:
        texts = row.texts()
        same = [name for name in columns if texts[name] == says[name]]
        return "revision" in same, len(same)

    return max(versions, key=common)


class _Words:
    """Labels and notes that a program may take for "no value", and what became of them.

    A person may empty the label ``NA`` of a row. A program empties all of them and no other label:
    so it was a program if several are gone, or if it rewrote the whole file.
    """

    def __init__(self, versions: Mapping[Key, Sequence[LabelRow]]) -> None:
        self._has_any = any(
            reads_as_missing(row.label or "") or reads_as_missing(row.note)
            for said in versions.values()
            for row in said
        )
        self._emptied: Counter[tuple[str, str]] = Counter()
        self._kept: set[tuple[str, str]] = set()
        self._others_emptied: set[str] = set()  # columns in which other texts are gone, too

    def kept(self, row: LabelRow) -> None:
        """Note that the file has *row* as it should."""
        if self._has_any:
            self._kept |= {("label", row.label or ""), ("note", row.note)}

    def look_at(self, known: Mapping[str, str], said: Mapping[str, str]) -> None:
        """Note what the fields of a record have *said*, and what they should say, *known*."""
        for name in _WORDS if self._has_any else ():
            if not known[name] or name not in said:
                continue
            if said[name].strip():
                self._kept.add((name, said[name]))
            elif reads_as_missing(known[name]):
                self._emptied[name, known[name]] += 1
            else:
                self._others_emptied.add(name)

    def emptied(self, *, anew: bool) -> Set[tuple[str, str]]:
        """Return columns and words that a program emptied; *anew* if it wrote the whole file."""
        gone = [each for each in self._emptied if each not in self._kept]
        found = [each for each in gone if each[0] not in self._others_emptied]
        several = sum(self._emptied[each] for each in found) > 1
        return {*found} if several or anew else set()
