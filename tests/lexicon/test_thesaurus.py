"""Which phrases may stand for each other: the shipped file, made-up ones, and damaged ones."""

from __future__ import annotations

import hashlib
import random
import re
import tracemalloc
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gui.compare.scoring_model import ModelError, Sources, load_model
from gui.compare.swap_features import SwapScorer
from gui.lexicon.grammar import irregular_forms, phrase_forms, word_forms
from gui.lexicon.thesaurus import (
    FAR,
    HEADER,
    MAGIC,
    VERSION,
    Combined,
    MyThes,
    NoThesaurus,
    Thesaurus,
    ThesaurusError,
)
from gui.messages.about_model import AboutModel
from gui.resources import resource_path
from gui.training.thesaurus_builder import build
from tests.lexicon.word_lists import made_up, related

WORDS = """\
walk,stroll,March,saunter along
body,corpse,stiff
corpse,body,remains,stiff
give up,surrender,yield,quit
good,fine,decent
run,sprint,dash
harbour,Port,haven of many long words,haven
port,harbour,haven,only here
"""


def opened(path: Path, words: str) -> Thesaurus:
    path.write_bytes(build(words.splitlines()))
    return Thesaurus.open(path)


@pytest.fixture
def small(tmp_path: Path) -> Thesaurus:
    # Every phrase is a head, too, so that none counts as rare.
    return opened(tmp_path / "small", WORDS + WORDS.replace(",", "\n"))


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


ENTRIES = [
    "imagination|2\n(noun)|imaginativeness|Vision|creativity (generic term)\n(noun)|fancy",
    "light|1\n(adj)|bright|heavy (antonym)",
    "na\u00efve|1\n(adj)|simple|unsophisticated (similar term)",
    "walk|1\n(verb)|stroll|go (generic term)|go for a walk",
]


def write_mythes(folder: Path, encoding: str = "UTF-8", newline: bytes = b"\n") -> Path:
    codec = encoding.removeprefix("microsoft-")
    data = encoding.encode() + newline
    index = encoding.encode() + newline + str(len(ENTRIES)).encode() + newline
    for entry in ENTRIES:
        index += entry.split("|")[0].encode(codec) + b"|%d" % len(data) + newline
        data += entry.encode(codec).replace(b"\n", newline) + newline
    (folder / "th_xx.idx").write_bytes(index)
    (folder / "th_xx.dat").write_bytes(data)
    return folder / "th_xx.idx"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("encoding", ["UTF-8", "ISO8859-1", "microsoft-cp1252"])
def test_mythes(tmp_path: Path, encoding: str, newline: bytes) -> None:
    mythes = MyThes.open(write_mythes(tmp_path, encoding, newline))
    assert related(mythes, "imagination", "vision")
    assert related(mythes, "imaginations", "vision")
    assert related(mythes, "imagination", "creativity")
    assert related(mythes, "simple", "na\u00efve")
    assert related(mythes, "na\u00efve", "unsophisticated")
    assert related(mythes, "walk", "go for a walk")
    assert related(mythes, "walked", "walking")
    assert not related(mythes, "light", "heavy")
    assert not related(mythes, "imagination", "walk")
    assert not related(mythes, "vision", "fancy")
    # A plain form without an entry would make relatives of all words that might come from it.
    assert not related(mythes, "visions", "imagination")
    assert not related(mythes, "zorbs", "zorbed")
    assert mythes.synonyms("walks")
    assert not mythes.synonyms("ferry")
    assert not mythes.synonyms("\u6f22\u5b57")


def test_a_mythes_has_500_meanings_of_a_word_at_most(tmp_path: Path) -> None:
    meanings = "".join(f"(noun)|m{n}\n" for n in range(1, 502))
    (tmp_path / "x.dat").write_text(f"UTF-8\nset|501\n{meanings}")
    (tmp_path / "x.idx").write_text("UTF-8\n1\nset|6\n")
    found = MyThes.open(tmp_path / "x.idx").synonyms("set")
    assert "m500" in found
    assert "m501" not in found


def test_an_offset_of_a_mythes_has_18_digits_at_most(tmp_path: Path) -> None:
    (tmp_path / "x.dat").write_text("UTF-8\nbig|1\n(adj)|large\nold|1\n(adj)|aged\n")
    for digits, is_read in ((18, True), (19, False)):
        (tmp_path / "x.idx").write_text(f"UTF-8\n2\nbig|6\nold|{24:0{digits}}\n")
        assert ("aged" in MyThes.open(tmp_path / "x.idx").synonyms("old")) is is_read


def test_a_line_of_a_mythes_is_read_up_to_a_mebibyte(tmp_path: Path) -> None:
    (tmp_path / "x.idx").write_text("UTF-8\n1\nbig|6\n")
    for length, last in ((1_048_576, "large"), (1_048_577, "larg")):
        line = "(adj)|".ljust(length - len("|large"), "x") + "|large"
        (tmp_path / "x.dat").write_text(f"UTF-8\nbig|1\n{line}\n")
        assert last in MyThes.open(tmp_path / "x.idx").synonyms("big")


def test_the_aligner_may_ask_a_mythes_beside_another(small: Thesaurus, tmp_path: Path) -> None:
    names = ["imagination", "vision", "corpse", "body"]
    both = Combined(small, MyThes.open(write_mythes(tmp_path)))
    scorer = SwapScorer(names, [None] * 4, both)
    assert scorer.related(0, 1)
    assert scorer.related(2, 3)
    assert not scorer.related(0, 3)


