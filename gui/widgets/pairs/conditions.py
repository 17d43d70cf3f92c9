"""Conditions that pairs must meet to be listed: their names, and a popup to set them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...review.pair_list.pair_fields import (
    CONDITIONS,
    RELATIONS,
    SHARES,
    Condition,
    column_field,
    column_of,
    has_text,
)
from ..controls.buttons import IconButton
from ..controls.controls import plain_label
from ..controls.qt_text import grouped, middle_cut, shown_percent
from ..controls.theme import Theme

_MOST = 12  # conditions
_REST = 250  # milliseconds without a key, after which the list is filtered
_WIDTH = 440
_MOST_COLUMNS = 1_000  # in a box: with 20,000 it takes a fifth of a second to open
_USUAL = "similarity"  # what a new condition is about
_SECTIONS = ("missing sections", "added sections", "moved sections")


def column_name(name: str) -> str:
    """Return as much of the *name* of a column as is shown."""
    return middle_cut(name, 40)


def field_text(field: str) -> str:
    """Return the name of *field* in the reviewer's language; a column has its own."""
    column = column_of(field)
    if column is not None:
        return column_name(column)
    translate = QCoreApplication.translate
    return {
        "list": translate("PairFields", "In list order"),
        "shuffled": translate("PairFields", "Shuffled"),
        "id": translate("PairFields", "Id"),
        "similarity": translate("PairFields", "Similarity"),
        "verbatim": translate("PairFields", "Verbatim"),
        "missing": translate("PairFields", "Words missing"),
        "added": translate("PairFields", "Words added"),
        "moved": translate("PairFields", "Words moved"),
        "substitutions": translate("PairFields", "Substitutions"),
        "missing sections": translate("PairFields", "Sections missing"),
        "added sections": translate("PairFields", "Sections added"),
        "moved sections": translate("PairFields", "Sections moved"),
        "length": translate("PairFields", "Length in words"),
        "label": translate("PairFields", "Label"),
        "time": translate("PairFields", "Time taken"),
        "labelled": translate("PairFields", "When labelled"),
        "flag": translate("PairFields", "Flag"),
    }[field]


def value_text(field: str, value: float | str | None) -> str:
    """Return the text of *value*, shown beside a pair in a list sorted by *field*."""
    if value is None or field in ("id", "label", "flag"):  # these are seen anyway
        return ""
    if isinstance(value, str):
        return value[:10] if field == "labelled" else column_name(value)
    if field in SHARES:
        return shown_percent(value)
    if field == "time":
        return _in_unit(field, grouped(round(value)))
    return grouped(int(value))


def condition_text(condition: Condition) -> str:
    """Return *condition* in words."""
    translate = QCoreApplication.translate
    name = field_text(condition.field)
    value, until = (column_name(text.strip()) for text in (condition.value, condition.until))
    if condition.relation == "contains":
        return translate("PairFields", "{name} contains “{value}”").format(name=name, value=value)
    if condition.relation == "equals":
        return translate("PairFields", "{name} is “{value}”").format(name=name, value=value)
    if not until:
        limit = _in_unit(condition.field, value)
        return translate("PairFields", "{name} from {limit}").format(name=name, limit=limit)
    limit = _in_unit(condition.field, until)
    if not value:
        return translate("PairFields", "{name} up to {limit}").format(name=name, limit=limit)
    both = translate("PairFields", "{name} {value} to {limit}")
    return both.format(name=name, value=value, limit=limit)


def _in_unit(field: str, number: str) -> str:
    unit = _unit(field)
    return f"{number} {unit}" if unit and not number.endswith(unit) else number


def _unit(field: str) -> str:
    if field in SHARES:
        return "%"
    return QCoreApplication.translate("PairFields", "s") if field == "time" else ""


