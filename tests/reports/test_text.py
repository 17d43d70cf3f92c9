"""The report for a terminal, and the marks that it shares with wdiff."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.reports import to_text
from gui.reports.wording import excerpt
from tests.reports.sample_comparisons import (
    cut,
    every_kind,
    moved_in_a_paragraph,
    of_texts,
    phone_rang,
    split_in_the_candidate,
)

EXAMPLE = """\
reference  a.txt  (6 words, utf-8)
candidate  b.txt  (5 words, utf-8)

Summary
-------
verbatim              36.4 %
with substitutions    54.5 %
reference covered     50.0 %
candidate covered     60.0 %
3 words missing, 2 words added, 1 substitution

Sections missing, added and moved
---------------------------------
missing    2  By A. Author  (3 words)
added      3  Source link  (2 words)

Substitutions
-------------
     1  phone → telephone

The pair: [-missing-] {+added+} [-old-]{+new+}
----------------------------------------------

The [-phone-]{+telephone+} rang.

[-By A. Author-]

{+Source link+}
"""


def marked(reference: str, candidate: str) -> str:
    return to_text(of_texts(reference, candidate)).split("\n----", 1)[1].rpartition("----\n\n")[2]


def unmarked(text: str) -> tuple[str, str]:
    """Return both documents again, white space made single."""
    old = re.sub(r"\{\+.*?\+\}", "", text, flags=re.DOTALL)
    new = re.sub(r"\[-.*?-\]", "", text, flags=re.DOTALL)
    return (
        "".join(re.sub(r"\[-(.*?)-\]", r"\1", old, flags=re.DOTALL).split()),
        "".join(re.sub(r"\{\+(.*?)\+\}", r"\1", new, flags=re.DOTALL).split()),
    )


def test_the_whole_report() -> None:
    assert to_text(phone_rang()) == EXAMPLE


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        ("The big dog barked at us.", "The dog barked at us.", "The [-big-] dog barked at us."),
        ("The dog barked at us.", "The big dog barked at us.", "The {+big+} dog barked at us."),
        ("Now the dog barked at us.", "The dog barked at us.", None),
        ("The dog barked at us now.", "The dog barked at us.", "The dog barked at us [-now-]."),
        ("The dog, barked at us.", "The dog barked at us.", "The dog[-,-] barked at us."),
        ("The same words here.", "The same words here.", "The same words here."),
    ],
)
def test_marks_keep_the_space_between_words(
    reference: str, candidate: str, expected: str | None
) -> None:
    text = marked(reference, candidate).strip()
    if expected is not None:
        assert text == expected
    assert unmarked(text) == ("".join(reference.split()), "".join(candidate.split()))


def test_missing_words_at_the_beginning_do_not_touch_the_next() -> None:
    text = marked("Meanwhile it rained in the old town.", "it rained in the old town.").strip()
    assert text == "[-Meanwhile-] it rained in the old town."


def test_space_that_was_owed_is_paid_once() -> None:
    text = marked("Meanwhile it rained, hard and long.", "it rained; hard and long.").strip()
    assert text == "[-Meanwhile-] it rained[-,-]{+;+} hard and long."


WORDS = st.lists(
    st.sampled_from(["river", "bridge", "stone", "cold", "water", "mill", "ford", "north"]),
    min_size=4,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data())
def test_the_marks_contain_both_documents(words: list[str], data: st.DataObject) -> None:
    other = list(words)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(other) - 1))
        other[at : at + 1] = data.draw(st.sampled_from([[], ["brook"], ["a", "weir"], [other[at]]]))
        if not other:
            other = ["brook"]
    reference, candidate = " ".join(words), " ".join(other)
    assert unmarked(marked(reference, candidate)) == (
        reference.replace(" ", ""),
        candidate.replace(" ", ""),
    )


def test_moved_sections_say_where_they_were() -> None:
    text = to_text(every_kind())
    assert "moved      2  It moved down.  (3 words)" in text
    assert "(section 2 moved: It moved down.)" in text
    assert text.endswith("(section 2 moved here)\nIt moved down.\n")


def test_nothing_in_a_document_drives_the_terminal() -> None:
    text = to_text(of_texts("calm words here", "calm \x1b[2J wo\u202erds here\x07"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "<U+001B>[2J" in text


def test_blank_lines_are_only_between_paragraphs() -> None:
    pair = to_text(moved_in_a_paragraph()).split("---\n")[-1]
    assert pair == (
        "\n(section 2 moved here)\nAnn slept.\nIt rained.\n(section 2 moved: Ann slept.)\n"
        "The boat came in.\n"
    )


def test_paragraphs_are_divided_as_in_the_candidate() -> None:
    split = split_in_the_candidate()
    assert "Ann said that it came\n\ntoo early" in to_text(split)
    parts = tuple(
        ("paired", s.candidate.of(split.candidate.text), s.candidate.of(split.candidate.text))
        for s in split.sections
        if s.candidate is not None
    )
    assert "Ann said that it came\ntoo early" in to_text(
        cut(split.candidate.text, split.reference.text, parts)
    )


def test_an_excerpt_has_60_characters_and_looks_at_eight_times_as_many() -> None:
    assert excerpt("x" * 60) == "x" * 60
    assert excerpt("x" * 61) == "x" * 59 + " \u2026"
    assert excerpt("a" + " " * 478 + "b") == "a b"
    assert excerpt("a" + " " * 479 + "b") == "a \u2026"
