"""Connects the text with the actions that step through it, and offers its encodings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QCursor, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from ... import settings as keys
from ...review.current_pair import CurrentPair
from ...settings import Settings
from ..controls.actions import ActionSet
from ..controls.deferred import LazyWidget
from ..evidence.evidence_panel import EvidencePanel
from .counterparts import Role
from .differences import Difference
from .text_search import FindBar
from .view import ReadingView

_OF_MARKS = ("next-difference", "previous-difference", "jump-to-counterpart")


class ReadingController(QObject):
    """Controls how the pair in the window is shown, and never its label."""

    def __init__(
        self,
        current: CurrentPair,
        reading: ReadingView,
        evidence: EvidencePanel,
        late_find: LazyWidget[FindBar],
        actions: ActionSet,
        settings: Settings,
        show_notice: Callable[[str], None],
        show_place: Callable[[int, int], None],
    ) -> None:
        """*show_notice* shows a passing notice.

        *show_place* shows the number of the current difference, from 1, among how many; 0 for none.
        """
        super().__init__(current)
        self._current = current
        self._reading = reading
        self._evidence = evidence
        self._late_find = late_find
        self._actions = actions
        self._settings = settings
        self._show_notice = show_notice
        self._show_place = show_place
        self._connect_views()
        self._connect_actions()
        self.refresh()

    def refresh(self) -> None:
        """Apply the settings to the text."""
        reading, settings = self._reading, self._settings
        reading.set_zoom(settings[keys.ZOOM])
        reading.set_font_style(settings[keys.FONT_STYLE])
        reading.set_folding(settings[keys.FOLDING])
        reading.set_share(settings[keys.PANE_SHARE] / 1000)
        self._actions["fold"].setChecked(settings[keys.FOLDING])
        self._actions["serif"].setChecked(settings[keys.FONT_STYLE] == "serif")
        self._actions["whole-page"].setChecked(self._current.reading.whole_page)
        shown = settings[keys.SHOWN]
        self._show_kinds(frozenset(shown))

    def _connect_views(self) -> None:
        reading, evidence = self._reading, self._evidence
        reading.notice.connect(self._show_notice)
        reading.encoding_wanted.connect(self._ask_encoding)
        reading.zoom_changed.connect(self._keep_zoom)
        reading.current_changed.connect(self._current_changed)
        evidence.change_wanted.connect(reading.go_to_change)
        evidence.section_wanted.connect(reading.go_to_section)
        evidence.shown_changed.connect(self._choose_kinds)
        self._late_find.do("connect", self._connect_find)

    def _connect_find(self, find: FindBar) -> None:
        reading = self._reading
        reading.hits_changed.connect(find.set_hits)
        reading.searching.connect(find.set_searching)
        find.text_changed.connect(reading.finder.find)
        find.next_wanted.connect(partial(reading.finder.step, 1))
        find.previous_wanted.connect(partial(reading.finder.step, -1))
        find.closed.connect(self._end_find)

    def _connect_actions(self) -> None:
        reading = self._reading
        in_the_text: dict[str, Callable[[], object]] = {
            "next-difference": reading.next_change,
            "previous-difference": reading.previous_change,
            "jump-to-counterpart": reading.jump_to_counterpart,
            "find": self._find,
            "find-next": partial(reading.finder.step, 1),
            "find-previous": partial(reading.finder.step, -1),
        }
        self._actions.handle(
            {name: partial(self._where_seen, name, go) for name, go in in_the_text.items()}
        )
        self._actions.handle(
            {
                "copy": self._copy,
                "zoom-in": reading.zoom_in,
                "zoom-out": reading.zoom_out,
                "zoom-reset": reading.zoom_reset,
            }
        )
        switches: dict[str, Callable[[bool], object]] = {
            "swap": self._swap,
            "fold": self._fold,
            "serif": self._serif,
            "whole-page": self._whole_page,
            "repair": self._current.read_repaired,
        }
        for kind in keys.SHOWN_KINDS:
            switches[f"show-{kind}"] = partial(self._switch_kind, kind)
        self._actions.handle_switches(switches)

    def _copy(self) -> None:
        """Copy the row of the focused list or table, or the selected text."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractItemView):
            text = _row_text(focused)
            if text:
                QGuiApplication.clipboard().setText(text)
        else:
            text = self._reading.selected_text()
            self._reading.copy()
        if not text:  # what is on the clipboard is something else
            self._show_notice(self.tr("Nothing is selected that could be copied."))

    def _current_changed(self, difference: Difference | None) -> None:
        self._evidence.show_change(difference.change if difference else None)
        self._show_place(*self._reading.place_among_differences or (0, 0))

    def _where_seen(self, name: str, go: Callable[[], object]) -> None:
        """Call *go*, which moves in the text, unless something else is shown in its place."""
        if self._reading.isVisible() and name in _OF_MARKS and self._current.unmarked:
            self._show_notice(self.tr("The marks are hidden."))
        elif self._reading.isVisible():
            go()
        else:
            self._show_notice(self.tr("No text is shown here."))

    def _find(self) -> None:
        if self._current.pair is not None:
            find = self._late_find.make()
            find.show()
            find.activate(self._reading.selected_text())

    def _end_find(self) -> None:
        self._late_find.setVisible(False)
        self._reading.finder.find("")
        self._reading.setFocus()

    def _keep_zoom(self, zoom: int) -> None:
        self._settings[keys.ZOOM] = zoom

    def _ask_encoding(self, role: Role) -> None:
        documents, pair = self._current.documents, self._current.pair
        if documents is None or pair is None:
            return
        document = documents[0] if role is Role.REFERENCE else documents[1]
        name = pair.reference if role is Role.REFERENCE else pair.candidate
        chosen = self._current.reading.encodings.get(name)
        reading = self._current.reading

        def choose(encoding: str | None) -> None:
            self._current.read_otherwise(reading.with_encoding(name, encoding))

        ask_encoding(self._reading, document.encoding, chosen, choose)

    def _swap(self, on: bool) -> None:
        self._current.swapped = on
        self._reading.set_swapped(on)

    def _fold(self, on: bool) -> None:
        self._settings[keys.FOLDING] = on
        self._reading.set_folding(on)
        if self._reading.has_folds is False:
            self._show_notice(
                self.tr("There is nothing to fold: no long stretch of this pair is equal.")
            )

    def _serif(self, on: bool) -> None:
        self._settings[keys.FONT_STYLE] = "serif" if on else "sans"
        self._reading.set_font_style(self._settings[keys.FONT_STYLE])

    def _whole_page(self, on: bool) -> None:
        self._settings[keys.WHOLE_PAGE] = on
        self._current.read_whole_pages(on)

    def _switch_kind(self, kind: str, on: bool) -> None:
        shown = self._settings[keys.SHOWN]
        others = frozenset(known for known in shown if known != kind)
        self._choose_kinds(others | {kind} if on else others)

    def _choose_kinds(self, shown: frozenset[str]) -> None:
        self._settings[keys.SHOWN] = tuple(kind for kind in keys.SHOWN_KINDS if kind in shown)
        self._show_kinds(shown)

    def _show_kinds(self, shown: frozenset[str]) -> None:
        self._reading.set_shown(shown)
        self._evidence.set_shown(shown)
        for kind in keys.SHOWN_KINDS:
            self._actions[f"show-{kind}"].setChecked(kind in shown)


