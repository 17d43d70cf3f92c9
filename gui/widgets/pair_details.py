"""The details of the pair in the window: its paths and the list's further columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from ..labels import Pair
from .parts import ElidedLabel, plain_label

_TALLEST = 130


class PairDetails(QScrollArea):
    """Names and values, one a line; takes no more room than it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details of the pair"))
        self.setViewport(QWidget())  # without a background of its own
        self.set_pair(None)

    def set_pair(self, pair: Pair | None) -> None:
        """Show *pair*; None shows nothing."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        if pair is not None:
            rows = (
                (self.tr("Reference"), pair.reference),
                (self.tr("Candidate"), pair.candidate),
                *pair.details,
            )
            for number, (name, value) in enumerate(rows):
                grid.addWidget(plain_label(name[:40], "muted"), number, 0)
                shown = ElidedLabel(value)
                shown.setAccessibleName(f"{name}: {value}")
                grid.addWidget(shown, number, 1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setVisible(pair is not None)
        self.setFixedHeight(min(_TALLEST, inner.sizeHint().height() + 2))
