"""Pages are fetched by a process that is ended when a page takes too long, or is not wanted."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from gui.documents.document import DocumentError
from gui.documents.web.fetching_process import answer
from gui.documents.web.page_fetcher import FetchRun, PageFetcher
from gui.documents.web.page_request import Exchange, PageLimits, PageRequest
from gui.messages.about_web import AboutWeb
from tests.documents.web.web_server import Site, article, serving

PAGE = article("The swans left the car deck at noon, and nobody had complained about the wait.")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def code_of(caught: pytest.ExceptionInfo[DocumentError]) -> object:
    return caught.value.message.code


def test_pages_come_through_the_process_one_after_another(site: Site) -> None:
    site.redirect("/a", "/b")
    site.page("/b", PAGE)
    told: list[tuple[str, int, int | None]] = []
    with PageFetcher(local=True) as fetcher:
        first = fetcher.fetch(site.url("/a"), lambda *what: told.append(what))
        with pytest.raises(DocumentError) as caught:
            fetcher.fetch(site.url("/nowhere"))
        again = fetcher.fetch(site.url("/b"))
    assert [exchange.body for exchange in first] == [b"", PAGE]
    assert code_of(caught) is AboutWeb.NO_SUCH_PAGE
    assert [exchange.body for exchange in again] == [PAGE]
    assert (site.url("/b"), 0, len(PAGE)) in told


def test_this_machine_is_asked_only_where_that_is_allowed(site: Site) -> None:
    site.page("/a", PAGE)
    with PageFetcher() as fetcher, pytest.raises(DocumentError) as caught:
        fetcher.fetch(site.url("/a"))
    assert code_of(caught) is AboutWeb.IS_LOCAL_ADDRESS
    assert not site.asked


def test_a_page_that_comes_byte_by_byte_ends_with_its_time(site: Site) -> None:
    """Each wait is short: only the time altogether ends it."""
    url = site.without_end("/drip", b"x", seconds=0.05)
    with PageFetcher(local=True, limits=PageLimits(seconds=2.0)) as fetcher:
        with pytest.raises(DocumentError) as caught:
            fetcher.fetch(url)
        site.page("/b", PAGE)
        assert fetcher.fetch(site.url("/b"))[-1].body == PAGE
    assert code_of(caught) is AboutWeb.TOO_SLOW


def test_headers_that_come_byte_by_byte_end_with_their_time(site: Site) -> None:
    def drip(out: BinaryIO) -> None:
        out.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not site.closing.wait(0.05):
            out.write(b"x")

    site.answers["/drip"] = drip
    fetcher = PageFetcher(local=True, limits=PageLimits(seconds=2.0))
    with fetcher, pytest.raises(DocumentError) as caught:
        fetcher.fetch(site.url("/drip"))
    assert code_of(caught) is AboutWeb.TOO_SLOW


def test_a_page_has_30_seconds(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class TimeIsUp(threading.Timer):
        def __init__(self, interval: float, function: Callable[[], None]) -> None:
            asked.append(interval)
            super().__init__(0, function)

    module = SimpleNamespace(Timer=TimeIsUp, Lock=threading.Lock)
    monkeypatch.setattr("gui.documents.web.page_fetcher.threading", module)
    with PageFetcher(local=True) as fetcher, pytest.raises(DocumentError, match="30 seconds"):
        fetcher.fetch(site.without_end("/drip", b"x", seconds=0.05))
    assert asked == [30]


def test_a_server_rests_for_a_second_between_two_pages(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = []

    class NoRest(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            rests.append(timeout)
            return False

    module = SimpleNamespace(Event=NoRest, Timer=threading.Timer, Lock=threading.Lock)
    monkeypatch.setattr("gui.documents.web.page_fetcher.threading", module)
    FetchRun([site.page(f"/{n}", PAGE) for n in range(3)], local=True).run()
    assert rests == [1, 1]


def test_progress_is_told_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(hundredths / 100 for hundredths in range(100))

    class TwentyPieces(PageRequest):
        def fetch(self, url: str) -> list[Exchange]:
            for received in range(20):
                self._progress(url, received, None)
            return []

    clock = SimpleNamespace(monotonic=lambda: next(times))
    monkeypatch.setattr("gui.documents.web.fetching_process.time", clock)
    monkeypatch.setattr("gui.documents.web.fetching_process.PageRequest", TwentyPieces)
    outgoing = io.BytesIO()
    answer({"url": "u", "local": True, "limits": PageLimits()}, outgoing)
    told = [json.loads(line) for line in outgoing.getvalue().splitlines()]
    assert [each["received"] for each in told if each["kind"] == "progress"] == [0, 10]


def test_a_page_under_way_can_be_cancelled(site: Site) -> None:
    url = site.without_end("/drip", b"x", seconds=0.02)
    caught: list[DocumentError] = []
    begun = threading.Event()
    with PageFetcher(local=True) as fetcher:

        def work() -> None:
            try:
                fetcher.fetch(url, lambda *_: begun.set())
            except DocumentError as error:
                caught.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        assert begun.wait(30)
        fetcher.cancel()
        thread.join(30)
        assert not thread.is_alive()
        with pytest.raises(DocumentError):
            fetcher.fetch(url)
    assert [error.message.code for error in caught] == [AboutWeb.CANCELLED]


def test_an_address_that_is_none_is_told_at_once() -> None:
    with PageFetcher() as fetcher, pytest.raises(DocumentError) as caught:
        fetcher.fetch("ftp://example.org/a")
    assert code_of(caught) is AboutWeb.OTHER_SCHEME
