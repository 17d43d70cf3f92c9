"""Asks which columns of a file contain its articles, if no name says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from ...labels.pairs.pair_columns import find_article_columns
from ..controls.controls import plain_label
from ..controls.qt_text import middle_cut
from .link_dialogs import make_room

_WIDTH = 560
_SHOWN = 60  # characters of the name of a column, and of its first value


def _beginning(value: str) -> str:
    """Return the beginning of *value* on one line."""
    line = " ".join(value[: 2 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class ColumnsDialog(QDialog):
    """Lets the reviewer choose the columns of texts and ids; each is shown with its first value."""

    def __init__(
        self, name: str, columns: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """*columns* has the names of the columns of the file *name*, with the first value of each.

        The column with the longest value is preselected for the text.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of the articles"))
        longest = max(columns, key=lambda own: len(own[1]))[0]
        known = find_article_columns([own for own, _ in columns], longest).id
        self._text, self._id = self._choice(), self._choice()
        if known is None:  # else the articles are known by it where nothing is said
            self._id.addItem(self.tr("None: the number of the row"), "")
        for own, first in columns:
            for choice in (self._text, self._id):
                choice.addItem(f"{middle_cut(own, _SHOWN)}: {_beginning(first)}", own)
        self._text.setCurrentIndex(self._text.findData(longest))
        self._id.setCurrentIndex(self._id.findData(known or ""))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, choice in (
            (self.tr("Column with the &text"), self._text),
            (self.tr("Column with the &id"), self._id),
        ):
            form.addRow(title, choice)
        said = self.tr(
            "{name} has no columns named like those of a pair list. If each row is an "
            "article, say which column holds the text; pairs are looked for among them."
        ).format(name=middle_cut(name))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(
            self.tr("Look for pairs"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(said, wrap=True))
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self._go.setDefault(True)  # of a dialog, so not before it is in one
        self.resize(_WIDTH, 0)
        self._text.setFocus()
        for choice in (self._text, self._id):
            choice.currentIndexChanged.connect(self._look)
        self._look()
        make_room(self)

    def columns(self) -> tuple[str, str]:
        """Return the names of the columns of texts and ids; "" for ids that are rows' numbers."""
        return self._text.currentData(), self._id.currentData()

    @staticmethod
    def _choice() -> QComboBox:
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_SHOWN // 2)
        return choice

    def _look(self) -> None:
        """Disable the button while the columns of text and id are the same."""
        text, id = self.columns()
        self._go.setEnabled(text != id)
