"""What is told of short passages, whose words nothing else vouches for."""

from __future__ import annotations

import random
from typing import Any

import pytest

from gui.compare import ChangeKind, Comparison, SectionKind, compare
from gui.compare.aligning import alignment
from gui.compare.aligning.posterior import CHANCE, PRICE, Posterior, price_of
from gui.compare.aligning.viterbi import Aligner
from gui.compare.modelling.scoring_model import load_model
from gui.compare.pairing.pair_alignment import PairAlignment
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text

from ..oracle import check


def compared(a: str, b: str) -> Comparison:
    return compare(read_text(a), read_text(b))


def swaps(a: str, b: str) -> list[tuple[str, str]]:
    return [
        (c.reference.of(a), c.candidate.of(b))
        for c in compared(a, b).changes
        if c.kind is ChangeKind.SUBSTITUTION and c.reference and c.candidate
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Critics of the plan fear that the valley will lose its last orchards.",
            "Opponents worry that the valley could be robbed of the final orchard by the project.",
            {("Critics", "Opponents"), ("will", "could")},
        ),
        (
            "Residents of the island complain that the ferry is late nearly every morning.",
            "Islanders say the boat arrives too late on almost all mornings.",
            {("ferry", "boat"), ("every", "all"), ("morning", "mornings")},
        ),
        (
            "The mayor announced on Friday that the old tram depot would be turned into a hall.",
            "On Friday the head of the town said they want to convert the former tram shed to one.",
            {("old", "former"), ("depot", "shed")},
        ),
    ],
)
def test_words_that_mean_each_other_are_told_where_a_sentence_was_written_anew(
    a: str, b: str, expected: set[tuple[str, str]]
) -> None:
    found = swaps(a, b)
    assert expected <= set(found)
    assert all(min(len(x.split()), len(y.split())) == 1 for x, y in found)  # no stretch for another
    assert {(y, x) for x, y in swaps(b, a)} == set(found)


@pytest.mark.parametrize("seed", [13, 35, 38])
def test_a_longer_swap_seen_elsewhere_is_passed_over(seed: int) -> None:
    words = random.Random(seed).choices(["red", "green", "blue"], k=40)
    check(compared(" ".join(words), " ".join(words[::-1])))


def test_of_a_short_text_few_words_are_found_in_a_long_one() -> None:
    long = (
        "Two fishermen were rescued by the coast guard after their boat capsized in heavy seas off "
        "the northern cape on Sunday night, while the search for a third man had to be given up."
    )
    assert swaps(long, "Two fishermen were saved by a helicopter.") == [("rescued", "saved")]
    assert len(swaps(long, "Cape Verde is a country of ten islands.")) < 2
    sections = compared(long, "The boat sank near the cape.").sections
    assert [s.kind for s in sections] == [SectionKind.PAIRED]


def test_unrelated_sentences_stay_apart() -> None:
    found = compared("Sheep graze on the hill above the village.", "The committee approved a plan.")
    assert [s.kind for s in found.sections] == [SectionKind.MISSING, SectionKind.ADDED]


def test_where_most_words_were_kept_a_rewritten_stretch_stays_one() -> None:
    a = "The harbor board met on Tuesday and voted to close the ferry quay before the summer began."
    b = a.replace("harbor board", "body in charge of the port")
    assert swaps(a, b) == [("harbor board", "body in charge of the port")]


@pytest.mark.parametrize(
    ("reference", "candidate", "share"),
    [
        ("The old ferry left for Oslo", "The old ferry xqz for vwk", 4 / 6),
        ("The old ferry left for Oslo again", "The old ferry xqz for vwk again", None),
    ],
)
def test_over_two_words_in_three_vouch_for_the_rest(
    reference: str, candidate: str, share: float | None
) -> None:
    """With fewer, nobody knows where a rewritten stretch begins and ends."""
    sides = number_tokens(read_text(reference), read_text(candidate))
    assert PairAlignment(sides, load_model()).main.share_kept() == share


def test_a_sentence_of_an_article_is_told_as_before() -> None:
    """Other sentences vouch for it: what was rewritten is one change."""
    rest = "The ferry leaves at nine.\n\nIt carries sixty people.\n\nNobody waited on the quay.\n\n"
    a = "Critics of the plan fear that the valley will lose its last orchards."
    b = "Critics of the plan fear that nothing that bears fruit may be left of it before long."
    alone = swaps(a, b)
    assert swaps(rest + a, rest + b) != alone


def test_the_price_rises_with_what_the_longer_text_has_besides() -> None:
    weights = {PRICE: 0.1, CHANCE: 0.05}
    assert price_of(0.5, weights) == pytest.approx(0.1)
    assert price_of(0.1, weights) == pytest.approx(0.45)
    assert price_of(0.0, weights) == 1.0
    assert price_of(0.2, weights) > price_of(0.25, weights)


def test_a_long_line_without_sentences_is_told_too() -> None:
    words = [f"item{n}" for n in range(400)]
    changed = [f"thing{n}" if n % 2 else word for n, word in enumerate(words)]
    found = compared(" ".join(words), " ".join(changed))
    assert found.similarity.verbatim == pytest.approx(0.5, abs=0.02)


def test_likely_links_know_nothing_of_what_another_stretch_was_taught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lessons: list[object] = []

    class Noticed(Posterior):
        def __init__(self, aligner: Aligner, *more: Any) -> None:
            lessons.append(aligner.scores.lesson)
            super().__init__(aligner, *more)

    monkeypatch.setattr(alignment, "Posterior", Noticed)
    compared("rain in -- late spring -- when the gardens wake", "rain , by late spring , when")
    assert lessons == [(), ()]
