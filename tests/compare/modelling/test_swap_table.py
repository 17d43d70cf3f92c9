"""Tables of swaps: what may teach, what is learned, the file, and that the aligner hears of it."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from gui.compare import Change, ChangeKind, Comparison, Options, Section, SectionKind, Similarity
from gui.compare.modelling.scoring_model import ModelError, load_model
from gui.compare.modelling.swap_features import BIT, SwapScorer
from gui.compare.modelling.swap_table import (
    Lesson,
    Swap,
    SwapTableError,
    learn,
    lesson_of,
    read_swaps,
    written,
)
from gui.documents import Span, read_text
from gui.lexicon.thesaurus import NoThesaurus
from tests.reports.sample_comparisons import phone_rang

HEADER = "reference,candidate,pairs,count\n"


def compared(verbatim: float | None, *swaps: tuple[str, str]) -> Comparison:
    """Return a comparison of two texts in which *swaps* were made, with kept words between."""
    texts, changes, at = ["", ""], [], [0, 0]
    for words in swaps:
        spans = [Span(len(t), len(t) + len(w)) for t, w in zip(texts, words, strict=True)]
        changes.append(Change(ChangeKind.SUBSTITUTION, 0, spans[0], spans[1]))
        texts = [f"{text}{own} stayed. " for text, own in zip(texts, words, strict=True)]
    at = [len(text.rstrip()) for text in texts]
    section = Section(SectionKind.PAIRED, Span(0, at[0]), Span(0, at[1]))
    return Comparison(
        read_text(texts[0]),
        read_text(texts[1]),
        Options(),
        (section,),
        tuple(changes),
        (),
        Similarity(verbatim, 0.9, 0.9, 0.9),
    )


def lesson(name: str, **swaps: int) -> Lesson:
    """Return what a copy taught: ``lesson("a", big_large=2)``."""
    return Lesson((name, "copy"), {tuple(k.split("_")): n for k, n in swaps.items()})  # type: ignore[misc]


def test_a_copy_teaches_its_swaps() -> None:
    comparison = phone_rang()
    found = lesson_of(comparison)
    assert found is not None
    assert found.documents == (comparison.reference.sha256, comparison.candidate.sha256)
    assert found.swaps == {("phone", "telephone"): 1}


@pytest.mark.parametrize(
    ("verbatim", "teaches"),
    [(None, False), (0.0, False), (0.19, False), (0.2, True)],
)
def test_what_is_no_copy_teaches_nothing(verbatim: float | None, teaches: bool) -> None:
    """However many words the aligner called substituted: ``with_substitutions`` is 0.9."""
    assert (lesson_of(compared(verbatim, ("big", "large"))) is not None) is teaches


def test_swaps_are_learned_as_words_are_compared() -> None:
    found = lesson_of(
        compared(
            0.5,
            ("Big", "LARGE"),
            ("big", "large"),
            ("Today\u2019s", "present"),
            ("said", "pointed\nout"),
            ("5,000", "many"),
        )
    )
    assert found is not None
    assert found.swaps == {
        ("big", "large"): 2,
        ("today's", "present"): 1,
        ("said", "pointed out"): 1,
        ("5,000", "many"): 1,
    }


@pytest.mark.parametrize(
    "swap",
    [
        ("often", "time and time again"),
        ("more often than not", "mostly"),
        ("&", "and"),
        ("\u2013", ";"),
        ("long-run", "eternal"),
        ("=", "equals"),
        ("big", "Big"),
    ],
)
def test_long_phrases_signs_and_equal_words_are_left_out(swap: tuple[str, str]) -> None:
    found = lesson_of(compared(0.5, swap, ("old", "aged")))
    assert found is not None
    assert found.swaps == {("old", "aged"): 1}


def test_changes_that_are_no_substitutions_teach_nothing() -> None:
    comparison = phone_rang()
    change = replace(comparison.changes[0], kind=ChangeKind.MINOR)
    found = lesson_of(replace(comparison, changes=(change,)))
    assert found is not None
    assert found.swaps == {}


def test_swaps_of_two_pairs_are_learned() -> None:
    lessons = [
        lesson("a", big_large=3, old_aged=1, sad_blue=5),
        lesson("b", big_large=1, old_aged=1, large_big=1),
        lesson("c", old_aged=1, fast_quick=1),
        lesson("d", fast_quick=2, fair_just=1),
        lesson("e", fair_just=1),
    ]
    found = learn(lessons)
    assert found == (
        Swap("old", "aged", 3, 3),
        Swap("big", "large", 2, 4),
        Swap("fast", "quick", 2, 3),
        Swap("fair", "just", 2, 2),
    )
    for seed in range(5):
        random.Random(seed).shuffle(lessons)
        assert learn(lessons) == found


def test_a_pair_that_comes_twice_counts_once() -> None:
    one = lesson("a", big_large=1)
    assert learn([one, one]) == ()
    assert learn([one, one, lesson("b", big_large=1)]) == (Swap("big", "large", 2, 2),)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    swaps = (Swap("5,000", 'the "many"', 12, 30), Swap("\u00e9tat", "pays", 2, 2))
    text = written(swaps)
    assert text.splitlines()[0] == HEADER.strip()
    path = tmp_path / "swaps.csv"
    path.write_bytes(text.encode())
    assert read_swaps(path).swaps == swaps
    path.write_bytes(written(()).encode())
    assert read_swaps(path).swaps == ()


def test_a_table_that_was_edited_by_hand(tmp_path: Path) -> None:
    """By a spreadsheet's byte-order mark and line ends, in capitals, with curved apostrophes."""
    path = tmp_path / "swaps.csv"
    rows = f'\ufeff{HEADER}Big, "Very  Large",2,3\n\nToday\u2019s,now,2,2\n'
    path.write_bytes(rows.replace('"', "").replace("\n", "\r\n").encode())
    assert read_swaps(path).swaps == (Swap("big", "very large", 2, 3), Swap("today's", "now", 2, 2))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "does not begin with reference,candidate,pairs,count"),
        (bytes(range(256)), "is not a CSV file in UTF-8; give a table"),
        (b"reference,candidate\nbig,large\n", "does not begin"),
        (HEADER.replace(",", ";").encode(), "does not begin"),
        (bytes(1000), "does not begin|not a CSV"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a CSV file in UTF-8"),
        (HEADER.encode("utf-16"), "not a CSV file in UTF-8"),
        (HEADER.encode() + b'"big,large,2,2\n', "not a CSV file in UTF-8"),
        (HEADER.encode() + b"big,large,2,2\nold,aged,two,2\n", "Line 3 of"),
        (HEADER.encode() + b"big,large,2\n", "Line 2 of"),
        (HEADER.encode() + b"big,large,2,2,2\n", "Line 2 of"),
        (HEADER.encode() + b"big,large,3,2\n", "Line 2 of"),
        (HEADER.encode() + b"big,large,0,2\n", "Line 2 of"),
        (HEADER.encode() + b"big, ,2,2\n", "Line 2 of"),
        (HEADER.encode() + b"big,large," + b"9" * 5000 + b",2\n", "Line 2 of"),
        (HEADER.encode() + b"x" * 200_000, "not a CSV file in UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(data)
    with pytest.raises(SwapTableError, match=said) as caught:
        read_swaps(path)
    message = str(caught.value)
    assert "odd.csv" in message
    assert "learn" in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_too_large_for_a_table_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    for size, said in ((16_000_001, "is larger"), (16_000_000, "is no")):
        with path.open("wb") as file:
            file.truncate(size)
        with pytest.raises(SwapTableError, match=rf"huge\.csv {said}"):
            read_swaps(path)


@pytest.mark.parametrize("name", ["gone.csv", ".", "nul\0.csv", "x" * 300])
def test_a_table_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(SwapTableError, match="cannot be read"):
        read_swaps(tmp_path / name)


@pytest.mark.parametrize(
    "values", [("", "large", 2, 2), ("big", "", 2, 2), ("big", "large", 0, 1), ("a", "b", 3, 2)]
)
def test_a_swap_refuses_nonsense(values: tuple[str, str, int, int]) -> None:
    with pytest.raises(ValueError, match="Swap"):
        Swap(*values)


def test_the_aligner_hears_of_a_table_in_both_directions() -> None:
    names = ["harbour", "kite", "big", "boat"]
    table = {("harbour", "kite"): 2, ("big boat", "kite"): 2}
    for known in (table, {(b, a): n for (a, b), n in table.items()}):
        scorer = SwapScorer(names, [None] * 4, NoThesaurus(), known)
        boat = scorer.phrase([2, 3])
        for a, b in ((0, 1), (1, 0), (boat, 1), (1, boat)):
            found = scorer.features(a, b)
            assert found is not None
            assert found[0] & BIT["table"]
        other = scorer.features(0, 2)
        assert other is not None
        assert not other[0] & BIT["table"]
        assert scorer.features(boat, 0) is None


def test_a_model_with_a_table(tmp_path: Path) -> None:
    path = tmp_path / "swaps.csv"
    path.write_text(HEADER + "big,large,2,3\n", encoding="utf-8")
    model = load_model(swaps=path)
    assert model.table == {("big", "large"): 2}
    assert model.weights["table"] > 0
    assert model.sources.swaps is not None
    assert model.sources.swaps.name == "swaps.csv"
    assert load_model(swaps=path) is model
    assert model.thesaurus is load_model().thesaurus  # with all that it remembers
    path.write_text(HEADER + "big,large,2,3\nold,aged,2,2\n", encoding="utf-8")
    assert len(load_model(swaps=path).table) == 2
    path.unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(swaps=path)
    assert load_model().table == {}
    assert load_model().sources.swaps is None
