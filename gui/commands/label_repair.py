"""``copydesk-labels check`` and ``repair`` for rows that a spreadsheet rewrote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import plural, shown_name

if TYPE_CHECKING:
    from ..labels import LabelStore, PairList
    from ..labels.label_reading import LabelsRead
    from ..labels.label_values import LabelRow
    from ..labels.reconciling.row_repair import Repaired
    from ..labels.reconciling.stray_rows import Stray

_NAMED = 5  # pairs that a row may be about


def strays_found(read: LabelsRead, pairs: PairList) -> list[str]:
    """Return lines about rows that name none of *pairs*, beginning with the total."""
    from ..labels.reconciling.stray_rows import hashes_in, stray_rows

    rows = [*read.hidden, *read.rows.values()]
    strays = stray_rows(rows, pairs.pairs, hashes_in(pairs.folder))
    if not strays:
        return []
    labelled = {pair_id for pair_id, _ in read.rows}
    lost = sum(pair.id not in labelled for pair in pairs.pairs)
    names = "names" if len(strays) == 1 else "name"
    have = "has" if lost == 1 else "have"
    said = (
        f"{plural(len(strays), 'row')} {names} no pair of the list, and {plural(lost, 'pair')} "
        f"{have} no row; a spreadsheet may have rewritten ids."
    )
    if any(stray.likely is not None for stray in strays):
        said += " copydesk-labels repair gives rows the id of the one pair that they can be about."
    return [said, *map(_line, strays)]


def rewritten_found(read: LabelsRead) -> list[str]:
    """Return lines about times and figures that a spreadsheet rewrote."""
    from ..labels.mending.rewritten_rows import day_first, put_right

    rows = [*read.hidden, *read.rows.values()]
    order = day_first(rows)
    rewritten = sum(
        row.key in read.commas or put_right(row, None, (), order) != row for row in rows
    )
    if not rewritten:
        return []
    have = "has" if rewritten == 1 else "have"
    return [
        f"{plural(rewritten, 'row')} {have} times or figures that a spreadsheet rewrote; "
        "copydesk-labels repair makes them as a label file has them."
    ]


def _line(stray: Stray) -> str:
    row = stray.row
    said = f"  {shown_name(row.pair_id)} ({shown_name(row.annotator)}) "
    if stray.likely is not None:
        return f"{said}is likely {shown_name(stray.likely)}"
    if not stray.possible:
        return f"{said}fits no pair without a row"
    shown = ", ".join(map(shown_name, stray.possible[:_NAMED]))
    if len(stray.possible) > _NAMED:
        shown += f" and {len(stray.possible) - _NAMED:,} more"
    return f"{said}may be any of {shown}"


def repair(
    store: LabelStore, pairs: PairList | None, *, dry_run: bool
) -> tuple[Repaired, list[str]]:
    """Repair what a spreadsheet rewrote; return the repair, and lines about what is left.

    Without *pairs*, undo the latest repair instead. Raises CopydeskError and OSError.
    """
    from ..labels.reconciling.row_repair import Repaired
    from ..labels.reconciling.stray_rows import hashes_in

    left: list[str] = []
    if pairs is None:
        changes = store.repair.last()
    else:
        strays = store.repair.strays(pairs.pairs, hashes_in(pairs.folder))
        changes = store.repair.wanted(strays, pairs.pairs)
        left = [_line(stray) for stray in strays if stray.likely is None]
    if dry_run or not changes:
        return Repaired(changes), left
    if pairs is None:
        return store.repair.take_back(), left
    return store.repair.put_right(changes), left


def said_of(
    repaired: Repaired, left: Sequence[str], file: Path, *, dry_run: bool, undone: bool
) -> list[str]:
    """Return lines about what was *repaired* in the label file *file*; *left* could not be."""
    name, number = shown_name(file), len(repaired.rows)
    lines = []
    if not number and undone:
        lines.append(
            f"Nothing to take back: {name} has no row that is still as the latest repair left it."
        )
    elif not number:
        lines.append(f"Nothing to correct in {name}.")
    else:
        verb = "would be" if dry_run else "was" if number == 1 else "were"
        what = "changed back" if undone else "corrected"
        lines.append(f"{plural(number, 'row')} of {name} {verb} {what}:")
        lines += [f"  {_shown(before)} → {_shown(after)}" for before, after in repaired.rows]
    if repaired.copy is not None:
        lines.append(f"The file as it was: {shown_name(repaired.copy)}")
        if not undone:
            lines.append("copydesk-labels repair --undo takes this back.")
    if left:
        one = len(left) == 1
        lines.append(f"{plural(len(left), 'row')} {'names' if one else 'name'} no pair still:")
        lines += left
    return lines


def _shown(row: LabelRow) -> str:
    return f"{shown_name(row.pair_id)} ({shown_name(row.annotator)}, {shown_name(row.updated_at)})"
