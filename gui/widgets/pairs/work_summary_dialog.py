"""A summary of the work in this sitting, today and overall, which can be copied."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from ...labels.work_summary import Done, WorkSummary, midnight, summarize
from ...review.background import Background
from ...review.pair_list.pair_state import label_text
from ...review.session import ReviewSession
from ..controls.actions import ActionSet
from ..controls.controls import plain_label, remove_widgets
from ..controls.qt_text import grouped


def duration(seconds: float | None) -> str:
    """Return *seconds* in words: ``12.4 s``, ``5 min 20 s``, ``3 h 7 min``; None is a dash."""
    if seconds is None:
        return "–"
    if seconds < 60:
        return QCoreApplication.translate("WorkSummary", "{seconds} s").format(
            seconds=QLocale().toString(seconds, "f", 1)
        )
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return QCoreApplication.translate("WorkSummary", "{minutes} min {seconds} s").format(
            minutes=minutes, seconds=rest
        )
    hours, minutes = divmod(minutes, 60)
    return QCoreApplication.translate("WorkSummary", "{hours} h {minutes} min").format(
        hours=grouped(hours), minutes=minutes
    )


def rows_of(summary: WorkSummary, labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the table of *summary* with headings and a row for each of *labels*."""
    spans: tuple[Done, ...] = (summary.sitting, summary.today, summary.everything)

    def row(name: str, figure: Callable[[Done], str]) -> tuple[str, ...]:
        return (name, *map(figure, spans))

    def count(label: str, done: Done) -> str:
        return grouped(done.labels.get(label, 0))

    return [
        (
            "",
            QCoreApplication.translate("WorkSummary", "This session"),
            QCoreApplication.translate("WorkSummary", "Today"),
            QCoreApplication.translate("WorkSummary", "All"),
        ),
        *(row(label_text(label), partial(count, label)) for label in labels),
        row(
            QCoreApplication.translate("WorkSummary", "Labelled"),
            lambda done: grouped(done.labelled),
        ),
        row(
            QCoreApplication.translate("WorkSummary", "Time a pair, median"),
            lambda done: duration(done.median),
        ),
        row(
            QCoreApplication.translate("WorkSummary", "Time in all"),
            lambda done: duration(done.seconds),
        ),
        row(
            QCoreApplication.translate("WorkSummary", "Flagged"), lambda done: grouped(done.flagged)
        ),
        row(
            QCoreApplication.translate("WorkSummary", "Given another label later"),
            lambda done: grouped(done.changed),
        ),
    ]


class WorkSummaryTable(QWidget):
    """The table, or a sentence while the figures are being counted."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(self.fontMetrics().height())
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_waiting(QCoreApplication.translate("WorkSummary", "Counting…"))

    def set_waiting(self, said: str) -> None:
        """Show *said* instead of a table."""
        remove_widgets(self._grid)
        self._rows = []
        self._grid.addWidget(plain_label(said, "muted"), 0, 0)

    def set_rows(self, rows: list[tuple[str, ...]]) -> None:
        """Show *rows*, the first of which are headings."""
        remove_widgets(self._grid)
        self._rows = rows
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                label = plain_label(text, "muted" if line == 0 or column == 0 else "")
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, line, column, side)
        self._grid.setColumnStretch(0, 1)
        self.setAccessibleDescription(self.text())

    def text(self) -> str:
        """Return the table as text with tabs between columns; empty while there is none."""
        return "".join("\t".join(row) + "\n" for row in self._rows)


class WorkSummaryDialog(QDialog):
    """Shows the summary, and copies it as text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """*name* says whose work it is, and on which list."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("WorkSummary", "Summary of the work"))
        self._name = name
        self._table = WorkSummaryTable()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = buttons.addButton(
            QCoreApplication.translate("WorkSummary", "Copy as text"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(name, "title", wrap=True))
        layout.addWidget(self._table)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(520, 320)

    def set_rows(self, rows: list[tuple[str, ...]]) -> None:
        """Show the figures."""
        self._table.set_rows(rows)
        self._copy.setEnabled(True)

    def set_failed(self, said: str) -> None:
        """Say why there are no figures."""
        self._table.set_waiting(said)

    def copy(self) -> None:
        """Put the summary on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self._name}\n{self._table.text()}")


class WorkSummaryController(QObject):
    """Has a thread count what was done, and shows the result."""

    def __init__(self, window: QWidget, session: ReviewSession, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._show: Callable[[list[tuple[str, ...]]], object] = _nowhere
        self._say: Callable[[str], object] = _nowhere
        self._labels: tuple[str, ...] = ()
        self._background: Background[WorkSummary | None] = Background(
            self, self._counted, self._failed
        )
        actions.handle({"work-summary": self.ask})
        session.list_opened.connect(self._background.forget)

    def ask(self) -> None:
        """Show the summary of the list that is open."""
        opened = self._session.opened
        if opened is None:
            return
        name = QCoreApplication.translate("WorkSummary", "{annotator}: {list}").format(
            annotator=opened.store.annotator, list=opened.pairs.name
        )
        dialog = WorkSummaryDialog(name, self._window)
        self._count(dialog.set_rows, dialog.set_failed)
        dialog.finished.connect(self._forget)
        dialog.open()

    def close(self) -> None:
        """Drop what is being counted."""
        self._forget()
        self._background.close()

    def _forget(self) -> None:
        self._background.forget()
        self._show = self._say = _nowhere

    def _count(
        self, show: Callable[[list[tuple[str, ...]]], object], say: Callable[[str], object]
    ) -> None:
        session = self._session
        if session.opened is None or session.decisions is None:
            return
        self._show, self._say = show, say
        book, store = session.opened.book, session.opened.store
        self._labels = book.marks.label_names()
        numbers, today = frozenset(session.decisions.numbers), midnight()

        def listed(pair_id: str) -> bool:
            return book.index_of(pair_id) is not None

        def count(cancelled: threading.Event) -> WorkSummary | None:
            return summarize(store, listed, numbers, today, cancelled.is_set)

        self._background.run(count)

    def _counted(self, summary: WorkSummary | None) -> None:
        if summary is not None:
            self._show(rows_of(summary, self._labels))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        why = error.strerror or str(error)
        self._say(
            QCoreApplication.translate("WorkSummary", "The journal cannot be read ({why}).").format(
                why=why
            )
        )


def _nowhere(_what: object) -> None:
    return None
