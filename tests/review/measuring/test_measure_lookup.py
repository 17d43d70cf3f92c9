"""What is known of a list is looked up in blocks, by the state of their files."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.labels import Pair
from gui.messages import Message
from gui.messages.about_documents import AboutDocument
from gui.review.measures import Measures, Result, Unreadable
from gui.review.measuring.measure_cache import (
    CacheEntry,
    FileState,
    MeasureCache,
    digest_of,
    digest_of_text,
    pair_key,
)
from gui.review.measuring.measure_lookup import ListToLookUp, look_up
from gui.review.preparing.protocol import Reading, request_for

A_DAY_AGO = 86_400 * 10**9
NAMES = [("0-r.txt", "0-c.txt"), ("1-r.txt", "1-c.txt"), ("2-r.txt", "2-c.txt")]


class Known:
    """Pairs of which the cache knows the measures, each for itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = MeasureCache(folder / "state")
        self.pairs = [Pair(f"p{n}", *names) for n, names in enumerate(NAMES)]
        self.found: dict[int, Result] = {}
        for names in NAMES:
            for name in names:
                self.write(name, f"What stands in {name}.")

    def write(self, name: str, text: str) -> FileState:
        """Write a file that has not been touched for a day."""
        path = self.folder / name
        path.write_text(text)
        then = time.time_ns() - A_DAY_AGO
        os.utime(path, ns=(then, then))
        state = FileState.of(str(path))
        assert state is not None
        return state

    def keep(self, index: int, result: Result) -> None:
        """Keep *result* for a pair, as the process does that found it."""
        request = request_for(self.pairs[index], self.folder, Reading())
        assert request is not None
        digests, files = [], []
        for source in (request.reference, request.candidate):
            if source.path is None:
                digests.append(digest_of_text(source.text or ""))
                continue
            digests.append(digest_of(Path(source.path).read_bytes()))
            state = FileState.of(source.path)
            assert state is not None
            files.append((state, digests[-1]))
        self.cache.keep([CacheEntry(pair_key(request, *digests), result, tuple(files))])
        self.found[index] = result

    def look_up(self, reading: Reading | None = None) -> dict[int, Result | None]:
        listed = ListToLookUp(self.pairs, self.folder, reading or Reading(), self.cache.path.parent)
        known = look_up(listed, range(len(self.pairs)), self.cache)
        return {at: known.table.get(at) or known.problems.get(at) for at in known.places()}

    def forget_pairs(self) -> None:
        """Leave only the blocks: no file is known any more."""
        self.ask("DELETE FROM files")

    def ask(self, query: str, *values: object) -> int:
        self.cache.close()
        database = sqlite3.connect(self.cache.path)
        with database:
            count = database.execute(query, values).rowcount
        database.close()
        return count


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Known]:
    made = Known(tmp_path)
    empty = Message(AboutDocument.OF_FILE, name="1-c.txt", clause=Message(AboutDocument.EMPTY))
    made.keep(0, Measures(0.5, 0.75, *range(13)))
    made.keep(1, Unreadable(empty, 1))
    made.keep(2, Measures(None, None, *range(13)))
    yield made
    made.cache.close()


def test_what_is_known_of_each_pair_is_known_of_the_block(known: Known) -> None:
    assert known.look_up() == known.found
    known.forget_pairs()
    assert known.look_up() == known.found


def test_a_file_that_changed_makes_another_block(known: Known) -> None:
    known.look_up()
    state = known.write("0-c.txt", "What stands in its place is of another length.")
    assert list(known.look_up()) == [1, 2]
    known.keep(0, Measures(0.25, 0.25, *range(13)))
    assert known.look_up() == known.found
    os.utime(state.path, ns=(state.modified + 1, state.modified + 1))
    assert list(known.look_up()) == [1, 2]


def test_a_pair_that_became_known_gets_into_its_block(known: Known) -> None:
    known.pairs.append(Pair("p3", "0-r.txt", "1-c.txt"))
    assert known.look_up() == known.found
    known.keep(3, Measures(0.25, 0.25, *range(13)))
    assert known.look_up() == known.found
    known.forget_pairs()
    assert known.look_up() == known.found


def test_documents_elsewhere_than_the_list_says_are_looked_up_each_time(known: Known) -> None:
    known.pairs[2] = Pair("p2", "2-R.txt", "2-c.txt")
    for _ in range(2):
        assert known.look_up() == known.found
    known.forget_pairs()
    assert list(known.look_up()) == [0, 1]


def test_another_encoding_makes_another_block(known: Known) -> None:
    known.look_up()
    known.forget_pairs()
    assert known.look_up(Reading().with_encoding("elsewhere.txt", "latin-1")) == known.found
    assert known.look_up(Reading().with_encoding("2-r.txt", "latin-1")) == {}
    assert known.look_up(Reading(whole_page=True)) == {}


def test_pairs_that_the_list_calls_unusable_are_passed_over(known: Known) -> None:
    twice = Message(AboutDocument.EMPTY)
    known.pairs[1] = known.pairs[1]._replace(problem=twice)
    for _ in range(2):
        found = known.look_up()
        assert found == {**known.found, 1: None}
        known.forget_pairs()


def test_other_texts_in_the_list_make_another_block(known: Known) -> None:
    known.pairs = [Pair(f"t{n}", "", "", f"Reference {n}.", f"Candidate {n}.") for n in range(3)]
    for index in range(3):
        known.keep(index, Measures(0.5, 0.5, *range(13)))
    for _ in range(2):  # pair by pair, then as a block
        assert known.look_up() == known.found
    known.pairs[1] = known.pairs[1]._replace(candidate_text="Another candidate.")
    assert list(known.look_up()) == [0, 2]


def test_a_block_that_broke_is_made_again(known: Known) -> None:
    known.look_up()
    longest = "(SELECT max(length(found)) FROM pairs)"
    broken = f"UPDATE pairs SET found = ? WHERE length(found) = {longest}"
    assert known.ask(broken, b"no block at all") == 1
    assert known.look_up() == known.found
    known.forget_pairs()
    assert known.look_up() == known.found
