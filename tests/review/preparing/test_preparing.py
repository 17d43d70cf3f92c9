"""Reading and comparing in the worker process: what arrives, what is dropped, what survives."""

from __future__ import annotations

import os
import signal
import threading
from functools import partial

import pytest

from gui.compare import ChangeKind, Comparison
from gui.documents import Reader, read_text
from gui.messages import Message
from gui.messages.about_pairs import AboutPairs
from gui.review.measures import Measures
from gui.review.preparing import preparing, worker
from gui.review.preparing.preparing import Prepared
from gui.review.preparing.protocol import (
    DocumentSource,
    Failed,
    Found,
    Request,
    WorkerAnswer,
    stamp,
)
from tests.review.preparing.preparation import CANDIDATE, REFERENCE, Preparation
from tests.review.waiting import let_pass, let_timers_run, wait_until


def test_of_a_very_long_text_the_first_words_come_first(preparation: Preparation) -> None:
    long = "Two boats left for the island at dawn. " * 60_000
    preparation.add(1, reference=long)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.beginnings)
    assert not preparation.documents
    reference, candidate = preparation.beginnings[0]
    assert long.startswith(reference)
    assert 1000 < len(reference) < 100_000
    assert candidate == CANDIDATE
    preparation.preparer.close()


def test_a_pair_arrives_first_as_documents_then_compared(preparation: Preparation) -> None:
    preparation.add(1)
    assert preparation.preparer.want(1) is None
    wait_until(lambda: preparation.ready)
    key, prepared = preparation.ready[0]
    assert key == 1
    assert preparation.documents == [1]
    assert prepared.comparison is not None
    assert [change.kind for change in prepared.comparison.changes] == [ChangeKind.SUBSTITUTION]
    assert prepared.comparison.reference.name == "1-r.txt"


