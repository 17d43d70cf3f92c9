"""Goes to the pair with a number: that of the list as it is sorted and filtered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ..review.pairs_model import PairsModel
from ..review.session import ReviewSession
from .action_set import ActionSet


class PairJump(QObject):
    """Asks for the number when the reviewer wants it; nothing waits for the answer."""

    def __init__(
        self, window: QWidget, session: ReviewSession, model: PairsModel, actions: ActionSet
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._model = model
        actions.handle({"go-to-pair": self.ask})

    def ask(self) -> None:
        """Open the question."""
        from PySide6.QtWidgets import QInputDialog

        count = len(self._model.shown())
        if not count:
            return
        current = self._session.current_index
        row = self._model.row_of(current) if current is not None else None
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Go to a pair"))
        dialog.setLabelText(self.tr("Number of the pair, 1 to {count}:").format(count=count))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, count)
        dialog.setIntValue(1 if row is None else row + 1)
        dialog.intValueSelected.connect(self.go)
        dialog.open()

    def go(self, number: int) -> None:
        """Go to the pair *number*, from 1, in the order of the list."""
        shown = self._model.shown()
        if 1 <= number <= len(shown):
            self._session.go_to(shown[number - 1])
