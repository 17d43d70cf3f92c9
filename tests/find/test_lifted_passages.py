"""A passage that was lifted out of an article into another text is proposed, a footer is not."""

from __future__ import annotations

import pytest

from gui.find.found_list import reason_for
from gui.find.proposing.direction import Earlier
from gui.find.proposing.proposals import Proposal, Wish
from gui.find.search import find_pairs
from tests.find.little_articles import BEETLE, HARBOUR, MILL, OTHERS, collection

MORE = """Marchetti was born on Carrow Island, where her father kept the lighthouse. As a girl she
rowed to school across the strait, and at sixteen she signed on as a deckhand of the ferry.

The harbour board has asked Marchetti to write down what she knows of the shoals off Port Ellery.
Renke, her first mate, wants the book on the bridge of the Saint Brannoc before winter."""
ORIGINAL = f"{HARBOUR}\n\n{MORE}"
LIFTED = "\n\n".join(HARBOUR.split("\n\n")[2:])
TAKER = f"{MILL}\n\n{LIFTED}\n\n{BEETLE}"
LIKELY = "a passage that hardly any other article has"


def found_among(*texts: str) -> list[Proposal]:
    return find_pairs(collection(*texts), Wish())


def test_a_passage_in_a_text_of_one_s_own_is_proposed_and_the_reason_says_so() -> None:
    (pair,) = found_among(TAKER, ORIGINAL)  # a paragraph of the taker's own stands behind it
    assert (pair.reference, pair.candidate) == (1, 0)
    assert pair.earlier is Earlier.CONTEXT
    assert LIKELY in reason_for(pair)


def test_so_is_one_with_a_word_or_two_swapped() -> None:
    swapped = TAKER.replace("volunteers", "helpers").replace("strait", "passage")
    (pair,) = found_among(swapped, ORIGINAL)
    assert LIKELY in reason_for(pair)


def test_what_many_articles_have_or_all_end_in_is_no_sign_of_a_copy() -> None:
    own = (ORIGINAL, *(f"{text}\n\n{LIFTED}\n\n{OTHERS[0][::-1]}" for text in OTHERS))
    many = (*own, *(f"{text[::-1]}\n\n{LIFTED}\n\n{MORE[::-1]}" for text in OTHERS))
    assert not [pair for pair in found_among(*many) if pair.is_excerpt]
    articles = (f"{MORE}\n\n{MORE[::-1]}\n\n{LIFTED}", f"{MILL}\n\n{BEETLE}\n\n{LIFTED}")
    for lines in (
        ("", ""),
        ("\n\nPrinted in Ellery, 2 May", "\n\nSent from Hesketh, page 12, late"),
    ):
        footers = (text + line for text, line in zip(articles, lines, strict=True))
        assert found_among(*footers) == []


@pytest.mark.parametrize("sites", [2, 4])
def test_each_site_that_took_it_has_a_pair_with_the_original(sites: int) -> None:
    texts = [
        f"{own}\n\n{LIFTED}\n\n{own[::-1]}" for own in (*OTHERS[:3], MORE.replace("a", "o"))[:sites]
    ]
    pairs = {frozenset(pair[:2]) for pair in found_among(ORIGINAL, *texts)}
    assert pairs >= {frozenset((0, site)) for site in range(1, sites + 1)}


def test_pieces_that_are_told_by_a_passage_alone_make_no_group() -> None:
    found = found_among(TAKER, ORIGINAL, MILL, BEETLE)
    groups = {pair.reference: pair.group for pair in found if pair.candidate == 0}
    assert len(set(groups.values())) == len(groups) == 3
