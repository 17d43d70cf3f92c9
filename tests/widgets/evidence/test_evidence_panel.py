"""The evidence beside the text, in a high column, and in a short one behind tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from gui.compare import Comparison, FurnitureItem, FurnitureKind, FurnitureState, compare
from gui.documents import Notice, read_text
from gui.reports import percent
from gui.settings import SHOWN_KINDS
from gui.widgets.controls.theme import load_theme
from gui.widgets.evidence.evidence_panel import EvidencePanel, SummaryPanel
from gui.widgets.evidence.evidence_tables import (
    EvidenceTable,
    SectionsPanel,
    kind_hint,
    kind_text,
)
from gui.widgets.evidence.summary import FurnitureList, NoticeList
from tests.any_message import any_message
from tests.widgets.evidence.tables import table_of
from tests.widgets.filled_widgets import comparison
from tests.widgets.widget_helpers import Show, heard, label_texts


def names(widget: QWidget) -> set[str]:
    return {label.accessibleName() for label in widget.findChildren(QWidget)}


@pytest.fixture
def summary(qapp: QApplication, show: Show) -> SummaryPanel:
    panel = SummaryPanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(comparison())
    show(panel)
    return panel


def test_what_is_cleared_already_is_not_made_again(qapp: QApplication) -> None:
    """A list that opens, and each pair that comes, clears it more than once."""
    panel = EvidencePanel()
    panel.clear("")
    before = panel.findChildren(QWidget)
    panel.clear("There is no comparison of this pair.")
    assert panel.findChildren(QWidget) == before
    panel.set_comparison(comparison())
    assert panel.findChildren(QWidget) != before


def test_the_summary_shows_both_similarities_as_reports_do(summary: SummaryPanel) -> None:
    found = comparison().similarity
    assert found.verbatim is not None
    assert found.with_substitutions is not None
    shown = [text for text in label_texts(summary, visible=True) if text.endswith(" %")]
    assert shown == [
        percent(found.verbatim),
        percent(found.with_substitutions),
    ]


def test_the_summary_counts_each_kind(summary: SummaryPanel) -> None:
    tally = comparison().tally
    assert tally.missing_sections == 3
    spoken = names(summary)
    assert any(
        name.startswith(f"Missing: {tally.missing_words} word") and "3 section" in name
        for name in spoken
    )
    assert any(name.startswith(f"Substituted: {tally.substituted} time") for name in spoken)
    assert "Moved: 0" in spoken


def test_absent_figures_are_dashes_with_a_reason(qapp: QApplication, show: Show) -> None:
    panel = SummaryPanel()
    show(panel)
    panel.set_comparison(compare(read_text(""), read_text("")))
    dashes = [w for w in panel.findChildren(QWidget) if w.accessibleName() == "– verbatim"]
    assert len(dashes) == 1
    assert "neither document has words" in dashes[0].toolTip()
    panel.clear("The file <b>is gone</b>.")
    assert "&lt;b&gt;" in dashes[0].toolTip()


def test_notices_name_the_document_that_they_are_about(qapp: QApplication, show: Show) -> None:
    before = comparison()
    odd = replace(
        before.candidate, notices=(Notice("odd", any_message("3 words mix two alphabets.")),)
    )
    panel = SummaryPanel()
    show(panel)
    panel.set_comparison(replace(before, candidate=odd))
    qapp.processEvents()
    assert "Candidate: 3 words mix two alphabets." in label_texts(panel, visible=True)
    notices, furniture = panel.findChildren(NoticeList), panel.findChildren(FurnitureList)
    assert notices[0].geometry().bottom() < furniture[0].y()  # where all is not seen, they are
    panel.set_comparison(before)
    assert not any("alphabets" in text for text in label_texts(panel, visible=True) if text)


def test_a_switch_announces_which_kinds_are_marked(summary: SummaryPanel) -> None:
    emitted = heard(summary.shown_changed)
    switches = [b for b in summary.findChildren(QToolButton) if b.isCheckable()]
    assert len(switches) == len(SHOWN_KINDS)
    QTest.keyClick(switches[SHOWN_KINDS.index("minor")], Qt.Key.Key_Space)
    assert emitted == [frozenset(SHOWN_KINDS) - {"minor"}]
    assert switches[SHOWN_KINDS.index("minor")].accessibleName() == "Minor: not marked in the text"
    summary.set_shown(frozenset({"added"}))
    assert [b.isChecked() for b in switches] == [kind == "added" for kind in SHOWN_KINDS]
    assert len(emitted) == 1, "setting it from outside announces nothing"


def test_the_switches_name_their_keys(summary: SummaryPanel) -> None:
    summary.set_switch_keys({"added": "Ctrl+3"})
    tips = [b.toolTip() for b in summary.findChildren(QToolButton) if b.isCheckable()]
    assert [tip for tip in tips if "Ctrl+3" in tip] == [tips[SHOWN_KINDS.index("added")]]


def test_the_furniture_goes_to_its_section(qapp: QApplication, show: Show) -> None:
    checklist = FurnitureList()
    checklist.set_theme(load_theme("light"))
    show(checklist)
    checklist.set_items(
        [
            FurnitureItem(FurnitureKind.HEADLINE, FurnitureState.LOST, (0,)),
            FurnitureItem(FurnitureKind.FOOTER, FurnitureState.LOST, (7,)),
            FurnitureItem(FurnitureKind.FOOTER, FurnitureState.ADDED, (9, 10)),
        ]
    )
    qapp.processEvents()
    emitted = heard(checklist.section_wanted)
    buttons = [b for b in checklist.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == [
        "Headline: lost",
        "Footer: lost",
        "Footer: added",
    ]
    for button in buttons:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert emitted == [0, 7, 9]
    assert "Byline: –" in names(checklist)


def test_a_section_is_gone_to_by_enter(qapp: QApplication, show: Show) -> None:
    panel = SectionsPanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(comparison())
    show(panel)
    emitted = heard(panel.section_wanted)
    table = table_of(panel)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert len(emitted) == 1
    assert comparison().sections[emitted[0]].kind.value == "missing"
    panel.copy_text()
    assert QGuiApplication.clipboard().text().startswith("missing\t")


def test_the_evidence_passes_on_where_to_go(qapp: QApplication, show: Show) -> None:
    panel = EvidencePanel()
    panel.set_theme(load_theme("dark"))
    panel.set_comparison(comparison())
    show(panel)
    sections: list[int] = []
    changes: list[int] = []
    panel.section_wanted.connect(sections.append)
    panel.change_wanted.connect(changes.append)
    panel.ledger.step(0)
    panel.summary.section_wanted.emit(2)
    assert (sections, len(changes)) == ([2], 1)
    panel.clear("There is no comparison.")
    assert table_of(panel.ledger).model().rowCount() == 0


@pytest.fixture
def panel(look: QApplication, show: Callable[[QWidget], None]) -> EvidencePanel:
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(comparison())
    panel.resize(300, 900)
    show(panel)
    return panel


def seen(panel: EvidencePanel) -> list[str]:
    parts = {"summary": panel.summary, "ledger": panel.ledger, "sections": panel.sections}
    return [name for name, part in parts.items() if part.isVisible()]


def rows_of_the_ledger(panel: EvidencePanel) -> int:
    table = panel.ledger.findChild(EvidenceTable)
    assert table is not None
    return table.viewport().height() // table.verticalHeader().defaultSectionSize()


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_no_figures_of_one_pair_are_seen_beside_the_substitutions_of_another(
    panel: EvidencePanel,
) -> None:
    table = panel.ledger.findChild(EvidenceTable)
    assert table is not None
    QApplication.processEvents()
    painted = [Painted(panel.summary), Painted(table.viewport())]
    *first, last = panel.tasks(compare(read_text("One ship sank."), read_text("One boat sank.")))
    for task in first:
        task()
        QApplication.processEvents()
    assert [part.count for part in painted] == [0, 0]
    last()
    QApplication.processEvents()
    assert all(part.count for part in painted)


def test_evidence_that_is_cleared_meanwhile_is_seen(panel: EvidencePanel) -> None:
    """The reader went on to a pair that is not prepared."""
    panel.tasks(comparison())[0]()
    panel.clear("Comparing…")
    QApplication.processEvents()
    painted = Painted(panel.summary)
    panel.summary.update()
    QApplication.processEvents()
    assert painted.count


@pytest.mark.parametrize("height", [560, 660, 690, 790, 970])
def test_the_ledger_has_rows_enough_at_every_height_of_a_screen(
    panel: EvidencePanel, height: int
) -> None:
    panel.resize(300, height)
    QApplication.processEvents()
    if panel.tabs.isVisible():
        panel.tabs.setCurrentIndex(1)
        QApplication.processEvents()
    assert rows_of_the_ledger(panel) >= 4


def test_a_short_column_shows_one_part_and_the_keys_change_it(panel: EvidencePanel) -> None:
    assert seen(panel) == ["summary", "ledger", "sections"]
    panel.resize(300, 660)
    QApplication.processEvents()
    assert seen(panel) == ["summary"]
    panel.tabs.setFocus()
    QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert seen(panel) == ["ledger"]
    panel.set_comparison(comparison())
    assert seen(panel) == ["ledger"], "a new pair does not change the tab"
    panel.resize(300, 900)
    QApplication.processEvents()
    assert seen(panel) == ["summary", "ledger", "sections"]


def test_the_borders_are_remembered_although_the_column_is_short(panel: EvidencePanel) -> None:
    panel.splitter.setSizes([300, 400, 190])
    before = panel.splitter.sizes()
    panel.resize(300, 600)
    QApplication.processEvents()
    kept = panel.places()
    panel.set_places(kept)
    panel.resize(300, 900)
    QApplication.processEvents()
    assert panel.splitter.sizes() == before


@pytest.mark.parametrize("kind", SHOWN_KINDS)
def test_each_kind_has_its_word_and_its_sentence(kind: str) -> None:
    assert kind_text(kind)
    assert kind_hint(kind).endswith(".")


def test_unknown_kinds_are_errors() -> None:
    for ask in (kind_text, kind_hint):
        with pytest.raises(KeyError):
            ask("paired")


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_a_window_of_900_pixels_shows_ten_substitutions(
    language: str, show: Show, look: QApplication, speaking: Callable[[str], None]
) -> None:
    speaking(language)
    words = [f"harbour{n}" for n in range(30)]
    one = " ".join(f"{word} the old stones of" for word in words)
    other = one.replace("harbour", "marina")
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.resize(310, 800)  # beneath the tool bar and above the label bar
    show(panel)
    panel.set_comparison(compare(read_text(one), read_text(other)))
    table = table_of(panel.ledger)
    QApplication.processEvents()
    rows = table.viewport().height() // table.verticalHeader().defaultSectionSize()
    assert rows >= 10


def test_the_furniture_of_many_pairs_takes_no_more_rows_than_that_of_one(show: Show) -> None:
    found = FurnitureList()
    found.set_theme(load_theme("light"))
    show(found)
    found.set_items([FurnitureItem(FurnitureKind.FOOTER, FurnitureState.LOST, (0,))])
    grid = found.findChild(QGridLayout)
    assert grid is not None
    rows, widgets = grid.rowCount(), grid.count()
    for _ in range(3):
        found.set_items([FurnitureItem(FurnitureKind.FOOTER, FurnitureState.LOST, (0,))])
    assert (grid.rowCount(), grid.count()) == (rows, widgets)


def test_what_became_of_furniture_is_explained(qapp: QApplication, show: Show) -> None:
    found = FurnitureList()
    kind = FurnitureKind.FOOTER
    items = [
        FurnitureItem(kind, FurnitureState.LOST, (0,)),
        FurnitureItem(kind, FurnitureState.ADDED, (1,)),
    ]
    found.set_theme(load_theme("light"))
    found.set_items(items)
    show(found)
    buttons = found.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["lost", "added"]
    assert buttons[0].y() == buttons[1].y()
    assert "left out" in buttons[0].toolTip()
    assert "does not come from the reference" in buttons[1].toolTip()
    wanted = heard(found.section_wanted)
    buttons[1].click()
    assert wanted == [1]


@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_the_summary_is_no_wider_than_its_panel(
    language: str, look: QApplication, show: Show, speaking: Callable[[str], None]
) -> None:
    speaking(language)
    states = (FurnitureState.LOST, FurnitureState.ADDED)
    items = [FurnitureItem(kind, state, (0,)) for kind in FurnitureKind for state in states]
    tally = comparison().tally._replace(missing_words=1342, missing_sections=114)
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(replace(comparison(), tally=tally, furniture=tuple(items)))
    panel.resize(300, 860)
    show(panel)
    area = panel.summary.parentWidget()
    assert area is not None
    assert panel.summary.minimumSizeHint().width() <= area.width()


def test_a_figure_of_the_summary_is_not_parted_by_the_end_of_a_line(
    summary: SummaryPanel,
) -> None:
    tally = comparison().tally._replace(missing_words=1342, missing_sections=114)
    summary.set_comparison(replace(comparison(), tally=tally))
    shown = next(text for text in label_texts(summary, visible=True) if "114" in text)
    assert [piece.split() for piece in shown.split(" ")] == [
        ["1342", "word(s)", "·"],
        ["114", "section(s)"],
    ]


def ledger_of(*words: tuple[str, str]) -> Comparison:
    one, other = (" ".join(f"{each[side]} stays here." for each in words) for side in (0, 1))
    return compare(read_text(one), read_text(other))


def cut(table: EvidenceTable) -> list[int]:
    """The columns in which something does not find room."""
    return [c for c in range(3) if table.columnWidth(c) < table.sizeHintForColumn(c)]


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize("width", [300, 330])
def test_long_words_of_the_ledger_are_not_cut_for_the_sake_of_the_count(
    language: str,
    width: int,
    show: Show,
    look: QApplication,
    speaking: Callable[[str], None],
) -> None:
    speaking(language)
    panel = EvidencePanel()
    panel.set_theme(load_theme("light"))
    panel.set_comparison(ledger_of(("neighbourhoods", "accountability"), ("old", "ancient")))
    panel.resize(width, 900)
    show(panel)
    QApplication.processEvents()
    table = table_of(panel.ledger)
    assert table.model().rowCount() == 2
    assert cut(table) == []
    assert sum(map(table.columnWidth, range(3))) == pytest.approx(table.viewport().width(), abs=2)


def test_a_column_of_short_words_gives_way_to_one_of_long_ones(panel: EvidencePanel) -> None:
    table = table_of(panel.ledger)
    panel.set_comparison(ledger_of(("old", "telecommunications")))
    QApplication.processEvents()
    assert cut(table) == []
    assert table.columnWidth(0) < table.columnWidth(1)


def test_where_the_name_of_the_count_has_no_room_its_tooltip_has_it(panel: EvidencePanel) -> None:
    table, across = table_of(panel.ledger), Qt.Orientation.Horizontal
    panel.resize(420, 900)
    QApplication.processEvents()
    assert table.model().headerData(2, across) == "Count"
    panel.set_comparison(ledger_of(("neighbourhoods" * 2, "accountability" * 2)))
    panel.resize(300, 900)
    QApplication.processEvents()
    assert table.model().headerData(2, across) == "×"
    assert table.model().headerData(2, across, Qt.ItemDataRole.ToolTipRole) == "Count"


def test_punctuation_alone_is_counted_where_it_is_marked_in_the_text(summary: SummaryPanel) -> None:
    """There were red marks, to which keys go, and beside them it said that nothing was missing."""
    whole, bare = "It is late. It left, they said.", "It is late It left they said"
    summary.set_comparison(compare(read_text(whole), read_text(bare)))
    assert {"Missing: punctuation 3 time(s)", "Added: 0"} <= names(summary)
    summary.set_comparison(compare(read_text(bare), read_text(whole)))
    assert {"Missing: 0", "Added: punctuation 3 time(s)"} <= names(summary)
    summary.set_comparison(compare(read_text(whole), read_text("It left, they said.")))
    assert any(name.startswith("Missing: ") and "punct" not in name for name in names(summary))
