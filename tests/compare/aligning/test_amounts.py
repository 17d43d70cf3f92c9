"""Amounts with the sign of a currency in one text, and the word for it in the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gui.compare.aligning.amounts import amounts_in
from tests.compare.oracle import compared, told


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        (
            "The new roof costs €70,000 in all.",
            "The new roof costs 70,000 euros in all.",
            "-€ | +euros",
        ),
        (
            "Fares rise from £2.10 to £2.40 in May.",
            "Fares rise from 2.10 to 2.40 pounds in May.",
            "-£ | -£ | +pounds",
        ),
        (
            "It rose from $5 to $9 a share.",
            "It rose from 5 dollars to 9 dollars a share.",
            "-$ | +dollars | -$ | +dollars",
        ),
        (
            "Rents went from 900 € to 950 €.",
            "Rents went from €900 to €950.",
            "+€ | -€ | +€ | -€",
        ),
        (
            "The ferry was sold for $7m in March.",
            "The ferry was sold for 7 million dollars in March.",
            "$7m → 7 million dollars",
        ),
        (
            "The ferry was sold for £3.5bn in March.",
            "The ferry was sold for 3.5 billion pounds in March.",
            "£3.5bn → 3.5 billion pounds",
        ),
        (
            "The repairs will cost £12.5 million.",
            "The repairs will cost twelve point five million pounds.",
            "-£ | 12.5 → twelve point five | +pounds",
        ),
        (
            "Er zahlte 3.000 Euro für das Boot.",
            "Er zahlte EUR 3.000 für das Boot.",
            "+EUR | -Euro",
        ),
        (
            "They collected Rs 900 for the school.",
            "They collected 900 rupees for the school.",
            "-Rs | +rupees",
        ),
        (
            "A place costs US$60 for members.",
            "A place costs 60 US dollars for members.",
            "-US$ | +US dollars",
        ),
        ("A £2 coin was found.", "A two-pound coin was found.", "£2 → two-pound"),
    ],
)
def test_the_figure_of_an_amount_is_kept(reference: str, candidate: str, marks: str) -> None:
    assert told(compared(reference, candidate)) == marks


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        (
            "The new roof costs €70,000 in all.",
            "The new roof costs 75,000 euros in all.",
            "€70,000 → 75,000 euros",
        ),
        (
            "A seat costs $25, or $20 for members.",
            "A seat costs 20 dollars, or 25 dollars for members.",
            "$25 → 20 dollars | $20 → 25 dollars",
        ),
    ],
)
def test_another_amount_is_a_swap_of_the_figure(reference: str, candidate: str, marks: str) -> None:
    assert told(compared(reference, candidate)) == marks


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        (
            "A ride costs €9 for adults and €4 for children.",
            "A ride is 9 euros for adults and 4 euros for children.",
            "costs → is | -€ | +euros | -€ | +euros",
        ),
        (
            "It costs under £30 a month.",
            "It costs less than 30 pounds each month.",
            "under → less | -£ | +than | +pounds | a → each",
        ),
        (
            "They gave €15 each.",
            "Everyone gave fifteen euros.",
            "They → Everyone | -€ | 15 → fifteen | -each | +euros",
        ),
    ],
)
def test_neither_sign_nor_word_of_a_currency_is_part_of_another_swap(
    reference: str, candidate: str, marks: str
) -> None:
    assert told(compared(reference, candidate)) == marks


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        ("It costs 12 € for adults.", "It costs 12 euros for adults.", "€ → euros"),
        ("It costs EUR 12 for adults.", "It costs €12 for adults.", "EUR → €"),
        ("Der Preis stieg auf 3 Mrd. €.", "Der Preis stieg auf 3 Mrd. Euro.", "€ → Euro"),
        ("Цена $3 млн за дом.", "Цена 3 миллиона долларов за дом.", "-$ | млн → миллиона долларов"),
        ("The club lost 4-2 at home.", "The club lost 2-4 at home.", "4 → 2 | 2 → 4"),
        (
            "They sold $5 tickets on Monday.",
            "They sold 5 passes on Monday.",
            "-$ | tickets → passes",
        ),
    ],
)
def test_what_stands_in_one_order_is_swapped_in_its_place(
    reference: str, candidate: str, marks: str
) -> None:
    assert told(compared(reference, candidate)) == marks


@pytest.mark.parametrize(
    ("reference", "candidate", "marks"),
    [
        (
            "10 Best Hikes in Wales",
            "The Top Ten Walks in Wales",
            "-10 | +The | Best → Top | +Ten | Hikes → Walks",
        ),
        (
            "8 Great Little Towns in Kent",
            "The Best Eight Villages in Kent",
            "-8 | +The | Great → Best | -Little | +Eight | Towns → Villages",
        ),
    ],
)
def test_a_figure_that_changed_places_is_no_swap_of_a_word(
    reference: str, candidate: str, marks: str
) -> None:
    found = compared(reference, candidate)
    assert told(found) == marks


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("it rose to 1,250,000.50 , or 400.000 , or 1'200", ["1250000.50", "400000", "1200"]),
        ("0,5 or 3.25 and 0.125", ["0.5", "3.25", "0.125"]),
        ("5m or 5 million , 2.3bn , 4k", ["5000000", "5000000", "2300000000", "4000"]),
        ("three hundred and forty - two thousand", ["342000"]),
        ("five six or twenty thirty", ["5", "6", "20", "30"]),
        ("one of the two , one million , and point five", ["2", "1000000", "5"]),
        ("10km in the 3rd week of spring", []),
        ("eleven point five six", ["11.56"]),
        ("ninety and a half point", ["90"]),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text: str, values: list[str]) -> None:
    found = [*amounts_in(text.split())]
    assert [own.value for own in found] == [*map(Decimal, values)]
