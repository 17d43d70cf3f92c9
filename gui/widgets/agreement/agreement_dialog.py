"""The page of agreement: which label files, how far annotators agree, and where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...review.pair_list.pair_state import label_text
from ..controls.controls import place_on_screen, plain_label, resize_on_screen
from ..controls.qt_text import announce, middle_cut
from ..controls.theme import Theme
from .agreement_tables import HeatMap, TextsTable
from .agreement_words import (
    Data,
    agreement_headings,
    agreement_rows,
    annotator_rows,
    couple,
    dispute_headings,
    dispute_row,
    estimate,
    introduction,
    short,
)

_FILES = 4  # lines of the list of files that are to be seen without scrolling
_REMARKS = 4  # that are shown
_SIZE = (980, 680)  # logical pixels, at first


class AgreementDialog(QDialog):
    """Shows a study beside the window, which can be used meanwhile.

    ``files_changed`` carries the label files that were added, ``wanted`` asks for new figures,
    ``pair_chosen`` for a pair in the window, ``page_wanted`` for the page as a file.
    """

    files_changed = Signal(object)  # tuple of paths
    wanted = Signal()
    pair_chosen = Signal(str)
    page_wanted = Signal()

    def __init__(
        self, title: str, first: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """*first* are the label files of the window itself; *title* names its list."""
        super().__init__(parent, Qt.WindowType.Window)  # of its own, which does not stay in front
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Agreement of annotators"))
        self._first = tuple(first)
        self._added: tuple[str, ...] = ()
        self._data: Data = {}
        self._chosen = ""  # the pair that was opened last
        self._files = QListWidget()
        self.by_file = QCheckBox(self.tr("Each &file is an annotator of its own"))
        self._said = plain_label("", wrap=True)
        self._notice = plain_label("", "muted", wrap=True)
        self._bar = QProgressBar()
        self._message = plain_label("", "title", wrap=True)
        self._tabs = QTabWidget()
        self._stage = QStackedWidget()
        self._over_all = TextsTable(self.tr("Agreement"))
        self._couples = QComboBox()
        self._heat = HeatMap()
        self._people = TextsTable(self.tr("Annotators"))
        self._disputes = TextsTable(self.tr("Pairs with different labels"), texts_to=3)
        self._page = QPushButton(self.tr("&Save as HTML…"))
        self._again = QPushButton(self.tr("&Compute again"))
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(middle_cut(title), "title", wrap=True))
        self._choice = self._files_row()
        layout.addWidget(self._choice)
        layout.addWidget(self._bar)
        layout.addWidget(self._said)
        layout.addWidget(self._notice)
        layout.addWidget(self._stage, 1)
        layout.addWidget(self._buttons())
        self._fill_stage()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.set_theme(theme)
        resize_on_screen(self, *_SIZE)
        place_on_screen(self)
        self._show_files()

    # --- putting together -------------------------------------------------------------------

    def _files_row(self) -> QWidget:
        self._files.setAccessibleName(self.tr("Label files"))
        line = self._files.fontMetrics().height() * 4 // 3
        self._files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._files.setFixedHeight(_FILES * line)
        add = QPushButton(self.tr("&Add label files…"))
        add.clicked.connect(self._ask_for_files)
        self._leave_out = QPushButton(self.tr("&Leave out"))
        self._leave_out.clicked.connect(self._drop_file)
        self._files.currentRowChanged.connect(self._offer_leaving_out)
        self._files.installEventFilter(self)
        self.by_file.toggled.connect(lambda _on: self.wanted.emit())
        column = QVBoxLayout()
        for part in (add, self._leave_out, self.by_file):
            column.addWidget(part)
        column.addStretch(1)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._files, 1)
        layout.addLayout(column)
        return row

    def _fill_stage(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Computing"))
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addWidget(self._message)
        column.addStretch(1)
        self._stage.addWidget(waiting)
        self._stage.addWidget(self._tabs)
        self._tabs.setAccessibleName(self.tr("What the label files say"))
        meant = self.tr(
            "With 95 % intervals over the pairs. Raw: the same label. κ: Cohen’s kappa, of more "
            "than two annotators its mean. α: Krippendorff’s alpha. AC1: Gwet’s, which stays "
            "meaningful where nearly all pairs have one label."
        )
        self._tabs.addTab(_tab(meant, self._over_all), self.tr("A&greement"))
        self._couples.currentIndexChanged.connect(self._show_couple)
        self._couples.setAccessibleName(self.tr("Two annotators"))
        self._of_couple = plain_label("", "muted", wrap=True)
        self._tabs.addTab(
            _tab(self._of_couple, self._couples, self._heat), self.tr("&Who says what")
        )
        hint = self.tr(
            "The model: how likely each label is true, and which errors each annotator makes, "
            "estimated in turn (Dawid and Skene 1979)."
        )
        self._tabs.addTab(_tab(hint, self._people), self.tr("A&nnotators"))
        self._of_disputes = plain_label("", "muted", wrap=True)
        self._disputes.row_chosen.connect(self._choose_pair)
        self._tabs.addTab(_tab(self._of_disputes, self._disputes), self.tr("&Disagreements"))
        self._tabs.currentChanged.connect(self._tab_shown)

    def _buttons(self) -> QWidget:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button, signal in ((self._page, self.page_wanted), (self._again, self.wanted)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _on, signal=signal: signal.emit())
        key = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        key.activated.connect(self._again.click)
        self._again.setToolTip("F5")
        buttons.rejected.connect(self.reject)
        return buttons

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of *theme* from now on."""
        self._heat.heat.set_theme(theme)

    # --- files --------------------------------------------------------------------------------

    @property
    def files(self) -> tuple[str, ...]:
        """All label files, those of the window first."""
        return (*self._first, *self._added)

    def add_files(self, paths: Sequence[str]) -> None:
        """Add label files; those that are listed already count once."""
        new = [path for path in dict.fromkeys(paths) if path not in self.files]
        if new:
            self._added = (*self._added, *new)
            self._show_files()
            self.files_changed.emit(self._added)

    def _ask_for_files(self) -> None:
        kinds = ";;".join((self.tr("Label files") + " (*.csv)", self.tr("All files") + " (*)"))
        title, folder = self.tr("Add label files"), str(Path(self._first[0]).parent)
        paths, _ = QFileDialog.getOpenFileNames(self, title, folder, kinds)
        self.add_files([str(Path(path).absolute()) for path in paths])

    def _drop_file(self) -> None:
        at = self._files.currentRow() - len(self._first)
        if 0 <= at < len(self._added):
            self._added = (*self._added[:at], *self._added[at + 1 :])
            self._show_files()
            self.files_changed.emit(self._added)

    def _show_files(self) -> None:
        at = self._files.currentRow()
        self._files.clear()
        self._files.addItems([middle_cut(path) for path in self.files])
        self._files.setCurrentRow(max(0, min(at, len(self.files) - 1)))

    def _offer_leaving_out(self, row: int) -> None:
        self._leave_out.setEnabled(row >= len(self._first))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove a file when its key is pressed."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self._files and pressed and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self._drop_file()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the window come in front with a pair: desktops keep what is transient above it."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.setTransientParent(None)  # type: ignore[arg-type]  # Qt takes it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter, press only the button that has the focus."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    # --- what is shown ------------------------------------------------------------------------

    def show_waiting(self, said: str) -> None:
        """Show progress in place of the previous figures."""
        self._data = {}
        self._show_message(said)
        self._bar.show()

    def show_refused(self, said: str, remarks: Sequence[str] = ()) -> None:
        """Say why there are no figures, with remarks about the files."""
        self._data = {}
        self._show_message(said)
        self._show_remarks(remarks)
        announce(self, said)

    def show_hidden(self, said: str) -> None:
        """Say why nothing of others is shown, and offer no choices."""
        self._choice.hide()
        self._again.hide()
        self._page.hide()
        self._show_message(said)

    def _show_message(self, said: str) -> None:
        self._bar.hide()
        self._said.hide()
        self._notice.hide()
        self._page.setEnabled(False)
        self._message.setText(said)
        self._message.setAccessibleName(said)
        self._stage.setCurrentIndex(0)

    def show_data(self, data: Data, remarks: Sequence[str]) -> None:
        """Show a study (see ``agreement_report.to_data``), with remarks about the files."""
        self._data = data
        self._bar.hide()
        said = introduction(data)
        self._said.setText(said)
        self._said.show()
        announce(self, said)
        self._show_remarks(remarks)
        self._over_all.show_rows(agreement_headings(), agreement_rows(data))
        headings, *rows = annotator_rows(data)
        self._people.show_rows(headings, rows)
        before = self._couples.currentText()
        self._couples.clear()  # which shows the first one of the next
        self._couples.addItems([couple(own) for own in data["of_two"]])
        self._couples.setCurrentIndex(max(0, self._couples.findText(before)))
        disputed = data["disputed"]
        self._of_disputes.setText(
            self.tr("%n pair(s), the hardest first. A click or Enter opens one.", "", len(disputed))
            if disputed
            else self.tr("Nobody disagrees about any pair.")
            if data["agreement"]["pairs"]
            else estimate(None)
        )
        self._disputes.show_rows(dispute_headings(), disputed, dispute_row)
        at = (n for n, own in enumerate(disputed) if own["pair_id"] == self._chosen)
        self._disputes.go_to(next(at, 0))
        self._page.setEnabled(True)
        self._stage.setCurrentIndex(1)

    def show_outdated(self) -> None:
        """Say that labels changed since the figures were computed."""
        if self._data:
            self._show_notice(self.tr("Labels have changed since; F5 computes the figures again."))

    def show_done(self, said: str) -> None:
        """Say what became of the page."""
        self._show_notice(said)

    def show_not_listed(self) -> None:
        """Say that the chosen pair is not in the window's list."""
        self._show_notice(self.tr("That pair is not in the list that is open."))

    def _show_remarks(self, remarks: Sequence[str]) -> None:
        shown = list(remarks[:_REMARKS])
        if len(remarks) > _REMARKS:
            shown.append(self.tr("And %n more remark(s).", "", len(remarks) - _REMARKS))
        self._show_notice("\n".join(shown))

    def _show_notice(self, said: str) -> None:
        self._notice.setText(said)
        self._notice.setVisible(bool(said))

    def _show_couple(self, number: int) -> None:
        couples: Sequence[Any] = self._data.get("of_two", ())
        if not 0 <= number < len(couples):
            return
        own = couples[number]
        first, second = map(short, own["annotators"])
        labels = [label_text(name) for name in self._data["labels"]]
        self._heat.heat.set_table((first, second), labels, own["confusion"])
        self._of_couple.setText(
            self.tr("{first} down, {second} across; pairs that both labelled.").format(
                first=first, second=second
            )
        )

    def _tab_shown(self, number: int) -> None:
        """Focus the table of a tab, unless the reviewer is moving along the tabs."""
        if not isinstance(self.focusWidget(), QTabBar):
            (self._over_all, self._heat, self._people, self._disputes)[number].setFocus()

    def _choose_pair(self, row: int) -> None:
        self._chosen = self._disputes.texts.row_at(row)["pair_id"]
        self.pair_chosen.emit(self._chosen)


def _tab(said: str | QLabel, *parts: QWidget) -> QWidget:
    """Return a page with a sentence above its *parts*, the last of which gets most of the room."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(plain_label(said, "muted", wrap=True) if isinstance(said, str) else said)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    return page
