"""The label bar: a button and key for each label, and whether the decision is saved."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ...labels import DEFAULT_LABELS, Label, LabelSet
from ...review.pair_list.pair_state import label_text
from ..controls.actions import LABEL
from ..controls.buttons import KeyButton
from ..controls.controls import (
    ElidedLabel,
    IconLabel,
    PathLabel,
    plain_label,
    restyle,
    set_tip,
    slim_margins,
)
from ..controls.notifications import READ, Toast
from ..controls.qt_text import SHOWN, announce
from ..controls.theme import Theme, hint_of, sign_of_label
from .annotator import AnnotatorButton

_NARROWEST = 600  # logical pixels; two panes need more
_MOST_ROWS = 5
_FEW = 4  # labels, as of the usual set
_WORD_SHOWN = 16  # average characters of a label's name, where there is no room for all of it
_WORD_LEFT = (13, 11)  # the same where the labels would need more than three rows


class _Look(NamedTuple):
    """What the bar shows: the question, icons, the annotator's name and the word of the save sign.

    The labels fill *rows* rows; their names are elided to *letters*, 0 for not at all.
    """

    question: bool = False
    icons: bool = False
    name: bool = False
    saved: bool = False
    rows: int = 1
    letters: int = 0


def _looks(labels: int) -> Iterator[_Look]:
    """Yield the looks of a bar with that number of *labels*, the widest first.

    For a few labels a second row would cost more than the name is worth: its icon stays.
    """
    yield _Look(True, True, True, True)
    for rows in range(1, _MOST_ROWS + 1):
        for letters in (0, _WORD_SHOWN):
            yield _Look(False, True, True, True, rows, letters)
            yield _Look(False, False, True, True, rows, letters)
        if rows > 1 or labels <= _FEW:
            yield _Look(False, False, False, True, rows, _WORD_SHOWN)
            yield _Look(False, False, False, False, rows, _WORD_SHOWN)
        if rows > 2:
            for letters in _WORD_LEFT:
                yield _Look(False, False, False, False, rows, letters)


class LabelBar(QFrame):
    """Buttons for labels, flag and note, the reason why a key was ignored, and the save state.

    ``annotator`` shows who decides.

    The bar announces what the reviewer wants, and shows a label only after ``set_label``.
    """

    label_wanted = Signal(object)
    flag_wanted = Signal(bool)
    note_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, reason_shown: int = READ) -> None:
        """A reason for an ignored key is shown for *reason_shown* milliseconds."""
        super().__init__(parent)
        self.setProperty("part", "panel")
        self.setAccessibleName(self.tr("Label of the pair"))
        self._label: str | None = None
        self._theme: Theme | None = None
        self._fitting = False
        self._shown = False  # ever
        self._ready, self._why = False, ""
        self._keys: Mapping[str, str] = {}
        self._flagged = False
        self._question = plain_label(self.tr("The candidate is"))
        self._set = DEFAULT_LABELS
        self._labels: dict[str, KeyButton] = {}
        self._grid, self._others, self._state = QGridLayout(), QGridLayout(), QGridLayout()
        self._stranger = plain_label("", "warning")  # a label that the list does not name
        self._stranger.hide()
        self._flag = KeyButton("flag", self.tr("Flag"), checkable=True)
        self._note = KeyButton("note", self.tr("Note"))
        self._reason = ElidedLabel("", "warning", Qt.TextElideMode.ElideRight)
        self._said = ""  # why a key was ignored
        self._above: Toast | None = None  # says so where the bar has no room
        self._reason.setMinimumWidth(1)  # the bar leaves room for buttons first
        self._file = PathLabel("muted")
        self._file.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.annotator = AnnotatorButton()
        self._sign = SaveSign()
        self._timer = QTimer(self, singleShot=True, interval=reason_shown)
        self._timer.timeout.connect(self.end_reason)
        self._lay_out()
        self._connect()
        self.set_labels(DEFAULT_LABELS)
        self.set_ready(False, self.tr("No pair is open."))
        self.set_open(False)

    def set_labels(self, labels: LabelSet) -> None:
        """Offer *labels* from now on, a button for each."""
        if self._labels and labels == self._set:
            return
        for button in self._labels.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._set = labels
        self._labels = {label.name: self._label_button(label) for label in labels}
        self._in_rows(1)
        for button in self._labels.values():
            button.show()  # its layout would do so only later, and it counts from now on
        for before, after in pairwise((*self._labels.values(), self._flag, self._note)):
            self.setTabOrder(before, after)
        self._show_keys()
        self.set_ready(self._ready, self._why)
        self.set_label(self._label)

    def set_label(self, label: str | None) -> None:
        """Show *label* as the label of the pair, even if it has no button."""
        self._label = label
        known = self._set.name_of(label)
        for name, button in self._labels.items():
            button.setChecked(name == known)
        stranger = known is not None and known not in self._labels
        self._stranger.setText(label_text(known) if stranger else "")
        self._stranger.setVisible(stranger)

    def set_flagged(self, flagged: bool) -> None:
        """Show whether the pair is flagged."""
        self._flagged = flagged
        self._flag.setChecked(flagged)
        self._flag.set_icon("flag-set" if flagged else "flag", "warning" if flagged else "text")

    def set_note(self, note: str) -> None:
        """Show whether the pair has a note; the tooltip gives its beginning."""
        self._note.set_icon("note", "accent" if note else "text")
        self._note.set_hint(note[:SHOWN])

    def set_save_state(self, kind: str, message: str = "") -> None:
        """Show the state of saving: the value of a SaveKind, "saving", or "" for nothing."""
        if self._sign.set_state(kind, message):
            self._fit()

    def set_doubt(self, doubt: str) -> None:
        """Show that a row of the label file is in doubt; *doubt* says which, empty for none."""
        if self._sign.set_doubt(doubt):
            self._fit()

    def set_path(self, path: str) -> None:
        """Show the path of the label file, also in the save sign's tooltip."""
        self._file.setText(path)
        self._sign.set_path(path)

    def set_ready(self, ready: bool, why: str = "", but: Container[str] = ()) -> None:
        """Allow labels or not; *why* says in one sentence why the pair cannot be labelled.

        The labels *but* are allowed in any case. Flag and note stay enabled: an unreadable pair can
        still be flagged and annotated.
        """
        self._ready, self._why = ready, why
        for label in self._set:
            able = ready or label.name in but
            button = self._labels[label.name]
            button.setEnabled(able)
            button.set_hint(hint_of(label) if able else why)

    def set_open(self, is_open: bool) -> None:
        """Allow flag and note: a pair is in the window."""
        if is_open != self._flag.isEnabled():
            self.end_reason()  # it spoke of what was in the window before
        self._flag.setEnabled(is_open)
        self._note.setEnabled(is_open)

    def show_reason(self, reason: str) -> None:
        """Show for some seconds why a key was ignored, in the place of the label file's path.

        A sentence that is too long for that place is shown above the bar.
        """
        self.end_reason()
        self._said = reason
        self._reason.setText(reason)
        self._file.hide()
        if self._has_room_for_reason():
            announce(self._reason, reason)
        else:
            self._reason.setText("")
            self._file.show()
            self._say_above(reason)
        self._timer.start()

    def end_reason(self) -> None:
        """Hide the reason, which is old or no longer true."""
        self._timer.stop()
        self._said = ""
        self._reason.setText("")
        self._file.show()
        if self._above is not None:
            self._above.hide()

    @property
    def reason(self) -> str:
        """What is said now about a key that was ignored; empty when nothing is."""
        return self._said

    def _has_room_for_reason(self) -> bool:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
        needed = self._reason.fontMetrics().horizontalAdvance(self._reason.text())
        return self._reason.contentsRect().width() >= needed

    def _say_above(self, reason: str) -> None:
        host = self.parentWidget() or self
        if self._above is None or self._above.parentWidget() is not host:
            self._above = Toast(host, self)
        self._above.show_sentence(reason)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys on the buttons; *keys* goes by the name of the action."""
        if keys != self._keys:
            self._keys = keys
            self._show_keys()

    def _show_keys(self) -> None:
        keys = self._keys
        for name, button in self._labels.items():
            button.set_key(keys.get(f"{LABEL}{name}", ""))
        self._flag.set_key(keys.get("flag", ""))
        self._note.set_key(keys.get("note", ""))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        buttons = (*self._labels.values(), self._flag, self._note)
        for button in buttons:
            button.set_theme(theme)
        self.annotator.set_theme(theme)
        self._sign.set_theme(theme)

    def _label_button(self, label: Label) -> KeyButton:
        text = label_text(label.name)
        name, role = sign_of_label(label.name, self._set)
        button = KeyButton(name, text[:1].upper() + text[1:], part="label", checkable=True)
        button.set_icon(name, "text" if role == "accent" else role)
        button.clicked.connect(partial(self._label_clicked, label.name))
        if self._theme is not None:
            button.set_theme(self._theme)
        return button

    def _in_rows(self, rows: int) -> None:
        """Arrange the label buttons in that number of rows, and the rest beside them in two."""
        width = -(-len(self._labels) // rows)
        for number, button in enumerate(self._labels.values()):
            self._grid.addWidget(button, number // width, number % width)
        for number, button in enumerate((self._flag, self._note)):
            row, column = (number, 0) if rows > 1 else (0, number)
            self._others.addWidget(button, row, column)
        where = (0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)
        if rows == 1:
            where = (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for part, place in zip((self.annotator, self._file, self._sign), where, strict=True):
            self._state.addWidget(part, *place, right)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the compact bar."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what was set while the bar was hidden."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Switch to the compact bar when there is little room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Show everything if it fits; otherwise leave out the least important first.

        If that is not enough, the labels fill several rows.
        """
        layout = self.layout()
        if layout is None or self._fitting:  # what it moves may resize the bar meanwhile
            return
        if not self._shown:  # until then come another width, other keys, another name
            return
        self._fitting = True
        for look in _looks(len(self._labels)):
            self._take(look)
            for each in (
                self._grid,
                self._others,
                self._state,
                layout,
            ):  # Qt would tell the inner ones later
                each.invalidate()
            if layout.totalMinimumSize().width() <= self.width():
                break
        self._fitting = False

    def _take(self, look: _Look) -> None:
        self._in_rows(look.rows)
        self._question.setVisible(look.question)
        for button in (*self._labels.values(), self._flag, self._note):
            button.set_compact(not look.icons)
        widest = look.letters * self.fontMetrics().averageCharWidth()
        for button in self._labels.values():
            button.set_widest(widest or None)
        self.annotator.set_compact(not look.name)
        self._sign.set_compact(not look.saved)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        slim_margins(layout)
        layout.addWidget(self._question)
        layout.addLayout(self._grid)
        layout.addWidget(self._stranger)
        layout.addSpacing(2 * layout.spacing())
        layout.addLayout(self._others)
        layout.addWidget(self._reason, 1)
        layout.addLayout(self._state)

    def _connect(self) -> None:
        self._flag.clicked.connect(self._flag_clicked)
        self._note.clicked.connect(self.note_wanted)
        self._sign.retry_wanted.connect(self.retry_wanted)
        self.annotator.renamed.connect(self._fit)

    def _label_clicked(self, label: str) -> None:
        self.set_label(self._label)  # a click asks for a label; only the session sets it
        self.label_wanted.emit(label)

    def _flag_clicked(self, wanted: bool) -> None:
        self._flag.setChecked(self._flagged)
        self.flag_wanted.emit(wanted)


_LOOK = {
    "saving": ("saving", "muted"),
    "saved": ("saved", "ok"),
    "doubt": ("journal", "warning"),
    "journal": ("journal", "warning"),
    "readonly": ("read-only", "warning"),
    "failed": ("error", "error"),
}


class SaveSign(QWidget):
    """Icon and word for the state of saving, with a button to try again where that may help."""

    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = self._message = self._path = self._doubt = ""
        self._shown: str | None = None  # the kind
        self._icon = IconLabel()
        self._word = plain_label()
        self._retry = QPushButton(self.tr("Try again"))
        self._retry.clicked.connect(self.retry_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._word, self._icon, self._retry):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_state("", "")

    def set_state(self, kind: str, message: str) -> bool:
        """Show *kind*: the value of a SaveKind, "saving", or nothing; *message* says why.

        True where that takes other room than before.
        """
        self._kind, self._message = kind, message
        return self._show()

    def set_doubt(self, doubt: str) -> bool:
        """Show, instead of "saved", that a row is in doubt; *doubt* says which, empty for none.

        True where that takes other room than before.
        """
        self._doubt = doubt
        return self._show()

    def _show(self) -> bool:
        kind = "doubt" if self._doubt and self._kind == "saved" else self._kind
        if kind == self._shown:
            self._show_tip()
            return False
        self._shown = kind
        self._retry.setVisible(kind in ("journal", "readonly", "failed"))
        name, role = _LOOK.get(kind, ("", "muted"))
        self._icon.set_icon(name, role)
        self._word.setText(self._texts().get(kind, ""))
        restyle(self._word, "part", role)
        self._show_tip()
        return True

    def set_path(self, path: str) -> None:
        """Name the label file in the tooltip."""
        self._path = path
        self._show_tip()

    def set_compact(self, compact: bool) -> None:
        """Hide the word where there is little room; the icon's tooltip has it."""
        self._word.setVisible(not compact)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._icon.set_theme(theme)

    def _show_tip(self) -> None:
        parts = (self._word.text(), self._message, self._doubt, self._path)
        hint = "\n".join(text for text in parts if text)
        for part in (self._word, self._icon):
            set_tip(part, hint)

    def _texts(self) -> dict[str, str]:
        return {
            "saving": self.tr("saving …"),
            "saved": self.tr("saved"),
            "doubt": self.tr("a label is in doubt"),
            "journal": self.tr("kept in the recovery journal"),
            "readonly": self.tr("label file is read-only"),
            "failed": self.tr("not saved"),
        }
