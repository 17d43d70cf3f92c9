"""What counts as the same word: equal keys in both documents, however they were written."""

from __future__ import annotations

import random
import time
from bisect import bisect_left

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.compare import compare
from gui.compare.cancellation import Cancelled, cancellable
from gui.compare.tokenizing.equivalence import are_look_alikes, unify_look_alikes
from gui.compare.tokenizing.normalization import is_turkic, key
from gui.compare.tokenizing.tokens import TokenPair, Tokens, number_tokens
from gui.documents import Span, read_text
from tests.compare.variants import DIFFERENT, VARIANTS


def numbered(reference: str, candidate: str) -> TokenPair:
    return number_tokens(read_text(reference), read_text(candidate))


def keys_of(side: Tokens) -> list[str]:
    return [side.names[n] for n in side.ids]


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_in_another_hand_has_the_same_keys(name: str) -> None:
    reference, candidate, _ = VARIANTS[name]
    assert reference != candidate
    for pair in ((reference, candidate), (candidate, reference)):
        a, b = numbered(*pair)
        assert keys_of(a) == keys_of(b)
        assert a.is_word == b.is_word


@pytest.mark.parametrize("name", DIFFERENT)
def test_other_words_keep_other_keys(name: str) -> None:
    for pair in (DIFFERENT[name], DIFFERENT[name][::-1]):
        a, b = numbered(*pair)
        assert a.ids != b.ids


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("Wait... . . . so.. .", ["Wait", "...", ". . .", "so", ".", ".", "."]),
        ("a--b --- c ---- d", ["a", "--", "b", "---", "c", "-", "-", "-", "-", "d"]),
        ("``x'' '''y''' `z`", ["``", "x", "''", *"'''", "y", *"'''", "`", "z", "`"]),
        ("U.S... 3...5", ["U.S", "...", "3", "...", "5"]),
        ("so\uff0e\uff0e\uff0e so\uff0e", ["so", "\uff0e\uff0e\uff0e", "so", "\uff0e"]),
        ("l`a`b´c 5`d (`e", ["l`a`b´c", "5", "`", "d", "(", "`", "e"]),
        ("H₂SO₄ x¹ 5₂", ["H₂SO₄", "x", "¹", "5", "₂"]),
        ("12\xa0500.75 A12\xa0500 1.12\xa0500", ["12\xa0500.75", "A12", "500", "1.12", "500"]),
        ("ทำ น้ํา \u0e40\u0e40ม่ ทา", ["ทำ", "น้ํา", "\u0e40\u0e40", "ม่", "ท", "า"]),
        ("...\u200b so", [".", ".", ".\u200b", "so"]),
        ("so,, ,,x (,,y", ["so", ",", ",", ",,", "x", "(", ",,", "y"]),
    ],
)
def test_elements(text: str, elements: list[str]) -> None:
    assert numbered(text, "")[0].texts == elements


_ALPHABET = "aBéİı. …-—`'´,“”<>5₂ \xa0\n\u200b\u0301א。「ガｶﾞ৪"


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=24), st.text(alphabet=_ALPHABET, max_size=24))
def test_elements_are_whole_tokens(one: str, other: str) -> None:
    for side in numbered(one, other):
        document = side.document
        starts, ends = document.tokens.starts, document.tokens.ends
        assert len(side.starts) == len(side.ends) == len(side.ids) == len(side.is_word)
        covered = 0
        for n, (start, end) in enumerate(zip(side.starts, side.ends, strict=True)):
            first, last = starts.index(start), ends.index(end)
            assert first == covered
            covered = last + 1
            assert side.texts[n] == document.text[start:end]
            assert side.is_word[n] == any(document.is_word[first:covered])
        assert covered == len(starts)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=12))
def test_a_key_is_its_own_key_and_never_empty(token: str) -> None:
    for turkic in (False, True):
        assert bool(key(token, turkic)) == bool(token)


@pytest.mark.parametrize(("others", "is_usual"), [(9, True), (10, False)])
def test_marks_of_direction_are_usual_where_one_word_in_ten_runs_to_the_left(
    others: int, is_usual: bool
) -> None:
    side, _ = numbered(" ".join(["\u05d3\u200f\u05d2", *["ferry"] * others]), "ferry")
    assert ("\u200f" in side.typography) is is_usual


