"""Watches the documents of the pair and the label file, and reports changes on disk."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ...review.file_watch import FileWatch
from ...review.session import ReviewSession
from .window_layout import WindowLayout


class DocumentWatch(QObject):
    """Watches the two documents in the window and the label file."""

    def __init__(self, session: ReviewSession, parts: WindowLayout) -> None:
        """Watch the pair of *session*, and report changes in a banner."""
        super().__init__(session)
        self._session = session
        self._parts = parts
        self._documents = FileWatch(self)
        self._documents.changed.connect(self._document_changed)
        self._documents.outdated.connect(self._document_outdated)
        self._prepared = False  # the pair in the window was read before its turn came
        # By itself: what another program writes while one goes from pair to pair is not missed.
        self._labels = FileWatch(self)
        self._labels.changed.connect(self._labels_changed)
        session.pair.changed.connect(lambda _index: self._watch_pair())
        session.pair.comparison_ready.connect(lambda _comparison: self._pair_read())
        session.pair.failed.connect(lambda _problem: self._pair_read())
        session.list_opened.connect(self._watch_list)
        self._watch_list()
        self._watch_pair()

    def close(self) -> None:
        """Watch nothing any more."""
        self._documents.close()
        self._labels.close()

    def _watch_list(self) -> None:
        opened = self._session.opened
        self._labels.watch([str(opened.labels_path)] if opened is not None else [])

    def _watch_pair(self) -> None:
        self._parts.banners.hide_banner("changed")
        read = self._session.pair.read_stamps()
        self._prepared = bool(read)
        self._documents.watch(self._session.pair.watched_paths(), read)

    def _pair_read(self) -> None:
        if not self._prepared:
            self._documents.watch(
                self._session.pair.watched_paths(), self._session.pair.read_stamps()
            )

    def _labels_changed(self, _path: str) -> None:
        if self._session.decisions is not None:
            self._session.decisions.look_outside()

    def _document_outdated(self, path: str) -> None:
        """Read a pair that was prepared ahead again: a document of it has changed since."""
        if self._prepared:
            self._session.pair.reload()
        else:
            self._document_changed(path)

    def _document_changed(self, _path: str) -> None:
        self._parts.banners.show_banner(
            "changed",
            self.tr("A document of this pair changed on disk."),
            "info",
            self.tr("Read again (F5)"),
        )
