"""Words and signs of a text: examples of the standard's rules, and another implementation."""

from __future__ import annotations

import pickle
from array import array
from itertools import pairwise
from typing import Any

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gui.documents import Document, Span, document, read_text
from gui.documents.document import Spans
from gui.documents.text.word_boundaries import find_tokens

_LOST_SPACE = regex.compile(r"\p{Ll}\.\p{Lu}")
_BOUNDARY = regex.compile(r"(?V1w)\b")


def tokens_of(text: str) -> list[str]:
    return [span.of(text) for span in find_tokens(text)[0]]


def words_of(text: str) -> list[str]:
    spans, is_word = find_tokens(text)
    return [span.of(text) for span, word in zip(spans, is_word, strict=True) if word]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It’s 3.5%, isn't it?", ["It’s", "3.5", "%", ",", "isn't", "it", "?"]),
        ("www.example.org: a:b 10:30", ["www.example.org", ":", "a:b", "10", ":", "30"]),
        ("snake_case __init__ ___", ["snake_case", "__init__", "___"]),
        ("A1 1A 5,000.75 5,a a,5", ["A1", "1A", "5,000.75", "5", ",", "a", "a", ",", "5"]),
        ("‘all’ 'all' (’all) l’ami", "‘ all ’ ' all ' ( ’ all ) l’ami".split()),
        ("cafe\u0301.com na\u00efve", ["cafe\u0301.com", "na\u00efve"]),
        ("a \u0301b \u0301", ["a", "\u0301", "b", "\u0301"]),
        ("!\u0301!\u0301 (\u0308", ["!\u0301", "!\u0301", "(\u0308"]),
        ("5\u202f000\u202f! « mot\u202f»", ["5\u202f000", "!", "«", "mot", "»"]),
        ("漢字かな カタカナー ｶﾞ", ["漢", "字", "か", "な", "カタカナー", "ｶﾞ"]),
        ("カa カ_a 中a", ["カ", "a", "カ_a", "中", "a"]),
        ("한국어 ½ 5º ²", ["한국어", "½", "5º", "²"]),
        ("ประเทศ", ["ป", "ร", "ะ", "เ", "ท", "ศ"]),
        ("कि हिन्दी", ["कि", "हिन्दी"]),
        ('צה"ל ג\' "שלום" ג\'5', ['צה"ל', "ג'", '"', "שלום", '"', "ג'", "5"]),
        ("🇩🇪🇫🇷🇩 👩🏽\u200d🚀! ❤\ufe0f", ["🇩🇪", "🇫🇷", "🇩", "👩🏽\u200d🚀", "!", "❤\ufe0f"]),
        ("\u0644\u0627. ٣٫٥", ["\u0644\u0627", ".", "٣٫٥"]),
        ("a\n\r\n\x1c b\u2028c\xa0d", ["a", "b", "c", "d"]),
        ("\ud800a \ud800", ["\ud800", "a", "\ud800"]),
        ("", []),
    ],
)
def test_tokens_are_those_of_the_standard(text: str, tokens: list[str]) -> None:
    assert tokens_of(text) == tokens


def test_words_are_the_tokens_with_a_letter_or_digit() -> None:
    assert words_of("_a __ 5 – ½ 中 カ “ ♥ \u0301 ˂ Ⓐ á\u0301.") == [
        "_a",
        "5",
        "½",
        "中",
        "カ",
        "á\u0301",
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("tele\u200bphone", ["tele\u200bphone"]),  # hidden inside a word
        ("bell\u200b rang", ["bell\u200b", "rang"]),  # behind one
        ("\u200bbell a \u200b b", ["\u200bbell", "a", "\u200b", "b"]),  # before one, by itself
        ("a \u200d\u200bbell \u00ad\u201c", ["a", "\u200d\u200bbell", "\u00ad\u201c"]),
        ("\ufeff\n\u200b\u2060", ["\ufeff", "\u200b\u2060"]),
        ("one.\u200bTwo", ["one", ".\u200b", "Two"]),
        ("soft\u00adhyphen x\u2060y", ["soft\u00adhyphen", "x\u2060y"]),
        ("ไทย\u200bไทย", ["ไ", "ท", "ย", "ไ", "ท", "ย"]),  # there it parts words
        ("bell\u200bไ \u200bท\u200b\u200b bell", ["bell", "ไ", "ท", "bell"]),
        ("中\u200b国a\u200b人", ["中", "\u200b国", "a", "\u200b人"]),  # which are words alone
        ("e\u200b\u0301t ก\u200b\u0e49ก", ["e\u200b\u0301t", "ก\u200b\u0e49", "ก"]),
        ("ไ\u2060ท \u200d ย", ["ไ\u2060", "ท", "\u200d", "ย"]),  # nothing else does
    ],
)
def test_invisible_characters_belong_to_the_word_they_are_in(text: str, tokens: list[str]) -> None:
    assert tokens_of(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("begins.Residents", ["begins", ".", "Residents"]),
        ("one.Two ends.Three", ["one", ".", "Two", "ends", ".", "Three"]),
        ("A_ begins.Residents", ["A_", "begins", ".", "Residents"]),
        ("été.Élise", ["été", ".", "Élise"]),
        ("e\u0301te\u0301.E\u0301lise", ["e\u0301te\u0301", ".", "E\u0301lise"]),
        ("начался.Жители", ["начался", ".", "Жители"]),
        ("U.S e.g Ph.D ASP.Net", ["U.S", "e.g", "Ph.D", "ASP.Net"]),
        ("www.example.org", ["www.example.org"]),
        ("Polygraph.info Node.js 3.5", ["Polygraph.info", "Node.js", "3.5"]),
        ("x.Net begins.A begins.ABC", ["x.Net", "begins", ".", "A", "begins.ABC"]),
        ("begins.A 5 pl.A man", ["begins.A", "5", "pl.A", "man"]),
        ("hier.L’été today.I'm", ["hier", ".", "L’été", "today", ".", "I'm"]),
        ("ίδιος.Η δήμαρχος", ["ίδιος", ".", "Η", "δήμαρχος"]),
        ("فقط.جمعت عريضة", ["فقط", ".", "جمعت", "عريضة"]),
        ("לכן.עצומה ד.נ", ["לכן", ".", "עצומה", "ד.נ"]),
        ("되었다.계획에", ["되었다", ".", "계획에"]),
        ("begins:Residents", ["begins:Residents"]),
    ],
)
def test_a_lost_space_between_sentences_parts_words(text: str, tokens: list[str]) -> None:
    assert tokens_of(text) == tokens
    assert words_of(text) == [token for token in tokens if token != "."]


