"""Ratings: who gave which pair which label, from which everything else is computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..labels.label_values import LabelRow
from ..labels.pairs.blind import REPEATED


class Ratings:
    """The labels of all annotators, at most one for each pair and annotator.

    ``pairs``, ``annotators`` and ``labels`` are in order; ``rows`` has the row of each rating by
    pair and annotator. ``overruled`` counts rows that a later one of the same annotator for the
    same pair replaces with another label.
    """

    def __init__(
        self, rows: Iterable[LabelRow], *, pairs: Sequence[str] = (), without: Iterable[str] = ()
    ) -> None:
        """*pairs* are those of the list, if it is known; labels in *without* are no ratings."""
        left_out = frozenset(without)
        self.rows: dict[tuple[str, str], LabelRow] = {}
        self.overruled = 0
        for row in rows:
            if row.label is None or row.label in left_out:
                continue
            other = self.rows.get(row.key)
            if other is not None and other.label != row.label:
                self.overruled += 1
            if other is None or other.updated_at <= row.updated_at:
                self.rows[row.key] = row
        known = dict.fromkeys(pairs)
        self.pairs = [*known, *sorted({pair for pair, _ in self.rows}.difference(known))]
        self.annotators = sorted({annotator for _, annotator in self.rows})
        self.labels = sorted({str(row.label) for row in self.rows.values()})

    def __len__(self) -> int:
        return len(self.rows)

    def of_pairs(self) -> Mapping[str, Mapping[str, str]]:
        """Return the labels of each pair that has one, by annotator."""
        found: dict[str, dict[str, str]] = {}
        for (pair, annotator), row in self.rows.items():
            found.setdefault(pair, {})[annotator] = str(row.label)
        return {pair: found[pair] for pair in self.pairs if pair in found}

    def without_repeats(self) -> tuple[Ratings, list[Repeat]]:
        """Return the ratings of first readings, and those of repeated pairs.

        >>> rows = [LabelRow(f"a{end}", "", "", label, "Ann", "", "")
        ...         for end, label in (("", "copy"), ("~2", "original"))]
        >>> first, again = Ratings(rows).without_repeats()
        >>> first.pairs, again
        (['a'], [Repeat(pair='a', annotator='Ann', first='copy', second='original')])
        """
        pairs = set(self.pairs)
        again = {
            pair: pair.removesuffix(REPEATED)
            for pair in pairs
            if pair.endswith(REPEATED) and pair.removesuffix(REPEATED) in pairs
        }
        repeats = []
        for (pair, annotator), row in self.rows.items():
            first = self.rows.get((again.get(pair, ""), annotator))
            if first is not None:
                repeats.append(Repeat(again[pair], annotator, str(first.label), str(row.label)))
        rows = [row for (pair, _), row in self.rows.items() if pair not in again]
        left = Ratings(rows, pairs=[pair for pair in self.pairs if pair not in again])
        left.overruled = self.overruled
        return left, sorted(repeats)


class Repeat(NamedTuple):
    """An annotator's labels for a pair at first, and when it was repeated."""

    pair: str
    annotator: str
    first: str
    second: str


class Doubled(NamedTuple):
    """An annotator's name that is in several files with labels for the same pairs."""

    annotator: str
    pairs: int


def doubled(files: Sequence[Sequence[LabelRow]]) -> list[Doubled]:
    """Return the annotators who gave pairs different labels in different files, by name.

    Two people who use one login name look like that; nothing else distinguishes them.
    """
    seen: dict[tuple[str, str], tuple[int, str | None]] = {}
    counts: dict[str, int] = {}
    for number, rows in enumerate(files):
        for row in rows:
            if row.label is None:
                continue
            there, label = seen.setdefault(row.key, (number, row.label))
            if there != number and label != row.label:
                counts[row.annotator] = counts.get(row.annotator, 0) + 1
    return [Doubled(name, count) for name, count in sorted(counts.items())]