def test_a_pair_is_measured_before_the_thread_of_the_window_gets_it(
    preparation: Preparation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look at each of 200,000 sections takes a while."""
    threads: list[str] = []

    class Watched(Measures):
        @classmethod
        def of(cls, comparison: Comparison) -> Measures:
            threads.append(threading.current_thread().name)
            return Measures.of(comparison)

    monkeypatch.setattr(preparing, "Measures", Watched)
    preparation.add(1)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    [(_, prepared)] = preparation.ready
    assert prepared.comparison is not None
    assert prepared.measures == Measures.of(prepared.comparison)
    assert threads == ["copydesk-worker-link"]


def test_pairs_ahead_are_there_at_once_when_their_turn_comes(preparation: Preparation) -> None:
    for key in range(4):
        preparation.add(key)
    preparation.preparer.want(0, [1, 2])
    wait_until(lambda: preparation.preparer.known(2) is not None)
    assert [key for key, _ in preparation.ready] == [0], "only the wanted pair is announced"
    assert preparation.documents == [0]
    known = preparation.preparer.want(2, [3])
    assert known is not None
    assert known.comparison is not None
    busy = []
    for milliseconds in (79, 80):
        let_timers_run(preparation.owner, milliseconds)
        busy.append(preparation.preparer.busy)
    assert busy == [False, True], "the window has five frames to paint the pair"
    assert preparation.preparer.known(3) is None


def test_a_pair_that_nobody_wants_any_more_is_never_announced(preparation: Preparation) -> None:
    for key in range(3):
        preparation.add(key)
    preparation.preparer.want(0)
    wait_until(lambda: preparation.ready)
    os.kill(preparation.worker_pid(), signal.SIGSTOP)
    preparation.preparer.want(1)
    preparation.preparer.want(2)
    os.kill(preparation.worker_pid(), signal.SIGCONT)
    wait_until(lambda: len(preparation.ready) == 2)
    let_pass(100)
    assert [key for key, _ in preparation.ready] == [0, 2]
    assert preparation.documents == [0, 2]


def test_a_worker_that_does_not_let_go_is_ended(preparation: Preparation) -> None:
    preparation.add(2)
    preparation.add(1)
    preparation.preparer.want(2)
    wait_until(lambda: preparation.ready)
    stuck = preparation.worker_pid()
    os.kill(stuck, signal.SIGSTOP)  # as one that hangs in a library
    preparation.ready.clear()
    preparation.preparer.want(1)
    preparation.preparer.forget()
    preparation.preparer.want(2)
    let_timers_run(preparation.owner, 249)
    assert preparation.worker_pid() == stuck, "to let go may take a quarter of a second"
    let_timers_run(preparation.owner, 250)
    wait_until(lambda: preparation.worker_pid() != stuck)
    wait_until(lambda: preparation.ready)
    assert preparation.ready[0][0] == 2


def test_a_pair_that_brings_the_worker_down_is_told_and_the_next_one_works(
    preparation: Preparation,
) -> None:
    preparation.add(1)
    preparation.add(2)
    preparation.preparer.want(2)
    wait_until(lambda: preparation.ready)
    preparation.ready.clear()
    pid = preparation.worker_pid()
    os.kill(pid, signal.SIGSTOP)
    preparation.preparer.want(1)
    preparation.wait_until_sent()
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: preparation.ready)
    key, prepared = preparation.ready[0]
    assert key == 1
    assert "F5" in str(prepared.problem)
    preparation.preparer.forget(1)
    preparation.preparer.want(1)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].comparison is not None


def test_an_answer_that_cannot_be_taken_is_told_at_once_and_the_next_one_works(
    preparation: Preparation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> Comparison:
        raise MemoryError

    logged: list[object] = []
    monkeypatch.setattr(threading, "excepthook", logged.append)
    preparation.add(1)
    with monkeypatch.context() as patch:
        patch.setattr(Found, "comparison", no_room)
        preparation.preparer.want(1)
        wait_until(lambda: preparation.ready)
    assert "F5" in str(preparation.ready[0][1].problem)
    wait_until(lambda: logged)
    preparation.preparer.forget(1)
    preparation.preparer.want(1)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].comparison is not None
    assert len(logged) == 1


def test_a_pair_that_takes_two_minutes_is_given_up(preparation: Preparation) -> None:
    """The longest of all texts take one to be compared."""
    preparation.add(1)
    preparation.add(2)
    preparation.preparer.want(2)
    wait_until(lambda: preparation.ready)
    os.kill(preparation.worker_pid(), signal.SIGSTOP)
    preparation.preparer.want(1)
    let_timers_run(preparation.owner, 119_999)
    assert len(preparation.ready) == 1
    let_timers_run(preparation.owner, 120_000)
    assert "given up after 2 minutes" in str(preparation.ready[1][1].problem)


def test_an_unreadable_document_gives_one_sentence(preparation: Preparation) -> None:
    preparation.add(1)
    (preparation.folder / "1-c.txt").unlink()
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    problem = preparation.ready[0][1].problem
    assert "1-c.txt" in str(problem)
    assert str(problem).endswith(".")
    assert "Traceback" not in str(problem)
    assert not preparation.faults


@pytest.mark.parametrize("gone", [0, 1])
def test_the_side_that_can_be_read_comes_with_the_reason(
    preparation: Preparation, gone: int
) -> None:
    preparation.add(1)
    (preparation.folder / ("1-r.txt", "1-c.txt")[gone]).unlink()
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    prepared = preparation.ready[0][1]
    texts = [None if side is None else side.text for side in prepared.sides]
    assert texts[gone] is None
    assert texts[1 - gone] == (REFERENCE, CANDIDATE)[1 - gone]
    assert prepared.words == 11
    assert not preparation.documents


def test_a_pair_that_is_not_compared_anyway_is_read(preparation: Preparation) -> None:
    preparation.add(1)
    why = Message(AboutPairs.ROW_DOUBLE, row=2, id="one")
    preparation.requests[1] = preparation.requests[1]._replace(problem=why)
    preparation.requests[2] = Request(0, DocumentSource("a.txt"), DocumentSource(""), problem=why)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    prepared = preparation.ready[0][1]
    assert prepared.problem == why
    assert [side and side.text for side in prepared.sides] == [REFERENCE, CANDIDATE]
    preparation.preparer.want(2)
    wait_until(lambda: len(preparation.ready) == 2)
    assert preparation.ready[1][1].sides == (None, None)


def test_a_very_long_text_beside_one_that_cannot_be_read(
    preparation: Preparation, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparation.add(1)
    (preparation.folder / "1-c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    beginning = read_text("The harbour", name="1-r.txt")
    monkeypatch.setattr(
        worker, "first_words", lambda path, **_: beginning if "1-r" in path else None
    )
    sent: list[WorkerAnswer] = []
    reader = Reader()
    worker.answer(preparation.requests[1], sent.append, lambda: False, reader)
    reader.close()
    [failed] = sent
    assert isinstance(failed, Failed)
    assert [side and side.text for side in failed.sides] == [REFERENCE, None]
    assert "1-c.txt" in str(failed.message)


def test_what_is_known_says_under_which_stamps_the_files_were_read(
    preparation: Preparation,
) -> None:
    preparation.add(1)
    preparation.requests[2] = preparation.requests[1]._replace(
        candidate=DocumentSource("gone.txt", path="gone.txt")
    )
    then = (
        stamp(preparation.requests[1].reference.path),
        stamp(preparation.requests[1].candidate.path),
    )
    preparation.preparer.want(1)
    wait_until(lambda: preparation.ready)
    preparation.add(1, candidate=CANDIDATE + "\nA new line.\n")
    known = preparation.preparer.want(1)
    assert known is not None, "the disk is not asked"
    assert known.stamps == then
    preparation.preparer.want(2)
    wait_until(lambda: len(preparation.ready) == 2)
    assert str(preparation.ready[1][1].problem) == "The candidate gone.txt is not there."
    assert preparation.ready[1][1].stamps == (stamp(preparation.requests[1].reference.path), None)


def test_few_pairs_are_kept(preparation: Preparation) -> None:
    for key in range(20):
        preparation.add(key)
        preparation.preparer.want(key)
        wait_until(partial(preparation.preparer.known, key))
    kept = [key for key in range(20) if preparation.preparer.known(key) is not None]
    assert kept == list(range(8, 20))


@pytest.mark.parametrize(("words", "kept"), [(200_000, 3), (200_001, 2)])
def test_of_long_pairs_those_of_600_000_words_together_are_kept(
    preparation: Preparation, monkeypatch: pytest.MonkeyPatch, words: int, kept: int
) -> None:
    """They take some hundred megabytes of memory."""
    monkeypatch.setattr(Prepared, "words", words)
    for key in range(5):
        preparation.add(key)
        preparation.preparer.want(key)
        wait_until(partial(preparation.preparer.known, key))
    assert [key for key in range(5) if preparation.preparer.known(key)] == [*range(5)][-kept:]


def test_a_pair_without_a_request_is_passed_over(preparation: Preparation) -> None:
    preparation.add(2)
    assert preparation.preparer.want(1, [2]) is None
    wait_until(lambda: preparation.preparer.known(2) is not None)
    assert not preparation.ready


def test_no_process_is_left_after_closing(preparation: Preparation) -> None:
    preparation.add(1)
    preparation.preparer.want(1)
    wait_until(lambda: preparation.documents)
    pid = preparation.worker_pid()
    preparation.preparer.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
