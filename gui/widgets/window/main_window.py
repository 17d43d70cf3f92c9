"""The window: puts the parts and their connections together, and decides nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow

from ... import settings as keys
from ...errors import log_path
from ...review.opening.wanted import Places, Wanted
from ...review.pair_list.pair_state import pair_title
from ...review.session import ReviewSession
from ...settings import Settings
from ..agreement.agreement_controller import AgreementController
from ..controls.actions import ActionSet, action_table
from ..controls.deferred import AfterPaint
from ..controls.notifications import StandingBanners
from ..controls.qt_text import middle_cut
from ..controls.theme import Theme
from ..labelling.annotator import AnnotatorController
from ..labelling.labelling_controller import LabellingController
from ..labelling.stray_rows_dialog import StrayRowsController
from ..pairs.guidelines import GuidelinesController
from ..pairs.pair_details import PairJump
from ..pairs.pairs_controller import PairsController
from ..pairs.work_summary_dialog import WorkSummaryController
from ..reading.reading_controller import ReadingController
from ..reports.list_report_controller import ListReportController
from ..reports.report_controller import ReportController
from ..settings.settings_controller import SettingsController
from .blind_switch import BlindController
from .candidate_steps import CandidateSteps
from .closing import ENOUGH, ClosingController
from .help_pages import HelpController
from .links_controller import LinksController
from .opening_controller import OpeningController
from .outside_changes import AccidentNotice, DocumentWatch, ElsewhereNotice, OverruledNotice
from .review_controller import ReviewController
from .session_notices import SessionNotices
from .side_panels import SidePanelsController
from .start_page import dropped_paths, take_files
from .tool_bar import ToolBar
from .window_layout import WindowLayout

_FIRST_SIZE = (1440, 900)


_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class ActivityFilter(QObject):
    """Reports signs of the reviewer to the session's attention clock.

    Filters the events of the native window only, which are few; a filter of the application would
    see every paint and timer event.
    """

    def __init__(self, session: ReviewSession, parent: QObject) -> None:
        """Report to *session*; install this with ``installEventFilter`` on the native window."""
        super().__init__(parent)
        self._session = session
        self._active = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of the reviewer and let the event pass."""
        if event.type() in _SIGNS:
            self.sign()
        return False

    def sign(self) -> None:
        """Note that the reviewer did something."""
        if self._session.decisions is not None:
            self._session.decisions.sign()

    def set_active(self, active: bool) -> None:
        """Note whether the window is the active one."""
        self._active = active
        self.refresh()

    def refresh(self) -> None:
        """Start or pause the clock of the list that is open now."""
        if self._session.decisions is not None:
            self._session.decisions.set_attended(self._active)


