"""The note of a pair: a text field that announces its text when the reviewer pauses.

From the first key on, what is being typed is announced as a draft at short intervals: if the
program crashes, only the keys since the last draft that reached the disk are lost.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ..controls.buttons import IconButton
from ..controls.controls import plain_label, slim_margins
from ..controls.qt_text import LimitedEdit, Room, announce, exact_text, grouped
from ..controls.theme import Theme

REST = 1000
"""Milliseconds without a key until the note is announced."""

SPACING = 50
"""Milliseconds between two drafts of the note; the first key announces one at once."""

_MOST = 10_000  # characters
_ROOM = Room(characters=_MOST, lines=2_000, line=_MOST)
_LINES = 3


class NoteField(QFrame):
    """A note of a few lines. Enter and Escape return to the text and keep the note.

    ``note_changed`` carries the text and the id of the pair that it was written for, so that
    a note which is announced while the window moves on never lands on another pair. Until
    ``note_kept`` is called, the text in the field stays, whatever the label file says.
    ``draft_changed`` carries the same of a note that is still being typed. ``typing_began`` is
    emitted when the field holds something new, ``typing_undone`` when that is gone again without
    a new note.
    """

    note_changed = Signal(str, str)
    draft_changed = Signal(str, str)
    typing_began = Signal()
    typing_undone = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self.setProperty("part", "panel")
        self._pair_id = ""
        self._announced: str | None = ""  # None: what was announced was refused
        self._unkept = False  # what was announced is not known to be on the disk
        self._drafted: str | None = ""  # what was announced last, as a draft or as a note
        self._typing = False  # something was typed that was not announced as a note
        self._edit = _NoteEdit()
        self._edit.setAccessibleName(self.tr("Note on this pair"))
        self._edit.setPlaceholderText(self.tr("What the next reader of this label should know"))
        self._edit.textChanged.connect(self._typed)
        self._edit.refused.connect(self._refuse)
        self._edit.left.connect(self._leave)
        self._edit.rested.connect(self.flush)
        self._close = IconButton("close", self.tr("Back to the text (Esc)"), self._leave)
        self._timer = QTimer(self, singleShot=True, interval=rest)
        self._timer.timeout.connect(self.flush)
        self._spacing = QTimer(self, singleShot=True, interval=SPACING)
        self._spacing.timeout.connect(self._announce_draft)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Note"), "title"))
        self._hint = plain_label("", "muted", wrap=True)
        self._say_hint("")
        head.addWidget(self._hint, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        slim_margins(layout)
        layout.addLayout(head)
        layout.addWidget(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._edit)

    def set_note(self, note: str, pair_id: str = "") -> None:
        """Show *note* of the pair *pair_id*; what was being typed for another is announced.

        The caret goes to its end. *note* does not replace the same pair's note while that is being
        typed or is not saved yet. If another program wrote a longer note than the field accepts,
        its beginning is shown, read-only.
        """
        same = pair_id and pair_id == self._pair_id
        if same and (self._timer.isActive() or self._unkept):
            return
        self.flush()
        self._pair_id, self._announced, self._unkept = pair_id, note, False
        self._drafted = note
        shown = beginning(note)
        if shown != exact_text(self._edit.document()):
            self._edit.blockSignals(True)
            self._edit.setPlainText(shown)
            if shown == note:  # typing continues there
                self._edit.moveCursor(QTextCursor.MoveOperation.End)
            self._edit.blockSignals(False)
        self._edit.setReadOnly(shown != note)
        self._say_hint(
            self.tr(
                "These are the first {shown} of {all} characters; the note can be read and "
                "changed in the label file."
            ).format(shown=grouped(len(shown)), all=grouped(len(note)))
            if shown != note
            else ""
        )

    def set_read_only(self) -> None:
        """Make the note read-only until another one is shown."""
        self._edit.setReadOnly(True)

    def flush(self) -> None:
        """Announce the note now if it was changed."""
        self._timer.stop()
        typed, self._typing = self._typing, False
        if self._edit.isReadOnly():
            return
        note = exact_text(self._edit.document())
        if note != self._announced:
            self._spacing.stop()
            self._announced, self._unkept, self._drafted = note, True, note
            self.note_changed.emit(note, self._pair_id)
        elif typed:
            self._announce_draft()  # the one on the disk may say something else
            self.typing_undone.emit()

    @property
    def unsaved(self) -> bool:
        """True while the field holds something that is not known to be kept as a note."""
        return self._typing or self._unkept

    @property
    def unkept(self) -> bool:
        """True while what was announced is not known to be on the disk."""
        return self._unkept

    def note_kept(self, pair_id: str) -> None:
        """Note that everything announced for the pair with this id is on the disk."""
        if pair_id == self._pair_id:
            self._unkept = False

    def note_refused(self, pair_id: str) -> None:
        """Announce the last note again at the next chance: it could not be saved."""
        if pair_id == self._pair_id:
            self._announced = None

    def announce_refused(self) -> None:
        """Announce the note again if it was refused: it can be kept now."""
        if self._announced is None:
            self.flush()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._close.set_theme(theme)

    def _typed(self) -> None:
        self._timer.start()
        if not self._spacing.isActive():
            self._announce_draft()
        self._say_hint("")
        if not self._typing:
            self._typing = True
            self.typing_began.emit()

    def _announce_draft(self) -> None:
        note = exact_text(self._edit.document())
        if note != self._drafted:
            self._drafted = note
            self._spacing.start()
            self.draft_changed.emit(note, self._pair_id)

    def _refuse(self) -> None:
        sentence = self.tr(
            "Not inserted: a note has at most {characters} characters and {lines} lines."
        ).format(characters=grouped(_ROOM.characters), lines=grouped(_ROOM.lines))
        self._say_hint(sentence)
        announce(self._hint, sentence)

    def _say_hint(self, sentence: str) -> None:
        self._hint.setText(
            sentence or self.tr("Enter or Esc goes back; Shift+Enter begins a line.")
        )

    def _leave(self) -> None:
        self.flush()
        self.left.emit()


def beginning(note: str) -> str:
    """Return the part of *note* that the field shows; notes written here are shown whole."""
    lines = note[: _ROOM.characters].split("\n", _ROOM.lines)
    return "\n".join(lines[: _ROOM.lines])


class _NoteEdit(LimitedEdit):
    """Plain text of a few lines. Tab goes on to the next control."""

    left = Signal()
    rested = Signal()

    def __init__(self) -> None:
        super().__init__(_ROOM)
        self.setTabChangesFocus(True)
        around = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutTopMargin)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + around)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape and Enter, begin a line on Shift+Enter; type everything else."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # As Enter alone: with Shift Qt puts in a separator that files do not have.
            plain = Qt.KeyboardModifier.NoModifier
            super().keyPressEvent(QKeyEvent(event.type(), event.key(), plain, "\r"))
        elif enter or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped here to the window, which opens them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Announce the note when the focus goes elsewhere."""
        super().focusOutEvent(event)
        self.rested.emit()
