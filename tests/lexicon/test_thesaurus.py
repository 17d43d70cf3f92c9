"""Which phrases may stand for each other: the shipped file, made-up ones, and damaged ones."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gui.lexicon.grammar import irregular_forms, phrase_forms, word_forms
from gui.lexicon.thesaurus import FAR, HEADER, MAGIC, VERSION, Thesaurus, ThesaurusError
from gui.messages.about_model import AboutModel
from gui.resources import resource_path
from gui.training.thesaurus_builder import build
from tests.lexicon.word_lists import WORDS, made_up, opened, related


@pytest.fixture(scope="module")
def moby() -> Thesaurus:
    return Thesaurus.open(resource_path("model", "moby.thesaurus"))


def linked(words: str) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the phrases and the links of a word list, found the simple way."""
    heads = {line.split(",")[0] for line in words.splitlines()}
    links = set()
    for line in words.splitlines():
        head, *rest = line.split(",")
        links |= {(head, x) for x in rest} | {(x, head) for x in rest}
    entries = Counter(p for _, p in links)
    rare = {p for p in entries if p not in heads and entries[p] < 2}
    links = {(p, q) for p, q in links if p != q and not {p, q} & rare}
    return heads | {p for p, _ in links}, links


@pytest.mark.parametrize("heads", [3, 40, 600])
def test_what_goes_into_the_file_comes_out(tmp_path: Path, heads: int) -> None:
    words = made_up(heads, seed=heads)
    thesaurus = opened(tmp_path / "made-up", words)
    known, links = linked(words)
    names = [str(10_000 + n) for n in range(2 * heads)]
    assert {name for name in names if thesaurus.keys(name)} == known
    asked = names[: min(90, heads)] + names[-90:]
    for a in asked:
        found = {b for b in asked if related(thesaurus, a, b)}
        assert found == {b for b in asked if (a, b) in links or (a == b and a in known)}


def test_distances_of_both_sizes_are_read(tmp_path: Path) -> None:
    """A phrase that stands with every head, and one that stands with two far from each other."""
    names = [str(10_000 + n) for n in range(1000)]
    words = [f"{name},all" + ",few" * (name in (names[0], names[-1])) for name in names]
    thesaurus = opened(tmp_path / "far", "\n".join(words))
    assert len(names) > 2 * FAR
    assert all(related(thesaurus, "all", name) for name in names)
    assert [name for name in names if related(thesaurus, "few", name)] == [names[0], names[-1]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("walk", "stroll"),
        ("stroll", "walk"),
        ("walk", "march"),
        ("walk", "saunter along"),
        ("walked", "strolling"),
        ("bodies", "corpses"),
        ("body's", "corpse"),
        ("gave up", "surrendered"),
        ("giving up", "yields"),
        ("better", "finest"),
        ("ran", "dashed"),
        ("sprinting", "running"),
        ("decently", "good"),
        ("walked", "walking"),
    ],
)
def test_related(small: Thesaurus, a: str, b: str) -> None:
    assert related(small, a, b)
    assert related(small, b, a)
    assert small.keys(a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("walk", "corpse"),
        ("stroll", "march"),  # both stand for "walk", which does not make them stand for each other
        ("ferry", "walk"),
        ("ferry", "ferry"),
        ("give", "surrender"),
        ("up", "give up"),
        ("", "walk"),
        ("harbour", "haven of many long words"),
        ("\ud800", "walk"),
        ("x" * 100_000, "walk"),
    ],
)
def test_not_related(small: Thesaurus, a: str, b: str) -> None:
    assert not related(small, a, b)
    assert not related(small, b, a)


def test_a_thesaurus_has_as_many_heads_as_two_bytes_tell_apart(tmp_path: Path) -> None:
    path = tmp_path / "many.thesaurus"
    for heads, are_too_many in ((32_768, False), (32_769, True)):
        path.write_bytes(HEADER.pack(MAGIC, VERSION, heads, heads, 0))
        with pytest.raises(ThesaurusError) as caught:  # it ends behind its header, at least
            Thesaurus.open(path)
        assert (caught.value.clause.code is AboutModel.TOO_MANY_HEADS) is are_too_many


def test_unlisted_long_and_rare_phrases_are_not_known(tmp_path: Path) -> None:
    phrases = "out of the way,far out of the way"
    thesaurus = opened(tmp_path / "words", f"{WORDS}distant,{phrases}\nremote,{phrases}")
    assert thesaurus.keys("haven")
    assert thesaurus.keys("out of the way")
    assert not thesaurus.keys("far out of the way")
    assert not thesaurus.keys("haven of many long words")
    assert not thesaurus.keys("only here")
    assert not thesaurus.keys("")


GOOD = build(WORDS.splitlines())