def test_a_large_file_without_lines_is_not_taken_for_one_line(tmp_path: Path) -> None:
    path = write_mythes(tmp_path)
    with path.open("wb") as file:
        file.truncate(1 << 26)
    tracemalloc.start()
    with pytest.raises(ThesaurusError, match="no encoding"):
        MyThes.open(path)
    assert tracemalloc.get_traced_memory()[1] < 1 << 24
    tracemalloc.stop()


def test_a_model_asks_the_thesauri_given(tmp_path: Path) -> None:
    path = write_mythes(tmp_path)
    own = load_model().sources.thesauri
    assert [source.name for source in own] == ["moby"]
    digest = hashlib.sha256(resource_path("model", "moby.thesaurus").read_bytes()).hexdigest()
    assert own[0].sha256 == digest
    model = load_model(thesauri=[path])
    assert related(model.thesaurus, "imagination", "imaginativeness")
    assert related(model.thesaurus, "corpse", "body")
    assert model.sources.thesauri[:-1] == own
    assert model.sources.thesauri[-1] == (
        "th_xx.idx",
        *(
            hashlib.sha256(path.with_suffix(end).read_bytes()).hexdigest()
            for end in (".idx", ".dat")
        ),
    )
    alone = load_model(shipped=False, thesauri=[path])
    assert related(alone.thesaurus, "imagination", "fancy")
    assert not related(alone.thesaurus, "corpse", "body")
    none = load_model(shipped=False)
    assert not none.thesaurus.keys("corpse")
    assert none.sources == Sources(weights=load_model().sources.weights)


@pytest.mark.parametrize("name", ["gone.idx", "folder.idx", "th_xx.dat", "", "alone.idx", "x.idx"])
def test_a_model_says_which_thesaurus_it_cannot_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    index = write_mythes(tmp_path)
    (tmp_path / "folder.idx").mkdir()
    (tmp_path / "alone.idx").write_bytes(index.read_bytes())
    for end in (".idx", ".dat"):
        (tmp_path / f"x{end}").write_bytes(bytes(range(256)) * 100)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=r"give .* \.dat file beside it\.$") as caught:
        load_model(thesauri=[name])
    assert "\n" not in str(caught.value)
    assert name.removesuffix(".idx") in str(caught.value)


@pytest.mark.parametrize(
    ("end", "change", "said"),
    [
        (".idx", lambda data: b"", "cannot be opened"),
        (".dat", lambda data: b"", "cannot be opened"),
        (".idx", lambda data: data.replace(b"UTF-8", b"UTF-0"), "no encoding"),
        (".idx", lambda data: data.replace(b"UTF-8", b"\xff\x00"), "no encoding"),
        (".idx", lambda data: data.replace(b"UTF-8", b"hex"), "no encoding"),
        (".idx", lambda data: b"UTF-8\nfour\n", "first lines"),
        (".idx", lambda data: b"UTF-8", "first lines"),
        (".dat", lambda data: b"ISO8859-1" + data[5:], "first lines"),
        (".idx", lambda data: data.replace(b"imagination|6", b"imagination|9"), "do not agree"),
        (".idx", lambda data: data.replace(b"imagination|6", b"imagination"), "do not agree"),
        (".dat", lambda data: data[:6], "do not agree"),
        (".idx", lambda data: b"UTF-8\n" + b"4" * 5000, "first lines"),
    ],
)
def test_a_malformed_mythes_is_refused(
    tmp_path: Path, end: str, change: Callable[[bytes], bytes], said: str
) -> None:
    path = write_mythes(tmp_path)
    broken = path.with_suffix(end)
    broken.write_bytes(change(broken.read_bytes()))
    with pytest.raises(ThesaurusError, match=said):
        MyThes.open(path)


def test_half_a_mythes_is_refused(tmp_path: Path) -> None:
    path = write_mythes(tmp_path)
    path.with_suffix(".dat").unlink()
    with pytest.raises(ThesaurusError, match=r"th_xx\.dat"):
        MyThes.open(path)


@pytest.mark.parametrize(
    ("end", "entry"),
    [
        (".idx", b"walk|x1"),
        (".idx", b"walk|6"),  # where another entry stands
        (".idx", b"walk|" + b"9" * 5000),
        (".dat", b"walk|x1"),
        (".dat", b"stroll|1"),
    ],
)
def test_damage_inside_a_mythes_loses_entries_only(tmp_path: Path, end: str, entry: bytes) -> None:
    path = write_mythes(tmp_path)
    broken = path.with_suffix(end)
    broken.write_bytes(re.sub(rb"walk\|\d+", entry, broken.read_bytes()))
    mythes = MyThes.open(path)
    assert not mythes.synonyms("walk")
    assert not related(mythes, "walk", "stroll")
    assert related(mythes, "imagination", "vision")


def test_a_mythes_that_breaks_off_is_read_to_its_end(tmp_path: Path) -> None:
    path = write_mythes(tmp_path)
    data = path.with_suffix(".dat").read_bytes()
    whole, _, _ = data.replace(b"walk|1", b"walk|9999999").partition(b"|go (generic")
    path.with_suffix(".dat").write_bytes(whole)
    mythes = MyThes.open(path)
    assert related(mythes, "walk", "stroll")
    assert not related(mythes, "walk", "go")


def test_one_of_several_thesauri_suffices(small: Thesaurus, tmp_path: Path) -> None:
    other = opened(tmp_path / "other", "imagination,vision\nvision,imagination\nstiff,vision")
    both = Combined(NoThesaurus(), small, other, MyThes.open(write_mythes(tmp_path)))
    assert related(both, "simple", "na\u00efve")
    assert related(both, "walked", "stroll")
    assert related(both, "visions", "imagination")
    assert not related(both, "walk", "vision")
    assert not related(both, "corpse", "vision")  # what two of them say does not add up
    for none in (NoThesaurus(), Combined()):
        assert not related(none, "walk", "walk")


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
