"""Options, cancelling, order of the result, and awkward sizes."""

from __future__ import annotations

import gc
import random
import subprocess
import sys

import pytest

from gui.compare import Cancelled, ChangeKind, Comparison, Options, SectionKind, compare
from gui.documents import read_text
from gui.reports.marked import rows
from tests.compare.oracle import check


def compared(a: str, b: str, options: Options | None = None) -> Comparison:
    return compare(read_text(a), read_text(b), options=options)


@pytest.mark.parametrize(
    ("reference", "candidate", "strict"),
    [
        ("The Mayor left.", "The mayor left.", Options(case=False)),
        ("The mayor\u2019s hat fell.", "The mayor's hat fell.", Options(quotes=False)),
        ("A plan \u2013 of sorts.", "A plan - of sorts.", Options(dashes=False)),
    ],
)
def test_what_is_minor_is_a_choice(reference: str, candidate: str, strict: Options) -> None:
    assert [c.kind for c in compared(reference, candidate).changes] == [ChangeKind.MINOR]
    found = compared(reference, candidate, strict)
    assert [c.kind for c in found.changes] == [ChangeKind.SUBSTITUTION]


def test_the_garbage_collector_is_left_as_it_was() -> None:
    documents = read_text("The phone rang."), read_text("The telephone rang.")
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(gc.isenabled())
        return len(asked) > 2

    with pytest.raises(Cancelled):
        compare(*documents, cancelled=cancelled)
    assert gc.isenabled()
    assert not any(asked)
    gc.disable()
    try:
        compare(*documents)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_punctuation_is_minor_only_where_asked() -> None:
    pair = "He came, he saw.", "He came; he saw!"
    assert {c.kind for c in compared(*pair).changes} == {ChangeKind.SUBSTITUTION}
    found = compared(*pair, Options(punctuation=True))
    assert {c.kind for c in found.changes} == {ChangeKind.MINOR}
    check(found)
    dropped = compared("He came, he saw.", "He came he saw.", Options(punctuation=True))
    assert [(c.kind, c.candidate) for c in dropped.changes] == [(ChangeKind.MINOR, None)]


def test_cancelling_ends_it_at_once() -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked >= 3

    text = "One sentence. " * 2000
    with pytest.raises(Cancelled):
        compare(read_text(text), read_text(text + "More."), cancelled=cancelled)
    assert asked == 3


def test_a_long_comparison_asks_often() -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return False

    text = "\n\n".join(
        f"Ship {n} left port {n % 7} with {n * 3} crates of tea." for n in range(2000)
    )
    compare(read_text(text), read_text(text.replace("tea", "rice")), cancelled=cancelled)
    assert asked > 200


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    program = """
from gui.compare import compare
from gui.documents import read_text
a = "The red boat left. A dog ran. Nine men sang old songs here."
b = "Nine lads sang aged tunes here. The crimson vessel left. A hound sprinted."
found = compare(read_text(a), read_text(b))
print([(c.kind, c.reference, c.candidate) for c in found.changes], found.sections)
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("", ""),
        ("", "A text."),
        ("word " * 300, "word " * 250),
        ("x" * 50_000, "x" * 50_000 + "y"),
        ("a b " * 60, "b a a " * 50),
        ("no full stop " * 20, "no stop at all " * 15),
    ],
)
def test_awkward_texts_keep_the_contract(reference: str, candidate: str) -> None:
    check(compared(reference, candidate))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("word " * 30_000, "word " * 25_000),
        ("a b " * 5_000, "b a a " * 3_000),
        ("no full stop " * 2_000, "no stop at all " * 1_500),
    ],
)
def test_long_repetitions_come_to_an_end(reference: str, candidate: str) -> None:
    found = compared(reference, candidate)
    assert found.similarity.verbatim is not None


def test_rows_give_both_documents_in_order() -> None:
    first = "The harbor master counted nine boats at dawn and wrote it down."
    second = "Nobody in the village had ever seen such a storm before that night."
    third = "The baker opened late because the ovens had gone cold."
    found = compared(f"{first}\n\n{second}\n\n{third}", f"{third}\n\n{first}\n\nSource link")
    shown = rows(found)
    for role in ("reference", "candidate"):
        spans = [getattr(r, role) for r in shown if getattr(r, role)]
        assert spans == sorted(spans)
    moved = [n for n, r in enumerate(shown) if r.kind is SectionKind.MOVED]
    assert [shown[n].other_row for n in moved] == moved[::-1]


def test_what_moved_is_the_fewest_words() -> None:
    long = (
        "It was as if he had been there for all of them, and they were with him as they had been "
        "before, in and out of it, for as long as it was theirs to be in."
    )
    short = "Zephyrine Okonkwo-Vasquez prosecuted nineteen embezzlers."
    found = compared(f"{long}\n\n{short}", f"{short}\n\n{long}")
    moved = [s for s in found.sections if s.kind is SectionKind.MOVED]
    assert [s.reference.of(found.reference.text) for s in moved if s.reference] == [short]


def test_a_long_copy_of_few_different_words_is_paired_throughout() -> None:
    chance = random.Random(4)
    words = [f"w{n}" for n in range(60)]
    paragraphs = [" ".join(chance.choices(words, k=14)) + "." for _ in range(900)]
    made = [
        " ".join(
            w if n != 3 and chance.random() > 0.1 else "swapped" for n, w in enumerate(p.split())
        )
        for p in paragraphs
    ]
    found = compared("\n\n".join(paragraphs), "\n\n".join(made))
    assert found.similarity.with_substitutions is not None
    assert found.similarity.with_substitutions > 0.97


def test_a_few_words_against_very_many_come_to_an_end() -> None:
    code = (
        "from gui.compare import compare\n"
        "from gui.documents import from_text\n"
        "one = from_text('The ferry waited for the swans. ' * 20, name='one')\n"
        "other = from_text('Other things happen. ' * 8000, name='other')\n"
        "print(compare(one, other).similarity.verbatim, compare(other, one).similarity.verbatim)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout
