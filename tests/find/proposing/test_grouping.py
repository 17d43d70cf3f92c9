"""Which pairs of a group are listed where digests, supersets and re-issued texts are among them."""

from __future__ import annotations

import pytest

from gui.find.proposing.direction import Earlier
from gui.find.proposing.grouping import in_groups
from gui.find.proposing.proposals import Proposal, Wish
from gui.find.search import find_pairs
from gui.find.verifying.belonging import Belonging
from gui.find.verifying.verification import Kept, Verified
from tests.find.little_articles import BEETLE, HARBOUR, MILL, NEXT_REPORT, REPORT, SPUN, collection

MORE = """Marchetti was born on Carrow Island, where her father kept the lighthouse. As a girl she
rowed to school across the strait, and at sixteen she signed on as a deckhand of the ferry.

The harbour board has asked Marchetti to write down what she knows of the shoals off Port Ellery.
Renke, her first mate, wants the book on the bridge of the Saint Brannoc before winter."""
DIGEST = f"The week in brief\n\n{HARBOUR}\n\n{MILL}\n\n{BEETLE}"


def pairs(found: list[Proposal]) -> dict[tuple[int, int], Proposal]:
    return {(own.reference, own.candidate): own for own in found}


@pytest.fixture(scope="module")
def beside_a_digest() -> dict[tuple[int, int], Proposal]:
    return pairs(find_pairs(collection(DIGEST, HARBOUR, SPUN, MILL, REPORT, BEETLE), Wish()))


def test_a_digest_does_not_take_the_place_of_a_pair(
    beside_a_digest: dict[tuple[int, int], Proposal],
) -> None:
    assert set(beside_a_digest) == {(1, 0), (1, 2), (3, 0), (5, 0)}
    assert beside_a_digest[1, 0].earlier is Earlier.CONTEXT


def test_a_digest_makes_no_group_of_what_it_carries(
    beside_a_digest: dict[tuple[int, int], Proposal],
) -> None:
    groups = {pair: own.group for pair, own in beside_a_digest.items()}
    assert groups[1, 0] == groups[1, 2]
    assert len({groups[1, 0], groups[3, 0], groups[5, 0]}) == 3


def test_a_digest_with_the_day_of_its_first_piece_is_no_earlier_than_the_others() -> None:
    first, second = f"2 March 2024\n\n{HARBOUR}", f"5 March 2024\n\n{MILL}"
    own = collection(f"{first}\n\n{MILL}\n\n{BEETLE}", first, second, REPORT)
    found = pairs(find_pairs(own, Wish()))
    assert (2, 0) in found
    assert found[2, 0].earlier is Earlier.CONTEXT
    dated = collection(f"1 March 2024\n\n{HARBOUR}\n\n{MILL}\n\n{BEETLE}", first, second)
    assert pairs(find_pairs(dated, Wish()))[0, 2].earlier is Earlier.DATE  # it has its own


def piece(number: int, words: int, belonging: float, lacking: int = 0) -> Proposal:
    """Return the pair of an article of 200 words with one that has so many of them.

    Of the words of the other one so many are *lacking* in the first.
    """
    covered = 2 * words / (words + 200 + lacking)
    own = Verified(
        covered,
        covered,
        1.0,
        Kept(1, 1, 1),
        (200 - words, lacking),
        0,
        (),
        (f"Piece {number}",),
        belonging=Belonging(belonging),
    )
    return Proposal(0, number, 0.8, 500.0, 0.5, Kept(1, 1, 1), own, Earlier.LENGTH)


def test_pieces_tell_a_digest_together_where_none_does_so_alone() -> None:
    def references(*own: Proposal) -> set[int]:
        return {pair.reference for pair in in_groups(own, across=False)}

    assert references(piece(1, 90, 1.5), piece(2, 80, 1.3)) == {1, 2}
    assert references(piece(1, 90, 2.8), piece(2, 80, 2.4)) == {0}  # excerpts of one article
    assert references(piece(1, 90, 1.5), piece(2, 20, 1.3)) == {0}  # most of it is its own
    related = Proposal(1, 2, 0.8, 500.0, 0.5, Kept(1, 1, 1), None, Earlier.WORDS)
    assert 0 in references(piece(1, 90, 1.5), piece(2, 80, 1.3), related)


