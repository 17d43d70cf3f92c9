"""What appears without the focus is said to assistive technology."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from gui.compare import compare
from gui.documents import read_text
from gui.widgets.controls.notifications import Banners, Toast
from gui.widgets.controls.qt_text import announce
from gui.widgets.labelling.label_bar import LabelBar
from gui.widgets.reading import ReadingView


def test_notices_reasons_and_banners_are_said(qapp: QApplication, said: list[str]) -> None:
    host = QWidget()
    Toast(host).show_sentence("That was the last difference.")
    LabelBar().show_reason("The key was held down.")
    banners = Banners(host)
    banners.show_banner("x", "The file changed.", "warning")
    announce(host, "")
    assert said == [
        "That was the last difference.",
        "The key was held down.",
        "The file changed.",
    ]


def test_a_new_pair_and_each_step_are_said(qapp: QApplication, said: list[str]) -> None:
    view = ReadingView()
    one = read_text("The dam held.", name="a.txt")
    other = read_text("The barrage held.", name="b.txt")
    view.show_comparison(compare(one, other))
    assert said == ["Reference: a.txt; Candidate: b.txt"]
    view.next_change()
    assert "dam" in said[1]
    assert "barrage" in said[1]
    view.deleteLater()


def test_nothing_is_made_where_nobody_listens(
    qapp: QApplication, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announce(QWidget(), "Words")
    assert said == []
