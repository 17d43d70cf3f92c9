"""The changes inside paired sections: runs that differ, split into substitutions, tidied."""

from __future__ import annotations

from .cancel import Check, checked
from .evidence import Lexicon
from .keys import Keyed
from .list_rows import split_rows
from .model import Options
from .rejoin import learn, rejoin
from .resolve import Draft, merge, resolve
from .runs import Run, entry_runs, settle_edges
from .sections import Entry
from .units import Unit


def section_changes(
    entries: list[Entry],
    sides: tuple[Keyed, Keyed],
    units: tuple[list[Unit], list[Unit]],
    options: Options,
    check: Check,
) -> dict[int, list[Draft]]:
    """Return the changes of each paired or moved section, by its number.

    The swaps that stand alone anywhere are learned first; then they explain longer runs.
    """
    runs: dict[int, list[Run]] = {}
    lexicon = Lexicon()
    for n, entry in enumerate(entries):
        if entry.groups:
            check()
            found = settle_edges(entry_runs(entry, sides, units, check), sides)
            runs[n] = list(checked(split_rows(found, sides), check))
            learn(runs[n], sides, lexicon)
    drafts = {}
    for n, own in runs.items():
        check()
        whole = checked(rejoin(own, sides, lexicon), check, 32)
        drafts[n] = merge([d for run in whole for d in resolve(run, sides, lexicon, options)])
    return drafts
