"""Says quietly that a document or the label file changed on disk."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..review.session import ReviewSession
from ..review.watching import FileWatch
from .window_parts import WindowParts


class Changing(QObject):
    """Watches the two documents in the window and the label file."""

    def __init__(self, session: ReviewSession, parts: WindowParts) -> None:
        """Watch what *session* has in the window, and say so in a banner."""
        super().__init__(session)
        self._session = session
        self._parts = parts
        self._documents = FileWatch(self)
        self._documents.changed.connect(self._document_changed)
        # By itself: what another program writes while one goes from pair to pair is not missed.
        self._labels = FileWatch(self)
        self._labels.changed.connect(self._labels_changed)
        session.pair_changed.connect(lambda _index: self._watch_pair())
        session.list_opened.connect(self._watch_list)
        self._watch_list()
        self._watch_pair()

    def _watch_list(self) -> None:
        opened = self._session.opened
        self._labels.watch([str(opened.labels_path)] if opened is not None else [])

    def _watch_pair(self) -> None:
        self._parts.banners.hide_banner("changed")
        self._documents.watch(self._session.watched_paths())

    def _labels_changed(self, _path: str) -> None:
        if self._session.decisions is not None:
            self._session.decisions.look_outside()

    def _document_changed(self, _path: str) -> None:
        self._parts.banners.show_banner(
            "changed",
            self.tr("A document of this pair changed on disk."),
            "info",
            self.tr("Read again (F5)"),
        )
