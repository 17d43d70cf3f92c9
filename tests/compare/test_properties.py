"""Whatever two texts are compared, the contract holds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.compare import ChangeKind, Comparison, Options, SectionKind, compare
from gui.documents import read_text
from tests.compare.oracle import check

NOUNS = "harbor ferry council bridge winter orchard captain miller teacher river".split()
VERBS = "left praised closed visited repaired forgot painted crossed sold measured".split()
OTHERS = "kestrel quarry lantern violin glacier saddle thimble walnut parish comet".split()
SMALL = "the a of in and with for to was".split()


def compared(a: str, b: str, options: Options | None = None) -> Comparison:
    return compare(read_text(a), read_text(b), options=options)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    found = draw(st.lists(st.sampled_from(NOUNS + VERBS + SMALL), min_size=1, max_size=14))
    return " ".join(found).capitalize() + draw(st.sampled_from(".!?"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=4), max_size=6))
    ends = draw(st.sampled_from(["\n\n", "\n \n", "\n\n\n"]))
    return ends.join(" ".join(p) for p in paragraphs)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what a scraper made of it: swaps, drops, moves, joins, splits, additions."""
    text = draw(texts())
    chance = random.Random(draw(st.integers(0, 2**32)))
    rate = draw(st.sampled_from([0.0, 0.1, 0.3, 0.6]))
    paragraphs = []
    for paragraph in text.split("\n\n"):
        if chance.random() < 0.15:
            continue
        kept = [w if chance.random() > rate else chance.choice(OTHERS) for w in paragraph.split()]
        if chance.random() < 0.2:
            del kept[: chance.randrange(len(kept) + 1)]
        paragraphs.append(" ".join(kept))
    if chance.random() < 0.3:
        chance.shuffle(paragraphs)
    if chance.random() < 0.3:
        paragraphs.insert(chance.randrange(len(paragraphs) + 1), "Read more here")
    joint = chance.choice(["\n\n", "\n", " "])
    return text, joint.join(paragraphs)


@given(damaged())
def test_a_damaged_copy_keeps_the_contract_and_gives_the_same_again(pair: tuple[str, str]) -> None:
    found = compared(*pair)
    check(found)
    assert compared(*pair) == found


@given(texts(), texts())
def test_any_two_articles_keep_the_contract(a: str, b: str) -> None:
    check(compared(a, b))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_strings_keep_the_contract(a: str, b: str) -> None:
    check(compared(a, b))


LETTERS = st.text(
    alphabet="aеo\u043e\u200b\u0301\u00ad -'\u2019\u201c.\n\u0627\u4e2d1", max_size=40
)


@given(LETTERS, LETTERS)
def test_awkward_letters_keep_the_contract(a: str, b: str) -> None:
    check(compared(a, b))


# Zero-width space, non-joiner and joiner, marks of direction, word joiner, byte-order mark, soft
# hyphen, variation selectors, an invisible operator, Hangul fillers, the Mongolian separator.
INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad\ufe0f\U000e0100\u2063\u115f\u3164\u180e"
)
PIECES = "the harbour said Winter 5,000 don’t … — , “ да שלום سلام 中 😀 👩‍👧 क्ष ก é".split()


@st.composite
def haunted(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, the same or not, with invisible characters put in anywhere."""
    spaces = st.sampled_from([" ", " ", "", "\n", "\n\n"])
    parts = st.lists(st.sampled_from(PIECES) | spaces, max_size=20)
    first = draw(parts)
    found = []
    for text in (first, draw(st.just(first) | parts)):
        letters = list("".join(text))
        for character in draw(st.text(INVISIBLE, max_size=4)):
            letters.insert(draw(st.integers(0, len(letters))), character)
        found.append("".join(letters))
    return found[0], found[1]


@given(haunted())
def test_invisible_characters_anywhere_keep_the_contract(pair: tuple[str, str]) -> None:
    check(compared(*pair))


@given(texts())
def test_identical_texts_have_no_change(text: str) -> None:
    found = compared(text, text)
    assert not found.changes
    assert {s.kind for s in found.sections} <= {SectionKind.PAIRED}
    assert found.similarity.verbatim in (1.0, None)


@given(st.integers(1, 6), st.integers(0, 2**32))
def test_isolated_swaps_are_counted_exactly(swaps: int, seed: int) -> None:
    chance = random.Random(seed)
    kept = [f"{chance.choice(NOUNS)}{n}" for n in range(5 * swaps + 4)]
    made = list(kept)
    for n in range(swaps):
        made[5 * n + 2] = f"{chance.choice(OTHERS)}{n}"
    found = compared(" ".join(kept) + ".", " ".join(made) + ".")
    assert [c.kind for c in found.changes] == [ChangeKind.SUBSTITUTION] * swaps


def test_the_oracle_can_fail() -> None:
    found = compared("A dog ran home today.", "A cat ran home today.")
    check(found)
    broken = Comparison(
        found.reference,
        found.candidate,
        found.options,
        found.sections,
        (),
        (),
        found.similarity,
    )
    with pytest.raises(AssertionError):
        check(broken)


def test_signs_that_are_the_same_as_written_are_no_change() -> None:
    """Two signs are one closing quotation mark in one text, and the same two in the other."""
    comparison = compared("a!''''b", "a!!'' ''b")
    texts = comparison.reference.text, comparison.candidate.text
    assert all(
        change.reference.of(texts[0]) != change.candidate.of(texts[1])
        for change in comparison.changes
        if change.reference and change.candidate
    )


def test_a_full_stop_that_became_an_ellipsis_keeps_the_contract() -> None:
    for pair in (("They left. So", "They left... So"), ("They left. . . So", "They left. So")):
        for reference, candidate in (pair, pair[::-1]):
            found = compare(read_text(reference), read_text(candidate))
            assert [change.kind for change in found.changes] == [ChangeKind.SUBSTITUTION]
            check(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ถึง ทํา 人 แล้ว", "ถึง นํ้า 人 แล้ว"),
        ("ฝน \u0e40\u0e40ม่ ตก", "ฝน \u0e40ม่ ตก"),
        ("ฝน \u0e40\u0e40ม่ ตก", "ฝน แก่ ตก"),
        ("ຝົນ ຫນ້າ ຕົກ", "ຝົນ ຫມາ ຕົກ"),
        ("ទឹក ស\u17d2ត\u17d2រី លិច", "ទឹក ខ\u17d2រី លិច"),
        (
            "the multi-\nservice bar, a, the art",
            "the multiservice, multi-service bar, multi-\nservice",
        ),
    ],
)
def test_what_is_written_in_several_characters_keeps_the_contract(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        check(compare(*map(read_text, pair)))
