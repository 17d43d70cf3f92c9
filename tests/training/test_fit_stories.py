"""The weights that tell one story from two of one kind, and what they are learned from."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.compare.modelling.scoring_model import Model, load_model
from gui.compare.modelling.stories import LEAST, NAMES, STORY
from gui.resources import resource_path
from gui.training.fit_stories import fit_stories, pieces
from gui.training.marked_pairs import MarkedPair, read_pairs, read_unrelated, unmarked
from tests.training.pairs_for_tests import assert_consistent, tiny_pairs

OLD = "Tarn lost 3-0 to Melby on Saturday.\n\n“We were slow,” said coach Ida Krone."
NEW = "Brisk won 2-1 at Oldgate on Sunday.\n\n“We were lucky,” said coach Carl Weir."


@pytest.fixture(scope="module")
def unrelated() -> list[MarkedPair]:
    return read_unrelated(resource_path("model", "pairs"))


@pytest.fixture(scope="module")
def model() -> Model:
    found = load_model()
    weights = {n: w for n, w in found.weights.items() if not n.startswith(STORY)}
    return Model(weights, found.thesaurus)


def test_the_unrelated_pairs_that_ship_have_nothing_in_common(unrelated: list[MarkedPair]) -> None:
    assert {pair.is_test for pair in unrelated} == {False, True}
    for pair in unrelated:
        assert_consistent(pair)
        dropped, added = [(m[0] < m[1], m[2] < m[3]) for m in pair.marks]
        assert (dropped, added) == ((True, False), (False, True)), pair.name
        assert {p for m in pair.marks for p in (pair.reference[m[0] : m[1]],) if p.strip()}
        paragraphs = [set(filter(None, t.split("\n\n"))) for t in (pair.reference, pair.candidate)]
        assert not paragraphs[0] & paragraphs[1], pair.name


def test_there_may_be_no_unrelated_pairs(tmp_path: Path, model: Model) -> None:
    pairs = tiny_pairs(tmp_path)
    assert read_unrelated(tmp_path) == []
    assert fit_stories(pairs, [], model) == {}


def test_other_facts_speak_against_one_story(tmp_path: Path, model: Model) -> None:
    pairs = tiny_pairs(tmp_path)
    alike = MarkedPair("made up", "none", False, *unmarked(f"[[{OLD}|]][[|{NEW}]]"))
    found = fit_stories(pairs, [alike], model)
    assert set(found) == {*NAMES, LEAST}
    assert found == fit_stories(pairs, [alike], model)
    assert found[f"{STORY}_lost_fact"] < 0 < found[f"{STORY}_content"]


def test_pieces_of_a_pair_are_pairs_and_leave_out_no_more_than_the_last_words() -> None:
    for pair in read_pairs(resource_path("model", "pairs"))[::9]:
        found = list(pieces(pair))
        for piece in found:
            assert_consistent(piece)
            assert piece.words >= 40
        assert pair.reference.startswith("".join(piece.reference for piece in found))
        assert pair.candidate.startswith("".join(piece.candidate for piece in found))
        assert pair.words - sum(piece.words for piece in found) < 40
