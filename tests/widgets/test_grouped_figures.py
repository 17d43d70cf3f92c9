"""Large figures in the window are grouped as its language has it, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gui.compare import Comparison, LedgerEntry, compare
from gui.compare.comparison import Tally
from gui.documents import read_text
from gui.labels import Pair
from gui.review.pair_list.label_marks import PairsLeft
from gui.review.pair_list.pairs_model import PairsModel
from gui.settings import SHOWN_KINDS
from gui.widgets.controls.qt_text import grouped, shown_percent
from gui.widgets.evidence.evidence_panel import SummaryPanel
from gui.widgets.evidence.evidence_tables import LedgerPanel, SectionsPanel
from gui.widgets.labelling.note_field import NoteField
from gui.widgets.pairs.guidelines import GuidelinesPanel
from gui.widgets.pairs.pair_list import PairsPanel
from gui.widgets.pairs.pairs_controller import ProgressPanel
from gui.widgets.reading.text_search import FindBar
from gui.widgets.window.end_page import EndPanel, ListedPairs
from tests.widgets.widget_helpers import label_texts

GROUPS = {"en": "1,240", "de": "1.240", "ja": "1,240"}


@pytest.fixture(params=GROUPS)
def figure(request: pytest.FixtureRequest, speaking: Callable[[str], None]) -> str:
    """The number 1240 in the language that the program speaks during the test."""
    speaking(request.param)
    return GROUPS[request.param]


@cache
def many_alone() -> Comparison:
    """Return a comparison in which 1240 sections have no counterpart."""
    kept = "The {} of the harbour was painted green on Monday."
    numbers = range(1239)  # and the one that was added
    reference = "\n\n".join(kept.format(f"lamp{number}") for number in numbers)
    return compare(read_text(reference, name="a"), read_text("Nothing of that kind.", name="b"))


def progress() -> QWidget:
    panel = ProgressPanel()
    panel.set_progress(20_000, PairsLeft(20_000 - 1240))
    panel.set_place(1240, 20_000)
    return panel


def find_bar() -> QWidget:
    bar = FindBar()
    bar.findChildren(QLineEdit)[0].setText("harbour")
    bar.set_hits(3, 1240)
    return bar


def hits() -> QWidget:
    bar = FindBar()
    bar.findChildren(QLineEdit)[0].setText("harbour")
    bar.set_hits(0, 1240)
    return bar


def pairs() -> QWidget:
    model = PairsModel()
    model.set_pairs([Pair(f"p{n}", f"{n}-a", f"{n}-b") for n in range(1240)], {})
    panel = PairsPanel(model)
    model.setParent(panel)
    return panel


def end() -> QWidget:
    panel = EndPanel()
    panel.set_result({"copy": 1240}, "labels.csv", ListedPairs([(0, "one")], 1240))
    return panel


def guidelines() -> QWidget:
    panel = GuidelinesPanel()
    panel.set_text("word " * 248_000, "rules.txt")  # 1,240,000 characters
    return panel


def note() -> QWidget:
    field = NoteField()
    field.set_note("\n".join(["x"] * 620_000) + "\n", "one")  # 1,240,000 characters
    return field


def sections() -> QWidget:
    panel = SectionsPanel()
    panel.set_comparison(many_alone())
    return panel


@pytest.mark.parametrize(
    "made",
    [progress, find_bar, hits, pairs, end, guidelines, note, sections],
    ids=lambda f: f.__name__,
)
def test_a_large_figure_is_grouped(made: Callable[[], QWidget], figure: str) -> None:
    widget = made()
    said = " ".join(label_texts(widget))
    assert figure in said
    assert "1240" not in said + widget.toolTip()
    widget.deleteLater()


def test_the_summary_groups_its_counts(figure: str) -> None:
    tally = Tally(
        substituted=1240,
        substituted_words=1240,
        missing_words=1240,
        added_words=1240,
        missing_sections=1240,
        added_sections=1240,
        moved_sections=1240,
        look_alikes=1240,
        minor=1240,
    )
    panel = SummaryPanel()
    panel.set_comparison(replace(compare(read_text("A"), read_text("A")), tally=tally))
    texts = label_texts(panel)
    assert sum(figure in text for text in texts) == len(SHOWN_KINDS), texts
    assert not any("1240" in text for text in texts)


def test_the_heading_of_the_ledger_groups_its_count(figure: str) -> None:
    panel = LedgerPanel()
    entries = tuple(LedgerEntry(f"old{n}", f"new{n}", (n,)) for n in range(1240))
    panel.set_comparison(cast("Comparison", SimpleNamespace(ledger=entries)))
    assert any(figure in label.text() for label in panel.findChildren(QLabel))


def test_a_small_figure_stays_as_it_is(figure: str) -> None:
    assert (grouped(0), grouped(999)) == ("0", "999")
    assert figure == grouped(1240)


def test_a_share_has_the_decimal_point_of_the_language(figure: str) -> None:
    assert shown_percent(0.6429) == ("64,3 %" if figure == "1.240" else "64.3 %")
    assert shown_percent(None) == "–"
