"""What the session says beside the pair: passing sentences, and banners about the list's files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ...documents import shown_name
from ...labels import ODDITIES
from ...messages import Code, Message
from ...messages.about_blind import AboutLookingBack
from ...messages.about_pairs import AboutReview
from ...review.opening.opening import Opened
from ...review.session import ReviewSession
from ..controls.notifications import Banners, StandingBanners
from ..controls.qt_text import translated

_OUTLIVES: dict[Code, int] = {  # changes of the pair, by what is said
    AboutReview.FIRST_PAIR: 0,
    AboutReview.LAST_PAIR: 0,
    AboutReview.NONE_LEFT: 0,
    AboutReview.ONLY_OPEN_PAIR: 0,
    AboutReview.PASSED_OVER: 1,
    AboutReview.PASSED_OVER_MANY: 1,
    AboutReview.DOUBLE_PASSED_OVER: 1,
    AboutReview.DOUBLES_PASSED_OVER: 1,
    AboutReview.PASSED_OVER_MIXED: 1,
}
_WHOSE = "looking-back"
_ODDITIES = "oddities"  # the banner about the files of a list


class SessionNotices(QObject):
    """Shows the messages of a session: one as a toast, several in a banner until it is closed."""

    def __init__(
        self,
        session: ReviewSession,
        banners: Banners,
        standing: StandingBanners,
        show_notice: Callable[[str, int | None], None],
    ) -> None:
        """*standing* remembers which messages about files were closed; *show_notice* is a toast."""
        super().__init__(session)
        self._banners = banners
        self._standing = standing
        self._show_notice = show_notice
        self._of_files: tuple[Message, ...] = ()  # in the banner about the files of the list
        session.notice.connect(self._show_message)
        session.several_notices.connect(self._show_several)
        session.standing_changed.connect(self._standing_changed)
        for key in ("opening", _ODDITIES):
            session.list_opened.connect(partial(banners.hide_banner, key))

    def show_whose(self, opened: Opened) -> None:
        """Say whose labels they are while labels are only viewed, or that others' are decided."""
        if opened.wanted.disputes is not None:
            said = Message(AboutReview.LAST_WORD)
            self._banners.show_banner(_WHOSE, translated(said), "info")
            return
        if not opened.is_read_only:
            self._banners.hide_banner(_WHOSE)
            return
        from ...labels.reviewed import ReviewedLabels, named  # few look back

        store = opened.store
        assert isinstance(store, ReviewedLabels)
        name, whose = shown_name(store.path.name), shown_name(store.annotator)
        said = Message(AboutLookingBack.WHOSE, name=name, annotator=whose)
        others = [other for other in store.annotators if other != store.annotator]
        if others:
            said = Message(
                AboutLookingBack.WHOSE_AMONG, name=name, annotator=whose, names=named(others)
            )
        self._banners.show_banner(_WHOSE, translated(said), "info", closable=False)

    def _show_message(self, notice: Message) -> None:
        self._show_notice(translated(notice), _OUTLIVES.get(notice.code))

    def _show_several(self, notices: Sequence[Message]) -> None:
        """Show several messages until they are closed, because toasts would pass too quickly.

        What was closed before and has not changed is not repeated.
        """
        left = self._not_closed(notices)
        if len(left) > 1:
            self._show_standing(left)
        elif left:
            self._show_message(left[0])

    def _not_closed(self, notices: Sequence[Message]) -> list[Message]:
        standing = [str(notice) for notice in notices if notice.code in ODDITIES]
        news = dict(zip(standing, self._standing.news(_ODDITIES, standing), strict=True))
        return [notice for notice in notices if news.get(str(notice), True)]

    def _show_standing(self, notices: Sequence[Message]) -> None:
        self._of_files = tuple(notices)
        if not notices:
            self._banners.hide_banner(_ODDITIES)
            return
        text = "\n".join(translated(notice) for notice in notices)
        self._banners.show_banner(_ODDITIES, text, "warning")

    def _standing_changed(self, before: Sequence[Message], now: Sequence[Message]) -> None:
        """Remove messages about what was repaired meanwhile, or the part that was."""
        gone = [notice for notice in before if notice not in now]
        left = [notice for notice in self._of_files if notice not in gone]
        shown = self._banners.keys()
        if _ODDITIES in shown and len(left) < len(self._of_files):
            left += [notice for notice in now if notice not in before]
            self._show_standing(self._not_closed(left))
