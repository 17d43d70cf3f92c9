"""Reports what became of rows that the label file lost, and asks where the cause is unknown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ...labels import Accident, Answer
from ...review.session import ReviewSession
from ..controls.qt_text import translated
from ..window.notifications import Banners
from .label_bar import LabelBar

_BACK, _DOUBT = "put-back", "doubt"


class AccidentNotice(QObject):
    """Lasting messages about accidents to the label file; they never block the next pair.

    Nothing waits for an answer: rows in doubt are kept, also over a restart, until somebody
    decides about them.
    """

    def __init__(self, session: ReviewSession, banners: Banners, labels: LabelBar) -> None:
        """Show accidents that *session* reports in *banners*, and rows in doubt in *labels*."""
        super().__init__(session)
        self._session = session
        self._banners = banners
        self._labels = labels
        session.accident.connect(self._show)
        session.list_opened.connect(self._forget)
        banners.action_wanted.connect(self._act)
        banners.other_wanted.connect(self._act_otherwise)

    def _show(self, accident: Accident) -> None:
        if accident.told:
            action = self.tr("Take them out again") if accident.can_take_out else ""
            text = " ".join(translated(message) for message in accident.told)
            self._banners.show_banner(_BACK, text, "warning", action)
        doubt = translated(accident.doubt)
        self._labels.set_doubt(doubt)
        if doubt:
            self._banners.show_banner(
                _DOUBT,
                doubt,
                "warning",
                self.tr("Put back"),
                self.tr("Leave out"),
                closable=False,  # a question that nobody answered would be forgotten
            )
        else:
            self._banners.hide_banner(_DOUBT)

    def _forget(self) -> None:
        self._labels.set_doubt("")
        self._banners.hide_banner(_BACK)
        self._banners.hide_banner(_DOUBT)

    def _act(self, key: str) -> None:
        answers = {_BACK: Answer.TAKE_OUT, _DOUBT: Answer.PUT_BACK}
        self._answer(key, answers.get(key))

    def _act_otherwise(self, key: str) -> None:
        self._answer(key, Answer.LEAVE_OUT if key == _DOUBT else None)

    def _answer(self, key: str, answer: Answer | None) -> None:
        if answer is not None:
            self._banners.hide_banner(key)
            if key == _DOUBT:
                self._labels.set_doubt("")
            self._session.answer(answer)
