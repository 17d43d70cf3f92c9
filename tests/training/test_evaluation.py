"""The figures of the report, and the command line around training and report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gui.compare.aligning.cuts import NAMES as CUTS
from gui.compare.aligning.posterior import NAMES as OF_PASSAGES
from gui.compare.modelling.correspondence import BETWEEN, INSIDE, MOVED, NAMES
from gui.compare.modelling.scoring_model import Model, load_model
from gui.lexicon.thesaurus import NoThesaurus
from gui.resources import resource_path
from gui.training import learned_from
from gui.training.__main__ import main
from gui.training.evaluation import (
    SYSTEMS,
    Differ,
    Report,
    Tally,
    by_diff_match_patch,
    by_difflib,
    drafts_by,
    measure,
)
from gui.training.hyperparameters import LEARNING, Hyperparameters
from gui.training.learned_from import digests
from gui.training.marked_pairs import (
    Example,
    MarkedPair,
    read_languages,
    read_pairs,
    read_unrelated,
    unmarked,
)
from gui.training.path_features import FEATURES
from tests.training.pairs_for_tests import BAKER, FAEHRE, FERRY, write_pair

SHIPPED = load_model()


def pair_of(body: str, style: str = "none") -> MarkedPair:
    return MarkedPair("made up", style, True, *unmarked(body))


@pytest.mark.parametrize("differ", [by_difflib, by_diff_match_patch])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("the [[big|large]] [[cat|dog]] sat", ["big>large", "cat>dog"]),
        ("the [[big|large]] cat, sat", ["big>large"]),
        ("the [[big cat|dog]] sat", ["big cat>dog"]),
        ("the cat[[, too,|]] sat", ["too>"]),
        ("the cat sat[[| down]]", [">down"]),
        ("[[The|the]] cat sat[[.|!]]", []),
    ],
)
def test_plain_diffs(differ: Differ, body: str, expected: list[str]) -> None:
    sides = Example(pair_of(body), SHIPPED.thesaurus).sides
    found = [
        ">".join(
            " ".join(side.texts[slice(*own)])
            for side, own in zip(sides, (d.reference, d.candidate), strict=True)
        )
        for d in drafts_by(differ, sides)
    ]
    assert found == expected


def test_f() -> None:
    assert Tally(3, 4, 6).f == pytest.approx(0.6)
    assert Tally().f == 1.0
    assert Tally(1, 2, 3).plus(Tally(4, 5, 6)) == Tally(5, 7, 9)


def test_a_pair_that_everyone_finds() -> None:
    found = measure(pair_of("The ferry [[company|firm]] opened a line on the far side."), SHIPPED)
    assert list(found) == [(Tally(1, 1, 1), Tally(2, 2, 2))] * len(SYSTEMS)


def test_words_alone_are_marked_and_signs_are_not_counted() -> None:
    body = "The ferry came back to the harbour[[, late,|]] on Monday[[|; all cheered]]."
    for substitutions, words in measure(pair_of(body), SHIPPED):
        assert substitutions == Tally()
        assert words == Tally(3, 3, 3)


def test_signs_at_the_edge_of_a_mark_are_no_part_of_a_substitution() -> None:
    body = "She stood on the quay [[grinning,|smiling;]] as the ferry came [[and|&]] went."
    substitutions, words = next(measure(pair_of(body), SHIPPED))
    assert substitutions == Tally(2, 2, 2)
    assert words == Tally(3, 3, 3)


def test_a_lost_paragraph_counts_by_its_words() -> None:
    kept = "The ferry came back to the harbour on Monday, said the council of the town."
    lost = "Nobody had asked for it."
    found = measure(pair_of(f"{kept}\n\n[[{lost}\n\n|]]{kept[4:]}"), SHIPPED)
    assert next(found)[1] == Tally(5, 5, 5)


def test_a_swap_not_seen_lowers_f() -> None:
    """An aligner that makes one rewritten stretch of two swaps finds neither."""
    weights = dict.fromkeys(FEATURES, 0.0) | {"rewrite_content": 50.0}
    pair = pair_of("The ferry [[company|firm]] [[opened|began]] a line.")
    substitutions, words = next(measure(pair, Model(weights, SHIPPED.thesaurus)))
    assert substitutions == Tally(0, 1, 2)
    assert words == Tally(4, 4, 4)


def test_the_table_has_a_line_for_each_style_and_their_sum() -> None:
    report = Report()
    report.add(pair_of("The ferry [[company|firm]] opened a line.", "spun"), SHIPPED)
    report.add(pair_of("The ferry [[company|firm]] opened a line.", "spun"), SHIPPED)
    report.add(
        pair_of("The [[big|large]] house [[of stone|made from old red bricks]].", "free"), SHIPPED
    )
    lines = list(report.lines())
    assert [line.split("  ")[0] for line in lines[2:]] == ["free", "spun", "all styles"]
    assert lines[1].split() == ["style", "pairs", *SYSTEMS, *SYSTEMS]
    assert [line.split()[-7] for line in lines[2:]] == ["1", "2", "3"]
    assert report.total()[0][0].known == 4
    assert lines[-1].split()[-6] == f"{report.total()[0][0].f:.3f}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two pairs to train on and one to test on, and so in German."""
    place = tmp_path / "own"
    place.mkdir()
    write_pair(place, "ferry", FERRY)
    write_pair(place, "baker", BAKER)
    write_pair(place, "last", BAKER, "test")
    (place / "languages").mkdir()
    write_pair(place / "languages", "faehre", FAEHRE)
    write_pair(place / "languages", "letzte", FAEHRE, "test")
    return place


