"""Two texts from the clipboard, to be compared like two documents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from .limited_edit import LimitedEdit, Room
from .parts import plain_label
from .saying import say
from .texts import exact_text

_ROOM = Room(characters=200_000, lines=3_000, line=10_000)


class PasteDialog(QDialog):
    """A field for each text; both must have words before it goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste two texts"))
        self._reference = self._field(self.tr("Paste the reference here"))
        self._candidate = self._field(self.tr("Paste the candidate here"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        fields = QHBoxLayout()
        fields.setSpacing(12)
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
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(fields, 1)
        self._too_long = plain_label(
            self.tr(
                "Not put in: here is room for {characters} characters in {lines} lines of at most "
                "{line}. Save the text in a file and open that."
            ).format(**_ROOM._asdict()),
            wrap=True,
        )
        self._too_long.hide()
        layout.addWidget(self._too_long)
        layout.addWidget(
            plain_label(
                self.tr("The labels of pasted texts are kept in your own data folder."),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(buttons)
        self.resize(860, 480)
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
        say(self._too_long, self._too_long.text())

    def _look(self) -> None:
        self._too_long.hide()
        self._go.setEnabled(all(text.strip() for text in self.texts()))
