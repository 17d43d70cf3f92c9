"""The weights that tell passages which correspond from passages that only stand opposite."""

from __future__ import annotations

from pathlib import Path

from gui.compare.modelling.correspondence import NAMES, log_odds
from gui.compare.modelling.scoring_model import Model, load_model
from gui.training.fit import fit_correspondence
from tests.training.pairs_for_tests import tiny_pairs


def test_what_is_shared_speaks_for_a_pair(tmp_path: Path) -> None:
    shipped = load_model()
    without = {name: w for name, w in shipped.weights.items() if name not in NAMES}
    pairs = tiny_pairs(tmp_path)
    found = fit_correspondence(pairs, Model(without, shipped.thesaurus))
    assert sorted(found) == list(NAMES)
    assert found == fit_correspondence(pairs, Model(without, shipped.thesaurus))
    alike = dict.fromkeys(NAMES, 0.0) | {"believe": 1.0, "believe_content": 1.5}
    unlike = alike | {"believe_content": 0.1, "believe_gap": 0.9}
    assert log_odds(alike, found) > log_odds(unlike, found)


def test_without_pairs_nothing_is_learned() -> None:
    assert fit_correspondence([], load_model()) == dict.fromkeys(NAMES, 0.0)
