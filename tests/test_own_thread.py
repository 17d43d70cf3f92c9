"""The window does not wait until a thread that it starts runs."""

from __future__ import annotations

import threading

import pytest

from gui.own_thread import OwnThread

LONG = 60.0


def test_who_starts_a_thread_does_not_wait_until_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine that may take long; it is alive meanwhile, and can be waited for."""
    free, ran, plain = threading.Event(), threading.Event(), threading.Thread.start

    def late(thread: threading.Thread) -> None:
        free.wait(LONG)
        plain(thread)

    monkeypatch.setattr(threading.Thread, "start", late)
    thread = OwnThread(ran.set, "copydesk-test")
    assert not thread.is_alive()
    thread.start()
    assert thread.is_alive()
    thread.join(0.001)
    assert thread.is_alive()
    assert not ran.is_set()
    free.set()
    thread.join(LONG)
    assert ran.is_set()
    assert not thread.is_alive()


def test_a_thread_of_the_window_ends_with_it() -> None:
    thread = OwnThread(lambda: None, "copydesk-test")
    assert (thread.daemon, thread.name) == (True, "copydesk-test")
    thread.start()
    thread.join()
    assert not thread.is_alive()
