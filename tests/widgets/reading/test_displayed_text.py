"""Text as it is displayed: what cannot be seen gets a stand-in, and wrapped lines flow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.documents import read_text
from gui.widgets.reading.differences import as_tooltip
from gui.widgets.reading.display import Offsets, Wrapping, name_of, right_to_left, shown, stand_ins


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


@pytest.mark.parametrize(("before", "flows"), [(399, True), (400, False)])
def test_the_first_400_blocks_tell_how_wide_lines_are(before: int, flows: bool) -> None:
    """Two lines alone do not show why the first of them ends."""
    two = "\n".join(WRAPPED.split("\n")[:2])
    document = read_text("\n\n".join([*["Short."] * before, WRAPPED, two]))
    assert len(document.sections) == before + 2
    assert Wrapping(document).flows(document.text.rindex(two)) is flows


def test_flowing_text_has_no_line_ends() -> None:
    assert "\u2028" not in shown(WRAPPED, flowing=True)
    assert shown(WRAPPED).count("\u2028") == 2


def test_direction_is_that_of_the_first_letter() -> None:
    assert right_to_left("12: שלום and more")
    assert not right_to_left("and שלום")
    assert not right_to_left("123 …")


@pytest.mark.parametrize(("before", "found"), [(1_999, True), (2_000, False)])
def test_a_letter_with_a_direction_is_looked_for_in_the_beginning(before: int, found: bool) -> None:
    assert right_to_left("." * before + "ש") is found


@pytest.mark.parametrize(("longest", "space"), [(80, "pre"), (81, "pre-wrap")])
def test_a_line_of_80_characters_is_not_broken_in_a_tip(longest: int, space: str) -> None:
    assert f"white-space:{space}'" in as_tooltip(f"short\n{'x' * longest}")


def test_a_tip_shows_markup_literally() -> None:
    tip = as_tooltip("<img src='file:///etc/passwd'> & “more”")
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert "&amp; “more”" in tip
