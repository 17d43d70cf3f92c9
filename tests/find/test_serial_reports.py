"""Reports of a series have one form, and their own names and figures: none is a copy of another."""

from __future__ import annotations

import pytest

from gui.find.proposing.proposals import Wish
from gui.find.search import find_pairs
from gui.find.verifying.verification import ComparisonTask, verify
from tests.find.little_articles import collection

MATCH = """{home} and {away} met in the Coast League on Saturday before {crowd} spectators. The home
side took the lead in the {first} minute, when {scorer} scored from {far} metres out.

The visitors came back after the interval and had chances of their own, but the referee, {referee},
gave no penalty when their captain went down. The coach, {coach}, was content with his men
afterwards and spoke of a deserved result on a heavy pitch.

With that {home} now have {points} points and stay in the upper half of the table; {away} have to
wait for their next chance, which comes in a fortnight on their own ground."""

MARKET = """The exchange at Narvel closed {way} on {day} after a session of {kind} trading. The main
index ended at {index} points, a change of {change} percent from the day before, brokers said.

Turnover reached {sold} million crowns, compared with {before} million in the session before. Copper
for delivery in three months was quoted at {copper} crowns a tonne at the close.

Among the shares that moved most were {winner} Mining, which gained {gain} percent, and {loser}
Steel, which lost {loss} percent. The exchange opens again at nine o'clock local time."""

WEATHER = """A ridge of high pressure keeps the rain away from {region} until {day}, the weather
office said. In {town} it will be {high} degrees by day, and {low} degrees in the small hours.

On the coast a wind of {wind} knots from the north-west may raise waves of {waves} metres; walkers
on the pier at {pier} should take care. Pollen of birch and hazel will be {pollen} grains a cubic
metre, so that those who suffer from hay fever had better keep their windows closed."""


def filled(form: str, names: str, values: str) -> str:
    return form.format(**dict(zip(names.split(), values.split(), strict=True)))


SERIES = {
    "match": [
        filled(MATCH, "home away crowd first scorer far referee coach points", values)
        for values in (
            "Ellery Hesketh 4120 12th Ostrow 24 Quillan Nimsdale 31",
            "Orrin Brannoc 2877 37th Hartwell 11 Mossley Pellow 18",
        )
    ],
    "market": [
        filled(
            MARKET, "way day kind index change sold before copper winner gain loser loss", values
        )
        for values in (
            "higher Monday brisk 1174.8 1.42 565 584 5818 Holme 3.1 Dunmore 2.5",
            "lower Tuesday thin 1134.0 2.47 316 576 5840 Garth 6.7 Corwen 4.2",
        )
    ],
    "weather": [
        filled(WEATHER, "region day town high low wind waves pier pollen", values)
        for values in (
            "Orrinshire Friday Hesketh 21 9 18 2.5 Ellery 140",
            "Carrowshire Sunday Brannoc 16 4 27 3.5 Marlow 95",
        )
    ],
}


SWAPS = (
    *(("spectators", "onlookers"), ("afterwards", "later"), ("chances", "openings")),
    *(("brokers", "dealers"), ("reached", "hit"), ("close", "end"), ("session", "day")),
    *(("walkers", "strollers"), ("suffer from", "have"), ("keep", "hold"), ("said", "stated")),
)


def spun(text: str) -> str:
    for own, other in SWAPS:
        text = text.replace(own, other)
    return text


@pytest.fixture(scope="module")
def scores() -> dict[frozenset[str], float]:
    """What a search among all of them says of each pair that reaches 0.1, by their names."""
    texts = {"corrected": SERIES["match"][0].replace("4120", "4102")}
    for kind, (report, later) in SERIES.items():
        texts |= {kind: report, f"later {kind}": later, f"spun {kind}": spun(report)}
    names = list(texts)
    found = find_pairs(collection(*texts.values()), Wish(at_least=0.1))
    return {frozenset((names[own.reference], names[own.candidate])): own.score for own in found}


@pytest.mark.parametrize("kind", SERIES)
def test_a_spun_copy_of_a_report_is_proposed_and_the_next_report_is_not(
    scores: dict[frozenset[str], float], kind: str
) -> None:
    assert scores[frozenset((kind, f"spun {kind}"))] > 0.6
    assert scores.get(frozenset((kind, f"later {kind}")), 0) < 0.4


def test_so_is_a_story_with_a_corrected_figure(scores: dict[frozenset[str], float]) -> None:
    assert scores[frozenset(("match", "corrected"))] > 0.6


def test_names_written_otherwise_are_the_same() -> None:
    text = "On Friday Odile Marchetti of Ellery met 40 boats. Marchetti waved. In all 40 came."
    other = text.replace("Marchetti waved", "Marchetti’s sister waved").replace("40", "forty", 1)
    assert verify(ComparisonTask(0, text, other)).facts == (4, 0)
    another = text.replace("Ellery", "Hesketh").replace("40", "90")
    assert verify(ComparisonTask(0, text, another)).facts == (2, 2)
