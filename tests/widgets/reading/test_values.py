from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.documents import Document, Span, read_text
from gui.review.background import outcome
from gui.widgets.reading import text_search
from gui.widgets.reading.counterparts import Role
from gui.widgets.reading.differences import as_tooltip
from gui.widgets.reading.display import Offsets, Wrapping, name_of, right_to_left, shown, stand_ins
from gui.widgets.reading.metrics import columns
from gui.widgets.reading.row_layout import Heights
from gui.widgets.reading.text_search import find_places, in_reading_order


@given(st.text())
def test_offsets_agree_with_utf_16(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.to_utf16(point) == unit
        assert offsets.to_points(unit) == point


def test_an_offset_between_the_halves_of_a_character_is_its_start() -> None:
    offsets = Offsets("a😀 word")
    assert [offsets.to_points(unit) for unit in (1, 2, 3)] == [1, 1, 2]
    assert offsets.units == 8


@given(st.text())
def test_what_is_shown_has_as_many_code_points(text: str) -> None:
    assert len(shown(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("pass\u200bword", "pass·word"),
        ("\u202egnp.exe", "←gnp.exe"),
        ("a\ud800b", "a\ufffdb"),
        ("one\ntwo", "one\u2028two"),
        ("nul\x00", "nul␀"),
        ("soft\u00adhyphen", "soft·hyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # genuine: shapes the letters beside it
        ("pass\u200cword", "pass·word"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_unseen_characters_get_a_stand_in(text: str, drawn: str) -> None:
    assert shown(text) == drawn


def test_stand_ins_are_where_something_unseen_was() -> None:
    assert stand_ins("pass\u200bword\u202e") == [4, 9]
    assert stand_ins("می\u200cخواهم") == []
    assert stand_ins("plain") == []
    assert name_of("\u200b") == "ZERO WIDTH SPACE (U+200B)"


WRAPPED = "The telephone rang twice\nbefore the secretary was\nable to answer it."


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        (WRAPPED, True),
        ("Roses are red,\nviolets\nare blue.", False),
        ("- one point of a list\n- another point of it\n- a third point too", False),
        # Two lines alone say nothing; in a wrapped document they do.
        (f"Nobody had expected that\nto happen.\n\n{WRAPPED}", True),
        (f"By A. Writer\nOur own man\n\n{WRAPPED}", False),
        ("Nobody had expected that\nto happen.", False),
        ("", False),
    ],
)
def test_lines_wrapped_by_hand_flow_and_verses_stay(text: str, flows: bool) -> None:
    assert Wrapping(read_text(text)).flows(0) is flows


def test_flowing_text_has_no_line_ends() -> None:
    assert "\u2028" not in shown(WRAPPED, flowing=True)
    assert shown(WRAPPED).count("\u2028") == 2


def test_direction_is_that_of_the_first_letter() -> None:
    assert right_to_left("12: שלום and more")
    assert not right_to_left("and שלום")
    assert not right_to_left("123 …")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60), st.randoms())
def test_heights_are_sums(heights: list[int], chance: random.Random) -> None:
    tree = Heights(heights)
    for _ in range(5):
        row = chance.randrange(len(heights))
        heights[row] = chance.randrange(60)
        tree.set(row, heights[row])
    assert tree.total == sum(heights)
    assert [tree.top(row) for row in range(len(heights))] == [
        sum(heights[:row]) for row in range(len(heights))
    ]
    for y in range(tree.total):
        row = tree.at(y)
        assert tree.top(row) <= y < tree.top(row) + heights[row]
    assert tree.at(tree.total + 5) == len(heights) - 1


def test_no_heights_have_no_row() -> None:
    with pytest.raises(IndexError):
        Heights([]).at(0)


@pytest.mark.parametrize("width", [300, 754, 1280, 1920, 3840])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 1.0])
def test_columns_fill_the_view_and_swap_whole(width: int, share: float) -> None:
    plain = columns(width, share, False, 600, 20)
    swapped = columns(width, share, True, 600, 20)
    assert plain.reference.left == 0
    assert plain.reference.right == plain.gutter_left
    assert plain.candidate.left == plain.gutter_left + plain.gutter_width
    assert plain.candidate.right == width
    assert (swapped.candidate, swapped.reference) == (plain.reference, plain.candidate)
    for column in (plain.reference, plain.candidate):
        assert column.left < column.text_left
        assert column.text_left + column.text_width < column.right
        assert column.text_width <= 600
    assert plain.role_at(0) is Role.REFERENCE
    assert swapped.role_at(0) is Role.CANDIDATE
    assert plain.role_at(plain.gutter_left) is None


@pytest.mark.parametrize("swapped", [False, True])
def test_counterparts_stay_near_each_other_on_a_large_screen(swapped: bool) -> None:
    found = columns(3840, 0.5, swapped, 600, 20)
    first, second = (
        (found.candidate, found.reference) if swapped else (found.reference, found.candidate)
    )
    assert second.text_left - (first.text_left + first.text_width) <= found.gutter_width + 80


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
        monkeypatch.setattr(text_search, "_STRETCH", stretch)
        assert found_in(document, wanted) == expected
    assert expected


def test_no_step_of_the_search_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_search, "_STRETCH", 5_000)

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


def test_a_tip_shows_markup_literally() -> None:
    tip = as_tooltip("<img src='file:///etc/passwd'> & “more”")
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert "&amp; “more”" in tip