class ConditionsPopup(QFrame):
    """Lines of a field, a relation and a value, all of which a pair must meet.

    They apply as soon as typing pauses. ``changed`` carries those that are complete.
    """

    changed = Signal(object)  # tuple[Condition, ...]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("part", "popup")
        self.setAccessibleName(self.tr("Conditions"))
        self._fields: Sequence[str] = CONDITIONS
        self._columns: Sequence[str] = ()
        self._lines: list[_Line] = []
        self._announced: tuple[Condition, ...] = ()
        self._theme: Theme | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._tell)
        self._column = QVBoxLayout()
        self._problem = plain_label("", "muted", wrap=True)
        self._add = QPushButton(self.tr("Add a condition"))
        self._add.clicked.connect(lambda: self._add_line(None))
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(self.tr("Only pairs for which all of this holds:"), "muted"))
        layout.addLayout(self._column)
        layout.addWidget(self._problem)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def open_at(
        self,
        place: QPoint,
        conditions: Sequence[Condition],
        columns: Sequence[str],
        fields: Sequence[str] = CONDITIONS,
    ) -> None:
        """Show *conditions* at *place* on the screen, with *columns* to choose from."""
        self._fields, self._columns, self._announced = fields, columns, tuple(conditions)
        for line in list(self._lines):
            self._take_out(line)
        for condition in conditions or (None,):
            self._add_line(condition)
        self._rest.stop()
        self._show_problem()
        self._fit()
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        self.move(max(screen.left(), left), min(place.y(), screen.bottom() - self.height()))
        self.show()
        self._lines[0].take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Apply what was typed at once."""
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._tell()

    def _add_line(self, condition: Condition | None) -> None:
        line = _Line(self._fields, self._columns, condition)
        line.edited.connect(self._edited)
        line.entered.connect(self.hide)
        line.removed.connect(lambda: self._remove(line))
        if self._theme is not None:
            line.set_theme(self._theme)
        before = self._lines[-1] if self._lines else None
        self._lines.append(line)
        self._column.addWidget(line)
        QWidget.setTabOrder(before.last if before is not None else self._add, line.field)
        QWidget.setTabOrder(line.last, self._add)
        self._fit()
        line.take_focus()

    def _remove(self, line: _Line) -> None:
        self._take_out(line)
        self._edited()
        if not self._lines:
            self.hide()
        else:
            self._fit()
            self._lines[-1].take_focus()

    def _take_out(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()

    def _fit(self) -> None:
        self._add.setEnabled(len(self._lines) < _MOST)
        self.setFixedWidth(_WIDTH)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setFixedHeight(self.sizeHint().height())

    def _edited(self) -> None:
        self._show_problem()
        self._rest.start()

    def _show_problem(self) -> None:
        wrong = next((text for line in self._lines if (text := line.not_a_number())), "")
        before = self._problem.isHidden()
        self._problem.setText(
            self.tr("“{text}” is not a number: this condition does not count.").format(text=wrong)
        )
        self._problem.setVisible(bool(wrong))
        if before == bool(wrong):
            self._fit()

    def _tell(self) -> None:
        found = tuple(c for line in self._lines if (c := line.condition()).is_complete)
        if found != self._announced:
            self._announced = found
            self.changed.emit(found)


class _Line(QWidget):
    """One condition. ``edited`` says that it changed; ``entered``, that it is finished."""

    edited = Signal()
    entered = Signal()
    removed = Signal()

    def __init__(
        self, fields: Sequence[str], columns: Sequence[str], condition: Condition | None
    ) -> None:
        super().__init__()
        usual = _USUAL if _USUAL in fields else fields[0]
        chosen = usual if condition is None else condition.field
        self.field = choice_box(
            self.tr("What is looked at"), field_choices(fields, columns, chosen)
        )
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))
        self._relation = choice_box(
            self.tr("How it is compared"),
            list(zip(self._relation_texts(), RELATIONS, strict=True)),
        )
        self._value, self._until = QLineEdit(), QLineEdit()
        self._to = plain_label(self.tr("to"), "muted")
        self._unit = plain_label("", "muted")
        self.last = IconButton("close", self.tr("Remove this condition"), self.removed.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 3)
        layout.addWidget(self._relation, 2)
        layout.addWidget(self._value, 2)
        layout.addWidget(self._to)
        layout.addWidget(self._until, 2)
        layout.addWidget(self._unit)
        layout.addWidget(self.last)
        if condition is not None:
            self._relation.setCurrentIndex(RELATIONS.index(condition.relation))
            self._value.setText(condition.value)
            self._until.setText(condition.until)
        self._show_parts()
        self.field.activated.connect(self._field_chosen)
        self._relation.activated.connect(self._part_chosen)
        for box in (self._value, self._until):
            box.textChanged.connect(self.edited)
            box.returnPressed.connect(self.entered)

    def condition(self) -> Condition:
        """The condition as it is now, complete or not."""
        between = self._is_between()
        relation = "between" if between else str(self._relation.currentData())
        until = self._until.text() if between else ""
        return Condition(str(self.field.currentData()), relation, self._value.text(), until)

    def not_a_number(self) -> str:
        """The text in place of a number; empty if nothing is wrong."""
        if self._is_between():
            try:
                _ = self.condition().bounds
            except ValueError as error:
                return column_name(str(error))
        return ""

    def take_focus(self) -> None:
        """Take the focus where the next thing is to be typed."""
        self._value.setFocus()
        self._value.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self.last.set_theme(theme)

    def _is_between(self) -> bool:
        text = has_text(str(self.field.currentData()))
        return not text or self._relation.currentData() == "between"

    def _field_chosen(self) -> None:
        if self.field.currentData() in _SECTIONS and not self._value.text():
            self._value.setText("1")
        self._part_chosen()

    def _part_chosen(self) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        field, between = str(self.field.currentData()), self._is_between()
        self._relation.setVisible(has_text(field))
        self._to.setVisible(between)
        self._until.setVisible(between)
        self._unit.setText(_unit(field))
        self._unit.setVisible(bool(_unit(field)))
        lowest, highest = self.tr("lowest"), self.tr("highest")
        self._value.setPlaceholderText(lowest if between else "")
        self._until.setPlaceholderText(highest)
        name = field_text(field)
        self._value.setAccessibleName(f"{name}: {lowest}" if between else name)
        self._until.setAccessibleName(f"{name}: {highest}")

    def _relation_texts(self) -> tuple[str, str, str]:
        return self.tr("contains"), self.tr("is"), self.tr("is between")


class ChoiceBox(QComboBox):
    """A combo box that does not take the focus when it is used with the mouse.

    Otherwise Page Down, or the wheel above it, would choose something else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()

    def hidePopup(self) -> None:
        """Hide the choices; the key that did so does nothing else.

        Qt hides them before it delivers the key, which then goes to whatever has the focus.
        """
        was_shown = self.view().isVisible()
        super().hidePopup()
        application = QCoreApplication.instance()
        if application is not None and was_shown:
            application.installEventFilter(self)
            QTimer.singleShot(0, self, self._hear_keys_again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back the one key that follows at once."""
        if event.type() == QEvent.Type.KeyPress:
            self._hear_keys_again()
            return True
        return super().eventFilter(watched, event)

    def _hear_keys_again(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def choice_box(what: str, entries: Sequence[tuple[str, str]] = ()) -> QComboBox:
    """Return a narrow box of *entries*, each a text and a name; *what* says what it is for."""
    box = ChoiceBox()
    box.setAccessibleName(what)
    if os.name == "posix":  # there Qt gives the chosen entry as the name
        box.setAccessibleDescription(what)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    offer(box, entries)
    return box


def offer(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Put *entries* into *box*; one without a name cannot be chosen."""
    for text, name in entries:
        box.addItem(text, name)
        if not name and isinstance(model := box.model(), QStandardItemModel):
            model.item(box.count() - 1).setEnabled(False)


def field_choices(
    fields: Sequence[str], columns: Sequence[str], chosen: str
) -> list[tuple[str, str]]:
    """Return the entries for *fields* and the *columns* of a list, including *chosen*.

    Of very many columns the first ones are offered, and the last entry says so.
    """
    offered = [*fields, *map(column_field, columns[:_MOST_COLUMNS])]
    if column_of(chosen) in columns[_MOST_COLUMNS:]:
        offered.append(chosen)
    entries = [(field_text(field), field) for field in offered]
    if len(columns) > _MOST_COLUMNS:
        said = QCoreApplication.translate("PairFields", "The first {shown} of {total} columns")
        entries.append((said.format(shown=grouped(_MOST_COLUMNS), total=grouped(len(columns))), ""))
    return entries
