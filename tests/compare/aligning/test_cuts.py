"""A second look at short changed stretches: where one change ends and the next begins."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from gui.compare.aligning.cuts import (
    NAMES,
    START,
    STATES,
    StretchInDoubt,
    Sums,
    cut_again,
    stretches_in_doubt,
)
from gui.compare.modelling.scoring_model import Model, load_model
from gui.compare.modelling.sequences import SequencePair
from gui.compare.modelling.steps import KEPT, REWRITTEN, SWAPPED, Step
from gui.compare.modelling.swap_features import SIGN, SwapScorer
from gui.compare.pairing.pair_alignment import PairAlignment
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text

SHIPPED = load_model()
UNCUT = Model({k: v for k, v in SHIPPED.weights.items() if k not in NAMES}, SHIPPED.thesaurus)
SMALL = (
    ("It may play a leading role here.", "It may play a number one function here."),
    ("The firms were eligible for it.", "The companies qualified for it."),
    ("They paid $5 there.", "They paid five whole dollars there."),
)
Told = list[tuple[str, str]]


def aligned(reference: str, candidate: str) -> PairAlignment:
    """Return a pair as the aligner alone sees it."""
    return PairAlignment(number_tokens(read_text(reference), read_text(candidate)), UNCUT)


def told(pair: PairAlignment, weights: Mapping[str, float]) -> Told:
    """Return what was put for what, in words."""
    main = pair.main
    names, (a, b) = main.sequences.swaps.names, main.sequences
    return [
        (
            " ".join(names[token] for token in a.ids[step.i0 : step.i1]),
            " ".join(names[token] for token in b.ids[step.j0 : step.j1]),
        )
        for step in cut_again(main.steps(), main.sequences, weights)
        if step.kind != KEPT
    ]


def stretches(pair: PairAlignment) -> Iterator[StretchInDoubt]:
    steps, sequences = pair.main.steps(), pair.main.sequences
    for start, end in stretches_in_doubt(steps, sequences):
        yield StretchInDoubt(steps[start:end], sequences)


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        (*SMALL[0], [("leading", "number one"), ("role", "function")]),
        (
            "The company relies on its program administrator in the capital.",
            "The company relies on its computer programme chief in the capital.",
            [("program", "computer programme"), ("administrator", "chief")],
        ),
        (
            "Nine American companies were eligible to bid for the work.",
            "Nine American firms qualified to bid for the work.",
            [("companies", "firms"), ("were eligible", "qualified")],
        ),
        (
            "There were particles representing dark matter in the model.",
            "There were particles speaking to dim issue in the model.",
            [("representing", "speaking to"), ("dark", "dim"), ("matter", "issue")],
        ),
    ],
)
def test_one_word_for_several_ends_where_its_neighbour_begins(
    reference: str, candidate: str, expected: Told
) -> None:
    pair = aligned(reference, candidate)
    assert told(pair, UNCUT.weights) != expected  # the aligner alone cuts elsewhere
    assert told(pair, SHIPPED.weights) == expected


def test_words_for_words_one_by_one_and_long_stretches_are_in_no_doubt() -> None:
    one_by_one = aligned("The quick dog ran home.", "The fast hound ran home.")
    assert list(stretches(one_by_one)) == []
    old = "The report names nobody whom the office of the harbour had ever paid in cash."
    new = "The report names a dozen clerks and sailors said to get money under the table in cash."
    assert all(
        max(s.part[1] - s.part[0], s.part[3] - s.part[2]) <= 5 for s in stretches(aligned(old, new))
    )


@pytest.mark.parametrize(
    ("closeness", "level"),
    [
        (-0.1, "unknown"),
        (0.004, "0"),
        (0.0041, "1"),
        (0.02, "1"),
        (0.0201, "2"),
        (0.06, "2"),
        (0.0601, "3"),
        (0.15, "3"),
        (0.1501, "4"),
        (0.3, "4"),
        (0.3001, "5"),
    ],
)
def test_how_much_of_their_meaning_words_share_is_seen_in_six_levels(
    monkeypatch: pytest.MonkeyPatch, closeness: float, level: str
) -> None:
    """About as many pairs of words that were swapped are in each; the weights are theirs."""
    monkeypatch.setattr(SwapScorer, "closeness", lambda *_: closeness)
    (stretch,) = stretches(aligned(*SMALL[0]))
    names = {name for _, features in stretch.segments() for name in features}
    of_levels = [name for name in names if name.startswith(("cut_close_word_", "cut_close_best_"))]
    assert of_levels
    assert {name.rsplit("_", 1)[1] for name in of_levels} == {level}


@pytest.mark.parametrize(
    ("letters", "level"),
    [(10, "0"), (13, "0"), (14, "1"), (18, "1"), (19, "2"), (26, "2"), (27, "3"), (99, "3")],
)
def test_how_many_times_as_long_one_side_is_counts_in_four_levels(letters: int, level: str) -> None:
    """What means the same takes about as many letters."""
    pair = aligned(
        f"It may play a leading {'bo' * 5} here.", f"It may play a number one {'u' * letters} here."
    )
    (stretch,) = stretches(pair)
    found = {
        name
        for step, features in stretch.segments()
        if (step.i0, step.i1) == (stretch.part[1] - 1, stretch.part[1])
        and (step.j0, step.j1) == (stretch.part[3] - 1, stretch.part[3])
        for name in features
        if "_length_" in name
    }
    assert found == {f"cut_word_length_{level}"}


def test_what_phrases_begin_and_end_with_is_compared() -> None:
    pair = aligned("They waited for big ships here.", "They waited near to the boats here.")
    a, b = (sequence.ids for sequence in pair.main.sequences)
    names = pair.texts.swaps.names
    (stretch,) = stretches(pair)
    found = {
        (names[a[step.i0]], names[b[step.j0]], names[a[step.i1 - 1]], names[b[step.j1 - 1]]): {
            name for name in features if name.startswith(("cut_begins_", "cut_ends_"))
        }
        for step, features in stretch.segments()
        if step.kind in (SWAPPED, REWRITTEN) and max(step.i1 - step.i0, step.j1 - step.j0) > 1
    }
    assert found["for", "near", "big", "boats"] == {
        "cut_begins_both_preposition",
        "cut_ends_content_content",
    }
    assert found["big", "the", "ships", "boats"] == {
        "cut_begins_closed_content",
        "cut_ends_kin",
    }


@pytest.mark.parametrize(("word", "has_ending"), [("king", False), ("swing", True)])
def test_a_word_of_five_letters_may_have_an_ending(word: str, has_ending: bool) -> None:
    """Shorter ones end like that by chance."""
    pair = aligned(f"It may play a {word} role here.", "It may play a fine old part here.")
    (stretch,) = stretches(pair)
    old = pair.main.sequences[0].ids
    found = [
        any("suffix" in name for name in features)
        for step, features in stretch.segments()
        if step.i0 < step.i1 and pair.texts.swaps.names[old[step.i1 - 1]] == word
    ]
    assert any(found) is has_ending


def all_ways(stretch: StretchInDoubt) -> Iterator[tuple[float, list[Step]]]:
    """Yield every way to cut a stretch, with its score by weights made from the names."""
    segments = list(stretch.segments())

    def go_on(
        place: tuple[int, int, int], score: float, steps: list[Step]
    ) -> Iterator[tuple[float, list[Step]]]:
        if (place[0], place[1]) == (stretch.part[1], stretch.part[3]):
            yield score, steps
            return
        for step, features in segments:
            for source, names in stretch.ways(step):
                if source == place:
                    own = sum(WEIGHTS[name] * value for name, value in features.items())
                    own += sum(WEIGHTS[name] for name in names)
                    target = step.i1, step.j1, STATES[step.kind]
                    yield from go_on(target, score + own, [*steps, step])

    yield from go_on((stretch.part[0], stretch.part[2], START), 0.0, [])


WEIGHTS = {name: random.Random(name).uniform(-1.0, 1.0) for name in NAMES}


@pytest.mark.parametrize(("reference", "candidate"), SMALL)
def test_the_best_of_all_ways_is_found(reference: str, candidate: str) -> None:
    found = list(stretches(aligned(reference, candidate)))
    assert found
    for stretch in found:
        ways = list(all_ways(stretch))
        assert len({tuple(step[1:] for step in steps) for _, steps in ways}) == len(ways)
        assert stretch.best(Sums(WEIGHTS)) == max(ways, key=lambda way: way[0])[1]


@pytest.mark.parametrize(("reference", "candidate"), SMALL)
def test_every_way_covers_both_sides_once(reference: str, candidate: str) -> None:
    for stretch in stretches(aligned(reference, candidate)):
        for _, steps in all_ways(stretch):
            old = [i for step in steps for i in range(step.i0, step.i1)]
            new = [j for step in steps for j in range(step.j0, step.j1)]
            assert old == list(range(*stretch.part[:2]))
            assert new == list(range(*stretch.part[2:]))


@pytest.mark.parametrize(("reference", "candidate"), SMALL)
def test_no_feature_depends_on_which_document_is_the_reference(
    reference: str, candidate: str
) -> None:
    pair = aligned(reference, candidate)
    a, b = pair.main.sequences
    sequences = SequencePair(b, a, pair.main.sequences.swaps)
    for stretch in stretches(pair):
        i0, i1, j0, j1 = stretch.part
        steps = [step.mirrored() for step in pair.main.steps()]
        own = [s for s in steps if j0 <= s.i0 and s.i1 <= j1 and i0 <= s.j0 and s.j1 <= i1]
        other = StretchInDoubt(own, sequences)
        mirrored = {step.mirrored(): features for step, features in other.segments()}
        assert mirrored == dict(stretch.segments())


def test_a_phrase_does_not_begin_or_end_with_a_sign_that_the_other_lacks() -> None:
    pair = aligned("They paid the crew, said Holm.", "They gave, to the men, told Holm.")
    a, b = pair.main.sequences
    changes = 0
    for stretch in stretches(pair):
        for step, features in stretch.segments():
            if step.kind in (SWAPPED, REWRITTEN) and not any("cut_swapped" in f for f in features):
                changes += 1
                assert (a.kinds[step.i0] == SIGN) == (b.kinds[step.j0] == SIGN)
                assert (a.kinds[step.i1 - 1] == SIGN) == (b.kinds[step.j1 - 1] == SIGN)
    assert changes


def test_swaps_that_the_aligner_told_apart_are_not_told_as_one() -> None:
    pair = aligned(*SMALL[0])
    assert told(pair, UNCUT.weights) == [("leading", "number"), ("role", "one function")]
    few = dict.fromkeys(NAMES, 0.0) | {"cut_change": -9.0, "cut_gap": -9.0}
    assert len(told(pair, few)) == 2


def test_without_weights_the_aligners_cuts_stand() -> None:
    pair = aligned(*SMALL[0])
    steps = pair.main.steps()
    assert cut_again(steps, pair.main.sequences, UNCUT.weights) == steps


def test_weights_of_features_that_come_together_are_looked_up_once() -> None:
    class Counting(dict[str, float]):
        asked = 0

        def get(self, name: str, default: Any = None) -> Any:
            self.asked += 1
            return super().get(name, default)

    weights = Counting(SHIPPED.weights)
    sums = Sums(weights)
    (stretch,) = stretches(aligned(*SMALL[0]))
    best = stretch.best(sums)
    first, weights.asked = weights.asked, 0
    assert stretch.best(sums) == best
    assert weights.asked < first / 2
    assert weights.asked < 4 * len(list(stretch.segments()))
