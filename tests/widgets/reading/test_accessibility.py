"""What a screen reader gets to know of the text; asked as Qt's own bridges ask."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from gui.compare import Comparison
from gui.widgets.reading import ReadingView
from gui.widgets.reading.counterparts import ROLES, Role

from .conftest import compared, paint

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def asked(view: ReadingView) -> tuple[ReadingView, dict[Role, QAccessibleInterface], Comparison]:
    pair = compared("A 😀 smiles.\n\nIt rained.", "A 😀 laughs.\n\nIt rained.")
    view.show_comparison(pair)
    paint(view)
    found = {}
    for role in ROLES:
        interface = QAccessible.queryAccessibleInterface(view.panes[role])
        assert interface is not None
        found[role] = interface
    return view, found, pair


def test_each_pane_is_a_text_that_can_be_read_and_not_written(
    asked: tuple[ReadingView, dict[Role, QAccessibleInterface], Comparison],
) -> None:
    _, panes, pair = asked
    for role, document in zip(ROLES, (pair.reference, pair.candidate), strict=True):
        text = panes[role].textInterface()
        units = len(document.text.encode("utf-16-le")) // 2
        assert text.characterCount() == units == len(document.text) + 1
        assert text.text(0, units) == document.text
        assert text.text(0, 4) == document.text[:3] == "A 😀"
        assert text.text(5, -1) == document.text[4:]
        state = panes[role].state()
        assert state.readOnly
        assert state.multiLine
        assert state.focusable
        assert panes[role].role() is QAccessible.Role.EditableText
        assert document.name in panes[role].text(QAccessible.Text.Name)


def test_the_caret_is_known_and_can_be_put(
    asked: tuple[ReadingView, dict[Role, QAccessibleInterface], Comparison],
) -> None:
    view, panes, _ = asked
    text = panes[Role.CANDIDATE].textInterface()
    assert text.cursorPosition() == 0
    text.setCursorPosition(5)
    assert text.cursorPosition() == 5
    assert view.selector.selection.caret == 4
    assert panes[Role.REFERENCE].textInterface().cursorPosition() == 0
    text.setCursorPosition(10_000)
    assert text.cursorPosition() == text.characterCount()


def test_places_on_the_screen_lead_to_characters_and_back(
    asked: tuple[ReadingView, dict[Role, QAccessibleInterface], Comparison],
) -> None:
    view, panes, pair = asked
    for role in ROLES:
        text = panes[role].textInterface()
        pane = view.panes[role]
        for offset in (0, 6, pair.reference.sections[1].start + 2):
            box = text.characterRect(offset)
            inside = pane.rect().translated(pane.mapToGlobal(QPoint(0, 0)))
            assert inside.contains(box)
            at = QPoint(box.left() + 1, box.center().y())
            assert text.offsetAtPoint(at) == offset


def test_without_a_text_there_is_nothing_to_read(view: ReadingView) -> None:
    view.clear()
    text = QAccessible.queryAccessibleInterface(view.panes[Role.REFERENCE]).textInterface()
    assert (text.characterCount(), text.text(0, -1), text.cursorPosition()) == (0, "", 0)
    assert text.characterRect(0).isEmpty()
    assert text.offsetAtPoint(QPoint(5, 5)) == -1


def test_keys_move_what_is_spoken(
    asked: tuple[ReadingView, dict[Role, QAccessibleInterface], Comparison],
) -> None:
    view, panes, _ = asked
    view.panes[Role.REFERENCE].setFocus()
    QTest.keySequence(view.panes[Role.REFERENCE], "Right")
    QTest.keySequence(view.panes[Role.REFERENCE], "Right")
    before = panes[Role.REFERENCE].textInterface().cursorPosition()
    QTest.keySequence(view.panes[Role.REFERENCE], "Right")
    assert panes[Role.REFERENCE].textInterface().cursorPosition() > before


CHURN = """
import gc, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from gui.documents import read_text
from gui.widgets.reading import ReadingView
application = QApplication([])
QAccessible.setActive(True)
document = read_text("A dog ran.\\n\\nIt rained.", name="a.txt")
gc.collect()
gc.freeze()  # each collection looks at a view alone, not at all of Qt's bindings
for number in range(60):
    view = ReadingView()
    view.show_documents(document, document)
    for pane in view.panes.values():
        asked = QAccessible.queryAccessibleInterface(pane)
        text = asked.textInterface()
        assert len(asked.actionInterface().actionNames()) == 1
        assert asked.valueInterface() is None  # a pointer to nothing must not become one
        assert asked.tableCellInterface() is None
        for _ in range(200):
            assert text.text(0, 5) == "A dog"
            text.setCursorPosition(2)
            text.characterRect(3)
            text.attributes(1)
    view.deleteLater()
    del view, pane, text, asked
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
print("alive")
"""


def test_asking_thousands_of_times_and_closing_views_crashes_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CHURN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr[-2000:]
