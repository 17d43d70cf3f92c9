"""What is known of the pairs of an open list: label, flag, note, changed since, unreadable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ..compare import Comparison
from ..documents import Document
from ..labels import LabelRow, LabelStore, Pair, PairList
from ..labels.pair_table import PairTable
from .pair_states import PairState

_FEW = 50  # pairs that are looked up one by one


class PairBook:
    """Looks up pairs by their place in the list, and remembers what this sitting found out."""

    def __init__(self, listed: PairList, store: LabelStore) -> None:
        """Begin with what list and label file say; knows no Qt, so a thread may make it."""
        self.folder = listed.folder
        self.store = store
        self.pairs: Sequence[Pair] = listed.pairs
        # A long list makes a Pair, and looks for its files, each time it is indexed: what needs
        # only the id takes it from here.
        pairs = self.pairs
        self.ids: Sequence[str] = (
            pairs.ids if isinstance(pairs, PairTable) else [pair.id for pair in pairs]
        )
        self._indices: dict[str, int] = {}
        self._changed_since: set[int] = set()
        self._unreadable: dict[int, str] = {}
        self._similarity: dict[int, float | None] = {}
        self._first_states: Mapping[int, PairState] | None = self._decided_states()
        self.first_open = self.next_open(iter(range(len(self.ids))))

    def index_of(self, pair_id: str) -> int | None:
        """Where the pair with this id stands in the list."""
        if not self._indices:
            # The first of several with one id is the one that can be labelled.
            last = len(self.ids) - 1
            self._indices = {name: last - back for back, name in enumerate(reversed(self.ids))}
        return self._indices.get(pair_id)

    def row(self, index: int) -> LabelRow | None:
        """What the annotator decided about the pair at *index*."""
        return self.store.row(self.ids[index])

    def rows(self) -> Sequence[LabelRow | None]:
        """What the annotator decided about each pair of the list, in its order."""
        rows = {pair_id: row for (pair_id, _), row in self.store.rows().items()}
        return [rows.get(pair_id) for pair_id in self.ids]

    def next_open(self, indices: Iterator[int]) -> int | None:
        """The first of *indices* whose pair can be labelled and is not; None without one."""
        found = next((index for index in islice(indices, _FEW) if self.is_open(index)), None)
        if found is not None:
            return found
        rows = self.rows()  # one look for all of them: the label file may have tens of thousands
        unlabelled = (i for i in indices if (row := rows[i]) is None or row.label is None)
        return next(filter(self.is_open, unlabelled), None)

    def is_open(self, index: int) -> bool:
        """True for a pair that can be labelled and is not."""
        if index in self._unreadable or not 0 <= index < len(self.pairs):
            return False
        row = self.row(index)
        return (row is None or row.label is None) and self.pairs[index].problem is None

    def state(self, index: int) -> PairState:
        """What the list of pairs shows of the pair at *index*."""
        return self._state(index, self._unreadable.get(index) or self.pairs[index].problem or "")

    def _state(self, index: int, problem: str) -> PairState:
        return self._state_of(index, self.row(index), problem)

    def _state_of(self, index: int, row: LabelRow | None, problem: str) -> PairState:
        similarity = self._similarity.get(index)
        if row is None:
            return PairState(similarity=similarity, problem=problem)
        return PairState(
            label=row.label,
            flagged=row.flagged,
            note=row.note,
            changed=index in self._changed_since,
            similarity=similarity if similarity is not None else row.with_substitutions,
            problem=problem,
        )

    def states(self) -> Mapping[int, PairState]:
        """The state of every pair that has one; the files of none are looked for."""
        states, self._first_states = self._first_states, None
        if states is None:
            states = self._decided_states()
        unreadable = self._unreadable.items()
        return {**states, **{index: self._state(index, problem) for index, problem in unreadable}}

    def _decided_states(self) -> Mapping[int, PairState]:
        rows = self.rows()
        return {
            index: self._state_of(index, row, "")
            for index, row in enumerate(rows)
            if row is not None
        }

    def compared(self, index: int, comparison: Comparison) -> None:
        """Remember how alike the pair's documents are."""
        self._similarity[index] = comparison.similarity.with_substitutions

    def unreadable(self, index: int, problem: str) -> None:
        """Remember why the pair cannot be read; the empty sentence forgets it."""
        if problem:
            self._unreadable[index] = problem
        else:
            self._unreadable.pop(index, None)

    def judged(self, index: int, reference: Document, candidate: Document) -> bool:
        """Look whether the documents are those that were labelled; True where that is news."""
        row = self.row(index)
        if row is None or row.label is None:
            return self.mark_changed(index, False)
        then = (row.reference_sha256, row.candidate_sha256)
        now = (reference.sha256, candidate.sha256)
        return self.mark_changed(index, any(a and a != b for a, b in zip(then, now, strict=True)))

    def mark_changed(self, index: int, changed: bool) -> bool:
        """Remember that a document changed after its label; True where that is news."""
        if changed == (index in self._changed_since):
            return False
        (self._changed_since.add if changed else self._changed_since.discard)(index)
        return True
