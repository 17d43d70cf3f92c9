"""How much what stands around speaks for parts and sentences: which correspond, and the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare.modelling.correspondence import BETWEEN, INSIDE
from gui.compare.modelling.scoring_model import Model, load_model
from gui.training.marked_pairs import MarkedPair, unmarked, with_replaced_sentences
from gui.training.neighbours import fit_between, fit_inside, rows_of, sentences_of

FIRST = "The ferry to Orm leaves at nine and carries forty cars."
LAST = "Tickets are sold on board, and dogs travel free of charge."
OLD = "Fewer young people learn the trade, and the last workshop shut its doors in spring."
NEW = "The craft is dying out: apprentices are rare, and since April no workshop is left."


def pair_of(middle: str) -> MarkedPair:
    return MarkedPair("made up", "none", False, *unmarked(f"{FIRST}\n\n{middle}\n\n{LAST}"))


@pytest.fixture(scope="module")
def model() -> Model:
    found = load_model()
    return replace(
        found, weights={n: w for n, w in found.weights.items() if n not in (BETWEEN, INSIDE)}
    )


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


def section_of(middle: str) -> MarkedPair:
    return MarkedPair("made up", "none", False, *unmarked(f"{FIRST} {middle} {LAST}"))


@pytest.mark.parametrize(
    ("middle", "corresponds"), [(f"[[{OLD}|{NEW}]]", True), (f"[[{OLD}|]][[|{NEW}]]", False)]
)
def test_the_marks_say_which_sentences_correspond(
    middle: str, corresponds: bool, model: Model
) -> None:
    found = sentences_of(section_of(middle), model)
    assert [own.corresponds for own in found] == [True, corresponds, True]
    assert [own.words for own in found] == [22, 30, 22]


def test_a_section_counts_as_much_as_the_marks_of_doubted_sentences_say(model: Model) -> None:
    rewritten = fit_inside([section_of(f"[[{OLD}|{NEW}]]")], model)
    replaced = fit_inside([section_of(f"[[{OLD}|]][[|{NEW}]]")], model)
    assert rewritten.keys() == replaced.keys() == {INSIDE}
    assert rewritten[INSIDE] > replaced[INSIDE]


def test_a_sentence_is_replaced_by_the_one_that_follows_it() -> None:
    pair = section_of("Nobody [[pays|paid]] for a bicycle, and [[most|many]] people bring one.")
    first, second = with_replaced_sentences([pair], 5)
    bicycle = "Nobody {} for a bicycle, and {} people bring one."
    assert first.reference == f"{FIRST} {LAST}"
    assert first.candidate == f"{bicycle.format('paid', 'many')} {LAST}".rjust(len(first.candidate))
    assert second.reference == f"{FIRST} {bicycle.format('pays', 'most')}"
    assert second.candidate == f"{FIRST} {LAST}"
    texts = second.reference, second.candidate
    dropped, added = [(texts[0][m[0] : m[1]], texts[1][m[2] : m[3]]) for m in second.marks]
    assert dropped == (f" {bicycle.format('pays', 'most')}", "")
    assert added == ("", f" {LAST}")
