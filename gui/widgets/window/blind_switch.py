"""Switches blind reading on before the first decision, and off on request."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ...labels.pairs.blind import FIGURES, NAMES, WITHOUT
from ...review.session import ReviewSession
from ..controls.actions import ActionSet


class BlindController(QObject):
    """Keeps the two switches of blind reading in step with the open list."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        read: Callable[[str], object],
        show_error: Callable[[str], object],
    ) -> None:
        """*read* reopens the list to be read that way; *show_error* shows a lasting sentence."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self._read = read
        self._show_error = show_error
        actions.handle_switches({"blind": self._switch, "blind-figures": self._switch_figures})
        session.list_opened.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show in the menu how the list is read."""
        opened = self._session.opened
        blind = None if opened is None else opened.blind
        self._actions["blind"].setChecked(blind is not None)
        self._actions["blind-figures"].setChecked(blind is not None and blind.figures)

    def _switch(self, on: bool) -> None:
        self._ask_for(NAMES if on else WITHOUT, more=on)

    def _switch_figures(self, on: bool) -> None:
        self._ask_for(FIGURES if on else NAMES, more=on)

    def _ask_for(self, wanted: str, *, more: bool) -> None:
        """Read as *wanted*, if that is allowed; *more* says that more is hidden than before."""
        self.show()  # the list is read as before until it is open anew
        opened = self._session.opened
        if opened is None or len(opened.wanted.paths) != 1:
            self._show_error(self.tr("Blind reading requires a pair list or a folder."))
            return
        counts = opened.store.counts()
        if opened.is_read_only:  # nothing is decided there
            self._read(wanted)
            return
        begun = counts.labelled or counts.flagged or counts.noted
        if not begun:
            self._read(wanted)
        elif more:
            self._show_error(
                self.tr(
                    "Blind reading is switched on before the first decision, and {annotator} has "
                    "made some in this label file. Start with --labels and a new file."
                ).format(annotator=opened.store.annotator)
            )
        else:
            self._ask_whether(wanted)

    def _ask_whether(self, wanted: str) -> None:
        from .link_dialogs import question  # seldom asked

        text = self.tr(
            "From now on names, paths and columns of the list are shown, and the rows of the label "
            "file say so. What was decided before stays marked as read blind."
        )
        if wanted == NAMES:
            text = self.tr(
                "From now on similarities are shown, and the rows of the label file say so."
            )
        dialog = question(self._window, self.tr("Show more?"), text, self.tr("Show"))
        dialog.accepted.connect(partial(self._read, wanted))
        dialog.open()
