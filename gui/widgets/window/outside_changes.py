"""Banners about what others did to the documents of the pair, the label file and its labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ...labels import Accident, Answer, Overruled
from ...messages import Code
from ...messages.about_accidents import AboutAccidents
from ...review.document_checks import NEVER_SEEN, FileWatch, stamp_with_rights
from ...review.pair_list.pair_state import label_text
from ...review.session import ReviewSession
from ..controls.notifications import Banners
from ..controls.qt_text import middle_cut, translated
from ..labelling.label_bar import LabelBar


class DocumentWatch(QObject):
    """Watches the two documents in the window and the label file."""

    def __init__(self, session: ReviewSession, banners: Banners) -> None:
        """Watch the pair of *session*, and report changes in *banners*."""
        super().__init__(session)
        self._session = session
        self._banners = banners
        self._documents = FileWatch(self)
        self._documents.changed.connect(self._document_changed)
        self._documents.outdated.connect(self._document_outdated)
        self._prepared = False  # the pair in the window was read before its turn came
        # By itself: what another program writes while one goes from pair to pair is not missed.
        self._labels = FileWatch(self, stamp_with_rights)
        self._labels.changed.connect(self._labels_changed)
        self._labels.outdated.connect(self._labels_changed)
        session.pair.changed.connect(lambda _index: self._watch_pair())
        session.pair.comparison_ready.connect(lambda _comparison: self._pair_read())
        session.pair.failed.connect(lambda _problem: self._pair_read())
        session.list_opened.connect(self._watch_list)
        self._watch_list()
        self._watch_pair()

    def close(self) -> None:
        """Stop watching."""
        self._documents.close()
        self._labels.close()

    def _watch_list(self) -> None:
        opened = self._session.opened
        paths = [str(opened.labels_path)] if opened is not None else []
        # It was read some time before: what happened since is not to be missed.
        self._labels.watch(paths, dict.fromkeys(paths, NEVER_SEEN))

    def _watch_pair(self) -> None:
        self._banners.hide_banner("changed")
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
        """Read a pair again that was prepared ahead, because a document changed since."""
        if self._prepared:
            self._session.pair.reload()
        else:
            self._document_changed(path)

    def _document_changed(self, _path: str) -> None:
        self._banners.show_banner(
            "changed",
            self.tr("A document of this pair changed on disk."),
            "info",
            self.tr("Read again (F5)"),
        )


_BACK, _DOUBT, _RECODED = "put-back", "doubt", "recoded"
_PUT_BACK: frozenset[Code] = frozenset(
    {AboutAccidents.LABEL_PUT_BACK, AboutAccidents.LABELS_PUT_BACK}
)


class AccidentNotice(QObject):
    """Lasting messages about accidents to the label file; they never block the next pair.

    Nothing waits for an answer: rows in doubt are kept, even across restarts, until somebody
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
        # That rows were written again, or put back, is not true any more.
        session.label_file_lost.connect(lambda: banners.hide_banner(_BACK))
        banners.action_wanted.connect(self._act)
        banners.other_wanted.connect(self._act_otherwise)

    def _show(self, accident: Accident) -> None:
        if accident.messages:
            action = self._way_back(accident) if accident.can_take_out else ""
            text = " ".join(translated(message) for message in accident.messages)
            self._banners.show_banner(_BACK, text, "warning", action)
        if accident.recoded:
            text = " ".join(translated(message) for message in accident.recoded)
            self._banners.show_banner(_RECODED, text)
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

    def _way_back(self, accident: Accident) -> str:
        """Return the text of the button that restores the file, in terms of what was changed."""
        if any(message.code in _PUT_BACK for message in accident.messages):
            return self.tr("Take them out again")
        return self.tr("Take back")

    def _forget(self) -> None:
        self._labels.set_doubt("")
        for key in (_BACK, _DOUBT, _RECODED):
            self._banners.hide_banner(key)

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


_OVERRULED = "overruled"
_NAMED = 3  # pairs