# The usual encodings of articles, by script; any other can be given with --encoding.
ENCODINGS = (
    *("utf-8", "utf-16", "cp1252", "iso-8859-15", "cp1250", "iso-8859-2", "cp1254", "cp1257", ""),
    *("cp1251", "koi8-r", "iso-8859-5", "cp1253", "iso-8859-7", "cp1255", "cp1256", ""),
    *("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "cp874"),
)


def ask_encoding(
    parent: QWidget, now: str, chosen: str | None, choose: Callable[[str | None], None]
) -> QMenu:
    """Open a menu at the pointer; *choose* is called with an encoding, or None for "as found".

    *now* is the encoding that the document was read in, *chosen* the one that was asked for.
    """
    menu = QMenu(parent)
    group = QActionGroup(menu)
    found = QCoreApplication.translate("EncodingMenu", "As found ({encoding})").format(encoding=now)
    _add(menu, group, found, chosen is None, lambda: choose(None))
    menu.addSeparator()
    for name in ENCODINGS:
        if name:
            _add(menu, group, name, name == chosen, _choosing(choose, name))
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(QCursor.pos())
    return menu


def _add(menu: QMenu, group: QActionGroup, text: str, on: bool, chosen: Callable[[], None]) -> None:
    action = QAction(text, menu)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on: chosen())
    group.addAction(action)
    menu.addAction(action)


def _choosing(choose: Callable[[str | None], None], name: str) -> Callable[[], None]:
    return lambda: choose(name)


def _row_text(view: QAbstractItemView) -> str:
    """Return the texts in the current row of *view*, separated by tabs."""
    cells = []
    index = view.currentIndex().siblingAtColumn(0)
    while index.isValid():
        cells.append(str(index.data() or ""))
        index = index.siblingAtColumn(index.column() + 1)
    return "\t".join(filter(None, cells))
