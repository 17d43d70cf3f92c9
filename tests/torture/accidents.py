"""The accidents that may happen to a label file and its journal, each a short story.

Each is played by a window or two and by what stands for another program; afterwards an
undisturbed window is opened, and everything that was shown as saved must be there.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from gui.labels.label_values import COLUMNS
from tests.labels import misfortunes
from tests.torture import outsiders
from tests.torture.chain import Chain
from tests.torture.ledger import EMPTY, Key, Row
from tests.torture.sitting import Screen, Sitting, held_by_another

Accident = Callable[[Chain, random.Random], None]


def _saved(sitting: Sitting, chance: random.Random, count: int) -> bytes:
    """Label *count* pairs, wait until they are in the file, and return what is in it."""
    sitting.label_some(count, chance)
    sitting.settle()
    labels = sitting.place.labels
    return labels.read_bytes() if labels.exists() else b""


def _open(sitting: Sitting) -> None:
    sitting.wait_for_start()
    sitting.settle()


# Old copies


def _as_saved_by_somebody(old: bytes, chance: random.Random) -> bytes:
    """Return an old state as some program writes it that had it open."""
    records = outsiders.records_of(old)
    return chance.choice(
        (
            old,
            outsiders.as_spreadsheet(records),
            outsiders.as_spreadsheet(records, mark=True),
            outsiders.as_spreadsheet(records, delimiter=";"),
        )
    )


def old_copy_while_open(chain: Chain, chance: random.Random) -> None:
    """A spreadsheet that was opened five labels ago saves what it has."""
    with chain.sitting("old copy while open") as sitting:
        _open(sitting)
        old = _saved(sitting, chance, 5)
        _saved(sitting, chance, 5)
        save = chance.choice((outsiders.put, outsiders.overwrite))
        save(chain.place.labels, _as_saved_by_somebody(old, chance))
        sitting.rest(chance.choice((0.0, 2.5)))
        _saved(sitting, chance, 2)


def old_copy_between(chain: Chain, chance: random.Random) -> None:
    """The same while no window is open."""
    with chain.sitting("old copy between sittings") as sitting:
        _open(sitting)
        old = _saved(sitting, chance, 5)
        _saved(sitting, chance, 5)
    outsiders.put(chain.place.labels, _as_saved_by_somebody(old, chance))


def old_copy_comes_and_goes(chain: Chain, chance: random.Random) -> None:
    """A sync client puts the version of some minutes ago there, and then the newest one."""
    with chain.sitting("old copy that comes and goes") as sitting:
        _open(sitting)
        old = _saved(sitting, chance, 4)
        new = _saved(sitting, chance, 4)
        outsiders.put(chain.place.labels, old)
        sitting.rest(chance.choice((0.1, 2.5)))
        outsiders.put(chain.place.labels, new)
        sitting.rest(chance.choice((0.0, 2.5)))
        _saved(sitting, chance, 2)


def old_copy_with_an_edit(chain: Chain, chance: random.Random) -> None:
    """Somebody wrote a note into the spreadsheet that has the old state, and saves."""
    with chain.sitting("old copy with an edit") as sitting:
        _open(sitting)
        records = outsiders.records_of(_saved(sitting, chance, 5))
        _saved(sitting, chance, 3)
        before = _edit(chain, records, 2)[1]
        key, row = _edit(chain, records, 2, note="look again")
        chain.ledger.edited(key, row)
        chain.ledger.tolerates(key, before)  # until somebody is asked which is meant
        outsiders.put(chain.place.labels, outsiders.as_spreadsheet(records))
        sitting.rest(2.5)
        _saved(sitting, chance, 2)


def ids_without_zeros(chain: Chain, chance: random.Random) -> None:
    """A spreadsheet takes the ids for numbers and saves them without their zeros."""
    with chain.sitting("ids without zeros") as sitting:
        _open(sitting)
        records = outsiders.records_of(_saved(sitting, chance, 5))
        for record in records[1:]:
            key = Key(str(chain.place.labels), record[4], record[0].lstrip("0"))
            chain.ledger.tolerates(key, Row(record[3], record[8] == "1", record[9]))
        damaged = outsiders.as_spreadsheet(records, numbers=True)
        outsiders.overwrite(chain.place.labels, damaged)
        sitting.rest(2.5)
        _saved(sitting, chance, 2)


def slow_script(chain: Chain, chance: random.Random) -> None:
    """A script truncates the file and writes it in two halves, while somebody labels."""

    def label_meanwhile() -> None:
        sitting.rest(chance.choice((0.2, 1.5)))
        sitting.label_some(2, chance)
        sitting.rest(chance.choice((0.2, 2.5)))

    with chain.sitting("slow script") as sitting:
        _open(sitting)
        data = _saved(sitting, chance, 8)
        outsiders.overwrite_slowly(chain.place.labels, data, label_meanwhile)
        sitting.rest(2.5)
        _saved(sitting, chance, 1)


def half_a_file(chain: Chain, chance: random.Random) -> None:
    """A program dies in the middle of writing the file, while no window is open."""
    with chain.sitting("half a file") as sitting:
        _open(sitting)
        data = _saved(sitting, chance, 8)
    chain.place.labels.write_bytes(data[: int(len(data) * chance.uniform(0.3, 0.9))])


def damaged_row(chain: Chain, chance: random.Random) -> None:
    """A record is cut off, gets zeros or a quotation mark, with or without a window open."""
    with chain.sitting("damaged row") as sitting:
        _open(sitting)
        data = _saved(sitting, chance, 6)
        if chance.random() < 0.5:
            chain.place.labels.write_bytes(_damaged(data, chance))
            sitting.rest(chance.choice((0.2, 3.0)))
            _saved(sitting, chance, 2)
            return
    chain.place.labels.write_bytes(_damaged(data, chance))


def _damaged(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\r\n")
    number = chance.randrange(1, len(lines) - 1)
    line = lines[number]
    start, length = chance.randrange(len(line) // 3), len(line) // 3
    lines[number] = chance.choice(
        (
            line[:-length],
            line[:start] + bytes(length) + line[start + length :],
            line.replace(b",", b',"', 3),
        )
    )
    return b"\r\n".join(lines)


# Wishes


def _edit(chain: Chain, records: list[list[str]], number: int, **change: str) -> tuple[Key, Row]:
    """Change record *number* and return what its row is then."""
    names = records[0]
    for name, text in change.items():
        records[number][names.index(name)] = text
    found = dict(zip(names, records[number], strict=True))
    key = Key(str(chain.place.labels), found["annotator"], found["pair_id"])
    return key, Row(found["label"], found["flagged"] == "1", found["note"])


def wishes(chain: Chain, chance: random.Random) -> None:
    """Somebody takes a row out of the current file and changes another: both must last."""
    with chain.sitting("wishes") as sitting:
        _open(sitting)
        records = outsiders.records_of(_saved(sitting, chance, 6))
        if chance.random() < 0.5:
            _wish(chain, records)
            sitting.rest(2.5)
            _saved(sitting, chance, 2)
            return
    _wish(chain, records)


def _wish(chain: Chain, records: list[list[str]]) -> None:
    key, row = _edit(chain, records, 2, label="unrelated", note="said by mail")
    chain.ledger.edited(key, row)
    gone, _ = _edit(chain, records, 4)
    del records[4]
    chain.ledger.edited(gone, EMPTY)
    outsiders.put(chain.place.labels, outsiders.as_spreadsheet(records))


# Locks and rights


def lock_held(chain: Chain, chance: random.Random) -> None:
    """Another program holds the label file for longer than anybody waits."""
    with chain.sitting("lock held") as sitting:
        _open(sitting)
        _saved(sitting, chance, 2)
        with held_by_another(chain.place.labels):
            sitting.label_some(4, chance)
            sitting.undo()
            sitting.label_some(1, chance)
        sitting.rest(1)


def journal_lock_held(chain: Chain, chance: random.Random) -> None:
    """Another program holds the journal for some seconds: no decision counts meanwhile."""
    with chain.sitting("journal's lock held") as sitting:
        _open(sitting)
        _saved(sitting, chance, 2)
        with held_by_another(chain.place.journal):
            sitting.label_some(2, chance)
        sitting.retry()
        sitting.label_some(2, chance)


def read_only_label_file(chain: Chain, chance: random.Random) -> None:
    """The folder of the label file cannot be written to for two sittings."""
    with chain.sitting("before it is read-only") as sitting:
        _open(sitting)
        _saved(sitting, chance, 3)
    with outsiders.read_only(chain.place.labels.parent):
        for number in (1, 2):
            with chain.sitting(f"read-only label file, sitting {number}") as sitting:
                chain.check_shown(f"read-only label file, sitting {number}", sitting)
                sitting.label_some(3, chance)


def read_only_journal(chain: Chain, chance: random.Random) -> None:
    """The folder of the journal is made read-only while the window is open."""
    with chain.sitting("read-only journal") as sitting:
        _open(sitting)
        _saved(sitting, chance, 3)
        with outsiders.read_only(chain.place.journals):
            sitting.label_some(2, chance)
        sitting.retry()
        sitting.label_some(2, chance)


# Full disks


def full_disk_then_read_only(chain: Chain, chance: random.Random) -> None:
    """Decisions are refused on a full disk; the next sitting has only the journal."""
    with chain.sitting("full disk") as sitting:
        _open(sitting)
        _saved(sitting, chance, 3)
        with outsiders.grown_up(sitting.pid, chain.place.journal.stat().st_size):
            sitting.label_some(chance.randrange(1, 4), chance)
        sitting.retry()
        sitting.settle(3)
    with (
        outsiders.read_only(chain.place.labels.parent),
        chain.sitting("after the full disk, read-only") as sitting,
    ):
        chain.check_shown("after the full disk, read-only", sitting)
        sitting.label_some(3, chance)


def no_file_may_grow(chain: Chain, chance: random.Random) -> None:
    """Nothing can be written any more, in the middle of a record; then it can again."""
    with chain.sitting("no file may grow") as sitting:
        _open(sitting)
        _saved(sitting, chance, 3)
        room = chance.randrange(0, 900)
        with outsiders.grown_up(sitting.pid, chain.place.journal.stat().st_size + room):
            sitting.label_some(3, chance)
            sitting.flag()
        sitting.retry()
        sitting.label_some(2, chance)


def small_disk_for_the_journal(chain: Chain, chance: random.Random) -> None:
    """The journal's disk is full for a while."""
    with outsiders.small_disk(chain.place.journals) as fill:
        with chain.sitting("small disk for the journal") as sitting:
            _open(sitting)
            _saved(sitting, chance, 3)
            free = fill()
            sitting.label_some(3, chance)
            free()
            sitting.retry()
            sitting.label_some(chance.choice((0, 2)), chance)
        with held_by_another(chain.place.labels), chain.sitting("after it was full") as sitting:
            chain.check_shown("after it was full", sitting)
            sitting.label_some(3, chance)
        chain.check_in_order("small disk for the journal")
        kept = shutil.copytree(chain.place.journals, chain.place.folder / "kept")
    shutil.copytree(kept, chain.place.journals, dirs_exist_ok=True)


