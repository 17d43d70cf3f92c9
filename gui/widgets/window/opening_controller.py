"""Opens pairs: by dialog, drop or paste, or from the recent ones."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from ... import settings as keys
from ...documents import shown_name
from ...documents.web.web_addresses import is_address
from ...labels import (
    LabelFileError,
    LoneDocumentError,
    LooseArticlesError,
    PairListError,
    has_role,
    in_roles,
)
from ...labels.label_values import UnnamedColumnsError
from ...labels.pairs.article_addresses import SHOWN_SUFFIXES, file_of, split_address
from ...labels.pairs.blind import FIGURES, NAMES
from ...review.background import Background, Turns, Work
from ...review.opening.opening import Opened, Opening, open_pairs
from ...review.opening.wanted import Places, Wanted, annotator_of, as_remembered, login_name
from ...review.session import ReviewSession
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.controls import plain_label, resize_on_screen, set_tip
from ..controls.notifications import Banners
from ..controls.qt_text import LimitedEdit, Room, announce, exact_text, grouped, translated
from ..settings.settings_controller import reading_of
from .search_controller import SearchController
from .window_layout import Stage

if TYPE_CHECKING:
    from .start_page import StartPanel
    from .tool_bar import RecentMenu


_LOOK = 30  # milliseconds between two checks whether the pairs are open
_SEPARATOR = "|"  # between the two documents of a recent pair; see Wanted.key


class _NoPairsYetError(Exception):
    """What is *wanted* are loose articles, among which to search for pairs; *why* says more."""

    def __init__(self, wanted: Wanted, why: LooseArticlesError) -> None:
        super().__init__(wanted)
        self.wanted, self.why = wanted, why


class OpeningController(QObject):
    """Finds the pairs in the background and hands them to the session.

    ``links_dropped`` carries one or two documents of which at least one is a web page;
    ``list_found`` tells, in a turn of its own, that a list of several pairs is about to be shown.
    """

    links_dropped = Signal(tuple)
    list_found = Signal()

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        stage: Stage,
        banners: Banners,
        actions: ActionSet,
        settings: Settings,
        places: Places,
        asked: Wanted,
        recent: RecentMenu,
    ) -> None:
        """*asked* is what the command line said, part of which applies to every list."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._stage = stage
        self._banners = banners
        self._settings = settings
        self._places = places
        self._asked = asked
        self._recent = recent
        recent.wanted.connect(self.open_recent)
        begin = partial(self._show_in_turns, begin=self._begin)
        self._background: Background[Opened] = Background(self, begin, self._refuse)
        self._showing: Turns[None] = Turns(self)
        self._expected = QTimer(self, interval=_LOOK)
        self.search = SearchController(window, session, actions, banners, places, self.open)
        stage.start.do("connect", self._connect_start)
        actions.handle(
            {
                "open": self.ask_documents,
                "open-list": self.ask_list,
                "open-folder": self.ask_folder,
                "open-samples": self.open_samples,
                "paste-texts": self.paste,
            }
        )
        self.show_recent()

    def _connect_start(self, start: StartPanel) -> None:
        start.documents_wanted.connect(self.ask_documents)
        start.list_wanted.connect(self.ask_list)
        start.folder_wanted.connect(self.ask_folder)
        start.samples_wanted.connect(self.open_samples)
        start.paste_wanted.connect(self.paste)
        start.recent_wanted.connect(self.open_recent)
        start.dropped.connect(self.open_dropped)

    def show_recent(self) -> None:
        """Offer recent pairs and lists in the menu and on the start page."""
        recent = self._settings.recent()
        self._recent.set_recent(recent)
        self._stage.start.do("recent", lambda start: start.set_recent(recent))

    def remember(self, opened: Opened) -> None:
        """Put what was opened first among the recent ones; dialogs start in its folder."""
        wanted = opened.wanted
        if wanted.blind is not None and not wanted.is_about_others:  # else it holds for this once
            self._settings.remember_blind(wanted.blind_key, opened.store.annotator, wanted.blind)
        if wanted.texts is None and not wanted.is_about_others:
            paths = opened.wanted.paths
            has_name = any(is_address(path) or split_address(path) for path in paths)
            is_named = opened.pairs.labels_path is None or has_name
            name = opened.pairs.name if is_named else ""
            self._settings.remember_recent(opened.wanted.key, name)
            self.show_recent()
            own = (self._places.samples.parent, self._places.data)
            if opened.pairs.folder not in own and not is_address(paths[0]):
                folder = file_of(paths[0]).parent
                self._settings[keys.LAST_FOLDER] = str(folder)

    def ask_documents(self) -> None:
        """Ask for the reference, then for the candidate."""
        from PySide6.QtWidgets import QFileDialog

        chosen: list[str] = []
        for title in (self.tr("Choose the reference"), self.tr("Choose the candidate")):
            folder = str(Path(chosen[0]).parent) if chosen else self._settings[keys.LAST_FOLDER]
            path, _ = QFileDialog.getOpenFileName(self._window, title, folder)
            if not path:
                return
            chosen.append(path)
        self.open_paths(chosen)

    def ask_second(self, path: str, labels: str | None = None) -> None:
        """Ask for the document that is to be compared with the one at *path*.

        *labels* is the label file, where the command line named one.
        """
        if is_address(path):
            self.links_dropped.emit((path,))
            return
        from PySide6.QtWidgets import QFileDialog

        if has_role(path, "candidate"):
            title = self.tr("Choose the reference that belongs to {name}")
        else:
            title = self.tr("Choose the candidate that belongs to {name}")
        title = title.format(name=shown_name(PurePath(path).name))
        folder = str(file_of(path).parent)
        second, _ = QFileDialog.getOpenFileName(self._window, title, folder)
        if second:
            self.open(Wanted(in_roles((path, second)), labels=labels))
        else:
            said = self.tr("{name} is one document; open or drop it together with a second one.")
            self._show_error(said.format(name=shown_name(path)))

    def ask_list(self) -> None:
        """Ask for a list of pairs."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Choose a list of pairs"),
            self._settings[keys.LAST_FOLDER],
            self.tr("Lists of pairs")
            + f" ({' '.join(f'*{suffix}' for suffix in SHOWN_SUFFIXES)});;"
            + self.tr("All files")
            + " (*)",
        )
        if path:
            self.open_paths([path])

    def ask_folder(self) -> None:
        """Ask for a folder with pairs, or with articles among which pairs can be looked for."""
        from PySide6.QtWidgets import QFileDialog

        path = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Choose a folder with pairs or articles"),
            self._settings[keys.LAST_FOLDER],
        )
        if path:
            self.open_paths([path])

    def open_samples(self) -> None:
        """Open the sample pairs."""
        self.open_paths([str(self._places.samples)])

    def open_recent(self, key: str) -> None:
        """Open one of the recent ones again."""

        def paths() -> tuple[str, ...]:
            there = os.path.exists(key)  # noqa: PTH110 - nor where nobody may look
            return (key,) if there else tuple(key.split(_SEPARATOR))

        self._open_found(lambda: Wanted(paths()))

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open two documents, or one list or folder."""
        if len(paths) not in (1, 2):
            self._show_error(self.tr("Drop two documents, or one list of pairs, or one folder."))
            return
        self.open(Wanted(tuple(paths)))

    def open_dropped(self, paths: Sequence[str]) -> None:
        """Open what was dropped, or say what can be dropped; for links, ask first."""
        paths = in_roles(paths)
        if len(paths) in (1, 2) and any(map(is_address, paths)):
            self.links_dropped.emit(paths)
        else:
            self.open_paths(paths)

    def paste(self) -> None:
        """Ask for two texts."""
        dialog = PasteDialog(self._window)
        dialog.accepted.connect(lambda: self.open(Wanted(texts=dialog.texts())))
        dialog.open()

    def open(self, wanted: Wanted) -> None:
        """Open *wanted*; the open list stays until the new one is found."""
        self._open_found(lambda: wanted)

    def _open_found(self, wanted: Callable[[], Wanted]) -> None:
        """Open what *wanted* returns; it may ask the disk, and raise what opening raises."""
        annotator = self.annotator
        columns, labels = self._asked.columns, self._asked.labels_set

        def find(cancelled: threading.Event) -> Opened:
            asked = wanted()._replace(annotator=annotator, columns=columns, labels_set=labels)
            try:
                return open_pairs(as_remembered(asked, self._settings.blind), self._places)
            except LooseArticlesError as error:
                raise _NoPairsYetError(asked, error) from error

        self._expected.stop()
        self.search.cancel()
        self._background.run(find)

    @property
    def annotator(self) -> str:
        """The name under which lists are opened: the command line's, else that in the settings.

        Empty for the login name.
        """
        return self._asked.annotator or self._settings[keys.ANNOTATOR]

    def change_annotator(self, name: str) -> None:
        """Record decisions under *name* from now on, and open the list again for that annotator.

        The name applies to this window, whatever the command line said, and to later windows
        without one.
        """
        opened = self._session.opened
        if opened is not None and opened.wanted.review is not None:
            review = opened.wanted.review._replace(annotator=name)
            self._open_again(opened, opened.wanted._replace(review=review, blind=None))
            return
        self._settings[keys.ANNOTATOR] = "" if name == login_name() else name
        self._asked = self._asked._replace(annotator=annotator_of(name))
        if opened is None or opened.store.annotator == self._asked.annotator:
            return
        again = opened.wanted._replace(annotator=self._asked.annotator, blind=None)
        again = as_remembered(again, self._settings.blind)
        if again.blind is None and opened.blind is not None:  # it was on for the label file
            again = again._replace(blind=FIGURES if opened.blind.figures else NAMES)
        self._open_again(opened, again)

    def read_blind(self, wanted: str) -> None:
        """Open the list again, read as *wanted*: one of ``labels.pairs.blind.CHOICES``."""
        opened = self._session.opened
        if opened is not None:
            self._open_again(opened, opened.wanted._replace(blind=wanted))

    def _open_again(self, opened: Opened, wanted: Wanted) -> None:
        """Open the pairs of *opened* as *wanted*, without repeating notices about the list."""
        listed = opened.pairs if opened.listed is None else opened.listed
        pairs = listed._replace(notices=())
        self._expected.stop()
        self._background.run(lambda _cancelled: open_pairs(wanted, self._places, pairs))

    def expect(self, opening: Opening, begin: Callable[[Opened], None]) -> None:
        """Call *begin* with what is being opened, while the window is already shown."""
        self._stage.show_pair()
        self._banners.show_banner("opening", self.tr("Reading the labels…"), "info")

        def look() -> None:
            try:
                opened = opening.wait(0)
            except Exception as error:  # whatever it is: it is not asked for again
                self._expected.stop()
                self._banners.hide_banner("opening")
                self._stage.start.show()
                self._refuse(error)
                return
            if opened is not None:
                self._expected.stop()
                self._show_in_turns(opened, begin)

        self._expected.timeout.connect(look)
        self._expected.start()

    def close(self) -> None:
        """Drop whatever is being opened or searched."""
        self.search.cancel()
        self._expected.stop()
        self._showing.stop()
        self._background.close()

    def _show_in_turns(self, opened: Opened, begin: Callable[[Opened], None]) -> None:
        self._showing.do(self._turns(opened, begin))

    def _turns(self, opened: Opened, begin: Callable[[Opened], None]) -> Work[None]:
        """Create the widgets of a list, then show it in another turn of the event loop."""
        if len(opened.pairs.pairs) > 1:
            self.list_found.emit()
            yield
        self._banners.hide_banner("opening")
        begin(opened)

    def _begin(self, opened: Opened) -> None:
        self._session.open(
            opened,
            reading_of(self._settings),
            self._settings.place(opened.key, opened.store.annotator),
        )
        self.remember(opened)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, LoneDocumentError):
            # A dialog has an event loop of its own: what is being opened comes to its end first.
            QTimer.singleShot(0, self, partial(self.ask_second, error.path))
        elif isinstance(error, _NoPairsYetError):
            if isinstance(error.why, UnnamedColumnsError):
                self._ask_columns(error.wanted, error.why)
            else:
                self.search.begin(error.wanted)
        elif isinstance(error, (PairListError, LabelFileError)):
            self._show_error(translated(error.message))
        else:
            raise error

    def _ask_columns(self, wanted: Wanted, why: UnnamedColumnsError) -> None:
        """Ask which columns of a file contain its articles; without an answer, say why none do."""
        from .columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(shown_name(PurePath(why.path).name), why.columns, self._window)

        def begin() -> None:
            self.search.begin(wanted._replace(article_columns=dialog.columns()))

        dialog.accepted.connect(begin)
        dialog.rejected.connect(partial(self._show_error, translated(why.message)))
        dialog.open()

    def _show_error(self, sentence: str) -> None:
        self._banners.show_banner("opening", sentence, "error")


