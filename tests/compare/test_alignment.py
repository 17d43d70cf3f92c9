"""The aligner with weights of a few words, and what the shipped ones make of short texts."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, compare
from gui.compare.scoring_model import Model, load_model
from gui.compare.swap_features import BIT, SwapScorer, is_sure
from gui.documents import read_text
from gui.lexicon.thesaurus import NoThesaurus

KEPT = "The harbor board met on Tuesday and voted to close the ferry quay before the summer began."


def changes(a: str, b: str, model: Model | None = None) -> list[tuple[str, str | None, str | None]]:
    found = compare(read_text(a), read_text(b), model=model)
    return [
        (
            c.kind.value,
            c.reference.of(a) if c.reference else None,
            c.candidate.of(b) if c.candidate else None,
        )
        for c in found.changes
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("harbor", "port", [("substitution", "harbor", "port")]),
        # Two words that each have a counterpart are two swaps.
        (
            "ferry quay",
            "boat pier",
            [("substitution", "ferry", "boat"), ("substitution", "quay", "pier")],
        ),
        # No word stands at the same edge of both sides.
        ("summer", "summer season", [("added", None, "season")]),
        ("voted", "made up its mind", [("substitution", "voted", "made up its mind")]),
        # A long stretch of two lone sentences is told as one where the rest was kept.
        (
            "harbor board",
            "body in charge of the port",
            [("substitution", "harbor board", "body in charge of the port")],
        ),
        ("did not", "didn't", []),
        ("on Tuesday ", "", [("missing", "on Tuesday", None)]),
    ],
)
def test_one_difference_in_a_kept_sentence(
    old: str, new: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    if old in KEPT:
        assert changes(KEPT, KEPT.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (". R", ", and r", [("substitution", ".", ","), ("added", None, "and")]),
        (". R", " and so, r", [("added", None, "and so"), ("substitution", ".", ",")]),
        (". R", ", officials said: r", [("substitution", ".", ", officials said:")]),
        (", r", " (so r", [("substitution", ",", "("), ("added", None, "so")]),
        (", r", " and r", [("substitution", ",", "and")]),
    ],
)
def test_function_words_beside_a_changed_sign_were_added(
    old: str, new: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    text = KEPT.replace(".", "{}esidents said that the decision came too early for everyone.")
    a, b = text.format(old), text.format(new)
    assert [c for c in changes(a, b) if c[0] != "minor"] == expected


def test_a_dropped_sentence_is_one_change() -> None:
    middle = "Nobody from the shipping line was there."
    last = "A second meeting is planned for March."
    a, b = f"{KEPT} {middle} {last}", f"{KEPT} {last}"
    assert changes(a, b) == [("missing", middle, None)]


def test_it_works_without_a_thesaurus() -> None:
    model = Model(load_model().weights, NoThesaurus())
    spun = KEPT.replace("board", "panel").replace("close", "shut")
    kinds = [c[0] for c in changes(KEPT, spun, model)]
    assert kinds == ["substitution", "substitution"]


def test_a_table_of_learned_swaps_counts_as_evidence() -> None:
    names = ["plonk", "grommet"]
    bare = SwapScorer(names, [None, None], NoThesaurus())
    taught = SwapScorer(names, [None, None], NoThesaurus(), {("plonk", "grommet"): 3})
    assert not is_sure(*(bare.features(0, 1) or (0, 0.0)))
    mask, letters = taught.features(1, 0) or (0, 0.0)
    assert mask & BIT["table"]
    assert is_sure(mask, letters)


def test_the_features_are_the_same_both_ways() -> None:
    names = "vision imaginative view 2 two % percent walk walked of in".split()
    classes = [None] * 9 + ["preposition"] * 2
    scorer = SwapScorer(names, classes, load_model().thesaurus)
    phrases = [*range(len(names)), *(scorer.phrase((n, n + 1)) for n in range(len(names) - 1))]
    for a in phrases:
        for b in phrases:
            assert scorer.features(a, b) == scorer.features(b, a)


def test_unrelated_articles_share_nothing() -> None:
    a = f"{KEPT} Residents said that the decision came far too early for the fishing families."
    b = (
        "Beekeepers on the roof of the opera count fewer hives than last year. A cold spring and a "
        "new mite are blamed, and honey has become so dear that bakers sweeten with beet sugar."
    )
    found = compare(read_text(a), read_text(b))
    assert found.similarity.with_substitutions == 0.0
    assert {c.kind for c in found.changes} <= {ChangeKind.MISSING, ChangeKind.ADDED}
