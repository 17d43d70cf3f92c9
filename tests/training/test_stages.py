"""What is learned after the weights of the aligner, and in which order."""

from __future__ import annotations

from gui.compare.aligning.cuts import NAMES as CUTS
from gui.compare.aligning.posterior import NAMES as OF_PASSAGES
from gui.compare.modelling.correspondence import BETWEEN, INSIDE, MOVED
from gui.compare.modelling.correspondence import NAMES as OF_CORRESPONDENCE
from gui.compare.modelling.scoring_model import Model, load_model
from gui.training.fit_cuts import fit_cuts
from gui.training.marked_pairs import MarkedPair, unmarked
from gui.training.path_features import FEATURES
from gui.training.stages import fit_stages
from tests.training.pairs_for_tests import BAKER, FERRY

SHIPPED = load_model()
ALIGNER = {name: SHIPPED.weights[name] for name in FEATURES}
# The first sentence of the reference and the last one of the candidate share the word "cold" and
# related ones. Nothing else is kept of either, so that they pass for one that has moved.
SPUN = (
    "[[Once|As soon as]] your [[hands|fingers]] [[touch|contact]] [[cold|chilly]] "
    "[[ropes|cables]], the [[task|chore]] is [[nearly|almost]] [[finished|completed]]. "
    "Nine companies bid for the work, and the mayor will open the letters on Friday. "
    "[[In|During]] [[winter|the cold season]] I [[bought|purchased]] a [[stove|heater]] that "
    "[[warms|heats up]] [[little|bit]] by [[little|bit]], and I [[praise|laud]] it."
)
CALM = (
    "The [[big|large]] house on the hill has been empty for years, and its garden is wild.",
    "Two trains stood at the station while snow fell on the [[tracks|rails]] all morning.",
    "She reads the [[paper|newspaper]] aloud, from the first page to the last, to her mother.",
)


def pairs(*bodies: str) -> list[MarkedPair]:
    return [MarkedPair(f"pair {n}", "none", False, *unmarked(b)) for n, b in enumerate(bodies)]


def test_each_stage_has_its_weights_and_those_of_the_aligner_stay() -> None:
    found = fit_stages(pairs(FERRY, BAKER), ALIGNER, SHIPPED.thesaurus)
    assert set(found) == {
        *FEATURES,
        *CUTS,
        *OF_CORRESPONDENCE,
        BETWEEN,
        INSIDE,
        MOVED,
        *OF_PASSAGES,
    }
    assert {name: found[name] for name in FEATURES} == ALIGNER


def test_what_only_seems_to_have_moved_teaches_cuts_all_the_same() -> None:
    """Before it is learned how sure one must be, what shares few words has not moved."""
    given = pairs(SPUN, *CALM)
    assert any(fit_cuts(given, Model(ALIGNER, SHIPPED.thesaurus)).values())
    found = fit_stages(given, ALIGNER, SHIPPED.thesaurus)
    assert any(found[name] for name in CUTS)
