"""The sign at the end of the label bar: whether the decisions are saved, and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..controls.controls import IconLabel, plain_label, restyle, tip
from ..controls.theme import Theme

_LOOK = {
    "saving": ("saving", "muted"),
    "saved": ("saved", "ok"),
    "doubt": ("journal", "warning"),
    "journal": ("journal", "warning"),
    "readonly": ("read-only", "warning"),
    "failed": ("error", "error"),
}


class SaveSign(QWidget):
    """Icon and word for a state of saving, with a button to try again where that may help."""

    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = self._message = self._path = self._doubt = ""
        self._icon = IconLabel()
        self._word = plain_label()
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.clicked.connect(self.retry_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self._word, self._icon, self._retry):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_state("", "")

    def set_state(self, kind: str, message: str) -> None:
        """Show *kind*: the value of a SaveKind, "saving", or nothing; *message* says why."""
        self._kind, self._message = kind, message
        self._show()

    def set_doubt(self, doubt: str) -> None:
        """Show, instead of "saved", that a row is in doubt; *doubt* says which, empty for none."""
        self._doubt = doubt
        self._show()

    def _show(self) -> None:
        kind = "doubt" if self._doubt and self._kind == "saved" else self._kind
        self._retry.setVisible(kind in ("journal", "readonly", "failed"))
        name, role = _LOOK.get(kind, ("", "muted"))
        self._icon.set_icon(name, role)
        self._word.setText(self._texts().get(kind, ""))
        restyle(self._word, "part", role)
        self._show_tip()

    def set_path(self, path: str) -> None:
        """Name the label file in the tooltip."""
        self._path = path
        self._show_tip()

    def set_compact(self, compact: bool) -> None:
        """Hide the word where there is little room; the icon's tooltip has it."""
        self._word.setVisible(not compact)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)

    def _show_tip(self) -> None:
        parts = (self._word.text(), self._message, self._doubt, self._path)
        hint = "\n".join(text for text in parts if text)
        for part in (self._word, self._icon):
            part.setToolTip(tip(hint))
        self._word.setAccessibleDescription(self._message)

    def _texts(self) -> dict[str, str]:
        return {
            "saving": self.tr("saving …"),
            "saved": self.tr("saved"),
            "doubt": self.tr("a label is in doubt"),
            "journal": self.tr("kept in the recovery journal"),
            "readonly": self.tr("label file is read-only"),
            "failed": self.tr("not saved"),
        }
