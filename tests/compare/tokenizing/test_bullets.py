"""Signs before the items of a list, other ones in each text or in one text only."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Options, compare
from gui.documents import read_text
from tests.compare.oracle import compared

ITEMS = "{0} tie the boat\n{0} lock the shed\n{0} pay the guard"


@pytest.mark.parametrize("sign", ["-", "*", "–", "◦", "▪", "►"])
def test_other_signs_before_items_are_a_minor_difference_as_dashes_are(sign: str) -> None:
    reference, candidate = ITEMS.format("•"), ITEMS.format(sign).replace("lock", "close")
    found = compared(reference, candidate)
    kinds = [change.kind for change in found.changes]
    assert kinds == [*[ChangeKind.MINOR] * 2, ChangeKind.SUBSTITUTION, ChangeKind.MINOR]
    strict = compare(*map(read_text, (reference, candidate)), options=Options(dashes=False))
    assert {change.kind for change in strict.changes} == {ChangeKind.SUBSTITUTION}
    lax = Options(dashes=False, punctuation=True)
    assert compare(*map(read_text, (reference, candidate)), options=lax).tally.minor == 3


@pytest.mark.parametrize(
    ("reference", "candidate", "swaps"),
    [
        # The sign of one line alone is a dash.
        ("• tie the boat\n• pay", "- tie the boat\n* pay", 2),
        # In one document all items stand in a line.
        ("• tie the boat\n• pay\nAll: • now", "- tie the boat\n- pay\nAll: • now", 2),
        # For and against.
        ("+ quick and cheap\n+ safe and dry", "- quick and cheap\n- safe and dry", 2),
    ],
)
def test_signs_that_may_say_something_are_compared_as_they_are_written(
    reference: str, candidate: str, swaps: int
) -> None:
    found = compared(reference, candidate)
    assert [change.kind for change in found.changes] == [ChangeKind.SUBSTITUTION] * swaps


@pytest.mark.parametrize("sign", ["•", "-", "*"])
def test_a_sign_before_an_item_is_added_where_the_word_behind_it_was_swapped(sign: str) -> None:
    reference = "Colours: moss, slate\n\nSizes: small, large"
    candidate = f"{sign} Colors: moss, slate\n\n{sign} Sizes: small, big"
    found = compared(reference, candidate)
    added = [c.candidate for c in found.changes if c.kind is ChangeKind.ADDED]
    assert [span.of(candidate) for span in added if span] == [sign, sign]
    assert [(e.reference, e.candidate) for e in found.ledger] == [
        ("colours", "colors"),
        ("large", "big"),
    ]
