"""What the pairs of a list have for a field: texts of the list, measures, decisions. No Qt here.

A long list is read bit by bit, so that the window answers meanwhile.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence

from ...labels import Pair
from ...messages import Message
from ..measures import MeasureTable
from .pair_fields import (
    MEASURED,
    SHARES,
    Condition,
    SortKey,
    column_of,
    has_text,
    number_of,
    sort_key,
)
from .pair_state import PairState

USUAL = 1_000
"""Characters of a row, beyond which a row counts for more than one."""

_SHORT = 20_000  # characters of a row
_BETWEEN = "\x1e"  # the values of a pair


class PairReader:
    """The searchable texts of pairs, and problems with them, as far as the list has been read.

    Making a pair takes time, because its row is parsed; its id is known at once.
    """

    def __init__(self, pairs: Sequence[Pair], names: Sequence[str] | None = None) -> None:
        """Read *pairs*; *names* are what a blind reader knows of them."""
        known: Sequence[str] | None = getattr(pairs, "ids", None) if names is None else names
        self._names = names
        self._pairs = pairs
        self._sizes: Callable[[int], int] | None = getattr(pairs, "size", None)
        self._next = 0
        self._texts: list[str] = []
        self._shapes: dict[tuple[str, ...], int] = {}  # the columns that a row may have
        self._columns: tuple[str, ...] = ()
        self._places: list[dict[str, int]] = []  # of each shape, column → its place
        self._shape = array("i")  # of each pair
        self.ids: Sequence[str] = known if known is not None else [pair.id for pair in pairs]

    @property
    def done(self) -> bool:
        """True once the whole list is read."""
        return self._next >= len(self._pairs)

    @property
    def read(self) -> int:
        """How many pairs are read."""
        return self._next

    @property
    def columns(self) -> tuple[str, ...]:
        """The further columns of the list, as far as it is read, in their order."""
        return self._columns

    def text(self, index: int) -> str:
        """What a search looks at, case folded.

        That is the id, and of a pair that was read also its paths and what else the list says.
        """
        return self._texts[index] if index < self._next else self.ids[index].casefold()

    def value(self, column: str, index: int) -> str | None:
        """What the list says of a pair in *column*, case folded; None where it says nothing.

        Nor is anything known of a pair that is not read yet.
        """
        if index >= self._next:
            return None
        place = self._places[self._shape[index]].get(column)
        return None if place is None else self._texts[index].split(_BETWEEN)[place]

    def is_short(self, index: int) -> bool:
        """True for a pair whose row takes no time to read."""
        return self._sizes is None or self._sizes(index) <= _SHORT

    def read_on(self, count: int) -> dict[int, Message]:
        """Read *count* further pairs; return the problems found, by the pair's index.

        If the rows of the list are very long, fewer are read, but at least one.
        """
        problems: dict[int, Message] = {}
        end, room = min(len(self._pairs), self._next + count), count * USUAL
        for index in range(self._next, end):
            pair = self._pairs[index]
            self._keep(pair)
            self._next = index + 1
            if pair.problem is not None:
                problems[index] = pair.problem
            room -= self._sizes(index) if self._sizes is not None else 0
            if room <= 0:
                break
        return problems

    def _keep(self, pair: Pair) -> None:
        text = f"{pair.id}\n{pair.reference}\n{pair.candidate}".replace(_BETWEEN, " ")
        if self._names is not None:
            text = self._names[self._next]
        names = tuple(name for name, _ in pair.details)
        shape = self._shapes.get(names)
        if shape is None:
            shape = self._shapes[names] = len(self._places)
            self._columns = tuple(dict.fromkeys((*self._columns, *names)))
            self._places.append({name: place for place, name in enumerate(names, start=1)})
        values = (value.replace(_BETWEEN, " ") for _, value in pair.details)
        self._texts.append(_BETWEEN.join((text, *values)).casefold())
        self._shape.append(shape)


class Fields:
    """Finds the values of a list's pairs by their place in it."""

    def __init__(
        self,
        measures: MeasureTable,
        states: Mapping[int, PairState],
        similarity: Callable[[int], float | None],
        column: Callable[[str, int], str | None],
        labels: Sequence[str],
        ids: Sequence[str],
    ) -> None:
        """*similarity* and *column* (by its name) say what a pair has; *labels* are in order."""
        self._measures = measures
        self._states = states
        self._similarity = similarity
        self._column = column
        self._ids = ids
        self._labels = {name: float(place) for place, name in enumerate(labels)}

    def key(self, field: str) -> Callable[[int], SortKey]:
        """What pairs are sorted by where the order is *field*; None stands for what is missing."""
        if has_text(field):
            text = self._text(field)
            return lambda index: sort_key(text(index))
        if field in MEASURED:
            return self._measured(field)
        states, labels = self._states, self._labels

        def decided(index: int) -> SortKey:
            state = states.get(index)
            if state is None:
                return None
            if field == "label":
                known = state.label is not None
                return labels.get(state.label or "", float(len(labels))) if known else None
            if field == "time":
                return state.seconds if state.label is not None else None
            if field == "labelled":
                return (1, 0.0, state.decided) if state.decided else None
            return 1.0 if field == "flag" and state.flagged else None

        return decided

    def value(self, field: str, index: int) -> float | str | None:
        """What the pair at *index* has for *field*, to be shown; None for nothing."""
        if has_text(field):
            return self._text(field)(index) or None
        key = self.key(field)(index)
        return key[2] if isinstance(key, tuple) else key

    def tests(self, conditions: Sequence[Condition]) -> list[Callable[[int], bool]]:
        """One function for each of *conditions* that tells whether a pair fulfils it.

        A pair whose value is unknown meets no condition.
        """
        return [self._test(condition) for condition in conditions if condition.is_complete]

    def _text(self, field: str) -> Callable[[int], str]:
        name, ids, column = column_of(field), self._ids, self._column
        if name is None:
            return lambda index: ids[index]
        return lambda index: column(name, index) or ""

    def _measured(self, field: str) -> Callable[[int], float | None]:
        values = self._measures.column(MEASURED[field])
        count = len(values)

        def measured(index: int) -> float | None:
            value = values[index] if index < count else -1
            return value if value >= 0 else None

        def similar(index: int) -> float | None:
            value = values[index] if index < count else -1
            if value >= 0:  # as of nearly all: 20,000 pairs are sorted while the window waits
                return value
            known = similarity(index)
            return None if known is None else array("f", (known,))[0]  # as exact as the others

        similarity = self._similarity  # the label file knows that of pairs not measured yet
        return similar if field == "similarity" else measured

    def _test(self, condition: Condition) -> Callable[[int], bool]:
        if condition.relation == "between":
            return self._between(condition)
        text_of, wanted = self._text(condition.field), condition.value.strip().casefold()
        if condition.relation == "contains":
            return lambda index: wanted in text_of(index).casefold()
        number = number_of(wanted)

        def equals(index: int) -> bool:
            text = text_of(index).strip().casefold()
            return text == wanted or (number is not None and number_of(text) == number)

        return equals

    def _between(self, condition: Condition) -> Callable[[int], bool]:
        lowest, highest = condition.bounds
        if has_text(condition.field):
            text_of = self._text(condition.field)

            def within(index: int) -> bool:
                number = number_of(text_of(index))
                return number is not None and lowest <= number <= highest

            return within
        key = self.key(condition.field)
        times = 100 if condition.field in SHARES else 1

        def between(index: int) -> bool:
            value = key(index)
            return isinstance(value, (int, float)) and lowest <= round(value * times, 2) <= highest

        return between