# What the library does otherwise than the standard is left out: apostrophes before vowels, marks
# beside what may stand inside a word, single halves of flags.
_ALPHABET = 'tzTZßñжΩ054٣_.,:;·!?-“” \n\xa0\u202f中あカーᄀ가ขﾊאש"½²😀👩…—\x00'


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=20))
def test_another_implementation_finds_the_same_boundaries(text: str) -> None:
    cuts = [match.start() for match in _BOUNDARY.finditer(text)]
    assume(not _LOST_SPACE.search(text))
    segments = [text[start:end].strip() for start, end in pairwise(cuts)]
    assert tokens_of(text) == [segment for segment in segments if segment]


_PLAIN = "abé©жλ05٣.,:;'’·!?-“\"” \n\xa0中あ½²…—€\u0301"


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=_PLAIN, max_size=24))
def test_the_shortcut_for_plain_texts_finds_the_same_tokens(text: str) -> None:
    spans, is_word = find_tokens(text)
    longer = find_tokens(f"{text} _")  # "_" needs all rules
    assert (tuple(longer[0]), longer[1]) == (
        (*spans, Span(len(text) + 1, len(text) + 2)),
        is_word + b"\0",
    )


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab5é\u0301_.,'’: \nカ中א\"\u200b\u200d😀🇩\ud800\ufeff", max_size=20))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    spans, is_word = find_tokens(text)
    covered = {at for span in spans for at in range(*span)}
    assert len(spans) == len(is_word)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(at in covered or c.isspace() for at, c in enumerate(text))
    assert not any(text[s].isspace() or text[e - 1].isspace() for s, e in spans)


def test_a_long_run_of_anything_takes_linear_time() -> None:
    for sign in (
        "a",
        "_",
        "5,",
        "a.",
        "\u0301",
        "a\u0301",
        "\u200b",
        "\u200d",
        "🇩",
        "א'",
        "カ",
        "_a",
        "\u202f",
    ):
        spans, is_word = find_tokens(sign * 100_000)
        assert len(spans) == len(is_word)


def test_spans_are_a_sequence_of_spans() -> None:
    spans = read_text("One two, three").tokens
    assert isinstance(spans, Spans)
    assert spans[1] == Span(4, 7)
    assert isinstance(spans[1], Span)
    assert [type(span) for span in spans[1:3]] == [Span, Span]
    assert spans[-1:] == (Span(9, 14),)
    assert spans == (Span(0, 3), Span(4, 7), Span(7, 8), Span(9, 14))
    assert spans != (Span(0, 3),)
    assert hash(spans) == hash(tuple(spans))
    assert pickle.loads(pickle.dumps(spans)) == spans
    assert Span(4, 7) in spans
    assert repr(spans[:1]) == "Spans.of([(0, 3)])"
    assert [span.start for span in reversed(spans)] == [9, 7, 4, 0]


def document_of(length: int, tokens: Spans) -> Document:
    text = "x" * length
    return Document(text, "", "utf-8", "", "text", (), (), tokens, bytes(len(tokens)))


@pytest.mark.parametrize("stretch", [1, 2, 3, 7])
@given(st.lists(st.tuples(st.integers(-1, 30), st.integers(-1, 30)), max_size=8))
def test_spans_must_ascend_also_where_one_stretch_of_the_check_meets_the_next(
    stretch: int, pairs: list[tuple[int, int]]
) -> None:
    edges = [offset for pair in pairs for offset in pair]
    right = all(0 <= start < end for start, end in pairs) and edges == sorted(edges)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "CHECKED_AT_ONCE", stretch)
        if right:
            document_of(30, tokens=Spans.of(pairs))
        else:
            with pytest.raises(ValueError, match="must ascend"):
                document_of(30, tokens=Spans.of(pairs))


def test_the_check_of_a_million_spans_is_made_in_stretches() -> None:
    longest = 0

    class Counted(array):  # type: ignore[type-arg]
        def __getitem__(self, index: Any) -> Any:
            nonlocal longest
            found = super().__getitem__(index)
            longest = max(longest, len(found) if isinstance(index, slice) else 1)
            return found

        def __iter__(self) -> Any:
            raise AssertionError("gone through as a whole")

    starts = Counted("i", range(0, 200_000, 2))
    ends = Counted("i", range(1, 200_001, 2))
    document_of(200_001, tokens=Spans(starts, ends))
    assert longest == 20_000  # the window waits a millisecond for each
