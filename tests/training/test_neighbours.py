"""How much believed neighbours speak for a part: which parts correspond, and the number found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare.correspondence import BETWEEN
from gui.compare.scoring_model import Model, load_model
from gui.training.marked_pairs import MarkedPair, unmarked
from gui.training.neighbours import fit_between, rows_of

FIRST = "The ferry to Orm leaves at nine and carries forty cars."
LAST = "Tickets are sold on board, and dogs travel free of charge."
OLD = "Fewer young people learn the trade, and the last workshop shut its doors in spring."
NEW = "The craft is dying out: apprentices are rare, and since April no workshop is left."


def pair_of(middle: str) -> MarkedPair:
    return MarkedPair("made up", "none", False, *unmarked(f"{FIRST}\n\n{middle}\n\n{LAST}"))


@pytest.fixture(scope="module")
def model() -> Model:
    found = load_model()
    return replace(found, weights={n: w for n, w in found.weights.items() if n != BETWEEN})


@pytest.mark.parametrize(
    ("middle", "corresponds"), [(f"[[{OLD}|{NEW}]]", True), (f"[[{OLD}|]][[|{NEW}]]", False)]
)
def test_the_marks_say_which_parts_correspond(middle: str, corresponds: bool, model: Model) -> None:
    rows = rows_of(pair_of(middle), model)
    assert [row.corresponds for row in rows] == [True, corresponds, True]
    assert [row.words for row in rows] == [22, 30, 22]


def test_neighbours_count_as_much_as_the_marks_of_doubted_parts_say(model: Model) -> None:
    rewritten = fit_between([pair_of(f"[[{OLD}|{NEW}]]")], model)
    replaced = fit_between([pair_of(f"[[{OLD}|]][[|{NEW}]]")], model)
    assert rewritten.keys() == replaced.keys() == {BETWEEN}
    assert rewritten[BETWEEN] > replaced[BETWEEN]
