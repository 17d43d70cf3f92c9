"""The About box: name, version, licence, and the libraries in use."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ... import __version__
from ..controls.controls import plain_label, separator
from ..controls.theme import pixmap


class AboutDialog(QDialog):
    """Name, version and licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Copydesk"))
        picture = QLabel()
        picture.setPixmap(pixmap("copydesk", QColor(0, 0, 0), 64, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(plain_label("Copydesk", "headline"))
        version = plain_label(self.tr("Version {version}").format(version=__version__))
        version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(version)
        words.addWidget(
            plain_label(
                self.tr("Read two articles side by side, see what was swapped, label the pair."),
                wrap=True,
            )
        )
        words.addWidget(separator())
        words.addWidget(
            plain_label(
                self.tr(
                    "Free software under the MIT licence. It comes without any warranty."
                    " The window is drawn by Qt {version} (LGPL, version 3)."
                ).format(version=qVersion()),
                "muted",
                wrap=True,
            )
        )
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addLayout(top, 1)
        layout.addWidget(buttons)
        self.resize(460, 260)
