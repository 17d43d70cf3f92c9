"""Thesauri in the form of MyThes: read in any encoding, refused or read in part where damaged."""

from __future__ import annotations

import hashlib
import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.compare.modelling.scoring_model import ModelError, Sources, load_model
from gui.compare.modelling.swap_features import SwapScorer
from gui.lexicon.thesaurus import Combined, MyThes, NoThesaurus, Thesaurus, ThesaurusError
from gui.resources import resource_path
from tests.lexicon.word_lists import opened, related

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
