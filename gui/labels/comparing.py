"""What a label file says, held against what the journal says of it."""

from __future__ import annotations

from .journal_state import JournalState
from .model import Key, LabelRow
from .table import Table


def outside_changes(
    table: Table, state: JournalState
) -> list[tuple[Key, LabelRow | None, LabelRow | None]]:
    """Return the rows of the journal that another program changed, before and after."""
    found = []
    for key in sorted(state.keys):
        there = table.rows.get(table.key_of(key))
        settled = state.settled(key)
        # Also what is pending may stand there: written by one who died before noting so.
        own = (settled, *(entry.decision().after for entry in state.waiting(key)))
        if not any(_says(table, row) == there for row in own):
            found.append((key, settled, _meant(table, key, settled, there)))
    return found


def _says(table: Table, row: LabelRow | None) -> LabelRow | None:
    return None if row is None else table.expressed(row)


def _meant(
    table: Table, key: Key, settled: LabelRow | None, there: LabelRow | None
) -> LabelRow | None:
    """Return the row that the record *there* means.

    A column that the file lacks, or a character, is still as the journal has it.
    """
    if there is None:
        return None
    if settled is None:
        return there._replace(pair_id=key[0], annotator=key[1])
    said = table.expressed(settled)
    changed = {
        name: getattr(there, name)
        for name in table.columns
        if getattr(there, name) != getattr(said, name)
    }
    return settled._replace(**changed)
