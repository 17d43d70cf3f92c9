"""The words of a report in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from ..reports import Wording
from .language import current_language
from .own_words import in_own_words

CONTEXT = "Reports"
"""The translation context of every text of the reports."""


class WindowWording(Wording):
    """Says what a report says as the window does, with the reviewer's digits and points."""

    def __init__(self) -> None:
        self.language = current_language()
        self._locale = QLocale()
        self._said: dict[str, str] = {}  # a report asks for the same few words thousands of times

    def say(self, source: str) -> str:
        """Return *source* in the language of the window."""
        said = self._said.get(source)
        if said is None:
            said = self._said[source] = QCoreApplication.translate(CONTEXT, source)
        return said

    def count(self, source: str, number: int) -> str:
        """Return *source* with *number*, in the form that goes with it."""
        said = QCoreApplication.translate(CONTEXT, source, "", number)
        return said.replace(str(number), self._locale.toString(number), 1)

    def percent(self, share: float | None, digits: int = 1) -> str:
        """Return *share* as per cent with the reviewer's decimal point."""
        return super().percent(share, digits).replace(".", self._locale.decimalPoint())

    def sentence(self, said: str) -> str:
        """Return a document's notice in the language of the window."""
        return in_own_words(said)
