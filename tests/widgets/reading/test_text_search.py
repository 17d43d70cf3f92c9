"""Finding a text in both documents: where it stands, what is folded, and its ticks."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.compare import Comparison
from gui.documents import Document, Span, read_text
from gui.review.background import outcome
from gui.widgets.controls.theme import load_theme
from gui.widgets.reading import ReadingView, text_search
from gui.widgets.reading.counterparts import ROLES, Role
from gui.widgets.reading.overview import HIT, LaneMark, runs, ticks
from gui.widgets.reading.text_search import find_places, in_reading_order
from tests.review.waiting import wait_until
from tests.widgets.widget_helpers import heard

from .conftest import compared, paint, several
from .view_helpers import do_idle_work, pixel_of, shown_picture


def test_finding_counts_and_goes_round_in_both_panes(view: ReadingView, pair: Comparison) -> None:
    view.show_comparison(pair)
    hits = heard(view.hits_changed)
    count = view.finder.find("herring")
    both = pair.reference.text + pair.candidate.text
    assert count == both.lower().count("herring")
    assert hits[-1] == (1, count)
    for _ in range(count):
        view.finder.step(1)
    assert hits[-1] == (1, count)
    view.finder.step(-1)
    assert hits[-1] == (count, count)
    paint(view)
    assert view.finder.find("") == 0
    assert hits[-1] == (0, 0)


def test_typing_a_word_does_not_wander_through_the_text(view: ReadingView) -> None:
    lines = [f"Other thin things thaw there, then the {n}th thing." for n in range(300)]
    text = "\n\n".join(" ".join(lines[n : n + 30]) for n in range(0, 300, 30))
    view.show_comparison(compared(text, text))
    paint(view)
    view.finder.find("150th")
    paint(view)
    view.finder.find("")
    paint(view)
    shown = view.place()
    hits = heard(view.hits_changed)
    for typed in ("t", "th", "the", "the "):
        view.finder.find(typed)
        paint(view)
        assert view.place() == shown, "a hit stood in view already"
    assert hits[-1][0] > 1
    first = hits[-1]
    view.finder.find("the")
    view.finder.find("the ")
    assert hits[-1] == first, "and the same hit is found again"


def folded(view: ReadingView) -> Comparison:
    same = "Every word of this stays as it is written here. " * 8
    pair = compared(f"A dog ran.\n\n{same}\n\nIt rained.", f"A cat ran.\n\n{same}\n\nIt snowed.")
    view.show_comparison(pair)
    view.set_folding(True)
    paint(view)
    return pair


def test_equal_stretches_fold_and_open_by_a_click(view: ReadingView) -> None:
    folded(view)
    picture = shown_picture(view)
    (fold,) = picture.layout.folds.values()
    assert fold.words == 80
    bar = view.surface.rows_in_view()[1]
    assert bar.number == fold.first
    pane = view.panes[Role.REFERENCE]
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(60, bar.text_top + 4))
    assert picture.layout.folds == {}
    paint(view)


def test_a_hit_in_a_fold_opens_it(view: ReadingView) -> None:
    folded(view)
    view.finder.find("every word")
    assert shown_picture(view).layout.folds == {}


def test_a_section_in_a_fold_is_opened_to_go_there(view: ReadingView) -> None:
    folded(view)
    view.go_to_section(1)
    assert shown_picture(view).layout.folds == {}


def hits_on_strip(view: ReadingView) -> list[tuple[Role, float]]:
    return [(s.role, s.start) for s in view.strip.stretches if s.kind == HIT]


def test_hits_stand_on_the_overview_and_a_click_goes_there(view: ReadingView) -> None:
    pair = compared("A dog ran.\n\n" * 60 + "A herring.", "A dog ran.\n\n" * 60 + "A herring.")
    view.show_comparison(pair)
    do_idle_work(view)
    view.finder.find("herring")
    wait_until(lambda: hits_on_strip(view))
    hits = hits_on_strip(view)
    assert [role for role, _ in hits] == list(ROLES)
    assert all(share > 0.9 for _, share in hits)
    view.surface.verticalScrollBar().setValue(0)
    y = round(hits[0][1] * view.strip.height())
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=QPoint(3, y))
    last = pair.reference.sections[-1].start
    assert 0 <= pixel_of(view, Role.REFERENCE, last).y() < view.surface.height_of_view
    view.finder.find("")
    wait_until(lambda: not hits_on_strip(view))


def test_hits_are_shown_before_there_is_a_comparison_and_through_a_fold(view: ReadingView) -> None:
    pair = several(1)
    view.show_documents(pair.reference, pair.candidate)
    view.finder.find("herring")
    wait_until(lambda: hits_on_strip(view))
    assert {s.kind for s in view.strip.stretches} == {HIT}
    view.finder.find("every word")  # is in the next pair only
    folded(view)
    wait_until(lambda: hits_on_strip(view))
    assert shown_picture(view).layout.folds, "found without opening the fold"
    assert {role for role, _ in hits_on_strip(view)} == set(ROLES)


def test_ticks_have_a_place_of_their_own_beside_the_lanes(view: ReadingView) -> None:
    stretches = [
        LaneMark(Role.REFERENCE, HIT, 0.5, 0.6),
        LaneMark(Role.REFERENCE, HIT, 0.501, 0.6),
        LaneMark(Role.CANDIDATE, HIT, 1.0, 1.0),
        LaneMark(Role.REFERENCE, "missing", 0.5, 0.6),
    ]
    assert ticks(stretches, Role.REFERENCE, 100) == [50]
    assert ticks(stretches, Role.CANDIDATE, 100) == [98]
    assert runs(stretches, Role.REFERENCE, 100) == [(50, 60, "missing")]
    view.strip.set_stretches(stretches, swapped=False)
    view.strip.set_view(0.0, 0.1, None)
    image = view.strip.grab().toImage()
    ratio = image.devicePixelRatio()
    y = round((view.strip.height() * 0.5 + 1) * ratio)
    ink = load_theme("light").hex("text")
    inked = [x for x in range(34) if image.pixelColor(int((x + 0.5) * ratio), y).name() == ink]
    assert inked == [0, 1, 2, 3], "and the lane begins behind one pixel of the ground"
    assert view.strip.width() == 34


def test_of_what_stands_at_one_height_the_gravest_is_shown() -> None:
    least_first = ("minor", "substitution", "look-alike", "missing", "moved")
    for one, other in pairwise(least_first):
        stretches = [LaneMark(Role.REFERENCE, kind, 0.5, 0.6) for kind in (one, other)]
        for order in (stretches, stretches[::-1]):
            assert runs(order, Role.REFERENCE, 100) == [(50, 60, other)]


def test_a_very_long_text_is_looked_through_while_the_window_answers(
    view: ReadingView, pair: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_comparison(pair)
    counted = view.finder.find("herring")
    monkeypatch.setattr(text_search, "STRETCH", 10)
    hits, began = heard(view.hits_changed), []
    view.searching.connect(lambda: began.append(True))
    assert view.finder.find("herring") == 0
    assert (began, hits) == ([True], [(0, 0)])
    view.finder.step(1)  # there is nothing to go to yet
    wait_until(lambda: len(hits) > 1)
    assert hits[1:] == [(0, counted), (1, counted)]
    view.finder.find("her")
    view.finder.find("nowhere")
    wait_until(lambda: len(hits) == 6)
    assert hits[3:] == [(0, 0)] * 3  # at the start of either search, at the end of the second


@pytest.mark.parametrize(("more", "at_once"), [("", True), ("!", False)])
def test_texts_of_200_000_characters_are_searched_at_once(
    view: ReadingView, more: str, at_once: bool
) -> None:
    text = "boat " * 19_999 + "boats"
    view.show_documents(read_text(text), read_text(text + more))
    assert (view.finder.find("boats") == 2) is at_once


def test_a_search_ends_where_an_empty_pair_takes_the_place_of_a_very_long_one(
    view: ReadingView, pair: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_comparison(pair)
    monkeypatch.setattr(text_search, "STRETCH", 10)
    view.finder.find("herring")
    hits = heard(view.hits_changed)
    view.show_documents(read_text(""), read_text(""))
    do_idle_work(view)
    assert hits == [(0, 0)]


def test_very_many_hits_are_few_on_the_strip(view: ReadingView) -> None:
    text = "\n\n".join("a a a a a a a a. " * 40 for _ in range(40))
    view.show_comparison(compared(text, text))
    hits = heard(view.hits_changed)
    view.finder.find("a")
    wait_until(lambda: hits and hits[-1][1] == 20_000)
    wait_until(lambda: view.strip.stretches)
    assert len(view.strip.stretches) <= 2 * 4_097
    height = view.strip.height()
    ticked = ticks(view.strip.stretches, Role.REFERENCE, height)
    assert len(ticked) > height // 2, "nothing that can be seen is left out"


def found_in(document: Document, wanted: str) -> list[Span]:
    return outcome(find_places(document, wanted))


def test_finding_ignores_case_and_white_space() -> None:
    document = read_text("The ferry.\nThe  FERRY left; a ferryman stayed.")
    assert [s.of(document.text) for s in found_in(document, "ferry")] == ["ferry", "FERRY", "ferry"]
    assert [s.of(document.text) for s in found_in(document, "ferry. the")] == ["ferry.\nThe"]
    assert found_in(document, "  ") == []
    assert found_in(document, "(") == []


@pytest.mark.parametrize(
    "wanted", ["o", "Ferry", "came  back", "a a", "ferry ferry ferry", "ß", "é"]
)
def test_a_long_text_is_looked_through_in_stretches_and_all_is_found(
    wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)
    parts = (
        "ferry",
        "FERRY ",
        " came\n back",
        "a ",
        "A",
        "\n\n",
        "o",
        "Straße ",
        "É",
        " é " + " " * 40,
    )
    text = "".join(chance.choices(parts, k=3_000))
    document = read_text(text)
    pattern = re.compile(r"\s+".join(wanted.split()), re.IGNORECASE)
    expected = [Span(*match.span()) for match in pattern.finditer(document.text)]
    for stretch in (1, 7, 50, 100_000):
        monkeypatch.setattr(text_search, "STRETCH", stretch)
        assert found_in(document, wanted) == expected
    assert expected


def test_no_step_of_the_search_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_search, "STRETCH", 5_000)

    def steps(text: str, wanted: str) -> int:
        return sum(1 for _ in find_places(read_text(text), wanted))

    short, long = "The ferry. " * 5_000, "The ferry. " * 40_000
    for wanted in ("nowhere", "the boat"):
        assert steps(long, wanted) >= 7 * steps(short, wanted) >= 35


def test_hits_are_read_row_by_row() -> None:
    hits = {
        Role.REFERENCE: [Span(0, 1), Span(40, 41)],
        Role.CANDIDATE: [Span(5, 6)],
    }
    found = outcome(in_reading_order(hits, lambda _role, offset: offset // 12))
    assert found == [
        (Role.REFERENCE, Span(0, 1)),
        (Role.CANDIDATE, Span(5, 6)),
        (Role.REFERENCE, Span(40, 41)),
    ]


def test_a_search_is_done_in_steps_of_some_milliseconds() -> None:
    document = read_text("boat " * 199_999 + "boats")
    assert sum(1 for _ in find_places(document, "nowhere")) == 5
    hits = [Span(n, n + 1) for n in range(5_000)]
    order = in_reading_order({Role.REFERENCE: hits, Role.CANDIDATE: []}, lambda _role, at: at)
    assert sum(1 for _ in order) == 5