@pytest.mark.parametrize(
    ("own", "is_digest"),
    [
        ((piece(1, 61, 1.5), piece(2, 60, 1.5)), True),
        ((piece(1, 60, 1.5), piece(2, 59, 1.5)), False),  # less than three fifths of it
        ((piece(1, 120, 1.5), piece(2, 99, 1.5)), True),
        ((piece(1, 120, 1.5), piece(2, 101, 1.5)), False),  # more than a tenth twice
        ((piece(1, 90, 2.1), piece(2, 80, 1.89)), True),
        ((piece(1, 90, 2.1), piece(2, 80, 1.91)), False),  # they belong to it
        ((piece(1, 85, 1.5), piece(2, 85, 1.5, lacking=14)), True),
        ((piece(1, 85, 1.5), piece(2, 85, 1.5, lacking=16)), False),  # a sixth stands elsewhere
    ],
)
def test_a_digest_is_told_by_how_much_of_it_and_of_them_its_pieces_are(
    own: tuple[Proposal, Proposal], is_digest: bool
) -> None:
    references = {pair.reference for pair in in_groups(own, across=False)}
    assert (references == {1, 2}) is is_digest


def test_a_longer_text_that_has_all_of_the_original_does_not_take_its_place() -> None:
    """Whether it is later nothing says; but that it is nearer to the copy would be wrong."""
    found = pairs(find_pairs(collection(f"{HARBOUR}\n\n{MORE}", HARBOUR, SPUN, MILL), Wish()))
    assert (1, 2) in found
    assert {frozenset(pair) for pair in found} >= {frozenset((0, 1)), frozenset((1, 2))}


def test_the_copy_of_a_copy_is_listed_beside_what_it_was_made_of() -> None:
    whole = f"{HARBOUR}\n\n{MORE}"
    again = SPUN.replace("steering wheel", "helm").replace("cruised", "travelled")
    again = "\n\n".join(again.split("\n\n")[:2])
    found = pairs(find_pairs(collection(whole, SPUN, again, *(MILL, BEETLE)), Wish()))
    assert {frozenset(pair) for pair in found} >= {frozenset((0, 1)), frozenset((1, 2))}


@pytest.mark.parametrize("copies", [5, 9])
def test_texts_that_are_nearly_the_same_are_one_beside_the_others(copies: int) -> None:
    texts = [f"Mirror {n} of the harbour news\n\n{HARBOUR}\n\nThanks to {n}" for n in range(copies)]
    found = find_pairs(collection(*texts, MILL), Wish())
    assert copies - 1 <= len(found) <= 2 * copies
    assert len({own.group for own in found}) == 1


def test_beside_two_issues_of_the_original_its_copy_has_a_pair_with_either() -> None:
    """Nothing says which of both came first: either may be what the copy was made of."""
    issue = HARBOUR.replace("About 300 passengers", "Some 280 passengers")
    issue = f"{issue}\n\nReporting for this paper by the harbour desk."
    found = pairs(find_pairs(collection(HARBOUR, SPUN, issue, MILL, NEXT_REPORT), Wish()))
    assert (0, 1) in found
    assert {frozenset(pair) for pair in found} >= {frozenset((0, 1)), frozenset((0, 2))}


def copy_of(first: int, second: int, near: float, score: float, by: Earlier) -> Proposal:
    """Return a pair of two articles that are so near to each other."""
    own = Verified(near, near, 1.0, Kept(1, 1, 1), (0, 0), 0, (), ())
    return Proposal(first, second, score, 500.0, 0.5, Kept(1, 1, 1), own, by)


def test_pairs_that_are_hardly_copies_cost_no_others_their_place() -> None:
    three = [(0, 1, 0.85, 0.9), (0, 2, 0.83, 0.8), (1, 2, 0.83, 0.7)]
    found = [copy_of(*own, Earlier.UNKNOWN) for own in three]
    unlikely = [copy_of(2, other, 0.1, 0.1, Earlier.DATE) for other in range(3, 9)]
    assert set(pairs(in_groups(found, across=False))) == {(0, 1), (0, 2), (1, 2)}
    kept = pairs(in_groups([*found, *unlikely], across=False))
    assert set(kept) > {(0, 1), (0, 2), (1, 2)}
