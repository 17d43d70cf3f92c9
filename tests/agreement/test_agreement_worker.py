"""What the process of the window says of label files, also of those that it cannot compare."""

from __future__ import annotations

import csv
import pickle
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gui.agreement.agreement_worker import (
    Comparing,
    Computed,
    Counted,
    StudyRefused,
    StudyRequest,
    StudyStep,
)
from gui.labels.label_set import DEFAULT_LABELS
from gui.labels.label_values import ALL_COLUMNS
from gui.messages.about_agreement import AboutAgreement
from gui.messages.about_pairs import AboutPairs
from tests.agreement.rating_rows import row

Write = Callable[..., str]
PAIRS = tuple(f"p{n}" for n in range(12))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        name: str, annotator: str, labels: Sequence[str], pairs: Sequence[str] = PAIRS
    ) -> str:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ALL_COLUMNS)
            writer.writeheader()
            for at, (pair, label) in enumerate(zip(pairs, labels, strict=False)):
                writer.writerow(row(pair, annotator, label, at).texts())
        return str(path)

    return written


def order(tmp_path: Path, *files: str, by_file: bool = False) -> StudyRequest:
    known = str(tmp_path / "assignment.json")
    own, journals = str(tmp_path / "labels.csv"), str(tmp_path / "journals")
    return StudyRequest(files, own, journals, DEFAULT_LABELS, PAIRS, by_file, known, "Agreement")


def refused(order: StudyRequest) -> StudyRefused:
    answer = Comparing(order)(StudyStep.READ)
    assert isinstance(answer, StudyRefused)
    return answer


def computed(order: StudyRequest) -> Computed:
    comparing = Comparing(order)
    assert isinstance(comparing(StudyStep.READ), Counted)
    answer = comparing(StudyStep.COMPUTE)
    assert isinstance(answer, Computed)
    return answer


MOSTLY = ["copy"] * 8 + ["unrelated"] * 4
OTHERS = ["copy"] * 7 + ["unrelated"] * 5


def test_an_order_goes_through_the_pipe_with_its_labels(tmp_path: Path) -> None:
    given = order(tmp_path, "a.csv")
    assert pickle.loads(pickle.dumps(given)) == given


def test_two_files_are_compared(tmp_path: Path, write: Write) -> None:
    found = computed(order(tmp_path, write("a.csv", "Ann", MOSTLY), write("b.csv", "Ben", OTHERS)))
    assert found.data["agreement"]["raw"]["value"] == pytest.approx(11 / 12, abs=1e-4)
    assert [own["pair_id"] for own in found.data["disputed"]] == ["p7"]
    assert "<h1>Agreement</h1>" in found.page
    assert not found.remarks


def test_one_annotator_no_labels_and_no_file_are_told(tmp_path: Path, write: Write) -> None:
    alone = refused(order(tmp_path, write("a.csv", "Ann", MOSTLY)))
    assert alone.alone
    assert str(alone.why) == "All labels are by Ann: agreement needs at least two annotators."
    empty = refused(order(tmp_path, write("b.csv", "Ben", [])))
    assert empty.why.code is AboutAgreement.NO_LABELS
    missing = refused(order(tmp_path, str(tmp_path / "c.csv")))
    assert missing.why.code is AboutPairs.NOT_THERE_CHECK_PATH
    assert not missing.alone


def test_before_the_first_label_there_is_no_file_of_the_window(
    tmp_path: Path, write: Write
) -> None:
    given = order(tmp_path, str(tmp_path / "labels.csv"))
    assert refused(given).why.code is AboutAgreement.NO_LABELS
    others = write("a.csv", "Ann", MOSTLY), write("b.csv", "Ben", OTHERS)
    found = computed(order(tmp_path, str(tmp_path / "labels.csv"), *others, by_file=True))
    assert [own["annotator"] for own in found.data["annotators"]] == ["a", "b"]
    assert not found.remarks


def test_what_is_no_label_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "x.csv" in str(refused(order(tmp_path, str(tmp_path / "x.csv"))).why)


def test_without_overlap_there_is_not_enough_to_say(tmp_path: Path, write: Write) -> None:
    first = write("a.csv", "Ann", MOSTLY[:6])
    second = write("b.csv", "Ben", MOSTLY[6:], PAIRS[6:])
    found = computed(order(tmp_path, first, second))
    assert found.data["agreement"]["alpha"] is None
    assert [own.code for own in found.remarks] == [AboutAgreement.NOTHING_SHARED]


def test_foreign_pairs_and_unknown_labels_are_told(tmp_path: Path, write: Write) -> None:
    strange = write("b.csv", "Ben", ["copy", "Gerücht"], ("elsewhere", "p1"))
    found = computed(order(tmp_path, write("a.csv", "Ann", MOSTLY), strange))
    told = " ".join(map(str, found.remarks))
    assert "1 pair with labels is not in the list, for instance elsewhere." in told
    assert "Gerücht" in told


def test_two_people_of_one_name_are_told_apart_by_their_files(tmp_path: Path, write: Write) -> None:
    files = write("a.csv", "user", MOSTLY), write("b.csv", "user", OTHERS)
    answer = refused(order(tmp_path, *files))
    assert answer.why.code is AboutAgreement.ALL_BY_ONE
    found = computed(order(tmp_path, *files, by_file=True))
    assert [own["annotator"] for own in found.data["annotators"]] == ["a", "b"]


def test_the_known_labels_of_an_assignment_are_compared_with(tmp_path: Path, write: Write) -> None:
    text = '{"copydesk-assignment": 1, "known": {"p0": "copy", "p1": "unrelated"}}'
    (tmp_path / "assignment.json").write_text(text, encoding="utf-8")
    files = write("a.csv", "Ann", MOSTLY), write("b.csv", "Ben", OTHERS)
    gold = computed(order(tmp_path, *files)).data["annotators"][0]["gold"]
    assert (gold["pairs"], gold["raw"]["value"]) == (2, 0.5)
    (tmp_path / "assignment.json").write_text("[" * 200_000, encoding="utf-8")
    remarks = computed(order(tmp_path, *files)).remarks
    assert [own.code for own in remarks] == [AboutAgreement.NO_ASSIGNMENT]


def test_without_numpy_the_page_says_what_to_install(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("gui.agreement.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    answer = refused(order(tmp_path, write("a.csv", "Ann", MOSTLY)))
    assert answer.why.code is AboutPairs.NEEDS_NUMPY