def small_disk_for_the_labels(chain: Chain, chance: random.Random) -> None:
    """The label file's disk is full for a while."""
    with outsiders.small_disk(chain.place.labels.parent, "64k") as fill:
        with chain.sitting("small disk for the labels") as sitting:
            _open(sitting)
            _saved(sitting, chance, 3)
            free = fill()
            sitting.label_some(4, chance)
            sitting.step("k")
            sitting.label_some(1, chance)
        with chain.sitting("still full") as sitting:
            chain.check_shown("still full", sitting)
            sitting.label_some(2, chance)
            free()
            sitting.retry()
        data = chain.place.labels.read_bytes()
    chain.place.labels.write_bytes(data)


# Lost files


def journal_lost_while_open(chain: Chain, chance: random.Random) -> None:
    """Somebody tidies up: the journal is deleted, or its folder, while the file is held."""
    with chain.sitting("journal lost while open") as sitting:
        _open(sitting)
        _saved(sitting, chance, 3)
        with held_by_another(chain.place.labels):
            sitting.label_some(2, chance)
            if chance.random() < 0.5:
                chain.place.journal.unlink()
            else:
                shutil.rmtree(chain.place.journals)
            sitting.label_some(2, chance)
        sitting.retry()
        sitting.until(lambda: sitting.sign == "saved", 12)


