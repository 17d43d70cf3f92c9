"""What the aligner sees of tokens and of phrases put for others."""

from __future__ import annotations

import pytest

from gui.compare.modelling.scoring_model import load_model
from gui.compare.modelling.swap_features import (
    BIT,
    CLOSED,
    CONTENT,
    KIND_OF_SORT,
    SIGN,
    SORTS,
    SwapScorer,
    sort_of,
)
from gui.lexicon.grammar import word_classes
from gui.lexicon.thesaurus import NoThesaurus, Related


def scorer(words: str, thesaurus: Related | None = None) -> SwapScorer:
    names = words.split()
    class_of = word_classes("English")
    return SwapScorer(names, [class_of(name) for name in names], thesaurus or NoThesaurus())


def mask_of(words: str, old: int, new: int, thesaurus: Related | None = None) -> int | None:
    """Return the features of the first *old* words put for the next *new* ones."""
    swaps = scorer(words, thesaurus)
    found = swaps.features(
        swaps.phrase(range(old)),
        swaps.phrase(range(old, old + new)),
    )
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("name", "word_class", "sort"),
    [
        ("harbour", None, "content"),
        ("1961", None, "number"),
        ("twelve", None, "number"),
        ("forty", None, "number"),
        ("the", "article", "article"),
        ("most", "adverb or quantifier", "quantifier"),
        ("und", "function word", "closed"),
        (",", None, "comma"),
        ("\u3002", None, "stop"),
        ("\u2014", None, "sign"),
    ],
)
def test_sorts(name: str, word_class: str | None, sort: str) -> None:
    assert SORTS[sort_of(name, word_class)] == sort


def test_every_sort_is_of_a_kind() -> None:
    assert len(KIND_OF_SORT) == len(SORTS)
    assert KIND_OF_SORT[SORTS.index("number")] == CONTENT
    assert KIND_OF_SORT[SORTS.index("closed")] == CLOSED
    assert KIND_OF_SORT[SORTS.index("comma")] == SIGN


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        ("it's it is", (1, 2)),
        ("it has it's", (2, 1)),
        ("we're we are", (1, 2)),
        ("don't do not", (1, 2)),
        ("won't will not", (1, 2)),
        ("cannot can not", (1, 2)),
    ],
)
def test_contractions(words: str, sizes: tuple[int, int]) -> None:
    mask = mask_of(words, *sizes)
    assert mask is not None
    assert mask & BIT["contraction"]


@pytest.mark.parametrize("words", ["its it is", "we're they are", "don't will not"])
def test_no_contractions(words: str) -> None:
    mask = mask_of(words, 1, 2)
    assert mask is None or not mask & BIT["contraction"]


def test_several_words_for_which_nothing_speaks_are_no_swap() -> None:
    assert mask_of("vapour phase change", 1, 2) is None
    assert mask_of("vapour form phase signifier", 2, 2) is None


def test_three_words_are_a_swap_where_the_thesaurus_knows_them() -> None:
    thesaurus = load_model().thesaurus
    known = mask_of("through by means of", 1, 3, thesaurus)
    assert known is not None
    assert known & BIT["thesaurus"]
    assert known & BIT["shape_1_3"]
    assert mask_of("through by means of", 1, 3) is None
    assert mask_of("tuesday by means of", 1, 3, thesaurus) is None


def test_phrases_that_begin_or_end_alike_are_no_swap() -> None:
    swaps = scorer("big house")
    assert swaps.features(swaps.phrase((0,)), swaps.phrase((0, 1))) is None
    assert swaps.features(swaps.phrase((1,)), swaps.phrase((0, 1))) is None


def test_the_form_of_a_phrase_tells_its_function_words() -> None:
    content, article, preposition = map(SORTS.index, ("content", "article", "preposition"))
    mask = SwapScorer.form([content], [article, content])
    assert mask is not None
    assert mask & BIT["closed_start"]
    assert mask & BIT["lone_article"]
    assert not mask & BIT["closed_end"]
    both = SwapScorer.form([content, preposition], [content, preposition])
    assert both is not None
    assert both & BIT["particles"]
    assert SwapScorer.form([content], [SORTS.index("comma"), content]) is None
    assert SwapScorer.form([content] * 3, [content] * 3) is None
    assert SwapScorer.form([content], [content] * 4) is None


@pytest.mark.parametrize(
    ("old", "new", "letters"),
    [("abcde", "abcxy", 0.2), ("abcd", "abxy", 0.0), ("abcde", "abxyz", 0.0)],
)
def test_likeness_counts_from_half_of_the_letters(old: str, new: str, letters: float) -> None:
    found = scorer(f"{old} {new}").features(0, 1)
    assert found
    assert found[1] == pytest.approx(letters)


@pytest.mark.parametrize(
    ("old", "new", "feature"),
    [
        ("planet", "plants", "stem"),
        ("plates", "planes", "ending"),
        ("walls", "balls", "ending"),
        ("wall", "ball", None),
    ],
)
def test_a_stem_has_four_letters(old: str, new: str, feature: str | None) -> None:
    mask = mask_of(f"{old} {new}", 1, 1)
    assert mask
    found = [name for name in ("stem", "ending") if mask & BIT[name]]
    assert found == ([feature] if feature else [])


@pytest.mark.parametrize(("new", "is_trimmable"), [("abcdefxy", True), ("abcdewxy", False)])
def test_a_swap_is_trimmable_where_three_letters_in_four_remain(
    new: str, is_trimmable: bool
) -> None:
    words = ["abcdefgh", "qq", new]
    swaps = SwapScorer(words, [None] * 3, NoThesaurus(), {("big", "large"): 2})
    found = swaps.features(swaps.phrase((0, 1)), 2)
    assert found
    assert bool(found[0] & BIT["trimmable"]) is is_trimmable
