"""Dialogs about web pages: which two to open, and which snapshots of one to compare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...documents import DocumentError
from ...documents.web.web_addresses import address_of, dated, is_address, named_hosts
from ...review.opening.fetching import FetchHistory
from ..controls.controls import plain_label
from ..controls.qt_text import announce, middle_cut, translated

_WIDTH = 640
_SHOWN = 70  # characters of an address in a list of several


class LinksDialog(QDialog):
    """A field for each of two documents: the address of a web page, or the path of a file.

    Below them it says which server will be contacted, before any is.
    """

    def __init__(self, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """Begin with *names*, at most two."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open web pages"))
        self._fields = [QLineEdit(), QLineEdit()]
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field, title in zip(
            self._fields, (self.tr("Reference"), self.tr("Candidate")), strict=True
        ):
            field.setPlaceholderText(self.tr("A link, or the path of a file"))
            field.setAccessibleName(title)
            field.setClearButtonEnabled(True)
            form.addRow(title, field)
        for field, name in zip(self._fields, names, strict=False):
            field.setText(name)
        self._said = plain_label("", "muted", wrap=True)
        self._problem = plain_label("", "warning", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(
            self.tr("Fetch and compare"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for part in (self._said, self._problem):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self._go.setDefault(True)  # of a dialog, so not before it is in one
        self.resize(_WIDTH, 0)
        for field in self._fields:
            field.textChanged.connect(self._look)
        empty = next((field for field in self._fields if not field.text()), None)
        (empty or self._go).setFocus()
        self._look()

    def names(self) -> tuple[str, str]:
        """Return the texts of both fields."""
        first, second = (field.text().strip() for field in self._fields)
        return first, second

    def _look(self) -> None:
        names = self.names()
        pages = [name for name in names if is_address(name)]
        problem = ""
        for page in (name for name in names if "://" in name or name in pages):
            try:
                address_of(page)
            except DocumentError as error:
                problem = problem or translated(error.message)
        said = ""
        if pages and not problem:
            said = self.tr(
                "Asked for their pages, unless there is a snapshot: {hosts}. Nothing else is "
                "fetched, no pictures, scripts or cookies. The pages are kept in your data folder "
                "with their date and SHA-256."
            ).format(hosts=named_hosts(pages))
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        announce(self._problem, problem)
        self._go.setEnabled(all(names) and not problem)
        self._go.setText(self.tr("Fetch and compare") if pages else self.tr("Compare"))
        make_room(self)


def make_room(dialog: QDialog) -> None:
    """Grow *dialog* to the height that its sentences need at its width.

    Qt does not resize a dialog when a sentence gets longer, and squeezes the fields.
    """
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        needed = layout.totalHeightForWidth(dialog.width())
        if dialog.height() < needed:
            dialog.resize(dialog.width(), needed)


class SnapshotsDialog(QDialog):
    """Two snapshots of one page, to be compared with each other."""

    def __init__(self, known: Sequence[FetchHistory], parent: QWidget | None = None) -> None:
        """Offer the pages *known*, each of which was fetched more than once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare two snapshots"))
        self._known = tuple(known)
        self._page, self._earlier, self._later = QComboBox(), QComboBox(), QComboBox()
        form = QFormLayout()
        rows: list[tuple[str, QComboBox]] = [
            (self.tr("Web page"), self._page),
            (self.tr("Reference"), self._earlier),
            (self.tr("Candidate"), self._later),
        ]
        for title, box in rows:
            box.setAccessibleName(title)
            form.addRow(title, box)
        for one in self._known:
            self._page.addItem(middle_cut(one.url, _SHOWN))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._go.setDefault(True)  # of a dialog, so not before it is in one
        self._page.currentIndexChanged.connect(self._choose_page)
        for box in (self._earlier, self._later):
            box.currentIndexChanged.connect(self._look)
        changed = (n for n, one in enumerate(self._known) if one.changed)
        self._page.setCurrentIndex(next(changed, 0))
        self._choose_page()
        self._go.setFocus()

    def names(self) -> tuple[str, str]:
        """Return the dated addresses of both snapshots."""
        page = self._known[self._page.currentIndex()]
        first, second = (
            dated(page.url, page.times[box.currentIndex()]) for box in (self._earlier, self._later)
        )
        return first, second

    def _choose_page(self) -> None:
        page = self._known[self._page.currentIndex()]
        for box, chosen in ((self._earlier, -2), (self._later, -1)):
            box.clear()
            box.addItems([readable_time(time) for time in page.times])
            box.setCurrentIndex(len(page.times) + chosen)

    def _look(self) -> None:
        self._go.setEnabled(self._earlier.currentIndex() != self._later.currentIndex())


def readable_time(time: str, *, seconds: bool = True) -> str:
    """Return *time*, ISO 8601 in UTC, in a readable form, to the second or the minute.

    >>> readable_time("2026-02-03T04:05:06.789Z")
    '2026-02-03 04:05:06 UTC'
    """
    return f"{time[: 19 if seconds else 16].replace('T', ' ')} UTC"


def question(parent: QWidget, title: str, text: str, yes: str) -> QDialog:
    """Return a dialog that asks *text*; it is accepted with the button *yes*, not the default."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    layout = QVBoxLayout(dialog)
    said: QLabel = plain_label(text, wrap=True)
    layout.addWidget(said)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
    cancel.setDefault(True)
    cancel.setFocus()
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.setAccessibleDescription(text)
    dialog.resize(_WIDTH, 0)
    make_room(dialog)
    announce(dialog, text)
    return dialog
