"""What a record of the label file says, held against what the journal says of the row."""

from __future__ import annotations

from .merge import SUBJECTS
from .model import Key, LabelRow
from .table import Table


def said(table: Table, row: LabelRow | None) -> LabelRow | None:
    """Return *row* as the file would say it."""
    return None if row is None else table.expressed(row)


def age(key: Key, row: LabelRow | None) -> tuple[str, Key]:
    """Return what sorts rows by when they were made, the oldest first; no row comes before all."""
    return (row.created_at if row is not None else "", key)


def meant(
    table: Table, key: Key, settled: LabelRow | None, there: LabelRow | None
) -> LabelRow | None:
    """Return the row that the record *there* means, where *settled* was known before.

    A column that the file lacks, or a character, is still as the journal has it.
    """
    if there is None:
        return None
    if settled is None:
        return there._replace(pair_id=key[0], annotator=key[1])
    known = table.expressed(settled)
    changed = {
        name: getattr(there, name)
        for name in table.columns
        if getattr(there, name) != getattr(known, name)
    }
    return settled._replace(**changed)


def carried_over(
    table: Table, base: LabelRow, ours: LabelRow | None, there: LabelRow
) -> tuple[LabelRow | None, bool]:
    """Return *ours* with what another program changed in the older row *base*, and if that fits.

    It does not where both changed the same thing to something else. The label was made
    ``copy`` here, and somebody added a note to the row of before: the row has both.
    """
    known = table.expressed(base)
    changes = {
        name: getattr(there, name)
        for name in SUBJECTS
        if name in table.columns and getattr(there, name) != getattr(known, name)
    }
    if ours is None:
        return None, not changes
    fits = all(
        getattr(ours, name) in (getattr(base, name), value) for name, value in changes.items()
    )
    return (ours._replace(**changes), True) if fits else (ours, False)
