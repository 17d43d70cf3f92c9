"""Reading a pair the other way round gives the mirror image, whatever the texts are."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given

from gui.compare import Change, ChangeKind, Comparison, Section, SectionKind, compare
from gui.documents import Document, load, read_text
from gui.resources import sample_pairs
from tests.compare.test_properties import damaged, haunted, texts

CASES = sorted(p for p in (Path(__file__).parent.parent / "cases").iterdir() if p.is_dir())
SAMPLES = sorted(p.parent for p in sample_pairs().parent.glob("*/reference.*"))
EXCHANGED = {
    SectionKind.MISSING: SectionKind.ADDED,
    SectionKind.ADDED: SectionKind.MISSING,
    ChangeKind.MISSING: ChangeKind.ADDED,
    ChangeKind.ADDED: ChangeKind.MISSING,
}


def sections_of(comparison: Comparison) -> set[tuple[object, ...]]:
    return {(s.kind, s.reference, s.candidate, s.similarity) for s in comparison.sections}


def changes_of(comparison: Comparison) -> set[tuple[object, ...]]:
    return {
        (c.kind, c.reference, c.candidate, comparison.sections[c.section].reference)
        for c in comparison.changes
    }


def exchanged(item: Section | Change) -> tuple[object, ...]:
    kind = EXCHANGED.get(item.kind, item.kind)
    return kind, item.candidate, item.reference


def check_mirror(reference: Document, candidate: Document) -> None:
    there, back = compare(reference, candidate), compare(candidate, reference)
    assert sections_of(back) == {(*exchanged(s), s.similarity) for s in there.sections}
    assert changes_of(back) == {
        (*exchanged(c), there.sections[c.section].candidate) for c in there.changes
    }
    mine, other = there.similarity, back.similarity
    assert (mine.verbatim, mine.with_substitutions) == (other.verbatim, other.with_substitutions)
    assert (mine.reference_covered, mine.candidate_covered) == (
        other.candidate_covered,
        other.reference_covered,
    )
    swapped = {(e.candidate, e.reference, e.count) for e in there.ledger}
    assert {(e.reference, e.candidate, e.count) for e in back.ledger} == swapped


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_cases_mirror(case: Path) -> None:
    check_mirror(
        *(read_text((case / f"{r}.txt").read_bytes().decode()) for r in ("reference", "candidate"))
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_sample_pairs_mirror(sample: Path) -> None:
    paths = [next(sample.glob(f"{role}.*")) for role in ("reference", "candidate")]
    check_mirror(load(paths[0]), load(paths[1]))


@given(damaged())
def test_damaged_copies_mirror(pair: tuple[str, str]) -> None:
    check_mirror(read_text(pair[0]), read_text(pair[1]))


@given(texts(), texts())
def test_any_two_articles_mirror(a: str, b: str) -> None:
    check_mirror(read_text(a), read_text(b))


@given(haunted())
def test_texts_with_invisible_characters_mirror(pair: tuple[str, str]) -> None:
    check_mirror(read_text(pair[0]), read_text(pair[1]))


def test_texts_of_one_length_mirror() -> None:
    chance = random.Random(8)
    words = "boat quay crane harbor board clerk".split()
    for _ in range(40):
        a, b = (" ".join(chance.choices(words, k=9)) + "." for _ in range(2))
        check_mirror(read_text(a), read_text(b))
