"""Who decides: the annotator's name in the window, and how it is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...messages import Message
from ...review.opening.opening import Opened
from ...review.opening.wanted import annotator_problem, login_name
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..controls.controls import ICON, plain_label, set_tip
from ..controls.qt_text import announce, short_name, translated
from ..controls.theme import Theme, icon


class AnnotatorButton(QToolButton):
    """Shows the name that labels carry; a click asks for another one.

    ``renamed`` is emitted when it needs another width.
    """

    renamed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._said = ""  # in the tooltip
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        self.set_name("")

    def set_name(self, name: str, read_only: bool = False) -> None:
        """Show *name*; an empty one hides the button. *read_only* labels are only viewed."""
        said = self.tr("Labels carry the name {name}. Click to change it.")
        if read_only:
            said = self.tr("These are the labels of {name}. Click to see those of somebody else.")
        hint = said.format(name=name)
        if hint == self._said:
            return
        self._name, self._said = name, hint
        shown = short_name(self.fontMetrics(), name, Qt.TextElideMode.ElideMiddle)
        self.setText(shown.replace("&", "&&"))
        set_tip(self, hint)
        self.setAccessibleName(self.tr("Annotator: {name}").format(name=name))
        self.setVisible(bool(name))
        self.updateGeometry()
        self.renamed.emit()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where there is little room; its tooltip has the name."""
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        self.setToolButtonStyle(alone if compact else beside)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self.setIcon(icon("annotator", theme))


class AnnotatorField(QWidget):
    """A field for a name, empty for the login name, and what is wrong with the name.

    ``changed`` is emitted with every letter.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._edit = QLineEdit(name)
        self._edit.setPlaceholderText(login_name())
        self._problem = plain_label("", "warning", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._edit, self._problem):
            layout.addWidget(part)
        self.setFocusProxy(self._edit)
        self._edit.textChanged.connect(self._look)
        self._look()

    def setAccessibleName(self, name: str) -> None:
        """Say to a screen reader what the field is for."""
        self._edit.setAccessibleName(name)

    def name(self) -> str:
        """Return the name that was typed; empty for the login name."""
        return self._edit.text().strip()

    @property
    def good(self) -> bool:
        """True where labels can carry the name."""
        return self._problem_now() is None

    def select_all(self) -> None:
        """Let the next letter replace the name."""
        self._edit.selectAll()

    def _problem_now(self) -> Message | None:
        """Return what is wrong with the name: an empty one means the login name, blanks do not."""
        return annotator_problem(self.name()) if self._edit.text() else None

    def _look(self) -> None:
        problem = self._problem_now()
        said = translated(problem) if problem is not None else ""
        self._problem.setText(said)
        self._problem.setVisible(bool(said))
        announce(self._problem, said)
        self.changed.emit()


class AnnotatorDialog(QDialog):
    """Asks who decides from now on; ``chosen`` carries the name."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Annotator"))
        self._field = AnnotatorField(name)
        self._field.setAccessibleName(self.tr("Name of the annotator"))
        title = plain_label(self.tr("Labels, flags and notes carry this name from now on:"))
        title.setBuddy(self._field.focusProxy() or self._field)
        hint = self.tr(
            "What was decided under another name stays. The list goes on where this annotator "
            "stopped, or begins at the first pair without a label of theirs."
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (title, self._field, plain_label(hint, "muted", wrap=True)):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self._field.changed.connect(self._look)
        self._field.select_all()
        self._field.setFocus()

    def accept(self) -> None:
        """Announce the name and close."""
        if self._field.good:
            self.chosen.emit(self._field.name() or login_name())
            super().accept()

    def _look(self) -> None:
        self._go.setEnabled(self._field.good)


class AnnotatorController(QObject):
    """Shows the annotator, and lets somebody else take over."""

    def __init__(
        self,
        window: QWidget,
        session: ReviewSession,
        button: AnnotatorButton,
        actions: ActionSet,
        change: Callable[[str], None],
    ) -> None:
        """*change* is told the name under which decisions are made from now on."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._button = button
        self._change = change
        button.clicked.connect(self.ask)
        actions.handle({"annotator": self.ask})
        session.list_opened.connect(self.show_name)
        self.show_name()

    def show_name(self) -> None:
        """Show the name that decisions on the list carry."""
        opened = self._session.opened
        read_only = opened is not None and opened.is_read_only
        self._button.set_name(opened.store.annotator if opened is not None else "", read_only)

    def ask(self) -> None:
        """Ask for the name; where labels are viewed, for one of the existing names."""
        opened = self._session.opened
        if opened is not None and opened.is_read_only:
            self._ask_whose(opened)
            return
        dialog = AnnotatorDialog(opened.store.annotator if opened is not None else "", self._window)
        dialog.chosen.connect(self._change)
        dialog.open()

    def _ask_whose(self, opened: Opened) -> None:
        from ...labels.reviewed import ReviewedLabels  # few look back

        store = opened.store
        assert isinstance(store, ReviewedLabels)
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Annotator"))
        dialog.setLabelText(self.tr("Whose labels are shown:"))
        dialog.setComboBoxItems(list(store.annotators))
        dialog.setTextValue(store.annotator)
        dialog.textValueSelected.connect(self._change)
        dialog.open()