def journal_lost_between(chain: Chain, chance: random.Random) -> None:
    """The same between two sittings, when everything is in the file."""
    with chain.sitting("journal lost between sittings") as sitting:
        _open(sitting)
        _saved(sitting, chance, 5)
    shutil.rmtree(chain.place.journals)
    with chain.sitting("without the journal") as sitting:
        chain.check_shown("without the journal", sitting)
        sitting.label_some(2, chance)


def journal_damaged(chain: Chain, chance: random.Random) -> None:
    """A bad disk damages the journal between two sittings, when everything is in the file."""
    with chain.sitting("journal damaged") as sitting:
        _open(sitting)
        _saved(sitting, chance, 6)
    outsiders.damage(chain.place.journal)


def old_journal(chain: Chain, chance: random.Random) -> None:
    """A backup puts an older journal back, with or without a window open."""
    with chain.sitting("old journal") as sitting:
        _open(sitting)
        _saved(sitting, chance, 4)
        old = chain.place.journal.read_bytes()
        _saved(sitting, chance, 4)
        if chance.random() < 0.5:
            outsiders.put(chain.place.journal, old)
            _saved(sitting, chance, 2)
            return
    outsiders.put(chain.place.journal, old)


def label_file_lost(chain: Chain, chance: random.Random) -> None:
    """The label file is deleted or emptied, or cannot be read for a while."""
    with chain.sitting("label file lost") as sitting:
        _open(sitting)
        _saved(sitting, chance, 4)
        misfortune = chance.choice(
            (
                misfortunes.removed,
                misfortunes.emptied,
                misfortunes.overwritten,
                misfortunes.never_closed,
                misfortunes.never_closed_at_its_end,
                misfortunes.folder_in_its_place,
                misfortunes.rights_taken_away,
                misfortunes.link_to_nowhere,
            )
        )
        undo = misfortune(chain.place.labels)
        sitting.rest(chance.choice((0.0, 2.5)))
        sitting.label_some(2, chance)
        if misfortune in misfortunes.STUCK or misfortune in misfortunes.FLAWED:
            undo()
            sitting.retry()


