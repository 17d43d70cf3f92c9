"""Which pairs of an open list have which label, in one byte for each pair."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import NamedTuple

from ...labels import LabelSet

# Marks: no label yet; none possible, because of the pair itself or because its id occurs twice. The
# mark plus one says that the reviewer was told so when passing it.
_OPEN, _UNREADABLE, _TWICE = 0, 1, 3
_UNREADABLES, _TWICES = (_UNREADABLE, _UNREADABLE + 1), (_TWICE, _TWICE + 1)
_NEVER = (*_UNREADABLES, *_TWICES)
_TELL = bytes.maketrans(bytes([_UNREADABLE, _TWICE]), bytes([_UNREADABLE + 1, _TWICE + 1]))
_FIRST, _LAST = 5, 255  # marks of labels, one for each name; beyond that, the rest share the last


class PairsLeft(NamedTuple):
    """How many pairs of a list have no label: those ``to_label``, and those that cannot be judged.

    The latter are ``unreadable``, or have an id that occurs ``twice`` in the list.
    """

    to_label: int = 0
    unreadable: int = 0
    twice: int = 0


class LabelMarks:
    """A byte for each pair of a list says which label it has, or why it has none.

    The next pair without a label is thus found at once in a list of a million. ``note`` must be
    called when a pair's row changed, or when it became readable or unreadable.
    """

    def __init__(
        self, labels: LabelSet, count: int, unusable: Collection[int], twice: Collection[int]
    ) -> None:
        """Start with a list of *count* pairs, none of which has one of the *labels* yet.

        The pairs at *unusable* can have none; those among them that are also at *twice* have the
        id of an earlier pair.
        """
        self._labels = labels
        self._twice = twice
        self._mark_of = {name: _FIRST + at for at, name in enumerate(labels.names)}
        self._flags = bytearray(count)
        self._marks = bytearray(count)
        for index in unusable:
            self._marks[index] = self._never_mark(index)

    def note(self, index: int, label: str | None, *, flagged: bool, is_readable: bool) -> None:
        """Note what the row of the pair at *index* says now, and whether the pair can be read."""
        if label is not None:
            known = self._labels.name_of(label) or label
            mark = min(_FIRST + len(self._mark_of), _LAST)
            self._marks[index] = self._mark_of.setdefault(known, mark)
        elif not is_readable:
            never = self._never_mark(index)
            if self._marks[index] != never + 1:
                self._marks[index] = never
        else:
            self._marks[index] = _OPEN
        self._flags[index] = flagged

    def _never_mark(self, index: int) -> int:
        return _TWICE if index in self._twice else _UNREADABLE

    def is_waiting(self, index: int) -> bool:
        """True for a pair that has no label, and of which nothing is known that prevents one."""
        return self._marks[index] == _OPEN

    def waiting(self, stretches: Iterable[Iterable[int]]) -> Iterator[int]:
        """Yield the pairs in *stretches* of the list of which ``is_waiting`` is true."""
        marks = self._marks
        for stretch in stretches:
            if isinstance(stretch, range) and stretch.step == 1:
                yield from _places(marks, _OPEN, stretch)
            else:
                yield from (index for index in stretch if marks[index] == _OPEN)

    def pass_over(
        self, stretches: Iterable[Iterable[int]], until: int, most: int
    ) -> tuple[list[int], int, int]:
        """Return the unreadable pairs in *stretches* before the pair *until*.

        The first *most* are named; all are counted, and so are those whose id occurs twice. Each is
        returned only once, however often the reviewer passes it.
        """
        marks, named, count, twice = self._marks, list[int](), 0, 0
        for stretch in stretches:
            if isinstance(stretch, range) and stretch.step == 1:
                last = until in stretch
                part = range(stretch.start, until if last else stretch.stop)
                news = merge(*(_places(marks, mark, part) for mark in (_UNREADABLE, _TWICE)))
                named += islice(news, most - len(named))
                doubles = marks.count(_TWICE, part.start, part.stop)
                count += marks.count(_UNREADABLE, part.start, part.stop) + doubles
                twice += doubles
                whole = slice(part.start, part.stop)
                marks[whole] = marks[whole].translate(_TELL)
            else:
                last = False
                for index in stretch:
                    if last := index == until:
                        break
                    if marks[index] in (_UNREADABLE, _TWICE):
                        count += 1
                        twice += marks[index] == _TWICE
                        named += [index] * (len(named) < most)
                        marks[index] += 1
            if last:
                break
        return named, count, twice

    def without_label(self, most: int) -> list[int]:
        """Return the first unlabelled pairs that can only be labelled unusable.

        At most *most* are returned, in the order of the list.
        """
        return self._marked(_NEVER, most)

    def unreadable_left(self, most: int) -> list[int]:
        """Return at most *most* pairs that have no label because they cannot be read."""
        return self._marked(_UNREADABLES, most)

    def twice_left(self, most: int) -> list[int]:
        """Return at most *most* unlabelled pairs whose id an earlier pair has."""
        return self._marked(_TWICES, most)

    def left(self) -> PairsLeft:
        """How many pairs have no label, by what keeps them from having one."""
        count = self._marks.count
        return PairsLeft(count(_OPEN), sum(map(count, _UNREADABLES)), sum(map(count, _TWICES)))

    def _marked(self, marks: Iterable[int], most: int) -> list[int]:
        whole = range(len(self._marks))
        return list(islice(merge(*(_places(self._marks, mark, whole) for mark in marks)), most))

    def counts(self) -> dict[str | None, int]:
        """How many pairs of the list have each label, and how many none.

        The labels of the list come first; others that its label file has follow.
        """
        counts: dict[str | None, int] = {
            name: self._marks.count(mark) for name, mark in self._mark_of.items()
        }
        counts[None] = len(self._marks) - sum(counts.values())
        return counts

    def are_labelled(self, indices: Iterable[int]) -> bool:
        """Tell whether each of the pairs at *indices* has a label; True of none."""
        return all(self._marks[index] >= _FIRST for index in indices)

    def label_names(self) -> tuple[str, ...]:
        """The labels of the list, and behind them others that pairs of it have."""
        marks = self._mark_of
        others = [n for n in marks if n not in self._labels and self._marks.count(marks[n])]
        return (*self._labels.names, *others)

    def flagged(self, most: int) -> tuple[list[int], int]:
        """Return at most *most* flagged pairs of the list, and how many there are."""
        found = list(islice(_places(self._flags, 1, range(len(self._marks))), most))
        return found, self._flags.count(1)


def _places(marks: bytearray, mark: int, stretch: range) -> Iterator[int]:
    """Yield where *mark* stands in a stretch of *marks*, which may change meanwhile."""
    index = stretch.start - 1
    while (index := marks.find(mark, index + 1, stretch.stop)) >= 0:
        yield index


def left_text(left: PairsLeft) -> str:
    """Say how many pairs are to be labelled, and how many others have no label."""
    from PySide6.QtCore import QCoreApplication  # pairs are opened before Qt is loaded

    translate = QCoreApplication.translate
    parts = [translate("PairsLeft", "%n to label", "", left.to_label)]
    if left.unreadable:
        parts.append(translate("PairsLeft", "%n unreadable", "", left.unreadable))
    if left.twice:
        parts.append(translate("PairsLeft", "%n whose id occurs twice", "", left.twice))
    return ", ".join(parts)
