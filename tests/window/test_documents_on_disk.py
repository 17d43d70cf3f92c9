"""Documents that are not there, or not what they were: found without stopping the window."""

from __future__ import annotations

from pathlib import Path

from gui.review.preparing.preparing import Preparer
from tests.review.waiting import wait_until
from tests.window.driving import Driver, read_labels, write_pairs
from tests.window.harbour_articles import ARTICLE, COPY

NAMES = ("one", "two", "three", "four")


def problems(driver: Driver) -> list[str]:
    assert driver.window is not None
    model = driver.window.views.pairs_model
    return [str(model.state(index).problem or "") for index in range(len(NAMES))]


def banners(driver: Driver) -> tuple[str, ...]:
    assert driver.window is not None
    return driver.window.views.banners.keys()


def test_pairs_without_their_documents_are_found_and_passed_over(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    for name, role in (("one", "reference"), ("three", "candidate")):
        (path.parent / name / f"{role}.txt").unlink()
    driver.open(path)
    assert driver.session.pair.index == 1, "the first that can be labelled"
    wait_until(lambda: problems(driver)[2])
    assert problems(driver) == [
        "The reference one/reference.txt is not there.",
        "",
        "The candidate three/candidate.txt is not there.",
        "",
    ]
    driver.press("2")
    driver.wait_for_pair()
    assert driver.session.pair.index == 3


def test_a_document_that_comes_back_makes_its_pair_readable(driver: Driver, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    gone = path.parent / "two" / "candidate.txt"
    gone.unlink()
    driver.open(path)
    wait_until(lambda: problems(driver)[1])
    driver.session.go_to(1)
    driver.wait_for_pair()
    assert str(driver.session.pair.problem) == "The candidate two/candidate.txt is not there."
    gone.write_text(COPY, encoding="utf-8")
    driver.session.go_to(0)
    driver.wait_for_pair()
    driver.session.go_to(1)
    wait_until(
        lambda: driver.session.pair.comparison is not None and not driver.session.pair.problem
    )
    assert problems(driver)[1] == ""
    driver.wait_for_pair()
    driver.press("2")
    wait_until(lambda: [row["pair_id"] for row in read_labels(path.parent / "labels.csv")])


def test_a_document_that_changed_after_it_was_read_ahead_is_read_again(
    driver: Driver, tmp_path: Path
) -> None:
    path = write_pairs(tmp_path / "pairs", NAMES)
    driver.open(path)
    session = driver.session
    preparer = session.pair.findChild(Preparer)
    assert isinstance(preparer, Preparer)
    wait_until(lambda: preparer.known(1) is not None)
    (path.parent / "two" / "candidate.txt").write_text(ARTICLE, encoding="utf-8")
    session.step(1)
    wait_until(
        lambda: (
            session.pair.comparison is not None
            and session.pair.comparison.candidate.text == ARTICLE
        )
    )
    assert not banners(driver), "nobody saw the older one"
    (path.parent / "two" / "candidate.txt").write_text(COPY, encoding="utf-8")
    wait_until(lambda: banners(driver) == ("changed",))