def as_written(found: Hyperparameters) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(json.dumps(found._asdict()))
    return written


def test_the_weights_of_the_program_are_what_the_command_gives() -> None:
    """Whoever changes what they depend on has to learn them again."""
    written = json.loads(resource_path("model", "weights.json").read_bytes())
    folder = resource_path("model", "pairs")
    train = [p for p in read_pairs(folder) if not p.is_test]
    unrelated = [p for p in read_unrelated(folder) if not p.is_test]
    again = "retrain: python -m gui.training"
    assert written["learned with"] == as_written(LEARNING), again
    languages = [p for p in read_languages(folder) if not p.is_test]
    assert written["learned from"] == digests(train, SHIPPED.thesaurus, unrelated, languages), again


def test_other_marks_words_and_features_are_another_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = pair_of("The ferry [[company|firm]] opened a big line.")
    first = digests([pair], SHIPPED.thesaurus)
    assert digests([pair], SHIPPED.thesaurus) == first
    marked = pair_of("The ferry [[company opened|firm opened]] a big line.")
    swapped = pair_of("The ferry [[company|firm]] opened a large line.")
    with_other_pairs = [digests([other], SHIPPED.thesaurus) for other in (marked, swapped)]
    assert all(first["pairs"] != found["pairs"] for found in with_other_pairs)
    assert all(first["features"] == found["features"] for found in with_other_pairs)
    without = digests([pair], NoThesaurus())
    assert {name for name in first if first[name] != without[name]} == {"steps"}
    more = digests([pair], SHIPPED.thesaurus, languages=[marked])
    assert {name for name in first if first[name] != more[name]} == {"pairs", "steps"}
    monkeypatch.setattr(learned_from, "FEATURES", ("renamed",))
    renamed = digests([pair], SHIPPED.thesaurus)
    assert {name for name in first if first[name] != renamed[name]} == {"features"}


def test_weights_are_learned_written_and_reported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "weights.json"
    options = ["--pairs", str(folder), "--strangers", "1", "--jobs", "1", "-o", str(output)]
    assert main([*options, "--penalty", "4"]) == 0
    written = json.loads(output.read_text(encoding="utf-8"))
    assert list(written) == [
        "about",
        "learned with",
        "pairs",
        "in other languages",
        "learned from",
        "weights",
        "without a thesaurus",
    ]
    learned_with = {**as_written(LEARNING), "penalty": 4.0, "strangers": 1}
    assert written["learned with"] == learned_with
    assert "python -m gui.training --pairs own --penalty 4.0 --strangers 1" in written["about"]
    assert written["pairs"] == {
        "number": 2,
        "words": sum(len(unmarked(body)[0].split()) for body in (FERRY, BAKER)),
    }
    assert list(written["weights"]) == sorted(
        [*FEATURES, BETWEEN, INSIDE, MOVED, *NAMES, *CUTS, *OF_PASSAGES]
    )
    assert all(round(w, LEARNING.decimals) == w for w in written["weights"].values())
    assert any(written["weights"].values())
    assert written["in other languages"] == {"number": 1, "words": len(unmarked(FAEHRE)[0].split())}
    assert list(written["without a thesaurus"]) == sorted([*FEATURES, *CUTS])
    assert written["without a thesaurus"]["thesaurus"] == 0.0
    said = capsys.readouterr()
    assert "made up" in said.out
    assert said.err == ""  # no progress where there is no terminal

    before = output.read_bytes()
    assert main([*options, "--report"]) == 0
    assert said.out.endswith(capsys.readouterr().out)
    assert output.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--pairs", "nowhere"], "no pairs"),
        (["--report", "-o", "nowhere.json"], "nowhere.json"),
        (["--pairs", "own/tests"], "set train"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: list[str],
    reason: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "tests").mkdir()
    write_pair(folder / "tests", "last", BAKER, "test")
    monkeypatch.chdir(folder.parent)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert reason in said
    assert said.count("\n") == 1


def test_weights_that_still_change_are_not_written(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("gui.training.minimization.MOST_STEPS", 2)
    output = tmp_path / "weights.json"
    assert main(["--pairs", str(folder), "--jobs", "1", "-o", str(output)]) == 2
    assert "weights still change" in capsys.readouterr().err
    assert not output.exists()


@pytest.mark.parametrize("option", ["--penalty=0", "--penalty=nan", "--strangers=-1", "--jobs=x"])
def test_wrong_numbers_are_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 2
    said = capsys.readouterr().err
    assert option.split("=")[1] in said
    assert said.count("\n") == 1


def test_without_numpy_the_extra_is_named(folder: Path) -> None:
    code = (
        "import sys; sys.modules['numpy'] = None; from gui.training.__main__ import main\n"
        f"sys.exit(main(['--pairs', {str(folder)!r}, '-o', {str(folder / 'w.json')!r}]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 2
    assert "install copydesk[train]" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (folder / "w.json").exists()
