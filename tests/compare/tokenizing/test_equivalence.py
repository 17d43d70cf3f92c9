"""Words that look the same count as kept; genuine text in another script does not."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Comparison, compare
from gui.compare.tokenizing.equivalence import (
    NUMBERING,
    skeleton,
    unify_look_alikes,
    unify_numbering,
)
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import load, read_text
from gui.resources import sample_pairs

CYRILLIC = str.maketrans("aeopcx", "\u0430\u0435\u043e\u0440\u0441\u0445")


def compared(a: str, b: str) -> Comparison:
    return compare(read_text(a), read_text(b))


def test_a_disguised_copy_is_still_a_copy() -> None:
    article = load(sample_pairs().parent / "night-trains" / "reference.txt").text
    found = compared(article, article.translate(CYRILLIC))
    assert found.similarity.with_substitutions is not None
    assert found.similarity.with_substitutions > 0.98
    assert {c.kind for c in found.changes} == {ChangeKind.LOOK_ALIKE}


def test_genuine_russian_is_left_alone() -> None:
    russian = (
        "\u0421\u043e\u0440 \u0438 \u043f\u044b\u043b\u044c "
        "\u043b\u0435\u0436\u0430\u0442 \u0443 \u0434\u0432\u0435\u0440\u0438."
    )
    found = compared(f"The note read: {russian}", "The note read: Cop and dust lie at the door.")
    assert ChangeKind.LOOK_ALIKE not in {c.kind for c in found.changes}


@pytest.mark.parametrize(
    ("written", "looks"),
    [
        ("c\u043epper", "copper"),
        ("\uff43opper", "copper"),
        ("cop\u200bper", "copper"),
        ("\u0391\u0392\u0395", "abe"),
    ],
)
def test_skeleton(written: str, looks: str) -> None:
    assert skeleton(written) == looks


@pytest.mark.parametrize(
    ("reference", "candidate", "kind"),
    [
        ("caf\u00e9", "cafe\u0301", ChangeKind.MINOR),
        ("office", "o\ufb03ce", ChangeKind.MINOR),
        ("harbour", "har\u00adbour", ChangeKind.LOOK_ALIKE),
        ("Harbour", "HARBOUR", ChangeKind.MINOR),
        ("Stra\u00dfe", "STRASSE", ChangeKind.MINOR),
        ("don't", "don\u2019t", ChangeKind.MINOR),
        ("1815", "1816", ChangeKind.SUBSTITUTION),
    ],
)
def test_kind_of_one_change(reference: str, candidate: str, kind: ChangeKind) -> None:
    found = compared(f"They saw the {reference} today.", f"They saw the {candidate} today.")
    assert [c.kind for c in found.changes] == [kind]


FORMS = ["{}. ", "{}) ", "({}) ", "Step {}: ", "Step {} ", "No. {} ", "#{} ", "{} - ", "{} \u2013 "]


def lines(form: str, items: list[str]) -> list[str]:
    return [form.format(n) + item for n, item in enumerate(items, 1)]


@pytest.mark.parametrize(("form", "end"), [("{}. ", ". "), *((form, "\n") for form in FORMS)])
def test_an_item_lost_from_a_list_takes_its_number_along(form: str, end: str) -> None:
    items = ["Walk", "Sleep", "Eat", "Call", "Write"]
    whole = lines(form, items)
    reference = end.join(whole)
    found = compared(reference, end.join(lines(form, ["Walk", "Eat", "Call", "Write"])))
    changes = [(c.kind, c.reference.of(reference)) for c in found.changes if c.reference]
    lost = whole[1] + end.strip()
    substituted = [(ChangeKind.SUBSTITUTION, n) for n in "345"]
    assert changes == [(ChangeKind.MISSING, lost), *substituted]


ITEMS = "Oats 300 grams|Milk half a litre|Honey two spoons|Salt a pinch".split("|")


@pytest.mark.parametrize("form", ["{}. ", "Step {}: "])
@pytest.mark.parametrize("heading", ["For the porridge", "Porridge for 4", "For the porridge."])
def test_the_numbers_of_items_whose_lines_were_joined_are_the_same(heading: str, form: str) -> None:
    parts = [heading, *(f"{item}." for item in lines(form, ITEMS))]
    reference = "\n".join(parts)
    for n in range(1, len(parts)):
        joined = "\n".join([" ".join(parts[: n + 1]), *parts[n + 1 :]])
        assert not compared(reference, joined).changes
        joined = "\n".join([*parts[: n - 1], " ".join(parts[n - 1 :])])
        assert not compared(reference, joined).changes


def test_a_wrapped_item_does_not_hide_the_number_of_the_next() -> None:
    reference = "\n".join(["Shopping", *lines("{}. ", ITEMS)])
    candidate = reference.replace("\n", " ").replace(" litre", "\nlitre")
    assert not compared(reference, candidate).changes


@pytest.mark.parametrize("form", FORMS)
def test_an_item_at_another_place_is_moved_with_another_number(form: str) -> None:
    items = ["Walk", "Sleep", "Eat", "Call", "Write"]
    moved = ["Eat", "Walk", "Sleep", "Call", "Write"]
    found = compared("\n".join(lines(form, items)), "\n".join(lines(form, moved)))
    assert {change.kind for change in found.changes} == {ChangeKind.SUBSTITUTION}
    assert found.similarity.with_substitutions == 1


PACKED = {
    "a waterproof jacket": "jacket (waterproof)",
    "two litres of water": "two litres of cold water",
    "a warm hat": "hat that keeps warm",
    "salt and pepper": "pepper and salt",
    "one lemon, juiced": "juice of one lemon",
}


@pytest.mark.parametrize("sign", ["-", "\u2022", "*"])
@pytest.mark.parametrize("form", ["{}. ", "{}) ", "({}) "])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 4, 1, 0, 3)])
def test_a_bullet_stands_for_the_number_of_an_item(
    order: tuple[int, ...], form: str, sign: str
) -> None:
    counted = "\n".join(form.format(n) + item for n, item in enumerate(PACKED, 1))
    dashed = "\n".join(f"{sign} {list(PACKED.values())[n]}" for n in order)
    for texts in ((counted, dashed), (dashed, counted)):
        found = compared(*texts)
        marks = {sign, *(form.format(n).strip() for n in range(1, 6))}
        swapped = [
            {c.reference.of(texts[0]), c.candidate.of(texts[1])}
            for c in found.changes
            if c.kind is ChangeKind.SUBSTITUTION and c.reference and c.candidate
        ]
        swapped = [swap for swap in swapped if swap & marks]
        assert len(swapped) >= 3
        assert all(swap <= marks for swap in swapped)


@pytest.mark.parametrize(
    ("reference", "candidate", "stands"),
    [
        ("1. Mix.\n2. Boil.", "- Mix.\n- Boil.", True),
        ("1. Mix.\n2. Boil.", "Mix.\n- Boil.", False),
        ("1. Ask.\n2. Go.\n\n- Yes.\n- No.", "Ask.\nGo.\n\n- Yes.\n- No.", False),
    ],
)
def test_bullets_stand_for_numbers_unless_one_is_alone_or_both_have_some(
    reference: str, candidate: str, stands: bool
) -> None:
    for texts in ((reference, candidate), (candidate, reference)):
        sides = unify_numbering(number_tokens(*map(read_text, texts)))
        assert (NUMBERING in sides[0].names) == stands


@pytest.mark.parametrize(("between", "is_disguised"), [("a b d e", False), ("a b d e f", True)])
def test_a_word_is_genuine_beside_one_of_its_script_five_words_away(
    between: str, is_disguised: bool
) -> None:
    reference = read_text("a cop came")
    for words in (
        "\u0434\u043e\u043c {} \u0441\u043e\u0440",
        "\u0441\u043e\u0440 {} \u0434\u043e\u043c",
    ):
        candidate = read_text(words.format(between))
        sides = unify_look_alikes(number_tokens(reference, candidate))
        assert (sides[0].ids[1] in sides[1].ids) is is_disguised


def test_a_capital_i_of_another_script_looks_like_a_plain_one() -> None:
    reference, candidate = "Ice in the harbour.", "\u0406ce in the harbour."
    (change,) = compare(read_text(reference), read_text(candidate)).changes
    assert change.kind is ChangeKind.LOOK_ALIKE
