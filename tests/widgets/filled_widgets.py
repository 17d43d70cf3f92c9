"""One of each widget, filled, for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.compare import Comparison, compare
from gui.documents import read_text
from gui.labels import LabelRow, Pair
from gui.labels.reconciling.stray_rows import Stray
from gui.review.pair_list.label_marks import PairsLeft
from gui.review.pair_list.pair_state import PairState
from gui.review.pair_list.pairs_model import PairsModel
from gui.widgets.agreement.agreement_dialog import AgreementDialog
from gui.widgets.controls.actions import action_table
from gui.widgets.controls.notifications import Banners, MessagePanel
from gui.widgets.controls.theme import load_theme
from gui.widgets.evidence.evidence_panel import EvidencePanel
from gui.widgets.labelling.annotator import AnnotatorDialog
from gui.widgets.labelling.label_bar import LabelBar
from gui.widgets.labelling.note_field import NoteField
from gui.widgets.labelling.stray_rows_dialog import StrayRows, StrayRowsDialog
from gui.widgets.pairs.guidelines import GuidelinesPanel
from gui.widgets.pairs.pair_list import PairsPanel
from gui.widgets.pairs.pairs_controller import ProgressPanel
from gui.widgets.reading.text_search import FindBar
from gui.widgets.settings.keys_dialog import KeysSheet
from gui.widgets.settings.settings_controller import AboutDialog
from gui.widgets.settings.settings_dialog import Preferences, SettingsDialog
from gui.widgets.window.end_page import EndPanel, ListedPairs
from gui.widgets.window.help_pages import HelpPage, LegendStrip
from gui.widgets.window.opening_controller import PasteDialog
from gui.widgets.window.start_page import StartPanel
from tests.any_message import any_message

MARKUP = "<b>x</b><img src='/etc/x.png'>&amp;"
KEYS = {
    "label-original": "1",
    "label-copy": "2",
    "label-unrelated": "3",
    "flag": "F",
    "note": "N",
    "open": "Ctrl+O",
}

REFERENCE = """Harbour Opens Again

By Ann Lee

The harbour opened again on Monday after the storm, and both ferries left at noon.

Fishermen said the quay had lost its lamp, its bell and two of its oldest steps.

Ann Lee writes about ports."""

CANDIDATE = """The harbor opened again on Monday after the storm, and each ferries left at midday.

Fishermen mentioned the quay had lost its lamp, its bell and two of its oldest steps.

