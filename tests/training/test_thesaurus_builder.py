"""The builder of the thesaurus file: the same bytes for the same list, and no more than needed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from gui.lexicon.thesaurus import FAR, HEADER, MOST_HEADS, ThesaurusError
from gui.training.thesaurus_builder import build, main
from tests.lexicon.word_lists import made_up


def test_the_file_has_no_room_for_phrases_nobody_asks_about() -> None:
    phrases = ",one of too many words,rare"
    assert build([f"a{phrases}", "b,one of too many words"]) == build(["a", "b"])


def test_heads_of_the_same_lists_have_names_near_each_other() -> None:
    """So nearly all distances take one byte, though in the word list the heads are far apart."""
    groups, size = 2 * FAR, 10
    names = [f"{n:04}" for n in range(groups * size)]
    data = build(",".join([name, *names[n % groups :: groups]]) for n, name in enumerate(names))
    links = len(names) * (size - 1)
    assert HEADER.unpack(data[: HEADER.size])[-1] < 1.2 * links


def test_the_same_list_gives_the_same_bytes(tmp_path: Path) -> None:
    words = made_up(200, seed=1)
    source = tmp_path / "words.txt"
    source.write_text(words, encoding="utf-8", newline="\r\n")
    assert main([str(source), "-o", str(tmp_path / "built")]) == 0
    assert (tmp_path / "built").read_bytes() == build(words.splitlines())
    shuffled = words.splitlines()
    random.Random(2).shuffle(shuffled)
    assert build(shuffled) == build(words.splitlines())


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path / "none.txt"), "-o", str(tmp_path / "built")])
    assert "none.txt" in capsys.readouterr().err
    assert not (tmp_path / "built").exists()


def test_more_heads_than_two_bytes_can_name_are_refused() -> None:
    with pytest.raises(ThesaurusError, match="heads"):
        build(str(n) for n in range(MOST_HEADS + 1))
