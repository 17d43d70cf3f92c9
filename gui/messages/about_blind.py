"""What can be said of blind reading."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutBlind(Code):
    """How a list is read, and why it cannot be read so."""

    # Clauses about the file beside a list
    BAD_SETTING = QT_TRANSLATE_NOOP("Messages", '“blind” is neither true, false nor "figures"')
    BAD_SEED = QT_TRANSLATE_NOOP("Messages", "“seed” is no whole number from 0 to {most:,}")

    # Blind reading
    IS_BLIND = QT_TRANSLATE_NOOP(
        "Messages",
        "Blind reading: names, paths and columns of the list are hidden; order and sides are drawn "
        "for {annotator}, from the number {seed}.",
    )
    IS_BLIND_TO_FIGURES = QT_TRANSLATE_NOOP(
        "Messages",
        "Blind reading: names, paths, columns of the list and similarities are hidden; order and "
        "sides are drawn for {annotator}, from the number {seed}.",
    )