class OverruledNotice(QObject):
    """A lasting message about labels on which this window and another one disagreed.

    A pair is removed from it after a new decision, or when both agree again.
    """

    def __init__(self, session: ReviewSession, banners: Banners) -> None:
        """Show in *banners* what *session* reports."""
        super().__init__(session)
        self._session = session
        self._banners = banners
        self._found: dict[str, Overruled] = {}  # the latest one last
        session.overruled.connect(self._add)
        session.label_changed.connect(self._look_again)
        session.list_opened.connect(self._forget)
        banners.action_wanted.connect(self._act)
        banners.closed.connect(self._closed)

    def _add(self, found: Sequence[Overruled]) -> None:
        for latest in found:
            earlier = self._found.pop(latest.pair_id, None)
            if earlier is not None and earlier.here == latest.here:
                latest = latest._replace(before=earlier.before)
            if latest.before != latest.now:
                self._found[latest.pair_id] = latest
        self._show()

    def _look_again(self, pair_id: str) -> None:
        overruled, opened = self._found.get(pair_id), self._session.opened
        if overruled is not None and opened is not None:
            row = opened.store.row(pair_id)
            if overruled.now != (row.label if row is not None else None):
                del self._found[pair_id]
                self._show()

    def _show(self) -> None:
        if not self._found:
            self._banners.hide_banner(_OVERRULED)
            return
        latest_first = list(self._found.values())[::-1]
        sentences = [self._sentence(overruled) for overruled in latest_first[:_NAMED]]
        if len(latest_first) > _NAMED:
            more = len(latest_first) - _NAMED
            sentences.append(self.tr("So it is with %n further pair(s).", "", more))
        self._banners.show_banner(
            _OVERRULED, "\n".join(sentences), "warning", self.tr("Show the pair")
        )

    def _title_of(self, pair_id: str) -> str:
        book = self._session.book
        return pair_id if book is None else book.title_of(pair_id)

    def _sentence(self, overruled: Overruled) -> str:
        if overruled.here:
            text = self.tr(
                "{pair}: another window had just decided “{before}”; “{now}”, decided later in "
                "this window, counts. Undo brings the other one back."
            )
        else:
            text = self.tr(
                "{pair}: the label was “{before}”; another window decided “{now}” later, and that "
                "counts."
            )
        return text.format(
            pair=middle_cut(self._title_of(overruled.pair_id)),
            before=label_text(overruled.before),
            now=label_text(overruled.now),
        )

    def _act(self, key: str) -> None:
        if key == _OVERRULED and self._found and self._session.book is not None:
            index = self._session.book.index_of(next(reversed(self._found)))
            if index is not None:
                self._session.go_to(index)

    def _closed(self, key: str) -> None:
        if key == _OVERRULED:
            self._found.clear()

    def _forget(self) -> None:
        self._found.clear()
        self._banners.hide_banner(_OVERRULED)


_ELSEWHERE = "elsewhere"


class ElsewhereNotice(QObject):
    """A lasting message that the pair in the window was labelled elsewhere meanwhile.

    A reviewer who returns to this window expects the pair to be unlabelled. The message goes away
    with the pair, or with a decision on it here.
    """

    def __init__(self, session: ReviewSession, banners: Banners) -> None:
        """Show in *banners* what *session* reports."""
        super().__init__(session)
        self._session = session
        self._banners = banners
        session.pair.changed.connect(lambda _index: self._look())
        session.navigation.changed_outside.connect(self._look)
        session.label_changed.connect(lambda _pair_id: self._look())
        banners.action_wanted.connect(self._act)

    def _look(self) -> None:
        row = self._session.row()
        if (
            row is None
            or not self._session.navigation.labelled_meanwhile
            or self._session.is_read_only
        ):
            self._banners.hide_banner(_ELSEWHERE)
            return
        text = self.tr(
            "Since this pair came into the window, it was labelled “{label}” in another window or "
            "by another program. A label key replaces that label."
        )
        self._banners.show_banner(
            _ELSEWHERE, text.format(label=label_text(row.label)), "info", self.tr("Next unlabelled")
        )

    def _act(self, key: str) -> None:
        if key == _ELSEWHERE:
            self._session.next_unlabelled()