def test_numbers_run_through_both_documents() -> None:
    a, b = numbered("The mayor left.", "A MAYOR left")
    assert a.ids == [0, 1, 2, 3]
    assert b.ids == [4, 1, 2]
    assert a.names == ["the", "mayor", "left", ".", "a"]
    assert a.names is b.names
    assert a.is_content == [False, True, True, False, False]
    assert a.classes == ["article", None, None, None, "article"]
    assert a.words_in(0, 4) == 3
    assert a.words_in(2, 4) == 1
    assert a.span(1, 3) == Span(4, 14)
    assert [a.at(offset) for offset in (0, 1, 4, 99)] == [0, 1, 1, 4]
    assert a.places_of({"left", "."}) == [2, 3]


def test_capitals_stand_for_the_commonest_accented_word() -> None:
    a, b = numbered("LE PATE", "le pâté, la pâte, la pâte")
    assert a.names[a.ids[1]] == "pâte"
    assert a.ids[1] in b.ids


def test_capitals_stay_where_the_other_text_has_the_plain_word() -> None:
    a, _ = numbered("ESTA", "esta está")
    assert keys_of(a) == ["esta"]


@pytest.mark.parametrize(
    ("words", "turkic"),
    [
        ("İki kayık ve bir gemi", True),
        ("KIYIDAKİ IŞIK", True),
        ("Bu gəmi və o qız", True),
        ("The visit of Erdoğan and his wife is over in the end", False),
        ("o presidente de Erdoğan que da", False),
        ("Six ships sail, Erdoğan watches", False),
        ("da o de", False),
        ("Țara și orașul", False),
        ("the quick brown fox", False),
    ],
)
def test_the_language_of_the_dotless_i(words: str, turkic: bool) -> None:
    assert is_turkic(words.split()) is turkic
    assert numbered(words, "IN")[0].turkic is turkic
    if not turkic:
        assert key("IN") == "in"


def test_what_keys_cover_is_no_look_alike() -> None:
    for reference, candidate, _ in VARIANTS.values():
        sides = numbered(reference, candidate)
        assert unify_look_alikes(sides) == sides
    for pair in (("৪", "8"), ("۱", "l"), ("০ ৭", "O 9"), ("sınır ve bir", "sinir ve bir")):
        sides = numbered(*pair)
        assert [side.ids for side in unify_look_alikes(sides)] == [side.ids for side in sides]
        assert not are_look_alikes(sides, (0, 1), (0, 1))


def test_look_alikes_are_found_among_elements() -> None:
    sides = numbered("The copper wire... broke", "The c\u043epper wire… broke")
    assert sides[0].ids != sides[1].ids
    a, b = unify_look_alikes(sides)
    assert a.ids == b.ids
    assert are_look_alikes(sides, (1, 2), (1, 2))


def test_numbering_can_be_given_up() -> None:
    document = read_text("One… two.")
    with cancellable(lambda: True), pytest.raises(Cancelled):
        number_tokens(document, document)


def test_a_long_run_of_anything_takes_no_longer_than_it_is_long() -> None:
    for sign in (".", ". ", "-", "`", "'", ",,", "a`", "1 000 ", "1\xa0000", "₂", "a₂", "”א", "<"):
        text = read_text(sign * 40_000)
        started = time.process_time()
        number_tokens(text, text)
        assert time.process_time() - started < 5, sign


def test_elements_of_a_long_text_stand_where_they_are_written() -> None:
    chance = random.Random(5)
    words = [chance.choice(["it", "...", "--", "don`t", "“x”", "12\xa0500"]) for _ in range(20_000)]
    side = numbered(" ".join(words), "it")[0]
    assert [side.texts[n] for n in side.places_of({"...", "don`t"})] == [
        word for word in words if word in ("...", "don`t")
    ]
    assert all(side.starts[bisect_left(side.starts, s)] == s for s in side.starts[::97])


def test_digits_newer_than_pythons_tables_stay_as_they_are() -> None:
    """Unicode 16 has digits that ``regex`` knows, and ``unicodedata`` in older Pythons does not."""
    kirat_rai = "\U00016d71\U00016d72"
    assert key(f"x{kirat_rai}") in (f"x{kirat_rai}", "x12")
    assert [c.kind for c in compare(read_text(f"{kirat_rai} cats"), read_text("cats")).changes]


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        # A plain space parts thousands only where the other text has the number in one piece.
        ("It has 10 000 seats, 10000 in all.", "It has 10 000 seats, many in all.", ("10000",)),
        ("A c\u043epper pot and tin.", "A c\u043epper pot and copper.", ("tin",)),
    ],
)
def test_what_is_written_alike_is_no_change_though_only_one_text_has_it_otherwise_too(
    reference: str, candidate: str, expected: tuple[str, ...]
) -> None:
    changes = compare(read_text(reference), read_text(candidate)).changes
    assert tuple(c.reference.of(reference) for c in changes if c.reference) == expected