_ROOM = Room(characters=200_000, lines=3_000, line=10_000)


_COMPARE_KEYS = (QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter"))
_NATIVE = QKeySequence.SequenceFormat.NativeText


class PasteDialog(QDialog):
    """A field for each text; both must have words before they can be compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste two texts"))
        self._reference = self._field(self.tr("Paste the reference here"))
        self._candidate = self._field(self.tr("Paste the candidate here"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        set_tip(self._go, _COMPARE_KEYS[0].toString(_NATIVE))
        for key in _COMPARE_KEYS:
            QShortcut(key, self, self._go.click)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fields = QHBoxLayout()
        for name, field in (
            (self.tr("Reference"), self._reference),
            (self.tr("Candidate"), self._candidate),
        ):
            column = QVBoxLayout()
            title = plain_label(name, "title")
            title.setBuddy(field)
            column.addWidget(title)
            column.addWidget(field, 1)
            fields.addLayout(column)
        layout = QVBoxLayout(self)
        layout.addLayout(fields, 1)
        self._too_long = plain_label(
            self.tr(
                "Not inserted: there is room for {characters} characters in {lines} lines of at "
                "most "
                "{line}. Save the text in a file and open that."
            ).format(**{name: grouped(most) for name, most in _ROOM._asdict().items()}),
            wrap=True,
        )
        self._too_long.hide()
        layout.addWidget(self._too_long)
        layout.addWidget(
            plain_label(
                self.tr(
                    "Texts and labels are kept in your own data folder, and stay under Recent."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(buttons)
        self._go.setDefault(True)  # of a dialog, so not before it is in one
        resize_on_screen(self, 860, 480)
        for field in (self._reference, self._candidate):
            field.textChanged.connect(self._look)
            field.refused.connect(self._refuse)
        self._look()

    def texts(self) -> tuple[str, str]:
        """Return reference and candidate exactly as they were pasted."""
        return exact_text(self._reference.document()), exact_text(self._candidate.document())

    @staticmethod
    def _field(hint: str) -> LimitedEdit:
        field = LimitedEdit(_ROOM)
        field.setPlaceholderText(hint)
        field.setAccessibleName(hint)
        field.setTabChangesFocus(True)
        return field

    def _refuse(self) -> None:
        self._too_long.show()
        announce(self._too_long, self._too_long.text())

    def _look(self) -> None:
        self._too_long.hide()
        self._go.setEnabled(all(text.strip() for text in self.texts()))
