"""A busy machine is told from a window that hangs, and a window that hung from labels lost."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.torture import chain as chain_module
from tests.torture.chain import Chain, Tally
from tests.torture.ledger import Key, Ledger, Row
from tests.torture.patience import OwnClock, waited_in_session
from tests.torture.sitting import HungError, Screen, Sitting, a_place

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tortures want POSIX")

_SLOW_WINDOW = """
import json, sys, time
def tell(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)
tell("pair", id="0009")
tell("ready", id="0009")
for wish in sys.stdin:
    tell("row", file="labels.csv", by="anna", id="0008", row=["", False, ""])
    time.sleep(0.3)
    tell("pair", id="0008")
    tell("ready", id="0008")
"""


class Machine:
    """A machine whose time goes on when it is told to, with two threads on it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits = {1: 0.0, 2: 0.0}

    def clock(self) -> float:
        return self.seconds

    def waited(self) -> Mapping[int, float]:
        return self.waits

    def go_on(self, seconds: float, **waiting: float) -> None:
        """Let *seconds* pass, of which threads wait for a processor as *waiting* says."""
        self.seconds += seconds
        self.waits = {n: self.waits[n] + waiting.get(f"thread_{n}", 0.0) for n in self.waits}


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_a_window_that_waits_for_a_lock_uses_its_time_up(machine: Machine) -> None:
    own = OwnClock(machine.waited, machine.clock)
    machine.go_on(25)
    assert own.now() == pytest.approx(25)


def test_waiting_for_a_processor_is_no_time_of_its_own(machine: Machine) -> None:
    own = OwnClock(machine.waited, machine.clock)
    for _ in range(20):
        machine.go_on(2, thread_1=1.5, thread_2=1.0)
        own.now()
    assert own.now() == pytest.approx(10)


def test_a_limit_ends_even_where_no_thread_ever_has_its_turn(machine: Machine) -> None:
    own = OwnClock(machine.waited, machine.clock)
    for _ in range(100):
        machine.go_on(2, thread_1=2, thread_2=2)
        own.now()
    assert own.now() == pytest.approx(20)


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the system does not tell")
def test_the_threads_of_a_session_are_asked() -> None:
    assert os.getpid() in waited_in_session(os.getsid(0))


def test_a_window_that_hung_is_no_reason_to_call_labels_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Hung:
        def __init__(self, *_: Any, **__: Any) -> None:
            """A window that never shows anything."""

        def wait_for_start(self) -> None:
            raise HungError("nothing was heard of the window for 25 s")

        def where_it_stands(self) -> str:
            return ""

        def end_for_good(self) -> None:
            """It runs nowhere."""

    monkeypatch.setattr(chain_module, "Sitting", Hung)
    tally = Tally("kills")
    with a_place(1) as place:
        chain = Chain(place, Screen(), tally)
        key, row = Key(str(place.labels), "anna", "0001"), Row("copy")
        chain.ledger.edited(key, row)  # is in the journal, and not in the file yet
        monkeypatch.setattr(chain, "exported", lambda _path: {key: row})
        chain.check_in_order("after kill 6")
        assert (tally.hung, tally.lost) == (1, 0)
        monkeypatch.setattr(chain, "exported", lambda _path: {})
        chain.check_in_order("after kill 7")
    assert (tally.hung, tally.lost) == (2, 1)
    assert "hung, after kill 6" in capsys.readouterr().out


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("setpriv") is None,
    reason="root is bound by no rights without setpriv",
)
def test_after_an_undo_keys_wait_for_the_pair_to_which_it_leads() -> None:
    with a_place(1) as place:
        window = (sys.executable, "-c", _SLOW_WINDOW)
        sitting = Sitting(place, Screen(), Ledger(), under=window)
        try:
            sitting.undo()
            assert sitting.pair == "0008"
        finally:
            sitting.end_for_good()
