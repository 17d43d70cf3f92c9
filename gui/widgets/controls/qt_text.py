"""Text between the program and Qt: exact, shortened, limited, announced, translated."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QMimeData,
    Qt,
    QTranslator,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...messages import Argument, Message
from ...messages.message_value import CONTEXT
from ...reports import percent
from ...resources import languages, translation_path

_SEVERAL_HOURS = 90  # minutes, from which on hours are told


def exact_text(document: QTextDocument) -> str:
    r"""Return the text of *document* with its non-breaking spaces and line separators kept.

    ``toPlainText`` turns U+00A0 into a space and U+2028 into a line end; the raw text has
    U+2029 between paragraphs and nothing else is changed: ``"a\u00a0b"`` stays itself.
    """
    return document.toRawText().replace("\u2029", "\n")


SHOWN = 300
"""Characters of a name or a value that are drawn on one line: nobody sees more of them."""


def middle_cut(text: str, most: int = SHOWN) -> str:
    """Return *text* on one line, with its middle elided if it exceeds *most* characters.

    Qt measures all of a line that it draws, however long it is.

    >>> middle_cut("abcdefghij", 5)
    'ab…ij'
    """
    if len(text) > most:
        half = (most - 1) // 2
        text = f"{text[: most - 1 - half]}…{text[len(text) - half :]}"
    return " ".join(text.split("\n"))


def short_name(metrics: QFontMetrics, name: str, mode: Qt.TextElideMode) -> str:
    """Return as much of *name* as fits into its ``least_width``."""
    room = least_width(metrics, name)
    # elidedText may cut what fits, for a part of a pixel.
    fits = metrics.horizontalAdvance(name) <= room
    return name if fits else metrics.elidedText(name, mode, room)


def least_width(metrics: QFontMetrics, name: str) -> int:
    """Return the pixels that *name* needs, or that a long name needs to say anything."""
    return min(metrics.horizontalAdvance(name), 16 * metrics.averageCharWidth())


def short_lines(text: str, longest: int) -> str:
    r"""Return *text* with lines of at most *longest* characters, broken at spaces where it can.

    Qt lays a line out as a whole: one of a megabyte takes seconds, and without a space minutes.

    >>> short_lines("one two three\nfour", 8)
    'one two \nthree\nfour'
    """
    lines = []
    for line in text.split("\n"):
        start = 0
        while len(line) - start > longest:
            space = line.rfind(" ", start + 1, start + longest)
            end = space + 1 if space > start else start + longest
            lines.append(line[start:end])
            start = end
        lines.append(line[start:])
    return "\n".join(lines)


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


def whole_hours(minutes: int) -> int | None:
    """Return *minutes* in whole hours; None for less than an hour and a half.

    >>> whole_hours(89), whole_hours(200)
    (None, 3)
    """
    return round(minutes / 60) if minutes >= _SEVERAL_HOURS else None


def shown_percent(share: float | None) -> str:
    """Return *share* (0 to 1) as per cent with the decimal point of the window's language."""
    return percent(share).replace(".", QLocale().decimalPoint())


def _in_place(argument: Argument) -> str | int:
    if isinstance(argument, Message):
        return translated(argument)
    return _Number(argument) if isinstance(argument, int) else argument


class _Number(int):
    """A number that is grouped as is usual in the language of the window."""

    def __format__(self, form: str) -> str:
        return grouped(int(self)) if form == "," else super().__format__(form)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader speak *text* soon, whatever has the focus."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Room(NamedTuple):
    """How much a field accepts: characters, lines, and characters per line.

    Qt lays out all of a text at once, and each line as a whole: beyond some ten thousand characters
    the window would freeze.
    """

    characters: int
    lines: int
    line: int


class LimitedEdit(QPlainTextEdit):
    """Plain text of limited length. ``refused`` is emitted for what was too long to insert.

    The text that is already in the field stays unchanged.
    """

    refused = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room

    def has_room(self, text: str) -> bool:
        """Return whether *text* fits in place of the selection, or at the caret."""
        document, cursor = self.document(), self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        characters = document.characterCount() - 1 - (end - start) + len(text)
        if characters > self._room.characters:
            return False  # before the lines of megabytes are counted
        first, last = document.findBlock(start), document.findBlock(end)
        lines = list(map(len, text.split("\n")))
        lines[0] += start - first.position()  # with what stands before and behind it
        lines[-1] += last.position() + last.length() - 1 - end
        return (
            document.blockCount() + len(lines) - 1 <= self._room.lines
            and max(lines) <= self._room.line
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped, or refuse it."""
        if self.has_room(source.text()):
            super().insertFromMimeData(source)
        else:
            self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type the key, or refuse it if there is no room for it."""
        text = event.text()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        types = enter or (bool(text) and text.isprintable())
        if types and not self.has_room("\n" if enter else text):
            self.refused.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Insert what an input method has composed, or refuse it."""
        text = event.commitString()
        if text and not self.has_room(text):
            self.refused.emit()
            event.accept()
            return
        super().inputMethodEvent(event)


def spoken_language(choice: str) -> str:
    """Return the language for a choice of the settings; "" and "system" ask the desktop.

    A language that is not shipped becomes English.
    """
    if choice not in ("", "system"):
        wanted = [choice]
    else:
        wanted = [str(name) for name in QLocale.system().uiLanguages()]
    for name in wanted:
        short = name.replace("-", "_").split("_")[0]
        if short in languages():
            return short
    return "en"


def install_language(application: QCoreApplication, choice: str) -> str:
    """Install the translators of the chosen language in *application*; return the language.

    English is installed too: its file carries the plural forms. The translators belong to
    *application*; those of an earlier call are taken out again.
    """
    for old in application.findChildren(QTranslator, "language"):
        application.removeTranslator(old)
        old.deleteLater()
    language = spoken_language(choice)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{qt_folder}/qtbase_{language}.qm", translation_path(language)]
    for file in files:
        translator = QTranslator(application)
        translator.setObjectName("language")
        if file is not None and translator.load(str(file)):
            application.installTranslator(translator)
        else:
            translator.deleteLater()
    QLocale.setDefault(QLocale(language) if choice not in ("", "system") else QLocale.system())
    return language


def current_language() -> str:
    """Return the language of the program now; English before any was installed."""
    application = QCoreApplication.instance()
    installed = application.findChildren(QTranslator, "language") if application else []
    return installed[-1].language().split("_")[0] if installed else "en"
