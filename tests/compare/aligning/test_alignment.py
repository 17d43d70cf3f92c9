"""The aligner with weights of a few words, and what the shipped ones make of short texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gui.compare import ChangeKind, compare
from gui.compare.aligning.viterbi import Aligner
from gui.compare.modelling.scoring_model import Model, load_model
from gui.compare.modelling.steps import Step
from gui.compare.modelling.swap_features import BIT, SwapScorer, is_sure
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


def prose(frame: str, nouns: str, sentences: int) -> str:
    """Return sentences of one *frame*, in which three of the same nouns come round again."""
    own = nouns.split()
    return " ".join(
        frame.format(own[n % 10], own[n * 3 % 7], own[n * 7 % 9]) for n in range(sentences)
    )


@pytest.mark.parametrize(
    "is_learned",
    [True, False],  # what corresponds is learned from what is aligned
)
def test_unrelated_texts_are_not_searched_as_a_whole(
    is_learned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = 0
    align = Aligner.align

    def counted(
        self: Aligner,
        i0: int,
        i1: int,
        j0: int,
        j1: int,
        band: Sequence[tuple[int, int]] | None = None,
    ) -> list[Step]:
        nonlocal looked_at
        looked_at += sum(b - a for a, b in band) if band else (i1 - i0) * (j1 - j0)
        return align(self, i0, i1, j0, j1, band)

    monkeypatch.setattr(Aligner, "align", counted)
    harbor = "harbor ferry quay tide anchor gull rope sailor dock wave"
    opera = "opera singer violin curtain chorus tenor balcony score encore flute"
    reference = prose("The {} of the old {} was near a {}.", harbor, 90)
    candidate = prose("Every {} needs some {}, but who pays for her {}?", opera, 30)
    weights = load_model().weights
    if not is_learned:
        weights = {name: weight for name, weight in weights.items() if "believe" not in name}
    model = replace(load_model(), weights=weights)
    compare(read_text(reference), read_text(candidate), model=model)
    assert (
        looked_at < 4_000
    ) == is_learned  # tokens by tokens; 10,800 where gaps are aligned whole


def test_a_long_passage_is_aligned_though_a_heavy_hand_left_no_content_word_of_it() -> None:
    swaps = [
        ("big", "large"),
        ("begin", "start"),
        ("help", "aid"),
        ("answer", "reply"),
        ("error", "mistake"),
        ("rich", "wealthy"),
        ("road", "street"),
        ("gift", "present"),
        ("quick", "fast"),
        ("sad", "unhappy"),
        ("huge", "enormous"),
        ("job", "occupation"),
        ("assist", "support"),
        ("buy", "purchase"),
    ]
    old, new = (
        " ".join(
            f"The {swaps[n][side]} and the {swaps[n + 7][side]} of the "
            f"{swaps[(n + 3) % 14][side]}, with a {swaps[(n + 5) % 14][side]}"
            for n in range(7)
        )
        + "."
        for side in (0, 1)
    )
    found = compare(read_text(old), read_text(new))
    assert found.similarity.with_substitutions is not None
    assert found.similarity.with_substitutions > 0.9
