"""A list is compared ahead of its turn, but not far, and given up where no process stays alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gui.commands import compare_list
from gui.commands.arguments import BadInput
from gui.commands.compare_forms import PrintedPair
from gui.commands.compare_list import ListRun
from gui.commands.comparing import Manner
from gui.compare import Options
from gui.labels import read_pairs
from gui.process_pool import Lost


class Pool:
    """Answers at once, in the thread that makes it, until it would have to wait."""

    def __init__(
        self,
        _module: str,
        _manner: Manner,
        _jobs: int,
        take: Callable[[], Any],
        put: Callable[[Any, object], None],
        *,
        patience: float,
    ) -> None:
        self.patience = patience
        for answer in self.answers():
            put(take(), answer)

    def answers(self) -> Iterator[object]:
        raise NotImplementedError

    def close(self) -> None: ...


class Waiting(Exception):
    """Raised where the list would wait for an answer."""


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object) -> None:
        raise Waiting

    monkeypatch.setattr("threading.Condition.wait", wait)


@pytest.fixture
def listed(tmp_path: Path) -> Any:
    rows = "".join(f"p{n},a.txt,b.txt\n" for n in range(50))
    (tmp_path / "pairs.csv").write_text(f"id,reference,candidate\n{rows}", encoding="utf-8")
    return read_pairs(tmp_path / "pairs.csv")


def run(listed: Any, monkeypatch: pytest.MonkeyPatch, answers: list[object]) -> Iterator[str]:
    class Answering(Pool):
        def answers(self) -> Iterator[object]:
            return iter(answers)

    monkeypatch.setattr(compare_list, "ProcessPool", Answering)
    results = ListRun(listed, Manner("jsonl", Options()), 1).results()
    return (piece.text for _, piece in results)


def test_of_one_process_32_pairs_may_be_done_before_their_turn(
    listed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of the 33rd waits until the first has been given out."""
    texts = run(listed, monkeypatch, [PrintedPair("x")] * 32)
    assert [next(texts) for _ in range(32)] == ["x"] * 32
    with pytest.raises(Waiting):
        next(run(listed, monkeypatch, [PrintedPair("x")] * 33))


def test_after_ten_processes_that_died_in_a_row_the_list_is_given_up(
    listed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lost, then in ((9, Waiting), (10, BadInput)):
        texts = run(listed, monkeypatch, [PrintedPair("x"), *[Lost.DIED] * lost])
        assert next(texts) == "x"
        assert all("ended early" in next(texts) for _ in range(lost))
        with pytest.raises(then):
            next(texts)


def test_a_pair_has_a_quarter_of_an_hour(listed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pools: list[Pool] = []

    class Remembered(Pool):
        def answers(self) -> Iterator[object]:
            pools.append(self)
            yield Lost.HUNG

    monkeypatch.setattr(compare_list, "ProcessPool", Remembered)
    _, piece = next(ListRun(listed, Manner("jsonl", Options()), 1).results())
    assert pools[0].patience == 15 * 60
    assert "given up after 15 minutes" in piece.text
