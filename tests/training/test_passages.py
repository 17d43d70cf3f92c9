"""Sentences to try the numbers of short passages on, and the numbers found."""

from __future__ import annotations

from dataclasses import replace

from gui.compare.aligning.posterior import CHANCE, NAMES, PRICE, TRUST
from gui.compare.modelling.scoring_model import load_model
from gui.training.marked_pairs import MarkedPair, unmarked
from gui.training.passages import fit_passages, passages

BODY = """\
The [[ferry|boat]] was late. It [[rained|poured]] all day. Nobody came.

[[Many people|A crowd]] waited on the quay. They [[left|went home]]. [[A dog barked. It slept.|]]
Then [[the lamps|all lights]] went out. [[The town|It]] was [[quiet|silent]].
"""


def pair_of(body: str) -> MarkedPair:
    return MarkedPair("made up", "none", False, *unmarked(body))


def test_changed_sentences_stand_opposite_their_counterparts_and_some_opposite_others() -> None:
    found = [
        (p.reference.strip(), p.candidate.strip(), p.marks is not None)
        for p in passages([pair_of(BODY)])
    ]
    assert found == [
        ("The ferry was late.", "The boat was late.", True),
        ("They left.", "They went home.", True),
    ]
    several = list(passages([pair_of(BODY)] * 3))
    wrong = [(p.reference.strip(), p.candidate.strip()) for p in several if p.marks is None]
    assert wrong == [
        ("It rained all day.", "The boat was late."),
        ("Many people waited on the quay.", "It poured all day."),
    ]


def test_marks_are_those_of_the_sentence() -> None:
    for passage in passages([pair_of(BODY)] * 3):
        for i0, i1, j0, j1 in passage.marks or ():
            pair = passage.reference[i0:i1], passage.candidate[j0:j1]
            assert pair in {
                ("ferry", "boat"),
                ("rained", "poured"),
                ("Many people", "A crowd"),
                ("left", "went home"),
                ("the lamps", "all lights"),
                ("The town", "It"),
                ("quiet", "silent"),
            }


def test_the_numbers_are_those_that_tell_the_marked_swaps_best() -> None:
    """A price is dear where words stand opposite each other that mean something else."""
    model = load_model()
    weights = {name: w for name, w in model.weights.items() if name not in NAMES}
    model = replace(model, weights=weights)
    every = (
        "[[Boats|Ships]] [[of|in]] [[every|any]] [[size|kind]] [[lay|stood]] [[idle|silent]].\n\n"
    )
    first = "[[Boats|Ships]] [[of every size lay idle|]][[|in any kind stood silent]].\n\n"
    cheap = fit_passages([pair_of(every * 4)], model)
    dear = fit_passages([pair_of(first * 4)], model)
    assert list(cheap) == [TRUST, PRICE, CHANCE]
    assert cheap[PRICE] + cheap[CHANCE] < dear[PRICE] + dear[CHANCE]