# Rows of others


def _row_damaged(labels: Path, chance: random.Random) -> None:
    labels.write_bytes(_damaged(labels.read_bytes(), chance))


_HARMS = (*outsiders.HARMS, _row_damaged)


def rows_of_others(chain: Chain, chance: random.Random) -> None:
    """A file with rows that no window here ever wrote is deleted, emptied, cut or garbled."""
    labels = chain.place.labels
    records = [[*COLUMNS, "checked by"]]
    for number in range(chance.randrange(4, 12)):
        by, note = chance.choice(("berta", "carl")), f"day {number}"
        key = Key(str(labels), by, f"q{number}")
        given = {"pair_id": key.id, "label": "copy", "annotator": key.by, "note": note}
        records.append([given.get(name, f"Zoe {number}") for name in records[0]])
        chain.ledger.edited(key, Row("copy", False, note))
    outsiders.put(labels, outsiders.as_spreadsheet(records).replace(b"\n", b"\r\n"))
    harm = chance.choice(_HARMS)
    with chain.sitting("rows of others") as sitting:
        _open(sitting)
        _saved(sitting, chance, chance.choice((0, 3)))
        if chance.random() < 0.5:
            harm(labels, chance)
            sitting.rest(chance.choice((0.2, 3.0)))
            _saved(sitting, chance, 2)
            return
    harm(labels, chance)


# Two windows


def two_windows(chain: Chain, chance: random.Random) -> None:
    """One window is refused, the other labels, the first labels again; the file is held."""
    with (
        held_by_another(chain.place.labels),
        chain.sitting("two windows, anna") as anna,
        chain.sitting("two windows, ben", annotator="ben", screen=Screen()) as ben,
    ):
        for sitting in (anna, ben):
            sitting.wait_for_start()
            sitting.label_some(2, chance)
        with outsiders.grown_up(anna.pid, 0):
            anna.label_some(chance.randrange(1, 3), chance)
            ben.label_some(2, chance)
        anna.label_some(2, chance)
        ben.label_some(1, chance)
        anna.settle(3)
        ben.settle(3)


SCENARIOS: MappingProxyType[str, Accident] = MappingProxyType(
    {
        accident.__name__.replace("_", "-"): accident
        for accident in (
            old_copy_while_open,
            old_copy_between,
            old_copy_comes_and_goes,
            old_copy_with_an_edit,
            ids_without_zeros,
            slow_script,
            half_a_file,
            damaged_row,
            wishes,
            lock_held,
            journal_lock_held,
            read_only_label_file,
            read_only_journal,
            full_disk_then_read_only,
            no_file_may_grow,
            small_disk_for_the_journal,
            small_disk_for_the_labels,
            journal_lost_while_open,
            journal_lost_between,
            journal_damaged,
            old_journal,
            label_file_lost,
            rows_of_others,
            two_windows,
        )
    }
)
