"""Searches for pairs among loose articles, with a progress banner that can stop it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ...labels.pairs.article_addresses import columns_and_id
from ...messages import Message
from ...review.opening.wanted import Places, Wanted
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..controls.notifications import Banners
from ..controls.qt_text import grouped, middle_cut, translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from ...review.opening.finding import SearchRun

_BANNER = "finding"
_TOLD = 3  # articles that could not be read, which are told one by one


class SearchController(QObject):
    """Searches when loose articles are opened, or on request."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        actions: ActionSet,
        banners: Banners,
        places: Places,
        open_found: Callable[[Wanted], None],
    ) -> None:
        """Call *open_found* when there is a list; say in *banners* if there is none."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._banners = banners
        self._places = places
        self._open_found = open_found
        self._again = actions["search-again"]
        self._wanted = Wanted()
        self._run: SearchRun | None = None
        self._bar: QProgressDialog | None = None
        actions.handle({"search-again": self._search_again})
        session.list_opened.connect(self._list_opened)
        self._list_opened()

    @property
    def searching(self) -> bool:
        """True while a search is under way."""
        return self._run is not None

    def begin(self, wanted: Wanted) -> None:
        """Search for pairs among the articles at the path of *wanted*, then open the list."""
        from ...review.opening.finding import SearchRun, order_for  # few open loose articles

        self.cancel()
        self._banners.hide_banner(_BANNER)
        self._wanted = wanted
        order = partial(order_for, wanted, self._places)
        self._bar = self._make_bar()
        self._run = SearchRun(self, order, self._take_answer)

    def cancel(self) -> None:
        """Stop; comparisons are kept for the next time."""
        run, self._run = self._run, None
        bar, self._bar = self._bar, None
        if run is not None:
            run.close()
        if bar is not None:
            bar.canceled.disconnect(self.cancel)
            bar.close()
            bar.deleteLater()

    def _search_again(self) -> None:
        opened = self._session.opened
        if opened is not None and opened.pairs.searched:
            wanted = opened.wanted
            if wanted.article_columns is None:  # the list knows them from the search before
                pairs = opened.pairs if opened.listed is None else opened.listed
                _, _, said = pairs.pairs[0].reference.partition("#")
                wanted = wanted._replace(article_columns=columns_and_id(said)[:2])
            self.begin(wanted)

    def _list_opened(self) -> None:
        opened = self._session.opened
        self._again.setEnabled(opened is not None and bool(opened.pairs.searched))

    def _make_bar(self) -> QProgressDialog:
        from PySide6.QtWidgets import QProgressBar, QProgressDialog

        bar = QProgressDialog(self._window)
        slim = QProgressBar(bar)
        slim.setTextVisible(False)  # there is no room in it, and the label says more
        bar.setBar(slim)
        bar.setWindowTitle(self.tr("Looking for pairs"))
        bar.setLabelText(self._said("read", 0, 0))
        bar.setCancelButtonText(self.tr("Cancel"))
        bar.setRange(0, 0)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.setMinimumDuration(0)
        bar.setMinimumWidth(bar.fontMetrics().averageCharWidth() * 60)  # no jumps with the text
        bar.canceled.connect(self.cancel)
        bar.show()
        return bar

    def _take_answer(self, answer: object) -> None:
        from ...find.search_process import ListWritten, SearchRefused
        from ...find.search_values import SearchStage

        if isinstance(answer, SearchRefused):
            self.cancel()
            self._tell(translated(answer.why), answer.problems, "warning")
        elif isinstance(answer, ListWritten):
            wanted = self._wanted
            self.cancel()
            said = self.tr(
                "%n pair(s) found among {total} articles, the likeliest first.", "", answer.pairs
            )
            self._tell(said.format(total=grouped(answer.articles)), answer.problems, "info")
            self._open_found(wanted)
        elif isinstance(answer, SearchStage) and self._bar is not None:
            self._bar.setLabelText(self._said(*answer))
            self._bar.setRange(0, answer.total)
            self._bar.setValue(answer.done)

    def _said(self, stage: str, done: int, total: int) -> str:
        sentences = {
            "read": self.tr("Reading the articles: {done}"),
            "terms": self.tr("Taking the articles apart: {done} of {total}"),
            "sorted": self.tr("Sorting what the articles have: {done} of {total}"),
            "shared": self.tr("Looking for what they share: {done} of {total}"),
            "compared": self.tr("Comparing pairs: {done} of {total}"),
        }
        return sentences[stage].format(done=grouped(done), total=grouped(total))

    def _tell(self, said: str, problems: Sequence[Message], kind: str) -> None:
        sentences = [said, *(middle_cut(translated(problem)) for problem in problems[:_TOLD])]
        more = len(problems) - _TOLD
        if more > 0:
            sentences.append(self.tr("%n more could not be read.", "", more))
        self._banners.show_banner(_BANNER, " ".join(sentences), kind)