def header(version: int = VERSION, heads: int = 0, phrases: int = 0, packed: int = 0) -> bytes:
    return HEADER.pack(MAGIC, version, heads, phrases, packed)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be opened"),
        (b"CDTH", "is not a thesaurus"),
        (b"PK\x03\x04" + bytes(100), "is not a thesaurus"),
        (GOOD[: HEADER.size - 1], "is not a thesaurus"),
        (GOOD[:-1], "size is wrong"),
        (GOOD[: HEADER.size], "size is wrong"),
        (GOOD + b"\0", "size is wrong"),
        (header(version=VERSION + 1), f"version {VERSION + 1}"),
        (header(heads=2, phrases=1) + bytes(16), "more heads than phrases"),
        (header(phrases=0xFFFFFFFF, packed=0xFFFFFFFF), "size is wrong"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "odd.thesaurus"
    path.write_bytes(data)
    with pytest.raises(ThesaurusError, match=said) as caught:
        Thesaurus.open(path)
    assert "odd.thesaurus" in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThesaurusError, match="nowhere"):
        Thesaurus.open(tmp_path / "nowhere")
    with pytest.raises(ThesaurusError, match="cannot be opened"):
        Thesaurus.open(tmp_path)


def test_an_empty_list_makes_a_thesaurus_that_knows_nothing(tmp_path: Path) -> None:
    thesaurus = opened(tmp_path / "empty", "")
    assert not thesaurus.keys("walk")
    assert not related(thesaurus, "walk", "stroll")


def test_damage_inside_the_file_raises_nothing() -> None:
    words = made_up(40, seed=5)
    good = build(words.splitlines())
    names = sorted({name for line in words.splitlines() for name in line.split(",")})
    chance = random.Random(6)
    for _ in range(40):
        data = bytearray(good)
        for _ in range(20):
            data[chance.randrange(HEADER.size, len(data))] = chance.randrange(256)
        thesaurus = Thesaurus("damaged", memoryview(bytes(data)))
        for _ in range(50):
            a, b = chance.sample(names, 2)
            related(thesaurus, a, b)


def test_threads_may_share_it(small: Thesaurus) -> None:
    pairs = [("walked", "strolled"), ("bodies", "corpses"), ("walk", "corpse")] * 200
    with ThreadPoolExecutor(8) as pool:
        assert (
            list(pool.map(lambda pair: related(small, *pair), pairs)) == [True, True, False] * 200
        )


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("walked", "walk"),
        ("used", "use"),
        ("stopped", "stop"),
        ("carried", "carry"),
        ("agreed", "agree"),
        ("dying", "die"),
        ("making", "make"),
        ("bodies", "body"),
        ("boxes", "box"),
        ("houses", "house"),
        ("ties", "tie"),
        ("happier", "happy"),
        ("largest", "large"),
        ("bigger", "big"),
        ("happily", "happy"),
        ("possibly", "possible"),
        ("historically", "historic"),
        ("went", "go"),
        ("women's", "woman"),
        ("lives", "life"),
        ("lay", "lie"),
        ("left", "leave"),
        ("countries'", "country"),
    ],
)
def test_the_plain_form_of_a_word_is_proposed(word: str, plain: str) -> None:
    assert plain in word_forms(word)
    assert word_forms(word)[0] == word


@pytest.mark.parametrize("word", ["glass", "bus", "this", "crisis", "bed", "seed", "king", "her"])
def test_what_only_looks_inflected_is_left_alone(word: str) -> None:
    assert word_forms(word) == (word,)


def test_first_and_last_words_of_a_phrase_are_inflected() -> None:
    assert "bring to light" in phrase_forms("brought to light")
    assert "run out of step" in phrase_forms("ran out of steps")
    assert len(set(phrase_forms("ran out of steps"))) == len(phrase_forms("ran out of steps"))


def test_irregular_forms_are_written_once() -> None:
    assert all(len(set(plain)) == len(plain) for plain in irregular_forms().values())
    assert all(form not in plain for form, plain in irregular_forms().items())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("vision", "imagination"),
        ("purchased", "bought"),
        ("countries", "nations"),
        ("larger", "bigger"),
        ("began", "commenced"),
        ("thought of", "considered"),
        ("investigating", "looks into"),
    ],
)
def test_the_shipped_thesaurus_knows_english(moby: Thesaurus, a: str, b: str) -> None:
    assert related(moby, a, b)
    assert moby.keys(a)


@pytest.mark.parametrize(
    ("a", "b"), [("vision", "potato"), ("monday", "river"), ("seed", "see"), ("xqzzy", "vision")]
)
def test_the_shipped_thesaurus_relates_not_everything(moby: Thesaurus, a: str, b: str) -> None:
    assert not related(moby, a, b)


def test_the_shipped_thesaurus_stays_small() -> None:
    assert resource_path("model", "moby.thesaurus").stat().st_size < 5_000_000