class MainWindow(QMainWindow):
    """One pair side by side, the evidence, the list, and the label bar."""

    def __init__(
        self,
        session: ReviewSession,
        settings: Settings,
        places: Places,
        theme: Theme,
        asked: Wanted | None = None,
        *,
        allow_local: bool = False,
    ) -> None:
        """Show *session*; *asked* is what the command line said.

        With *allow_local*, web pages may be fetched from this machine and its network.
        """
        super().__init__()
        self.session = session
        self._settings = settings
        session.setParent(self)
        self.setAcceptDrops(True)
        rebound = settings[keys.KEYS]
        self.actions_by_name = actions = ActionSet(self, action_table(), rebound)
        self.views = views = WindowLayout(self, theme)
        self._tools = ToolBar(self, actions, views.progress)
        self._sides = SidePanelsController(views, actions, settings)
        self.review = self._review_controller()
        self.reading = self._reading_controller()
        self.opening = self._opening_controller(places, asked or Wanted())
        self.links = self._links_controller(allow_local)
        self.guidelines = self._guidelines_controller()
        self.reports = self._report_controller()
        self.list_reports = ListReportController(self, session, actions, settings, views.banners)
        self.preferences = self._settings_controller()
        self._annotator = self._annotator_controllers()
        self._help = self._help_controller(places)
        self._watch = self._watch_outside()
        self._strays = StrayRowsController(self, session, views.banners)
        self._work = WorkSummaryController(self, session, actions)
        show_notice = views.toast.show_sentence
        self._agreement = AgreementController(self, session, actions, settings, theme, show_notice)
        self._candidates = CandidateSteps(session, actions, views.reading, show_notice)
        self._jump = PairJump(self, session, views.pairs_model, actions)
        self._signs = ActivityFilter(session, self)
        self.closing = ClosingController(self, session, views.banners, views.labels, views.note)
        self._connect()
        self._restore()
        self._dress_tools(theme)
        self._show_keys()
        self._list_opened()

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of *theme*."""
        self.views.set_theme(theme)
        self._agreement.set_theme(theme)
        self._dress_tools(theme)

    def _dress_tools(self, theme: Theme) -> None:
        self._tools.set_theme(theme)
        self.actions_by_name.set_theme(theme)

    def show_error(self, sentence: str) -> None:
        """Show a lasting sentence about something that did not work."""
        self.views.banners.show_banner("complaint", sentence, "warning")

    def show_fault(self, sentence: str) -> None:
        """Show a sentence about an error that nobody expected."""
        self.views.banners.show_banner("fault", sentence, "error")

    def show_guidelines(self, path: Path) -> None:
        """Show the reviewer's own text file beside the list."""
        self.guidelines.show(path)

    # --- putting together -------------------------------------------------------------------

    def _review_controller(self) -> ReviewController:
        session, views, actions = self.session, self.views, self.actions_by_name
        later = AfterPaint(self)
        session.pair.changed.connect(views.toast.pair_came)
        session.all_labelled.connect(views.toast.pair_left)
        standing = StandingBanners(
            views.banners,
            self._settings,
            lambda: None if session.opened is None else session.opened.wanted.key,
        )
        labelling = LabellingController(
            session,
            actions,
            labels=views.labels,
            note=views.note,
            give_keys_back=views.stage.take_keys,
            is_covered=lambda: views.stage.end.shown,
            banners=views.banners,
            standing=standing,
            show_notice=views.toast.show_sentence,
        )
        views.evidence.ledger.filter_begun.connect(labelling.typed_elsewhere)
        views.late_pairs.do(
            "typed", lambda panel: panel.search_begun.connect(labelling.typed_elsewhere)
        )
        self.listing = pairs = PairsController(
            session,
            views.pairs_model,
            views.late_pairs,
            views.progress,
            self._settings,
            later,
            lambda: (views.reading.is_begun and not views.stage.end.shown) or labelling.is_writing,
        )
        return ReviewController(
            session,
            actions,
            labelling,
            pairs,
            later,
            stage=views.stage,
            reading=views.reading,
            evidence=views.evidence,
            labels=views.labels,
            banners=views.banners,
            notices=SessionNotices(session, views.banners, standing, views.toast.show_sentence),
            settings=self._settings,
            show_notice=views.toast.show_sentence,
        )

    def _reading_controller(self) -> ReadingController:
        views = self.views
        return ReadingController(
            self.session.pair,
            views.reading,
            views.evidence,
            views.late_find,
            self.actions_by_name,
            self._settings,
            views.toast.show_sentence,
            self._tools.set_place,
        )

    def _opening_controller(self, places: Places, asked: Wanted) -> OpeningController:
        return OpeningController(
            self,
            self.session,
            self.views.stage,
            self.views.banners,
            self.actions_by_name,
            self._settings,
            places,
            asked,
            self._tools.recent,
        )

    def _links_controller(self, allow_local: bool) -> LinksController:
        views = self.views
        links = LinksController(
            self,
            self.session,
            views.banners,
            self.actions_by_name,
            views.toast.show_sentence,
            local=allow_local,
        )
        links.wanted.connect(lambda names: self.opening.open(Wanted(names)))
        links.fault.connect(self.session.fault)
        self.opening.links_dropped.connect(links.ask)
        views.stage.start.do("links", lambda start: start.links_wanted.connect(lambda: links.ask()))
        return links

    def _report_controller(self) -> ReportController:
        return ReportController(
            self,
            self.session.pair,
            self.session.row,
            self.actions_by_name,
            self._settings,
            self.views.toast.show_sentence,
            self.show_error,
        )

    def _settings_controller(self) -> SettingsController:
        return SettingsController(
            self,
            self.session.pair,
            self.actions_by_name,
            self._settings,
            self.set_theme,
            self._show_choices,
            lambda: self.opening.annotator,
        )

    def _annotator_controllers(self) -> AnnotatorController:
        session, actions, opening = self.session, self.actions_by_name, self.opening
        self.preferences.annotator_chosen.connect(opening.change_annotator)
        BlindController(self, session, actions, opening.read_blind, self.show_error)
        return AnnotatorController(
            self, session, self.views.labels.annotator, actions, opening.change_annotator
        )

    def _help_controller(self, places: Places) -> HelpController:
        help_pages = HelpController(
            self,
            self.views.late_legend,
            self.actions_by_name,
            self._settings,
            log_path(places.state),
            self.views.toast.show_sentence,
            self.show_error,
        )
        self.views.reading.painted.connect(help_pages.first_pair_shown)
        return help_pages

    def _watch_outside(self) -> DocumentWatch:
        """Show what others do to the documents, the label file and its labels."""
        session, banners = self.session, self.views.banners
        watch = DocumentWatch(session, banners)
        AccidentNotice(session, banners, self.views.labels)
        OverruledNotice(session, banners)
        ElsewhereNotice(session, banners)
        return watch

    def _guidelines_controller(self) -> GuidelinesController:
        return GuidelinesController(
            self,
            self.session,
            self.views.guidelines,
            self.actions_by_name,
            self._settings,
            partial(self._sides.set_useful, "show-guidelines"),
            self.show_error,
        )

    def _connect(self) -> None:
        self.opening.list_found.connect(self.views.late_pairs.make)
        self.session.list_opened.connect(self._list_opened)
        self.session.pair.changed.connect(self._pair_changed)
        self.views.stage.end.do("work", lambda end: end.summary_wanted.connect(self._work.ask))
        self.actions_by_name.handle({"quit": self.close, "search-pairs": self._search_pairs})

    def _search_pairs(self) -> None:
        """Show the list and focus the search above it."""
        if len(self.session.pairs) > 1:
            self._sides.ensure("show-pairs")
            self.views.late_pairs.part.take_search()

    def _list_opened(self) -> None:
        opened = self.session.opened
        if opened is None:
            self.setWindowTitle("Copydesk")
            self.views.stage.start.show()
            for name in ("show-pairs", "show-evidence"):
                self._sides.set_useful(name, False)
            return
        several = len(self.session.pairs) > 1
        if several:
            self.views.late_pairs.make()  # its order is that of the list, also while it is folded
        self._sides.set_useful("show-pairs", several)
        self._sides.set_useful("show-evidence", True)
        self._signs.refresh()
        self.opening.remember(opened)
        self.guidelines.find()
        self.review.show_list()
        self._show_keys()  # those of its labels
        if self.session.pair.index is not None:
            self._pair_changed(self.session.pair.index)

    def _show_keys(self) -> None:
        shown = self.actions_by_name.shown_keys()
        self.views.labels.set_keys(shown)
        self.views.stage.start.do("keys", lambda start: start.set_keys(shown))
        self.views.evidence.set_switch_keys(
            {name.removeprefix("show-"): key for name, key in shown.items() if "show-" in name}
        )

    def _show_choices(self) -> None:
        self._show_keys()
        self.reading.refresh()
        self.listing.refresh()

    def _pair_changed(self, index: int) -> None:
        opened, pair = self.session.opened, self.session.pair.pair
        if opened is None or pair is None:
            return
        self._settings.remember_place(opened.key, opened.store.annotator, pair.id)
        total = len(self.session.pairs)
        name = opened.pairs.name if total == 1 and not pair.number else pair_title(pair)
        title = f"Copydesk – {middle_cut(name)}"
        title = title if opened.blind is None else f"{title} ({self.tr('blind')})"
        self.setWindowTitle(f"{title} ({self.tr('read only')})" if opened.is_read_only else title)

    def _restore(self) -> None:
        first, room = QSize(*_FIRST_SIZE), self.screen().availableSize()
        self.resize(first.boundedTo(room))
        settings = self._settings
        size = first
        if settings[keys.GEOMETRY]:
            self.restoreGeometry(QByteArray(settings[keys.GEOMETRY]))
            size = self.size()
        if size.width() >= room.width() or size.height() >= room.height():
            # The frame, whose size no one knows yet, would push the label bar off the screen.
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if settings[keys.SPLITTER]:
            self.views.columns.restoreState(QByteArray(settings[keys.SPLITTER]))
        if settings[keys.EVIDENCE_SPLITTER]:
            self.views.evidence.set_places(settings[keys.EVIDENCE_SPLITTER])
        self._sides.resized(self.width())

    # --- events -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Note which key is about to act, and whether it auto-repeats."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._signs.sign()
            if self.actions_by_name.key_coming(event):
                event.accept()
                return True
        elif event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._signs.set_active(event.type() == QEvent.Type.WindowActivate)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the native window, which exists now, for signs of the reviewer."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self._signs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panels if there is no room for them."""
        super().resizeEvent(event)
        self._sides.resized(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        take_files(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keep accepting them."""
        take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if take_files(event):
            self.opening.open_dropped(dropped_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the window's layout once all decisions are on disk."""
        if not self.closing.may_close():
            event.ignore()
            return
        settings = self._settings
        settings[keys.GEOMETRY] = bytes(self.saveGeometry().data())
        settings[keys.SPLITTER] = bytes(self.views.columns.saveState().data())
        settings[keys.EVIDENCE_SPLITTER] = self.views.evidence.places()
        settings[keys.PANE_SHARE] = min(900, max(100, round(self.views.reading.share * 1000)))
        self.hide()  # what follows is short, but nobody needs to watch it
        settings.save()
        self.opening.close()
        self.links.close()
        self._candidates.close()
        self.guidelines.close()
        self._work.close()
        self._agreement.close(ENOUGH / 1_000)
        self._strays.close()
        self._watch.close()
        self.reports.close(ENOUGH / 1_000)
        self.list_reports.close()
        self.session.close(1.0 if self.closing.kept else 0.0)
        super().closeEvent(event)
