"""Shows rows of the label file that name no pair, as spreadsheets leave them, and repairs them.

Nothing is repaired without asking, and the same banner offers to undo the repair.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...documents import shown_name
from ...labels.reconciling.row_repair import Correction, Repaired
from ...labels.reconciling.stray_rows import Stray, hashes_in
from ...messages import CopydeskError
from ...review.background import Background
from ...review.opening.opening import Opened
from ...review.pair_list.pair_state import label_text
from ...review.session import ReviewSession
from ..controls.controls import plain_label, resize_on_screen
from ..controls.notifications import Banners
from ..controls.qt_text import grouped, middle_cut, translated

_FOUND, _DONE = "stray-rows", "stray-rows-put-right"
_LISTED = 1_000  # rows
_WIDE, _HIGH = 110, 26  # letters and lines
_NAMED = 3  # pairs that a row may be about
_REST = 500  # milliseconds without a further change, after which it is looked again


class StrayRows(NamedTuple):
    """The rows that name no pair, how many pairs have no row, and what can be repaired."""

    strays: Sequence[Stray]
    pairs_without: int
    changes: Sequence[Correction]


class StrayRowsDialog(QDialog):
    """Lists the rows with the pairs that they may be about; ``accepted`` means to repair them."""

    def __init__(self, found: StrayRows, file: str, parent: QWidget | None = None) -> None:
        """Show what was *found* in the label file with the name *file*."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rows that name no pair"))
        sure = sum(stray.likely is not None for stray in found.strays)
        said = self.tr(
            "A row gets the id of the one pair that it can be about: that of the same documents, "
            "by path or content, without a row of the same annotator, and with an id that a "
            "spreadsheet would turn into the row's. Where several are possible, it stays as it is. "
            "Times and figures that a spreadsheet rewrote become what they were. {file} is kept as "
            "it is now, and all of this can be taken back."
        ).format(file=middle_cut(file))
        layout = QVBoxLayout(self)
        count = self.tr("%n row(s) can get the id of their pair.", "", sure)
        layout.addWidget(plain_label(count, "title", wrap=True))
        layout.addWidget(plain_label(said, "muted", wrap=True))
        layout.addWidget(self._table(found.strays), 1)
        if len(found.strays) > _LISTED:
            more = self.tr("The first {listed} are listed.").format(listed=grouped(_LISTED))
            layout.addWidget(plain_label(more, "muted"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.put_right = buttons.addButton(
            self.tr("Put right"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.put_right.setEnabled(bool(found.changes))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        letter = self.fontMetrics()
        resize_on_screen(self, _WIDE * letter.averageCharWidth(), _HIGH * letter.height())

    def _table(self, strays: Sequence[Stray]) -> QTreeWidget:
        table = QTreeWidget()
        table.setAccessibleName(self.tr("Rows and the pairs that they may be about"))
        names = (self.tr("Label"), self.tr("Annotator"), self.tr("Documents"))
        table.setHeaderLabels([self.tr("Row"), self.tr("Pair"), *names])
        letters = self.fontMetrics()
        line = letters.height() * 3 // 2
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        for stray in strays[:_LISTED]:
            row = stray.row
            documents = " – ".join(filter(None, (row.reference, row.candidate)))
            cells = (label_text(row.label), row.annotator, documents)
            texts = [middle_cut(shown_name(text)) for text in cells]
            name = middle_cut(shown_name(row.pair_id))
            size = QSize(letters.horizontalAdvance(name) + line, line)
            QTreeWidgetItem(table, [name, self._meant(stray), *texts]).setSizeHint(0, size)
        for column in range(table.columnCount()):
            table.resizeColumnToContents(column)
        return table

    def _meant(self, stray: Stray) -> str:
        if stray.likely is not None:
            return middle_cut(shown_name(stray.likely))
        if not stray.possible:
            return self.tr("none that is left")
        names = ", ".join(middle_cut(shown_name(each)) for each in stray.possible[:_NAMED])
        if len(stray.possible) > _NAMED:
            names += ", …"
        return self.tr("any of {pairs}").format(pairs=names)


class StrayRowsController(QObject):
    """Looks for such rows in a thread when a list is opened or its label file changed."""

    def __init__(self, window: QWidget, session: ReviewSession, banners: Banners) -> None:
        """Report them in *banners*, and show them in a dialog of *window*."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._banners = banners
        self._found: StrayRows | None = None
        self._looking: Background[StrayRows | None] = Background(self, self._show, self._failed)
        self._repairing: Background[Repaired] = Background(self, self._repaired, self._failed)
        self._taking_back = False
        self._done: Repaired | None = None  # what the banner offers to take back
        self._again = QTimer(self, singleShot=True, interval=_REST)
        self._again.timeout.connect(self._look)
        session.list_opened.connect(self._list_opened)
        session.states_changed.connect(lambda _ids: self._again.start())
        banners.action_wanted.connect(self._act)
        self._again.start()

    def close(self) -> None:
        """Drop the search; a repair that is being written is finished."""
        self._again.stop()
        self._looking.close()
        self._repairing.close()

    def _list_opened(self) -> None:
        self._repairing.forget()
        self._done = None
        for key in (_FOUND, _DONE):
            self._banners.hide_banner(key)
        self._looking.forget()
        self._again.start()  # not while the first pair is on its way to the screen

    def _look(self) -> None:
        opened = self._session.opened
        # Rows of other documents are no fault, and a blind reader may not see what rows name.
        if (
            opened is None
            or len(opened.wanted.paths) != 1
            or opened.blind is not None
            or opened.is_read_only
        ):
            self._looking.forget()
            return
        way = self._session.right_of_way

        def look(cancelled: threading.Event) -> StrayRows | None:
            def given_up() -> bool:
                way.wait()
                return cancelled.is_set()

            return _look_in(opened, given_up)

        self._looking.run(look)

    def _show(self, found: StrayRows | None) -> None:
        opened = self._session.opened
        self._found = found
        # A label file may serve several lists: rows that are about none of this one are no news.
        if opened is None or found is None or not any(s.possible for s in found.strays):
            self._banners.hide_banner(_FOUND)
            return
        rows = self.tr(
            "%n row(s) of {file} name no pair of this list", "", len(found.strays)
        ).format(file=middle_cut(opened.labels_path.name))
        pairs = self.tr("%n pair(s) have no row", "", found.pairs_without)
        text = self.tr("{rows}, and {pairs}; a spreadsheet may have rewritten ids.").format(
            rows=rows, pairs=pairs
        )
        self._banners.show_banner(_FOUND, text, "warning", self.tr("Show them…"))

    def _act(self, key: str) -> None:
        opened = self._session.opened
        if opened is None:
            return
        if key == _FOUND and self._found is not None:
            dialog = StrayRowsDialog(self._found, opened.labels_path.name, self._window)
            dialog.accepted.connect(self._put_right)
            dialog.open()
        elif key == _DONE:
            repair, done = opened.store.repair, self._done
            self._taking_back = True
            self._repairing.run(lambda _: repair.take_back(done))

    def _put_right(self) -> None:
        opened, found = self._session.opened, self._found
        if opened is not None and found is not None:
            repair, changes = opened.store.repair, found.changes
            self._taking_back = False
            self._repairing.run(lambda _: repair.put_right(changes))

    def _repaired(self, repaired: Repaired) -> None:
        if self._session.decisions is not None:
            self._session.decisions.look_outside()  # the list is to show what became of rows
        self._again.start()
        self._banners.hide_banner(_DONE if self._taking_back else _FOUND)
        if self._taking_back or repaired.copy is None:
            return
        self._done = repaired
        text = self.tr("%n row(s) were put right.", "", len(repaired.rows))
        kept = self.tr("The label file as it was is kept in {copy}.").format(
            copy=middle_cut(str(repaired.copy))
        )
        self._banners.show_banner(_DONE, f"{text} {kept}", "info", self.tr("Take back"))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CopydeskError):
            why = translated(error.message)
        elif isinstance(error, OSError):
            why = error.strerror or str(error)
        else:
            raise error
        text = self.tr("The rows could not be corrected: {why}").format(why=why)
        self._banners.show_banner(_FOUND, text, "error", self.tr("Show them…"))


def _look_in(opened: Opened, given_up: Callable[[], bool]) -> StrayRows | None:
    """Look for rows that name no pair; called in a thread."""
    pairs, repair = opened.pairs.pairs, opened.store.repair
    strays = repair.strays(pairs, hashes_in(opened.pairs.folder, cancelled=given_up))
    if not strays or given_up():
        return None
    labelled = {pair_id for pair_id, _ in opened.store.rows(everybody=True)}
    without = sum(name not in labelled for name in opened.book.ids)
    return StrayRows(strays, without, repair.wanted(strays, pairs))
