"""From one candidate of a reference to the next, while the reference stays where it is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from ...labels import Pair
from ...review.background import Background, described
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..reading.counterparts import Role
from ..reading.scrolling import Place
from ..reading.view import ReadingView

_AT_ONCE = 1_000  # pairs


class CandidateSteps(QObject):
    """Goes among the pairs of the list that have the reference of the one in the window.

    Who reads blind is not told which pairs these are.
    """

    def __init__(self, session: ReviewSession, actions: ActionSet, reading: ReadingView) -> None:
        """Go on behalf of two of *actions*, which are off where there is no other candidate."""
        super().__init__(session)
        self._session = session
        self._reading = reading
        self._next, self._previous = actions["next-candidate"], actions["previous-candidate"]
        self._pairs: dict[str, list[int]] = {}  # by their reference
        self._going: tuple[int, Place] | None = None  # to which pair, and where its text is to be
        self._background: Background[dict[str, list[int]]] = Background(
            self, self._found, lambda error: session.fault.emit(described(error))
        )
        actions.handle(
            {
                "next-candidate": partial(self._go, 1),
                "previous-candidate": partial(self._go, -1),
            }
        )
        session.list_opened.connect(self._list_opened)
        session.pair.changed.connect(lambda _index: self._look())
        session.pair.documents_ready.connect(lambda *_: self._stay())
        session.pair.comparison_ready.connect(lambda _comparison: self._stay())
        self._list_opened()

    def close(self) -> None:
        """Drop what is under way."""
        self._background.close()

    def _list_opened(self) -> None:
        self._pairs = {}
        self._background.forget()
        opened = self._session.opened
        if opened is not None and opened.blind is None and len(opened.pairs.pairs) > 1:
            self._background.run(partial(_by_reference, opened.pairs.pairs))
        self._look()

    def _found(self, pairs: dict[str, list[int]]) -> None:
        self._pairs = pairs
        self._look()

    def _other(self, by: int) -> int | None:
        """Return which pair is *by* places away among those of this reference, if there is one."""
        pair, index = self._session.pair.pair, self._session.pair.index
        if pair is None or index is None:
            return None
        among = self._pairs.get(pair.reference, [])
        at = bisect_left(among, index) + by
        return among[at] if 0 <= at < len(among) else None

    def _look(self) -> None:
        self._next.setEnabled(self._other(1) is not None)
        self._previous.setEnabled(self._other(-1) is not None)

    def _go(self, by: int) -> None:
        index = self._other(by)
        if index is not None:
            place = self._reading.surface.place_of(Role.REFERENCE)
            self._going = None if place is None else (index, place)
            self._session.go_to(index)

    def _stay(self) -> None:
        """Bring the reference back to its place, as soon as its text is there again."""
        going, self._going = self._going, None
        if going is not None and going[0] == self._session.pair.index:
            self._reading.restore_place(going[1])


def _by_reference(pairs: Sequence[Pair], cancelled: Event) -> dict[str, list[int]]:
    """Return the places in the list of the pairs of each reference that has several."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for first in range(0, len(pairs), _AT_ONCE):  # a slice of a long list is not kept by it
        if cancelled.is_set():
            return {}
        for index, pair in enumerate(pairs[first : first + _AT_ONCE], start=first):
            if pair.reference:
                found[pair.reference].append(index)
    return {reference: among for reference, among in found.items() if len(among) > 1}
