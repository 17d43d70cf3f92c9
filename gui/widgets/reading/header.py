"""The heads of the two panes: role, file name and encoding, above their columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from ...documents import Document, shown_name
from ..theme import Theme
from .columns import Columns
from .describe import as_tooltip, role_text
from .roles import ROLES, Role, of


class PaneHeader(QWidget):
    """Paints ``REFERENCE calls.txt`` over each column; the encoding is a button.

    ``encoding_wanted`` carries the role whose encoding the reviewer wants to choose.
    """

    encoding_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._documents: dict[Role, Document] = {}
        self._columns: Columns | None = None
        self._buttons = {role: self._make_button(role) for role in ROLES}
        self.setFixedHeight(self.fontMetrics().height() + 16)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme*."""
        self._theme = theme
        for button in self._buttons.values():
            colour, hover = theme.hex("muted"), theme.hex("border")
            button.setStyleSheet(
                f"QToolButton {{ color: {colour}; border: 1px solid transparent; padding: 1px 5px;"
                f" background: transparent; border-radius: 3px }}"
                f"QToolButton:hover, QToolButton:focus {{ border-color: {hover} }}"
            )
        self.update()

    def set_documents(self, reference: Document | None, candidate: Document | None) -> None:
        """Show the names and encodings of both documents."""
        given = {Role.REFERENCE: reference, Role.CANDIDATE: candidate}
        self._documents = {role: doc for role, doc in given.items() if doc is not None}
        for role, button in self._buttons.items():
            document = self._documents.get(role)
            button.setText(document.encoding if document else "")
            button.setVisible(document is not None and bool(document.encoding))
            if document is not None:
                text = self.tr("{role}: read as {encoding}").format(
                    role=role_text(role), encoding=document.encoding
                )
                button.setAccessibleName(text)
                button.setToolTip(as_tooltip(text))
        self._place_buttons()
        self.update()

    def encoding_button(self, role: Role) -> QToolButton:
        """Return the button that shows the encoding of *role*."""
        return self._buttons[role]

    def set_columns(self, columns: Columns) -> None:
        """Stand above *columns*."""
        self._columns = columns
        self._place_buttons()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint role and name over each column, the name cut short in its middle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("panel"))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.colour("border"))
        if self._columns is None:
            return
        for role, document in self._documents.items():
            self._paint_head(painter, role, document)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the columns' ends."""
        self._place_buttons()

    def event(self, event: QEvent) -> bool:
        """Tell the whole path in a tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            role = self._columns.role_at(event.pos().x()) if self._columns else None
            document = self._documents.get(role) if role is not None else None
            tip = as_tooltip(shown_name(document.name)) if document is not None else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _paint_head(self, painter: QPainter, role: Role, document: Document) -> None:
        room = self._room(role)
        bold = QFont(self.font())
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 0.88)
        bold.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("muted"))
        label = role_text(role).upper()
        vertical = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(vertical), label)
        used = painter.fontMetrics().horizontalAdvance(label) + 12
        room.setLeft(room.left() + used)
        room.setRight(room.right() - self._buttons[role].width() - 8)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text"))
        short = painter.fontMetrics().elidedText(
            short_name(document), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, int(vertical), short)

    def _room(self, role: Role) -> QRect:
        assert self._columns is not None
        column = of(self._columns, role)
        # A column of text may be narrow in a wide pane: the head stands above the text.
        return QRect(column.text_left, 0, column.text_width, self.height() - 1)

    def _make_button(self, role: Role) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setVisible(False)
        button.clicked.connect(lambda: self.encoding_wanted.emit(role))
        return button

    def _place_buttons(self) -> None:
        if self._columns is None:
            return
        for role, button in self._buttons.items():
            button.adjustSize()
            room = self._room(role)
            left = room.right() - button.width() + 1
            button.move(left, (self.height() - button.height()) // 2)


def short_name(document: Document) -> str:
    """Return the file's name with its folder: in a list all pairs may have the same file names.

    >>> short_name(read_text("", name="/lists/bridge/reference.txt"))
    'bridge/reference.txt'
    """
    return "/".join(shown_name(document.name).replace("\\", "/").rstrip("/").split("/")[-2:])


def name_panes(panes: Mapping[Role, QWidget], documents: tuple[Document, Document] | None) -> None:
    """Tell assistive technology which document each pane shows.

    Panes without a document stay: hiding one would hand its focus on to something else.
    """
    for role, pane in panes.items():
        shape = Qt.CursorShape.ArrowCursor if documents is None else Qt.CursorShape.IBeamCursor
        pane.setCursor(shape)
        if documents is None:
            pane.setAccessibleName(role_text(role))
            pane.setAccessibleDescription("")
            continue
        document = documents[0] if role is Role.REFERENCE else documents[1]
        translate = QCoreApplication.translate
        name = translate("ReadingView", "{role}: {name}")
        pane.setAccessibleName(name.format(role=role_text(role), name=shown_name(document.name)))
        words = translate("ReadingView", "%n word(s)", "", document.words)
        pane.setAccessibleDescription(f"{words}, {document.encoding}")
