"""Names and figures that two articles share: those of the story, and what is none."""

from __future__ import annotations

import pytest

from gui.documents import read_text
from gui.find.verifying.shared_facts import names_in_both, names_of, story_figures

STORY = """FOR IMMEDIATE RELEASE

Harbour Board Names a New Master for Ellery

PORT ELLERY, 4 March 2024 (Newsroom) - When Mr Tobias Renke retired on Monday, the board thanked
Captain Marchetti. “Yesterday we met,” Renke said. In May, Theresa May saw Carrow Island.
"""


def test_names_stand_in_sentences_and_their_capitals_are_their_own() -> None:
    assert names_of(read_text(STORY)) == [
        *("Mr Tobias Renke", "Captain Marchetti", "Renke", "Theresa May", "Carrow Island")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("• Swans held up the ferry\n• Storms closed the strait", []),
        ("She asked: Will the ferry come? (Nobody knew.)", []),
        ("The ferry came on Tuesday, on Sept 9 and on 9 MAR. It stayed.", []),
        ("On Friday Ines Lundqvist left. It was Renke's March plan.", ["Ines Lundqvist", "Renke"]),
        ("The Bank lent it, and no other bank did.", []),
        ("He spoke of The Hague and of NATO’s ships.", ["Hague", "NATO"]),
        ("Sun Co raised it. Then the ships of Sun Co came.", ["Sun Co", "Sun Co"]),
        ("Gestern kam die Fähre mit Anna Lenz und der Post zum Hafen.", ["Anna Lenz"]),
        ("港口关闭。渡轮停航。", []),
    ],
)
def test_what_has_a_capital_for_another_reason_is_no_name(text: str, names: list[str]) -> None:
    assert names_of(read_text(text)) == names


def test_a_name_is_told_once_and_as_long_as_both_have_it() -> None:
    first = read_text("It was Captain Odile Marchetti of Ellery. So said Captain Odile.")
    assert names_in_both(names_of(first), names_of(first)) == ("Captain Odile Marchetti", "Ellery")
    second = read_text("We met Captain Odile in the town of Ellery.")
    assert names_in_both(names_of(first), names_of(second)) == ("Captain Odile", "Ellery")


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2024, 14:07 GMT",
        "26-FEB-1987 15:01:01.79",
        "Updated 3.40pm on 2024-03-04",
        "On May 5, and until March 12, 2019",
        "发布时间：2024年3月4日 14:07",
        "5. Januar, 14.07 Uhr",
        "4/3/2024",
    ],
)
def test_days_and_times_are_no_figures_of_a_story(text: str) -> None:
    assert not story_figures(text)


def test_other_figures_are() -> None:
    told = "Since 2011 it paid 1,250 crowns in week 14, 2.1 percent more than on 9 March 2023."
    assert story_figures(told) == {"2011", "14", "1,250", "2.1"}


def test_three_names_that_both_have_are_told() -> None:
    names = ["Ann Lund", "Bo Renke", "Cara Marchetti", "Dan Tibb"]
    assert names_in_both(names, names) == tuple(names[:3])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Three fifths of the words of a headline have capitals, and it has four words.
        ("Alba Berta Carla Dorah Emily Frieda gulls ferries harbours moorings", 1),
        ("Alba Berta Carla Dorah Emily Frieda Gulls ferries harbours moorings", 0),
        ("Alba Berta Carla", 1),
        ("Alba Berta Carla Dorah", 0),
        # A name has six words at most.
        ("They met Alba Berta Carla Dorah Emily Frieda there.", 1),
        ("They met Alba Berta Carla Dorah Emily Frieda Gerda there.", 0),
    ],
)
def test_a_line_of_capitals_has_no_names(text: str, names: int) -> None:
    assert len(names_of(read_text(text))) == names


def test_a_day_of_the_week_of_five_letters_is_no_name() -> None:
    assert names_of(read_text("They met Jeudi Lundqvist there.")) == ["Lundqvist"]
