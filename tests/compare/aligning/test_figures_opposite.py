"""A figure stands for the figure in its place, and for no words beside it."""

from __future__ import annotations

import pytest

from tests.compare.oracle import compared, told


def marks(reference: str, candidate: str) -> str:
    """Return what is told of a pair; of the pair the other way round the mirror image is told."""
    found = compared(reference, candidate)
    back = compared(candidate, reference)
    assert {(c.reference, c.candidate) for c in found.changes} == {
        (c.candidate, c.reference) for c in back.changes
    }
    return told(found)


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        pytest.param(
            "The quay took tomorrow 200 crates of figs.",
            "The quay took 300 crates of figs.",
            "-tomorrow | 200 → 300",
            id="before it",
        ),
        pytest.param(
            "The fair ends on May 5 and there will be songs.",
            "The fair ends on May 15.",
            "5 → 15 | -and there will be songs",
            id="behind it",
        ),
        pytest.param(
            "The ferry sails on April 23.",
            "The ferry sails on May 7 while the old pier is shut.",
            "April 23 → May 7 | +while the old pier is shut",
            id="with its month",
        ),
        pytest.param(
            "The well gave 2.4 million or so litres.",
            "The well gave 3,100,000 litres.",
            "2.4 million → 3,100,000 | -or so",
            id="with its scale",
        ),
        pytest.param(
            "The bond is due in June, 1990 carrying a coupon.",
            "The bond is due in June, 1992 with a coupon.",
            "1990 → 1992 | carrying → with",
            id="a year before other words",
        ),
        pytest.param(
            "The farm has 300 Welsh goats.",
            "The farm has 350 goats.",
            "300 → 350 | -Welsh",
            id="before what is counted",
        ),
        pytest.param(
            "Rates ran from 3.9 to 5.1 percent.",
            "Rates ran from 4.2 percent to 5.1 percent.",
            "3.9 → 4.2 percent",
            id="with a unit that the other has further on",
        ),
        pytest.param(
            "Up 3 points, the stock closed at 101-3/8 points, he said.",
            "Up 3 points, the stock closed at 101-3/4, he said.",
            "8 → 4 | -points",
            id="the unit of a fraction is not that of its last part",
        ),
        pytest.param(
            "He won in the week to March six to nine games.",
            "He won in the week to March three at seven games.",
            "six → three | to → at | nine → seven",
            id="as many on both sides",
        ),
        pytest.param(
            "A ton costs around 40 dollars, they said.",
            "A ton costs some 55 dollars, they said.",
            "around → some | 40 → 55",
            id="words on both sides",
        ),
        pytest.param(
            "The weather turned. The pond holds some 40 carp from Kent, he said.",
            "The weather turned. The pond holds 30 of the eels and a few pike, he said.",
            "-some | 40 → 30 | -carp | +of the eels and a | from → few | Kent → pike",
            id="a figure is no counterpart of a word",
        ),
        pytest.param(
            "Le club compte 80 membres au village.",
            "Le club compte désormais plus de 95 membres au village.",
            "+désormais plus de | 80 → 95",
            id="French",
        ),
        pytest.param(
            "Зимой холодно. Город посадил около 300 лип в парке.",
            "Зимой холодно. Город посадил 450 лип в парке.",
            "-около | 300 → 450",
            id="Russian",
        ),
        pytest.param(
            "茶馆很老。每天平均有四十二人来。大家都高兴。",
            "茶馆很老。每天有42人来。大家都高兴。",
            "-平均 | 四十二 → 42",
            id="in ideographs",
        ),
    ],
)
def test_a_figure_stands_for_a_figure(reference: str, candidate: str, expected: str) -> None:
    assert marks(reference, candidate) == expected


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        pytest.param(
            "The shop opens at 5 pm on Sundays.",
            "The shop opens at 17:00 on Sundays.",
            "5 pm → 17:00",
            id="an hour",
        ),
        pytest.param(
            "The pond lost 412 frogs.",
            "The pond lost over 400 frogs.",
            "412 → over 400",
            id="rounded",
        ),
        pytest.param(
            "It takes two and a half hours by rail.",
            "It takes 2.5 hours by rail.",
            "two and a half → 2.5",
            id="with a fraction in words",
        ),
        pytest.param(
            "He caught two dozen eels there.",
            "He caught 25 eels there.",
            "two dozen → 25",
            id="dozens",
        ),
        pytest.param(
            "The weather turned. Then he called 911.",
            "The weather turned. Then he called nine-one-one.",
            "911 → nine-one-one",
            id="digit by digit",
        ),
        pytest.param(
            "The hall was built in 1986 by the guild.",
            "The hall was built in the course of 5 weeks by the guild.",
            "1986 → the course of 5 weeks",
            id="a year is no amount",
        ),
        pytest.param(
            "The weather turned. The gap was 53 points over equal ones and shrank.",
            "The weather turned. The gap was May 5 and shrank.",
            "53 points over equal ones → May 5",
            id="a day is no amount",
        ),
    ],
)
def test_words_belong_to_a_figure(reference: str, candidate: str, expected: str) -> None:
    assert marks(reference, candidate) == expected


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("He is 34.", "He is a father of 2."),
        ("He lives at 34.", "He lives at 12 Hill Lane."),
        ("The shares fell 7.", "The shares fell to 93."),
        ("Some 60 voted for it.", "Some two thirds voted for it."),
        ("It is 7 now.", "It is half past 8 now."),
        ("The dog and 5 may bite.", "The dog and 12 will bark."),
        ("Otobüs 3 yolcu aldı.", "Otobüs 5'i aldı."),
        ("The rate is 2.15.", "The rate is a full 14."),
    ],
)
def test_figures_of_two_things_are_not_put_for_each_other(own: str, other: str) -> None:
    town = "The town was quiet in the spring."
    found = compared(f"{town}\n\n{own}", f"{town}\n\n{other}")
    words = {
        (change.reference.of(found.reference.text), change.candidate.of(found.candidate.text))
        for change in found.changes
        if change.reference and change.candidate
    }
    assert not any(x.isdigit() and y.isdigit() for x, y in words)


def test_a_name_does_not_round_a_figure() -> None:
    town = "The town was quiet in the spring."
    found = marks(f"{town}\n\nIn Leeds 400 people ran.", f"{town}\n\nIn 412 people ran.")
    assert found == "-Leeds | 400 → 412"


def test_the_sign_between_a_day_and_a_year_belongs_to_neither() -> None:
    town = "The town was quiet in the spring."
    found = marks(f"{town}\n\nHe died on May 3, 1990.", f"{town}\n\nHe died on 12 June 1991.")
    assert found == "May 3 → 12 June | -, | 1990 → 1991"
