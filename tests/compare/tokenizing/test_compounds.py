"""Words with a hyphen, a joiner or a blank in one text, and without it in the other."""

from __future__ import annotations

import pytest

from gui.compare import ChangeKind, Comparison
from gui.compare.tokenizing.compounds import unify_compounds
from gui.compare.tokenizing.tokens import number_tokens
from gui.documents import read_text
from tests.compare.oracle import compared

NON_JOINER = "\u200c"


def swapped(found: Comparison) -> list[tuple[str, str]]:
    assert {change.kind for change in found.changes} <= {ChangeKind.SUBSTITUTION}
    assert all(change.reference and change.candidate for change in found.changes)
    return [
        (c.reference.of(found.reference.text), c.candidate.of(found.candidate.text))
        for c in found.changes
        if c.reference and c.candidate
    ]


@pytest.mark.parametrize(
    ("reference", "candidate", "swaps"),
    [
        ("after leaked e-mails", "following leaked emails", ["after following", "e-mails emails"]),
        (
            "The re-elected sub-committee met.",
            "The reelected subcommittee met.",
            ["re-elected reelected", "sub-committee subcommittee"],
        ),
        (
            "A pre-war multi-storey semi-detached house",
            "A prewar multistorey semidetached house",
            ["pre-war prewar", "multi-storey multistorey", "semi-detached semidetached"],
        ),
        (
            "They want to co-operate soon with others.",
            "They wish to cooperate soon with others.",
            ["want wish", "co-operate cooperate"],
        ),
        (
            "Der Online-Shop verkauft nur noch Bücher.",
            "Der Onlineshop vertreibt nur noch Bücher.",
            ["Online-Shop Onlineshop", "verkauft vertreibt"],
        ),
        ("Two F-16 jets left.", "Two F16 planes left.", ["F-16 F16", "jets planes"]),
        (
            "The e\u2011mail\u2019s sender left the firm.",
            "The email\u2019s author left the firm.",
            ["e\u2011mail\u2019s email\u2019s", "sender author"],
        ),
        (
            "An e-mail-based list of names was kept.",
            "An email-based roll of names was kept.",
            ["e-mail email", "list roll"],
        ),
    ],
)
def test_a_word_with_a_hyphen_is_swapped_for_the_word_without_it(
    reference: str, candidate: str, swaps: list[str]
) -> None:
    expected = [tuple(swap.split()) for swap in swaps]
    assert swapped(compared(reference, candidate)) == expected
    assert swapped(compared(candidate, reference)) == [own[::-1] for own in expected]


@pytest.mark.parametrize(
    ("reference", "candidate", "swap"),
    [
        # Another hyphen is no change of the whole word, nor are figures or initials one word.
        ("A long-term plan was made here.", "A long-range plan was made here.", ("term", "range")),
        ("Its 10-15 seats of 1015 are free.", "Its 10-17 seats of 1015 are free.", ("15", "17")),
        ("Lines A-C of the AC model are out.", "Lines A-D of the AC model are out.", ("C", "D")),
    ],
)
def test_the_parts_of_other_compounds_are_words(
    reference: str, candidate: str, swap: tuple[str, str]
) -> None:
    assert swapped(compared(reference, candidate)) == [swap]


def test_a_word_that_has_its_hyphen_in_both_texts_is_kept() -> None:
    text = "Her e-mail came. An email is a letter. The e-mail was long."
    assert not compared(text, text).changes
    assert len(compared(text, text.replace("letter", "message")).changes) == 1


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        ("او می|رود به خانه و کتاب|ها را می|خواند.", "او می رود به خانه و کتاب ها را می خواند."),
        ("آنها نمی|خواهم|شان گفتند و رفتند.", "آنها نمی خواهم|شان گفتند و رفتند."),
        ("آنها نمی|خواهم|شان گفتند و رفتند.", "آنها نمی خواهم شان گفتند و رفتند."),
        ("کودک می|خواند و می|رود.", "كودك مي خواند و مي رود."),
    ],
)
def test_a_blank_for_a_joiner_is_white_space(joined: str, apart: str) -> None:
    texts = joined.replace("|", NON_JOINER), apart.replace("|", NON_JOINER)
    for pair in (texts, texts[::-1]):
        found = compared(*pair)
        assert {change.kind for change in found.changes} == {ChangeKind.MINOR}
        assert found.similarity.verbatim == 1.0


@pytest.mark.parametrize(
    ("compound", "word", "is_one"),
    [
        ("day-to-day", "today", False),
        ("face-to-day", "today", False),
        ("anti-e-mail", "email", True),
        ("to-day", "today", True),
    ],
)
def test_a_part_from_a_function_word_on_is_no_word(compound: str, word: str, is_one: bool) -> None:
    texts = f"The {compound} rules changed.", f"The rules changed {word} here, and the town voted."
    sides = unify_compounds(number_tokens(*map(read_text, texts)))
    assert (compound[-len(word) - 1 :] in sides[0].texts) is is_one
