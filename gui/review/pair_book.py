"""What is known of the pairs of an open list: label, flag, note, changed since, unreadable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..compare import Comparison
from ..documents import Document
from ..labels import LabelRow, Pair
from ..labels.pair_table import PairTable
from .opening import Opened
from .pair_states import PairState


class PairBook:
    """Looks up pairs by their place in the list, and remembers what this sitting found out."""

    def __init__(self, opened: Opened) -> None:
        """Begin with what list and label file say."""
        self.opened = opened
        self.pairs: Sequence[Pair] = opened.pairs.pairs
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

    def index_of(self, pair_id: str) -> int | None:
        """Where the pair with this id stands in the list."""
        if not self._indices:
            # The first of several with one id is the one that can be labelled.
            last = len(self.ids) - 1
            self._indices = {name: last - back for back, name in enumerate(reversed(self.ids))}
        return self._indices.get(pair_id)

    def row(self, index: int) -> LabelRow | None:
        """What the annotator decided about the pair at *index*."""
        return self.opened.store.row(self.ids[index])

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
        row = self.row(index)
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
        decided = (self.index_of(pair_id) for pair_id, _ in self.opened.store.rows())
        known = {index for index in decided if index is not None}
        unreadable = self._unreadable
        return {
            index: self._state(index, unreadable.get(index, "")) for index in known | {*unreadable}
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
