"""Shows Markdown: headings, lists, tables and emphasis; HTML in it stays literal text.

Nothing is ever loaded from disk or network: an image is shown by its description and address, a
link by its text.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QImage,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

# What Qt lays out at once without a pause that anybody notices.
_MOST_CHARACTERS = 40_000
_MOST_LINES = 1_500
_MOST_BARS = 2_000  # each may be a cell of a table

_FEATURES = QTextDocument.MarkdownFeature
_OBJECT = "\ufffc"  # stands in a document where an image is
_DIALECT = _FEATURES.MarkdownDialectGitHub | _FEATURES.MarkdownNoHTML


class SealedDocument(QTextDocument):
    """A document of rich text that loads nothing, whatever it names."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return an empty picture: for nothing at all Qt would look on the disk itself."""
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(0)
        return empty


def is_short_enough(text: str) -> bool:
    """Return whether *text* can be shown as Markdown without blocking the window."""
    return (
        len(text) <= _MOST_CHARACTERS
        and text.count("\n") < _MOST_LINES
        and text.count("|") <= _MOST_BARS
    )


def markdown_document(text: str, parent: QObject | None = None) -> SealedDocument:
    """Return a document that shows *text*, which is Markdown.

    ``![a map](map.png)`` is shown as ``[a map: map.png]``, ``<b>x</b>`` as it stands.
    """
    document = SealedDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setMarkdown(text, _DIALECT)
    _name_images(document)
    _calm_headings(document)
    return document


def _name_images(document: QTextDocument) -> None:
    """Put the description and the address of each image in its place."""
    cursor = document.find(_OBJECT)
    while not cursor.isNull():
        look = cursor.charFormat()
        if look.isImageFormat():
            image = look.toImageFormat()
            alt = str(image.property(QTextFormat.Property.ImageAltText) or "")
            said = ": ".join(filter(None, (alt, image.name())))
            cursor.insertText(f"[{said}]", QTextCharFormat())
        cursor = document.find(_OBJECT, cursor)


def _calm_headings(document: QTextDocument) -> None:
    """Limit headings to a size that suits a narrow panel; Qt's own would fill half of it."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            look = QTextCharFormat()
            look.setProperty(QTextFormat.Property.FontSizeAdjustment, 1 if level == 1 else 0)
            cursor.mergeCharFormat(look)
        block = block.next()


class MarkdownView(QTextEdit):
    """Markdown to be read; its text can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self._shown: SealedDocument | None = None
        self._scrolled = False
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._stay)
        bar.valueChanged.connect(self._stay)
        bar.actionTriggered.connect(self._note_scrolling)

    def show_markdown(self, text: str) -> None:
        """Show *text* from its beginning."""
        self._scrolled = False
        before, self._shown = self._shown, markdown_document(text, self)
        self.setDocument(self._shown)
        if before is not None:
            before.deleteLater()
        self._stay()

    def _stay(self) -> None:
        """Stay at the beginning: Qt scrolls when a text is laid out at its final width."""
        if not self._scrolled:
            self.verticalScrollBar().setValue(0)

    def _note_scrolling(self) -> None:
        self._scrolled = True
