"""The first screen: what can be opened, and how dropped files are handled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...documents.web.web_addresses import is_address, links_in
from ..controls.buttons import KeyButton, LinkButton
from ..controls.controls import (
    IconLabel,
    plain_label,
    put_in_middle,
    remove_widgets,
    restyle,
    separator,
    set_tip,
    wide_margins,
)
from ..controls.theme import Theme
from .tool_bar import short_path


class StartPanel(QFrame):
    """Two documents, a list, a folder, two texts, the sample pairs, or a recent one.

    ``dropped`` carries the paths that were dropped onto the panel.
    """

    documents_wanted = Signal()
    list_wanted = Signal()
    folder_wanted = Signal()
    links_wanted = Signal()
    paste_wanted = Signal()
    samples_wanted = Signal()
    recent_wanted = Signal(str)
    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._buttons = {
            "open": KeyButton("open-pair", self.tr("Open two documents…"), cap_last=True),
            "open-list": KeyButton("open-list", self.tr("Open a list of pairs…"), cap_last=True),
            "open-folder": KeyButton(
                "open", self.tr("Open a folder of pairs or articles…"), cap_last=True
            ),
            "open-links": KeyButton("paste", self.tr("Open web pages…"), cap_last=True),
            "paste-texts": KeyButton("paste", self.tr("Paste two texts…"), cap_last=True),
            "open-samples": KeyButton("sample", self.tr("Try the sample pairs"), cap_last=True),
        }
        self._buttons["open"].clicked.connect(self.documents_wanted)
        self._buttons["open-list"].clicked.connect(self.list_wanted)
        self._buttons["open-folder"].clicked.connect(self.folder_wanted)
        self._buttons["open-links"].clicked.connect(self.links_wanted)
        self._buttons["paste-texts"].clicked.connect(self.paste_wanted)
        self._buttons["open-samples"].clicked.connect(self.samples_wanted)
        self._picture = IconLabel("copydesk", size=64)
        self._recent_title = plain_label(self.tr("Recent"), "title")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self.set_recent(())

    def set_recent(self, recent: Sequence[tuple[str, str]]) -> None:
        """Offer the *recent* paths with their names, the newest first."""
        remove_widgets(self._recent)
        for path, name in recent:
            self._recent.addWidget(self._recent_button(path, name))
        self._recent_title.setVisible(bool(recent))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys on the buttons; *keys* goes by the name of the action."""
        for name, button in self._buttons.items():
            button.set_key(keys.get(name, ""))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._picture.set_theme(theme)
        for button in self._buttons.values():
            button.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, and show that they would be taken."""
        if take_files(event):
            restyle(self._card, "hot", True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Keep accepting them as a copy."""
        take_files(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Restore the usual look."""
        restyle(self._card, "hot", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the files that were dropped."""
        restyle(self._card, "hot", False)
        if take_files(event):
            self.dropped.emit(dropped_paths(event.mimeData()))

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label("Copydesk", "headline"))
        words.addWidget(
            plain_label(
                self.tr("Read two articles side by side, see what was swapped, label the pair."),
                "muted",
                wrap=True,
            )
        )
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addLayout(words, 1)
        return head

    def _button_grid(self) -> QGridLayout:
        buttons = QGridLayout()
        for number, button in enumerate(self._buttons.values()):
            button.setSizePolicy(
                button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed
            )
            buttons.addWidget(button, number // 2, number % 2)
        return buttons

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setProperty("part", "card")
        self._card.setMaximumWidth(720)
        column = QVBoxLayout(self._card)
        wide_margins(column)
        column.addLayout(self._head())
        column.addWidget(separator())
        column.addLayout(self._button_grid())
        for said in (
            self.tr("Or drop two documents, a list of pairs, a folder or links here."),
            self.tr(
                "No pairs yet? Open a folder of articles, or a file with one in each row: Copydesk "
                "finds the pairs among them that are worth reading."
            ),
        ):
            column.addWidget(plain_label(said, "muted", wrap=True))
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        put_in_middle(self._card, self)

    def _recent_button(self, path: str, name: str) -> LinkButton:
        button = LinkButton(name or short_path(path))
        set_tip(button, path)
        button.setAccessibleName(name or path)
        button.clicked.connect(lambda: self.recent_wanted.emit(path))
        return button


def dropped_paths(data: QMimeData) -> list[str]:
    """Return the local paths and web addresses in *data*, in order.

    If it has only text, that may be links.
    """
    found = [
        url.toLocalFile() if url.isLocalFile() else bytes(url.toEncoded().data()).decode("ascii")
        for url in data.urls()
    ]
    paths = [
        name
        for name, url in zip(found, data.urls(), strict=True)
        if url.isLocalFile() or is_address(name)
    ]
    return paths or (links_in(data.text()) if data.hasText() and not found else [])


def take_files(event: QDropEvent) -> bool:
    """Accept *event* if it brings files; always as a copy, whatever the file manager proposes.

    If a move were accepted, the source program might delete its files.
    """
    if not dropped_paths(event.mimeData()):
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
