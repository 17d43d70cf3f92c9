"""What was dropped or added in a run is put where it is whole: lines, items, brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.compare import ChangeKind, compare
from gui.compare.modelling.scoring_model import load_model
from gui.documents import read_text

# A text, the same text with something left out, and what was left out.
LEFT_OUT = [
    (
        "To start the pump, (1) open the valve, (2) wait for the hiss, (3) close the lid.",
        "To start the pump, (1) open the valve, (2) close the lid.",
        "(2) wait for the hiss,",
    ),
    (
        "The kit has (a) a lamp, (b) two ropes, (c) a knife and (d) a map.",
        "The kit has (a) a lamp, (b) a knife and (c) a map.",
        "(b) two ropes,",
    ),
    (
        "First 1) dig a hole, 2) pour in water, 3) set the tree and 4) fill the hole.",
        "First 1) dig a hole, 2) set the tree and 3) fill the hole.",
        "2) pour in water,",
    ),
    (
        "He met Ann (mayor), Bo (clerk), Cy (guard) and Di (cook) in town.",
        "He met Ann (mayor), Cy (guard) and Di (cook) in town.",
        ", Bo (clerk)",
    ),
    (
        "The law names [1] the owner, [2] the tenant, [3] the guest and [4] the heir.",
        "The law names [1] the owner, [2] the guest and [3] the heir.",
        "the tenant, [3]",
    ),
    (
        "They grow wheat (in the north) (see the map) and rice (in the south) for the town.",
        "They grow wheat (see the map) and rice (in the south) for the town.",
        "(in the north)",
    ),
    # Nothing is shifted where only one of the brackets was left out.
    ("We saw a) a cat, b) a dog) and left.", "We saw a) a cat, b) a dog and left.", ")"),
]


@pytest.mark.parametrize(("whole", "shorter", "expected"), LEFT_OUT)
@pytest.mark.parametrize("name", ["gap_from_sign", "gap_to_sign", "gap_near"])
@pytest.mark.parametrize("change", [-0.5, 0.0, 0.5])
def test_no_item_and_no_bracket_is_cut_apart(
    whole: str, shorter: str, expected: str, name: str, change: float
) -> None:
    """Alike words stand around, so that small differences of weights would decide."""
    model = load_model()
    weights = {**model.weights, name: model.weights[name] + change}
    model = replace(model, weights=weights)
    texts = read_text(whole), read_text(shorter)
    missing = [
        found.reference.of(whole)
        for found in compare(*texts, model=model).changes
        if found.kind is ChangeKind.MISSING and found.reference
    ]
    added = [
        found.candidate.of(whole)
        for found in compare(*texts[::-1], model=model).changes
        if found.kind is ChangeKind.ADDED and found.candidate
    ]
    assert missing == added == [expected]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("PELL \u2014 ", "Pell has a new lamp."),
        ("NEW PELL | ", "New Pell has a new lamp."),
        ("PELL, May 3 (AP) - ", "Pell has a new lamp."),
        ("(Pell) ", "Pell has a new lamp."),
        ("ПЕЛЛ, 3 мая — ", "Пелл получил новую лампу."),
        ("北港（社）", "北港有一盏新灯，人人都来看。"),
    ],
)
def test_a_place_before_a_sentence_that_begins_with_it_is_lost_whole(
    head: str, sentence: str
) -> None:
    whole = f"It rained. {head}{sentence}"
    shorter = f"It rained. {sentence}"
    a, b = read_text(whole), read_text(shorter)
    (lost,) = compare(a, b).changes
    (added,) = compare(b, a).changes
    for change, span in ((lost, lost.reference), (added, added.candidate)):
        assert change.kind in (ChangeKind.MISSING, ChangeKind.ADDED)
        assert span
        assert span.of(whole) == head.strip()


def test_a_word_said_twice_is_no_place() -> None:
    (lost,) = compare(read_text("Rain, rain and wind."), read_text("Rain and wind.")).changes
    assert lost.reference == (4, 10)
