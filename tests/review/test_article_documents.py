"""Articles in a file, as the window's processes read them, measure them and watch them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from gui.documents import Reader
from gui.labels import Pair
from gui.review.document_checks import LabelledPair, changed_among
from gui.review.measures import Measures, Unreadable
from gui.review.measuring.measure_cache import MeasureCache
from gui.review.measuring.measure_lookup import ListToLookUp, look_up
from gui.review.measuring.measure_worker import measure
from gui.review.preparing.protocol import (
    Documents,
    Failed,
    Found,
    Reading,
    WorkerAnswer,
    request_for,
    stamp,
    with_places,
)
from gui.review.preparing.worker import answer
from tests.labels.pairs.test_articles import HARBOUR, MILL, lines

SPUN = HARBOUR.replace("harbour", "port").replace("shut", "closed")
ROWS = [{"id": "https://news.example//a#1", "text": HARBOUR}, {"id": "b", "text": SPUN}]
FIRST, SECOND = (f"../pool.jsonl#{row['id']}" for row in ROWS)
A_DAY_AGO = 86_400 * 10**9


def write_pool(folder: Path, rows: object = ROWS) -> None:
    """Write the file, which has not been touched for a day."""
    path = folder / "pool.jsonl"
    path.write_bytes(lines(rows))  # type: ignore[arg-type]
    then = time.time_ns() - A_DAY_AGO
    os.utime(path, ns=(then, then))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pool(tmp_path)
    (tmp_path / "list").mkdir()
    return tmp_path / "list"


def answers(folder: Path, reference: str, candidate: str) -> list[WorkerAnswer]:
    request = request_for(Pair("p", reference, candidate), folder, Reading())
    assert request is not None
    found: list[WorkerAnswer] = []
    with Reader() as reader:
        answer(request, found.append, bool, reader)
    return found


def test_a_pair_of_articles_is_read_compared_and_watched(folder: Path) -> None:
    documents, found = answers(folder, FIRST, SECOND)
    assert isinstance(documents, Documents)
    assert isinstance(found, Found)
    assert (documents.reference.text, documents.reference.name) == (HARBOUR, FIRST)
    assert (documents.candidate.text, documents.candidate.notices) == (SPUN, ())
    assert found.comparison(documents).ledger
    pool = stamp(str(folder.parent / "pool.jsonl"))
    assert documents.stamps == (pool, pool)
    write_pool(folder.parent, [*ROWS, {"id": "c", "text": MILL}])
    assert stamp(str(folder / FIRST)) not in (pool, None)


def test_why_an_article_cannot_be_read_names_it_as_the_list_does(folder: Path) -> None:
    (folder / "own.jsonl").write_bytes(lines(ROWS))
    (failed,) = answers(folder, FIRST, "own.jsonl#x")
    assert isinstance(failed, Failed)
    assert str(failed.message).startswith("own.jsonl#x: there is no article “x”")
    assert failed.sides[0] is not None


def test_the_beginning_of_a_large_file_is_not_taken_for_the_article(folder: Path) -> None:
    write_pool(folder.parent, [*ROWS, {"id": "long", "text": "word " * 500_000}])
    documents, _ = answers(folder, FIRST, SECOND)
    assert isinstance(documents, Documents)
    assert documents.whole


def test_measures_of_articles_are_kept_until_the_file_changes(folder: Path) -> None:
    pairs = [Pair("p", FIRST, SECOND), Pair("q", SECOND, FIRST), Pair("r", FIRST, FIRST)]
    cache = MeasureCache(folder / "state")
    with Reader() as reader:
        for pair in pairs[:2]:
            request = request_for(pair, folder, Reading())
            assert request is not None
            found, entry = measure(with_places(request), reader)
            assert isinstance(found, Measures)
            assert entry is not None
            cache.keep([entry])
    listed = ListToLookUp(pairs, folder, Reading(), cache.path.parent)
    assert look_up(listed, range(3), cache).places() == [0, 1]
    write_pool(folder.parent, [*ROWS, {"id": "c", "text": MILL}])
    assert look_up(listed, range(3), cache).places() == []
    cache.close()


def test_an_article_that_cannot_be_measured_says_why(folder: Path) -> None:
    request = request_for(Pair("p", FIRST, "../pool.jsonl#x"), folder, Reading())
    assert request is not None
    with Reader() as reader:
        found, _ = measure(with_places(request), reader)
    assert isinstance(found, Unreadable)
    assert "there is no article “x”" in str(found.problem)
    assert found.role == 1


def test_a_label_is_out_of_date_once_its_article_changed_not_another(folder: Path) -> None:
    pair = Pair("p", FIRST, SECOND)
    (documents, _) = answers(folder, FIRST, SECOND)
    assert isinstance(documents, Documents)
    context = LabelledPair(0, (documents.reference.sha256, documents.candidate.sha256))

    def changed() -> list[LabelledPair]:
        return changed_among([context], [pair], folder, lambda _: False)

    write_pool(folder.parent, [{"id": "new", "text": MILL}, *ROWS])
    assert changed() == []
    write_pool(folder.parent, [ROWS[0], {"id": "b", "text": MILL}])
    assert changed() == [context]
