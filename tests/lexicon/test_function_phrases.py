"""Function words and the phrases that stand for them."""

from __future__ import annotations

import pytest

from gui.lexicon.function_phrases import groups_of, longest_phrase, phrase_groups
from gui.lexicon.grammar import function_words
from gui.lexicon.thesaurus import MOST_WORDS


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("during", "in the course of"),
        ("because", "due to the fact that"),
        ("must", "was required to"),
        ("often", "more often than not"),
        ("on a daily basis", "every day"),
    ],
)
def test_phrases_of_one_group_mean_the_same(phrase: str, other: str) -> None:
    assert not groups_of(phrase).isdisjoint(groups_of(other))


@pytest.mark.parametrize(("phrase", "other"), [("during", "because"), ("harbour", "port")])
def test_other_phrases_do_not(phrase: str, other: str) -> None:
    assert groups_of(phrase).isdisjoint(groups_of(other))


def test_each_group_has_several_phrases_once_as_keys_are_written() -> None:
    for group in phrase_groups():
        assert len(group) > 1
        assert len(set(group)) == len(group), group
        for phrase in group:
            assert phrase == " ".join(phrase.lower().split())
            assert all(word.replace("'", "").isalnum() for word in phrase.split()), phrase


def test_the_table_has_what_a_thesaurus_leaves_out() -> None:
    phrases = {phrase for group in phrase_groups() for phrase in group}
    assert longest_phrase() > MOST_WORDS
    longer = [phrase for phrase in phrases if " " in phrase]
    known = [phrase for phrase in longer if not function_words().isdisjoint(phrase.split())]
    assert len(known) > 0.9 * len(longer)
