"""What is known of the pairs of an open list: labels, flags, notes, changed or unreadable files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from types import MappingProxyType

from ...documents import Document, shown_name
from ...labels import LabelRow, LabelSet, LabelStore, Pair, PairList, unreadable_at_sight
from ...labels.label_set import Blinding
from ...labels.pairs.blind import HIDDEN, BlindPairs, blinded
from ...labels.pairs.pair_table import PairTable, TextIndex
from ...messages import Message
from ...messages.about_web import is_page_missing, with_reasons
from ..measures import MeasureTable, Result
from .label_marks import LabelMarks
from .pair_state import PairState, title_of

LONG = (PairTable, BlindPairs)  # lists that know all ids before they make a pair
_FEW = 50  # pairs whose rows are parsed before one without a label is returned unchecked


class PairBook:
    """Looks up pairs by their place in the list, and remembers what was found out about them.

    Only its construction asks the disk; later it learns of missing documents by calls. ``marks``
    know which pairs have which label: ``look_again`` must be called when a pair's row changed.
    """

    def __init__(
        self,
        listed: PairList,
        store: LabelStore,
        blind: Blinding | None = None,
        rulings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Start from the list and the label file; needs no Qt, so any thread may create it.

        *blind* says how the pairs of *listed* are read; None shows everything. *rulings* are the
        labels of those with the last word, by pair.
        """
        self.blind = blind
        self.rulings = rulings
        self.folder = listed.folder
        self.store = store
        self.labels: LabelSet = store.labels
        self.pairs: Sequence[Pair] = listed.pairs
        # A long list makes a Pair each time it is indexed: what needs only the id takes it from
        # here.
        pairs = self.pairs
        self.ids: Sequence[str] = (
            pairs.ids if isinstance(pairs, LONG) else [pair.id for pair in pairs]
        )
        self._unusable = pairs.unusable if isinstance(pairs, LONG) else frozenset()
        self._twice = pairs.doubles if isinstance(pairs, LONG) else frozenset()
        # The first of several with one id is the one that can be labelled.
        self._indices = TextIndex(self.ids)
        self._changed_since: set[int] = set()
        self._unreadable: dict[int, Message] = {}
        self._not_had: dict[str, Message] = {}  # why, by the address of the page
        self.measures = MeasureTable(len(self.ids))
        self.marks = LabelMarks(self.labels, len(self.ids), self._unusable, self._twice)
        self._first_states: MutableMapping[int, PairState] | None = {}
        for index, row in enumerate(self.rows()):
            if row is not None:
                self._note_row(index, row)
                self._suppose(index, row)
                self._first_states[index] = self._state_of(index, row, None)
        # Their label came before their comparison, and the window was gone before that came too.
        early = map(self._indices.get, store.without_similarities())
        self.without_similarities = sorted(
            index for index in early if index is not None and index not in self._unusable
        )
        self.first_open = self._first_open()

    def index_of(self, pair_id: str) -> int | None:
        """Where the pair with this id stands in the list."""
        return self._indices.get(pair_id)

    def title(self, index: int) -> str:
        """What the pair at *index* is called in the window: its id, or a number."""
        return title_of(index + 1) if self.blind is not None else self.ids[index]

    def title_of(self, pair_id: str) -> str:
        """What the pair with this id is called; one that is not in the list only by its id."""
        index = self.index_of(pair_id)
        if index is not None:
            return self.title(index)
        return pair_id if self.blind is None else HIDDEN

    def swapped(self, index: int) -> bool:
        """True where the candidate of the pair at *index* is to stand on the left at first."""
        return isinstance(self.pairs, BlindPairs) and self.pairs.swapped(index)

    @property
    def shows_figures(self) -> bool:
        """False where the reader is not to see how alike the documents of pairs are."""
        return self.blind is None or not self.blind.figures

    def _suppose(self, index: int, row: LabelRow) -> None:
        if self.shows_figures:
            self.measures.suppose(index, row.verbatim, row.with_substitutions)

    def row(self, index: int) -> LabelRow | None:
        """What the annotator decided about the pair at *index*."""
        return self.store.row(self.ids[index])

    def rows(self) -> Sequence[LabelRow | None]:
        """What the annotator decided about each pair of the list, in its order."""
        rows = {pair_id: row for (pair_id, _), row in self.store.rows().items()}
        return [rows.get(pair_id) for pair_id in self.ids]

    def next_open(self, stretches: Iterable[Iterable[int]]) -> int | None:
        """The first pair in *stretches* of the list that has no label and can be given one.

        None if there is no such pair. After many unreadable ones in a row the next is returned
        unchecked, because the window cannot wait until all their rows are parsed.
        """
        for looked, index in enumerate(self.marks.waiting(stretches)):
            if looked == _FEW or self.is_open(index):
                return index
        return None

    def open_among(self, stretches: Iterable[Iterable[int]]) -> Iterator[int]:
        """Return those of the next few unlabelled pairs in *stretches* that can be labelled."""
        for looked, index in enumerate(self.marks.waiting(stretches)):
            if looked == _FEW:
                return
            if self.is_open(index):
                yield index

    def _first_open(self) -> int | None:
        """Return the first pair that can be labelled and is not; looks for its documents."""
        found = self.next_open((range(len(self.ids)),))
        for _ in range(_FEW):
            if found is None or not (why := unreadable_at_sight(self.pairs[found], self.folder)):
                break
            self.unreadable(found, why)
            found = self.next_open((range(found + 1, len(self.ids)),))
        return found

    def is_open(self, index: int) -> bool:
        """True for a pair that can be labelled and is not; why one cannot be is remembered."""
        if not 0 <= index < len(self.ids) or not self.marks.is_waiting(index):
            return False
        problem = self.pairs[index].problem
        if problem is not None:
            self._remember(index, problem)
        return problem is None

    def _note_row(self, index: int, row: LabelRow | None) -> None:
        self.marks.note(
            index,
            None if row is None else row.label,
            flagged=row is not None and row.flagged,
            is_readable=index not in self._unreadable and index not in self._unusable,
        )

    def look_again(self, index: int) -> None:
        """Look at the row of the pair at *index* again, which may have changed."""
        row = self.row(index)
        self._note_row(index, row)
        if row is not None:  # what is known of the pair stays known when the row is undone
            self._suppose(index, row)

    def state(self, index: int, problem: Message | None = None) -> PairState:
        """Return what the pair list shows of the pair at *index*.

        *problem* is why it cannot be read, where the caller knows that.
        """
        if problem is None:
            problem = self._unreadable.get(index) or self.pairs[index].problem
        return self._state_of(index, self.row(index), problem)

    def _state_of(self, index: int, row: LabelRow | None, problem: Message | None) -> PairState:
        similarity = self.measures.similarity(index)
        known = similarity is not None or not self.shows_figures
        if row is None:
            return PairState(similarity=similarity, problem=problem)
        return PairState(
            label=self.labels.name_of(row.label),
            flagged=row.flagged,
            note=row.note,
            changed=index in self._changed_since,
            similarity=similarity if known else row.with_substitutions,
            problem=problem,
            seconds=row.lead_time,
            decided=row.updated_at,
            overruled=self._overruling(row),
        )

    def _overruling(self, row: LabelRow) -> str:
        ruling = self.labels.name_of(self.rulings.get(row.pair_id)) or ""
        return "" if row.label is None or ruling == self.labels.name_of(row.label) else ruling

    def states(self) -> MutableMapping[int, PairState]:
        """The state of every pair that has one.

        The first call returns what opening the list found; later calls look again.
        """
        states, self._first_states = self._first_states, None
        if states is None:
            states = {
                index: self._state_of(index, row, None)
                for index, row in enumerate(self.rows())
                if row is not None
            }
        for index, problem in self._unreadable.items():
            states[index] = self.state(index, problem)
        return states

    def measured(self, index: int, result: Result | None) -> None:
        """Remember the *result* of measuring a pair; None if there was none."""
        if not self.shows_figures:
            return
        if result is None:
            self.measures.pass_over(index)
        else:
            self.measures.put(index, result)

    def take_measures(self, other: PairBook) -> None:
        """Take over what measuring found of the same pairs for *other*, another annotator's."""
        self.measures.take_over(other.measures)
        for index, problem in other._unreadable.items():
            if self.measures.is_known(index):
                self.unreadable(index, problem)

    def forget_measures(self) -> None:
        """Forget all measures but those of the label file: pairs are now compared otherwise."""
        self.measures.forget_all()
        for index, row in enumerate(self.rows()):
            if row is not None:
                self._suppose(index, row)

    def unreadable(self, index: int, problem: Message | None) -> bool:
        """Remember why the pair cannot be read; None if it can.

        True where that is news.
        """
        if problem is not None and index in self._twice:
            problem = self.pairs[index].problem  # which another file would not change
        return self._remember(index, problem)

    def list_says(self, problems: Mapping[int, Message]) -> None:
        """Remember the *problems* of pairs, by index, which the list itself has."""
        for index, problem in problems.items():
            self._remember(index, problem)

    def _remember(self, index: int, problem: Message | None) -> bool:
        before = self._unreadable.pop(index, None)
        if problem is not None:
            problem = self._unreadable[index] = self.explained(problem)
        if problem != before:
            self.look_again(index)
        return problem != before

    def explained(self, problem: Message) -> Message:
        """Return *problem* as it may be read here, with why a page could not be fetched."""
        problem = with_reasons(problem, self._not_had)
        return problem if self.blind is None else blinded(problem)

    def pages_asked_for(self, whys: Mapping[str, Message | None]) -> list[int]:
        """Remember why pages could not be fetched, by address; None for one that was.

        Returns the pairs of which that is news.
        """
        for url, why in whys.items():
            self._not_had.pop(shown_name(url), None)
            if why is not None:
                self._not_had[shown_name(url)] = why
        missing = [(index, why) for index, why in self._unreadable.items() if is_page_missing(why)]
        return [index for index, why in missing if self.unreadable(index, why)]

    def forget_missing_pages(self) -> list[int]:
        """Forget that web pages were not fetched; return the pairs of which that is news."""
        missing = [index for index, why in self._unreadable.items() if is_page_missing(why)]
        return [index for index in missing if self.unreadable(index, None)]

    def look_whether_changed(self, index: int, reference: Document, candidate: Document) -> bool:
        """Compare the documents with those that were labelled; True if the answer is news."""
        row = self.row(index)
        if row is None or row.label is None:
            return self.mark_changed(index, False)
        then = (row.reference_sha256, row.candidate_sha256)
        now = (reference.sha256, candidate.sha256)
        return self.mark_changed(index, any(a and a != b for a, b in zip(then, now, strict=True)))

    def mark_changed(self, index: int, changed: bool) -> bool:
        """Remember whether a document changed after its label; True if that is news."""
        if changed == (index in self._changed_since):
            return False
        (self._changed_since.add if changed else self._changed_since.discard)(index)
        return True
