"""Translates the messages of the layers below, and figures, into the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from ...messages import Argument, Message
from ...messages.message_value import CONTEXT


def translated(message: Message | None) -> str:
    """Return *message* in the language of the window, empty for None.

    Names and the words of the operating system stay as they are; numbers are grouped as the
    language groups them.
    """
    if message is None:
        return ""
    pattern = QCoreApplication.translate(CONTEXT, message.code.value)
    return pattern.format(**{name: _in_place(value) for name, value in message.arguments.items()})


def grouped(number: int) -> str:
    """Return *number* with the separators of the window's language: ``1,240``, ``1.240``."""
    return QLocale().toString(number)


def _in_place(argument: Argument) -> str | int:
    if isinstance(argument, Message):
        return translated(argument)
    return _Number(argument) if isinstance(argument, int) else argument


class _Number(int):
    """A number that is grouped as the language of the window has it."""

    def __format__(self, form: str) -> str:
        return grouped(int(self)) if form == "," else super().__format__(form)