Source link"""


def comparison() -> Comparison:
    """Return a comparison with substitutions, and sections missing and added."""
    return compare(read_text(REFERENCE, name="a.txt"), read_text(CANDIDATE, name="b.txt"))


def pairs_model() -> PairsModel:
    """Return four pairs in different states, one of them with markup for an id."""
    model = PairsModel()
    names = ("one", "two", "three", MARKUP)
    states = {
        0: PairState("copy", flagged=True, note=MARKUP, similarity=0.5),
        1: PairState("unrelated", changed=True),
        2: PairState(problem=any_message("The file is gone.")),
    }
    details = (("topic", MARKUP),)
    model.set_pairs([Pair(n, f"{n}-a", f"{n}-b", details=details) for n in names], states)
    return model


def evidence() -> EvidencePanel:
    panel = EvidencePanel()
    panel.set_comparison(comparison())
    return panel


def pairs() -> PairsPanel:
    model = pairs_model()
    model.set_sort("shuffled", 5)
    panel = PairsPanel(model)
    panel.set_current(3)
    return panel


def label_bar() -> LabelBar:
    bar = LabelBar()
    bar.set_keys(KEYS)
    bar.set_ready(True)
    bar.set_open(True)
    bar.set_label("copy")
    bar.set_note(MARKUP)
    bar.set_save_state("journal", MARKUP)
    bar.set_path(MARKUP)
    bar.show_reason(MARKUP)
    return bar


def note_field() -> NoteField:
    field = NoteField()
    field.set_note(MARKUP, "one")
    return field


def banners() -> Banners:
    stack = Banners()
    stack.show_banner("a", MARKUP, "error", MARKUP)
    stack.show_banner("b", "A file changed.", "info", "Read again")
    return stack


def start() -> StartPanel:
    panel = StartPanel()
    panel.set_keys(KEYS)
    panel.set_recent([(f"/data/{MARKUP}", ""), ("/a/one.txt|/a/two.txt", MARKUP)])
    return panel


def end() -> EndPanel:
    panel = EndPanel()
    panel.set_result(
        {"copy": 2, None: 1},
        f"/data/{MARKUP}.csv",
        ListedPairs([(0, MARKUP), (2, "three")], 2),
        ListedPairs([(3, MARKUP)], 1),
        ListedPairs([(4, MARKUP)], 1),
    )
    return panel


def message() -> MessagePanel:
    panel = MessagePanel()
    panel.set_message(MARKUP, MARKUP, MARKUP)
    return panel


def guidelines() -> GuidelinesPanel:
    panel = GuidelinesPanel()
    panel.set_text(MARKUP, MARKUP)
    return panel


def find_bar() -> FindBar:
    bar = FindBar()
    bar.set_hits(0, 3)
    return bar


def progress() -> ProgressPanel:
    panel = ProgressPanel()
    panel.set_progress(240, PairsLeft(190, 8, 1))
    panel.set_pace(12.0, 2388.0)
    return panel


def settings() -> SettingsDialog:
    return SettingsDialog(Preferences(), action_table())


def stray_rows() -> StrayRowsDialog:
    rows = [LabelRow(MARKUP, MARKUP, MARKUP, "copy", MARKUP, "", "") for _ in range(3)]
    strays = [Stray(rows[0], MARKUP, (MARKUP,)), Stray(rows[1]), Stray(rows[2], None, ("1", "2"))]
    return StrayRowsDialog(StrayRows(strays, 2, [(rows[0], rows[0])]), MARKUP)


def agreement() -> AgreementDialog:
    dialog = AgreementDialog(MARKUP, (MARKUP,), load_theme("light"))
    dialog.add_files(("ben.csv",))
    dialog.show_data(agreement_data(MARKUP, "Ben"), (MARKUP, "2 pairs are not in the list."))
    return dialog


def agreement_data(first: str, second: str) -> Mapping[str, Any]:
    """Return what a study of two annotators says, as the process that computes it does."""
    figure = {"value": 0.75, "low": 0.5, "high": 1.0}
    some = {"pairs": 40, "raw": figure, "kappa": figure, "alpha": None, "ac1": figure}
    none = {"pairs": 0, "raw": None, "kappa": None, "alpha": None, "ac1": None}
    person = {
        "labels": {"copy": 30, "unrelated": 10},
        "median_lead_time": 61.5,
        "flagged": 2,
        "with_others": figure,
        "accuracy": 0.9,
        "confusion": [[0.9, 0.1], [0.2, 0.8]],
        "by_quarter": [figure, figure, None, figure],
        "repeats": {**some, "pairs": 1},
        "gold": none,
    }
    said = {first: "copy", second: "unrelated"}
    return {
        "labels": ["copy", "unrelated"],
        "pairs": 50,
        "unread": 10,
        "ratings": 80,
        "agreement": some,
        "by_label": {"copy": some, "unrelated": some},
        "of_two": [{"annotators": [first, second], **some, "confusion": [[25, 5], [5, 5]]}],
        "by_verbatim": [{"low": 0.0, "high": 0.2, **none}, {"low": 0.2, "high": 0.4, **some}],
        "annotators": [{"annotator": name, **person} for name in (first, second)],
        "disputed": [
            {"pair_id": pair, "said": said, "likeliest": "copy", "posterior": 0.5123}
            for pair in ("one", MARKUP)
        ],
    }


WIDGETS: Mapping[str, Callable[[], QWidget]] = {
    "evidence": evidence,
    "pairs": pairs,
    "label bar": label_bar,
    "note": note_field,
    "banners": banners,
    "start": start,
    "end": end,
    "message": message,
    "guidelines": guidelines,
    "no guidelines": GuidelinesPanel,
    "find bar": find_bar,
    "progress": progress,
    "stray rows": stray_rows,
    "agreement": agreement,
    "settings": settings,
    "help": lambda: HelpPage("Help", "# Marks\n\n- one\n"),
    "legend": LegendStrip,
    "keys": lambda: KeysSheet(action_table(), {}),
    "paste": PasteDialog,
    "about": AboutDialog,
    "annotator": lambda: AnnotatorDialog(MARKUP),
}


def themed(widget: QWidget, name: str = "light") -> QWidget:
    """Give *widget* the theme *name*, where it takes one."""
    set_theme = getattr(widget, "set_theme", None)
    if set_theme is not None:
        set_theme(load_theme(name))
    return widget
