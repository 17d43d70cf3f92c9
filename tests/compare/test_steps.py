"""Steps told as people would put them."""

from __future__ import annotations

import pytest

from gui.compare.sequences import BEYOND, TokenSequence
from gui.compare.steps import REWRITTEN, SWAPPED, Step, cut_at_particles
from gui.compare.swap_features import SwapScorer
from gui.lexicon.thesaurus import NoThesaurus


@pytest.mark.parametrize(("size", "is_cut"), [(5, True), (6, False)])
def test_a_rewritten_stretch_of_five_tokens_is_cut_at_a_word_with_its_particle(
    size: int, is_cut: bool
) -> None:
    names = ["able", "to", "capable", "of", *(f"w{n}" for n in range(8))]
    classes = [None, "preposition", None, "preposition", *[None] * 8]
    swaps = SwapScorer(names, classes, NoThesaurus(), {("able to", "capable of"): 2})
    before = size - 3
    ids = (
        [*range(4, 4 + before), 0, 1, 11],
        [*range(7, 7 + before), 2, 3, 10],
    )
    none = [0] * (size + 1)

    def sequence(own: list[int]) -> TokenSequence:
        kinds, sorts = ([of[n] for n in own] for of in (swaps.kinds, swaps.sorts))
        near = [[0.0] * size] * 3
        return TokenSequence([*own, BEYOND], kinds, [*sorts, 0], none, none, none, none, near)

    first, second = map(sequence, ids)
    found = cut_at_particles([Step(REWRITTEN, 0, size, 0, size)], (first, second), swaps)
    swap = Step(SWAPPED, before, before + 2, before, before + 2)
    assert (swap in found) is is_cut
    assert len(found) == (3 if is_cut else 1)
