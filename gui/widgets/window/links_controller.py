"""Web pages in the window: fetched on request only, and compared as they were then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from ...documents import Document
from ...documents.web.snapshot_folder import to_be_fetched
from ...documents.web.web_addresses import is_address, links_in, named_hosts
from ...labels import Pair
from ...labels.pairs.blind import HIDDEN, blinded
from ...messages import Message
from ...messages.about_web import AboutWeb, is_page_missing, was_tried
from ...review.background import Background, described
from ...review.opening.fetching import FetchHistory, Fetching, histories
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..controls.notifications import Banners
from ..controls.qt_text import grouped, translated
from .link_dialogs import LinksDialog, SnapshotsDialog, question, readable_time

if TYPE_CHECKING:
    from ...documents.web.page_fetcher import Fetched, FetchStage

T = TypeVar("T")
_MEGABYTE = 1_000_000
_PROGRESS, _PROBLEM, _MISSING, _SNAPSHOT = "fetching", "fetch-problem", "not-fetched", "snapshot"
_TOLD = 3  # pages that could not be had, of many


class Lookup(QObject):
    """Looks something up on disk, in a thread; a newer look-up makes an older one stale."""

    fault = Signal(str)  # for the log

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background: Background[Callable[[], object]] = Background(
            self, self._call, lambda error: self.fault.emit(described(error))
        )

    def look(self, function: Callable[[], T], then: Callable[[T], object]) -> None:
        """Call *then* with what *function* returns, which knows no Qt and may ask the disk."""

        def work(_cancelled: threading.Event) -> Callable[[], object]:
            found = function()
            return lambda: then(found)

        self._background.run(work)

    @staticmethod
    def _call(then: Callable[[], object]) -> None:
        then()

    def close(self) -> None:
        """Drop what is under way."""
        self._background.close(0.0)


class LinksController(QObject):
    """Asks which pages to fetch, shows progress, and the snapshots of a page.

    ``wanted`` carries the names of two documents to open, whose pages have been fetched.
    """

    wanted = Signal(tuple)
    fault = Signal(str)  # for the log

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        banners: Banners,
        actions: ActionSet,
        show_notice: Callable[[str], object],
        *,
        local: bool,
    ) -> None:
        """*local* allows addresses of this machine and its network."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._banners = banners
        self._show_notice = show_notice
        self._fetching = Fetching(self, local=local)
        self._fetching.progressed.connect(self._show_progress)
        self._fetching.fault.connect(self.fault)
        self._just_fetched = ""  # the id of a pair
        self._asking = Lookup(self)
        self._telling = Lookup(self)
        for lookup in (self._asking, self._telling):
            lookup.fault.connect(self.fault)
        actions.handle(
            {
                "open-links": self.ask,
                "fetch-pair": self.fetch_pair,
                "fetch-list": self.fetch_list,
                "compare-snapshots": self.compare_snapshots,
            }
        )
        banners.action_wanted.connect(self._act)
        banners.other_wanted.connect(self._act_otherwise)
        session.pair.changed.connect(lambda _index: self._pair_changed())
        session.pair.failed.connect(self._pair_failed)
        session.pair.comparison_ready.connect(lambda _comparison: self._tell_of_snapshots())

    def close(self) -> None:
        """Stop fetching."""
        self._fetching.close()
        self._asking.close()
        self._telling.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cancel on Escape while pages are fetched, if nothing else uses the key."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._cancel()
            return True
        return super().eventFilter(watched, event)

    # --- opening ------------------------------------------------------------------------------

    def ask(self, names: Sequence[str] = ()) -> None:
        """Ask for two documents, suggesting *names* or the links on the clipboard."""
        if not names:
            names = links_in(QGuiApplication.clipboard().text())[:2]
        dialog = LinksDialog(names, self._window)
        dialog.accepted.connect(lambda: self.open(dialog.names()))
        dialog.open()

    def open(self, names: tuple[str, str], then: Callable[[], object] | None = None) -> None:
        """Fetch the pages among *names* without a snapshot, then emit ``wanted`` or call *then*.

        If one cannot be fetched, nothing is opened, and what is open stays.
        """

        def opened() -> None:
            if then is not None:
                then()
            else:
                self.wanted.emit(names)

        def fetched(found: list[Fetched]) -> None:
            if not self._tell_of_problems(found):
                opened()

        def looked(urls: list[str]) -> None:
            if urls:
                self._fetch(urls, fetched)
            else:
                opened()

        self._asking.look(lambda: to_be_fetched(names), looked)

    # --- the pair and the list ----------------------------------------------------------------

    def fetch_pair(self) -> None:
        """Fetch the pages of the pair in the window, even those that have a snapshot."""
        names = self._pages_of_pair()
        urls = to_be_fetched(names, again=True)
        if not urls:
            self._show_notice(self.tr("This pair names no web pages that can be fetched."))
            return
        self._fetch_for_pair(urls)

    def _fetch_for_pair(self, urls: Sequence[str]) -> None:
        pair = self._session.pair.pair
        if pair is not None:
            self._fetch(urls, partial(self._pair_fetched, pair.id))

    def fetch_list(self) -> None:
        """Ask whether to fetch all pages of the list that have no snapshot."""
        pairs = self._session.pairs

        def collect() -> list[str]:
            return to_be_fetched(name for pair in pairs for name in pages_of(pair))

        def ask(urls: list[str]) -> None:
            if not urls:
                self._show_notice(self.tr("There is a snapshot of every web page of this list."))
                return
            text = self.tr("Fetch %n web page(s) from {hosts}?", "", len(urls))
            text = text.format(hosts=self._hosts(urls, 12))
            more = self.tr(
                "They are fetched one after another, with a pause of a second between two pages of "
                "one server, and kept in your data folder."
            )
            dialog = question(
                self._window, self.tr("Fetch pages"), f"{text}\n\n{more}", self.tr("Fetch")
            )
            dialog.accepted.connect(lambda: self._fetch(urls, self._list_fetched))
            dialog.open()

        self._asking.look(collect, ask)

    def compare_snapshots(self) -> None:
        """Ask which two snapshots of a page of the pair to compare."""
        if self._is_blind:  # the question names the page, and so would the window
            self._show_notice(self.tr("Snapshots are not compared while the list is read blind."))
            return
        names = self._pages_of_pair()

        def ask(known: list[FetchHistory]) -> None:
            several = [one for one in known if len(one.times) > 1]
            if not several:
                self._show_notice(
                    self.tr("No web page of this pair has two snapshots; fetch one again.")
                )
                return
            dialog = SnapshotsDialog(several, self._window)
            dialog.accepted.connect(lambda: self.wanted.emit(dialog.names()))
            dialog.open()

        self._asking.look(lambda: histories(names), ask)

    def _pair_fetched(self, pair_id: str, found: list[Fetched]) -> None:
        self._tell_of_problems(found)
        if any(fetched.path is not None for fetched in found):
            self._just_fetched = pair_id
        self._take(found)

    def _list_fetched(self, found: list[Fetched]) -> None:
        came = sum(fetched.path is not None for fetched in found)
        self._take(found)
        if came:
            self._show_notice(self.tr("%n web page(s) fetched.", "", came))
        self._tell_of_problems(found)

    def _take(self, found: list[Fetched]) -> None:
        """Have pairs read whose pages were fetched, and say why others could not be."""
        book, pair = self._session.book, self._session.pair
        if book is None:
            return
        whys = {fetched.url: fetched.problem for fetched in found}
        self._session.pairs_looked_at.emit(book.pages_asked_for(whys))
        if any(fetched.path is not None for fetched in found):
            self._session.pages_came()
        elif pair.problem is not None and is_page_missing(pair.problem):
            pair.reload()  # it says why now, and can be tried again

    @property
    def _is_blind(self) -> bool:
        """True if the reader must not see which pages the list names."""
        opened = self._session.opened
        return opened is not None and opened.blind is not None

    def _hosts(self, urls: Sequence[str], most: int = 3) -> str:
        return HIDDEN if self._is_blind else named_hosts(urls, most)

    def _pages_of_pair(self) -> list[str]:
        pair = self._session.pair.pair
        return [] if pair is None else pages_of(pair)

    # --- what the banners say -----------------------------------------------------------------

    def _pair_changed(self) -> None:
        for key in (_MISSING, _SNAPSHOT):
            self._banners.hide_banner(key)

    def _pair_failed(self, problem: Message) -> None:
        if not self._fetching.busy and is_page_missing(problem):
            sides = self._session.pair.sides
            pages = [
                name
                for name, document in zip(self._both_pages(), sides, strict=True)
                if name and document is None
            ]
            text = (
                self.tr("Web pages of this pair could not be fetched: {hosts}.")
                if was_tried(problem)
                else self.tr("This pair has web pages that were not fetched yet: {hosts}.")
            )
            self._banners.show_banner(
                _MISSING,
                text.format(hosts=self._hosts(pages)),
                "info",
                self.tr("Fetch"),
                self.tr("Fetch all of the list…") if len(self._session.pairs) > 1 else "",
            )

    def _both_pages(self) -> tuple[str, str]:
        """Return the addresses of reference and candidate; "" for one that is no page."""
        pair = self._session.pair.pair
        if pair is None:
            return ("", "")
        names = (pair.reference, pair.candidate)
        first, second = (name if is_address(name) else "" for name in names)
        return first, second

    def _tell_of_snapshots(self) -> None:
        """Show when the pages of a pair were fetched, if it is a single pair or that was just now.

        For other pairs of a list, the evidence says so.
        """
        pair, documents = self._session.pair.pair, self._session.pair.documents
        names = self._pages_of_pair()
        if pair is None or documents is None or not names:
            return
        if len(self._session.pairs) > 1 and pair.id != self._just_fetched:
            return
        self._just_fetched = ""

        def tell(known: list[FetchHistory]) -> None:
            if self._session.pair.documents == documents and any(d.snapshot for d in documents):
                self._show_snapshots(documents, known)

        self._telling.look(lambda: histories(names), tell)

    def _show_snapshots(self, documents: Sequence[Document], known: Sequence[FetchHistory]) -> None:
        fetched = [d.snapshot.fetched for d in documents if d.snapshot is not None]
        times = dict.fromkeys(readable_time(time, seconds=False) for time in sorted(fetched))
        text = self.tr("Web pages as they were fetched on {times}.")
        sentences = [text.format(times=", ".join(times)), *self._changes(documents, known)]
        is_dated = not to_be_fetched(self._pages_of_pair(), again=True)
        several = any(len(one.times) > 1 for one in known) and not is_dated
        self._banners.show_banner(
            _SNAPSHOT,
            " ".join(sentences),
            "info",
            "" if is_dated else self.tr("Fetch again"),
            self.tr("Compare snapshots…") if several else "",
        )

    def _changes(
        self, documents: Sequence[Document], known: Sequence[FetchHistory]
    ) -> Iterator[str]:
        """Yield whether each page changed since it was fetched before."""
        words = (
            (
                self.tr("The reference has changed since {time}."),
                self.tr("The reference is the same as on {time}."),
            ),
            (
                self.tr("The candidate has changed since {time}."),
                self.tr("The candidate is the same as on {time}."),
            ),
        )
        by_url = {one.url: one for one in known if one.changed is not None}
        for document, (changed, same) in zip(documents, words, strict=True):
            snapshot = document.snapshot
            one = by_url.get(snapshot.url) if snapshot is not None else None
            if snapshot is not None and one is not None and one.times[-1] == snapshot.fetched:
                said = changed if one.changed else same
                yield said.format(time=readable_time(one.times[-2]))

    def _tell_of_problems(self, found: Sequence[Fetched]) -> bool:
        """Say which pages could not be fetched; return True if there are any."""
        # A reason names the server alone, which the other page of a pair may come from too.
        said = [
            translated(blinded(problem)) if self._is_blind else f"{url}: {translated(problem)}"
            for url, _, problem in found
            if problem is not None
        ]
        if said:
            more = len(said) - _TOLD
            if more > 0:
                said[_TOLD:] = [self.tr("%n more web page(s) could not be fetched.", "", more)]
            self._banners.show_banner(_PROBLEM, " ".join(said), "error")
        return bool(said)

    def _show_progress(self, stage: FetchStage) -> None:
        host = HIDDEN if self._is_blind else stage.host
        text = self.tr("Fetching from {host}…").format(host=host)
        if stage.total > 1:
            number = self.tr("Fetching page {number} of {total} from {host}…")
            text = number.format(
                number=grouped(stage.number), total=grouped(stage.total), host=host
            )
        if stage.received >= _MEGABYTE / 10:
            came = f"{stage.received / _MEGABYTE:.1f}"
            size = f"{stage.size / _MEGABYTE:.1f}" if stage.size else ""
            part = self.tr("{came} of {size} MB") if size else self.tr("{came} MB")
            text = f"{text} {part.format(came=came, size=size)}"
        self._banners.show_banner(
            _PROGRESS,
            text,
            "info",
            self.tr("Cancel"),
            closable=False,
            quiet=stage.received > 0,
        )

    def _act(self, key: str) -> None:
        if key == _PROGRESS:
            self._cancel()
        elif key == _MISSING:
            self._fetch_for_pair(to_be_fetched(self._missing_pages(), again=True))
        elif key == _SNAPSHOT:
            self.fetch_pair()

    def _cancel(self) -> None:
        """Stop fetching; pages that were fetched stay."""
        self._fetching.cancel()
        self._end_progress()
        self._show_notice(translated(Message(AboutWeb.CANCELLED)))
        if self._session.pair.problem is not None:
            self._pair_failed(self._session.pair.problem)
        if self._session.opened is not None:
            self._session.pages_came()

    def _act_otherwise(self, key: str) -> None:
        if key == _SNAPSHOT:
            self.compare_snapshots()
        elif key == _MISSING:
            self.fetch_list()

    def _missing_pages(self) -> list[str]:
        sides = self._session.pair.sides
        both = zip(self._both_pages(), sides, strict=True)
        return [name for name, document in both if name and document is None]

    # --- in the background --------------------------------------------------------------------

    def _fetch(self, urls: Sequence[str], then: Callable[[list[Fetched]], object]) -> None:
        for key in (_MISSING, _SNAPSHOT, _PROBLEM):
            self._banners.hide_banner(key)

        def ended(found: list[Fetched]) -> None:
            self._end_progress()
            then(found)

        self._window.installEventFilter(self)
        self._fetching.fetch(urls, ended)

    def _end_progress(self) -> None:
        self._window.removeEventFilter(self)
        self._banners.hide_banner(_PROGRESS)


def pages_of(pair: Pair) -> list[str]:
    """Return the web addresses that *pair* names as its documents."""
    both = ((pair.reference, pair.reference_text), (pair.candidate, pair.candidate_text))
    return [name for name, text in both if text is None and is_address(name)]
