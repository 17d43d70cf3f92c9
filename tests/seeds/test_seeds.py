"""The sample pairs are what seeds/README.md and seeds/expected.json say they are.

``expected.json`` was written from knowledge of how each pair was made. Where the program
disagrees with it, the program is wrong.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gui.compare import ChangeKind, Comparison, SectionKind, compare
from gui.documents import Document, load

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SEEDS / "expected.json").read_text("utf-8"))
VERDICTS = {"original", "copy", "unrelated"}


def _listed() -> dict[str, dict[str, str]]:
    with (SEEDS / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


PAIRS = _listed()
each_pair = pytest.mark.parametrize("pair", EXPECTED)


@cache
def _document(pair: str, role: str) -> Document:
    return load(SEEDS / PAIRS[pair][role])


@cache
def _comparison(pair: str) -> Comparison:
    return compare(_document(pair, "reference"), _document(pair, "candidate"))


def _texts(pair: str, kind: ChangeKind) -> list[tuple[str, str]]:
    """Return what stands in the reference and in the candidate for each change of a kind."""
    comparison = _comparison(pair)
    return [
        (
            change.reference.of(comparison.reference.text) if change.reference else "",
            change.candidate.of(comparison.candidate.text) if change.candidate else "",
        )
        for change in comparison.changes
        if change.kind is kind
    ]


def _sections(pair: str, kind: SectionKind) -> list[str]:
    comparison = _comparison(pair)
    found = []
    for section in comparison.sections:
        if section.kind is kind:
            if section.reference is not None:
                found.append(section.reference.of(comparison.reference.text))
            elif section.candidate is not None:
                found.append(section.candidate.of(comparison.candidate.text))
    return found


def _first_words(text: str, like: str) -> str:
    return " ".join(text.split()[: len(like.split())])


def _bare(text: str) -> str:
    """Return *text* on one line and without punctuation around it."""
    return " ".join(text.split()).strip(" .,:;“”\"'«»")


def test_the_list_the_expectations_and_the_folders_name_the_same_pairs() -> None:
    folders = {path.name for path in SEEDS.iterdir() if path.is_dir()}
    assert len(PAIRS) >= 16
    assert list(PAIRS) == list(EXPECTED)
    assert set(PAIRS) == folders


def test_no_file_stands_outside_the_list() -> None:
    listed = {row[role] for row in PAIRS.values() for role in ("reference", "candidate")}
    found = {path.relative_to(SEEDS).as_posix() for path in SEEDS.rglob("*") if path.is_file()}
    assert found == listed | {"README.md", "pairs.csv", "expected.json"}


def test_every_verdict_is_a_label_and_occurs() -> None:
    assert {expected["verdict"] for expected in EXPECTED.values()} == VERDICTS


@each_pair
def test_readme_says_what_the_pair_shows(pair: str) -> None:
    told = (SEEDS / "README.md").read_text("utf-8")
    heading = f"### {pair}: {EXPECTED[pair]['verdict']}\n"
    assert heading in told
    after = told.split(heading)[1].split("###")[0]
    assert len(after.split()) >= 20


@each_pair
@pytest.mark.parametrize("role", ["reference", "candidate"])
def test_document_is_read_whole(pair: str, role: str) -> None:
    document = _document(pair, role)
    assert 150 <= document.words <= 900
    assert "\ufffd" not in document.text
    assert "undecodable" not in {notice.code for notice in document.notices}


@each_pair
def test_sections_by_kind(pair: str) -> None:
    kinds = [section.kind.value for section in _comparison(pair).sections]
    assert {kind.value: kinds.count(kind.value) for kind in SectionKind} == EXPECTED[pair][
        "sections"
    ]


@each_pair
@pytest.mark.parametrize("kind", ["missing", "added", "moved"])
def test_sections_without_their_place_are_these(pair: str, kind: str) -> None:
    expected = EXPECTED[pair][kind]
    found = _sections(pair, SectionKind(kind))
    shown = [_first_words(text, like) for text, like in zip(found, expected, strict=False)]
    assert shown == expected
    assert len(found) == len(expected)


@each_pair
def test_named_substitutions(pair: str) -> None:
    ledger = {(e.reference, e.candidate): e.count for e in _comparison(pair).ledger}
    wrong = [
        (reference, candidate, at_least, ledger.get((reference, candidate), 0))
        for reference, candidate, at_least in EXPECTED[pair]["substitutions"]
        if ledger.get((reference, candidate), 0) < at_least
    ]
    assert not wrong, "reference, candidate, expected, found"


@each_pair
@pytest.mark.parametrize(
    ("key", "kind", "side"),
    [("missing_words", ChangeKind.MISSING, 0), ("added_words", ChangeKind.ADDED, 1)],
)
def test_words_and_sentences_without_a_counterpart(
    pair: str, key: str, kind: ChangeKind, side: int
) -> None:
    found = [_bare(texts[side]) for texts in _texts(pair, kind)]
    assert [_bare(text) for text in EXPECTED[pair].get(key, [])] == found


@each_pair
def test_look_alike_and_minor_changes_are_counted(pair: str) -> None:
    expected = EXPECTED[pair]
    assert len(_texts(pair, ChangeKind.LOOK_ALIKE)) == expected.get("look_alikes", 0)
    assert len(_texts(pair, ChangeKind.MINOR)) == expected.get("minor", 0)


@each_pair
def test_furniture_that_was_kept_and_lost(pair: str) -> None:
    found = {item.kind.value: item.state.value for item in _comparison(pair).furniture}
    expected = EXPECTED[pair].get("furniture", {})
    assert {kind: found.get(kind) for kind in expected} == expected


@each_pair
def test_measures_fit_the_verdict(pair: str) -> None:
    similarity = _comparison(pair).similarity
    assert similarity.verbatim is not None
    assert similarity.with_substitutions is not None
    assert similarity.verbatim <= similarity.with_substitutions
    made = {
        "copy": similarity.candidate_covered,
        "original": similarity.reference_covered,
        "unrelated": similarity.with_substitutions,
    }[EXPECTED[pair]["verdict"]]
    assert made is not None
    if EXPECTED[pair]["verdict"] == "unrelated":
        assert made < 0.15
    else:
        assert made > 0.85
