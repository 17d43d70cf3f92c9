"""What tells that a sentence moved is found on sentences in another order."""

from gui.compare.modelling.correspondence import MOVED
from gui.compare.modelling.scoring_model import load_model
from gui.resources import resource_path
from gui.training.hyperparameters import LEARNING
from gui.training.marked_pairs import MarkedPair, read_pair
from gui.training.reordered import fit_moved, reordered, words_lost


def of_shipped(style: str, number: int) -> list[MarkedPair]:
    """Return the first pairs for training of a style."""
    folder = resource_path("model", "pairs")
    found = [read_pair(path) for path in sorted(folder.glob(f"{style}-*.txt"))]
    return [pair for pair in found if not pair.is_test][:number]


def test_most_words_find_their_sentence_in_the_opposite_order() -> None:
    model = load_model()
    for style in ("spinner", "student"):
        texts = [own for pair in of_shipped(style, 4) for own in reordered(pair, "\n\n")]
        words = sum(len(text.split()) for own in texts for _, text in own.reference)
        assert texts
        assert sum(words_lost(own, model) for own in texts) < 0.12 * words


def test_of_three_sentences_in_a_row_either_text_lacks_one() -> None:
    text = "Rain fell. Dogs bark. Bees sting. Cats purr. Hens lay. Cows moo."
    (own,) = reordered(MarkedPair("", "", False, text, text, ()), " ")
    ours, theirs = ({n for n, _ in side} for side in own[:2])
    assert ours == {1, 2, 4, 5}
    assert theirs == {0, 2, 3, 5}
    assert (
        reordered(MarkedPair("", "", False, "Rain fell. Dogs bark.", "Rain. Dogs.", ()), " ") == []
    )


def test_the_number_is_one_of_those_tried() -> None:
    found = fit_moved(of_shipped("spinner", 1), load_model())
    assert found.keys() == {MOVED}
    assert found[MOVED] in LEARNING.moved
