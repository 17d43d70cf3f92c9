"""What a table of swaps is worth: each pair of a file compared with what the others teach.

    python tests/benchmarks/swap_table.py DATA.jsonl [DATA.jsonl ...]

Every line of DATA.jsonl is a pair: ``original``, ``copy``, a ``label`` that begins with "copy"
for those with known swaps, and ``subs``, a list of ``{"o": [start, end], "c": [start, end]}`` in
code points. Prints precision, recall and F of the substitutions whose spans are exactly those,
without a table and with the one learned from all other pairs of the file; asserts nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gui.compare import ChangeKind, Comparison, compare
from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.swap_table import learn, lesson_of
from gui.documents import read_text

Swaps = frozenset[tuple[int, int, int, int]]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the pairs of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def known(row: dict[str, Any]) -> Swaps:
    """Return where the swaps of a pair are."""
    return frozenset((*swap["o"], *swap["c"]) for swap in row["subs"])


def found(comparison: Comparison) -> Swaps:
    """Return where a comparison has substitutions."""
    return frozenset(
        (change.reference.start, change.reference.end, change.candidate.start, change.candidate.end)
        for change in comparison.changes
        if change.kind is ChangeKind.SUBSTITUTION and change.reference and change.candidate
    )


def figures(results: Iterable[tuple[Swaps, Swaps]]) -> str:
    """Return precision, recall and F over all pairs together; *results* are (known, found)."""
    right = wanted = said = 0
    for expected, given in results:
        right += len(expected & given)
        wanted += len(expected)
        said += len(given)
    f = 2 * right / (wanted + said) if wanted + said else 1.0
    return f"P {right / max(1, said):.4f}  R {right / max(1, wanted):.4f}  F {f:.4f}"


def measure(path: Path) -> None:
    """Print the figures of one file."""
    rows = rows_of(path)
    pairs = [(read_text(row["original"]), read_text(row["copy"])) for row in rows]
    first = [compare(*pair) for pair in pairs]
    lessons = [lesson_of(comparison) for comparison in first]
    copies = [n for n, row in enumerate(rows) if row["label"].startswith("copy")]
    wanted = {n: known(rows[n]) for n in copies}
    model = load_model()
    second = {}
    sizes = []
    for n in copies:
        swaps = learn(one for k, one in enumerate(lessons) if one and k != n)
        sizes.append(len(swaps))
        table = {(swap.reference, swap.candidate): swap.pairs for swap in swaps}
        second[n] = found(compare(*pairs[n], model=replace(model, table=table)))
    print(f"{path.name}: {len(copies)} copies, {sum(map(bool, lessons))} pairs teach")
    print(f"  no table       {figures((wanted[n], found(first[n])) for n in copies)}")
    print(f"  leave one out  {figures((wanted[n], second[n]) for n in copies)}")
    if sizes:
        print(f"  tables of {min(sizes)} to {max(sizes)} swaps")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        measure(Path(name))
