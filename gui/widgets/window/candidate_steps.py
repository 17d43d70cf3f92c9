"""Steps from one candidate of a reference to the next, while the reference stays in place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from ...labels import Pair
from ...review.background import Background, RightOfWay, described
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..reading.counterparts import Role
from ..reading.scrolling import Place
from ..reading.view import ReadingView

_AT_ONCE = 200  # pairs


class CandidateSteps(QObject):
    """Steps through the pairs that share the reference of the one in the window.

    They are found when the reviewer first asks for them, which takes as long as reading the whole
    list. Blind readers cannot use it.
    """

    def __init__(
        self,
        session: ReviewSession,
        actions: ActionSet,
        reading: ReadingView,
        show_notice: Callable[[str, int | None], object],
    ) -> None:
        """Handle two of *actions*, which are disabled without a list.

        ``show_notice(sentence, outlives)`` says why there is nowhere to go; see ``Toast``.
        """
        super().__init__(session)
        self._session = session
        self._reading = reading
        self._show_notice = show_notice
        self._actions = actions["next-candidate"], actions["previous-candidate"]
        self._pairs: dict[str, list[int]] | None = None  # by their reference
        self._wish: tuple[int, int] | None = None  # from which pair how many places to go
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
        session.pair.documents_ready.connect(lambda *_: self._stay())
        session.pair.comparison_ready.connect(lambda _comparison: self._stay())
        self._list_opened()

    def close(self) -> None:
        """Drop the search that is under way."""
        self._background.close()

    def _list_opened(self) -> None:
        self._pairs = self._wish = None
        self._background.forget()
        opened = self._session.opened
        on = opened is not None and opened.blind is None and len(opened.pairs.pairs) > 1
        for action in self._actions:
            action.setEnabled(on)

    def _go(self, by: int) -> None:
        """Go to the candidate *by* places away, once the candidates are known."""
        opened, shown = self._session.opened, self._session.pair
        if opened is None or shown.pair is None or shown.index is None:
            return
        if self._pairs is None:
            self._wish = (shown.index, by)
            if not self._background.busy:
                work = partial(_by_reference, opened.pairs.pairs, self._session.right_of_way)
                self._background.run(work)
            return
        among = self._pairs.get(shown.pair.reference, [])
        at = bisect_left(among, shown.index) + by
        if 0 <= at < len(among):
            place = self._reading.surface.place_of(Role.REFERENCE)
            self._going = None if place is None else (among[at], place)
            self._session.go_to(among[at])
        elif not among:
            self._show_notice(self.tr("No other pair of the list has this reference."), 0)
        elif by > 0:
            self._show_notice(self.tr("This is the last candidate of this reference."), 0)
        else:
            self._show_notice(self.tr("This is the first candidate of this reference."), 0)

    def _found(self, pairs: dict[str, list[int]]) -> None:
        self._pairs = pairs
        wish, self._wish = self._wish, None
        if wish is not None and wish[0] == self._session.pair.index:
            self._go(wish[1])

    def _stay(self) -> None:
        """Scroll the reference back to its place as soon as its text is shown again."""
        going, self._going = self._going, None
        if going is not None and going[0] == self._session.pair.index:
            self._reading.restore_place(going[1])


def _by_reference(pairs: Sequence[Pair], way: RightOfWay, cancelled: Event) -> dict[str, list[int]]:
    """Return, for each reference with several pairs, their places in the list."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for first in range(0, len(pairs), _AT_ONCE):  # a slice of a long list is not kept by it
        way.wait()
        if cancelled.is_set():
            return {}
        for index, pair in enumerate(pairs[first : first + _AT_ONCE], start=first):
            if pair.reference:
                found[pair.reference].append(index)
    return {reference: among for reference, among in found.items() if len(among) > 1}
