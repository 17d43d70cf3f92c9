"""Marked texts: what they say, what is refused, and the pairs that ship."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from gui.resources import resource_path
from gui.training import marked_pairs
from gui.training.marked_pairs import (
    MarkedPair,
    PairError,
    read_languages,
    read_pair,
    read_pairs,
    strangers,
    unmarked,
    with_foreign_paragraph,
    with_foreign_paragraphs,
)
from tests.training.pairs_for_tests import BAKER, FERRY, assert_consistent, tiny_pairs, write_pair

HEAD = "style: student\nhand: 1\nset: train\n\n"


@pytest.fixture(scope="module")
def shipped() -> list[MarkedPair]:
    return read_pairs(resource_path("model", "pairs"))


def test_the_examples_of_the_docstrings() -> None:
    found = doctest.testmod(marked_pairs)
    assert found.attempted >= 2
    assert not found.failed


def test_a_file_becomes_two_texts_and_marks(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "style: student\nhand: 4\nset: test\n\nA [[b|c\n\nd]]e[[|f]]\n\n[[g|]]h\n", encoding="utf-8"
    )
    pair = read_pair(path)
    assert (pair.name, pair.style, pair.is_test) == ("one", "student", True)
    assert pair.reference == "A be\n\ngh\n"
    assert pair.candidate == "A c\n\ndef\n\nh\n"
    assert pair.marks == ((2, 3, 2, 6), (4, 4, 7, 8), (6, 7, 10, 10))
    assert pair.words == 3
    assert_consistent(pair)


def test_a_text_without_marks_is_in_both_documents() -> None:
    assert unmarked("a | b [c] d") == ("a | b [c] d", "a | b [c] d", ())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "head"),
        ("A text without a head.", "head"),
        ("style: student\nset: train\n\nA text.", "head"),
        ("style: student\nhand: 1\nset: dev\n\nA text.", "train or test"),
        (HEAD + "A [[b|c text.", "line 5"),
        (HEAD + "A b|c]] text.", "line 5"),
        (HEAD + "One.\n\nA [[b]] text.", "line 7"),
        (HEAD + "A [[b]] text [[c|d]].", "line 5"),
        (HEAD + "A [[b|c|d]] text.", "line 5"),
        (HEAD + "A [[b|c [[d|e]] f]] text.", "line 5"),
        (HEAD + "One.\nA [[b|c]] text [[d|e]]]].", "line 6"),
        (HEAD + " \n", "empty"),
        (HEAD + "[[only in the reference|]]", "empty"),
    ],
)
def test_a_bad_file_is_named(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "bad-one.txt").write_text(content, encoding="utf-8")
    with pytest.raises(PairError) as caught:
        read_pairs(tmp_path)
    assert "bad-one.txt" in str(caught.value)
    assert reason in str(caught.value)


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(HEAD.encode() + b"caf\xe9")
    with pytest.raises(PairError, match=r"latin\.txt"):
        read_pairs(tmp_path)


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_a_folder_without_pairs_is_named(folder: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PairError, match=folder):
        read_pairs(tmp_path / folder)


def test_the_shipped_pairs_are_right(shipped: list[MarkedPair]) -> None:
    for pair in shipped:
        assert_consistent(pair)
        assert pair.marks, pair.name
        assert all(m[0] < m[1] or m[2] < m[3] for m in pair.marks), pair.name
    assert sum(pair.words for pair in shipped) >= 12_000
    assert {pair.is_test for pair in shipped} == {False, True}
    styles = [{p.style for p in shipped if p.is_test is which} for which in (False, True)]
    assert styles[0] == styles[1]  # nothing is measured that was not trained, and all of it is


def test_the_shipped_pairs_in_other_languages_are_right() -> None:
    shipped = read_languages(resource_path("model", "pairs"))
    for pair in shipped:
        assert_consistent(pair)
        assert all(m[0] < m[1] or m[2] < m[3] for m in pair.marks), pair.name
    learned, tried = (
        {p.style for p in shipped if p.is_test is is_test} for is_test in (False, True)
    )
    assert len(learned) == 10
    assert tried - learned == {"Czech"}  # a language that nothing was learned from
    assert learned < tried


def test_strangers_have_nothing_in_common(shipped: list[MarkedPair]) -> None:
    found = strangers(shipped, 20)
    assert len(found) == 20
    assert found == strangers(shipped, 20)
    for pair in found:
        assert_consistent(pair)
        assert not pair.is_test
        assert [(m[0] < m[1], m[2] < m[3]) for m in pair.marks] == [(True, False), (False, True)]
        homes = [p.name for p in shipped if pair.reference in p.reference]
        assert not [p for p in shipped if p.name in homes and pair.candidate in p.candidate]


def test_a_foreign_paragraph_replaces_one(shipped: list[MarkedPair]) -> None:
    found = list(with_foreign_paragraphs(shipped))
    assert len(found) > len(shipped) / 8
    assert found == list(with_foreign_paragraphs(shipped))
    own = {pair.name: pair for pair in shipped}
    for pair in found:
        assert_consistent(pair)
        home = own[pair.name.removesuffix("-foreign")]
        assert pair.reference == home.reference
        (new,) = set(pair.candidate.split("\n\n")) - set(home.candidate.split("\n\n"))
        others = [p for x in shipped if x is not home for p in x.candidate.split("\n\n")]
        assert any(len(p) > 100 and p.strip() in new for p in others)


def test_marks_after_a_foreign_paragraph_move_with_their_words(tmp_path: Path) -> None:
    ferry, baker = tiny_pairs(tmp_path)
    mixed = with_foreign_paragraph(ferry, baker, 1)
    assert mixed is not None
    assert_consistent(mixed)
    swaps = [(mixed.reference[m[0] : m[1]], mixed.candidate[m[2] : m[3]]) for m in mixed.marks]
    assert ("company", "firm") in swaps
    assert ("said", "stated") not in swaps
    assert ("large", "big") in swaps


def test_a_mark_over_the_edge_of_a_paragraph_keeps_it(tmp_path: Path) -> None:
    joined = FERRY.replace("harbour, and", "harbour[[,|]] and").replace(
        "October.\n\nA", "October[[.\n\nA|, and a]]"
    )
    pair = read_pair(write_pair(tmp_path, "joined", joined))
    other = read_pair(write_pair(tmp_path, "baker", BAKER))
    assert with_foreign_paragraph(pair, other, 1) is None


def test_nothing_is_mixed_from_short_texts(tmp_path: Path) -> None:
    short = [read_pair(write_pair(tmp_path, name, "Two [[words|terms]].")) for name in "ab"]
    assert strangers(short, 3) == []
    assert list(with_foreign_paragraphs(short)) == []
